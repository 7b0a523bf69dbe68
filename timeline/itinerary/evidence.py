"""What a piece of evidence is: that a person is in a place, from one word of an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from timeline.events import Scene, Trigger
from timeline.events.dating import date_events
from timeline.events.day_lists import days_listed
from timeline.events.lexicon import MOTION
from timeline.events.status import status_of
from timeline.events.triggers import given_triggers
from timeline.events.whereabouts import own_places
from timeline.itinerary.purposes import dates_purpose_of, purpose_of
from timeline.itinerary.travellers import Cast
from timeline.model import (
    AHEAD,
    Bounds,
    Event,
    Person,
    Place,
    Precision,
    Qualifier,
    Span,
    Status,
    When,
)
from timeline.notation import words
from timeline.places import PlaceMention

_GO_ON = MOTION | frozenset("walk ride cycle march hike trek climb press".split())
# Statuses of what has begun by the article's day.
BEGUN = frozenset((Status.HAPPENED, Status.ONGOING, Status.REPORTED))


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
        abroad: whether the text shows the person to be a visitor there.
        at_home: whether the person speaks for the country of the place.
        under_way: whether the traveller had set out, and had not arrived, when it was told.
        days: the shortest and longest stay in days, where it is said.
        follows: whether it is said to come after the stop before it in the text.
        before: the places that it is said to come before.
        listed_after: the visit before it in a list that is in the order of travel.
        sentence: the number of its sentence in the article, from 1.
        of_purpose: whether its date is that of what is done there, not of the arrival.
        whole: whether its time is that of the whole stay: "visited Lima in June".
        listed: whether it says that somebody is there on several days, one by one.
        phrase: the article's words that date it, with their preposition; empty if none do.
        arrival: the verb that tells of the arrival elsewhere from here; -1 if none does.
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
    abroad: bool = False
    at_home: bool = False
    under_way: bool = False
    reason: str = ""
    days: tuple[int, int] | None = None
    follows: bool = False
    event_id: str = ""
    purpose: str = ""
    before: list[Place] = field(default_factory=list)
    listed_after: Visit | None = None
    arrival: int = -1
    sentence: int = 0
    phrase: str = ""
    of_purpose: bool = False
    listed: bool = False
    whole: bool = False

    @property
    def said(self) -> str:
        """What it says in a few words: "arrives in Lima on Sunday"."""
        verb = "leaves" if self.leaves else "arrives in" if self.moves else "is in"
        verb = "on the way to" if self.under_way else verb
        dated = self.phrase or (words(self.when) if self.when and not self.under_way else "")
        if self.of_purpose and self.purpose:
            return f"{verb} {self.place.name} for {self.purpose}"
        return f"{verb} {self.place.name} {dated}".strip()


@dataclass(frozen=True)
class Story:
    """An article as the evidence is read from it: its scene, its events and its cast.

    Attributes:
        triggers: the events' triggers, by token.
        events: the events, by the offset of their trigger.
    """

    scene: Scene
    triggers: dict[int, Trigger]
    events: dict[int, Event]
    cast: Cast
    others: tuple[int, ...] = ()

    def event_at(self, token: int) -> Event | None:
        """The event that a token names."""
        return self.events.get(self.scene.doc.tokens[token].start)

    def trigger_at(self, token: int) -> Trigger:
        """The trigger of a token, be it an event of the timeline or not."""
        return self.triggers.get(token) or self._given[token]

    def status_at(self, token: int) -> Status:
        """The status of what a token tells."""
        event = self.event_at(token)
        return event.status if event else status_of(self.scene, self.trigger_at(token))

    def when_at(self, token: int) -> tuple[When | None, str]:
        """When a token says, and the reason; None if nothing dates it."""
        event = self.event_at(token)
        if event is not None:
            return (event.when if event.when.is_dated else None), event.reason
        trigger = self.triggers.get(token) or self._given.get(token)
        if trigger is None:
            return None, ""
        if trigger.group is None:  # a trip has its own date or none: "agreed to a visit in May"
            time = trigger.time
            return (time.when, time.reason) if time and time.when else (None, "")
        return self._dated.get(token, (None, ""))

    def phrase_at(self, token: int) -> str:
        """The article's words that date what a token tells, with their preposition."""
        event, trigger = self.event_at(token), self.triggers.get(token)
        time = event.when_text if event else trigger.time if trigger else None
        if time is None:
            return ""
        doc = self.scene.doc
        before = (doc.token_at(time.start) or 0) - 1
        if before >= 0 and doc.tokens[before].pos in ("ADP", "SCONJ"):
            return f"{doc.tokens[before].lower} {time.text}"
        return time.text

    @cached_property
    def _given(self) -> dict[int, Trigger]:
        tokens = sorted(i for i in self.others if i not in self.triggers)
        return {t.token: t for t in given_triggers(self.scene, tokens)}

    @cached_property
    def _dated(self) -> dict[int, tuple[When | None, str]]:
        """Dates of words that name no event of the timeline, read as if they did."""
        both = sorted([*self.triggers.values(), *self._given.values()], key=lambda t: t.token)
        datings = date_events(self.scene, both, {t.token: self.status_at(t.token) for t in both})
        return {
            i: (datings[i].when if datings[i].when.is_dated else None, datings[i].reason)
            for i in self._given
        }


def visit_of(
    story: Story, person: Person, mention: PlaceMention, token: int, status: Status | None
) -> Visit:
    """Evidence that a person is at a place, from the word at `token`."""
    scene = story.scene
    place = mention.place
    assert place is not None
    sentence = scene.doc.sentence_of(token)
    event = story.event_at(token)
    when, reason = story.when_at(token)
    follows = _comes_next(scene, token)
    if follows and when is not None and when.qualifier is Qualifier.INFERRED:
        when = None  # the next stop need not be on the day of the one before it
    busy = _date_of_purpose(story, token, status)
    if busy is not None and busy != token:
        when = None  # "flies to Oslo for a concert on Friday, and hopes to see Bergen"
    listed = days_listed(scene, event.when_text.start) if event and event.when_text else []
    last = listed[-1].when if len(listed) > 1 else None
    if when is not None and last is not None:  # "is in Oslo on Tuesday and Wednesday"
        end = Bounds(last.end.earliest)  # who may well stay on
        when = When.lasted(Bounds(when.start, when.start), end, Precision.DAY, when.qualifier)
    if status in BEGUN and when and when.start and when.start > scene.article.date:
        status = Status.PLANNED  # "begins her tour next week"
    return Visit(
        person,
        place,
        scene.gazetteer.members(place.name) or (place.country,),
        mention.start,
        status,
        Span(sentence.start, sentence.end, scene.doc.text[sentence.start : sentence.end]),
        when=when,
        at_home=bool(place.country) and story.cast.home(person) == place.country,
        abroad=story.cast.is_visitor(person, place.country),
        reason=reason if when is not None else "",
        phrase=story.phrase_at(token) if when is not None else "",
        sentence=sentence.index + 1,
        follows=follows,
        event_id=event.id if event else "",
        of_purpose=busy == token and when is not None,
        listed=when is not None and last is not None,
        purpose=purpose_of(scene, token),
        before=_places_after(scene, token, "before"),
    )


def _date_of_purpose(story: Story, token: int, status: Status | None) -> int | None:
    """The verb whose purpose the date of `token` belongs to, in what is still to come."""
    if status not in AHEAD:
        return None
    tokens = story.scene.doc.tokens
    while True:
        event, trigger = story.event_at(token), story.triggers.get(token)
        time = event.when_text if event else trigger.time if trigger else None
        if time is not None:
            return dates_purpose_of(story.scene, time.start)
        if tokens[token].dep not in ("xcomp", "conj"):
            return None
        token = tokens[token].head  # which lends its date


def _comes_next(scene: Scene, token: int) -> bool:
    """Whether "from there", "then", "on" or "after that" ties a clause to the stop before it."""
    doc = scene.doc
    moves = doc.tokens[token].lemma in _GO_ON and bool(own_places(scene, token, "to into through"))
    for c in doc.children[token]:
        t = doc.tokens[c]
        if t.lower in ("on", "onward", "onwards") and t.dep in ("prt", "advmod") and moves:
            return True  # "flew on to Lima"
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
