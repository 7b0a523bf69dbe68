"""Stays: an itinerary frame in, one drawing out, with a lane for each traveller.

A stop is solid where the traveller was there for certain, from the latest arrival to the earliest
departure, and pale where that is only possible, from the earliest arrival to the latest departure.
An end that nothing bounds fades out. Planned stays are outlined, and those called off are grey and
crossed, as on the timeline. The lanes open on the stretch that most stops fall into, by the
timeline's own rule: one stop months before a tour must not squash the tour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from timeline.views.drawing import Drawing, Trace
from timeline.views.ink import Ink, bar_trace, steps
from timeline.views.lanes import Label, fits, label_of
from timeline.views.marks import DAY, Fill, Kind, fill_of
from timeline.views.sheet import TOOLS, TOP, beyond, note
from timeline.views.stays import (
    Piece,
    day_of,
    extents_of_stays,
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
from timeline.views.window import SHORTEST, Window, best_of

POSSIBLE = "possible"  # the trace of pale bars
_ROW, _HEAD, _FOOT, _SIDE = 27, 30, 34, 10  # pixels
_DATE = 56  # pixels that a date takes on the axis
_PALE = {Fill.FULL: 0.26, Fill.HOLLOW: 0.12, Fill.STRUCK: 0.14}
# Of the stops, how many the lanes open on at least; there are few, so one astray counts for more.
_SHARE = 0.66
_ROOM = 3.0  # and how many times as long they may be to hold all
# How far an open end fades, as a share of what is in view.
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
        window: the visible stretch of time; None opens on what the journeys are about.
        revision: while it stays the same, the browser keeps the reader's own zoom.
    """

    width: int = 960
    colours: Mapping[str, int] = field(default_factory=dict)
    anchors: tuple[datetime, ...] = ()
    window: Window | None = None
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
    every = extents_of_stays(travellers, SHORTEST / 4)
    if not len(every):
        return _without_days(stops, options)
    day = options.anchors[0] if options.anchors else None
    opened = best_of(every, day, share=_SHARE, fine=timedelta.max, room=_ROOM)
    window = options.window or opened
    reach = max(1.5 * DAY, _REACH * window.length)
    drawn = [[(row, pieces_of(row, reach)) for row in rows] for rows in travellers]
    inner = options.width - 2 * _SIDE
    ink = Ink()
    pale: list[tuple[Piece, float, str, Fill]] = []
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    y = 0.0
    for number, lane in enumerate(drawn):
        person = str(lane[0][0].person)
        colour = colour_of(options.colours.get(person, number))
        rows = _rows(lane, window, inner)
        height = _HEAD + _ROW * (max(r for r, _ in rows.values()) + 1 if rows else 0) + _SIDE
        if number % 2 == 0:
            shapes.append(_band(y, y + height))
        notes += _heading(lane, y + _HEAD / 2)
        for row, pieces in lane:
            if pieces:
                place, label = rows.get(int(row.order), (0, None))
                at = y + _HEAD + _ROW * (place + 0.5)
                pale += _draw(ink, row, pieces, at, colour)
                _targets(ink, row, pieces, label, at, window, inner)
        # not through the traveller's own line
        shapes += [_day(day, y + _HEAD, y + height) for day in dict.fromkeys(options.anchors)]
        y += height
    outside = beyond(*every.beyond(window.start, window.end), phone=False)
    notes += outside
    top = TOOLS + (TOP if outside else _SIDE)
    layout = _layout(y, top, window, opened, stay_words(stops), options)
    return {
        "data": [*_pale_traces(pale), *ink.traces()],
        "layout": layout | {"shapes": shapes, "annotations": notes},
    }


def _pixels(pieces: Sequence[Piece], window: Window, width: float) -> tuple[float, float]:
    """Where a stay begins and ends, in pixels from the window's left edge."""
    left, right = (
        (edge - window.start) / window.length * width for edge in (pieces[0].start, pieces[-1].end)
    )
    return left, right


def _rows(
    lane: Sequence[tuple[Any, tuple[Piece, ...]]], window: Window, width: float
) -> dict[int, tuple[int, Label]]:
    """A row and a label for each stop in view: the first in which both are clear of the others.

    A label without room beside its bar has a row of its own above it.
    """
    taken: list[list[tuple[float, float]]] = []  # what stands in each row, in pixels
    found: dict[int, tuple[int, Label]] = {}
    for row, pieces in (item for item in lane if item[1]):
        left, right = _pixels(pieces, window, width)
        if right < 0 or left > width:
            continue
        label = label_of(f"{row.order}. {trimmed(str(row.place), _PLACE)}", left, right, width)
        if label.above:
            wanted = [(label.left, label.right), (left, right)]
        else:
            wanted = [(min(left, label.left), max(right, label.right))]
        # never above the stop before it, so that a lane reads downwards in the order of travel
        first = max((k for k, _ in found.values()), default=0)
        while not all(fits(*w, own) for w, own in zip(wanted, taken[first:], strict=False)):
            first += 1
        taken += [[] for _ in range(first + len(wanted) - len(taken))]
        for span, there in zip(wanted, taken[first:], strict=False):
            there.append(span)
        found[int(row.order)] = (first + label.above, label)
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


def _targets(
    ink: Ink,
    row: Any,
    pieces: Sequence[Piece],
    label: Label | None,
    y: float,
    window: Window,
    width: float,
) -> None:
    """Label a stay that is in view, and make it and its label answer the pointer."""

    def moment(pixel: float) -> datetime:
        return window.start + window.length * (pixel / width)

    data = _hover(row)
    core = next((p for p in pieces if p.sure), pieces[len(pieces) // 2])
    bar = (pieces[0].start, pieces[-1].end)
    ink.point(core.start + (core.end - core.start) / 2, y, data, bar)
    if label is None:
        return
    left, right = _pixels(pieces, window, width)
    ink.reach([moment(x) for x in steps(max(left, 0), min(right, width))], y, data)
    height = y - 0.72 * _ROW if label.above else y
    ink.reach([moment(x) for x in steps(label.left, label.right)], height, data)
    edge = label.right + 2 if label.before else label.left - 2
    ink.word(moment(edge), height, plain(label.text), before=label.before)


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


def _day(anchor: datetime, top: float, bottom: float) -> dict[str, Any]:
    return {
        "type": "line",
        "x0": anchor.isoformat(),
        "x1": anchor.isoformat(),
        "yref": "y",
        "y0": top,
        "y1": bottom,
        "line": {"color": ANCHOR, "width": 1.5, "dash": "dot"},
        "layer": "below",
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
    height: float, top: int, window: Window, opened: Window, alt: str, options: Options
) -> dict[str, Any]:
    daily = DAY / window.length * options.width > _DATE
    return {
        "meta": {
            "alt": alt,
            "width": options.width,
            "fit": [opened.start.isoformat(), opened.end.isoformat()],
        },
        "width": options.width,
        "height": int(height) + top + _FOOT,
        "margin": {"l": _SIDE, "r": _SIDE, "t": top, "b": _FOOT},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "dragmode": "pan",
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": MUTED, "activecolor": ANCHOR},
        "uirevision": options.revision,
        "font": {"family": FONT, "color": INK},
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 13}},
        "xaxis": {
            "type": "date",
            "range": [window.start.isoformat(), window.end.isoformat()],
            "minallowed": "0001-01-01",
            "maxallowed": "9999-12-31",
            "nticks": max(4, int(options.width / 80)),
            "showgrid": True,
            "gridcolor": GRID,
            "tickfont": {"family": FONT, "size": 12, "color": MUTED},
            "tickformat": "%-d %b\n%Y",
            **({"dtick": 86_400_000} if daily else {}),
        },
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
    }
