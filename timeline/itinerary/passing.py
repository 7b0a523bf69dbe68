"""On the way: stopovers, what is said in the air, the way home, and the dates of onward legs."""

from __future__ import annotations

import re
from calendar import day_name
from datetime import timedelta
from itertools import pairwise

from timeline.events import Scene
from timeline.events.whereabouts import coordinated_places
from timeline.model import TimeExpression, TimexType, When
from timeline.places import PlaceMention

STOPOVERS = frozenset("stopover layover".split())
_VEHICLES = frozenset("plane train flight aircraft bus ship jet".split())
_ALOFT = re.compile(
    r"\b(?:aboard|on board|in mid-?air|on air force (?:one|two)"
    r"|on (?:the|a|his|her|their) (?:\w+ )?(?:plane|jet|aircraft|flight|helicopter))\b",
    re.IGNORECASE,
)
_ALOFT_REACH = 12  # tokens behind a verb in which it is said to be done in the air
_JOINING = frozenset(("and", "then", ",", ";", "in", "to", "at"))
_WEEKDAYS = frozenset(day.lower() for day in day_name)
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


def then_to(scene: Scene, i: int) -> list[PlaceMention]:
    """The stops that a phrase joined to another names: "to Rome on Monday and then to Oslo"."""
    doc = scene.doc
    found: list[PlaceMention] = []
    prepositions = doc.children_of(i, "prep")
    for p in prepositions:
        # "and from there to Oslo" hangs on "from"
        there = doc.tokens[p].lower == "from" and doc.child(p, "pcomp") is not None
        for c in doc.children_of(p, "conj", *(["prep"] if there else [])):
            if doc.tokens[c].lower in ("to", "for", "via") and len(prepositions) < 20:
                prepositions.append(c)
                for noun in doc.children_of(c, "pobj"):
                    found += coordinated_places(scene, noun)
    return found


def listed_on(scene: Scene, first: PlaceMention) -> list[PlaceMention]:
    """The stops that go on from one by dates alone: "in Quito on Wednesday and Bogota on Friday".

    Args:
        first: the stop that the clause names in a phrase of its own.

    Returns:
        Those behind it, each with a date behind it in turn; the parse hangs them on the dates.
    """
    doc = scene.doc
    found: list[PlaceMention] = []
    named = doc.tokens_in(first.start, first.end)
    k = _behind_date(scene, named[-1] + 1) if named else None
    while k is not None:
        end = doc.sentence_of(k - 1).last
        start = k
        while k < end and doc.tokens[k].lower in _JOINING:
            k += 1
        mention = scene.place_at.get(k) if start < k < end else None
        if mention is None or mention.place is None or mention.kind == "demonym":
            break
        k = _behind_date(scene, doc.tokens_in(mention.start, mention.end)[-1] + 1)
        if k is not None:
            found.append(mention)
    return found


def _not_before(scene: Scene, time: TimeExpression, last: When | None) -> When:
    """When a leg of a list is, "on Friday and in Lima on Sunday": a Sunday not before Friday."""
    when = time.when
    assert when is not None
    ahead = last and last.start and when.start and scene.article.date < when.start < last.start
    if ahead and when.start and time.text.lower() in _WEEKDAYS:
        return When.on(when.start + timedelta(days=7))
    return when


def _behind_date(scene: Scene, k: int) -> int | None:
    """The token behind a date that begins at `k`, with its preposition; None without a date."""
    doc = scene.doc
    if k < len(doc.tokens) and doc.tokens[k].lower == "on":
        k += 1
    for time in scene.times:
        if time.when is not None and time.type is TimexType.DATE:
            tokens = doc.tokens_in(time.start, time.end)
            if tokens and tokens[0] == k:
                return tokens[-1] + 1
    return None


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
    last = whole
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
            last = _not_before(scene, times[0], last)
            found[doc.tokens[here].start] = (last, times[0].reason, words)
    return found
