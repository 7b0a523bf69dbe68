"""Spanish: the rules and the words of its time expressions."""

from __future__ import annotations

from timeline.timex.language import Language
from timeline.timex.spanish.direction import lean
from timeline.timex.spanish.fragments import FRAGMENTS
from timeline.timex.spanish.genre import genre_of
from timeline.timex.spanish.hedges import DOTTED, HEDGES
from timeline.timex.spanish.joints import JOINTS
from timeline.timex.spanish.letters import LETTERS
from timeline.timex.spanish.rules import RULES

LANGUAGE = Language("es", RULES, FRAGMENTS, lean, HEDGES, JOINTS, genre_of, DOTTED, LETTERS)
