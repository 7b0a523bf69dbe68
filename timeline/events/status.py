"""Whether an event happened, is planned, expected, denied …: its factuality.

Read from the verb group, its governors and the clauses above it, in the manner of FactBank
(Saurí and Pustejovsky, 2009), with the article's own day as the point of view.
"""

from __future__ import annotations

from datetime import date

from timeline.events.lexicon import (
    EVENT_NOUNS,
    MOTION,
    PHASES,
    PUT_OFF,
    REPORTING,
    SCHEDULED,
    TRIP_NOUNS,
)
from timeline.events.scene import Scene
from timeline.events.subjects import subject_of
from timeline.events.triggers import Trigger
from timeline.events.whereabouts import places_of
from timeline.language import Document, Tense, VerbGroup, verb_group
from timeline.language.verbs import (
    CANCELLED,
    DENIED,
    EXPECTED,
    PLANNED,
    PROPOSED,
    conditional,
    governing_lemmas,
    has_condition,
    is_calling_off,
    is_fixed,
    is_no_longer,
)
from timeline.model import AHEAD, Person, Qualifier, Status

_HEDGES = frozenset("reportedly allegedly purportedly supposedly apparently".split())
# Motion that is also being there: who "is touring Chad" is in Chad.
_STAYING = frozenset("visit tour travel".split())
_CLAIMS = frozenset("claim allege insist maintain contend assert accuse argue".split())
_GOING_ON = frozenset("begin start continue keep remain help".split())
_ONE_STOP = frozenset("stop stopover leg".split())
_ITSELF = frozenset("he she it they we i".split())
_STATUS_OF_GOVERNOR = (
    (CANCELLED, Status.CANCELLED),
    (DENIED, Status.DENIED),
    (PROPOSED, Status.PROPOSED),
    (EXPECTED, Status.EXPECTED),
    (PLANNED, Status.PLANNED),
)


def status_of(scene: Scene, trigger: Trigger) -> Status:
    """The status of an event, seen from the article's day."""
    anchor = scene.article.date
    when = trigger.time.when if trigger.time else None
    start = when.start if when else None
    if when and when.qualifier is Qualifier.BY and when.finish and when.finish > anchor:
        start = when.finish  # "is raising it by March": a deadline to come
    if trigger.group is None:
        # "this year's summit" may be either: it has not been said to have happened
        over = when is not None and (
            when.qualifier is Qualifier.SINCE or (when.finish is not None and when.finish <= anchor)
        )
        return Status.HAPPENED if over else Status.PLANNED
    if (
        puts_off(scene.doc, trigger.token)
        and when
        and when.qualifier is Qualifier.UNTIL
        and not trigger.group.negated
    ):
        return Status.PLANNED
    if _is_told_as_present(scene, trigger):
        return Status.DENIED if trigger.group.negated else Status.HAPPENED
    since = when is not None and when.qualifier is Qualifier.SINCE
    status = _of_group(scene, trigger.group, start, anchor, since)
    verbs = (trigger.token, *trigger.group.governors)
    if status in AHEAD and any(has_condition(scene.doc, i) for i in verbs):
        return Status.CONDITIONAL  # "means to go to Lima if the road is open"
    return status


def puts_off(doc: Document, i: int) -> bool:
    """Whether a verb moves something to a later day: "postponed", "put off"."""
    token = doc.tokens[i]
    return token.lemma in PUT_OFF or (token.lemma == "put" and is_calling_off(doc, i))


def _is_told_as_present(scene: Scene, trigger: Trigger) -> bool:
    """Whether a chronology tells something past in the present: "1992: The firm collapses"."""
    group = trigger.group
    if group is None or group.tense is not Tense.PRESENT or group.modal or group.governors:
        return False
    entry = scene.entry_at(trigger.token)
    when = entry.time.when if entry else None
    return when is not None and when.start is not None and when.start <= scene.article.date


def called_off(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status]
) -> dict[int, Status]:
    """Plans that a later clause cancels: "was to visit Chad in May, but the trip was cancelled"."""
    doc = scene.doc
    found: dict[int, Status] = {}
    for k, trigger in enumerate(triggers):
        if trigger.group is None or not trigger.group.passive or trigger.group.modal:
            continue
        if trigger.group.negated or not is_calling_off(doc, trigger.token):
            continue
        subject = doc.child(trigger.token, "nsubjpass", "nsubj")
        if subject is None or not _stands_for_a_plan(doc, subject):
            continue
        here = doc.tokens[trigger.token].sentence
        for plan in reversed(triggers[:k]):
            away = here - doc.tokens[plan.token].sentence
            if away > 1:
                break
            if not _may_be(scene, subject, plan, away):
                continue
            if statuses[plan.token] in (Status.PLANNED, Status.EXPECTED):
                found[plan.token] = Status.CANCELLED
                break
    return found


def _may_be(scene: Scene, off: int, plan: Trigger, away: int) -> bool:
    """Whether the noun of what is called off may mean a plan told that many sentences before."""
    doc = scene.doc
    noun = doc.tokens[off]
    places = places_of(scene, plan)
    named = [
        scene.place_at[i]
        for i in doc.subtree(off, frozenset(("relcl", "poss")))
        if i in scene.place_at
    ]
    if named and not any(
        m.text == p.text or (m.kind == "demonym" and set(m.countries) & set(p.countries))
        for m in named
        for p in places
    ):
        return False  # "is to leave for Chad. Her visit to Mali was cancelled."
    if doc.tokens[plan.token].lemma not in MOTION | TRIP_NOUNS:
        return True
    if noun.lemma in TRIP_NOUNS:
        subject = subject_of(scene, plan)
        traveller = scene.person_at(subject) if subject is not None else None
        if traveller and any(_is_anothers(scene, c, traveller) for c in _owners(doc, off)):
            return False
        if noun.lemma not in _ONE_STOP:
            return True
        # "is to fly to Chad and Mali, but that stop was cancelled"
        stops = {scene.place_at[i].text for i in doc.subtree(plan.token) if i in scene.place_at}
        return len(stops) < 2
    if noun.lemma in EVENT_NOUNS:
        return False  # "is to leave for Chad. The concert was cancelled."
    return noun.lemma == "plan" or away == 0  # "flies to Chad for a concert. It was cancelled."


def _owners(doc: Document, trip: int) -> list[int]:
    """Those whose a trip is: "the band's tour", "a visit by the band"."""
    by = (p for p in doc.children_of(trip, "prep") if doc.tokens[p].lower == "by")
    return [*doc.children_of(trip, "poss"), *(k for p in by for k in doc.children_of(p, "pobj"))]


def _is_anothers(scene: Scene, owner: int, traveller: Person) -> bool:
    """Whether the owner of a trip is not its traveller; of an unclear "her" that is not known."""
    person = scene.person_at(owner)
    return person != traveller and (person is not None or scene.doc.tokens[owner].tag != "PRP$")


def _stands_for_a_plan(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    return token.lower in ("it", "that", "plan", "plans") or token.lemma in EVENT_NOUNS


def _of_group(
    scene: Scene, group: VerbGroup, start: date | None, anchor: date, since: bool = False
) -> Status:
    doc = scene.doc
    lemmas = governing_lemmas(doc, group)
    if "like" in lemmas:
        return Status.PROPOSED
    if _is_given_up(doc, group):
        return Status.CANCELLED
    for words, status in _STATUS_OF_GOVERNOR:
        for lemma in lemmas:
            if lemma in words and not (lemma == "go" and not group.infinitive):
                return status
    if "be" in lemmas:  # "is to open"
        return Status.PLANNED
    if group.governors:  # aspectual: "began to leave" happened when it began
        top = verb_group(doc, group.governors[-1])
        goes_on = top.tense is Tense.PRESENT and not (top.perfect or top.modal or top.negated)
        if goes_on and doc.tokens[top.head].lemma in _GOING_ON:
            return Status.ONGOING
        return _of_group(scene, verb_group(doc, group.governors[-1]), start, anchor)
    if group.passive and (is_calling_off(doc, group.head) or is_dropped(doc, group.head)):
        return Status.CANCELLED
    if conditional(doc, group.head):
        return Status.CONDITIONAL
    if _is_denied(doc, group.head):
        return Status.DENIED
    return _of_tense(scene, group, start, anchor, since)


def _is_given_up(doc: Document, group: VerbGroup) -> bool:
    """ "Will no longer go to Lima", "no longer plans to go": a plan until now."""
    planned = bool(set(governing_lemmas(doc, group)) & (PLANNED | EXPECTED | PROPOSED | {"be"}))
    ahead = planned or group.tense is Tense.FUTURE or group.modal == "would"
    return ahead and any(is_no_longer(doc, i) for i in (group.head, *group.governors))


def is_dropped(doc: Document, i: int) -> bool:
    """ "Her visit to Lima was dropped": of other things that are dropped, they fall."""
    subject = doc.child(i, "nsubjpass")
    trip = subject is not None and doc.tokens[subject].lemma in TRIP_NOUNS
    return trip and doc.tokens[i].lemma in ("drop", "axe", "ditch")


def _of_tense(
    scene: Scene, group: VerbGroup, start: date | None, anchor: date, since: bool
) -> Status:
    doc = scene.doc
    if group.passive and not group.negated:
        if doc.tokens[group.head].lemma in EXPECTED:
            return Status.EXPECTED
        if doc.tokens[group.head].lemma in PLANNED and not is_fixed(doc, group):
            return Status.PLANNED
        if doc.tokens[group.head].lemma == "propose" and group.tense is Tense.PRESENT:
            return Status.PROPOSED
    if group.tense is Tense.FUTURE:
        return Status.DENIED if group.negated else Status.PLANNED
    if group.modal:
        return _of_modal(doc, group)
    lasts = group.perfect and group.tense is Tense.PRESENT and (since or group.progressive)
    if lasts and not group.negated:
        return Status.ONGOING  # "has led the bank since 2019", "has been fighting"
    if group.tense is Tense.PAST or group.perfect:
        if group.negated or _subject_is_nothing(doc, group.head):
            return Status.DENIED
        if group.tense is Tense.PRESENT and _waits(scene, group.head, anchor):
            return Status.PLANNED
        if _hedged(doc, group.head) or _is_own_claim(doc, group.head):
            return Status.REPORTED
        return Status.HAPPENED
    if group.tense is Tense.PRESENT:
        return _of_present(doc, group, start, anchor)
    return _of_nonfinite(scene, group, start, anchor)


def _is_denied(doc: Document, i: int) -> bool:
    """Whether a verb stands in what somebody denies."""
    token = doc.tokens[i]
    return token.dep == "ccomp" and doc.tokens[token.head].lemma == "deny"


def _of_modal(doc: Document, group: VerbGroup) -> Status:
    if group.perfect:
        return Status.REPORTED
    if group.modal in ("would", "'d") and any(
        doc.tokens[k].lemma in REPORTING | PLANNED for k in doc.ancestors(group.head)
    ):
        return Status.PLANNED  # "said it would": the future as seen from the past
    if group.modal == "should" and doc.tokens[group.head].lemma in PHASES:
        return Status.EXPECTED  # "work should begin in May"
    if group.modal in ("should", "must", "ought"):
        return Status.PROPOSED
    return Status.CONDITIONAL


def _of_present(doc: Document, group: VerbGroup, start: date | None, anchor: date) -> Status:
    token = doc.tokens[group.head]
    if start and start > anchor:
        return Status.PLANNED
    if group.progressive or group.passive:
        leaving = token.lemma in MOTION and token.lemma not in _STAYING
        return Status.PLANNED if leaving and start is None else Status.ONGOING
    ahead = token.lemma in MOTION | SCHEDULED or token.lemma == "be"
    return Status.PLANNED if ahead else Status.ONGOING


def _of_nonfinite(scene: Scene, group: VerbGroup, start: date | None, anchor: date) -> Status:
    doc = scene.doc
    token = doc.tokens[group.head]
    if start and start > anchor:
        return Status.PLANNED
    if token.tag == "VBN":
        fixed = token.lemma == "set" and start is not None and start < anchor  # "set in 2014"
        ahead = token.lemma in PLANNED | EXPECTED and not fixed
        return Status.PLANNED if ahead else Status.HAPPENED
    head = next(
        (k for k in doc.ancestors(group.head) if doc.tokens[k].pos in ("VERB", "AUX")), None
    )
    if head is None:
        return Status.PLANNED if group.infinitive else Status.HAPPENED
    above = _of_group(scene, verb_group(doc, head), start, anchor)
    # "flew in to meet": the purpose of a thing that happened need not have
    return Status.PLANNED if group.infinitive and above is Status.HAPPENED else above


def _subject_is_nothing(doc: Document, i: int) -> bool:
    subject = doc.child(i, "nsubj", "nsubjpass")
    return subject is not None and doc.tokens[subject].lower in (
        "nothing",
        "nobody",
        "none",
        "no-one",
    )


def _waits(scene: Scene, i: int, anchor: date) -> bool:
    """Whether a clause tells what comes first: "will decide after it has heard them"."""
    doc = scene.doc
    marks = {doc.tokens[c].lower for c in doc.children_of(i, "mark", "advmod")}
    head = doc.tokens[i].head
    if doc.tokens[i].dep != "advcl" or not marks & {"after", "once", "when", "until", "before"}:
        return False
    above = _of_group(scene, verb_group(doc, head), None, anchor)
    return above in (Status.PLANNED, Status.EXPECTED) or doc.tokens[head].lemma in EXPECTED


def _is_own_claim(doc: Document, i: int) -> bool:
    """Whether a clause is one party's word for it: "the firm says it paid", "claims that …"."""
    token = doc.tokens[i]
    above = doc.tokens[token.head]
    if token.dep != "ccomp" or above.i == i:
        return False
    subject = doc.child(i, "nsubj", "nsubjpass")
    itself = subject is not None and doc.tokens[subject].lower in _ITSELF
    return above.lemma in _CLAIMS or (above.lemma in ("say", "tell") and itself)


def _hedged(doc: Document, i: int) -> bool:
    return any(doc.tokens[c].lower in _HEDGES for c in doc.children_of(i, "advmod"))
