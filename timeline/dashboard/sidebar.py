"""The filters beside the page. Their values live in the address, so that a link shows the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from timeline.dashboard.extraction import Story, country_name
from timeline.dashboard.filters import Choice, counts, span


def choose(story: Story) -> Choice:
    """Show the filters and return what is chosen."""
    with st.sidebar:
        st.subheader("Filter", anchor=False)
        countries = _several("Country", "country", counts(story.events, "countries"), country_name)
        people = _several("Person", "person", counts(story.events, "people"), str)
        statuses = _several("Status", "status", counts(story.events, "status"), str.capitalize)
        first, last = _dates(story)
        undated = st.toggle(
            "Include events without a date", value=True, key="undated", bind="query-params"
        )
        chosen = Choice(countries, people, statuses, first, last, undated)
        st.button("Clear filters", on_click=clear, width="stretch", disabled=chosen.is_empty)
        st.caption("Nothing chosen means everything. A copied address keeps the filters.")
    return chosen


def clear() -> None:
    """Forget every filter."""
    st.session_state.update(country=[], person=[], status=[], dates=(), undated=True)


def _several(
    label: str, key: str, tally: Mapping[str, int], name: Callable[[str], str]
) -> tuple[str, ...]:
    # A choice that came with an article may be gone with it, which would be an error.
    if key in st.session_state:
        st.session_state[key] = [value for value in st.session_state[key] if value in tally]
    # The address holds what `format_func` gives: a name that stays, so no counts in it.
    chosen = st.multiselect(
        label, list(tally), format_func=name, key=key, placeholder="All", bind="query-params"
    )
    return tuple(chosen)


def _dates(story: Story) -> tuple[date | None, date | None]:
    """The range of days; none is chosen to begin with."""
    days = span(story.events)
    if days is None:
        return None, None
    low, high = days
    kept = st.session_state.get("dates") or ()
    if any(not low <= day <= high for day in kept):
        st.session_state.dates = tuple(min(max(day, low), high) for day in kept)
    chosen = st.date_input(
        "Days",
        value=[],
        min_value=low,
        max_value=high,
        key="dates",
        bind="query-params",
        format="YYYY-MM-DD",
        help="An event stays if it may fall on one of these days.",
    )
    # While only the first day of a range is picked, that day alone is the range.
    return (chosen[0], chosen[-1]) if chosen else (None, None)
