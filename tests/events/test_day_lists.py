"""What is told of several days in a row, and of what comes before or after them."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Maria Costa will hold talks in Oslo on Tuesday and Wednesday.", 28, 29),
        ("Maria Costa attends a summit in Oslo on Tuesday, Wednesday and Thursday.", 28, 30),
        ("Maria Costa met farmers on Monday and on Tuesday.", 20, 21),
        ("Maria Costa toured the mines of Peru on October 20, 21 and 22.", 20, 22),
        # not one after the other, or not of one clause
        ("Maria Costa met farmers on Monday and Thursday.", 20, 20),
        ("Maria Costa met farmers on Monday and Tuesday was spent at home.", 20, 20),
        ("Maria Costa will meet farmers on Tuesday or Wednesday.", 28, 28),
    ],
)
def test_an_event_goes_on_over_days_in_a_row(read, text: str, first: int, last: int) -> None:
    event = read(text).events[0]
    assert event.when.start == date(2025, 10, first)
    assert event.when.finish == date(2025, 10, last)
    assert event.when.lasting is (last > first)


def test_the_days_are_what_the_event_rests_on(read) -> None:
    event = read("Maria Costa will hold talks in Oslo on Tuesday and Wednesday.").events[0]
    assert event.when_text is not None
    assert event.when_text.text == "Tuesday and Wednesday"


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("Maria Costa holds talks in Oslo on Tuesday and Wednesday, before she flies to Riga.", 29),
        ("Maria Costa holds talks in Oslo on Tuesday, before she flies to Riga.", 28),
    ],
)
def test_what_follows_has_their_last_day_as_a_bound(read, text: str, earliest: int) -> None:
    event = read(text).events[-1]
    assert event.title == "Maria Costa to fly to Riga"
    assert event.when.finish is None
    assert event.when.start == date(2025, 10, earliest)
