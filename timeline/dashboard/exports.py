"""Downloads of exactly what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
import streamlit as st

from timeline.dashboard import figures, handout
from timeline.dashboard.extraction import Story
from timeline.dashboard.filters import Choice
from timeline.export.csv import csv_bytes
from timeline.export.json import frame_json

# What a table can be written as: its name, its media type and what writes it.
_FORMATS: Mapping[str, tuple[str, Callable[[pd.DataFrame], bytes]]] = {
    "CSV": ("text/csv", csv_bytes),
    "JSON": ("application/json", frame_json),
}


_Data = Callable[[str, Callable[[], bytes], int], bytes | Callable[[], bytes]]
_AT_HAND = 200  # rows that are written before anybody asks


def show(story: Story, events: pd.DataFrame, stops: pd.DataFrame, choice: Choice) -> None:
    """Offer the filtered events, and the filtered stops, in every format and as a page."""
    offered = partial(_data, story, choice)
    with st.container(horizontal=True):
        for name in _FORMATS:
            _offer(f"Events as {name} ({len(events)})", events, "events", name, offered)
        if len(stops):
            count = "1 stop" if len(stops) == 1 else f"{len(stops)} stops"
            for name in _FORMATS:
                _offer(f"Itineraries as {name} ({count})", stops, "itineraries", name, offered)
        if handout.can_hold(events):
            view = figures.view(story, choice, figures.lanes())
            st.download_button(
                "Page with timeline and map",
                partial(handout.page, story, events, stops, view),
                "timeline.html",
                "text/html",
                on_click="ignore",
                icon=":material/download:",
                key="page-html",
                help="One file that opens in any browser without a network, to send on or keep.",
            )


def _offer(label: str, frame: pd.DataFrame, file: str, name: str, data: _Data) -> None:
    media, write = _FORMATS[name]
    st.download_button(
        label,
        data(f"{file}-{name}", partial(write, frame), len(frame)),
        f"{file}.{name.lower()}",
        media,
        on_click="ignore",
        icon=":material/download:",
        key=f"{file}-{name.lower()}",
    )


def _data(
    story: Story, choice: Choice, name: str, write: Callable[[], bytes], rows: int
) -> bytes | Callable[[], bytes]:
    """A file, or for many rows what writes it once somebody asks.

    A click on what is still to be written is lost if the page runs anew at that moment.
    """
    return figures.kept(name, story, choice, write) if rows <= _AT_HAND else write
