"""Counted from the article's day: today, last week, three days ago, in two weeks, next year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Bounds, Direction, Precision, Qualifier, TimexType, When
from timeline.timex import days
from timeline.timex.day_parts import with_part
from timeline.timex.english import numbers
from timeline.timex.english.fragments import MONTHS, unit_name
from timeline.timex.english.fuzz import fuzz_mod
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import UNIT_PRECISION, duration, on_day, on_unit

_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def _named(m: Parts, at: Place) -> Reading | None:
    word, now = m["word"], at.anchor
    if m.raw("word").istitle() and at.before(4).endswith("USA "):
        return None
    if word == "today" and at.genre is Genre.NARRATIVE:
        return _present(m, at)  # "is still in use today" names no day
    if word == "tonight":
        reading = on_day(now, f"is the article's day, {days.say(now)}", now)
        return with_part(reading, "night")
    why = {
        "today": f"is the article's day, {days.say(now)}",
        "yesterday": f"is the day before {days.say(now)}",
        "tomorrow": f"is the day after {days.say(now)}",
    }[word]
    reading = on_day(now + timedelta(_NAMED[word]), why, now)
    return with_part(reading, m["part"]) if m["part"] else reading


def _two_away(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    sign = -1 if m["way"] == "before" else 1
    return on_day(now + timedelta(2 * sign), f"is two days from {days.say(now)}", now)


def _part_of_day(m: Parts, at: Place) -> Reading | None:
    now, word, part = at.anchor, m["rel"], m["part"]
    if word == "last":
        reading = on_day(now - timedelta(1), f"is the night before {days.say(now)}", now)
    elif word == "tomorrow":
        reading = on_day(now + timedelta(1), f"is the day after {days.say(now)}", now)
    else:
        reading = on_day(now, f"is the article's day, {days.say(now)}", now)
    return with_part(reading, part)


def _shift(m: Parts, at: Place) -> Reading | None:
    """last, this, next, the past, the coming … week, month, quarter, year, decade, century."""
    now, word, unit = at.anchor, m["rel"].split()[-1], unit_name(m["unit"])
    seen = f"is '{m['rel']} {m['unit']}' seen from {days.say(now)}"
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
    if word in ("this", "current", "present"):
        return on_unit(now, unit, seen, now)
    count = -1 if word in ("last", "past", "previous", "prior") else 1
    return on_unit(days.step(now, "week" if unit == "weekend" else unit, count), unit, seen, now)


def _this_weekend(_m: Parts, at: Place) -> Reading | None:
    """ "the weekend", "over the weekend": last or coming by the clause, this one if it is on."""
    now = at.anchor
    lean = at.lean()
    d = now
    if lean.direction is not Direction.FUTURE and now.weekday() < 5:
        d = now - timedelta(7)
        if lean.direction is Direction.NEAREST and now.weekday() >= 3:
            d = now
    which = "the one nearest" if lean.direction is Direction.NEAREST else "the one"
    return on_unit(d, "weekend", f"is {which} seen from {days.say(now)}, because {lean.why}", now)


def _ago(m: Parts, at: Place) -> Reading | None:
    reading = _counted_ago(m, at)
    if reading is None or not m["fuzz"]:
        return reading
    return replace(reading, mod=fuzz_mod(m["fuzz"]), qualifier=Qualifier.ABOUT)


def _counted_ago(m: Parts, at: Place) -> Reading | None:
    count, unit, now = numbers.number(m["n"]), unit_name(m["unit"]), at.anchor
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
        finer = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}.get(unit)
        if not finer:
            return None
        d = days.step(now, finer[0], sign * int(count * finer[1]))
        return on_unit(d, finer[0] if finer[0] == "year" else "month", seen, now)
    d = days.step(now, unit, sign * int(count))
    if m["today"]:
        return on_day(d, seen, now)
    if unit in ("decade", "century", "millennium"):
        unit = "year"
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


def _this_time(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    d = days.step(now, m["unit"], -1 if m["rel"] == "last" else 1)
    reading = on_day(d, f"is a {m['unit']} from {days.say(now)}", now)
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
    rb"[ \n]ende?(?:d|ing)[ \n](?:on[ \n]|in[ \n])?(?:"
    rb"(?P<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[ \n](?P<d>\d{1,2})\b"
    rb"(?:,?[ \n](?P<y>(?:19|20)\d\d))?)"
)


def _ended(unit: str, word: str, at: Place) -> Reading | None:
    """ "the year ended June 30": as long as it says, up to that day; named by where it ends."""
    end = _END.match(at.flat, at.end, at.end + 40)
    if not end or unit not in ("year", "quarter", "month", "week"):
        if unit == "year":
            return on_unit(at.anchor, unit, "is the year that its end names", at.anchor)
        return duration(1, unit, "is a length of time that its end dates")
    month, day, now = MONTHS[end.group("mon").decode().lower()], int(end.group("d")), at.anchor
    year = int(end.group("y") or now.year)
    if not end.group("y"):
        past = date(year, month, day) <= now
        year += (not past and word == "ending") * 0 - (not past and word == "ended")
        year += past and word == "ending" and (now - date(year, month, day)).days > 180
    last = date(year, month, day)
    first = days.step(last + timedelta(1), unit, -1)
    reading = on_unit(last, unit, f"ends on {days.say(last)}", now)
    return replace(reading, span=(first, last))


def _the_unit(m: Parts, at: Place) -> Reading | None:
    """ "the end of the year", "the full year"; "the year ended June 30" is a length."""
    unit, now = unit_name(m["unit"]), at.anchor
    following = at.after(16).lower().split()[:1]
    if following in (["ended"], ["ending"]):
        return _ended(unit, following[0], at)
    before = " ".join(at.before(24).lower().split())
    whole = bool(m["full"]) or (unit == "year" and before.endswith(". for") and following[:1] != [])
    if not whole and not before.endswith(_PART_OF):
        return None
    base = now
    if at.story and at.story.span and at.story.precision is Precision.YEAR and unit == "year":
        base = at.story.span[0]
    return on_unit(base, unit, f"is the current one seen from {days.say(base)}", base)


def _present(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    word = m["word"]
    following = at.after(12).lower().split()
    again = [w.strip(".,;\"'") for w in following[:2]]
    if word == "now" and again in (["and", "again"], ["and", "then"]):
        return None
    if word == "current" and following[:1] in (["account"], ["accounts"]):
        return None
    if word == "present" and at.words_before()[-1:] != ["at"]:
        return None
    when = When.lasted(Bounds(None, now), Bounds(now, None), Precision.DAY)
    return Reading(
        TimexType.DATE,
        "PRESENT_REF",
        None,
        Precision.DAY,
        f"is the time of the article, {days.say(now)}",
        now,
        when=when,
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "today, yesterday, tomorrow",
        r"(?P<word>today|tonight|yesterday|tomorrow)(?:{S}(?P<part>morning|afternoon|evening|night))?",
        _named,
        yes=(
            ("It ended [yesterday].", "2025-10-24"),
            ("It ends [tomorrow night].", "2025-10-26TNI"),
            ("It is on [tonight].", "2025-10-25TNI"),
        ),
        no=("She told USA Today so.",),
    ),
    Rule(
        "the day before yesterday",
        r"(?:the{S})?day{S}(?:(?P<way>before){S}yesterday|(?P<way2>after){S}tomorrow)",
        _two_away,
        yes=(
            ("It ended [the day before yesterday].", "2025-10-23"),
            ("It ends [the day after tomorrow].", "2025-10-27"),
        ),
    ),
    Rule(
        "part of a day told from here",
        r"(?P<rel>last|this|tomorrow){S}(?P<part>morning|afternoon|evening|night)",
        _part_of_day,
        yes=(
            ("It rained [last night].", "2025-10-24TNI"),
            ("It rained [this morning].", "2025-10-25TMO"),
        ),
    ),
    Rule(
        "last, this, next week",
        r"(?P<the>the{S})?(?P<rel>last|this|this{S}past|this{S}coming|next|past|coming|previous|prior|current|upcoming|present){S}(?P<unit>weekend|week|fortnight|month|quarter|year|decade|century)",
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
        "the weekend",
        r"(?:the{S})weekend",
        _this_weekend,
        yes=(("It will rain over [the weekend].", "2025-W43-WE"),),
    ),
    Rule(
        "ago",
        r"(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?P<unit>{UNITS})(?:{S}or{S}(?:so|more|two))?{S}(?P<way>ago|back|from{S}now|hence|from{S}today)(?P<today>{S}today)?",
        _ago,
        yes=(
            ("It sank [three days ago].", "2025-10-22"),
            ("It sank [two weeks ago].", "2025-W41"),
            ("It sank [five months ago].", "2025-05"),
            ("It sank [50 years ago].", "1975"),
            ("It opens [two months from now].", "2025-12"),
            ("It sank [several years ago].", "PAST_REF"),
            ("It sank [two and a half years ago].", "2023-04"),
        ),
    ),
    Rule(
        "in two weeks",
        r"(?P<prep>in|within){S}(?P<next>the{S}next{S})?(?:{FUZZ}{S})?(?P<x>(?P<n>{COUNT}){S}(?P<unit>{CALUNITS}))(?:'{S}time)?",
        _in,
        yes=(
            ("It will open in [two weeks].", "2025-W45"),
            ("It must close within [two weeks].", "P2W"),
        ),
        no=("It sank in two weeks.",),
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
    Rule(
        "this time last year",
        r"this{S}time{S}(?P<rel>last|next){S}(?P<unit>week|month|year)",
        _this_time,
        yes=(("It stood [this time last year].", "2024-10-25"),),
    ),
    Rule(
        "the end of the year",
        r"the{S}(?P<full>full{S}|whole{S}|fiscal{S}|full{S}fiscal{S}|current{S}fiscal{S})?(?P<unit>year|month|week|decade|century)",
        _the_unit,
        yes=(("It closes at [the end of the year].", "2025"),),
        no=("He was the player of the year.", "It is the week that counts."),
    ),
    Rule(
        "now",
        r"(?P<word>now|currently|nowadays|at{S}present|presently|at{S}the{S}moment|current|these{S}days|at{S}this{S}(?:point|time)|right{S}now)",
        _present,
        yes=(("It is [now] closed.", "PRESENT_REF"), ("It is [currently] closed.", "PRESENT_REF")),
        no=("The current account is full.",),
    ),
)
