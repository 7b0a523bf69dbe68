"""The timeline: an event frame in, one drawing out.

From top to bottom: lanes with marks and labels, the strip of events that nothing dates, and the
key. One set of pens (`Ink`) draws all three, so the key cannot drift from what it explains. A
trace of transparent markers, "__events", holds each event once for pointer and ring; "__reach"
makes the rest of a mark and its label answer too. The ring of the selected event is the browser's.
Above `MOST` marks in view the figure is a heatmap instead: see `density`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from timeline.views import key, lanes, sheet
from timeline.views.density import density_figure
from timeline.views.drawing import Drawing
from timeline.views.extent import Extents, extents_of
from timeline.views.hover import customdata, label_of
from timeline.views.ink import Ink, steps
from timeline.views.lane_titles import heads_of
from timeline.views.lanes import LaneBy, Lanes, Placed
from timeline.views.marks import Mark, fill_of
from timeline.views.sheet import AXIS, BARE, HEAD, LINE, PHONE, ROW, SIDE, Band, Options, Sheet
from timeline.views.theme import GRID, MUTED, colour_of, plain, text_width, trimmed
from timeline.views.window import Window, fit, marks_of, within

MOST = 1500  # marks in view, above which they are counted instead of drawn
_MOST_UNDATED = 30
_TWO_LINES = 44  # pixels of height for a lane's name and a line below it
_ICON = 22  # pixels from an undated event's dot to its words
_KEY_HEAD = 32  # pixels of height for the key's heading and the rule above it


def timeline_figure(frame: pd.DataFrame, options: Options | None = None) -> Drawing:
    """Draw the timeline of a frame.

    Args:
        frame: the event frame; undated events go to the strip below the lanes.
        options: how to draw it.

    Returns:
        A figure whose "__events" traces carry every event's id once in their customdata; with
        thousands of events only those near the window, and none while they are only counted.
    """
    options = options or Options()
    window = options.window or fit(frame, options.anchors[0] if options.anchors else None)
    dealt = options.dealt or lanes.lanes_of(
        frame,
        options.by,
        preferred=options.preferred,
        names=options.names,
        colours=options.colours,
    )
    extents = extents_of(frame, window.length / 9)
    seen = within(extents, window)
    if seen.sum() > MOST:
        return density_figure(frame, dealt, extents, seen, window, options)
    phone = options.width < PHONE
    inner = max(options.width - 2 * SIDE, 200)
    left = sheet.lane_column(dealt.names, options.width)
    width = inner - left
    drawn = _near(extents, seen, window)
    rows = {str(row.event_id): row for row in frame[drawn].itertuples()}
    marks = marks_of(rows.values(), window.length / 9)
    lane_of = dict(zip(rows, dealt.of[drawn].tolist(), strict=True))
    bands, placed, height = _stack(
        rows, marks, lane_of, _heads(dealt, options), window, width, phone
    )

    undated = np.flatnonzero(~frame["dated"].to_numpy(bool))
    listed = undated[:_MOST_UNDATED]
    entries: list[Any] = list(frame.iloc[listed].itertuples())
    texts = [trimmed(label_of(row), 20 if phone else 38) for row in entries]
    more = len(undated) - len(entries)
    texts += [f"and {more:,} more in the table"] if more else []
    spots = lanes.flow(texts, inner, [_ICON] * len(texts))
    explained = marks if options.fixed else {one: marks[one] for one in placed}
    legend = key.entries(explained.values(), (fill_of(str(row.status)) for row in entries))
    places, lines = key.layout(legend, inner)
    paper = Sheet(
        inner,
        left,
        max(height, ROW),
        HEAD + (spots[-1][0] + 1) * LINE if texts else 0,
        _KEY_HEAD + lines * LINE if legend else 0,
    )

    ink = Ink()
    for event_id, mark in marks.items():
        lane = lane_of[event_id]
        place = placed.get(event_id)
        y = bands[lane].middle(place.row if place else 0)
        ink.mark(mark, y, colour_of(dealt.ordinals[lane]))
        _targets(ink, mark, place, y, window, width, customdata(rows[event_id]))
    panel = Ink(axes=("x2", "y2"))
    for row, lane, text, (line, x) in zip(entries, dealt.of[listed], texts, spots, strict=False):
        y = HEAD + (line + 0.5) * LINE
        colour = colour_of(dealt.ordinals[lane])
        panel.dot(x + 6, y, colour, fill_of(str(row.status)))
        panel.word(x + _ICON - 4, y, plain(text))
        panel.point(x + 6, y, customdata(row))
        panel.reach(steps(x + _ICON, x + _ICON + text_width(text)), y, customdata(row))
    if more:
        panel.word(spots[-1][1], HEAD + (spots[-1][0] + 0.5) * LINE, texts[-1])
    key.draw(panel, legend, places, paper.strip + _KEY_HEAD, LINE)

    shown = [band for band in bands if band.bottom > band.top]
    beyond = extents.dated().beyond(window.start, window.end)
    layout = {
        **sheet.frame(paper, options),
        "xaxis": sheet.time_axis(paper, window, width),
        "yaxis": sheet.pixel_axis(paper.lanes, [(paper.panel + AXIS) / paper.plot, 1]),
        "xaxis2": sheet.pixel_axis(paper.inner, [0, 1], upright=False) | {"anchor": "y2"},
        "yaxis2": sheet.pixel_axis(max(paper.panel, 1), [0, paper.panel / paper.plot])
        | {"anchor": "x2"},
        "shapes": [
            *sheet.shapes(shown, options, window),
            *([_key_rule(paper)] if legend else []),
        ],
        "annotations": [
            *sheet.lane_names(bands, dealt, phone),
            *sheet.day_notes(options, window, width, beyond[1]),
            *sheet.beyond(*beyond, phone=phone),
            *_strip_heading(len(undated)),
            *([_key_heading(paper)] if legend else []),
        ],
    }
    return {"data": [*ink.traces(), *panel.traces()], "layout": layout}


def _near(
    extents: Extents, seen: np.ndarray[Any, np.dtype[np.bool_]], window: Window
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which events are drawn: all, or as far around the window as there is room for."""
    dated = ~np.isnan(extents.starts)
    if dated.sum() <= MOST:
        return dated
    around = within(extents, window.stretched(0.5))
    return around if around.sum() <= MOST else seen


def _stack(
    rows: Mapping[str, Any],
    marks: Mapping[str, Mark],
    lane_of: Mapping[str, int],
    heads: Sequence[tuple[str, ...]],
    window: Window,
    width: float,
    phone: bool,
) -> tuple[list[Band], dict[str, Placed], float]:
    """Stack the lanes; one that has nothing in view takes no room."""
    members: list[list[tuple[str, str, Mark]]] = [[] for _ in heads]
    for event_id, mark in marks.items():
        lane = lane_of[event_id]
        members[lane].append((event_id, label_of(rows[event_id], heads[lane]), mark))
    packed = [lanes.pack(lane, window, width) for lane in members]
    bare = lanes.crowded([_rows_of(here) for here in packed])
    bands: list[Band] = []
    placed: dict[str, Placed] = {}
    y = 0.0
    for number, own in enumerate(members):
        here = lanes.pack_bare(own, window, width) if number in bare else packed[number]
        placed |= here
        head = 20.0 if phone else 4.0
        row = BARE if number in bare else ROW
        size = _rows_of(here) * row + 4 + head if here else 0.0
        if number in bare and not phone:
            size = max(size, _TWO_LINES)
        bands.append(Band(y, y + size, head, row, len(here) if number in bare else 0))
        y += size
    return bands, placed, y


def _heads(dealt: Lanes, options: Options) -> list[tuple[str, ...]]:
    """What the labels in each lane need not begin with: the names that stand at its head."""
    if options.by in (LaneBy.ARTICLE, LaneBy.STATUS):
        return [()] * len(dealt.names)
    person = options.by is LaneBy.PERSON
    return [
        heads_of(name, person=person) if ordinal >= 0 else ()
        for name, ordinal in zip(dealt.names, dealt.ordinals, strict=True)
    ]


def _rows_of(placed: Mapping[str, Placed]) -> int:
    return max((place.row for place in placed.values()), default=-1) + 1


def _targets(
    ink: Ink,
    mark: Mark,
    place: Placed | None,
    y: float,
    window: Window,
    width: float,
    data: list[str],
) -> None:
    """Label a mark and make it, and its label, answer the pointer."""
    bar = None if mark.dot is not None else (mark.start, mark.end)
    if place is None:
        ink.point(mark.edge, y, data, bar)
        return

    def moment(pixel: float) -> datetime:
        return window.start + window.length * (pixel / width)

    low, high = max(mark.start, window.start), min(mark.end, window.end)
    # Who zooms in on the event comes to where it begins or ends, not into the middle of a bar.
    ink.point(mark.edge if low <= mark.edge <= high else low + (high - low) / 2, y, data, bar)
    span = [(edge - window.start) / window.length * width for edge in (low, high)]
    label = place.label
    ink.reach([moment(x) for x in steps(*span)], y, data)
    if label is None:
        return
    # A label above its mark stands close to it, and so belongs to nothing else.
    height = y - 0.72 * ROW if label.above else y
    ink.reach([moment(x) for x in steps(label.left, label.right)], height, data)
    edge = label.right + 2 if label.before else label.left - 2
    ink.word(moment(edge), height, plain(label.text), before=label.before)


def _key_heading(paper: Sheet) -> dict[str, Any]:
    y = paper.strip + _KEY_HEAD / 2 + 3
    return sheet.note(
        "Key", MUTED, x=0, xref="x2", xanchor="left", y=y, yref="y2", yanchor="middle"
    )


def _key_rule(paper: Sheet) -> dict[str, Any]:
    """The key is no more events: a thin line sets it apart."""
    y = paper.strip + 6
    line = {"color": GRID, "width": 1}
    where = {"xref": "x2", "x0": 0, "x1": paper.inner, "yref": "y2", "y0": y, "y1": y}
    return {"type": "line", "line": line, "layer": "below", **where}


def _strip_heading(undated: int) -> list[dict[str, Any]]:
    if not undated:
        return []
    text = f"<b>No date in the text</b>  ({undated:,})"
    return [
        sheet.note(text, MUTED, x=0, xref="x2", xanchor="left", y=12, yref="y2", yanchor="middle")
    ]
