"""The grammar: every rule, in the order in which rules that match the same words are asked."""

from __future__ import annotations

from timeline.timex.rule import Rule
from timeline.timex.spanish.rules import (
    ago,
    anaphora,
    calendar,
    clock,
    durations,
    named_days,
    numeric,
    parts_of_year,
    references,
    sets,
    shifted,
    today,
    weekdays,
    years,
)

RULES: tuple[Rule, ...] = (
    *numeric.RULES,
    *calendar.RULES,
    *years.RULES,
    *parts_of_year.RULES,
    *weekdays.RULES,
    *today.RULES,
    *shifted.RULES,
    *ago.RULES,
    *anaphora.RULES,
    *named_days.RULES,
    *references.RULES,
    *clock.RULES,
    *sets.RULES,
    *durations.RULES,
)
