"""How sure an event is, by what dates it and what else speaks for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.confidence import Judged, calibration_error, measured_shifts, separation
from timeline.events.confidence import PRIORS, SHIFTS, Evidence, confidence_of


def of(timeline, trigger: str) -> float:
    return next(e.confidence for e in timeline.events if e.trigger.text == trigger)


def test_evidence_without_traits_is_worth_its_prior() -> None:
    for kind, share in PRIORS.items():
        assert confidence_of(Evidence(kind, frozenset())) == share


@pytest.mark.parametrize("kind", PRIORS)
def test_no_traits_make_certain_or_impossible(kind: str) -> None:
    raised = frozenset(trait for trait, shift in SHIFTS.items() if shift > 0)
    for traits in (raised, frozenset(SHIFTS), frozenset(SHIFTS) - raised):
        assert 0.05 < confidence_of(Evidence(kind, traits)) < 0.98


@pytest.mark.parametrize("trait", SHIFTS)
def test_each_trait_moves_it_its_own_way(trait: str) -> None:
    with_it = confidence_of(Evidence("shared", frozenset((trait,))))
    assert (with_it > PRIORS["shared"]) == (SHIFTS[trait] > 0)


def test_a_date_of_its_own_is_surer_than_a_shared_one_and_that_than_none(read) -> None:
    text = "On Monday the court met and the judge, who led it, resigned. Costa left."
    found = read(text)
    assert of(found, "met") == PRIORS["direct"]
    assert of(found, "met") > of(found, "resigned")
    assert of(read("The port opened on Monday."), "opened") > of(read("Costa left."), "left")


def test_a_proposal_is_less_sure_than_a_fact(read) -> None:
    fact = of(read("The bank opened a branch in May."), "opened")
    proposal = of(read("The bank has proposed to open a branch in May."), "open")
    assert proposal < fact


def test_a_name_behind_a_pronoun_makes_it_less_sure(read) -> None:
    text = "Maria Costa is the mayor of Lima. Maria Costa met Paul on Friday. She left on Monday."
    found = read(text)
    assert of(found, "left") < of(found, "met")


def judged(read, confidence: float, right: bool, *traits: str) -> Judged:
    event = replace(read("The port opened on Monday.").events[0], confidence=confidence)
    return Judged(event, Evidence("shared", frozenset(traits)), right, right)


def test_calibration_error_is_the_distance_of_what_is_said_from_what_is_right(read) -> None:
    sure = [judged(read, 0.8, right) for right in (True, True, True, True, False)]
    assert calibration_error(sure) == pytest.approx(0.0)
    bold = [judged(read, 0.9, right) for right in (True, False)]
    assert calibration_error(bold) == pytest.approx(0.4)
    assert calibration_error([]) == 0.0


def test_separation_is_how_often_a_right_event_is_the_surer(read) -> None:
    assert separation([judged(read, 0.9, True), judged(read, 0.5, False)]) == 1.0
    assert separation([judged(read, 0.5, True), judged(read, 0.5, False)]) == 0.5


def test_a_trait_that_is_rarely_seen_says_little(read) -> None:
    few = [judged(read, 0.5, False, "hedged")]
    many = few * 100
    shifts = [measured_shifts(some, PRIORS)["hedged"][2] for some in (few, many)]
    assert shifts[1] < shifts[0] < 0
