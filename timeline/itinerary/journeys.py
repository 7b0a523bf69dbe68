"""Trips named by a noun: "his stop in Lima", "Costa's three-day visit to Peru", "en route to"."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.events import Scene, Trigger
from timeline.events.lexicon import MOTION, TRIP_NOUNS
from timeline.events.status import status_of
from timeline.events.subjects import subject_of
from timeline.events.whereabouts import coordinated_places, own_places
from timeline.itinerary.evidence import BEGUN, Share, Story, Visit, share_of, visit_of
from timeline.language import Document, verb_group
from timeline.language.verbs import (
    CANCELLED,
    DENIED,
    EXPECTED,
    PLANNED,
    PROPOSED,
    has_condition,
    is_calling_off,
)
from timeline.model import AHEAD, Person, Precision, Status, TimexType, When
from timeline.places import PlaceMention

# "on the way to", "en route to"
WAYS = frozenset(("way", "route"))
# "a tour that takes in …", "a trip covering …"
_TAKE_IN = frozenset("take include cover span visit comprise begin start stop lead".split())
# Verbs by which the subject makes the trip that is their object: "will begin a tour of …".
_MAKE_TRIP = MOTION | frozenset(
    "begin start make embark take pay end launch finish complete conclude undertake set wrap"
    " cut interrupt plan schedule cancel postpone delay use open".split()
)
_TALK_OF_TRIP = frozenset("plan schedule cancel postpone delay use".split())
_MADE = frozenset("make pay take end finish complete conclude wrap".split())
# How a trip stands to what is told in its clause: "said on a visit to Lima", "before his visit to".
_DURING = frozenset("on during in amid at throughout with".split())
_OF_MAKING = frozenset("dobj on with pobj for at by in from after nsubjpass during".split())
_LATER = frozenset("before ahead".split())
_OVER = frozenset("after following since from".split())
_COME_BACK = frozenset("be get fresh recover rest bring".split())
_PAST_TRIP = frozenset("recent last previous earlier first-ever".split())
_FIRST_TEN = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ORDINALS = {word: k for k, word in enumerate(_FIRST_TEN)}


def from_nouns(story: Story) -> list[Visit]:
    """The trips that an article names by a noun, with whoever makes them."""
    scene = story.scene
    doc = scene.doc
    visits: list[Visit] = []
    for i in story.others:
        token = doc.tokens[i]
        if token.pos != "NOUN" or not _is_trip(scene, i):
            continue
        person = _possessor(story, i)
        if person is None:
            continue
        mentions = destinations_of(scene, i)
        status = _status(story, i)
        way = token.lemma in WAYS
        # of "her trip was called off, she said in Lima" it is not known where it led
        if not way and status is not Status.CANCELLED:
            mentions = mentions or _only_destination(scene, i)
        role, verb = _role(scene, i)
        previous: Visit | None = None
        for mention in mentions:
            visit = visit_of(story, person, mention, i, status)
            visit.offset = token.start
            visit.whole = visit.when is not None
            visit.abroad = True
            visit.listed_after = previous
            visit.days = length_below(scene, i) if len(mentions) == 1 else None
            if way:
                visit.under_way = True
                visit.status = Status.PLANNED
            if verb is not None and previous is None:
                _date_by_clause(story, visit, role, verb, i)
                start = visit.when.start if visit.when else None
                if visit.status in BEGUN and start is not None and _is_ahead(story, start):
                    visit.status = Status.PLANNED  # "ends the trip in Lima on Sunday"
            if previous is not None:  # the date is that of the first of several stops
                visit.when, visit.dated_by, visit.told_by = None, "", previous.told_by
            elif len(mentions) > 1 and visit.share is Share.WHOLE:
                visit.share = Share.BEGIN
            previous = visit
            visits.append(visit)
    return visits


def _is_trip(scene: Scene, i: int) -> bool:
    """Whether a noun of a journey names one: "way" does only in "on the way to"."""
    token = scene.doc.tokens[i]
    if token.lemma == "way":
        return scene.doc.tokens[token.head].lower == "on"
    if token.lemma == "route":
        return i > 0 and scene.doc.tokens[i - 1].lower == "en"
    return True


def _role(scene: Scene, noun: int) -> tuple[str, int | None]:
    """The preposition between a trip and the clause that it stands in, and the clause's verb."""
    doc = scene.doc
    role, current = "", noun
    for k in doc.ancestors(noun):
        token = doc.tokens[k]
        if token.dep == "prep" and token.lower not in ("of", "to") and not role:
            role = token.lower
        if token.pos in ("VERB", "AUX"):
            return role or doc.tokens[current].dep, k
        current = k
    return role, None


def _date_by_clause(story: Story, visit: Visit, role: str, verb: int, noun: int) -> None:
    """Date a trip by what is told in its clause: "said on Monday on a visit to Lima"."""
    doc = story.scene.doc
    if _date_by_own_clause(story, visit, noun):
        return
    if verb not in story.triggers and verb not in story.others:
        return
    when, reason = story.when_at(verb)
    status = story.status_at(verb)
    if {doc.tokens[c].lower for c in doc.children[noun]} & _PAST_TRIP:
        role = "after"  # "on her recent trip to Lima": over by the article's day
    undated = visit.when is None
    back = doc.tokens[verb].lemma in MOTION | _COME_BACK
    if role in _OVER and (role != "from" or back):  # not of "cut two towns from the tour"
        _put_beside(story, visit, verb, Share.OVER)
        return
    if role in _LATER:
        _put_beside(story, visit, verb, Share.YET)
        return
    makes = doc.tokens[verb].lemma in _MAKE_TRIP  # "left on a visit to"
    nth = _day_of_trip(story.scene, noun)
    if role in _DURING and (nth is not None or not (makes and role in ("on", "with"))):
        visit.status = visit.status or status
        if undated:
            visit.when, visit.reason, visit.phrase = when, reason, story.phrase_at(verb)
            story.date_by(visit, verb, Share.WHOLE if nth is None else Share.COUNTED)
        # "said on a visit this month": the visit is; "on a visit on Monday": that was said then
        own = visit.when if visit.when is not when else None
        visit.moves = own is not None and own.precision is not Precision.DAY
        told = when or (When.on(story.scene.article.date) if status is Status.HAPPENED else None)
        if nth is not None and told is not None and told.start == told.finish and told.start:
            visit.when = When.on(told.start - timedelta(days=nth))
            visit.reason = f"told on day {nth + 1} of the trip"
            visit.phrase = ""
            visit.moves = True
        return
    # of "cancelled her visit on Monday" the day is the cancelling's
    made = doc.tokens[verb].lemma in _MAKE_TRIP - _TALK_OF_TRIP
    if made and story.event_id(verb):  # "begins her visit" tells of it as the noun does
        visit.told_by = (*visit.told_by, story.event_id(verb))
    if role == "with" and made and status in AHEAD:
        visit.status = visit.status or status  # "begins a tour next week with a stop in Lima"
    if undated and role in ("dobj", "with") and made:
        visit.when, visit.reason, visit.phrase = when, reason, story.phrase_at(verb)
        story.date_by(visit, verb)
        visit.leaves = doc.tokens[verb].lemma in ("end", "finish", "complete", "conclude", "wrap")


def _put_beside(story: Story, visit: Visit, verb: int, share: Share) -> None:
    """A trip that was over, or still to come, when something was told: "said after her visit"."""
    over = share is Share.OVER
    visit.status = visit.status or (Status.HAPPENED if over else Status.PLANNED)
    if visit.when is not None or story.status_at(verb) not in BEGUN:
        return
    story.date_by(visit, verb, share)
    when, reason = story.when_at(verb)
    visit.when = share_of(when, share) if when is not None else None
    if visit.when is not None:
        visit.leaves = over
        told = "over" if over else "still to come"
        visit.reason = f"{told} when this was told: {reason}"


def _date_by_own_clause(story: Story, visit: Visit, noun: int) -> bool:
    """Date "a tour that begins tonight" by its clause: on the way there a day may pass."""
    doc = story.scene.doc
    for clause in doc.subtree(noun):  # which the parse may hang on the place
        token = doc.tokens[clause]
        if token.dep != "relcl" or token.lemma not in ("begin", "start"):
            continue
        if clause in story.triggers or clause in story.others:
            when, reason = story.when_at(clause)
            visit.status = story.status_at(clause)
            later = when is not None and when.start is not None and _is_ahead(story, when.start)
            if later or (token.tag in ("VBZ", "VBP") and visit.status is Status.ONGOING):
                visit.status = Status.PLANNED
            story.date_by(visit, clause, Share.SET_OUT)
            if when is not None and when.start is not None:
                visit.when = share_of(when, Share.SET_OUT)
                visit.reason, visit.phrase = reason, story.phrase_at(clause)
            return True
    return False


def _is_ahead(story: Story, day: date) -> bool:
    return day > story.scene.article.date


def _day_of_trip(scene: Scene, noun: int) -> int | None:
    """0 for "on the first day of a visit", 1 for the second …"""
    doc = scene.doc
    above = doc.tokens[doc.tokens[noun].head]
    if above.lower != "of" or doc.tokens[above.head].lemma != "day":
        return None
    for c in doc.children[above.head]:
        if doc.tokens[c].lower in _ORDINALS:
            return _ORDINALS[doc.tokens[c].lower]
    return None


def destinations_of(scene: Scene, noun: int) -> list[PlaceMention]:
    """The places that a trip is said to go to: "a stop in Lima"."""
    doc = scene.doc
    if doc.tokens[noun].lemma in WAYS:  # "on the way to the ship" is no way to any town
        return [m for m in own_places(scene, noun, "to") if m.place is not None]
    found = own_places(scene, noun, "to in of through at")
    for p in doc.children_of(noun, "prep"):
        for inner in doc.children_of(p, "pobj"):
            # "to several cities, including Lima"
            for k in doc.subtree(inner, frozenset(("relcl", "acl"))):
                if doc.tokens[k].lower == "including":
                    for place in doc.children_of(k, "pobj"):
                        found += coordinated_places(scene, place)
    found += _taken_in(scene, noun)
    unique = {m.start: m for m in found if m.place is not None}
    return list(unique.values())


def _taken_in(scene: Scene, noun: int) -> list[PlaceMention]:
    """The stops of "a tour that takes in Chad, Niger and Mali", in order."""
    doc = scene.doc
    clauses = doc.children_of(noun, "relcl", "acl")
    if doc.tokens[noun].dep == "nsubj":  # "her tour took in Chad and Niger"
        clauses.append(doc.tokens[noun].head)
    return [
        mention
        for clause in clauses
        if doc.tokens[clause].lemma in _TAKE_IN
        for place in doc.children_of(clause, "dobj", "prep")
        for mention in (
            coordinated_places(scene, place)
            or [m for k in doc.children_of(place, "pobj") for m in coordinated_places(scene, k)]
        )
    ]


def _possessor(story: Story, noun: int) -> Person | None:
    """Whose trip it is: its owner's, or the subject's of the clause that it stands in."""
    scene = story.scene
    doc = scene.doc
    if any(doc.tokens[c].tag == "PRP$" for c in doc.children_of(noun, "poss")):
        owner = _subject_above(story, noun)  # "Ruiz began her tour": hers is Ruiz's
        if owner is not None:
            return owner
    for c in doc.children[noun]:
        if doc.tokens[c].dep in ("poss", "compound", "nmod") and scene.person_at(c):
            return scene.person_at(c)
        if doc.tokens[c].dep == "poss":
            held = story.cast.who(c)
            return held[0] if len(held) == 1 else None
        if doc.tokens[c].dep in ("prep", "agent", "acl") and doc.tokens[c].lower in ("by", "of"):
            for k in doc.children_of(c, "pobj"):
                held = story.cast.who(k)
                if len(held) == 1:
                    return held[0]
    role, verb = _role(scene, noun)
    if verb is None:
        return None
    own = doc.tokens[verb].lemma in _MAKE_TRIP and role in _OF_MAKING
    way = doc.tokens[noun].lemma in WAYS
    if not (own or way) and role not in _DURING | _LATER | _OVER:
        return None
    subject = subject_of(scene, Trigger(verb, verb_group(doc, verb)))
    if subject is None:
        return None
    held = story.cast.who(subject)
    return held[0] if len(held) == 1 else None


def _subject_above(story: Story, noun: int) -> Person | None:
    """The one person who is the subject of the clause of a trip, by name."""
    scene = story.scene
    _, verb = _role(scene, noun)
    if verb is None:
        return None
    subject = scene.doc.child(verb, "nsubj", "nsubjpass")
    mention = scene.roster.mentions.get(subject) if subject is not None else None
    if mention is None or mention.inferred:
        return None
    return scene.roster.persons[mention.person]


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


def length_below(scene: Scene, i: int) -> tuple[int, int] | None:
    """How long a trip lasts: "a three-day visit", "will visit Kenya for a week"."""
    doc = scene.doc
    below = set(doc.subtree(i, frozenset(("relcl", "acl", "prep", "ccomp", "advcl", "conj"))))
    for p in doc.children_of(i, "prep"):
        if doc.tokens[p].lower == "for":
            for noun in doc.children_of(p, "pobj"):
                trip = doc.tokens[noun].lemma in TRIP_NOUNS or noun in scene.time_tokens
                below |= set(doc.subtree(noun, frozenset(("relcl", "prep")))) if trip else set()
    for time in scene.times:
        inside = below & set(doc.tokens_in(time.start, time.end))
        if inside and time.type is TimexType.DURATION and time.days:
            return time.days
    return None


def length_before(scene: Scene, mention: PlaceMention) -> tuple[int, int] | None:
    """How long a stay was, before its place: "after two days in Lima", "a week of talks in"."""
    doc = scene.doc
    tokens = doc.tokens_in(mention.start, mention.end)
    for k in doc.ancestors(tokens[0]) if tokens else ():
        if doc.tokens[k].lower == "after":
            between = set(range(k, tokens[0]))
            return next(
                (
                    time.days
                    for time in scene.times
                    if time.type is TimexType.DURATION
                    and time.days
                    and between & set(doc.tokens_in(time.start, time.end))
                ),
                None,
            )
    return None


def _status(story: Story, noun: int) -> Status | None:
    """Whether a trip named by a noun is still to come, by its adjectives and its verb."""
    scene = story.scene
    doc = scene.doc
    words = {doc.tokens[c].lower for c in doc.children[noun]}
    if _is_called_off(doc, noun):
        return Status.CANCELLED
    if words & {"upcoming", "planned", "forthcoming", "coming", "next", "scheduled"}:
        return Status.PLANNED
    if words & {"cancelled", "canceled", "aborted", "postponed", "abortive"}:
        return Status.CANCELLED
    if words & _PAST_TRIP:
        return Status.HAPPENED
    if words & {"possible", "proposed", "potential", "hypothetical", "suggested"}:
        return Status.PROPOSED
    owned = any(doc.tokens[c].dep == "poss" for c in doc.children[noun])
    # "left on a journey to Peru": the leaving has happened, Peru is yet to come
    made = doc.tokens[doc.tokens[noun].head].lemma in _MADE and doc.tokens[noun].dep == "dobj"
    governed = _governed(scene, noun)
    if governed is not None or not (owned or made):
        return governed
    for k in doc.ancestors(noun):
        if doc.tokens[k].pos in ("VERB", "AUX"):
            group = verb_group(doc, k)
            told = group.is_finite or group.infinitive  # "hopes to make a trip to Lima"
            return status_of(scene, Trigger(k, group)) if told else None
    return None


def _is_called_off(doc: Document, noun: int) -> bool:
    """Whether the verb of a trip ends the plan: "called off her planned visit"."""
    token = doc.tokens[noun]
    if token.dep not in ("dobj", "nsubjpass") or not is_calling_off(doc, token.head):
        return False
    group = verb_group(doc, token.head)
    governors = {doc.tokens[g].lemma for g in group.governors}
    return not (group.modal or group.negated or governors & (PROPOSED | DENIED))


def _governed(scene: Scene, noun: int) -> Status | None:
    """What the verb above says of a trip as such: "cancelled her visit", "plans for a visit"."""
    doc = scene.doc
    for k in doc.ancestors(noun):
        if doc.tokens[k].pos in ("VERB", "AUX"):
            direct = doc.tokens[noun].dep in ("dobj", "nsubjpass") and doc.tokens[noun].head == k
            if direct or _planned_for(scene, noun):
                for lemmas, status in (
                    (CANCELLED, Status.CANCELLED),
                    (DENIED, Status.DENIED),
                    (EXPECTED, Status.EXPECTED),
                    (PLANNED, Status.PLANNED),
                    (PROPOSED, Status.PROPOSED),
                ):
                    if doc.tokens[k].lemma in lemmas:
                        hangs = status in AHEAD and has_condition(doc, k)
                        return Status.CONDITIONAL if hangs else status
            return None
    return None


def _planned_for(scene: Scene, noun: int) -> bool:
    """ "plans for a visit", "agreed to a visit", "called off": the verb is about the trip."""
    token = scene.doc.tokens[noun]
    return token.dep == "pobj" and scene.doc.tokens[token.head].lower in ("for", "to", "off")
