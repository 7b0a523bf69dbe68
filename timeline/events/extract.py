"""Puts the events of an article together from what the other files of this room find."""

from __future__ import annotations

import hashlib

from timeline.events.confidence import Evidence, confidence_of, evidence_of
from timeline.events.countries import countries_of
from timeline.events.dated import Dating
from timeline.events.dating import date_events
from timeline.events.participants import participants_of
from timeline.events.scene import Scene
from timeline.events.status import called_off, status_of
from timeline.events.story_place import carried_over
from timeline.events.titles import title_of
from timeline.events.triggers import Trigger
from timeline.events.whereabouts import places_of
from timeline.model import Event, Span, Status


def extract_events(scene: Scene, triggers: list[Trigger]) -> tuple[Event, ...]:
    """The events that an article's triggers name, in text order."""
    events: list[Event] = []
    last: Event | None = None
    for told in _told(scene, triggers):
        event = _event(scene, *told, last)
        if event.place is not None:
            last = event
        events.append(event)
    return tuple(events)


def evidence_by_event(scene: Scene, triggers: list[Trigger]) -> dict[str, Evidence]:
    """The evidence behind the confidence of each event, by its id."""
    doc = scene.doc
    return {
        event_id(scene.article.id, doc.tokens[trigger.token].start): evidence_of(
            scene, trigger, dating, status, bool(participants_of(scene, trigger).inferred)
        )
        for trigger, status, dating in _told(scene, triggers)
    }


def _told(scene: Scene, triggers: list[Trigger]) -> list[tuple[Trigger, Status, Dating]]:
    """The triggers that are told as events, with the status and the date of each."""
    statuses = {t.token: status_of(scene, t) for t in triggers}
    statuses |= called_off(scene, triggers, statuses)
    datings = date_events(scene, triggers, statuses)
    return [
        (t, statuses[t.token], datings[t.token])
        for t in triggers
        if not _is_aside(scene, t, statuses[t.token], datings[t.token])
    ]


def _is_aside(scene: Scene, trigger: Trigger, status: Status, dating: Dating) -> bool:
    """Whether a subordinate clause only recalls an event, or only sets the scene for one.

    "Quit after she was charged", where the charge was told before; "while the port was closed".
    """
    token = scene.doc.tokens[trigger.token]
    purpose = trigger.group is not None and trigger.group.infinitive
    if token.dep == "advcl" and dating.rule == "undated":
        return purpose or status is Status.HAPPENED
    return token.dep in ("advcl", "relcl", "acl") and dating.rule.startswith("same event")


def _event(
    scene: Scene, trigger: Trigger, status: Status, dating: Dating, last: Event | None
) -> Event:
    """One event; `last` is the one before it that has a place."""
    doc = scene.doc
    token = doc.tokens[trigger.token]
    sentence = doc.sentence_of(trigger.token)
    found = participants_of(scene, trigger)
    places = places_of(scene, trigger)
    # one event cannot be in each country of a list at once: "will tour Chad, Niger and Mali"
    several = len({m.place.country for m in places if m.place}) > 1
    reason = dating.reason
    if not places:
        places, because = carried_over(scene, trigger, status, dating.when, last)
        reason = f"{reason.rstrip('.')}; {because}." if because else reason
    before = last.place if last else None
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
        reason=reason,
        people=found.people,
        inferred_people=found.inferred,
        organisations=found.organisations,
        countries=countries_of(scene, trigger, found.countries, places, before),
        place=places[0].place if places and not several else None,
        confidence=confidence_of(evidence_of(scene, trigger, dating, status, bool(found.inferred))),
        reporting=trigger.reporting,
    )


def event_id(article_id: str, offset: int) -> str:
    """A stable id for the event whose trigger stands at a character of an article."""
    return hashlib.blake2b(f"{article_id}:{offset}".encode(), digest_size=6).hexdigest()
