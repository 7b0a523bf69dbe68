"""Whether a Spanish text is news, narrative or a message, by the words it tells time with."""

from __future__ import annotations

import re
from datetime import date

from timeline.timex.genre import Genre, news_or_narrative
from timeline.timex.patterns import Pattern

_MESSAGE = 320  # no message is longer
_HERE_AND_NOW = Pattern(
    r"\b(?:hoy|ayer|anoche|anteayer|hace (?:un|una|dos|tres|poco|unos|unas)|dijo|dice|afirmo"
    r"|anuncio"
    r"|declaro|agrego|anadio|manifesto|indico|senala|segun|el pasado|el proximo|ahora"
    r"|actual(?:mente)?|aseguro|informo|explico|senalo|portavoz|(?:est[ea]|proxim[oa]) (?:semana"
    r"|mes|ano|noche"
    r"|tarde|manana)|(?:semana|mes|ano) pasad[oa]|lunes|martes|miercoles|jueves|viernes|sabado"
    r"|domingo)\b"
)
_YEAR = Pattern(
    r"(?:\b(?:en|de|del|desde|hasta|el|ano|hacia|entre|y|c\.)|,|\d|\()[ \n]?(?P<y>1\d{3}|20\d\d)\b"
)
_CHAT = re.compile(
    rb"[#@]\w|https?:|[!?]{2}|[:;=]['-]?[()DPp/]|\bRT\b|(?i:\b(?:jaja+|jeje+|xq|tqm|porfa|finde|bsos?"
    rb"|tb|q)\b)"
)


def genre_of(flat: bytes, anchor: date) -> Genre:
    """The kind of a text.

    Args:
        flat: the text, one byte a character.
        anchor: the day the text was written.
    """
    if len(flat) <= _MESSAGE and b"\n\n" not in flat.strip() and _CHAT.search(flat):
        return Genre.MESSAGE
    return news_or_narrative(flat, anchor, _YEAR, _HERE_AND_NOW)
