"""Downloads of exactly what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
import streamlit as st

from timeline.export.csv import csv_bytes
from timeline.export.json import frame_json

# What a table can be written as: its name, its media type and what writes it.
_FORMATS: Mapping[str, tuple[str, Callable[[pd.DataFrame], bytes]]] = {
    "CSV": ("text/csv", csv_bytes),
    "JSON": ("application/json", frame_json),
}


def show(events: pd.DataFrame, stops: pd.DataFrame) -> None:
    """Offer the filtered events, and the filtered stops, in every format."""
    with st.container(horizontal=True):
        for name in _FORMATS:
            _offer(f"Events as {name} ({len(events)})", events, "events", name)
        if len(stops):
            count = "1 stop" if len(stops) == 1 else f"{len(stops)} stops"
            for name in _FORMATS:
                _offer(f"Itineraries as {name} ({count})", stops, "itineraries", name)


def _offer(label: str, frame: pd.DataFrame, file: str, name: str) -> None:
    media, write = _FORMATS[name]
    # A callable, so that nothing is written before somebody asks for it.
    st.download_button(
        label,
        partial(write, frame),
        f"{file}.{name.lower()}",
        media,
        on_click="ignore",
        icon=":material/download:",
        key=f"{file}-{name.lower()}",
    )
