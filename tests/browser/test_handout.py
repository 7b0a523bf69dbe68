"""The page to hand on: downloaded, and opened from a file by a browser without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched
from tests.browser.test_dashboard import pixels

WAIT = 60_000  # milliseconds
SEA, LAND = (0xDC, 0xE7, 0xEC), (0xFA, 0xF8, 0xF2)


@pytest.fixture(scope="module")
def saved(shared: Watched, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample, as the dashboard gives it."""
    with shared.page.expect_download() as download:
        shared.page.get_by_role("button", name="Page with timeline and map").click()
    path = tmp_path_factory.mktemp("mail") / "timeline.html"
    download.value.save_as(path)
    return path


@pytest.fixture(scope="module")
def bare(launch: Callable[..., Browser]) -> Browser:
    """A browser as it comes."""
    return launch()


@pytest.fixture
def opened(bare: Browser, saved: Path) -> Page:
    """The page, opened from its file; what it must not do is checked by `test_it_asks_nobody`."""
    page = bare.new_page(viewport={"width": 1280, "height": 1600})
    page.goto(saved.as_uri())
    page.locator(".plot[data-ready]").nth(1).wait_for(timeout=WAIT, state="attached")
    return page


def test_it_asks_nobody_and_complains_of_nothing(bare: Browser, saved: Path) -> None:
    page = bare.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(saved.as_uri())
    page.locator(".plot[data-ready]").nth(1).wait_for(timeout=WAIT, state="attached")
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    assert complaints == []


def test_a_row_of_the_table_selects_its_event_everywhere(opened: Page) -> None:
    row = opened.get_by_role("row").filter(has_text="Anwar Ibrahim").first
    row.get_by_role("button").click()
    expect(row).to_have_class("chosen")
    details = opened.get_by_role("region", name="Details")
    expect(details).to_contain_text("Kuala Lumpur")
    expect(opened.locator(".reader-selected").first).to_contain_text("Anwar Ibrahim")
    # The map of plain outlines has its ring, too.
    opened.wait_for_function(
        """() => document.querySelectorAll('.plot')[1]._fullData
            .some((trace) => trace.name === '__selected' && trace.lon?.[0] != null)"""
    )


def test_the_map_shows_land_and_sea(opened: Page) -> None:
    seen = pixels(opened.locator(".plot").nth(1).screenshot())
    assert seen[SEA] > seen.total() / 10
    assert seen[LAND] > seen.total() / 10


def test_the_map_names_places_and_countries_and_has_a_key(opened: Page) -> None:
    written = opened.evaluate(
        """() => { const plot = document.querySelectorAll('.plot')[1];
            return Object.fromEntries(['__numbers', '__names', '__countries'].map((name) =>
                [name, Array.from(plot._fullData.find((t) => t.name === name).text)])); }"""
    )
    assert {"1", "2"} <= set(written["__numbers"])
    assert "Tokyo" in written["__names"]
    assert "China" in written["__countries"]
    expect(opened.locator(".map-key:visible")).to_contain_text("Donald Trump")


@pytest.mark.parametrize("width", [320, 390, 768, 1440, 2560])
def test_the_timeline_is_drawn_for_the_width_of_the_page(
    launch: Callable[..., Browser], saved: Path, width: int
) -> None:
    page = launch().new_page(viewport={"width": width, "height": 900})
    page.goto(saved.as_uri())
    page.locator(".plot[data-ready]").nth(1).wait_for(timeout=WAIT, state="attached")
    plot, drawn, room, wide = page.evaluate(
        """() => { const plot = document.querySelector('.plot'); return [plot.clientWidth,
            plot.layout.meta.width, document.querySelector('.stage').clientWidth,
            document.documentElement.scrollWidth]; }"""
    )
    assert drawn <= plot < 1.6 * drawn
    assert plot == room or room < 290  # there it scrolls in its own box
    assert wide <= width
    page.close()


def test_a_figure_is_saved_as_a_picture(shared: Watched) -> None:
    for plot, name in enumerate(("timeline", "map")):
        figure = shared.page.locator(".plot").nth(plot)
        figure.hover()
        with shared.page.expect_download() as download:
            figure.locator('[data-title="Picture (PNG)"]').click()
        assert download.value.suggested_filename == f"{name}.png"
        picture = Path(download.value.path()).read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert len(pixels(picture)) > 5
