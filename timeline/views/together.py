"""Where two travellers were together: the days that the bounds of their stays share.

Somebody is in a place for certain from the latest arrival to the earliest departure, and possibly
from the earliest arrival to the latest departure. Two are there together for certain on the days
that are certain of both, and possibly on the days that are possible of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from timeline.model import AHEAD, NOT_MADE
from timeline.views.stays import day_of

_DAY = timedelta(days=1)
_AHEAD = {status.value for status in AHEAD}
_OFF = {status.value for status in NOT_MADE}


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Days from `first` to `last`, both included; an end that nothing bounds is `date.min` or
    `date.max`."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Together:
    """One place or country in which two travellers both stop.

    Attributes:
        place: its name; empty if only the country is the same.
        country: ISO 3166-1 alpha-2 code; empty for seas and regions.
        certain: days on which both are there for certain, in order.
        possible: days on which both may be there, in order, the certain ones among them.
        planned: whether the stay of either is yet to come.
    """

    place: str
    country: str
    certain: tuple[Stretch, ...]
    possible: tuple[Stretch, ...]
    planned: bool


def together(first: pd.DataFrame, second: pd.DataFrame) -> tuple[Together, ...]:
    """Where and when two travellers may have been in one place, or in one country.

    Args:
        first, second: rows of the itinerary frame, each of one traveller. Stops that were called
            off, denied or merely proposed count for nothing.

    Returns:
        Places in the order of the first traveller's stops, each country after its places. A
        country says nothing of its own, and is left out, where one shared place has the same days.
        A place where both stop, but on no common day, is none.
    """
    ours, theirs = _made(first), _made(second)
    found: list[Together] = []
    for country in dict.fromkeys(str(row.country) for row in ours):
        mine = [row for row in ours if row.country == country]
        others = [row for row in theirs if row.country == country]
        own: list[Together] = []
        for place in dict.fromkeys(str(row.place) for row in mine):
            here, there = ([r for r in rows if r.place == place] for rows in (mine, others))
            own += _shared(place, country, here, there)
        whole = _shared("", country, mine, others) if country else []
        days = [(one.certain, one.possible) for one in own]
        found += own
        found += [one for one in whole if (one.certain, one.possible) not in days]
    return tuple(found)


def _made(stops: pd.DataFrame) -> list[Any]:
    return [row for row in stops.itertuples() if str(row.status) not in _OFF]


def _shared(place: str, country: str, ours: Sequence[Any], theirs: Sequence[Any]) -> list[Together]:
    certain = _common(_certain(ours), _certain(theirs))
    possible = _common(_possible(ours), _possible(theirs))
    if not possible:
        return []
    planned = any(str(row.status) in _AHEAD for row in (*ours, *theirs))
    return [Together(place, country, certain, possible, planned)]


def _certain(rows: Sequence[Any]) -> list[Stretch]:
    ends = [(day_of(row.arrive_latest), day_of(row.depart_earliest)) for row in rows]
    return [Stretch(a.date(), b.date()) for a, b in ends if a and b and a <= b]


def _possible(rows: Sequence[Any]) -> list[Stretch]:
    ends = [(day_of(row.arrive_earliest), day_of(row.depart_latest)) for row in rows]
    return [Stretch(a.date() if a else date.min, b.date() if b else date.max) for a, b in ends]


def _common(ours: Sequence[Stretch], theirs: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The days that are in any of the one and in any of the other, in as few stretches as can."""
    pairs = ((max(a.first, b.first), min(a.last, b.last)) for a in ours for b in theirs)
    joined: list[Stretch] = []
    for stretch in sorted(Stretch(first, last) for first, last in pairs if first <= last):
        before = joined[-1] if joined else None
        if before and (before.last == date.max or stretch.first <= before.last + _DAY):
            joined[-1] = Stretch(before.first, max(before.last, stretch.last))
        else:
            joined.append(stretch)
    return tuple(joined)
