"""Times of day: "10:35 a.m.", "noon", "4 in the morning", "15:00 GMT"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from timeline.model import Direction, Precision, TimexType
from timeline.timex import days
from timeline.timex.day_parts import with_clock, with_part
from timeline.timex.english import numbers
from timeline.timex.english.direction import sentence
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.running import reached
from timeline.timex.timex3 import PART_CLOCK, PART_CODE, on_day


def story_day(at: Place) -> date:
    """The day a bare time of day belongs to: one named in its sentence, else the article's own.

    In a narrative it is the day that the story has reached.
    """
    named = at.story_day.span if at.story_day else None
    if named and sentence(at.flat, at.start, at.end)[0] <= at.story_at:
        return named[0]
    running = reached(at)
    return running[0] if running else at.anchor


def _on_some_day(at: Place, suffix: str) -> Reading | None:
    """A time of day of a narrative that has named no day: of its month, on a day unknown."""
    story = at.story
    if at.genre is not Genre.NARRATIVE or (story and story.precision in _DAYS):
        return None
    if at.story_day and sentence(at.flat, at.start, at.end)[0] <= at.story_at:
        return None
    month = story.value[:7] if story and story.precision is Precision.MONTH else ""
    return Reading(
        TimexType.TIME,
        f"{month or 'XXXX-XX'}-XX{suffix}",
        story.span if story and month else None,
        Precision.MONTH,
        "is on a day that the story does not name",
        aside=True,
    )


_DAYS = (Precision.DAY, Precision.HOUR, Precision.MINUTE)


def clock_of(hour: int, minute: int) -> time | None:
    """A time of day; None if there is no such time."""
    return time(hour % 24, minute) if 0 <= hour <= 24 and 0 <= minute < 60 else None


def _on(
    at: Place, hour: int, minute: int, *, to_the_minute: bool = True, zone: str = ""
) -> Reading | None:
    """A time on the day that it belongs to; "9 p.m." is no finer than its hour."""
    clock = clock_of(hour, minute)
    if clock is None:
        return None
    loose = _on_some_day(at, f"T{clock:%H:%M}")
    if loose:
        return loose
    d = story_day(at)
    by = f", as clocks show it by {' '.join(zone.split())}" if zone.strip() else ""
    day = on_day(d, f"is a time on {days.say(d)}{by}", d)
    timed = with_clock(day, clock, f"T{clock:%H:%M}")
    return timed if to_the_minute else replace(timed, precision=Precision.HOUR)


def _twelve(m: Parts, at: Place) -> Reading | None:
    hour = int(m["h"]) if m["h"] else numbers.SMALL.get(m["hw"], 99)
    if not 1 <= hour <= 12:
        return None
    half = (m["ap"] or m["part"]).replace(".", "").replace(" ", "")
    late = half.startswith("p") or "afternoon" in half or "evening" in half
    if "night" in half and hour >= 6:
        late = True
    hour = hour % 12 + (12 if late else 0)
    if half.startswith("at") or "night" in half:
        hour = 0 if hour == 12 and "night" in half else hour
    told, zone = bool(m["min"]), m.raw("zone")
    return _on(at, hour, int(m["min"] or 0), to_the_minute=told, zone=zone)


def _twenty_four(m: Parts, at: Place) -> Reading | None:
    if at.before(1) in (":", ".", "-", "/", "$") or at.after(1) in (":", "%", "/"):
        return None
    zone = m.raw("zone")
    if not zone and m["sep"] == ".":
        return None
    owner = at.words_before()
    if (
        not zone
        and owner[-1:]
        and owner[-1]
        not in (
            "at",
            "by",
            "until",
            "till",
            "from",
            "to",
            "around",
            "about",
            "before",
            "after",
            "between",
            "and",
            "since",
        )
    ):
        return None
    return _on(at, int(m["h"]), int(m["min"]), zone=zone)


def _military(m: Parts, at: Place) -> Reading | None:
    return _on(at, int(m["h"]), int(m["min"]))


def _noon(m: Parts, at: Place) -> Reading | None:
    if at.words_before() == ["high"] or (m.raw("part").istitle() and at.before(2)[:1].isalpha()):
        return None  # a film, a proverb
    loose = _on_some_day(at, f"T{PART_CLOCK[m['part']]:%H:%M}")
    if loose:
        return loose
    d = story_day(at)
    day = on_day(d, f"is a time on {days.say(d)}", d)
    return with_part(day, m["part"])


def _oclock(m: Parts, at: Place) -> Reading | None:
    hour = int(m["h"]) if m["h"] else numbers.SMALL.get(m["hw"], 99)
    if not 1 <= hour <= 12:
        return None
    return _on(at, hour, 0, to_the_minute=False)


_NEXT_SENTENCE = 160  # characters in which a day just named still is the one told of


def _morning(m: Parts, at: Place) -> Reading | None:
    """ "in the morning", "overnight": a part of the article's day."""
    if at.after(4) == " of ":
        return None  # "in the morning of 3 May" is of that day
    part = "night" if m["over"] else m["part"]
    if part == "night" and not m["over"] and at.genre is not Genre.NARRATIVE:
        return None
    loose = _on_some_day(at, f"T{PART_CODE[part]}")
    if loose:
        return loose
    d = story_day(at)
    told = at.story_day.span if at.story_day else None
    near = not m["over"] and d == at.anchor and 0 < at.start - at.story_at < _NEXT_SENTENCE
    if told and near and at.lean().direction is Direction.PAST:
        d = told[0]  # "The mill burned on Friday. In the evening, crews left."
    day = on_day(d, f"is a part of {days.say(d)}", d)
    return with_part(day, part)


# letters that are words too ("eat", "west") count only as capitals, and so does a place's name
_ZONE = (
    r"(?:{S}?(?:(?:GMT|UTC)(?:{S}?[+-]\d{1,2}(?::?\d\d)?)?|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET"
    r"|CEST|JST|IST|ET|CT|PT|(?-i:AEST|AEDT|ACST|AWST|NZST|NZDT|HKT|SGT|KST|MSK|EET|EEST|WET|AST"
    r"|AKST|AKDT|HST|PKT|BRT|ART|WIB|WAT|EAT|SAST)"
    r"|(?:local|Eastern|Pacific|Central|Mountain)(?:{S}(?:standard{S}|daylight{S})?time)?"
    r"|(?:Central|Eastern|Western){S}European{S}(?:summer{S}|standard{S})?time"
    r"|(?-i:[A-Z][a-z]+(?:{S}[A-Z][a-z]+)?{S}(?:(?:[Ss]tandard|[Dd]aylight|[Ss]ummer|[Mm]ean){S}"
    r"[Tt]ime|time))))"
)
_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOURS = rf"(?:(?P<h>[01]?\d)(?:[:.]?(?P<min>[0-5]\d))?\+?|(?P<hw>{_HOUR_WORDS}))"

_STORY = "He fought in 1801, in 1802 and in 1803."  # what makes the examples a narrative

RULES: tuple[Rule, ...] = (
    Rule(
        "time with a.m. or p.m.",
        _HOURS + r"(?:{S}o'?clock)?(?:{S}?(?P<ap>[ap]\.?{S}?m)\b\.?|{S}"
        r"(?P<part>in{S}the{S}(?:morning|afternoon|evening)|at{S}night))(?:\)?(?P<zone>"
        + _ZONE
        + r"))?",
        _twelve,
        yes=(
            ("It fell at [10:35 a.m.] sharp.", "2025-10-25T10:35"),
            ("It fell at [4 in the morning].", "2025-10-25T04:00"),
            ("It fell at [11pm].", "2025-10-25T23:00"),
            ("It fell at [12:05 a.m. EDT].", "2025-10-25T00:05"),
            ("It fell at [9 p.m. Tokyo time].", "2025-10-25T21:00"),
        ),
        no=("It fell at 13 p.m. sharp.",),
    ),
    Rule(
        "time of twenty-four hours",
        r"(?P<h>[01]?\d|2[0-4])(?P<sep>[:.])(?P<min>[0-5]\d)(?::[0-5]\d)?(?:{S}?h(?:rs|ours)?)?(?P<zone>"
        + _ZONE
        + r")?",
        _twenty_four,
        yes=(
            ("It fell at [22:30].", "2025-10-25T22:30"),
            ("It fell at [15:11 GMT].", "2025-10-25T15:11"),
            ("It fell at [15:11 UTC+2].", "2025-10-25T15:11"),
            ("It fell at [15:11 Central European Time].", "2025-10-25T15:11"),
        ),
        no=("They won 21:15 in the last set.",),
    ),
    Rule(
        "time in four digits",
        r"(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d){S}(?:GMT|UTC|hours|hrs)",
        _military,
        yes=(("It fell at [0735 GMT].", "2025-10-25T07:35"),),
    ),
    Rule(
        "o'clock",
        rf"(?:(?P<h>1?\d)|(?P<hw>{_HOUR_WORDS})){{S}}o'?clock",
        _oclock,
        yes=(("It fell at [ten o'clock].", "2025-10-25T10:00"),),
    ),
    Rule(
        "noon and midnight",
        r"(?P<part>noon|midnight|midday)",
        _noon,
        yes=(("It fell at [noon].", "2025-10-25T12:00"),),
    ),
    Rule(
        "overnight",
        r"(?P<over>overnight)",
        _morning,
        yes=(("It fell [overnight].", "2025-10-25TNI"),),
    ),
    Rule(
        "in the morning",
        r"in{S}(?P<x>the{S}(?:early{S}|late{S})?(?P<part>morning|afternoon|evening|night))",
        _morning,
        yes=(
            ("It fell in [the afternoon].", "2025-10-25TAF"),
            ("The mill burned on Tuesday. Crews left in [the evening].", "2025-10-21TEV"),
            (f"{_STORY} It fell on 3 May 1848. It rose in [the night].", "1848-05-03TNI"),
            (f"{_STORY} It fell in May 1848. It rose in [the night].", "1848-05-XXTNI"),
        ),
    ),
)
