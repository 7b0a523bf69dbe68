"""Time in chat: "tmr", "2nite", "12hrs", and any "day" or "evening", which is the writer's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.timex import days
from timeline.timex.day_parts import with_clock, with_part
from timeline.timex.english import numbers
from timeline.timex.english.fragments import unit_name
from timeline.timex.english.rules.clock import clock_of
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import duration, on_day, on_unit

_SPELT = {
    "tomorrow": "tmrw?|tmrrw|tmw|tomo|tomoro|tomorow|tommorow|tommorrow|tomolo|2moro|2morrow|2mrw",
    "today": "tdy|2day|todae|tday",
    "yesterday": "ytd|yest|ystd|yday|yesterdae",
    "tonight": "tonite|2nite|2night|tnite|tonyt",
}
_AWAY = {"tomorrow": 1, "today": 0, "yesterday": -1, "tonight": 0}
_NIGHTS = ("night", "nite", "nights", "nites")


def part_name(word: str) -> str:
    """The plain name of a part of a day in chat: "nites" → "night", "mornin" → "morning"."""
    if word in _NIGHTS:
        return "night"
    return "morning" if word.startswith("mornin") else word.rstrip("s")


def _word(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    word = next(name for name in _SPELT if m[name])
    reading = on_day(now + timedelta(_AWAY[word]), f"is {word}, seen from {days.say(now)}", now)
    part = "night" if word == "tonight" else m["part"] and part_name(m["part"])
    return with_part(reading, part) if part else reading


def _last_night(_m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    day = on_day(now - timedelta(1), f"is the night before {days.say(now)}", now)
    return with_part(day, "night")


def _part(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    day = on_day(now, f"is a part of the writer's day, {days.say(now)}", now)
    return with_part(day, part_name(m["part"]))


def _sunset(_m: Parts, at: Place) -> Reading | None:
    return on_day(at.anchor, f"is on the writer's day, {days.say(at.anchor)}", at.anchor)


def _length(m: Parts, at: Place) -> Reading | None:
    if m["det"] == "the" and m["unit"] in ("day", "week"):
        unit, why = m["unit"], f"is the writer's own, {days.say(at.anchor)}"
        return on_unit(at.anchor, unit, why, at.anchor)
    if m["edge"]:  # "last day of camp" is the writer's own, "next day" the one after
        d = at.anchor + timedelta(m["edge"] == "next")
        return on_day(d, f"is told of from {days.say(at.anchor)}", at.anchor)
    if m["this"]:
        return on_day(at.anchor, f"is the writer's day, {days.say(at.anchor)}", at.anchor)
    unit = unit_name(m["unit"])
    return duration(None if m["unit"].endswith("s") and m["unit"] != "s" else 1, unit)


def _weekend(_m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    monday = now.weekday() == 0  # what is told of on a Monday is the weekend just over
    base = now - timedelta(2) if monday and at.lean().direction != "future" else now
    return on_unit(base, "weekend", f"is the one about {days.say(now)}", now)


def _clock(m: Parts, at: Place) -> Reading | None:
    hour, minute = int(m["h"]), int(m["min"])
    if m["h"] + m["min"] in ("1900", "2000") or (m["h"] in ("19", "20") and minute < 30):
        return None  # "at 2014", a year
    clock = clock_of(hour, minute)
    if clock is None:
        return None
    day = on_day(at.anchor, f"is a time on {days.say(at.anchor)}", at.anchor)
    return with_clock(day, clock, f"T{clock:%H:%M}")


def _more(m: Parts, _at: Place) -> Reading | None:
    """ "2 more days": added to a wait that nobody measured, so its value is open."""
    count, unit = numbers.number(m["n"]), unit_name(m["unit"])
    if count == 1:
        return duration(1, unit)
    return replace(duration(None, unit), days=duration(count, unit).days)


def _counted(m: Parts, _at: Place) -> Reading | None:
    count = numbers.number(m["n"])
    return None if count is None else duration(count, unit_name(m["unit"]))


_PARTS = "mornin|mornings?|afternoons?|evenings?|nights?|nites?"

RULES: tuple[Rule, ...] = (
    Rule(
        "chat for tomorrow",
        "(?:"
        + "|".join(f"(?P<{name}>{spelt})" for name, spelt in _SPELT.items())
        + rf")(?:{{S}}(?P<part>{_PARTS}))?",
        _word,
        yes=(
            ("omg the match is [tmr]", "2025-10-26"),
            ("omg the match is [tmrw nite]", "2025-10-26TNI"),
            ("omg the match was [2day]", "2025-10-25"),
            ("omg the match is [2nite]", "2025-10-25TNI"),
        ),
        no=("Shares are up 4% YTD.",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "chat for last night",
        r"last{S}nite",
        _last_night,
        yes=(("omg the match [last nite]", "2025-10-24TNI"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "part of the writer's day",
        rf"(?:(?:the|an?|my){{S}})?(?P<part>{_PARTS})",
        _part,
        yes=(
            ("Good [morning] #oslo", "2025-10-25TMO"),
            ("What [a night] #oslo", "2025-10-25TNI"),
        ),
        no=("A morning person has no time for the night.",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "sunset",
        r"(?:sunset|sunrise|teatime)",
        _sunset,
        yes=(("Ferry at [sunset] #oslo", "2025-10-25"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "a length alone",
        r"(?P<this>this){S}day|(?P<edge>last|final|next){S}day|(?:(?P<det>the|an?|my|our|that|all|whole|entire){S})?"
        r"(?P<unit>days?|hours?|hrs?|minutes?|weeks?|months?|years?)",
        _length,
        yes=(
            ("Such a long [day] #oslo", "P1D"),
            ("What can one do with [this day] #oslo", "2025-10-25"),
            ("Long [hours] at sea #oslo", "PTXH"),
            ("Sad, [last day] of camp #oslo", "2025-10-25"),
        ),
        no=("A hard day of work brings its own reward.",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "the writer's weekend",
        r"weekend",
        _weekend,
        yes=(("Have a good [weekend] #oslo", "2025-W43-WE"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "time in bare digits",
        r"(?:at|by|till|until|@){S}(?P<x>(?P<h>[01]?\d|2[0-3])(?P<min>[0-5]\d))",
        _clock,
        yes=(("omg we left at [1040]", "2025-10-25T10:40"),),
        no=("We met at 2014 #fair",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "so much more",
        r"(?P<n>{NUM}){S}more{S}(?P<unit>{UNITS})",
        _more,
        yes=(("Just [3 more days] #oslo", "PXD"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "length written together",
        r"(?P<n>\d{1,3}(?:\.\d)?)\+?{S}?(?P<unit>hrs?|hours?|mins?|minutes?|secs?|days?|weeks?|wks?|months?|mths?|years?|yrs?)",
        _counted,
        yes=(("We walked [12hrs] in all.", "PT12H"), ("It took [7months] in all.", "P7M")),
    ),
)
