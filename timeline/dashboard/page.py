"""The page: what stands where, and how the parts hang together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from timeline.dashboard import (
    adding,
    blocks,
    dating,
    editing,
    exports,
    figures,
    itineraries,
    link,
    log,
    opening,
    sidebar,
    state,
    table,
)
from timeline.dashboard.component import ASSETS, reader
from timeline.dashboard.extraction import Story
from timeline.dashboard.filters import Choice, countries_of, events_of, stops_of
from timeline.dashboard.tables import story_of_table
from timeline.model import Article
from timeline.views.lanes import LaneBy

# A file of our own: Streamlit would fetch a named icon from the network.
ICON = ASSETS / "icon.svg"

TEXT, DETAILS = "source-text", "details"
_TIMELINE_ONLY = ("lanes", "only_shown", "shown_article")
_MOST_ARTICLES = 300
_TEXT_HEIGHT = 620  # pixels

_HINT = "Select a mark, a place, a stop or a sentence to see what it says and why."
_OUTSIDE = "The filters leave this event out. It stays here until you select another."

# Our own words only: nothing from an article may ever come into this.
_CSS = f"<style>{(ASSETS / 'page.css').read_text(encoding='utf-8')}</style>"
# Streamlit writes white on the light blue of the dark theme, with a contrast of 2.4.
_DARK_CSS = """<style>
:root { --page-ground: #14191F; }
.stMultiSelect [data-tag], button[data-testid^="stBaseButton-primary"] { color: #14191F; }
</style>"""


def show(paths: Sequence[Path]) -> None:
    """Draw the page once.

    Args:
        paths: articles to open when the session begins; without any, a sample.
    """
    st.html(_CSS + (_DARK_CSS if st.context.theme.type == "dark" else ""))
    with st.spinner("Reading the article…", show_time=False):
        state.open_first(paths, link.sample(), link.name())
        history = log.history(state.articles())
        table_file = state.table()
        story = story_of_table(table_file) if table_file else state.story(history.edits)
    link.read(story)
    choice = sidebar.choose(story)
    events, stops = events_of(story, choice), stops_of(story, choice)
    # An event that was just edited stays on the page whatever the filters say, but is not counted.
    held = state.held()
    outside = held is not None and not events["event_id"].eq(held).any()
    shown = events_of(story, choice, held) if outside else events
    chosen = _chosen(shown)
    if chosen is None:
        state.select(None)
    lands = countries_of(story, choice)
    told = blocks.headline(
        story.articles, len(events), len(story.events), lands, dated=not state.unconfirmed()
    )
    reader(told, key="headline")
    dating.ask()
    with st.container(horizontal=True, vertical_alignment="center"):
        turned = itineraries.control(story)
        opening.controls(story, history)
    opening.notices()
    sidebar.chips(story, choice)
    details = partial(_details, story, shown, chosen, outside)
    if shown.empty:
        _nothing_left(story, choice)
        if story.events.empty:
            _source(story, events, None)
    elif turned:
        _keep(_TIMELINE_ONLY)
        itineraries.show(story, shown, stops, details)
    else:
        _figures(story, shown, stops, choice, chosen, details)
    if not turned:
        with st.container(border=True):
            if len(shown):
                table.show(shown)
            exports.show(story, events, stops, choice)
    link.write(story, choice)


def _keep(keys: Sequence[str]) -> None:
    """Keep the values of widgets that are not on the page now, which Streamlit would forget."""
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def _chosen(events: pd.DataFrame) -> Any:
    """The row of the selected event, if it is among these."""
    chosen = state.selected()
    rows = events[events["event_id"].eq(chosen)].itertuples() if chosen else ()
    return next(iter(rows), None)


def _figures(
    story: Story,
    events: pd.DataFrame,
    stops: pd.DataFrame,
    choice: Choice,
    chosen: Any,
    details: Callable[[], None],
) -> None:
    with st.container(border=True):
        by = figures.controls()
        figures.show_timeline(story, events, choice, by)
    details()
    left, right = st.columns([3, 2])
    with left:
        _map(story, events, stops, choice, by)
    with right:
        _source(story, events, chosen)


def _map(
    story: Story, events: pd.DataFrame, stops: pd.DataFrame, choice: Choice, by: LaneBy
) -> None:
    with st.container(border=True):
        figures.show_map(story, events, stops, choice, by)
    itineraries.summary(story, events, stops)
    if story.conflicts:
        with st.container(border=True):
            _section("Contradictions in the text")
            reader([{"kind": "text", "text": text} for text in story.conflicts], key="conflicts")


def _details(story: Story, events: pd.DataFrame, chosen: Any, outside: bool) -> None:
    """What is known of the selected event; `outside` if the filters alone would leave it out.

    While an event is selected the panel stays in view, at the foot or the head of the window: what
    a mark means is to be read beside the mark.
    """
    with st.container(border=True, key="details-panel"):
        if chosen is not None:
            told = blocks.details(chosen, story.corrected)
            if outside:
                told.insert(0, {"kind": "note", "text": _OUTSIDE})
            reader(told, key=DETAILS, pinned="form" if editing.is_open(chosen) else "told")
            if story.editable:
                editing.show(story, events, chosen)
            st.button(
                "Close",
                key="let-go",
                icon=":material/close:",
                type="tertiary",
                on_click=figures.let_go,
            )
        else:
            reader([{"kind": "note", "text": _HINT}], key=DETAILS, pinned="")


def _source(story: Story, events: pd.DataFrame, chosen: Any) -> None:
    with st.container(border=True):
        index = _article_index(story, chosen)
        article = story.articles[index]
        own = events[events["article_index"] == index]
        reader(
            blocks.passage(article, own),
            key=TEXT,
            height=_TEXT_HEIGHT,
            selected=state.selected(),
            on_pick=figures.pick_from(TEXT),
            on_mark=partial(_mark, article) if story.editable else None,
        )
        if story.editable:
            adding.show(story, article)


def _mark(article: Article) -> None:
    adding.mark(article, int(st.session_state[TEXT].mark["at"]))


def _article_index(story: Story, chosen: Any) -> int:
    """Which article's text to show: a newly selected event's, or the one chosen by hand."""
    if len(story.articles) == 1:
        return 0
    own = int(chosen.article_index) if chosen is not None else 0
    if chosen is not None and st.session_state.get("text_for") != state.selected():
        st.session_state.shown_article = own
    st.session_state.text_for = state.selected()
    if len(story.articles) > _MOST_ARTICLES:  # too many to choose from a list
        return own
    numbers = range(len(story.articles))
    if st.session_state.get("shown_article") not in numbers:
        st.session_state.shown_article = 0
    return int(
        st.selectbox(
            "Source text",
            numbers,
            format_func=lambda number: blocks.label(story.articles[number]),
            key="shown_article",
        )
    )


def _section(title: str) -> None:
    """A heading of the page's own, never of an article's."""
    st.markdown(f"##### {title}")


def _nothing_left(story: Story, choice: Choice) -> None:
    with st.container(border=True):
        if story.events.empty:
            _section("No events were found in this text")
            st.text("You can add one from a sentence of the text below, or open another article.")
        else:
            _section("No event matches these filters")
            sidebar.nothing_left(story, choice)
