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
    message_clock,
    message_days,
    message_lengths,
    messages,
    named_days,
    named_parts,
    numeric,
    parts_of_year,
    references,
    sets,
    shifted,
    today,
    weekdays,
    weeks,
    years,
)
from timeline.timex.rule import Rule

RULES: tuple[Rule, ...] = (
    *messages.RULES,
    *message_days.RULES,
    *message_clock.RULES,
    *message_lengths.RULES,
    *numeric.RULES,
    *calendar.RULES,
    *years.RULES,
    *fiscal.RULES,
    *parts_of_year.RULES,
    *counted.RULES,
    *weekdays.RULES,
    *anaphora.RULES,
    *named_parts.RULES,
    *today.RULES,
    *shifted.RULES,
    *ago.RULES,
    *references.RULES,
    *named_days.RULES,
    *weeks.RULES,
    *clock.RULES,
    *sets.RULES,
    *durations.RULES,
)
