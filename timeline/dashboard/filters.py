"""Filtering: which events and stops are shown, as a function of what the reader chose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pandas as pd

from timeline.dashboard.extraction import Story


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader filters by; an empty choice means everything.

    Attributes:
        countries: ISO codes.
        people, statuses: names, and values of `Status`.
        first, last: days; an event stays if it may fall on any of them.
        undated: whether events without a date stay.
    """

    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    undated: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether it leaves everything in."""
        return self == Choice()


def events_of(story: Story, choice: Choice) -> pd.DataFrame:
    """The events that a choice leaves."""
    frame = story.events
    keep = pd.Series(True, index=frame.index)
    if choice.countries:
        keep &= _any_of(frame["countries"], choice.countries)
    if choice.people:
        keep &= _any_of(frame["people"], choice.people)
    if choice.statuses:
        keep &= frame["status"].isin(choice.statuses)
    if choice.first is not None or choice.last is not None:
        within = _overlaps(frame["begin_earliest"], frame["end_latest"], choice)
        keep &= within | ~frame["dated"]
    if not choice.undated:
        keep &= frame["dated"]
    return in_order(frame[keep])


def in_order(frame: pd.DataFrame) -> pd.DataFrame:
    """Events as a reader goes through them: by day, then those without a date as in the text."""
    keys = pd.DataFrame({"undated": ~frame["dated"], "day": frame["sort_time"]})
    keys.loc[keys["undated"], "day"] = ""
    order = keys.sort_values(["undated", "day"], kind="stable").index
    return frame.loc[order].reset_index(drop=True)


def stops_of(story: Story, choice: Choice) -> pd.DataFrame:
    """The stops that a choice leaves, by the same rules."""
    stops = story.stops
    keep = pd.Series(True, index=stops.index)
    if choice.countries:
        keep &= stops["country"].isin(choice.countries)
    if choice.people:
        keep &= stops["person"].isin(choice.people)
    if choice.statuses:
        keep &= stops["status"].isin(choice.statuses)
    if choice.first is not None or choice.last is not None:
        keep &= _overlaps(stops["arrive_earliest"], stops["depart_latest"], choice)
    return stops[keep].reset_index(drop=True)


def counts(frame: pd.DataFrame, column: str) -> dict[str, int]:
    """How many events have each value of a column, the most frequent first."""
    values = frame[column].explode().dropna() if frame[column].dtype == object else frame[column]
    return dict(Counter(str(value) for value in values if value).most_common())


def span(frame: pd.DataFrame) -> tuple[date, date] | None:
    """The first and last day that any dated event's bounds name."""
    dated = frame[frame["dated"]]
    columns = ["begin_earliest", "begin_latest", "end_earliest", "end_latest"]
    days = pd.concat([dated[column] for column in columns]).dropna()
    if days.empty:
        return None
    return days.min().date(), days.max().date()


def _any_of(lists: pd.Series, wanted: tuple[str, ...]) -> pd.Series:
    chosen = set(wanted)
    return lists.map(lambda values: not chosen.isdisjoint(values)).astype(bool)


def _overlaps(begin: pd.Series, end: pd.Series, choice: Choice) -> pd.Series:
    """Whether bounds may touch the chosen days; an open end reaches them always."""
    keep = pd.Series(True, index=begin.index)
    if choice.first is not None:
        keep &= end.isna() | (end >= pd.Timestamp(choice.first))
    if choice.last is not None:
        keep &= begin.isna() | (begin <= pd.Timestamp(choice.last))
    return keep
