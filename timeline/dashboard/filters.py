"""Filtering: which events and stops are shown, as a function of what the reader chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from timeline.dashboard.columns import Column, Columns, Mask
from timeline.dashboard.extraction import Story
from timeline.places.names import fold


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader filters by; an empty choice means everything.

    Attributes:
        countries: ISO codes.
        people, organisations, places: names.
        statuses, precisions: values of `Status` and of `Precision`.
        articles: ids.
        first, last: days; an event stays if it may fall on any of them.
        undated: whether events without a date stay.
        confidence: the least that an event needs, 0 to 1.
        text: words that all occur in the headline or the sentence, case and accents aside.
    """

    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    undated: bool = True
    confidence: float = 0.0
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it leaves everything in."""
        return self == Choice()

    def without(self, name: str) -> Choice:
        """The same choice with one filter taken away, by its name in `masks`."""
        if name == "days":
            return replace(self, first=None, last=None)
        whole: Any = getattr(Choice(), name)
        return replace(self, **{name: whole})


def masks(columns: Columns, choice: Choice) -> dict[str, Mask]:
    """Which events each active filter leaves, by the filter's name: a field of `Choice`, or days.

    Args:
        columns: of the event frame.
        choice: what is filtered by.
    """
    kept: dict[str, Mask] = {}
    for name, column in columns.lists.items():
        wanted: tuple[str, ...] = getattr(choice, name)
        if wanted:
            kept[name] = column.having(wanted)
    frame = columns.frame
    if choice.first is not None or choice.last is not None:
        within = _overlaps(frame["begin_earliest"], frame["end_latest"], choice)
        kept["days"] = within.to_numpy(bool) | ~columns.dated
    if not choice.undated:
        kept["undated"] = columns.dated
    if choice.confidence > 0:
        # Shares are shown rounded, and what shows as 60% passes at 60%.
        kept["confidence"] = (frame["confidence"].round(2) >= choice.confidence).to_numpy(bool)
    if choice.text.strip():
        words = fold(choice.text).split()
        said = (all(word in one for word in words) for one in columns.said)
        kept["text"] = np.fromiter(said, dtype=bool, count=len(frame))
    return kept


def events_of(story: Story, choice: Choice, also: str | None = None) -> pd.DataFrame:
    """The events that a choice leaves, by day, then those without a date as in the text.

    Args:
        story: the articles' events.
        choice: what is filtered by.
        also: id of an event that stays in any case.
    """
    columns = story.columns
    left = _all(masks(columns, choice), columns)
    if also is not None:
        left |= columns.frame["event_id"].eq(also).to_numpy(bool)
    # The same frame while nothing is filtered: to copy a hundred thousand rows takes long.
    return columns.frame if left.all() else columns.frame[left].reset_index(drop=True)


def countries_of(story: Story, choice: Choice) -> int:
    """How many countries the events have that a choice leaves."""
    columns = story.columns
    left = _all(masks(columns, choice), columns)
    return int(np.count_nonzero(columns.lists["countries"].tally(left)))


def stops_of(story: Story, choice: Choice) -> pd.DataFrame:
    """The stops that a choice leaves.

    A stop has a country, a traveller, a status and days of its own; by all else it stays if one
    of its events does.
    """
    stops = story.stops
    if stops.empty:
        return stops
    keep = pd.Series(True, index=stops.index)
    if choice.countries:
        keep &= stops["country"].isin(choice.countries)
    if choice.people:
        keep &= stops["person"].isin(choice.people)
    if choice.statuses:
        keep &= stops["status"].isin(choice.statuses)
    if choice.first is not None or choice.last is not None:
        keep &= _overlaps(stops["arrive_earliest"], stops["depart_latest"], choice)
    rest = Choice(
        organisations=choice.organisations,
        places=choice.places,
        precisions=choice.precisions,
        articles=choice.articles,
        confidence=choice.confidence,
        text=choice.text,
    )
    if not rest.is_empty:
        columns = story.columns
        left = set(columns.frame.loc[_all(masks(columns, rest), columns), "event_id"])
        keep &= stops["event_ids"].map(lambda ids: not left.isdisjoint(ids)).astype(bool)
    return stops[keep].reset_index(drop=True)


def counts(story: Story, choice: Choice) -> dict[str, dict[str, int]]:
    """For each list of values: every value of the story, and how many events it would leave.

    Args:
        story: the articles' events.
        choice: what is filtered by. A list's own filter does not count against its values, so
            that the numbers say what choosing one more would bring.

    Returns:
        Values by the name of the filter, the most frequent in the whole story first, so that the
        order stays while the counts follow the filters.
    """
    columns = story.columns
    kept = masks(columns, choice)
    whole = _all(kept, columns)

    def told(name: str, column: Column) -> dict[str, int]:
        others = {key: mask for key, mask in kept.items() if key != name}
        left = column.tally(_all(others, columns) if name in kept else whole)
        return dict(zip(column.values, left.tolist(), strict=True))

    return {name: told(name, column) for name, column in columns.lists.items()}


def narrowest(story: Story, choice: Choice) -> tuple[str, int] | None:
    """The filter without which the most events would stay, and how many those are.

    Args:
        story: the articles' events.
        choice: filters that leave nothing together.

    Returns:
        A name as in `masks`; None if no filter is active. Where no filter alone is the cause it
        is the one that leaves the fewest by itself, with a count of 0.
    """
    columns = story.columns
    kept = masks(columns, choice)
    if not kept:
        return None
    gain = {
        name: int(_all({k: m for k, m in kept.items() if k != name}, columns).sum())
        for name in kept
    }
    best = max(kept, key=lambda name: (gain[name], -int(kept[name].sum())))
    return best, gain[best]


def _all(kept: Mapping[str, Mask], columns: Columns) -> Mask:
    left = np.ones(len(columns.frame), dtype=bool)
    for mask in kept.values():
        left &= mask
    return left


def _overlaps(begin: pd.Series, end: pd.Series, choice: Choice) -> pd.Series:
    """Whether bounds may touch the chosen days; an open end reaches them always."""
    keep = pd.Series(True, index=begin.index)
    if choice.first is not None:
        keep &= end.isna() | (end >= pd.Timestamp(choice.first))
    if choice.last is not None:
        keep &= begin.isna() | (begin <= pd.Timestamp(choice.last))
    return keep
