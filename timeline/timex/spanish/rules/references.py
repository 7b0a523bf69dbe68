"""Past, present and future in general: "recientemente", "el futuro", "próximamente", "antaño"."""

from __future__ import annotations

import re

from timeline.timex import vague
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule


def _past(_m: Parts, at: Place) -> Reading | None:
    return vague.past(at)


_OF = re.compile(rb"[ \n](?:del?|pasa|como)[ \n]")


def _season(m: Parts, at: Place) -> Reading | None:
    if m["now"]:
        return vague.present(at)
    return _past(m, at) if m["past"] else _future(m, at)


def _the_future(m: Parts, at: Place) -> Reading | None:
    """ "en el futuro"; "el futuro del club" and "su futuro" are a fate."""
    of_something = m["noun"] and _OF.match(at.flat, at.end, at.end + 8)
    if of_something or at.words_before() in _OWNER:
        return None
    return _future(m, at)


_OWNER = [[word] for word in ("su", "sus", "mi", "tu", "nuestro", "un")]


def _future(_m: Parts, at: Place) -> Reading | None:
    return vague.future(at)


_NOUN_ON = re.compile(rb"(?i)[ \n](?:a|al|del?|de la)[ \n]")


def _next_one(m: Parts, at: Place) -> Reading | None:
    """ "la próxima ronda", "las próximas elecciones"; "próximo a Lima" is a place."""
    if _NOUN_ON.match(at.flat, at.end, at.end + 6) or at.after(1) not in (" ", "\n"):
        return None
    return _future(m, at)


_TIME_ON = re.compile(
    rb"(?i)[ \n](?:\d|d[i]a|mes|ano|fin|ejercicio|siglo|lunes|martes|mi[e]rcoles|jueves|viernes"
    rb"|s[a]bado"
    rb"|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|se[pt]|octubre|noviembre|diciembre"
    rb"|verano|oto|invierno|trimestre|semestre|manana)"
)


def _the_past(_m: Parts, at: Place) -> Reading | None:
    """ "en el pasado"; "el pasado martes" is a date of its own."""
    if _TIME_ON.match(at.flat, at.end, at.end + 14) or at.words_before() == ["ha"]:
        return None
    return _past(_m, at)


def _last_one(m: Parts, at: Place) -> Reading | None:
    """ "la pasada edición": an adjective between an article and its noun."""
    if at.after(1) not in (" ", "\n") or _NOUN_ON.match(at.flat, at.end, at.end + 6):
        return None
    return _past(m, at)


RULES: tuple[Rule, ...] = (
    Rule(
        "recently",
        r"recientemente|recien|ultimamente|antano|antiguamente|recientes?|el{S}otro{S}dia",
        _past,
        yes=(("Se vendió [recientemente].", "PAST_REF"),),
    ),
    Rule(
        "the past",
        r"(?:en{S}el|del|el|de){S}(?P<x>pasado)",
        _the_past,
        yes=(
            ("Eso se hacía en el [pasado].", "PAST_REF"),
            ("Es una herencia del [pasado].", "PAST_REF"),
        ),
        no=("Murió en el pasado mes de mayo.",),
    ),
    Rule(
        "the last one",
        r"(?:la|las|los){S}(?P<x>pasad[oa]s?)",
        _last_one,
        yes=(("Ganó la [pasada] edición.", "PAST_REF"),),
    ),
    Rule(
        "a season told from here",
        r"(?:la|el|las|los){S}(?:temporada|curso|campana|legislatura|edicion|ejercicio|mandato|torneo|gobierno|etapa|epoca)s?{S}"
        r"(?P<x>(?P<past>pasad[oa]s?|anterior(?:es)?)|proxim[oa]s?|(?P<now>actual(?:es)?))",
        _season,
        yes=(
            ("La temporada [pasada] ganó.", "PAST_REF"),
            ("El curso [próximo] irá a Roma.", "FUTURE_REF"),
        ),
    ),
    Rule(
        "those days",
        r"(?:en|por|de|durante){S}(?P<x>(?:aquell[oa]s?|aquel|es[oa]s?){S}(?:epocas?|fechas|tiempos?)|los{S}ultimos{S}tiempos|es[eo]s?{S}(?:mism[oa]s?{S})?(?:momentos?|instantes?)|su{S}(?:dia|momento))"
        r"|la{S}epoca{S}anterior|tiempos{S}atras",
        _past,
        yes=(("En [aquella época] callaba.", "PAST_REF"),),
    ),
    Rule(
        "the future",
        r"(?P<noun>(?:el{S})?(?:(?:proximo|cercano|inmediato|lejano){S})?futur[oa]s?)(?:{S}(?:proximo|cercano|inmediato|lejano))?"
        r"|proximamente|(?:a{S})?(?P<x>(?:corto|medio|mediano|largo){S}plazo)|en{S}breve|en{S}un{S}futuro(?:{S}(?:proximo|cercano|inmediato|lejano))?|mas{S}adelante|en{S}lo{S}sucesivo|(?:en|a){S}cualquier{S}momento|algun{S}dia|en{S}el{S}porvenir",
        _the_future,
        yes=(("Abrirá en [el futuro].", "FUTURE_REF"), ("Abrirá a [largo plazo].", "FUTURE_REF")),
    ),
    Rule(
        "the next one",
        r"(?:el|la|los|las|del|al|su|sus){S}(?P<x>proxim[oa]s?)",
        _next_one,
        yes=(("Ganará la [próxima] ronda.", "FUTURE_REF"),),
        no=("Vive en el próximo a Lima.",),
    ),
)
