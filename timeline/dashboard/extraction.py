"""Extraction for the page: done once for an article, kept while the server runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd
import streamlit as st

from timeline.corrections import Corrected, Edit, apply
from timeline.dashboard.columns import Columns
from timeline.language import Parser
from timeline.model import Article
from timeline.pipeline import Timeline, extract
from timeline.places import Gazetteer
from timeline.reading import ArticleError

LONGEST = 400_000  # characters, about 65,000 words: some ten seconds of reading


@dataclass(frozen=True)
class Story:
    """The open articles and what they say, as tables.

    Attributes:
        articles: in the order they were opened.
        events: the event frame, as corrected.
        stops: the itinerary frame.
        conflicts: contradictions between dates, in words.
        corrected: the events behind it, and what was done to them.
    """

    articles: tuple[Article, ...]
    events: pd.DataFrame
    stops: pd.DataFrame
    conflicts: tuple[str, ...]
    corrected: Corrected = field(default=Corrected(Timeline((), (), ())))

    @cached_property
    def columns(self) -> Columns:
        """The events in order, as arrays to filter by."""
        return Columns(self.events)

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.articles}

    @property
    def editable(self) -> bool:
        """Whether events can be corrected: those of a table have no extraction behind them."""
        return bool(self.corrected.timeline.articles)


def _identity(article: Article) -> tuple[str, ...]:
    """What the cache knows an article by: everything that extraction depends on."""
    return (article.text, article.date.isoformat(), article.title, article.source_url, article.id)


@st.cache_resource(max_entries=200, show_spinner=False, hash_funcs={Article: _identity})
def _timeline(article: Article) -> Timeline:
    return extract(article)


def check(article: Article) -> None:
    """Extract an article, so that what is wrong with it is known before it is opened.

    Raises:
        ArticleError: if it cannot be extracted, for instance because it is not English or is so
            long that the page would stand still.
    """
    if len(article.text) > LONGEST:
        raise ArticleError(
            f"This text has {len(article.text):,} characters; the page reads up to {LONGEST:,}.",
            "Give one article at a time, or use the command `timeline extract` for a long one.",
        )
    _timeline(article)


def story_of(articles: Sequence[Article], edits: Sequence[Edit] = ()) -> Story:
    """What the articles say, together, after a reader's edits."""
    corrected = apply(Timeline.merge([_timeline(article) for article in articles]), edits)
    whole = corrected.timeline
    return Story(
        whole.articles,
        whole.to_frame(),
        whole.itinerary_frame(),
        tuple(text for itinerary in whole.itineraries for text in itinerary.conflicts),
        corrected,
    )


@st.cache_resource(max_entries=50, show_spinner=False, hash_funcs={Article: _identity})
def sentences(article: Article) -> tuple[tuple[int, int], ...]:
    """The characters of each sentence of an article."""
    parsed = Parser.load().parse(article.text, article.body_start)
    return tuple((sentence.start, sentence.end) for sentence in parsed.sentences)


def country_name(code: str) -> str:
    """A country's English name; the code itself if it has none."""
    gazetteer = Gazetteer.load()
    return gazetteer.country_name(code) if code in gazetteer.country_codes else code
