"""Edits over a timeline: each finds its event, does what it says, and tells before and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from math import nan

import pytest

from tests.views import story
from timeline.corrections import Corrected, Edit, apply, target_of, text_key
from timeline.corrections.edits import (
    Action,
    Add,
    Dated,
    Located,
    Merge,
    Reject,
    Revise,
    Split,
    Target,
)
from timeline.export.csv import csv_bytes, read_csv
from timeline.model import Event, Place, PlacePrecision, Span, Status, When
from timeline.pipeline import Timeline

TEXT = text_key(story.article().text)
FIGUIG = Place("Figuig", "MA", 32.1, -1.23, PlacePrecision.CITY)
NOWHERE = Place("the old customs shed", "", nan, nan, PlacePrecision.SITE)


@pytest.fixture
def told() -> Timeline:
    return Timeline((story.article(),), tuple(story.events()), tuple(story.itineraries()))


def edits(*actions: Action) -> list[Edit]:
    number = count(1)
    return [Edit(f"n{next(number)}", "s", action) for action in actions]


def target(timeline: Timeline, event_id: str) -> Target:
    return target_of(event(timeline, event_id), TEXT)


def event(timeline: Timeline, event_id: str) -> Event:
    return next(e for e in timeline.events if e.id == event_id)


def done(timeline: Timeline, *actions: Action) -> Corrected:
    return apply(timeline, edits(*actions))


def test_every_field_can_be_revised_and_tells_before_and_after(told: Timeline) -> None:
    action = Revise(
        target(told, "e01"),
        when=Dated(When.on(date(2024, 5, 21)), "on Tuesday", "You give it so."),
        people=("Erik Lindqvist", "Aino Saari"),
        organisations=("Port Authority",),
        place=Located(FIGUIG),
        status=Status.CANCELLED,
        title="Lindqvist stays away",
    )
    result = done(told, action)
    new = event(result.timeline, "e01")
    assert new.when == When.on(date(2024, 5, 21))
    assert (new.when_text, new.anchor, new.rule) == (None, None, "corrected")
    # the person that the story knows, with the story's aliases, and one that it does not
    assert [p.aliases for p in new.people] == [("Lindqvist",), ()]
    assert new.place == FIGUIG
    assert new.countries == ("MA",)
    assert new.edited == ("when", "people", "organisations", "place", "status", "title")
    (change,) = result.changes
    assert change.event_id == "e01"
    assert change.headline == "Mokoena lands in Lisbon"
    assert ("when", "18 May 2024", "21 May 2024") in change.fields
    assert ("place", "Lisbon (PT)", "Figuig (MA)") in change.fields
    rest = [e for e in result.timeline.events if e.id != "e01"]
    assert rest == [e for e in told.events if e.id != "e01"]


def test_a_place_without_coordinates_is_kept_as_words(told: Timeline) -> None:
    result = done(told, Revise(target(told, "e01"), place=Located(NOWHERE)))
    row = result.timeline.to_frame().set_index("event_id").loc["e01"]
    assert row["place"] == "the old customs shed"
    assert row["latitude"] != row["latitude"]
    assert row["place_precision"] == ""
    assert row["edited"] == ("place",)
    gone = done(told, Revise(target(told, "e01"), place=Located(None)))
    assert event(gone.timeline, "e01").place is None


def test_the_csv_says_what_was_edited_and_reads_back(told: Timeline) -> None:
    result = done(told, Revise(target(told, "e02"), status=Status.DENIED, title="=1+1"))
    table = read_csv(csv_bytes(result.timeline.to_frame())).set_index("event_id")
    assert table.loc["e02", "edited"] == ("status", "title")
    assert table.loc["e02", "title"] == "=1+1"
    assert table.loc["e01", "edited"] == ()


def test_what_does_not_differ_marks_nothing(told: Timeline) -> None:
    same = Revise(target(told, "e01"), title="Mokoena lands in Lisbon", status=Status.PLANNED)
    result = done(told, same)
    assert result.timeline.events == told.events
    assert result.changes[0].fields == ()
    assert Revise(target(told, "e01")).is_empty


def test_rejecting_takes_the_event(told: Timeline) -> None:
    result = done(told, Reject(target(told, "e03")))
    assert [e.id for e in told.events if e not in result.timeline.events] == ["e03"]
    assert result.changes[0].headline == "Mokoena flies on to Rabat"


def test_merging_joins_what_both_say(told: Timeline) -> None:
    one, other = event(told, "e06"), event(told, "e02")
    result = done(told, Merge(target(told, "e06"), target(told, "e02")))
    new = event(result.timeline, "e02")
    assert set(new.people) == {*one.people, *other.people}
    assert set(new.countries) == {*one.countries, *other.countries}
    assert new.when == other.when
    assert new.edited == ("merged",)
    assert result.merged == {"e02": (one.quote.text,)}
    assert len(result.timeline.events) == len(told.events) - 1


def test_an_undated_event_takes_the_date_of_the_one_merged_into_it(told: Timeline) -> None:
    undated = next(e for e in told.events if not e.when.is_dated)
    dated = event(told, "e01")
    result = done(told, Merge(target(told, "e01"), target(told, undated.id)))
    assert event(result.timeline, undated.id).when == dated.when


def test_a_merge_into_itself_does_nothing(told: Timeline) -> None:
    result = done(told, Merge(target(told, "e01"), target(told, "e01")))
    assert result.timeline.events == told.events
    assert result.changes[0].is_lost


def test_both_halves_of_a_split_can_be_edited(told: Timeline) -> None:
    split = Split(target(told, "e02"))
    first = done(told, split)
    (second_id,) = first.made
    second = event(first.timeline, second_id)
    assert second.quote == event(told, "e02").quote
    assert second.edited == ("split",)
    result = done(
        told,
        split,
        Revise(target_of(second, TEXT, first.made[second_id]), title="A second round"),
        Revise(target(told, "e02"), title="A first round"),
    )
    assert event(result.timeline, second_id).title == "A second round"
    assert event(result.timeline, "e02").title == "A first round"
    alone = apply(told, edits(split, Reject(target(told, "e02")))[1:])
    assert second_id not in {e.id for e in alone.timeline.events}


def test_an_event_can_be_added_and_stands_where_its_sentence_stands(told: Timeline) -> None:
    sentence = event(told, "e03").quote
    action = Add(
        Target(TEXT, sentence.start, sentence.end, sentence.start, ""),
        "A customs check",
        Dated(When.on(date(2024, 5, 20)), "on Monday", "why"),
        ("Thandi Mokoena",),
        Status.EXPECTED,
    )
    result = done(told, action)
    (added,) = [e for e in result.timeline.events if e.edited == ("added",)]
    assert added.quote.text == story.article().text[sentence.start : sentence.end]
    assert added.when == When.on(date(2024, 5, 20))
    assert added.people == (story.MOKOENA,)
    order = [e.id for e in result.timeline.events]
    assert order.index(added.id) > order.index("e03")
    frame = result.timeline.to_frame()
    assert set(frame["event_id"]) == set(order)
    again = done(told, action)
    assert [e.id for e in again.timeline.events] == order


def test_edits_of_an_event_that_is_made_find_it_and_wait_when_it_is_gone(told: Timeline) -> None:
    add = Add(Target(TEXT, 0, 20, 0, ""), "A first title")
    revise = Revise(Target(TEXT, 0, 20, 0, "", "n1"), title="A second title")
    result = done(told, add, revise)
    assert "A second title" in {e.title for e in result.timeline.events}
    waiting = apply(told, edits(add, revise)[1:])
    assert waiting.timeline.events == told.events
    assert waiting.changes[0].is_lost


@pytest.mark.parametrize("shift", ["ids", "trigger", "sentence", "date"])
def test_an_edit_finds_its_event_after_another_extraction(told: Timeline, shift: str) -> None:
    action = Revise(target(told, "e05"), title="Found again")
    article = told.articles[0]

    def other(e: Event) -> Event:
        if shift == "ids":
            return replace(e, id=f"new-{e.id}")
        if shift == "trigger":
            start = e.trigger.start
            return replace(e, trigger=Span(start, start + 2, e.trigger.text[:2]))
        if shift == "sentence":
            return replace(e, quote=Span(e.quote.start, e.quote.end - 1, e.quote.text[:-1]))
        return replace(e, article_id="another-date")

    articles = (replace(article, id="another-date"),) if shift == "date" else (article,)
    again = Timeline(articles, tuple(other(e) for e in told.events), ())
    (found,) = [e for e in done(again, action).timeline.events if e.edited]
    assert found.title == "Found again"
    assert found.quote.start == event(told, "e05").quote.start


def test_an_edit_of_another_text_touches_nothing(told: Timeline) -> None:
    strange = replace(target(told, "e05"), text=text_key("another text"))
    result = done(told, Reject(strange), Revise(strange, title="x"))
    assert result.timeline.events == told.events
    assert all(change.is_lost for change in result.changes)


def test_without_edits_the_timeline_is_the_same_value(told: Timeline) -> None:
    assert apply(told, []).timeline is told
