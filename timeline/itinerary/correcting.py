"""Evidence after a reader has corrected its events: who then was where, and when.

The reader's word goes before the text's. All else that the text says stays as it is, so that the
temporal network finds what contradicts the correction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from timeline.itinerary.evidence import BEGUN, Share, Visit, changed, is_inherited, share_of
from timeline.itinerary.gathering import Act, Evidence, Setting
from timeline.model import NOT_MADE, Event, Person, Place, PlacePrecision, Status, When
from timeline.places import Gazetteer


def correct(
    evidence: Evidence,
    events: tuple[Event, ...],
    went: Mapping[str, str],
    copies: Mapping[str, str],
) -> Evidence:
    """The evidence of an article after its events were corrected.

    Args:
        evidence: as it was gathered from the text.
        events: the article's events now, with what was corrected of each in `edited`.
        went: where the events went that are gone: to the one that they were merged into, or
            nowhere (an empty id).
        copies: of which event each one is that was split off another.

    Returns:
        Evidence to plan from, with these events.
    """
    desk = _Desk(evidence, {event.id: event for event in events}, went, copies)
    visits = desk.with_copies(evidence.visits)
    visits += desk.of_those_who_join(visits)
    moved = desk.moved_from(visits)
    visits = changed(visits, lambda visit: desk.revised(visit, moved))
    visits += desk.made(visits)
    return replace(
        evidence,
        visits=tuple(sorted(_without_what_is_off(visits), key=lambda v: v.offset)),
        events=events,
        settings={event.id: desk.setting(event) for event in events},
    )


@dataclass(frozen=True)
class _Desk:
    """The evidence, and the events before and now."""

    evidence: Evidence
    now: Mapping[str, Event]
    went: Mapping[str, str]
    copies: Mapping[str, str]

    @cached_property
    def _found(self) -> dict[str, Event]:
        return {event.id: event for event in self.evidence.events}

    @cached_property
    def _given_up(self) -> frozenset[int]:
        """The phrases that date an event no longer, so that nothing can inherit their date."""
        return frozenset(
            found.when_text.start
            for event in self.now.values()
            if "when" in event.edited and (found := self.before(event.id)) is not None
            if found.when_text is not None and not is_inherited(found.rule)
        )

    def before(self, event_id: str) -> Event | None:
        """An event as the text has it, or the one that it was split off; None if a reader's own."""
        while event_id in self.copies:
            event_id = self.copies[event_id]
        return self._found.get(event_id)

    def current(self, event_id: str) -> str:
        """What has become of an event: its own id, that of another, or an empty one."""
        while event_id in self.went:
            event_id = self.went[event_id]
        return event_id

    def setting(self, event: Event) -> Setting:
        """How an event stands in the text, be it one that a reader sees there."""
        found = self.before(event.id)
        return (
            self.evidence.settings[found.id]
            if found is not None
            else self.evidence.setting_at(event.quote.start)
        )

    def told_of(self, visit: Visit) -> list[Event]:
        """The events by which a piece of evidence is told now."""
        ids = dict.fromkeys(self.current(event_id) for event_id in visit.told_by)
        return [self.now[event_id] for event_id in ids if event_id in self.now]

    def with_copies(self, visits: Iterable[Visit]) -> list[Visit]:
        """The evidence, with that of each event that was split off another."""
        found = list(visits)
        for copy, event_id in self.copies.items():

            def split(visit: Visit, copy: str = copy, event_id: str = event_id) -> Visit:
                visit.told_by = (copy,)
                visit.event_id = copy if visit.event_id == event_id else ""
                visit.dated_by = copy if visit.dated_by == event_id else visit.dated_by
                return visit

            found += changed([v for v in found if event_id in v.told_by], split)
        return found

    def of_those_who_join(self, visits: Sequence[Visit]) -> list[Visit]:
        """The evidence of persons whom a reader adds to events of which others have some."""
        found: list[Visit] = []
        for event in self.now.values():
            added = self._added(event)
            own = [v for v in visits if event in self.told_of(v)] if added else []
            names = {v.person.name for v in own}
            for person in added:
                if own and person.name not in names:

                    def join(visit: Visit, person: Person = person) -> Visit:
                        visit.person, visit.at_home, visit.edited = person, False, ("people",)
                        return visit

                    found += changed([v for v in own if v.person == own[0].person], join)
        return found

    def _added(self, event: Event) -> list[Person]:
        """The persons whom a reader puts into an event."""
        found = self.before(event.id)
        if found is None:
            return list(event.people)
        known = {person.name for person in found.people}
        return [p for p in event.people if "people" in event.edited and p.name not in known]

    def _takes_part(self, person: Person, event: Event) -> bool:
        """Whether a reader leaves somebody in an event in which the text has them."""
        found = self.before(event.id)
        if found is None or "people" not in event.edited:
            return True
        known = {p.name for p in found.people} - {p.name for p in event.people}
        return person.name not in known

    def moved_from(self, visits: Iterable[Visit]) -> dict[str, Place]:
        """The place in the text of each event that a reader moves, as its evidence has it."""
        places: dict[str, list[Place]] = {}
        for visit in visits:
            if not (visit.leaves and not visit.event_id):  # where somebody comes from
                for event in self.told_of(visit):
                    if "place" in event.edited:
                        places.setdefault(event.id, []).append(visit.place)
        moved: dict[str, Place] = {}
        for event_id, named in places.items():
            found = self.before(event_id)
            if found is not None and found.place in named:
                moved[event_id] = found.place
            elif len(set(named)) == 1:
                moved[event_id] = named[0]
        return moved

    def revised(self, visit: Visit, moved: Mapping[str, Place]) -> Visit | None:
        """A piece of evidence as it is now; None if it is none any more.

        Args:
            visit: a copy of the text's.
            moved: as `moved_from` has it.
        """
        told = replace(visit)
        events = self.told_of(visit)
        gone = visit.told_by and not any(self.current(event_id) for event_id in visit.told_by)
        if gone or not all(self._takes_part(visit.person, event) for event in events):
            return None
        for event in events:
            if event.id in moved and moved[event.id] == visit.place:
                if event.place is None:
                    return None
                _move(visit, event.place)
        visit.event_id = self.current(visit.event_id)
        self._restate(visit, events)
        self._redate(visit)
        if visit.leaves and visit.is_restated and visit.status in NOT_MADE:
            # who does not leave is there, and nobody says until when
            visit.leaves, visit.moves, visit.status = False, False, None
            visit.when, visit.phrase, visit.reason = None, "", ""
        if (visit.when, visit.status) != (told.when, told.status):
            visit.told = replace(told, place=visit.place, when=told.when or visit.when)
        return visit

    def _restate(self, visit: Visit, events: Iterable[Event]) -> None:
        for event in events:
            if "status" in event.edited:
                visit.status = event.status
                _mark(visit, "status")

    def _redate(self, visit: Visit) -> None:
        found = self.before(visit.dated_by)
        event = self.now.get(self.current(visit.dated_by))
        if event is None or found is None or not _is_redated(found, event):
            if visit.inherits in self._given_up:
                visit.when, visit.phrase, visit.reason = None, "", ""
            return
        visit.when, visit.reason = share_of(event.when, visit.share), event.reason
        visit.phrase, visit.of_purpose = "", False
        visit.leaves = visit.leaves or visit.share is Share.OVER
        _mark(visit, "when")
        if visit.is_restated or visit.under_way:
            return
        anchor = self.evidence.anchor
        if visit.status is Status.PLANNED and _is_ahead(found.when, anchor):
            visit.status = event.status
        visit.status = _as_dated(visit.status, visit.when, anchor)

    def made(self, visits: Sequence[Visit]) -> list[Visit]:
        """The evidence that there is only since a reader gave an event its people or its place."""
        found: list[Visit] = []
        for event in self.now.values():
            moved = "place" in event.edited
            people = event.people if moved else self._added(event)
            act = Act.IS_THERE if self.before(event.id) is None else self.setting(event).act
            if event.place is None or not people or act is Act.OTHER:
                continue
            own = [v for v in visits if event in self.told_of(v)]
            for person in people:
                told = [v for v in own if v.person.name == person.name]
                if not any(v.place == event.place or not moved for v in told):
                    found.append(self._visit(person, event, event.place, act))
        return found

    def _visit(self, person: Person, event: Event, place: Place, act: Act) -> Visit:
        when = event.when if event.when.is_dated else None
        edited: tuple[str, ...] = ("when", "status", "people", "place")
        if self.before(event.id) is not None:
            edited = tuple(field for field in edited if field in event.edited)
        status = event.status
        if "status" not in edited:
            known = _as_dated(event.status, when, self.evidence.anchor)
            status = known or status
        return Visit(
            person,
            place,
            _covers(place),
            event.trigger.start,
            status,
            event.quote,
            when=when,
            leaves=act is Act.LEAVES,
            moves=act is not Act.IS_THERE,
            reason=event.reason if when is not None else "",
            event_id=event.id,
            sentence=self.setting(event).sentence,
            told_by=(event.id,),
            dated_by=event.id,
            edited=edited,
        )


def _without_what_is_off(visits: Sequence[Visit]) -> list[Visit]:
    """Evidence without what was to be done in a place, but is off, if more is told of the stay."""

    def is_off(visit: Visit) -> bool:
        return visit.status is Status.CANCELLED and visit.is_restated and not visit.moves

    on = {(v.person.name, v.place) for v in visits if not is_off(v)}
    return [v for v in visits if not is_off(v) or (v.person.name, v.place) not in on]


def _is_redated(found: Event, event: Event) -> bool:
    """Whether a reader dates what an event tells: by hand, or by another one that it is."""
    return "when" in event.edited or (found.id != event.id and found.when != event.when)


def _is_ahead(when: When, anchor: date) -> bool:
    return when.start is not None and when.start > anchor


def _as_dated(status: Status | None, when: When | None, anchor: date) -> Status | None:
    """The status of what begins on a day: what is told as begun and lies ahead is planned."""
    ahead = when is not None and _is_ahead(when, anchor)
    return Status.PLANNED if status in BEGUN and ahead else status


def _move(visit: Visit, place: Place) -> None:
    visit.at_home = visit.at_home and visit.place.country == place.country
    visit.place, visit.covers = place, _covers(place)
    _mark(visit, "place")


def _mark(visit: Visit, field: str) -> None:
    visit.edited = tuple(dict.fromkeys((*visit.edited, field)))


def _covers(place: Place) -> tuple[str, ...]:
    region = place.precision is PlacePrecision.REGION
    return (Gazetteer().members(place.name) if region else ()) or (place.country,)
