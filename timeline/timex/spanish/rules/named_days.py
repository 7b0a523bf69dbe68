"""Days with names: Navidad, Nochevieja, Semana Santa, Reyes, Día de la Hispanidad."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.model import Precision, TimexType
from timeline.timex import days, feasts
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.spanish.rules.calendar import direction_word
from timeline.timex.timex3 import on_day

NAMED: dict[str, feasts.Feast] = {
    "nochebuena": feasts.fixed(12, 24),
    "navidad": feasts.fixed(12, 25),
    "navidades": feasts.fixed(12, 25),
    "nochevieja": feasts.fixed(12, 31),
    "fin de ano": feasts.fixed(12, 31),
    "ano nuevo": feasts.fixed(1, 1),
    "dia de reyes": feasts.fixed(1, 6),
    "reyes magos": feasts.fixed(1, 6),
    "epifania": feasts.fixed(1, 6),
    "san valentin": feasts.fixed(2, 14),
    "dia de los enamorados": feasts.fixed(2, 14),
    "san jose": feasts.fixed(3, 19),
    "sant jordi": feasts.fixed(4, 23),
    "dia del trabajo": feasts.fixed(5, 1),
    "dia del trabajador": feasts.fixed(5, 1),
    "noche de san juan": feasts.fixed(6, 23),
    "san juan": feasts.fixed(6, 24),
    "dia de la hispanidad": feasts.fixed(10, 12),
    "dia de la raza": feasts.fixed(10, 12),
    "diada": feasts.fixed(9, 11),
    "todos los santos": feasts.fixed(11, 1),
    "dia de muertos": feasts.fixed(11, 2),
    "dia de los muertos": feasts.fixed(11, 2),
    "dia de los difuntos": feasts.fixed(11, 2),
    "dia de la constitucion": feasts.fixed(12, 6),
    "inmaculada": feasts.fixed(12, 8),
    "dia de los inocentes": feasts.fixed(12, 28),
    "dia de los santos inocentes": feasts.fixed(12, 28),
    "halloween": feasts.fixed(10, 31),
    "domingo de ramos": feasts.from_easter(-7),
    "jueves santo": feasts.from_easter(-3),
    "viernes santo": feasts.from_easter(-2),
    "sabado santo": feasts.from_easter(-1),
    "sabado de gloria": feasts.from_easter(-1),
    "domingo de resurreccion": feasts.from_easter(0),
    "domingo de pascua": feasts.from_easter(0),
    "pascua": feasts.from_easter(0),
    "lunes de pascua": feasts.from_easter(1),
    "miercoles de ceniza": feasts.from_easter(-46),
    "martes de carnaval": feasts.from_easter(-47),
    "pentecostes": feasts.from_easter(49),
    "corpus christi": feasts.from_easter(60),
    "viernes negro": lambda year: days.nth_weekday(year, 11, 3, 4) + timedelta(1),
}
# names that are people, places or words of their own unless "día de" or "fiesta de" leads them
_OWNED = frozenset(("san jose", "san juan", "san valentin", "inmaculada", "pascua", "epifania"))


def _year(m: Parts, at: Place) -> int | None:
    if m["y"]:
        return int(m["y"])
    now = at.anchor.year
    if m["yrel"]:
        word = m["yrel"]
        return now - 1 if "pasado" in word else now + 1 if "proximo" in word or "v" in word else now
    return None


def _named(m: Parts, at: Place) -> Reading | None:
    name = " ".join(m["name"].split())
    feast = NAMED[name]
    if not m.raw("name")[:1].isupper() and name in ("pascua", "inmaculada", "diada", "epifania"):
        return None
    if name in _OWNED and not m["lead"]:
        return None
    if name == "fin de ano" and at.after(4)[:1] == " " and at.after(6).split()[0:1] == ["de"]:
        return None
    year = _year(m, at)
    if year is not None:
        return on_day(feast(year), "is that feast of its year")
    said = direction_word(m["rel"] or m["rel2"])
    now = at.anchor
    if said:
        around = (feast(y) for y in range(now.year - 1, now.year + 2))
        found = [d for d in around if (d < now if said == "past" else d > now)]
        d = found[-1] if said == "past" else found[0]
        return on_day(d, f"is the {said} one seen from {days.say(now)}", now)
    return feasts.bare_feast(at, feast)


def _holy_week(m: Parts, at: Place) -> Reading | None:
    """ "Semana Santa": from Palm Sunday to Easter Sunday."""
    year = _year(m, at)
    anchor: date | None = None
    if year is None:
        chosen = feasts.bare_feast(at, feasts.from_easter(0))
        if chosen.span is None:
            return None
        year, anchor = chosen.span[0].year, chosen.anchor
    last = feasts.easter(year)
    first = last - timedelta(7)
    return Reading(
        TimexType.DATE,
        f"{first.isoformat()}/{last.isoformat()}",
        (first, last),
        Precision.DAY,
        "runs from Palm Sunday to Easter Sunday",
        anchor,
    )


_OF_YEAR = (
    r"(?:{S}(?:de|del)(?:{S}ano)?{S}(?P<y>{YEAR})|{S}(?P<yrel>de{S}este{S}ano|del{S}ano"
    r"{S}(?:pasado|proximo|que{S}viene)))?"
)
_NAMES = "|".join(sorted(NAMED, key=len, reverse=True)).replace(" ", "{S}")

RULES: tuple[Rule, ...] = (
    Rule(
        "named day",
        r"{EL}(?P<lead>(?:dia|noche|fiestas?|festividad|puente){S}(?:de(?:{S}la)?|del){S})?(?:(?P<rel>pasad[oa]s?|proxim[oa]s?|ultim[oa]s?|este|esta){S})?(?P<name>"
        + _NAMES
        + r")(?:{S}(?P<rel2>pasad[oa]|proxim[oa]))?"
        + _OF_YEAR,
        _named,
        yes=(
            ("Llegará por [Navidad].", "2025-12-25"),
            ("Llegó en [Nochevieja].", "2024-12-31"),
            ("Llegó [el Viernes Santo de 2019].", "2019-04-19"),
            ("Llegó en [la pasada Nochebuena].", "2024-12-24"),
            ("Bailaron [el día de San Juan de 2019].", "2019-06-24"),
        ),
        no=("Viven en San José.", "Viajó a San Juan."),
    ),
    Rule(
        "Holy Week",
        r"{EL}semana{S}santa" + _OF_YEAR,
        _holy_week,
        yes=(("Viajarán en [Semana Santa].", "2026-03-29/2026-04-05"),),
    ),
)
