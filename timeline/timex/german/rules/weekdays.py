"""Weekdays: bare by the direction of their clause, or with letzten, kommenden, diesen."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.day_parts import with_part
from timeline.timex.german import traps
from timeline.timex.german.choose import sign_of
from timeline.timex.german.fragments import part_name, weekday_number
from timeline.timex.german.phrase import attributive
from timeline.timex.nearest import coming, latest, weekday_by
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.running import reached, say
from timeline.timex.timex3 import on_day


def _part(reading: Reading, word: str) -> Reading:
    return with_part(reading, part_name(word)) if word else reading


def _bare(m: Parts, at: Place) -> Reading | None:
    if traps.is_a_name(at) or at.before(1) == "#" or attributive(at.flat, at.start, at.end):
        return None
    if at.before(1) == "-" and at.before(2)[:1].isalpha() and not at.story_day:
        return None  # "Goldenen-Sonntag", unless a range ends here
    weekday = weekday_number(m["wd"])
    running = reached(at)
    if running:
        return _told(weekday, m["part"], *running)
    d, why = weekday_by(weekday, at.anchor, at.lean())
    return _part(on_day(d, why, at.anchor, bare=True), m["part"])


def _told(weekday: int, part: str, base: date, precision: Precision) -> Reading:
    """A weekday of a narrative: the first of its name from the story's day on, if it told one."""
    if precision not in (Precision.DAY, Precision.MINUTE, Precision.HOUR):
        return Reading(
            TimexType.DATE,
            f"XXXX-WXX-{weekday + 1}",
            None,
            Precision.NONE,
            "is a weekday of a story that has named no day for it to follow",
        )
    d = base + timedelta((weekday - base.weekday()) % 7)
    return _part(on_day(d, f"follows {say(base, precision)}", base), part)


def _relative(m: Parts, at: Place) -> Reading | None:
    """ "vergangenen Samstag", "kommenden Montag", "diesen Freitag"."""
    now, weekday, sign = at.anchor, weekday_number(m["wd"]), sign_of(m["rel"])
    seen = f"is '{m['rel']}' seen from {days.say(now)}"
    if sign < 0:
        d = latest(weekday, now - timedelta(1)) - timedelta(7 * (-sign - 1))
    elif sign > 0:
        d = coming(weekday, now) + timedelta(7 * (sign - 1))
    else:
        d = now - timedelta(now.weekday()) + timedelta(weekday)
    return _part(on_day(d, seen, now), m["part"])


def _of_week(m: Parts, at: Place) -> Reading | None:
    """ "Montag nächster Woche", "am Freitag der vergangenen Woche"."""
    now = at.anchor
    monday = now - timedelta(now.weekday()) + timedelta(7 * sign_of(m["rel"] or m["rel2"]))
    d = monday + timedelta(weekday_number(m["wd"] or m["wd2"]))
    part = m["part"] or m["part2"]
    return _part(on_day(d, f"lies in a week counted from {days.say(now)}", now), part)


def _in_weeks(m: Parts, at: Place) -> Reading | None:
    """ "Montag in einer Woche", "Freitag vor einer Woche", "heute in acht Tagen"."""
    now = at.anchor
    count = {"zwei": 2, "drei": 3}.get(m["n"], 1)  # eight days are a week
    back = m["way"] == "vor"
    d = now
    if m["wd"]:
        weekday = weekday_number(m["wd"])
        d = latest(weekday, now) if back else coming(weekday, now)
    d += timedelta(7 * count * (-1 if back else 1))
    return on_day(d, f"counts weeks from {days.say(now)}", now)


_WD = r"(?P<wd>{WEEKDAY})(?:(?:{S}|-)?(?P<part>{PART}))?"

RULES: tuple[Rule, ...] = (
    Rule(
        "last, this, next weekday",
        r"(?P<rel>(?:(?:vor|über)?{LAST}|(?:über)?{NEXT}|dies){E}){S}".replace("ü", "[uU]e?") + _WD,
        _relative,
        yes=(
            ("Es brannte am [vergangenen Freitag].", "2025-10-24"),
            ("Es brannte [letzten Samstag].", "2025-10-18"),
            ("Es beginnt am [kommenden Montag].", "2025-10-27"),
            ("Es beginnt [nächsten Freitagabend].", "2025-10-31TEV"),
            ("Es begann [diesen Mittwoch].", "2025-10-22"),
        ),
    ),
    Rule(
        "weekday of a week told from here",
        _WD
        + r"{S}(?:in{S})?(?:der{S})?(?P<rel>(?:{LAST}|{NEXT}|dies){E}){S}Woche"
        + r"|(?P<rel2>(?:{LAST}|{NEXT}|dies){E}){S}Woche{S}(?:am{S})?"
        + _WD.replace("<wd>", "<wd2>").replace("<part>", "<part2>"),
        _of_week,
        yes=(
            ("Es beginnt am [Montag nächster Woche].", "2025-10-27"),
            ("Es begann am [Dienstag der vergangenen Woche].", "2025-10-14"),
            ("Es beginnt [nächste Woche Dienstag].", "2025-10-28"),
        ),
    ),
    Rule(
        "weekday in a week",
        r"(?:(?P<wd>{WEEKDAY})|heute){S}(?P<way>in|vor){S}"
        r"(?:(?P<n>einer|zwei|drei){S}Wochen?|acht{S}Tagen)",
        _in_weeks,
        yes=(
            ("Sie treffen sich [Montag in einer Woche].", "2025-11-03"),
            ("Sie trafen sich [heute vor zwei Wochen].", "2025-10-11"),
            ("Sie treffen sich [heute in acht Tagen].", "2025-11-01"),
        ),
    ),
    Rule(
        "weekday",
        _WD,
        _bare,
        yes=(
            ("Die Polizei teilte es am [Montag] mit.", "2025-10-20"),
            ("Das Gericht wird am [Montag] entscheiden.", "2025-10-27"),
            ("Am [Mittwoch] brach er auf.", "2025-10-22"),
            ("Der Unfall geschah am [Sonntagnacht].", "2025-10-19TNI"),
            ("Der Unfall geschah am [Freitag Nachmittag].", "2025-10-24TAF"),
            ("Der Unfall geschah am [Sonnabend].", "2025-10-25"),
        ),
        no=("Herr Freitag sagte nichts.",),
    ),
)
