"""Timeline and map in the browser: brush, keys, lists, journeys, theme, crowds."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Watched

RANGE = "() => document.querySelectorAll('.plot')[0]._fullLayout.xaxis.range.map(String)"
RINGS = "() => Array.from(document.querySelectorAll('.ring'), (ring) => !ring.hidden)"


@pytest.fixture(scope="module")
def figures(desk: Watched) -> Watched:
    return desk.open()


def said(watched: Watched, plot: int) -> Locator:
    return watched.page.locator(".figure-said").nth(plot)


def test_a_brush_on_the_overview_sets_the_window(figures: Watched) -> None:
    strip = figures.page.locator(".overview-strip")
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    figures.page.mouse.move(box["x"] + 60, y)
    figures.page.mouse.down()
    figures.page.mouse.move(box["x"] + 360, y, steps=4)
    figures.page.mouse.up()
    figures.page.wait_for_function(f"() => ({RANGE})()[1] < '2025-10'")
    expect(figures.page.locator(".overview-span")).to_have_text(re.compile(r"2025$"))
    brush = figures.page.locator(".overview-brush").bounding_box()
    assert brush is not None
    assert abs(brush["x"] - box["x"] - 60) < 4
    assert abs(brush["width"] - 300) < 6


@pytest.mark.parametrize(("name", "days"), [("Day", 1), ("Week", 8), ("Month", 33), ("Year", 380)])
def test_buttons_zoom_to_a_stretch(figures: Watched, name: str, days: int) -> None:
    figures.page.get_by_role("button", name=name, exact=True).click()
    figures.page.wait_for_function(
        f"(days) => {{ const [a, b] = ({RANGE})().map((t) => Date.parse(t.replace(' ', 'T')));"
        " return Math.abs((b - a) / 864e5 - days) < 1; }",
        arg=days,
    )
    start, end = figures.page.evaluate(RANGE)
    assert start < end
    figures.page.get_by_role("button", name="Fit", exact=True).click()
    figures.settle()


def test_arrows_step_through_events_and_say_them(figures: Watched) -> None:
    figures.page.locator(".plot").nth(0).focus()
    figures.page.keyboard.press("Home")
    expect(said(figures, 0)).to_have_text(re.compile(r"^1 of \d+: "))
    figures.page.keyboard.press("ArrowRight")
    expect(said(figures, 0)).to_have_text(re.compile(r"^2 of \d+: "))
    figures.page.keyboard.press("End")
    count = len(figures.marks(0))
    expect(said(figures, 0)).to_have_text(re.compile(rf"^{count} of {count}: "))
    expect(figures.page.locator(".reader-quote")).to_be_visible(timeout=30_000)
    outline = figures.page.evaluate(
        "() => getComputedStyle(document.querySelectorAll('.plot')[0]).outlineStyle"
    )
    assert outline == "solid"
    figures.page.keyboard.press("Escape")
    expect(said(figures, 0)).to_have_text("Nothing selected")
    expect(figures.page.locator(".reader-quote")).to_have_count(0, timeout=30_000)
    assert figures.page.evaluate(RINGS) == [False, False]


def test_a_month_is_outlined_from_its_start_to_its_end(figures: Watched) -> None:
    figures.page.get_by_role("button", name="Fit", exact=True).click()
    figures.page.locator(".plot").nth(0).focus()
    figures.page.keyboard.press("Home")
    for _ in range(30):
        if ", July 2025" in said(figures, 0).inner_text():
            break
        figures.page.keyboard.press("ArrowRight")
    figures.settle()
    edges = figures.page.evaluate(
        """() => { const axis = document.querySelectorAll('.plot')[0]._fullLayout.xaxis;
            const box = document.querySelector('.ring').getBoundingClientRect();
            const plot = document.querySelector('.plot').getBoundingClientRect();
            return [box.left, box.right, ...['2025-07-01', '2025-08-01'].map((day) =>
                plot.left + axis._offset + axis.d2p(day)), plot.left + axis._offset,
                plot.left + axis._offset + axis._length]; }"""
    )
    left, right, first, last, low, high = edges
    assert left < max(first, low) < min(last, high) < right  # around all that is in view of it
    assert left >= min(first, low) - 25
    assert right <= max(last, high) + 25
    start, end = figures.page.evaluate(RANGE)
    assert start < "2025-07-01" < end or start < "2025-08-01" < end  # an edge is in view
    figures.page.keyboard.press("Escape")
    figures.page.get_by_role("button", name="Fit", exact=True).click()
    expect(figures.page.locator(".reader-quote")).to_have_count(0, timeout=30_000)
    figures.settle()


def test_arrows_step_through_the_map_too(figures: Watched) -> None:
    figures.page.locator(".plot").nth(1).focus()
    figures.page.keyboard.press("Home")
    expect(said(figures, 1)).to_have_text(re.compile(r"^1 of \d+: "))
    figures.page.wait_for_function(f"() => ({RINGS})()[1]")
    figures.page.keyboard.press("Escape")


def test_a_place_with_several_events_lists_them(figures: Watched) -> None:
    figures.settle()
    spot = """() => { const plot = document.querySelectorAll('.plot')[1];
        const map = plot._fullLayout.map._subplot.map; const box = plot.getBoundingClientRect();
        for (const t of plot._fullData.filter((t) => t.name === '__events'))
            for (const [i, d] of (t.customdata ?? []).entries())
                if (d[5].length > 1) { const p = map.project([t.lon[i], t.lat[i]]);
                    if (p.x > 9 && p.y > 9 && p.x < box.width - 9 && p.y < box.height - 9)
                        return [box.x + p.x, box.y + p.y, d[5].length]; } }"""
    x, y, count = figures.page.evaluate(spot)
    figures.page.mouse.move(x, y)
    figures.page.mouse.click(x, y)
    events = figures.page.locator(".spot-event")
    expect(events).to_have_count(count)
    title = events.last.locator("span").inner_text()
    events.last.click()
    expect(figures.page.locator(".reader-quote")).to_be_visible(timeout=30_000)
    expect(figures.page.get_by_role("heading", name=title)).to_be_visible(timeout=30_000)
    figures.page.keyboard.press("Escape")
    expect(figures.page.locator(".spot-list")).to_have_count(0)


def test_a_journey_is_stepped_through(figures: Watched) -> None:
    figures.page.get_by_role("button", name="Next stop").click()
    expect(figures.page.locator(".journey-said")).to_have_text(re.compile("^1 of 3: Kuala Lumpur"))
    figures.page.get_by_role("button", name="Play journey").click()
    expect(figures.page.locator(".journey-said")).to_have_text(
        re.compile("^3 of 3"), timeout=20_000
    )
    expect(figures.page.get_by_role("button", name="Play journey")).to_be_visible()


def test_words_of_time_say_their_day_to_the_keyboard(figures: Watched) -> None:
    figures.page.locator(".reader-when", has_text="Friday").first.focus()
    expect(figures.page.get_by_role("tooltip")).to_have_text(re.compile("Friday → .*24 Oct 2025"))


def test_the_map_can_show_only_what_the_timeline_shows(figures: Watched) -> None:
    before = figures.marks(1)
    figures.page.get_by_text("Only what the timeline shows").click()
    figures.page.get_by_role("button", name="Day", exact=True).click()
    assert set(figures.wait_for_marks(1, before)) < set(before)
    figures.page.get_by_text("Only what the timeline shows").click()
    figures.until_marks(1, before)


def test_another_theme_repaints_the_map_where_it_is(figures: Watched) -> None:
    look = """() => { const plot = document.querySelectorAll('.plot')[1];
        const map = plot._fullLayout.map._subplot.map;
        window.kept ??= map;
        return [window.kept === map, map.getPaintProperty('sea', 'background-color')]; }"""
    _, light = figures.page.evaluate(look)
    figures.page.emulate_media(color_scheme="dark")
    figures.page.wait_for_function(f"(light) => ({look})()[1] !== light", arg=light)
    assert figures.page.evaluate(look)[0] is True
    figures.page.emulate_media(color_scheme="light")
