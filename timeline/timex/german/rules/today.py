"""Days and parts of days told from here: heute, gestern Abend, übermorgen, vergangene Nacht."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.model import Direction
from timeline.timex import days
from timeline.timex.day_parts import with_part
from timeline.timex.genre import Genre
from timeline.timex.german.choose import sign_of
from timeline.timex.german.fragments import part_name
from timeline.timex.german.letters import keyed, spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day
from timeline.timex.vague import present

_AWAY = keyed(
    {
        "heut": 0,
        "gestr": -1,
        "gestern": -1,
        "vorgestern": -2,
        "vorgestr": -2,
        "vorvorgestern": -3,
        "morg": 1,
        "morgen": 1,
        "übermorgen": 2,
        "überübermorgen": 3,
    }
)
# "heute noch", "auch heute", "bis heute", "wie wir heute wissen": nowadays, not this day
_STILL = re.compile(r"[ \n]{1,2}(?:noch|allgegen|weltweit)\b")
_GENERAL = spelt(r"(?:auch|bis|noch|schon)$")
_WISHED = re.compile(r"[ \n]{1,2}(?:wissen|lebt|leben|heis+t|gilt|gelten|wUrden?|zAhlt)\b")
# "sie ist heute Bürgermeisterin", "dort leben heute viele": a state, if no participle follows
_STATES = frozenset(
    """
    ist sind gibt gilt gelten lebt leben wohnt wohnen arbeitet arbeiten gehort gehoren zahlt zahlen
    besteht bestehen umfasst kennt kennen weis wissen heist
    """.split()
)
# what makes a noun of "Morgen": the morning
_NOUN = frozenset(
    spelt("am der den dem des diesem diesen jeden jeder jedem guten eines einem gegen frühen vom")
    .replace("[uU]e?", "u")
    .split()
)


def _away(word: str) -> int:
    return _AWAY.get(word) or _AWAY.get(re.sub("ige[nmrs]?$|e$", "", word), 0)


def _named(m: Parts, at: Place) -> Reading | None:
    word, now = m["word"], at.anchor
    before = at.words_before()
    if word == "morgen" and (before[-1:] and before[-1] in _NOUN):
        return None
    if word == "morgen" and m.raw("word") == "Morgen" and not _opens(at):
        return None
    if word == "heute" and not m["part"] and _is_nowadays(at, before):
        return present(at)
    away = _away(word)
    if away:
        why = f"is {abs(away)} day{'s' * (abs(away) > 1)} from {days.say(now)}"
    else:
        why = f"is the article's day, {days.say(now)}"
    reading = on_day(now + timedelta(away), why, now)
    return with_part(reading, part_name(m["part"])) if m["part"] else reading


def _opens(at: Place) -> bool:
    """Whether the match opens a sentence, where every word has a capital."""
    before = at.before(4).rstrip(" \"'(")
    return not before or before[-1] in ".!?:\n~-"


def _is_nowadays(at: Place, before: list[str]) -> bool:
    """Whether "heute" means these times rather than this day."""
    if at.genre is Genre.NARRATIVE:
        return True
    if before and re.search(_GENERAL, before[-1]):
        return True
    after = at.after(14)
    if _STILL.match(after) or _WISHED.match(after):
        return True
    return bool(before and before[-1] in _STATES) and at.lean().direction is not Direction.PAST


def _part_of_day(m: Parts, at: Place) -> Reading | None:
    """ "vergangene Nacht", "diesen Abend"."""
    now, sign = at.anchor, sign_of(m["rel"])
    reading = on_day(now + timedelta(sign), f"is a part of a day told from {days.say(now)}", now)
    return with_part(reading, part_name(m["part"]))


RULES: tuple[Rule, ...] = (
    Rule(
        "today, yesterday, tomorrow",
        spelt(
            r"(?P<word>heute|(?:vor){0,2}gestern|(?:über){0,2}morgen)"
            r"(?:(?:{S}|-)(?P<part>früh|morgen|vormittag|mittag|nachmittag|abend|nacht)s?)?"
        ),
        _named,
        yes=(
            ("Es endete [gestern].", "2025-10-24"),
            ("Es endete [vorgestern].", "2025-10-23"),
            ("Es endet [übermorgen].", "2025-10-27"),
            ("Es endet [uebermorgen].", "2025-10-27"),
            ("Es endet [morgen Abend].", "2025-10-26TEV"),
            ("[Morgen] endet es.", "2025-10-26"),
            ("Es begann [heute früh].", "2025-10-25TMO"),
            ("Es steht [heute] noch.", "PRESENT_REF"),
            ("Dort leben [heute] viele Gämsen.", "PRESENT_REF"),
            ("Es ist [heute] eröffnet worden.", "2025-10-25"),
        ),
        no=("Am Morgen regnete es.", "Guten Morgen!"),
    ),
    Rule(
        "of today, of yesterday",
        r"(?P<word>heutige[nmrs]?|(?:vor)?gestrige[nmrs]?|morgige[nmrs]?)(?:{S}(?:Tag(?:e?s)?|(?P<part>{PART})))?",
        _named,
        yes=(
            ("Die [gestrige] Sitzung war kurz.", "2025-10-24"),
            ("Der [heutige Tag] ist gut.", "2025-10-25"),
            ("Der [morgige Abend] wird lang.", "2025-10-26TEV"),
        ),
    ),
    Rule(
        "part of a day told from here",
        r"(?P<rel>(?:{LAST}|{NEXT}|dies|heutig){E}){S}(?P<part>{PART})",
        _part_of_day,
        yes=(
            ("Es regnete [vergangene Nacht].", "2025-10-24TNI"),
            ("Es regnete [diesen Morgen].", "2025-10-25TMO"),
        ),
    ),
)
