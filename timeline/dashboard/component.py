"""Two small components of our own: `plot` around plotly.js, and `reader` for untrusted text.

`st.plotly_chart` mounts a changed figure anew, which loses zoom, map position and selection, so
the plot component keeps one chart and updates it. The reader sets text as text: no article can
reach the page as Markdown or HTML.

Files are served from where they are, through the route that Streamlit has for the assets of
installed components: our scripts, plotly.js out of the installed plotly, and the map's outlines.
Nothing is copied, so the browser always runs the plotly.js that the figures were made for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from timeline.resources import data_path
from timeline.views.atlas import Atlas
from timeline.views.drawing import Drawing
from timeline.views.ink import EVENTS, REACH
from timeline.views.map_key import key_of
from timeline.views.map_style import land_colours, map_style
from timeline.views.theme import dark_swaps

_FAMILY = "news-timeline"
_ROUTE = "./_stcore/bidi-components"
_PLOT, _READER = "plot", "reader"

# One figure: zoom and journey above it, the chart, and what a screen reader is told.
HTML = {
    _PLOT: '<div class="figure"><div class="overview"></div><div class="journey" hidden></div>'
    '<div class="stage"><div class="plot" tabindex="0" role="application"></div></div>'
    '<ul class="map-key" aria-label="Key of the map" hidden></ul>'
    '<div class="figure-said" aria-live="polite"></div></div>',
    _READER: '<div class="reader-stand"><div class="reader"></div></div>',
}

OUTLINES = f"{_ROUTE}/{_FAMILY}.outlines/"
# What a map without WebGL is drawn from.
_OUTLINED = {
    "land": f"{OUTLINES}countries.geojson",
    "labels": f"{OUTLINES}labels.geojson",
}
# Asked only while the reader wants it; the policy is at operations.osmfoundation.org/policies.
TILES = {
    "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "credit": "© OpenStreetMap contributors",
}
PLOTLY_JS = f"{_ROUTE}/{_FAMILY}.plotly/plotly.min.js"


ASSETS = Path(__file__).parent / "assets"


def _package_data() -> Path:
    plotly = find_spec("plotly")
    assert plotly is not None
    assert plotly.origin is not None
    return Path(plotly.origin).parent / "package_data"


PLOTLY = _package_data() / "plotly.min.js"


def _folders() -> Mapping[str, Path]:
    """What is served, by the name of the component that it is served under."""
    return {
        _PLOT: ASSETS,
        _READER: ASSETS,
        "plotly": PLOTLY.parent,
        "outlines": data_path("outlines"),
    }


def _mount(name: str) -> Callable[..., Any]:
    """The component of this name, registered with whichever server runs this script."""
    manager = get_bidi_component_manager()
    if manager.get_component_path(f"{_FAMILY}.outlines") is None:
        for part, folder in _folders().items():
            config = ComponentConfig(part, folder.name)
            manager.register_from_manifest(ComponentManifest(_FAMILY, "1", [config]), folder.parent)
    return st.components.v2.component(
        f"{_FAMILY}.{name}",
        html=HTML[name],
        css=f"{name}.css",
        js=f"{name}.js",
        isolate_styles=False,
    )


def plot(
    figure: str,
    *,
    key: str,
    selected: str | None,
    alt: str,
    on_pick: Callable[[], None],
    on_drop: Callable[[], None],
    fallback: str | None = None,
    overview: Mapping[str, Any] | None = None,
    land: Mapping[str, Any] | None = None,
) -> Any:
    """Show a figure whose marks can be picked.

    Args:
        figure: made by `timeline.views` and written by `packed`.
        key: of the widget; its state has `look`, the visible range and width, once known.
        selected: id of the event to ring.
        alt: what the figure shows, for those who do not see it.
        on_pick: called when a mark is chosen; the widget's state then has `pick`, an event id.
        on_drop: called when the selection is let go.
        fallback: shown instead where the browser has no WebGL.
        overview: of a timeline, what `timeline.views.overview` makes.
        land: of a map, what `map_data` makes.
    """
    data = plot_data(figure, alt=alt, fallback=fallback, overview=overview, land=land)
    data |= {"selected": selected, "theme": st.context.theme.type, "plotly": PLOTLY_JS}
    return _mount(_PLOT)(
        key=key,
        data=data,
        on_pick_change=on_pick,
        on_drop_change=on_drop,
        on_look_change=_nothing,
    )


def plot_data(
    figure: str,
    *,
    alt: str,
    fallback: str | None = None,
    overview: Mapping[str, Any] | None = None,
    land: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """What a figure's component is given, whatever page it is on; arguments as for `plot`."""
    return {
        "figure": figure,
        "fallback": fallback,
        "alt": alt,
        "swaps": dark_swaps() | _ground_swaps(),
        "overview": overview,
        "map": land,
    }


def _ground_swaps() -> dict[str, str]:
    light, dark = land_colours(dark=False), land_colours(dark=True)
    return {light[part]: dark[part] for part in ("sea", "land", "coast", "name")}


def packed(drawing: Drawing) -> str:
    """A drawing as JSON, with the hover text of each event once.

    The points along an event's mark carry only the number of the event; `edition.js` puts the
    text back.
    """
    numbers: dict[str, dict[tuple[str, ...], int]] = {}
    for trace in drawing["data"]:
        if trace["name"] == EVENTS:
            own = numbers.setdefault(trace.get("xaxis", "x"), {})
            own |= {_name(one): number for number, one in enumerate(trace["customdata"])}
    data = []
    for trace in drawing["data"]:
        if trace["name"] == REACH:
            own = numbers[trace["xaxis"]]
            trace = trace | {"customdata": [own[_name(one)] for one in trace["customdata"]]}
        data.append(trace)
    return json.dumps({**drawing, "data": data}, separators=(",", ":"), allow_nan=False)


def _name(data: Sequence[Any]) -> tuple[str, ...]:
    """What tells two points apart: their event and their text, as not every stay has an event."""
    return str(data[0]), str(data[1])


def map_data(
    atlas: Atlas, journeys: Sequence[Mapping[str, Any]], *, online: bool
) -> dict[str, Any]:
    """What a map shows besides the marks of its figure.

    Args:
        atlas: ways, names and countries.
        journeys: travellers with their stops in order.
        online: whether tiles are fetched from a server on the internet.
    """
    return {
        "flat": False,
        "routes": atlas.routes(),
        "places": atlas.places(),
        "tint": list(atlas.countries),
        "key": key_of(atlas),
        **_OUTLINED,
        "journeys": list(journeys),
        "tiles": dict(TILES) if online else None,
        "styles": {
            "light": map_style(OUTLINES, dark=False),
            "dark": map_style(OUTLINES, dark=True),
        },
    }


def flat_map_data(atlas: Atlas, journeys: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What a map of plain outlines shows besides its figure, whether or not there is WebGL.

    Args:
        atlas: what the figure shows.
        journeys: travellers with their stops in order.
    """
    return {"flat": True, "key": key_of(atlas), **_OUTLINED, "journeys": list(journeys)}


def reader(
    blocks: Sequence[Mapping[str, Any]],
    *,
    key: str,
    height: int | None = None,
    selected: str | None = None,
    pinned: str | None = None,
    on_pick: Callable[[], None] | None = None,
    on_mark: Callable[[], None] | None = None,
    on_open: Callable[[], None] | None = None,
) -> Any:
    """Show blocks of text, none of it interpreted.

    Args:
        blocks: what `timeline.dashboard.blocks` makes.
        key: of the widget.
        height: pixels after which it scrolls.
        selected: id of the event whose sentence is highlighted.
        pinned: "told" or "form" if the panel that it stands in is to stay in view, empty if not;
            None leaves that to another.
        on_pick: called when a sentence or a stop is clicked; the state then has `pick`.
        on_mark: called when words of a passage are marked; the state then has `mark`, the
            character at which they begin, counted from the passage's first.
        on_open: called when a traveller's itinerary is asked for; the state then has `open`, the
            traveller's name.
    """
    return _mount(_READER)(
        key=key,
        data={"blocks": list(blocks), "height": height, "selected": selected, "pinned": pinned},
        on_pick_change=on_pick or _nothing,
        on_mark_change=on_mark or _nothing,
        on_open_change=on_open or _nothing,
    )


def _nothing() -> None:
    """A callback that has nothing to do: a component needs one to have its value kept."""
