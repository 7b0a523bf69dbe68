"""The table of an events CSV with the columns that figures and pages need besides."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

_DAY = timedelta(days=1)


def opened_frame(table: pd.DataFrame) -> pd.DataFrame:
    """Give a table that was read from a CSV what `event_frame` gives events.

    Args:
        table: what `read_csv` made of an events CSV.

    Returns:
        The same rows with the columns `EVENT_EXTRAS`. The inner bounds of what lasted come out of
        its EDTF text, which rounds them to units of the calendar. Offsets point into `sources`.
    """
    start, end = (table[name].to_numpy("datetime64[s]") for name in ("start", "end"))
    lasting = table["edtf"].str.contains("/", regex=False).to_numpy(bool)
    begin_latest, end_earliest = end.copy(), start.copy()
    for at in np.flatnonzero(lasting).tolist():
        first, _, last = str(table["edtf"].iat[at]).partition("/")
        begin_latest[at] = _bound(first, last=True)
        end_earliest[at] = _bound(last, last=False)
        if last == "..":  # what has not ended went on at least until the article was written
            end_earliest[at] = np.datetime64(str(table["article_date"].iat[at]), "s")
    offsets = _offsets(table)
    within = _found(table["quote"], table["when_text"])
    size = table["when_text"].str.len().to_numpy()
    lengths = table["quote"].str.len().to_numpy()
    trigger = _found(table["quote"], table["trigger"])
    return table.assign(
        begin_earliest=start,
        begin_latest=begin_latest,
        end_earliest=end_earliest,
        end_latest=end,
        lasting=lasting,
        dated=table["edtf"].ne("").to_numpy(bool),
        reason="",
        quote_start=offsets,
        quote_end=offsets + lengths,
        when_start=np.where(within < 0, -1, offsets + within),
        when_end=np.where(within < 0, -1, offsets + within + size),
        trigger_start=np.where(trigger < 0, offsets, offsets + trigger),
        reporting=False,
        article_index=pd.factorize(table["article_id"])[0],
    )


def sources(table: pd.DataFrame) -> dict[str, str]:
    """What is left of each article in a table: its sentences, by the article's id."""
    unique = table[["article_id", "quote"]].drop_duplicates()
    return {
        str(name): "\n\n".join(quotes)
        for name, quotes in unique.groupby("article_id", sort=False)["quote"]
    }


def _offsets(table: pd.DataFrame) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Where each event's sentence begins in the text that `sources` makes of its article."""
    at: dict[tuple[str, str], int] = {}
    length: dict[str, int] = {}
    for name, quote in zip(table["article_id"], table["quote"], strict=True):
        if (name, quote) not in at:
            at[name, quote] = length.get(name, 0)
            length[name] = at[name, quote] + len(quote) + 2
    keys = zip(table["article_id"], table["quote"], strict=True)
    return np.array([at[key] for key in keys], dtype="int64")


def _found(quotes: pd.Series[Any], words: pd.Series[Any]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Where words stand in their sentence; -1 if there are none or they do not."""
    places = (q.find(w) if w else -1 for q, w in zip(quotes, words, strict=True))
    return np.fromiter(places, dtype="int64", count=len(quotes))


def _bound(unit: str, *, last: bool) -> np.datetime64:
    """The first or last day of a year, month or day in EDTF; NaT for an open end."""
    parts = unit.rstrip("~").partition("T")[0].split("-")
    if not parts[0].isdecimal():
        return np.datetime64("NaT", "s")
    year, month, day = (int(part) for part in [*parts, "1", "1"][:3])
    if not last or len(parts) == 3:
        return np.datetime64(datetime(year, month, day), "s")
    year, month = (year, month + 1) if len(parts) == 2 and month < 12 else (year + 1, 1)
    if year > 9999:
        return np.datetime64(datetime(9999, 12, 31), "s")
    return np.datetime64(datetime(year, month, 1) - _DAY, "s")
