"""German: the rules and the words of its time expressions."""

from __future__ import annotations

from timeline.timex.german.direction import lean
from timeline.timex.german.fragments import FRAGMENTS
from timeline.timex.german.genre import genre_of
from timeline.timex.german.hedges import DOTTED, HEDGES
from timeline.timex.german.joints import JOINTS
from timeline.timex.german.letters import LETTERS
from timeline.timex.german.rules import RULES
from timeline.timex.language import Language

LANGUAGE = Language("de", RULES, FRAGMENTS, lean, HEDGES, JOINTS, genre_of, DOTTED, LETTERS)
