"""The page's state in its address, so that a copied link shows the same view.

The address is read when a page opens, and written at the end of each run. View, lanes and range
stand there too, put by their widgets. A text that somebody gave does not: only the name does under
which this server knows it, see `timeline.dashboard.memory`. Where it is not known, the address is
left as it is until the text is opened, and is then read as if the page had just opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import streamlit as st

from timeline.dashboard import figures, itineraries, sidebar, state
from timeline.dashboard.columns import LISTS
from timeline.dashboard.extraction import Story
from timeline.dashboard.filters import Choice
from timeline.views.map_figure import Look
from timeline.views.window import Window

_TO = ".."  # between two days
_TEXT = "text"  # the name of articles that were given
_PUT_OFF, _DONE = "put off", "done"  # whether the address was read
# The name of each list in the address; its values stand there by the name that people read.
_NAMES: Mapping[str, str] = {
    "countries": "country",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "statuses": "status",
    "precisions": "precision",
    "articles": "article",
}


def sample() -> str:
    """The sample that the address asks for, empty if none."""
    name = st.query_params.get("sample", "")
    return name if name in state.samples() else ""


def name() -> str:
    """The name of the articles that the address belongs to, empty if it carries none."""
    return st.query_params.get(_TEXT, "")


def read(story: Story) -> None:
    """When a page opens, take filters, zoom and selection from its address.

    Where the text of the address is missing, that is put off until a text is opened.
    """
    before = st.session_state.get("linked")
    if before == _DONE or (before == _PUT_OFF and state.is_awaiting()):
        return
    if state.is_awaiting():
        st.session_state.linked = _PUT_OFF
        sidebar.begin(Choice())
        return
    st.session_state.linked = _DONE
    if before == _PUT_OFF and state.sample_name():  # the link was given up
        return
    sidebar.begin(_choice(story))
    event = st.query_params.get("event", "")
    if event and story.events["event_id"].eq(event).any():
        state.select(event)
    window, look = st.query_params.get("zoom", ""), st.query_params.get("map", "")
    figures.remember(story, _window(window), _look(look))
    itineraries.begin(st.query_params.get("traveller", ""), st.query_params.get("with", ""))


def write(story: Story, choice: Choice) -> None:
    """Put the present state into the address."""
    if state.is_awaiting():
        return
    names = sidebar.naming(story)
    told: dict[str, str | list[str]] = {
        _NAMES[name]: [names[name](value) for value in getattr(choice, name)] for name in LISTS
    }
    traveller, companion = itineraries.chosen()
    told |= {
        "traveller": traveller,
        "with": companion,
        "days": f"{choice.first}{_TO}{choice.last}" if choice.first else "",
        "undated": "" if choice.undated else "no",
        "confidence": f"{choice.confidence:.0%}".rstrip("%") if choice.confidence else "",
        "search": choice.text,
        "event": state.selected() or "",
        "sample": state.sample_name(),
        _TEXT: state.remembered_as(),
        "zoom": _window_text(figures.zoomed(story)),
        "map": ",".join(f"{part:g}" for part in figures.map_look(story) or ()),
    }
    for name, value in told.items():
        _put(name, value)


def _put(name: str, value: str | list[str]) -> None:
    """Each setting of an address is a message to the browser: none is sent without need."""
    values = [value] if isinstance(value, str) else value
    values = [one for one in values if one]
    if st.query_params.get_all(name) == values:
        return
    if values:
        st.query_params[name] = values
    else:
        del st.query_params[name]


def _choice(story: Story) -> Choice:
    names = sidebar.naming(story)
    lists = {}
    for name, column in story.columns.lists.items():
        wanted = set(st.query_params.get_all(_NAMES[name]))
        there = column.values if wanted else ()
        lists[name] = tuple(value for value in there if names[name](value) in wanted)
    first, last = _days(st.query_params.get("days", ""))
    confidence = st.query_params.get("confidence", "")
    return Choice(
        first=first,
        last=last,
        undated=st.query_params.get("undated") != "no",
        confidence=min(int(confidence), 100) / 100 if confidence.isdecimal() else 0.0,
        text=st.query_params.get("search", ""),
        **lists,
    )


def _days(text: str) -> tuple[date | None, date | None]:
    try:
        first, last = (date.fromisoformat(day) for day in text.split(_TO))
    except ValueError:
        return None, None
    return min(first, last), max(first, last)


def _window(text: str) -> Window | None:
    try:
        start, end = (datetime.fromisoformat(edge) for edge in text.split(_TO))
        return Window(start, end) if start < end else None
    except (ValueError, TypeError):
        return None


def _look(text: str) -> Look | None:
    try:
        longitude, latitude, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return None
    if abs(longitude) <= 360 and abs(latitude) <= 85 and 0 <= zoom <= 22:
        return Look(longitude, latitude, zoom)
    return None


def _window_text(window: Window | None) -> str:
    if window is None:
        return ""
    edges = (edge.isoformat(timespec="minutes") for edge in (window.start, window.end))
    return _TO.join(edges)
