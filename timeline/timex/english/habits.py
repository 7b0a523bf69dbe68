"""Whether an English sentence tells what happens any year or week: "June is usually dry"."""

from __future__ import annotations

import re

from timeline.model import Direction
from timeline.timex.english.direction import sentence
from timeline.timex.patterns import Pattern
from timeline.timex.rule import Place

_HABIT = Pattern(
    r"\b(?:usually|generally|typically|normally|often|annually"
    r"|(?:every|each|once a|per) (?:year|week)"
    r"|climates?|monsoons?|temperatures? (?:is|are|varies|range)"
    r"|(?:rainy|dry|wet|high|low|peak) season|hottest|coldest|wettest|driest|feast day"
    r"|best (?:time|months?)|(?:is|are) best|opening hours"
    r"|(?:flights?|ferr(?:y|ies)|trains|buses|boats?) (?:per|a) week)\b".replace(" ", "[ \\n]")
)
_TOLD = re.compile(rb"\b(?:was|were|had|said|did|fell|rose|will|1[89]\d\d|20\d\d)\b")


def is_habitual(at: Place) -> bool:
    """Whether a month, season or weekday is that of any year or week.

    The sentence has a word of habit, and nothing that was or will be.
    """
    first, last = sentence(at.flat, at.start, at.end)
    told = at.flat[first:last]
    if not _HABIT.search(told, 0, len(told)) or _TOLD.search(told):
        return False
    return at.lean().direction is not Direction.PAST
