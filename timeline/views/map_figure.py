"""The map: MapLibre with a local style, or plain outlines where the browser has no WebGL."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, degrees, radians, sin
from typing import Any, NamedTuple

from timeline.views.atlas import Atlas, Leg, Spot
from timeline.views.drawing import Drawing, Trace
from timeline.views.hover import TEMPLATE
from timeline.views.ink import EVENTS
from timeline.views.map_style import BELOW, land_colours, map_style
from timeline.views.map_view import View, view_of
from timeline.views.theme import (
    ANCHOR,
    FONT,
    INK,
    MUTED,
    PAPER,
    faint,
    plain,
    text_width,
    trimmed,
)

HEIGHT = 460
# Words of the map without WebGL, of which the browser leaves out those that would meet.
COUNTRIES, NUMBERS, NAMES = "__countries", "__numbers", "__names"
NUMBERED, PLAIN = 21, 13  # pixels across
_RIM = 4  # of paper around a mark
SELECTED = "__selected"  # the ring of the selected place, which the browser moves
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
    towns, hollow = _layered(atlas.spots)
    lands = [spot for spot in hollow if spot.wide]
    traces = [
        _dots("aura", lands, 44, [faint(spot.colour, 0.22) for spot in lands]),
        _dots("rim", hollow, [_size(spot) + _RIM for spot in hollow], PAPER),
        _dots("edge", hollow, [_size(s) for s in hollow], [s.colour for s in hollow]),
        _marks(hollow, PAPER, inset=5),
        _dots("rim", towns, [_size(spot) + _RIM for spot in towns], PAPER),
        _marks(towns, [spot.colour for spot in towns]),
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
    from the same local outlines into the trace "__land". It also fills its own width with the map,
    and leaves out the words that would meet others.
    """
    ground = land_colours(dark=False)
    towns, hollow = _layered(atlas.spots)
    spots = [*hollow, *towns]
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
        _words(COUNTRIES, [], [], {"color": ground["name"], "size": 12}),
        *(_way(leg) for leg in atlas.legs),
        *([_arrows(atlas.legs)] if atlas.legs else []),
        _geo(
            EVENTS,
            [(spot.longitude, spot.latitude) for spot in spots],
            mode="markers",
            customdata=[spot.data for spot in spots],
            hovertemplate=TEMPLATE,
            marker={
                "size": [_size(spot) for spot in spots],
                "opacity": 1,
                "color": [PAPER if spot.hollow else spot.colour for spot in spots],
                "line": {
                    "width": [2.5 if spot.hollow else 1.5 for spot in spots],
                    "color": [spot.colour if spot.hollow else PAPER for spot in spots],
                },
            },
        ),
        # Those above the others come first: theirs is the number where two would meet.
        _words(
            NUMBERS,
            spots[::-1],
            [spot.text for spot in spots[::-1]],
            {
                "color": [spot.ink for spot in spots[::-1]],
                "size": [18 if spot.off else 12 for spot in spots[::-1]],
            },
        ),
        _words(
            NAMES,
            atlas.spots,
            [plain(trimmed(spot.title, 28)) for spot in atlas.spots],
            {"color": INK, "size": 13},
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
            "lonaxis": {"range": [home.west, home.east]},
            "lataxis": {"range": [home.south, home.north]},
            "bgcolor": ground["sea"],
            "domain": {"x": [0, 1], "y": [0, 1]},
        },
        "font": {"family": FONT},
    }
    return {"data": traces, "layout": layout}


def _layered(spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Solid marks, and the open ones below them: countries and regions lowest, as they are wide."""
    hollow = sorted((spot for spot in spots if spot.hollow), key=lambda spot: not spot.wide)
    return [spot for spot in spots if not spot.hollow], hollow


def home_view(atlas: Atlas) -> View:
    """What the map opens on: all places and the ways between them."""
    points = [(spot.longitude, spot.latitude) for spot in atlas.spots]
    points += [point for leg in atlas.legs for point in leg.path]
    return view_of(points)


def _layout(revision: str) -> dict[str, Any]:
    return {
        "height": HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "uirevision": revision,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 13}},
        "modebar": {"bgcolor": faint(PAPER, 0.8), "color": MUTED, "activecolor": ANCHOR},
    }


def _size(spot: Spot) -> int:
    if spot.places > 1:
        return 24 + 4 * len(str(spot.count))
    if spot.off:
        return PLAIN + 4
    return max(NUMBERED, round(text_width(spot.text, 12)) + 8) if spot.text else PLAIN


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


def _words(name: str, spots: Sequence[Spot], texts: Sequence[str], font: dict[str, Any]) -> Trace:
    points = [(spot.longitude, spot.latitude) for spot in spots]
    return _geo(
        name,
        points,
        mode="text",
        text=list(texts),
        textposition="middle center",
        textfont={"family": FONT} | font,
        hoverinfo="skip",
    )


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
