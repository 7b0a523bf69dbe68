"""Calendar units told from here: la semana pasada, el mes que viene, este año, el fin de semana."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Direction, Precision, When
from timeline.timex import days
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish.fragments import calendar_unit
from timeline.timex.spanish.fragments import unit as unit_of
from timeline.timex.spanish.rules.calendar import direction_word
from timeline.timex.timex3 import UNIT_PRECISION, duration, on_unit

_SHIFTED = (
    r"(?:semana|mes|bimestre|trimestre|semestre|ano|ejercicio|decada|decenio|siglo|milenio|fin"
    r"{S}de{S}semana|quincena)"
)


def _on(unit: str, count: int, at: Place, why: str) -> Reading | None:
    now = at.anchor
    if unit in ("fortnight", "millennium"):
        return None
    step = "week" if unit == "weekend" else unit
    return on_unit(days.step(now, step, count), unit, why, now)


def _shift(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    word = " ".join((m["rel"] or m["rel2"]).split())
    name = m["unit"] or m["unit2"]
    unit = calendar_unit(name)
    said = direction_word(word)
    seen = f"is '{word}' one seen from {days.say(now)}"
    if said == "past" and word.startswith("ultim") and unit != "weekend":
        # "en el último año": the twelve months up to now
        code, times = unit_of(name)
        first = days.step(now, code, -times)
        when = When.within(first, now, UNIT_PRECISION[code])
        return replace(duration(times, code, seen), when=when, anchor=now)
    if said == "past":
        return _on(unit, -1, at, seen)
    if said == "next":
        return _on(unit, 1, at, seen)
    if unit == "weekend" and now.weekday() < 3 and at.lean().direction is Direction.PAST:
        return _on(unit, -1, at, seen)
    return _on(unit, 0, at, seen)


def _after_next(m: Parts, at: Place) -> Reading | None:
    """ "el año antepasado", "la semana antepasada"."""
    return _on(calendar_unit(m["unit"]), -2, at, f"is two back from {days.say(at.anchor)}")


def _weekend(_m: Parts, at: Place) -> Reading | None:
    """ "el fin de semana": last or coming by the clause, this one if it is on."""
    now, lean = at.anchor, at.lean()
    back = lean.direction is Direction.PAST and now.weekday() < 5
    which = "the one nearest" if lean.direction is Direction.NEAREST else "the one"
    return _on(
        "weekend",
        -1 if back else 0,
        at,
        f"is {which} seen from {days.say(now)}, because {lean.why}",
    )


_LEADING = re.compile(
    rb"(?i)(?:fin(?:al)?(?:es)?|fines|principios?|comienzos?|inicios?|mediados|resto|mitad|cierre"
    rb"|transcurso|termino|primer[oa]s?|ultim[oa]s?|meses|dias|semanas|parte|largo|curso"
    rb"|lo que (?:va|queda|resta)) de ?(?:el |la |l )?$"
)
_WITHIN = re.compile(
    rb"(?i)\b(?:en|durante|todo|acaba|termina|cierra|cerro|cierran)[ \n](?:todo[ \n])?$"
)
_GOES_ON = re.compile(rb"(?i)[ \n](?:de|del|que|cuando|en que)\b|[ \n]?,?[ \n]?\d")


def _the_unit(m: Parts, at: Place) -> Reading | None:
    """ "a finales del año", "cae un 8% en el año": the one that is on."""
    unit, now = calendar_unit(m["unit"]), at.anchor
    leading = at.flat[max(0, at.start - 40) : at.start]
    if m["unit"] == "semana" and leading.lower().endswith(b"fin de "):
        return None
    if _LEADING.search(leading):
        if _GOES_ON.match(at.flat, at.end, at.end + 8):
            return None
        base = now
        if (
            at.genre is Genre.NARRATIVE
            and unit == "year"
            and at.story
            and at.story.span
            and at.story.precision is Precision.YEAR
        ):
            base = at.story.span[0]
        return on_unit(base, unit, f"is the current one seen from {days.say(base)}", base)
    if m["el"] and unit in ("year", "month") and _WITHIN.search(leading):
        if _GOES_ON.match(at.flat, at.end, at.end + 8):
            return None
        return on_unit(now, unit, f"is the current one seen from {days.say(now)}", now)
    return None


_REL = (
    r"(?:(?:muy{S})?(?:pasad[oa]|ultim[oa]|proxim[oa]|venider[oa])|est[ea]{S}(?:mism[oa]"
    r"|pasad[oa]|proxim[oa])|est[ea]|(?:el|la){S}(?:presente|actual|mism[oa])|presente|actual)"
)
_AFTER = (
    r"(?:(?:muy{S})?pasad[oa]|ultim[oa]|proxim[oa]|que{S}(?:viene|entra)|entrante|venider[oa]"
    r"|en{S}curso|actual|corriente|presente)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "last, this, next week",
        r"{EL}(?:tod[oa]{S})?(?:(?P<rel>" + _REL + r"){S}(?P<unit>" + _SHIFTED + r")"
        r"|(?P<unit2>" + _SHIFTED + r"){S}(?P<rel2>" + _AFTER + r"))",
        _shift,
        yes=(
            ("Terminó [la semana pasada].", "2025-W42"),
            ("Terminará [el mes que viene].", "2025-11"),
            ("Terminará [el próximo año].", "2026"),
            ("Termina [este año].", "2025"),
            ("Terminó [el pasado fin de semana].", "2025-W42-WE"),
            ("Subió en [el último año].", "P1Y"),
            ("Abrirá [el año entrante].", "2026"),
            ("Cambiará [este siglo].", "20"),
        ),
    ),
    Rule(
        "two years back",
        r"(?:el|la){S}(?P<unit>semana|mes|ano){S}antepasad[oa]",
        _after_next,
        yes=(("Terminó [el año antepasado].", "2023"),),
    ),
    Rule(
        "the weekend",
        r"(?:el|este|del){S}(?P<x>fin{S}de{S}semana)|el{S}finde",
        _weekend,
        yes=(("Lloverá el [fin de semana].", "2025-W43-WE"),),
    ),
    Rule(
        "the end of the year",
        r"(?P<el>(?:el|la){S})?(?P<unit>ano|mes|semana|siglo|decada|semestre|trimestre|ejercicio)",
        _the_unit,
        yes=(
            ("Cerrará a [finales de año].", "2025"),
            ("La bolsa cae un 8% en [el año].", "2025"),
        ),
        no=("Es el jugador del año.", "Fue en el año de la sequía."),
    ),
)
