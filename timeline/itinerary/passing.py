"""On the way: stopovers, what is said in the air, the way home, and the dates of onward legs."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.events import Scene
from timeline.model import TimexType, When
from timeline.places import PlaceMention

STOPOVERS = frozenset("stopover layover".split())
_VEHICLES = frozenset("plane train flight aircraft bus ship jet".split())
_ALOFT = re.compile(
    r"\b(?:aboard|on board|in mid-?air|on air force (?:one|two)"
    r"|on (?:the|a|his|her|their) (?:\w+ )?(?:plane|jet|aircraft|flight|helicopter))\b",
    re.IGNORECASE,
)
_ALOFT_REACH = 12  # tokens behind a verb in which it is said to be done in the air
_ONWARD = frozenset(("and", "then", ";", ","))


def is_stopover(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of a stop on the way: "refuelled in", "changed planes in"."""
    doc = scene.doc
    if doc.tokens[verb].lemma in ("refuel", "transit"):
        return True
    nouns = {doc.tokens[c].lemma for c in doc.children_of(verb, "dobj")}
    return doc.tokens[verb].lemma in ("change", "switch") and bool(nouns & _VEHICLES)


def is_aloft(scene: Scene, verb: int) -> bool:
    """Whether something is done in the air: "told reporters aboard her plane"."""
    doc = scene.doc
    end = min(verb + _ALOFT_REACH, doc.sentence_of(verb).last) - 1
    return _ALOFT.search(doc.text, doc.tokens[verb].end, doc.tokens[end].end) is not None


def of_stopover(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place is named as a stop on the way: "with a stopover in Lima", "via Lima"."""
    doc = scene.doc
    head = doc.head_of(doc.tokens_in(mention.start, mention.end))
    if head is None:
        return False
    above = doc.tokens[doc.tokens[head].head]
    return above.lower == "via" or doc.tokens[above.head].lemma in STOPOVERS


def goes_home(scene: Scene, verb: int) -> bool:
    """Whether a verb says "home" and no more: "flew home", "is back home"."""
    doc = scene.doc
    return any(doc.tokens[c].lower == "home" for c in doc.children_of(verb, "advmod"))


def own_dates(
    scene: Scene, mentions: list[PlaceMention], whole: When | None
) -> dict[int, tuple[When, str, str]]:
    """The dates that later stops of one clause have of their own.

    Of "to Rome on Monday and then to Oslo on Friday", Friday is Oslo's.

    Args:
        mentions: the stops of the clause.
        whole: the date of the clause, which is the first stop's or that of all of them.

    Returns:
        By the offset of a stop but the first: when, the reason and the words that say so.
    """
    doc = scene.doc
    found: dict[int, tuple[When, str, str]] = {}
    if len(mentions) < 2:
        return found
    first = sorted(doc.token_at(m.start) or 0 for m in mentions)
    end = doc.sentence_of(first[-1]).last
    for (before, here), after in zip(pairwise(first), [*first[2:], end], strict=True):
        start = next((k for k in range(before + 1, here) if doc.tokens[k].lower in _ONWARD), here)
        stop = next(
            (k for k in range(here + 1, after) if doc.tokens[k].lower in _ONWARD | {"before"}),
            after,
        )
        times = [
            t
            for t in scene.times
            if t.when is not None
            and t.when != whole
            and t.type is TimexType.DATE
            and doc.tokens[start].start <= t.start < doc.tokens[stop - 1].end
        ]
        if len(times) == 1 and times[0].when is not None:
            k = (doc.token_at(times[0].start) or 0) - 1
            preposition = f"{doc.tokens[k].lower} " if doc.tokens[k].pos == "ADP" else ""
            words = f"{preposition}{times[0].text}"
            found[doc.tokens[here].start] = (times[0].when, times[0].reason, words)
    return found
