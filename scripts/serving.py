"""The dashboard on a free port of this machine, and a headless browser that reaches nothing else.

Shared by the browser's tests, the bench and the pictures of the documentation.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

ROOT = Path(__file__).resolve().parents[1]
OFFLINE = (
    "--no-sandbox",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
SOFTWARE_WEBGL = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
# Without a graphics card, the page is put together faster by the processor than by an imitation of
# a card; Debian's Chromium asks for the imitation. Maps are drawn by WebGL all the same.
NO_CARD = ("--disable-gpu-compositing",)
_PATIENCE = 60.0  # seconds for the server to start


def chromium() -> str | None:
    """The browser to drive: the one that is named, Debian's, or None for Playwright's own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or None


@contextmanager
def served(files: Sequence[Path] = (), env: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve the dashboard.

    Args:
        files: articles or a table of events to open; without any, the sample.
        env: more variables of its environment.

    Yields:
        Its address, once it answers.

    Raises:
        RuntimeError: if it ends by itself or does not answer in time.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    flags = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    command = [sys.executable, "-m", "streamlit", "run", "timeline_app.py", *flags, "--"]
    server = subprocess.Popen(
        [*command, *map(str, files)],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    pause = Event()
    step = 0.1
    for _ in range(int(_PATIENCE / step)):
        if server.poll() is not None:
            raise RuntimeError("the dashboard ended by itself")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            pause.wait(step)
    raise RuntimeError("the dashboard did not start")
