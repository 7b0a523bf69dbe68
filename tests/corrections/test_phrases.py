"""Dates as a reader types them: one meaning each, counted from the article's day, or refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.corrections.edtf import from_edtf
from timeline.corrections.phrases import UnclearPhraseError, read_phrase
from timeline.model import Bounds, Precision, Qualifier, Status, When
from timeline.notation import edtf, words

ARTICLE = date(2024, 5, 16)  # a Thursday


@pytest.mark.parametrize(
    ("phrase", "status", "said"),
    [
        ("by August", Status.PLANNED, "by August 2024"),
        ("  by   August ", Status.PLANNED, "by August 2024"),
        ("in August", Status.HAPPENED, "August 2023"),
        ("by August", Status.HAPPENED, "by August 2024"),
        ("on Monday", Status.HAPPENED, "13 May 2024"),
        ("on Monday", Status.EXPECTED, "20 May 2024"),
        ("from Monday to Wednesday", Status.PLANNED, "20–22 May 2024"),
        ("since 2020", Status.ONGOING, "since 2020"),
        ("late October 2023", Status.HAPPENED, "late October 2023"),
        ("8 June 2021", Status.PLANNED, "8 Jun 2021"),
        ("le 8 juin 2021", Status.PLANNED, "8 Jun 2021"),
        ("25/06/2021", Status.PLANNED, "25 Jun 2021"),
        ("05.06.2021", Status.PLANNED, "5 Jun 2021"),
        ("2024-06", Status.PLANNED, "June 2024"),
        ("2024-06-01/2024-06-04", Status.PLANNED, "1–4 Jun 2024"),
        ("[2024-05-16..2024-07-31]", Status.PLANNED, "between 16 May and 31 Jul 2024"),
        ("no date", Status.PLANNED, "no date"),
    ],
)
def test_phrases(phrase: str, status: Status, said: str) -> None:
    read = read_phrase(phrase, ARTICLE, status)
    assert words(read.when) == said
    assert read.phrase == " ".join(phrase.split())


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("", "No time"),
        ("soonish perhaps", "No time"),
        ("2024-02-31", "No time"),
        ("on Monday and 7 July", "several times"),
        ("Monday in Harstad", "“harstad”"),
        ("05/06/2025", "as 2025-06-05 (day first) or as 2025-05-06 (month first)"),
        ("by 05/06/2025", "can be read in two ways"),
        ("from 2024-06-01 to 7-8-2025", "can be read in two ways"),
    ],
)
def test_what_has_no_single_meaning_is_refused(phrase: str, said: str) -> None:
    with pytest.raises(UnclearPhraseError) as caught:
        read_phrase(phrase, ARTICLE, Status.PLANNED)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024", "2024-01-01", "2024-12-31", Precision.YEAR),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2024-24", "2024-12-01", "2025-02-28", Precision.SEASON),
        ("2024-33", "2024-01-01", "2024-03-31", Precision.QUARTER),
        ("2024-41", "2024-07-01", "2024-12-31", Precision.QUARTER),
        ("199X", "1990-01-01", "1999-12-31", Precision.DECADE),
        ("19XX", "1900-01-01", "1999-12-31", Precision.CENTURY),
        ("2024-05-16T14:30", "2024-05-16", "2024-05-16", Precision.MINUTE),
    ],
)
def test_units(text: str, first: str, last: str, precision: Precision) -> None:
    read = from_edtf(text)
    assert read is not None
    assert (str(read.start), str(read.finish), read.precision) == (first, last, precision)


@pytest.mark.parametrize(
    "text", ["", "..", "/", "../..", "[..]", "2024-13", "2024-05-32", "24", "2024-05/", "9999/x"]
)
def test_what_is_no_edtf(text: str) -> None:
    read = from_edtf(text)
    assert read is None or text == "2024-05/"


days = st.dates(date(1000, 1, 1), date(9000, 12, 31))


@given(days, days, st.booleans())
def test_what_is_written_is_read_back(one: date, other: date, lasting: bool) -> None:
    first, last = min(one, other), max(one, other)
    if lasting:
        when = When.lasted(Bounds(first, first), Bounds(last, last), Precision.DAY)
    elif first == last:
        when = When.on(first)
    else:
        when = When.within(first, last, Precision.DAY, Qualifier.BETWEEN)
    assert from_edtf(edtf(when)) == when
