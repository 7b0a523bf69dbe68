"""What the lines of articles' days are called: neighbours in one note, years where needed."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.views.sheet import PHONE, Options, day_notes
from timeline.views.theme import text_width
from timeline.views.window import Window

START = datetime(2025, 5, 1)


def notes(days: list[str], start: str, end: str, width: int = 900, later: int = 0) -> list[str]:
    anchors = tuple(datetime.fromisoformat(day) for day in days)
    window = Window(datetime.fromisoformat(start), datetime.fromisoformat(end))
    found = day_notes(Options(anchors=anchors, width=width), window, width, later)
    return [note["text"] for note in found]


@pytest.mark.parametrize(
    ("days", "start", "end", "said"),
    [
        (["2025-05-17"], "2025-05-10", "2025-05-24", ["article, 17 May"]),
        (["2025-05-17"], "1959-05-10", "2030-05-24", ["article, 17 May 2025"]),
        (["2024-12-28"], "2024-12-20", "2025-02-24", ["article, 28 Dec 2024"]),
        (["2025-05-17", "2025-05-17"], "2025-05-10", "2025-05-24", ["2 articles, 17 May"]),
        (["2025-05-19", "2025-05-17", "2025-05-18"], "2024-01-01", "2026-01-01",
         ["3 articles, 17–19 May 2025"]),
        (["2025-05-30", "2025-06-02"], "2025-01-01", "2025-12-01", ["2 articles, 30 May – 2 Jun"]),
        (["2024-12-30", "2025-01-02"], "2024-01-01", "2025-12-01",
         ["2 articles, 30 Dec 2024 – 2 Jan 2025"]),
        (["2025-05-17", "2025-10-17"], "2025-05-10", "2025-10-24",
         ["article, 17 May", "article, 17 Oct"]),
        (["2023-05-17"], "2025-05-10", "2025-10-24", []),
    ],
)  # fmt: skip
def test_notes_say_as_much_as_the_window_needs(
    days: list[str], start: str, end: str, said: list[str]
) -> None:
    assert notes(days, start, end) == said


@given(
    st.lists(st.integers(0, 400), max_size=40),
    st.integers(3, 400),
    st.integers(250, 2400),
    st.integers(0, 20_000),
    st.integers(0, 400),
)
def test_notes_never_meet_and_count_every_article(
    days: list[int], length: int, width: int, later: int, today: int
) -> None:
    window = Window(START, START + timedelta(days=length))
    anchors = tuple(START + timedelta(days=day) for day in days)
    options = Options(anchors=anchors, width=width, today=START + timedelta(days=today))
    found = day_notes(options, window, width, later)
    boxes = []
    counted = 0
    for note in found:
        left = (datetime.fromisoformat(note["x"]) - START) / window.length * width
        boxes.append((left, left + text_width(note["text"], 12)))
        first = note["text"].split()[0].replace(",", "")
        counted += int(first) if first.isdigit() else first == "article"
    assert counted == sum(START + timedelta(days=day, hours=12) <= window.end for day in days)
    boxes.sort()
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(boxes))
    limit = width - (text_width(f"{later:,} later →", 12) if later and width >= PHONE else 0)
    assert all(right <= max(limit, right - left) + 1 for left, right in boxes)
