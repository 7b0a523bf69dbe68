"""The page to hand on: what it holds, and that article text stays text in it."""

from __future__ import annotations

import base64
import gzip
import json
import re
from datetime import datetime

import pytest

from timeline.dashboard import handout
from timeline.dashboard.extraction import Story, story_of
from timeline.reading import read_text
from timeline.views.sheet import Options
from timeline.views.window import fit

HOSTILE = (
    "<script>alert(1)</script>\n\n<b>Ada Moss</b> met <img src=x onerror=alert(1)> Bo Lind in Oslo"
    " on Monday. <!-- plotly --> She flies to Paris on Friday."
)


@pytest.fixture(scope="module")
def story() -> Story:
    return story_of(
        [read_text(HOSTILE, date="2025-10-25", source_url="https://example.org/?a=1&b")]
    )


@pytest.fixture(scope="module")
def page(story: Story) -> str:
    view = Options(window=fit(story.events, datetime(2025, 10, 25)))
    return handout.page(story, story.events, story.stops, view).decode("utf-8")


def carried(page: str, name: str) -> str:
    """What one of the page's compressed parts holds."""
    found = re.search(f'id="{name}">([^<]*)<', page)
    assert found
    return gzip.decompress(base64.b64decode(found[1])).decode("utf-8")


def test_it_holds_all_that_it_needs(page: str) -> None:
    assert "<!-- " not in page
    assert "Plotly" in carried(page, "plotly")
    assert {"land", "labels"} == set(json.loads(carried(page, "outlines")))
    assert "export default" in carried(page, "modules")
    # the only address in it is the article's own
    assert set(re.findall(r'(?:src|href)="?\'?(https?:[^"\'> ]+)', page)) == {
        "https://example.org/?a=1&amp;b"
    }


def test_its_policy_forbids_to_fetch(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none';")
    assert not re.search(r"https?:|\*", policy[1])


def test_article_text_stays_text(page: str, story: Story) -> None:
    assert len(story.events) >= 2
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_the_same_events_make_the_same_file(story: Story, page: str) -> None:
    view = Options(window=fit(story.events, datetime(2025, 10, 25)))
    assert handout.page(story, story.events, story.stops, view).decode("utf-8") == page


def test_a_crowd_of_events_is_not_offered_as_a_page(story: Story) -> None:
    assert handout.can_hold(story.events)
    assert not handout.can_hold(story.events.iloc[:0])
    assert not handout.can_hold(story.events.iloc[[0] * 2000])
