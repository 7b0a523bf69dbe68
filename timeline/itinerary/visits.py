"""What an article says of who was, is or will be where: the evidence for itineraries.

Evidence comes from motion and presence verbs, from trips named by a noun ("his stop in Lima"), and
from lists of countries in the order of travel.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.events import Scene
from timeline.events.lexicon import MOTION, TRIP_NOUNS
from timeline.events.status import status_of
from timeline.events.subjects import subject_of
from timeline.events.triggers import Trigger
from timeline.events.whereabouts import coordinated_places, own_places, places_of
from timeline.language import verb_group
from timeline.language.verbs import CANCELLED, DENIED, EXPECTED, PLANNED, PROPOSED
from timeline.model import Event, Person, Place, Span, Status, TimexType, When
from timeline.places import PlaceMention

# Verbs that put their subject in the place where the event is.
_PRESENCE = frozenset(
    "inspect present deliver unveil perform lecture teach train compete pray lay watch celebrate"
    " spend rest check appear visit sleep land gather confer inspect launch"
    " meet attend speak address join sit hold sign open inaugurate dine receive greet give take"
    " testify preach play appear campaign lead chair host be stay spend confer talk".split()
)
# "a tour that takes in …", "a trip covering …"
_TAKE_IN = frozenset("take include cover span visit comprise begin start stop lead".split())
# Verbs by which the subject makes the trip that is their object: "will begin a tour of …".
_MAKE_TRIP = MOTION | frozenset(
    "begin start make embark take pay end launch finish complete conclude undertake".split()
)
_MADE = frozenset("make pay take end finish complete conclude".split())
_LEAVE = frozenset("leave depart quit flee exit".split())
_CARRIED = frozenset("fly take bring extradite deport transfer drive evacuate".split())


@dataclass(slots=True)
class Visit:
    """One piece of evidence that a person is in a place.

    Attributes:
        person: the traveller.
        place: where, with the country codes that a region covers.
        offset: the character where the evidence stands.
        status: None where a noun alone does not tell.
        leaves: whether it is the end of a stay.
        moves: whether somebody travels, rather than just is there.
        returns: whether it is said to be a return.
        stays: whether it says how long somebody stays, rather than what they do there.
        days: the shortest and longest stay in days, where it is said.
        follows: whether it is said to come after the stop before it in the text.
        before: the places that it is said to come before.
        listed_after: the visit before it in a list that is in the order of travel.
    """

    person: Person
    place: Place
    covers: tuple[str, ...]
    offset: int
    status: Status | None
    quote: Span
    when: When | None = None
    leaves: bool = False
    moves: bool = True
    returns: bool = False
    stays: bool = False
    reason: str = ""
    days: tuple[int, int] | None = None
    follows: bool = False
    event_id: str = ""
    purpose: str = ""
    before: list[Place] = field(default_factory=list)
    listed_after: Visit | None = None


def find_visits(scene: Scene, triggers: list[Trigger], events: tuple[Event, ...]) -> list[Visit]:
    """All evidence in an article, in text order."""
    by_offset = {event.trigger.start: event for event in events}
    visits: list[Visit] = []
    for trigger in triggers:
        event = by_offset.get(scene.doc.tokens[trigger.token].start)
        if event is not None and trigger.group is not None:
            visits += _from_verb(scene, trigger, event)
    visits += _from_nouns(scene, by_offset)
    return sorted(visits, key=lambda v: v.offset)


def _travellers(scene: Scene, trigger: Trigger) -> list[Person]:
    subject = subject_of(scene, trigger)
    if subject is None:
        return []
    doc = scene.doc
    heads = [subject, *doc.children_of(subject, "conj")]
    # "accompanied by", "with his wife": those who go along
    for p in doc.children_of(trigger.token, "prep"):
        if (
            doc.tokens[p].lower in ("with", "alongside")
            and doc.tokens[trigger.token].lemma in MOTION
        ):
            heads += doc.children_of(p, "pobj")
    people = [scene.person_at(h) for h in heads]
    return list({p.name: p for p in people if p is not None}.values())


def _from_verb(scene: Scene, trigger: Trigger, event: Event) -> list[Visit]:
    doc = scene.doc
    lemma = doc.tokens[trigger.token].lemma
    group = trigger.group
    assert group is not None
    moving = lemma in MOTION or (lemma in _CARRIED and group.passive)
    if not moving and lemma not in _PRESENCE:
        return []
    mentions = [m for m in places_of(scene, trigger) if m.place is not None]
    mentions.sort(key=lambda m: m.start)
    origins = own_places(scene, trigger.token, "from") if moving else []
    visits: list[Visit] = []
    for person in _travellers(scene, trigger):
        previous: Visit | None = None
        for mention in origins:  # "flew in from Lima"
            previous = _visit(scene, person, mention, trigger.token, event.status, event)
            previous.leaves = True
            previous.event_id = ""
            visits.append(previous)
        for mention in mentions:
            visit = _visit(scene, person, mention, trigger.token, event.status, event)
            visit.moves = moving
            visit.leaves = lemma in _LEAVE
            visit.stays = lemma in ("stay", "remain", "be")
            visit.returns = lemma == "return"
            # "will move through A, B and C": the list is in the order of travel
            if moving and len(mentions) > 1:
                visit.listed_after = previous
                visit.when = visit.when if previous is None else None
            elif origins:
                visit.listed_after = previous
            previous = visit
            visits.append(visit)
    return visits


def _visit(
    scene: Scene,
    person: Person,
    mention: PlaceMention,
    token: int,
    status: Status | None,
    event: Event | None = None,
) -> Visit:
    doc = scene.doc
    place = mention.place
    assert place is not None
    sentence = doc.sentence_of(token)
    return Visit(
        person,
        place,
        scene.gazetteer.members(place.name) or (place.country,),
        mention.start,
        status,
        Span(sentence.start, sentence.end, doc.text[sentence.start : sentence.end]),
        when=event.when if event and event.when.is_dated else None,
        reason=event.reason if event else "",
        follows=_comes_next(scene, token),
        event_id=event.id if event else "",
        purpose=_purpose(scene, token),
        before=_places_after(scene, token, "before"),
    )


def _comes_next(scene: Scene, token: int) -> bool:
    """Whether "from there", "then" or "after that" ties a clause to the stop before it."""
    doc = scene.doc
    for c in doc.children[token]:
        t = doc.tokens[c]
        if t.dep == "advmod" and t.lower in ("then", "next", "afterwards", "afterward"):
            return True
        below = {doc.tokens[k].lower for k in doc.children[c]}
        if t.dep == "prep" and t.lower in ("from", "after") and below & {"there", "that", "here"}:
            return True
    return False


def _places_after(scene: Scene, token: int, preposition: str) -> list[Place]:
    """The places in "before his stop in Lima", "before heading to Lima"."""
    doc = scene.doc
    found: list[Place] = []
    for c in doc.children[token]:
        if doc.tokens[c].lower == preposition or any(
            doc.tokens[m].lower == preposition for m in doc.children_of(c, "mark")
        ):
            for i in doc.subtree(c):
                mention = scene.place_at.get(i)
                if mention is not None and mention.place is not None and i != c:
                    found.append(mention.place)
    return found


def _purpose(scene: Scene, token: int) -> str:
    """What for: "for the climate summit", in the article's words."""
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


def _from_nouns(scene: Scene, by_offset: dict[int, Event]) -> list[Visit]:
    """Trips named by a noun: "his stop in Lima", "Costa's three-day visit to Peru"."""
    doc = scene.doc
    visits: list[Visit] = []
    for token in doc.tokens:
        if token.pos != "NOUN" or token.lemma not in TRIP_NOUNS:
            continue
        person = _possessor(scene, token.i)
        if person is None:
            continue
        mentions = own_places(scene, token.i, "to in of through at") + _taken_in(scene, token.i)
        if not mentions:
            mentions = _only_destination(scene, token.i)
        owned = any(doc.tokens[c].dep == "poss" for c in doc.children[token.i])
        # "left on a journey to Peru": the leaving has happened, Peru is yet to come
        made = doc.tokens[doc.tokens[token.i].head].lemma in _MADE and token.dep == "dobj"
        status = _noun_status(scene, token.i) if owned or made else None
        previous: Visit | None = None
        for mention in mentions:
            visit = _visit(scene, person, mention, token.i, status, by_offset.get(token.start))
            visit.days = _length(scene, token.i) if len(mentions) == 1 else None
            visit.offset = token.start
            visit.listed_after = previous
            previous = visit
            visits.append(visit)
    return visits


def _taken_in(scene: Scene, noun: int) -> list[PlaceMention]:
    """The stops of "a tour that takes in Chad, Niger and Mali", in order."""
    doc = scene.doc
    return [
        mention
        for clause in doc.children_of(noun, "relcl", "acl")
        if doc.tokens[clause].lemma in _TAKE_IN
        for place in doc.children_of(clause, "dobj", "prep")
        for mention in (
            coordinated_places(scene, place)
            or [m for k in doc.children_of(place, "pobj") for m in coordinated_places(scene, k)]
        )
    ]


def _possessor(scene: Scene, noun: int) -> Person | None:
    doc = scene.doc
    for c in doc.children[noun]:
        if doc.tokens[c].dep in ("poss", "compound", "nmod") and scene.person_at(c):
            return scene.person_at(c)
        if doc.tokens[c].dep in ("prep", "agent") and doc.tokens[c].lower in ("by", "of"):
            for k in doc.children_of(c, "pobj"):
                if scene.person_at(k):
                    return scene.person_at(k)
    if any(doc.tokens[c].dep == "poss" for c in doc.children[noun]):
        return None
    verb = next((k for k in doc.ancestors(noun) if doc.tokens[k].pos == "VERB"), None)
    if verb is None or doc.tokens[verb].lemma not in _MAKE_TRIP:
        return None
    subject = subject_of(scene, Trigger(verb, verb_group(doc, verb)))
    return scene.person_at(subject) if subject is not None else None


def _only_destination(scene: Scene, noun: int) -> list[PlaceMention]:
    """Where a trip without a place goes: the one place that the sentence moves things to."""
    doc = scene.doc
    sentence = doc.sentence_of(noun)
    found = []
    for p in range(sentence.first, sentence.last):
        if doc.tokens[p].dep == "prep" and doc.tokens[p].lower in ("to", "in"):
            found += [
                scene.place_at[k]
                for k in doc.children_of(p, "pobj")
                if k in scene.place_at and scene.place_at[k].place is not None
            ]
    distinct = {m.text: m for m in found}
    return list(distinct.values()) if len(distinct) == 1 else []


def _length(scene: Scene, noun: int) -> tuple[int, int] | None:
    """How long a trip lasts: "a three-day visit"."""
    doc = scene.doc
    below = set(doc.subtree(noun, frozenset(("relcl", "acl", "prep"))))
    for time in scene.times:
        inside = below & set(doc.tokens_in(time.start, time.end))
        if inside and time.type is TimexType.DURATION and time.days:
            return time.days
    return None


def _planned_for(scene: Scene, noun: int) -> bool:
    """ "plans for a visit", "agreed to a visit", "called off": the verb is about the trip."""
    token = scene.doc.tokens[noun]
    return token.dep == "pobj" and scene.doc.tokens[token.head].lower in ("for", "to", "off")


def _noun_status(scene: Scene, noun: int) -> Status | None:
    """Whether a trip named by a noun is still to come, by its adjectives and its verb."""
    doc = scene.doc
    words = {doc.tokens[c].lower for c in doc.children[noun]}
    if words & {"upcoming", "planned", "forthcoming", "coming", "next", "scheduled"}:
        return Status.PLANNED
    if words & {"cancelled", "canceled", "aborted", "postponed"}:
        return Status.CANCELLED
    if words & {"recent", "last", "previous", "earlier", "first-ever"}:
        return Status.HAPPENED
    for k in doc.ancestors(noun):
        if doc.tokens[k].pos in ("VERB", "AUX"):
            group = verb_group(doc, k)
            if doc.tokens[noun].dep == "dobj" or _planned_for(scene, noun):
                for lemmas, status in (
                    (CANCELLED, Status.CANCELLED),
                    (DENIED, Status.DENIED),
                    (EXPECTED, Status.EXPECTED),
                    (PLANNED, Status.PLANNED),
                    (PROPOSED, Status.PROPOSED),
                ):
                    if doc.tokens[k].lemma in lemmas:
                        return status
            return status_of(scene, Trigger(k, group)) if group.is_finite else None
    return None
