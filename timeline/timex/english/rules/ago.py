"""Counted from the article's day: three days ago, in two weeks, the past three months."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from timeline.model import Direction, Precision, Qualifier, TimexType, When
from timeline.timex import days
from timeline.timex.english import numbers
from timeline.timex.english.fragments import unit_name
from timeline.timex.english.fuzz import fuzz_mod
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import UNIT_PRECISION, duration, on_day, on_unit

# "within ten days of her return": the article's day has no part in it
_OF_EVENT = re.compile(r"[ \n](?:of|after|from|following)[ \n](?!today|now|tomorrow|yesterday)")


def _ago(m: Parts, at: Place) -> Reading | None:
    reading = _counted_ago(m, at)
    if reading is None or not m["fuzz"]:
        return reading
    return replace(reading, mod=fuzz_mod(m["fuzz"]), qualifier=Qualifier.ABOUT)


# what a part of a unit is counted in
_FINER = {
    "week": ("day", 7),
    "month": ("day", 30),
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
}


def _counted_ago(m: Parts, at: Place) -> Reading | None:
    count, unit, now = numbers.number(m["n"]), unit_name(m["unit"]), at.anchor
    if m["more"] and count is not None:
        count += 0.5 if m["more"] == "half" else 0.25
    later = m["way"] in ("from now", "from today", "hence", "from tomorrow")
    sign = 1 if later else -1
    if count is None:
        when = When.within(
            None if sign < 0 else now,
            now if sign < 0 else None,
            UNIT_PRECISION.get(unit, Precision.DAY),
        )
        return Reading(
            TimexType.DATE,
            "FUTURE_REF" if later else "PAST_REF",
            None,
            UNIT_PRECISION.get(unit, Precision.DAY),
            f"counts an unsaid number of {unit}s from {days.say(now)}",
            now,
            when=replace(when, qualifier=Qualifier.AFTER if later else Qualifier.BEFORE),
        )
    plural = "" if count == 1 else "s"
    seen = f"counts {m['n']} {unit}{plural} {'on' if later else 'back'} from {days.say(now)}"
    if unit in ("second", "minute", "hour"):
        d = now + timedelta(sign * int(count // (24 if unit == "hour" else 1440)))
        first, last = (now, d + timedelta(1)) if later else (d - timedelta(1), d)
        return Reading(
            TimexType.TIME if unit != "hour" or count < 24 else TimexType.DATE,
            d.isoformat(),
            (d, d) if unit != "hour" else (first, last),
            Precision.DAY,
            seen,
            now,
        )
    if count != int(count):
        finer = _FINER.get(unit)
        if not finer:
            return None
        d = days.step(now, finer[0], sign * int(count * finer[1]))
        return on_unit(d, finer[0] if unit != "month" else "week", seen, now)
    d = days.step(now, unit, sign * int(count))
    rest, finer_unit = numbers.number(m["n2"]) if m["n2"] else None, unit_name(m["unit2"])
    if rest is not None:  # "two years and three months ago"
        if rest != int(rest) or finer_unit not in ("day", "week", "month"):
            return None
        d = days.step(d, finer_unit, sign * int(rest))
        return on_unit(d, finer_unit, f"{seen}, and {m['n2']} {m['unit2']} more", now)
    if m["today"]:
        return on_day(d, seen, now)
    if unit in ("decade", "century", "millennium"):  # nobody who says so means the very year
        return replace(on_unit(d, "year", seen, now), qualifier=Qualifier.ABOUT)
    story = at.story
    quarter = story.span if story and story.precision is Precision.QUARTER else None
    if unit == "year" and count == 1 and sign < 0 and quarter:
        # "profit of the quarter rose from a year ago"
        base = days.step(quarter[0], "year", -1)
        return replace(on_unit(base, "quarter", seen, now), aside=True)
    return on_unit(d, unit, seen, now)


def _in(m: Parts, at: Place) -> Reading | None:
    """ "in two weeks" is a date under a future verb, else a length of time."""
    lean = at.lean()
    count, unit, now = numbers.number(m["n"]), unit_name(m["unit"]), at.anchor
    chat = at.genre is Genre.MESSAGE and lean.direction is Direction.NEAREST
    if lean.direction is not Direction.FUTURE and m["prep"] != "within" and not chat:
        return None
    if count is None or count != int(count) or unit in ("second", "minute", "hour"):
        return None
    d = days.step(now, unit, int(count))
    if m["next"]:
        why = f"is counted from {days.say(now)}"
        when = When.within(now, d, UNIT_PRECISION[unit])
        return replace(duration(count, unit, why), when=when, anchor=now)
    if m["prep"] == "within" and _OF_EVENT.match(at.after()):
        return None
    if m["prep"] == "within":
        return replace(
            duration(count, unit, f"closes that long after {days.say(now)}"),
            when=When.within(now, d, UNIT_PRECISION[unit], Qualifier.BY),
            anchor=now,
        )
    return on_unit(d, unit, f"counts on from {days.say(now)}, because {lean.why}", now)


def _window(m: Parts, at: Place) -> Reading | None:
    """ "the past three months", "the next two weeks": a length that ends or begins now."""
    count, unit = numbers.number(m["n"] or m["n2"]), unit_name(m["unit"] or m["unit2"])
    now, word = at.anchor, m["rel"] or m["rel2"]
    reading = duration(count, unit, f"is counted from {days.say(now)}")
    if (
        word == "first"
        or count is None
        or count != int(count)
        or unit
        in (
            "second",
            "minute",
            "hour",
        )
    ):
        return reading
    back = word in ("past", "last", "previous", "preceding")
    other = days.step(now, unit, -int(count) if back else int(count))
    first, last = min(now, other), max(now, other)
    return replace(reading, when=When.within(first, last, UNIT_PRECISION[unit]), anchor=now)


RULES: tuple[Rule, ...] = (
    Rule(
        "ago",
        r"(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?P<unit>{UNITS})(?:{S}or{S}(?:so|more|two)|{S}and{S}a{S}(?P<more>half|quarter)|(?:{S}and|,){S}(?P<n2>{NUM}){S}(?P<unit2>{UNITS}))?{S}(?P<way>ago|back|from{S}now|hence|from{S}today)(?P<today>{S}today)?",
        _ago,
        yes=(
            ("It sank [three days ago].", "2025-10-22"),
            ("It sank [two weeks ago].", "2025-W41"),
            ("It sank [five months ago].", "2025-05"),
            ("It sank [50 years ago].", "1975"),
            ("It opens [two months from now].", "2025-12"),
            ("It sank [several years ago].", "PAST_REF"),
            ("It sank [two and a half years ago].", "2023-04"),
            ("It sank [a year and a half ago].", "2024-04"),
            ("It sank [two weeks and two days ago].", "2025-10-09"),
        ),
    ),
    Rule(
        "in two weeks",
        r"(?P<prep>in|within){S}(?P<next>the{S}next{S})?(?:{FUZZ}{S})?(?P<x>(?P<n>{COUNT}){S}(?P<unit>{CALUNITS}))(?:'{S}time)?",
        _in,
        yes=(
            ("It will open in [two weeks].", "2025-W45"),
            ("It must close within [two weeks].", "P2W"),
            ("It must close within [two weeks] of today.", "P2W"),
        ),
        no=("It sank in two weeks.", "It must close within two weeks of the vote."),
    ),
    Rule(
        "the past three months",
        r"(?:the{S}|these{S}|each{S}of{S}the{S})?(?P<rel>past|last|next|coming|previous|preceding|following|upcoming|first){S}(?:{FUZZ}{S})?(?P<n>{NUM}|{VAGUE}){S}(?:more{S})?(?P<unit>{UNITS})"
        r"|(?:the{S})?(?P<n2>{NUM}){S}(?P<rel2>past|last|next|coming|previous|preceding|following|upcoming){S}"
        r"(?P<unit2>days|weeks|months|quarters|years|decades)",
        _window,
        yes=(
            ("It rained for [the past three months].", "P3M"),
            ("It will rain for [the next few days].", "PXD"),
        ),
    ),
)
