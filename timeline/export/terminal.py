"""Events and itineraries as tables on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from rich import box
from rich.table import Table
from rich.text import Text

from timeline.model import Bounds, Itinerary, PlacePrecision, Precision, Qualifier, When
from timeline.notation import words


def event_table(frame: pd.DataFrame) -> Table:
    """Events in the order of time, those without a date last.

    Args:
        frame: what `event_frame` made.
    """
    ordered = frame.sort_values(["dated", "sort_time"], ascending=[False, True], kind="stable")
    many = ordered["article_index"].nunique() > 1
    table = _table("When", "Status", "What", "People", "Countries", "Place")
    if many:
        table.add_column("Article", overflow="fold")
    for row in ordered.to_dict("records"):
        cells = [row["words"], row["status"], row["title"], ", ".join(row["people"])]
        cells += [", ".join(row["countries"]), row["place"]]
        if many:
            cells.append(row["article_title"] or row["article_date"])
        _add_row(table, cells)
    return table


def itinerary_table(itineraries: Sequence[Itinerary]) -> Table:
    """Travellers and their stops, in the order of travel."""
    table = _table("Traveller", "Stop", "Arrives", "Leaves", "Status", "Purpose")
    for one in itineraries:
        for order, stop in enumerate(one.stops, start=1):
            place = f"{order}. {stop.place.name}"
            if stop.place.country and stop.place.precision is not PlacePrecision.COUNTRY:
                place += f" ({stop.place.country})"
            name = one.person.name if order == 1 else ""
            days = (_bounds_words(stop.arrive), _bounds_words(stop.depart))
            _add_row(table, [name, place, *days, stop.status.value, stop.purpose])
    return table


def _bounds_words(bounds: Bounds) -> str:
    if bounds.earliest is None and bounds.latest is None:
        return "not said"
    return words(When.within(bounds.earliest, bounds.latest, Precision.DAY, Qualifier.INFERRED))


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _add_row(table: Table, cells: Sequence[str]) -> None:
    # As Text, since an article's square brackets are not Rich's markup.
    table.add_row(*(Text(cell) for cell in cells))
