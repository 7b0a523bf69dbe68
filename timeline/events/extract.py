"""Puts the events of an article together from what the other files of this room find."""

from __future__ import annotations

import hashlib

from timeline.events.countries import countries_of
from timeline.events.dating import Dating, date_events
from timeline.events.participants import Participants, participants_of
from timeline.events.scene import Scene
from timeline.events.settings import settle
from timeline.events.status import called_off, status_of
from timeline.events.titles import title_of
from timeline.events.triggers import Trigger
from timeline.events.whereabouts import places_of
from timeline.model import Event, Precision, Qualifier, Span, Status


def extract_events(scene: Scene, triggers: list[Trigger]) -> tuple[Event, ...]:
    """The events that an article's triggers name, in text order."""
    statuses = {t.token: status_of(scene, t) for t in triggers}
    statuses |= called_off(scene, triggers, statuses)
    datings = date_events(scene, triggers, statuses)
    events = tuple(
        _event(scene, t, statuses[t.token], datings[t.token])
        for t in triggers
        if not _is_told_again(scene, t, datings[t.token])
    )
    return settle(scene, events)


def _is_told_again(scene: Scene, trigger: Trigger, dating: Dating) -> bool:
    """Whether a subordinate clause only recalls an event: "quit after she was charged"."""
    subordinate = scene.doc.tokens[trigger.token].dep in ("advcl", "relcl", "acl")
    return subordinate and dating.rule.startswith("same event")


def _event(scene: Scene, trigger: Trigger, status: Status, dating: Dating) -> Event:
    doc = scene.doc
    token = doc.tokens[trigger.token]
    sentence = doc.sentence_of(trigger.token)
    found = participants_of(scene, trigger)
    places = places_of(scene, trigger)
    # one event cannot be in each country of a list at once: "will tour Chad, Niger and Mali"
    several = len({m.place.country for m in places if m.place}) > 1
    time = dating.time
    return Event(
        id=event_id(scene.article.id, token.start),
        article_id=scene.article.id,
        title=title_of(scene, trigger, status),
        trigger=Span(token.start, token.end, token.text),
        when=dating.when,
        status=status,
        quote=Span(sentence.start, sentence.end, doc.text[sentence.start : sentence.end]),
        when_text=Span(time.start, time.end, time.text) if time else None,
        anchor=time.anchor if time and time.anchor else scene.article.date,
        rule=dating.rule,
        reason=dating.reason,
        people=found.people,
        inferred_people=found.inferred,
        organisations=found.organisations,
        countries=countries_of(scene, trigger, found.countries, places),
        place=places[0].place if places and not several else None,
        confidence=_confidence(trigger, dating, found),
        reporting=trigger.reporting,
    )


def event_id(article_id: str, offset: int) -> str:
    """A stable id for the event whose trigger stands at a character of an article."""
    return hashlib.blake2b(f"{article_id}:{offset}".encode(), digest_size=6).hexdigest()


def _confidence(trigger: Trigger, dating: Dating, found: Participants) -> float:
    """A plain prior for each kind of evidence; it is not calibrated."""
    score = 0.85 if trigger.time is not None else 0.6
    if dating.when.qualifier is Qualifier.INFERRED and dating.time is not None:
        score -= 0.15
    if dating.when.precision is Precision.NONE:
        score -= 0.1
    if found.inferred:
        score -= 0.05
    if trigger.group is None:
        score -= 0.1
    return round(max(score, 0.1), 2)
