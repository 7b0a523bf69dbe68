"""English: the rules and the words of its time expressions."""

from __future__ import annotations

from timeline.timex.english.direction import lean
from timeline.timex.english.flashback import flashback
from timeline.timex.english.fragments import FRAGMENTS
from timeline.timex.english.genre import genre_of
from timeline.timex.english.hedges import DOTTED, HEDGES
from timeline.timex.english.joints import JOINTS
from timeline.timex.english.rules import RULES
from timeline.timex.language import Language

LANGUAGE = Language("en", RULES, FRAGMENTS, lean, HEDGES, JOINTS, genre_of, DOTTED, {}, flashback)
