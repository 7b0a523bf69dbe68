"""Online tiles: asked for by nobody's wish but the reader's, and missed by nobody."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Watched
from tests.browser.test_dashboard import near, pixels
from timeline.dashboard.component import TILES
from timeline.views.map_style import land_colours

HOST = re.compile(r"^https://tile\.openstreetmap\.org/\d+/\d+/\d+\.png$")
TILE_COLOUR = "#D9A0C8"  # that nothing else on the map has
WAIT = 60_000  # milliseconds


def tile() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (256, 256), TILE_COLOUR).save(buffer, "PNG")
    return buffer.getvalue()


class Map:
    """A page whose requests for tiles are answered here instead of by the internet."""

    def __init__(self, page: Page, address: str) -> None:
        self.answers = True
        self.asked: list[str] = []
        self.watched = Watched(page, address)
        page.route(HOST, self._answer)

    def _answer(self, route: Route) -> None:
        self.asked.append(route.request.url)
        if self.answers:
            route.fulfill(body=tile(), content_type="image/png")
        else:
            route.abort()

    def toggle(self) -> None:
        self.watched.page.get_by_text("Online map tiles", exact=True).click()
        self.watched.settle()

    def shows(self, colour: str) -> int:
        return near(pixels(self.watched.page.locator(".plot").nth(1).screenshot()), colour)


@pytest.fixture
def online(browser: Browser, address: str) -> Iterator[Map]:
    context = browser.new_context(viewport={"width": 1280, "height": 1900})
    page = Map(context.new_page(), address)
    page.watched.open()
    yield page
    context.close()


def test_tiles_come_when_they_are_switched_on_and_go_when_off(online: Map) -> None:
    page = online.watched.page
    land = land_colours(dark=False)["land"]
    assert online.asked == []
    before = online.shows(land)
    with page.expect_response(HOST, timeout=WAIT):
        online.toggle()
    expect(page.get_by_text(TILES["credit"])).to_be_visible(timeout=WAIT)
    page.wait_for_function(
        """() => { const map = document.querySelectorAll('.plot')[1]._fullLayout.map._subplot.map;
            return map.isSourceLoaded('tiles') && map.areTilesLoaded(); }""",
        timeout=WAIT,
    )
    assert online.shows(TILE_COLOUR) > before / 2
    online.toggle()
    expect(page.get_by_text(TILES["credit"])).to_be_hidden(timeout=WAIT)
    assert online.shows(land) > before / 2


def test_the_map_stays_where_tiles_cannot_be_had(online: Map) -> None:
    online.answers = False
    land = land_colours(dark=False)["land"]
    before = online.shows(land)
    with online.watched.page.expect_event("requestfailed", timeout=WAIT):
        online.toggle()
    assert online.asked
    assert online.shows(land) > before / 2
    assert online.watched.marks(1)
