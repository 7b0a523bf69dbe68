"""Full dates as bylines print them: day, month and year, and never the machine's clock."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from timeline.reading.errors import ArticleError, DateError

EARLIEST = date(1000, 1, 1)
LATEST = date(9000, 12, 31)

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = (
    r"(?:mon|tue(?:s(?:day)?)?|wed(?:nes(?:day)?)?|thu(?:r(?:s(?:day)?)?)?|fri|sat(?:ur(?:day)?)?|sun)"
    r"(?:day)?\b\.?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"\d{4}"
ENGLISH = rf"(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+{DAY},?\s+{YEAR}|{DAY}[\s-]+{MONTH},?[\s-]+{YEAR})"
ISO = r"\d{4}-\d{2}-\d{2}(?!\d)"
NUMERIC = r"\d{1,2}([/.-])\d{1,2}\1\d{4}(?!\d)"

_ENGLISH = re.compile(rf"(?<![\w-]){ENGLISH}(?!\w)", re.IGNORECASE)
_ISO = re.compile(rf"(?<![\d-]){ISO}")
_NUMERIC = re.compile(rf"(?<![\d/.-]){NUMERIC}")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
# "samedi 25 octobre 2025", "25 de octubre de 2025", "25. Oktober 2025": what dateparser is for.
_FOREIGN = re.compile(
    r"(?:[^\W\d]+,?\s+){0,3}(\d{1,2}(?:\.|er|º)?\s+(?:de\s+)?[^\W\d]{3,}\s+(?:de\s+)?\d{4})(?!\d)"
    r"(?:\s*(?:г\.|року|року\.))?"
)
# What may follow a date on its line: a time of day, a zone, a place, an agency.
_AFTER_DATE = re.compile(
    r"[\s,|/·T–-]*(?:at\s+)?(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"|\d{1,2}\s*[ap]\.?m\.?)?\s*(?:Z|\(?[A-Z]{2,5}\)?(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2})?[\s.]*",
    re.IGNORECASE,
)


def checked(day: date) -> date:
    """The same day, if an article can be of it.

    Raises:
        ArticleError: if it lies outside the years 1000 to 9000.
    """
    if not EARLIEST <= day <= LATEST:
        raise DateError(
            f"The date {day.isoformat()} lies outside the years {EARLIEST.year} to {LATEST.year}."
        )
    return day


def given_date(value: date | str) -> date:
    """The date that a user gave.

    Args:
        value: a date, or a full date in words or figures.

    Raises:
        ArticleError: if it cannot be read, or read in only one way.
    """
    if isinstance(value, datetime):
        return checked(value.date())
    if isinstance(value, date):
        return checked(value)
    found = whole_date(value)
    if found is None:
        raise ArticleError(
            f"{value.strip()[:60]!r} is not a date with day, month and year.",
            "Write it as YYYY-MM-DD, for example 2025-10-25.",
        )
    return checked(found)


def whole_date(text: str) -> date | None:
    """The date that these few words are, with nothing else but a time of day.

    Args:
        text: one line at most.

    Returns:
        The day as printed, whatever the time zone; None if this is anything else.

    Raises:
        ArticleError: if day and month could be either way round, or there is no such day.
    """
    line = text.strip().strip("\ufeff|•·-–—*_()[] ")
    if not 8 <= len(line) <= 80:
        return None
    for pattern in (_ISO, _ENGLISH, _NUMERIC, _CHINESE):
        match = pattern.match(line)
        if match and _AFTER_DATE.fullmatch(line[match.end() :]):
            return _of_match(match)
    match = _FOREIGN.match(line)
    if match and _AFTER_DATE.fullmatch(line[match.end() :]):
        return _parse(match[1])
    return None


def dates_in(text: str) -> list[date]:
    """The unambiguous full dates in a text, in ISO form or in English."""
    found = []
    for pattern in (_ISO, _ENGLISH):
        for match in pattern.finditer(text):
            try:
                day = _of_match(match)
            except ArticleError:
                continue
            if day is not None:
                found.append(day)
    return found


def refuse_ambiguous(text: str) -> None:
    """Refuse a text with a date such as 05/06/2025, which may be of May or of June.

    Raises:
        DateError: if day and month of one could be either way round, or there is no such day.
    """
    for match in _NUMERIC.finditer(text):
        _of_match(match)


def first_date_in(text: str) -> date | None:
    """The first full date in the value of a `Published:` line, whatever stands around it.

    Raises:
        ArticleError: as for `whole_date`.
    """
    matches = [m for p in (_ISO, _ENGLISH, _NUMERIC, _CHINESE) if (m := p.search(text))]
    if matches:
        return _of_match(min(matches, key=lambda match: match.start()))
    match = _FOREIGN.search(text)
    return _parse(match[1]) if match else None


def _of_match(match: re.Match[str]) -> date | None:
    if match.re is _ISO:
        return _on_calendar(*map(int, match[0].split("-")))
    if match.re is _CHINESE:
        return _on_calendar(int(match[1]), int(match[2]), int(match[3]))
    if match.re is _NUMERIC:
        return _numeric(match[0], match[1])
    day = _parse(re.sub(rf"^{WEEKDAY},?\s+", "", match[0], flags=re.IGNORECASE), "en")
    if day is None:
        raise DateError(f"There is no such day as {match[0]!r}.")
    return day


def _on_calendar(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateError(f"There is no such day as {year:04}-{month:02}-{day:02}.") from error


def _numeric(text: str, separator: str) -> date:
    """25/10/2025: the number above 12 tells which is the day; full stops are day first."""
    first, second, year = map(int, text.split(separator))
    if separator == "." or first > 12 or first == second:
        return _on_calendar(year, second, first)
    if second > 12:
        return _on_calendar(year, first, second)
    readings = (_on_calendar(year, second, first), _on_calendar(year, first, second))
    raise DateError(
        f"The date {text} can be read in two ways: as {readings[0].isoformat()} (day first) "
        f"or as {readings[1].isoformat()} (month first).",
        readings=readings,
    )


def _parse(text: str, language: str | None = None) -> date | None:
    """Let dateparser read a full date; it knows the months of some two hundred languages."""
    import dateparser

    settings: Any = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": "DMY",
        "RETURN_AS_TIMEZONE_AWARE": False,
        # dateparser fills what a text leaves out from this day: fixed, so that even a part that
        # slipped past the two demands above could not come from the machine's clock.
        "RELATIVE_BASE": datetime(2000, 1, 1),
    }
    found = dateparser.parse(text, languages=[language] if language else None, settings=settings)
    return found.date() if found else None
