"""The sheet that a timeline is drawn on: measures, axes, names of lanes, lines of days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from timeline.notation import MONTHS
from timeline.views.lanes import LaneBy, Lanes
from timeline.views.theme import (
    ANCHOR,
    BAND,
    FONT,
    GRID,
    INK,
    MUTED,
    plain,
    text_width,
    trimmed,
)
from timeline.views.window import Window

ROW = 27  # pixels of height that a row of a lane takes
BARE = 16  # the same where marks have no labels
LINE = 25  # the same on the strip and in the key
TOP, AXIS, HEAD, SIDE = 26, 32, 26, 10
TOOLS = 22  # pixels of height above all else, where Plotly's buttons hide nothing
PHONE = 560  # pixels; narrower figures put lane names above their lanes
_TICK = 76  # pixels that the label of a day needs
_HALF_DAY = timedelta(hours=12)
_ABOUT_A_YEAR = timedelta(days=370)
_NOTE_GAP = 8  # pixels between notes of days

_MOST_DAYS = 24  # lines of articles' days

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
        today: the reader's own day, drawn as a line where it is in view.
        preferred: values of the lanes that the reader filters by; see `lanes_of`.
        names: what to print for a lane's value.
        colours: ordinals of lanes' colours, by value, where another view has settled them.
        dealt: the lanes, where they have been dealt out before, by the same options.
        selected: id of the selected event, which is shown even where others are only counted.
        fixed: no server draws it anew for another window, so that the key explains every mark.
        revision: while it stays the same, the browser keeps the reader's own zoom.
    """

    by: LaneBy = LaneBy.PERSON
    window: Window | None = None
    width: int = 960
    anchors: tuple[datetime, ...] = ()
    today: datetime | None = None
    preferred: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, int] = field(default_factory=dict)
    dealt: Lanes | None = None
    selected: str | None = None
    fixed: bool = False
    revision: str = "timeline"


@dataclass(frozen=True, slots=True)
class Band:
    """A lane's stretch of the vertical axis in pixels.

    Attributes:
        top, bottom: its edges.
        head: kept free for its name.
        row: height of one of its rows.
        unlabelled: how many events are in view, where they are too many for labels.
    """

    top: float
    bottom: float
    head: float
    row: float = ROW
    unlabelled: int = 0

    def middle(self, row: int) -> float:
        """The height at which a row's marks stand."""
        return self.top + self.head + (row + 0.5) * self.row


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figure's measures in pixels."""

    inner: float  # width inside the side margins
    left: float  # what lane names take of it
    lanes: float  # height of all lanes
    strip: float  # height of the undated strip, its heading included
    key: float

    @property
    def plot(self) -> float:
        """Height of everything between the margins."""
        return self.lanes + AXIS + self.panel

    @property
    def panel(self) -> float:
        """Height below the time axis."""
        return self.strip + self.key


def top(width: int) -> int:
    """Height above the lanes; on a phone the counts at the edges have a line of their own."""
    return TOOLS + TOP + (18 if width < PHONE else 0)


def lane_column(names: Iterable[str], width: int) -> float:
    """Pixels that lane names take at the left; on a phone they stand above their lanes."""
    if width < PHONE:
        return 0
    widest = max((text_width(trimmed(name, 24)) * 1.06 for name in names), default=0)
    return min(max(widest + 18, 110), 200)


def frame(sheet: Sheet, options: Options) -> dict[str, Any]:
    """The layout that every timeline has."""
    return {
        "height": int(top(options.width) + sheet.plot + 4),
        "margin": {"l": SIDE, "r": SIDE, "t": top(options.width), "b": 4, "pad": 0},
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


def time_axis(sheet: Sheet, window: Window, width: float) -> dict[str, Any]:
    """The date axis of the lanes."""
    days = window.length / timedelta(days=1)
    daily = 1.5 < days <= 14 and width > PHONE
    # Never finer than a day by itself: a tick at noon would look like something known.
    step = {"dtick": 86_400_000 * ceil(_TICK * days / width)} if daily else {}
    return {
        "type": "date",
        "domain": [sheet.left / sheet.inner, 1],
        "anchor": "y",
        "range": [window.start.isoformat(), window.end.isoformat()],
        "minallowed": "0001-01-01",
        "maxallowed": "9999-12-31",
        "gridcolor": GRID,
        "zeroline": False,
        "ticks": "",
        "nticks": max(4, int(width / 100)),
        **step,
        "tickformatstops": _TICKS,
        "tickfont": {"color": MUTED, "size": 12},
        "ticklabelmode": "period" if daily else "instant",
    }


def pixel_axis(size: float, domain: list[float], *, upright: bool = True) -> dict[str, Any]:
    """An axis on which one unit is one pixel; upright ones count from the top."""
    return {
        "range": [size, 0] if upright else [0, size],
        "domain": domain,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "showticklabels": False,
    }


def shapes(shown: Sequence[Band], options: Options, window: Window) -> list[dict[str, Any]]:
    """Bands behind every second lane, and a line for each particular day."""
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
            "line": {"color": colour, "width": 1.2, "dash": dash},
            "layer": "below",
        }
        for day, colour, dash in _days(options, window)
    ]
    return banded + lines


def _days(options: Options, window: Window) -> list[tuple[datetime, str, str]]:
    """Days that have a line, with its colour and its dash.

    Lines in view come first: many articles have more days than a figure has room for.
    """
    days = sorted(dict.fromkeys(options.anchors), key=lambda day: not _shown(day, window))
    lines = [(day, ANCHOR, "dot") for day in days[:_MOST_DAYS]]
    if options.today is not None and _shown(options.today, window):
        lines.append((options.today, MUTED, "dash"))
    return lines


def _shown(day: datetime, window: Window) -> bool:
    return window.start <= day + _HALF_DAY <= window.end


def note(text: str, colour: str, **where: Any) -> dict[str, Any]:
    """An annotation without an arrow."""
    font = {"color": colour, "size": 12, "family": FONT}
    return {"text": text, "showarrow": False, "font": font} | where


def lane_names(bands: Sequence[Band], dealt: Lanes, phone: bool) -> list[dict[str, Any]]:
    """The names of lanes that have something in view."""

    def told(name: str, count: int) -> str:
        if not count:
            return f"<b>{name}</b>"
        return f"<b>{name}</b>{'  ' if phone else '<br>'}{count:,}, zoom in to read"

    return [
        note(
            told(plain(trimmed(name, 24)), band.unlabelled),
            INK if ordinal >= 0 else MUTED,
            x=0,
            xref="paper",
            xanchor="left",
            xshift=4,
            y=band.top + (2 if phone else band.head + 5),
            yref="y",
            yanchor="top",
            align="left",
        )
        for band, name, ordinal in zip(bands, dealt.names, dealt.ordinals, strict=True)
        if band.bottom > band.top
    ]


def day_notes(
    options: Options, window: Window, width: float, later: int = 0
) -> list[dict[str, Any]]:
    """What the lines of particular days are called; neighbours share one note.

    Args:
        options: whose anchors and today have lines.
        window: what is visible.
        width: of the plot in pixels.
        later: how many events follow the window, which is said at the end of the same line.
    """
    own_line = options.width < PHONE
    room = width - (text_width(_later(later), 12) + 10 if later and not own_line else 0)

    def box(text: str, first: datetime, last: datetime) -> tuple[float, float]:
        ends = ((day + _HALF_DAY - window.start) / window.length * width for day in (first, last))
        size = text_width(text, 12)
        left = min(max(sum(ends) / 2 - size / 2, 0), max(room - size, 0))
        return left, left + size

    # left and right edge, text, colour; then the first day and how many articles it stands for
    placed: list[tuple[float, float, str, str, datetime, int]] = []
    per_day = Counter(options.anchors)
    for day in sorted(day for day in per_day if _shown(day, window)):
        first, count = day, per_day[day]
        while True:
            text = _articles(first, day, count, window)
            left, right = box(text, first, day)
            if not placed or placed[-1][1] + _NOTE_GAP <= left:
                break
            *_, first, more = placed.pop()
            count += more
        placed.append((left, right, text, ANCHOR, first, count))
    if options.today is not None and _shown(options.today, window):
        left, right = box("today", options.today, options.today)
        if all(left > b + _NOTE_GAP or right < a - _NOTE_GAP for a, b, *_ in placed):
            placed.append((left, right, "today", MUTED, options.today, 0))
    where = {"xanchor": "left", "y": 1, "yref": "paper", "yanchor": "bottom"}
    return [
        note(text, colour, x=(window.start + window.length * (left / width)).isoformat(), **where)
        for left, _, text, colour, *_ in placed
    ]


def _articles(first: datetime, last: datetime, count: int, window: Window) -> str:
    """One article's day, or the days of several: "3 articles, 17–19 May 2025"."""
    middle = window.start + window.length / 2
    dated = window.length > _ABOUT_A_YEAR or {first.year, last.year} != {middle.year}
    end = f"{last.day} {MONTHS[last.month - 1][:3]}" + (f" {last.year}" if dated else "")
    begin = f"{first.day} {MONTHS[first.month - 1][:3]}"
    if first.year != last.year:
        said = f"{begin} {first.year} – {end}"
    elif first.month != last.month:
        said = f"{begin} – {end}"
    else:
        said = end if first == last else f"{first.day}–{end}"
    return f"article, {said}" if count == 1 else f"{count:,} articles, {said}"


def _later(count: int) -> str:
    return f"{count:,} later →"


def beyond(earlier: int, later: int, *, phone: bool) -> list[dict[str, Any]]:
    """How many events lie outside the window, on either side."""
    sides = (
        ("left", 0, earlier, f"← {earlier:,} earlier"),
        ("right", 1, later, _later(later)),
    )
    where = {"xref": "paper", "y": 1, "yref": "paper", "yanchor": "bottom"}
    lift = {"yshift": 18 if phone else 0}
    return [
        note(text, MUTED, x=x, xanchor=side, **where, **lift)
        for side, x, count, text in sides
        if count
    ]
