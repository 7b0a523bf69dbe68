"""Days listed under one month, weekends of feasts, fiscal years, ranges that end now."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.timex import find

ANCHOR = date(2025, 10, 25)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The fair is on Nov. 20, 22 and 25.", ["2025-11-20", "2025-11-22", "2025-11-25"]),
        ("The fair was on Nov. 20, 22 and 25, 2024.", ["2024-11-20", "2024-11-22", "2024-11-25"]),
        ("The fair was on 3, 4 and 6 May.", ["2025-05-03", "2025-05-04", "2025-05-06"]),
        ("It is on the 3rd, 5th and 9th of May 2026.", ["2026-05-03", "2026-05-05", "2026-05-09"]),
        ("Meet us on 11/20, 11/22 or 11/25.", ["2025-11-20", "2025-11-22", "2025-11-25"]),
        ("On Nov. 20, 22 people sang.", ["2025-11-20"]),
        ("On Nov. 20, 12 and 11 were sung.", ["2025-11-20"]),
        ("It ran between 3 and 5 May.", ["2025-05-03/2025-05-05"]),
    ],
)
def test_each_day_of_a_list_is_a_date(sentence: str, days: list[str]) -> None:
    found = find(sentence, ANCHOR)
    assert [one.value for one in found] == days
    assert all(sentence[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("sentence", "first", "last", "qualifier"),
    [
        ("Federal fiscal year 2025 was dull.", date(2024, 10, 1), date(2025, 9, 30), "exact"),
        ("India's fiscal year 2024 was dull.", date(2023, 4, 1), date(2024, 3, 31), "exact"),
        ("Japan's fiscal year 2024 was dull.", date(2024, 4, 1), date(2025, 3, 31), "exact"),
        ("Australia's fiscal year 2024 was dull.", date(2023, 7, 1), date(2024, 6, 30), "exact"),
        ("The UK's 2023/24 tax year was dull.", date(2023, 4, 6), date(2024, 4, 5), "exact"),
        ("The mill's fiscal year 2024 was dull.", date(2024, 1, 1), date(2024, 12, 31), "about"),
        (
            "The mill's fiscal third quarter fell.",
            date(2025, 1, 1),
            date(2025, 12, 31),
            "about",
        ),
        ("They met over Labor Day weekend.", date(2025, 8, 30), date(2025, 9, 1), "exact"),
    ],
)
def test_whose_year_it_is(sentence: str, first: date, last: date, qualifier: str) -> None:
    (found,) = find(sentence, ANCHOR)
    assert found.when is not None
    assert (found.when.start, found.when.finish) == (first, last)
    assert found.when.qualifier == qualifier


def test_a_range_may_end_with_the_day_that_it_is_told_on() -> None:
    (found,) = find("Between March 2024 and now it grew.", ANCHOR)
    assert found.value == "2024-03/2025-10-25"
    (found,) = find("The show runs Oct. 3 through Nov. 5.", ANCHOR)
    assert found.value == "2025-10-03/2025-11-05"


@pytest.mark.parametrize(
    ("sentence", "precision"),
    [
        ("It begins at 9 p.m. on Monday.", "hour"),
        ("It begins at 9:05 p.m. on Monday.", "minute"),
        ("It begins at noon on Monday.", "hour"),
    ],
)
def test_an_hour_is_no_finer_than_an_hour(sentence: str, precision: str) -> None:
    (found,) = find(sentence, ANCHOR)
    assert found.when is not None
    assert found.when.precision == precision
