"""Opening articles in a browser: what a reader sees in the panel, and what a reload keeps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched, paste

LOCK = "Lena Brandt opened the lock at Emden on Monday. She left for Bremen on Tuesday."
WAIT = 90_000


def panel(tab: Page) -> None:
    tab.get_by_role("button", name="Open articles").click()
    expect(tab.get_by_label("Paste an article")).to_be_visible(timeout=WAIT)


def read(watched: Watched) -> None:
    watched.page.get_by_role("button", name="Read", exact=True).click()


def is_in_sight(tab: Page, words: str) -> bool:
    """Whether a message is the topmost thing where it stands, inside the window."""
    seen: bool = tab.evaluate(
        """(words) => {
            const one = [...document.querySelectorAll('.reader-warning')]
                .find((e) => e.textContent.includes(words));
            const box = one.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + 30, box.top + box.height / 2);
            return box.top >= 0 && box.bottom <= window.innerHeight && one.contains(top); }""",
        words,
    )
    return seen


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_what_is_refused_is_seen_in_the_panel(
    browser: Browser, address: str, width: int, height: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    watched = Watched(context.new_page(), address).open()
    tab = watched.page
    panel(tab)
    tab.get_by_label("Paste an article").fill(LOCK)
    read(watched)
    missing = tab.locator(".reader-warning", has_text="date is not in its first lines")
    expect(missing).to_be_in_viewport(ratio=1, timeout=WAIT)
    assert is_in_sight(tab, "date is not in its first lines")
    tab.get_by_role("textbox", name="Date of publication").fill("05/06/2024")
    read(watched)
    unclear = tab.locator(".reader-warning", has_text="can be read in two ways")
    expect(unclear).to_be_in_viewport(ratio=1, timeout=WAIT)
    assert is_in_sight(tab, "can be read in two ways")
    expect(tab.get_by_label("Paste an article")).to_have_value(LOCK)
    tab.get_by_role("button", name="5 Jun 2024").click()
    expect(tab.get_by_label("Paste an article")).to_be_hidden(timeout=WAIT)
    panel(tab)
    expect(tab.get_by_label("Paste an article")).to_have_value("")
    expect(tab.get_by_role("textbox", name="Date of publication")).to_have_value("")
    context.close()
    assert watched.complaints == []


def test_a_reload_keeps_the_text(watched: Watched) -> None:
    watched.open()
    paste(watched, LOCK, "2024-06-04")
    shown = watched.marks(0)
    watched.page.wait_for_url("**text=**", timeout=WAIT)
    watched.page.reload()
    expect(watched.page.locator(".reader-passage")).to_contain_text("Emden", timeout=WAIT)
    watched.until_marks(0, shown)


def test_a_typed_date_is_taken_with_tab(watched: Watched) -> None:
    watched.open()
    paste(watched, LOCK, "2024-06-04")
    tab = watched.page
    before = watched.marks(0)
    tab.get_by_role("button", name="Article date").click()
    tab.get_by_role("textbox", name="Date of the article").fill("11 June 2024")
    tab.keyboard.press("Tab")
    expect(tab.locator(".reader-note", has_text="Tuesday 11 Jun 2024").first).to_be_visible(
        timeout=WAIT
    )
    assert watched.wait_for_marks(0, before)
