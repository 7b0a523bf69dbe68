"""Lengths of time: "tres días", "dos años y medio", "media hora", "de 65 años", "durante meses"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish import numbers
from timeline.timex.spanish.fragments import unit as unit_of
from timeline.timex.spanish.fuzz import fuzz_mod
from timeline.timex.spanish.rules.ago import length
from timeline.timex.timex3 import with_finer
from timeline.timex.words import words


def _counted(m: Parts, at: Place) -> Reading | None:
    text, word = m["n"], m["unit"]
    name = unit_of(word)[0]
    if at.before(1) in ("$", "-", "/", "."):
        return None
    single = text in ("un", "una", "otro", "otra", "media", "medio")
    if single and word.endswith("s") and not word.startswith("mes"):
        return None
    count = 1.0 if text in ("otro", "otra") else numbers.number(text)
    if count is None and not word.rstrip().endswith(("s", "semana")):
        return None
    if name == "second" and text in ("un", "una", "otro") and at.after(2)[1:].isalpha():
        return None  # "un segundo intento"
    if (
        name in ("night", "day")
        and text in ("una", "un")
        and at.words_before() in (["que"], ["tal"])
    ):
        return None
    if count is not None and m["half"]:
        count += 0.5
    if count is not None and 1900 <= count <= 2100 and text.isdigit():
        return None
    if word == "h" and not text.isdigit():
        return None
    return length(count, word, mod=fuzz_mod(m["fuzz"]))


_LEADING = words("durante por llevan lleva llevaba llevaban en tras hacia de pasaron quedan faltan")


def _bare(m: Parts, at: Place) -> Reading | None:
    """ "durante años", "llevan meses"."""
    if at.words_before(1) and at.words_before(1)[0] in _LEADING:
        if at.words_before(1) == ["de"] and at.words_before(2)[0] not in ("partir", "cuestion"):
            return None
        if m["unit"] in ("anos",) and at.after(1) == " " and at.after(3)[1:2].isdigit():
            return None
        return length(None, m["unit"])
    return None


def _two_part(m: Parts, _at: Place) -> Reading | None:
    """ "dos años y tres meses", "una hora y 20 minutos"."""
    first, second = numbers.number(m["n"]), numbers.number(m["n2"])
    if first is None or second is None:
        return None
    unit, finer = unit_of(m["unit"])[0], unit_of(m["unit2"])[0]
    if (unit, finer) not in (
        ("year", "month"),
        ("hour", "minute"),
        ("minute", "second"),
        ("week", "day"),
        ("day", "hour"),
        ("month", "day"),
        ("month", "week"),
    ):
        return None
    whole, part = length(first, m["unit"]), length(second, m["unit2"])
    return with_finer(whole, part)


def _range(m: Parts, at: Place) -> Reading | None:
    """ "de dos a tres semanas", "8-10 años"."""
    low, high = numbers.number(m["n"]), numbers.number(m["n2"])
    if low is None or high is None or low >= high or at.before(1) in ("$", "-", "/", "."):
        return None
    short, long = length(low, m["unit"]), length(high, m["unit"])
    span = (short.days[0], long.days[1]) if short.days and long.days else None
    return replace(short, days=span, why="is a length of time between two", mod="APPROX")


_NAMED = re.compile(rb"[A-Z][a-zA-Z]*\.?,[ \n]de[ \n]$")


def _is_age(at: Place) -> bool:
    """Whether a number stands between a name and the next comma: "Ana Ruiz, de 28, …"."""
    before = at.flat[max(0, at.start - 24) : at.start]
    return at.after(1) in (",", ".", ")") and bool(_NAMED.search(before))


RULES: tuple[Rule, ...] = (
    Rule(
        "length between two",
        r"(?P<n>{NUM})(?:{S}[aou]{S}|-)(?P<n2>{NUM}){S}(?P<unit>{UNITS})",
        _range,
        yes=(("Duró de [dos a tres semanas].", "P2W"), ("Jugaron niños de [8-10 años].", "P8Y")),
    ),
    Rule(
        "two lengths",
        r"(?P<n>{NUM}){S}(?P<unit>{UNITS})(?:,?{S}y{S}|,{S}|{S}con{S}|{S})(?P<n2>{NUM}){S}(?P<unit2>{UNITS})",
        _two_part,
        yes=(
            ("Duró [dos años y tres meses].", "P2Y3M"),
            ("Duró [una hora y 20 minutos].", "PT1H20M"),
        ),
    ),
    Rule(
        "length",
        r"(?:(?:los|las){S})?(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT})(?:{S}(?:largos|largas|buenos|buenas|mas|mal|primeros|primeras|seguidos))?{S}(?P<unit>{UNITS})(?P<half>{S}y{S}medi[oa])?(?:{S}(?:mas|seguidos|consecutivos|enteros))?",
        _counted,
        yes=(
            ("Duró [dos años y medio].", "P2Y6M"),
            ("Duró [varias semanas].", "PXW"),
            ("Duró [más de cuatro horas].", "PT4H"),
            ("Duró [media hora].", "PT30M"),
            ("Una mujer de [40 años] llegó.", "P40Y"),
            ("Duró [dos décadas].", "P20Y"),
            ("Esperó [1.200 días].", "P1200D"),
        ),
        no=("Hizo un segundo intento.",),
    ),
    Rule(
        "weeks",
        r"(?P<unit>horas|minutos|dias|semanas|meses|anos|decadas|siglos)",
        _bare,
        yes=(("Esperaron durante [semanas].", "PXW"),),
        no=("Aquellos días pasaron.",),
    ),
    Rule(
        "some time",
        r"(?:durante|por|desde|tras|de|en|llevan?|paso|pasado){S}(?P<x>(?:un|cierto|algun|mucho|muchisimo|poco|tanto|largo|demasiado|bastante|un{S}largo){S}(?:tiempo|periodo))",
        lambda _m, _at: length(None, "meses"),
        yes=(("Calló durante [mucho tiempo].", "PXM"),),
        no=("Pidió un tiempo muerto.",),
    ),
    Rule(
        "age in short",
        r"de{S}(?P<x>(?P<n>[1-9]\d))",
        lambda m, at: length(float(m["n"]), "anos") if _is_age(at) else None,
        yes=(("Ana Ruiz, de [28], es médica.", "P28Y"),),
        no=("Llegó un grupo, de 28 personas.",),
    ),
    Rule(
        "quarters of an hour",
        r"(?:(?P<n>un|tres){S})cuartos?{S}de{S}hora",
        lambda m, _at: length(15.0 if m["n"] == "un" else 45.0, "minutos"),
        yes=(("Tardó [un cuarto de hora].", "PT15M"), ("Tardó [tres cuartos de hora].", "PT45M")),
    ),
    Rule(
        "half a unit more",
        r"(?P<unit>hora|dia|mes|ano|siglo){S}y{S}medi[oa]",
        lambda m, _at: length(1.5, m["unit"]),
        yes=(("Duró [año y medio].", "P1Y6M"),),
    ),
)
