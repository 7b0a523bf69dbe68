"""Draw the pictures of the documentation: the dashboard in light, in dark, and on a phone.

Starts the dashboard, opens it in headless Chromium without a network, selects an event and saves
what there is to see into docs/images/. The browser is $CHROMIUM, or Debian's, or Playwright's own.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from threading import Event

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PICTURES = (
    ("dashboard-light", 1440, 1000, "light", False),
    ("dashboard-dark", 1440, 1000, "dark", False),
    ("dashboard-page", 1440, 900, "light", True),
    ("dashboard-phone", 390, 844, "light", True),
)
# An event whose mark shows much: its sentence, its words of time, and a place on the map.
SENTENCE = "arrives in Southeast Asia"


def main() -> None:
    """Start a server, take every picture, stop the server."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "timeline_app.py"]
    server = subprocess.Popen(
        [*command, f"--server.port={port}", "--server.headless=true"], cwd=ROOT
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        with sync_playwright() as driver:
            chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or None
            browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
            for picture in PICTURES:
                _take(browser, f"http://127.0.0.1:{port}/", *picture)
            browser.close()
    finally:
        server.terminate()
        server.wait()


def _wait_for(url: str) -> None:
    pause = Event()
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            pause.wait(0.1)
    raise TimeoutError(url)


def _take(
    browser: Browser, url: str, name: str, width: int, height: int, scheme: str, whole: bool
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=1.5 if not whole else 1,
    )
    page = context.new_page()
    page.goto(url)
    ready = "document.querySelectorAll('.plot[data-ready]').length === 2"
    page.wait_for_function(ready, timeout=120_000)
    page.locator(".reader-event", has_text=SENTENCE).first.dispatch_event("click")
    page.wait_for_selector(".reader-quote", timeout=60_000)
    if whole:
        tall = page.evaluate("document.querySelector('.stMainBlockContainer').scrollHeight + 24")
        page.set_viewport_size({"width": width, "height": int(tall)})
    idle = "document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    page.wait_for_function(idle, timeout=60_000)
    page.wait_for_function(
        """() => Array.from(document.querySelectorAll('.plot')).every((plot) => {
            const map = plot._fullLayout?.map?._subplot?.map;
            return !map || (map.loaded() && map.areTilesLoaded());
        })""",
        timeout=60_000,
    )
    page.screenshot(path=IMAGES / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main()
