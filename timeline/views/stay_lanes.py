"""Stays: an itinerary frame in, one drawing out, with a lane for each traveller.

A stop is solid where the traveller was there for certain, from the latest arrival to the earliest
departure, and pale where that is only possible, from the earliest arrival to the latest departure.
An end that nothing bounds fades out. Planned stays are outlined, and those called off are grey and
crossed, as on the timeline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from timeline.views.drawing import Drawing, Trace
from timeline.views.ink import Ink, bar_trace, steps
from timeline.views.lanes import CLEARANCE, Label, label_of
from timeline.views.marks import DAY, Fill, Kind, fill_of
from timeline.views.sheet import note
from timeline.views.stays import (
    Piece,
    day_of,
    pieces_of,
    span_in_words,
    stay_words,
    travellers_of,
)
from timeline.views.theme import (
    ANCHOR,
    BAND,
    FONT,
    GRID,
    INK,
    MUTED,
    OTHER,
    colour_of,
    faint,
    plain,
    text_width,
    trimmed,
)

POSSIBLE = "possible"  # the trace of pale bars
_ROW, _HEAD, _TOP, _FOOT, _SIDE = 27, 30, 10, 34, 10  # pixels
_PALE = {Fill.FULL: 0.26, Fill.HOLLOW: 0.12, Fill.STRUCK: 0.14}
# How far an open end fades, as a share of the days that are bounded.
_REACH = 0.08
_EMPTY = 150
_NAME, _PLACE = 48, 30  # characters of a traveller's and a place's name


@dataclass(frozen=True, slots=True)
class Options:
    """How a reader wants the lanes.

    Attributes:
        width: of the whole figure in pixels, to place labels by.
        colours: ordinals of the travellers' colours, where another view has settled them.
        anchors: articles' own days, drawn as upright lines.
        revision: while it stays the same, the browser keeps the reader's own zoom.
    """

    width: int = 960
    colours: Mapping[str, int] = field(default_factory=dict)
    anchors: tuple[datetime, ...] = ()
    revision: str = "stays"


def stay_lanes(stops: pd.DataFrame, options: Options | None = None) -> Drawing:
    """Draw who was where, and when, as far as that is known.

    Args:
        stops: the itinerary frame.
        options: width, colours and anchors.

    Returns:
        The light edition, with `layout["meta"]["alt"]` as its text for those who do not see it.
        "__events" holds one point for each drawn stop, with its first event's id; stops that no
        day bounds stand in their traveller's heading.
    """
    options = options or Options()
    travellers = travellers_of(stops)
    reach = _reach(stops)
    drawn = [[(row, pieces_of(row, reach)) for row in rows] for rows in travellers]
    edges = [p for lane in drawn for _, pieces in lane for p in pieces]
    if not edges:
        return _without_days(stops, options)
    pad = max(DAY / 2, (max(p.end for p in edges) - min(p.start for p in edges)) / 40)
    start, end = min(p.start for p in edges) - pad, max(p.end for p in edges) + pad
    inner = options.width - 2 * _SIDE
    scale = inner / (end - start).total_seconds()
    ink = Ink()
    pale: list[tuple[Piece, float, str, Fill]] = []
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    y = 0.0
    for number, lane in enumerate(drawn):
        person = str(lane[0][0].person)
        colour = colour_of(options.colours.get(person, number))
        rows = _rows(lane, start, scale, inner)
        height = _HEAD + _ROW * (max(r for r, _ in rows.values()) + 1 if rows else 0) + _SIDE
        if number % 2 == 0:
            shapes.append(_band(y, y + height))
        notes += _heading(lane, y + _HEAD / 2)
        for row, pieces in lane:
            if pieces:
                place, label = rows[int(row.order)]
                at = y + _HEAD + _ROW * (place + 0.5)
                pale += _draw(ink, row, pieces, at, colour)
                _label(ink, row, pieces, label, at, start, scale)
        y += height
    shapes += [_day(anchor) for anchor in options.anchors]
    layout = _layout(y, (start, end), stay_words(stops), options)
    return {
        "data": [*_pale_traces(pale), *ink.traces()],
        "layout": layout | {"shapes": shapes, "annotations": notes},
    }


def _reach(stops: pd.DataFrame) -> timedelta:
    columns = ("arrive_earliest", "arrive_latest", "depart_earliest", "depart_latest")
    days = pd.concat([stops[name] for name in columns]).dropna()
    span = days.max() - days.min() if len(days) else timedelta()
    return max(1.5 * DAY, _REACH * pd.Timedelta(span).to_pytimedelta())


def _rows(
    lane: Sequence[tuple[Any, tuple[Piece, ...]]], start: datetime, scale: float, width: float
) -> dict[int, tuple[int, Label]]:
    """A row and a label for each stop: the first row in which both are clear of the others."""
    taken: list[list[tuple[float, float]]] = []  # what stands in each row, in pixels
    found: dict[int, tuple[int, Label]] = {}
    for row, pieces in (item for item in lane if item[1]):
        left = (pieces[0].start - start).total_seconds() * scale
        right = (pieces[-1].end - start).total_seconds() * scale
        label = label_of(f"{row.order}. {trimmed(str(row.place), _PLACE)}", left, right, width)
        begin, end = min(left, label.left) - CLEARANCE, max(right, label.right) + CLEARANCE
        # never above the stop before it, so that a lane reads downwards in the order of travel
        lowest = max((k for k, _ in found.values()), default=0)
        free = lowest
        while free < len(taken) and any(begin < b and a < end for a, b in taken[free]):
            free += 1
        if free == len(taken):
            taken.append([])
        taken[free].append((begin + CLEARANCE, end - CLEARANCE))
        found[int(row.order)] = (free, label)
    return found


def _draw(
    ink: Ink, row: Any, pieces: Sequence[Piece], y: float, colour: str
) -> list[tuple[Piece, float, str, Fill]]:
    """Draw the sure stretch and the fading ends; the pale stretches are given back."""
    fill = fill_of(row.status)
    pale = []
    for piece in pieces:
        if piece.opens:
            kind = Kind.FADE_IN if piece.opens < 0 else Kind.FADE_OUT
            # a fade as strong as the pale bar would end in a step: what it hides is not known
            ink.piece(kind, piece.start, piece.end, y, colour, Fill.HOLLOW)
        elif piece.sure:
            ink.piece(Kind.SOLID, piece.start, piece.end, y, colour, fill)
        else:
            pale.append((piece, y, OTHER if fill is Fill.STRUCK else colour, fill))
    return pale


def _label(
    ink: Ink,
    row: Any,
    pieces: Sequence[Piece],
    label: Label,
    y: float,
    start: datetime,
    scale: float,
) -> None:
    def moment(pixel: float) -> datetime:
        return start + timedelta(seconds=pixel / scale)

    ink.word(
        moment(label.right if label.before else label.left),
        y,
        plain(label.text),
        before=label.before,
    )
    data = _hover(row)
    core = next((p for p in pieces if p.sure), pieces[len(pieces) // 2])
    bar = (pieces[0].start, pieces[-1].end)
    ink.point(core.start + (core.end - core.start) / 2, y, data, bar)
    left, right = ((p - start).total_seconds() * scale for p in (pieces[0].start, pieces[-1].end))
    ink.reach([moment(x) for x in steps(left, right)], y, data)


def _hover(row: Any) -> list[str]:
    arrives = _bound_words("Arrives", row.arrive_earliest, row.arrive_latest)
    leaves = _bound_words("Leaves", row.depart_earliest, row.depart_latest)
    what = " · ".join(part for part in (str(row.status), trimmed(str(row.purpose), 60)) if part)
    event = str(row.event_ids[0]) if len(row.event_ids) else ""
    title = f"{row.order}. {row.place}, {row.person}"
    return [event, *(plain(line) for line in (trimmed(title, 90), arrives, leaves, what))]


def _bound_words(verb: str, first: Any, last: Any) -> str:
    span = span_in_words(day_of(first), day_of(last))
    return f"{verb} {span}" if span else f"{verb}: not said"


def _pale_traces(pale: Sequence[tuple[Piece, float, str, Fill]]) -> list[Trace]:
    traces = []
    for tone, fill in dict.fromkeys((tone, fill) for _, _, tone, fill in pale):
        bars = [(piece.start, piece.end, y) for piece, y, t, f in pale if (t, f) == (tone, fill)]
        look = {
            "color": faint(tone, _PALE[fill]),
            "cornerradius": 4,
            "line": {"color": faint(tone, 0.6), "width": 0.8},
            "pattern": {
                "shape": "/" if fill is Fill.HOLLOW else "x" if fill is Fill.STRUCK else "",
                "solidity": 0.14,
                "size": 6,
                "fgcolor": tone,
                "bgcolor": faint(tone, _PALE[fill]),
            },
        }
        traces.append(bar_trace(POSSIBLE, bars) | {"marker": look})
    return traces


def _heading(lane: Sequence[tuple[Any, tuple[Piece, ...]]], y: float) -> list[dict[str, Any]]:
    """A traveller's name, how far the journey goes, and the stops that no day bounds."""
    first = lane[0][0]
    notes = []
    if first.journey_km >= 1:
        about = "about " if first.journey_approximate else ""
        notes.append(f"{about}{round(first.journey_km, -1):,.0f} km")
    if len(first.journey_countries) > 1:
        notes.append(f"{len(first.journey_countries)} countries")
    undated = [f"{row.order}. {row.place}" for row, pieces in lane if not pieces]
    if undated:
        notes.append(f"no day known: {trimmed(', '.join(undated), 70)}")
    name = trimmed(str(first.person), _NAME)
    font = {"family": FONT, "size": 13, "color": INK}
    place: dict[str, Any] = {"xref": "paper", "yref": "y", "xanchor": "left", "x": 0, "y": y}
    told = [note(f"<b>{plain(name)}</b>", INK, **place, font=font)]
    if notes:
        beside = place | {"xshift": text_width(name, 15) + 18, "font": font | {"color": MUTED}}
        told.append(note(plain(" · ".join(notes)), MUTED, **beside))
    return told


def _band(top: float, bottom: float) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": top,
        "y1": bottom,
        "fillcolor": BAND,
        "line": {"width": 0},
        "layer": "below",
    }


def _day(anchor: datetime) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": anchor.isoformat(),
        "x1": anchor.isoformat(),
        "yref": "y domain",
        "y0": 0,
        "y1": 1,
        "line": {"color": ANCHOR, "width": 1.5, "dash": "dot"},
    }


def _without_days(stops: pd.DataFrame, options: Options) -> Drawing:
    """A figure that says why it is empty."""
    text = "No one travels in what was read." if stops.empty else "No stay has a day."
    layout = {
        "meta": {"alt": stay_words(stops)},
        "height": _EMPTY,
        "width": options.width,
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "annotations": [note(text, MUTED, x=0.5, y=0.5, xref="paper", yref="paper")],
    }
    return {"data": [], "layout": layout}


def _layout(
    height: float, window: tuple[datetime, datetime], alt: str, options: Options
) -> dict[str, Any]:
    return {
        "meta": {"alt": alt, "width": options.width},
        "width": options.width,
        "height": int(height) + _TOP + _FOOT,
        "margin": {"l": _SIDE, "r": _SIDE, "t": _TOP, "b": _FOOT},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "uirevision": options.revision,
        "font": {"family": FONT, "color": INK},
        "xaxis": {
            "type": "date",
            "range": [moment.isoformat() for moment in window],
            "showgrid": True,
            "gridcolor": GRID,
            "tickfont": {"family": FONT, "size": 12, "color": MUTED},
            "tickformat": "%-d %b\n%Y",
            **({"dtick": 86_400_000} if window[1] - window[0] < 10 * DAY else {}),
        },
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
    }
