"""Verb groups: tense, aspect, modality, voice and negation of one lexical verb.

A verb that only says how sure or how far along something is ("is *expected* to meet", "*began*
to move") is a governor, not an event; the chain of governors goes with the verb below them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.language.document import Document, Token


class Tense(StrEnum):
    """The tense of the finite word of a group; NONE for infinitives and participles."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


# Governors by what they say of the verb below them.
EXPECTED = frozenset("expect likely anticipate tip forecast project predict poise bound".split())
PLANNED = frozenset(
    "schedule set due slate plan prepare intend mean arrange agree promise pledge vow decide aim"
    " gear commit go".split()
)
PROPOSED = frozenset(
    "want hope wish seek propose urge ask call consider recommend suggest mull offer try attempt"
    " demand request press push encourage invite open willing"
    " ready prepared".split()
)
DENIED = frozenset("deny refuse decline reject fail refrain".split())
CANCELLED = frozenset("cancel scrap postpone abandon suspend shelve".split())
# These say that the thing below them did happen, or is happening, when they did.
ASPECTUAL = frozenset(
    "begin start continue keep stop finish resume help manage proceed come appear seem remain"
    " force allow let have".split()
)
# "have" as in "had to leave"; "use" as in "used to live".
GOVERNORS = EXPECTED | PLANNED | PROPOSED | DENIED | CANCELLED | ASPECTUAL | {"use"}

FUTURE_MODALS = frozenset({"will", "'ll", "wo", "shall"})
_FINITE = {"VBD": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT}
_AUXILIARY = ("aux", "auxpass")
_IF = frozenset(("if", "unless", "provided", "should"))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """One lexical verb with what stands around it.

    Attributes:
        head: the token that says what happens.
        tense: of the group's own finite word.
        modal: the modal in lower case, empty if none.
        governors: verbs and adjectives above it that say how sure it is, nearest first.
        infinitive: whether it is a to-infinitive.
    """

    head: int
    tense: Tense
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    modal: str = ""
    infinitive: bool = False
    governors: tuple[int, ...] = ()

    @property
    def is_finite(self) -> bool:
        """Whether the group has a tense of its own."""
        return self.tense is not Tense.NONE


def verb_group(doc: Document, i: int) -> VerbGroup:
    """Read the verb group whose lexical verb is token `i`.

    A bare verb coordinated with another shares its auxiliaries: in "will meet and sign", both
    are future.
    """
    token = doc.tokens[i]
    auxiliaries = _auxiliaries(doc, i)
    negated = doc.child(i, "neg") is not None or any(
        doc.tokens[c].lower in ("never", "no") for c in doc.children_of(i, "advmod", "preconj")
    )
    if not auxiliaries and _shares(token):
        head = _chain_head(doc, i)
        if head is not None:
            shared = verb_group(doc, head)
            if shared.modal or shared.perfect or shared.progressive or shared.infinitive:
                return VerbGroup(
                    i,
                    shared.tense,
                    shared.perfect,
                    shared.progressive,
                    shared.passive and token.tag == "VBN",
                    negated or shared.negated,
                    shared.modal,
                    shared.infinitive,
                    shared.governors,
                )
            if token.tag == "VBN" and shared.tense is Tense.PAST and not shared.passive:
                # "ran and scored": a participle here is a past tense with a wrong tag
                return VerbGroup(i, Tense.PAST, negated=negated)
    bare = token.tag == "VBN" and token.lower == token.lemma and not auxiliaries
    if bare and doc.child(i, "nsubj") is not None and doc.child(i, "xcomp") is None:
        # "The bishop set off": no participle, as its subject does what is told
        return VerbGroup(i, Tense.PAST, negated=negated)
    modal = next((a.lower for a in auxiliaries if a.tag == "MD"), "")
    perfect = any(_is_have(a, token) for a in auxiliaries)
    passive = token.tag == "VBN" and (
        any(a.dep == "auxpass" for a in auxiliaries) or doc.child(i, "nsubjpass") is not None
    )
    has = bool(auxiliaries) and all(a.lower == "'s" for a in auxiliaries)
    if passive and has and doc.child(i, "ccomp", "dobj") is not None:
        # "she's said that …": a passive has no object, so this 's is "has"
        passive, perfect = False, True
    progressive = token.tag == "VBG" and any(not _is_have(a, token) for a in auxiliaries)
    infinitive = any(a.tag == "TO" for a in auxiliaries)
    return VerbGroup(
        i,
        _tense(token, auxiliaries, modal, infinitive),
        perfect,
        progressive,
        passive,
        negated,
        modal,
        infinitive,
        _governors(doc, i, infinitive),
    )


def _auxiliaries(doc: Document, i: int) -> list[Token]:
    return [doc.tokens[c] for c in doc.children_of(i, *_AUXILIARY)]


def _shares(token: Token) -> bool:
    return token.dep == "conj" and token.tag in ("VB", "VBN", "VBG", "VBP")


def _chain_head(doc: Document, i: int) -> int | None:
    """The verb at the head of a chain "will meet, talk and sign", by a loop: chains can be long."""
    current, seen = i, {i}
    while True:
        head = _coordinate(doc, current)
        if head is None or head in seen or doc.tokens[head].tag[:2] not in ("VB", "MD"):
            return current if current != i else None
        seen.add(head)
        current = head
        if doc.child(head, *_AUXILIARY) is not None or not _shares(doc.tokens[head]):
            return head


def _coordinate(doc: Document, i: int) -> int | None:
    """The verb that token `i` is coordinated with.

    A bare form cannot be the partner of a finite one: in "heads to Rome, where he will speak
    and sign a pact" the partner of "sign" is "speak", whatever the parser says; nor can a name be,
    that the parser takes for a verb in "due to meet Anna Lind and sign a pact".
    """
    head = doc.tokens[i].head
    if head == i:
        return None
    named = doc.tokens[head].pos in ("NOUN", "PROPN")
    if doc.tokens[i].tag == "VB" and (named or doc.tokens[head].tag in _FINITE):
        first = doc.sentence_of(i).first if named else head
        for k in range(i - 1, first, -1):
            auxiliaries = [doc.tokens[c].tag for c in doc.children_of(k, "aux")]
            if doc.tokens[k].tag == "VB" and ("MD" in auxiliaries or "TO" in auxiliaries):
                return k
    return head


def _is_have(auxiliary: Token, verb: Token) -> bool:
    if auxiliary.lower in ("have", "has", "had", "'ve", "having"):
        return True
    # "she's announced" has; "he's expected", tagged as a passive, is.
    return auxiliary.lower == "'s" and verb.tag in ("VBN", "VBD") and auxiliary.dep == "aux"


def _tense(token: Token, auxiliaries: list[Token], modal: str, infinitive: bool) -> Tense:
    if modal in FUTURE_MODALS:
        return Tense.FUTURE
    if modal:
        return Tense.PRESENT
    if infinitive:
        return Tense.NONE
    for auxiliary in auxiliaries:
        if auxiliary.lower in ("'s", "is", "are", "am", "'re", "'m", "has", "have", "'ve", "does"):
            return Tense.PRESENT  # the small model tags "'s" as any tense at all
        if auxiliary.tag in _FINITE:
            return _FINITE[auxiliary.tag]
    if auxiliaries and all(a.lower in ("be", "been", "being", "having") for a in auxiliaries):
        return Tense.NONE
    if auxiliaries:
        return Tense.PRESENT
    return _FINITE.get(token.tag, Tense.NONE)


def _governors(doc: Document, i: int, infinitive: bool) -> tuple[int, ...]:
    """Governors of token `i`, nearest first: "ready", "agreed" in "agreed to be ready to go"."""
    found: list[int] = []
    current = i
    if infinitive and doc.tokens[i].dep == "conj":
        # "is due to meet her and to join a dinner": the second is as due as the first
        first = _chain_head(doc, i)
        if first is not None and any(a.tag == "TO" for a in _auxiliaries(doc, first)):
            current = first
    start = current
    while True:
        token = doc.tokens[current]
        head = doc.tokens[token.head]
        linked = token.dep in ("xcomp", "pcomp") or (
            token.dep in ("ccomp", "acl", "advcl", "oprd") and infinitive and current == start
        )
        if token.dep == "xcomp" and head.lemma == "be" and infinitive and current == start:
            return (head.i,)  # "is to open": a plan
        governs = head.lemma in GOVERNORS or _wishes(doc, head)
        # who "was called in to help" was fetched
        governs = governs and not _has_its_content(doc, head.i, current)
        governs = governs and not (head.lemma == "call" and doc.child(head.i, "auxpass"))
        if head.i == current or not linked or not governs:
            # "is set for", "ready": adjectives link through acomp to their verb
            if found and token.dep in ("acomp", "oprd") and head.lemma == "be":
                found.append(head.i)
            return tuple(found)
        if head.pos == "NOUN" and token.dep == "acl" and head.lemma not in ("plan", "offer"):
            return tuple(found)
        found.append(head.i)
        current = head.i
        infinitive = True


def _has_its_content(doc: Document, verb: int, below: int) -> bool:
    """Whether an infinitive only tells what for: "agreed to a wage cut to save jobs"."""
    if doc.tokens[verb].lemma not in ("agree", "commit"):
        return False
    return any(
        verb < p < below and doc.tokens[p].lower == "to" and doc.children_of(p, "pobj")
        for p in doc.children_of(verb, "prep")
    )


def _wishes(doc: Document, verb: Token) -> bool:
    """Whether somebody "would like to", which is to want."""
    would = ("would", "'d")
    return verb.lemma == "like" and any(
        doc.tokens[c].lower in would for c in doc.children_of(verb.i, "aux")
    )


def governing_lemmas(doc: Document, group: VerbGroup) -> list[str]:
    """The lemmas of a group's governors, nearest first."""
    return [doc.tokens[g].lemma for g in group.governors]


def has_condition(doc: Document, i: int) -> bool:
    """Whether what a verb tells hangs on something: "will go to Lima if the road is open"."""
    return any(
        conditional(doc, c)
        and not any(
            doc.tokens[k].lower == "even"
            for m in doc.children_of(c, "mark")
            for k in (max(0, m - 1), *doc.children[m])
        )
        for c in doc.children_of(i, "advcl")
    )


def is_calling_off(doc: Document, i: int) -> bool:
    """Whether a verb puts an end to a plan: "cancelled", "called off", "put off"."""
    token = doc.tokens[i]
    if token.lemma in ("call", "put"):
        return any(doc.tokens[c].lower == "off" for c in doc.children_of(i, "prt"))
    return token.lemma in CANCELLED


def is_no_longer(doc: Document, i: int) -> bool:
    """Whether "no longer" or "any more" goes with a verb: "will no longer go to Lima"."""
    return any(
        (doc.tokens[c].lower == "longer" and doc.child(c, "neg", "det", "advmod") is not None)
        or doc.tokens[c].lower == "anymore"
        for c in doc.children_of(i, "advmod")
    )


def is_fixed(doc: Document, group: VerbGroup) -> bool:
    """Whether "was set" tells of a sum or a record, and not of a plan: "bail was set at £500"."""
    if doc.tokens[group.head].lemma != "set" or group.tense is not Tense.PAST:
        return False
    links = {doc.tokens[c].lower for c in doc.children_of(group.head, "prep")}
    return "for" not in links and doc.child(group.head, "xcomp") is None


def conditional(doc: Document, i: int) -> bool:
    """Whether a verb stands in an if-clause."""
    marks = [doc.tokens[c].lower for c in doc.children_of(i, "mark")]
    return any(mark in _IF for mark in marks)
