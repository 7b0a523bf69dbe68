"""The place that a story has reached: where an event is that goes on from one with a place.

"A dam burst near Oaxaca. Forty people were moved." The second sentence names no place because the
first has.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.antecedents import antecedent
from timeline.events.lexicon import ANNOUNCING, MOTION, REPORTING
from timeline.events.scene import Scene
from timeline.model import Event, Status

# What is said, or decided about somewhere else, need not be said there.
_ELSEWHERE = REPORTING | ANNOUNCING | MOTION
_TOLD = frozenset((Status.HAPPENED, Status.ONGOING))


def settle(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Give events without a place that of the event whose story they go on with.

    That is one at most a sentence before, in the same paragraph and of the same day; a country
    that acts elsewhere breaks the story off.
    """
    doc = scene.doc
    settled: list[Event] = []
    last: Event | None = None
    for event in events:
        token = doc.token_at(event.trigger.start) or 0
        if (
            event.place is None
            and last is not None
            and _goes_on(scene, last, event, doc.tokens[token].lemma)
        ):
            assert last.place is not None
            country = last.place.country
            event = replace(
                event,
                place=last.place,
                countries=tuple(dict.fromkeys([*filter(None, [country]), *event.countries])),
                reason=f"{event.reason.rstrip('.')}; its place is that of '{last.trigger.text}'.",
            )
        if event.place is not None:
            last = event
        settled.append(event)
    return tuple(settled)


def _goes_on(scene: Scene, before: Event, event: Event, lemma: str) -> bool:
    doc = scene.doc
    token = doc.token_at(event.trigger.start) or 0
    here = doc.sentence_of(token)
    there = doc.sentence_of(doc.token_at(before.trigger.start) or 0)
    return (
        not _is_by_a_state(scene, event)
        and here.paragraph == there.paragraph
        and here.index - there.index <= 1
        and {before.status, event.status} <= _TOLD
        and (event.when.start, event.when.finish) == (before.when.start, before.when.finish)
        and (lemma not in _ELSEWHERE or doc.child(token, "nsubjpass") is not None)
    )


def _is_by_a_state(scene: Scene, event: Event) -> bool:
    """Whether a country does it, by its name or by "it": that may be anywhere."""
    doc = scene.doc
    subject = doc.child(doc.token_at(event.trigger.start) or 0, "nsubj")
    if subject is None:
        return False
    stands_for = antecedent(scene, subject)
    return (subject if stands_for is None else stands_for) in scene.place_at
