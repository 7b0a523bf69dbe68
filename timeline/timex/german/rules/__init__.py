"""The grammar of German: its rules, in the order in which those that match the same are asked."""

from __future__ import annotations

from timeline.timex.german.rules import (
    ago,
    anaphora,
    calendar,
    clock,
    durations,
    feasts,
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
    *numeric.RULES,
    *calendar.RULES,
    *years.RULES,
    *parts_of_year.RULES,
    *weekdays.RULES,
    *anaphora.RULES,
    *today.RULES,
    *shifted.RULES,
    *ago.RULES,
    *references.RULES,
    *feasts.RULES,
    *clock.RULES,
    *sets.RULES,
    *durations.RULES,
)
