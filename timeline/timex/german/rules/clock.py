"""Times of day: "14.30 Uhr", "halb acht", "von 10 bis 18 Uhr", "am Nachmittag"."""

from __future__ import annotations

import re
from datetime import date, time

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.day_parts import with_clock, with_part
from timeline.timex.german import numbers
from timeline.timex.german.direction import sentence
from timeline.timex.german.fragments import part_name
from timeline.timex.german.letters import spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day


def _story_day(at: Place) -> date:
    """The day of a bare time of day: one named in its sentence or the last, else the article's."""
    named = at.story_day.span if at.story_day else None
    if named:
        first = sentence(at.flat, at.start, at.end)[0]
        if first > at.story_at:
            first = sentence(at.flat, max(0, first - 2), max(0, first - 2))[0]
        if first <= at.story_at:
            return named[0]
    return at.anchor


# hours after a list or a range of days are those of each: "am 3. und 4. Mai von 10 bis 18 Uhr"
_MANY_DAYS = re.compile(
    r"(?:\d\. ?(?:und|bis|-|,|/) ?\d{1,2}\. ?[A-Z][a-z]+|[a-z]tag ?(?:und|bis|-) ?[A-Z][a-z]+tag"
    r"|\b(?:Mo|Di|Mi|Do|Fr|Sa)\.? ?(?:und|bis|-) ?(?:Di|Mi|Do|Fr|Sa|So)\b)[^.!?\n]{0,24}$"
)
# "von 10 bis 18 Uhr" with no day beside it tells of opening hours rather than of the article's day
_OPENING = re.compile(r"\bvon(?: \d{1,2}(?:[.:]\d\d)?(?: Uhr)? ?(?:-|bis))? ?$", re.IGNORECASE)
# what makes a time of day one of many days: "jeweils um 20 Uhr", "wochentags von 14 bis 18 Uhr"
_RECURS = re.compile(
    spelt(
        r"\b(?:jeweils|täglich|wochentags|werktags|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs"
        r"|jede[nrs]?)\b[^.!?\n]{0,30}$"
    ),
    re.IGNORECASE,
)


def _on(at: Place, hour: int, minute: int) -> Reading | None:
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    clock = time(hour % 24, minute)
    recurs = _RECURS.search(at.before(56)) or _MANY_DAYS.search(at.before(56))
    if recurs or (_OPENING.search(at.before(24)) and _story_day(at) == at.anchor):
        return Reading(
            TimexType.TIME,
            f"T{clock:%H:%M}",
            None,
            Precision.MINUTE,
            "is a time of many days, so it names no one of them",
            clock=clock,
        )
    d = _story_day(at)
    return with_clock(on_day(d, f"is a time on {days.say(d)}", d), clock, f"T{clock:%H:%M}")


_GOES_ON = re.compile(rb"[.,]\d| ?%| Prozent| Euro| Millionen| Milliarden| Meter| Grad")
_LATE = ("abends", "nachmittags", "am abend", "am nachmittag")


def _hours(m: Parts, at: Place) -> Reading | None:
    if at.before(1) in (":", ".", ",", "$") and at.before(2)[:1].isdigit():
        return None
    hour = int(m["h"]) if m["h"] else numbers.SMALL.get(m["hw"], 99)
    if m["part"] in _LATE and hour < 12:
        hour += 12
    if m["part"] in ("nachts", "in der nacht") and 8 < hour < 12:
        hour += 12
    return _on(at, hour, int(m["min"] or m["min2"] or 0))


def _listed(m: Parts, at: Place) -> Reading | None:
    """The first of "10 bis 18 Uhr" and "9.30/12.30 Uhr", whose "Uhr" is told further on."""
    if at.before(1) in (":", ".", ",", "/", "$", "-"):
        return None
    return _on(at, int(m["h"]), int(m["min"] or 0))


def _after_um(m: Parts, at: Place) -> Reading | None:
    """ "um 12.15", if no number or unit goes on from there ("stieg um 12.15 Prozent")."""
    if _GOES_ON.match(at.flat, at.end, at.end + 12):
        return None
    return _listed(m, at)


def _half(m: Parts, at: Place) -> Reading | None:
    """ "halb acht" is half past seven; "Viertel nach drei", "dreiviertel acht"."""
    hour = int(m["h"]) if m["h"] else numbers.SMALL.get(m["hw"], 99)
    if not 1 <= hour <= 12:
        return None
    way = " ".join(m["way"].split())
    minutes = {
        "halb": -30,
        "viertel nach": 15,
        "viertel vor": -15,
        "dreiviertel": -15,
        "drei viertel": -15,
    }[way]
    whole = hour * 60 + minutes
    if m["part"] in _LATE:
        whole += 12 * 60
    return _on(at, whole // 60 % 24, whole % 60)


def _noon(m: Parts, at: Place) -> Reading | None:
    d = _story_day(at)
    day = on_day(d, f"is a time on {days.say(d)}", d)
    return with_part(day, "midnight" if m["night"] else "lunchtime")


def _part(m: Parts, at: Place) -> Reading | None:
    """ "am Nachmittag", "in der Nacht": a part of the sentence's or the article's day."""
    following = at.after(6).lstrip()
    if following.startswith(("des ", "vom ", "zum ", "auf ")):
        return None  # of a day that is told
    d = _story_day(at)
    return with_part(on_day(d, f"is a part of {days.say(d)}", d), part_name(m["part"] or m["over"]))


_HOUR_WORDS = spelt("eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf")
_PARTS = (
    r"(?P<part>morgens|vormittags|mittags|nachmittags|abends|nachts|früh|in{S}der{S}(?:Früh|Nacht)"
    r"|am{S}(?:Morgen|Vormittag|Nachmittag|Abend))"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "time in hours",
        rf"(?:(?:um|ab|gegen|bis){{S}})?(?P<x>(?:(?P<h>[01]?\d|2[0-4])(?:[.:](?P<min>[0-5]\d))?|(?P<hw>{_HOUR_WORDS}))"
        r"(?:{S}?Uhr(?:{S}(?P<min2>[0-5]?\d))?|{S}?h)" + spelt(f"(?:{{S}}{_PARTS})?)"),
        _hours,
        yes=(
            ("Es beginnt um [14.30 Uhr] im Saal.", "2025-10-25T14:30"),
            ("Es beginnt um [20 Uhr].", "2025-10-25T20:00"),
            ("Es beginnt um [acht Uhr abends].", "2025-10-25T20:00"),
            ("Es beginnt um [20:15 Uhr].", "2025-10-25T20:15"),
            ("Es beginnt um [20 Uhr 15].", "2025-10-25T20:15"),
        ),
        no=("Es beginnt um 31 Uhr.",),
    ),
    Rule(
        "hour in a list",
        r"(?:(?:um|ab|gegen|von){S})?(?P<x>(?P<h>[01]?\d|2[0-4])(?:[.:](?P<min>[0-5]\d))?)(?:{S}?Uhr)?{S}?(?:bis|-|/|und|oder|sowie|bzw\.|,){S}?(?:[01]?\d(?:[.:][0-5]\d)?,?{S}(?:und|oder){S})?"
        r"(?:um{S}|ca\.{S})?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?{S}?Uhr",
        _listed,
        yes=(
            ("Offen ist von [10] bis 18 Uhr.", "T10:00"),
            ("Sie laufen um [9.30]/12.30 Uhr.", "2025-10-25T09:30"),
        ),
    ),
    Rule(
        "time after um",
        r"(?:um|ab|gegen){S}(?P<x>(?P<h>[01]?\d|2[0-4])[.:](?P<min>[0-5]\d))",
        _after_um,
        yes=(("Es beginnt um [12.15] im Saal.", "2025-10-25T12:15"),),
        no=("Es stieg um 12.15.3 an.",),
    ),
    Rule(
        "half past, quarter to",
        rf"(?P<way>halb|viertel{{S}}nach|viertel{{S}}vor|drei{{S}}?viertel){{S}}(?:(?P<h>1?\d)|(?P<hw>{_HOUR_WORDS}))"
        + spelt(f"(?:{{S}}{_PARTS})?"),
        _half,
        yes=(
            ("Es beginnt um [halb acht] im Saal.", "2025-10-25T07:30"),
            ("Es beginnt um [Viertel nach drei].", "2025-10-25T03:15"),
            ("Es beginnt um [halb acht abends].", "2025-10-25T19:30"),
        ),
        no=("Es ist halb leer.",),
    ),
    Rule(
        "noon and midnight",
        r"(?P<night>Mitternacht)|(?:zu|um|über|gegen|am){S}(?P<x>(?:Mittag))".replace(
            "ü", "[uU]e?"
        ),
        _noon,
        yes=(
            ("Es endet um [Mitternacht].", "2025-10-25T00:00"),
            ("Es endet zu [Mittag].", "2025-10-25TMI"),
        ),
    ),
    Rule(
        "in the hours of the morning",
        spelt(
            r"(?:de[nr]|über)?{S}?(?P<x>(?:(?:frühen|späten|ersten|letzten){S})?"
            r"(?P<part>Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht)s?stunden)|über{S}(?P<over>Nacht)"
        ),
        _part,
        yes=(
            ("Es fiel in den [frühen Morgenstunden].", "2025-10-25TMO"),
            ("Es fiel in den [Abendstunden].", "2025-10-25TEV"),
            ("Es fiel [über Nacht] Schnee.", "2025-10-25TNI"),
        ),
    ),
    Rule(
        "in the morning",
        spelt(
            r"(?:am|gegen|in{S}der|des|noch{S}am){S}(?:(?:frühen|späten|selben|gleichen){S})?"
            r"(?P<x>(?P<part>Morgen|Vormittag|Nachmittag|Abend|Früh|Nacht)s?)"
        ),
        _part,
        yes=(("Es fiel am [Nachmittag].", "2025-10-25TAF"),),
        no=("In der Nacht zum Sonntag fiel es.",),
    ),
)
