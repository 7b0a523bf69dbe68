"""Downloads of exactly what is shown."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from timeline.export.csv import csv_bytes


def show(events: pd.DataFrame, stops: pd.DataFrame) -> None:
    """Offer the filtered events, and the filtered stops, as CSV."""
    with st.container(horizontal=True):
        # A callable, so that nothing is written before somebody asks for it.
        st.download_button(
            f"Events as CSV ({len(events)})",
            partial(csv_bytes, events),
            "events.csv",
            "text/csv",
            on_click="ignore",
            icon=":material/download:",
            key="events-csv",
        )
        if len(stops):
            st.download_button(
                f"Itineraries as CSV ({len(stops)} {'stop' if len(stops) == 1 else 'stops'})",
                partial(csv_bytes, stops),
                "itineraries.csv",
                "text/csv",
                on_click="ignore",
                icon=":material/download:",
                key="itineraries-csv",
            )
