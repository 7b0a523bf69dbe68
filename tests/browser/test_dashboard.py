"""The dashboard in a browser without a network: drawn, filtered, picked from, downloaded."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect
from playwright.sync_api import TimeoutError as NotShown

from tests.browser.conftest import NO_WEBGL, Watched, choose
from timeline.export.csv import read_csv
from timeline.views.map_style import land_colours
from timeline.views.theme import DARK_EDITION, INK

# the note under the headline, without and with a filter
ALL_EVENTS = re.compile(r"^\d+ events ·")
SOME_EVENTS = re.compile(r"^\d+ of \d+ events ·")
TABLE_ROWS = "[data-testid=stDataFrame]"


def pixels(shot: bytes) -> Counter[tuple[int, int, int]]:
    """How often each colour occurs in a picture."""
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    flat = image.get_flattened_data() if hasattr(image, "get_flattened_data") else image.getdata()
    return Counter(flat)


def near(colours: Counter[tuple[int, int, int]], hexadecimal: str, slack: int = 4) -> int:
    """How many pixels are of a colour, or nearly."""
    wanted = [int(hexadecimal[i : i + 2], 16) for i in (1, 3, 5)]
    return sum(
        count
        for colour, count in colours.items()
        if all(abs(a - b) <= slack for a, b in zip(colour, wanted, strict=True))
    )


def clear(watched: Watched) -> None:
    # A zoom that is still on its way to the server carries the old filter and may bring it back.
    everything = watched.page.get_by_text(ALL_EVENTS)
    for _ in range(4):
        watched.page.get_by_role("button", name="Clear filters").click()
        try:
            everything.wait_for(timeout=8_000)
            break
        except NotShown:
            continue
    expect(everything).to_be_visible()
    watched.settle()


def test_it_is_drawn_without_a_network(shared: Watched) -> None:
    assert len(shared.marks(0)) > 10
    assert shared.marks(1)
    timeline = pixels(shared.page.locator(".plot").nth(0).screenshot())
    assert near(timeline, "#0072B2") > 50  # the first lane's marks

    land = land_colours(dark=False)
    expect(shared.page.locator("canvas.maplibregl-canvas")).to_be_visible()
    picture = pixels(shared.page.locator(".plot").nth(1).screenshot())
    total = picture.total()
    assert near(picture, land["land"]) > total / 50
    assert near(picture, land["sea"]) > total / 50
    assert near(picture, land["border"], 20) > 100
    assert near(picture, "#0072B2", 24) > 300  # stops and the way between them


def test_the_ways_are_on_the_map(shared: Watched) -> None:
    drawn = shared.page.evaluate(
        """() => { const map = document.querySelectorAll('.plot')[1]._fullLayout.map._subplot.map;
            return ['way-ahead', 'way'].flatMap((layer) =>
                map.queryRenderedFeatures({layers: [layer]})).length; }"""
    )
    assert drawn >= 2
    names = shared.page.evaluate(
        """() => document.querySelectorAll('.plot')[1]._fullLayout.map._subplot.map
            .queryRenderedFeatures({layers: ['names-of-places']}).map((f) => f.properties.name)"""
    )
    assert "Kuala Lumpur" in names


@pytest.mark.parametrize(("label", "option"), [("Country", "Japan"), ("Person", "Sanae Takaichi")])
def test_a_filter_changes_timeline_and_map_and_the_csv_has_its_rows(
    shared: Watched, label: str, option: str
) -> None:
    timeline, places = shared.marks(0), shared.marks(1)
    choose(shared, label, option)
    kept = shared.wait_for_marks(0, timeline)
    located = shared.wait_for_marks(1, places)
    assert set(kept) < set(timeline)
    assert set(located) < set(places)
    assert option.replace(" ", "+") in shared.page.url or option in shared.page.url
    with shared.page.expect_download() as download:
        shared.page.get_by_role("button", name="Events as CSV").click()
    table = read_csv(Path(download.value.path()))
    assert sorted(table["event_id"]) == kept
    assert shared.page.get_by_role("button", name=f"Events as CSV ({len(kept)})").is_visible()
    clear(shared)
    shared.until_marks(0, timeline)


def test_a_click_on_a_mark_selects_it_everywhere(shared: Watched) -> None:
    box = shared.page.locator(".plot").nth(0).bounding_box()
    assert box is not None
    event_id, x, y = shared.page.evaluate(
        """() => { const gd = document.querySelectorAll('.plot')[0];
            const t = gd._fullData.find((t) => t.name === '__events');
            const l = gd._fullLayout;
            return [t.customdata[0][0], l.xaxis._offset + l.xaxis.d2p(t.x[0]),
                l.yaxis._offset + l.yaxis.d2p(t.y[0])]; }"""
    )
    shared.page.mouse.click(box["x"] + x, box["y"] + y)
    selected = shared.page.locator(".reader-selected").first
    expect(selected).to_be_visible(timeout=20_000)
    expect(shared.page.locator(".reader-quote")).to_be_visible(timeout=20_000)
    quote = shared.page.locator(".reader-quote").inner_text()
    highlighted = "".join(shared.page.locator(".reader-selected").all_inner_texts())
    assert " ".join(highlighted.split()) == " ".join(quote.split())
    ring = shared.page.locator(".stage").nth(0).locator(".ring").bounding_box()
    assert ring is not None
    assert ring["x"] < box["x"] + x < ring["x"] + ring["width"]
    assert ring["y"] < box["y"] + y < ring["y"] + ring["height"]
    facts = shared.page.locator(".reader-facts").inner_text()
    assert "Dated by" in facts
    assert event_id in shared.marks(0)


def test_a_click_on_a_sentence_selects_too(shared: Watched) -> None:
    sentence = shared.page.locator(".reader-event", has_text="Air Force One").first
    sentence.click()
    expect(shared.page.locator(".reader-quote")).to_contain_text("Air Force One", timeout=20_000)


def test_zoom_survives_a_filter(shared: Watched) -> None:
    zoomed = ["2025-10-20", "2025-10-30"]
    shared.page.evaluate(
        """(range) => window.Plotly.relayout(document.querySelectorAll('.plot')[0],
            {'xaxis.range': range})""",
        zoomed,
    )
    choose(shared, "Country", "Japan")
    expect(shared.page.get_by_text(SOME_EVENTS)).to_be_visible(timeout=30_000)
    shared.settle()
    shown = shared.page.evaluate(
        "() => document.querySelectorAll('.plot')[0]._fullLayout.xaxis.range"
    )
    assert [str(edge)[:10] for edge in shown] == zoomed
    clear(shared)


def test_a_pasted_article_and_a_mistake(watched: Watched) -> None:
    watched.open()
    before = watched.marks(0)
    watched.page.get_by_role("button", name="Open articles").click()
    watched.page.get_by_label("Paste an article").fill("Crews walked out on Sunday.")
    watched.page.get_by_role("button", name="Read", exact=True).click()
    refused = watched.page.locator(".reader-warning")
    expect(refused).to_contain_text("date", timeout=20_000)
    assert watched.marks(0) == before
    text = "Ferry crews in Greece walked out on Sunday. They will be back in Athens on Friday."
    watched.page.get_by_label("Paste an article").fill(text)
    watched.page.get_by_role("textbox", name="Date of publication").fill("2024-06-04")
    watched.page.get_by_role("button", name="Read", exact=True).click()
    after = watched.wait_for_marks(0, before)
    assert set(after).isdisjoint(before)
    expect(refused).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1024])
def test_nothing_scrolls_sideways(watched: Watched, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 844})
    watched.open()
    wide = watched.page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
            .map((e) => e.scrollWidth - e.clientWidth)"""
    )
    assert max(wide) <= 0


def test_labels_do_not_overlap_on_the_screen(shared: Watched) -> None:
    boxes = shared.page.evaluate(
        """() => Array.from(document.querySelectorAll('.plot')[0]
            .querySelectorAll('.scatterlayer .textpoint text'))
            .map((e) => e.getBoundingClientRect())
            .map((r) => [r.left, r.right, (r.top + r.bottom) / 2])"""
    )
    assert len(boxes) > 10
    for i, (left, right, middle) in enumerate(boxes):
        for other_left, other_right, other_middle in boxes[i + 1 :]:
            if abs(middle - other_middle) < 9:
                assert right <= other_left + 1 or other_right <= left + 1


def test_without_webgl_there_is_still_land(launch: Callable[..., Browser], address: str) -> None:
    browser = launch(*NO_WEBGL)
    watched = Watched(browser.new_page(viewport={"width": 1440, "height": 2600}), address).open()
    assert watched.page.locator("canvas.maplibregl-canvas").count() == 0
    picture = pixels(watched.page.locator(".plot").nth(1).screenshot())
    land = land_colours(dark=False)
    assert near(picture, land["land"]) > picture.total() / 50
    assert near(picture, land["sea"]) > picture.total() / 50
    assert near(picture, "#0072B2", 24) > 200
    assert watched.outside == []


def test_all_this_was_quiet_and_stayed_at_home(shared: Watched) -> None:
    assert shared.page.locator(".plot").count() == 2
    assert shared.outside == []
    assert shared.complaints == []


def test_the_dark_edition_changes_colours_and_no_words(watched: Watched) -> None:
    watched.page.emulate_media(color_scheme="dark")
    watched.open()
    before = watched.marks(0)
    watched.page.get_by_role("button", name="Open articles").click()
    text = "Ada Moss painted the hall in #FFFFFF on Sunday. She will paint it in #1C2530 on Friday."
    watched.page.get_by_label("Paste an article").fill(text)
    watched.page.get_by_role("textbox", name="Date of publication").fill("2024-06-04")
    watched.page.get_by_role("button", name="Read", exact=True).click()
    watched.wait_for_marks(0, before)
    ink, said = watched.page.evaluate(
        """() => { const gd = document.querySelectorAll('.plot')[0];
            return [gd.layout.font.color, JSON.stringify(gd._fullData.map(
                (t) => [Array.from(t.customdata ?? []), t.text]))]; }"""
    )
    assert ink == DARK_EDITION[INK]
    assert "#FFFFFF" in said
    assert "#1C2530" in said


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_what_a_mark_means_is_in_view_beside_the_mark(
    watched: Watched, width: int, height: int
) -> None:
    watched.page.set_viewport_size({"width": width, "height": height})
    watched.open()
    watched.page.locator(".plot").first.focus()
    watched.page.keyboard.press("ArrowRight")
    quote = watched.page.locator(".reader-quote").first
    expect(quote).to_be_in_viewport(timeout=20_000)
    watched.page.locator(TABLE_ROWS).scroll_into_view_if_needed()
    expect(quote).to_be_in_viewport()
    watched.page.get_by_role("button", name="Close", exact=True).click()
    expect(quote).to_have_count(0, timeout=20_000)
