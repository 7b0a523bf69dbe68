"""What a piece of evidence is: that a person is in a place, from one word of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from timeline.events import Scene, Trigger
from timeline.events.dated import Dating
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
# How what a reader corrected is told.
CORRECTION = "your correction: "
# Statuses of what has begun by the article's day.
BEGUN = frozenset((Status.HAPPENED, Status.ONGOING, Status.REPORTED))


class Share(StrEnum):
    """What of an event's date a piece of evidence has."""

    WHOLE = "whole"
    BEGIN = "begin"  # the first of several stops: it is reached when the event begins
    END = "end"  # the last of them: it is left when the event ends
    OVER = "over"  # the stay was over by then
    YET = "yet"  # the stay was still to come then
    SET_OUT = "set out"  # the stay begins then or on the day after
    COUNTED = "counted"  # a day that the text counts from it: "on the second day of her visit"


def share_of(when: When, share: Share) -> When | None:
    """What of a date a piece of evidence has; None if that is nothing."""
    begin, end = when.begin, when.end
    match share:
        case Share.BEGIN if when.lasting:
            return When.within(begin.earliest, begin.latest, when.precision)
        case Share.END:
            known = When.within(end.earliest, end.latest, when.precision)
            return known if when.lasting else None
        case Share.OVER:
            known = When.within(None, when.finish, when.precision)
            return known if when.finish is not None else None
        case Share.YET:
            known = When.within(when.start, None, when.precision)
            return known if when.start is not None else None
        case Share.SET_OUT:
            last = when.finish
            if last is not None and last < date.max:
                last += timedelta(days=1)
            known = When.within(when.start, last, when.precision)
            return known if when.start is not None else None
        case Share.COUNTED:
            return None
    return when if when.is_dated else None


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
        told_by: the events by which it is told: it is made, by whom, and where, if they are.
        dated_by: the event that dates it, or would if it had a date; empty if none does.
        share: what of that event's date it has.
        inherits: where the phrase stands that dates it, but belongs to another word; else -1.
        edited: what a reader corrected of it: "when", "status", "place", "people".
        told: what the text said before that, in the place that the reader gives.
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
    told_by: tuple[str, ...] = ()
    dated_by: str = ""
    share: Share = Share.WHOLE
    inherits: int = -1
    edited: tuple[str, ...] = ()
    told: Visit | None = None

    @property
    def as_told(self) -> Visit:
        """The same as the text tells it, by which it belongs to one stay or another.

        A reader who corrects a day does not say that there were two stays: what else is told of
        the stay then contradicts the correction, which is to be seen.
        """
        return self.told or self

    @property
    def is_restated(self) -> bool:
        """Whether a reader says what came of it, which tells no more than that of its day."""
        return "status" in self.edited

    @property
    def said(self) -> str:
        """What it says in a few words: "arrives in Lima on Sunday"."""
        verb = "leaves" if self.leaves else "arrives in" if self.moves else "is in"
        verb = "on the way to" if self.under_way else verb
        corrected = bool({"when", "place", "people"} & set(self.edited))
        dated = self.phrase
        if not dated and self.when and (corrected or not self.under_way):
            dated = on(self.when) if corrected else words(self.when)
        if self.of_purpose and self.purpose:
            dated = f"for {self.purpose}"
        text = f"{verb} {self.place.name} {dated}".strip()
        return f"{CORRECTION}{text}" if corrected else text


def on(when: When) -> str:
    """A time in words behind a verb: "on 26 Oct 2025", "in July 2025", "by March 2026"."""
    text = words(when)
    if when.lasting or when.qualifier is not Qualifier.EXACT:
        return text
    return f"on {text}" if when.start == when.finish else f"in {text}"


def changed(visits: Iterable[Visit], change: Callable[[Visit], Visit | None]) -> list[Visit]:
    """Copies of evidence, changed; what follows upon another in a list follows upon its copy.

    Args:
        visits: evidence, which stays as it is.
        change: changes a copy; None if there is none.
    """
    copies = {id(visit): change(replace(visit)) for visit in visits}
    found = [copy for copy in copies.values() if copy is not None]
    for copy in found:
        if copy.listed_after is not None:
            copy.listed_after = copies.get(id(copy.listed_after), copy.listed_after)
    return found


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
        dating = self._dated.get(token)
        if dating is None:
            return None, ""
        return (dating.when if dating.when.is_dated else None), dating.reason

    def date_by(self, visit: Visit, token: int, share: Share = Share.WHOLE) -> None:
        """Note that what a token tells dates a visit, or would if it had a date."""
        visit.dated_by, visit.share = self.event_id(token), share
        visit.inherits = self._inherited_at(token)

    def event_id(self, token: int) -> str:
        """The id of the event that a token names, empty if it names none."""
        event = self.event_at(token)
        return event.id if event else ""

    def _inherited_at(self, token: int) -> int:
        """Where the phrase stands that dates a token, but belongs to another word; else -1."""
        event = self.event_at(token)
        if event is not None:
            time, rule = event.when_text, event.rule
            return time.start if time is not None and is_inherited(rule) else -1
        trigger = self.triggers.get(token) or self._given.get(token)
        if trigger is None or trigger.group is None:
            return -1
        dating = self._dated.get(token)
        if dating is None or dating.time is None or not is_inherited(dating.rule):
            return -1
        return dating.time.start

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
    def _dated(self) -> dict[int, Dating]:
        """Dates of words that name no event of the timeline, read as if they did."""
        both = sorted([*self.triggers.values(), *self._given.values()], key=lambda t: t.token)
        datings = date_events(self.scene, both, {t.token: self.status_at(t.token) for t in both})
        return {i: datings[i] for i in self._given}


def is_inherited(rule: str) -> bool:
    """Whether a rule dates an event by the phrase of another: "shared:weekday", "story:month"."""
    return ":" in rule


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
    visit = Visit(
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
        told_by=(event.id,) if event else (),
    )
    story.date_by(visit, token)
    return visit


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
