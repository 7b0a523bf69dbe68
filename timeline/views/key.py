"""The key to the marks, drawn by the code that draws the marks, for those that occur."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.views.ink import Ink
from timeline.views.lanes import flow
from timeline.views.marks import Fill, Kind, Mark
from timeline.views.theme import OTHER

SAMPLE = 34  # pixels of a sample bar
_GAP = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark and what it means; `kind` None is a dot."""

    kind: Kind | None
    fill: Fill
    tick: float | None  # where along the sample a stroke stands, 0 to 1
    text: str


_DOTS = {
    Fill.FULL: "on a day",
    Fill.HOLLOW: "planned or expected",
    Fill.STRUCK: "denied or called off",
}
_BARS = (
    Entry(Kind.SOLID, Fill.FULL, None, "lasted"),
    Entry(Kind.WITHIN, Fill.FULL, None, "some day within"),
    Entry(Kind.WORKED_OUT, Fill.FULL, None, "some day within, worked out"),
    Entry(Kind.FADE_BOTH, Fill.FULL, None, "about"),
    Entry(Kind.FADE_IN, Fill.FULL, 1.0, "by, at the latest"),
    Entry(Kind.FADE_OUT, Fill.FULL, 0.0, "since, or not before"),
)


def entries(marks: Iterable[Mark], undated: Iterable[Fill] = ()) -> list[Entry]:
    """What the key must explain: only what is drawn somewhere.

    Args:
        marks: all marks of the timeline that can be seen.
        undated: fills of the events below it that have no date.

    Returns:
        Fills first, shown as dots, then kinds of bar.
    """
    every = list(marks)
    fills = {*(mark.fill for mark in every), *undated} - {Fill.FULL}
    kinds = {piece.kind for mark in every for piece in mark.pieces}
    if any(mark.dot is not None for mark in every):
        fills.add(Fill.FULL)
    dots = [Entry(None, fill, None, text) for fill, text in _DOTS.items() if fill in fills]
    return dots + [entry for entry in _BARS if entry.kind in kinds]


def icon_width(entry: Entry) -> float:
    """Pixels from an entry's left edge to its words."""
    return (12 if entry.kind is None else SAMPLE) + _GAP


def layout(legend: Sequence[Entry], width: float) -> tuple[list[tuple[int, float]], int]:
    """Set the key's entries in lines of `width` pixels; also tells how many lines."""
    places = flow([entry.text for entry in legend], width, [icon_width(entry) for entry in legend])
    return places, places[-1][0] + 1 if places else 0


def draw(
    ink: Ink, legend: Sequence[Entry], places: Sequence[tuple[int, float]], top: float, line: float
) -> None:
    """Draw the key on a strip, `top` pixels down, `line` pixels a line."""
    for entry, (row, x) in zip(legend, places, strict=True):
        y = top + (row + 0.5) * line
        if entry.kind is None:
            ink.dot(x + 6, y, OTHER, entry.fill)
        else:
            ink.piece(entry.kind, x, x + SAMPLE, y, OTHER, entry.fill)
        if entry.tick is not None:
            ink.tick(x + SAMPLE * entry.tick, y, OTHER)
        ink.word(x + icon_width(entry) - 4, y, entry.text)
