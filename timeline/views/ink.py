"""Drawing of marks and labels on one pair of Plotly axes, gathered into few traces.

The vertical axis counts pixels. The horizontal one is a date axis on the lanes and counts pixels
on the strip below, which is why a position is a `datetime` there and a `float` here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from timeline.views.drawing import Trace
from timeline.views.hover import TEMPLATE
from timeline.views.marks import Fill, Kind, Mark
from timeline.views.theme import FONT, INK, OTHER, PAPER, faint

Position = datetime | float

EVENTS, REACH, LABELS = "__events", "__reach", "__labels"
BARS, DOTS, FADE, TICKS = "bars", "dots", "fade", "ticks"

HALF = 6.5  # half the height of a bar in pixels
_INVISIBLE = "rgba(0,0,0,0)"
_STEP = 22  # pixels between invisible points along a mark
_FADES: dict[Kind, Sequence[tuple[float, float]]] = {
    Kind.FADE_BOTH: ((0, 0.06), (0.35, 0.8), (0.65, 0.8), (1, 0.06)),
    Kind.FADE_IN: ((0, 0.14), (1, 0.85)),
    Kind.FADE_OUT: ((0, 0.85), (1, 0.06)),
}
_MOST_FADES = 60  # with a gradient, which takes a trace each; more are drawn in `_STAGES`
_STAGES = 6


@dataclass(frozen=True, slots=True)
class _Style:
    """How a stretch of bar looks."""

    tone: str
    fill: str
    outline: float
    pattern: str = ""
    solidity: float = 0.3


@dataclass(frozen=True, slots=True)
class _Bar:
    """A stretch of bar."""

    start: Position
    end: Position
    y: float
    style: _Style


@dataclass(frozen=True, slots=True)
class _Word:
    """A label."""

    x: Position
    y: float
    text: str
    before: bool


@dataclass(slots=True)
class Ink:
    """Gathers what is to be drawn; `traces` gives it as traces of a figure."""

    axes: tuple[str, str] = ("x", "y")
    _bars: list[_Bar] = field(default_factory=list)
    _dots: list[dict[str, Any]] = field(default_factory=list)
    _fades: list[tuple[Kind, Position, Position, float, str, Fill]] = field(default_factory=list)
    _ticks: list[tuple[Position, float, str]] = field(default_factory=list)
    _words: list[_Word] = field(default_factory=list)
    _points: list[tuple[Position, float, list[Any]]] = field(default_factory=list)
    _spans: list[tuple[str | float, float] | None] = field(default_factory=list)
    _reach: list[tuple[Position, float, list[Any]]] = field(default_factory=list)

    def mark(self, mark: Mark, y: float, colour: str) -> None:
        """Draw an event's mark at height `y`."""
        if mark.dot is not None:
            self.dot(mark.dot, y, colour, mark.fill)
        for piece in mark.pieces:
            self.piece(piece.kind, piece.start, piece.end, y, colour, mark.fill)
        for tick in mark.ticks:
            self.tick(tick, y, colour if mark.fill is not Fill.STRUCK else OTHER)

    def dot(self, x: Position, y: float, colour: str, fill: Fill) -> None:
        """A day: filled, open, or crossed out."""
        if fill is Fill.STRUCK:
            style = {"symbol": "x-thin", "fill": OTHER, "line": OTHER, "size": 9, "width": 2.2}
        elif fill is Fill.HOLLOW:
            style = {"symbol": "circle", "fill": PAPER, "line": colour, "size": 10, "width": 2.4}
        else:
            style = {"symbol": "circle", "fill": colour, "line": colour, "size": 12, "width": 0}
        self._dots.append({"x": x, "y": y} | style)

    def piece(
        self, kind: Kind, start: Position, end: Position, y: float, colour: str, fill: Fill
    ) -> None:
        """One stretch of a bar."""
        tone = OTHER if fill is Fill.STRUCK else colour
        if kind in _FADES:
            self._fades.append((kind, start, end, y, tone, fill))
            return
        full = fill is Fill.FULL
        if kind is Kind.SOLID:
            style = _Style(tone, tone if full else faint(tone, 0.14), 0 if full else 1.6)
        elif kind is Kind.WITHIN:
            style = _Style(tone, faint(tone, 0.1), 1.3, "/", 0.34 if full else 0.18)
        else:
            style = _Style(tone, faint(tone, 0.06), 0.8, ".", 0.34 if full else 0.22)
        if fill is Fill.STRUCK:
            style = replace(style, pattern="x", solidity=0.12)
        self._bars.append(_Bar(start, end, y, style))

    def tick(self, x: Position, y: float, colour: str) -> None:
        """An upright stroke at a sharp end."""
        self._ticks.append((x, y, colour))

    def word(self, x: Position, y: float, text: str, *, before: bool = False) -> None:
        """A label that begins at `x`, or ends there if `before`."""
        self._words.append(_Word(x, y, text, before))

    def point(
        self,
        x: Position,
        y: float,
        data: list[Any],
        bar: tuple[Position, Position] | None = None,
    ) -> None:
        """The one point that stands for an event to pointer, keyboard and ring.

        Args:
            x, y: where it stands.
            data: the event's hover data.
            bar: start and end of a mark that is no dot. The selected one is outlined as a whole:
                a ring on one spot of it would say that the day is known.
        """
        self._points.append((x, y, data))
        self._spans.append(None if bar is None else (_place(bar[0]), _length(*bar)))

    def reach(self, xs: Sequence[Position], y: float, data: list[Any]) -> None:
        """More invisible points of the same event, so that its whole length answers."""
        self._reach += [(x, y, data) for x in xs]

    def traces(self) -> list[Trace]:
        """Everything, labels above marks and the pointer's targets on top."""
        fades = self._fades if len(self._fades) <= _MOST_FADES else []
        return [
            *self._bar_traces(),
            *(self._fade(*fade) for fade in fades),
            *self._spines(),
            *self._tick_traces(),
            *self._dot_traces(),
            self._labels(),
            self._targets(REACH, self._reach, 14),
            self._targets(EVENTS, self._points, 20) | {"meta": self._spans},
        ]

    def _scatter(self, name: str, mode: str, **rest: Any) -> Trace:
        axes = {"xaxis": self.axes[0], "yaxis": self.axes[1]}
        return {"type": "scatter", "name": name, "mode": mode, "cliponaxis": True, **axes, **rest}

    def _bar_traces(self) -> list[Trace]:
        # One trace a style: the pattern's colours must be the same throughout a trace.
        by_style: dict[_Style, list[_Bar]] = {}
        for bar in [*self._bars, *self._staged()]:
            by_style.setdefault(bar.style, []).append(bar)
        return [
            {
                **bar_trace(BARS, [(bar.start, bar.end, bar.y) for bar in bars]),
                "xaxis": self.axes[0],
                "yaxis": self.axes[1],
                "marker": {
                    "color": style.fill,
                    "cornerradius": 4,
                    "line": {"color": style.tone, "width": style.outline},
                    "pattern": {
                        "shape": style.pattern,
                        "solidity": style.solidity,
                        "fgcolor": style.tone,
                        "bgcolor": style.fill,
                        "size": 6,
                    },
                },
            }
            for style, bars in by_style.items()
        ]

    def _staged(self) -> list[_Bar]:
        """Fades as a few steps of even tone, where there are too many for gradients."""
        if len(self._fades) <= _MOST_FADES:
            return []
        bars = []
        for kind, start, end, y, tone, fill in self._fades:
            strength = 1.0 if fill is Fill.FULL else 0.6
            for i in range(_STAGES):
                share = _strength(kind, (i + 0.5) / _STAGES) * strength
                style = _Style(tone, faint(tone, round(share, 2)), 0)
                here, there = (_between(start, end, (i + k) / _STAGES) for k in (0, 1))
                bars.append(_Bar(here, there, y, style))
        return bars

    def _spines(self) -> list[Trace]:
        """A thin line through every fade: a fade alone is too pale to be seen to its end."""
        traces = []
        for tone in dict.fromkeys(fade[4] for fade in self._fades):
            xs: list[Any] = []
            ys: list[float | None] = []
            for _, start, end, y, _, _ in (fade for fade in self._fades if fade[4] == tone):
                xs += [_place(start), _place(end), None]
                ys += [y, y, None]
            line = {"color": tone, "width": 1.3, "dash": "1.5px,3px"}
            traces.append(self._scatter(FADE, "lines", x=xs, y=ys, line=line, hoverinfo="skip"))
        return traces

    def _fade(
        self, kind: Kind, start: Position, end: Position, y: float, tone: str, fill: Fill
    ) -> Trace:
        strength = 1.0 if fill is Fill.FULL else 0.6
        scale = [[at, faint(tone, alpha * strength)] for at, alpha in _FADES[kind]]
        low, high = _place(start), _place(end)
        return self._scatter(
            FADE,
            "lines",
            x=[low, high, high, low, low],
            y=[y - HALF, y - HALF, y + HALF, y + HALF, y - HALF],
            line={"width": 0},
            fill="toself",
            fillgradient={"type": "horizontal", "colorscale": scale},
            hoverinfo="skip",
        )

    def _tick_traces(self) -> list[Trace]:
        traces = []
        for colour in dict.fromkeys(tick[2] for tick in self._ticks):
            xs: list[Any] = []
            ys: list[float | None] = []
            for x, y, _ in (tick for tick in self._ticks if tick[2] == colour):
                xs += [_place(x), _place(x), None]
                ys += [y - HALF - 2, y + HALF + 2, None]
            line = {"color": colour, "width": 3}
            traces.append(self._scatter(TICKS, "lines", x=xs, y=ys, line=line, hoverinfo="skip"))
        return traces

    def _dot_traces(self) -> list[Trace]:
        if not self._dots:
            return []
        dots = self._dots
        trace = self._scatter(
            DOTS,
            "markers",
            x=[_place(dot["x"]) for dot in dots],
            y=[dot["y"] for dot in dots],
            marker={
                "symbol": [dot["symbol"] for dot in dots],
                "size": [dot["size"] for dot in dots],
                "color": [dot["fill"] for dot in dots],
                "opacity": 1,
                "line": {
                    "color": [dot["line"] for dot in dots],
                    "width": [dot["width"] for dot in dots],
                },
            },
            hoverinfo="skip",
        )
        return [trace]

    def _labels(self) -> Trace:
        words = self._words
        return self._scatter(
            LABELS,
            "text",
            x=[_place(word.x) for word in words],
            y=[word.y for word in words],
            text=[word.text for word in words],
            textposition=[f"middle {'left' if w.before else 'right'}" for w in words],
            textfont={"family": FONT, "size": 13, "color": INK},
            hoverinfo="skip",
        )

    def _targets(
        self, name: str, points: Sequence[tuple[Position, float, list[Any]]], size: int
    ) -> Trace:
        return self._scatter(
            name,
            "markers",
            x=[_place(x) for x, _, _ in points],
            y=[y for _, y, _ in points],
            customdata=[data for _, _, data in points],
            hovertemplate=TEMPLATE,
            marker={"size": size, "color": _INVISIBLE, "line": {"width": 0}},
        )


def bar_trace(name: str, bars: Sequence[tuple[Position, Position, float]]) -> Trace:
    """Bars that lie, as a trace that lacks only their looks.

    Args:
        name: of the trace.
        bars: start, end and height of the middle of each.
    """
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [_place(start) for start, _, _ in bars],
        "x": [_length(start, end) for start, end, _ in bars],
        "y": [y for _, _, y in bars],
        "width": 2 * HALF,
        "hoverinfo": "skip",
    }


def steps(left: float, right: float) -> list[float]:
    """Points from one pixel to another, no further apart than a pointer's reach."""
    count = max(int((right - left) // _STEP), 1)
    return [left + (right - left) * i / count for i in range(count + 1)]


def _strength(kind: Kind, at: float) -> float:
    """How strong a fade is at a share of its length."""
    stops = _FADES[kind]
    for (a, low), (b, high) in pairwise(stops):
        if at <= b:
            return low + (high - low) * (at - a) / (b - a)
    return stops[-1][1]


def _between(start: Position, end: Position, share: float) -> Position:
    if isinstance(start, datetime) and isinstance(end, datetime):
        return start + (end - start) * share
    assert not isinstance(start, datetime)
    assert not isinstance(end, datetime)
    return start + (end - start) * share


def _place(position: Position) -> str | float:
    return position.isoformat() if isinstance(position, datetime) else position


def _length(start: Position, end: Position) -> float:
    """A bar's length as Plotly wants it: milliseconds on a date axis."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        return (end - start) / timedelta(milliseconds=1)
    assert not isinstance(start, datetime)
    assert not isinstance(end, datetime)
    return end - start
