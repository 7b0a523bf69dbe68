"""The events of some articles while edits are laid over them: which event each edit means."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.corrections.edits import (
    Add,
    Dated,
    Edit,
    Merge,
    Reject,
    Revise,
    Split,
    Target,
    text_key,
)
from timeline.model import Article, Event, Person, Place, Span, When
from timeline.notation import words

# The name that an event's `rule` has when a reader dated it.
RULE = "corrected"


@dataclass(frozen=True, slots=True)
class Change:
    """What one edit did, in words.

    Attributes:
        edit: the edit.
        event_id: the event that it changed, empty if that event is no longer found.
        headline: what the event was called before.
        fields: each field with its value before and after.
    """

    edit: Edit
    event_id: str
    headline: str
    fields: tuple[tuple[str, str, str], ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether its event is found no longer, so that the edit waits without effect."""
        return not self.event_id


class Desk:
    """The events as they are while edits are laid over them, one after the other.

    Args:
        articles: the articles.
        events: their events, as extraction found them.

    Attributes:
        events: as they are now, in the order of the articles and of their text.
        made: the edit that made an event which extraction did not find, by event id.
        merged: the sentences of the events that were merged into another, by event id.
        gone: where the events that are gone went: to another event, or nowhere.
        copies: of which event each one is that was split off another.
    """

    def __init__(self, articles: Sequence[Article], events: Iterable[Event]) -> None:
        self.events = list(events)
        self.articles: dict[str, list[Article]] = {}
        for article in articles:
            self.articles.setdefault(text_key(article.text), []).append(article)
        self.order = {article.id: number for number, article in enumerate(articles)}
        self.people = {p.name: p for event in self.events for p in event.people}
        self.made: dict[str, str] = {}
        self.merged: dict[str, list[str]] = {}
        self.gone: dict[str, str] = {}
        self.copies: dict[str, str] = {}

    def take(self, edit: Edit) -> Change:
        """Lay one edit over the events."""
        action = edit.action
        if isinstance(action, Add):
            return self._add(edit, action)
        event = self.find(action.target)
        if event is None:
            return Change(edit, "", action.target.trigger)
        if isinstance(action, Revise):
            return self._revise(edit, action, event)
        if isinstance(action, Split):
            return self._split(edit, event)
        if isinstance(action, Reject):
            return self._reject(edit, event)
        return self._merge(edit, action, event)

    def find(self, target: Target) -> Event | None:
        """The event that a target means.

        The word that says what happens decides, by its place; failing that, the same word in a
        sentence that overlaps the target's, and then a sentence's only event.
        """
        ids = {article.id for article in self.articles.get(target.text, ())}
        own = [e for e in self.events if e.article_id in ids]
        if target.made:
            return next((e for e in own if self.made.get(e.id) == target.made), None)
        own = [e for e in own if e.id not in self.made]
        stop = target.trigger_start + len(target.trigger)
        for event in own:
            if event.trigger.start == target.trigger_start and event.trigger.text:
                return event
        for event in own:
            if event.trigger.start < stop and target.trigger_start < event.trigger.end:
                return event
        near = [e for e in own if e.quote.start < target.end and target.start < e.quote.end]
        same = [e for e in near if e.trigger.text == target.trigger]
        if same:
            return min(same, key=lambda e: abs(e.trigger.start - target.trigger_start))
        return near[0] if len(near) == 1 else None

    def _revise(self, edit: Edit, action: Revise, event: Event) -> Change:
        new = self._with(event, action)
        told = tuple(
            (name, before, after)
            for (name, before), (_, after) in zip(_told(event), _told(new), strict=True)
            if before != after
        )
        names = dict.fromkeys((*event.edited, *(name for name, _, _ in told)))
        self._put(event, replace(new, edited=tuple(names)))
        return Change(edit, event.id, event.title or event.trigger.text, told)

    def _with(self, event: Event, action: Revise) -> Event:
        if action.when is not None:
            event = _dated(event, action.when)
        if action.people is not None:
            people = tuple(self.people.get(name, Person(name)) for name in action.people)
            left = tuple(name for name in event.inferred_people if name in action.people)
            event = replace(event, people=people, inferred_people=left)
        if action.organisations is not None:
            event = replace(event, organisations=action.organisations)
        if action.place is not None:
            event = _placed(event, action.place.place)
        if action.status is not None:
            event = replace(event, status=action.status)
        return event if action.title is None else replace(event, title=action.title)

    def _reject(self, edit: Edit, event: Event) -> Change:
        self.events.remove(event)
        self.gone[event.id] = ""
        return Change(edit, event.id, event.title or event.trigger.text)

    def _merge(self, edit: Edit, action: Merge, event: Event) -> Change:
        into = self.find(action.into)
        if into is None or into.id == event.id:
            return Change(edit, "", event.title or event.trigger.text)
        new = replace(
            into,
            people=tuple(dict.fromkeys((*into.people, *event.people))),
            inferred_people=tuple(dict.fromkeys((*into.inferred_people, *event.inferred_people))),
            organisations=tuple(dict.fromkeys((*into.organisations, *event.organisations))),
            countries=tuple(dict.fromkeys((*into.countries, *event.countries))),
            place=into.place or event.place,
            edited=tuple(dict.fromkeys((*into.edited, "merged"))),
        )
        if not into.when.is_dated and event.when.is_dated:
            same_text = event.article_id == into.article_id
            new = replace(
                new,
                when=event.when,
                # Offsets count characters of one article only.
                when_text=event.when_text if same_text else None,
                anchor=event.anchor,
                rule=event.rule,
                reason=event.reason,
            )
        self._put(into, new)
        self.events.remove(event)
        self.gone[event.id] = into.id
        self.merged.setdefault(into.id, []).extend(
            [*self.merged.pop(event.id, []), event.quote.text]
        )
        headline = event.title or event.trigger.text
        return Change(edit, into.id, headline, (("merged", "", into.title or into.trigger.text),))

    def _split(self, edit: Edit, event: Event) -> Change:
        second = replace(
            event,
            id=made_id(event.article_id, edit.id),
            edited=tuple(dict.fromkeys((*event.edited, "split"))),
        )
        self.events.insert(self.events.index(event) + 1, second)
        self.made[second.id] = edit.id
        self.copies[second.id] = event.id
        return Change(edit, second.id, event.title or event.trigger.text)

    def _add(self, edit: Edit, action: Add) -> Change:
        target = action.target
        articles = self.articles.get(target.text, [])
        if not articles:
            return Change(edit, "", action.title)
        # A text that is open under two dates says it once.
        article = articles[0]
        event = Event(
            id=made_id(article.id, edit.id),
            article_id=article.id,
            title=action.title,
            trigger=Span(target.start, target.start, ""),
            when=When.undated(),
            status=action.status,
            quote=Span(target.start, target.end, article.text[target.start : target.end]),
            rule="added",
            people=tuple(self.people.get(name, Person(name)) for name in action.people),
            confidence=1.0,
            edited=("added",),
        )
        if action.when is not None:
            event = _dated(event, action.when)
        here = (self.order[article.id], target.start)
        at = next(
            (n for n, e in enumerate(self.events) if self._position(e) > here), len(self.events)
        )
        self.events.insert(at, event)
        self.made[event.id] = edit.id
        return Change(edit, event.id, action.title)

    def _position(self, event: Event) -> tuple[int, int]:
        return self.order[event.article_id], event.quote.start

    def _put(self, old: Event, new: Event) -> None:
        self.events[self.events.index(old)] = new


def made_id(article_id: str, edit_id: str) -> str:
    """The id of the event that an edit makes: the same whenever the edit is laid on again."""
    return hashlib.blake2b(f"{article_id}:{edit_id}".encode(), digest_size=6).hexdigest()


def _dated(event: Event, dated: Dated) -> Event:
    return replace(
        event, when=dated.when, when_text=None, anchor=None, rule=RULE, reason=dated.reason
    )


def _placed(event: Event, place: Place | None) -> Event:
    """The event in another place, and in that place's country instead of the old one's."""
    old = event.place.country if event.place else ""
    new = place.country if place else ""
    left = tuple(code for code in event.countries if code not in (old, new))
    countries = (new, *left) if new else left
    return replace(event, place=place, countries=countries)


def _told(event: Event) -> tuple[tuple[str, str], ...]:
    """What an edit may change, in words."""
    return (
        ("when", words(event.when)),
        ("people", ", ".join(person.name for person in event.people)),
        ("organisations", ", ".join(event.organisations)),
        ("place", _place_words(event.place)),
        ("status", event.status.value),
        ("title", event.title),
    )


def _place_words(place: Place | None) -> str:
    if place is None:
        return ""
    return f"{place.name} ({place.country})" if place.country else place.name
