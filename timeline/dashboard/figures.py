"""The timeline and the map on the page, with the controls that belong to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any

import pandas as pd
import streamlit as st

from timeline.dashboard import component, state
from timeline.dashboard.extraction import Story, country_name
from timeline.dashboard.filters import Choice
from timeline.views.atlas import atlas_of
from timeline.views.lanes import LaneBy, lanes_of, values_of
from timeline.views.map_figure import home_view, map_figure, outline_figure
from timeline.views.timeline_figure import Options, timeline_figure
from timeline.views.window import Window, around, everything, fit

TIMELINE, MAP = "timeline-plot", "map-plot"
RANGES = {"Story": 0, "Week": 9, "Month": 40, "Year": 460, "All": -1}
_USUAL_WIDTH = 1000


def controls() -> LaneBy:
    """Show the timeline's controls and return what its lanes stand for."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = st.segmented_control(
            "Lanes",
            [str(value) for value in LaneBy],
            default=LaneBy.PERSON.value,
            required=True,
            format_func=str.capitalize,
            key="lanes",
            bind="query-params",
        )
        st.segmented_control(
            "Range",
            list(RANGES),
            default="Story",
            required=True,
            key="range",
            bind="query-params",
        )
    return LaneBy(by or LaneBy.PERSON)


def show_timeline(story: Story, events: pd.DataFrame, choice: Choice, by: LaneBy) -> None:
    """Show the timeline of the filtered events."""
    anchors = _anchors(story)
    revision = _revision(story)
    look = (st.session_state.get(TIMELINE) or {}).get("look") or {}
    options = Options(
        by=by,
        window=_looked_at(look, revision) or _linked(revision) or _window(story, anchors),
        width=int(look.get("width") or _USUAL_WIDTH),
        anchors=anchors,
        preferred=_preferred(choice, by),
        names=_names(story) if by is LaneBy.COUNTRY else {},
        colours=_colours(story, by),
        revision=revision,
    )
    component.plot(
        timeline_figure(events, options),
        key=TIMELINE,
        selected=state.selected(),
        alt=f"Timeline of {len(events)} events; the table below lists them",
        on_pick=pick_from(TIMELINE),
    )


def show_map(
    story: Story, events: pd.DataFrame, stops: pd.DataFrame, choice: Choice, by: LaneBy
) -> None:
    """Show the map of the filtered events and stops."""
    atlas = atlas_of(
        events, stops, by=by, preferred=_preferred(choice, by), colours=_colours(story, by)
    )
    # The map opens on the whole story, so that a filter does not move it.
    home = home_view(atlas_of(story.events, story.stops))
    revision = "-".join(article.id for article in story.articles)
    component.plot(
        map_figure(atlas, home, base=component.OUTLINES, revision=revision),
        key=MAP,
        selected=state.selected(),
        alt=f"Map of {len(atlas.spots)} places and {len(atlas.legs)} ways between them",
        on_pick=pick_from(MAP),
        fallback=outline_figure(atlas, home, revision=revision),
        atlas=atlas,
    )


def zoomed(story: Story) -> Window | None:
    """What the reader has zoomed to; None while the timeline shows what the range says."""
    look = (st.session_state.get(TIMELINE) or {}).get("look") or {}
    revision = _revision(story)
    seen = _looked_at(look, revision) or _linked(revision)
    if seen is None or story.events.empty:
        return None
    usual = _window(story, _anchors(story))
    moved = max(abs(seen.start - usual.start), abs(seen.end - usual.end))
    return seen if moved > usual.length / 100 else None


def pick_from(key: str) -> Callable[[], None]:
    """What selects the event that was picked in the component with this key."""

    def pick() -> None:
        event_id = st.session_state[key].pick
        if event_id:
            select_outside(str(event_id))

    return pick


def select_outside(event_id: str) -> None:
    """Select an event from anywhere but the table, which has to be made anew for it."""
    state.select(event_id)
    st.session_state.picks = st.session_state.get("picks", 0) + 1


def _anchors(story: Story) -> tuple[datetime, ...]:
    days = dict.fromkeys(article.date for article in story.articles)
    return tuple(datetime.combine(day, time()) for day in days)


def _revision(story: Story) -> str:
    """What a zoom belongs to: these articles under this range."""
    return f"{'-'.join(article.id for article in story.articles)}-{_range()}"


def _range() -> str:
    """The chosen range; its control is not there while filters leave nothing."""
    chosen: str = st.session_state.get("range", "Story")
    return chosen


def _linked(revision: str) -> Window | None:
    """The window that the page's address asked for, until other articles or a range are chosen."""
    window: Window | None = st.session_state.get("zoom")
    if window is None or st.session_state.setdefault("zoom-revision", revision) != revision:
        return None
    return window


def _window(story: Story, anchors: tuple[datetime, ...]) -> Window:
    days = RANGES[_range()]
    anchor = anchors[0] if anchors else None
    if days < 0:
        return everything(story.events, anchor)
    if days == 0 or anchor is None:
        return fit(story.events, anchor)
    return around(anchor, days)


def _looked_at(look: Mapping[str, Any], revision: str) -> Window | None:
    """What the reader has zoomed to, unless it belongs to other articles or another range."""
    if look.get("revision") != revision:
        return None
    try:
        start, end = (pd.Timestamp(edge).to_pydatetime() for edge in look["range"])
    except (KeyError, TypeError, ValueError):
        return None
    return Window(start, end) if start < end else None


def _preferred(choice: Choice, by: LaneBy) -> tuple[str, ...]:
    chosen = {LaneBy.PERSON: choice.people, LaneBy.COUNTRY: choice.countries}
    return chosen.get(by, ())


def _colours(story: Story, by: LaneBy) -> dict[str, int]:
    """Colours by the whole story, so that a filter recolours nothing."""
    values = [value for row in story.events.itertuples() for value in values_of(row, by)]
    dealt = lanes_of(story.events, by)
    first = [
        name for name, ordinal in zip(dealt.names, dealt.ordinals, strict=True) if ordinal >= 0
    ]
    return {value: i for i, value in enumerate(dict.fromkeys([*first, *values]))}


def _names(story: Story) -> dict[str, str]:
    codes = {code for codes in story.events["countries"] for code in codes}
    return {code: country_name(code) for code in codes}
