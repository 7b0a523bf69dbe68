"""What hangs on the last date that the story named: "al día siguiente", "tres días después"."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import When
from timeline.timex import days
from timeline.timex.day_parts import with_part
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish import numbers
from timeline.timex.spanish.fragments import calendar_unit
from timeline.timex.spanish.fragments import unit as unit_of
from timeline.timex.spanish.fuzz import fuzz_mod
from timeline.timex.spanish.rules.ago import length
from timeline.timex.spanish.rules.weekdays import PARTS
from timeline.timex.story import base_day, is_day, moved
from timeline.timex.timex3 import UNIT_PRECISION, on_day

_BACK = ("anterior", "previo", "previa", "antes", "atras", "precedente", "vispera")


def _shifted(m: Parts, at: Place) -> Reading | None:
    """ "al día siguiente", "la noche anterior", "la víspera"."""
    word = m["rel"] or m["rel2"]
    sign = -1 if m["eve"] or word.startswith(_BACK) else 1
    name = m["unit"] or m["unit2"] or "dia"
    if m["eve"] and at.after(4)[:3] == " de":
        return None  # "la víspera de la cumbre" hangs on the summit
    way = "before" if sign < 0 else "after"
    if name in PARTS:
        if not is_day(at):
            return moved(at, "day", lambda d: days.step(d, "day", sign), f"is a day {way}")
        base, told = base_day(at, "day")
        d = days.step(base, "day", sign)
        return with_part(on_day(d, f"is a day {way} {told}", base), PARTS[name])
    unit = calendar_unit(name)
    step = "week" if unit == "weekend" else unit
    return moved(at, unit, lambda d: days.step(d, step, sign), f"is one {unit} {way}")


def _same(m: Parts, at: Place) -> Reading | None:
    """ "ese día", "aquel mismo año": only where the story has named one."""
    name = m["unit"]
    if name in PARTS:
        if not at.story or not at.story.span or not is_day(at):
            return None
        base, told = base_day(at, "day")
        return with_part(on_day(base, f"is the day of {told}", base), PARTS[name])
    unit = calendar_unit(name)
    if not at.story and unit != "day":
        return None
    if unit in ("fortnight", "half", "millennium"):
        return None
    return moved(at, unit, lambda d: d, f"is the {unit} of")


def _later(m: Parts, at: Place) -> Reading | None:
    """ "tres días después": TIMEX3 has the length; its day counts from the story's."""
    text = m["n"]
    count = numbers.number(text) if text else None
    reading = length(count, m["unit"], mod=fuzz_mod(m["fuzz"]))
    unit, times = unit_of(m["unit"])
    if m["way"].split()[0] in ("despues", "antes", "luego") and at.after(4)[:3] == " de":
        return reading  # "dos días antes de la cumbre" hangs on the summit
    if count is None or count != int(count) or unit in ("second", "minute", "hour", "weekend"):
        return reading
    sign = -1 if m["way"].startswith(_BACK) else 1
    base, told = base_day(at, "day" if unit in ("day", "week") else unit)
    d = days.step(base, unit, sign * int(count) * times)
    why = f"counts {count * times:g} {unit}s {'back' if sign < 0 else 'on'} from {told}"
    first, last = d, d
    if unit in ("month", "year"):
        first, last = days.month(d.year, d.month) if unit == "month" else days.year(d.year)
    when = When.within(first, last, UNIT_PRECISION[unit])
    return replace(reading, why=why, when=when, anchor=base, aside=sign < 0)


_CAL = (
    r"(?:dia|jornada|semana|mes|trimestre|semestre|ano|decada|siglo|fin{S}de{S}semana|manana"
    r"|tarde|noche|madrugada)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "the following day",
        r"(?:el|la|al){S}(?:(?P<unit>"
        + _CAL
        + r"){S}(?P<rel>siguiente|anterior|previ[oa]|precedente|posterior)"
        r"|(?P<rel2>siguiente|anterior){S}(?P<unit2>" + _CAL + r"))|la{S}(?P<eve>vispera)",
        _shifted,
        yes=(
            ("Llegó el 3 de marzo de 1987. [Al día siguiente] se fue.", "1987-03-04"),
            ("Llegó el 3 de marzo de 1987. [El mes siguiente] se fue.", "1987-04"),
            ("Llegó el 3 de marzo de 1987 y salió [la víspera].", "1987-03-02"),
        ),
        no=("Habló en la víspera de la cumbre.",),
    ),
    Rule(
        "that day",
        r"(?:(?:ese|esa|aquel|aquella)(?:{S}mism[oa])?|(?:el|la){S}mism[oa]){S}(?P<unit>"
        + _CAL
        + r")",
        _same,
        yes=(
            ("Llegó el 3 de marzo de 1987. [Ese mes] se fue.", "1987-03"),
            ("Llegó el 3 de marzo de 1987. [El mismo día] se fue.", "1987-03-03"),
        ),
        no=("Esperaba que aquel año fuera largo.",),
    ),
    Rule(
        "three days later",
        r"(?:(?P<fuzz>{FUZZ}){S})?(?:(?P<n>{COUNT}){S})?(?P<unit>{UNITS}){S}(?P<way>despues|antes|mas{S}tarde|luego|previos|anteriores)",
        _later,
        yes=(
            ("Llegó el 3 de marzo de 1987. [Tres días después] se fue.", "P3D"),
            ("Llegó el lunes y se fue [dos meses más tarde].", "P2M"),
            ("Llegó el lunes y se fue [días después].", "PXD"),
        ),
    ),
)
