"""What a journey is for, and the dates that belong to that rather than to the journey."""

from __future__ import annotations

from timeline.events import Scene

_BETWEEN = frozenset(("ADP", "DET"))
_ARRIVING = frozenset("arrive land reach".split())


def purpose_of(scene: Scene, token: int) -> str:
    """What a verb or a trip is for: "for the climate summit", in the article's words."""
    doc = scene.doc
    for p in doc.children_of(token, "prep"):
        if doc.tokens[p].lower == "for":
            for noun in doc.children_of(p, "pobj"):
                if noun in scene.place_at or noun in scene.time_tokens:
                    continue
                words = doc.subtree(noun, frozenset(("relcl", "acl", "appos")))
                if scene.time_tokens & set(words):
                    continue
                return doc.text[doc.tokens[words[0]].start : doc.tokens[words[-1]].end].strip(" ,")
    return ""


def dates_purpose_of(scene: Scene, start: int) -> int | None:
    """The verb of whose purpose a date tells: "flies to Oslo for a concert on the 15th".

    Args:
        scene: the article.
        start: the character where the date's words begin.

    Returns:
        The token of the verb of going; None if the date is no purpose's, or the verb one of
        arriving, whose own day it is.
    """
    doc = scene.doc
    k = doc.token_at(start)
    if k is None:
        return None
    noun = k - 1
    while noun >= 0 and doc.tokens[noun].pos in _BETWEEN:
        noun -= 1
    if doc.tokens[k].dep == "poss":  # "for Friday's summit"
        noun = doc.tokens[k].head
    elif noun < 0 or noun == k - 1 or noun in scene.place_at or noun in scene.time_tokens:
        return None
    if doc.tokens[noun].pos not in ("NOUN", "PROPN"):
        return None
    for above in doc.ancestors(noun):
        token = doc.tokens[above]
        if token.pos in ("VERB", "AUX"):
            return None
        if token.lower == "for":
            verb = doc.tokens[token.head]
            return token.head if verb.pos == "VERB" and verb.lemma not in _ARRIVING else None
    return None
