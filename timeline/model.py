"""The words of the domain: articles, time, people, places, events and itineraries.

Everything here is a frozen value. No room below adds meaning to a bare date or a bare string:
a time is a `When`, a place is a `Place`, and whatever was worked out rather than read says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from math import isnan


class Precision(StrEnum):
    """How fine the text is about a time, from the finest to none at all."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    NONE = "none"  # the text gives no date: whatever bounds there are come from elsewhere


class Qualifier(StrEnum):
    """How the text hedges a time."""

    EXACT = "exact"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    ABOUT = "about"
    BETWEEN = "between"
    INFERRED = "inferred"


class Status(StrEnum):
    """Whether an event happened, after the factuality literature."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    EXPECTED = "expected"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    CANCELLED = "cancelled"
    REPORTED = "reported"


# What is to come, if at all, and what of it the article counts on.
AHEAD = frozenset((Status.PLANNED, Status.EXPECTED, Status.PROPOSED, Status.CONDITIONAL))
TO_COME = frozenset((Status.PLANNED, Status.EXPECTED))
# What is off, or may never be.
NOT_MADE = frozenset((Status.PROPOSED, Status.CONDITIONAL, Status.CANCELLED, Status.DENIED))


class Direction(StrEnum):
    """Which way from its anchor a bare "Sunday" or "March" points."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"


class TimexType(StrEnum):
    """The four types of time expression in TimeML's TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class PlacePrecision(StrEnum):
    """What a place's coordinates stand for; a country's are its label point, not its capital."""

    SITE = "site"
    CITY = "city"
    ADMIN = "admin"
    COUNTRY = "country"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A day known only to lie in `earliest..latest`, both included; None is unbounded.

    Raises:
        ValueError: if `earliest` is after `latest`.
    """

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"bounds are inverted: {self.earliest} is after {self.latest}")

    def __contains__(self, day: date) -> bool:
        return (self.earliest is None or self.earliest <= day) and (
            self.latest is None or day <= self.latest
        )


OPEN = Bounds()


@dataclass(frozen=True, slots=True)
class When:
    """The one time type: two ends, each known within bounds.

    An event that happened once, somewhere in the bounds, has `lasting=False` and equal
    `begin` and `end`; one that lasted has `lasting=True` and ends of its own.

    Attributes:
        begin: the days on which it may have begun.
        end: the days on which it may have ended.
        precision: how fine the text is.
        qualifier: how the text hedges.
        lasting: whether it lasted from begin to end, rather than happened once within.
        clock: the time of day, local to the article, where the text gives one.

    Raises:
        ValueError: if the ends contradict each other.
    """

    begin: Bounds
    end: Bounds
    precision: Precision
    qualifier: Qualifier = Qualifier.EXACT
    lasting: bool = False
    clock: time | None = None

    def __post_init__(self) -> None:
        if not self.lasting and self.begin != self.end:
            raise ValueError("an event that happened once has one pair of bounds")
        if self.begin.earliest and self.end.latest and self.begin.earliest > self.end.latest:
            raise ValueError("a time ends before it begins")

    @classmethod
    def within(
        cls,
        earliest: date | None,
        latest: date | None,
        precision: Precision,
        qualifier: Qualifier = Qualifier.EXACT,
    ) -> When:
        """Once, on some day in `earliest..latest`."""
        bounds = Bounds(earliest, latest)
        return cls(bounds, bounds, precision, qualifier)

    @classmethod
    def on(cls, day: date, qualifier: Qualifier = Qualifier.EXACT) -> When:
        """Once, on this day."""
        return cls.within(day, day, Precision.DAY, qualifier)

    @classmethod
    def lasted(
        cls,
        begin: Bounds,
        end: Bounds,
        precision: Precision,
        qualifier: Qualifier = Qualifier.EXACT,
    ) -> When:
        """From some day in `begin` to some day in `end`."""
        return cls(begin, end, precision, qualifier, lasting=True)

    @classmethod
    def undated(cls, earliest: date | None = None, latest: date | None = None) -> When:
        """No date in the text; the bounds, if any, follow from tense alone."""
        return cls.within(earliest, latest, Precision.NONE, Qualifier.INFERRED)

    @property
    def start(self) -> date | None:
        """The outermost first day, None where unbounded."""
        return self.begin.earliest

    @property
    def finish(self) -> date | None:
        """The outermost last day, None where unbounded."""
        return self.end.latest

    @property
    def is_dated(self) -> bool:
        """Whether a text or an itinerary gives it a date, however coarse."""
        return self.precision is not Precision.NONE

    @property
    def sort_day(self) -> date | None:
        """A day to sort by and nothing else: the first known edge."""
        return (
            self.begin.earliest or self.begin.latest or self.end.earliest or self.end.latest or None
        )


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start:end` of an article's text, and the text that stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its text exactly as the user gave it.

    Attributes:
        id: a stable hash of the text and its date, or the user's own.
        text: the whole input; every offset in the project counts characters of it.
        date: the day that relative words are resolved against.
        date_source: how the date was found, in words ("given", "first line", …).
        date_text: the words that gave it, empty if the user did.
        body_start: where the article proper begins, after a date line or dateline.
        title: the headline, if there is one.
        source_url: where it was published, http or https only.
    """

    id: str
    text: str
    date: date
    date_source: str = "given"
    date_text: str = ""
    body_start: int = 0
    title: str = ""
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A phrase that says when, after TIMEX3.

    Attributes:
        start, end, text: where it stands; `article.text[start:end] == text`.
        type, value, mod: TIMEX3 attributes, for scoring and exchange.
        when: its place on the calendar; None for a bare duration or a set.
        rule: the name of the rule that resolved it.
        anchor: the day it was resolved against; None if it needed none.
        reason: one sentence that says why this date and no other.
        days: for a duration, its shortest and longest length in days.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    when: When | None
    rule: str
    mod: str = ""
    anchor: date | None = None
    reason: str = ""
    days: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One identity in an article, under the fullest name that the article prints."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map. `country` is ISO 3166-1 alpha-2, empty for seas and regions.

    A place that only a reader named has no coordinates: they are NaN.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    precision: PlacePrecision

    @property
    def is_located(self) -> bool:
        """Whether it has coordinates."""
        return not isnan(self.latitude)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens in one clause.

    Attributes:
        id: a stable hash of the article and the trigger's position.
        article_id: the article that tells of it.
        trigger: the word that says what happens.
        when: when; `when.is_dated` tells whether anything dates it.
        when_text: the phrase that dates it, empty if none does.
        anchor: the day that phrase was resolved against.
        rule, reason: the rule that dated the event, by name and in a sentence.
        people: who takes part; `inferred_people` are those found through a pronoun or a role.
        countries: ISO 3166-1 alpha-2 codes: where it happens, and states that act.
        place: where it happens, which is not every place that the clause names.
        quote: the sentence that says so.
        confidence: 0 to 1.
        reporting: whether the event is the saying of something, rather than what was said.
        edited: what a reader corrected: names of fields, or "added", "split", "merged".
    """

    id: str
    article_id: str
    title: str
    trigger: Span
    when: When
    status: Status
    quote: Span
    when_text: Span | None = None
    anchor: date | None = None
    rule: str = "undated"
    reason: str = ""
    people: tuple[Person, ...] = ()
    inferred_people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: Place | None = None
    confidence: float = 0.5
    reporting: bool = False
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """One stay of a traveller in one place.

    Attributes:
        arrive, depart: the days on which it may begin and end.
        purpose: what for, in the article's words.
        quotes: the sentences that say so.
        event_ids: the events that happen during the stay.
        reasons: one sentence for each bound that was worked out.
        after: the stops of the same itinerary that the text puts before it, by their index.
        days: the shortest and longest stay in days, where the text gives a length.
        sources: the article of each quote.
        chains: what each bound follows from, in words with sentence numbers: the earliest and
            latest arrival, the earliest and latest departure; empty where a side is open.
        edited: what of it is a reader's word: "status", and the bounds that a correction gives
            by itself ("arrive_earliest", "arrive_latest", "depart_earliest", "depart_latest").
    """

    place: Place
    arrive: Bounds
    depart: Bounds
    status: Status
    purpose: str = ""
    quotes: tuple[Span, ...] = ()
    event_ids: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    after: tuple[int, ...] = ()
    days: tuple[int, int] | None = None
    sources: tuple[str, ...] = ()
    chains: tuple[str, str, str, str] = ("", "", "", "")
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Itinerary:
    """A traveller's stops in the order of travel.

    Attributes:
        article_id: the article that tells of it; empty if several do.
        conflicts: what contradicts the rest, in words with its sentence.
        distance_km: along great circles from each stop that is or will be made to the next.
        approximate: whether a stop on the way is a country or region, whose label point stands
            for wherever in it the traveller is.
    """

    person: Person
    stops: tuple[Stop, ...]
    article_id: str = ""
    conflicts: tuple[str, ...] = field(default=())
    distance_km: float = 0.0
    approximate: bool = False

    @property
    def made(self) -> tuple[Stop, ...]:
        """The stops that are, or are going to be made, in the order of travel."""
        return tuple(stop for stop in self.stops if stop.status not in NOT_MADE)

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-2 codes of the countries on the way, in the order of travel."""
        return tuple(dict.fromkeys(s.place.country for s in self.made if s.place.country))
