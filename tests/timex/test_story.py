"""What hangs on the story's last date, and what stands beside it."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.timex import find

ANCHOR = date(2025, 10, 25)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He sailed on 3 May 1901. Two days later he sank.", ["1901-05-03", "1901-05-05"]),
        ("He sailed on 3 May 1901. A year earlier he wed.", ["1901-05-03", "1900"]),
        ("He sailed in May 1901. That year he wed.", ["1901-05", "1901"]),
        ("He sailed on 3 May 1901 at noon.", ["1901-05-03T12:00"]),
        ("He sailed on 3 May 1901, and sank at 9 p.m.", ["1901-05-03", "1901-05-03T21:00"]),
        ("He sailed at 9 p.m. Friday.", ["2025-10-24T21:00"]),
        ("It rained on Friday night.", ["2025-10-24TNI"]),
        (
            "Profit rose in the third quarter ended Sept. 30 from a year earlier.",
            ["2025-Q3", "2025-09-30", "2024-Q3"],
        ),
        ("Profit rose in the third quarter ended Sept. 30, 2019.", ["2019-Q3", "2019-09-30"]),
        ("It rained on the night of Friday.", ["2025-10-24TNI"]),
        ("It rained in the early morning of 3 May 1901.", ["1901-05-03TMO"]),
        ("They meet next Tuesday and Wednesday.", ["2025-10-28", "2025-10-29"]),
        ("The next day it rained.", ["2025-10-26"]),
        ("He fell in 44 BC. Two years later they won.", ["BC0044", "BC0042"]),
        ("He fell in 44 BC. Fifty years later they lost.", ["BC0044", "0007"]),
        ("He fell on 15 March 44 BC. Two days later they met.", ["BC0044-03-15", "BC0044-03-17"]),
    ],
)
def test_the_story_moves(text: str, values: list[str]) -> None:
    """Later and earlier count from the date named last, the article's day if there is none."""
    assert [e.value for e in find(text, ANCHOR)] == values


def test_ranges_can_be_left_apart() -> None:
    """TIMEX3 corpora keep the ends of a range apart."""
    text = "It runs from Monday to Wednesday."
    assert [e.value for e in find(text, ANCHOR, merge=False)] == ["2025-10-27", "2025-10-29"]
    assert [e.value for e in find(text, ANCHOR)] == ["2025-10-27/2025-10-29"]
