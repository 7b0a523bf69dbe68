"""Whom "the president" and "the airline's chief executive" stand for.

A pass of the sieve of its own: the noun must name an office that somebody in the article is
said to hold, nothing in the phrase may contradict it, and only one holder may be left.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import Document
from timeline.language.quotations import quoted_tokens
from timeline.people.lexicon import FIELDS
from timeline.people.roles import CALLINGS

_SAME = {
    "ceo": "executive",
    "pm": "minister",
    "premier": "minister",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
    "vice-president": "president",
}
_IMPLIED = {"ceo": "chief", "pm": "prime", "premier": "prime", "vice-president": "vice"}
# What makes another office of one: the phrase and the role must agree in these.
_RANKS = frozenset("vice deputy prime former ex acting interim assistant late elect".split())
_LINKS = frozenset("of for at in to on with who that which from and".split())
_OTHERS = frozenset("next new first future last previous other another second incoming".split())
_ARTICLES = frozenset(("the", "both"))
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "poss")
_STEM = 4  # letters


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a role or a phrase names it.

    Attributes:
        head: its noun, in one form for all that mean the same.
        words: what stands before the noun, in lower case.
        bodies: the capitalised words in it: whose office it is.
    """

    head: str
    words: frozenset[str]
    bodies: frozenset[str]


def office_of(words: list[str]) -> Office | None:
    """Read a role.

    Args:
        words: the role's words as printed.

    Returns:
        The office; None if no word is left for its noun.
    """
    cut = next((k for k, w in enumerate(words) if w.lower() in _LINKS or w == ","), len(words))
    before = [w for w in words[:cut] if w[:1].isalpha()]
    if len(before) > 1 and before[-1].lower() == "officer" and before[-2].lower() == "executive":
        before.pop()
    if not before:
        return None
    if len(before) > 1 and before[-1].lower() == "elect":
        before = [before[-1], *before[:-1]]
    noun = before[-1].lower().rstrip(".")
    lower = {w.lower() for w in before[:-1]}
    if noun in _IMPLIED:
        lower.add(_IMPLIED[noun])
    named = {w.lower() for w in (*before[:-1], *words[cut:]) if w[:1].isupper()}
    bodies = named - _RANKS - CALLINGS - {"secretary", "chief", "state", "foreign", "finance"}
    return Office(_SAME.get(noun, noun), frozenset(lower), frozenset(bodies))


def resolve_offices(
    doc: Document, offices: list[list[Office]], named: dict[int, int]
) -> dict[int, int]:
    """Find the person for each definite noun of an office.

    Args:
        doc: the parsed article.
        offices: the offices of each person.
        named: the person of each token that names one.

    Returns:
        The person of each noun, by token index. All are inferred.
    """
    holders: dict[str, list[tuple[int, Office]]] = {}
    for person, all_held in enumerate(offices):
        for office in all_held:
            holders.setdefault(office.head, []).append((person, office))
    last_seen: dict[int, int] = {}
    found: dict[int, int] = {}
    quoted = quoted_tokens(doc)
    for token in doc.tokens:
        if token.i in named:
            # whom a speaker names does not take the place of whom the story tells of
            if token.i not in quoted or named[token.i] not in last_seen:
                last_seen[named[token.i]] = token.i
            continue
        head = _SAME.get(token.lower, token.lower)
        if (head not in holders and head != "elect") or not _is_definite(doc, token.i):
            continue
        asked = _phrase(doc, token.i)
        if asked is None:
            continue
        held = [(k, o) for k, o in holders.get(asked.head, ()) if k in last_seen]
        fitting = {k for k, office in held if _fits(asked, office)}
        exact = {k for k, office in held if k in fitting and asked.words <= office.words}
        fitting = exact or fitting
        holder = _only(doc, fitting, last_seen)
        if holder is not None:
            found[token.i] = holder
            last_seen[holder] = token.i
    return found


def _is_definite(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    if token.tag not in ("NN", "NNP") or token.dep not in _ARGUMENTS:
        return False
    inside = [doc.tokens[c] for c in doc.children[i]]
    if any(t.dep in ("appos", "relcl", "conj", "nummod") for t in inside):
        return False
    if any(t.lower in _OTHERS for t in inside):
        return False
    owned = any(t.dep == "poss" and t.pos != "PRON" for t in inside)
    return owned or any(t.lower in _ARTICLES for t in inside)


def _phrase(doc: Document, i: int) -> Office | None:
    inside = doc.subtree(i, frozenset(("relcl", "acl", "appos", "conj", "punct", "cc", "advcl")))
    kept = [doc.tokens[k] for k in inside if doc.tokens[k].pos not in ("DET", "PART", "PUNCT")]
    return office_of([t.text for t in kept])


def _fits(asked: Office, held: Office) -> bool:
    if asked.words & _RANKS != held.words & _RANKS:
        return False
    if asked.words & (CALLINGS | FIELDS) - held.words - _RANKS:
        return False  # "the foreign minister" is not the finance minister
    return all(any(_same_stem(a, b) for b in held.bodies) for a in asked.bodies)


def _same_stem(a: str, b: str) -> bool:
    """Whether two words name one country or body: "Peru" and "Peruvian"."""
    return a == b or (min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM])


def _only(doc: Document, fitting: set[int], last_seen: dict[int, int]) -> int | None:
    """The one who fits, or the one named last if that leaves no doubt."""
    if not fitting:
        return None
    order = sorted(fitting, key=lambda k: last_seen[k])
    if len(order) == 1:
        return order[0]
    latest, before = last_seen[order[-1]], last_seen[order[-2]]
    apart = doc.tokens[latest].sentence != doc.tokens[before].sentence
    return order[-1] if apart else None
