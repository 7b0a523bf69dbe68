"""The calendar's units told from here: last week, this weekend, the end of the year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Direction, Precision, Qualifier, When
from timeline.timex import days
from timeline.timex.english.fragments import MONTHS, unit_name
from timeline.timex.english.reasons import unit_beside
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.running import reached, say
from timeline.timex.timex3 import UNIT_PRECISION, duration, on_day, on_unit


def _shift(m: Parts, at: Place) -> Reading | None:
    """last, this, next, the past, the coming … week, month, quarter, year, decade, century."""
    now, word, unit = at.anchor, m["rel"].split()[-1], unit_name(m["unit"])
    seen = unit_beside(m["rel"], unit, now)
    if m.raw("unit").istitle() and m.raw("rel").istitle() and at.before(1) in ('"', "`", "'"):
        return None  # a programme called "This Week"
    past_decade = word in ("last", "past") and unit in ("decade", "century")
    if (m["the"] or unit == "decade") and (
        past_decade
        or (
            word in ("last", "past", "next", "coming")
            and unit in ("week", "fortnight", "month", "year")
        )
    ):
        # "the past week" is the seven days up to now, not the calendar's last week
        count = -1 if word in ("last", "past") else 1
        other = days.step(now, unit, count)
        first, last = min(now, other), max(now, other)
        edge = "ends with" if count < 0 else "begins on"
        seen = f"is the {unit} that {edge} {days.say(now)}"
        if unit == "year":  # TIMEX3 has the calendar year; the twelve months are in the bounds
            return replace(on_unit(other, unit, seen, now), span=(first, last))
        return replace(
            duration(10, "year", seen) if unit == "decade" else duration(1, unit, seen),
            when=When.within(first, last, UNIT_PRECISION[unit]),
            anchor=now,
        )
    if unit in ("second", "minute", "hour", "night"):
        return None
    if unit == "weekend" and word == "this" and now.weekday() < 3:
        lean = at.lean()
        if lean.direction is Direction.PAST:  # "this weekend" told of on a Tuesday
            why = f"is the one just over on {days.say(now)}, because {lean.why}"
            return on_unit(now - timedelta(7), unit, why, now)
    if unit == "week" and word == "this" and now.weekday() == 6:
        lean = at.lean()
        if lean.direction is Direction.FUTURE:  # told of on a Sunday: the week about to begin
            return on_unit(now + timedelta(1), unit, f"{seen}, because {lean.why}", now)
    running = reached(at)
    if word == "this" and running and unit in ("month", "year", "decade", "century"):
        base, fine = running  # "in this year" of a narrative is the one it tells of
        if unit != "month" or fine is not Precision.YEAR:
            return on_unit(base, unit, f"is that of {say(*running)}", base)
    if word in ("this", "current", "present"):
        return on_unit(now, unit, seen, now)
    count = -1 if word in ("last", "past", "previous", "prior") else 1
    return on_unit(days.step(now, "week" if unit == "weekend" else unit, count), unit, seen, now)


def _this_weekend(_m: Parts, at: Place) -> Reading | None:
    """ "the weekend", "over the weekend": last or coming by the clause, this one if it is on."""
    now = at.anchor
    lean = at.lean()
    d = now
    if at.words_before(2) == ["ahead", "of"] and now.weekday() < 5:
        return on_unit(now, "weekend", f"is the one ahead of {days.say(now)}", now)
    if lean.direction is not Direction.FUTURE and now.weekday() < 5:
        d = now - timedelta(7)
        if lean.direction is Direction.NEAREST and now.weekday() >= 3:
            d = now
    which = {Direction.PAST: "the past one", Direction.FUTURE: "the coming one"}.get(
        lean.direction, "the one"
    )
    return on_unit(d, "weekend", f"is {which} nearest to {days.say(now)}, because {lean.why}", now)


def _this_time(m: Parts, at: Place) -> Reading | None:
    """ "this time last year": near that day, for nobody means the day itself."""
    now, unit = at.anchor, m["unit"] or m["unit2"]
    d = days.step(now, unit, 1 if m["rel"] == "next" else -1)
    side = "after" if m["rel"] == "next" else "before"
    reading = on_day(d, f"is about one {unit} {side} {days.say(now)}", now)
    return replace(reading, qualifier=Qualifier.ABOUT, mod="APPROX")


_PART_OF = (
    "end of",
    "middle of",
    "start of",
    "beginning of",
    "rest of",
    "part of",
    "half of",
    "most of",
    "remainder of",
    "much of",
    "later in",
    "earlier in",
    "late in",
    "early in",
    "months of",
    "weeks of",
    "high for",
    "low for",
    "so far in",
    "time in",
)


_END = re.compile(
    rb",?[ \n](?:that[ \n]|which[ \n])?(?P<how>end(?:ed|ing|s))[ \n](?:on[ \n]|in[ \n])?(?:"
    rb"(?P<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:[ \n](?P<d>\d{1,2})\b)?"
    rb"|(?P<d2>\d{1,2})[ \n](?P<mon2>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)"
    rb"(?:,?[ \n](?P<y>(?:19|20)\d\d))?"
)


def ends_on(at: Place) -> date | None:
    """The day that "ended June 30", "that ended in March" gives the unit before it, if it does."""
    end = _END.match(at.flat, at.end, at.end + 48)
    if not end:
        return None
    month = MONTHS[(end.group("mon") or end.group("mon2")).decode().lower()]
    day, now = int(end.group("d") or end.group("d2") or 0), at.anchor
    year = int(end.group("y") or now.year)
    found = date(year, month, day) if day else days.month(year, month)[1]
    if end.group("y"):
        return found
    ahead = end.group("how") != b"ended"
    if not ahead and found > now:
        year -= 1
    elif ahead and (now - found).days > 180:
        year += 1
    return date(year, month, day) if day else days.month(year, month)[1]


def _ended(unit: str, at: Place) -> Reading | None:
    """ "the year ended June 30": as long as it says, up to that day; named by where it ends."""
    last = ends_on(at)
    if not last or unit not in ("year", "quarter", "month", "week"):
        if unit == "year":
            return on_unit(at.anchor, unit, "is the year that its end names", at.anchor)
        return duration(1, unit, "is a length of time that its end dates")
    first = days.step(last + timedelta(1), unit, -1)
    reading = on_unit(last, unit, f"ends on {days.say(last)}", at.anchor)
    return replace(reading, span=(first, last))


def _the_unit(m: Parts, at: Place) -> Reading | None:
    """ "the end of the year", "the full year"; "the year ended June 30" is a length."""
    unit, now = unit_name(m["unit"]), at.anchor
    following = at.after(16).lower().split()[:1]
    if following in (["ended"], ["ending"]) or (m["full"].startswith("fiscal") and ends_on(at)):
        return _ended(unit, at)
    before = " ".join(at.before(24).lower().split())
    whole = bool(m["full"]) or (unit == "year" and before.endswith(". for") and following[:1] != [])
    base = now
    if unit == "week" and (
        at.after(2) == "'s" or (before.split()[-1:] == ["for"] and not at.after(2)[1:].islower())
    ):
        # "shares rose 2% for the week", printed on a Monday: the week just over
        whole = True
        if now.weekday() == 0 and at.lean().direction is not Direction.FUTURE:
            base = now - timedelta(7)
    if not whole and not before.endswith(_PART_OF):
        return None
    told = at.story.span if at.story and at.story.precision is Precision.YEAR else None
    running = reached(at)
    if running:
        base = running[0]  # "the end of the year" of a narrative is that of the year it tells of
    elif told and unit == "year" and told[0] <= now:
        base = told[0]
    found = on_unit(base, unit, f"is the {unit} that holds {days.say(base)}", base)
    if before.endswith(("rest of", "remainder of")) and found.span and base == now:
        why = f"{found.why}; what is left of it begins with that day"
        return replace(found, span=(now, found.span[1]), why=why)
    return found


def _two_away(m: Parts, at: Place) -> Reading | None:
    """ "the week before last", "the year after next"."""
    now, unit = at.anchor, m["unit"]
    back = m["way"] == "before"
    d = days.step(now, "week" if unit == "weekend" else unit, -2 if back else 2)
    side = "before" if back else "after"
    return on_unit(d, unit, f"is two {unit}s {side} the one of {days.say(now)}", now)


RULES: tuple[Rule, ...] = (
    Rule(
        "last, this, next week",
        r"(?P<the>the{S})?(?P<rel>last|this|this{S}past|this{S}coming|next|past|coming|previous|prior|current|upcoming|present){S}(?:calendar{S})?(?P<unit>weekend|week|fortnight|month|quarter|year|decade|century)",
        _shift,
        yes=(
            ("It ended [last week].", "2025-W42"),
            ("It ends [next month].", "2025-11"),
            ("It ends [this year].", "2025"),
            ("It ended [last weekend].", "2025-W42-WE"),
            ("It ended in [the past week].", "P1W"),
            ("It ended [last decade].", "P10Y"),
            ("It ended in [the last decade].", "P10Y"),
        ),
    ),
    Rule(
        "week before last",
        r"the{S}(?P<unit>week|weekend|month|quarter|year){S}(?:(?P<way>before){S}last|after{S}next)",
        _two_away,
        yes=(
            ("It sank [the week before last].", "2025-W41"),
            ("It will open [the year after next].", "2027"),
        ),
    ),
    Rule(
        "the weekend",
        r"(?:the{S})weekend",
        _this_weekend,
        yes=(
            ("It will rain over [the weekend].", "2025-W43-WE"),
            ("Shops had sold out ahead of [the weekend].", "2025-W43-WE"),
        ),
    ),
    Rule(
        "this time last year",
        r"(?:at{S}|by{S}|around{S}|about{S})?(?P<x>(?:this|(?:about{S})?the{S}same){S}(?:time|day){S}"
        r"(?:(?P<rel>last|next){S}(?P<unit>week|month|year)|(?P<ago>an?|one){S}(?P<unit2>week|month|year){S}ago))",
        _this_time,
        yes=(
            ("It stood [this time last year].", "2024-10-25"),
            ("It was lower at [this time last week].", "2025-10-18"),
            ("It was lower at [the same time a year ago].", "2024-10-25"),
        ),
    ),
    Rule(
        "the end of the year",
        r"the{S}(?P<full>full{S}|whole{S}|fiscal{S}|full{S}fiscal{S})?(?P<unit>year|month|week|decade|century)",
        _the_unit,
        yes=(
            ("It closes at [the end of the year].", "2025"),
            ("For [the week], shares rose 2%.", "2025-W43"),
            ("A rise in [the week]'s price of flour hurt bakers.", "2025-W43"),
            ("By 2031 it hopes to grow. Profit will fall for [the full year].", "2025"),
        ),
        no=("He was the player of the year.", "It is the week that counts."),
    ),
)
