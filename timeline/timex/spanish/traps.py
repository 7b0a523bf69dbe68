"""What only looks like time: people called Julio, Plaza de Mayo, Domingo the singer, a count."""

from __future__ import annotations

import re

from timeline.timex.rule import Place
from timeline.timex.words import words

_PLACE = words(
    """
    plaza calle avenida avda barrio cine teatro estadio parque paseo hospital colegio madres
    abuelas san santo santa isla mar don dona senor sr sra dr rey papa emperador apellido
    """
)
_SAINTED = re.compile(rb"(?:^|[^A-Za-z])[A-Z][a-zA-Z]+ $")
_CAPITAL_AFTER = re.compile(rb" [A-Z][A-Za-z]")
_OWN = words("en de desde hasta para el este pasado y a entre hacia del al mes próximo")


def month_is_a_name(at: Place) -> bool:
    """Whether a month alone is part of a name: "Julio Anguita", "Plaza de Mayo"."""
    if not at.flat[at.start : at.start + 1].isupper():
        return False
    before = at.before(28).split()
    low = [word.lower().strip("\"'(,.;:") for word in before]
    if low[-2:-1] and low[-2] in _PLACE and low[-1] == "de":
        return True
    if low[-1:] and low[-1] in _PLACE:
        return True
    if low[-1:] and low[-1] not in _OWN and _CAPITAL_AFTER.match(at.flat, at.end, at.end + 4):
        return True
    if not low and _CAPITAL_AFTER.match(at.flat, at.end, at.end + 4):
        return True
    if low[-1:] and low[-1] in _OWN:
        return low[-1] in ("de", "a", "y", "para") and bool(
            _CAPITAL_AFTER.match(at.flat, at.end, at.end + 4)
        )
    return bool(_SAINTED.search(at.flat, max(0, at.start - 20), at.start))


def weekday_is_a_name(at: Place) -> bool:
    """Whether "Domingo" is a person or a place: "Plácido Domingo", "Santo Domingo"."""
    if not at.flat[at.start : at.start + 1].isupper():
        return False
    before = at.before(24)
    low = before.split()[-1:] or [""]
    if before[-1:] == " " and low[0].lower() in ("santo", "don", "san"):
        return True
    if _SAINTED.search(at.flat, max(0, at.start - 20), at.start):
        return low[0].lower() not in ("el", "este", "del", "los", "hoy", "ayer", "y", "desde")
    article = low[0].lower() in ("el", "del", "al", "los", "este", "pasado")
    return not article and bool(_CAPITAL_AFTER.match(at.flat, at.end, at.end + 3))


# what stands before a number that is a name or an amount, not a year
_NUMBER_OWNERS = words(
    """
    resolucion vuelo boeing numero num no ruta carretera habitacion pagina paginas capitulo
    articulo ley seccion modelo linea unos unas casi cerca mas menos apenas total expediente
    codigo calle avenida top cota airbus peugeot seat windows unicos otros otras sus mis los las
    """
)
_YEAR_OWNERS = words("en de del desde hasta ano el hacia entre tras y antes a verano invierno")
_COUNTED = words(
    """
    personas hombres mujeres ninos soldados tropas trabajadores empleados puestos alumnos votos
    dolares euros pesetas pesos libras yenes centavos kilometros km metros millas pies hectareas
    kilos toneladas litros barriles escanos casas viviendas vehiculos coches ejemplares veces puntos
    grados millones mil muertos heridos victimas casos acciones plazas habitantes horas minutos
    dias semanas meses anos familias empresas kg m
    """
)


def number_not_a_year(year: int, at: Place) -> bool:
    """Whether four digits that could be a year are a price, a name or a count."""
    before, after = at.before(24), at.after(20)
    last = before[-1:]
    if last in ("$", "#", "+", ":", "/", ".", "@", "_", "=", "*", "%", "&") or (
        last == "-" and before[-2:-1].isalnum()
    ):
        return True
    if last == "," and before[-2:-1].isdigit():
        return True
    if after[:1] in ("%", "_", "@", ":", "=", "*", "/") or (
        after[:1] in (",", ".", "-") and after[1:2].isdigit()
    ):
        return True
    previous = before.split()
    low = previous[-1].lower().strip("\"'(`.") if previous else ""
    if low in _NUMBER_OWNERS:
        return True
    following = after.split()
    nxt = following[0].lower().strip(".,;:)") if following and after[:1] in " \n" else ""
    if nxt in _COUNTED:
        return True
    if nxt == "de" and len(following) > 1 and following[1].strip(".,").lower() in _COUNTED:
        return True
    return not 1200 <= year <= 2099 or (year < 1500 and low not in _YEAR_OWNERS)
