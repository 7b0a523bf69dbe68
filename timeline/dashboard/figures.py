"""The timeline and the map on the page, with the controls that belong to them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from hashlib import sha256
from math import floor
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from timeline.dashboard import blocks, component, state
from timeline.dashboard.extraction import Story, country_name
from timeline.dashboard.filters import Choice
from timeline.dashboard.stops import itinerant
from timeline.views.atlas import Atlas, atlas_of
from timeline.views.extent import extents_of
from timeline.views.lanes import LaneBy, Lanes, lanes_of, values_of
from timeline.views.map_figure import HEIGHT, Look, home_view, map_figure, outline_figure
from timeline.views.map_view import View
from timeline.views.overview import overview
from timeline.views.sheet import Options
from timeline.views.stay_lanes import Options as StayOptions
from timeline.views.stay_lanes import stay_lanes
from timeline.views.timeline_figure import MOST, timeline_figure
from timeline.views.window import Window, fit, within

T = TypeVar("T")
TIMELINE, MAP = "timeline-plot", "map-plot"
STAYS, ROUTE = "stays-plot", "route-plot"
_USUAL_WIDTH = 1000
_KEYS = "Arrow keys step through the events, Escape lets go of one."
_TILES = (
    "Asks tile.openstreetmap.org for pictures of the part of the map that you look at. Off, "
    "nothing leaves this machine."
)
_Drawn = tuple[str, str | None, Mapping[str, Any], str]
_Names = tuple[str, ...]


def controls() -> LaneBy:
    """Show the timeline's controls and return what its lanes stand for."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text("A lane for each", width="content")
        by = st.segmented_control(
            "A lane for each",
            [str(value) for value in LaneBy],
            default=LaneBy.PERSON.value,
            required=True,
            format_func=str.capitalize,
            key="lanes",
            bind="query-params",
            label_visibility="collapsed",
        )
    return LaneBy(by or LaneBy.PERSON)


def lanes() -> LaneBy:
    """What the timeline's lanes stand for, whether or not it is drawn."""
    return LaneBy(st.session_state.get("lanes") or LaneBy.PERSON)


def view(story: Story, choice: Choice, by: LaneBy) -> Options:
    """How the reader sees the timeline."""
    return Options(
        by=by,
        window=window(story),
        width=int(_look(TIMELINE).get("width") or _USUAL_WIDTH),
        anchors=_anchors(story),
        preferred=_preferred(choice, by),
        names=_names(story, by),
        colours=_colours(story, by),
        revision=_revision(story),
    )


def show_timeline(story: Story, events: pd.DataFrame, choice: Choice, by: LaneBy) -> None:
    """Show the timeline of the filtered events, with the bar of the whole range above it."""
    chosen = state.selected()
    counted = len(events) > MOST  # then the figure draws the selected event and no other
    today = datetime.combine(datetime.now().astimezone().date(), time())
    options = replace(
        view(story, choice, by),
        today=today,
        dealt=_dealt(story, events, choice, by),
        selected=chosen if counted else None,
    )
    held = state.held()
    settled = (choice, by, options.window, options.width, today, options.selected, held)
    component.plot(
        kept(
            "timeline", story, settled, lambda: component.packed(timeline_figure(events, options))
        ),
        key=TIMELINE,
        selected=chosen,
        alt=f"Timeline of {len(events):,} events; the table below lists them. {_KEYS}",
        on_pick=pick_from(TIMELINE),
        on_drop=let_go,
        overview=kept(
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
            help=_TILES,
        )
    seen = window(story) if only else None
    home = kept("home", story, (), lambda: home_view(_whole(story)))
    look = map_look(story)
    zoom = floor(2 * (look.zoom if look else home.zoom(_USUAL_WIDTH / 2, HEIGHT))) / 2
    flat = bool(_look(MAP).get("flat"))  # the browser has no WebGL, and said so
    chosen = state.selected()

    def draw() -> _Drawn:
        some, ways, dealt = events, stops, _dealt(story, events, choice, by)
        if seen is not None:
            inside = within(extents_of(events, seen.length / 9), seen)
            some, ways, dealt = events[inside], _made(stops, seen), dealt.among(inside)
        atlas = atlas_of(
            some,
            ways,
            by=by,
            preferred=_preferred(choice, by),
            colours=_colours(story, by),
            dealt=dealt,
            zoom=zoom,
            selected=chosen,
        )
        journeys = itinerant(ways, some["event_id"])
        opened = _remembered(story)[1]
        return _drawn(atlas, home, _revision(story), journeys, opened, flat=flat, online=online)

    listed = chosen if len(events) > MOST else None
    near = zoom if len(events) > MOST else 0
    settled = (choice, by, seen, near, flat, online, listed, state.held())
    _put_map(MAP, kept("map", story, settled, draw))


def show_route(story: Story, stops: pd.DataFrame, events: pd.DataFrame, names: _Names) -> None:
    """Show the map of some travellers' ways, and of what happens at their stops.

    Args:
        story: the open articles.
        stops: the travellers' stops that are shown.
        events: the events that are shown.
        names: the travellers, in the order of their colours.
    """
    online = st.toggle("Online map tiles", key="online", help=_TILES)
    flat = bool(_look(ROUTE).get("flat"))
    at_stops = {event_id for ids in stops["event_ids"] for event_id in ids}
    own = events[events["event_id"].isin(at_stops)]

    def draw() -> _Drawn:
        home = home_view(atlas_of(story.events.head(0), stops))
        atlas = atlas_of(own, stops, colours=_in_turn(names), selected=state.selected())
        revision = f"{_revision(story)} {names}"
        journeys = itinerant(stops, own["event_id"])
        return _drawn(atlas, home, revision, journeys, flat=flat, online=online)

    settled = (names, tuple(stops["order"]), tuple(own["event_id"]), flat, online)
    _put_map(ROUTE, kept("route", story, settled, draw))


def show_stays(story: Story, stops: pd.DataFrame, names: _Names) -> None:
    """Show when travellers were where, as a lane for each.

    Args:
        story: the open articles.
        stops: the travellers' stops that are shown, with the ids of events that are shown.
        names: the travellers, in the order of their colours.
    """
    width = int(_look(STAYS).get("width") or _USUAL_WIDTH)
    revision = f"{_revision(story)} {names}"
    seen = _looked_at(_look(STAYS, revision))

    def draw() -> tuple[str, str]:
        figure = stay_lanes(
            stops,
            StayOptions(
                width=width,
                colours=_in_turn(names),
                anchors=_anchors(story),
                window=seen,
                revision=revision,
            ),
        )
        return component.packed(figure), str(figure["layout"]["meta"]["alt"])

    settled = (names, tuple(stops["order"]), tuple(stops["event_ids"]), width, seen)
    figure, alt = kept("stays", story, settled, draw)
    component.plot(
        figure,
        key=STAYS,
        selected=state.selected(),
        alt=f"{alt} {_KEYS}",
        on_pick=pick_from(STAYS),
        on_drop=let_go,
    )


def _drawn(
    atlas: Atlas,
    home: View,
    revision: str,
    journeys: Sequence[Mapping[str, Any]],
    look: Look | None = None,
    *,
    flat: bool,
    online: bool,
) -> _Drawn:
    """A map's figure, the same without WebGL if that is asked for, its land, and its words."""
    figure = map_figure(atlas, home, look=look, base=component.OUTLINES, revision=revision)
    plain = outline_figure(atlas, home, revision=revision) if flat else None
    land = component.map_data(atlas, journeys, online=online)
    alt = f"Map of {len(atlas.spots)} places and {len(atlas.legs)} ways between them. {_KEYS}"
    return component.packed(figure), plain and component.packed(plain), land, alt


def _put_map(key: str, drawn: _Drawn) -> None:
    figure, plain, land, alt = drawn
    component.plot(
        figure,
        key=key,
        selected=state.selected(),
        alt=alt,
        on_pick=pick_from(key),
        on_drop=let_go,
        fallback=plain,
        land=land,
    )


def _in_turn(names: _Names) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


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
    looked = _looked_at(_look(TIMELINE, _revision(story)))
    return looked or _remembered(story)[0] or _opening(story)


def zoomed(story: Story) -> Window | None:
    """What the reader has zoomed to; None while the timeline shows what the story is about."""
    if story.events.empty:
        return None
    seen, usual = window(story), _opening(story)
    moved = max(abs(seen.start - usual.start), abs(seen.end - usual.end))
    return seen if moved > usual.length / 100 else None


def map_look(story: Story) -> Look | None:
    """Where the reader has moved the map; None while it shows the whole story."""
    at = _look(MAP, _revision(story)).get("at")
    return Look(*map(float, at)) if at else _remembered(story)[1]


def remember(story: Story, window: Window | None, look: Look | None) -> None:
    """Show this stretch of time and this part of the map when the figures come to the page.

    Args:
        story: the articles that it holds for; others open on what they are about.
        window, look: None where nothing else is asked for.
    """
    st.session_state["seen-before"] = (_revision(story), window, look)


def keep_view(story: Story) -> None:
    """Remember what timeline and map show, before they go off the page."""
    remember(story, zoomed(story), map_look(story))


def _remembered(story: Story) -> tuple[Window | None, Look | None]:
    revision, window, look = st.session_state.get("seen-before", ("", None, None))
    return (window, look) if revision == _revision(story) else (None, None)


def _opening(story: Story) -> Window:
    """The window that a story opens on."""
    anchors = _anchors(story)
    return kept("opening", story, (), lambda: fit(story.events, anchors[0] if anchors else None))


def _anchors(story: Story) -> tuple[datetime, ...]:
    """The day of each article, in their order."""
    days = (article.date for article in story.articles)
    return kept("anchors", story, (), lambda: tuple(datetime.combine(d, time()) for d in days))


def _articles(story: Story) -> str:
    """A short name for these articles."""
    names = "-".join(article.id for article in story.articles)
    return names if len(names) < 200 else sha256(names.encode()).hexdigest()


def _revision(story: Story) -> str:
    """What a zoom belongs to: these articles."""
    return kept("revision", story, (), lambda: _articles(story))


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


def kept(name: str, story: Story, key: Hashable, make: Callable[[], T]) -> T:
    """What was made for these events and this key the last time, or else what is made now.

    A run that changes nothing then sends the browser the same bytes, which costs next to nothing.
    """
    known = st.session_state.setdefault("kept", {})
    before = known.get(name)
    if before is None or before[0] is not story.events or before[1] != key:
        known[name] = before = (story.events, key, make())
    made: T = before[2]
    return made


def _whole(story: Story) -> Atlas:
    """The map opens on the whole story, so that a filter does not move it."""
    return atlas_of(story.events, story.stops)


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

    return kept("lanes", story, (choice, by, state.held()), deal)


def _colours(story: Story, by: LaneBy) -> dict[str, int]:
    """Colours by the whole story, so that a filter recolours nothing."""

    def deal() -> dict[str, int]:
        values = [value for values in values_of(story.events, by) for value in values]
        dealt = lanes_of(story.events, by)
        lanes = zip(dealt.names, dealt.ordinals, strict=True)
        first = [name for name, ordinal in lanes if ordinal >= 0]
        return {value: i for i, value in enumerate(dict.fromkeys([*first, *values]))}

    return kept("colours", story, by, deal)


def _names(story: Story, by: LaneBy) -> dict[str, str]:
    if by is LaneBy.COUNTRY:
        return {code: country_name(code) for code in story.columns.lists["countries"].values}
    if by is LaneBy.ARTICLE:
        return {article.id: blocks.label(article) for article in story.articles}
    return {}
