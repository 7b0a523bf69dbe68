"""A small invented story as domain values: every kind of time, place and status occurs in it."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.model import (
    Article,
    Bounds,
    Event,
    Itinerary,
    Person,
    Place,
    PlacePrecision,
    Precision,
    Qualifier,
    Span,
    Status,
    Stop,
    When,
)

ANCHOR = date(2024, 5, 16)  # a Thursday

MOKOENA = Person("Thandi Mokoena", ("Mokoena",), "Foreign Minister")
LINDQVIST = Person("Erik Lindqvist", ("Lindqvist",))

LISBON = Place("Lisbon", "PT", 38.7167, -9.1333, PlacePrecision.CITY)
RABAT = Place("Rabat", "MA", 34.0133, -6.8326, PlacePrecision.CITY)
SENEGAL = Place("Senegal", "SN", 14.5, -14.5, PlacePrecision.COUNTRY)
TROMSO = Place("Tromsø", "NO", 69.6489, 18.9551, PlacePrecision.CITY)


def day(text: str) -> date:
    return date.fromisoformat(text)


def lasted(first: str, last: str) -> When:
    begin, end = day(first), day(last)
    return When.lasted(Bounds(begin, begin), Bounds(end, end), Precision.DAY)


SINCE_2021 = When.lasted(
    Bounds(day("2021-01-01"), day("2021-12-31")),
    Bounds(ANCHOR, None),
    Precision.YEAR,
    Qualifier.SINCE,
)
IN_JUNE = When.within(day("2024-06-01"), day("2024-06-30"), Precision.MONTH)
BY_JULY = When.within(ANCHOR, day("2024-07-31"), Precision.MONTH, Qualifier.BY)
ABOUT_20 = When.within(day("2024-05-18"), day("2024-05-22"), Precision.DAY, Qualifier.ABOUT)
WORKED_OUT = When.within(day("2024-05-20"), day("2024-05-23"), Precision.DAY, Qualifier.INFERRED)
NOT_BEFORE = When.within(day("2024-05-21"), None, Precision.DAY, Qualifier.INFERRED)

_ROWS = [
    (
        "Mokoena lands in Lisbon",
        "lands",
        When.on(day("2024-05-18")),
        Status.PLANNED,
        LISBON,
        "PT",
        (MOKOENA,),
        "on Saturday",
    ),
    (
        "Talks on the fisheries treaty in Lisbon",
        "Talks",
        lasted("2024-05-18", "2024-05-19"),
        Status.PLANNED,
        LISBON,
        "PT",
        (MOKOENA, LINDQVIST),
        "from Saturday to Sunday",
    ),
    ("Mokoena flies on to Rabat", "flies", WORKED_OUT, Status.PLANNED, RABAT, "MA", (MOKOENA,), ""),
    (
        "Mokoena visits Senegal",
        "visits",
        NOT_BEFORE,
        Status.EXPECTED,
        SENEGAL,
        "SN",
        (MOKOENA,),
        "",
    ),
    (
        "Lindqvist told a Tromsø newspaper that cod stocks have halved",
        "told",
        When.on(day("2024-05-14")),
        Status.HAPPENED,
        TROMSO,
        "NO",
        (LINDQVIST,),
        "on Tuesday",
    ),
    ("The quota review is due", "due", BY_JULY, Status.EXPECTED, None, "NO", (), "by July"),
    (
        "Trawlers are banned from the bay",
        "banned",
        SINCE_2021,
        Status.ONGOING,
        None,
        "MA",
        (),
        "since 2021",
    ),
    (
        "Ministers sign the treaty",
        "sign",
        IN_JUNE,
        Status.PLANNED,
        None,
        "PT",
        (MOKOENA,),
        "in June",
    ),
    (
        "A second round was called off",
        "called off",
        When.on(day("2024-05-15")),
        Status.CANCELLED,
        None,
        "PT",
        (LINDQVIST,),
        "on Wednesday",
    ),
    (
        "Observers arrive at the ports",
        "arrive",
        ABOUT_20,
        Status.PLANNED,
        RABAT,
        "MA",
        (),
        "around 20 May",
    ),
    (
        "The fleet could be halved",
        "could",
        When.undated(),
        Status.CONDITIONAL,
        None,
        "",
        (LINDQVIST,),
        "",
    ),
    (
        "Fishermen blocked the harbour <b>gate</b>",
        "blocked",
        When.undated(),
        Status.HAPPENED,
        LISBON,
        "PT",
        (),
        "",
    ),
]


def sentences() -> list[str]:
    """One sentence an event, as it stands in the article."""
    return [
        f"{title} {when_text}.".replace(" .", ".") for title, _, _, _, _, _, _, when_text in _ROWS
    ]


def article() -> Article:
    text = "date 2024-05-16\n\n" + "\n\n".join(sentences())
    return Article(
        "a1", text, ANCHOR, "first line", "2024-05-16", body_start=17, title="The cod talks"
    )


def events() -> tuple[Event, ...]:
    text, out = article().text, []
    for number, (title, trigger, when, status, place, country, people, phrase) in enumerate(
        _ROWS, 1
    ):
        start = text.index(sentences()[number - 1])
        quote = Span(start, start + len(sentences()[number - 1]), sentences()[number - 1])
        at = max(text.find(trigger, start, quote.end), start)
        at_phrase = text.find(phrase, start) if phrase else -1
        out.append(
            Event(
                id=f"e{number:02}",
                article_id="a1",
                title=title,
                trigger=Span(at, at + len(trigger), trigger),
                when=when,
                status=status,
                quote=quote,
                when_text=Span(at_phrase, at_phrase + len(phrase), phrase) if phrase else None,
                anchor=ANCHOR if phrase else None,
                rule="weekday" if phrase else "undated",
                reason="it is the next such day" if phrase else "nothing dates it",
                people=people,
                organisations=("ICES",) if "cod" in title else (),
                countries=(country,) if country else (),
                place=place,
                confidence=0.8,
            )
        )
    return tuple(out)


def itineraries() -> tuple[Itinerary, ...]:
    first = day("2024-05-18")
    quote = (Span(17, 41, article().text[17:41]),)
    stops = (
        Stop(
            LISBON,
            Bounds(first, first),
            Bounds(first + timedelta(1), first + timedelta(2)),
            Status.PLANNED,
            "talks on fish",
            quote,
            ("e01", "e02"),
            sources=("a1",),
        ),
        Stop(
            RABAT,
            Bounds(first + timedelta(1), first + timedelta(5)),
            Bounds(first + timedelta(2), None),
            Status.PLANNED,
            "",
            quote,
            ("e03",),
            ("after Lisbon",),
            sources=("a1",),
        ),
        Stop(
            SENEGAL,
            Bounds(first + timedelta(3), None),
            Bounds(first + timedelta(3), None),
            Status.EXPECTED,
            "a visit",
            quote,
            ("e04",),
            sources=("a1",),
        ),
    )
    return (Itinerary(MOKOENA, stops, "a1"),)
