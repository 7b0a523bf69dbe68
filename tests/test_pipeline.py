"""The sample articles from text to timeline, against what a careful reader draws from them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.model import Article, Precision, Qualifier
from timeline.notation import edtf
from timeline.pipeline import Timeline
from timeline.reading import ArticleError, open_file
from timeline.resources import data_path

SUNDAY = date(2025, 10, 26)


@pytest.fixture(scope="module")
def asia() -> Timeline:
    return timeline.extract(open_file(data_path("samples/toyota-trump-asia.txt")).only)


def find(found: Timeline, *words: str):
    """The one event whose title has all these words."""
    events = [e for e in found.events if all(w.lower() in e.title.lower() for w in words)]
    assert events, [e.title for e in found.events]
    return events[0]


@pytest.mark.parametrize(
    ("words", "written", "when_text", "status", "people", "countries"),
    [
        (["Sato", "says"], "2025-10-22", "Wednesday", "happened", {"Koji Sato"}, {"JP"}),
        (["trade deal"], "2025-07", "July", "happened", set(), {"US", "JP"}),
        (["reviewing"], "2025-10-25", "currently", "ongoing", set(), {"JP"}),
        (["to arrive"], "2025-10-26", "Sunday", "planned", {"Donald Trump"}, {"MY"}),
        (["military outlays"], "[2025-10-25..2026-03]", "March", "planned", {"Sanae Takaichi"},
         {"JP"}),
        (["Trump says"], "2025-10-24", "Friday", "happened", {"Donald Trump"}, set()),
        (["Anwar Ibrahim"], "[2025-10-26..]", None, "planned", {"Donald Trump", "Anwar Ibrahim"},
         {"MY"}),
        (["ASEAN", "dinner"], "[2025-10-26..]", None, "planned", {"Donald Trump"}, {"MY"}),
        (["Cambodia", "sign"], "[2025-10-26..]", None, "planned", {"Donald Trump"},
         {"MY", "KH", "TH"}),
        (["Takaichi", "sit"], "[2025-10-26..]", None, "planned", {"Donald Trump", "Sanae Takaichi"},
         {"JP"}),
        (["Naruhito"], "[2025-10-26..]", None, "planned", {"Donald Trump", "Naruhito"}, {"JP"}),
        (["notify Washington"], "[2025-10-26..]", None, "planned", set(), {"JP", "US"}),
        (["formal dinner"], "[2025-10-28..]", None, "planned", {"Donald Trump"}, {"KR"}),
        (["Xi Jinping"], "[2025-10-25..]", None, "expected", {"Donald Trump", "Xi Jinping"},
         {"CN"}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)  # fmt: skip
def test_the_sample_reads_as_a_careful_reader_would(
    asia, words, written, when_text, status, people, countries
) -> None:
    event = find(asia, *words)
    assert edtf(event.when) == written
    assert (event.when_text.text if event.when_text else None) == when_text
    assert event.status == status
    assert {p.name for p in event.people} == people
    assert set(event.countries) == countries


@pytest.mark.parametrize("words", [["notify"], ["Naruhito"], ["sign"], ["dinner"]])
def test_what_the_text_does_not_date_has_bounds_and_no_day(asia, words) -> None:
    event = find(asia, *words)
    assert event.when.qualifier is Qualifier.INFERRED
    assert event.when.start != event.when.finish


def test_a_month_stays_a_month(asia) -> None:
    assert find(asia, "trade deal").when.precision is Precision.MONTH
    assert find(asia, "military outlays").when.precision is Precision.MONTH


def test_the_itinerary_goes_through_three_countries(asia) -> None:
    (itinerary,) = asia.itineraries
    assert itinerary.person.name == "Donald Trump"
    assert [(s.place.name, s.place.country) for s in itinerary.stops] == [
        ("Kuala Lumpur", "MY"),
        ("Tokyo", "JP"),
        ("South Korea", "KR"),
    ]
    malaysia, japan, korea = itinerary.stops
    assert (malaysia.arrive.earliest, malaysia.arrive.latest) == (SUNDAY, SUNDAY)
    assert (japan.arrive.earliest, japan.arrive.latest) == (SUNDAY, None)
    assert japan.depart.earliest == korea.arrive.earliest == date(2025, 10, 28)
    assert itinerary.conflicts == ()


def test_words_that_only_look_like_dates_or_places_are_none(asia) -> None:
    days = {e.when.start for e in asia.events if e.when.precision is Precision.DAY}
    assert {(d.year, d.month) for d in days if d} == {(2025, 10)}
    places = {e.place.name for e in asia.events if e.place}
    assert places <= {"Kuala Lumpur", "Tokyo", "South Korea", "Southeast Asia"}


@pytest.mark.parametrize("name", ["toyota-trump-asia", "ports-tour", "battery-court-case"])
def test_every_sample_keeps_its_promises(name: str) -> None:
    """Each answer stands in the text; what has no date of its own claims none."""
    found = timeline.extract(open_file(data_path(f"samples/{name}.txt")).only)
    text = found.articles[0].text
    assert len(found.events) > 10
    for event in found.events:
        assert text[event.quote.start : event.quote.end] == event.quote.text
        assert event.rule
        assert event.reason
        if event.status in ("happened", "ongoing"):
            assert event.when.start is None or event.when.start <= found.articles[0].date
        if event.when_text is None:
            assert event.when.qualifier is Qualifier.INFERRED
        else:
            assert event.quote.start <= event.when_text.start < event.quote.end


def test_a_story_without_travel_has_no_itinerary() -> None:
    found = timeline.extract(open_file(data_path("samples/battery-court-case.txt")).only)
    assert found.itineraries == ()


def test_two_travellers_cross() -> None:
    found = timeline.extract(open_file(data_path("samples/ports-tour.txt")).only)
    routes = {i.person.name: [s.place.name for s in i.stops] for i in found.itineraries}
    assert routes["Helena Brandt"][:2] == ["Rotterdam", "Cairo"]
    assert routes["Helena Brandt"][-1] == routes["Daniel Okafor"][-1] == "Hamburg"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        (
            "Am Montag reiste die Ministerin nach Paris, wo sie den Präsidenten traf. " * 4,
            "English",
        ),
        ("She left on Monday.", "date"),
    ],
)
def test_bad_input_says_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(ArticleError, match=f"(?i){message}"):
        timeline.extract(text, date="2025-10-25" if message != "date" else None)


@pytest.mark.parametrize("day", [date(1000, 1, 1), date(9000, 12, 31)])
def test_the_ends_of_the_calendar_hold(day: date) -> None:
    text = (
        "She left 2,000 years ago. He will come in 3,000 years. They met on Monday and last year."
    )
    found = timeline.extract(Article("x", text, day))
    monday = next(e for e in found.events if e.trigger.text == "met")
    assert monday.when.start is not None
    assert 0 <= (day - monday.when.start).days < 7


def test_merging_keeps_every_article(asia) -> None:
    other = timeline.extract("Costa left Lima on Monday.", date="2025-10-25")
    both = Timeline.merge([asia, other])
    assert len(both.events) == len(asia.events) + len(other.events)
    assert len(both.to_frame()) == len(both.events)
    assert len({e.id for e in both.events}) == len(both.events)


def test_the_shifted_article_shifts_its_weekdays() -> None:
    text = "Costa resigned on Monday. Ruiz will speak on Thursday."
    first = timeline.extract(text, date="2025-10-25").events
    later = timeline.extract(text, date="2025-11-01").events
    gaps = {
        (b.when.start - a.when.start).days
        for a, b in zip(first, later, strict=True)
        if a.when.start and b.when.start
    }
    assert gaps == {7}


_PIECES = (
    "Maria Costa", "President Paul Ndiaye", "Costa's Secretary of State Ana Ruiz", "she", "he",
    "who", "the prime minister", "Washington", "Kenya", "in Lima", "to Osaka, Japan", "from there",
    "will meet", "has met and told", "was to have visited", "is expected to fly", "denied that",
    "a three-day visit", "the July deal", "on Monday", "by March", "since 2019", "until Friday",
    "the following day", "and", ",", ".", "?", "“", "”", "while", "before", "that", "\n\n", "'s",
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.sampled_from(_PIECES), min_size=3, max_size=40))
def test_no_sentence_however_odd_breaks_it(pieces: list[str]) -> None:
    text = "It was said that they had been there with the others. " + " ".join(pieces)
    found = timeline.extract(Article("x", text, date(2025, 10, 25)))
    for event in found.events:
        assert text[event.quote.start : event.quote.end] == event.quote.text
        assert 0 < len(event.title) <= 80
    ids = {e.id for e in found.events}
    for itinerary in found.itineraries:
        assert all(set(stop.event_ids) <= ids for stop in itinerary.stops)
    assert len(found.to_frame()) == len(found.events)
