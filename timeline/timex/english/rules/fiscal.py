"""Accounting years and their quarters: by their country's calendar where the text tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.model import Direction, Precision, Qualifier, TimexType, When
from timeline.timex import days
from timeline.timex.days import Span
from timeline.timex.english import numbers
from timeline.timex.english.rules.shifted import ends_on
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule


@dataclass(frozen=True, slots=True)
class Books:
    """How a government keeps its books.

    Attributes:
        name: of the calendar, for reasons.
        month: the month on whose first day its year begins.
        named_by: the calendar year that "fiscal 2024" repeats: that of its first day, of its last
            day, or "" where both are in use.
    """

    name: str
    month: int
    named_by: str


_CALENDAR = {
    "united states": Books("the United States government", 10, "last"),
    "britain": Books("Britain", 4, ""),
    "canada": Books("Canada", 4, ""),
    "india": Books("India", 4, "last"),
    "japan": Books("Japan", 4, "first"),
    "singapore": Books("Singapore", 4, "first"),
    "hong kong": Books("Hong Kong", 4, ""),
    "south africa": Books("South Africa", 4, ""),
    "australia": Books("Australia", 7, "last"),
    "new zealand": Books("New Zealand", 7, "last"),
    "pakistan": Books("Pakistan", 7, "last"),
    "bangladesh": Books("Bangladesh", 7, "last"),
    "thailand": Books("Thailand", 10, "last"),
    "calendar": Books("that country", 1, "first"),
}
_WORDS = {
    "united states": r"(?:U\.S\.|US|United States|American?)(?:'s)? (?:federal )?(?:government"
    r"|budget)|U\.S\. federal|US federal|[Ff]ederal(?: government)?|Congress|Pentagon|NASA"
    r"|White House",
    "britain": r"UK|U\.K\.|Britain|British|United Kingdom|HMRC|England",
    "canada": r"Canada|Canadian government|Ottawa",
    "india": r"India|Indian|New Delhi",
    "japan": r"Japan|Japanese|Tokyo",
    "singapore": r"Singapore",
    "hong kong": r"Hong Kong",
    "south africa": r"South Africa|South African|Pretoria",
    "australia": r"Australia|Australian|Canberra",
    "new zealand": r"New Zealand|Wellington",
    "pakistan": r"Pakistan|Pakistani|Islamabad",
    "bangladesh": r"Bangladesh|Dhaka",
    "thailand": r"Thailand|Thai",
    "calendar": r"German|Germany|France|French|China|Chinese|Italy|Italian|Spain|Spanish|Brazil"
    r"|Brazilian|Russia|Russian|South Korea|South Korean",
}
# the owner of the books beside them: "India's fiscal year 2024", "fiscal 2025 federal budget";
# between them only words of public money, since a company of that country has books of its own
_OWNER = "|".join(f"(?P<{name.replace(' ', '_')}>{alias})" for name, alias in _WORDS.items())
_BEFORE = re.compile(
    rf"(?:^|[^A-Za-z])(?:{_OWNER})(?:'s?)?(?: (?:government(?:'s)?|spending|deficit|revenues?"
    r"|receipts|exports|imports|economy|budget|growth|debt|outlays|grew|spent|borrowed|collected"
    r"|exported|fell|rose|shrank|in|for|of|during|the|its|current|next|last|previous|new"
    r")){0,5} $".encode()
)
_AFTER = re.compile(rf"(?:,? (?:in|for|of) (?:the )?| )(?:{_OWNER})\b".encode())


def _books(at: Place) -> Books | None:
    """The calendar of the government whose year this is; None if its own words do not say."""
    told = _BEFORE.search(at.flat, max(0, at.start - 60), at.start) or _AFTER.match(
        at.flat, at.end, at.end + 40
    )
    if not told or told.lastgroup is None:
        return None
    return _CALENDAR[told.lastgroup.replace("_", " ")]


def _year_from(books: Books, year: int) -> Span:
    """The accounting year that begins in a calendar year."""
    return days.months(year, books.month, 12)


def _begins_in(books: Books, named: int) -> int | None:
    """The calendar year in which "fiscal 2024" begins; None where that is not settled."""
    if books.month == 1 or books.named_by == "first":
        return named
    return named - 1 if books.named_by == "last" else None


def _about(year: int, last: int | None = None) -> Reading:
    """A year of unknown books: about the calendar year of its name, and no finer."""
    span = days.years(year, last or year)
    return Reading(
        TimexType.DATE,
        f"{year:04}" + (f"/{last:04}" if last else ""),
        span,
        Precision.YEAR,
        "is an accounting year whose first month the text does not tell, so it is only about the "
        "calendar year of its name",
        when=When.within(*span, Precision.YEAR, Qualifier.ABOUT),
        qualifier=Qualifier.ABOUT,
    )


def _of_year(books: Books | None, named: int, last: int | None = None) -> Reading:
    """The accounting year of a name."""
    if books is None:
        return _about(named, last)
    begins = named if last else _begins_in(books, named)
    value = f"{named:04}" + (f"/{last:04}" if last else "")
    if begins is None:  # "fiscal 2024" in Britain is 2023-24 to some and 2024-25 to others
        span = (_year_from(books, named - 1)[0], _year_from(books, named)[1])
        qualifier = Qualifier.ABOUT
        why = f"is an accounting year of {books.name}, named by its first year or by its last"
    else:
        span, qualifier = _year_from(books, begins), Qualifier.EXACT
        why = f"is an accounting year of {books.name}, which begins on {days.say(span[0])}"
    return Reading(
        TimexType.DATE,
        value,
        span,
        Precision.YEAR,
        why,
        when=When.within(*span, Precision.YEAR, qualifier),
        qualifier=qualifier,
    )


def _full_year(digits: str) -> int:
    year = int(digits.lstrip("'"))
    return year if year > 99 else year + (1900 if year > 50 else 2000)


def _fiscal(m: Parts, at: Place) -> Reading | None:
    year, books = _full_year(m["y"] or m["y2"] or m["y3"]), _books(at)
    tail = m["b"] or m["b3"]
    last = int(tail) if len(tail) == 4 else year // 100 * 100 + int(tail) if tail else None
    if last is not None and last != year + 1:
        return None
    reading = _of_year(books, year, last)
    taxed = "tax" in (m["kind"], m["kind2"]) and books is _CALENDAR["britain"]
    return _tax_year(reading) if taxed and reading.span and last else reading


def _tax_year(reading: Reading) -> Reading:
    """Britain taxes from 6 April to 5 April: Lady Day, moved with the calendar in 1752 and 1800."""
    first, last = (day + timedelta(5) for day in reading.span or ())
    return replace(
        reading,
        span=(first, last),
        when=When.within(first, last, Precision.YEAR),
        why=f"is a tax year of Britain, which begins on {days.say(first)}",
    )


_SHIFT = {"last": -1, "previous": -1, "prior": -1, "past": -1, "preceding": -1}
_SHIFT |= {"next": 1, "following": 1, "coming": 1, "new": 1, "upcoming": 1}


def _told_from_here(m: Parts, at: Place) -> Reading | None:
    """ "the current fiscal year", "next financial year": counted in accounting years."""
    now, away, books = at.anchor, _SHIFT.get(m["rel"], 0), _books(at)
    if books is None:
        reading = _about(now.year + away)
    else:
        begins = now.year - (now.month < books.month) + away
        named = begins + (books.month > 1 and books.named_by != "first")
        reading = _of_year(books, named)
        if not books.named_by:
            reading = _of_year(books, begins, begins + 1)
    return replace(reading, why=f"{reading.why}; it is counted from {days.say(now)}", anchor=now)


def _quarter(m: Parts, at: Place) -> Reading | None:
    """A quarter of an accounting year: by its calendar if told, else some part of a year."""
    told = m["n"] or m["n2"] or m["n3"]
    n = numbers.ordinal(told) if told else int(m["q"] or m["q2"])
    n = 4 if n == -1 else n
    named = m["y"] or m["y2"] or m["y3"] or m["y4"] or m["y5"]
    if n is None or not 1 <= n <= 4:
        return None
    now, books = at.anchor, _books(at)
    if named:
        year = _full_year(named)
        begins = _begins_in(books, year) if books else None
    else:
        ahead = at.lean().direction is Direction.FUTURE
        size = 3 * (n - 1) + 1
        year = now.year - (date(now.year, size, 1) > now and not ahead)
        begins = None
        if books:  # the latest such quarter that has begun, or under a future verb the next
            begins = now.year
            while _nth(books, begins, n)[0] > now and not ahead:
                begins -= 1
            while _nth(books, begins, n)[1] < now and ahead:
                begins += 1
    end = ends_on(at)
    if end:
        first = days.step(end + timedelta(1), "quarter", -1)
        why = f"is the three months that end on {days.say(end)}"
        return Reading(TimexType.DATE, f"{year:04}-Q{n}", (first, end), Precision.QUARTER, why, now)
    if books is None or begins is None:
        span = days.year(year)
        return Reading(
            TimexType.DATE,
            f"{year:04}-Q{n}",
            span,
            Precision.QUARTER,
            "is a quarter of an accounting year whose first month the text does not tell, so only "
            "its year is known, and that about",
            None if named else now,
            when=When.within(*span, Precision.YEAR, Qualifier.ABOUT),
            qualifier=Qualifier.ABOUT,
        )
    first, last = _nth(books, begins, n)
    return Reading(
        TimexType.DATE,
        f"{first.year:04}-Q{(first.month - 1) // 3 + 1}",
        (first, last),
        Precision.QUARTER,
        f"is a quarter of the accounting year of {books.name}, which begins on "
        f"{days.say(_year_from(books, begins)[0])}",
        None if named else now,
    )


def _by_its_end(_m: Parts, at: Place) -> Reading | None:
    """ "the fiscal quarter ended June 30": the three months up to that day."""
    end = ends_on(at)
    if end is None:
        return None
    first = days.step(end + timedelta(1), "quarter", -1)
    return Reading(
        TimexType.DATE,
        f"{end.year:04}-Q{(end.month - 1) // 3 + 1}",
        (first, end),
        Precision.QUARTER,
        f"is the three months that end on {days.say(end)}",
        at.anchor,
    )


def _nth(books: Books, begins: int, n: int) -> Span:
    """The first and last day of the n-th quarter of the year that begins in `begins`."""
    year, month = days.step_month(begins, books.month, 3 * (n - 1))
    first = date(year, month, 1)
    return first, days.step(first, "quarter", 1) - timedelta(1)


_BOOK_YEAR = r"(?:fiscal|financial|budget|tax|accounting)"
_NTH = r"first|second|third|fourth|final|last|1st|2nd|3rd|4th"
_FY = r"(?:fiscal(?:{S}year)?{S}|financial{S}year{S}|(?-i:FY){S}?-?)"

RULES: tuple[Rule, ...] = (
    Rule(
        "fiscal quarter",
        rf"(?:the{{S}})?fiscal(?:{{S}}|-)(?P<n>{_NTH})(?:{{S}}|-)quarter(?:,?{{S}}(?:of{{S}})?(?P<y>{{YEAR}}))?"
        rf"|(?:the{{S}})?(?P<n2>{_NTH})(?:{{S}}|-)fiscal(?:{{S}}|-)quarter(?:,?{{S}}(?:of{{S}})?(?P<y2>{{YEAR}}))?"
        rf"|(?:the{{S}})?(?P<n3>{_NTH})(?:{{S}}|-)quarter,?{{S}}(?:of{{S}}|in{{S}})?(?:the{{S}})?{_FY}(?P<y3>{{YEAR}}|'?\d\d)"
        rf"|Q(?P<q>[1-4]),?{{S}}?(?:of{{S}})?{_FY}(?P<y4>{{YEAR}}|'?\d\d)"
        rf"|(?-i:FY){{S}}?-?(?P<y5>{{YEAR}}|'?\d\d),?(?:{{S}}|-)?Q(?P<q2>[1-4])",
        _quarter,
        yes=(
            ("Profit fell in [the fiscal third quarter].", "2025-Q3"),
            ("Profit fell in [the second quarter of fiscal 2024].", "2024-Q2"),
            ("Profit fell in [Q4 FY23].", "2023-Q4"),
            ("Federal spending fell in [the first quarter of fiscal 2025].", "2024-Q4"),
            ("Japan's [first fiscal quarter of 2024] was dull.", "2024-Q2"),
        ),
        no=("Profit fell in the third quarter.",),
    ),
    Rule(
        "fiscal quarter by its end",
        r"(?:the{S}|its{S})?(?:latest{S}|most{S}recent{S})?fiscal(?:{S}|-)quarter",
        _by_its_end,
        yes=(("Profit fell in [the fiscal quarter] ended June 30.", "2025-Q2"),),
        no=("The fiscal quarter was dull.",),
    ),
    Rule(
        "fiscal year",
        rf"(?:the{{S}})?(?:(?P<kind>{_BOOK_YEAR})(?:{{S}}year)?{{S}}(?P<y>{{YEAR}})|(?-i:FY){{S}}?-?(?P<y2>{{YEAR}}|'?\d\d))"
        r"(?:{S}?[-/]{S}?(?P<b>\d\d(?:\d\d)?))?"
        rf"|(?:the{{S}})?(?P<y3>{{YEAR}})(?:[-/](?P<b3>\d\d(?:\d\d)?))?{{S}}(?P<kind2>{_BOOK_YEAR}){{S}}year",
        _fiscal,
        yes=(
            ("Costs rose in [fiscal 2019].", "2019"),
            ("Costs rose in [FY2019].", "2019"),
            ("Costs rose in [the 2018-19 financial year].", "2018/2019"),
            ("Australia's [fiscal year 2024] was dull.", "2024"),
        ),
        no=("A fiscal deficit of 2019 dollars.",),
    ),
    Rule(
        "fiscal year told from here",
        r"(?:the{S})?(?P<rel>current|this|last|next|previous|prior|past|coming|following|new|upcoming){S}"
        rf"{_BOOK_YEAR}{{S}}year",
        _told_from_here,
        yes=(
            ("Costs rose in [the current fiscal year].", "2025"),
            ("Costs will rise in [the next financial year].", "2026"),
            ("India's [current fiscal year] is dull.", "2026"),
        ),
    ),
)
