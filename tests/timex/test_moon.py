"""Feasts by the moon, against days that calendars give."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.timex import moon

YEARS = st.integers(1900, 2199)


@pytest.mark.parametrize(
    ("feast", "days"),
    [
        (moon.rosh_hashanah, ["2018-09-10", "2024-10-03", "2025-09-23"]),
        (moon.passover, ["2018-03-31", "2024-04-23", "2025-04-13"]),
        (moon.hanukkah, ["2018-12-03", "2023-12-08", "2024-12-26"]),
        (moon.lunar_new_year, ["2018-02-16", "2020-01-25", "2024-02-10", "2026-02-17"]),
        (moon.diwali, ["2018-11-07", "2020-11-14", "2021-11-04", "2022-10-24", "2023-11-12"]),
        (lambda year: moon.islamic(year, 9, 1), ["2024-03-11", "2025-03-01"]),
        (lambda year: moon.islamic(year, 10, 1), ["2018-06-15", "2024-04-10"]),
    ],
)
def test_known_days(feast: object, days: list[str]) -> None:
    """Each feast falls on the day that was kept."""
    for day in days:
        assert feast(int(day[:4])) == date.fromisoformat(day)  # type: ignore[operator]


@given(YEARS)
def test_the_hebrew_year_begins_on_no_sunday_wednesday_or_friday(year: int) -> None:
    """The postponements keep the new year off three weekdays, and Passover off three others."""
    assert moon.rosh_hashanah(year).weekday() in (0, 1, 3, 5)
    assert moon.passover(year).weekday() in (1, 3, 5, 6)


@given(YEARS)
def test_the_chinese_year_begins_within_its_month(year: int) -> None:
    """From 21 January to 21 February."""
    assert date(year, 1, 21) <= moon.lunar_new_year(year) <= date(year, 2, 21)


@given(st.integers(-1200, 2400))
def test_new_moons_are_a_month_apart(number: int) -> None:
    """A lunation lasts from 29.2 to 29.9 days."""
    apart = moon.new_moon(number + 1) - moon.new_moon(number)
    assert 29.2 < apart.total_seconds() / 86400 < 29.9
