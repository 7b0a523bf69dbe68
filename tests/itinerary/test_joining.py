"""The stops of one traveller from several articles."""

from __future__ import annotations

from datetime import date

import timeline
from timeline.model import Itinerary, Status
from timeline.pipeline import Timeline


def merged(*articles: tuple[str, str]) -> tuple[Itinerary, ...]:
    """The itineraries of articles, each a day and a text."""
    return Timeline.merge(timeline.extract(text, date=day) for day, text in articles).itineraries


PLAN = ("2024-03-01", "Kenyan minister Ruth Wambui will fly to Oslo on Tuesday for talks.")


def test_a_report_makes_the_plan_happen_and_keeps_both_sources() -> None:
    report = ("2024-03-06", "Kenyan minister Ruth Wambui arrived in Oslo on Tuesday.")
    (itinerary,) = merged(PLAN, report)
    (stop,) = itinerary.stops
    assert stop.status is Status.HAPPENED
    assert (stop.arrive.earliest, stop.arrive.latest) == (date(2024, 3, 5), date(2024, 3, 5))
    assert [q.text[-1:] for q in stop.quotes] == [".", "."]
    assert len(set(stop.sources)) == len(stop.quotes) == 2


def test_a_plan_that_is_called_off_later_is_cancelled() -> None:
    later = ("2024-03-04", "Kenyan minister Ruth Wambui has cancelled her visit to Oslo.")
    (itinerary,) = merged(PLAN, later)
    assert [s.status for s in itinerary.stops] == [Status.CANCELLED]


def test_where_reports_differ_the_later_one_holds_and_both_are_shown() -> None:
    later = ("2024-03-04", "Kenyan minister Ruth Wambui will fly to Oslo on Wednesday.")
    (itinerary,) = merged(PLAN, later)
    (stop,) = itinerary.stops
    assert stop.arrive.earliest == date(2024, 3, 6)
    (conflict,) = itinerary.conflicts
    assert "5 Mar 2024" in conflict
    assert "1 Mar 2024" in conflict


def test_a_bare_surname_is_the_one_full_name_that_ends_in_it() -> None:
    other = ("2024-03-06", "Mr Wambui of Kenya landed in Oslo on Tuesday.")
    assert len(merged(PLAN, other)) == 1


def test_two_journeys_to_one_place_stay_two() -> None:
    before = ("2023-05-10", "Kenyan minister Ruth Wambui flew to Oslo on Monday.")
    (itinerary,) = merged(PLAN, before)
    assert [s.arrive.earliest for s in itinerary.stops] == [date(2023, 5, 8), date(2024, 3, 5)]


def test_a_later_length_moves_the_stop_behind_it() -> None:
    first = (
        "2024-03-01",
        "Kenyan minister Ruth Wambui will fly to Oslo on Tuesday. From there, she flies to Rome.",
    )
    second = (
        "2024-03-06",
        "Kenyan minister Ruth Wambui arrived in Oslo on Tuesday for a three-day visit.",
    )
    (itinerary,) = merged(first, second)
    oslo, rome = itinerary.stops
    assert oslo.depart.earliest == date(2024, 3, 7)
    assert rome.arrive.earliest == date(2024, 3, 7)
    assert rome.chains[0] == (
        "after Oslo (1 Mar 2024) ← lasts 3 days (sentence 1) ← "
        "arrives in Oslo on Tuesday (sentence 1) (6 Mar 2024)"
    )


def test_others_are_left_as_they_are() -> None:
    other = ("2024-03-06", "Peruvian minister Luz Quispe arrived in Oslo on Tuesday.")
    assert [len(i.stops) for i in merged(PLAN, other)] == [1, 1]


def test_the_team_of_two_articles_is_two_teams() -> None:
    first = ("2024-03-06", "The squad arrived in Oslo on Tuesday.")
    second = ("2024-03-07", "The squad arrived in Rome on Wednesday.")
    assert [len(i.stops) for i in merged(first, second)] == [1, 1]
    named = [(day, text.replace("The squad", "The Kenyan squad")) for day, text in (first, second)]
    assert [len(i.stops) for i in merged(*named)] == [2]
