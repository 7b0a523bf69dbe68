"""Lengths of time: "three-day", "two and a half years", "16-hour", "21-year-old", "decades"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Direction, Precision, TimexType
from timeline.timex.english import numbers
from timeline.timex.english.fragments import unit_name
from timeline.timex.english.fuzz import fuzz_mod
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import UNIT_PRECISION, duration, duration_value, with_finer

_LASTING = frozenset(
    "for in within after over just only last than least every by took take".split()
)


# "four flights a week" says how often, of no week in particular
_RATE = re.compile(
    rb"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred"
    rb"|thousand|million|several|many|hundreds of|thousands of)[ \n](?:[a-z]+[ \n])?[a-z]+s[ \n]$"
)


def _some_day(at: Place) -> bool:
    """Whether "one day" is some day or other, and no length: "One day, a crane fell"."""
    before = at.words_before()
    opens = not before or before[0][-1:] in ".!?" or at.before(2)[:1] in "\"'"
    following = at.after(8).split()
    if at.after(1) not in (" ", ",") or following[:1] in (["after"], ["before"], ["of"], ["from"]):
        return False
    if before and before[0] in _LASTING:
        return False
    return opens or at.lean().direction is Direction.FUTURE


# "the Six-Day War", "the Hundred Years' War": a name
_WAR = re.compile(rb"(?:'s?|s')? (?:War|Wars|Revolt|Siege|Campaign|Battle|Plan)\b")


def _in_a_name(m: Parts, at: Place) -> bool:
    """Whether a length is a title, "60 Minutes", or names a war."""
    unit = m.raw("unit")
    if not unit[:1].isupper():
        return False
    titled = unit[1:].islower() and m["n"].isdigit()
    return titled or _WAR.match(at.flat, at.end, at.end + 12) is not None


def _counted(m: Parts, at: Place) -> Reading | None:
    unit = unit_name(m["unit"])
    if at.before(1) in ("$", "-", ".", "/") and at.before(1):
        return None
    words = m["n"]
    if at.after(5) in ("-long", "-old ") or (
        words in ("a", "an", "one") and m["unit"].endswith("s")
    ):
        return None
    if _in_a_name(m, at):
        return None
    if unit == "weekend" and words in ("a", "an"):
        return None
    if words in ("a", "an") and _RATE.search(at.flat, max(0, at.start - 60), at.start):
        return Reading(
            TimexType.SET,
            duration_value(1, unit),
            None,
            UNIT_PRECISION.get(unit, Precision.HOUR),
            "says how often, of no one time",
        )
    if words == "one" and unit == "day" and at.genre is not Genre.MESSAGE and _some_day(at):
        return None
    if words == "another":
        words = "one"
    if unit == "second" and (words in ("a", "one", "another") or not m["unit"].endswith("s")):
        return None
    if unit == "quarter" and words in ("a", "three", "one", "half a"):
        return None  # a share, not three months
    if (
        words in ("an", "a")
        and unit in ("day", "night", "minute", "second")
        and at.words_before()[-1:] in (["what"], ["such"])
    ):
        return None
    count = numbers.number(words)
    if count is None and words.split()[-1:] not in (
        ["few"],
        ["several"],
        ["some"],
        ["many"],
        ["of"],
        ["various"],
        ["numerous"],
        ["countless"],
        ["three"],
        ["four"],
    ):
        return None
    if m["half"] and count is not None:
        count += 0.5
    if count is not None and 1900 <= count <= 2100 and words.isdigit():
        return None
    return duration(count, unit, mod=fuzz_mod(m["fuzz"]))


def _compound(m: Parts, at: Place) -> Reading | None:
    """ "three-day", "21-year-old", "two-year": before a noun."""
    if _in_a_name(m, at):
        return None
    unit = unit_name(m["unit"])
    count = numbers.number(m["n"])
    if m["n"] in ("several", "multi", "many", "few"):
        return duration(None, unit)
    if count is None or (unit == "second" and m["n"] in ("a",)):
        return None
    return duration(count, unit)


def _bare(m: Parts, at: Place) -> Reading | None:
    """ "for weeks", "decades of war"."""
    unit = unit_name(m["unit"])
    if at.before(2).strip()[-1:].isdigit():
        return None
    before = at.words_before()
    fine = unit in ("second", "quarter", "min", "hour", "minute", "day", "night")
    held = ("for", "within", "in", "of") if unit in ("day", "hour", "minute") else ("for",)
    if fine and not (before and before[-1] in held):
        return None
    if before[-1:] in (["these"], ["those"], ["his"], ["her"], ["their"], ["its"], ["our"], ["my"]):
        return None
    return duration(None, unit)


def _two_part(m: Parts, _at: Place) -> Reading | None:
    """ "two years and three months", "1 hour and 20 minutes", "5 years, 3 months"."""
    first, second = numbers.number(m["n"]), numbers.number(m["n2"])
    unit, finer = unit_name(m["unit"]), unit_name(m["unit2"])
    pairs = {
        ("year", "month"): 12,
        ("hour", "minute"): 60,
        ("minute", "second"): 60,
        ("week", "day"): 7,
        ("day", "hour"): 24,
        ("month", "day"): 30,
        ("month", "week"): 4,
    }
    share = pairs.get((unit, finer))
    if first is None or second is None or not share:
        return None
    whole = duration(first, unit)
    part = duration(second, finer)
    return with_finer(whole, part)


def _range(m: Parts, at: Place) -> Reading | None:
    """ "two to three weeks", "8-10 years"."""
    low, high = numbers.number(m["n"]), numbers.number(m["n2"])
    unit = unit_name(m["unit"])
    if low is None or high is None or low >= high or at.before(1) in ("$", "-", "/", "."):
        return None
    short, long = duration(low, unit), duration(high, unit)
    span = (short.days[0], long.days[1]) if short.days and long.days else None
    return replace(short, days=span, why="is a length of time between two", mod="APPROX")


def _long(m: Parts, _at: Place) -> Reading | None:
    unit = unit_name(m["unit"])
    plural = m["unit"].endswith("s")
    # a "decades-long" war took so many years: nobody counts such decades
    return duration(None if plural else 1, "year" if plural and unit == "decade" else unit)


RULES: tuple[Rule, ...] = (
    Rule(
        "length between two",
        r"(?P<n>{NUM})(?:{S}(?:to|or){S}|-)(?P<n2>{NUM}){S}(?P<unit>{UNITS})",
        _range,
        yes=(
            ("It lasted [two to three weeks].", "P2W"),
            ("Children of [8-10 years] played.", "P8Y"),
        ),
        no=("They won 3-2 days before.",),
    ),
    Rule(
        "two lengths",
        r"(?P<n>{NUM}|an?){S}(?P<unit>{UNITS})(?:,?{S}and{S}|,{S}|{S})(?P<n2>{NUM}){S}(?P<unit2>{UNITS})",
        _two_part,
        yes=(
            ("It lasted [two years and three months].", "P2Y3M"),
            ("It lasted [1 hour 20 minutes].", "PT1H20M"),
        ),
    ),
    Rule(
        "age",
        r"(?P<n>{NUM})(?:{S}|-)(?:and-a-half-)?(?P<unit>{UNITS})(?:{S}|-)olds?",
        _compound,
        yes=(("The [21-year-old] won.", "P21Y"), ("He is [21 years old].", "P21Y")),
    ),
    Rule(
        "length before a noun",
        r"(?P<n>{NUM}|several|multi|half)-(?:and-a-half-)?(?P<unit>{UNIT})(?:-long)?",
        _compound,
        yes=(
            ("He began a [three-day] visit.", "P3D"),
            ("The [16-hour] flight ended.", "PT16H"),
        ),
    ),
    Rule(
        "length",
        r"(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT})(?:{S}(?:more|full|straight|consecutive|additional|long|whole|extra|solid|good|short|successive|further|calendar|business|working)){0,2}{S}(?P<unit>{UNITS})(?P<half>{S}and{S}a{S}half)?(?:{S}or{S}so)?",
        _counted,
        yes=(
            ("It lasted [two and a half years].", "P2Y6M"),
            ("It lasted [5 1/2 hours].", "PT5H30M"),
            ("It lasted [several weeks].", "PXW"),
            ("It lasted [more than four hours].", "PT4H"),
            ("It lasted [half an hour].", "PT30M"),
            ("Four boats [a week] sail.", "P1W"),
        ),
        no=(
            "One day, a crane fell.",
            "She may one day sing here.",
            "Wait a second.",
            "The Eight Years' War was long.",
            "It lost three quarters of its value.",
        ),
    ),
    Rule(
        "weeks",
        r"(?P<unit>hours|minutes|days|weeks|months|years|decades|centuries|millennia)"
        r"(?:{S}(?:and|or){S}(?:days|weeks|months|years|decades|centuries))?",
        _bare,
        yes=(
            ("They waited for [weeks].", "PXW"),
            ("It may take [weeks or months].", "PXW"),
        ),
        no=("Those days are gone.",),
    ),
    Rule(
        "decade-long",
        r"(?P<unit>days?|weeks?|months?|years?|decades?|centur(?:y|ies)|hours?)-(?:long|old)",
        _long,
        yes=(("A [decades-long] war ended.", "PXY"), ("A [year-long] study ended.", "P1Y")),
    ),
)
