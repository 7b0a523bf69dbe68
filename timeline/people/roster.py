"""Who is who in one article: every name, title, pronoun and role noun under one identity.

The passes follow Stanford's multi-pass sieve (Raghunathan et al., 2010): the surest evidence
first, each pass building on the ones before. Full names come first, then surnames, then role
nouns and pronouns, which are marked as inferred.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.language import Document
from timeline.model import Person
from timeline.people.bodies import mistaken_bodies
from timeline.people.extents import core, joined_words
from timeline.people.identity import Identity, PersonMention, Register, short_names
from timeline.people.lexicon import gender_of_given_name
from timeline.people.names import is_titled, name_spans
from timeline.people.namesakes import Seen
from timeline.people.offices import Office, office_of, resolve_offices
from timeline.people.pronouns import resolve_pronouns
from timeline.people.roles import (
    CALLINGS,
    apposed_calling,
    gender_of,
    is_honorific,
    role_of,
)

_NAMING = frozenset(
    "name appoint elect choose hire nominate select pick install confirm reappoint elevate".split()
)
_ROLE_ENDS = frozenset(("relcl", "acl", "appos", "punct", "conj", "cc", "agent", "npadvmod"))
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "punct"))
_LONGEST_OFFICE = 16
_BECOMING = frozenset("be become remain".split())


@dataclass(frozen=True)
class Roster:
    """The persons of an article and every mention of them.

    Attributes:
        persons: in order of first mention.
        mentions: by the index of each token that a mention covers.
        role_spans: characters of each person's role, where one is given.
        bodies: tokens of names that look like persons' and are companies' and clubs'.
    """

    persons: tuple[Person, ...]
    mentions: dict[int, PersonMention]
    role_spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    bodies: frozenset[int] = frozenset()


def identify(doc: Document, not_people: frozenset[int] = frozenset()) -> Roster:
    """Find the persons of an article.

    Args:
        doc: the parsed article.
        not_people: tokens that are known to be something else (countries, say).

    Returns:
        The roster; empty if the article names nobody.
    """
    bodies = mistaken_bodies(doc, not_people)
    not_people |= bodies
    spans = name_spans(doc, not_people)
    register = Register()
    mentions: dict[int, PersonMention] = {}
    full = [s for s in spans if len(core(_form(doc, *s))) > 1]
    # the longest forms first, so that what is shorter finds what it is short for
    for first, last in sorted(full, key=lambda s: (s[0] - s[1], s[0])):
        index = register.add(_form(doc, first, last))
        _record(doc, first, last, index, register.identities[index], mentions)
    single = {first: (first, last) for first, last in spans if first not in mentions}
    _name_couples(doc, register, mentions, single)
    _name_the_rest(doc, register, mentions, single, not_people)
    identities = register.identities
    _join_trailing_names(doc, identities, mentions)
    _read_predicates(doc, identities, mentions)

    first_at: dict[int, int] = {}
    for m in mentions.values():
        first_at[m.person] = min(m.first, first_at.get(m.person, m.first))
    order = sorted(first_at, key=first_at.__getitem__)
    rank = {old: new for new, old in enumerate(order)}
    named = {
        i: PersonMention(m.first, m.last, rank[m.person], m.inferred) for i, m in mentions.items()
    }
    ordered = [identities[k] for k in order]
    roles = [_best_role(doc, identity) for identity in ordered]
    persons = tuple(_person(doc, one, role) for one, role in zip(ordered, roles, strict=True))
    role_spans = {k: role for k, role in enumerate(roles) if role[1]}
    offices = [_offices(doc, identity) for identity in ordered]
    at = {i: m.person for i, m in named.items()}
    for i, k in resolve_offices(doc, offices, at).items():
        named[i] = PersonMention(i, i + 1, k, inferred=True)
        at[i] = k
    for i, k in resolve_pronouns(doc, at, [one.gender for one in ordered]).items():
        named[i] = PersonMention(i, i + 1, k, inferred=True)
    return Roster(persons, named, role_spans, bodies)


def _form(doc: Document, first: int, last: int) -> str:
    return doc.text[doc.tokens[first].start : doc.tokens[last - 1].end]


def _name_the_rest(
    doc: Document,
    register: Register,
    mentions: dict[int, PersonMention],
    single: dict[int, tuple[int, int]],
    not_people: frozenset[int],
) -> None:
    """Find the persons of bare names: surnames, first names, nicknames, mononyms."""
    bare = frozenset(w for a, b in single.values() for w in core(_form(doc, a, b)))
    short = short_names(register.identities, bare | _acting(doc, not_people))
    within = {
        i
        for n in doc.names
        if n.last - n.first > 1 and len(core(n.text)) > 1
        for i in range(n.first, n.last)
    }
    common = frozenset(t.text for t in doc.tokens if t.text[:1].islower())
    known = {core(_form(doc, a, b))[-1] for a, b in single.values()}
    seen = Seen(mentions)
    for token in doc.tokens:
        i = token.i
        seen.pass_by(i)
        if i in mentions or i in not_people:
            continue
        first, last = single.get(i, (i, joined_words(doc, i)))
        sure = i in single
        # a sentence's first word has its capital in any case: "Bakers struck", "Baker struck"
        opens = i == doc.sentence_of(i).first and token.tag not in ("NNP", "NNPS")
        noun = (token.tag.startswith("NN") or _acts(doc, i)) and token.lower not in common
        if not sure and not (token.text[:1].isupper() and (noun or not opens)):
            continue
        if not sure and i in within and not is_titled(doc, i):
            continue
        word = core(_form(doc, first, last))[-1]
        inferred = False
        if word in short:
            index, inferred = seen.whose(doc, short[word], first, register.identities)
            if index is None:
                continue
            if index < 0:  # "President Ruiz" is not the first lady of that name
                index = register.alone(_with_honorific(doc, first, last))
                if index not in short[word]:
                    short[word].append(index)
        elif sure or (word in known and last == i + 1):
            index = register.alone(_form(doc, first, last))
        else:
            continue
        _record(doc, first, last, index, register.identities[index], mentions, inferred)


def _acts(doc: Document, i: int) -> bool:
    """Whether a sentence opens with a subject that is tagged as no noun: "Drake even paid"."""
    token = doc.tokens[i]
    verb = doc.tokens[token.head]
    opens = i == doc.sentence_of(i).first and token.dep in ("nsubj", "nsubjpass")
    return opens and verb.i > i + 1 and verb.tag in ("VBD", "VBZ") and token.pos != "PRON"


def _name_couples(
    doc: Document,
    register: Register,
    mentions: dict[int, PersonMention],
    single: dict[int, tuple[int, int]],
) -> None:
    """Give a couple the family name that they share: "John and Mary Ashdown"."""
    for first, last in list(single.values()):
        other = mentions.get(last + 1)
        if last - first > 1 or other is None or doc.tokens[last].lower not in ("and", "&"):
            continue
        given = gender_of_given_name(doc.tokens[first].text)
        partner = gender_of_given_name(doc.tokens[other.first].text)
        if other.first == last + 1 and given and partner and given != partner:
            family = _form(doc, other.last - 1, other.last)
            index = register.add(f"{doc.tokens[first].text} {family}")
            _record(doc, first, last, index, register.identities[index], mentions)
            del single[first]


def _acting(doc: Document, not_people: frozenset[int]) -> frozenset[str]:
    """Bare capitalised words, in lower case, that do something: "Chen left", "Wowa was born"."""
    return frozenset(
        token.lower
        for token in doc.tokens
        if token.tag == "NNP"
        and token.dep in ("nsubj", "nsubjpass")
        and token.i not in not_people
        and not doc.children_of(token.i, "compound", "det", "nmod", "amod")
    )


def _with_honorific(doc: Document, first: int, last: int) -> str:
    """ "Mrs Lund" where another Lund is in the story."""
    if first and is_honorific(doc.tokens[first - 1].text):
        first -= 1
    return _form(doc, first, last)


def _record(
    doc: Document,
    first: int,
    last: int,
    index: int,
    identity: Identity,
    mentions: dict[int, PersonMention],
    inferred: bool = False,
) -> None:
    form = _form(doc, first, last)
    if len(core(form)) == 1 and not inferred:
        identity.forms[form] += form not in identity.forms
    a, b = role_of(doc, first, last)
    start = first
    if b:
        told = gender_of(doc.text[a:b])
        if told and b <= doc.tokens[first].start:
            identity.gender = told
        if not is_honorific(doc.text[a:b]):
            identity.roles.append((a, b))
        if 0 < b <= doc.tokens[first].start:  # the office is part of the mention
            span = doc.tokens_in(a, b)
            start = span.start if span.stop == first else first
            head = doc.head_of(range(first, last))
            noun = apposed_calling(doc, head) if head is not None else None
            if noun is not None and noun < first:
                mentions.setdefault(noun, PersonMention(first, last, index, inferred))
    for i in range(start, last):
        mentions[i] = PersonMention(first, last, index, inferred)


def _join_trailing_names(
    doc: Document, identities: list[Identity], mentions: dict[int, PersonMention]
) -> None:
    """Join an office to the name that ends its phrase: "the head of the Lima Bank Ana Ruiz"."""
    for token in doc.tokens:
        if token.lower not in CALLINGS or token.i in mentions:
            continue
        inside = doc.subtree(token.i, _CLAUSES)
        if not doc.children_of(token.i, "prep") or inside[-1] - token.i > _LONGEST_OFFICE:
            continue
        mention = mentions.get(inside[-1])
        if mention is None or mention.first <= token.i or mention.last != inside[-1] + 1:
            continue
        before = doc.tokens[mention.first - 1]
        if before.tag in ("NNP", "NNPS", "NN", "NNS") and mention.first - 1 not in mentions:
            mentions[token.i] = mention
            opening = [i for i in inside if i <= token.i and doc.tokens[i].pos != "DET"]
            identities[mention.person].roles.append((doc.tokens[opening[0]].start, before.end))


def _read_predicates(
    doc: Document, identities: list[Identity], mentions: dict[int, PersonMention]
) -> None:
    """Learn the offices that clauses give.

    "Ruiz is the bank's owner", "was elected president", "named Ruiz as its chairman".
    """
    for token in doc.tokens:
        verb = doc.tokens[token.head]
        as_what = token.dep == "pobj" and verb.lower == "as"
        if as_what:
            verb = doc.tokens[verb.head]
            if verb.lemma not in _NAMING:
                continue
        elif token.dep not in ("attr", "oprd"):
            continue
        if token.lower not in CALLINGS or token.i in mentions:
            continue
        subject = doc.child(verb.i, "nsubj", "nsubjpass")
        passive = doc.child(verb.i, "nsubjpass") is not None
        if as_what or token.dep == "oprd":
            subject = subject if passive else doc.child(verb.i, "dobj")
        if subject not in mentions or not (as_what or passive or verb.pos in ("VERB", "AUX")):
            continue
        if token.dep == "attr" and verb.lemma not in _BECOMING and not passive:
            continue
        inside = doc.subtree(token.i, _ROLE_ENDS)
        inside = [i for i in inside if doc.tokens[i].tag not in ("DT", "PRP$")]
        identities[mentions[subject].person].roles.append(
            (doc.tokens[inside[0]].start, doc.tokens[inside[-1]].end)
        )


def _best_role(doc: Document, identity: Identity) -> tuple[int, int]:
    """The role that says most: one that names an office, the longest."""

    def worth(span: tuple[int, int]) -> tuple[bool, int]:
        words = doc.text[span[0] : span[1]]
        return any(w.lower() in CALLINGS for w in words.split()), len(words)

    return max(identity.roles, key=worth, default=(0, 0))


def _offices(doc: Document, identity: Identity) -> list[Office]:
    found = [
        office_of([t.text for t in doc.tokens[span.start : span.stop] if t.pos != "PART"])
        for a, b in identity.roles
        for span in (doc.tokens_in(a, b),)
    ]
    return list(dict.fromkeys(office for office in found if office is not None))


def _person(doc: Document, identity: Identity, role: tuple[int, int]) -> Person:
    name = identity.name
    aliases = tuple(sorted(form for form in identity.forms if form != name))
    return Person(name, aliases, doc.text[role[0] : role[1]])
