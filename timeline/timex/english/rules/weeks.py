"""Weeks by their number, and weekends by the feast beside them."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.model import Direction, Precision, Qualifier, TimexType
from timeline.timex import days
from timeline.timex.days import Span
from timeline.timex.english.rules.named_days import NAMES, resolve
from timeline.timex.feasts import easter
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_week

_BEFORE_WEEK = frozenset("in by until till from since during the after before".split())


def _numbered(m: Parts, at: Place) -> Reading | None:
    """ "calendar week 31": the ISO week of that number that the clause points to.

    A bare "week 31" counts the calendar only in lower case and after a preposition: a season's
    rounds are "Week 5", a trial has a "week 3 of" its own.
    """
    if at.after(4).lower() in (" of ", " in ") or at.after(1) == "-":
        return None
    before = at.words_before()[-1:]
    told = m["calendar"] or m["the"] or not before or before[0] in _BEFORE_WEEK
    if not told and at.before(2) != ", ":
        return None
    n, lean, now = int(m["w"]), at.lean(), at.anchor
    year = now.isocalendar()[0]
    first = date.fromisocalendar(year, n, 1)
    if lean.direction is Direction.PAST and first > now:
        year -= 1
    elif lean.direction is Direction.FUTURE and first + timedelta(6) < now:
        year += 1
    why = f"is ISO week {n} of {year}, seen from {days.say(now)}, because {lean.why}"
    return on_week(date.fromisocalendar(year, n, 1), why, now)


def _weekend_of(m: Parts, at: Place) -> Reading | None:
    """ "Labor Day weekend": Saturday and Sunday, and the feast where it makes them longer."""
    day = resolve(m, at)
    if day is None or day.span is None:
        return None
    span, sure = _around(day.span[0])
    saturday = span[0] + timedelta((5 - span[0].weekday()) % 7)
    return Reading(
        TimexType.DATE,
        days.iso_week(saturday) + "-WE",
        span,
        Precision.DAY,
        f"is the weekend at {days.say(day.span[0])}; the feast {day.why}",
        day.anchor,
        qualifier=Qualifier.EXACT if sure else Qualifier.ABOUT,
    )


def _around(day: date) -> tuple[Span, bool]:
    """The days off around a feast, and whether there is only one weekend near it."""
    if day == easter(day.year):
        return (day - timedelta(2), day + timedelta(1)), True  # Good Friday to Easter Monday
    if day.weekday() == 4 and day + timedelta(2) == easter(day.year):
        return (day, day + timedelta(3)), True
    before, after = {
        0: (2, 0),
        1: (3, -2),
        2: (4, 4),
        3: (0, 3),
        4: (0, 2),
        5: (0, 1),
        6: (1, 0),
    }[day.weekday()]
    return (day - timedelta(before), day + timedelta(after)), day.weekday() != 2


RULES: tuple[Rule, ...] = (
    Rule(
        "week by number",
        r"(?P<the>the{S})?(?:(?P<calendar>calendar{S}week|(?-i:CW)){S}?|(?-i:week){S})(?P<w>[1-9]|[1-4]\d|5[0-3])",
        _numbered,
        yes=(
            ("The mill will open in [calendar week 12].", "2026-W12"),
            ("The mill closed in [week 31].", "2025-W31"),
        ),
        no=("They won in Week 5.", "In week 3 of the trial he spoke.", "A week 100 miles away."),
    ),
    Rule(
        "weekend of a feast",
        rf"(?:the{{S}})?(?:(?P<rel>last|next|this){{S}})?(?P<name>{NAMES})(?:{{S}}(?P<y0>{{YEAR}}))?{{S}}"
        r"(?:(?:holiday|bank{S}holiday|long){S})?weekend"
        r"(?:,?{S}(?:of{S}|in{S})?(?P<y>{YEAR})|{S}(?P<yrel>last|this|next){S}year)?",
        _weekend_of,
        yes=(
            ("They met over [Labor Day weekend].", "2025-W35-WE"),
            ("They will meet over [the Easter weekend].", "2026-W14-WE"),
            ("They met on [Thanksgiving weekend 2024].", "2024-W48-WE"),
        ),
    ),
    Rule(
        "the weekend of a feast",
        rf"(?:the{{S}})?(?:long{{S}})?weekend{{S}}of{{S}}(?P<name>{NAMES})(?:,?{{S}}(?:of{{S}}|in{{S}})?(?P<y>{{YEAR}}))?",
        _weekend_of,
        yes=(("They met on [the weekend of Halloween 2021].", "2021-W43-WE"),),
    ),
)
