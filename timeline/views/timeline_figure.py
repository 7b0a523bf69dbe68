"""The timeline: an event frame in, one Plotly figure out.

From top to bottom: lanes with marks and labels, the strip of events that nothing dates, and the
key. One set of pens (`Ink`) draws all three, so the key cannot drift from what it explains. A
trace of transparent markers, "__events", holds each event once for pointer and ring; "__reach"
makes the rest of a mark and its label answer too; "__selected" is the ring the browser moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline.notation import MONTHS
from timeline.views import key, lanes
from timeline.views.hover import customdata, name_of
from timeline.views.ink import Ink, steps
from timeline.views.lanes import LaneBy, Placed
from timeline.views.marks import Mark, fill_of
from timeline.views.theme import (
    ANCHOR,
    BAND,
    FONT,
    GRID,
    INK,
    MUTED,
    colour_of,
    plain,
    text_width,
    trimmed,
)
from timeline.views.window import Window, fit, marks_of

ROW = 27  # pixels of height that a row of a lane takes
LINE = 25  # the same on the strip and in the key
TOP, AXIS, HEAD, SIDE = 26, 32, 26, 10
PHONE = 560  # pixels; narrower figures put lane names above their lanes
_ICON = 18  # pixels from an undated event's dot to its words
_HALF_DAY = timedelta(hours=12)

_TICKS = [
    {"dtickrange": [None, 3_600_000 * 23], "value": "%-d %b %H:%M"},
    {"dtickrange": [3_600_000 * 23, 86_400_000 * 6], "value": "%a %-d %b"},
    {"dtickrange": [86_400_000 * 6, "M1"], "value": "%-d %b"},
    {"dtickrange": ["M1", "M12"], "value": "%b %Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


@dataclass(frozen=True, slots=True)
class Options:
    """How a reader wants the timeline.

    Attributes:
        by: what a lane stands for.
        window: the visible stretch of time; None fits it to the events.
        width: of the whole figure in pixels, to place labels by.
        anchors: articles' own days, drawn as upright lines.
        preferred: values of the lanes that the reader filters by; see `lanes_of`.
        names: what to print for a lane's value.
        colours: ordinals of lanes' colours, by value, where another view has settled them.
        revision: while it stays the same, the browser keeps the reader's own zoom.
    """

    by: LaneBy = LaneBy.PERSON
    window: Window | None = None
    width: int = 960
    anchors: tuple[datetime, ...] = ()
    preferred: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, int] = field(default_factory=dict)
    revision: str = "timeline"


@dataclass(frozen=True, slots=True)
class _Band:
    """A lane's stretch of the vertical axis in pixels; `head` is kept free for its name."""

    top: float
    bottom: float
    head: float


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The figure's measures in pixels."""

    inner: float  # width inside the side margins
    left: float  # what lane names take of it
    lanes: float  # height of all lanes
    strip: float  # height of the undated strip, its heading included
    key: float

    @property
    def plot(self) -> float:
        return self.lanes + AXIS + self.panel

    @property
    def panel(self) -> float:
        return self.strip + self.key


def timeline_figure(frame: pd.DataFrame, options: Options | None = None) -> go.Figure:
    """Draw the timeline of a frame.

    Args:
        frame: the event frame; undated events go to the strip below the lanes.
        options: how to draw it.

    Returns:
        A figure whose "__events" traces carry every event's id once in their customdata.
    """
    options = options or Options()
    window = options.window or fit(frame, options.anchors[0] if options.anchors else None)
    dealt = lanes.lanes_of(
        frame,
        options.by,
        preferred=options.preferred,
        names=options.names,
        colours=options.colours,
    )
    inner = max(options.width - 2 * SIDE, 200)
    left = _lane_column(dealt.names, options.width)
    width = inner - left
    marks = marks_of(frame, window.length / 9)
    rows = {str(row.event_id): row for row in frame.itertuples()}
    bands, placed, height = _stack(rows, marks, dealt, window, width, options.width < PHONE)

    undated = [row for event_id, row in rows.items() if event_id not in marks]
    texts = [trimmed(name_of(row), 20 if options.width < PHONE else 38) for row in undated]
    spots = lanes.flow(texts, inner, [_ICON] * len(texts))
    legend = key.entries(marks.values())
    places, lines = key.layout(legend, inner)
    sheet = _Sheet(
        inner,
        left,
        max(height, ROW),
        HEAD + (spots[-1][0] + 1) * LINE if undated else 0,
        8 + lines * LINE if legend else 0,
    )

    figure = go.Figure()
    ink = Ink()
    for event_id, mark in marks.items():
        lane = dealt.of[event_id]
        place = placed.get(event_id)
        y = bands[lane].top + bands[lane].head + ((place.row if place else 0) + 0.5) * ROW
        ink.mark(mark, y, colour_of(dealt.ordinals[lane]))
        _targets(ink, mark, place, y, window, width, customdata(rows[event_id]))
    ink.draw(figure)

    panel = Ink(axes=("x2", "y2"))
    for row, text, (line, x) in zip(undated, texts, spots, strict=True):
        y = HEAD + (line + 0.5) * LINE
        colour = colour_of(dealt.ordinals[dealt.of[str(row.event_id)]])
        panel.dot(x + 6, y, colour, fill_of(str(row.status)))
        panel.word(x + _ICON - 4, y, plain(text))
        panel.point(x + 6, y, customdata(row))
        panel.reach(steps(x + _ICON, x + _ICON + text_width(text)), y, customdata(row))
    key.draw(panel, legend, places, sheet.strip + 4, LINE)
    panel.draw(figure)

    shown = [band for band in bands if band.bottom > band.top]
    figure.update_layout(
        _frame(sheet, options),
        xaxis=_time_axis(sheet, window, width),
        yaxis=_pixel_axis(sheet.lanes, [(sheet.panel + AXIS) / sheet.plot, 1]),
        xaxis2=_pixel_axis(sheet.inner, [0, 1], upright=False) | {"anchor": "y2"},
        yaxis2=_pixel_axis(max(sheet.panel, 1), [0, sheet.panel / sheet.plot]) | {"anchor": "x2"},
        shapes=_shapes(shown, options.anchors),
        annotations=[
            *figure.layout.annotations,
            *_lane_names(bands, dealt, options.width < PHONE),
            *_anchor_notes(options.anchors, window, width),
            *_beyond(marks.values(), window, options.width < PHONE),
            *_strip_heading(len(undated)),
        ],
    )
    return figure


def _top(width: int) -> int:
    """Height above the lanes; on a phone the counts at the edges have a line of their own."""
    return TOP + (18 if width < PHONE else 0)


def _lane_column(names: Iterable[str], width: int) -> float:
    """Pixels that lane names take at the left; on a phone they stand above their lanes."""
    if width < PHONE:
        return 0
    widest = max((text_width(trimmed(name, 24)) * 1.06 for name in names), default=0)
    return min(max(widest + 18, 80), 200)


def _stack(
    rows: Mapping[str, Any],
    marks: Mapping[str, Mark],
    dealt: lanes.Lanes,
    window: Window,
    width: float,
    phone: bool,
) -> tuple[list[_Band], dict[str, Placed], float]:
    """Stack the lanes; one that has nothing in view takes no room."""
    members: list[list[tuple[str, str, Mark]]] = [[] for _ in dealt.names]
    for event_id, mark in marks.items():
        members[dealt.of[event_id]].append((event_id, name_of(rows[event_id]), mark))
    bands: list[_Band] = []
    placed: dict[str, Placed] = {}
    y = 0.0
    for lane in members:
        here = lanes.pack(lane, window, width)
        placed |= here
        head = 20.0 if phone else 4.0
        size = (max(place.row for place in here.values()) + 1) * ROW + 4 + head if here else 0.0
        bands.append(_Band(y, y + size, head))
        y += size
    return bands, placed, y


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
    if place is None:
        ink.point(mark.middle, y, data)
        return

    def moment(pixel: float) -> datetime:
        return window.start + window.length * (pixel / width)

    low, high = max(mark.start, window.start), min(mark.end, window.end)
    ink.point(low + (high - low) / 2, y, data)
    span = [(edge - window.start) / window.length * width for edge in (low, high)]
    label = place.label
    ink.reach([moment(x) for x in steps(*span)], y, data)
    ink.reach([moment(x) for x in steps(label.left, label.right)], y, data)
    edge = label.right + 2 if label.before else label.left - 2
    ink.word(moment(edge), y, plain(label.text), over=label.over, before=label.before)


def _frame(sheet: _Sheet, options: Options) -> dict[str, Any]:
    return {
        "height": int(_top(options.width) + sheet.plot + 4),
        "margin": {"l": SIDE, "r": SIDE, "t": _top(options.width), "b": 4, "pad": 0},
        "barmode": "overlay",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "pan",
        "uirevision": options.revision,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK},
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 13}},
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": MUTED, "activecolor": ANCHOR},
        "meta": {"width": options.width},
    }


def _time_axis(sheet: _Sheet, window: Window, width: float) -> dict[str, Any]:
    daily = window.length <= timedelta(days=14) and width > PHONE
    return {
        "type": "date",
        "domain": [sheet.left / sheet.inner, 1],
        "anchor": "y",
        "range": [window.start.isoformat(), window.end.isoformat()],
        "minallowed": "0001-01-01",
        "maxallowed": "9999-12-31",
        "gridcolor": GRID,
        "zeroline": False,
        "nticks": max(4, int(width / 100)),
        "tickformatstops": _TICKS,
        "tickfont": {"color": MUTED, "size": 12},
        "ticklabelmode": "period" if daily else "instant",
    }


def _pixel_axis(size: float, domain: list[float], *, upright: bool = True) -> dict[str, Any]:
    """An axis on which one unit is one pixel; upright ones count from the top."""
    return {
        "range": [size, 0] if upright else [0, size],
        "domain": domain,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
    }


def _shapes(shown: Sequence[_Band], anchors: Iterable[datetime]) -> list[dict[str, Any]]:
    banded = [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": band.top,
            "y1": band.bottom,
            "fillcolor": BAND,
            "line": {"width": 0},
            "layer": "below",
        }
        for band in shown[::2]
    ]
    lines = [
        {
            "type": "line",
            "x0": (day + _HALF_DAY).isoformat(),
            "x1": (day + _HALF_DAY).isoformat(),
            "yref": "y domain",
            "y0": 0,
            "y1": 1,
            "line": {"color": ANCHOR, "width": 1.2, "dash": "dot"},
            "layer": "below",
        }
        for day in anchors
    ]
    return banded + lines


def _note(text: str, colour: str, **where: Any) -> dict[str, Any]:
    font = {"color": colour, "size": 12, "family": FONT}
    return {"text": text, "showarrow": False, "font": font} | where


def _lane_names(bands: Sequence[_Band], dealt: lanes.Lanes, phone: bool) -> list[dict[str, Any]]:
    return [
        _note(
            f"<b>{plain(trimmed(name, 24))}</b>",
            INK if ordinal >= 0 else MUTED,
            x=0,
            xref="paper",
            xanchor="left",
            xshift=4,
            y=band.top + (10 if phone else band.head + ROW / 2),
            yref="y",
            yanchor="middle",
        )
        for band, name, ordinal in zip(bands, dealt.names, dealt.ordinals, strict=True)
        if band.bottom > band.top
    ]


def _anchor_notes(
    anchors: Iterable[datetime], window: Window, width: float
) -> list[dict[str, Any]]:
    notes = []
    for day in anchors:
        pixel = (day + _HALF_DAY - window.start) / window.length * width
        if not 0 <= pixel <= width:
            continue
        side = "left" if pixel < 60 else "right" if pixel > width - 60 else "center"
        x = (day + _HALF_DAY).isoformat()
        text = f"article, {day.day} {MONTHS[day.month - 1][:3]}"
        notes.append(_note(text, ANCHOR, x=x, xanchor=side, y=1, yref="paper", yanchor="bottom"))
    return notes


def _beyond(marks: Iterable[Mark], window: Window, phone: bool) -> list[dict[str, Any]]:
    """How many events lie outside the window, on either side."""
    every = list(marks)
    earlier = sum(mark.end < window.start for mark in every)
    later = sum(mark.start > window.end for mark in every)
    sides = (("left", 0, earlier, f"← {earlier} earlier"), ("right", 1, later, f"{later} later →"))
    where = {"xref": "paper", "y": 1, "yref": "paper", "yanchor": "bottom"}
    lift = {"yshift": 18 if phone else 0}
    return [
        _note(text, MUTED, x=x, xanchor=side, **where, **lift)
        for side, x, count, text in sides
        if count
    ]


def _strip_heading(undated: int) -> list[dict[str, Any]]:
    if not undated:
        return []
    text = f"<b>No date in the text</b>  ({undated})"
    return [_note(text, MUTED, x=0, xref="x2", xanchor="left", y=12, yref="y2", yanchor="middle")]
