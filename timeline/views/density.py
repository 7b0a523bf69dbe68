"""The timeline of very many events: how many there are, lane by lane and period by period.

Thousands of marks are neither legible nor quick. They are counted on the server into cells of a
whole day, week, month, quarter, year or decade, and a click on a cell opens it; as soon as few
enough are in view, the figure has marks again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from timeline.notation import MONTHS
from timeline.views import sheet
from timeline.views.drawing import Drawing, Trace
from timeline.views.extent import Extents, seconds
from timeline.views.hover import customdata
from timeline.views.ink import Ink
from timeline.views.lanes import Lanes
from timeline.views.sheet import AXIS, PHONE, SIDE, Band, Options, Sheet
from timeline.views.theme import MUTED, PALETTE, faint, plain
from timeline.views.window import Window

CELLS = "__cells"
LANE = 34  # pixels of height
_CELL = 7  # pixels of width, at least
_NOTE = 24  # pixels of height for the line that says what the cells are
_SHADES = (0.1, 0.3, 0.5, 0.72, 1.0)
_TEMPLATE = "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>"


@dataclass(frozen=True, slots=True)
class Period:
    """What one cell spans: so many days, or so many months of the calendar."""

    name: str
    days: int = 0
    months: int = 0

    @property
    def length(self) -> timedelta:
        """About how long it is."""
        return timedelta(days=self.days or self.months * 30.44)


PERIODS = (
    Period("day", days=1),
    Period("week", days=7),
    Period("month", months=1),
    Period("quarter", months=3),
    Period("year", months=12),
    Period("decade", months=120),
    Period("century", months=1200),
)


def period_for(window: Window, width: float) -> Period:
    """The finest period whose cells are wide enough to be seen and hit."""
    most = max(width / _CELL, 1)
    fitting = (period for period in PERIODS if window.length / period.length <= most)
    return next(fitting, PERIODS[-1])


def edges(period: Period, window: Window) -> list[datetime]:
    """Where cells begin and end, from the one that the window begins in to its end."""
    if period.days:
        first = datetime.combine(window.start.date(), datetime.min.time())
        back = timedelta(days=first.weekday() if period.days == 7 else 0)
        first -= min(back, first - datetime.min)
        count = int((window.end - first) / timedelta(days=period.days)) + 1
        room = (datetime.max - first).days // period.days
        step = timedelta(days=period.days)
        return [first + step * i for i in range(min(count, room) + 1)]
    month = (window.start.year * 12 + window.start.month - 1) // period.months * period.months
    out: list[datetime] = []
    while not out or out[-1] < window.end:
        year = month // 12
        if year > 9999:
            return [*out, datetime.max]
        out.append(datetime(max(year, 1), month % 12 + 1, 1))
        month += period.months
    return out


def density_figure(
    frame: pd.DataFrame,
    dealt: Lanes,
    extents: Extents,
    seen: np.ndarray[Any, np.dtype[np.bool_]],
    window: Window,
    options: Options,
) -> Drawing:
    """Draw counts instead of marks.

    Args:
        frame: the event frame.
        dealt: its lanes.
        extents: how far each event reaches.
        seen: which of them are in view.
        window, options: as for `timeline_figure`; the selected event has its ring all the same.

    Returns:
        A figure with the trace "__cells": one cell for each lane and period, with the number of
        events whose own moment falls into it.
    """
    inner = max(options.width - 2 * SIDE, 200)
    left = sheet.lane_column(dealt.names, options.width)
    width = inner - left
    period = period_for(window, width)
    borders = edges(period, window)
    counts = _counts(dealt.of[seen], extents.points[seen], borders, len(dealt.names))

    phone = options.width < PHONE
    head = 20.0 if phone else 0.0
    undated = int((~frame["dated"].to_numpy(bool)).sum())
    bands = []
    y = 0.0
    for lane in counts:
        size = LANE + head if lane.any() else 0.0
        bands.append(Band(y, y + size, head))
        y += size
    paper = Sheet(inner, left, max(y, LANE), 0, _NOTE * (1 + phone))
    ink = Ink()
    chosen = frame["event_id"].eq(options.selected or "").to_numpy(bool) & seen
    for at, row in zip(np.flatnonzero(chosen), frame[chosen].itertuples(), strict=True):
        band = bands[dealt.of[at]]
        where = datetime(1970, 1, 1) + timedelta(seconds=float(extents.points[at]))
        ink.point(where, band.top + head + LANE / 2, customdata(row))
    shown = [band for band in bands if band.bottom > band.top]
    most = int(counts.max(initial=0))
    beyond = extents.dated().beyond(window.start, window.end)
    layout = {
        **sheet.frame(paper, options),
        "xaxis": sheet.time_axis(paper, window, width),
        "yaxis": sheet.pixel_axis(paper.lanes, [(paper.panel + AXIS) / paper.plot, 1]),
        "shapes": sheet.shapes(shown, options, window),
        "annotations": [
            *sheet.lane_names(bands, dealt, phone),
            *sheet.day_notes(options, window, width, beyond[1]),
            *sheet.beyond(*beyond, phone=phone),
            _note(int(seen.sum()), undated, most, period, phone=phone),
        ],
    }
    return {"data": [_cells(counts, borders, bands, period), *ink.traces()], "layout": layout}


def _counts(
    lane_of: np.ndarray[Any, np.dtype[np.intp]],
    points: np.ndarray[Any, np.dtype[np.float64]],
    borders: list[datetime],
    lanes: int,
) -> np.ndarray[Any, np.dtype[np.intp]]:
    """Events by lane and cell. What reaches into view from outside stands in the outermost cell."""
    cells = len(borders) - 1
    starts = np.array([seconds(border) for border in borders])
    cell = np.clip(np.searchsorted(starts, points, side="right") - 1, 0, cells - 1)
    flat = np.bincount(lane_of * cells + cell, minlength=lanes * cells)
    return flat.reshape(lanes, cells)


def _cells(
    counts: np.ndarray[Any, np.dtype[np.intp]],
    borders: list[datetime],
    bands: list[Band],
    period: Period,
) -> Trace:
    kept = [(band, lane) for band, lane in zip(bands, counts, strict=True) if lane.any()]
    names = [_name(first, last, period) for first, last in pairwise(borders)]
    # Rows with a name above them leave a gap: each lane is a row of cells and an empty row.
    rows: list[list[float | None]] = []
    data: list[list[list[str]]] = []
    ys = [0.0]
    for band, lane in kept:
        if band.head:
            rows.append([None] * len(lane))
            data.append([["", ""]] * len(lane))
            ys.append(band.top + band.head)
        rows.append([round(float(np.log1p(count)), 3) if count else None for count in lane])
        data.append([[_events(int(n)), name] for n, name in zip(lane, names, strict=True)])
        ys.append(band.bottom)
    tone = PALETTE[0]
    scale = [[i / (len(_SHADES) - 1), faint(tone, alpha)] for i, alpha in enumerate(_SHADES)]
    return {
        "type": "heatmap",
        "name": CELLS,
        "x": [border.isoformat() for border in borders],
        "y": ys,
        "z": rows,
        "customdata": data,
        "colorscale": scale,
        "zmin": 0,
        "zmax": float(np.log1p(counts.max(initial=1))),
        "showscale": False,
        "hoverongaps": False,
        "xgap": 1,
        "ygap": 7,
        "hovertemplate": _TEMPLATE,
    }


def _events(count: int) -> str:
    return f"{count:,} {'event' if count == 1 else 'events'}"


def _name(first: datetime, last: datetime, period: Period) -> str:
    """What a cell spans, in words."""
    end: date = last.date() - timedelta(days=1)
    month = MONTHS[first.month - 1]
    if period.days == 1:
        return f"{first.day} {month} {first.year}"
    if period.days:
        return f"{first.day} {month[:3]} – {end.day} {MONTHS[end.month - 1][:3]} {end.year}"
    if period.months == 1:
        return f"{month} {first.year}"
    if period.months < 12:
        return f"{month} – {MONTHS[end.month - 1]} {end.year}"
    return str(first.year) if period.months == 12 else f"{first.year}–{end.year}"


def _note(seen: int, undated: int, most: int, period: Period, *, phone: bool) -> dict[str, Any]:
    said = f"{seen:,} events in view; a cell is one {period.name}"
    if not phone:
        said += f", the darkest has {most:,}. Select a cell to open it"
    if undated:
        said += f".<br>{undated:,} more have no date" if phone else f". {undated:,} have no date"
    where = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return sheet.note(plain(said).replace("&lt;br&gt;", "<br>"), MUTED, x=0, y=0, **where)
