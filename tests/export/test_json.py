"""Itineraries as JSON say all that the stops know, in the order of the journey."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from tests.views import story
from timeline.export.json import itineraries_json
from timeline.model import Bounds


def bounds(days: dict[str, Any]) -> Bounds:
    first, last = (days[name] and date.fromisoformat(days[name]) for name in ("earliest", "latest"))
    return Bounds(first, last)


def test_every_stop_comes_back_from_the_file() -> None:
    (plain,) = story.itineraries()
    because = ("flies in on Saturday (sentence 1)", "", "", "")
    stops = (replace(plain.stops[0], chains=because), *plain.stops[1:])
    told = replace(plain, stops=stops, distance_km=1930.4, approximate=True)
    data = itineraries_json([told])
    assert data.endswith(b"\n")
    (one,) = json.loads(data)
    assert (one["person"], one["article_id"], one["conflicts"]) == ("Thandi Mokoena", "a1", [])
    assert (one["distance_km"], one["distance_approximate"]) == (1930, True)
    assert one["countries"] == ["PT", "MA", "SN"]
    assert [stop["order"] for stop in one["stops"]] == [1, 2, 3]
    for written, stop in zip(one["stops"], told.stops, strict=True):
        place = stop.place
        assert written["place"] == place.name
        assert written["country"] == place.country
        assert (written["latitude"], written["longitude"]) == (place.latitude, place.longitude)
        assert written["place_precision"] == place.precision
        assert bounds(written["arrive"]) == stop.arrive
        assert bounds(written["depart"]) == stop.depart
        assert (written["status"], written["purpose"]) == (stop.status, stop.purpose)
        assert written["event_ids"] == list(stop.event_ids)
        assert written["reasons"] == list(stop.reasons)
        assert written["arrive"]["why_earliest"] == (stop.chains[0] or None)
        assert written["depart"]["why_latest"] is None
        for quote in written["quotes"]:
            assert story.article().text[quote["start"] : quote["end"]] == quote["text"]
        assert len(written["quotes"]) == len(stop.quotes)


def test_letters_stay_letters_and_no_journey_is_an_empty_list() -> None:
    assert itineraries_json([]) == b"[]\n"
    (told,) = story.itineraries()
    away = type(told)(story.Person("Åse Ødegård"), (), "a2", ("“Tuesday” and “Friday”",))
    text = itineraries_json([away]).decode()
    assert "Åse Ødegård" in text
    assert "“Tuesday” and “Friday”" in text
