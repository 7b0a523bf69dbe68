"""The map: MapLibre with a local style, or plain outlines where the browser has no WebGL."""

from __future__ import annotations

from collections.abc import Sequence
from math import asinh, atan2, cos, degrees, radians, sin, tan
from typing import Any, NamedTuple

from timeline.views.atlas import Atlas, Leg, Spot, View, view_of
from timeline.views.drawing import Drawing, Trace
from timeline.views.hover import TEMPLATE
from timeline.views.ink import EVENTS, SELECTED
from timeline.views.map_style import BELOW, land_colours, map_style
from timeline.views.theme import ANCHOR, FONT, INK, MUTED, PAPER, faint

HEIGHT = 460
NUMBERED, PLAIN = 21, 13  # pixels across
_USUAL_SHAPE = 1.7  # width by height
_RIM = 4  # of paper around a mark
_INVISIBLE = "rgba(0,0,0,0)"


class Look(NamedTuple):
    """Where a reader has moved the map: its middle in degrees, and the zoom of MapLibre."""

    longitude: float
    latitude: float
    zoom: float


def map_figure(
    atlas: Atlas,
    home: View,
    *,
    look: Look | None = None,
    base: str = "",
    revision: str = "map",
) -> Drawing:
    """Draw places on a MapLibre map.

    Args:
        atlas: what to show. Routes, names and numbers are no traces: the component puts them into
            the style's own sources, so that the style never changes.
        home: what the map opens on.
        look: where it opens instead, if a reader had moved it there.
        base: address of the folder of outlines.
        revision: while it stays the same, the browser keeps the reader's own view.

    Returns:
        A figure whose "__events" traces have one mark for each place: solid for a town, open for
        a country or region.
    """
    spots = atlas.spots
    towns = [spot for spot in spots if not spot.wide]
    lands = [spot for spot in spots if spot.wide]
    traces = [
        # One point that is nowhere: MapLibre would put a layer that comes later above the others.
        _dots(SELECTED, [], 36, INK) | {"lat": [None], "lon": [None]},
        _dots("aura", lands, 44, [faint(spot.colour, 0.22) for spot in lands]),
        _dots("rim", spots, [_size(spot) + _RIM for spot in spots], PAPER),
        _dots("edge", lands, [_size(s) for s in lands], [s.colour for s in lands]),
        _marks(towns, [spot.colour for spot in towns]),
        _marks(lands, PAPER, inset=5),
    ]
    usual = Look(*home.centre, min(max(home.zoom(700, HEIGHT), 0.4), 6))
    lon, lat, zoom = look or usual
    layout = _layout(revision) | {
        "map": {
            "style": map_style(base, dark=False),
            "center": {"lon": lon, "lat": lat},
            "zoom": zoom,
        },
        # The browser knows the map's size, and fits the view to it unless a zoom is asked for.
        "meta": {"view": None if look else [home.west, home.south, home.east, home.north]},
    }
    return {"data": traces, "layout": layout}


def outline_figure(atlas: Atlas, home: View, *, revision: str = "outline") -> Drawing:
    """The same map as SVG, for browsers without WebGL, where MapLibre would stay blank.

    Plotly's own base layers are fetched from a server: all are off, and the component draws land
    from the same local outlines into the trace "__land".
    """
    ground = land_colours(dark=False)
    spots = atlas.spots
    traces = [
        _geo(
            "__land",
            [(None, None)],
            mode="lines",
            fill="toself",
            fillcolor=ground["land"],
            line={"width": 0.6, "color": ground["coast"]},
            hoverinfo="skip",
        ),
        *(_way(leg) for leg in atlas.legs),
        *([_arrows(atlas.legs)] if atlas.legs else []),
        _geo(
            EVENTS,
            [(spot.longitude, spot.latitude) for spot in spots],
            mode="markers+text",
            text=[spot.text for spot in spots],
            textfont={"color": [INK if s.wide else PAPER for s in spots], "size": 12},
            customdata=[spot.data for spot in spots],
            hovertemplate=TEMPLATE,
            marker={
                "size": [_size(spot) for spot in spots],
                "opacity": 1,
                "color": [PAPER if spot.wide else spot.colour for spot in spots],
                "line": {
                    "width": [2.5 if spot.wide else 1.5 for spot in spots],
                    "color": [spot.colour if spot.wide else PAPER for spot in spots],
                },
            },
        ),
        _geo(
            SELECTED,
            [(None, None)],
            mode="markers",
            marker={"size": 32, "color": _INVISIBLE, "line": {"width": 3, "color": INK}},
            hoverinfo="skip",
        ),
    ]
    layout = _layout(revision) | {
        "geo": {
            "visible": False,
            "projection": {"type": "mercator"},
            "lonaxis": {"range": _widened(home)},
            "lataxis": {"range": [home.south, home.north]},
            "bgcolor": ground["sea"],
            "domain": {"x": [0, 1], "y": [0, 1]},
        },
        "font": {"family": FONT},
    }
    return {"data": traces, "layout": layout}


def home_view(atlas: Atlas) -> View:
    """What the map opens on: all places and the ways between them."""
    points = [(spot.longitude, spot.latitude) for spot in atlas.spots]
    points += [point for leg in atlas.legs for point in leg.path]
    return view_of(points)


def _widened(view: View) -> list[float]:
    """The longitudes that fill a figure of usual shape where a view is taller than that."""
    south, north = (asinh(tan(radians(edge))) for edge in (view.south, view.north))
    spare = degrees(_USUAL_SHAPE * (north - south)) - (view.east - view.west)
    beside = min(max(spare, 0), 360 - (view.east - view.west)) / 2
    return [view.west - beside, view.east + beside]


def _layout(revision: str) -> dict[str, Any]:
    return {
        "height": HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "uirevision": revision,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 13}},
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": MUTED, "activecolor": ANCHOR},
    }


def _size(spot: Spot) -> int:
    if spot.places > 1:
        return 24 + 4 * len(str(spot.count))
    return NUMBERED + 5 * spot.text.count("·") if spot.text else PLAIN + 2 * spot.wide


def _dots(
    name: str, spots: Sequence[Spot], size: int | list[int], colour: str | list[str]
) -> Trace:
    return {
        "type": "scattermap",
        "name": name,
        "lat": [spot.latitude for spot in spots],
        "lon": [spot.longitude for spot in spots],
        "mode": "markers",
        # Plotly makes an invalid style of empty lists, and marks of several sizes translucent.
        "marker": {
            "size": size or NUMBERED,
            "color": colour or PAPER,
            "opacity": 1,
            "allowoverlap": True,
        },
        "below": BELOW,
        "hoverinfo": "skip",
    }


def _marks(spots: Sequence[Spot], colour: str | list[str], inset: int = 0) -> Trace:
    marks = _dots(EVENTS, spots, [_size(spot) - inset for spot in spots], colour)
    del marks["hoverinfo"]
    return marks | {"customdata": [spot.data for spot in spots], "hovertemplate": TEMPLATE}


def _geo(name: str, points: Sequence[tuple[float | None, float | None]], **rest: Any) -> Trace:
    lon, lat = [lon for lon, _ in points], [lat for _, lat in points]
    return {"type": "scattergeo", "name": name, "lon": lon, "lat": lat, **rest}


def _way(leg: Leg) -> Trace:
    line = {"width": 2.2, "color": leg.colour, "dash": "dash" if leg.planned else "solid"}
    return _geo("way", leg.path, mode="lines", line=line, hoverinfo="skip")


def _arrows(legs: Sequence[Leg]) -> Trace:
    """A triangle in the middle of each leg that points along it."""
    points, angles = [], []
    for leg in legs:
        at = len(leg.path) // 2
        (lon1, lat1), (lon2, lat2) = leg.path[at - 1], leg.path[at]
        turn = radians(lon2 - lon1)
        a, b = radians(lat1), radians(lat2)
        bearing = atan2(sin(turn) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(turn))
        points.append((lon2, lat2))
        angles.append(degrees(bearing))
    return _geo(
        "direction",
        points,
        mode="markers",
        marker={
            "symbol": "triangle-up",
            "size": 11,
            "angle": angles,
            "color": [leg.colour for leg in legs],
            "opacity": 1,
        },
        hoverinfo="skip",
    )
