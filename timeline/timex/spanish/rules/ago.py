"""Counted from the article's day: hace tres años, dentro de dos semanas, los últimos meses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.model import Direction, Precision, Qualifier, TimexType, When
from timeline.timex import days
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish import numbers
from timeline.timex.spanish.fragments import unit as unit_of
from timeline.timex.spanish.fuzz import fuzz_mod
from timeline.timex.timex3 import UNIT_PRECISION, duration, on_unit


def length(count: float | None, word: str, why: str = "", mod: str = "") -> Reading:
    """A DURATION of so many of a unit as written: two "semestres" are twelve months."""
    name, times = unit_of(word)
    if count is None and times > 1:
        code = {"decada": "decade", "siglo": "century", "decenio": "decade"}
        name = code.get(word.rstrip("s"), name)
    return duration(None if count is None else count * times, name, why, mod)


def _toward(count: float | None, word: str, sign: int, at: Place, fuzz: str) -> Reading | None:
    """The calendar's unit so many units from the article's day; a vague count stays a length."""
    now = at.anchor
    name, times = unit_of(word)
    if name == "weekend":
        name, times = "week", 1
    if count is None:
        when = When.within(
            None if sign < 0 else now,
            now if sign < 0 else None,
            UNIT_PRECISION.get(name, Precision.DAY),
        )
        when = replace(when, qualifier=Qualifier.BEFORE if sign < 0 else Qualifier.AFTER)
        why = f"counts an unsaid number of {name}s from {days.say(now)}"
        return replace(length(None, word, why), when=when, anchor=now)
    count *= times
    way = "back" if sign < 0 else "on"
    seen = f"counts {count:g} {name}{'s' * (count != 1)} {way} from {days.say(now)}"
    if name in ("second", "minute", "hour"):
        d = now + timedelta(
            sign * int(count // {"hour": 24, "minute": 1440, "second": 86400}[name])
        )
        first, last = (now, d + timedelta(1)) if sign > 0 else (d - timedelta(1), d)
        return Reading(TimexType.DATE, d.isoformat(), (first, last), Precision.DAY, seen, now)
    if count != int(count):
        finer = {"year": ("month", 12), "month": ("week", 4)}.get(name)
        if not finer:
            return None
        d = days.step(now, finer[0], sign * int(count * finer[1]))
        return on_unit(d, finer[0], seen, now)
    d = days.step(now, name, sign * int(count))
    reading = on_unit(d, name, seen, now)
    mod = fuzz_mod(fuzz)
    return replace(reading, mod=mod, qualifier=Qualifier.ABOUT) if mod else reading


def _count(m: Parts) -> float | None:
    value = numbers.number(m["n"]) if m["n"] not in ("otro", "otra") else 1.0
    return value + 0.5 if value is not None and m["half"] else value


def _ago(m: Parts, at: Place) -> Reading | None:
    text, word = m["n"] or m["n2"], m["unit"] or m["unit2"] or m["unit3"]
    if m["unit3"]:
        return _toward(1.5, word, -1, at, "")
    value = numbers.number(text)
    if value is not None and m["half"]:
        value += 0.5
    return _toward(value, word, -1, at, m["fuzz"] or m["fuzz2"])


def _ahead(m: Parts, at: Place) -> Reading | None:
    return _toward(_count(m), m["unit"], 1, at, m["fuzz"])


def _in(m: Parts, at: Place) -> Reading | None:
    """ "en dos semanas" is a date under a future verb, else a length of time."""
    lean = at.lean()
    chat = at.genre is Genre.MESSAGE and lean.direction is Direction.NEAREST
    count = _count(m)
    if not ((lean.direction is Direction.FUTURE and lean.sure) or chat) or count is None:
        return None
    if unit_of(m["unit"])[0] in ("second", "minute", "hour") or unit_of(m["unit"])[1] > 1:
        return None
    reading = length(count, m["unit"], f"counts on from {days.say(at.anchor)}")
    other = days.step(at.anchor, unit_of(m["unit"])[0], int(count))
    precision = UNIT_PRECISION[unit_of(m["unit"])[0]]
    return replace(reading, when=When.within(at.anchor, other, precision, Qualifier.BY))


def _while_ago(m: Parts, at: Place) -> Reading | None:
    """ "hace tiempo", "hace poco", "no hace mucho"."""
    now = at.anchor
    when = When.within(None, now, Precision.NONE, Qualifier.BEFORE)
    return Reading(
        TimexType.DURATION,
        "PXM" if not m["poco"] else "PXD",
        None,
        Precision.NONE,
        f"lies an unsaid while before {days.say(now)}",
        now,
        when=when,
    )


def _window(m: Parts, at: Place) -> Reading | None:
    """ "los últimos tres meses", "las próximas semanas": a length that ends or begins now."""
    name = m["unit"]
    word = m["rel"] or m["rel2"] or m["rel3"]
    text = m["n"] or m["n2"] or m["n3"]
    count, now = numbers.number(text) if text else None, at.anchor
    if not text and not name.rstrip().endswith("s"):
        return None
    reading = length(count, name, f"is counted from {days.say(now)}")
    unit, times = unit_of(name)
    if count is None:
        back = word.startswith(("ultim", "pasad", "anterior", "recient"))
        when = When.within(
            None if back else now, now if back else None, UNIT_PRECISION.get(unit, Precision.DAY)
        )
        return replace(reading, when=when, anchor=now)
    if word.startswith("primer") or count != int(count) or unit in ("second", "minute", "hour"):
        return reading
    back = word.startswith(("ultim", "pasad", "anterior"))
    if unit == "weekend":
        unit = "week"
    other = days.step(now, unit, int(count) * times * (-1 if back else 1))
    first, last = min(now, other), max(now, other)
    return replace(reading, when=When.within(first, last, UNIT_PRECISION[unit]), anchor=now)


_LAST = (
    r"(?:ultim[oa]s|pasad[oa]s|proxim[oa]s|siguientes|venider[oa]s|primer[oa]s|anteriores"
    r"|recientes)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "ago",
        r"(?:hace|hacia){S}(?:{S}?{FUZZ}{S})?(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?:largos{S}|buenos{S})?(?P<unit>{UNITS})(?P<half>{S}y{S}medi[oa])?"
        r"|hace{S}(?P<unit3>ano|mes|semana|hora){S}y{S}medi[oa]"
        r"|(?:(?P<fuzz2>{FUZZ}){S})?(?P<n2>{COUNT}){S}(?P<unit2>{UNITS}){S}atras",
        _ago,
        yes=(
            ("Se hundió [hace tres días].", "2025-10-22"),
            ("Se hundió [hace dos semanas].", "2025-W41"),
            ("Se hundió [hace cinco meses].", "2025-05"),
            ("Se hundió [hace más de 50 años].", "1975"),
            ("Se hundió [diez años atrás].", "2015"),
            ("Se hundió [hace unos días].", "PXD"),
            ("Se hundió [hace un par de meses].", "2025-08"),
            ("Se hundió [hace año y medio].", "2024-04"),
        ),
    ),
    Rule(
        "a while ago",
        r"(?:hace|hacia|desde{S}hace){S}(?:ya{S})?(?:(?:mucho|bastante|algun|cierto|demasiado|un){S})?tiempo"
        r"|no{S}hace{S}mucho(?:{S}tiempo)?|hace{S}(?:muy{S})?(?P<poco>poco)(?:{S}tiempo)?|tiempo{S}atras",
        _while_ago,
        yes=(("Se hundió [hace tiempo].", "PXM"), ("Se hundió [hace poco].", "PXD")),
    ),
    Rule(
        "ago, unsaid how many",
        r"(?:hace|hacia){S}(?:ya{S})?(?P<unit>horas|dias|semanas|meses|anos|decadas|siglos)",
        lambda m, at: _toward(None, m["unit"], -1, at, ""),
        yes=(("Se hundió [hace años].", "PXY"),),
    ),
    Rule(
        "in two weeks",
        r"(?:dentro{S}de|de{S}aqui{S}a|de{S}hoy{S}en){S}(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?P<unit>{UNITS})(?P<half>{S}y{S}medi[oa])?",
        _ahead,
        yes=(
            ("Abrirá [dentro de dos semanas].", "2025-W45"),
            ("Abrirá [dentro de un mes].", "2025-11"),
            ("Abrirá [dentro de unos días].", "PXD"),
        ),
    ),
    Rule(
        "within two weeks",
        r"en{S}(?P<x>(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?P<unit>{UNITS}))",
        _in,
        yes=(("Abrirá en [dos semanas].", "P2W"),),
    ),
    Rule(
        "the past three months",
        r"(?:(?:los|las|sus|estos|estas){S})?(?:(?P<rel>"
        + _LAST
        + r"){S}(?:(?P<n>{NUM}|{VAGUE}){S})?|(?P<n2>{NUM}){S}(?P<rel2>"
        + _LAST
        + r"){S})(?P<unit>{UNITS})",
        _window,
        yes=(
            ("Llovió en [los últimos tres meses].", "P3M"),
            ("Lloverá [los próximos días].", "PXD"),
            ("Llovió [los cien primeros días].", "P100D"),
        ),
    ),
)
