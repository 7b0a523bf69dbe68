"""How sure an event is, by what dates it and what else speaks for it."""

from __future__ import annotations

import pytest

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
