"""What an article says of who was, is or will be where: the evidence for itineraries.

Evidence comes from motion and presence verbs, from what somebody says or does "in Lima" or "at the
summit in Lima", from trips named by a noun, and from lists of countries in the order of travel.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.events import Scene, Trigger
from timeline.events.lexicon import MOTION, TRIP_NOUNS
from timeline.events.subjects import subject_of
from timeline.events.whereabouts import coordinated_places, own_places
from timeline.itinerary.evidence import Story, Visit, visit_of
from timeline.itinerary.journeys import WAYS, country_at, from_nouns, length_below, visiting
from timeline.itinerary.passing import goes_home, is_aloft, is_stopover, of_stopover, own_dates
from timeline.itinerary.travellers import Cast
from timeline.itinerary.venues import venues
from timeline.language import Tense
from timeline.model import AHEAD, TO_COME, Event, Person, Status, When
from timeline.places import PlaceMention

# Verbs that put their subject in the place where the event is.
_PRESENCE = frozenset(
    "inspect present deliver unveil perform lecture teach train compete pray lay watch celebrate"
    " spend rest check appear visit sleep land gather confer launch"
    " meet attend speak address join sit hold sign open inaugurate dine receive greet give take"
    " testify preach play campaign lead chair host be stay talk arrive"
    " convene assemble congregate negotiate mediate".split()
)
# Verbs whose object and company are in the place as well: "met her counterpart in Lima".
_TOGETHER = frozenset(
    "meet host receive greet welcome join see hold dine confer talk accompany gather negotiate"
    " embrace flank".split()
)
# What may be said or felt of a place without being there.
_FROM_AFAR = frozenset(
    "believe want hope think know invest intervene interfere live work bear die serve grow study"
    " remain win lose fail succeed exist base fight have need own oppose support back face"
    " become seek hate love fear use vote elect send deploy".split()
)
_ARRIVE = frozenset("arrive land come fly return".split())
# how many sentences before "arrived from Lima" may tell where
_NEAR = 2
# "visiting Lima" is being there, "leaving Lima" is not going there
_NOT_THERE_YET = frozenset("visit tour leave depart return arrive land enter reach".split())
# "landing in Lima" of something longer ago than this tells of no way there
_NEWS = timedelta(days=3)
_LEAVE = frozenset("leave depart quit flee exit".split())
_CARRIED = frozenset("fly take bring extradite deport transfer drive evacuate".split())
# "the hearing required the team to fly to Lima": it did if the hearing was held
_MAKES_GO = frozenset("require force oblige compel cause lead make".split())
_REAL = frozenset(
    (Status.HAPPENED, Status.ONGOING, Status.REPORTED, Status.PLANNED, Status.EXPECTED)
)


def find_visits(scene: Scene, triggers: list[Trigger], events: tuple[Event, ...]) -> list[Visit]:
    """All evidence in an article, in text order."""
    cast = Cast(scene)
    if not scene.roster.persons and not cast.teams:
        return []
    story = Story(
        scene,
        {t.token: t for t in triggers},
        {event.trigger.start: event for event in events},
        cast,
        tuple(_candidates(scene)),
    )
    visits: list[Visit] = []
    for token in sorted({t.token for t in triggers if t.group is not None} | set(story.others)):
        if scene.doc.tokens[token].pos in ("VERB", "AUX"):
            visits += _from_verb(story, token)
    _complete_arrivals(story, visits)
    _call_off(story, visits)
    visits += from_nouns(story)
    visits += visiting(story)
    return sorted(visits, key=lambda v: v.offset)


def _complete_arrivals(story: Story, visits: list[Visit]) -> None:
    """Give "arrived from Lima" the place that the text has just put its traveller in."""
    doc = story.scene.doc
    for origin in [v for v in visits if v.leaves and v.arrival >= 0]:
        here = doc.tokens[origin.arrival].sentence
        before = [
            v
            for v in visits
            if v.person == origin.person
            and not v.leaves
            and v.place != origin.place
            and 0 <= here - doc.tokens[doc.token_at(v.offset) or 0].sentence <= _NEAR
        ]
        if before:
            there = max(before, key=lambda v: v.offset)
            when, reason = story.when_at(origin.arrival)
            there.listed_after = origin
            origin.when = None
            visits.append(
                replace(there, offset=origin.offset + 1, when=when, reason=reason, moves=True,
                        quote=origin.quote, sentence=origin.sentence,
                        phrase=story.phrase_at(origin.arrival), listed_after=origin, event_id="")
            )  # fmt: skip


def _call_off(story: Story, visits: list[Visit]) -> None:
    """ "Was to visit Chad in May, but the trip was called off": a plan, and its end."""
    doc = story.scene.doc
    for token in doc.tokens:
        if token.lemma != "call" or not any(
            doc.tokens[c].lower == "off" for c in doc.children_of(token.i, "prt")
        ):
            continue
        subject = doc.child(token.i, "nsubjpass")
        if subject is None or doc.tokens[subject].lemma not in TRIP_NOUNS | {"it", "plan"}:
            continue
        for visit in visits:
            sentence = doc.tokens[doc.token_at(visit.offset) or 0].sentence
            if visit.status in TO_COME and 0 <= token.sentence - sentence <= 1:
                visit.status = Status.CANCELLED


def _candidates(scene: Scene) -> list[int]:
    """The verbs, the trips and the "is back" of all sentences that are no questions."""
    doc = scene.doc
    asked = {s.index for s in doc.sentences if doc.text[s.end - 1] == "?"}
    return [
        t.i
        for t in doc.tokens
        if t.sentence not in asked
        and (
            (t.pos == "VERB" and t.i not in scene.place_at and t.i not in scene.roster.mentions)
            or (t.pos == "NOUN" and t.lemma in TRIP_NOUNS | WAYS)
            or (t.lemma == "be" and _back(scene, t.i) is not None)
        )
    ]


def _from_verb(story: Story, token: int) -> list[Visit]:
    doc = story.scene.doc
    lemma = doc.tokens[token].lemma
    trigger = story.trigger_at(token)
    group = trigger.group
    if group is None:
        return []
    back = _back(story.scene, token) if lemma == "be" else None
    if back is not None:
        return _is_back(story, trigger, back)
    if lemma == "head" and doc.child(token, "dobj") is not None:
        return []  # "heads the port of Lima"
    moving = (
        lemma in MOTION or (lemma in _CARRIED and group.passive) or is_stopover(story.scene, token)
    )
    if not moving and is_aloft(story.scene, token):
        return []
    told = story.event_at(token) is not None
    if moving or (lemma in _PRESENCE and told):
        return _travels(story, trigger, moving)
    if group.passive and lemma not in _TOGETHER:
        return []
    return _is_there(story, trigger, lemma in _PRESENCE, lemma in _FROM_AFAR)


def _back(scene: Scene, i: int) -> int | None:
    """The adverb of "is back in Lima", "is home from Lima"."""
    doc = scene.doc
    for c in doc.children_of(i, "advmod"):
        if doc.tokens[c].lower in ("back", "home") and own_places(scene, c, "in at from"):
            return c
    return None


def _travels(story: Story, trigger: Trigger, moving: bool) -> list[Visit]:
    """Who goes where, or does what has to be done on the spot."""
    doc = story.scene.doc
    token = trigger.token
    lemma = doc.tokens[token].lemma
    mentions = sorted(venues(story.scene, trigger, sure=True), key=lambda m: m.start)
    origins = own_places(story.scene, token, "from") if moving else []
    onward = _then_to(story.scene, token) if moving else []
    origins = [m for m in origins if m not in onward]
    homeward = moving and not mentions and goes_home(story.scene, token)
    if not mentions and not origins and not homeward:
        return []
    status = _status(story, trigger)
    before: list[PlaceMention] = []
    passed: list[PlaceMention] = []
    if moving:  # "After Lima, she flies to Rome and then to Oslo"
        before = own_places(story.scene, token, "after")
        mentions += [m for m in onward if m not in mentions]
        passed = [m for m in mentions if of_stopover(story.scene, m)]
        mentions = passed + [m for m in mentions if m not in passed]
    ahead = own_places(story.scene, token, "for to") if lemma in _LEAVE else []
    onward_dates = own_dates(story.scene, mentions, story.when_at(token)[0]) if moving else {}
    under_way = moving and doc.tokens[token].tag == "VBG" and not _is_finite(trigger)
    length = length_below(story.scene, token) if len(mentions) == 1 else None
    visits: list[Visit] = []
    for person in _travellers(story, trigger):
        previous: Visit | None = None
        for mention in origins:  # "flew in from Lima"
            previous = visit_of(story, person, mention, token, status)
            previous.leaves = True
            previous.event_id = ""
            if not mentions and lemma in _ARRIVE:
                previous.arrival = token
            visits.append(previous)
        for mention in before:
            previous = visit_of(story, person, mention, token, None)
            previous.event_id, previous.when = "", None
            visits.append(previous)
        listed: list[Visit] = []
        home = story.cast.home(person) if homeward else ""
        for mention in [country_at(story, token, home)] if home else mentions:
            visit = visit_of(story, person, mention, token, status)
            visit.moves = moving
            listed.append(visit)
            visit.leaves = lemma in _LEAVE and mention not in ahead  # "left for Lima"
            visit.stays = lemma in ("stay", "remain", "be")
            visit.returns = lemma == "return" or bool(home)
            if mention in passed or is_stopover(story.scene, token):
                visit.purpose = visit.purpose or "stopover"
            if under_way and lemma not in _NOT_THERE_YET and not _is_long_past(story, visit):
                visit.under_way, visit.status = True, Status.PLANNED
            visit.days = length
            # "will move through A, B and C": the list is in the order of travel
            if moving and len(mentions) > 1:
                visit.listed_after = previous
                visit.when = visit.when if len(listed) == 1 else None
                if mention.start in onward_dates:
                    visit.when, visit.reason, visit.phrase = onward_dates[mention.start]
            elif origins or before:
                visit.listed_after = previous
            previous = visit
            visits.append(visit)
        when = story.when_at(token)[0]
        if moving and len(listed) > 1 and when is not None and when.lasting:
            visits.append(_end_of_list(listed, when))
    return visits


def _status(story: Story, trigger: Trigger) -> Status:
    """The status of a verb of motion or presence."""
    doc = story.scene.doc
    token = doc.tokens[trigger.token]
    if _was_to_have(story.scene, token.i):
        return Status.CANCELLED
    status = story.status_at(token.i)
    above = doc.tokens[token.head]
    if status in AHEAD and token.dep in ("xcomp", "ccomp") and above.lemma in _MAKES_GO:
        return story.status_at(above.i)
    group = trigger.group
    here = token.lemma == "be" and token.dep in ("ROOT", "conj", "ccomp")
    if here and status is Status.PLANNED and group and group.tense is Tense.PRESENT:
        return Status.ONGOING  # "is in Lima": whether that lies ahead, its date will say
    return status


def _end_of_list(listed: list[Visit], when: When) -> Visit:
    """ "Tours Chad and Mali from 3 to 9 May": the first stop begins so, and the last one ends so.

    Args:
        listed: the stops, of which the first gets its date.
        when: a time that lasts over all of them.

    Returns:
        The end of the last stop.
    """
    begin, end = when.begin, when.end
    listed[0].when = When.within(begin.earliest, begin.latest, when.precision)
    return replace(
        listed[-1],
        when=When.within(end.earliest, end.latest, when.precision),
        leaves=True,
        reason=listed[0].reason,
        phrase="",
    )


def _was_to_have(scene: Scene, i: int) -> bool:
    """ "Was to have travelled to Lima": a plan that came to nothing."""
    doc = scene.doc
    token = doc.tokens[i]
    auxiliaries = {doc.tokens[c].lower for c in doc.children_of(i, "aux")}
    above = doc.tokens[token.head]
    return {"to", "have"} <= auxiliaries and above.lemma == "be" and above.tag == "VBD"


def _then_to(scene: Scene, i: int) -> list[PlaceMention]:
    """The stops that a phrase joined to another names: "to Rome on Monday and then to Oslo"."""
    doc = scene.doc
    found: list[PlaceMention] = []
    prepositions = doc.children_of(i, "prep")
    for p in prepositions:
        # "and from there to Oslo" hangs on "from"
        there = doc.tokens[p].lower == "from" and doc.child(p, "pcomp") is not None
        for c in doc.children_of(p, "conj", *(["prep"] if there else [])):
            if doc.tokens[c].lower in ("to", "for", "via") and len(prepositions) < 20:
                prepositions.append(c)
                for noun in doc.children_of(c, "pobj"):
                    found += coordinated_places(scene, noun)
    return found


def _is_back(story: Story, trigger: Trigger, adverb: int) -> list[Visit]:
    """ "She is back in Lima": a return that has been made."""
    scene = story.scene
    visits: list[Visit] = []
    for person in _travellers(story, trigger):
        for preposition in ("from", "in at"):
            for mention in own_places(scene, adverb, preposition):
                visit = visit_of(story, person, mention, trigger.token, Status.HAPPENED)
                visit.leaves = preposition == "from"
                visit.returns = not visit.leaves
                visit.moves = visit.leaves
                visit.listed_after = visits[-1] if visits else None
                visits.append(visit)
    return visits


def _is_long_past(story: Story, visit: Visit) -> bool:
    finish = visit.when.finish if visit.when else None
    return finish is not None and finish < story.scene.article.date - _NEWS


def _is_finite(trigger: Trigger) -> bool:
    return trigger.group is not None and trigger.group.is_finite


def _is_there(story: Story, trigger: Trigger, sure: bool, afar: bool) -> list[Visit]:
    """Who is a visitor where he or she says or does something: "told the forum in Oslo"."""
    status = story.status_at(trigger.token)
    if status not in _REAL or trigger.token in story.scene.quoted:
        return []
    mentions = venues(story.scene, trigger, sure, afar)[:1]
    visits: list[Visit] = []
    for mention in mentions:
        assert mention.place is not None
        for person in _travellers(story, trigger):
            if story.cast.is_visitor(person, mention.place.country):
                visit = visit_of(story, person, mention, trigger.token, status)
                visit.moves = False
                visits.append(visit)
    return visits


def _travellers(story: Story, trigger: Trigger) -> list[Person]:
    scene = story.scene
    subject = subject_of(scene, trigger)
    heads: list[int] = []
    if subject is not None:
        mention = scene.roster.mentions.get(subject)
        if trigger.token in scene.quoted and mention is not None and mention.inferred:
            return []  # whom somebody else's "he" means is not known
        heads = _joined(scene, subject) + _accompanied(scene, subject)
    heads += _company(scene, trigger.token)
    found = [person for head in heads for person in story.cast.who(head)]
    return list({p.name: p for p in found}.values())


def _accompanied(scene: Scene, subject: int) -> list[int]:
    """ "Ruiz, accompanied by her ministers, flew …": those who go along."""
    doc = scene.doc
    return [
        head
        for clause in doc.children_of(subject, "acl")
        if doc.tokens[clause].lemma in ("accompany", "join")
        for by in doc.children_of(clause, "agent", "prep")
        for noun in doc.children_of(by, "pobj")
        for head in _joined(scene, noun)
    ]


def _company(scene: Scene, verb: int) -> list[int]:
    """Who goes along with a verb's subject, or is met by it: "with his wife", "met her aides"."""
    doc = scene.doc
    lemma = doc.tokens[verb].lemma
    nouns: list[int] = []
    for p in doc.children_of(verb, "prep", "agent"):
        word = doc.tokens[p].lower
        along = word in ("with", "alongside") and lemma in MOTION | _TOGETHER
        if along or (word == "by" and lemma in _TOGETHER):
            nouns += doc.children_of(p, "pobj")
    if lemma in _TOGETHER:
        for noun in doc.children_of(verb, "dobj"):
            nouns.append(noun)
            for p in doc.children_of(noun, "prep"):  # "held talks with"
                if doc.tokens[p].lower in ("with", "between", "of"):
                    nouns += doc.children_of(p, "pobj")
    return [head for noun in nouns for head in _joined(scene, noun)]


def _joined(scene: Scene, noun: int) -> list[int]:
    """A noun with those joined to it by "and", a comma or an apposition."""
    doc = scene.doc
    found = [noun]
    for i in found:
        found += [c for c in doc.children_of(i, "conj", "appos") if len(found) < 40]
    return found
