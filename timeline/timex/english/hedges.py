"""Hedges of English: by, before, after, since, until, early, mid, late, about."""

from __future__ import annotations

import re

from timeline.model import Direction
from timeline.timex.english.phrase import attributive
from timeline.timex.language import Hedges
from timeline.timex.rule import Place
from timeline.timex.words import words

_MODIFIER = re.compile(
    rb"(?:(?:the |its )?(?P<part>beginning|start|middle|end|close|first part|latter part|early part"
    rb"|opening|final (?:days|weeks)|early (?:days|hours)|first days|last days|late hours)"
    rb"[ \n]of[ \n](?:the )?"
    rb"|(?:the )?(?P<word>early|earlier|mid|middle|late|later)(?:[ \n](?:in|on))?"
    rb"[ \n-]{1,2}(?:the )?'?"
    rb"|(?P<about>about|around|circa|approximately|roughly|nearly|almost|some)[ \n])$",
    re.IGNORECASE,
)
# "until 9 a.m. on Friday": a time of day between a preposition and its day
_TO_ITS_DAY = (
    rb"(?:the )?"
    rb"(?:(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|noon|midnight),? (?:[A-Z]{2,4},? )?(?:on )?)?$"
)
_PREPOSITION = re.compile(
    rb"(?:^|[^A-Za-z0-9])(?P<at>(?:at|as of|on or)[ \n])?(?P<p>no later than"
    rb"|not later than|no sooner than|not before"
    rb"|on or before|on or after|starting(?: on| in)?|beginning(?: on| in)?|effective|from"
    rb"|between now and|from now (?:to|until|till)|up until|until|till|through|by|before"
    rb"|prior to|ahead of|after|following|since|ever since"
    rb"|as of)(?: at)?(?: about| around)?[ \n]" + _TO_ITS_DAY,
    re.IGNORECASE,
)
_SIDE = {
    "beginning": "early",
    "start": "early",
    "first part": "early",
    "early part": "early",
    "opening": "early",
    "early days": "early",
    "early hours": "early",
    "first days": "early",
    "early": "early",
    "earlier": "earlier",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "later": "later",
}


_ACTS = {
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "on or before": "by",
    "between now and": "by",
    "from now to": "by",
    "from now until": "by",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "after": "after",
    "following": "after",
    "on or after": "from",
    "no sooner than": "from",
    "not before": "from",
    "since": "since",
    "ever since": "since",
    "until": "until",
    "till": "until",
    "up until": "until",
    "through": "until",
}
_POINTS = {
    "since": Direction.PAST,
    "ever since": Direction.PAST,
    "by": Direction.FUTURE,
    "between now and": Direction.FUTURE,
    "from now to": Direction.FUTURE,
    "from now until": Direction.FUTURE,
    "until": Direction.FUTURE,
    "through": Direction.FUTURE,
    "no later than": Direction.FUTURE,
    "not later than": Direction.FUTURE,
}


def _told_past(word: str, at: Place) -> bool:
    """Whether "by" or "until" stands in a clause that is past all the same.

    "By Wednesday the toll had risen", "not until Tuesday did he", "she toured Peru until Thursday";
    but "they extended the deadline until Tuesday" looks ahead.
    """
    if word == "since":
        return False
    own = at.lean()
    if own.direction is not Direction.PAST or not own.sure:
        return False
    if own.why.split("'")[1:2] and own.why.split("'")[1] in _TELLING:
        return False  # "said the offer is good until Friday": the verb of the offer is present
    if word not in ("until", "till", "up until"):
        return True
    if _NEGATED.search(at.flat, max(0, at.start - 90), at.start):
        return not _EXPECTED.search(at.flat, max(0, at.start - 90), at.start)
    if _MONTH.fullmatch(at.flat, at.start, at.end):
        return False  # a month that is over and so far away is given with its year
    return not _HELD_OPEN.search(at.flat, max(0, at.start - 90), at.start)


_MONTH = re.compile(rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?", re.I)
_TELLING = words("said told announced added reported asked urged warned noted wrote")


# "did not open until Friday": on that day it did
_NEGATED = re.compile(
    rb"(?:\b(?:not|never|nobody|no one|none|cannot)|n't)\b[^.,;:]{0,60}\b(?:until|till)[ \n]"
    + _TO_ITS_DAY,
    re.I,
)
_EXPECTED = re.compile(rb"\b(?:expect|plan|anticipat|intend|likely|due|schedul|believ|think)")
# what runs on from the article's day: "extended the deadline until", "is closed until"
_HELD_OPEN = re.compile(
    rb"\b(?:had[ \n]|(?:(?:extend|delay|postpon|adjourn|suspend|remand|defer|push|put|barr|jail"
    rb"|halt|reserv|grant|allow|order|promis|plann|bann|set|gave|give|agree|decid|offer|receiv|renew"
    rb"|won|kept|left|stopp|ha[sv]e?)[a-z]*|(?:was|were)(?: [a-z]+ly)? [a-z]+(?:ed|ut|un|en))"
    rb"\b[^.;:]{0,60}\b)(?:until|till)[ \n]" + _TO_ITS_DAY,
    re.I,
)


HEDGES = Hedges(
    modifier=_MODIFIER,
    sides=_SIDE,
    closing=re.compile(rb"(?:at|by) $"),
    preposition=_PREPOSITION,
    onwards=re.compile(
        rb",? (?:and|or) (?:after|later|onwards?|beyond)\b(?! [a-z0-9])|[ -]onwards?\b"
    ),
    acts=_ACTS,
    points=_POINTS,
    attributive=attributive,
    told_past=_told_past,
    negated=_NEGATED,
)

DOTTED = frozenset(
    word.encode()
    for word in words(
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat sun"
    )
)
