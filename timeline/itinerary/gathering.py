"""All that an article holds for its itineraries, kept so that they can be planned again.

The parse is not needed for that, which is slow and large: what the plan asks it is answered here
once, for each event.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from timeline.events import Scene, Trigger
from timeline.events.lexicon import MOTION, TRIP_NOUNS
from timeline.itinerary.evidence import Visit, changed
from timeline.itinerary.going import is_figurative
from timeline.itinerary.lexicon import CARRIED, LEAVE, PRESENCE
from timeline.itinerary.visits import find_visits
from timeline.model import Event, Person

# Words that tell that the story has not moved on: "She will also attend …".
_ALSO = frozenset(("also", "there", "too"))
_WHILE = frozenset(("while", "when", "as"))


class Act(StrEnum):
    """What an event makes of whoever takes part in it."""

    GOES = "goes"
    LEAVES = "leaves"
    IS_THERE = "is there"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Setting:
    """How an event stands in the text.

    Attributes:
        sentence: the number of its sentence, from 1.
        paragraph: the number of its paragraph.
        also: whether it goes on with the story by "also", "there" or "too".
        during: the events while which it happens.
        act: whether who takes part in it goes or is somewhere.
    """

    sentence: int
    paragraph: int
    also: bool = False
    during: tuple[str, ...] = ()
    act: Act = Act.OTHER


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article's itineraries are planned from.

    Attributes:
        article_id: the article.
        anchor: its day.
        visits: who is said to be where, in text order.
        events: the article's events, without what the itineraries add to them.
        settings: how each event stands in the text, by its id.
        sentences: where each sentence begins, with the number of its paragraph.
    """

    article_id: str
    anchor: date
    visits: tuple[Visit, ...]
    events: tuple[Event, ...]
    settings: Mapping[str, Setting]
    sentences: tuple[tuple[int, int], ...]

    def under_names(self, known: Mapping[Person, Person], events: tuple[Event, ...]) -> Evidence:
        """The same with the names that persons have in several articles.

        Args:
            known: the person whom each of the article's persons is known as.
            events: the events under these names.
        """

        def rename(visit: Visit) -> Visit:
            visit.person = known.get(visit.person, visit.person)
            return visit

        same = all(known.get(visit.person, visit.person) == visit.person for visit in self.visits)
        visits = self.visits if same else tuple(changed(self.visits, rename))
        return replace(self, visits=visits, events=events)

    def setting_at(self, offset: int) -> Setting:
        """The setting of an event that only a reader sees, by a character of its sentence."""
        number = max(1, bisect_right(self.sentences, offset, key=lambda sentence: sentence[0]))
        return Setting(number, self.sentences[number - 1][1] if self.sentences else 0)


def gather(scene: Scene, triggers: list[Trigger], events: tuple[Event, ...]) -> Evidence:
    """Read what the itineraries of an article are planned from."""
    doc = scene.doc
    return Evidence(
        scene.article.id,
        scene.article.date,
        tuple(find_visits(scene, triggers, events)),
        events,
        _settings(scene, triggers, events),
        tuple((sentence.start, sentence.paragraph) for sentence in doc.sentences),
    )


def _settings(
    scene: Scene, triggers: list[Trigger], events: tuple[Event, ...]
) -> dict[str, Setting]:
    doc = scene.doc
    ids = {event.trigger.start: event.id for event in events}
    found: dict[str, Setting] = {}
    for trigger in triggers:
        event_id = ids.get(doc.tokens[trigger.token].start)
        if event_id is None:
            continue
        sentence = doc.sentence_of(trigger.token)
        adverbs = {doc.tokens[c].lower for c in doc.children_of(trigger.token, "advmod")}
        found[event_id] = Setting(
            sentence.index + 1,
            sentence.paragraph,
            bool(adverbs & _ALSO),
            _during(scene, trigger.token, ids),
            _act(scene, trigger),
        )
    return found


def _during(scene: Scene, token: int, ids: Mapping[int, str]) -> tuple[str, ...]:
    """The events "while" which another one happens."""
    doc = scene.doc
    return tuple(
        ids[doc.tokens[c].start]
        for c in doc.children_of(token, "advcl")
        if doc.tokens[c].start in ids
        and _WHILE & {doc.tokens[m].lower for m in doc.children_of(c, "mark", "advmod")}
    )


def _act(scene: Scene, trigger: Trigger) -> Act:
    lemma = scene.doc.tokens[trigger.token].lemma
    if trigger.group is None:
        return Act.GOES if lemma in TRIP_NOUNS else Act.OTHER
    if lemma in LEAVE:
        return Act.OTHER if is_figurative(scene, trigger.token) else Act.LEAVES
    goes = lemma in MOTION and not is_figurative(scene, trigger.token)
    if goes or (lemma in CARRIED and trigger.group.passive):
        return Act.GOES
    return Act.IS_THERE if lemma in PRESENCE else Act.OTHER
