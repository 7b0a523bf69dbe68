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
_PREPOSITION = re.compile(
    rb"(?:^|[^A-Za-z0-9])(?P<at>(?:at|as of|on or)[ \n])?(?P<p>no later than"
    rb"|not later than|no sooner than|not before"
    rb"|on or before|on or after|starting(?: on| in)?|beginning(?: on| in)?|effective|from"
    rb"|between now and|from now (?:to|until|till)|up until|until|till|through|by|before"
    rb"|prior to|ahead of|after|following|since|ever since"
    rb"|as of)(?: at)?(?: about| around)?[ \n](?:the )?"
    rb"(?:(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|noon|midnight),? (?:[A-Z]{2,4},? )?(?:on )?)?$",
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

    "By Wednesday the toll had risen", "not until Tuesday did he", "Until Thursday, he was free";
    but "they extended the deadline until Tuesday" looks ahead.
    """
    if word == "since":
        return False
    if word in ("until", "till", "up until"):
        opening = at.before(44).split()
        places = [i for i, w in enumerate(opening) if w.lower() in ("until", "till")]
        previous = opening[places[-1] - 1] if places and places[-1] else ""
        if previous[-1:] not in ("", ".", '"', "'") and previous != "not":
            return False
    own = at.lean()
    return own.direction is Direction.PAST and own.sure


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
)

DOTTED = frozenset(
    word.encode()
    for word in words(
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur fri sat sun"
    )
)
