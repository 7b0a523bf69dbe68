"""Days and months as they are named: "25. Oktober 2025", "Mai 1987", "der 3., 4. und 5. Juni"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from timeline.model import Direction
from timeline.timex import days
from timeline.timex.german import numbers, traps
from timeline.timex.german.choose import choose_day, choose_month, sign_of
from timeline.timex.german.fragments import month_number, weekday_number
from timeline.timex.german.phrase import attributive
from timeline.timex.nearest import weekday_and_day
from timeline.timex.patterns import Parts
from timeline.timex.rule import Lean, Place, Reading, Rule
from timeline.timex.running import reached, say
from timeline.timex.timex3 import on_day, on_month


def _day(words: str) -> int:
    return numbers.ordinal(words) or 0


def _full(m: Parts, _at: Place) -> Reading | None:
    return on_day(date(int(m["y"]), month_number(m["mon"]), _day(m["d"])), "is written in full")


def _day_month(m: Parts, at: Place) -> Reading | None:
    if traps.not_a_date(at):
        return None
    month, day = month_number(m["mon"]), _day(m["d"])
    reading = choose_day(month, day, at, sign_of(m["rel"]))
    if m["wd"] and reading.span:  # a weekday that fits decides the year
        wanted, now = weekday_number(m["wd"]), at.anchor
        for year in sorted(range(now.year - 3, now.year + 4), key=lambda y: abs(y - now.year)):
            try:
                d = date(year, month, day)
            except ValueError:
                continue
            if d.weekday() == wanted and abs(d - reading.span[0]).days <= 400:
                return on_day(d, "is the nearest year in which the weekday fits", now)
    return reading


def _day_of_a_year(m: Parts, at: Place) -> Reading | None:
    """ "3. Mai des Vorjahres", "am 3. Mai dieses Jahres"."""
    year = at.anchor.year + (-1 if m["fore"] else sign_of(m["rel"]))
    why = f"counts years from {days.say(at.anchor)}"
    month = month_number(m["mon"])
    if m["d"]:
        return on_day(date(year, month, _day(m["d"])), why, at.anchor)
    return replace(on_month(year, month, why, at.anchor), bare=False)


def _listed(m: Parts, at: Place) -> Reading | None:
    """The "3." of "am 3., 4. und 5. Mai": its month is told further on."""
    day, month = _day(m["d"]), month_number(m["mon"])
    if at.before(1) in (".", ",", "-", "/", ":") or not 1 <= day <= 31:
        return None
    if m["y"]:
        return on_day(date(int(m["y"]), month, day), "shares the month that follows")
    return replace(choose_day(month, day, at), bare=False)


def _month_year(m: Parts, _at: Place) -> Reading | None:
    return on_month(int(m["y"]), month_number(m["mon"]), "is written in full")


def _rel_month(m: Parts, at: Place) -> Reading | None:
    month, sign, now = month_number(m["mon"]), sign_of(m["rel"]), at.anchor
    year = now.year
    if sign < 0:
        year -= month >= now.month
    elif sign > 0:
        year += month <= now.month
    return replace(
        on_month(year, month, f"is '{m['rel']}' seen from {days.say(now)}", now), bare=False
    )


def _month(m: Parts, at: Place) -> Reading | None:
    if traps.is_a_name(at) or attributive(at.flat, at.start, at.end):
        return None
    return choose_month(month_number(m["mon"]), at)


_AFTER_DAY_ALONE = re.compile(
    rb"\.?(?:$|[,;)!?]|\n|\.?[ \n](?:in|im|und|bis|um|ab|auf|an|am|zu|zum|zur|statt|mit|wird"
    rb"|werden|ist|sind|war|wurde|wurden|findet|fand|hat|haben|kam|kommt|von|vor|nach|bei|oder"
    rb"|soll|dieses|des)\b)"
)


def _day_alone(m: Parts, at: Place) -> Reading | None:
    """ "am 18.": of this month or the one that its clause points to."""
    if not _AFTER_DAY_ALONE.match(at.flat, at.end, at.end + 16):
        return None  # "am 3. Spieltag", "am 65. Geburtstag"
    day, running = _day(m["d"]), reached(at)
    lean = Lean(Direction.FUTURE, f"it follows {say(*running)}") if running else at.lean()
    base = running[0] if running else at.anchor
    ahead = lean.direction is Direction.FUTURE
    for away in (0, 1, 2) if ahead else (0, -1, -2):
        try:
            d = date(*days.step_month(base.year, base.month, away), day)
        except ValueError:
            continue
        if d >= base if ahead else d <= base:
            return on_day(d, f"is the one nearest to {days.say(base)}, because {lean.why}", base)
    return None


def _weekday_and_day(m: Parts, at: Place) -> Reading | None:
    """ "Dienstag, den 18.": the nearest month in which the weekday fits."""
    if not _AFTER_DAY_ALONE.match(at.flat, at.end, at.end + 16):
        return None
    day, wanted = _day(m["d"]), weekday_number(m["wd"])
    return weekday_and_day(day, wanted, at)


_WD = r"(?:(?:(?:{LAST}|{NEXT}|dies){E}{S})?(?P<wd>{WDAY}),?{S}(?:(?:de[nmr]|am){S})?)?"
_D = r"(?P<d>{DAY}|{ORD})"
_TAIL = (
    r"{S}?(?:,|und|bis|sowie|oder|-|/|auf|bis{S}zum|bis{S}einschlies+lich){S}?"
    r"(?:(?:de[nmr]|am){S})?"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "full date",
        _WD + _D + r"{S}?(?P<mon>{MONTH}),?{S}(?P<y>{ANY_YEAR})",
        _full,
        yes=(
            ("Das Schiff sank am [3. März 1987].", "1987-03-03"),
            ("Das Schiff sank am [Dienstag, den 3. Maerz 1987].", "1987-03-03"),
            ("Das Schiff sank am [3. Jänner 1987].", "1987-01-03"),
            ("Das Schiff sank am [ersten Feber 1987].", "1987-02-01"),
            ("Das Schiff sank am [3. Okt. 1987].", "1987-10-03"),
        ),
        no=("Das Schiff sank am 30. Februar 1987.",),
    ),
    Rule(
        "day of a month",
        _WD + r"(?:(?P<rel>(?:{LAST}|{NEXT}){E}){S})?" + _D + r"{S}?(?P<mon>{MONTH})",
        _day_month,
        yes=(
            ("Die Fähre sank am [3. Oktober].", "2025-10-03"),
            ("Die Fähre wird am [3. März] fahren.", "2026-03-03"),
            ("Am [Freitag, 3. Oktober], sank sie.", "2025-10-03"),
            ("Sie wird am [kommenden Sonntag, den 2. November], fahren.", "2025-11-02"),
            ("Sie sank am [zwölften Mai].", "2025-05-12"),
        ),
        no=("Sie lief 3 März.",),
    ),
    Rule(
        "day or month of a year told from here",
        r"(?:(?P<d>{DAY}|{ORD}){S}?)?(?P<mon>{BARE_MONTH}){S}(?:(?:des{S})?"
        r"(?P<rel>(?:{LAST}|{NEXT}|heurig|laufend|dies){E}){S}Jahres|des{S}(?P<fore>Vorjahre?s))",
        _day_of_a_year,
        yes=(
            ("Sie sank am [3. November des Vorjahres].", "2024-11-03"),
            ("Sie wurde im [März dieses Jahres] eröffnet.", "2025-03"),
            ("Sie wurde im [März des vergangenen Jahres] eröffnet.", "2024-03"),
        ),
    ),
    Rule(
        "day in a list",
        r"(?:(?:am|vom|bis{S}zum|zum|ab|den){S})?(?P<x>(?P<d>{BARE_DAY})\.?)(?:"
        + _TAIL
        + r"{BARE_DAY}\.){0,8}"
        + _TAIL
        + r"{BARE_DAY}\.{S}?(?P<mon>{MONTH})(?:{S}(?P<y>{YEAR}))?",
        _listed,
        yes=(
            ("Sie spielen am [3.], 4. und 5. November.", "2025-11-03"),
            ("Das Fest war am [3.] sowie am 5. Mai 2019.", "2019-05-03"),
        ),
        no=("Das Ergebnis von 7:3. und 5. Mai.",),
    ),
    Rule(
        "month of a year",
        r"(?P<mon>{MONTH})(?:,?{S}|-|/)(?:des{S}Jahres{S})?(?P<y>{ANY_YEAR})",
        _month_year,
        yes=(
            ("Sie wurde im [März 1987] eröffnet.", "1987-03"),
            ("Sie wurde im [Dez. 1987] eröffnet.", "1987-12"),
            ("Sie wurde im [Mai des Jahres 1987] eröffnet.", "1987-05"),
        ),
    ),
    Rule(
        "last, this, next month by name",
        r"(?P<rel>(?:{LAST}|{NEXT}|heurig|laufend|dies){E}){S}(?P<mon>{BARE_MONTH})",
        _rel_month,
        yes=(
            ("Sie wurde [letzten Dezember] eröffnet.", "2024-12"),
            ("Sie öffnet im [kommenden März].", "2026-03"),
            ("Sie öffnet [diesen März].", "2025-03"),
        ),
    ),
    Rule(
        "month",
        r"(?P<mon>{BARE_MONTH})",
        _month,
        yes=(
            ("Der Vertrag wurde im [Dezember] unterzeichnet.", "2024-12"),
            ("Der Vertrag wird im [März] unterzeichnet.", "2026-03"),
            ("Der Vertrag wurde im [Juli] unterzeichnet.", "2025-07"),
        ),
        no=("Das Buch stammt von Frau Mai.", "Karl August sagte nichts."),
    ),
    Rule(
        "weekday and day of a month",
        r"(?P<wd>{WEEKDAY}),?{S}(?:de[nmr]{S}|am{S})?(?P<d>{BARE_DAY})",
        lambda m, at: _weekday_and_day(m, at) if at.after(1) == "." else None,
        yes=(("Sie treffen sich am [Dienstag, den 18]. des Monats.", "2025-11-18"),),
        no=("Am Freitag 18 Uhr.", "Am Freitag, 3. Spieltag."),
    ),
    Rule(
        "day alone",
        r"(?:am|vom|bis{S}zum|seit{S}dem|ab{S}dem|zum){S}(?P<x>(?P<d>{BARE_DAY}))",
        lambda m, at: _day_alone(m, at) if at.after(1) == "." else None,
        yes=(
            ("Sie werden sich am [28]. in Wien treffen.", "2025-10-28"),
            ("Sie trafen sich am [3]. in Wien.", "2025-10-03"),
        ),
        no=("Sie feierte am 65. Geburtstag.", "Sie wohnt am 3. Bezirk."),
    ),
)
