"""The article's own time: hoy, ayer, anteayer, mañana, pasado mañana, anoche, ahora."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.model import Precision, Qualifier, TimexType, When
from timeline.timex import days
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish.rules.weekdays import with_day_part
from timeline.timex.timex3 import on_day
from timeline.timex.vague import present

_AWAY = {
    "hoy": 0,
    "ayer": -1,
    "anteayer": -2,
    "antier": -2,
    "antes de ayer": -2,
    "trasanteayer": -3,
    "anteanoche": -2,
    "antenoche": -2,
    "antes de anoche": -2,
    "anoche": -1,
    "manana": 1,
    "pasado manana": 2,
}
_PART_OF = re.compile(rb"(?i)\b(?:la|una|esta|esa|aquella|cada|toda la|media|por la|muy de)[ \n]$")


def _named(m: Parts, at: Place) -> Reading | None:
    word, now = " ".join(m["word"].split()), at.anchor
    if word == "manana":
        if _PART_OF.search(at.flat, max(0, at.start - 9), at.start):
            return None  # the morning
        if at.words_before() in (["el"], ["un"], ["del"]):
            return None  # "por un mañana mejor"
    if word == "hoy" and at.genre is Genre.NARRATIVE:
        return _present(m, at)  # "se usa hoy" names no day
    if word == "hoy" and at.words_before() in (["el"], ["la"], ["los"], ["las"]):
        return present(at)  # "la hoy extinta liga"
    if word == "ayer" and at.words_before() in (["el"], ["del"]):
        return None
    d = now + timedelta(_AWAY[word])
    gap = (d - now).days
    why = f"is the article's day, {days.say(now)}"
    if gap:
        side = "after" if gap > 0 else "before"
        why = f"is {abs(gap)} day{'s' * (abs(gap) > 1)} {side} {days.say(now)}"
    part = "noche" if "noche" in word else m["part"]
    return with_day_part(on_day(d, why, now), part)


def _part_of_day(m: Parts, at: Place) -> Reading | None:
    """ "esta noche", "esta mañana", "la pasada madrugada"."""
    now = at.anchor
    d = now
    if m["rel"].startswith("pasad"):
        d = now - timedelta(m["part"] in ("noche", "tarde"))
    elif m["rel"].startswith("proxim"):
        d = now + timedelta(1)
    return with_day_part(on_day(d, f"is of the article's day, {days.say(now)}", now), m["part"])


_NOT_NOW = re.compile(rb"(?i)[ \n](?:bien|y siempre|pues)\b")


def _present(m: Parts, at: Place) -> Reading | None:
    if m["word"] == "ahora" and _NOT_NOW.match(at.flat, at.end, at.end + 10):
        return None
    if m["word"].startswith("actual") and at.before(10).lower().split()[-1:] == ["de"]:
        return None
    return present(at)


def _then(_m: Parts, at: Place) -> Reading | None:
    return Reading(
        TimexType.DATE,
        "PAST_REF",
        None,
        Precision.NONE,
        "lies in the past that the story tells of",
        at.anchor,
        when=When.within(None, at.anchor, Precision.NONE, Qualifier.INFERRED),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "today, yesterday, tomorrow",
        r"(?:el{S}dia{S}de{S})?(?P<word>hoy|ayer|anteayer|antier|antes{S}de{S}ayer|trasanteayer|anteanoche|antenoche"
        r"|antes{S}de{S}anoche|anoche|manana|pasado{S}manana)"
        r"(?:{S}mismo)?(?:,?{S}{WEEKDAY}(?:{S}(?:dia{S})?{DIGITS}(?:{S}de{S}{MONTH})?)?)?"
        r"(?:{S}(?:por|a|en|de){S}(?:la{S})?(?P<part>manana|tarde|noche|madrugada|mediodia))?",
        _named,
        yes=(
            ("Terminó [ayer].", "2025-10-24"),
            ("Terminará [pasado mañana].", "2025-10-27"),
            ("Terminó [ayer por la tarde].", "2025-10-24TAF"),
            ("Terminó [anoche].", "2025-10-24TNI"),
            ("Terminó [antier].", "2025-10-23"),
            ("Llega [hoy, sábado].", "2025-10-25"),
            ("Viajará [mañana] a Lima.", "2025-10-26"),
        ),
        no=("Llovió por la mañana.", "Piensa en el mañana."),
    ),
    Rule(
        "part of a day told from here",
        r"(?:est[ea]{S}(?:mism[oa]{S})?|la{S}(?P<rel>pasada|proxima){S})(?P<part>manana|tarde|noche|madrugada|mediodia)",
        _part_of_day,
        yes=(
            ("Llovió [esta mañana].", "2025-10-25TMO"),
            ("Lloverá [esta noche].", "2025-10-25TNI"),
            ("Llovió [la pasada noche].", "2025-10-24TNI"),
        ),
    ),
    Rule(
        "now",
        r"(?P<word>hoy{S}(?:en{S}dia|por{S}hoy)|ahora(?:{S}mismo)?|actualmente|actual(?:es)?|hoy{S}dia"
        r"|est[eo]s{S}(?:dias|momentos|instantes)|este{S}(?:mismo{S})?(?:momento|instante)"
        r"|(?:la|los){S}(?:actualidad|tiempos{S}(?:actuales|que{S}corren))|la{S}hora{S}actual|estas{S}alturas|el{S}presente)",
        _present,
        yes=(
            ("Está [ahora] cerrado.", "PRESENT_REF"),
            ("El [actual] alcalde calla.", "PRESENT_REF"),
            ("En [la actualidad] está cerrado.", "PRESENT_REF"),
        ),
        no=("Ahora bien, está cerrado.",),
    ),
    Rule(
        "the moment",
        r"(?:hasta|por|de|desde){S}(?P<x>(?:el{S})?(?:momento|presente))",
        _present,
        yes=(("Por [el momento] calla.", "PRESENT_REF"),),
        no=("Fue el momento justo de callar.",),
    ),
    Rule(
        "the present one",
        r"(?:el|la|los|las|del){S}(?P<x>presentes?)",
        lambda m, at: _present(m, at) if at.after(2)[1:].isalpha() else None,
        yes=(("Marcó en la [presente] Liga.", "PRESENT_REF"),),
        no=("La cumbre fue para los presentes.",),
    ),
    Rule(
        "to date",
        r"(?:hasta|a){S}(?P<x>la{S}fecha)",
        lambda _m, at: on_day(at.anchor, "is the article's day", at.anchor),
        yes=(("Hasta [la fecha] calla.", "2025-10-25"),),
    ),
    Rule(
        "at that time",
        r"aquel(?:los)?{S}(?:entonces|momentos?|tiempos?|anos|dias)|ese{S}entonces",
        _then,
        yes=(("En [aquel entonces] callaba.", "PAST_REF"),),
    ),
)
