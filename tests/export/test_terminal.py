"""Tables on a terminal: order, width, and article text that is never markup."""

from __future__ import annotations

from datetime import date
from io import StringIO

from rich.console import Console
from rich.table import Table

from timeline.export.frame import event_frame
from timeline.export.terminal import event_table, itinerary_table
from timeline.model import (
    OPEN,
    Article,
    Bounds,
    Event,
    Itinerary,
    Person,
    Place,
    PlacePrecision,
    Span,
    Status,
    Stop,
    When,
)

TEXT = "Ada [red]Moss[/red] spoke."
ARTICLE = Article("a1", TEXT, date(2025, 10, 25), title="First")
COPY = Article("a2", TEXT, date(2025, 10, 26), title="Second")


def event(when: When, title: str, article: str = "a1") -> Event:
    start = TEXT.index("spoke")
    quote = Span(0, len(TEXT), TEXT)
    return Event(
        title, article, title, Span(start, start + 5, "spoke"), when, Status.HAPPENED, quote
    )


def shown(table: Table, width: int = 100) -> str:
    out = StringIO()
    Console(file=out, width=width).print(table)
    return out.getvalue()


def test_events_stand_in_the_order_of_time_and_the_undated_last() -> None:
    events = [
        event(When.undated(None, date(2020, 1, 1)), "never"),
        event(When.on(date(2025, 10, 22)), "later"),
        event(When.on(date(2025, 10, 20)), "sooner"),
    ]
    text = shown(event_table(event_frame([ARTICLE], events)))
    assert text.index("sooner") < text.index("later") < text.index("never")


def test_square_brackets_in_an_article_are_not_markup() -> None:
    frame = event_frame([ARTICLE], [event(When.on(date(2025, 10, 22)), TEXT)])
    assert "[red]Moss[/red]" in shown(event_table(frame))


def test_articles_are_named_only_where_there_are_several() -> None:
    day = When.on(date(2025, 10, 22))
    first, second = event(day, "a", ARTICLE.id), event(day, "b", COPY.id)
    assert "First" not in shown(event_table(event_frame([ARTICLE], [first])))
    both = shown(event_table(event_frame([ARTICLE, COPY], [first, second])))
    assert "First" in both
    assert "Second" in both


def test_no_line_is_wider_than_the_terminal() -> None:
    frame = event_frame([ARTICLE], [event(When.on(date(2025, 10, 22)), "word " * 40)])
    assert max(map(len, shown(event_table(frame), width=80).splitlines())) <= 80


def test_a_stop_without_bounds_says_so() -> None:
    rome = Place("Rome", "IT", 41.9, 12.5, PlacePrecision.CITY)
    kenya = Place("Kenya", "KE", 0.2, 37.8, PlacePrecision.COUNTRY)
    arrive = Bounds(date(2025, 10, 20), date(2025, 10, 22))
    stops = (
        Stop(rome, arrive, OPEN, Status.PLANNED, purpose="a [b]fair[/b]"),
        Stop(kenya, OPEN, OPEN, Status.EXPECTED),
    )
    text = shown(itinerary_table([Itinerary(Person("Ada Moss"), stops)]), width=140)
    assert "1. Rome (IT)" in text
    assert "between 20 and 22 Oct 2025" in text
    assert "not said" in text
    assert "a [b]fair[/b]" in text
    assert "2. Kenya " in text
    assert text.count("Ada Moss") == 1 + 1  # beside the first stop, and in the summary


def test_a_journey_of_several_stops_says_how_far_it_goes() -> None:
    rome = Place("Rome", "IT", 41.9, 12.5, PlacePrecision.CITY)
    kenya = Place("Kenya", "KE", 0.5, 38.0, PlacePrecision.COUNTRY)
    stops = tuple(Stop(place, OPEN, OPEN, Status.PLANNED) for place in (rome, kenya))
    off = Stop(rome, OPEN, OPEN, Status.CANCELLED)
    ada, bo = Person("Ada Moss"), Person("Bo Lind")
    there = Itinerary(ada, (*stops, off), distance_km=5328.4, approximate=True)
    text = shown(itinerary_table([there, Itinerary(bo, stops[:1])]))
    assert "Ada Moss: 2 stops, about 5,330 km, 2 countries (IT, KE)" in text
    assert "Bo Lind:" not in text
