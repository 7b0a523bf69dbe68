"""Years of few digits: "in 348", "June 411", "the year 71", and those that go on from BC."""

from __future__ import annotations

import re
from datetime import date

from timeline.model import Precision, TimexType
from timeline.timex import days, eras
from timeline.timex.english.choose import day_number, month_number
from timeline.timex.english.fragments import SEASON_CODES
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day, on_month, on_season, on_year

_EARLY = 1100  # a story of a year before this one may go on with such years
_SLACK = 60  # years that a story before the common era steps back without saying BC again
# after a year the sentence goes on, after a number there comes what is counted
_GOES_ON = re.compile(
    rb"[ \n]?(?:$|[,.;:)\]-](?!\d)|\n)"
    rb"|[ \n](?:the|an?|his|her|its|their|he|she|it|they|when|where|who|which|that|by|with|in|on|at"
    rb"|to|and|or|but|after|before|under|until|as|from|was|were|is|had|became|began|died)\b"
)
_NAME = re.compile(rb" [A-Z]")
_ERA = re.compile(rb"[ \n]?(?:BCE?|B\.C|AD|A\.D|CE)\b")
_SURE = frozenset("in since until circa year by around about c".split())


def _is_year(at: Place) -> bool:
    """Whether a number in a narrative is a year by what stands around it."""
    if at.genre is not Genre.NARRATIVE:
        return False
    told = at.story.span[0].year if at.story and at.story.span else 0
    early = 0 < told < _EARLY or eras.is_lent(at.story)
    word = at.words_before()[-1].strip("(.") if at.words_before() else ""
    if word not in _SURE and not early:
        return False
    if not early and at.after(1) in "\n":
        return False
    if _GOES_ON.match(at.flat, at.end, at.end + 10):
        return True
    opens = at.before(3) == "In "  # "In 410 raiders came"
    return early and (opens or _NAME.match(at.flat, at.end, at.end + 2) is not None)


def _early(m: Parts, at: Place) -> Reading | None:
    number = int(m["y"] or m["y2"])
    if _ERA.match(at.flat, at.end, at.end + 6):
        return None
    if not m["said"] and not _is_year(at):
        return None
    story = at.story
    if eras.is_lent(story) and number <= eras.before(story) + _SLACK:
        return Reading(
            TimexType.DATE,
            f"BC{number:04}",
            None,
            Precision.YEAR,
            "is before the common era, as the story is",
        )
    if m["last"]:
        last = int(m["last"])
        if last <= number:
            return None
        why = "runs from the first year to the last"
        span = days.years(number, last)
        return Reading(TimexType.DATE, f"{number:04}/{last:04}", span, Precision.YEAR, why)
    return on_year(number, "is a year of the first millennium")


def _early_day(m: Parts, at: Place) -> Reading | None:
    alone = at.genre is Genre.NARRATIVE and _GOES_ON.match(at.flat, at.end, at.end + 10)
    if not m["era"] and not (alone and len(m["y"]) == 3):
        return None
    year, month = int(m["y"]), month_number(m["mon"]) if m["mon"] else 0
    if m["era"] or (eras.is_lent(at.story) and year <= eras.before(at.story) + _SLACK):
        part = SEASON_CODES[m["s"]] if m["s"] else f"{month:02}"
        if m["d"]:
            date(2000, int(part), day_number(m["d"]))  # "31 June 44 BC" is no date in any year
        value = f"BC{year:04}-{part}" + (f"-{day_number(m['d']):02}" if m["d"] else "")
        fine = Precision.DAY if m["d"] else Precision.MONTH if month else Precision.SEASON
        return Reading(TimexType.DATE, value, None, fine, "is before the common era")
    if m["s"]:
        return on_season(year, SEASON_CODES[m["s"]], "gives its season and its year")
    if m["d"]:
        day = date(year, month, day_number(m["d"]))
        return on_day(day, "gives its day, month and year")
    return on_month(year, month, "gives its month and year")


_STORY = "He fought in 1201, in 1202 and in 1203."  # what makes the examples a narrative

RULES: tuple[Rule, ...] = (
    Rule(
        "early year",
        r"(?:in|since|until|till|by|from|to|and|after|before|during|around|about|circa|c\.|early|late"
        r"){S}?(?P<x>(?P<y>[1-9]\d\d)(?:{S}?-{S}?(?P<last>[1-9]\d\d))?)|(?P<said>the{S}year{S}(?P<y2>[1-9]\d?\d?))",
        _early,
        yes=(
            ("The fort was left in [the year 71].", "0071"),
            (f"{_STORY} The fort was left in [348].", "0348"),
            (f"{_STORY} He reigned in [348-361].", "0348/0361"),
            (f"{_STORY} It began in 348 BC. In [340] it was over.", "BC0340"),
        ),
        no=(
            "It has room for around 300 in the hall.",
            f"{_STORY} It has 300 rooms, and around 340 doors.",
        ),
    ),
    Rule(
        "early day or month",
        r"(?:(?:(?P<d>{DAY}){S}(?:of{S})?)?(?P<mon>{MONTH})|(?:the{S})?(?P<s>{SEASON})),?{S}(?:of{S})?"
        r"(?P<y>[1-9]\d{0,3})(?:{S}?-{S}?\d\d\d)?(?P<era>{S}?(?:BCE?|B\.C))?",
        _early_day,
        yes=(
            (f"{_STORY} He died in [June 411].", "0411-06"),
            ("He died in [the summer of 480 BC].", "BC0480-SU"),
            (f"{_STORY} It began in 348 BC. In [the spring of 340] it was over.", "BC0340-SP"),
        ),
        no=("In June 300 people came.",),
    ),
)
