"""The place that a story has reached: where an event is that goes on from one with a place.

"A dam burst near Oaxaca. Forty people were moved." The second sentence names no place because the
first has. Each way is taken only where annotated articles bear it out, since most events that name
no place have none.
"""

from __future__ import annotations

from timeline.events.antecedents import antecedent
from timeline.events.lexicon import ANNOUNCING, MOTION, REPORTING
from timeline.events.scene import Scene
from timeline.events.triggers import Trigger
from timeline.events.whereabouts import TALK, own_places
from timeline.model import Event, Place, PlacePrecision, Status, When
from timeline.places import PlaceMention
from timeline.places.dictionary import Kind

# What is said, or decided about somewhere else, need not be said there.
_ELSEWHERE = REPORTING | ANNOUNCING | MOTION
_THEN = frozenset("after before since following despite".split())
_TOLD = frozenset((Status.HAPPENED, Status.ONGOING))
_KINDS = {
    PlacePrecision.SITE: Kind.SITE,
    PlacePrecision.CITY: Kind.CITY,
    PlacePrecision.ADMIN: Kind.ADMIN,
    PlacePrecision.COUNTRY: Kind.COUNTRY,
    PlacePrecision.REGION: Kind.REGION,
}


def carried_over(
    scene: Scene, trigger: Trigger, status: Status, when: When, last: Event | None
) -> tuple[list[PlaceMention], str]:
    """The place of an event whose own clause gives none, and why it is there.

    Args:
        scene: the article.
        trigger: the event.
        status, when: what is known of it.
        last: the event before it that has a place.

    Returns:
        One place and the reason in words, or no place and no reason.
    """
    if status not in _TOLD or when.start is None:  # two open pasts need not be one day
        return [], ""
    if last is not None and last.place is not None and _goes_on(scene, last, trigger, when):
        return [
            _standing(scene, trigger, last.place)
        ], f"its place is that of '{last.trigger.text}'"
    if scene.dateline is not None and _opens(scene, trigger):
        return [_standing(scene, trigger, scene.dateline)], "its place is that of the dateline"
    return [], ""


def _opens(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is what the first sentence tells of: that was seen where it was sent from."""
    token = scene.doc.tokens[trigger.token]
    return (
        token.sentence == 0
        and not trigger.reporting
        and token.lemma not in REPORTING | ANNOUNCING | TALK
        and not _is_by_a_state(scene, token.i)
    )


def _standing(scene: Scene, trigger: Trigger, place: Place) -> PlaceMention:
    """A place that the text does not name here."""
    at = scene.doc.tokens[trigger.token].start
    return PlaceMention(at, at, place.name, place, (place.country,), _KINDS[place.precision])


def _goes_on(scene: Scene, before: Event, trigger: Trigger, when: When) -> bool:
    """Whether it goes on from the event before.

    That is one at most a sentence before, in the same paragraph and of the same day; a country
    that acts elsewhere breaks the story off.
    """
    doc = scene.doc
    token = trigger.token
    earlier = doc.token_at(before.trigger.start) or 0
    here = doc.sentence_of(token)
    there = doc.sentence_of(earlier)
    return (
        not _is_by_a_state(scene, token)
        and not _is_left_behind(scene, earlier)
        and here.paragraph == there.paragraph
        and here.index - there.index <= 1
        and before.status in _TOLD
        and (when.start, when.finish) == (before.when.start, before.when.finish)
        and (doc.tokens[token].lemma not in _ELSEWHERE or doc.child(token, "nsubjpass") is not None)
    )


def _is_left_behind(scene: Scene, i: int) -> bool:
    """Whether the story has moved on from an event: "after its withdrawal", "came from Lima"."""
    doc = scene.doc
    token = doc.tokens[i]
    if token.dep == "pobj" and doc.tokens[token.head].lower in _THEN:
        return True
    return token.lemma in MOTION and bool(own_places(scene, i, "from"))


def _is_by_a_state(scene: Scene, token: int) -> bool:
    """Whether a country does it, by its name or by "it": that may be anywhere."""
    subject = scene.doc.child(token, "nsubj")
    if subject is None:
        return False
    stands_for = antecedent(scene, subject)
    return (subject if stands_for is None else stands_for) in scene.place_at
