"""Whether a verb tells an event, or an opinion, a state, a question, a general truth."""

from __future__ import annotations

from timeline.events.lexicon import (
    ANNOUNCING,
    MOTION,
    REPORTING,
    SOMETIMES_EVENTS,
    STATES,
)
from timeline.events.scene import Scene
from timeline.language import Document, Tense, VerbGroup, verb_group
from timeline.language.verbs import conditional
from timeline.model import TimeExpression

_NOTHING = frozenset("nothing anything something everything what".split())
_POINTERS = frozenset("this that these those which".split())
_AS_IF = frozenset(("like", "as if", "as though"))
# "is only to protect them": what something is for, and no plan
_MERELY = frozenset("only merely simply just solely mainly purely".split())
# To ask is to say something, and what is asked for may never come.
_ASKING = frozenset("ask call urge request encourage beg implore exhort".split())
# What is had when it is "held": a post, a part of a firm, a view.
_HOLDINGS = frozenset(
    "post position office job title seat rank degree passport citizenship share stake majority"
    " percent % interest asset view opinion belief record".split()
)
_QUOTE_MODALS = frozenset("would could may might should must can ought 'd".split())


def places_somebody(scene: Scene, i: int) -> bool:
    """Whether a form of "be" puts a person in a place ("she will be in Nairobi")."""
    doc = scene.doc
    subject = doc.child(i, "nsubj")
    if subject is None or scene.person_at(subject) is None or doc.child(i, "attr", "acomp"):
        return False
    return any(
        doc.tokens[p].lower in ("in", "at")
        and any(o in scene.place_at for o in doc.children_of(p, "pobj"))
        for p in doc.children_of(i, "prep")
    )


def is_event(
    scene: Scene, i: int, group: VerbGroup, time: TimeExpression | None, presence: bool
) -> bool:
    doc = scene.doc
    token = doc.tokens[i]
    sentence = doc.sentence_of(i)
    if presence:
        return not group.negated
    if token.lemma == "be" or sentence.is_heading or doc.text[sentence.end - 1] == "?":
        return False
    if token.dep in ("amod", "compound", "nmod", "csubj", "prep"):
        return False
    dated = time is not None and time.value != "PRESENT_REF"
    if _says_nothing(scene, i, dated):
        return False
    if token.lemma in REPORTING:
        return dated and group.is_finite
    if dated:
        return token.lemma not in STATES or token.lemma in SOMETIMES_EVENTS or group.is_finite
    return i not in scene.quoted and _is_undated_event(scene, i, group)


def _is_undated_event(scene: Scene, i: int, group: VerbGroup) -> bool:
    """Whether a verb that no phrase dates is news, rather than an opinion or a general truth."""
    doc = scene.doc
    token = doc.tokens[i]
    if token.lemma in STATES and token.lemma not in SOMETIMES_EVENTS:
        return False
    if token.lemma == "hold" and _is_had(doc, i):
        return False
    if token.lemma in ANNOUNCING and doc.child(i, "ccomp") is not None:
        return False  # what was announced is the event
    if conditional(doc, i) or _asks(doc, i):
        return False
    if token.lemma == "rule" and doc.child(i, "prt") is not None:
        return False  # to rule out is to have an opinion
    if any(doc.tokens[c].lower in _AS_IF for c in doc.children_of(i, "mark", "prep")):
        return False
    if group.negated and not group.perfect and group.tense is not Tense.PAST:
        return False
    if group.governors:
        top = verb_group(doc, group.governors[-1])
        if doc.tokens[top.head].lemma in _ASKING or _is_only_for(doc, top.head):
            return False
        return (top.is_finite or token.dep == "conj") and top.modal not in _QUOTE_MODALS
    if group.modal in _QUOTE_MODALS:
        said = any(doc.tokens[k].lemma in REPORTING for k in doc.ancestors(i))
        return group.modal in ("would", "'d") and said
    if not group.is_finite:
        return False
    if token.dep == "relcl" and group.tense is not Tense.FUTURE:
        return False  # what tells who somebody is
    if group.tense is Tense.PRESENT and not (group.perfect or group.progressive):
        if scene.entry_at(i) is not None and token.dep in ("ROOT", "conj"):
            return True  # "March 1992: The firm collapses"
        return token.lemma in MOTION and _can_travel(scene, i)
    if token.lemma in SOMETIMES_EVENTS:
        return has_object(doc, i) or group.tense is Tense.FUTURE
    return True


def _is_had(doc: Document, i: int) -> bool:
    """Whether to hold is to have: "held two posts at the bank", "holds 40% of the firm"."""
    return any(doc.tokens[c].lemma in _HOLDINGS for c in doc.children_of(i, "dobj"))


def _is_only_for(doc: Document, i: int) -> bool:
    """Whether a form of "be" tells a purpose: "the fence is only to keep goats out"."""
    adverbs = doc.children_of(i, "advmod")
    return doc.tokens[i].lemma == "be" and any(doc.tokens[c].lower in _MERELY for c in adverbs)


def _says_nothing(scene: Scene, i: int, dated: bool) -> bool:
    """Whether the subject is no party to anything: "that", "nothing", "which models"."""
    doc = scene.doc
    subject = doc.child(i, "nsubj", "nsubjpass")
    if subject is None or doc.tokens[i].dep == "relcl":
        return False
    word = doc.tokens[subject].lower
    if word in _NOTHING or subject in scene.time_tokens or (word in _POINTERS and not dated):
        return True
    inside = doc.subtree(subject, frozenset(("relcl", "acl")))
    return any(doc.tokens[k].tag in ("WRB", "WP$") for k in inside) or any(
        doc.tokens[c].tag == "WDT" for c in doc.children_of(subject, "det")
    )


def _asks(doc: Document, i: int) -> bool:
    """Whether a clause is an embedded question: "how much they will receive"."""
    if doc.tokens[i].dep not in ("ccomp", "pcomp"):
        return False
    return doc.tokens[doc.subtree(i)[0]].tag in ("WRB", "WP", "WDT", "WP$")


def _can_travel(scene: Scene, i: int) -> bool:
    subject = scene.doc.child(i, "nsubj")
    if subject is None:
        return scene.doc.tokens[i].dep == "conj"
    mentioned = subject in scene.roster.mentions or subject in scene.place_at
    return mentioned or scene.doc.tokens[subject].lower == "they"


def has_object(doc: Document, i: int) -> bool:
    return doc.child(i, "dobj") is not None
