"""What an article says of who was, is or will be where: the evidence for itineraries.

Evidence comes from motion and presence verbs, from what somebody says or does "in Lima" or "at the
summit in Lima", from trips named by a noun, and from lists of countries in the order of travel.
"""

from __future__ import annotations

from datetime import timedelta

from timeline.events import Scene, Trigger
from timeline.events.lexicon import MOTION, TRIP_NOUNS
from timeline.events.subjects import subject_of
from timeline.events.whereabouts import own_places
from timeline.itinerary.amending import complete_arrivals, end_of_list
from timeline.itinerary.calling_off import call_off
from timeline.itinerary.evidence import BEGUN, Share, Story, Visit, visit_of
from timeline.itinerary.going import is_figurative, is_held, was_to_have, ways_on
from timeline.itinerary.guests import country_at, visiting
from timeline.itinerary.journeys import (
    WAYS,
    from_nouns,
    length_before,
    length_below,
)
from timeline.itinerary.lexicon import CARRIED, LEAVE, PRESENCE
from timeline.itinerary.passing import (
    goes_home,
    is_aloft,
    is_stopover,
    listed_on,
    of_stopover,
    own_dates,
    then_to,
)
from timeline.itinerary.travellers import Cast
from timeline.itinerary.venues import venues
from timeline.language import Tense
from timeline.language.verbs import is_calling_off
from timeline.model import AHEAD, Event, Person, Qualifier, Status, When
from timeline.places import PlaceMention

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
# "visiting Lima" is being there, "leaving Lima" is not going there
_NOT_THERE_YET = frozenset("visit tour leave depart return arrive land enter reach".split())
# "landing in Lima" of something longer ago than this tells of no way there
_NEWS = timedelta(days=3)
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
    complete_arrivals(story, visits)
    visits += from_nouns(story)
    visits += visiting(story)
    call_off(story, visits)
    return sorted(visits, key=lambda v: v.offset)


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
    if is_calling_off(doc, token):
        return []  # "called off her stop in Lima"
    if lemma == "head" and doc.child(token, "dobj") is not None:
        return []  # "heads the port of Lima"
    if is_held(story.scene, token):
        return _is_held(story, trigger)
    ways = ways_on(story.scene, token)
    moving = (
        ways is not None
        or (lemma in MOTION and not is_figurative(story.scene, token))
        or (lemma in CARRIED and group.passive)
        or is_stopover(story.scene, token)
    )
    if not moving and is_aloft(story.scene, token):
        return []
    told = story.event_at(token) is not None
    if moving or (lemma in PRESENCE - MOTION and told):
        return _travels(story, trigger, moving, ways or [])
    if group.passive and lemma not in _TOGETHER:
        return []
    return _is_there(story, trigger, lemma in PRESENCE, lemma in _FROM_AFAR)


def _back(scene: Scene, i: int) -> int | None:
    """The adverb of "is back in Lima", "is home from Lima"."""
    doc = scene.doc
    for c in doc.children_of(i, "advmod"):
        if doc.tokens[c].lower in ("back", "home") and own_places(scene, c, "in at from"):
            return c
    return None


def _travels(story: Story, trigger: Trigger, moving: bool, ways: list[PlaceMention]) -> list[Visit]:
    """Who goes where, or does what has to be done on the spot.

    Args:
        moving: whether the verb is one of going.
        ways: where a verb leads that tells of a journey by its phrases alone.
    """
    doc = story.scene.doc
    token = trigger.token
    lemma = doc.tokens[token].lemma
    mentions = sorted(ways or venues(story.scene, trigger, sure=True), key=lambda m: m.start)
    origins = own_places(story.scene, token, "from") if moving else []
    onward = then_to(story.scene, token) if moving else []
    if mentions:
        onward += listed_on(story.scene, mentions[0])
    origins = [m for m in origins if m not in onward]
    homeward = moving and not mentions and goes_home(story.scene, token)
    if not mentions and not origins and not homeward:
        return []
    status = _status(story, trigger)
    before: list[PlaceMention] = []
    passed: list[PlaceMention] = []
    mentions += [m for m in onward if m not in mentions]
    if moving:  # "After Lima, she flies to Rome and then to Oslo"
        before = own_places(story.scene, token, "after")
        passed = [m for m in mentions if of_stopover(story.scene, m)]
        mentions = passed + [m for m in mentions if m not in passed]
    ahead = own_places(story.scene, token, "for to") if lemma in LEAVE else []
    in_turn = moving or bool(onward)
    onward_dates = own_dates(story.scene, mentions, story.when_at(token)[0]) if in_turn else {}
    under_way = moving and _is_under_way(story, trigger, bool(origins) and status is Status.ONGOING)
    length = length_below(story.scene, token) if len(mentions) == 1 else None
    visits: list[Visit] = []
    for person in _travellers(story, trigger):
        earlier = _left(story, person, token, status, origins)
        _set_out(earlier if under_way else [])
        if not mentions and lemma in _ARRIVE and earlier:
            earlier[-1].arrival = token
        earlier += _over(story, person, token, status, before)
        visits += earlier
        previous = earlier[-1] if earlier else None
        listed: list[Visit] = []
        home = story.cast.home(person) if homeward else ""
        for mention in [country_at(story, token, home)] if home else mentions:
            visit = visit_of(story, person, mention, token, status)
            visit.moves = moving or bool(onward)  # in a town each day is on the road
            if ways and visit.when is not None and visit.when.qualifier is Qualifier.INFERRED:
                # "left Lima on Monday and made for Rome": on that day or later
                visit.when = When.within(visit.when.start, None, visit.when.precision)
            listed.append(visit)
            visit.leaves = lemma in LEAVE and mention not in ahead  # "left for Lima"
            visit.whole = lemma in ("visit", "tour") and status is Status.HAPPENED
            visit.stays = lemma in ("stay", "remain", "be", "rest", "spend")
            visit.returns = lemma == "return" or bool(home)
            if mention in passed or is_stopover(story.scene, token):
                visit.purpose = visit.purpose or "stopover"
            if under_way and lemma not in _NOT_THERE_YET and not _is_long_past(story, visit, token):
                visit.under_way, visit.status = True, Status.PLANNED
            visit.days = length
            # "will move through A, B and C": the list is in the order of travel
            if in_turn and len(mentions) > 1:
                visit.listed_after = previous
                _date_in_turn(visit, len(listed) == 1, onward_dates.get(mention.start))
            elif origins or before:
                visit.listed_after = previous
            previous = visit
            visits.append(visit)
        when = story.when_at(token)[0]
        if moving and len(listed) > 1 and when is not None and when.lasting:
            visits.append(end_of_list(listed, when))
    return visits


def _date_in_turn(visit: Visit, is_first: bool, own: tuple[When, str, str] | None) -> None:
    """Date one of several stops of a clause: the clause dates the first, if it is not dated."""
    if is_first:
        visit.share = Share.BEGIN
    if own is not None:
        visit.when, visit.reason, visit.phrase = own
    elif not is_first:
        visit.when = None
    if own is not None or not is_first:
        visit.dated_by, visit.inherits = "", -1


def _left(
    story: Story, person: Person, token: int, status: Status, origins: list[PlaceMention]
) -> list[Visit]:
    """The ends of the stays that somebody comes from: "flew in from Lima"."""
    found = [visit_of(story, person, mention, token, status) for mention in origins]
    for visit in found:
        visit.leaves, visit.event_id = True, ""
    return found


def _set_out(origins: list[Visit]) -> None:
    """ "Is cycling from Lima to Quito": has left Lima, nobody says when."""
    for visit in origins:
        if visit.status is Status.ONGOING:
            visit.when, visit.status, visit.dated_by = None, Status.HAPPENED, ""


def _over(
    story: Story, person: Person, token: int, status: Status, before: list[PlaceMention]
) -> list[Visit]:
    """The stays that are over: "after two days in Lima she flew to Rome"."""
    known = status if status in BEGUN else None
    found = [visit_of(story, person, mention, token, known) for mention in before]
    for visit, mention in zip(found, before, strict=True):
        visit.event_id, visit.when = "", None
        visit.told_by, visit.dated_by = (), ""
        visit.days = length_before(story.scene, mention)
    return found


def _status(story: Story, trigger: Trigger) -> Status:
    """The status of a verb of motion or presence."""
    doc = story.scene.doc
    token = doc.tokens[trigger.token]
    if was_to_have(story.scene, token.i):
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


def _is_back(story: Story, trigger: Trigger, adverb: int) -> list[Visit]:
    """ "She is back in Lima": a return that has been made, unless she "wants to be back"."""
    scene, group = story.scene, trigger.group
    plain = group is not None and group.is_finite and not (group.modal or group.governors)
    status = Status.HAPPENED if plain else story.status_at(trigger.token)
    visits: list[Visit] = []
    for person in _travellers(story, trigger):
        for preposition in ("from", "in at"):
            for mention in own_places(scene, adverb, preposition):
                visit = visit_of(story, person, mention, trigger.token, status)
                visit.leaves = preposition == "from"
                visit.returns = not visit.leaves
                visit.moves = visit.leaves
                visit.listed_after = visits[-1] if visits else None
                visits.append(visit)
    return visits


def _is_long_past(story: Story, visit: Visit, token: int) -> bool:
    """Whether "landing in Lima" is no news; "before landing in Lima" tells of no way there."""
    doc = story.scene.doc
    above = [doc.tokens[token].head, *doc.children_of(token, "mark")]
    told = any(doc.tokens[k].lower in ("before", "after") for k in above)
    finish = visit.when.finish if visit.when else None
    return finish is not None and finish < story.scene.article.date - (0 if told else 1) * _NEWS


def _is_under_way(story: Story, trigger: Trigger, from_to: bool) -> bool:
    """ "Landing in Lima", "is cycling from Lima to Quito": whoever does has not arrived."""
    finite = trigger.group is not None and trigger.group.is_finite
    return story.scene.doc.tokens[trigger.token].tag == "VBG" and (not finite or from_to)


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


def _is_held(story: Story, trigger: Trigger) -> list[Visit]:
    """Whom others find or keep in a place: "was arrested in Lima", "fog kept her in Oslo"."""
    doc = story.scene.doc
    token = trigger.token
    status = story.status_at(token)
    if status not in _REAL or token in story.scene.quoted or trigger.group is None:
        return []
    role = "nsubjpass" if trigger.group.passive else "dobj"
    heads = [head for noun in doc.children_of(token, role) for head in _joined(story.scene, noun)]
    visits: list[Visit] = []
    for mention in own_places(story.scene, token, "in at near")[:1]:
        for person in {p.name: p for head in heads for p in story.cast.who(head)}.values():
            visit = visit_of(story, person, mention, token, status)
            visit.moves = False
            visit.days = length_below(story.scene, token)
            if visit.when is not None and visit.when.qualifier is Qualifier.INFERRED:
                visit.when = None  # the day of what was told before, maybe of another place
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
