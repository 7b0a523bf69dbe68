"""Years, decades, centuries and eras: "1987", "los años noventa", "siglo XV", "44 a. C."."""

from __future__ import annotations

import re

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish import numbers, traps
from timeline.timex.spanish.rules.calendar import stands_alone
from timeline.timex.timex3 import counted_century, on_decade, on_year


def _year(m: Parts, at: Place) -> Reading | None:
    year = int(m["y"] or (m["dotted"] or m["dotted2"]).replace(".", ""))
    if m["dotted2"] and not (1900 <= year < 2100 and stands_alone(at)):
        return None
    if m["said"] or not m["y"]:
        return on_year(year, "is written in full")
    if traps.number_not_a_year(year, at):
        return None
    return on_year(year, "is written in full")


def _short_year(m: Parts, _at: Place) -> Reading | None:
    """ "el año 98": of the last century, as decades are."""
    short = int(m["short"])
    return on_year((1900 if short > 30 else 2000) + short, "is a year of two digits")


def _year_words(m: Parts, _at: Place) -> Reading | None:
    year = numbers.number(m["yw"])
    return on_year(int(year), "is written in words") if year else None


def _era(m: Parts, _at: Place) -> Reading | None:
    n = int(m["y"].replace(".", ""))
    if m["era"][:1] == "a":
        return Reading(
            TimexType.DATE, f"BC{n:04}", None, Precision.YEAR, "is before the common era"
        )
    return on_year(n, "is a year of the common era")


_TENS = ["veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]


def _decade(m: Parts, at: Place) -> Reading | None:
    if m["y"]:
        return on_decade(int(m["y"]), "names ten years")
    if m["word"]:
        first = 1920 + 10 * _TENS.index(m["word"].rstrip("s"))
        return on_decade(first, "names ten years of the last century")
    tens = int(m["short"])
    if not m["anos"] and (
        at.after(2)[:1] in ("%", ".", ",", "/", "-") and at.after(2)[1:].strip()[:1].isalnum()
    ):
        return None
    if not m["anos"] and at.after(2)[:1] == " " and at.after(2)[1:].isalpha():
        following = at.after(14).split()[0]
        if following not in ("y", "en", "se", "la", "el", "los", "las", "un", "una", "por", "con"):
            return None  # "los 80 heridos"
    return on_decade(1900 + tens, "names ten years of the last century")


def _century(m: Parts, _at: Place) -> Reading | None:
    n = numbers.roman(m["n"]) if m["n"] else int(m["digits"])
    if n is None or not 1 <= n <= 39:
        return None
    return counted_century(n, m["bc"][:1] == "a")


def _year_span(m: Parts, at: Place) -> Reading | None:
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first // 100 * 100 + int(m["b"])
    if not 0 < last - first < 200 or at.before(1) in ("$", "-", "/") or at.after(1) == "-":
        return None
    return Reading(
        TimexType.DATE,
        f"{first}/{last}",
        days.years(first, last),
        Precision.YEAR,
        "runs from the first year to the last",
    )


_IN = [[word] for word in ("en", "de", "desde", "hasta", "durante", "a", "entre")]

_CENTURIES = re.compile(r"siglos [IVX]+ (?:y|o|al?) (?:el )?$", re.I)
_DECADES = re.compile(r"anos (?:[2-9]0|[a-z]+) y (?:los )?$", re.I)


RULES: tuple[Rule, ...] = (
    Rule(
        "year",
        r"(?:(?:(?:el|los|este|ese|aquel)(?:{S}mismo)?{S})?(?P<said>anos?{S})(?:de{S})?|el{S})?(?P<y>1[2-9]\d\d|20\d\d)"
        r"|(?:el{S})?ano{S}(?P<dotted>[12]\.\d{3})|en{S}(?P<x>el{S}(?P<dotted2>[12]\.\d{3}))",
        _year,
        yes=(
            ("Se construyó en [1987].", "1987"),
            ("Se construyó en [el año 1987].", "1987"),
            ("Creció en [el 2000].", "2000"),
            ("Crecerá en [el año 2.002].", "2002"),
            ("Una ley de [1987] lo prohíbe.", "1987"),
        ),
        no=(
            "Costó $1987.",
            "Unas 1987 personas vinieron.",
            "La resolución 1973 se aprobó.",
            "Pesa 1.987 kilos.",
        ),
    ),
    Rule(
        "year of two digits",
        r"(?:el{S})?ano{S}'?(?P<short>[2-9]\d)",
        _short_year,
        yes=(("Se construyó en [el año 87].", "1987"),),
    ),
    Rule(
        "year after its preposition",
        r"(?:(?:en|desde|hasta|para){S}(?P<x>el{S}'?(?P<short>[4-9]\d)))",
        lambda m, at: _short_year(m, at) if stands_alone(at) else None,
        yes=(("Se fundó en [el 87].", "1987"),),
        no=("Subió hasta el 45%.", "Creció en el 60 por ciento de los casos."),
    ),
    Rule(
        "year in words",
        r"(?:el{S})?(?:ano{S})(?P<yw>{YEAR_WORDS})",
        _year_words,
        yes=(("Temíamos [el año dos mil].", "2000"),),
    ),
    Rule(
        "year of an era",
        r"(?:(?:el{S})?ano{S})?(?P<y>\d{1,4}|\d{1,2}\.\d{3}){S}?(?P<era>[ad]\.?{S}?(?:de{S})?(?:J\.?{S}?)?C)",
        _era,
        yes=(("César murió en [el año 44 a. C].", "BC0044"), ("Roma ardió en [64 d.C].", "0064")),
    ),
    Rule(
        "decade",
        r"{EL}(?:(?:decadas?|decenio){S}(?:de{S})(?:(?:los|las){S})?(?P<anos>anos{S})?"
        r"(?:(?P<y>1[0-9]\d0|20\d0)|'?(?P<short>[1-9]0)|(?P<word>veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)s?))",
        _decade,
        yes=(
            ("El jazz reinó en [la década de 1920].", "192"),
            ("El jazz reinó en [la década de los años 20].", "192"),
            ("El rock reinó en [la década de los setenta].", "197"),
        ),
    ),
    Rule(
        "decade in short",
        r"(?:los{S})?(?:(?P<anos>anos{S})(?:(?P<y>1[0-9]\d0|20\d0)|'?(?P<short>[2-9]0)|(?P<word>veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)s?))",
        _decade,
        yes=(
            ("El jazz reinó en [los años 20].", "192"),
            ("El jazz reinó en [los años veinte].", "192"),
        ),
    ),
    Rule(
        "decade by its number",
        r"los{S}'?(?:(?P<short>[2-9]0)|(?P<word>veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa))",
        lambda m, at: None if at.words_before() not in _IN else _decade(m, at),
        yes=(("El rock reinó en [los 70].", "197"), ("Nació en [los ochenta].", "198")),
        no=("Murieron los 80 heridos.", "Ya roza los setenta."),
    ),
    Rule(
        "century",
        r"(?:el{S})?siglos?{S}(?:(?P<n>[ivx]{1,6})|(?P<digits>\d{1,2}))(?:{S}(?P<bc>[ad]\.?{S}?(?:de{S})?(?:J\.?{S}?)?C))?",
        _century,
        yes=(
            ("Un molino del [siglo XIX] ardió.", "18"),
            ("Es de [el siglo XII].", "11"),
        ),
        no=("Un siglo VIV no existe.",),
    ),
    Rule(
        "century beside a century",
        r"siglos{S}(?P<x>(?P<n>[ivx]{1,6})){S}(?:y|al?|o){S}(?:el{S})?[ivx]{1,6}",
        _century,
        yes=(("Es de los siglos [XVI] y XVII.", "15"),),
    ),
    Rule(
        "century after a century",
        r"(?:y|o|al?){S}(?:el{S})?(?P<x>(?P<n>[IVX]{2,6}))",
        lambda m, at: _century(m, at) if _CENTURIES.search(at.before(24)) else None,
        yes=(("Es de los siglos XVI y [XVII].", "16"),),
        no=("Carlos V y Enrique VIII.",),
    ),
    Rule(
        "decade after a decade",
        r"y{S}(?:los{S})?(?P<x>(?P<short>[2-9]0))",
        lambda m, at: _decade(m, at) if _DECADES.search(at.before(24)) else None,
        yes=(("Bailaban en los años 20 y [30].", "193"),),
        no=("Tenían 20 y 30 años.",),
    ),
    Rule(
        "years",
        r"(?P<a>1[5-9]\d\d|20\d\d)(?:-|/)(?P<b>(?:1[5-9]|20)\d\d|\d\d)",
        _year_span,
        yes=(
            ("El curso [2009-2010] fue frío.", "2009/2010"),
            ("El curso [1998-99] fue frío.", "1998/1999"),
        ),
        no=("La regla 1998-97.",),
    ),
)
