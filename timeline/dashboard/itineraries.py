"""The page of itineraries: one traveller's stops, stays and route, beside another's if wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
import streamlit as st

from timeline.dashboard import figures, state
from timeline.dashboard.cited import Sources
from timeline.dashboard.component import reader
from timeline.dashboard.extraction import Story, sentences
from timeline.dashboard.stops import (
    Block,
    called_off,
    conflicts,
    made,
    meetings,
    stop_list,
    totals,
    travellers,
    with_shown,
)
from timeline.dashboard.stops import summary as summary_of
from timeline.export.csv import csv_bytes
from timeline.views.together import together

VIEW, TRAVELLER, COMPANION = "view", "traveller", "companion"
_TIMELINE, _ITINERARIES = "timeline", "itineraries"
_SUMMARY = "journeys"
_LEGEND = (
    "Solid: there for certain. Pale: possibly there. Outlined or hatched: planned. Fading: the "
    "text sets no bound. Dotted upright line: the day of an article."
)


def control(story: Story) -> bool:
    """Show what leads to this page and back; whether this page is chosen.

    Args:
        story: the open articles.
    """
    view = st.segmented_control(
        "View",
        [_TIMELINE, _ITINERARIES],
        default=_TIMELINE,
        required=True,
        format_func=str.capitalize,
        key=VIEW,
        bind="query-params",
        label_visibility="collapsed",
        on_change=figures.keep_view,
        args=(story,),
    )
    return view == _ITINERARIES


def begin(traveller: str, companion: str) -> None:
    """Choose whom a page that opens shows, by their names; empty for nobody."""
    st.session_state[TRAVELLER] = traveller or None
    st.session_state[COMPANION] = companion or None


def chosen() -> tuple[str, str]:
    """Whom this page shows, and with whom that one is compared; empty while it is not shown."""
    if st.session_state.get(VIEW) != _ITINERARIES:
        return "", ""
    return st.session_state.get(TRAVELLER) or "", st.session_state.get(COMPANION) or ""


def summary(story: Story, events: pd.DataFrame, stops: pd.DataFrame) -> None:
    """Show each traveller's stops in a line, with a way to this page.

    Args:
        story: the open articles.
        events, stops: those that are shown.
    """
    told = summary_of(stops, events["event_id"])
    if told:
        with st.container(border=True):
            reader(
                [{"kind": "heading", "text": "Itineraries"}, *told],
                key=_SUMMARY,
                on_pick=figures.pick_from(_SUMMARY),
                on_open=partial(_open, story),
            )


def show(
    story: Story, events: pd.DataFrame, stops: pd.DataFrame, details: Callable[[], None]
) -> None:
    """Show the page.

    Args:
        story: the open articles.
        events, stops: those that are shown.
        details: shows the selected event.
    """
    shown = travellers(with_shown(stops, events["event_id"]))
    whole = travellers(story.stops)
    if not shown:
        _keep_choice()
        nobody = "Nobody travels in what was read."
        note = "No stop matches these filters." if len(story.stops) else nobody
        with st.container(border=True):
            blocks = ({"kind": "heading", "text": "No itinerary"}, {"kind": "note", "text": note})
            reader(blocks, key="no-itinerary")
        return
    first, second = _choose(shown)
    names = (first,) if second is None else (first, second)
    sources = Sources({article.id: article for article in story.articles}, sentences, events)
    both = pd.concat([shown[name] for name in names], ignore_index=True)
    with st.container(border=True):
        figures.show_stays(story, made(both), names)
        st.caption(_LEGEND)
    details()
    left, right = st.columns([1, 1])
    with left, st.container(border=True):
        figures.show_route(story, both, events, names)
    if second is None:
        with right:
            _journey(first, shown[first], whole[first], sources)
        return
    with right:
        _together(first, second, shown)
    for column, name in zip(st.columns(2), names, strict=True):
        with column:
            _journey(name, shown[name], whole[name], sources)


def _choose(shown: Mapping[str, pd.DataFrame]) -> tuple[str, str | None]:
    names = list(shown)
    _keep_choice()
    if st.session_state.get(TRAVELLER) not in names:
        st.session_state[TRAVELLER] = names[0]
    one, two = st.columns(2)
    with one:
        first = st.selectbox(
            "Traveller", names, format_func=partial(_with_count, shown), key=TRAVELLER
        )
    others = [name for name in names if name != first]
    if st.session_state.get(COMPANION) not in others:
        st.session_state[COMPANION] = None
    with two:
        second = st.selectbox(
            "Compare with",
            others,
            index=None,
            format_func=partial(_with_count, shown),
            key=COMPANION,
            placeholder="Nobody",
            disabled=not others,
        )
    return str(first), second


def _keep_choice() -> None:
    # The browser sends back the words of an option, and they hold a count: see the filters.
    for key in (TRAVELLER, COMPANION):
        st.session_state[key] = st.session_state.get(key)


def _with_count(shown: Mapping[str, pd.DataFrame], name: str) -> str:
    count = len(shown[name]) if name in shown else 0
    return f"{name} ({count} {'stop' if count == 1 else 'stops'})"


def _journey(name: str, rows: pd.DataFrame, whole: pd.DataFrame, sources: Sources) -> None:
    """One traveller's totals, stops, and what did not come about."""
    with st.container(border=True):
        heading: list[Block] = [
            {"kind": "heading", "text": name},
            {"kind": "totals", "rows": totals(whole)},
        ]
        if len(rows) < len(whole):
            note = f"{len(rows)} of {len(whole)} stops match the filters."
            heading.append({"kind": "note", "text": note})
        blocks = [*heading, stop_list(made(rows), whole, sources)]
        off = called_off(rows)
        if len(off):
            blocks.append({"kind": "subheading", "text": "Called off, denied or only proposed"})
            blocks.append(stop_list(off, whole, sources))
        against = conflicts(rows, sources)
        if against:
            blocks += [{"kind": "subheading", "text": "Contradictions"}, *against]
        key = f"journey-{name}"
        reader(blocks, key=key, selected=state.selected(), on_pick=figures.pick_from(key))
        st.download_button(
            "Itinerary as CSV",
            partial(csv_bytes, rows),
            "itinerary.csv",
            "text/csv",
            on_click="ignore",
            icon=":material/download:",
            key=f"csv-{name}",
        )


def _together(first: str, second: str, shown: Mapping[str, pd.DataFrame]) -> None:
    rows = meetings(together(shown[first], shown[second]))
    told: list[Block] = [{"kind": "heading", "text": "Together"}]
    if rows:
        told.append({"kind": "table", "caption": f"{first} and {second}", "rows": rows})
    else:
        told.append({"kind": "note", "text": "On no day could both be in one country."})
    with st.container(border=True):
        reader(told, key="together")


def _open(story: Story) -> None:
    """Turn to this page for the traveller that was asked for."""
    figures.keep_view(story)
    st.session_state[VIEW] = _ITINERARIES
    st.session_state[TRAVELLER] = str(st.session_state[_SUMMARY].open)
    st.session_state[COMPANION] = None
