"""Events and itineraries as tables on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from rich import box
from rich.table import Table
from rich.text import Text

from timeline.model import Bounds, Itinerary, PlacePrecision, Precision, Qualifier, When
from timeline.notation import words

# Characters that a column keeps when the terminal is narrow.
_MIN_WIDTHS = {"When": 11, "What": 26, "Arrives": 11, "Leaves": 11, "Stop": 14}


def event_table(frame: pd.DataFrame) -> Table:
    """Events in the order of time, those without a date last.

    Args:
        frame: what `event_frame` made.
    """
    ordered = frame.sort_values(["dated", "sort_time"], ascending=[False, True], kind="stable")
    many = ordered["article_index"].nunique() > 1
    table = _table("When", "Status", "What", "People", "Where")
    if many:
        table.add_column("Article", overflow="fold")
    for row in ordered.to_dict("records"):
        where = ", ".join(row["countries"])
        if row["place"]:
            where = f"{row['place']} ({where})" if where else row["place"]
        cells = [row["words"], row["status"], row["title"], ", ".join(row["people"]), where]
        if many:
            cells.append(row["article_title"] or row["article_date"])
        _add_row(table, cells)
    return table


def itinerary_table(itineraries: Sequence[Itinerary]) -> Table:
    """Travellers and their stops, in the order of travel; below, how far each goes."""
    table = _table("Traveller", "Stop", "Arrives", "Leaves", "Status", "Purpose")
    for one in itineraries:
        for order, stop in enumerate(one.stops, start=1):
            place = f"{order}. {stop.place.name}"
            if stop.place.country and stop.place.precision is not PlacePrecision.COUNTRY:
                place += f" ({stop.place.country})"
            name = one.person.name if order == 1 else ""
            days = (_bounds_words(stop.arrive), _bounds_words(stop.depart))
            _add_row(table, [name, place, *days, stop.status.value, stop.purpose])
    lines = [_summary(one) for one in itineraries if len(one.made) > 1]
    if lines:
        table.caption, table.caption_justify = Text("\n".join(lines)), "left"
    return table


def _summary(one: Itinerary) -> str:
    """ "Ana Ruiz: 3 stops, about 1,240 km, 2 countries (PE, CL)"."""
    about = "about " if one.approximate else ""
    parts = [f"{len(one.made)} stops", f"{about}{round(one.distance_km, -1):,.0f} km"]
    if one.countries:
        noun = "country" if len(one.countries) == 1 else "countries"
        parts.append(f"{len(one.countries)} {noun} ({', '.join(one.countries)})")
    return f"{one.person.name}: {', '.join(parts)}"


def _bounds_words(bounds: Bounds) -> str:
    if bounds.earliest is None and bounds.latest is None:
        return "not said"
    return words(When.within(bounds.earliest, bounds.latest, Precision.DAY, Qualifier.INFERRED))


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(
            column,
            overflow="fold",
            no_wrap=column == "Status",
            min_width=_MIN_WIDTHS.get(column),
        )
    return table


def _add_row(table: Table, cells: Sequence[str]) -> None:
    # As Text, since an article's square brackets are not Rich's markup.
    table.add_row(*(Text(cell) for cell in cells))
