"""The component's own JavaScript, module by module, in the browser that will run it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.conftest import Watched
from timeline.dashboard.component import ASSETS

ANYWHERE = "http://127.0.0.1/"
DAY = 86_400_000


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Watched]:
    """An empty page beside which the modules lie: none of them needs the rest of the app."""

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ANYWHERE)
        if name:
            route.fulfill(path=ASSETS / name, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page = browser.new_page()
    page.route("**", serve)
    page.goto(ANYWHERE)
    yield Watched(page, ANYWHERE)
    page.close()


def run(watched: Watched, module: str, expression: str, *given: Any) -> Any:
    """The value of an expression over a module's exports, `m`, and what is given, `g`."""
    return watched.page.evaluate(
        """async ([address, expression, g]) => {
            const m = await import(new URL(address, document.baseURI).href);
            return new Function('m', 'g', `return ${expression}`)(m, g); }""",
        [f"./{module}.js", expression, list(given)],
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2031-03-05", "2031-03-05T00:00:00.000"),
        ("2031-03-05 12:30", "2031-03-05T12:30:00.000"),
        ("2031-03-05T12:30:15.25", "2031-03-05T12:30:15.250"),
        ("2031-03-05 07", "2031-03-05T07:00:00.000"),
        ("0476-09-04", "0476-09-04T00:00:00.000"),
    ],
)
def test_moments_are_read_without_a_zone(shared: Watched, text: str, iso: str) -> None:
    assert run(shared, "span", "m.write(m.read(g[0]))", text) == iso


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2031-03-05", "2031-03-09", "5 – 9 Mar 2031"),
        ("2031-03-05", "2031-03-05 20:00", "5 Mar 2031"),
        ("2031-03-28", "2031-04-02", "28 Mar – 2 Apr 2031"),
        ("2030-12-28", "2031-01-03", "28 Dec 2030 – 3 Jan 2031"),
        ("1971-01-01", "2023-01-01", "1971 – 2023"),
    ],
)
def test_windows_are_spelt_as_short_as_they_can_be(
    shared: Watched, start: str, end: str, said: str
) -> None:
    assert run(shared, "span", "m.spell(g.map(m.read))", start, end) == said


@pytest.mark.parametrize(
    ("bar", "edge", "window"),
    [
        ([40, 40], 40, [0, 100]),  # a dot in view
        ([90, 300], 90, [0, 100]),  # a bar whose edge is in view
        ([-50, 300], -50, [0, 100]),  # one that fills the window already
        ([400, 400], 400, [370, 470]),
        ([400, 430], 400, [370, 470]),  # fits: the whole of it
        ([400, 700], 400, [370, 470]),  # does not: the edge, with more of the bar than before it
        ([400, 700], 700, [630, 730]),  # a deadline has its edge at the end
    ],
)
def test_a_window_moves_no_more_than_it_must(
    shared: Watched, bar: list[int], edge: int, window: list[int]
) -> None:
    start, end = run(shared, "span", "m.reaching([0, 100], g[0], g[1])", bar, edge)
    assert end - start == 100
    if window == [0, 100]:
        assert start == 0
    else:
        assert start < edge < end
        assert max(bar[0], start) - start >= 20 or end - min(bar[1], end) >= 20
        if bar[1] - bar[0] <= 60:
            assert start < bar[0] <= bar[1] < end


def test_zooming_looks_at_the_selection_then_at_the_article(shared: Watched) -> None:
    assert run(shared, "span", "m.focus([0, 10], 7, [3])") == 7
    assert run(shared, "span", "m.focus([0, 10], null, [3])") == 3
    assert run(shared, "span", "m.focus([0, 10], null, [900])") == 5


@pytest.mark.parametrize(
    ("key", "at", "leads"),
    [
        ("ArrowRight", -1, 0),
        ("ArrowLeft", -1, 4),
        ("ArrowDown", 2, 3),
        ("ArrowUp", 0, 0),
        ("ArrowRight", 4, 4),
        ("Home", 3, 0),
        ("End", 1, 4),
        ("Tab", 1, None),
    ],
)
def test_keys_lead_through_a_list(shared: Watched, key: str, at: int, leads: int | None) -> None:
    assert run(shared, "keys", "m.destination(g[0], g[1], 5)", key, at) == leads
    assert run(shared, "keys", "m.destination(g[0], -1, 0)", key) is None


@pytest.mark.parametrize(
    ("part", "start", "to", "window"),
    [
        ("new", 10, 30, [10, 30]),
        ("new", 30, 10, [10, 30]),
        ("whole", 45, 65, [60, 80]),
        ("whole", 45, 900, [80, 100]),
        ("start", 40, 20, [20, 60]),
        ("end", 60, 90, [40, 90]),
    ],
)
def test_the_brush_makes_moves_and_stretches_a_window(
    shared: Watched, part: str, start: int, to: int, window: list[int]
) -> None:
    dragged = (
        "m.dragged(g[0], [40, 60].map((d) => d * g[3]), g[1] * g[3], g[2] * g[3], [0, 100 * g[3]])"
    )
    made = run(shared, "overview", dragged, part, start, to, DAY)
    assert [edge / DAY for edge in made] == window


def test_an_edge_cannot_be_dragged_past_the_other(shared: Watched) -> None:
    start, end = run(shared, "overview", f"m.dragged('start', [0, {DAY}], 0, {9 * DAY}, [0, 1])")
    assert 0 < end - start <= DAY


def test_bars_leave_out_what_is_empty(shared: Watched) -> None:
    assert run(shared, "overview", "m.bars([0, 4, 0, 1]).split('M').length - 1") == 2
    assert run(shared, "overview", "m.bars([0, 0])") == ""


def test_the_dark_edition_recolours_no_words(shared: Watched) -> None:
    part = {"marker": {"color": "#111111"}, "text": ["#111111"], "customdata": [["#111111"]]}
    turned = run(shared, "edition", "m.recoloured(g[0], {'#111111': '#EEEEEE'})", part)
    assert turned["marker"]["color"] == "#EEEEEE"
    assert turned["text"] == ["#111111"]
    assert turned["customdata"] == [["#111111"]]


def test_hover_text_that_was_sent_once_is_put_back(shared: Watched) -> None:
    figure = {
        "data": [
            {"name": "__reach", "customdata": [1, 1, 0]},
            {"name": "__events", "customdata": [["a", "A"], ["b", "B"]]},
            {"name": "__events", "xaxis": "x2", "customdata": [["c", "C"]]},
            {"name": "__reach", "xaxis": "x2", "customdata": [0]},
        ]
    }
    data = run(shared, "edition", "m.unfolded(g[0])", figure)["data"]
    assert [one[0] for one in data[0]["customdata"]] == ["b", "b", "a"]
    assert data[3]["customdata"] == [["c", "C"]]


def test_words_on_the_map_never_meet(shared: Watched) -> None:
    # a hundred words of fixed pseudo-random places and sizes
    settled = run(
        shared,
        "lettering",
        """(() => { let seed = 7; const any = (n) => (seed = (seed * 16807) % 2147483647) % n;
            const words = Array.from({ length: 100 }, () => ({ x: any(600), y: any(400),
                wide: 20 + any(90), high: 15, beside: any(2) * 12 }));
            const marks = words.slice(0, 9).map(({ x, y }) =>
                ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 }));
            const middles = m.settle(words, [...marks], 600, 400);
            return words.flatMap(({ wide, high }, i) => middles[i] ? [[...middles[i], wide, high]]
                : []).concat(marks.map((b) => [b.left + 9, b.top + 9, 18, 18])); })()""",
    )
    words, marks = settled[:-9], settled[-9:]
    assert len(words) > 15
    for at, (x, y, wide, high) in enumerate(words):
        assert wide / 2 <= x <= 600 - wide / 2
        for other in [*words[at + 1 :], *marks]:
            apart = abs(x - other[0]), abs(y - other[1])
            assert apart[0] >= (wide + other[2]) / 2 or apart[1] >= (high + other[3]) / 2


def test_a_rectangle_fits_its_map(shared: Watched) -> None:
    near, far = (
        run(shared, "world", "m.zoomFor(g[0], 700, 460)", view)
        for view in ([4, 45, 12, 50], [-120, -40, 150, 60])
    )
    assert near > far
