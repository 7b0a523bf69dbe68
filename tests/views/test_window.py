"""The timeline opens on the story and not on its one distant date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pandas as pd

from tests.views import story
from timeline.export.frame import event_frame
from timeline.model import Precision, When
from timeline.views.window import SHORTEST, dated_of, fit, marks_of, whole_of

ANCHOR = datetime(2024, 5, 16)


def frame_of(whens: list[When]) -> pd.DataFrame:
    event = story.events()[0]
    rows = [replace(event, id=f"w{i}", when=when) for i, when in enumerate(whens)]
    return pd.concat([event_frame([story.article()], [row]) for row in rows], ignore_index=True)


def on(*days: str) -> list[When]:
    return [When.on(date.fromisoformat(day)) for day in days]


def test_one_old_date_does_not_squash_the_week() -> None:
    week = on("2024-05-13", "2024-05-14", "2024-05-16", "2024-05-18", "2024-05-19")
    window = fit(frame_of([*week, *on("1990-03-01")]), ANCHOR)
    assert window.start > datetime(2024, 5, 1)
    assert window.end < datetime(2024, 6, 1)


def test_dates_spread_over_decades_are_all_shown() -> None:
    window = fit(frame_of(on("1971-01-01", "1984-01-01", "1999-01-01", "2011-01-01", "2023-01-01")))
    assert window.start < datetime(1971, 1, 1)
    assert window.end > datetime(2023, 1, 1)


def test_coarse_dates_do_not_vote_while_there_are_days() -> None:
    years = [
        When.within(date(y, 1, 1), date(y, 12, 31), Precision.YEAR) for y in (1990, 2005, 2031)
    ]
    window = fit(frame_of([*on("2024-05-14", "2024-05-15", "2024-05-17"), *years]), ANCHOR)
    assert window.length < timedelta(days=20)


def test_years_alone_are_shown_whole() -> None:
    window = fit(frame_of([When.within(date(1990, 1, 1), date(1990, 12, 31), Precision.YEAR)]))
    assert window.start <= datetime(1990, 1, 1)
    assert window.end >= datetime(1991, 1, 1)


def test_without_dates_it_stands_around_the_article() -> None:
    window = fit(frame_of([When.undated()]), ANCHOR)
    assert window.start < ANCHOR < window.end
    assert window.length == SHORTEST


def test_everything_shows_every_mark(frame: pd.DataFrame) -> None:
    window = whole_of(dated_of(frame), ANCHOR)
    marks = marks_of(frame.itertuples(), timedelta(days=2))
    assert len(marks) == int(frame["dated"].sum())
    assert all(window.start <= m.start and m.end <= window.end for m in marks.values())


def test_calendar_ends_are_no_trouble() -> None:
    whens = on("0001-01-01", "9999-12-31")
    for window in (fit(frame_of(whens)), whole_of(dated_of(frame_of(whens)))):
        assert window.start < window.end
