"""The columns of an event frame as arrays, made once, so that a filter costs milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from timeline.places.names import fold

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Numbers = np.ndarray[Any, np.dtype[np.intp]]

# The columns that a list of values filters, by the filter's name.
LISTS: Mapping[str, str] = {
    "countries": "countries",
    "people": "people",
    "organisations": "organisations",
    "places": "place",
    "statuses": "status",
    "precisions": "precision",
    "articles": "article_id",
}


@dataclass(frozen=True, slots=True)
class Column:
    """What each event has of one thing.

    Attributes:
        values: each value once, the most frequent first.
        rows: the row of each occurrence of a value.
        codes: which of the values each occurrence is.
        size: how many rows there are.
    """

    values: tuple[str, ...]
    rows: Numbers
    codes: Numbers
    size: int

    def having(self, wanted: Iterable[str]) -> Mask:
        """The rows that have one of these values."""
        chosen = np.isin(np.array(self.values, dtype=object), np.array([*wanted], dtype=object))
        mask = np.zeros(self.size, dtype=bool)
        mask[self.rows[chosen[self.codes]]] = True
        return mask

    def tally(self, kept: Mask) -> Numbers:
        """How often each value occurs in some of the rows."""
        return np.bincount(self.codes[kept[self.rows]], minlength=len(self.values))


class Columns:
    """An event frame in the order in which a reader goes through it, with its columns as arrays.

    Attributes:
        frame: the events by day, then those without a date as in the text.
        lists: what the frame has for each filter by a list, by the filter's name.
        dated: which events have a date.
        span: the first and last day that any dated event's bounds name.
    """

    def __init__(self, events: pd.DataFrame) -> None:
        order = _order(events)
        rank = np.empty(len(order), dtype=np.intp)
        rank[order] = np.arange(len(order))
        self.frame = events.iloc[order].reset_index(drop=True)
        self.dated: Mask = self.frame["dated"].to_numpy(bool)
        self.lists = {name: _column(events[column], rank) for name, column in LISTS.items()}
        self.span = _span(self.frame)

    @cached_property
    def said(self) -> list[str]:
        """Headline and sentence of each event as a search compares them."""
        pairs = zip(self.frame["title"].tolist(), self.frame["quote"].tolist(), strict=True)
        return [fold(f"{title} \n {quote}") for title, quote in pairs]


def _order(events: pd.DataFrame) -> Numbers:
    undated = ~events["dated"].to_numpy(bool)
    days = np.where(undated, "", np.array(events["sort_time"].tolist(), dtype=str))
    return np.lexsort((days, undated))


def _column(column: pd.Series[Any], rank: Numbers) -> Column:
    listed = [value if isinstance(value, tuple) else (value,) for value in column.tolist()]
    flat = [value for values in listed for value in values]
    rows = np.repeat(rank, np.fromiter(map(len, listed), dtype=np.intp, count=len(listed)))
    codes, found = pd.factorize(np.array(flat, dtype=object))
    known = np.array([bool(value) for value in found], dtype=bool)
    # The order of first occurrence decides between values that are as frequent as each other.
    counts = np.where(known, np.bincount(codes, minlength=len(found)), -1)
    order = np.argsort(-counts, kind="stable")[: known.sum()]
    code_of = np.empty(len(found), dtype=np.intp)
    code_of[order] = np.arange(len(order))
    named = known[codes]
    values = tuple(str(found[number]) for number in order)
    return Column(values, rows[named], code_of[codes[named]], len(rank))


def _span(frame: pd.DataFrame) -> tuple[date, date] | None:
    dated = frame[frame["dated"]]
    bounds = ["begin_earliest", "begin_latest", "end_earliest", "end_latest"]
    days = pd.concat([dated[column] for column in bounds]).dropna()
    if days.empty:
        return None
    return days.min().date(), days.max().date()
