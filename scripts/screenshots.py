"""Draw the pictures of the documentation: the dashboard in light, in dark, and on a phone.

Starts the dashboard, opens it in headless Chromium without a network, and saves what there is to
see into docs/images/. The browser is $CHROMIUM, or Debian's, or Playwright's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.serving import OFFLINE, ROOT, SOFTWARE_WEBGL, chromium, served

IMAGES = ROOT / "docs" / "images"


@dataclass(frozen=True)
class Picture:
    """One picture: of which page, how wide and high, and with which sentence's event selected."""

    name: str
    width: int
    height: int
    query: str = ""
    dark: bool = False
    whole: bool = False
    sentence: str = ""


PORTS = "?sample=ports-tour.txt&view=Itineraries&with=Helena+Brandt"
PICTURES = (
    # An event whose mark shows much: its sentence, its words of time, and a place on the map.
    Picture("dashboard-light", 1440, 1000, sentence="arrives in Southeast Asia"),
    Picture("dashboard-dark", 1440, 1000, dark=True, sentence="arrives in Southeast Asia"),
    Picture("dashboard-page", 1440, 900, whole=True),
    Picture("dashboard-phone", 390, 844, whole=True),
    Picture("itineraries-light", 1440, 900, PORTS, whole=True),
    Picture("itineraries-dark", 1440, 900, PORTS, dark=True, whole=True),
    Picture("itineraries-phone", 390, 844, PORTS, whole=True),
)


def main() -> None:
    """Start a server, take every picture, stop the server."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        corrections = {"TIMELINE_CORRECTIONS": str(Path(folder) / "corrections.jsonl")}
        with served(env=corrections) as address, sync_playwright() as driver:
            flags = [*OFFLINE, *SOFTWARE_WEBGL]
            browser = driver.chromium.launch(executable_path=chromium(), args=flags)
            for picture in PICTURES:
                _take(browser, address, picture)
            browser.close()


def _take(browser: Browser, address: str, picture: Picture) -> None:
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
    )
    page = context.new_page()
    page.goto(address + picture.query)
    page.wait_for_function(
        "document.querySelectorAll('.plot[data-ready]').length === 2", timeout=120_000
    )
    if picture.sentence:
        sentence = page.locator(".reader-event", has_text=picture.sentence)
        sentence.first.dispatch_event("click")
        page.wait_for_selector(".reader-quote", timeout=60_000)
    if picture.whole:
        tall = page.evaluate("document.querySelector('.stMainBlockContainer').scrollHeight + 24")
        page.set_viewport_size({"width": picture.width, "height": int(tall)})
    _settle(page)
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


def _settle(page: Page) -> None:
    idle = "document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    page.wait_for_function(idle, timeout=60_000)
    page.wait_for_function(
        """() => Array.from(document.querySelectorAll('.plot')).every((plot) => {
            const map = plot._fullLayout?.map?._subplot?.map;
            return !map || (map.loaded() && map.areTilesLoaded());
        })""",
        timeout=60_000,
    )


if __name__ == "__main__":
    main()
