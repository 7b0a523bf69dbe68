"""Extraction for the page: done once for an article, kept while the server runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

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
        events: the event frame.
        stops: the itinerary frame.
        conflicts: contradictions between dates, in words.
    """

    articles: tuple[Article, ...]
    events: pd.DataFrame
    stops: pd.DataFrame
    conflicts: tuple[str, ...]


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


def story_of(articles: Sequence[Article]) -> Story:
    """What the articles say, together."""
    return _together(tuple(articles))


@st.cache_resource(max_entries=20, show_spinner=False, hash_funcs={Article: _identity})
def _together(articles: tuple[Article, ...]) -> Story:
    whole = Timeline.merge([_timeline(article) for article in articles])
    return Story(
        whole.articles,
        whole.to_frame(),
        whole.itinerary_frame(),
        tuple(text for itinerary in whole.itineraries for text in itinerary.conflicts),
    )


def country_name(code: str) -> str:
    """A country's English name; the code itself if it has none."""
    gazetteer = Gazetteer.load()
    return gazetteer.country_name(code) if code in gazetteer.country_codes else code
