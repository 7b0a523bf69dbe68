"""Months as they are named: "March 1987", "last December", "July"."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import Precision, TimexType
from timeline.timex import days
from timeline.timex.english import traps
from timeline.timex.english.choose import (
    choose_month,
    month_number,
    relative_year,
    year_number,
)
from timeline.timex.english.habits import is_habitual
from timeline.timex.english.reasons import named_beside
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_month


def _month_year(m: Parts, _at: Place) -> Reading | None:
    if m["mon"] in ("may", "march") and m.raw("mon").islower():
        return None
    return on_month(
        year_number(m["y"], m["yw"]), month_number(m["mon"]), "gives its month and year"
    )


def _year_month(m: Parts, at: Place) -> Reading | None:
    """ "2017 April": not where the month begins a date or a name of its own."""
    following = at.after(2)
    if following[:1] == " " and (following[1:].isupper() or following[1:].isdigit()):
        return None
    return _month_year(m, at)


def _month_of_year(m: Parts, at: Place) -> Reading | None:
    year = relative_year(m["rel"] or m["poss"], at.anchor)
    return replace(
        on_month(
            year, month_number(m["mon"]), f"counts years from {days.say(at.anchor)}", at.anchor
        ),
        bare=False,
    )


def _rel_month(m: Parts, at: Place) -> Reading | None:
    month, word, now = month_number(m["mon"]), m["rel"].split()[-1], at.anchor
    year = now.year
    if word in ("last", "past", "previous"):
        year -= month >= now.month
    elif word in ("next", "coming", "upcoming"):
        year += month <= now.month
    elif m["rel"].startswith("this past"):
        year -= month > now.month
    return replace(
        on_month(year, month, named_beside(m["rel"], m["mon"].title(), now), now), bare=False
    )


def _bare_month(m: Parts, at: Place) -> Reading | None:
    name = m.raw("mon")
    if traps.month_is_a_word(name, at):
        return None
    if is_habitual(at):
        return Reading(
            TimexType.DATE,
            f"XXXX-{month_number(name):02}",
            None,
            Precision.NONE,
            "is that of any year, as its sentence tells what is usual",
        )
    return choose_month(month_number(name), at)


RULES: tuple[Rule, ...] = (
    Rule(
        "month of a year",
        r"(?P<mon>{MONTH})(?:,?{S}|-|/)(?:of{S}|in{S})?(?:the{S}year{S})?(?:(?P<y>{ANY_YEAR})|(?P<yw>{YEAR_WORDS}))",
        _month_year,
        yes=(
            ("It opened in [March 1987].", "1987-03"),
            ("It opened in [March of 1987].", "1987-03"),
            ("It opened in [Mar. 1987].", "1987-03"),
        ),
        no=("They may 1000 times refuse.",),
    ),
    Rule(
        "month after its year",
        r"(?P<y>{YEAR}){S}(?P<mon>{BARE_MONTH})",
        _year_month,
        yes=(("It opened in [2017 April].", "2017-04"),),
        no=("In 2017 April Jones left.", "The congress of 2005 June 6, 2005"),
    ),
    Rule(
        "month of a year told from here",
        r"(?P<mon>{BARE_MONTH}),?{S}(?:of{S})?(?P<rel>last|this|next|the{S}previous|the{S}following){S}year|(?P<poss>last|this|next){S}year'?s?{S}(?P<mon2>never)",
        _month_of_year,
        yes=(
            ("It opened in [March of last year].", "2024-03"),
            ("It opened in [March this year].", "2025-03"),
        ),
    ),
    Rule(
        "last, this, next month by name",
        r"(?P<rel>last|next|this|this{S}past|this{S}coming|past|coming|previous){S}(?P<mon>{BARE_MONTH})",
        _rel_month,
        yes=(
            ("It opened [last December].", "2024-12"),
            ("It opens [next March].", "2026-03"),
            ("It opened [this March].", "2025-03"),
            ("It opened [last July].", "2025-07"),
        ),
    ),
    Rule(
        "month",
        r"(?P<mon>{BARE_MONTH})",
        _bare_month,
        yes=(
            ("The July deal was signed after the [July] vote.", "2025-07"),
            ("It was signed in [December].", "2024-12"),
            ("The hottest month is usually [July].", "XXXX-07"),
            ("It rained, as it usually did in [July].", "2025-07"),
            ("It was signed in [august].", "2025-08"),
            ("It will be signed in [March].", "2026-03"),
        ),
        no=(
            "May the best side win.",
            "They sat in august company, and the august judge spoke.",
            "The deal May signed with April Jones held.",
            "The March on Rome began.",
            "She wrote of the July Crisis.",
        ),
    ),
)
