"""Access for all: axe-core finds no serious fault, light and dark, wide and narrow."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched, choose, pick

WAIT = 90_000  # milliseconds, for a busy machine
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# A colour that is still on its way to another is none that anybody reads by, and what waits for the
# script is faded: a page on which it ran meanwhile is looked at again. Of what passes, only the
# number is asked.
FAULTS = """async () => {
    const app = document.querySelector('[data-testid=stApp]');
    const resting = () => app.getAttribute('data-test-script-state') === 'notRunning'
        && !app.querySelector('[data-stale=true]');
    const end = performance.now() + 90_000;
    let found, ran;
    const watch = new MutationObserver(() => { ran = true; });
    watch.observe(app, {attributeFilter: ['data-test-script-state']});
    do {
        while (!resting()) {
            if (performance.now() > end) throw new Error('the script does not rest');
            await new Promise(requestAnimationFrame);
        }
        ran = false;
        for (const moving of document.getAnimations()) try { moving.finish(); } catch { }
        found = await axe.run(document, {resultTypes: ['violations']});
    } while (ran && performance.now() < end);
    watch.disconnect();
    return [found.passes.length, found.violations
        .filter((fault) => ['serious', 'critical'].includes(fault.impact))
        .map((fault) => [fault.id, fault.nodes.map((node) => node.html.slice(0, 200))])]; }"""


@pytest.fixture(scope="module")
def page(desk: Watched) -> Watched:
    desk.open().page.evaluate(AXE)
    return desk


def check(watched: Watched, opened: str) -> None:
    watched.settle()
    passed, faults = watched.page.evaluate(FAULTS)
    assert passed > 15, opened  # it did look
    assert faults == [], opened


def test_the_checker_sees_a_fault(page: Watched) -> None:
    page.page.evaluate("document.querySelector('[data-testid=stMain]').append(new Image())")
    _, faults = page.page.evaluate(FAULTS)
    page.page.evaluate("document.querySelector('[data-testid=stMain] > img:last-child').remove()")
    assert [fault for fault, _ in faults] == ["image-alt"]


# The wide ones first: what is narrow once keeps its filters folded.
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_no_serious_fault(page: Watched, width: int, scheme: str) -> None:
    tab = page.page
    tab.set_viewport_size({"width": width, "height": 2600})
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    # Loaded anew: the server hears of another theme only with the next run.
    page.open()
    tab.evaluate(AXE)
    check(page, "nothing")
    tab.get_by_role("button", name="Open articles").click()
    expect(tab.get_by_label("Paste an article")).to_be_visible(timeout=WAIT)
    check(page, "the panel of articles")
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="Article date").click()
    expect(tab.get_by_label("Date of the article").first).to_be_visible(timeout=WAIT)
    check(page, "the article's date")
    tab.keyboard.press("Escape")
    pick(page, "Air Force One")
    tab.get_by_role("button", name="Edit").click()
    expect(tab.get_by_label("Headline")).to_be_visible(timeout=WAIT)
    check(page, "the form")
    tab.get_by_role("button", name="Cancel").click()
    tab.get_by_role("button", name="Merge").click()
    expect(tab.get_by_label("The same event as")).to_be_visible(timeout=WAIT)
    check(page, "merging")
    tab.keyboard.press("Escape")
    filters = tab.get_by_test_id("stSidebar")
    if width < 500:
        tab.get_by_test_id("stExpandSidebarButton").click()
    filters.get_by_text("More", exact=True).click()
    choose(page, "Country", "Japan")
    expect(tab.locator(".reader-chips button")).to_have_count(1, timeout=WAIT)
    filters.get_by_label("Person", exact=True).click()
    tab.get_by_role("option").first.wait_for()
    check(page, "the filters")
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="Clear filters").click()
    expect(tab.locator(".reader-chips button")).to_have_count(0, timeout=WAIT)
    filters.get_by_text("More", exact=True).click()
    if width < 500:
        filters.hover()
        filters.get_by_test_id("stSidebarCollapseButton").locator("button").click()
    page.settle()
