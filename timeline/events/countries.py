"""Which countries an event belongs to.

Where it happens and which states act come first; only if neither is known does the clause, then
its paragraph, then the article as a whole stand in, and each only when it leaves no choice.
"""

from __future__ import annotations

from timeline.events.scene import Scene
from timeline.events.triggers import Trigger
from timeline.places import PlaceMention

_ASIDE = frozenset(("relcl", "acl", "npadvmod"))
# what somebody says or thinks
_CONTENT = frozenset(("ccomp", "advcl", "parataxis"))


def countries_of(
    scene: Scene, trigger: Trigger, acting: tuple[str, ...], places: list[PlaceMention]
) -> tuple[str, ...]:
    """Find the countries of an event.

    Args:
        scene: the article.
        trigger: the event.
        acting: the codes of the states that take part.
        places: where it happens.

    Returns:
        ISO 3166-1 alpha-2 codes, those of the place first; none if the choice is open.
    """
    here = [m.place.country for m in places if m.place and m.place.country]
    known = tuple(dict.fromkeys([*here, *acting]))
    if known or any(m.kind in ("region", "sea") for m in places):
        return known
    top = _top(trigger)
    for i in dict.fromkeys((trigger.token, top)):
        in_clause = _mentioned(scene, scene.doc.subtree(i, _ASIDE | _CONTENT))
        if in_clause:
            return in_clause
    with_content = _mentioned(scene, scene.doc.subtree(top, _ASIDE))
    if len(with_content) == 1:
        return with_content
    codes = _mentioned(scene, list(_paragraph_so_far(scene, trigger.token)))
    if len(codes) == 1:
        return codes
    return (scene.only_country,) if scene.only_country else ()


def _top(trigger: Trigger) -> int:
    return (
        trigger.group.governors[-1] if trigger.group and trigger.group.governors else trigger.token
    )


def _mentioned(scene: Scene, tokens: list[int]) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for i in tokens:
        mention = scene.place_at.get(i)
        if mention is not None and mention.kind not in ("region", "sea"):
            codes.update(dict.fromkeys(mention.countries))
    return tuple(codes)


def _paragraph_so_far(scene: Scene, i: int) -> range:
    doc = scene.doc
    sentence = doc.sentence_of(i)
    first = sentence.index
    while first > 0 and doc.sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    return range(doc.sentences[first].first, sentence.last)
