"""The calendar's units told from here: letzte Woche, heuer, am Wochenende, Ende des Jahres."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.model import Direction, When
from timeline.timex import days
from timeline.timex.german import numbers
from timeline.timex.german.choose import sign_of
from timeline.timex.german.fragments import unit_name
from timeline.timex.german.letters import spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import UNIT_PRECISION, duration, on_unit


def _shift(m: Parts, at: Place) -> Reading | None:
    """letzte, diese, kommende … Woche, Monat, Quartal, Jahr, Jahrzehnt; the calendar's."""
    now, unit, sign = at.anchor, unit_name(m["unit"]), sign_of(m["rel"])
    if unit == "day":
        return None
    seen = f"is '{m['rel']} {m.raw('unit')}' seen from {days.say(now)}"
    if unit == "weekend":
        if sign < 0 and now.weekday() == 6:
            # on a Sunday the last weekend is the one before that which is on
            return on_unit(now - timedelta(7), unit, seen, now)
        return on_unit(now + timedelta(7 * sign), unit, seen, now)
    return on_unit(days.step(now, unit, sign), unit, seen, now)


def _weekend(_m: Parts, at: Place) -> Reading | None:
    """ "am Wochenende": last or coming by the clause, this one if it is on."""
    now, lean = at.anchor, at.lean()
    d = now
    if lean.direction is not Direction.FUTURE and now.weekday() < 5:
        d = now - timedelta(7)
        if lean.direction is Direction.NEAREST and now.weekday() >= 3:
            d = now
    why = f"is the one that fits {days.say(now)}, because {lean.why}"
    return on_unit(d, "weekend", why, now)


def _this_year(_m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    return on_unit(now, "year", f"is the year of {days.say(now)}", now)


def _of_year(m: Parts, at: Place) -> Reading | None:
    """ "die diesjährige Messe", "die heurige Ernte"."""
    now = at.anchor
    d = days.step(now, "year", -1 if m["back"] else 0)
    return on_unit(d, "year", f"counts years from {days.say(now)}", now)


def _new_year(_m: Parts, at: Place) -> Reading | None:
    """ "im neuen Jahr": the next from the summer on, before it the one that has begun."""
    now = at.anchor
    year = days.step(now, "year", int(now.month > 6))
    return on_unit(year, "year", f"is the year that is new on {days.say(now)}", now)


def _the_unit(m: Parts, at: Place) -> Reading | None:
    """ "Ende des Jahres", "im Laufe der Woche", "unter dem Jahr": the one of the article."""
    now, unit = at.anchor, unit_name(m["unit"])
    if at.after(2)[1:].isdigit() or unit in ("day", "weekend"):
        return None
    return on_unit(now, unit, f"is the one that holds {days.say(now)}", now)


def _window(m: Parts, at: Place) -> Reading | None:
    """ "die letzten drei Monate", "in den nächsten Jahren": a length that ends or begins now."""
    now, unit = at.anchor, unit_name(m["unit"])
    count = numbers.number(m["n"]) if m["n"] else None
    reading = duration(count, unit, f"is counted from {days.say(now)}")
    word = m["rel"]
    if word.startswith("erst") or count is None or count != int(count):
        return reading
    if unit in ("second", "minute", "hour"):
        return reading
    other = days.step(now, unit, int(count) * (1 if sign_of(word) > 0 else -1))
    when = When.within(min(now, other), max(now, other), UNIT_PRECISION[unit])
    return replace(reading, when=when, anchor=now)


RULES: tuple[Rule, ...] = (
    Rule(
        "last, this, next week",
        r"(?P<rel>(?:(?:vor|über)?{LAST}|(?:über)?{NEXT}|dies|laufend|heurig|selbig){E}){S}(?P<unit>{CALUNIT})".replace(
            "ü", "[uU]e?"
        ),
        _shift,
        yes=(
            ("Es endete [letzte Woche].", "2025-W42"),
            ("Es endete [vorletzte Woche].", "2025-W41"),
            ("Es endet im [kommenden Monat].", "2025-11"),
            ("Es endet im [nächsten Jahr].", "2026"),
            ("Es endet [übernächstes Jahr].", "2027"),
            ("Es endet [dieses Jahr].", "2025"),
            ("Es endete am [vergangenen Wochenende].", "2025-W42-WE"),
        ),
    ),
    Rule(
        "the weekend",
        r"(?:am|übers|über{S}das|zum|dieses){S}(?P<x>Wochenende)".replace("ü", "[uU]e?"),
        _weekend,
        yes=(
            ("Es wird am [Wochenende] regnen.", "2025-W43-WE"),
            ("Es hat am [Wochenende] geregnet.", "2025-W43-WE"),
        ),
    ),
    Rule(
        "of this year",
        spelt(r"(?:(?P<back>letzt|vor)|dies)jährige[nmrs]?|heurige[nmrs]?"),
        _of_year,
        yes=(
            ("Die [diesjährige] Messe war groß.", "2025"),
            ("Die [vorjährige] Messe war groß.", "2024"),
            ("Die [heurige] Messe war groß.", "2025"),
        ),
    ),
    Rule(
        "the new year",
        r"neue[nsm]?{S}Jahr(?:es)?",
        _new_year,
        yes=(("Es wird im [neuen Jahr] öffnen.", "2026"),),
    ),
    Rule(
        "this year in the South",
        r"heuer",
        _this_year,
        yes=(("Es regnet [heuer] viel.", "2025"),),
    ),
    Rule(
        "the end of the year",
        spelt(
            r"(?:Anfang|Beginn|Mitte|Ende|Laufe?|Verlauf|Rest|unter|übers|über|während){S}"
            r"(?P<x>(?:des|der|dem|das){S}(?P<unit>{CALUNIT}))"
        ),
        _the_unit,
        yes=(
            ("Es wird [Ende des Jahres] schließen.", "2025"),
            ("Es wird im Laufe [der Woche] schließen.", "2025-W43"),
        ),
        no=("Es wird Ende des Jahrhunderts 3 gebaut.",),
    ),
    Rule(
        "the past three months",
        r"(?:(?:de[nr]|die){S})?(?P<rel>(?:{LAST}|{NEXT}|erst){E}){S}(?:(?P<n>{NUM}|{VAGUE}){S})"
        r"(?P<unit>{UNIT})",
        _window,
        yes=(
            ("Es hat in [den letzten drei Monaten] geregnet.", "P3M"),
            ("Es wird in [den kommenden zwei Wochen] regnen.", "P2W"),
            ("Es hat in [den vergangenen beiden Jahren] geregnet.", "P2Y"),
        ),
    ),
    Rule(
        "recent years",
        r"(?:(?:de[nr]|die){S})?(?P<rel>(?:{LAST}|{NEXT}|jüngst){E}){S}"
        r"(?P<unit>Sekunden|Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Jahrzehnten?|Jahrhunderten?)".replace(
            "ü", "[uU]e?"
        ),
        _window,
        yes=(
            ("Es hat in [den letzten Jahren] geregnet.", "PXY"),
            ("Es wird in [den nächsten Tagen] regnen.", "PXD"),
        ),
    ),
)
