"""Who is who in one article: every name, title, pronoun and role noun under one identity.

The passes follow Stanford's multi-pass sieve (Raghunathan et al., 2010): the surest evidence
first, each pass building on the ones before. Full names come first, then surnames, then role
nouns and pronouns, which are marked as inferred.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from timeline.language import Document
from timeline.model import Person
from timeline.people.names import is_titled, name_spans
from timeline.people.pronouns import resolve_pronouns
from timeline.people.roles import gender_of, role_of

_ROLE_NOUNS = frozenset(
    "president premier chancellor king queen emperor pope chairman chairwoman senator governor"
    " mayor ambassador envoy minister secretary leader coach judge".split()
)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Tokens `first:last` that stand for a person; `inferred` for pronouns and role nouns."""

    first: int
    last: int
    person: int
    inferred: bool = False


@dataclass(frozen=True)
class Roster:
    """The persons of an article and every mention of them.

    Attributes:
        persons: in order of first mention.
        mentions: by the index of each token that a mention covers.
        role_spans: characters of each person's role, where one is given.
    """

    persons: tuple[Person, ...]
    mentions: dict[int, PersonMention]
    role_spans: dict[int, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Identity:
    forms: Counter[str]
    gender: str = ""
    role_span: tuple[int, int] = (0, 0)


def identify(doc: Document, not_people: frozenset[int] = frozenset()) -> Roster:
    """Find the persons of an article.

    Args:
        doc: the parsed article.
        not_people: tokens that are known to be something else (countries, say).
    """
    spans = name_spans(doc, not_people)
    identities: list[_Identity] = []
    by_form: dict[str, int] = {}
    mentions: dict[int, PersonMention] = {}

    full = [s for s in spans if s[1] - s[0] > 1]
    for first, last in full:
        form = _form(doc, first, last)
        index = by_form.get(form)
        if index is None:
            index = _same_person(form, identities)
        if index is None:
            index = len(identities)
            identities.append(_Identity(Counter()))
        by_form[form] = index
        _record(doc, first, last, index, identities, mentions)

    surnames = _surnames(identities, doc, spans)
    single = {s[0] for s in spans if s[1] - s[0] == 1}
    inside_names = {
        i
        for n in doc.names
        if n.last - n.first > 1 and not _ends_a_name(n.text, identities)
        for i in range(n.first, n.last)
    } - single
    for token in doc.tokens:
        i, word = token.i, token.text
        if i in mentions or i in not_people or not word[:1].isupper():
            continue
        if word in surnames and (i not in inside_names or is_titled(doc, i)):
            index = _nearest(surnames[word], i, mentions)
        elif i in single:
            index = by_form.setdefault(word, len(identities))
            if index == len(identities):
                identities.append(_Identity(Counter()))
        else:
            continue
        _record(doc, i, i + 1, index, identities, mentions)

    first_at: dict[int, int] = {}
    for m in mentions.values():
        first_at[m.person] = min(m.first, first_at.get(m.person, m.first))
    order = sorted(first_at, key=first_at.__getitem__)
    rank = {old: new for new, old in enumerate(order)}
    named = {
        i: PersonMention(m.first, m.last, rank[m.person], m.inferred) for i, m in mentions.items()
    }
    ordered = [identities[k] for k in order]
    persons = tuple(_person(doc, identity) for identity in ordered)
    role_spans = {
        k: identity.role_span for k, identity in enumerate(ordered) if identity.role_span[1]
    }
    inferred = _role_nouns(doc, persons, named)
    named.update(inferred)
    for i, k in resolve_pronouns(
        doc, {i: m.person for i, m in named.items()}, [i.gender for i in ordered]
    ).items():
        named[i] = PersonMention(i, i + 1, k, inferred=True)
    return Roster(persons, named, role_spans)


def _form(doc: Document, first: int, last: int) -> str:
    return doc.text[doc.tokens[first].start : doc.tokens[last - 1].end]


def _same_person(form: str, identities: list[_Identity]) -> int | None:
    """The identity whose full name extends this one, or is extended by it ("Joe R. Doe")."""
    words = form.split()
    for k, identity in enumerate(identities):
        for known in identity.forms:
            other = known.split()
            short, long = sorted((words, other), key=len)
            if len(short) > 1 and short[-1] == long[-1] and short[0] == long[0]:
                return k
            if len(short) > 1 and short == long[: len(short)]:
                return k
            # "Jan de Vries … De Vries": a particle is a capital letter's way to stand alone
            if len(short) > 1 and [w.lower() for w in short] == [
                w.lower() for w in long[-len(short) :]
            ]:
                return k
    return None


def _ends_a_name(text: str, identities: list[_Identity]) -> bool:
    """Whether somebody's full name ends so ("De Vries" of "Jan de Vries")."""
    return any(
        form.lower().endswith(" " + text.lower()) for one in identities for form in one.forms
    )


def _surnames(
    identities: list[_Identity], doc: Document, spans: list[tuple[int, int]]
) -> dict[str, list[int]]:
    """Bare names that stand for a full one: its last word, or its first where the article uses it.

    East Asian names put the family name first ("Xi Jinping" … "Xi"), and an article that calls
    somebody by the first word alone tells which order it follows.
    """
    bare = {doc.tokens[a].text for a, b in spans if b - a == 1}
    surnames: dict[str, list[int]] = {}
    for k, identity in enumerate(identities):
        for form in identity.forms:
            words = form.split()
            for word in {words[-1]} | ({words[0]} & bare):
                if len(word) > 1 and k not in surnames.setdefault(word, []):
                    surnames[word].append(k)
    return surnames


def _nearest(candidates: list[int], i: int, mentions: dict[int, PersonMention]) -> int:
    """Of the persons who share a surname, the one named last before token `i`."""
    if len(candidates) == 1:
        return candidates[0]
    before = [m for m in mentions.values() if m.person in candidates and m.first < i]
    return max(before, key=lambda m: m.first).person if before else candidates[0]


def _record(
    doc: Document,
    first: int,
    last: int,
    index: int,
    identities: list[_Identity],
    mentions: dict[int, PersonMention],
) -> None:
    identity = identities[index]
    identity.forms[_form(doc, first, last)] += 1
    a, b = role_of(doc, first, last)
    if b:
        identity.gender = identity.gender or gender_of(doc.text[a:b])
        if b - a > identity.role_span[1] - identity.role_span[0]:
            identity.role_span = (a, b)
    start = first
    if (
        0 < b <= doc.tokens[first].start
    ):  # "Peruvian PM Ana Ruiz": the office is part of the mention
        start = doc.tokens_in(a, b).start
    for i in range(start, last):
        mentions[i] = PersonMention(first, last, index)


def _person(doc: Document, identity: _Identity) -> Person:
    name = max(identity.forms, key=lambda form: (len(form.split()), len(form)))
    a, b = identity.role_span
    aliases = tuple(sorted(form for form in identity.forms if form != name))
    return Person(name, aliases, doc.text[a:b])


def _role_nouns(
    doc: Document, persons: tuple[Person, ...], mentions: dict[int, PersonMention]
) -> dict[int, PersonMention]:
    """ "the president" where just one person in the article is one."""
    holders: dict[str, list[int]] = {}
    for k, person in enumerate(persons):
        for word in set(person.role.lower().split()) & _ROLE_NOUNS:
            holders.setdefault(word, []).append(k)
    found: dict[int, PersonMention] = {}
    for token in doc.tokens:
        if token.lower in holders and token.i not in mentions and len(holders[token.lower]) == 1:
            inside = [doc.tokens[c] for c in doc.children[token.i]]
            definite = any(t.lower in ("the", "both") for t in inside)
            modified = any(t.dep in ("poss", "amod", "compound", "prep", "relcl") for t in inside)
            if definite and not modified and token.dep in ("nsubj", "dobj", "pobj", "nsubjpass"):
                k = holders[token.lower][0]
                if any(m.person == k and m.first < token.i for m in mentions.values()):
                    found[token.i] = PersonMention(token.i, token.i + 1, k, inferred=True)
    return found
