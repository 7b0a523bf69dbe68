"""Whether a verb tells an event, or an opinion, a state, a question, a general truth."""

from __future__ import annotations

from timeline.events.lexicon import (
    ANNOUNCING,
    MOTION,
    PHASES,
    REPORTING,
    SCHEDULED,
    SOMETIMES_EVENTS,
    STATES,
)
from timeline.events.scene import Scene
from timeline.language import Document, Tense, VerbGroup, verb_group
from timeline.language.verbs import conditional, is_calling_off
from timeline.model import Qualifier, TimeExpression
from timeline.people.roles import CALLINGS

_NOTHING = frozenset("nothing anything something everything what".split())
_POINTERS = frozenset("this that these those which".split())
_SHOWN = frozenset(("before", "in", "at", "on"))
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
# What the police and the fire brigade respond to.
_ALARMS = frozenset(
    "call complaint report alarm alert scene emergency incident fire crash accident shooting"
    " disturbance burglary".split()
)
# Who is called for help or news, and how somebody is called to where they are needed.
_CALLED = frozenset(
    "police officer constable firefighter brigade ambulance paramedic crew doctor hospital family"
    " parent mother father wife husband son daughter friend neighbour neighbor soldier troop"
    " reinforcement witness plumber engineer diver vet priest lawyer".split()
)
_FETCHED = frozenset("in out up back away to".split())
_ACCIDENTS = frozenset("crash accident collision pile-up wreck shooting fight brawl".split())
_FORETOLD = frozenset("plan propose schedule expect".split())
_SUMMONED = frozenset(
    "strike walkout boycott election by-election vote referendum poll ballot meeting summit"
    " conference session hearing inquiry rally protest demonstration truce ceasefire".split()
)
# "the year ended in March": which year it is, and nothing that happened
_PERIODS = frozenset("year quarter month week half period".split())
_QUOTE_MODALS = frozenset("would could may might should must can ought 'd".split())


def places_somebody(scene: Scene, i: int) -> bool:
    """Whether a form of "be" puts a person in a place ("she will be in Nairobi")."""
    doc = scene.doc
    subject = doc.child(i, "nsubj")
    if subject is None and doc.tokens[i].dep == "xcomp":  # "would like to be in Nairobi"
        subject = doc.child(doc.tokens[i].head, "nsubj")
    if subject is None or scene.person_at(subject) is None or doc.child(i, "attr", "acomp"):
        return False
    return any(
        doc.tokens[p].lower in ("in", "at")
        and any(o in scene.place_at for o in doc.children_of(p, "pobj"))
        for p in doc.children_of(i, "prep")
    )


def holds_office(scene: Scene, i: int, time: TimeExpression | None) -> bool:
    """Whether a form of "be" tells from or until when somebody held an office."""
    doc = scene.doc
    subject, office = doc.child(i, "nsubj"), doc.child(i, "attr")
    if subject is None or office is None or time is None or time.when is None:
        return False
    limited = time.when.lasting or time.when.qualifier in (Qualifier.SINCE, Qualifier.UNTIL)
    person = scene.person_at(subject) is not None
    return person and limited and doc.tokens[office].lower in CALLINGS


def limit_below(scene: Scene, i: int) -> TimeExpression | None:
    """The length in "must report within ten days of her return": it dates by another event."""
    doc = scene.doc
    near = [i, *doc.children_of(i, "dobj")]
    for within in (p for k in near for p in doc.children_of(k, "prep")):
        length = doc.child(within, "pobj")
        if doc.tokens[within].lower != "within" or length is None:
            continue
        if doc.children_of(length, "prep"):
            start = doc.tokens[length].start
            times = scene.times_in(doc.tokens[length].sentence)
            return next((t for t in times if t.start <= start < t.end), None)
    return None


def is_event(
    scene: Scene, i: int, group: VerbGroup, time: TimeExpression | None, presence: bool
) -> bool:
    """Whether a verb tells an event.

    Args:
        scene: the article.
        i: the verb.
        group: its verb group.
        time: the expression that dates it directly.
        presence: whether it is a form of "be" that puts somebody somewhere.
    """
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
    if _says_nothing(scene, i, dated) or _bounds_a_period(doc, i):
        return False
    if is_saying(doc, i):
        return dated and group.is_finite
    if dated:
        return not _is_state(doc, i) or token.lemma in SOMETIMES_EVENTS or group.is_finite
    return i not in scene.quoted and not _is_aside(scene, i, group) and _is_news(scene, i, group)


def _is_state(doc: Document, i: int) -> bool:
    """Whether a verb tells a state; to appear before a judge or at a rally is to go there."""
    if doc.tokens[i].lemma == "appear" and doc.child(i, "acomp", "xcomp", "oprd") is None:
        return not any(doc.tokens[p].lower in _SHOWN for p in doc.children_of(i, "prep"))
    return doc.tokens[i].lemma in STATES and not is_calling_off(doc, i)


def _bounds_a_period(doc: Document, i: int) -> bool:
    """Whether a verb only tells which period is meant: "the quarter ended June 30"."""
    token = doc.tokens[i]
    if token.lemma not in ("end", "begin", "start"):
        return False
    period = token.head if token.dep in ("acl", "relcl") else doc.child(i, "nsubj")
    return period is not None and doc.tokens[period].lemma in _PERIODS


def is_saying(doc: Document, i: int) -> bool:
    """Whether a verb is an act of saying; to write a letter or to answer an alarm is to act."""
    token = doc.tokens[i]
    if token.lemma == "write" and has_object(doc, i):
        return doc.child(i, "ccomp") is not None
    if token.lemma == "respond" and doc.child(i, "ccomp") is None:
        to = (o for p in doc.children_of(i, "prep") for o in doc.children_of(p, "pobj"))
        return not any(doc.tokens[o].lemma in _ALARMS for o in to)
    return token.lemma in REPORTING


def _is_aside(scene: Scene, i: int, group: VerbGroup) -> bool:
    """Whether a verb that no phrase dates tells a state, an opinion, a condition or a question."""
    doc = scene.doc
    token = doc.tokens[i]
    if _is_state(doc, i) and token.lemma not in SOMETIMES_EVENTS:
        return not (_calls_event(doc, i) or _summons(scene, i) or _is_in_accident(doc, i))
    if token.lemma == "hold" and _is_had(doc, i):
        return True
    if token.lemma in ANNOUNCING and doc.child(i, "ccomp") is not None:
        return True  # what was announced is the event
    if conditional(doc, i) or _asks(doc, i):
        return True
    if token.lemma == "rule" and doc.child(i, "prt") is not None:
        return True  # to rule out is to have an opinion
    if any(doc.tokens[c].lower in _AS_IF for c in doc.children_of(i, "mark", "prep")):
        return True
    return group.negated and not group.perfect and group.tense is not Tense.PAST


def _is_news(scene: Scene, i: int, group: VerbGroup) -> bool:
    """Whether the form of a verb that no phrase dates is one that news is told in."""
    doc = scene.doc
    token = doc.tokens[i]
    if group.governors:
        top = verb_group(doc, group.governors[-1])
        above = doc.tokens[top.head].lemma
        if above in _ASKING or _is_only_for(doc, top.head):
            return False
        hoped = above == "like"  # "would like to": a wish
        return (top.is_finite or token.dep == "conj") and (hoped or top.modal not in _QUOTE_MODALS)
    if group.modal in _QUOTE_MODALS:
        return _is_foreseen(scene, i, group)
    if not group.is_finite:
        return _is_purpose_of_journey(doc, i, group)
    if token.dep == "relcl" and group.tense is not Tense.FUTURE:
        # what tells who somebody is, unless it was done somewhere
        return group.tense is Tense.PAST and not group.perfect and _is_placed(scene, i)
    if group.tense is Tense.PRESENT and not (group.perfect or group.progressive):
        return _is_present_news(scene, i, group)
    if token.lemma in SOMETIMES_EVENTS:
        return has_object(doc, i) or group.tense is Tense.FUTURE
    return True


def _is_foreseen(scene: Scene, i: int, group: VerbGroup) -> bool:
    """Whether a modal tells of what may well come: "should open", "could resume within days"."""
    doc = scene.doc
    if group.modal in ("would", "'d"):
        return any(doc.tokens[k].lemma in REPORTING for k in doc.ancestors(i))
    if group.negated or group.perfect:
        return False
    if group.modal == "should":
        return doc.tokens[i].lemma in PHASES and not _is_persons(scene, i)
    return group.modal in ("could", "may", "might") and _has_time(scene, i)


def _is_persons(scene: Scene, i: int) -> bool:
    subject = scene.doc.child(i, "nsubj", "nsubjpass")
    return subject is None or subject in scene.roster.mentions


def _has_time(scene: Scene, i: int) -> bool:
    """Whether a phrase right below a verb says when, however vaguely: "within days"."""
    doc = scene.doc
    return any(
        k in scene.time_tokens
        for c in doc.children_of(i, "prep", "npadvmod")
        for k in (c, *doc.children_of(c, "pobj"))
    )


def _is_purpose_of_journey(doc: Document, i: int, group: VerbGroup) -> bool:
    """Whether a verb tells what a journey to come is for: "flies to Rome to sign the treaty"."""
    above = doc.tokens[i].head
    if not group.infinitive or doc.tokens[i].dep not in ("xcomp", "advcl") or above > i:
        return False
    journey = verb_group(doc, above)
    past = journey.tense is Tense.PAST or journey.perfect or journey.negated or journey.governors
    return doc.tokens[above].lemma in MOTION and journey.is_finite and not past


def _is_placed(scene: Scene, i: int) -> bool:
    """Whether a phrase right below a verb or its object puts it in a place, or takes it to one."""
    doc = scene.doc
    return any(
        o in scene.place_at and o not in scene.roster.mentions
        for k in (i, *doc.children_of(i, "dobj"))
        for p in doc.children_of(k, "prep")
        if doc.tokens[p].lower in ("at", "in", "to")
        for o in doc.children_of(p, "pobj")
    )


def _is_present_news(scene: Scene, i: int, group: VerbGroup) -> bool:
    """Whether a simple present tells one event: a journey, a plan, an entry of a chronology."""
    doc = scene.doc
    token = doc.tokens[i]
    if scene.entry_at(i) is not None and token.dep in ("ROOT", "conj"):
        return True  # "March 1992: The firm collapses"
    if group.passive:  # "a second bridge is planned"
        return token.lemma in _FORETOLD and not doc.children_of(i, "ccomp", "xcomp")
    if token.lemma in SCHEDULED:
        return token.tag == "VBZ" and token.dep in ("ROOT", "conj", "ccomp")
    return token.lemma in MOTION and _can_travel(scene, i)


def _calls_event(doc: Document, i: int) -> bool:
    """Whether to call is to arrange: "called a strike"."""
    objects = (doc.tokens[c] for c in doc.children_of(i, "dobj"))
    return doc.tokens[i].lemma == "call" and any(o.lemma in _SUMMONED for o in objects)


def _summons(scene: Scene, i: int) -> bool:
    """Whether to call is to fetch or to telephone somebody: "called police", "called in"."""
    doc = scene.doc
    if doc.tokens[i].lemma != "call":
        return False
    called = doc.children_of(i, "dobj", "oprd", "nsubjpass")
    if len(called) != 1:
        return False  # "called the plan a mistake"
    who = called[0]
    if doc.tokens[who].dep == "nsubjpass":
        link = {doc.tokens[c].lower for c in doc.children_of(i, "prt", "prep", "advmod")}
        fetched = bool(link & _FETCHED) or doc.child(i, "xcomp") is not None
        return fetched and (who in scene.roster.mentions or doc.tokens[who].lemma in _CALLED)
    named = doc.tokens[who].dep == "dobj" and who in scene.roster.mentions
    return named or doc.tokens[who].lemma in _CALLED


def _is_in_accident(doc: Document, i: int) -> bool:
    """Whether somebody "was involved in a crash", which is to have had one."""
    if doc.tokens[i].lemma != "involve" or doc.child(i, "auxpass") is None:
        return False
    return any(
        doc.tokens[o].lemma in _ACCIDENTS
        for p in doc.children_of(i, "prep")
        if doc.tokens[p].lower == "in"
        for o in doc.children_of(p, "pobj")
    )


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
    subjects = doc.children_of(i, "nsubj", "nsubjpass")
    # "The next year the club folded": the parser may take the year for a subject too
    subject = next((c for c in subjects if c not in scene.time_tokens), None)
    if doc.tokens[i].dep == "relcl" or not subjects:
        return False
    if subject is None:
        return True
    word = doc.tokens[subject].lower
    if word in _NOTHING or (word in _POINTERS and not dated):
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
