"""Whom "he" and "she" stand for.

Candidates are ranked as in centering theory: nearer sentences first, subjects before the rest,
and a fronted phrase looks ahead to its own subject ("Before his stop in Rome, Costa will …").
"""

from __future__ import annotations

from timeline.language import Document, Token

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
# How many sentences back a pronoun may reach.
_REACH = 4


def resolve_pronouns(doc: Document, named: dict[int, int], genders: list[str]) -> dict[int, int]:
    """Find the person for each singular personal pronoun.

    Args:
        doc: the parsed article.
        named: the person of each token that names one.
        genders: "f", "m" or "" for each person; what pronouns teach is used further down.

    Returns:
        The person of each resolved pronoun, by token index.
    """
    known = dict(enumerate(genders))
    resolved: dict[int, int] = {}
    mentions: list[tuple[int, int]] = []  # (token, person) so far
    for token in doc.tokens:
        if token.i in named:
            if not mentions or mentions[-1][1] != named[token.i] or mentions[-1][0] != token.i - 1:
                mentions.append((token.i, named[token.i]))
            else:
                mentions[-1] = (token.i, named[token.i])
            continue
        gender = _PRONOUNS.get(token.lower)
        if gender is None:
            continue
        person = _ahead(doc, token, named)
        if person is None or known[person] not in ("", gender):
            person = _behind(doc, token, gender, mentions, known)
        if person is not None:
            resolved[token.i] = person
            known[person] = gender
            mentions.append((token.i, person))
    return resolved


def _ahead(doc: Document, token: Token, named: dict[int, int]) -> int | None:
    """The subject that a fronted phrase belongs to."""
    if token.dep != "poss":
        return None
    for k in doc.ancestors(token.i):
        if doc.tokens[k].pos in ("VERB", "AUX"):
            subject = doc.child(k, "nsubj", "nsubjpass")
            if subject is not None and subject > token.i and k > token.i:
                return named.get(subject)
            return None
    return None


def _behind(
    doc: Document,
    token: Token,
    gender: str,
    mentions: list[tuple[int, int]],
    known: dict[int, str],
) -> int | None:
    best: tuple[float, int] | None = None
    beside = _beside_relative(doc, token.i)
    for i, person in reversed(mentions):
        distance = token.sentence - doc.tokens[i].sentence
        if distance > _REACH:
            break
        if known[person] not in ("", gender):
            continue
        score = -3.0 * distance + i / len(doc.tokens)
        if _is_subject(doc, i):
            score += 4.0
        if known[person] == gender:
            score += 4.0
        if i in beside:
            score += 5.0
        if distance == 0 and _same_clause(doc, i, token.i):
            score -= 6.0 if token.lower in ("he", "she", "him") else 0.0
        if best is None or score > best[0]:
            best = (score, person)
    return best[1] if best else None


def _beside_relative(doc: Document, i: int) -> frozenset[int]:
    """The arguments of the clause that a relative clause around token `i` hangs in.

    In "Costa said Ruiz would meet Lund in Oslo, where he lands", "he" is one of those who meet.
    """
    for k in doc.ancestors(i):
        if doc.tokens[k].dep == "relcl":
            verb = next((a for a in doc.ancestors(k) if doc.tokens[a].pos in ("VERB", "AUX")), None)
            if verb is None:
                return frozenset()
            heads = doc.children_of(verb, "nsubj", "nsubjpass", "dobj")
            below = [doc.children_of(p, "pobj") for p in doc.children_of(verb, "prep")]
            return frozenset([*heads, *(x for xs in below for x in xs)])
    return frozenset()


def _is_subject(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    if token.dep in ("nsubj", "nsubjpass"):
        return True
    return token.dep in ("compound", "conj") and doc.tokens[token.head].dep in (
        "nsubj",
        "nsubjpass",
    )


def _same_clause(doc: Document, a: int, b: int) -> bool:
    def clause(i: int) -> int:
        return next((k for k in doc.ancestors(i) if doc.tokens[k].pos in ("VERB", "AUX")), -1)

    return clause(a) == clause(b)
