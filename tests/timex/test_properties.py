"""What holds for any text, any anchor and any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.timex import find
from timeline.timex.flat import flatten

DAYS = st.dates(date(1000, 1, 1), date(9000, 12, 31))
MODERN = st.dates(date(1901, 1, 1), date(2098, 12, 31))
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
FRAMES = st.sampled_from(
    ["She spoke on {}.", "She will speak on {}.", "She speaks on {}.", "{}", "Last {} it rained."]
)
PIECES = st.sampled_from(
    [
        "on",
        "in",
        "by",
        "the",
        "since",
        "until",
        "from",
        "to",
        "of",
        "last",
        "next",
        "this",
        "Monday",
        "May",
        "March",
        "3",
        "2019",
        "Oct.",
        "26",
        "-",
        "–",
        ",",
        ".",
        "three",
        "days",
        "weeks",
        "ago",
        "later",
        "early",
        "late",
        "mid-",
        "a.m.",
        "10:30",
        "noon",
        "9999",
        "year",
        "years",
        "100000",
        "century",
        "decade",
        "every",
        "quarter",
        "Q3",
        "'80s",
        "Easter",
        "weekend",
        "yesterday",
        "half",
        "\n\n",
        "(",
        ")",
        "’s",
        "½",
        "�",
        "é",
        "日",
    ]
)


@given(st.lists(PIECES, max_size=30).map(" ".join), st.dates())
def test_extents_are_true_and_apart(text: str, anchor: date) -> None:
    """Each expression stands where it says, in order, overlapping none, whatever the text."""
    end = 0
    for e in find(text, anchor):
        assert text[e.start : e.end] == e.text
        assert e.start >= end
        assert e.text.strip()
        end = e.end


@given(st.text(max_size=300), st.dates())
def test_any_text_is_read_without_an_error(text: str, anchor: date) -> None:
    """All of Unicode, any anchor from year 1 to 9999."""
    for e in find(text, anchor):
        assert text[e.start : e.end] == e.text


@given(st.text(st.characters(), max_size=100))
def test_flat_text_keeps_its_length(text: str) -> None:
    """One byte a character, surrogates included."""
    assert len(flatten(text)) == len(text)


@given(FRAMES, st.sampled_from(NAMES), st.dates(date(2, 1, 1), date(9998, 1, 1)))
def test_a_week_on_weekdays_fall_a_week_later(frame: str, name: str, anchor: date) -> None:
    """Shifting the anchor by seven days shifts the answer by seven days."""
    text = frame.format(name)
    (before,) = find(text, anchor)
    (after,) = find(text, anchor + timedelta(7))
    shifted = date.fromisoformat(before.value) + timedelta(7)
    assert after.value == shifted.isoformat()
    assert shifted.weekday() == NAMES.index(name)


@settings(max_examples=60)
@given(
    MODERN,
    DAYS,
    st.sampled_from(
        [
            "{d} {month} {y}",
            "{month} {d}, {y}",
            "{wd}, {month} {d}, {y}",
            "{wd} {d} {month} {y}",
            "{mon}. {d}, {y}",
            "{y}-{m:02}-{d:02}",
            "the {d}{th} of {month} {y}",
        ]
    ),
)
def test_a_day_written_out_reads_back(day: date, anchor: date, form: str) -> None:
    """Rendering a day in any supported form and reading it back is the identity."""
    month = MONTHS[day.month - 1]
    suffix = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    written = form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        month=month,
        mon=month[:3] if month != "May" else "May",
        wd=NAMES[day.weekday()],
        th=suffix,
    ).replace("May.", "May")
    found = find(f"It was signed on {written} at sea.", anchor)
    assert [e.value for e in found] == [day.isoformat()]
    assert found[0].when is not None
    assert (found[0].when.start, found[0].when.finish) == (day, day)


@given(MODERN, DAYS)
def test_months_and_years_read_back(day: date, anchor: date) -> None:
    """A month stays a month and a year a year."""
    month, year = find(
        f"It began in {MONTHS[day.month - 1]} {day.year} and again in {day.year}.", anchor
    )
    assert (month.value, year.value) == (f"{day.year}-{day.month:02}", f"{day.year}")


@pytest.mark.parametrize("anchor", [date.min, date.max, date(1, 12, 31), date(9999, 1, 1)])
@pytest.mark.parametrize(
    "text",
    [
        "He came last week, 500 years ago, and on Friday; next year he will go by March.",
        "Three days later. The following century. Two weeks ago. In 9 millennia. Late December.",
        "From Monday to Wednesday, before January 1, since Easter, until the weekend.",
        "Last spring, this winter, next decade, the last quarter, the year before.",
    ],
)
def test_the_edges_of_the_calendar(text: str, anchor: date) -> None:
    """Dates that do not exist are left out, never raised."""
    for e in find(text, anchor):
        assert text[e.start : e.end] == e.text
        if e.when and e.when.start and e.when.finish:
            assert e.when.start <= e.when.finish


def test_part_of_a_text() -> None:
    """`start` and `end` limit the search and keep the offsets of the whole."""
    text = "On Friday he left. On Sunday he came back. On Monday he slept."
    (found,) = find(text, date(2025, 10, 25), start=18, end=42)
    assert found.start == text.index("Sunday")


@pytest.mark.parametrize(
    "text",
    [
        "May " * 20_000,
        "1" * 100_000,
        "2019-" * 20_000,
        "three days later " * 5_000,
        "a" * 100_000,
        "the last " * 10_000,
        "twenty " * 15_000,
        "on Monday to " * 8_000,
        "é" * 100_000,
        "日" * 100_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_repeats_end(text: str) -> None:
    """Long runs of triggers are read to their end with true offsets."""
    assert all(text[e.start : e.end] == e.text for e in find(text, date(2025, 10, 25)))


NEUTRAL = st.sampled_from(
    ["It was seen {}.", "Nothing was heard {}, they said.", "({})", "{}", "“It was seen {}.”"]
)
FIXED = st.sampled_from(
    [
        "on 3 March 1987",
        "in March 1987",
        "in the spring of 1987",
        "in the third quarter of 1987",
        "in the 1980s",
        "yesterday",
        "three weeks ago",
        "last month",
        "two days after 3 March 1987",
        "between March and May 1987",
    ]
)


@given(NEUTRAL, FIXED, MODERN)
def test_an_expression_means_the_same_in_any_neutral_sentence(
    frame: str, phrase: str, anchor: date
) -> None:
    """What needs no direction from its clause does not change with its clause."""
    alone = [(e.text, e.value) for e in find(phrase, anchor, genre="news")]
    framed = [(e.text, e.value) for e in find(frame.format(phrase), anchor, genre="news")]
    assert alone
    assert framed == alone


@given(st.lists(PIECES, max_size=30).map(" ".join), st.dates())
def test_bounds_are_never_inverted_and_stay_on_the_calendar(text: str, anchor: date) -> None:
    """Each end's bounds are in order, and no end comes before its beginning."""
    for e in find(text, anchor):
        if e.when is None:
            continue
        for bounds in (e.when.begin, e.when.end):
            if bounds.earliest and bounds.latest:
                assert bounds.earliest <= bounds.latest
        if e.when.start and e.when.finish:
            assert e.when.start <= e.when.finish


@given(MODERN, DAYS)
def test_a_finer_phrase_lies_within_the_coarser(day: date, anchor: date) -> None:
    """A day in its month, a third of the month in it, the month in its year, that in its decade."""
    month = MONTHS[day.month - 1]
    phrases = (
        f"on {day.day} {month} {day.year}",
        f"in {month} {day.year}",
        f"in {day.year}",
        f"in the {day.year // 10 * 10}s",
    )
    spans = []
    for phrase in phrases:
        (found,) = find(f"It was seen {phrase}.", anchor, genre="news")
        assert found.when is not None
        assert found.when.start is not None
        assert found.when.finish is not None
        spans.append((found.when.start, found.when.finish))
    for (first, last), (from_, to) in pairwise(spans):
        assert from_ <= first <= last <= to
    for side in ("early", "mid-", "late"):
        (part,) = find(f"It was seen in {side} {month} {day.year}.".replace("- ", "-"), anchor)
        assert part.when is not None
        assert part.when.start is not None
        assert part.when.finish is not None
        assert spans[1][0] <= part.when.start <= part.when.finish <= spans[1][1]


@given(
    st.lists(PIECES, max_size=12).map(" ".join), st.dates(), st.sampled_from(["news", "narrative"])
)
def test_reading_twice_is_reading_once(text: str, anchor: date, genre: str) -> None:
    """Nothing is kept from one text to the next."""
    assert find(text, anchor, genre=genre) == find(text, anchor, genre=genre)
