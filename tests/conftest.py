"""What several rooms' tests share: a loaded parser, and short articles read in one call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import settings

import timeline
from timeline.language import Document, Parser
from timeline.pipeline import Timeline

# How long an example takes is the machine's affair; the bench measures time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# a Saturday
ANCHOR = date(2025, 10, 25)


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
