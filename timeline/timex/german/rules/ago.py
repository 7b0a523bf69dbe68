"""Counted from the article's day: "vor drei Jahren", "in zwei Wochen", "seit einem Monat"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.model import Direction, Precision, Qualifier, TimexType, When
from timeline.timex import days
from timeline.timex.german import numbers
from timeline.timex.german.fragments import fuzz_mod, unit_name
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import UNIT_PRECISION, duration, on_day, on_unit


def _ago(m: Parts, at: Place) -> Reading | None:
    reading = _counted(m, at)
    if reading is None or not m["fuzz"] or m["fuzz"] == "genau":
        return reading
    return replace(reading, mod=fuzz_mod(m["fuzz"]), qualifier=Qualifier.ABOUT)


def _counted(m: Parts, at: Place) -> Reading | None:
    count, unit, now = numbers.number(m["n"]), unit_name(m["unit"]), at.anchor
    if unit == "night":
        return None
    if m["half"]:
        count, unit = (0.5, "year") if unit == "year" else (None, unit)
    if count is None:
        fine = UNIT_PRECISION.get(unit, Precision.DAY)
        return Reading(
            TimexType.DATE,
            "PAST_REF",
            None,
            fine,
            f"counts an unsaid number of {unit}s back from {days.say(now)}",
            now,
            when=replace(When.within(None, now, fine), qualifier=Qualifier.BEFORE),
        )
    seen = f"counts {count:g} {unit}{'s' * (count != 1)} back from {days.say(now)}"
    return _step(at, count, unit, -1, seen)


def _step(at: Place, count: float, unit: str, sign: int, seen: str) -> Reading | None:
    """The unit that lies so many units from the article's day."""
    now = at.anchor
    if unit in ("second", "minute", "hour"):
        d = now + timedelta(sign * int(count // (24 if unit == "hour" else 1440)))
        return on_day(d, seen, now) if sign > 0 or count >= 1 else None
    if count != int(count):
        finer = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100)}.get(unit)
        if not finer:
            return None
        d = days.step(now, finer[0], sign * int(count * finer[1]))
        return on_unit(d, finer[0], seen, now)
    d = days.step(now, unit, sign * int(count))
    if unit in ("decade", "century", "millennium"):
        unit = "year"
    return on_unit(d, unit, seen, now)


def _in(m: Parts, at: Place) -> Reading | None:
    """ "in zwei Wochen" is a date under a future verb, else a length of time."""
    lean = at.lean()
    if lean.direction is not Direction.FUTURE:
        return None
    count, unit, now = numbers.number(m["n"]), unit_name(m["unit"]), at.anchor
    if count is None or count != int(count) or unit in ("second", "minute", "hour", "night"):
        return None
    return _step(at, count, unit, 1, f"counts on from {days.say(now)}, because {lean.why}")


def _within(m: Parts, at: Place) -> Reading | None:
    """ "innerhalb von zwei Wochen", "binnen eines Monats": closes so long after the article."""
    count, unit, now = numbers.number(m["n"]), unit_name(m["unit"]), at.anchor
    if count is None:
        return duration(None, unit)
    why = f"closes that long after {days.say(now)}"
    if count != int(count) or unit in ("second", "minute", "hour", "night"):
        return duration(count, unit)
    if at.lean().direction is Direction.PAST:
        return duration(count, unit)
    d = days.step(now, unit, int(count))
    when = When.within(now, d, UNIT_PRECISION[unit], Qualifier.BY)
    return replace(duration(count, unit, why), when=when, anchor=now)


RULES: tuple[Rule, ...] = (
    Rule(
        "ago",
        r"vor{S}(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?:(?P<half>halben){S})?(?P<unit>{UNIT})",
        _ago,
        yes=(
            ("Es sank [vor drei Tagen].", "2025-10-22"),
            ("Es sank [vor zwei Wochen].", "2025-W41"),
            ("Es sank [vor einem Monat].", "2025-09"),
            ("Es sank [vor rund fünfzig Jahren].", "1975"),
            ("Es sank [vor zweieinhalb Jahren].", "2023-04"),
            ("Es sank [vor einem halben Jahr].", "2025-04"),
            ("Es sank [vor wenigen Tagen].", "PAST_REF"),
        ),
        no=("Er sprach vor 200 Zuhörern.", "Es endete drei Tage vor dem Fest."),
    ),
    Rule(
        "in two weeks",
        r"in{S}(?:(?P<fuzz>{FUZZ}){S})?(?P<x>(?P<n>{COUNT}){S}(?P<unit>{CALUNIT}))",
        _in,
        yes=(
            ("Es wird in [zwei Wochen] öffnen.", "2025-W45"),
            ("Es wird in [einem Jahr] öffnen.", "2026"),
        ),
        no=("Es sank in zwei Wochen.",),
    ),
    Rule(
        "within two weeks",
        r"(?:innerhalb(?:{S}von)?|binnen){S}(?P<x>(?P<n>{COUNT}){S}(?P<unit>{UNIT}))",
        _within,
        yes=(
            ("Es muss innerhalb von [zwei Wochen] schließen.", "P2W"),
            ("Es muss binnen [eines Monats] schließen.", "P1M"),
        ),
    ),
)
