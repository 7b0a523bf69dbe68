"""Evidence after its events were corrected: stops and bounds follow, and say by whose word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.itinerary import Evidence, correct, plan
from timeline.model import (
    OPEN,
    Bounds,
    Event,
    Itinerary,
    Person,
    Place,
    PlacePrecision,
    Precision,
    Qualifier,
    Status,
    Stop,
    When,
)
from timeline.places import Gazetteer

# a Saturday
ANCHOR = date(2025, 10, 25)
JOURNEY = (
    "Minister Ines Falk leaves Bergen on Saturday. She arrives in Nairobi on Sunday for a"
    " three-day visit. In Nairobi she will meet traders. From there she flies to Kigali. On 3"
    " November she will land in Lusaka. Her aide Per Dahl told reporters that it would rain."
)
TOUR = "Minister Ines Falk will tour Ghana, Togo and Benin from 3 to 9 November."
MOSS = Person("Ada Moss")
SHED = Place("the old shed", "", nan, nan, PlacePrecision.SITE)


def day(month: int, number: int) -> date:
    return date(2025, month, number)


def place(name: str) -> Place:
    found = Gazetteer().lookup(name)
    assert found is not None
    return found


def evidence_of(text: str) -> Evidence:
    return timeline.extract(text, date=ANCHOR).journeys[0].evidence


def event_of(evidence: Evidence, trigger: str) -> Event:
    return next(e for e in evidence.events if e.trigger.text == trigger)


def revised(text: str, trigger: str, **fields: Any) -> tuple[Itinerary, ...]:
    """The itineraries of a text of which one event was corrected."""
    evidence = evidence_of(text)
    old = event_of(evidence, trigger)
    new = replace(old, **fields, edited=tuple(fields))
    events = tuple(new if e is old else e for e in evidence.events)
    return plan(correct(evidence, events, {}, {}))[0]


def stop(itineraries: tuple[Itinerary, ...], name: str, person: str = "Ines Falk") -> Stop:
    return next(
        s for i in itineraries if i.person.name == person for s in i.stops if s.place.name == name
    )


def names(itineraries: tuple[Itinerary, ...], person: str = "Ines Falk") -> list[str]:
    return [s.place.name for i in itineraries if i.person.name == person for s in i.stops]


def arrival(s: Stop) -> tuple[date | None, date | None]:
    return s.arrive.earliest, s.arrive.latest


def departure(s: Stop) -> tuple[date | None, date | None]:
    return s.depart.earliest, s.depart.latest


BY_TUESDAY = When.within(ANCHOR, day(10, 28), Precision.DAY, Qualifier.BY)
TUESDAY = When.on(day(10, 28))
UNDATED = When.undated()


@pytest.mark.parametrize(
    ("trigger", "when", "where", "arrives", "leaves"),
    [
        ("arrives", BY_TUESDAY, "Nairobi", (ANCHOR, day(10, 28)), (day(10, 27), day(10, 31))),
        ("arrives", TUESDAY, "Nairobi", (day(10, 28), day(10, 28)), (day(10, 30), day(10, 31))),
        # the stop after it waits for the end of the visit
        ("arrives", TUESDAY, "Kigali", (day(10, 30), None), (day(10, 30), None)),
        ("arrives", UNDATED, "Nairobi", (ANCHOR, None), (day(10, 27), None)),
        ("arrives", UNDATED, "Kigali", (day(10, 27), None), (day(10, 27), None)),
        # nothing in the text dated it
        ("flies", TUESDAY, "Kigali", (day(10, 28), day(10, 28)), (day(10, 28), day(11, 3))),
        ("meet", When.on(day(10, 29)), "Nairobi", (day(10, 26), day(10, 26)),
         (day(10, 29), day(10, 29))),
        ("leaves", When.on(day(10, 26)), "Bergen", (ANCHOR, day(10, 26)),
         (day(10, 26), day(10, 26))),
    ],
)  # fmt: skip
def test_a_corrected_date_moves_the_bounds(
    trigger: str, when: When, where: str, arrives: tuple[Any, Any], leaves: tuple[Any, Any]
) -> None:
    found = stop(revised(JOURNEY, trigger, when=when), where)
    assert (arrival(found), departure(found)) == (arrives, leaves)


def test_a_date_over_a_list_begins_the_first_stop_and_ends_the_last() -> None:
    days = Bounds(day(11, 10), day(11, 10)), Bounds(day(11, 12), day(11, 12))
    lasting = When.lasted(*days, Precision.DAY)
    found = revised(TOUR, "tour", when=lasting)
    assert arrival(stop(found, "Ghana")) == (day(11, 10), day(11, 10))
    assert departure(stop(found, "Benin")) == (day(11, 12), day(11, 12))
    # one day alone does not say when the last of three is left
    found = revised(TOUR, "tour", when=When.on(day(11, 10)))
    assert arrival(stop(found, "Ghana")) == (day(11, 10), day(11, 10))
    assert departure(stop(found, "Benin")) == (day(11, 10), None)


@pytest.mark.parametrize(
    ("text", "trigger", "where", "arrives", "leaves"),
    [
        ("Minister Ines Falk flew from Lima to Rome on Thursday.", "flew", "Lima",
         (None, day(10, 21)), (day(10, 21), day(10, 21))),
        ("Minister Ines Falk begins her visit to Kenya on Monday.", "begins", "Kenya",
         (day(10, 21), day(10, 21)), (day(10, 21), None)),
        ("Minister Ines Falk spoke on Thursday after her visit to Kenya.", "spoke", "Kenya",
         (None, day(10, 21)), (None, day(10, 21))),
        ("Minister Ines Falk spoke on Thursday during her visit to Kenya.", "spoke", "Kenya",
         (None, day(10, 21)), (day(10, 21), None)),
    ],
)  # fmt: skip
def test_a_stay_has_its_own_share_of_the_corrected_date(
    text: str, trigger: str, where: str, arrives: tuple[Any, Any], leaves: tuple[Any, Any]
) -> None:
    found = stop(revised(text, trigger, when=When.on(day(10, 21))), where)
    assert (arrival(found), departure(found)) == (arrives, leaves)


def test_a_bound_says_that_it_is_a_correction_link_by_link() -> None:
    found = revised(JOURNEY, "arrives", when=TUESDAY)
    said = "your correction: arrives in Nairobi on 28 Oct 2025 (sentence 2)"
    nairobi, kigali = stop(found, "Nairobi"), stop(found, "Kigali")
    assert nairobi.chains[:2] == (said, said)
    assert nairobi.chains[2] == f"lasts 3 days (sentence 2) ← {said}"
    assert kigali.chains[0] == f"after Nairobi (sentence 4) ← lasts 3 days (sentence 2) ← {said}"
    # what a length of the text's has a part in is not the reader's word alone
    assert nairobi.edited == ("arrive_earliest", "arrive_latest")
    assert kigali.edited == ()


def test_a_correction_wins_and_the_contradiction_is_shown() -> None:
    text = (
        "Minister Ines Falk arrives in Nairobi on Sunday."
        " She will meet traders in Nairobi on Monday."
    )
    (one,) = revised(text, "arrives", when=When.on(day(10, 30)))
    assert arrival(one.stops[0]) == (day(10, 30), day(10, 30))
    assert one.conflicts == (
        "Nairobi: 'is in Nairobi on Monday' contradicts the rest (She will meet traders in"
        " Nairobi on Monday.): your correction: arrives in Nairobi on 30 Oct 2025 (sentence 1)",
    )
    # a second arrival on another day is no second stop, but a contradiction as well
    text = "Minister Ines Falk arrives in Nairobi on Sunday. She will land in Nairobi on Sunday."
    (one,) = revised(text, "arrives", when=When.on(day(10, 30)))
    assert [s.place.name for s in one.stops] == ["Nairobi"]
    assert len(one.conflicts) == 1


def test_corrections_that_contradict_each_other_never_end_a_stay_before_it_begins() -> None:
    text = "Minister Ines Falk arrives in Nairobi on Sunday. She leaves Nairobi on Thursday."
    evidence = evidence_of(text)
    arrives, leaves = event_of(evidence, "arrives"), event_of(evidence, "leaves")
    now = {
        arrives.id: replace(arrives, when=When.on(day(11, 5)), edited=("when",)),
        leaves.id: replace(leaves, when=When.on(day(11, 2)), edited=("when",)),
    }
    events = tuple(now.get(e.id, e) for e in evidence.events)
    (one,), _ = plan(correct(evidence, events, {}, {}))
    (nairobi,) = one.stops
    assert arrival(nairobi) == (day(11, 5), day(11, 5))
    assert departure(nairobi) == (day(11, 5), None)
    assert len(one.conflicts) == 1


def test_what_only_inherits_a_corrected_date_contradicts_nothing() -> None:
    text = "Minister Ines Falk arrives in Nairobi on Sunday and will meet traders there."
    (one,) = revised(text, "arrives", when=When.on(day(10, 30)))
    assert one.conflicts == ()
    assert arrival(one.stops[0]) == (day(10, 30), day(10, 30))


def test_corrected_days_decide_the_order_against_the_words() -> None:
    before = timeline.extract(JOURNEY, date=ANCHOR).itineraries
    assert names(before) == ["Bergen", "Nairobi", "Kigali", "Lusaka"]
    found = revised(JOURNEY, "flies", when=When.on(ANCHOR))
    assert names(found) == ["Bergen", "Kigali", "Nairobi", "Lusaka"]
    (conflict,) = found[0].conflicts
    assert conflict.startswith("Kigali: 'after Nairobi' contradicts the rest")
    assert "your correction: arrives in Kigali on 25 Oct 2025" in conflict


@pytest.mark.parametrize("off", [Status.CANCELLED, Status.PROPOSED, Status.CONDITIONAL])
def test_a_stop_that_is_off_is_out_of_the_way(off: Status) -> None:
    text = "Minister Ines Falk arrives in Nairobi on Sunday. From there she flies to Kigali."
    (before,) = timeline.extract(text, date=ANCHOR).itineraries
    assert arrival(before.stops[1])[0] == day(10, 26)
    (one,) = revised(text, "arrives", status=off)
    kigali = next(s for s in one.stops if s.place.name == "Kigali")
    assert [s.place.name for s in one.made] == ["Kigali"]
    assert arrival(kigali) == (ANCHOR, None)


def test_a_denied_trip_is_none() -> None:
    assert "Lusaka" not in names(revised(JOURNEY, "land", status=Status.DENIED))


def test_a_meeting_that_is_off_leaves_the_stay_as_it_is() -> None:
    found = stop(revised(JOURNEY, "meet", status=Status.CANCELLED), "Nairobi")
    assert found.status is Status.PLANNED
    assert arrival(found) == (day(10, 26), day(10, 26))


def test_whoever_does_not_leave_is_there() -> None:
    found = stop(revised(JOURNEY, "leaves", status=Status.CANCELLED), "Bergen")
    assert found.status is not Status.CANCELLED
    assert departure(found) == (None, None)


def test_that_a_trip_was_made_says_nothing_of_its_day() -> None:
    # the reader may look back from years later
    found = revised(JOURNEY, "arrives", status=Status.HAPPENED)
    nairobi = stop(found, "Nairobi")
    assert nairobi.status is Status.HAPPENED
    assert nairobi.edited == ("status",)
    assert arrival(nairobi) == (day(10, 26), day(10, 26))
    assert found[0].conflicts == ()


def test_a_person_who_is_added_travels_too_and_one_who_is_taken_out_does_not() -> None:
    falk = Person("Ines Falk")
    found = revised(JOURNEY, "flies", people=(falk, MOSS))
    assert names(found, "Ada Moss") == ["Kigali"]
    assert names(found) == ["Bergen", "Nairobi", "Kigali", "Lusaka"]
    found = revised(JOURNEY, "flies", people=(MOSS,))
    assert names(found, "Ada Moss") == ["Kigali"]
    assert names(found) == ["Bergen", "Nairobi", "Lusaka"]
    found = revised(JOURNEY, "arrives", people=(falk, MOSS))
    said = "your correction: arrives in Nairobi on Sunday (sentence 2)"
    assert stop(found, "Nairobi", "Ada Moss").chains[0] == said


def test_an_event_of_motion_that_nobody_was_known_for_makes_a_stop() -> None:
    text = "A plane will land in Accra on Monday."
    assert timeline.extract(text, date=ANCHOR).itineraries == ()
    found = revised(text, "land", people=(MOSS,))
    assert arrival(stop(found, "Accra", "Ada Moss")) == (day(10, 27), day(10, 27))
    # what is held in a place takes nobody there
    text = "A fair will open in Accra on Monday."
    assert revised(text, "open", people=(MOSS,)) == ()


def test_a_stop_moves_with_its_events() -> None:
    moved = revised(JOURNEY, "flies", place=place("Mombasa"))
    assert names(moved) == ["Bergen", "Nairobi", "Mombasa", "Lusaka"]
    mombasa = stop(moved, "Mombasa")
    assert arrival(mombasa) == (day(10, 28), None)
    assert "Kigali" not in names(revised(JOURNEY, "flies", place=None))


def test_a_place_off_the_map_bounds_no_travel_and_has_no_distance() -> None:
    (one, *_) = revised(JOURNEY, "flies", place=SHED)
    assert [s.place.name for s in one.stops] == ["Bergen", "Nairobi", "the old shed", "Lusaka"]
    assert one.distance_km > 0
    assert one.approximate
    assert arrival(one.stops[2]) == (day(10, 28), None)


def test_rejected_merged_and_split_events_take_their_evidence_along() -> None:
    evidence = evidence_of(JOURNEY)
    land, flies = event_of(evidence, "land"), event_of(evidence, "flies")
    rest = tuple(e for e in evidence.events if e is not land)
    rejected, _ = plan(correct(evidence, rest, {land.id: ""}, {}))
    assert "Lusaka" not in names(rejected)
    merged, _ = plan(correct(evidence, rest, {land.id: flies.id}, {}))
    assert flies.id in stop(merged, "Lusaka").event_ids
    second = replace(
        land, id="second", place=place("Mombasa"), when=When.on(day(11, 9)),
        edited=("split", "place", "when"),
    )  # fmt: skip
    split, _ = plan(correct(evidence, (*evidence.events, second), {}, {"second": land.id}))
    assert names(split)[-2:] == ["Lusaka", "Mombasa"]
    assert arrival(stop(split, "Lusaka")) == (day(11, 3), day(11, 3))
    assert arrival(stop(split, "Mombasa")) == (day(11, 9), day(11, 9))


def test_events_during_a_stop_follow_its_bounds_but_not_against_the_reader() -> None:
    evidence = evidence_of(JOURNEY)
    arrives, meet = event_of(evidence, "arrives"), event_of(evidence, "meet")
    now = replace(arrives, when=TUESDAY, edited=("when",))
    events = tuple(now if e is arrives else e for e in evidence.events)
    _, placed = plan(correct(evidence, events, {}, {}))
    during = next(e for e in placed if e.id == meet.id)
    assert (during.when.start, during.when.finish) == (day(10, 28), day(10, 31))
    assert during.rule == "during-stop"
    undated = replace(meet, when=UNDATED, edited=("when",))
    events = tuple(undated if e is meet else e for e in evidence.events)
    _, placed = plan(correct(evidence, events, {}, {}))
    assert not next(e for e in placed if e.id == meet.id).when.is_dated


def test_a_place_without_a_point_is_passed_over_by_the_distance() -> None:
    there = [place("Nairobi"), SHED, place("Kigali")]
    stops = tuple(Stop(p, OPEN, OPEN, Status.PLANNED) for p in there)
    measured = timeline.itinerary.length.measured
    direct = measured(Itinerary(MOSS, (stops[0], stops[2])))
    around = measured(Itinerary(MOSS, stops))
    assert around.distance_km == direct.distance_km > 0
    assert (direct.approximate, around.approximate) == (False, True)


EVIDENCE = [evidence_of(text) for text in (JOURNEY, TOUR)]
DAYS = st.integers(-400, 400).map(lambda days: ANCHOR + timedelta(days=days))
WHENS = st.tuples(DAYS, st.integers(0, 30)).map(
    lambda pair: When.within(pair[0], pair[0] + timedelta(days=pair[1]), Precision.DAY)
)


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_without_corrections_the_plan_is_the_same(evidence: Evidence) -> None:
    assert plan(correct(evidence, evidence.events, {}, {})) == plan(evidence)


@given(
    changes=st.lists(
        st.tuples(st.integers(0, 30), WHENS | st.sampled_from(list(Status)) | st.just(SHED)),
        min_size=1, max_size=4,
    ),
    evidence=st.sampled_from(EVIDENCE),
)  # fmt: skip
def test_whatever_is_corrected_every_bound_has_its_reason(
    changes: list[tuple[int, Any]], evidence: Evidence
) -> None:
    events = list(evidence.events)
    for number, value in changes:
        k = number % len(events)
        field = {When: "when", Status: "status", Place: "place"}[type(value)]
        events[k] = replace(events[k], **{field: value}, edited=tuple({*events[k].edited, field}))
    itineraries, placed = plan(correct(evidence, tuple(events), {}, {}))
    assert [e.id for e in placed] == [e.id for e in evidence.events]
    for event, one in zip(events, placed, strict=True):
        assert all(getattr(one, field) == getattr(event, field) for field in event.edited)
    for itinerary in itineraries:
        for s in itinerary.stops:
            for bound, why in zip((*arrival(s), *departure(s)), s.chains, strict=True):
                assert (bound is None) or why


@given(when=WHENS, trigger=st.sampled_from(["arrives", "flies", "land"]))
def test_an_arrival_lies_within_the_date_that_a_reader_gives_it(when: When, trigger: str) -> None:
    evidence = EVIDENCE[0]
    old = event_of(evidence, trigger)
    new = replace(old, when=when, edited=("when",))
    events = tuple(new if e is old else e for e in evidence.events)
    itineraries, _ = plan(correct(evidence, events, {}, {}))
    (found,) = [
        s for i in itineraries for s in i.stops if old.id in s.event_ids and s.place == old.place
    ]
    earliest, latest = arrival(found)
    assert earliest is not None
    assert latest is not None
    assert when.start is not None
    assert when.finish is not None
    assert when.start <= earliest <= latest <= when.finish
