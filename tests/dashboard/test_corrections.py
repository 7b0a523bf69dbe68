"""Corrections on the page without a browser: they reach every view, last, and are undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ARTICLE = (
    "Published: 5 June 2024\n\n"
    "Lena Brandt opened the lock at Emden on Monday. The barges will leave for Leer on Friday. "
    "Per Dahl told reporters in Aurich that the canal had silted up."
)


@pytest.fixture
def told(page: Any) -> Any:
    page.paste(ARTICLE)
    return page


def event(page: Any, words: str) -> str:
    """Select the event whose sentence has these words, and return its id."""
    events = page.app.session_state["story"][1].events
    event_id = str(events[events["quote"].str.contains(words)].iloc[0]["event_id"])
    page.app.session_state["selected"] = event_id
    page.run()
    return event_id


def row(page: Any, event_id: str) -> Any:
    events = page.app.session_state["story"][1].events
    return events[events["event_id"] == event_id].iloc[0]


def press(page: Any, key: str) -> None:
    page.app.button(key=key).click()
    page.run()


def edit(page: Any, words: str, **fields: Any) -> str:
    event_id = event(page, words)
    press(page, "edit")
    for name, value in fields.items():
        kind = {"status": "selectbox", "people": "multiselect", "organisations": "multiselect"}
        widget = getattr(page.app, kind.get(name, "text_input"))(key=f"edit-{name}-{event_id}")
        widget.set_value(value)
    page.run()
    return event_id


def test_a_correction_reaches_table_figures_filters_and_address(told: Any) -> None:
    event_id = edit(
        told, "opened the lock", when="by August", people=["Lena Brandt", "Ove Falk"],
        place="Wilhelmshaven", status="planned", title="The lock is to be opened",
    )  # fmt: skip
    assert "Means: by August 2024" in told.texts()
    press(told, "save")
    new = row(told, event_id)
    assert new["words"] == "by August 2024"
    assert new["people"] == ("Lena Brandt", "Ove Falk")
    assert (new["place"], new["countries"]) == ("Wilhelmshaven", ("DE",))
    assert set(new["edited"]) == {"when", "people", "place", "status", "title"}
    assert "The lock is to be opened" in told.titles()
    assert event_id in told.map_ids()
    assert "was 3 Jun 2024" in told.texts()
    assert list(told.app.dataframe[0].value["Edited"]).count("") == len(told.titles()) - 1
    told.choose("people", "Ove Falk")
    assert told.timeline_ids() == [event_id]
    assert told.app.query_params["person"] == "Ove Falk"


def test_an_event_stays_after_an_edit_that_a_filter_would_hide_it_for(told: Any) -> None:
    told.choose("statuses", "happened")
    event_id = edit(told, "opened the lock", status="planned")
    press(told, "save")
    assert event_id in told.timeline_ids()
    assert "The filters leave this event out" in told.texts()
    # It is looked at, but neither counted nor exported.
    left = len(told.titles()) - 1
    total = len(told.app.session_state["story"][1].events)
    assert f"{left} of {total} events" in told.texts()
    labels = [button.proto.label for button in told.app.get("download_button")]
    assert f"Events as CSV ({left})" in labels
    told.app.session_state["selected"] = None
    told.run()
    assert event_id not in told.timeline_ids()


def test_a_date_that_was_not_shown_is_not_taken(told: Any) -> None:
    event_id = event(told, "opened the lock")
    press(told, "edit")
    told.app.text_input(key=f"edit-when-{event_id}").set_value("in May")
    told.app.button(key="save").click()
    told.run()
    assert not row(told, event_id)["edited"]
    assert "Means: May 2024" in told.texts()
    press(told, "save")
    assert row(told, event_id)["words"] == "May 2024"


@pytest.mark.parametrize("phrase", ["some day", "Monday and Friday", "2024-02-31"])
def test_an_unclear_date_is_explained_and_not_taken(told: Any, phrase: str) -> None:
    event_id = edit(told, "opened the lock", when=phrase)
    assert "Means" not in told.texts()
    assert "warning" in told.texts()
    press(told, "save")
    assert not row(told, event_id)["edited"]
    press(told, "cancel")
    assert not row(told, event_id)["edited"]


def test_a_place_is_chosen_among_those_of_its_name_or_kept_as_words(told: Any) -> None:
    event_id = edit(told, "opened the lock", place="Springfield")
    which = told.app.selectbox(key=f"edit-which-{event_id}-Springfield")
    assert len(which.options) > 3
    which.set_value(len(which.options) - 1)
    told.run()
    press(told, "save")
    assert row(told, event_id)["place"] == "Springfield"
    assert event_id not in told.map_ids()
    edit(told, "opened the lock", place="Springfield, Ill")
    press(told, "save")
    assert row(told, event_id)["countries"][0] == "US"
    assert event_id in told.map_ids()
    edit(told, "opened the lock", place="")
    press(told, "save")
    assert row(told, event_id)["place"] == ""


def test_undo_redo_and_what_the_buttons_say(told: Any) -> None:
    assert not [b for b in told.app.button if b.key in ("undo", "redo")]
    gone = event(told, "barges will leave")
    press(told, "reject")
    assert gone not in told.timeline_ids()
    assert told.app.session_state["selected"] is None
    assert told.app.button(key="undo").label == "Undo: rejected event"
    press(told, "undo")
    assert gone in told.timeline_ids()
    assert told.app.button(key="undo").disabled
    assert told.app.button(key="redo").label == "Redo: rejected event"
    press(told, "redo")
    assert gone not in told.timeline_ids()


def test_corrections_are_there_after_a_restart_and_under_another_date(
    told: Any, new_page: Callable[[], Any]
) -> None:
    edit(told, "opened the lock", title="A lock opens")
    press(told, "save")
    again = new_page().run().paste(ARTICLE)
    assert "A lock opens" in again.titles()
    assert again.app.button(key="undo").label == "Undo: headline"
    again.paste(ARTICLE, "2024-07-01")
    assert "A lock opens" in again.titles()


def test_a_split_event_and_a_merged_one(told: Any) -> None:
    count = len(told.titles())
    first = event(told, "barges will leave")
    press(told, "split")
    second = told.app.session_state["selected"]
    assert second != first
    assert len(told.titles()) == count + 1
    # its form is open at once
    told.app.text_input(key=f"edit-title-{second}").set_value("The last barge leaves")
    told.run()
    press(told, "save")
    assert row(told, first)["title"] != row(told, second)["title"]
    told.app.session_state[f"merging-{second}"] = True
    told.run()
    told.app.selectbox(key=f"merge-{second}").set_value(first)
    told.run()
    press(told, "merge")
    assert told.app.session_state["selected"] == first
    assert len(told.titles()) == count
    assert row(told, first)["edited"] == ("merged",)


def test_an_event_that_is_made_and_not_saved_goes_with_its_form(told: Any) -> None:
    count = len(told.titles())
    first = event(told, "barges will leave")
    press(told, "split")
    press(told, "cancel")
    assert len(told.titles()) == count
    assert told.app.session_state["selected"] == first
    press(told, "add")
    press(told, "add-this")
    assert len(told.titles()) == count + 1
    press(told, "save")
    added = told.app.session_state["selected"]
    press(told, "edit")
    press(told, "cancel")  # what was saved once stays
    assert len(told.titles()) == count + 1
    assert told.app.session_state["selected"] == added


def test_an_event_is_added_from_a_sentence(told: Any) -> None:
    count = len(told.titles())
    article = told.articles[0]
    press(told, "add")
    sentence = told.app.selectbox(key=f"sentence-{article.id}")
    number = next(n for n, text in enumerate(sentence.options) if "Lena Brandt" in text)
    sentence.set_value(number)
    told.run()
    press(told, "add-this")
    assert len(told.titles()) == count + 1
    new = row(told, told.app.session_state["selected"])
    assert new["edited"] == ("added",)
    assert new["people"] == ("Lena Brandt",)
    assert new["words"] == "3 Jun 2024"
    assert article.text[new["quote_start"] : new["quote_end"]] == new["quote"]


def test_a_log_that_cannot_be_written_changes_nothing_and_says_so(
    told: Any, corrections: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told.titles()
    corrections.with_name("file").write_text("no folder")
    monkeypatch.setenv("TIMELINE_CORRECTIONS", str(corrections.with_name("file") / "log"))
    event(told, "barges will leave")
    press(told, "reject")
    assert told.titles() == before
    assert "cannot be saved" in told.texts()


def test_a_damaged_log_is_told_once_and_kept(
    new_page: Callable[[], Any], corrections: Path
) -> None:
    corrections.write_bytes(b"{broken\n")
    page = new_page().run()
    assert "could not be read" in page.texts()
    assert corrections.with_name("corrections.jsonl.damaged-1").read_bytes() == b"{broken\n"
    press(page, "dismiss")
    assert "could not be read" not in page.texts()


def test_a_correction_waits_when_its_event_is_gone(told: Any) -> None:
    count = len(told.titles())
    event(told, "barges will leave")
    press(told, "split")
    second = told.app.session_state["selected"]
    told.app.text_input(key=f"edit-title-{second}").set_value("Barges go")
    told.run()
    press(told, "save")
    split = next(
        change.edit.id
        for change in told.app.session_state["story"][1].corrected.changes
        if not change.fields
    )
    told.app.session_state["corrections"] = True
    told.run()
    press(told, f"back-{split}")
    assert len(told.titles()) == count
    assert "Barges go" not in told.titles()
    told.app.session_state["corrections"] = True
    told.run()
    assert "Taken back" in told.texts()
    assert "Headline: waits" in told.texts()
    press(told, f"again-{split}")
    assert len(told.titles()) == count + 1
    assert "Barges go" in told.titles()


def test_a_corrected_date_moves_the_days_of_the_stops(page: Any) -> None:
    page.paste(
        "Published: 25 October 2025\n\nMinister Ines Falk arrives in Nairobi on Sunday for a"
        " three-day visit. From there she flies to Kigali. She will land in Lusaka on 3 November."
    )

    def ends() -> dict[str, list[str]]:
        stays = [b for c in page.components() for b in c.get("blocks", []) if b["kind"] == "stays"]
        return {s["place"]: [end["text"] for end in s["ends"]] for b in stays for s in b["stops"]}

    page.app.segmented_control(key="view").set_value("itineraries")
    page.run()
    before = ends()
    assert before["Nairobi"] == ["Arrives 26 Oct 2025", "Leaves between 28 and 29 Oct 2025"]
    edit(page, "arrives in Nairobi", when="by Tuesday")
    press(page, "save")
    assert ends()["Nairobi"] == [
        "Arrives between 25 and 28 Oct 2025",
        "Leaves between 27 and 31 Oct 2025",
    ]
    assert ends()["Kigali"][0] == "Arrives on or after 27 Oct 2025"
    assert "your correction: arrives in Nairobi by 28 Oct 2025" in page.texts()
    press(page, "undo")
    assert ends() == before
