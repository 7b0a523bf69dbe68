"""Past, present and future in general: "recently", "the future", "soon"."""

from __future__ import annotations

from timeline.model import Direction, Precision, TimexType
from timeline.timex import vague
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.words import words

_COUNTING = words(
    """
    day week weekend month quarter year decade century few several couple one two three
    four five six seven eight nine ten twenty thirty days weeks months years decades
    summer winter
    """
)


def _past(m: Parts, at: Place) -> Reading | None:
    following = at.after(16).lower().split()
    if (
        m["noun"]
        and following
        and (following[0][0].isdigit() or following[0].strip(".,;:)") in _COUNTING)
    ):
        return None
    return vague.past(at)


def _future(m: Parts, at: Place) -> Reading | None:
    if (
        m["soon"]
        and (
            at.genre is Genre.MESSAGE  # in chat it promises nothing
            or at.words_before()[-1:] in (["as"], ["so"], ["too"], ["how"])
            or at.after(8).lower().split()[:1] in (["as"], ["after"], ["became"], ["enough"])
            or at.lean().direction is Direction.PAST
        )
    ):
        return None
    return vague.future(at)


def _vague(m: Parts, _at: Place) -> Reading | None:
    unit = m["unit"].rstrip("s")
    code = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE"}[unit]
    return Reading(
        TimexType.DURATION, f"PX{code}", None, Precision.NONE, "is a vague length of time"
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "recently",
        r"(?:more{S}|most{S})?(?:recently|lately)|(?P<noun>(?:in{S})(?P<x>the{S}(?:recent{S})?past))",
        _past,
        yes=(
            ("It was [recently] sold.", "PAST_REF"),
            ("That was done in [the past].", "PAST_REF"),
        ),
    ),
    Rule(
        "the future",
        r"(?:the{S})?(?:near|foreseeable|immediate|distant){S}(?:future|term)|the{S}future|the{S}(?:short|near){S}term|(?P<soon>soon)",
        _future,
        yes=(("It may open in [the near future].", "FUTURE_REF"),),
    ),
    Rule(
        "recent years",
        r"(?:the{S})?(?:recent|coming|past){S}(?P<unit>days|weeks|months|years|decades)"
        r"(?:{S}(?:and|or){S}(?:days|weeks|months|years|decades))?",
        _vague,
        yes=(
            ("It grew in [recent years].", "PXY"),
            ("Two mills shut in [recent weeks and months].", "PXW"),
        ),
    ),
)
