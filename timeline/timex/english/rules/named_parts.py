"""Seasons and months as seen from the story: "that summer", "the following June"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model import Precision
from timeline.timex import days
from timeline.timex.english.fragments import MONTHS, SEASON_CODES
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.running import month_year
from timeline.timex.timex3 import on_month, on_season

# "said that summer would come": the word only opens what was said
_OPENS = frozenset(
    "said say says hoped hope hopes think thought feared warned so knew know".split()
)
_GOES_ON = re.compile(rb" (?:is|was|will|would|had|has|may|might|can|could|of)\b")


def _named_part(m: Parts, at: Place) -> Reading | None:
    """The one of its name in, after or before the date that the story has reached."""
    word = m["rel"].split()[-1]
    if word == "that" and set(at.words_before()) & _OPENS:
        return None
    if _GOES_ON.match(at.flat, at.end, at.end + 8) and (word == "that" or m["s"] == "fall"):
        return None
    if not at.story or not at.story.span:
        return None
    base, precision = at.story.span[0], at.story.precision
    month = MONTHS[m["mon"][:3]] if m["mon"] else days.SEASON_MONTHS[SEASON_CODES[m["s"]]]
    if word in ("that", "same"):
        year = month_year(base, precision, month)
    elif precision is Precision.YEAR:
        year = base.year + (1 if word in ("following", "next") else -1)
    else:
        since = (base.month - month) % 12  # months since the latest one began
        year = days.step_month(base.year, base.month, -since)[0]
        if word in ("following", "next"):
            year += 1
        elif since < (1 if m["mon"] else 3):
            year -= 1  # the story stands in one such; the previous is a year before
    side = "before" if word in ("previous", "preceding") else "after"
    where = "the one of" if word in ("that", "same") else f"the first one {side}"
    why = f"is {where} {days.say(base)}, which the story named last"
    if m["mon"]:
        found = on_month(year, month, why, base)
    else:
        found = on_season(year, SEASON_CODES[m["s"]], why, base)
    return replace(found, bare=False, aside=word in ("previous", "preceding"))


RULES: tuple[Rule, ...] = (
    Rule(
        "that summer",
        r"(?P<rel>that|that{S}same|the{S}same|the{S}following|the{S}next|the{S}previous|the{S}preceding){S}"
        r"(?:(?P<s>{SEASON})|(?P<mon>{BARE_MONTH}))",
        _named_part,
        yes=(
            ("He landed on March 3, 1987. [That summer] he left.", "1987-SU"),
            ("He landed on March 3, 1987. [The following winter] he left.", "1987-WI"),
            ("He landed in 1987. [The following spring] he left.", "1988-SP"),
            ("He landed on March 3, 1987. [The following January] he left.", "1988-01"),
            ("He landed on March 3, 1987. [The previous June] he had left.", "1986-06"),
            ("He landed on March 3, 1987, and left [that same autumn].", "1987-FA"),
        ),
        no=(
            "He landed on March 3, 1987. He said that summer would come.",
            "He landed on March 3, 1987. He saw that fall of rock.",
        ),
    ),
)
