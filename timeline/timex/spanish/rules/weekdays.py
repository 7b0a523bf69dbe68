"""Weekdays: bare by the direction of their clause, or with pasado, próximo, este."""

from __future__ import annotations

from datetime import timedelta

from timeline.model import Direction, Precision, TimexType
from timeline.timex import days
from timeline.timex.day_parts import with_part
from timeline.timex.nearest import coming, latest, weekday_by
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.running import reached, say
from timeline.timex.spanish import traps
from timeline.timex.spanish.fragments import WEEKDAYS
from timeline.timex.spanish.rules.calendar import direction_word
from timeline.timex.timex3 import on_day

PARTS = {
    "manana": "morning",
    "mananita": "morning",
    "mediodia": "midday",
    "tarde": "afternoon",
    "tardecita": "afternoon",
    "noche": "night",
    "medianoche": "midnight",
    "madrugada": "dawn",
}


def _bare(m: Parts, at: Place) -> Reading | None:
    if traps.weekday_is_a_name(at):
        return None
    weekday = WEEKDAYS[m["wd"][:3]]
    if at.flat[at.start : at.start + 4].lower() == b"los ":
        return None  # every one of them
    running = reached(at)
    if running:
        base, precision = running
        if precision not in (Precision.DAY, Precision.MINUTE, Precision.HOUR):
            return Reading(
                TimexType.DATE,
                f"XXXX-WXX-{weekday + 1}",
                None,
                Precision.NONE,
                f"is a weekday after {say(*running)}, which names no day",
            )
        d = base + timedelta((weekday - base.weekday()) % 7)
        return on_day(d, f"is the first of its name after {say(*running)}", base, bare=True)
    d, why = weekday_by(weekday, at.anchor, at.lean())
    return on_day(d, why, at.anchor, bare=True)


def _relative(m: Parts, at: Place) -> Reading | None:
    weekday, now = WEEKDAYS[(m["wd"] or m["wd2"])[:3]], at.anchor
    word = " ".join((m["rel"] or m["rel2"]).split())
    said = direction_word(word)
    story = at.story_day.span if at.story_day else None
    if word in ("siguiente", "anterior") and story:
        d = (
            latest(weekday, story[0] - timedelta(1))
            if word == "anterior"
            else coming(weekday, story[0])
        )
        return on_day(d, f"is '{word}' one seen from {days.say(story[0])}", story[0])
    if said == "past":
        d = latest(weekday, now - timedelta(1))
    elif said == "next":
        d = coming(weekday, now)
    else:
        d = now - timedelta(now.weekday()) + timedelta(weekday)
        lean = at.lean()
        if d < now and lean.direction is Direction.FUTURE:
            d += timedelta(7)
        elif d > now and lean.direction is Direction.PAST and lean.sure:
            d -= timedelta(7)
    return on_day(d, f"is '{word}' seen from {days.say(now)}", now)


def _of_week(m: Parts, at: Place) -> Reading | None:
    """ "el martes de la semana pasada"."""
    now = at.anchor
    said = direction_word(m["rel"] or m["rel2"])
    away = {"past": -7, "next": 7}.get(said, 0)
    d = now - timedelta(now.weekday()) + timedelta(WEEKDAYS[m["wd"][:3]] + away)
    return on_day(d, f"lies in a week told from {days.say(now)}", now)


def _eight_days(m: Parts, at: Place) -> Reading | None:
    """ "del lunes en ocho días" (Latin America): a week after the coming Monday."""
    d = coming(WEEKDAYS[m["wd"][:3]], at.anchor) + timedelta(7)
    return on_day(d, f"is a week after the next one from {days.say(at.anchor)}", at.anchor)


def with_day_part(reading: Reading, part: str) -> Reading:
    """A day's reading with the part of it, if one is told."""
    return with_part(reading, PARTS[part]) if part else reading


RULES: tuple[Rule, ...] = (
    Rule(
        "weekday",
        r"{EL}(?:dia{S})?(?P<wd>{WDAY})",
        _bare,
        yes=(
            ("Llegará [el domingo].", "2025-10-26"),
            ("[El miércoles] dijo que se acabó.", "2025-10-22"),
            ("Ella hablará [el jueves].", "2025-10-30"),
            ("Habló [el sábado] en Lima.", "2025-10-25"),
        ),
        no=("Plácido Domingo cantó.", "Viven en Santo Domingo.", "Domingo García habló."),
    ),
    Rule(
        "last, this, next weekday",
        r"{EL}(?:(?P<rel>pasad[oa]s?|ultim[oa]|proxim[oa]s?|este|mismo|siguiente|anterior|venidero){S}(?P<wd>{WDAY})"
        r"|(?P<wd2>{WDAY}),?{S}(?P<rel2>pasado|proximo|siguiente|anterior|venidero|entrante|que{S}viene|ultimo))",
        _relative,
        yes=(
            ("Perdieron [el pasado sábado].", "2025-10-18"),
            ("Perdieron [el pasado martes].", "2025-10-21"),
            ("Jugarán [el próximo viernes].", "2025-10-31"),
            ("Perdieron [este martes].", "2025-10-21"),
        ),
    ),
    Rule(
        "weekday of a week",
        r"{EL}(?P<wd>{WEEKDAY}){S}de{S}(?:(?:la|esta){S})?(?:(?P<rel>pasada|proxima|misma){S})?semana"
        r"(?:{S}(?P<rel2>pasada|proxima|que{S}viene|entrante|siguiente))?",
        _of_week,
        yes=(
            ("Perdieron [el martes de la semana pasada].", "2025-10-14"),
            ("Jugarán [el martes de la semana que viene].", "2025-10-28"),
        ),
    ),
    Rule(
        "a week from a day",
        r"(?:el|del){S}(?P<wd>{WEEKDAY}){S}en{S}ocho(?:{S}dias)?",
        _eight_days,
        yes=(("Jugarán [el viernes en ocho].", "2025-11-07"),),
    ),
)
