"""What hangs on the last date that the story named: "am Tag darauf", "drei Jahre später"."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Precision
from timeline.timex import days
from timeline.timex.day_parts import with_part
from timeline.timex.german import numbers
from timeline.timex.german.choose import sign_of
from timeline.timex.german.fragments import part_name, unit_name
from timeline.timex.german.letters import spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.story import base_day, is_day, moved
from timeline.timex.timex3 import duration, on_unit


def _way(sign: int) -> str:
    return "before" if sign < 0 else "after"


def _shifted(m: Parts, at: Place) -> Reading | None:
    """ "am Tag darauf", "am folgenden Tag", "im Jahr davor", "am Vortag"."""
    word = m["rel"] or m["rel3"] or m["rel4"] or m["rel2"] or m["fore"] or m["on"] or m["on2"]
    back = word.startswith(("vor", "davor", "zuvor")) or sign_of(word) < 0
    sign = -1 if back else 1
    unit = unit_name(m["unit"] or m["unit2"] or m["unit3"] or m["unit4"] or m["unit5"] or "tag")
    return moved(at, unit, lambda d: days.step(d, unit, sign), f"is one {unit} {_way(sign)}")


def _fore(m: Parts, at: Place) -> Reading | None:
    """ "im Vorjahr", "in der Vorwoche": before the article's, or before a year that is compared."""
    unit = unit_name(m["unit"])
    story = at.story
    compared = at.words_before(3)
    if story and story.span and unit == "year" and story.precision is not Precision.DAY:
        against = {"gegenuber", "vergleich", "gegenueber", "zum", "als"} & set(compared)
        if against and story.span[0].year != at.anchor.year:
            base = story.span[0]
            back = days.step(base, "year", -1)
            why = f"is the year before the one told of, {base.year}"
            return replace(on_unit(back, "year", why, base), aside=True)
    now = at.anchor
    why = f"is the {unit} before that of {days.say(now)}"
    return on_unit(days.step(now, unit, -1), unit, why, now)


def _same_time(m: Parts, at: Place) -> Reading | None:
    """ "im gleichen Zeitraum des Vorjahres", "im Vorjahresquartal": a year before the story's."""
    base, name = base_day(at)
    quarter = at.story is not None and at.story.precision is Precision.QUARTER
    month = at.story is not None and at.story.precision is Precision.MONTH
    unit = "quarter" if quarter or m["quarter"] or m["quarterly"] else "month" if month else "year"
    d = days.step(base, "year", -1)
    return replace(on_unit(d, unit, f"is a year before {name}", base), aside=True)


def _same(m: Parts, at: Place) -> Reading | None:
    """ "an diesem Tag", "im selben Jahr": only where the story has named one."""
    if at.after(6).lstrip().startswith(("des ", "vom ", "zum ", "auf ")):
        return None  # "in derselben Nacht des 14. August" is of that day
    if m["part"]:
        if not at.story_day or not is_day(at):
            return None
        base, name = base_day(at, "day")
        return with_part(on_unit(base, "day", f"is the day of {name}", base), part_name(m["part"]))
    unit = unit_name(m["unit"])
    if not at.story:
        return None
    return moved(at, unit, lambda d: d, f"is the {unit} of")


def _later(m: Parts, at: Place) -> Reading | None:
    """ "drei Tage später", "ein Jahr zuvor": from the story's date, else the article's."""
    count, unit = numbers.number(m["n"]), unit_name(m["unit"])
    if unit in ("second", "minute", "hour") or count is None or unit == "night":
        return duration(count, unit)
    back = m["way"] in ("zuvor", "davor", "vorher", "fruher", "frueher")
    sign = -1 if back else 1
    step, steps = unit, sign * int(count)
    if count != int(count):
        finer = {"year": ("month", 12), "decade": ("year", 10)}.get(unit)
        if not finer:
            return None
        step, steps = finer[0], sign * int(count * finer[1])
    why = f"counts {m['n']} {unit}{'s' * (count != 1)} {_way(sign)}"
    reading = moved(at, unit, lambda d: days.step(d, step, steps), why)
    return replace(reading, aside=back)


RULES: tuple[Rule, ...] = (
    Rule(
        "the following day",
        spelt(
            r"(?P<rel>(?:folgend|darauffolgend|vorhergehend|vorangegangen|nächstfolgend){E}){S}"
            r"(?P<unit>{CALUNIT})|(?P<unit2>Tag|Jahr|Monat|Woche){S}(?P<rel2>darauf|danach|davor|zuvor)"
            r"|(?P<rel3>nächst)e[nrm]{S}(?P<unit5>Tag)|tags{S}(?P<rel4>darauf|zuvor)"
            r"|(?:(?P<fore>Vor)|(?P<on>Folge))(?P<unit3>tag(?:e?s)?)|(?P<on2>Folge)(?P<unit4>jahr(?:e?s)?|woche|monat(?:e?s)?)"
        ),
        _shifted,
        yes=(
            ("Er kam am 3. März 1987. Am [folgenden Tag] ging er.", "1987-03-04"),
            ("Er kam am 3. März 1987. Im [Monat darauf] ging er.", "1987-04"),
            ("Er kam am 3. März 1987, am [Vortag] war er krank.", "1987-03-02"),
            ("Er kam am 3. März 1987. Im [Folgejahr] ging er.", "1988"),
            ("Er kam am 3. März 1987. Am [nächsten Tag] ging er.", "1987-03-04"),
            ("Er kam am 3. März 1987; [tags zuvor] war er krank.", "1987-03-02"),
        ),
    ),
    Rule(
        "the year before",
        r"Vor(?P<unit>jahr(?:e?s)?|monat(?:e?s)?|woche|quartals?)",
        _fore,
        yes=(
            ("Es regnete im [Vorjahr] mehr.", "2024"),
            ("Es regnete in der [Vorwoche] mehr.", "2025-W42"),
            ("Es regnete 2019 mehr. Gegenüber dem [Vorjahr] war es viel.", "2018"),
        ),
    ),
    Rule(
        "a year earlier",
        spelt(
            r"(?:de[mnrs]{S})?(?:gleichen?|selben?|entsprechenden?|vergleichbaren?){S}"
            r"(?:Zeitraum(?:e?s)?|Zeit|Periode|(?P<quarter>Quartals?)){S}(?:des{S}Vorjahre?s|im{S}Vorjahr)"
            r"|Vorjahres(?:(?P<quarterly>quartals?)|zeitraum(?:e?s)?|periode)"
        ),
        _same_time,
        yes=(
            ("Im dritten Quartal 2019 war es mehr als im [Vorjahreszeitraum].", "2018-Q3"),
            ("Im Mai 2019 war es mehr als in [der gleichen Zeit des Vorjahres].", "2018-05"),
        ),
    ),
    Rule(
        "that day",
        r"(?:am|im|an|in|zur){S}(?P<x>(?:der|dem)?{S}?(?:selb|gleich|dies|jen|demselb|derselb){E}{S}"
        r"(?:(?P<unit>Tag(?:e?s)?|Monat|Jahr|Jahrzehnt)|(?P<part>Abend|Morgen|Nachmittag|Nacht)))",
        _same,
        yes=(
            ("Er kam am 3. März 1987. Im [selben Monat] ging er.", "1987-03"),
            ("Er kam am 3. März 1987. An [diesem Tag] ging er.", "1987-03-03"),
        ),
        no=("An diesem Tag ging er.",),
    ),
    Rule(
        "three days later",
        spelt(
            r"(?:(?P<fuzz>{FUZZ}){S})?(?P<n>{COUNT}){S}(?P<unit>{UNIT}){S}"
            r"(?P<way>später|danach|darauf|zuvor|davor|vorher|früher)"
        ),
        _later,
        yes=(
            ("Er kam am 3. März 1987. [Drei Tage später] ging er.", "1987-03-06"),
            ("Er kam am 3. März 1987. [Zwei Jahre zuvor] war er krank.", "1985"),
        ),
    ),
)
