"""A real server and a real Chromium that cannot reach anything but the server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
OFFLINE = (
    "--no-sandbox",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
SOFTWARE_WEBGL = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
NO_WEBGL = ("--disable-3d-apis",)
# Without a graphics card, the page is put together faster by the processor than by an imitation of
# a card; Debian's Chromium asks for the imitation. Maps are drawn by WebGL all the same.
NO_CARD = ("--disable-gpu-compositing",)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that runs for all browser tests."""
    corrections = tmp_path_factory.mktemp("data") / "corrections.jsonl"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    flags = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "timeline_app.py", *flags],
        cwd=ROOT,
        env={**os.environ, "TIMELINE_CORRECTIONS": str(corrections)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_until_healthy(url: str, server: subprocess.Popen[bytes]) -> None:
    pause = Event()
    for _ in range(300):
        assert server.poll() is None, "the server ended by itself"
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            pause.wait(0.1)
    raise AssertionError("the server did not start")


def chromium() -> str | None:
    """The browser to drive: the one that is named, Debian's, or None for Playwright's own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or None


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
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        page.on("websocket", lambda socket: self._asked(socket.url))

    def _heard(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.complaints.append(str(getattr(message, "text", "")))

    def _asked(self, url: str) -> None:
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


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A fresh page on a desktop; afterwards, it must have kept quiet and at home."""
    context = browser.new_context(viewport={"width": 1440, "height": 2600})
    page = Watched(context.new_page(), address)
    yield page
    context.close()
    assert page.outside == []
    assert page.complaints == []


@pytest.fixture(scope="module")
def shared(browser: Browser, address: str) -> Iterator[Watched]:
    """One open page for tests that leave it as they found it: loading is what takes time."""
    context = browser.new_context(viewport={"width": 1440, "height": 2600})
    yield Watched(context.new_page(), address).open()
    context.close()


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
