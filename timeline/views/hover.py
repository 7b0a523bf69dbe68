"""What a mark says under the pointer, the same on the timeline and on the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.views.lane_titles import within
from timeline.views.theme import plain, trimmed

# Only numbered slots: article text stays in the data, where Plotly cannot take it for a template.
TEMPLATE = (
    "<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}<br>%{customdata[4]}"
    "<extra></extra>"
)


def name_of(row: Any) -> str:
    """What an event is called: its title, or at least the word that says what happens."""
    return str(row.title) or str(row.trigger)


def label_of(row: Any, heads: Iterable[str] = ()) -> str:
    """What stands beside an event's mark: its name, and first of all whether it was edited.

    Args:
        row: a row of the event frame.
        heads: names that the mark's lane tells already; see `lane_titles`.
    """
    name = within(name_of(row), heads)
    return f"Edited: {name}" if row.edited else name


def customdata(row: Any) -> list[str]:
    """An event's id and the lines of its hover text, each safe for Plotly.

    Args:
        row: a row of the event frame.

    Returns:
        Id, title, time, status and place and whether it was edited, people.
    """
    edited = "edited" if row.edited else ""
    where = " · ".join(part for part in (str(row.status), str(row.place), edited) if part)
    who = ", ".join(row.people[:3]) + (" and others" if len(row.people) > 3 else "")
    lines = (trimmed(name_of(row), 90), str(row.words), where, trimmed(who, 90))
    return [str(row.event_id), *(plain(line) for line in lines)]
