"""Whether a time phrase stands for itself or qualifies a noun: "en julio", "la cumbre de julio"."""

from __future__ import annotations

import re

from timeline.timex.words import words

_OF = re.compile(rb"(?:^|[^A-Za-z])([A-Za-z]+)[ \n](?:de|del)[ \n](?:el |la |los |las )?$")
# nouns of time and words that only lead to a date: they are no nouns that it qualifies
_LEADING = words(
    """
    antes despues partir principios comienzos inicios mediados finales fines fin final inicio
    comienzo principio mes meses dia dias semana semanas ano anos manana tarde noche madrugada
    lunes martes miercoles jueves viernes sabado domingo primero alrededor cerca mas menos luego
    mitad resto largo desde trimestre semestre primavera verano otono invierno y a o horas hora
    """
)


def attributive(flat: bytes, start: int, _end: int) -> bool:
    """Whether the phrase qualifies a noun: "la cumbre de julio", "el voto del viernes"."""
    found = _OF.search(flat, max(0, start - 40), start)
    if not found:
        return False
    noun = found.group(1).decode().lower()
    return noun not in _LEADING and not noun.isdigit() and len(noun) > 2
