"""Which lane an event belongs to, and which row of the lane, so that no label meets another.

Everything here is counted in pixels of the plot at the zoom that is shown: what collides depends
on the zoom, so rows are dealt out anew when it changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from timeline.views.marks import Mark
from timeline.views.theme import text_width, trimmed
from timeline.views.window import Window

Numbers = np.ndarray[Any, np.dtype[np.intp]]

MOST_LANES = 12
DOT = 13  # pixels across
LABEL_SIZE = 13
LABEL_GAP = 9  # between a mark and its label, for the ring of the selected one
CLEARANCE = 14  # between one event and the next in a row
_NARROW = 2  # the same where marks have no labels
# Rows of labelled marks in all lanes together, about two screens: more are not read but scrolled.
MOST_ROWS = 60
FEW_ROWS = 4  # that a lane may have with labels even then


class LaneBy(StrEnum):
    """What a lane stands for."""

    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    ORGANISATION = "organisation"
    ARTICLE = "article"
    STATUS = "status"


_COLUMNS = {
    LaneBy.PERSON: "people",
    LaneBy.COUNTRY: "countries",
    LaneBy.PLACE: "place",
    LaneBy.ORGANISATION: "organisations",
    LaneBy.ARTICLE: "article_id",
    LaneBy.STATUS: "status",
}
_NOBODY = {
    LaneBy.PERSON: "No one named",
    LaneBy.COUNTRY: "No country",
    LaneBy.PLACE: "No place",
    LaneBy.ORGANISATION: "No organisation",
    LaneBy.ARTICLE: "No article",
    LaneBy.STATUS: "No status",
}
OTHERS = "Others"


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes in the order they are drawn.

    Attributes:
        names: what stands beside each lane.
        of: each event's lane, as an index into `names`, in the order of the frame.
        ordinals: each lane's colour ordinal, -1 for "nobody" and "others".
    """

    names: tuple[str, ...]
    of: Numbers
    ordinals: tuple[int, ...]

    def among(self, which: np.ndarray[Any, Any]) -> Lanes:
        """The same lanes for some of the events, given as for a numpy array."""
        return Lanes(self.names, self.of[which], self.ordinals)


def values_of(frame: pd.DataFrame, by: LaneBy) -> list[tuple[str, ...]]:
    """What each event has of the thing that lanes stand for, the most important first."""
    return [
        ((value,) if value else ()) if isinstance(value, str) else tuple(value)
        for value in frame[_COLUMNS[by]].tolist()  # to go through a column of texts is slow
    ]


def lanes_of(
    frame: pd.DataFrame,
    by: LaneBy,
    *,
    preferred: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
    colours: Mapping[str, int] | None = None,
) -> Lanes:
    """Deal events out to lanes: one lane an event, the busiest lane first.

    Args:
        frame: the event frame.
        by: what a lane stands for.
        preferred: values that the reader has asked for; an event that has one stands in its
            lane, even if another of its values comes first.
        names: what to print for a value, for instance a country's name for its code.
        colours: ordinals by value, so that a filter does not recolour what it leaves.

    Returns:
        At most `MOST_LANES` lanes of their own, then "Others", then those that have none.
    """
    wanted = set(preferred)
    codes, found = pd.factorize(_first_of(frame[_COLUMNS[by]], wanted))
    values = [str(value) for value in found]
    counts = np.bincount(codes, minlength=len(values)).tolist()
    # A value that comes first in the frame goes before one that is as frequent.
    order = sorted(
        (code for code, value in enumerate(values) if value),
        key=lambda code: (values[code] not in wanted, -counts[code]) if wanted else -counts[code],
    )
    own = [values[code] for code in order[:MOST_LANES]]
    labels = [(names or {}).get(value, value) for value in own]
    ordinals = [(colours or {}).get(value, position) for position, value in enumerate(own)]
    lane_of = np.zeros(len(values), dtype=np.intp)
    lane_of[order] = np.minimum(np.arange(len(order)), MOST_LANES)
    if len(order) > len(own):
        labels.append(OTHERS)
        ordinals.append(-1)
    if "" in values:
        lane_of[values.index("")] = len(labels)
        labels.append(_NOBODY[by])
        ordinals.append(-1)
    return Lanes(tuple(labels), lane_of[codes], tuple(ordinals))


def _first_of(column: pd.Series[Any], wanted: set[str]) -> pd.Series[Any] | np.ndarray[Any, Any]:
    """What decides on each event's lane: its first value that is asked for, else its first."""
    if column.dtype != object:
        return column
    first = [
        next((value for value in values if value in wanted), values[0]) if values else ""
        for values in column.tolist()
    ]
    return np.array(first, dtype=object)


@dataclass(frozen=True, slots=True)
class Label:
    """A label's text and where it stands, in pixels from the plot's left edge."""

    text: str
    left: float
    right: float
    above: bool = False  # in a row of its own over the mark, because there is no room beside it
    before: bool = False  # left of its mark, so that its right edge is the one to hold

    @property
    def middle(self) -> float:
        """Its horizontal middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """An event that is in view: its row in the lane and its label, if there is room for any."""

    row: int
    label: Label | None


def label_of(title: str, left: float, right: float, width: float) -> Label:
    """Place a label beside its mark, inside a plot `width` pixels wide.

    Args:
        title: the whole text.
        left, right: the ends of the mark's ink in pixels; they may lie outside the plot.
        width: of the plot in pixels.

    Returns:
        To the right of the mark where it fits, else to the left, else above the mark; cut short
        where it would leave the plot.
    """
    longest = max(12, int(min(max(width * 0.42, 200), 330) / (LABEL_SIZE * 0.5)))
    text = trimmed(title, longest)
    size = text_width(text, LABEL_SIZE)
    if right + LABEL_GAP + size <= width:
        return Label(text, right + LABEL_GAP, right + LABEL_GAP + size)
    if left - LABEL_GAP - size >= 0 and left <= width:
        return Label(text, left - LABEL_GAP - size, left - LABEL_GAP, before=True)
    start = min(max(left, 0) + LABEL_GAP, max(width - size, 0))
    while size > width and len(text) > 4:
        text = trimmed(text, len(text) - 2)
        size = text_width(text, LABEL_SIZE)
    return Label(text, start, start + size, above=True)


def pack(
    events: Sequence[tuple[str, str, Mark]], window: Window, width: float
) -> dict[str, Placed]:
    """Deal a lane's events out to rows, first come first served, in the order of time.

    Args:
        events: id, title and mark of each event of one lane.
        window: what is visible.
        width: of the plot in pixels.

    Returns:
        Row and label of every event in view. In one row, marks and labels keep `CLEARANCE`.
    """
    spans: list[tuple[float, str, tuple[float, float], Label]] = []
    for event_id, title, mark in events:
        if window.shows(mark):
            left, right = _inked(mark, window, width)
            spans.append((left, event_id, (left, right), label_of(title, left, right, width)))
    rows: list[list[tuple[float, float]]] = []
    placed: dict[str, Placed] = {}
    # in the order of their marks, so that a lane reads downwards in time, wherever labels stand
    for _, event_id, (left, right), label in sorted(spans, key=lambda span: span[:2]):
        if label.above:
            wanted = [(label.left, label.right), (left, right)]
        else:
            wanted = [(min(left, label.left), max(right, label.right))]
        first = 0
        while not all(fits(*span, row) for span, row in zip(wanted, rows[first:], strict=False)):
            first += 1
        rows += [[] for _ in range(first + len(wanted) - len(rows))]
        for span, row in zip(wanted, rows[first:], strict=False):
            row.append(span)
        placed[event_id] = Placed(first + label.above, label)
    return placed


def pack_bare(
    events: Sequence[tuple[str, str, Mark]], window: Window, width: float
) -> dict[str, Placed]:
    """Deal a lane's events out to rows as `pack` does, without labels and so into far fewer."""
    spans = sorted(
        (*_inked(mark, window, width), event_id)
        for event_id, _, mark in events
        if window.shows(mark)
    )
    ends: list[float] = []  # where the last mark of each row ends
    placed: dict[str, Placed] = {}
    for left, right, event_id in spans:
        row = next((row for row, end in enumerate(ends) if left >= end + _NARROW), len(ends))
        ends[row : row + 1] = [right]
        placed[event_id] = Placed(row, None)
    return placed


def crowded(rows: Sequence[int]) -> frozenset[int]:
    """Which lanes go without labels, so that the timeline stays one that is looked at.

    Args:
        rows: how many rows each lane takes with labels.
    """
    if sum(rows) <= MOST_ROWS:
        return frozenset()
    return frozenset(lane for lane, count in enumerate(rows) if count > FEW_ROWS)


def _inked(mark: Mark, window: Window, width: float) -> tuple[float, float]:
    """Where a mark begins and ends, in pixels from the window's left edge."""
    scale = width / window.length.total_seconds()
    left, right = ((edge - window.start).total_seconds() * scale for edge in (mark.start, mark.end))
    half = DOT / 2 if mark.dot is not None else 0
    return left - half, right + half


def fits(left: float, right: float, row: Sequence[tuple[float, float]]) -> bool:
    """Whether there is room for a stretch of pixels in a row, with the clearance on both sides."""
    return all(left >= b + CLEARANCE or right <= a - CLEARANCE for a, b in row)


def flow(
    labels: Sequence[str], width: float, icons: Sequence[float], gap: float = 18
) -> list[tuple[int, float]]:
    """Set items one after another, as words are set in lines.

    Args:
        labels: the text of each item.
        width: of a line in pixels.
        icons: pixels that each item needs before its text.
        gap: pixels between items.

    Returns:
        Line and left edge in pixels of each item.
    """
    line, x = 0, 0.0
    out: list[tuple[int, float]] = []
    for text, icon in zip(labels, icons, strict=True):
        size = icon + text_width(text, LABEL_SIZE)
        if x > 0 and x + size > width:
            line, x = line + 1, 0.0
        out.append((line, x))
        x += size + gap
    return out
