"""Each kind of time gets the mark that says as much as is known, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views import story
from timeline.export.frame import event_frame
from timeline.model import Bounds, Precision, Qualifier, Status, When
from timeline.views.marks import Fill, Kind, Mark, fill_of, mark_of

REACH = timedelta(days=10)
A, B = date(2024, 5, 6), date(2024, 5, 12)


def mark(when: When, status: Status = Status.HAPPENED) -> Mark | None:
    event = replace(story.events()[0], when=when, status=status)
    (row,) = event_frame([story.article()], [event]).itertuples()
    return mark_of(row, REACH)


def within(qualifier: Qualifier, first: date | None = A, last: date | None = B) -> When:
    return When.within(first, last, Precision.DAY, qualifier)


def at(day: date, hours: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(hours=hours)


AFTER_B = at(B) + timedelta(days=1)


@pytest.mark.parametrize("qualifier", list(Qualifier))
def test_a_single_day_is_a_dot_at_its_noon(qualifier: Qualifier) -> None:
    drawn = mark(When.on(A, qualifier))
    assert drawn is not None
    assert (drawn.dot, drawn.pieces) == (at(A, 12), ())


@pytest.mark.parametrize(
    ("when", "kind", "start", "end", "ticks"),
    [
        (When.within(A, B, Precision.WEEK), Kind.WITHIN, at(A), AFTER_B, ()),
        (within(Qualifier.EARLY), Kind.WITHIN, at(A), AFTER_B, ()),
        (within(Qualifier.LATE), Kind.WITHIN, at(A), AFTER_B, ()),
        (within(Qualifier.BETWEEN), Kind.WITHIN, at(A), AFTER_B, ()),
        (within(Qualifier.INFERRED), Kind.WORKED_OUT, at(A), AFTER_B, ()),
        (within(Qualifier.ABOUT), Kind.FADE_BOTH, at(A), AFTER_B, ()),
        (within(Qualifier.BY), Kind.FADE_IN, at(A), AFTER_B, (AFTER_B,)),
        (within(Qualifier.BEFORE), Kind.FADE_IN, at(A), AFTER_B, (AFTER_B,)),
        (within(Qualifier.BY, None), Kind.FADE_IN, AFTER_B - REACH, AFTER_B, (AFTER_B,)),
        (within(Qualifier.AFTER), Kind.FADE_OUT, at(A), AFTER_B, (at(A),)),
        (within(Qualifier.AFTER, A, None), Kind.FADE_OUT, at(A), at(A) + REACH, (at(A),)),
        (within(Qualifier.INFERRED, A, None), Kind.FADE_OUT, at(A), at(A) + REACH, (at(A),)),
        (within(Qualifier.INFERRED, None), Kind.FADE_IN, AFTER_B - REACH, AFTER_B, (AFTER_B,)),
    ],
)
def test_what_happens_once_is_one_piece(
    when: When, kind: Kind, start: datetime, end: datetime, ticks: tuple[datetime, ...]
) -> None:
    drawn = mark(when)
    assert drawn is not None
    (piece,) = drawn.pieces
    assert (piece.kind, piece.start, piece.end, drawn.ticks) == (kind, start, end, ticks)


def test_what_lasted_between_known_days_is_solid() -> None:
    drawn = mark(When.lasted(Bounds(A, A), Bounds(B, B), Precision.DAY))
    assert drawn is not None
    assert [(p.kind, p.start, p.end) for p in drawn.pieces] == [(Kind.SOLID, at(A), AFTER_B)]


def test_since_a_year_is_open_in_that_year_certain_until_the_article_and_then_fades() -> None:
    drawn = mark(story.SINCE_2021)
    assert drawn is not None
    assert [piece.kind for piece in drawn.pieces] == [Kind.WITHIN, Kind.SOLID, Kind.FADE_OUT]
    assert drawn.start == datetime(2021, 1, 1)
    assert drawn.pieces[1].end == at(story.ANCHOR) + timedelta(days=1)


def test_ends_that_overlap_leave_no_day_certain() -> None:
    drawn = mark(When.lasted(Bounds(A, B), Bounds(A, B), Precision.WEEK))
    assert drawn is not None
    assert [piece.kind for piece in drawn.pieces] == [Kind.WITHIN]


@pytest.mark.parametrize("when", [When.undated(), When.undated(A, None), When.undated(None, B)])
def test_what_no_text_dates_has_no_mark(when: When) -> None:
    assert mark(when) is None


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_fill(status: Status) -> None:
    struck = {Status.DENIED, Status.CANCELLED}
    full = {Status.HAPPENED, Status.ONGOING, Status.REPORTED}
    expected = Fill.STRUCK if status in struck else Fill.FULL if status in full else Fill.HOLLOW
    assert fill_of(status.value) is expected


days = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


@given(st.lists(days, min_size=4, max_size=4), st.booleans(), st.sampled_from(list(Qualifier)))
def test_pieces_follow_one_another_and_never_claim_days_outside_the_bounds(
    edges: list[date | None], lasting: bool, qualifier: Qualifier
) -> None:
    try:
        begin, end = Bounds(*edges[:2]), Bounds(*edges[2:])
        if lasting:
            when = When.lasted(begin, end, Precision.DAY, qualifier)
        else:
            when = When(begin, begin, Precision.DAY, qualifier)
    except ValueError:
        return
    drawn = mark(when)
    if drawn is None or drawn.dot is not None:
        return
    for piece in drawn.pieces:
        assert piece.start <= piece.end
        if piece.kind in (Kind.SOLID, Kind.WITHIN, Kind.WORKED_OUT, Kind.FADE_BOTH):
            assert when.start is None or piece.start >= at(when.start)
            assert when.finish is None or piece.end - timedelta(days=1) <= at(when.finish)
    for before, after in zip(drawn.pieces, drawn.pieces[1:], strict=False):
        assert before.end == after.start
