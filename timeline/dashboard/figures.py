"""The timeline and the map on the page, with the controls that belong to them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import datetime, time
from hashlib import sha256
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from timeline.dashboard import blocks, component, state
from timeline.dashboard.extraction import Story, country_name
from timeline.dashboard.filters import Choice
from timeline.views.atlas import Atlas, atlas_of
from timeline.views.extent import extents_of
from timeline.views.lanes import LaneBy, Lanes, lanes_of, values_of
from timeline.views.map_figure import HEIGHT, home_view, map_figure, outline_figure
from timeline.views.overview import overview
from timeline.views.sheet import Options
from timeline.views.timeline_figure import MOST, timeline_figure
from timeline.views.window import Window, fit, within

T = TypeVar("T")
TIMELINE, MAP = "timeline-plot", "map-plot"
_USUAL_WIDTH = 1000
_KEYS = "Arrow keys step through the events, Escape lets go of one."


def controls() -> LaneBy:
    """Show the timeline's controls and return what its lanes stand for."""
    by = st.segmented_control(
        "Lanes",
        [str(value) for value in LaneBy],
        default=LaneBy.PERSON.value,
        required=True,
        format_func=str.capitalize,
        key="lanes",
        bind="query-params",
    )
    return LaneBy(by or LaneBy.PERSON)


def show_timeline(story: Story, events: pd.DataFrame, choice: Choice, by: LaneBy) -> None:
    """Show the timeline of the filtered events, with the bar of the whole range above it."""
    look = _look(TIMELINE)
    chosen = state.selected()
    counted = len(events) > MOST  # then the figure draws the selected event and no other
    today = datetime.combine(datetime.now().astimezone().date(), time())
    dealt = _dealt(story, events, choice, by)
    options = Options(
        by=by,
        window=window(story),
        width=int(look.get("width") or _USUAL_WIDTH),
        anchors=_anchors(story),
        today=today,
        names=_names(story, by),
        colours=_colours(story, by),
        dealt=dealt,
        selected=chosen if counted else None,
        revision=_revision(story),
    )
    held = state.held()
    settled = (choice, by, options.window, options.width, today, options.selected, held)
    component.plot(
        _kept(
            "timeline", story, settled, lambda: component.packed(timeline_figure(events, options))
        ),
        key=TIMELINE,
        selected=chosen,
        alt=f"Timeline of {len(events):,} events; the table below lists them. {_KEYS}",
        on_pick=pick_from(TIMELINE),
        on_drop=let_go,
        overview=_kept(
            "overview",
            story,
            (choice, today, held),
            lambda: overview(events, anchors=options.anchors, today=today, opened=_opening(story)),
        ),
    )


def show_map(
    story: Story, events: pd.DataFrame, stops: pd.DataFrame, choice: Choice, by: LaneBy
) -> None:
    """Show the map of the filtered events and stops."""
    with st.container(horizontal=True, vertical_alignment="center"):
        only = st.toggle("Only what the timeline shows", key="only_shown", bind="query-params")
        online = st.toggle(
            "Online map tiles",
            key="online",
            help="Asks tile.openstreetmap.org for pictures of the part of the map that you look "
            "at. Off, nothing leaves this machine.",
        )
    seen = window(story) if only else None
    home = _kept("home", story, (), lambda: home_view(_whole(story)))
    zoom = float(_look(MAP, _revision(story)).get("zoom") or home.zoom(_USUAL_WIDTH / 2, HEIGHT))
    flat = bool(_look(MAP).get("flat"))  # the browser has no WebGL, and said so
    chosen = state.selected()

    def draw() -> tuple[str, str | None, Mapping[str, Any], str]:
        some, ways = (events, stops) if seen is None else (_in(events, seen), _made(stops, seen))
        atlas = atlas_of(
            some,
            ways,
            by=by,
            preferred=_preferred(choice, by),
            colours=_colours(story, by),
            dealt=_dealt(story, events, choice, by),
            zoom=zoom,
            selected=chosen,
        )
        figure = map_figure(atlas, home, base=component.OUTLINES, revision=_revision(story))
        plain = outline_figure(atlas, home, revision=_revision(story)) if flat else None
        journeys = blocks.itinerant(ways, some["event_id"])
        land = component.map_data(atlas, journeys, online=online)
        alt = f"Map of {len(atlas.spots)} places and {len(atlas.legs)} ways between them. {_KEYS}"
        return component.packed(figure), plain and component.packed(plain), land, alt

    listed = chosen if len(events) > MOST else None
    near = zoom if len(events) > MOST else 0
    settled = (choice, by, seen, near, flat, online, listed, state.held())
    figure, plain, land, alt = _kept("map", story, settled, draw)
    component.plot(
        figure,
        key=MAP,
        selected=chosen,
        alt=alt,
        on_pick=pick_from(MAP),
        on_drop=let_go,
        fallback=plain,
        land=land,
    )


def pick_from(key: str) -> Callable[[], None]:
    """What selects the event that was picked in the component with this key."""

    def pick() -> None:
        event_id = st.session_state[key].pick
        if event_id:
            select_outside(str(event_id))

    return pick


def select_outside(event_id: str | None) -> None:
    """Select an event from anywhere but the table, which has to be made anew for it."""
    state.select(event_id)
    st.session_state.picks = st.session_state.get("picks", 0) + 1


def let_go() -> None:
    """Select nothing."""
    select_outside(None)


def window(story: Story) -> Window:
    """What the timeline shows: what the reader has zoomed to, else what the story is about."""
    revision = _revision(story)
    return _looked_at(_look(TIMELINE, revision)) or _linked(revision) or _opening(story)


def zoomed(story: Story) -> Window | None:
    """What the reader has zoomed to; None while the timeline shows what the story is about."""
    if story.events.empty:
        return None
    seen, usual = window(story), _opening(story)
    moved = max(abs(seen.start - usual.start), abs(seen.end - usual.end))
    return seen if moved > usual.length / 100 else None


def _linked(revision: str) -> Window | None:
    """The window that the page's address asked for, until other articles are opened."""
    asked: Window | None = st.session_state.get("zoom")
    if asked is None or st.session_state.setdefault("zoom-revision", revision) != revision:
        return None
    return asked


def _opening(story: Story) -> Window:
    """The window that a story opens on."""
    anchors = _anchors(story)
    return _kept("opening", story, (), lambda: fit(story.events, anchors[0] if anchors else None))


def _anchors(story: Story) -> tuple[datetime, ...]:
    days = dict.fromkeys(article.date for article in story.articles)
    return tuple(datetime.combine(day, time()) for day in days)


def _articles(story: Story) -> str:
    """A short name for these articles."""
    names = "-".join(article.id for article in story.articles)
    return names if len(names) < 200 else sha256(names.encode()).hexdigest()


def _revision(story: Story) -> str:
    """What a zoom belongs to: these articles."""
    return _kept("revision", story, (), lambda: _articles(story))


def _look(key: str, revision: str | None = None) -> Mapping[str, Any]:
    """What the browser said that it shows, of these articles."""
    look: Mapping[str, Any] = (st.session_state.get(key) or {}).get("look") or {}
    return look if revision is None or look.get("revision") == revision else {}


def _looked_at(look: Mapping[str, Any]) -> Window | None:
    try:
        start, end = (pd.Timestamp(edge).to_pydatetime() for edge in look["range"])
    except (KeyError, TypeError, ValueError):
        return None
    return Window(start, end) if start < end else None


def _kept(name: str, story: Story, key: Hashable, make: Callable[[], T]) -> T:
    """What was made for these events and this key the last time, or else what is made now.

    A run that changes nothing then sends the browser the same bytes, which costs next to nothing.
    """
    kept = st.session_state.setdefault("kept", {})
    before = kept.get(name)
    if before is None or before[0] is not story.events or before[1] != key:
        kept[name] = before = (story.events, key, make())
    made: T = before[2]
    return made


def _whole(story: Story) -> Atlas:
    """The map opens on the whole story, so that a filter does not move it."""
    return atlas_of(story.events, story.stops)


def _in(events: pd.DataFrame, seen: Window) -> pd.DataFrame:
    """The events that the timeline shows."""
    inside = within(extents_of(events, seen.length / 9), seen)
    return events[inside].reset_index(drop=True)


def _made(stops: pd.DataFrame, seen: Window) -> pd.DataFrame:
    """The stops that may fall into a window."""
    late = stops["arrive_earliest"] > pd.Timestamp(seen.end)
    early = stops["depart_latest"] < pd.Timestamp(seen.start)
    return stops[~(late | early)].reset_index(drop=True)


def _preferred(choice: Choice, by: LaneBy) -> tuple[str, ...]:
    chosen = {LaneBy.PERSON: choice.people, LaneBy.COUNTRY: choice.countries}
    return chosen.get(by, ())


def _dealt(story: Story, events: pd.DataFrame, choice: Choice, by: LaneBy) -> Lanes:
    """The lanes of the filtered events, by which the map is coloured too."""

    def deal() -> Lanes:
        asked, colours = _preferred(choice, by), _colours(story, by)
        return lanes_of(events, by, preferred=asked, names=_names(story, by), colours=colours)

    return _kept("lanes", story, (choice, by, state.held()), deal)


def _colours(story: Story, by: LaneBy) -> dict[str, int]:
    """Colours by the whole story, so that a filter recolours nothing."""

    def deal() -> dict[str, int]:
        values = [value for values in values_of(story.events, by) for value in values]
        dealt = lanes_of(story.events, by)
        lanes = zip(dealt.names, dealt.ordinals, strict=True)
        first = [name for name, ordinal in lanes if ordinal >= 0]
        return {value: i for i, value in enumerate(dict.fromkeys([*first, *values]))}

    return _kept("colours", story, by, deal)


def _names(story: Story, by: LaneBy) -> dict[str, str]:
    if by is LaneBy.COUNTRY:
        return {code: country_name(code) for code in story.columns.lists["countries"].values}
    if by is LaneBy.ARTICLE:
        return {article.id: blocks.label(article) for article in story.articles}
    return {}
