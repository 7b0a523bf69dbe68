"""The table of events: the accessible view of all figures, and a way to select."""

from __future__ import annotations

from functools import partial
from hashlib import sha256

import pandas as pd
import streamlit as st

from timeline.dashboard import state
from timeline.dashboard.changes import FIELDS
from timeline.dashboard.extraction import country_name

PAGE = 1000  # rows
_COLUMNS = {
    "words": "When",
    "event": "Event",
    "status": "Status",
    "who": "People",
    "where": "Place",
    "lands": "Countries",
    "precision": "Precision",
    "when_text": "In the text",
}
_WIDTHS = {
    "When": 165,
    "Event": 400,
    "Edited": 100,
    "Status": 90,
    "People": 170,
    "Place": 130,
}  # pixels


def table_frame(events: pd.DataFrame) -> pd.DataFrame:
    """What the table prints, row by row as in `events`."""
    printed = events.assign(
        event=[
            title or trigger for title, trigger in zip(events.title, events.trigger, strict=True)
        ],
        who=[", ".join(names) for names in events["people"]],
        where=events["place"],
        lands=[", ".join(map(country_name, codes)) for codes in events["countries"]],
    )
    table = printed[list(_COLUMNS)].rename(columns=_COLUMNS)
    if any(events["edited"]):
        # Only then: an empty column would say nothing in the space that the others need.
        edits = [", ".join(FIELDS.get(name, name) for name in names) for names in events["edited"]]
        table.insert(2, "Edited", edits)
    return table


def show(events: pd.DataFrame) -> None:
    """Show the table; a row that is chosen selects its event everywhere."""
    chosen = state.selected()
    events = _page(events, chosen)
    ids = [str(event_id) for event_id in events["event_id"]]
    # Streamlit lets nobody set a table's selection later, so an outside one makes it anew.
    digest = sha256("".join(ids).encode()).hexdigest()[:8]
    key = f"table-{digest}-{st.session_state.get('picks', 0)}"
    rows = [ids.index(chosen)] if chosen in ids else []
    st.session_state["table-shown"] = key
    st.dataframe(
        table_frame(events),
        key=key,
        hide_index=True,
        height=min(38 + 35 * max(len(ids), 1), 420),
        on_select=partial(_select, key, ids),
        selection_mode="single-row",
        selection_default={"selection": {"rows": rows, "columns": [], "cells": []}},
        column_config={
            name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()
        },
        alt="The events that the filters leave, one a row",
    )


def _page(events: pd.DataFrame, chosen: str | None) -> pd.DataFrame:
    """A page of a long table: a browser is slow with more rows, and cannot select in them all."""
    if len(events) <= PAGE:
        return events
    last = -(-len(events) // PAGE)
    at = events["event_id"].eq(chosen or "").to_numpy(bool)
    if at.any() and st.session_state.get("paged_to") != chosen:
        st.session_state.page_number = int(at.argmax()) // PAGE + 1
    st.session_state.paged_to = chosen
    if st.session_state.get("page_number", 1) > last:
        st.session_state.page_number = 1
    number = int(st.number_input(f"Page of {last:,}", 1, last, key="page_number", width=160))
    return events.iloc[(number - 1) * PAGE : number * PAGE].reset_index(drop=True)


def _select(key: str, ids: list[str]) -> None:
    """Take the row that was chosen, or let go of it."""
    # A table that another takes the place of says as it goes that no row is selected.
    if key != st.session_state.get("table-shown"):
        return
    rows = st.session_state[key].selection.rows
    state.select(ids[rows[0]] if rows else None)
