"""The app as Streamlit runs it, without a browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "timeline_app.py"


class Page:
    """What is on the page, in the words of these tests."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(APP), default_timeout=120)

    def run(self) -> Page:
        self.app.run()
        assert not self.app.exception, self.app.exception[0].stack_trace
        return self

    def components(self) -> list[dict[str, Any]]:
        """The data of each of our components, in the order of the page."""
        return [json.loads(part.proto.json) for part in self.app.get("bidi_component")]

    def _plots(self) -> list[dict[str, Any]]:
        return [data for data in self.components() if "figure" in data]

    def timeline_ids(self) -> list[str]:
        """Ids of the events that the timeline can be clicked for."""
        return self._ids(self._plots()[0], first=True)

    def map_ids(self) -> list[str]:
        """Ids of the events that the map can be clicked for."""
        return self._ids(self._plots()[1], first=False)

    @staticmethod
    def _ids(data: dict[str, Any], *, first: bool) -> list[str]:
        traces = json.loads(data["figure"])["data"]
        marks = [d for t in traces if t["name"] == "__events" for d in t.get("customdata", [])]
        return [mark[0] for mark in marks] if first else [i for mark in marks for i in mark[5]]

    def routes(self) -> int:
        """How many legs the map draws."""
        return len(self._plots()[1]["map"]["routes"]["features"])

    def titles(self) -> list[str]:
        """The events in the table."""
        return list(self.app.dataframe[0].value["Event"])

    def texts(self) -> str:
        """All that the reader components and messages say."""
        said = [json.dumps(data, ensure_ascii=False) for data in self.components()]
        own = [*self.app.text, *self.app.caption]
        return "\n".join([*said, *(text.value for text in own)])

    def choose(self, filter_key: str, *values: str) -> Page:
        self.app.multiselect(key=f"filter-{filter_key}").set_value(list(values))
        return self.run()

    def field(self, label: str) -> Any:
        """A field by its label, as its key changes with every article that is opened."""
        return next(
            one for one in (*self.app.text_area, *self.app.text_input) if one.label == label
        )

    def paste(self, text: str, date: str = "") -> Page:
        self.field("Paste an article").set_value(text)
        self.field("Date of publication").set_value(date)
        next(button for button in self.app.button if button.label == "Read").click()
        return self.run()

    @property
    def articles(self) -> tuple[Any, ...]:
        return tuple(self.app.session_state["articles"])


@pytest.fixture(autouse=True)
def corrections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where corrections are kept for the time of one test."""
    path = tmp_path / "corrections.jsonl"
    monkeypatch.setenv("TIMELINE_CORRECTIONS", str(path))
    return path


@pytest.fixture
def page() -> Page:
    return Page().run()


@pytest.fixture
def new_page() -> Callable[[], Page]:
    return Page
