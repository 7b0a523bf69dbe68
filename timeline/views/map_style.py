"""The map's own style: land, borders and names from local files, nothing from a network.

MapLibre asks for fonts only if a style names a glyph source, so this one names none and the
browser letters the map with its own. Symbols other than circles come from a sprite on a server,
so arrows are letters on a line. Addresses are relative to the app: the component completes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ROUTES, PLACES = "routes", "places"
BELOW = "names-of-places"  # the marks of a figure go under this layer and those after it
TYPEFACE = ["Source Sans"]
_EMPTY = {"type": "FeatureCollection", "features": []}

_LIGHT = {
    "sea": "#DCE7EC",
    "land": "#FAF8F2",
    "border": "#C9C2B2",
    "coast": "#A9B8BF",
    "name": "#6E6A5E",
    "tint": "#F3DFAE",
    "ink": "#1C2530",
}
_DARK = {
    "sea": "#10202B",
    "land": "#25323B",
    "border": "#4A5A66",
    "coast": "#3C5161",
    "name": "#A5B1BA",
    "tint": "#4D4527",
    "ink": "#ECE9E2",
}


def land_colours(*, dark: bool) -> Mapping[str, str]:
    """The colours of sea, land, borders, coasts, names and of countries that events name."""
    return _DARK if dark else _LIGHT


def map_style(base: str, *, dark: bool) -> dict[str, Any]:
    """A MapLibre style document.

    Args:
        base: address of the folder of outlines, ending in a slash.
        dark: the dark edition.

    Returns:
        The style. Its sources "routes" and "places" are empty: the component fills them, so that
        the style stays the same and the map is not loaded anew whenever a filter changes.
    """
    colours = land_colours(dark=dark)
    route = ["get", "dark" if dark else "colour"]

    def geojson(name: str) -> dict[str, Any]:
        return {"type": "geojson", "data": f"{base}{name}.geojson", "tolerance": 0.2}

    line = {"line-cap": "round", "line-join": "round"}
    return {
        "version": 8,
        "name": "outlines, dark" if dark else "outlines, light",
        "sources": {
            "countries": geojson("countries"),
            "borders": geojson("borders"),
            "labels": geojson("labels"),
            ROUTES: {"type": "geojson", "data": _EMPTY},
            PLACES: {"type": "geojson", "data": _EMPTY},
        },
        "layers": [
            _layer("sea", "background", None, {"background-color": colours["sea"]}),
            _layer("land", "fill", "countries", {"fill-color": colours["land"]}),
            _layer("tint", "fill", "countries", {"fill-color": colours["tint"]})
            | {"filter": ["in", ["get", "iso2"], ["literal", []]]},
            _layer(
                "coast",
                "line",
                "countries",
                {"line-color": colours["coast"], "line-width": 0.7},
            ),
            _layer(
                "borders",
                "line",
                "borders",
                {"line-color": colours["border"], "line-width": 0.9},
            ),
            _layer(
                "names",
                "symbol",
                "labels",
                {
                    "text-color": colours["name"],
                    "text-halo-color": colours["land"],
                    "text-halo-width": 1.2,
                },
                {
                    "text-field": ["get", "name"],
                    "text-font": TYPEFACE,
                    "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 5, 14],
                    "text-max-width": 7,
                    "text-padding": 4,
                    "symbol-sort-key": ["-", 0, ["get", "rank"]],
                },
            ),
            _layer(
                "way",
                "line",
                ROUTES,
                {"line-color": route, "line-width": 2.4, "line-opacity": 0.9},
                line,
            )
            | {"filter": ["!", ["get", "planned"]]},
            _layer(
                "way-ahead",
                "line",
                ROUTES,
                {
                    "line-color": route,
                    "line-width": 2.2,
                    "line-opacity": 0.9,
                    "line-dasharray": [2.2, 1.6],
                },
                {"line-join": "round"},
            )
            | {"filter": ["get", "planned"]},
            _layer(
                "direction",
                "symbol",
                ROUTES,
                {
                    "text-color": route,
                    "text-halo-color": colours["land"],
                    "text-halo-width": 1.2,
                },
                {
                    "symbol-placement": "line-center",
                    "text-field": "▶",
                    "text-size": 15,
                    "text-font": TYPEFACE,
                    "text-keep-upright": False,
                    "text-allow-overlap": True,
                    "text-ignore-placement": True,
                    "text-rotation-alignment": "map",
                },
            ),
            *_place_layers(dark=dark),
        ],
    }


def _place_layers(*, dark: bool) -> list[dict[str, Any]]:
    """Names and numbers of places. They come last, and so push the names of countries aside."""
    colours = land_colours(dark=dark)
    edition = "dark" if dark else "light"
    return [
        _layer(
            BELOW,
            "symbol",
            PLACES,
            {
                "text-color": colours["ink"],
                "text-halo-color": colours["land"],
                "text-halo-width": 1.6,
            },
            {
                "text-field": ["get", "name"],
                "text-font": TYPEFACE,
                "text-size": 13,
                "text-max-width": 9,
                "text-variable-anchor": ["top", "bottom", "left", "right"],
                "text-radial-offset": 1.2,
                "text-justify": "auto",
            },
        ),
        _layer(
            "numbers-of-places",
            "symbol",
            PLACES,
            {"text-color": ["get", edition]},
            {
                "text-field": ["get", "number"],
                "text-font": TYPEFACE,
                "text-size": ["get", "size"],
                # A number that would stand on another mark is left out until they part.
                "text-padding": 0,
                "symbol-sort-key": ["get", "order"],
            },
        ),
    ]


def _layer(
    name: str,
    kind: str,
    source: str | None,
    paint: Mapping[str, Any],
    layout: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    layer: dict[str, Any] = {"id": name, "type": kind, "paint": dict(paint)}
    if source is not None:
        layer["source"] = source
    if layout is not None:
        layer["layout"] = dict(layout)
    return layer
