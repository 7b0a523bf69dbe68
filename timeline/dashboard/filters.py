"""Filtering: which events and stops are shown, as a function of what the reader chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import and_
from typing import Any

import pandas as pd

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


# The columns of the event frame that a list of values filters, and whether they hold several.
LISTS: Mapping[str, str] = {
    "countries": "countries",
    "people": "people",
    "organisations": "organisations",
    "places": "place",
    "statuses": "status",
    "precisions": "precision",
    "articles": "article_id",
}
_SEVERAL = frozenset(("countries", "people", "organisations"))


def masks(frame: pd.DataFrame, choice: Choice) -> dict[str, pd.Series]:
    """Which events each active filter leaves, by the filter's name: a field of `Choice`, or days.

    Args:
        frame: the event frame.
        choice: what is filtered by.
    """
    kept: dict[str, pd.Series] = {}
    for name, column in LISTS.items():
        wanted: tuple[str, ...] = getattr(choice, name)
        if wanted and name in _SEVERAL:
            kept[name] = _any_of(frame[column], wanted)
        elif wanted:
            kept[name] = frame[column].isin(wanted)
    if choice.first is not None or choice.last is not None:
        within = _overlaps(frame["begin_earliest"], frame["end_latest"], choice)
        kept["days"] = within | ~frame["dated"]
    if not choice.undated:
        kept["undated"] = frame["dated"]
    if choice.confidence > 0:
        # Shares are shown rounded, and what shows as 60% passes at 60%.
        kept["confidence"] = frame["confidence"].round(2) >= choice.confidence
    if choice.text.strip():
        kept["text"] = _says(frame, choice.text)
    return kept


def events_of(story: Story, choice: Choice) -> pd.DataFrame:
    """The events that a choice leaves."""
    return in_order(story.events[_all(masks(story.events, choice), story.events)])


def in_order(frame: pd.DataFrame) -> pd.DataFrame:
    """Events as a reader goes through them: by day, then those without a date as in the text."""
    keys = pd.DataFrame({"undated": ~frame["dated"], "day": frame["sort_time"]})
    keys.loc[keys["undated"], "day"] = ""
    order = keys.sort_values(["undated", "day"], kind="stable").index
    return frame.loc[order].reset_index(drop=True)


def stops_of(story: Story, choice: Choice) -> pd.DataFrame:
    """The stops that a choice leaves.

    A stop has a country, a traveller, a status and days of its own; by all else it stays if one
    of its events does.
    """
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
    rest = Choice(
        organisations=choice.organisations,
        places=choice.places,
        precisions=choice.precisions,
        articles=choice.articles,
        confidence=choice.confidence,
        text=choice.text,
    )
    if not rest.is_empty:
        left = _all(masks(story.events, rest), story.events)
        keep &= _any_of(stops["event_ids"], tuple(story.events.loc[left, "event_id"]))
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
    frame = story.events
    kept = masks(frame, choice)
    told = {}
    for name, column in LISTS.items():
        others = {key: mask for key, mask in kept.items() if key != name}
        now = _tally(frame.loc[_all(others, frame), column])
        told[name] = {value: now.get(value, 0) for value, _ in _tally(frame[column]).most_common()}
    return told


def narrowest(story: Story, choice: Choice) -> tuple[str, int] | None:
    """The filter without which the most events would stay, and how many those are.

    Args:
        story: the articles' events.
        choice: filters that leave nothing together.

    Returns:
        A name as in `masks`; None if no filter is active. Where no filter alone is the cause it
        is the one that leaves the fewest by itself, with a count of 0.
    """
    frame = story.events
    kept = masks(frame, choice)
    if not kept:
        return None
    gain = {
        name: int(_all({k: m for k, m in kept.items() if k != name}, frame).sum()) for name in kept
    }
    best = max(kept, key=lambda name: (gain[name], -int(kept[name].sum())))
    return best, gain[best]


def span(frame: pd.DataFrame) -> tuple[date, date] | None:
    """The first and last day that any dated event's bounds name."""
    dated = frame[frame["dated"]]
    columns = ["begin_earliest", "begin_latest", "end_earliest", "end_latest"]
    days = pd.concat([dated[column] for column in columns]).dropna()
    if days.empty:
        return None
    return days.min().date(), days.max().date()


def _all(kept: Mapping[str, pd.Series], frame: pd.DataFrame) -> pd.Series:
    return reduce(and_, kept.values(), pd.Series(True, index=frame.index))


def _tally(column: pd.Series) -> Counter[str]:
    values = column.explode().dropna() if column.dtype == object else column
    return Counter(str(value) for value in values if value)


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


def _says(frame: pd.DataFrame, text: str) -> pd.Series:
    """Whether all words of a search occur in the headline or in the sentence."""
    words = fold(text).split()
    said = [
        fold(f"{title} \n {quote}")
        for title, quote in zip(frame["title"], frame["quote"], strict=True)
    ]
    return pd.Series([all(word in one for word in words) for one in said], frame.index, dtype=bool)
