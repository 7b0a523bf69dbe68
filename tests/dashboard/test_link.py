"""The address holds the state of the page, and a page opens as its address says."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

ADDRESS = {
    "country": ["Japan"],
    "person": ["Donald Trump"],
    "undated": ["no"],
    "confidence": ["40"],
    "search": ["tokyo"],
    "days": ["2025-10-20..2025-11-02"],
    "zoom": ["2025-10-20T00:00..2025-11-02T12:00"],
    "map": ["139.7,35.68,5.5"],
}


def window(page: Any) -> list[str]:
    figure = next(data["figure"] for data in page.components() if "figure" in data)
    return [str(edge)[:16] for edge in json.loads(figure)["layout"]["xaxis"]["range"]]


def shown_map(page: Any) -> dict[str, Any]:
    drawings = (json.loads(data["figure"]) for data in page.components() if data.get("map"))
    shown = next(drawings)["layout"]["map"]
    return {name: shown[name] for name in ("center", "zoom")}


def test_a_page_opens_as_its_address_says_and_keeps_it(new_page: Callable[[], Any]) -> None:
    page = new_page()
    for name, values in ADDRESS.items():
        page.app.query_params[name] = values
    page.run()
    assert 0 < len(page.titles()) < 10
    assert window(page)[0].startswith("2025-10-20")
    assert shown_map(page) == {"center": {"lon": 139.7, "lat": 35.68}, "zoom": 5.5}
    for name, values in ADDRESS.items():
        held = page.app.query_params[name]
        assert (held if isinstance(held, list) else [held]) == values, name
    again = new_page()
    for name, values in page.app.query_params.items():
        again.app.query_params[name] = values
    again.run()
    assert again.titles() == page.titles()


def test_the_selection_and_the_sample_are_in_the_address(
    page: Any, new_page: Callable[[], Any]
) -> None:
    page.app.button(key="sample-ports-tour.txt").click()
    page.run()
    event_id = page.timeline_ids()[0]
    page.app.session_state["selected"] = event_id
    page.run()
    other = new_page()
    for name in ("sample", "event"):
        held = page.app.query_params[name]
        other.app.query_params[name] = held
    other.run()
    assert other.titles() == page.titles()
    assert other.app.session_state["selected"] == event_id


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sample", "../../etc/passwd"),
        ("event", "nothing"),
        ("country", "Atlantis"),
        ("days", "2025-13-01..2025-11-02"),
        ("days", "tomorrow"),
        ("zoom", "2025-11-02..2025-10-20"),
        ("zoom", "2025-11-02T00:00+02:00..2025-12-20"),
        ("map", "139,95,4"),
        ("map", "nan,inf,-1"),
        ("map", "1,2"),
        ("confidence", "-5"),
        ("confidence", "9999"),
        ("undated", "perhaps"),
        ("search", "<b>" * 5_000),
        ("person", "\x00"),
        ("text", "nothing"),
        ("text", "../" * 2_000),
    ],
)
def test_no_address_breaks_the_page(new_page: Callable[[], Any], name: str, value: str) -> None:
    page = new_page()
    page.app.query_params[name] = [value]
    page.run()
    assert len(page.articles) == 1


def test_a_pasted_text_is_not_in_the_address_and_the_page_says_so(page: Any) -> None:
    assert "does not carry" not in page.texts()
    page.paste("Published: 5 June 2024\n\nLena Brandt opened the lock at Emden on Monday.")
    assert "sample" not in page.app.query_params
    assert "Emden" not in str(dict(page.app.query_params))
    assert "does not carry" in page.texts()
