"""Datelines: "KUALA LUMPUR, Oct 26 —", "PARIS (Reuters) – 3 May 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from timeline.reading.dates import DAY, MONTH, WEEKDAY, YEAR, dates_in, first_date_in
from timeline.reading.errors import ArticleError, DateError

_TOP = 3000
_REACH = 200
# News names days close to its own in full, and days of long ago, such as someone's birth, too:
# only a day so close to the dateline's tells the dateline's year.
_NEAR = timedelta(days=30)
_YEARS = 41  # a 29 February is a given weekday every 28 years, but for those around 1900
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

# A town in capitals, perhaps its state or country, an agency, a date before or after the dash.
_TOWN = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s[A-ZÀ-Þ.'’-]{2,}){0,4}(?:/[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]+)?"
_REGION = rf"(?:,\s(?!(?i:{MONTH}|{WEEKDAY}))[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){{0,3}})?"
_AGENCY = r"(?P<agency>\s?\([^()\d]{2,40}\))?"
_AGENCY2 = _AGENCY.replace("agency", "agency2")
_DAY_MONTH = (
    rf"(?i:(?:{WEEKDAY},?\s)?(?:{MONTH}\s{DAY}(?!\d)(?:,?\s{YEAR})?|{DAY}\s{MONTH}(?:,?\s{YEAR})?))"
)
_DASH = r"\s?(?:—|–|--|-|_)(?:\s|$)"  # old wires wrote "_"
_DATELINE = re.compile(
    rf"{_TOWN}{_REGION}{_AGENCY}(?:,?\s\(?(?:(?P<before>{_DAY_MONTH})|(?i:{WEEKDAY})\b)\)?)?{_AGENCY2},?{_DASH}\s?"
    rf"(?:(?P<after>{_DAY_MONTH})\s?(?:—|–|--|-|_|:|\.|$)\s*)?"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: its length in characters, its date in words, and the day if it names a year."""

    length: int
    words: str
    day: date | None


def match_dateline(text: str, start: int) -> Dateline | None:
    """The dateline that begins at `start` of a text, if one does."""
    line = text[start : start + _REACH].split("\n", 1)[0]
    match = _DATELINE.match(line)
    if match is None:
        return None
    words = match["before"] or match["after"] or ""
    sure = words or match["agency"] or match["agency2"]
    if not sure and not line[match.end() : match.end() + 1].isupper():
        return None  # "NATO — which has 32 members —" begins a sentence
    return Dateline(match.end(), words, first_date_in(words) if words else None)


def dateline_day(dateline: Dateline, text: str) -> date:
    """The day of a dateline that names one.

    Args:
        dateline: a dateline with a day and a month.
        text: the article, whose top may name a full date within a month of that day.

    Raises:
        ArticleError: if neither the dateline nor such a date gives the year, or if two such dates
            give different years.
    """
    if dateline.day is not None:
        return dateline.day
    # A story of 31 December may name 2 January: the neighbouring years count as well.
    days = {
        day
        for named in dates_in(text[:_TOP])
        for year in (named.year - 1, named.year, named.year + 1)
        if (day := _in_year(dateline.words, year)) and abs(day - named) <= _NEAR
    }
    if len(days) == 1:
        return days.pop()
    raise DateError(
        f"The dateline says {dateline.words!r}, and nothing near it says of which year.",
        yearless=dateline.words,
    )


def days_before(words: str, latest: date, most: int = 3) -> tuple[date, ...]:
    """The last days that a day and a month can mean, for somebody to choose from.

    Args:
        words: a day and a month, perhaps with a weekday ("Sat, Oct 25"), which then leaves out
            the years in which that day was another.
        latest: the last day that counts.
        most: how many days.

    Returns:
        The days, the last one first.
    """
    named = re.match(WEEKDAY, words, re.IGNORECASE)
    weekday = named[0][:3].capitalize() if named else ""
    days = (_in_year(words, year) for year in range(latest.year, latest.year - _YEARS, -1))
    fitting = (d for d in days if d and d <= latest and weekday in ("", _WEEKDAYS[d.weekday()]))
    return tuple(islice(fitting, most))


def _in_year(words: str, year: int) -> date | None:
    try:
        return first_date_in(f"{words} {year}")
    except ArticleError:  # 29 February
        return None
