"""Correcting in a browser: edit, undo, reject, merge, split, add; it lasts, and others see it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched, paste, pick
from timeline.export.csv import read_csv

WAIT = 90_000  # milliseconds, for a busy machine


def facts(watched: Watched) -> str:
    return watched.page.locator(".reader-facts").first.inner_text()


def rows(watched: Watched) -> dict[str, dict[str, object]]:
    """The events that the CSV has, by their sentence."""
    watched.settle()
    with watched.page.expect_download() as download:
        watched.page.get_by_role("button", name="Events as CSV").click()
    table = read_csv(Path(download.value.path()))
    return {str(row["quote"]): row for row in table.to_dict("records")}


@pytest.fixture(scope="module")
def told(desk: Watched) -> Watched:
    """One page with an article of its own, which these tests correct in turn."""
    paste(
        desk.open(),
        "Lena Brandt opened the lock at Emden on Monday. The barges will leave on Friday. "
        "The mayor of Leer visited the quay on Tuesday. Nobody was on the quay.",
        "2024-06-05",
    )
    return desk


def test_a_date_is_shown_as_what_it_means_before_it_is_taken(told: Watched) -> None:
    page = told.page
    pick(told, "opened the lock")
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("Date", exact=True).fill("whenever it suits")
    page.keyboard.press("Tab")
    expect(page.get_by_role("alert").filter(has_text="No time is known")).to_be_visible(
        timeout=WAIT
    )
    page.get_by_label("Date", exact=True).fill("by March")
    page.keyboard.press("Tab")
    save = page.get_by_role("button", name="Save").bounding_box()
    expect(page.get_by_text("Means: by March 2025")).to_be_visible(timeout=WAIT)
    told.settle()
    assert page.get_by_role("button", name="Save").bounding_box() == save
    expect(page.locator("[data-pinned=form]")).to_have_count(1)
    place = page.get_by_label("Place", exact=True).last
    place.fill("Leer")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Which place")).to_be_visible(timeout=WAIT)
    told.settle()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".reader-before").first).to_contain_text("was 3 Jun 2024", timeout=WAIT)
    assert "by March 2025" in facts(told)
    row = next(r for quote, r in rows(told).items() if "opened the lock" in quote)
    assert row["edited"] == ("when", "place")
    assert row["place"] == "Leer"
    assert row["qualifier"] == "by"


def test_undo_and_redo_say_what_they_do(told: Watched) -> None:
    page = told.page
    page.get_by_role("button", name="Undo: 2 fields").click()
    expect(page.get_by_role("button", name="Redo: 2 fields")).to_be_visible(timeout=WAIT)
    told.settle()
    assert not any(row["edited"] for row in rows(told).values())
    page.get_by_role("button", name="Redo: 2 fields").click()
    expect(page.get_by_role("button", name="Undo: 2 fields")).to_be_visible(timeout=WAIT)


def test_a_rejected_event_leaves_and_is_restored_from_the_list(told: Watched) -> None:
    page = told.page
    before = told.marks(0)
    pick(told, "barges will leave")
    page.get_by_role("button", name="Reject").click()
    left = told.wait_for_marks(0, before)
    assert len(left) == len(before) - 1
    page.get_by_role("button", name=re.compile("Corrections")).click()
    expect(page.get_by_text("Rejected event", exact=True)).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="Take back").first.click()
    told.until_marks(0, before)
    page.keyboard.press("Escape")
    told.settle()


def test_split_and_merge(told: Watched) -> None:
    page = told.page
    before = told.marks(0)
    pick(told, "barges will leave")
    page.get_by_role("button", name="Split").click()
    after = told.wait_for_marks(0, before)
    assert len(after) == len(before) + 1
    page.get_by_label("Headline").fill("The last barge leaves")
    page.keyboard.press("Tab")
    told.settle()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".reader-heading", has_text="The last barge leaves").first).to_be_visible(
        timeout=WAIT
    )
    told.settle()
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_label("The same event as")).to_be_visible(timeout=WAIT)
    told.settle()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Merge").click()
    told.until_marks(0, before)
    expect(page.get_by_text("You merged another event into this one.")).to_be_visible(timeout=WAIT)


def test_an_event_is_added_from_words_that_are_marked(told: Watched) -> None:
    page = told.page
    count = len(rows(told))
    page.locator(".reader-passage").evaluate(
        """(passage) => {
            const node = [...passage.childNodes].findLast((n) => n.textContent.includes('Nobody'));
            const words = node.nodeType === 3 ? node : node.firstChild;
            const range = document.createRange();
            range.setStart(words, words.textContent.indexOf('Nobody'));
            range.setEnd(words, words.textContent.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            passage.dispatchEvent(new PointerEvent('pointerup', {bubbles: true}));
            getSelection().removeAllRanges();
        }"""
    )
    add = page.get_by_role("button", name="Add this event")
    expect(add).to_be_visible(timeout=WAIT)
    told.settle()
    add.click()
    expect(page.get_by_label("Headline")).to_have_value("Nobody was on the quay.", timeout=WAIT)
    expect(add).to_have_count(0, timeout=WAIT)  # its own Cancel goes with it
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("You added this event.")).to_be_visible(timeout=WAIT)
    assert len(rows(told)) == count + 1


def test_another_page_sees_it_and_adds_to_it(told: Watched, watched: Watched) -> None:
    other = watched.open()
    paste(
        other,
        "Lena Brandt opened the lock at Emden on Monday. The barges will leave on Friday. "
        "The mayor of Leer visited the quay on Tuesday. Nobody was on the quay.",
        "2024-06-05",
    )
    row = next(r for quote, r in rows(other).items() if "opened the lock" in quote)
    assert row["edited"] == ("when", "place")
    pick(other, "The mayor of Leer")
    other.page.get_by_role("button", name="Reject").click()
    expect(other.page.get_by_role("button", name="Undo: rejected event")).to_be_visible(
        timeout=WAIT
    )
    # The first page undoes its own last step, which is another.
    pick(told, "barges will leave")
    expect(told.page.get_by_role("button", name="Undo: added event")).to_be_visible(timeout=WAIT)
    assert not any("The mayor of Leer" in quote for quote in rows(told))
    other.page.get_by_role("button", name="Undo: rejected event").click()
    expect(other.page.get_by_role("button", name="Redo: rejected event")).to_be_visible(
        timeout=WAIT
    )
