"""Years, decades, centuries and eras: "1987", "die 1990er-Jahre", "19. Jahrhundert"."""

from __future__ import annotations

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.german import numbers, traps
from timeline.timex.german.letters import keyed, spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import counted_century, on_decade, on_year

_TENS = keyed(
    {
        "zwanziger": 1920,
        "dreißiger": 1930,
        "vierziger": 1940,
        "fünfziger": 1950,
        "sechziger": 1960,
        "siebziger": 1970,
        "achtziger": 1980,
        "neunziger": 1990,
    }
)
_TENS_RE = spelt(
    "(?:zwanziger|dreißiger|vierziger|fünfziger|sechziger|siebziger|achtziger|neunziger)"
)


def _year(m: Parts, at: Place) -> Reading | None:
    year = int(m["y"])
    if not m["said"] and traps.number_not_a_year(year, at):
        return None
    return on_year(year, "is written in full")


def _era(m: Parts, _at: Place) -> Reading | None:
    n = int(m["y"])
    if m["era"].startswith("v"):
        return Reading(
            TimexType.DATE, f"BC{n:04}", None, Precision.YEAR, "is before the common era"
        )
    return on_year(n, "is a year of the common era")


def _decade(m: Parts, at: Place) -> Reading | None:
    if m["y"]:
        return on_decade(int(m["y"]), "names ten years")
    if m["short"]:
        if not m["years"] and at.words_before()[-1:] not in (["den"], ["die"], ["der"]):
            return None
        first = int(m["short"])
        first += 1900 if first >= 20 or at.anchor.year < 2000 else 2000
        return on_decade(first, "names ten years of the last century")
    return on_decade(_TENS[m["word"]], "names ten years of the last century")


def _century(m: Parts, _at: Place) -> Reading | None:
    n = numbers.ordinal(m["n"])
    if n is None or not 1 <= n <= 99:
        return None
    return counted_century(n, bool(m["bc"]))


def _span(m: Parts, at: Place) -> Reading | None:
    """ "2009-2011", "2007/08": from the first year to the last."""
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first // 100 * 100 + int(m["b"])
    if first % 100 == 99 and m["b"] == "00":
        last += 100
    if traps.number_not_a_year(first, at):
        return None
    if not 0 < last - first < 200 or at.before(1) in ("$", "-", "/", ".") or at.after(1) == "-":
        return None
    return Reading(
        TimexType.DATE,
        f"{first}/{last}",
        days.years(first, last),
        Precision.YEAR,
        "runs from the first year to the last",
    )


_YEARS = r"(?:[ -]?Jahre?n?s?)"

RULES: tuple[Rule, ...] = (
    Rule(
        "year",
        r"(?P<said>(?:Jahre?s?|Anno){S})?(?P<y>1[2-9]\d\d|20\d\d)",
        _year,
        yes=(
            ("Das Haus wurde [1987] gebaut.", "1987"),
            ("Das Haus wurde im [Jahr 1987] gebaut.", "1987"),
            ("Das Haus wurde im [Jahre 1254] gebaut.", "1254"),
        ),
        no=(
            "Es kamen rund 1987 Besucher.",
            "Es kostet 2010 Euro.",
            "Es liegt auf 1987 Metern.",
            "Es wiegt 1.987 kg.",
        ),
    ),
    Rule(
        "year of an era",
        r"(?:Jahre?{S})?(?P<y>[1-9]\d{0,3}){S}(?P<era>[vn]\.?{S}?(?:Chr|d\.{S}?Z)|vor{S}Christus|nach{S}Christus)",
        _era,
        yes=(("Er starb [44 v. Chr.]", "BC0044"), ("Er starb [14 nach Christus].", "0014")),
    ),
    Rule(
        "years from one to another",
        r"(?:(?:Saison|Spielzeit|Schuljahr(?:es)?|Studienjahr(?:es)?){S})?"
        r"(?P<a>1[2-9]\d\d|20\d\d){S}?(?:-|/){S}?(?P<b>1[2-9]\d\d|20\d\d|\d\d)",
        _span,
        yes=(
            ("Er spielte in der [Saison 2007/08].", "2007/2008"),
            ("Der Plan [2009-2011] gilt.", "2009/2011"),
        ),
        no=("Er rief 2009-2011-5 an.", "Es kostet 1500-2000 Euro."),
    ),
    Rule(
        "decade",
        rf"(?:(?P<y>1[0-9]\d0|20\d0)er[ns]?{_YEARS}?|(?P<short>[2-9]0)er[ns]?(?P<years>{_YEARS})?"
        rf"|(?P<word>{_TENS_RE})[ns]?{_YEARS})",
        _decade,
        yes=(
            ("Sie lebte in den [1990er-Jahren] dort.", "199"),
            ("Sie lebte in den [90er Jahren] dort.", "199"),
            ("Sie lebte in den [siebziger Jahren] dort.", "197"),
            ("Sie lebte in den [Siebzigerjahren] dort.", "197"),
            ("Sie lebte in den [1980ern] dort.", "198"),
        ),
        no=("Sie kaufte eine 60er Packung.",),
    ),
    Rule(
        "century",
        r"(?P<n>{ORD}){S}?(?:Jahrhundert(?:s|e)?|Jhdt?|Jh)(?:\.?{S}(?P<bc>v\.{S}?Chr|vor{S}Christus))?",
        _century,
        yes=(
            ("Die Kirche stammt aus dem [19. Jahrhundert].", "18"),
            ("Die Kirche stammt aus dem [zwölften Jahrhundert].", "11"),
            ("Der Tempel stammt aus dem [3. Jahrhundert v. Chr.]", "BC02"),
        ),
    ),
)
