"""Whom "he" and "she" stand for.

Candidates are ranked as in centering theory: nearer sentences first, subjects before the rest,
and a fronted phrase looks ahead to its own subject ("Before his stop in Rome, Costa will …").
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import Document, Token
from timeline.language.quotations import quoted_tokens
from timeline.people.roles import gender_of, is_calling

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
# How many sentences back a pronoun may reach.
_REACH = 4
_SAYING = frozenset("say tell add note explain recall write insist argue stress".split())
_SELF = frozenset(("himself", "herself"))
# Somebody whom the article does not name, and for whom a pronoun may stand as well.
_NOBODY = -1
_NAMELESS = {
    **dict.fromkeys("man boy gunman father husband son brother uncle grandfather".split(), "m"),
    **dict.fromkeys("woman girl mother wife daughter sister aunt grandmother".split(), "f"),
    **dict.fromkeys("teenager child baby victim passenger pedestrian person".split(), ""),
    **dict.fromkeys("tenant resident motorist neighbour neighbor customer".split(), ""),
}


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
    mentions: list[_Candidate] = []
    quoted = quoted_tokens(doc)
    for token in doc.tokens:
        if token.i in named:
            here = _Candidate(token.i, named[token.i], known[named[token.i]])
            if mentions and mentions[-1].person == here.person and mentions[-1].i == token.i - 1:
                mentions.pop()
            mentions.append(here)
            continue
        gender = _PRONOUNS.get(token.lower)
        if gender is None:
            unnamed = _unnamed(doc, token)
            if unnamed is not None:
                mentions.append(_Candidate(token.i, _NOBODY, unnamed))
            continue
        if token.lower in _SELF:
            person = _own_subject(doc, token, {**named, **resolved})
        else:
            person = _ahead(doc, token, named)
            if person is None or known[person] not in ("", gender):
                person = _behind(doc, token, gender, mentions, known, quoted, named, resolved)
        if person is None:
            continue
        if person != _NOBODY:
            resolved[token.i] = person
            known[person] = gender
        mentions.append(_Candidate(token.i, person, gender))
    return resolved


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody spoken of at token `i`."""

    i: int
    person: int
    gender: str


def _unnamed(doc: Document, token: Token) -> str | None:
    """The gender of somebody without a name, "" if the word tells none; None for all else."""
    if token.tag != "NN" or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    if token.lower in _NAMELESS:
        return _NAMELESS[token.lower]
    definite = any(doc.tokens[c].lower in ("a", "an", "the") for c in doc.children[token.i])
    if definite and token.dep in ("nsubj", "nsubjpass") and is_calling(token.lower):
        return gender_of(token.lower)
    return None


def _own_subject(doc: Document, token: Token, named: dict[int, int]) -> int | None:
    """Whom "himself" stands for: the subject of its own clause, named or not."""
    for k in doc.ancestors(token.i):
        subject = doc.child(k, "nsubj", "nsubjpass")
        if subject is not None:
            return named.get(subject)
    return None


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
    mentions: list[_Candidate],
    known: dict[int, str],
    quoted: frozenset[int],
    named: dict[int, int],
    resolved: dict[int, int],
) -> int | None:
    """The best of those spoken of before; _NOBODY if that is somebody without a name."""
    best: tuple[float, int] | None = None
    beside = _beside_relative(doc, token.i)
    saying = doc.tokens[token.head].lemma in _SAYING
    others = _spoken_of_below(doc, token, named) | _who_does_it(doc, token, {**named, **resolved})
    for candidate in reversed(mentions):
        i, person = candidate.i, candidate.person
        distance = token.sentence - doc.tokens[i].sentence
        if distance > _REACH:
            break
        if person in others:
            continue
        told = candidate.gender if person == _NOBODY else known[person]
        if told not in ("", gender):
            continue
        score = -3.0 * distance + i / len(doc.tokens)
        if _is_subject(doc, i):
            score += 4.0
        if told == gender:
            score += 3.0
        if i in quoted and token.i not in quoted:
            score -= 5.0  # whom a speaker speaks of is not the speaker
        if distance > 0 and not saying and _speaks_last(doc, i):
            score -= 4.0  # "…, the coroner said. He had left home on Friday": somebody else had
        if i in beside:
            score += 5.0
        if person == _NOBODY:  # a story goes on about whom it names
            score -= 2.0
        if distance == 0 and _same_clause(doc, i, token.i) and not _is_inside(doc, i):
            score -= 6.0 if token.lower in ("he", "she", "him") else 0.0
        if best is None or score > best[0]:
            best = (score, person)
    return best[1] if best else None


def _spoken_of_below(doc: Document, token: Token, named: dict[int, int]) -> frozenset[int]:
    """Whom a subject pronoun cannot stand for, since its own clause goes on to name them.

    In "He shot past Ruiz" nobody is called "he" and "Ruiz" at once (principle C of binding).
    """
    if token.dep not in ("nsubj", "nsubjpass"):
        return frozenset()
    below = doc.subtree(token.head, frozenset(("conj", "parataxis")))
    return frozenset(named[k] for k in below if k > token.i and k in named)


def _who_does_it(doc: Document, token: Token, known: dict[int, int]) -> frozenset[int]:
    """Whom an object pronoun cannot stand for: the subject of its verb (principle B of binding).

    In "Ruiz met a guard and asked him", Ruiz is the one who asks.
    """
    if token.dep not in ("dobj", "dative"):
        return frozenset()
    verb = token.head
    while (subject := doc.child(verb, "nsubj", "nsubjpass")) is None:
        above = doc.tokens[verb].head
        # "told Lund to call him": who is told to calls
        told = doc.tokens[verb].dep == "xcomp" and doc.child(above, "dobj", "dative") is None
        if above == verb or not (told or doc.tokens[verb].dep == "conj"):
            return frozenset()
        verb = above
    return frozenset((known[subject],)) if subject in known else frozenset()


def _speaks_last(doc: Document, i: int) -> bool:
    """Whether somebody is named only as the source of what stands before: "…, Ruiz said"."""
    verb = doc.tokens[i].head
    if doc.tokens[i].dep != "nsubj" or doc.tokens[verb].lemma not in _SAYING:
        return False
    return any(c < i for c in doc.children_of(verb, "ccomp"))


def _is_inside(doc: Document, i: int) -> bool:
    """Whether a name only tells more of a noun that takes part: "friends of Ruiz"."""
    link = doc.tokens[doc.tokens[i].head]
    return doc.tokens[i].dep == "pobj" and doc.tokens[link.head].pos in ("NOUN", "PROPN")


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
    if token.dep == "compound" and token.head == i + 1 and doc.tokens[i + 1].pos == "VERB":
        return True  # a name right before its verb that the parser takes for a part of it
    return token.dep in ("compound", "conj", "appos") and doc.tokens[token.head].dep in (
        "nsubj",
        "nsubjpass",
    )


def _same_clause(doc: Document, a: int, b: int) -> bool:
    def clause(i: int) -> int:
        return next((k for k in doc.ancestors(i) if doc.tokens[k].pos in ("VERB", "AUX")), -1)

    return clause(a) == clause(b)
