"""Lengths of time: "drei Jahre lang", "zweitägig", "eineinhalb Stunden", "16-jährig"."""

from __future__ import annotations

import re

from timeline.timex.german import numbers
from timeline.timex.german.fragments import STEM_NAMES, fuzz_mod, unit_name
from timeline.timex.german.letters import spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import duration, with_finer


def _counted(m: Parts, at: Place) -> Reading | None:
    unit = unit_name(m["unit"])
    if at.before(1) in ("$", "-", ".", "/", ",", ":"):
        return None
    words = m["n"]
    count = numbers.number(words)
    if m["half"]:
        count = 0.5 if count == 1 else count
    if count is not None and words.isdigit() and 1900 <= count <= 2100:
        return None
    if unit == "quarter" and not m.raw("unit").startswith("Q"):
        return None
    if words.startswith("ein") and unit in ("day", "night", "second") and not m["half"]:
        return duration(1, unit) if at.after(6).lstrip().startswith("lang") else None
    return duration(count, unit, mod=fuzz_mod(m["fuzz"]))


_LASTING = re.compile(
    spelt(
        r"[ \n](?:[a-zA-Z]+en[ \n])?[A-Za-z]*"
        r"(?:jubiläum|bestehen|laufzeit|haft|strafe|ausbildung|studium"
        r"|erfahrung|pause|zeit|vertrag|projekt|krieg|arbeit|tätigkeit|treue|geschichte|dienst"
        r"|mitglied|frist|planung|tradition|karriere|phase|suche|abstand|rhythmus|bauzeit|verfahren"
        r"|prozess|mandat|jubilar|ehe|sperre)"
    ),
    re.IGNORECASE,
)
_YOUNG = 5  # what lasts is told by fewer years than most people have


def _aged(m: Parts, at: Place) -> Reading | None:
    count = numbers.number(m["n"] or m["n2"] or m["n3"])
    noun = b"J" in at.flat[at.start : at.end]  # "der 16-Jährige"
    lasts = count is None or count < _YOUNG or _LASTING.match(at.after(40))
    if m["n2"] and not noun and lasts:
        return None  # "der sechzehnjährige Schüler", but "eine zehnjährige Ausbildung"
    return duration(count, "year", "is an age")


def _compound(m: Parts, _at: Place) -> Reading | None:
    """ "dreijährig", "zweitägige", "2-stündig", "mehrtägig"."""
    unit = STEM_NAMES[m["stem"]]
    if m["n"] in ("mehr", "viel", "lang"):
        return duration(None, unit)
    if m["n"] in ("halb", "ganz"):
        return duration(0.5 if m["n"] == "halb" else 1, unit)
    count = numbers.number(m["n"].rstrip("- "))
    return None if count is None else duration(count, unit)


def _long(m: Parts, _at: Place) -> Reading | None:
    """ "jahrelang", "monatelange", "langjährig"."""
    return duration(None, "year" if m["years"] else unit_name(m["unit"]))


def _whole(m: Parts, at: Place) -> Reading | None:
    """ "den ganzen Tag", "das halbe Jahr"."""
    if at.after(2)[1:].isdigit():
        return None  # "das gesamte Jahr 2009"
    return duration(0.5 if m["half"].startswith("halb") else 1, unit_name(m["unit"]))


def _two_part(m: Parts, _at: Place) -> Reading | None:
    """ "zwei Jahre und drei Monate", "1 Stunde 20 Minuten"."""
    first, second = numbers.number(m["n"]), numbers.number(m["n2"])
    unit, finer = unit_name(m["unit"]), unit_name(m["unit2"])
    pairs = (
        ("year", "month"),
        ("hour", "minute"),
        ("minute", "second"),
        ("week", "day"),
        ("day", "hour"),
        ("month", "day"),
        ("month", "week"),
    )
    if first is None or second is None or (unit, finer) not in pairs:
        return None
    whole, part = duration(first, unit), duration(second, finer)
    return with_finer(whole, part)


def _listed(m: Parts, at: Place) -> Reading | None:
    """The first of "sechs bis acht Monate", whose unit is told further on."""
    low, high = numbers.number(m["n"]), numbers.number(m["n2"])
    if low is None or high is None or low >= high or at.before(1) in ("$", "-", "/", ".", ","):
        return None
    return duration(low, unit_name(m["unit"]))


_COMPOUND_NUM = r"(?:\d{1,3}(?:{S}?-)?|" + numbers.WORDS + r"|mehr|viel|halb|ganz)"
_STEMS = spelt("(?:sekündig|minütig|stündig|tägig|nächtig|wöchig|monatig|jährig)")

RULES: tuple[Rule, ...] = (
    Rule(
        "two lengths",
        r"(?P<n>{NUM}|{COUNT}){S}(?P<unit>{UNIT})(?:,?{S}und{S}|,{S}|{S})(?P<n2>{NUM}){S}(?P<unit2>{UNIT})",
        _two_part,
        yes=(
            ("Es dauerte [zwei Jahre und drei Monate].", "P2Y3M"),
            ("Es dauerte [1 Stunde 20 Minuten].", "PT1H20M"),
        ),
    ),
    Rule(
        "length in a list",
        r"(?P<x>(?P<n>{NUM})){S}?(?:bis(?:{S}zu)?|-|oder){S}?(?P<n2>{NUM}){S}(?P<unit>{UNIT})",
        _listed,
        yes=(("Es dauert [sechs] bis acht Monate.", "P6M"),),
    ),
    Rule(
        "age",
        r"(?P<n>{NUM}){S}Jahre?{S}(?:alte?[nmrs]?|jung)"
        r"|(?:Alter{S}von|mit|ab|unter){S}(?P<x>(?P<n3>{NUM}){S}Jahren)"
        r"|(?P<n2>{NUM})(?:-{S}?)?" + spelt("jährige[nmrs]?"),
        _aged,
        yes=(
            ("Er ist [26 Jahre alt].", "P26Y"),
            ("Der [16-Jährige] gewann.", "P16Y"),
        ),
    ),
    Rule(
        "length before a noun",
        rf"(?P<n>{_COMPOUND_NUM})(?P<stem>{_STEMS})(?:e[nmrs]?)?",
        _compound,
        yes=(
            ("Er begann einen [dreitägigen] Besuch.", "P3D"),
            ("Der [zweistündige] Flug endete.", "PT2H"),
            ("Ein [einwöchiger] Aufenthalt.", "P1W"),
            ("Das [mehrjährige] Projekt endete.", "PXY"),
            ("Er feiert sein [60-jähriges] Bestehen.", "P60Y"),
            ("Der [24-stündige] Streik endete.", "PT24H"),
        ),
    ),
    Rule(
        "length",
        r"(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?:-{S})?(?:(?P<half>halbe[nsr]?){S})?"
        r"(?:(?:volle|ganze|weitere|lange|gute|knappe|zusätzliche){E}{S})?(?P<unit>{UNIT})".replace(
            "{E}", "[nmrs]?"
        ).replace("ä", "[aA]e?"),
        _counted,
        yes=(
            ("Es dauerte [zweieinhalb Stunden].", "PT2H30M"),
            ("Es dauerte [mehr als vier Stunden].", "PT4H"),
            ("Es dauerte [einige Wochen].", "PXW"),
            ("Es dauerte [ein halbes Jahr].", "P6M"),
            ("Es dauerte [dreiundzwanzig Tage].", "P23D"),
            ("Es dauerte [rund 1.200 Jahre].", "P1200Y"),
        ),
        no=("Er kam im Jahr 2010 Tage später.",),
    ),
    Rule(
        "quarters of an hour",
        r"(?:eine[rn]?{S})?(?P<three>drei)?viertelstunde",
        lambda m, _at: duration(0.75 if m["three"] else 0.25, "hour"),
        yes=(
            ("Es dauerte [eine Viertelstunde].", "PT15M"),
            ("Es dauerte [eine Dreiviertelstunde].", "PT45M"),
        ),
    ),
    Rule(
        "the whole day",
        r"(?:de[nrm]|die|das){S}(?P<half>ganze[nr]?|gesamte[nr]?|halbe[nr]?){S}"
        r"(?P<unit>Tag|Nacht|Woche|Monat|Jahr)",
        _whole,
        yes=(
            ("Er wartete [den ganzen Tag].", "P1D"),
            ("Er wartete [das halbe Jahr].", "P6M"),
        ),
    ),
    Rule(
        "for years",
        spelt(
            r"(?P<unit>stunden|tage|wochen|monate|jahre|jahrzehnte|jahrhunderte)lang(?:e[nmrs]?)?"
            r"|lang(?P<years>jährig)(?:e[nmrs]?)?"
        ),
        _long,
        yes=(
            ("Er arbeitete [jahrelang] daran.", "PXY"),
            ("Der [langjährige] Leiter ging.", "PXY"),
        ),
    ),
    Rule(
        "for weeks",
        r"(?:seit|über|für|nach|vor){S}(?P<x>(?:(?:die|den|all{S}den|vielen){S})?(?P<unit>Stunden|Tagen?|Wochen|Monaten?|Jahren?|Jahrzehnten?))".replace(
            "ü", "[uU]e?"
        ),
        _long,
        yes=(("Er arbeitet seit [Jahren] daran.", "PXY"),),
    ),
)
