"""Which clauses tell an event, by their form: one table of what does and one of what does not."""

from __future__ import annotations

import pytest

from timeline.model import Status


def triggers(timeline) -> list[str]:
    return [event.trigger.text for event in timeline.events]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # a date that a later clause enlarges on
        ("The dam failed on 3 May, when engineers tested the gates.", "tested", Status.HAPPENED),
        ("Moss is to appear before a judge.", "appear", Status.PLANNED),
        ("The 12 killings in Lima since 2019 are unsolved.", "killings", Status.HAPPENED),
        ("She wept for Oruro, where a flood killed two nuns in Potosi.", "killed", Status.HAPPENED),
        # what was done in a place, though it only tells who somebody is
        ("Ruiz, who opened a school in Lima, was cheered.", "opened", Status.HAPPENED),
        # the simple present of what is to come
        ("The bishop retires at the end of the term.", "retires", Status.PLANNED),
        ("A second tunnel is proposed for the valley.", "proposed", Status.PROPOSED),
        ("Work on the bridge should begin after the harvest.", "begin", Status.EXPECTED),
        ("The ferry could resume within weeks.", "resume", Status.CONDITIONAL),
        ("Maria Costa flies to Rome next week to sign the treaty.", "sign", Status.PLANNED),
        ("Maria Costa would like to be in Lima by May.", "be", Status.PROPOSED),
        ("Maria Costa has been chairman of the bank since 2019.", "been", Status.ONGOING),
        ("He ran the length of the field and scored.", "scored", Status.HAPPENED),
        ("Costa has denied writing the letter.", "writing", Status.DENIED),
        # who is fetched or telephoned, and what is answered
        ("A neighbour called the police.", "called", Status.HAPPENED),
        ("Divers were called in to search the lake.", "called", Status.HAPPENED),
        ("A crew responded to an alarm on Monday.", "responded", Status.HAPPENED),
        ("Ruiz was involved in a collision.", "involved", Status.HAPPENED),
        # a sum or a record, and no plan
        ("Bail was set at $5,000.", "set", Status.HAPPENED),
        ("A target set in 2014 was missed.", "set", Status.HAPPENED),
        ("The miners agreed to a wage cut to save jobs.", "agreed", Status.HAPPENED),
        # the noun that a date is said of
        ("Unions in Peru called a strike for Thursday.", "strike", Status.PLANNED),
        ("Unions in Peru called a strike for Thursday.", "called", Status.HAPPENED),
        ("The funeral is on Monday.", "funeral", Status.PLANNED),
        ("The first delivery was in May.", "delivery", Status.HAPPENED),
        ("There was a fire on Monday.", "fire", Status.HAPPENED),
        ("The next year the firm promised half the money.", "promised", Status.HAPPENED),
    ],
)
def test_what_tells_an_event(read, text: str, trigger: str, status: Status) -> None:
    found = [e for e in read(text).events if e.trigger.text == trigger]
    assert [e.status for e in found] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Costa called on the miners to end the strike.",
        "The fence is only to keep the goats out.",
        "Costa held two posts at the bank.",
        "The founders will hold 40% of the firm.",
        "Ruiz justified the fee.",
        "Ruiz, who opened the door, was cheered.",  # told of whom, and nowhere
        "Costa called the ban odd.",
        "The choir could sing louder.",
        "Maria Costa was chairman.",
        "For the year ended June 30, profit was flat.",
        "The quarter ended on Monday.",
        "The table for the fiscal year 2008, which ended on June 30, is long.",
        "This year's sales were flat.",
        "The sums are a rise from last year.",
        "Ruiz called the plan a mistake.",
    ],
)
def test_what_tells_none(read, text: str) -> None:
    told = set(triggers(read(text))) - {"cheered"}
    assert not told


def test_a_strike_that_was_called_has_its_own_day(read) -> None:
    events = {
        e.trigger.text: e for e in read("Unions in Peru called a strike for Thursday.").events
    }
    assert str(events["strike"].when.start) == "2025-10-30"
    assert not events["called"].when.is_dated


def test_the_date_of_a_text_is_that_of_what_it_tells(read) -> None:
    timeline = read("In a letter sent on Monday, the mayor rejected the plan.")
    assert triggers(timeline) == ["rejected"]
    assert str(timeline.events[0].when.start) == "2025-10-20"
