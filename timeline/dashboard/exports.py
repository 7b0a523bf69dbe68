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


_AT_HAND = 200  # rows that are written before anybody asks


def show(story: Story, events: pd.DataFrame, stops: pd.DataFrame, choice: Choice) -> None:
    """Offer the filtered events, and the filtered stops, in every format and as a page."""
    offer = partial(_offer, story, choice)
    with st.container(horizontal=True):
        for name in _FORMATS:
            offer(f"Events as {name} ({len(events)})", events, "events", name)
        if len(stops):
            count = "1 stop" if len(stops) == 1 else f"{len(stops)} stops"
            for name in _FORMATS:
                offer(f"Itineraries as {name} ({count})", stops, "itineraries", name)
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


def _offer(
    story: Story, choice: Choice, label: str, frame: pd.DataFrame, file: str, name: str
) -> None:
    media, write = _FORMATS[name]
    data: bytes | Callable[[], bytes] = partial(write, frame)
    # A click on what is still to be written is lost if the page runs anew at that moment.
    if len(frame) <= _AT_HAND:
        data = figures.kept(f"{file}-{name}", story, choice, partial(write, frame))
    st.download_button(
        label,
        data,
        f"{file}.{name.lower()}",
        media,
        on_click="ignore",
        icon=":material/download:",
        key=f"{file}-{name.lower()}",
    )
