"""Bounds, precision and qualifier: what a phrase does and does not pin down."""

from __future__ import annotations

from datetime import date, time

import pytest

from timeline.model import Bounds, Precision, Qualifier, TimexType, When
from timeline.timex import find

ANCHOR = date(2025, 10, 25)


def the_when(text: str, phrase: str) -> When:
    """The When of the expression with this text."""
    (when,) = [e.when for e in find(text, ANCHOR) if e.text == phrase]
    assert when is not None
    return when


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            "Output rises by a tenth by March.",
            "March",
            When.within(ANCHOR, date(2026, 3, 31), Precision.MONTH, Qualifier.BY),
        ),
        (
            "It will open before Nov. 3.",
            "Nov. 3",
            When.within(None, date(2025, 11, 2), Precision.DAY, Qualifier.BEFORE),
        ),
        (
            "It has been shut since 2019.",
            "2019",
            When.lasted(
                Bounds(date(2019, 1, 1), date(2019, 12, 31)),
                Bounds(ANCHOR, None),
                Precision.YEAR,
                Qualifier.SINCE,
            ),
        ),
        (
            "It will be shut until Tuesday.",
            "Tuesday",
            When.lasted(
                Bounds(None, ANCHOR),
                Bounds(date(2025, 10, 28), date(2025, 10, 28)),
                Precision.DAY,
                Qualifier.UNTIL,
            ),
        ),
        (
            "It burned in late October.",
            "late October",
            When.within(date(2025, 10, 21), date(2025, 10, 31), Precision.MONTH, Qualifier.LATE),
        ),
        (
            "It burned in early October.",
            "early October",
            When.within(date(2025, 10, 1), date(2025, 10, 10), Precision.MONTH, Qualifier.EARLY),
        ),
        (
            "It burned in mid-October.",
            "mid-October",
            When.within(date(2025, 10, 11), date(2025, 10, 20), Precision.MONTH, Qualifier.MID),
        ),
        (
            "Jazz ruled the early 1920s.",
            "the early 1920s",
            When.within(date(1920, 1, 1), date(1923, 12, 31), Precision.DECADE, Qualifier.EARLY),
        ),
        (
            "It burned late last year.",
            "late last year",
            When.within(date(2024, 9, 1), date(2024, 12, 31), Precision.YEAR, Qualifier.LATE),
        ),
        (
            "It must open between now and Feb. 10.",
            "Feb. 10",
            When.within(ANCHOR, date(2026, 2, 10), Precision.DAY, Qualifier.BY),
        ),
        (
            "It must close within two weeks.",
            "two weeks",
            When.within(ANCHOR, date(2025, 11, 8), Precision.WEEK, Qualifier.BY),
        ),
        (
            "The pact was signed after the July vote.",
            "July",
            When.within(date(2025, 7, 1), date(2025, 7, 31), Precision.MONTH),
        ),
        (
            "It runs from Monday to Wednesday.",
            "Monday to Wednesday",
            When.lasted(
                Bounds(date(2025, 10, 27), date(2025, 10, 27)),
                Bounds(date(2025, 10, 29), date(2025, 10, 29)),
                Precision.DAY,
            ),
        ),
        (
            "It will run Oct. 27-29.",
            "Oct. 27-29",
            When.lasted(
                Bounds(date(2025, 10, 27), date(2025, 10, 27)),
                Bounds(date(2025, 10, 29), date(2025, 10, 29)),
                Precision.DAY,
            ),
        ),
        (
            "It was built between 2019 and 2021.",
            "2019 and 2021",
            When.within(date(2019, 1, 1), date(2021, 12, 31), Precision.YEAR, Qualifier.BETWEEN),
        ),
        (
            "It is now shut.",
            "now",
            When.lasted(Bounds(None, ANCHOR), Bounds(ANCHOR, None), Precision.DAY),
        ),
        (
            "It grew this year.",
            "this year",
            When.within(date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR),
        ),
        (
            "It shut earlier this month.",
            "earlier this month",
            When.within(date(2025, 10, 1), ANCHOR, Precision.MONTH, Qualifier.BETWEEN),
        ),
    ],
)
def test_bounds(text: str, phrase: str, expected: When) -> None:
    """The hedge acts on the bounds, the text on the precision."""
    assert the_when(text, phrase) == expected


def test_a_duration_has_a_length_and_no_date() -> None:
    """A three-day visit is three days long; when is another matter."""
    (found,) = find("He began a three-day visit.", ANCHOR)
    assert (found.type, found.value, found.days, found.when) == (
        TimexType.DURATION,
        "P3D",
        (3, 3),
        None,
    )


def test_a_set_has_no_date() -> None:
    """ "Every Friday" names no one day."""
    (found,) = find("They meet every Friday.", ANCHOR)
    assert (found.type, found.when) == (TimexType.SET, None)


def test_a_time_of_day_joins_its_day() -> None:
    """The clock is kept beside the day."""
    (found,) = find("It fell at 10:35 p.m. on Friday.", ANCHOR)
    assert found.value == "2025-10-24T22:35"
    assert found.when is not None
    assert found.when.clock == time(22, 35)


def test_the_hedge_is_named_in_the_reason() -> None:
    """The preposition stays outside the extent and inside the reason."""
    (found,) = find("Output will rise by March.", ANCHOR)
    assert found.text == "March"
    assert "'by'" in found.reason


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It lasted more than two days.", "MORE_THAN"),
        ("It lasted less than two days.", "LESS_THAN"),
        ("It lasted about two days.", "APPROX"),
        ("It burned in early June.", "START"),
        ("It burned in the middle of June.", "MID"),
        ("It burned at the end of June.", "END"),
        ("It burned in June.", ""),
    ],
)
def test_mod(text: str, mod: str) -> None:
    """TIMEX3 mod follows the words of approximation."""
    assert [e.mod for e in find(text, ANCHOR)] == [mod]
