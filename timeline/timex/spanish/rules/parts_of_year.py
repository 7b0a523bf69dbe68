"""Quarters, halves, seasons, and counted weeks and days: "el primer trimestre", "este verano"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Direction, Precision, TimexType
from timeline.timex import days
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.running import month_year, reached, say
from timeline.timex.spanish import numbers
from timeline.timex.spanish.fragments import WEEKDAYS, month_number
from timeline.timex.spanish.rules.calendar import direction_word
from timeline.timex.timex3 import on_day, on_month, on_part_of_year, on_season, on_week

_SEASON = {"primavera": "SP", "verano": "SU", "otono": "FA", "invierno": "WI"}
_SIZE = {"bimestre": 2, "trimestre": 3, "cuatrimestre": 4, "semestre": 6, "mitad": 6}


def _other_year(m: Parts) -> int:
    """How many years from the article's the phrase says: -1, 0 or 1."""
    said = direction_word(m["yrel"] or m["yrel2"])
    return {"past": -1, "next": 1}.get(said, 0)


def _part(m: Parts, at: Place) -> Reading | None:
    """A quarter, third or half, with its year or else the latest one that has begun."""
    n = numbers.ordinal(m["n"] or m["n2"])
    size = _SIZE[m["unit"]]
    count = 12 // size
    if n is None:
        return None
    anchor = at.anchor
    if n < 0:
        if not (m["y"] or m["year"]):
            return None
        n = count + 1 + n
    if not 1 <= n <= count:
        return None
    if m["y"]:
        year, why, base = int(m["y"]), "is written in full", None
    elif m["year"]:
        year, base = anchor.year + _other_year(m), anchor
        why = f"counts years from {days.say(anchor)}"
    else:
        lean, year, base = at.lean(), anchor.year, anchor
        begun = date(year, (n - 1) * size + 1, 1) <= anchor
        if not begun and lean.direction is not Direction.FUTURE:
            year -= 1
        why = f"is the one nearest to {days.say(anchor)}, because {lean.why}"
    if size in (3, 6):
        return on_part_of_year(year, "quarter" if size == 3 else "half", n, why, base)
    first, last = days.months(year, (n - 1) * size + 1, size)
    value = f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    return Reading(TimexType.DATE, value, (first, last), Precision.QUARTER, why, base)


def _season(m: Parts, at: Place) -> Reading | None:
    code, now = _SEASON[m["s"]], at.anchor
    if m["y"]:
        return on_season(int(m["y"]), code, "is written in full")
    word = m["rel"] or m["rel2"]
    said = direction_word(word)
    if not word and not m["year"] and m.raw("s")[:1].isupper():
        return None
    year = now.year
    if m["year"]:
        return on_season(year + _other_year(m), code, f"counts years from {days.say(now)}", now)
    if code == "WI" and now.month <= 2:
        year -= 1
    first, last = days.season(year, code)
    begun, over = first <= now, last < now
    if said == "past":
        year -= 0 if over else 1
        why = f"is the last one to have ended before {days.say(now)}"
    elif said == "next":
        year += 1 if begun else 0
        why = f"is the next one to begin after {days.say(now)}"
    elif word:
        why = f"is this year's, seen from {days.say(now)}"
    else:
        if not m["the"]:
            return None
        running = reached(at)
        if running:
            year = month_year(*running, days.SEASON_MONTHS[code])
            return on_season(year, code, f"follows {say(*running)}", running[0])
        lean = at.lean()
        if not begun and lean.direction is not Direction.FUTURE:
            year -= 1
        elif over and lean.direction is Direction.FUTURE:
            year += 1
        why = f"is the one that fits {days.say(now)}, because {lean.why}"
    return on_season(year, code, why, now)


def _counted(m: Parts, at: Place) -> Reading | None:
    """The n-th weekday, week, half or day of a month."""
    n = numbers.ordinal(m["n"] or m["n2"])
    if n is None:
        return None
    now, base = at.anchor, None
    why = "is counted"
    month = month_number(m["mon"]) if m["mon"] else now.month
    if m["y"]:
        year = int(m["y"])
    elif m["mon"]:
        lean, year, base = at.lean(), now.year, now
        if month > now.month and lean.direction is Direction.PAST:
            year -= 1
        elif month < now.month and lean.direction is Direction.FUTURE:
            year += 1
        why = f"is counted in the month nearest to {days.say(now)}, because {lean.why}"
    else:
        said = direction_word(m["mrel"])
        year, month = days.step_month(now.year, now.month, {"past": -1, "next": 1}.get(said, 0))
        base, why = now, f"is counted in a month told from {days.say(now)}"
    unit = m["unit"]
    if unit[:3] in WEEKDAYS:
        return on_day(days.nth_weekday(year, month, WEEKDAYS[unit[:3]], n), why, base)
    first, last = days.month(year, month)
    if unit == "dia":
        return on_day(last if n == -1 else first.replace(day=n), why, base)
    if unit == "quincena":
        span = (first, first.replace(day=15)) if n == 1 else (first.replace(day=16), last)
        if n not in (1, 2, -1):
            return None
        return replace(
            on_month(year, month, why, base), span=span, mod="START" if n == 1 else "END"
        )
    if unit.startswith("fin"):
        saturday = days.nth_weekday(year, month, 5, n)
        return Reading(
            TimexType.DATE,
            days.iso_week(saturday) + "-WE",
            (saturday, saturday + timedelta(1)),
            Precision.DAY,
            why,
            base,
        )
    if n == -1:
        span = (last - timedelta(6), last)
    else:
        if not 1 <= n <= 5:
            return None
        span = (first + timedelta(7 * (n - 1)), min(first + timedelta(7 * n - 1), last))
    return replace(on_week(span[0], why, base), span=span)


def _month_of_year(m: Parts, at: Place) -> Reading | None:
    n = numbers.ordinal(m["n"])
    if n is None or not -1 <= n <= 12 or not n:
        return None
    year = int(m["y"]) if m["y"] else at.anchor.year + _other_year(m)
    return on_month(year, 12 if n == -1 else n, "is counted in its year")


_REL = r"(?:pasad[oa]|ultim[oa]|proxim[oa]|siguiente|venider[oa]|anterior|este|esta)"
_AFTER = r"(?:pasad[oa]|ultim[oa]|proxim[oa]|siguiente|venider[oa]|anterior|que{S}viene|entrante)"
_OF_YEAR = (
    r"(?:,?{S}(?:de|del){S}(?:ano{S})?(?P<y>{YEAR})"
    r"|{S}(?:de|del)(?:{S}el)?{S}(?:(?:est[ea]|presente|actual|mismo|(?P<yrel>pasado|proximo|ultimo)){S}){0,2}"
    r"(?P<year>ano|ejercicio|curso)(?:{S}(?P<yrel2>pasado|anterior|proximo|que{S}viene|siguiente|entrante)"
    r"|{S}(?:en{S}curso|actual))?)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "quarter",
        r"{EL}(?:(?P<n>{ORD}){S}(?P<unit>bimestre|trimestre|cuatrimestre|semestre))"
        + _OF_YEAR
        + "?",
        _part,
        yes=(
            ("Las ventas cayeron en [el tercer trimestre].", "2025-Q3"),
            ("Las ventas cayeron en [el tercer trimestre de 2019].", "2019-Q3"),
            ("Las ventas cayeron en [el primer semestre del año pasado].", "2024-H1"),
            ("Las ventas cayeron en [el último trimestre de 2019].", "2019-Q4"),
            ("Las ventas cayeron en [el primer cuatrimestre].", "2025-01/2025-04"),
        ),
        no=("Las ventas cayeron en el quinto trimestre.",),
    ),
    Rule(
        "half of a year",
        r"{EL}(?P<n>primera|segunda){S}(?P<unit>mitad)" + _OF_YEAR,
        _part,
        yes=(("Creció en [la primera mitad de 2019].", "2019-H1"),),
        no=("Marcó en la segunda mitad del partido.",),
    ),
    Rule(
        "season",
        r"(?:(?:(?P<the>(?:el|la|al))|todo|toda){S}){0,2}(?:(?P<rel>"
        + _REL
        + r"){S})?(?P<s>{SEASON})"
        r"(?:(?:" + _OF_YEAR + r")|{S}(?P<rel2>" + _AFTER + r"))?",
        _season,
        yes=(
            ("Se inundó [el verano pasado].", "2025-SU"),
            ("Se inundó en [la primavera de 1998].", "1998-SP"),
            ("Abrirá [la próxima primavera].", "2026-SP"),
            ("Abrió [este verano].", "2025-SU"),
        ),
        no=("Compró ropa de invierno.",),
    ),
    Rule(
        "counted day, week or weekday of a month",
        r"{EL}(?P<n>{ORD}){S}(?P<unit>{WEEKDAY}|dia|semana|quincena|fin{S}de{S}semana){S}"
        r"(?:de|del)(?:{S}el)?{S}(?:(?:mes{S}de{S})?(?P<mon>{MONTH})(?:{S}(?:de|del){S}(?:ano{S})?(?P<y>{YEAR}))?"
        r"|(?:(?:este|presente|actual|pasado|proximo){S})?mes(?:{S}(?P<mrel>pasado|proximo|que{S}viene|entrante))?)",
        _counted,
        yes=(
            ("Se vieron [el tercer domingo de octubre de 2024].", "2024-10-20"),
            ("Se vieron [el último día de junio].", "2025-06-30"),
            ("Se vieron en [la primera semana de mayo de 2025].", "2025-W18"),
            ("Se verán [el primer lunes del mes que viene].", "2025-11-03"),
        ),
        no=("Se vieron el sexto domingo de octubre.",),
    ),
    Rule(
        "counted month of a year",
        r"{EL}(?P<n>{ORD}){S}mes" + _OF_YEAR,
        _month_of_year,
        yes=(("Llovió en [el primer mes de 2019].", "2019-01"),),
    ),
)
