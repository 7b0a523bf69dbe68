"""The whole way from an article to its timeline, as one function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.events import Scene, extract_events, find_triggers
from timeline.itinerary import Evidence, gather, join, plan
from timeline.language import Parser, direction_reader
from timeline.model import Article, Event, Itinerary, Person
from timeline.people import identify, mistaken_towns, unify
from timeline.places import Gazetteer
from timeline.reading import ArticleError, looks_english, read_text
from timeline.timex.chronology import find_in_entries

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Journeys:
    """What one article's itineraries rest on, so that they can be worked out again.

    Attributes:
        evidence: all that the plan needs of the article.
        itineraries: those of this article alone.
    """

    evidence: Evidence
    itineraries: tuple[Itinerary, ...]


@dataclass(frozen=True)
class Timeline:
    """What one or more articles say happened, when and where.

    Attributes:
        articles: the articles, in the order given.
        events: in the order of the articles and of their text.
        itineraries: one for each traveller, over all articles that tell of the journey.
        journeys: what the itineraries rest on, article by article.
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    itineraries: tuple[Itinerary, ...]
    journeys: tuple[Journeys, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def merge(cls, timelines: Iterable[Timeline]) -> Timeline:
        """The timelines of several articles as one.

        Args:
            timelines: one or more timelines; their order is kept.

        Returns:
            A timeline in which a person has one name in all articles, and one itinerary.
        """
        parts = list(timelines)
        known = unify(
            [
                [
                    *(p for e in part.events for p in e.people),
                    *(i.person for i in _alone(part)),
                ]
                for part in parts
            ]
        )
        articles = tuple(a for part in parts for a in part.articles)
        itineraries = (
            replace(i, person=k[i.person])
            for part, k in zip(parts, known, strict=True)
            for i in _alone(part)
        )
        return cls(
            articles,
            tuple(
                _under_names(e, k)
                for part, k in zip(parts, known, strict=True)
                for e in part.events
            ),
            join(itineraries, {a.id: a for a in articles}),
            tuple(
                _journeys(one, k)
                for part, k in zip(parts, known, strict=True)
                for one in part.journeys
            ),
        )

    def to_frame(self) -> pd.DataFrame:
        """One row for each event."""
        from timeline.export.frame import event_frame

        return event_frame(self.articles, self.events)

    def itinerary_frame(self) -> pd.DataFrame:
        """One row for each stop."""
        from timeline.export.frame import itinerary_frame

        return itinerary_frame(self.itineraries)

    def to_csv(self, path: str | Path | None = None) -> bytes:
        """The events as CSV (UTF-8 with BOM, CRLF); also written to `path` if that is given."""
        from timeline.export.csv import csv_bytes

        data = csv_bytes(self.to_frame())
        if path is not None:
            Path(path).write_bytes(data)
        return data


def _under_names(event: Event, known: Mapping[Person, Person]) -> Event:
    """An event whose persons go by the names that they have in all articles."""
    people = tuple(dict.fromkeys(known[p] for p in event.people))
    if people == event.people:
        return event
    names = {p.name: known[p].name for p in event.people}
    inferred = tuple(names.get(name, name) for name in event.inferred_people)
    return replace(event, people=people, inferred_people=inferred)


def _alone(part: Timeline) -> tuple[Itinerary, ...]:
    """The itineraries of each article by itself, before any were joined."""
    own = tuple(i for one in part.journeys for i in one.itineraries)
    return own or part.itineraries


def _journeys(one: Journeys, known: Mapping[Person, Person]) -> Journeys:
    """What itineraries rest on, under the names that persons have in all articles."""
    events = tuple(_under_names(e, known) for e in one.evidence.events)
    return Journeys(
        one.evidence.under_names(known, events),
        tuple(replace(i, person=known[i.person]) for i in one.itineraries),
    )


def extract(
    source: str | Article,
    *,
    date: Date | str | None = None,
    title: str = "",
    source_url: str = "",
    model: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Timeline:
    """Read the dated events and itineraries of one English news article.

    Args:
        source: the article's text, or an article that was read before.
        date: the article's own date; found in the text if it is not given.
        title: the headline; found in the text if it is not given.
        source_url: where the article was published.
        model: the package name of another installed English spaCy pipeline.
        progress: called with the share done, 0 to 1, while the text is parsed.

    Raises:
        ArticleError: if the text is empty, not English, or has no date and none is given.
        LookupError: if no language model is installed.
    """
    article = (
        source
        if isinstance(source, Article)
        else read_text(source, date=date, title=title, source_url=source_url)
    )
    if not looks_english(article.text[article.body_start :]):
        raise ArticleError(
            "This text does not look like English.",
            "Only English articles are read so far; give an English version of it.",
        )
    scene = read_scene(article, model=model, progress=progress)
    triggers = find_triggers(scene)
    evidence = gather(scene, triggers, extract_events(scene, triggers))
    itineraries, events = plan(evidence)
    return Timeline((article,), events, itineraries, (Journeys(evidence, itineraries),))


def read_scene(
    article: Article,
    *,
    model: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Scene:
    """Parse an article and find its times, places and people: all that events are made of.

    Args:
        article: an article in English.
        model, progress: as for `extract`.

    Raises:
        LookupError: if no language model is installed.
    """
    gazetteer = Gazetteer.load()
    doc = Parser.load(model).parse(article.text, article.body_start, progress)
    times, entries = find_in_entries(
        article.text,
        article.date,
        start=article.body_start,
        direction_at=direction_reader(doc),
    )
    towns = mistaken_towns(
        doc, lambda name: gazetteer.lookup(name) if gazetteer.is_well_known(name) else None
    )
    places = gazetteer.find(
        article.text,
        [(n.start, n.end, "GPE" if n.first in towns else n.label) for n in doc.names],
        start=article.body_start,
    )
    certain = {
        i
        for mention in places
        if mention.kind in ("country", "demonym", "region", "body") or mention.capital_of
        for i in doc.tokens_in(mention.start, mention.end)
    }
    roster = identify(doc, not_people=frozenset(certain | towns))
    return Scene(article, doc, tuple(times), tuple(places), roster, gazetteer, entries)
