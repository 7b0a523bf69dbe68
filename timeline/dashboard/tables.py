"""A table of events instead of articles: an exported CSV, opened as it was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import streamlit as st

from timeline.dashboard.extraction import Story
from timeline.export.csv import read_csv
from timeline.export.frame import itinerary_frame
from timeline.export.opened import opened_frame, sources
from timeline.model import Article

_MARK = b"\xef\xbb\xbfevent_id,"


def is_table(path: Path) -> bool:
    """Whether a file begins like an events CSV of ours."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MARK)) == _MARK
    except OSError:
        return False


def story_of_table(path: Path) -> Story:
    """The events of a CSV, and as much of their articles as it holds.

    Raises:
        ValueError: if it is not one of our files.
        OSError: if it cannot be read.
    """
    return _story(str(path), path.stat().st_mtime_ns)


@st.cache_resource(max_entries=4, show_spinner="Reading the table…")
def _story(name: str, _changed: int) -> Story:
    table = read_csv(Path(name))
    events = opened_frame(table)
    texts = sources(table)
    about = table.drop_duplicates("article_id")
    articles = tuple(
        Article(
            str(row.article_id),
            texts[str(row.article_id)],
            date.fromisoformat(str(row.article_date)),
            "given",
            "",
            title=str(row.article_title),
            source_url=str(row.source_url),
        )
        for row in about.itertuples()
    )
    return Story(articles, events, itinerary_frame(()), ())
