"""Days and months as they are named: "21 de julio de 2017", "el pasado día 3", "mayo"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from timeline.model import Direction, Precision, TimexType
from timeline.timex import days
from timeline.timex.nearest import weekday_and_day
from timeline.timex.patterns import Parts
from timeline.timex.rule import Lean, Place, Reading, Rule
from timeline.timex.running import reached, say
from timeline.timex.spanish import traps
from timeline.timex.spanish.choose import choose_day, choose_month
from timeline.timex.spanish.fragments import WEEKDAYS, day_number, month_number, year_number
from timeline.timex.timex3 import on_day, on_month


def direction_word(word: str) -> str:
    """past or next for "pasado", "último", "próximo", "que viene" …; "" for none."""
    word = " ".join(word.split())
    if word.startswith(("pasad", "ultim", "anterior", "recien")):
        return "past"
    if word.startswith(("proxim", "siguient", "venider", "entrant", "que v", "que e")):
        return "next"
    return ""


def _full(m: Parts, _at: Place) -> Reading | None:
    d = date(year_number(m["y"], m["yw"]), month_number(m["mon"]), day_number(m["d"]))
    return on_day(d, "is written in full")


def _day_month(m: Parts, at: Place) -> Reading | None:
    if at.after(3)[:1] == "%":
        return None
    month, day = month_number(m["mon"]), day_number(m["d"])
    if m["this"]:
        return on_day(date(at.anchor.year, month, day), "is of the article's year", at.anchor)
    if m["lastyear"]:
        d = date(at.anchor.year - 1, month, day)
        return on_day(d, "is of the year before the article's", at.anchor)
    reading = choose_day(month, day, at, direction_word(m["rel"] or m["rel2"]))
    if m["wd"] and reading.span:  # "viernes 3 de octubre": a weekday that fits decides the year
        wanted = WEEKDAYS[m["wd"][:3]]
        now = at.anchor.year
        for year in sorted(range(now - 3, now + 4), key=lambda y: abs(y - now)):
            try:
                d = date(year, month, day)
            except ValueError:
                continue
            if d.weekday() == wanted and abs(d - reading.span[0]).days <= 400:
                return on_day(d, "is the nearest year in which the weekday fits", at.anchor)
    return reading


def _listed_day(m: Parts, at: Place) -> Reading | None:
    """ "el 9 y 10 de junio", "del 7 al 11 de mayo de 2019": the month stands with the last day."""
    month, day, last = month_number(m["mon"]), day_number(m["d"]), day_number(m["last"])
    if m["y"]:
        year, first = int(m["y"]), month
        if day > last:  # "del 30 al 2 de mayo"
            year, first = days.step_month(year, month, -1)
        return on_day(date(year, first, day), "takes its month from the day beside it")
    reading = choose_day(month, day, at, direction_word(m["rel"] or m["rel2"]))
    if day > last and reading.span:
        d = days.step(reading.span[0], "month", -1)
        return replace(reading, value=d.isoformat(), span=(d, d))
    return reading


def _day_alone(m: Parts, at: Place) -> Reading | None:
    """ "el día 8", "el pasado 3", "hasta el 18": of the month that its clause points to."""
    word = m["rel"] or m["rel2"]
    if not stands_alone(at):
        return None
    numbered = _BY_NUMBER.match(at.flat, at.start, at.end) or word
    if not numbered and at.words_before()[-1:] not in _BEFORE_A_DAY:
        return None
    day = day_number(m["d"])
    running = reached(at)
    said = direction_word(word)
    lean = at.lean()
    if said:
        lean = Lean(Direction.PAST if said == "past" else Direction.FUTURE, f"it is '{word}'")
    elif running:
        lean = Lean(Direction.FUTURE, f"it follows {say(*running)}")
    base = running[0] if running else at.anchor
    ahead = lean.direction is Direction.FUTURE
    if lean.direction is Direction.NEAREST:
        ahead = day >= base.day
    for away in (0, 1, 2) if ahead else (0, -1, -2):
        year, month = days.step_month(base.year, base.month, away)
        try:
            d = date(year, month, day)
        except ValueError:
            continue
        if d >= base if ahead else d <= base:
            return on_day(d, f"is the one nearest to {days.say(base)}, because {lean.why}", base)
    return None


def _day_span(m: Parts, at: Place) -> Reading | None:
    """ "del 27 al 29": days of the month that the clause points to."""
    a, b = int(m["a"]), int(m["b"])
    if a >= b or not stands_alone(at):
        return None
    lean = at.lean()
    ahead = lean.direction is Direction.FUTURE
    now = at.anchor
    turned = b < now.day if ahead else lean.direction is Direction.PAST and a > now.day
    year, month = days.step_month(now.year, now.month, (1 if ahead else -1) if turned else 0)
    first, last = date(year, month, a), date(year, month, b)
    return Reading(
        TimexType.DATE,
        f"{first.isoformat()}/{last.isoformat()}",
        (first, last),
        Precision.DAY,
        f"are the days nearest to {days.say(now)}, because {lean.why}",
        now,
    )


def _of_month(m: Parts, at: Place) -> Reading | None:
    """ "el 30 de este mes", "el 15 del mes próximo"."""
    now = at.anchor
    away = {"past": -1, "next": 1}.get(direction_word(m["rel"] or m["rel2"]), 0)
    year, month = days.step_month(now.year, now.month, away)
    d = date(year, month, day_number(m["d"]))
    return on_day(d, f"counts from the month of {days.say(now)}", now)


def _attack(_m: Parts, at: Place) -> Reading | None:
    """The attacks on New York and on Madrid, as Spanish calls them."""
    raw = at.flat[at.end - 1 : at.end]
    if not raw.isupper():
        return None
    d = date(2001, 9, 11) if raw == b"S" else date(2004, 3, 11)
    return on_day(d, "is the day that the attacks are named by")


_BY_NUMBER = re.compile(rb"(?i).*\bdias?\b")
_BEFORE_A_DAY = [
    [word]
    for word in (
        [
            "hasta",
            "desde",
            "para",
            "entre",
            "partir",
            "de",
            "tras",
            "celebra",
            "celebro",
            "celebrara",
            "reuniran",
            "reunieron",
            "y",
        ]
    )
]
_RUNS_ON = re.compile(
    rb"(?i)[ \n]?(?:[%$:/.,]\d|%|-\d|[ \n](?:y|al?|o)[ \n](?:el[ \n])?\d+[ \n]de[ \n][a-z]"
    rb"|[ \n](?:por ciento|por 100)|[ \n](?!(?:y|a|al|o|e|en|por|para|que|se|con|ante|cuando"
    rb"|pero|la|las|los|el|lo|su|no|sin|ni"
    rb"|como|desde|hasta|tras|un|una|fue|es|era|ha|han|le|les)\b)[a-z])"
)


def stands_alone(at: Place) -> bool:
    """Whether a bare number is a day: no noun follows that it would count or number."""
    return not _RUNS_ON.match(at.flat, at.end, at.end + 30)


def _month_year(m: Parts, at: Place) -> Reading | None:
    month = month_number(m["mon"])
    if m["y"] or m["yw"]:
        return on_month(year_number(m["y"], m["yw"]), month, "is written in full")
    year = at.anchor.year
    if m["back"]:
        year -= 1
    elif m["ahead"]:
        year += 1
    why = f"counts years from {days.say(at.anchor)}"
    return replace(on_month(year, month, why, at.anchor), bare=False)


def _said_month(m: Parts, at: Place) -> Reading | None:
    """ "el pasado octubre", "septiembre próximo", "el próximo mes de mayo", "este marzo"."""
    month, now, year = month_number(m["mon"] or m["mon2"]), at.anchor, at.anchor.year
    word = m["rel"] or m["rel2"]
    said = direction_word(word)
    if said == "past":
        year -= month >= now.month
    elif said == "next":
        year += month <= now.month
    why = f"is '{word}' seen from {days.say(now)}"
    return replace(on_month(year, month, why, now), bare=False)


def _bare_month(m: Parts, at: Place) -> Reading | None:
    if traps.month_is_a_name(at):
        return None
    return choose_month(month_number(m["mon"]), at)


def _weekday_and_day(m: Parts, at: Place) -> Reading | None:
    """ "el martes 19", "el martes día 19": the nearest month in which the weekday fits."""
    day, wanted = day_number(m["d"]), WEEKDAYS[m["wd"][:3]]
    if not m["dia"] and not stands_alone(at):
        return None
    return weekday_and_day(day, wanted, at)


_REL = r"(?:pasad[oa]s?|ultim[oa]s?|proxim[oa]s?|recien{S}pasado|venider[oa])"
_AFTER = r"(?:pasad[oa]s?|ultim[oa]s?|proxim[oa]s?|siguientes?|venider[oa]|que{S}viene|entrante)"
_OF = r"(?:{S}(?:de|del)(?:{S}(?:el{S})?(?:mes{S}de))?{S}|{S})"
_YEAR = (
    r"(?:,?{S}(?:de|del)(?:{S}(?:el{S})?ano(?:{S}de)?)?{S}|,?{S})(?:(?P<y>{ANY_YEAR})"
    r"|(?P<yw>{YEAR_WORDS}))"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "full date",
        r"{EL}(?:{WDAY},?{S}(?:(?:el|dia){S})?)?(?:dia{S})?(?P<d>{DAY})"
        + _OF
        + r"(?P<mon>{MONTH})"
        + _YEAR,
        _full,
        yes=(
            ("Se hundió [el 3 de marzo de 1987].", "1987-03-03"),
            ("Se hundió [el martes 3 de marzo del 1987].", "1987-03-03"),
            ("Se hundió [el primero de marzo de mil novecientos ochenta y siete].", "1987-03-01"),
            ("Se hundió [el día 3 de marzo del año 2001].", "2001-03-03"),
            ("Antes del [3 de mar. de 2001] no zarpó.", "2001-03-03"),
        ),
        no=("Se hundió el 30 de febrero de 1987.",),
    ),
    Rule(
        "day of a month",
        r"{EL}(?:(?P<rel>" + _REL + r"){S})?(?:(?P<wd>{WDAY}),?{S}(?:(?:el|dia){S})?)?(?:dia{S})?"
        r"(?P<d>{DAY}){S}(?:de|del){S}(?:el{S})?(?:mes{S}de{S})?(?P<mon>{MONTH})"
        r"(?:,?{S}(?P<rel2>" + _AFTER + r"))?"
        r"(?:{S}(?:de{S}(?:este|el{S}presente)|del{S}(?:presente|actual))(?P<this>{S}ano)"
        r"|{S}(?P<lastyear>del{S}(?:ano{S}pasado|pasado{S}ano)))?",
        _day_month,
        yes=(
            ("El barco se hundió [el 3 de octubre].", "2025-10-03"),
            ("El barco zarpará [el 3 de marzo].", "2026-03-03"),
            ("El barco se hundió [el pasado 3 de diciembre].", "2024-12-03"),
            ("El barco se hundió [el viernes 3 de octubre].", "2025-10-03"),
            ("Zarpará [el próximo día 9 de julio].", "2026-07-09"),
            ("Zarpó [el 9 de julio del año pasado].", "2024-07-09"),
            ("Desde [el Primero de Mayo] están en huelga.", "2025-05-01"),
        ),
        no=("Murieron 40 de mayores males.",),
    ),
    Rule(
        "day beside a day of a month",
        r"(?P<x>{EL}(?:(?P<rel>" + _REL + r"){S})?(?:{WEEKDAY},?{S})?(?:dias?{S})?(?P<d>{DIGITS}))"
        r"(?:(?:,{S}|{S}(?:de{S})?)(?:{DIGITS}))*(?:,?{S}(?:y|e|o|al?|hasta)(?:{S}el)?{S}|{S}?-{S}?)"
        r"(?:{WEEKDAY},?{S})?(?:dia{S})?(?P<last>{DIGITS}){S}(?:de|del){S}(?:mes{S}de{S})?"
        r"(?P<mon>{MONTH})(?:,?{S}(?P<rel2>" + _AFTER + r"))?"
        r"(?:,?{S}(?:de|del){S}(?:ano{S})?(?P<y>{YEAR}))?",
        _listed_day,
        yes=(
            ("Se reunirán [el 9] y 10 de noviembre.", "2025-11-09"),
            ("Se reunieron [los días 3], 4 y 5 de mayo de 2019.", "2019-05-03"),
            ("Se celebró [el 7], 8 y 11 de septiembre.", "2025-09-07"),
        ),
    ),
    Rule(
        "day by its number",
        r"{EL}(?:(?P<rel>" + _REL + r"|mismo){S})?dias?{S}(?P<d>{DIGITS}|primero|uno)"
        r"(?:,?{S}(?P<rel2>" + _AFTER + r"))?",
        _day_alone,
        yes=(
            ("Se reunirán [el día 28].", "2025-10-28"),
            ("Se reunieron [el pasado día 3].", "2025-10-03"),
        ),
        no=("Un día 30 hombres llegaron.",),
    ),
    Rule(
        "day of this month",
        r"{EL}(?:dia{S})?(?P<d>{DAY}){S}(?:de{S}(?P<this>este)|del{S}(?:presente{S}|actual{S}|(?P<rel>pasado|proximo){S})?)"
        r"(?:{S}?mes)(?:{S}(?P<rel2>pasado|anterior|proximo|que{S}viene|entrante|siguiente|corriente|en{S}curso))?",
        _of_month,
        yes=(
            ("Vence [el 30 de este mes].", "2025-10-30"),
            ("Vence [el 15 del mes próximo].", "2025-11-15"),
        ),
    ),
    Rule(
        "day with a name of its own",
        r"(?:el{S})?(?:11-?[sS]|11-?[mM])",
        _attack,
        yes=(("Tras [el 11-S] cambió todo.", "2001-09-11"),),
    ),
    Rule(
        "day alone",
        r"el{S}(?:(?P<rel>pasado|proximo){S})?(?P<d>{DIGITS})",
        _day_alone,
        yes=(
            ("Se reunirán desde [el 28].", "2025-10-28"),
            ("Murió [el pasado 3].", "2025-10-03"),
        ),
        no=("Es el 9 del equipo.", "Bajó hasta el 9%."),
    ),
    Rule(
        "days of this month",
        r"(?:del|desde{S}el|entre{S}el){S}(?P<x>(?:dia{S})?(?P<a>{DIGITS}){S}(?:al|hasta{S}el|y{S}el){S}(?:dia{S})?(?P<b>{DIGITS}))",
        _day_span,
        yes=(("Se reunirán del [27 al 29] en Lima.", "2025-10-27/2025-10-29"),),
        no=("Subió del 3 al 5%.", "Perdieron del 2 al 5 puntos."),
    ),
    Rule(
        "month of a year",
        r"(?:(?:el{S})?mes{S}de{S})?(?P<mon>{MONTH})(?:"
        + _YEAR
        + r"|{S}(?:de{S}este|del{S}(?:presente|actual)|de{S}ese)(?:{S}mismo)?{S}ano"
        r"|{S}del{S}(?P<back>ano{S}(?:pasado|anterior)|pasado{S}ano)"
        r"|{S}del{S}(?P<ahead>ano{S}(?:que{S}viene|proximo|siguiente|entrante)|proximo{S}ano))",
        _month_year,
        yes=(
            ("Abrió en [marzo de 1987].", "1987-03"),
            ("Abrió en [marzo del 2001].", "2001-03"),
            ("Abrió en [el mes de marzo de 1987].", "1987-03"),
            ("Abrió en [marzo de este año].", "2025-03"),
            ("Abrirá en [marzo del año que viene].", "2026-03"),
        ),
        no=("Leyó Marzo 40 veces.",),
    ),
    Rule(
        "last, this, next month by name",
        r"{EL}(?:(?P<rel>" + _REL + r"|este|mismo){S}(?:mes{S}de{S})?(?P<mon>{BARE_MONTH})"
        r"|(?:mes{S}de{S})?(?P<mon2>{BARE_MONTH}),?{S}(?P<rel2>" + _AFTER + r"))",
        _said_month,
        yes=(
            ("Abrió [el pasado diciembre].", "2024-12"),
            ("Abrirá en [marzo próximo].", "2026-03"),
            ("Abrió [el pasado mes de julio].", "2025-07"),
            ("Abrió [este marzo].", "2025-03"),
        ),
    ),
    Rule(
        "month",
        r"(?:(?:el{S})?mes{S}de{S})?(?P<mon>{BARE_MONTH})",
        _bare_month,
        yes=(
            ("El acuerdo se firmó en [diciembre].", "2024-12"),
            ("El acuerdo se firmará en [marzo].", "2026-03"),
            ("La cumbre de [julio] fracasó.", "2025-07"),
        ),
        no=("Julio Marzo habló con Abril Mayo.", "La Plaza de Mayo se llenó."),
    ),
    Rule(
        "weekday and day of a month",
        r"{EL}(?P<wd>{WEEKDAY}),?{S}(?P<dia>dia{S})?(?P<d>{DIGITS})",
        _weekday_and_day,
        yes=(
            ("Se verán [el martes 18].", "2025-11-18"),
            ("Se vieron [el martes día 14].", "2025-10-14"),
        ),
        no=("El martes 18 personas murieron.",),
    ),
)
