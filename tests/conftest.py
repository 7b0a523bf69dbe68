"""What several rooms' tests share: a loaded parser, and short articles read in one call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import timeline
from timeline.language import Document, Parser
from timeline.pipeline import Timeline

# How long an example takes is the machine's affair; the bench measures time.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

BROWSER = "tests/browser/"

# a Saturday
ANCHOR = date(2025, 10, 25)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """One worker has all the browser's tests; the others take what else there is, file by file.

    The browser's tests share a server, a browser and its tabs, and keep a processor busy.
    """
    from xdist.scheduler import LoadFileScheduling  # only there when there are workers

    class BrowserApart(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return BROWSER if nodeid.startswith(BROWSER) else super()._split_scope(nodeid)

    config.option.loadscopereorder = False  # the browser's tests come first: they take longest
    return BrowserApart(config, log)


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Document]:
    """Parse a text with the language model, which is loaded once."""
    return Parser.load().parse


@pytest.fixture(scope="session")
def read() -> Callable[..., Timeline]:
    """Extract the timeline of a short text; its article is of Saturday 25 October 2025."""

    def extract(text: str, on: date = ANCHOR) -> Timeline:
        return timeline.extract(text, date=on)

    return extract
