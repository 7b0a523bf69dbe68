"""The page of itineraries as Streamlit runs it: chosen, compared, linked, and back again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

PORTS = {"sample": "ports-tour.txt", "view": "Itineraries"}


def opened(new_page: Callable[[], Any], **address: str) -> Any:
    page = new_page()
    for name, value in address.items():
        page.app.query_params[name] = value
    return page.run()


def block(page: Any, kind: str) -> list[dict[str, Any]]:
    """All blocks of a kind that the readers show."""
    data = [part for part in page.components() if "blocks" in part]
    return [one for part in data for one in part["blocks"] if one["kind"] == kind]


def places(page: Any) -> list[list[str]]:
    return [[stop["place"] for stop in one["stops"]] for one in block(page, "stays")]


def test_it_opens_on_the_traveller_with_most_stops(new_page: Callable[[], Any]) -> None:
    page = opened(new_page, **PORTS)
    traveller = page.app.selectbox(key="traveller")
    assert traveller.options == ["Daniel Okafor (6 stops)", "Helena Brandt (5 stops)"]
    assert traveller.value == "Daniel Okafor"
    # where he only wants to be stands apart
    made = ["Odesa", "Constanţa", "Istanbul", "Piraeus", "Hamburg"]
    assert places(page) == [made, ["Rotterdam"]]
    assert not page.app.dataframe


def test_every_reason_has_its_sentence(new_page: Callable[[], Any]) -> None:
    page = opened(new_page, **PORTS)
    stays, _ = block(page, "stays")
    istanbul = next(stop for stop in stays["stops"] if stop["place"] == "Istanbul")
    (why, _) = istanbul["ends"][1]["why"]
    first = why["links"][0]
    assert first["text"] == "lasts 4 days"
    (cited,) = first["cited"]
    assert cited["label"] == "sentence 9"
    assert "four-day visit" in cited["text"]
    assert cited["id"]


def test_a_contradiction_shows_its_sentences(page: Any) -> None:
    page.paste(
        "Envoy Rosa Fuentes will stay in Geneva until Friday, an aide said. Before her stop in"
        " Geneva, Fuentes will fly to Vienna. She arrives in Vienna on 12 July.",
        "2024-07-03",
    )
    page.app.segmented_control(key="view").set_value("itineraries")
    page.run()
    (contradictions,) = block(page, "conflicts")
    (conflict,) = contradictions["conflicts"]
    assert conflict["place"] in ("Geneva", "Vienna")
    labels = {quote["label"] for quote in conflict["quotes"]}
    assert labels == {"sentence 1", "sentence 2", "sentence 3"}


def test_two_travellers_are_compared_and_the_address_keeps_them(
    new_page: Callable[[], Any],
) -> None:
    page = opened(new_page, **PORTS)
    page.app.selectbox(key="companion").set_value("Helena Brandt")
    page.run()
    assert len(places(page)) == 3
    (table,) = block(page, "table")
    assert [row["Where"] for row in table["rows"]] == ["Hamburg, Germany"]
    held = {name: page.app.query_params[name] for name in ("traveller", "with", "sample")}
    again = opened(
        new_page,
        view="Itineraries",
        **{name: value[0] if isinstance(value, list) else value for name, value in held.items()},
    )
    assert places(again) == places(page)


def test_the_filters_hold_on_both_pages(new_page: Callable[[], Any]) -> None:
    page = opened(new_page, **PORTS)
    page.choose("countries", "TR", "GR")
    assert places(page) == [["Istanbul", "Piraeus"]]
    notes = [one["text"] for one in block(page, "note")]
    assert "2 of 6 stops match the filters." in notes
    page.choose("countries", "UA")
    assert places(page) == [["Odesa"]]


def test_back_on_the_timeline_lanes_are_as_they_were(page: Any) -> None:
    page.app.segmented_control(key="lanes").set_value("country")
    page.run()
    before = page.timeline_ids()
    page.app.segmented_control(key="view").set_value("itineraries")
    page.run()
    assert places(page) == [["Kuala Lumpur", "Tokyo", "South Korea"]]
    page.app.segmented_control(key="view").set_value("timeline")
    page.run()
    assert page.app.segmented_control(key="lanes").value == "country"
    assert sorted(page.timeline_ids()) == sorted(before)
    assert "traveller" not in page.app.query_params


def test_the_lanes_are_told_in_words(new_page: Callable[[], Any]) -> None:
    page = opened(new_page, **PORTS)
    stays, route = (part for part in page.components() if "figure" in part)
    assert "3. Istanbul (certainly from 15 May 2024 to 18 May 2024" in stays["alt"]
    assert len(route["map"]["routes"]["features"]) == 4
    assert [one["person"] for one in route["map"]["journeys"]] == ["Daniel Okafor"]
    names = {trace.get("name") for trace in json.loads(stays["figure"])["data"]}
    assert "__events" in names


def test_without_a_journey_it_says_so(new_page: Callable[[], Any]) -> None:
    page = opened(new_page, sample="battery-court-case.txt", view="Itineraries")
    assert "Nobody travels in what was read." in page.texts()
