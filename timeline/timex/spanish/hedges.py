"""Hedges of Spanish: antes de, después de, desde, hasta, para, a principios de, hacia."""

from __future__ import annotations

import re

from timeline.model import Direction
from timeline.timex.language import Hedges
from timeline.timex.rule import Place
from timeline.timex.spanish.phrase import attributive
from timeline.timex.words import words

_MODIFIER = re.compile(
    rb"(?:(?:el |la |los |las )?(?P<part>principios?|comienzos?|inicios?|mediados?|(?:primera "
    rb"|segunda )?mitad|primeros|ultimos|finales|final"
    rb"|fines|fin|cierre|primeros (?:dias|meses|anos)|primeras (?:semanas|horas)"
    rb"|ultimos (?:dias|meses|anos)|ultimas (?:semanas|horas))"
    rb"[ \n](?:del?)[ \n](?:el |la |los |las )?"
    rb"|(?P<word>bien entrad[oa]|entrad[oa]|tempran[oa])[ \n](?:el |la )?"
    rb"|(?:a )?(?P<about>hacia|alrededor del?|cerca del?|en torno al?|aproximadamente|casi)"
    rb"[ \n](?:el |la |los |las )?)$",
    re.I,
)
_PREPOSITION = re.compile(
    rb"(?:^|[^A-Za-z0-9])(?P<p>no mas tarde del?|a mas tardar(?: en)?|como muy tarde|antes del?"
    rb"|con anterioridad a|previ[oa] al?|despues del?|luego del?|tras|con posterioridad a"
    rb"|posterior al?"
    rb"|a partir del?|a contar desde|desde(?: antes del?)?|hasta|para|de aqui a)"
    rb"[ \n](?:el |la |los |las )?$",
    re.I,
)
_SIDE = {
    name: side
    for side, names in {
        "early": "principio principios primeros comienzo comienzos inicio inicios temprano",
        "mid": "mediado mediados mitad",
    }.items()
    for name in names.split()
} | {
    "primeros dias": "early",
    "primeros meses": "early",
    "primeros anos": "early",
    "primeras semanas": "early",
    "primeras horas": "early",
    "primera mitad": "early",
}
_ACTS = {
    "no mas tarde de": "by",
    "no mas tarde del": "by",
    "a mas tardar": "by",
    "a mas tardar en": "by",
    "como muy tarde": "by",
    "de aqui a": "by",
    "antes de": "before",
    "antes del": "before",
    "con anterioridad a": "before",
    "despues de": "after",
    "despues del": "after",
    "luego de": "after",
    "luego del": "after",
    "tras": "after",
    "con posterioridad a": "after",
    "a partir de": "from",
    "a partir del": "from",
    "a contar desde": "from",
    "desde": "since",
    "hasta": "until",
}
_POINTS = {
    "desde": Direction.PAST,
    "hasta": Direction.FUTURE,
    "antes de": Direction.FUTURE,
    "antes del": Direction.FUTURE,
    "para": Direction.FUTURE,
    "de aqui a": Direction.FUTURE,
    "a mas tardar": Direction.FUTURE,
    "a mas tardar en": Direction.FUTURE,
    "como muy tarde": Direction.FUTURE,
    "no mas tarde de": Direction.FUTURE,
    "no mas tarde del": Direction.FUTURE,
}


def _told_past(word: str, at: Place) -> bool:
    """Whether "hasta" or "para" stands in a clause that is past all the same.

    "Para el lunes ya habían huido", "no habló hasta el martes"; likewise "desde el lunes" under a
    future verb begins in the future.
    """
    own = at.lean()
    if word == "desde":
        return own.direction is Direction.FUTURE and own.sure
    opening = at.before(60).lower().split()
    if word == "hasta" and "no" not in opening and len(opening) > 1:
        return False  # "dieron vacaciones hasta el jueves"
    return own.direction is Direction.PAST and own.sure


HEDGES = Hedges(
    modifier=_MODIFIER,
    sides=_SIDE,
    closing=re.compile(rb"al $", re.I),
    preposition=_PREPOSITION,
    onwards=re.compile(rb",? (?:en adelante|o (?:despues|mas tarde))\b", re.I),
    acts=_ACTS,
    points=_POINTS,
    attributive=attributive,
    told_past=_told_past,
)

DOTTED = frozenset(
    word.encode()
    for word in words(
        "ene feb mar abr jun jul ago sep sept set oct nov dic lun mie jue vie sab dom"
    )
)
