"""Quarters, halves, seasons and the ends of a year: "drittes Quartal", "Sommer 2014"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Direction, Precision, Qualifier, TimexType
from timeline.timex import days
from timeline.timex.german import numbers, traps
from timeline.timex.german.choose import choose_month, sign_of
from timeline.timex.german.fragments import month_number, weekday_number
from timeline.timex.german.letters import keyed, spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.running import month_year, reached, say
from timeline.timex.timex3 import on_day, on_part_of_year, on_season, on_unit, on_week

_SEASONS = keyed(
    {"frühling": "SP", "frühjahr": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI"}
)


def _told_year(m: Parts, at: Place) -> int | None:
    """The year beside a part of it: in digits, "des Vorjahres", "des vergangenen Jahres"."""
    if m["y"]:
        return int(m["y"]) if len(m["y"]) == 4 else 2000 + int(m["y"])
    if m["fore"]:
        return at.anchor.year - 1
    if m["yrel"]:
        return at.anchor.year + sign_of(m["yrel"])
    return None


def _part(m: Parts, at: Place) -> Reading | None:
    """A quarter or half, with its year or else the latest one that has begun."""
    unit = "half" if m["half"] else "quarter"
    n = int(m["q"]) if m["q"] else numbers.ordinal(m["n"])
    if n is None:
        return None
    n = (2 if unit == "half" else 4) if n == -1 and _told_year(m, at) else n
    size = 6 if unit == "half" else 3
    if not 1 <= n <= 12 // size:
        return None
    told, now = _told_year(m, at), at.anchor
    if told is not None:
        return on_part_of_year(told, unit, n, "is counted in its year", None if m["y"] else now)
    year = now.year
    lean = at.lean()
    begun = date(year, (n - 1) * size + 1, 1) <= now
    over = days.months(year, (n - 1) * size + 1, size)[1] < now
    if not begun and lean.direction is not Direction.FUTURE:
        year -= 1
    elif over and lean.direction is Direction.FUTURE and lean.sure and now.month > 9:
        year += 1
    why = f"is the one that fits {days.say(now)}, because {lean.why}"
    return replace(on_part_of_year(year, unit, n, why, now), bare=True)


def _season(m: Parts, at: Place) -> Reading | None:
    code, now = _SEASONS[m["s"]], at.anchor
    told = _told_year(m, at)
    if told is not None:
        why = "is written in full" if m["y"] else f"counts years from {days.say(now)}"
        return on_season(told, code, why, None if m["y"] else now)
    sign, year = sign_of(m["rel"]), now.year
    if not m["rel"] and (traps.is_a_name(at) or traps.needs_a_preposition(at)):
        return None
    begun = days.season(year, code)[0] <= now
    over = days.season(year, code)[1] < now
    if code == "WI" and now.month <= 3:
        year, begun, over = year - 1, True, now.month == 3
    if sign < 0:
        year -= 0 if over else 1
        why = f"is the last one to have ended before {days.say(now)}"
    elif sign > 0:
        year += 1 if begun else 0
        why = f"is the next one to begin after {days.say(now)}"
    elif m["rel"]:
        why = f"is this year's, seen from {days.say(now)}"
    else:
        running = reached(at)
        if running:
            year = month_year(*running, days.SEASON_MONTHS[code])
            return on_season(year, code, f"follows {say(*running)}", running[0])
        lean = at.lean()
        if not begun and lean.direction is Direction.PAST:
            year -= 1
        elif over and lean.direction is Direction.FUTURE and lean.sure:
            year += 1
        why = f"is the one that fits {days.say(now)}, because {lean.why}"
    # bare, so that "seit" and "bis" before it may turn it round
    reading = replace(on_season(year, code, why, now), bare=not m["rel"])
    return _narrowed(reading, m["edge"])


def _narrowed(reading: Reading, edge: str) -> Reading:
    """ "Frühsommer", "Hochsommer", "Spätherbst": a third of a season."""
    if not edge or not reading.span:
        return reading
    early, middle, late = days.thirds(reading.span)
    if edge.startswith(("fr", "vor")):
        return replace(reading, span=early, mod="START", qualifier=Qualifier.EARLY)
    if edge.startswith("hoch"):
        return replace(reading, span=middle, mod="MID", qualifier=Qualifier.MID)
    return replace(reading, span=late, mod="END", qualifier=Qualifier.LATE)


_EDGES = keyed(
    {
        "ende": ("END", Qualifier.LATE, 2),
        "ausklang": ("END", Qualifier.LATE, 2),
        "schluss": ("END", Qualifier.LATE, 2),
        "schluß": ("END", Qualifier.LATE, 2),
        "anfang": ("START", Qualifier.EARLY, 0),
        "beginn": ("START", Qualifier.EARLY, 0),
        "mitte": ("MID", Qualifier.MID, 1),
    }
)


def _edge(m: Parts, at: Place) -> Reading | None:
    """ "Jahresende", "Monatsanfang", "Wochenmitte": a third of the article's own year, month …"""
    now = at.anchor
    unit = {"jahr": "year", "mona": "month", "woch": "week"}[m["unit"][:4]]
    mod, qualifier, third = _EDGES[m["edge"]]
    told = int(m["y"]) if m["y"] else 0
    day = date(told, 1, 1) if told else now
    if not told:
        lean = at.lean()
        span = on_unit(now, unit, "", now).span
        if span and lean.sure:
            early, _, late = days.thirds(span)
            if third == 2 and lean.direction is Direction.PAST and now < late[0]:
                day = days.step(now, unit, -1)
            if third == 0 and lean.direction is Direction.FUTURE and now > early[1]:
                day = days.step(now, unit, 1)
    reading = on_unit(day, unit, f"is a third of the {unit}", None if told else now)
    if not reading.span:
        return None
    return replace(reading, span=days.thirds(reading.span)[third], mod=mod, qualifier=qualifier)


def _turn(m: Parts, at: Place) -> Reading | None:
    """ "Jahreswechsel", "zum Jahreswechsel 2019/20": the night on which the year turns."""
    now = at.anchor
    if m["y"]:
        year = int(m["y"])
    else:
        lean = at.lean()
        year = now.year
        if now.month <= 6 and lean.direction is not Direction.FUTURE:
            year -= 1
    last = date(year, 12, 31)
    return Reading(
        TimexType.DATE,
        last.isoformat(),
        (last, last + timedelta(1)),
        Precision.DAY,
        "is the turn of the year",
        None if m["y"] else now,
    )


def _counted(m: Parts, at: Place) -> Reading | None:
    """The n-th weekday, week, weekend or day of a month."""
    n = numbers.ordinal(m["n"])
    if n is None or n == 0:
        return None
    month = month_number(m["mon"])
    if m["y"]:
        year, anchor, why = int(m["y"]), None, "is counted in its month"
    else:
        chosen = choose_month(month, at)
        if not chosen.span:
            return None
        year, anchor, why = (
            chosen.span[0].year,
            at.anchor,
            f"is counted in a month that {chosen.why}",
        )
    first, last = days.month(year, month)
    if m["wd"]:
        return on_day(days.nth_weekday(year, month, weekday_number(m["wd"]), n), why, anchor)
    if m["unit"].startswith("tag"):
        return on_day(last if n == -1 else first.replace(day=n), why, anchor)
    if m["unit"].startswith("wochene"):
        return on_unit(days.nth_weekday(year, month, 5, n), "weekend", why, anchor)
    if n > 5:
        return None
    if n == -1:
        span = (last - timedelta(6), last)
    else:
        span = (first + timedelta(7 * (n - 1)), min(first + timedelta(7 * n - 1), last))
    return replace(on_week(span[0], why, anchor), span=span)


def _week_number(m: Parts, at: Place) -> Reading | None:
    """ "Kalenderwoche 23", "KW 5/2019", by ISO 8601."""
    n, year = int(m["w"] or m["w2"]), int(m["y"]) if m["y"] else at.anchor.year
    d = date.fromisocalendar(year, n, 1)
    return on_week(d, f"is ISO week {n} of {year}", None if m["y"] else at.anchor)


_OF_YEAR = (
    r"(?:,?{S}(?:im{S}Jahr{S}|des{S}Jahres{S})?(?P<y>{YEAR})"
    r"|{S}(?:des{S})?(?:(?P<yrel>(?:{LAST}|{NEXT}|laufend|heurig|dies){E}){S}Jahres|(?P<fore>Vorjahre?s)))?"
)
_SEASON_WORDS = spelt("(?:Frühling|Frühjahr|Sommer|Herbst|Winter)")

RULES: tuple[Rule, ...] = (
    Rule(
        "quarter",
        r"(?:(?P<n>{ORD}|letzte[nrs]?){S}(?:Quartal(?:e|s)?|Trimesters?|Jahresviertels?"
        r"|(?P<half>Halbjahr(?:e|s)?|Jahreshälfte))|Q(?P<q>[1-4]))".replace("ä", "[aA]e?")
        + _OF_YEAR,
        _part,
        yes=(
            ("Der Umsatz sank im [dritten Quartal].", "2025-Q3"),
            ("Der Umsatz sank im [3. Quartal 2019].", "2019-Q3"),
            ("Der Umsatz sank im [ersten Halbjahr 2019].", "2019-H1"),
            ("Der Umsatz sank in der [zweiten Jahreshälfte des Vorjahres].", "2024-H2"),
            ("Der Umsatz sank in [Q2 2018].", "2018-Q2"),
            ("Der Umsatz sank im [letzten Quartal 2018].", "2018-Q4"),
        ),
        no=("Der Umsatz sank im letzten Quartal.",),
    ),
    Rule(
        "season",
        r"(?:(?P<rel>(?:{LAST}|{NEXT}|heurig|dies){E}){S}(?:[a-z]+en{S})?)?"
        rf"(?P<edge>{spelt('Früh|Hoch|Spät|Vor')})?(?P<s>{_SEASON_WORDS})(?:s|monaten?)?"
        + _OF_YEAR,
        _season,
        yes=(
            ("Es regnete im [Sommer 2014].", "2014-SU"),
            ("Es regnete [letzten Sommer].", "2025-SU"),
            ("Es wird im [kommenden Frühjahr] öffnen.", "2026-SP"),
            ("Es regnete im [Herbst des Vorjahres].", "2024-FA"),
            ("Es regnete im [Spätsommer].", "2025-SU"),
            ("Seit dem [Frühjahr] läuft das Projekt.", "2025-SP"),
        ),
        no=("Peter Sommer sagte nichts.", "Herr Winter kam."),
    ),
    Rule(
        "year-end",
        r"(?P<unit>Jahres|Monats|Wochen)(?P<edge>ausklang|schlus+|anfang|beginn|mitte)(?:s|es)?"
        r"(?:{S}(?P<y>{YEAR}))?",
        _edge,
        yes=(
            ("Die Arbeiten begannen zu [Jahresbeginn].", "2025"),
            ("Die Preise werden zu [Monatsanfang] steigen.", "2025-11"),
        ),
    ),
    Rule(
        "the end of a year or month",
        r"(?P<unit>Jahres|Monats)(?P<edge>ende)s?(?:{S}(?P<y>{YEAR}))?",
        _edge,
        yes=(
            ("Die Arbeiten werden zum [Jahresende] abgeschlossen.", "2025"),
            ("Die Arbeiten wurden [Jahresende 2017] abgeschlossen.", "2017"),
        ),
    ),
    Rule(
        "turn of the year",
        r"Jahreswechsels?(?:{S}(?P<y>{YEAR})(?:/\d\d(?:\d\d)?)?)?",
        _turn,
        yes=(("Sie werden zum [Jahreswechsel] feiern.", "2025-12-31"),),
    ),
    Rule(
        "counted day, week or weekday of a month",
        r"(?P<n>{ORD}|letzte[nrsm]?){S}(?:(?P<wd>{WEEKDAY})s?|(?P<unit>Wochenendes?|Woche|Tag(?:es)?)){S}"
        r"(?:im|des|in){S}(?:Monat(?:s)?{S})?(?P<mon>{MONTH})s?(?:{S}(?P<y>{YEAR}))?",
        _counted,
        yes=(
            ("Sie trafen sich am [dritten Sonntag im Oktober 2024].", "2024-10-20"),
            ("Sie trafen sich am [letzten Tag des Juni].", "2025-06-30"),
            ("Sie trafen sich in der [ersten Woche im Mai 2025].", "2025-W18"),
        ),
        no=("Sie trafen sich am sechsten Sonntag im Oktober.",),
    ),
    Rule(
        "week of a year",
        r"(?:Kalenderwoche|KW){S}?(?P<w>[1-9]|[1-4]\d|5[0-3])(?:(?:{S}|/)(?P<y>{YEAR}))?"
        r"|(?P<w2>[1-9]|[1-4]\d|5[0-3])\.{S}?(?:Kalenderwoche|KW)",
        _week_number,
        yes=(("Es wird in [KW 23/2018] öffnen.", "2018-W23"),),
        no=("Der Motor hat KW 60 Leistung.",),
    ),
)
