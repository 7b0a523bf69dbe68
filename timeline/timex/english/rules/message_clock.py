"""Times of day in chat: "at 1040", "8:30", "1900hrs", the "7" of "7-9pm", "12nn"."""

from __future__ import annotations

from datetime import time

from timeline.timex import days
from timeline.timex.day_parts import with_clock, with_part
from timeline.timex.english.rules.clock import story_day
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day


def _at(at: Place, clock: time, suffix: str = "") -> Reading:
    d = story_day(at)
    day = on_day(d, f"is a time on {days.say(d)}", d)
    return with_clock(day, clock, suffix or f"T{clock:%H:%M}")


_COUNTED = [
    [word] for word in "bucks dollars usd sgd km m k kg ppl people pax pts steps cal".split()
]


def _digits(m: Parts, at: Place) -> Reading | None:
    hour, minute = int(m["h"]), int(m["min"])
    if at.after(1) in ("%", "$") or at.after(12).lower().split()[:1] in _COUNTED:
        return None  # "at 2.50%", "by 1030 steps"
    if m["h"] + m["min"] in ("1900", "2000") or (m["h"] in ("19", "20") and minute < 30):
        return None  # "at 2014", a year
    return _at(at, time(hour, minute))


def _hours(m: Parts, at: Place) -> Reading | None:
    return _at(at, time(int(m["h"]), int(m["min"])))


def _colon(m: Parts, at: Place) -> Reading | None:
    """ "8:30" wherever it stands; not a verse, a ratio or a tag."""
    lead = at.words_before()
    if at.before(1) in ("#", "/", ":", ".", "$") or at.after(1) in (":", "/"):
        return None
    if lead and lead[0] in _CHAPTERED:
        return None
    clock = time(int(m["h"]), int(m["min"]), int(m["sec"] or 0))
    return _at(at, clock, f"T{clock:%H:%M:%S}" if m["sec"] else "")


# books whose chapters and verses a colon parts
_CHAPTERED = frozenset(
    "psalm psalms proverbs matthew matt mark luke john acts romans corinthians galatians james"
    " ephesians philippians colossians hebrews peter genesis exodus isaiah jeremiah job"
    " timothy revelation ecclesiastes joshua deuteronomy surah quran".split()
)


def _from_hour(m: Parts, at: Place) -> Reading | None:
    """The "7" of "7-9pm", which shares what the later hour says of the half of the day."""
    hour, late, end = int(m["h"]), m["ap"] == "p", int(m["h2"])
    if not (1 <= hour <= 12 and 1 <= end <= 12) or at.before(1) in ("#", "$", "/", ".", ":"):
        return None
    if late and end != 12 and hour % 12 > end:
        late = False  # "10-2pm" begins in the morning
    elif end == 12 and hour != 12:
        late = not late  # "10-12pm" is before noon, "10-12am" before midnight
    clock = time(hour % 12 + (12 if late else 0), int(m["min"] or 0))
    return _at(at, clock)


def _twelve(m: Parts, at: Place) -> Reading | None:
    d = story_day(at)
    day = on_day(d, f"is a time on {days.say(d)}", d)
    return with_part(day, "noon" if m["half"] in ("nn", "noon") else "midnight")


RULES: tuple[Rule, ...] = (
    Rule(
        "time in bare digits",
        r"(?:at|by|till|until|@){S}(?P<x>(?P<h>[01]?\d|2[0-3])[.]?(?P<min>[0-5]\d))",
        _digits,
        yes=(
            ("omg we left at [1040]", "2025-10-25T10:40"),
            ("up at [6.30] lol", "2025-10-25T06:30"),
        ),
        no=("We met at 2014 #fair", "omg lost by 1030 steps"),
        only=Genre.MESSAGE,
    ),
    Rule(
        "time in hours",
        r"(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d){S}?(?:hrs?|h)",
        _hours,
        yes=(("omg be there [1900hrs]", "2025-10-25T19:00"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "hour and minute in chat",
        r"(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?::(?P<sec>[0-5]\d))?",
        _colon,
        yes=(("omg doors open 8:30 sharp".replace("8:30", "[8:30]"), "2025-10-25T08:30"),),
        no=("lol read John 3:16 again",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "hour before a later one",
        r"(?P<x>(?P<h>1?\d)(?:[:.](?P<min>[0-5]\d))?){S}?(?:-|to){S}?"
        r"(?P<h2>1?\d)(?:[:.]?[0-5]\d)?{S}?(?P<ap>[ap])m",
        _from_hour,
        yes=(
            ("omg sale [7]-9pm", "2025-10-25T19:00"),
            ("omg sale [10]-2pm", "2025-10-25T10:00"),
        ),
        no=("lol lost 2-1 at 3pm",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "twelve at noon",
        r"12{S}?(?P<half>nn|noon|mn|midnight|midnite)",
        _twelve,
        yes=(("omg lunch at [12nn]", "2025-10-25T12:00"),),
        only=Genre.MESSAGE,
    ),
)
