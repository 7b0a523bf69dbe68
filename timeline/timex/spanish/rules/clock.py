"""Times of day: "las 10.35 horas", "las seis de la mañana", "mediodía", "15:00 GMT"."""

from __future__ import annotations

import re
from datetime import date, time

from timeline.model import Direction
from timeline.timex import days
from timeline.timex.day_parts import with_clock, with_part
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish import numbers
from timeline.timex.spanish.direction import sentence
from timeline.timex.spanish.rules.weekdays import PARTS
from timeline.timex.timex3 import on_day


def story_day(at: Place) -> date:
    """The day a bare time of day belongs to: one named in its sentence, else the article's own.

    What is told in the past goes on through the sentences after the one that named its day.
    """
    named = at.story_day.span if at.story_day else None
    if not named:
        return at.anchor
    if sentence(at.flat, at.start, at.end)[0] <= at.story_at:
        return named[0]
    near = at.start - at.story_at < _GOES_ON_FOR
    told = near and named[0] < at.anchor and at.lean().direction is Direction.PAST
    return named[0] if told else at.anchor


_GOES_ON_FOR = 600  # characters, a paragraph


def _on(at: Place, hour: int, minute: int, zone: str = "") -> Reading | None:
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    clock = time(hour % 24, minute)
    d = story_day(at)
    day = on_day(d, f"is a time on {days.say(d)}", d)
    universal = "Z" if zone.strip() in ("gmt", "utc") else ""
    return with_clock(day, clock, f"T{clock:%H:%M}{universal}")


def _late(hour: int, part: str) -> int:
    """The hour of twenty-four that an hour of twelve and a part of the day name."""
    if part in ("tarde", "mediodia", "p") and 1 <= hour < 12:
        return hour + 12
    if part == "noche":
        return 0 if hour == 12 else hour + 12 if 5 <= hour < 12 else hour
    if part in ("manana", "madrugada", "a") and hour == 12:
        return 0
    return hour


def _clock(m: Parts, at: Place) -> Reading | None:
    if at.before(1) in (":", ".", "-", "/", "$") or at.after(1) in ("%", "/"):
        return None
    if at.after(1) in (":", ".", ",") and at.after(2)[1:].isdigit():
        return None
    told = m["las"] or m["zone"] or m["unit"] or m["part"] or m["ap"]
    if not told and at.before(1) == "(" and at.after(1) in (",", ")") and int(m["h"]) > 5:
        return _on(at, int(m["h"]), int(m["min"]))  # "el partido (21.30, La 2)"
    if not told and m["sep"] != ":":
        return None
    if not told and at.words_before() not in _BEFORE_A_TIME:
        return None
    hour = _late(int(m["h"]), m["part"] or m["ap"][:1])
    return _on(at, hour, int(m["min"] or 0), m["zone"])


_BEFORE_A_TIME = [[word] for word in ("desde", "hasta", "de", "a", "entre", "y", "hacia")]


def _hour(m: Parts, at: Place) -> Reading | None:
    """ "las 11 de la mañana", "las tres y media", "la una"."""
    word = m["h"]
    hour = int(word) if word.isdigit() else int(numbers.number(word) or 99)
    counts = at.words_before() not in _AT or (at.after(2)[1:].isalpha() and not _goes_on(at))
    if counts and not (m["part"] or m["unit"] or m["ap"]):
        return None  # "las tres mujeres"
    if hour > 24:
        return None
    minute = {"media": 30, "cuarto": 15, "": 0}.get(m["and"], -1)
    if minute < 0:
        minute = int(numbers.number(m["and"]) or 0)
    if m["less"]:
        minute = -15 if m["less"] == "cuarto" else -int(numbers.number(m["less"]) or 0)
    hour = _late(hour, m["part"] or m["ap"][:1])
    if minute < 0:
        hour, minute = hour - 1, 60 + minute
    return _on(at, hour, minute)


_AT = [[word] for word in ("a", "desde", "hasta", "sobre", "hacia", "entre", "y", "antes", "de")]
_FOLLOWING = frozenset(
    [
        "en",
        "del",
        "de",
        "y",
        "se",
        "la",
        "el",
        "por",
        "para",
        "con",
        "cuando",
        "con",
        "ante",
        "hora",
        "a",
        "los",
        "las",
        "su",
        "un",
        "una",
    ]
)


def _goes_on(at: Place) -> bool:
    """Whether no noun follows that the number would count ("las tres mujeres")."""
    following = at.after(14).split()
    return not following or following[0] in _FOLLOWING


def _noon(m: Parts, at: Place) -> Reading | None:
    d = story_day(at)
    return with_part(on_day(d, f"is a time on {days.say(d)}", d), PARTS[m["part"]])


_OF_A_DAY = re.compile(
    rb"(?i)[ \n]del?[ \n](?:ayer|hoy|este|pasado|anteayer|lun|mar|mi|jue|vie|s[a]bado|dom"
    rb"|el[ \n]|d[i]a|\d)"
)


def _part(m: Parts, at: Place) -> Reading | None:
    """ "por la tarde", "la madrugada": a part of the day that its sentence tells of."""
    if _OF_A_DAY.match(at.flat, at.end, at.end + 16):
        return None  # "la mañana del lunes" is of that day
    d = story_day(at)
    return with_part(on_day(d, f"is a part of {days.say(d)}", d), PARTS[m["part"]])


_LOCAL = (
    r"(?:{S}?\(?hora{S}(?:local|peninsular|espanola|de{S}\w+)|{S}horas?(?:{S}locales|{S}local)?"
    r"|{S}?hs?\.?|{S}hrs)"
)
_OF_PART = (
    r"(?:{S}(?:de|por){S}(?:la|el){S}|{S}del{S})(?P<part>manana|tarde|noche|madrugada|mediodia)"
)
_AP = r"{S}?(?P<ap>[ap]\.?{S}?m)\b\.?"
_HOURS = "una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
_AND = (
    r"(?:{S}y{S}(?P<and>media|cuarto|pico|cinco|diez|veinte|veinticinco)"
    r"|{S}menos{S}(?P<less>cuarto|cinco|diez|veinte|veinticinco))?"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "time of day",
        r"(?P<las>las?{S})?(?P<h>[01]?\d|2[0-4])(?P<sep>[:.h])(?P<min>[0-5]\d)(?::[0-5]\d)?(?:"
        + _OF_PART
        + r"|"
        + _AP
        + r")?(?P<unit>"
        + _LOCAL
        + r")?",
        _clock,
        yes=(
            ("Cayó a [las 10.35 horas].", "2025-10-25T10:35"),
            ("Cayó a [las 22:30].", "2025-10-25T22:30"),
            ("Cayó a [las 4:05 de la tarde].", "2025-10-25T16:05"),
            ("Cayó a [las 9:30 p.m.]", "2025-10-25T21:30"),
        ),
        no=("Ganaron por 21:15 el set.", "Subió un 10.35 por ciento."),
    ),
    Rule(
        "universal time",
        r"(?P<las>las?{S})?(?P<h>[01]?\d|2[0-4])(?P<sep>[:.]?)(?P<min>[0-5]\d)(?P<zone>{S}?(?:GMT|UTC))",
        _clock,
        yes=(("Cayó a las dos ([15:11 GMT]).", "2025-10-25T15:11Z"),),
    ),
    Rule(
        "hour in words",
        r"(?:(?:pasad[ao]s?|cerca{S}de|alrededor{S}de){S})?las?{S}(?P<h>"
        + _HOURS
        + r"|[01]?\d|2[0-3])"
        + _AND
        + r"(?:"
        + _OF_PART
        + r"|"
        + _AP
        + r")?(?P<unit>"
        + _LOCAL
        + r")?",
        _hour,
        yes=(
            ("Cayó a [las seis de la mañana].", "2025-10-25T06:00"),
            ("Cayó a [las 11 de la noche].", "2025-10-25T23:00"),
            ("Cayó a [las tres y media de la tarde].", "2025-10-25T15:30"),
            ("Cayó a [las ocho menos cuarto].", "2025-10-25T07:45"),
            ("Cayó a [las 15 horas].", "2025-10-25T15:00"),
        ),
        no=("Dio el premio a las tres mujeres.",),
    ),
    Rule(
        "noon and midnight",
        r"(?:(?:el|la){S})?(?P<part>mediodia|medianoche)",
        _noon,
        yes=(("Cayó al [mediodía].", "2025-10-25T12:00"),),
    ),
    Rule(
        "part of the day",
        r"(?:(?:por|en|de|a|desde|hasta|durante|toda){S})(?P<x>(?:(?:las|la){S}(?:primeras|ultimas|altas){S}horas{S}de{S})?la{S}(?P<part>manana|tarde|noche|madrugada))",
        _part,
        yes=(("Cayó por [la tarde].", "2025-10-25TAF"),),
    ),
)
