"""A real server and a real Chromium that cannot reach anything but the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Request,
    WebSocket,
    expect,
    sync_playwright,
)

from scripts.serving import NO_CARD, OFFLINE, SOFTWARE_WEBGL, chromium, served

NO_WEBGL = ("--disable-3d-apis",)
DESK = {"width": 1440, "height": 2600}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that runs for all browser tests."""
    corrections = tmp_path_factory.mktemp("data") / "corrections.jsonl"
    with served(env={"TIMELINE_CORRECTIONS": str(corrections)}) as url:
        yield url


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Start Chromium with more flags."""
    with sync_playwright() as driver:
        browsers: list[Browser] = []

        def start(*flags: str) -> Browser:
            arguments = [*OFFLINE, *NO_CARD, *flags]
            browser = driver.chromium.launch(executable_path=chromium(), args=arguments)
            browsers.append(browser)
            return browser

        yield start
        for browser in browsers:
            browser.close()


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Browser:
    return launch(*SOFTWARE_WEBGL)


class Watched:
    """A page together with what it must not do."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.outside: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", self._failed)
        page.on("request", self._asked)
        page.on("websocket", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _failed(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _asked(self, whom: Request | WebSocket) -> None:
        url = whom.url
        host = self.address.removeprefix("http://")
        if not url.startswith((f"http://{host}", f"ws://{host}", "data:", "blob:")):
            self.outside.append(url)

    def open(self, query: str = "") -> Watched:
        self.page.goto(self.address + query)
        # Twice: the second drawing is for the width that the browser really has.
        self.page.wait_for_function(
            "document.querySelectorAll('.plot[data-ready]').length === 2", timeout=180_000
        )
        self.settle()
        return self

    def leave(self) -> None:
        """End the session, and forget it: the next is that of a new browser on a desktop."""
        self.page.remove_listener("console", self._heard)
        self.page.remove_listener("pageerror", self._failed)
        self.page.remove_listener("request", self._asked)
        self.page.remove_listener("websocket", self._asked)
        self.page.goto(f"{self.address}_stcore/health")
        self.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        self.page.context.clear_cookies()
        self.page.set_viewport_size(DESK)
        self.page.emulate_media(color_scheme="light")

    def settle(self) -> None:
        """Wait until the script has run and both figures show what it sent."""
        self.page.wait_for_function(
            """() => document.querySelector('[data-testid=stApp]')
                ?.getAttribute('data-test-script-state') === 'notRunning'""",
            timeout=120_000,
        )

    def marks(self, plot: int) -> list[str]:
        """Ids of the events that a figure shows: 0 is the timeline, 1 the map."""
        found: list[str] = self.page.evaluate(
            """(n) => (document.querySelectorAll('.plot')[n]._fullData ?? [])
                .filter((t) => t.name === '__events')
                .flatMap((t) => Array.from(t.customdata ?? []))
                .flatMap((d) => Array.isArray(d[5]) ? d[5] : [d[0]])""",
            plot,
        )
        return sorted(found)

    def until_marks(self, plot: int, wanted: list[str]) -> None:
        """Wait until a figure shows just these events."""
        self.page.wait_for_function(
            """([n, wanted]) => JSON.stringify((document.querySelectorAll('.plot')[n]._fullData
                ?? []).filter((t) => t.name === '__events')
                .flatMap((t) => Array.from(t.customdata ?? []))
                .flatMap((d) => Array.isArray(d[5]) ? d[5] : [d[0]]).sort())
                === JSON.stringify(wanted)""",
            arg=[plot, wanted],
            timeout=90_000,
        )

    def wait_for_marks(self, plot: int, change_from: list[str]) -> list[str]:
        self.page.wait_for_function(
            """([n, before]) => JSON.stringify((document.querySelectorAll('.plot')[n]._fullData
                ?? []).filter((t) => t.name === '__events')
                .flatMap((t) => Array.from(t.customdata ?? []))
                .flatMap((d) => Array.isArray(d[5]) ? d[5] : [d[0]]).sort())
                !== JSON.stringify(before)""",
            arg=[plot, change_from],
            timeout=90_000,
        )
        self.settle()
        return self.marks(plot)


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Two tabs for all tests: a load takes half the work where the scripts are compiled already.

    Neither knows of the other: each is in a context of its own.
    """
    first, second = (browser.new_page(viewport=DESK) for _ in range(2))
    yield first, second
    first.close()
    second.close()


@pytest.fixture
def watched(tabs: tuple[Page, Page], address: str) -> Iterator[Watched]:
    """A fresh page on a desktop; afterwards, it must have kept quiet and at home."""
    yield from _fresh(tabs[0], address)


@pytest.fixture(scope="module")
def desk(tabs: tuple[Page, Page], address: str) -> Iterator[Watched]:
    """A fresh page that a module's tests use in turn; it must have kept quiet and at home, too."""
    yield from _fresh(tabs[1], address)


@pytest.fixture(scope="module")
def shared(desk: Watched) -> Watched:
    """One open page for tests that leave it as they found it: loading is what takes time."""
    return desk.open()


def _fresh(tab: Page, address: str) -> Iterator[Watched]:
    watched = Watched(tab, address)
    yield watched
    watched.leave()
    assert watched.outside == []
    assert watched.complaints == []


def choose(watched: Watched, label: str, option: str) -> None:
    """Choose an option of a filter; its count may be any."""
    watched.page.get_by_label(label, exact=True).first.click()
    # A plain text: Playwright cannot carry every name as a pattern.
    watched.page.get_by_role("option", name=f"{option} (").first.click()
    watched.page.keyboard.press("Escape")


def paste(watched: Watched, text: str, date: str) -> None:
    """Open an article by its text."""
    before = watched.marks(0)
    watched.page.get_by_role("button", name="Open articles").click()
    watched.page.get_by_label("Paste an article").fill(text)
    watched.page.get_by_role("textbox", name="Date of publication").fill(date)
    watched.page.get_by_role("button", name="Read", exact=True).click()
    watched.wait_for_marks(0, before)
    # What was read is shown, and not the panel that it was given in.
    expect(watched.page.get_by_label("Paste an article")).to_be_hidden(timeout=90_000)


def pick(watched: Watched, words: str) -> None:
    """Select the event whose sentence has these words."""
    watched.page.locator(".reader-event", has_text=words).first.click()
    expect(watched.page.locator(".reader-quote").first).to_contain_text(words, timeout=90_000)
    expect(watched.page.get_by_role("button", name="Edit")).to_be_visible(timeout=90_000)
    watched.settle()
