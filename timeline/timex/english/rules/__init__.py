"""The grammar: every rule, in the order in which rules that match the same words are asked."""

from __future__ import annotations

from timeline.timex.english.rules import (
    ago,
    anaphora,
    calendar,
    clock,
    counted,
    durations,
    fiscal,
    messages,
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
from timeline.timex.rule import Rule

RULES: tuple[Rule, ...] = (
    *messages.RULES,
    *numeric.RULES,
    *calendar.RULES,
    *years.RULES,
    *fiscal.RULES,
    *parts_of_year.RULES,
    *counted.RULES,
    *weekdays.RULES,
    *anaphora.RULES,
    *today.RULES,
    *shifted.RULES,
    *ago.RULES,
    *references.RULES,
    *named_days.RULES,
    *clock.RULES,
    *sets.RULES,
    *durations.RULES,
)
