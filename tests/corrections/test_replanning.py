"""Itineraries after a reader's edits: worked out again where something changed, and only there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.corrections import Corrected, Edit, History, apply, target_of, text_key
from timeline.corrections.edits import (
    Action,
    Add,
    Dated,
    Located,
    Merge,
    Reject,
    Revise,
    Split,
    Step,
    Target,
)
from timeline.corrections.phrases import read_phrase
from timeline.export.csv import csv_bytes
from timeline.language import Parser
from timeline.model import Event, Status, Stop, When
from timeline.pipeline import Timeline
from timeline.places import Gazetteer

# The article is of a Friday, the report of the Wednesday after it.
PLAN = (
    "Minister Ines Falk will arrive in Nairobi on Sunday for a three-day visit. In Nairobi she"
    " will meet traders. From there she flies to Kigali. Her aide Per Dahl stays behind."
)
REPORT = "Minister Ines Falk arrived in Nairobi on Sunday. She flew on to Kigali on Tuesday."
OTHER = "Envoy Rosa Fuentes will land in Quito on Monday. She flies to Lima on Thursday."
PLANNED, REPORTED = date(2025, 10, 24), date(2025, 10, 29)


@pytest.fixture(scope="module")
def one() -> Timeline:
    return Timeline.merge([timeline.extract(PLAN, date=PLANNED)])


@pytest.fixture(scope="module")
def several() -> Timeline:
    return Timeline.merge(
        timeline.extract(text, date=day)
        for text, day in ((PLAN, PLANNED), (REPORT, REPORTED), (OTHER, PLANNED))
    )


def event(told: Timeline, trigger: str) -> Event:
    return next(e for e in told.events if e.trigger.text == trigger)


def target(told: Timeline, trigger: str) -> Target:
    found = event(told, trigger)
    article = next(a for a in told.articles if a.id == found.article_id)
    return target_of(found, text_key(article.text))


def phrase(words: str, anchor: date = PLANNED) -> Dated:
    return read_phrase(words, anchor, Status.PLANNED)


def edits(*actions: Action) -> list[Edit]:
    return [Edit(f"n{number}", "s", action) for number, action in enumerate(actions)]


def done(told: Timeline, *actions: Action) -> Corrected:
    return apply(told, edits(*actions))


def stop(told: Timeline, place: str, person: str = "Ines Falk") -> Stop:
    return next(
        s for i in told.itineraries if i.person.name == person for s in i.stops
        if s.place.name == place
    )  # fmt: skip


def arrival(s: Stop) -> tuple[date | None, date | None]:
    return s.arrive.earliest, s.arrive.latest


def plain(events: tuple[Event, ...]) -> list[Event]:
    """Events without their headlines and marks."""
    return [replace(e, title="", edited=()) for e in events]


def test_a_corrected_date_reaches_the_stops_and_their_table(one: Timeline) -> None:
    new = done(one, Revise(target(one, "arrive"), when=phrase("by Tuesday"))).timeline
    rows = new.itinerary_frame().set_index("place")
    before = one.itinerary_frame().set_index("place")
    columns = ["arrive_earliest", "arrive_latest", "depart_earliest", "depart_latest"]
    assert [str(d)[:10] for d in before.loc["Nairobi", columns]] == [
        "2025-10-26", "2025-10-26", "2025-10-28", "2025-10-29",
    ]  # fmt: skip
    assert [str(d)[:10] for d in rows.loc["Nairobi", columns]] == [
        "2025-10-24", "2025-10-28", "2025-10-26", "2025-10-31",
    ]  # fmt: skip
    assert str(rows.loc["Kigali", "arrive_earliest"])[:10] == "2025-10-26"
    why = "your correction: arrives in Nairobi by 28 Oct 2025 (sentence 1)"
    assert rows.loc["Nairobi", "chains"][1] == why
    assert "2025-10-28" in csv_bytes(new.itinerary_frame()).decode("utf-8-sig")


def test_nothing_is_read_again(one: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError("an article is parsed")

    action = Revise(target(one, "arrive"), when=phrase("by Tuesday"))
    monkeypatch.setattr(Parser, "parse", forbidden)
    assert done(one, action).timeline.itineraries != one.itineraries


@pytest.mark.parametrize("number", range(4))
def test_a_headline_changes_no_itinerary(several: Timeline, number: int) -> None:
    found = several.events[number]
    key = text_key(next(a.text for a in several.articles if a.id == found.article_id))
    result = done(several, Revise(target_of(found, key), title="Another headline"))
    assert result.timeline.events != several.events
    assert result.timeline.itineraries == several.itineraries
    assert plain(result.timeline.events) == plain(several.events)


def test_an_article_without_corrections_is_not_planned_again(several: Timeline) -> None:
    action = Revise(target(several, "land"), when=phrase("2025-11-02"))
    new = done(several, action).timeline
    changed = [a is not b for a, b in zip(new.journeys, several.journeys, strict=True)]
    assert changed == [False, False, True]
    falk = [i for i in several.itineraries if i.person.name == "Ines Falk"]
    assert [i for i in new.itineraries if i.person.name == "Ines Falk"] == falk
    assert arrival(stop(new, "Quito", "Rosa Fuentes")) == (date(2025, 11, 2), date(2025, 11, 2))


def test_a_correction_outranks_what_other_articles_say(several: Timeline) -> None:
    assert arrival(stop(several, "Nairobi"))[0] == date(2025, 10, 26)
    # of the plan, which a later report would otherwise overrule
    new = done(several, Revise(target(several, "arrive"), when=phrase("2025-10-27"))).timeline
    assert arrival(stop(new, "Nairobi")) == (date(2025, 10, 27), date(2025, 10, 27))
    said = [c for i in new.itineraries for c in i.conflicts]
    assert any(
        "arrives in Nairobi on Sunday (sentence 1) (29 Oct 2025), but your correction" in c
        for c in said
    )
    cancelled = Revise(target(several, "arrived"), status=Status.CANCELLED)
    new = done(several, cancelled).timeline
    assert stop(new, "Nairobi").status is Status.CANCELLED


def test_a_corrected_article_can_be_merged_with_others(one: Timeline) -> None:
    action = Revise(target(one, "arrive"), when=phrase("2025-10-27"))
    corrected = done(one, action).timeline
    both = Timeline.merge([corrected, timeline.extract(OTHER, date=PLANNED)])
    assert stop(both, "Nairobi").arrive == stop(corrected, "Nairobi").arrive


def test_of_two_corrections_that_contradict_each_other_one_is_shown(one: Timeline) -> None:
    new = done(
        one,
        Revise(target(one, "arrive"), when=phrase("2025-10-27")),
        Revise(target(one, "meet"), when=phrase("2025-10-25")),
    ).timeline
    (conflict,) = [c for i in new.itineraries for c in i.conflicts]
    assert "'your correction: is in Nairobi on 25 Oct 2025' contradicts the rest" in conflict
    assert conflict.endswith("your correction: arrives in Nairobi on 27 Oct 2025 (sentence 1)")


def test_rejecting_the_events_of_a_stop_takes_the_stop(one: Timeline) -> None:
    new = done(one, Reject(target(one, "flies"))).timeline
    assert [s.place.name for s in new.itineraries[0].stops] == ["Nairobi"]
    # the visit is still told by what is done there, but nothing dates it
    new = done(one, Reject(target(one, "arrive"))).timeline
    assert [s.place.name for s in new.itineraries[0].stops] == ["Nairobi", "Kigali"]
    assert arrival(stop(new, "Nairobi")) == (PLANNED, None)


def test_a_stop_follows_an_event_that_moves_or_is_merged(one: Timeline) -> None:
    mombasa = Gazetteer().lookup("Mombasa")
    moved = done(one, Revise(target(one, "flies"), place=Located(mombasa))).timeline
    assert stop(moved, "Mombasa").event_ids == (event(one, "flies").id,)
    merged = done(one, Merge(target(one, "meet"), target(one, "arrive"))).timeline
    assert stop(merged, "Nairobi").event_ids == (event(one, "arrive").id,)


def test_a_split_or_added_event_makes_a_stop_of_its_own(one: Timeline) -> None:
    lusaka = Gazetteer().lookup("Lusaka")
    key, quote = target(one, "flies").text, event(one, "flies").quote
    split = Split(target(one, "flies"))
    half = replace(target(one, "flies"), made="n0")
    new = done(one, split, Revise(half, when=phrase("2025-11-02"), place=Located(lusaka))).timeline
    assert [s.place.name for s in new.itineraries[0].stops] == ["Nairobi", "Kigali", "Lusaka"]
    assert arrival(stop(new, "Lusaka")) == (date(2025, 11, 2), date(2025, 11, 2))
    here = Target(key, quote.start, quote.end, quote.start, "")
    added = Add(here, "A stop in Lusaka", phrase("2025-11-02"), ("Ines Falk",), Status.PLANNED)
    made = replace(here, made="n0")
    new = done(one, added, Revise(made, place=Located(lusaka))).timeline
    # that somebody is there on a day does not say when they arrived
    assert stop(new, "Lusaka").arrive.latest == date(2025, 11, 2)
    assert stop(new, "Lusaka").depart.earliest == date(2025, 11, 2)
    why = "your correction: is in Lusaka on 2 Nov 2025 (sentence 3)"
    assert stop(new, "Lusaka").chains[1:3] == (why, why)


def test_a_person_who_is_added_to_a_flight_is_a_traveller(one: Timeline) -> None:
    action = Revise(target(one, "flies"), people=("Ines Falk", "Per Dahl"))
    new = done(one, action).timeline
    assert [s.place.name for i in new.itineraries if i.person.name == "Per Dahl" for s in i.stops
            ] == ["Kigali"]  # fmt: skip


def test_half_of_an_event_that_was_moved_before_is_where_the_other_half_is(one: Timeline) -> None:
    mombasa = Gazetteer().lookup("Mombasa")
    moved = Revise(target(one, "flies"), place=Located(mombasa))
    new = done(one, moved, Split(target(one, "flies"))).timeline
    assert [s.place.name for s in new.itineraries[0].stops] == ["Nairobi", "Mombasa"]
    assert len(stop(new, "Mombasa").event_ids) == 2


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("trigger", ["arrive", "arrived", "flew"])
def test_the_ends_of_the_calendar_are_days_as_any_other(
    several: Timeline, trigger: str, day: date
) -> None:
    dated = Dated(When.on(day), day.isoformat(), "You give it so.")
    new = done(several, Revise(target(several, trigger), when=dated)).timeline
    days = {arrival(s) for i in new.itineraries for s in i.stops}
    assert (day, day) in days


def test_itineraries_that_bring_no_evidence_stay(one: Timeline) -> None:
    bare = Timeline(one.articles, one.events, one.itineraries)
    action = Revise(target(one, "arrive"), when=phrase("by Tuesday"))
    for told in (bare, Timeline.merge([bare, timeline.extract(OTHER, date=PLANNED)])):
        new = done(told, action).timeline
        assert event(new, "arrive").when == phrase("by Tuesday").when
        assert new.itineraries == told.itineraries


_WHEN = When.on(date(2025, 11, 7))
_FIELDS: list[Callable[[Target], Action]] = [
    lambda t: Revise(t, when=Dated(_WHEN, "2025-11-07", "You give it so.")),
    lambda t: Revise(t, when=Dated(When.undated(), "no date", "You say so.")),
    lambda t: Revise(t, status=Status.CANCELLED),
    lambda t: Revise(t, status=Status.HAPPENED),
    lambda t: Revise(t, people=("Ada Moss",)),
    lambda t: Revise(t, place=Located(Gazetteer().lookup("Oslo"))),
    lambda t: Revise(t, place=Located(None)),
    Reject,
    Split,
]


@given(
    steps=st.lists(st.tuples(st.integers(0, 50), st.sampled_from(_FIELDS)), min_size=1, max_size=5)
)
def test_what_is_undone_leaves_no_trace(
    several: Timeline, steps: list[tuple[int, Callable[[Target], Action]]]
) -> None:
    keys = {a.id: text_key(a.text) for a in several.articles}
    actions = [
        make(target_of(e, keys[e.article_id]))
        for number, make in steps
        for e in [several.events[number % len(several.events)]]
    ]
    log = edits(*actions)
    before = csv_bytes(several.itinerary_frame()), several.to_csv()
    once = apply(several, log)
    assert apply(several, log) == once
    assert {e for i in once.timeline.itineraries for s in i.stops for e in s.event_ids} <= {
        e.id for e in once.timeline.events
    }
    undone = [Step(edit.id, "s", True) for edit in reversed(log)]
    left = History.of([*log, *undone], "s", keys.values()).edits
    after = apply(several, left).timeline
    assert (csv_bytes(after.itinerary_frame()), after.to_csv()) == before
