"""Times that recur: "cada viernes", "dos veces por semana", "anual", "los domingos"."""

from __future__ import annotations

from timeline.model import Precision, TimexType
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish import numbers
from timeline.timex.spanish.fragments import WEEKDAYS, month_number, singular
from timeline.timex.spanish.fragments import unit as unit_of
from timeline.timex.spanish.rules.weekdays import PARTS
from timeline.timex.timex3 import PART_CODE, duration_value

_ADVERB = {
    "diari": "P1D",
    "cotidian": "P1D",
    "semanal": "P1W",
    "quincenal": "P2W",
    "mensual": "P1M",
    "bimensual": "P2M",
    "bimestral": "P2M",
    "trimestral": "P3M",
    "cuatrimestral": "P4M",
    "semestral": "P6M",
    "anual": "P1Y",
    "bienal": "P2Y",
    "trienal": "P3Y",
    "quinquenal": "P5Y",
}
_COUNTED = frozenset(
    ["euros", "pesetas", "dolares", "pesos", "kilometros", "litros", "barriles", "horas", "veces"]
)
_SEASON = {"primavera": "SP", "verano": "SU", "otono": "FA", "invierno": "WI"}


def _set(value: str) -> Reading:
    return Reading(TimexType.SET, value, None, Precision.NONE, "recurs, so it names no one date")


def _every(m: Parts, _at: Place) -> Reading | None:
    if m["wd"]:
        return _set(f"XXXX-WXX-{WEEKDAYS[m['wd'][:3]] + 1}")
    if m["mon"]:
        return _set(f"XXXX-{month_number(m['mon']):02}")
    if m["part"]:
        part = m["part"].rstrip("s")
        return _set(f"PT{PART_CODE[PARTS[part]]}")
    if m["season"]:
        return _set(f"XXXX-{_SEASON[m['season'].rstrip('s')]}")
    if singular(m["unit"]) == "fin de semana":
        return _set("XXXX-WXX-WE")
    name, times = unit_of(m["unit"])
    count = numbers.number(m["n"]) if m["n"] else 1.0
    return _set(duration_value((count or 1.0) * times, name))


def _adverb(m: Parts, at: Place) -> Reading | None:
    raw = m.raw("word")
    if raw[:1].isupper() and at.after(2)[1:].isupper():
        return None  # "Diario de Cádiz", a paper
    if m["word"] == "diario" and at.words_before() in (["el"], ["un"], ["del"], ["este"], ["al"]):
        return None
    if m["word"] == "diarios" and at.words_before() in (["los"], ["dos"], ["varios"]):
        return None
    return _set(_ADVERB[m["stem"]])


def _single(m: Parts, at: Place) -> Reading | None:
    if not m["times"] and (m["unit"] in ("minuto", "segundo", "hora") or m["unit"] == "dia"):
        before = at.words_before()[-1:]
        if not before or not (before[0][-1:].isdigit() or before[0] in _COUNTED):
            return None  # "a la hora de votar", "al segundo intento"
    if at.after(4)[:3] == " de" or at.after(6).lower() == " santa":
        return None  # "al día de hoy", "por Semana Santa"
    name, times = unit_of(m["unit"])
    return _set(duration_value(times, name))


RULES: tuple[Rule, ...] = (
    Rule(
        "every",
        r"(?:cada|tod[oa]s{S}l[oa]s){S}(?:(?P<wd>{WEEKDAY})s?|(?P<mon>{BARE_MONTH})|(?P<part>mananas?|tardes?|noches?|madrugadas?)"
        r"|(?P<season>{SEASON}s?)|(?:(?P<n>{NUM}){S})?(?P<unit>{UNITS}))",
        _every,
        yes=(
            ("Se ven [cada viernes].", "XXXX-WXX-5"),
            ("Se ven [todos los días].", "P1D"),
            ("Se ven [cada dos años].", "P2Y"),
            ("Se ven [todos los sábados].", "XXXX-WXX-6"),
        ),
    ),
    Rule(
        "daily, annual",
        r"(?P<word>(?P<stem>diari|cotidian)(?:[oa]s?|amente)|(?P<stem2>semanal|quincenal|mensual|bimensual|bimestral|trimestral|cuatrimestral|semestral|anual|bienal|trienal|quinquenal)(?:es|mente)?)",
        lambda m, at: _set(_ADVERB[m["stem2"]]) if m["stem2"] else _adverb(m, at),
        yes=(("Paga una cuota [mensual].", "P1M"), ("Zarpa [diariamente].", "P1D")),
        no=("Lo publica el diario local.",),
    ),
    Rule(
        "weekdays that recur",
        r"los{S}(?P<wd>{WEEKDAY})s?",
        lambda m, _at: _set(f"XXXX-WXX-{WEEKDAYS[m['wd'][:3]] + 1}"),
        yes=(("Se ven [los domingos].", "XXXX-WXX-7"), ("Se ven [los lunes].", "XXXX-WXX-1")),
    ),
    Rule(
        "weekends that recur",
        r"los{S}(?:fines{S}de{S}semana|findes)",
        lambda _m, _at: _set("XXXX-WXX-WE"),
        yes=(("Se ven [los fines de semana].", "XXXX-WXX-WE"),),
    ),
    Rule(
        "times a year",
        r"(?P<times>(?:una|dos|tres|cuatro|varias|\d+){S}(?:vez|veces){S})?(?:al|a{S}la|por){S}(?P<unit>hora|dia|semana|mes|ano|minuto|segundo|trimestre)",
        _single,
        yes=(("Se ven [dos veces por semana].", "P1W"), ("Gana mil euros [al mes].", "P1M")),
    ),
)
