"""Years, decades, centuries and eras: "1987", "the 1990s", "19th-century", "44 BC"."""

from __future__ import annotations

import re

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.english import numbers, traps
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import counted_century, on_decade, on_year

_LISTED_DECADE = re.compile(r"\d0'?s,? (?:and|or|to|through) $")
_BEFORE_CHRIST = re.compile(rb" ?B\.?C")


def _year(m: Parts, at: Place) -> Reading | None:
    if traps.number_not_a_year(int(m["y"]), at):
        return None
    return on_year(int(m["y"]), "is a year of the calendar, given with all its digits")


def _year_words(m: Parts, _at: Place) -> Reading | None:
    year = numbers.year_words(m["yw"])
    if year is None or (" " in m["yw"] and m["yw"].endswith(("hundred", "thousand"))):
        return (
            None
            if not m["the"]
            else on_year(year or 0, "is a year of the calendar, given in words")
        )
    return on_year(year, "is a year of the calendar, given in words")


def _era(m: Parts, _at: Place) -> Reading | None:
    n = int((m["y"] or m["y2"]).replace(",", ""))
    era = (m["era"] or m["era2"]).replace(".", "")
    if era in ("bc", "bce"):
        return Reading(
            TimexType.DATE, f"BC{n:04}", None, Precision.YEAR, "is before the common era"
        )
    return on_year(n, "is a year of the common era")


def _decade(m: Parts, at: Place) -> Reading | None:
    if _BEFORE_CHRIST.match(at.flat, at.end, at.end + 5):
        return None
    if m["y"]:
        return on_decade(int(m["y"]), f"names the ten years from {m['y']} on")
    if m["short"]:
        listed = _LISTED_DECADE.search(at.before(20))  # "the 1920s and 30s"
        owner = at.words_before()[-1:]
        if at.before(1) != "'" and owner not in (["the"], ["early"], ["late"]) and not listed:
            return None
        return on_decade(1900 + int(m["short"]), "names ten years of the last century")
    tens = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ]
    if at.words_before()[-1:] and at.words_before()[-1] in ("his", "her", "their", "my", "your"):
        return None
    first = 1920 + 10 * tens.index(m["word"])
    return on_decade(first, "names ten years of the last century")


def _century(m: Parts, _at: Place) -> Reading | None:
    n = numbers.ordinal(m["n"])
    if n is None or not 1 <= n <= 99:
        return None
    return counted_century(n, bool(m["bc"]))


def _year_span(m: Parts, at: Place) -> Reading | None:
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first // 100 * 100 + int(m["b"])
    apart = len(m["between"]) > 1
    if apart and (len(m["b"]) == 4 or last - first > 9 or at.after(2)[:1] == ":"):
        return None  # "1871 - 1900" is two years; "1871 - 72" one span
    if not 0 < last - first < 200 or at.before(1) in ("$", "-", "/") or at.after(1) == "-":
        return None
    return Reading(
        TimexType.DATE,
        f"{first}/{last}",
        days.years(first, last),
        Precision.YEAR,
        "runs from the first year to the last",
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "year",
        r"(?:the{S}year{S})?(?P<y>1\d\d\d|20\d\d)",
        _year,
        yes=(
            ("It was built in [1987].", "1987"),
            ("A [1987] law forbids it.", "1987"),
            ("It opened no later than [1987].", "1987"),
        ),
        no=(
            "It cost $1987.",
            "Some 1987 people came.",
            "Resolution 1973 was passed.",
            "It weighs 1,987 kg.",
            "They came with an army of 1650 horsemen.",
        ),
    ),
    Rule(
        "year in words",
        r"(?P<the>the{S}year{S})?(?P<yw>{YEAR_WORDS})",
        _year_words,
        yes=(
            ("It was built in [nineteen eighty-seven].", "1987"),
            ("We feared [the year two thousand].", "2000"),
        ),
        no=("It has twenty hundred parts.", "It cost two thousand dollars."),
    ),
    Rule(
        "year of an era",
        r"(?:(?P<y>\d{1,4}|\d{1,2},\d{3}){S}?(?P<era>BCE?|CE|AD|B\.C|A\.D|B\.C\.E)|(?-i:A\.?D\.?){S}?(?P<y2>\d{1,4}))",
        _era,
        yes=(("Rome burned in [64 AD].", "0064"), ("Caesar died in [44 BC].", "BC0044")),
    ),
    Rule(
        "decade",
        r"(?:the{S})?(?:(?P<y>1[0-9]\d0|20\d0)'?s|'?(?P<short>[1-9]0)'?s|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        _decade,
        yes=(
            ("Jazz ruled [the 1920s].", "192"),
            ("Disco ruled '[70s] clubs.", "197"),
            ("Disco ruled [the seventies].", "197"),
            ("Swing ruled the 1930s and [40s].", "194"),
        ),
        no=("She is in her thirties.", "Lows in 40s."),
    ),
    Rule(
        "century",
        r"(?:the{S})?(?P<n>{ORD})(?:{S}|-)century(?:{S}(?:(?P<bc>BCE?|B\.C(?:\.E)?)|(?-i:AD|CE|A\.D)))?",
        _century,
        yes=(
            ("A [19th-century] mill burned.", "18"),
            ("It is of [the twelfth century].", "11"),
            ("It is of [the 1st century AD].", "00"),
        ),
    ),
    Rule(
        "years",
        r"(?P<a>1[5-9]\d\d|20\d\d)(?P<between>{S}?-{S}?|/)(?P<b>(?:1[5-9]|20)\d\d|\d\d)",
        _year_span,
        yes=(
            ("The [2009-2010] season was cold.", "2009/2010"),
            ("The [1998-99] season was cold.", "1998/1999"),
        ),
        no=("The 1998-97 rule.", "In 1998 - 12 men came."),
    ),
)
