"""How quick the dashboard is in a browser, on invented events: 1,000 and 100,000 of them.

Each size is written as a CSV, the app is started on it, and headless Chromium, which reaches
nothing but the app, measures what a reader would feel. "redrawn" is from the choice of a filter to
the moment at which both figures show it; "server" is the script's own part of that, run without
a browser; "highlight" is from the choice of an event to its ring on timeline and map; "idle" is
what a run that changes nothing sends. The server is warm; loads are told until the timeline is
drawn and until the map is, too. Without a graphics card, Chromium is told to put the page
together itself instead of imitating one; the map's WebGL is imitated all the same.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pandas as pd
from playwright.sync_api import Page, sync_playwright

from scripts.serving import NO_CARD, OFFLINE, SOFTWARE_WEBGL, chromium, served
from timeline.export.csv import csv_bytes
from timeline.export.frame import EVENT_COLUMNS, as_frame

_SIZES = (1_000, 100_000)
_RUNS = 5
_COUNTRIES = ("PT", "NO", "KE", "PE", "FJ", "LV", "OM", "UY", "MN", "IS")
_SYLLABLES = ("ka", "lo", "mi", "ren", "tas", "vu", "or", "bel", "ni", "dra")
_STATUSES = ("happened", "happened", "happened", "planned", "expected", "ongoing", "denied")
_READY = """() => document.querySelectorAll('.plot[data-ready]').length === 2
    && document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"""


def invented(count: int) -> pd.DataFrame:
    """So many events of invented people in invented places, a tenth of them without a date."""
    chance = random.Random(count)

    def name() -> str:
        return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()

    people = [f"{name()} {name()}" for _ in range(max(20, count // 200))]
    places = [
        (name(), chance.choice(_COUNTRIES), chance.uniform(-50, 65), chance.uniform(-170, 175))
        for _ in range(max(40, count // 50))
    ]
    whole = date(2015, 1, 1)
    rows = []
    for number in range(count):
        start = whole + timedelta(days=int(3900 * chance.betavariate(4, 1.6)))
        end = start + timedelta(days=chance.choice((0, 0, 0, 0, 4, 30)))
        dated = chance.random() > 0.1
        place, country, latitude, longitude = places[int(len(places) * chance.random() ** 2)]
        person = people[int(len(people) * chance.random() ** 3)]
        title = f"{person} opens a bridge in {place}"
        first, last = (start, end) if dated else (None, None)
        edtf = "" if not dated else str(start) if start == end else f"[{start}..{end}]"
        rows.append(
            {
                "event_id": f"{number:012x}",
                "title": title,
                "trigger": "opens",
                "sort_time": f"{start} 00:00:00" if dated else "",
                "start": first,
                "end": last,
                "edtf": edtf,
                "precision": "day",
                "qualifier": "exact",
                "when_text": "",
                "anchor_date": "",
                "rule": "given" if dated else "undated",
                "status": chance.choice(_STATUSES),
                "people": (person,),
                "organisations": (f"{name()} Works",) if chance.random() < 0.3 else (),
                "countries": (country,),
                "place": place,
                "latitude": round(latitude, 4),
                "longitude": round(longitude, 4),
                "place_precision": "city",
                "article_id": f"a{number // 10:07x}",
                "article_title": f"Report {number // 10}",
                "article_date": str(whole + timedelta(days=3900)),
                "source_url": "",
                "quote": f"{title}.",
                "quote_start": 0,
                "quote_end": len(title) + 1,
                "confidence": 0.8,
                "edited": (),
                "review": "",
                "words": (f"{start}" if start == end else f"{start} to {end}") if dated else "",
            }
        )
    return as_frame(rows, {**EVENT_COLUMNS, "words": "text"})


class _Session:
    """An open page, and the bytes that the server has sent it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.received = 0
        page.on("websocket", lambda socket: socket.on("framereceived", self._count))
        self.first = self._load(lambda: page.goto(address))

    def _load(self, go: Callable[[], object]) -> tuple[float, float]:
        """Milliseconds until the timeline is drawn, and until the map is, too."""
        start = perf_counter()
        go()
        self.page.locator(".plot[data-ready]").first.wait_for(timeout=300_000)
        timeline = 1000 * (perf_counter() - start)
        self.page.wait_for_function(_READY, timeout=300_000)
        return timeline, 1000 * (perf_counter() - start)

    def reload(self) -> tuple[float, float]:
        """The same for a browser that has the page's scripts."""
        return self._load(self.page.reload)

    def _count(self, payload: Any) -> None:
        self.received += len(payload)

    def settle(self) -> None:
        self.page.wait_for_function(_READY, timeout=120_000)
        self.page.wait_for_timeout(600)

    def filter(self, option: str) -> float:
        """Milliseconds from the choice of a status to both figures redrawn."""
        page = self.page
        box = page.get_by_label("Status", exact=True).first
        box.click()
        choice = page.get_by_role("option").filter(has_text=option).first
        choice.wait_for()
        drawn = """() => Array.from(document.querySelectorAll('.plot'), (p) => p.dataset.drawn)"""
        before = page.evaluate(drawn)
        start = perf_counter()
        choice.click()
        page.wait_for_function(
            """(before) => Array.from(document.querySelectorAll('.plot'))
                .every((p, i) => p.dataset.drawn !== before[i])""",
            arg=before,
            timeout=120_000,
            polling=5,
        )
        took = 1000 * (perf_counter() - start)
        page.keyboard.press("Escape")
        self.settle()
        return took

    def clear(self) -> None:
        self.page.get_by_role("button", name="Clear filters").first.click()
        self.settle()

    def idle(self) -> int:
        """Bytes that a run sends which changes nothing: the page asks for the one it has."""
        before = self.received
        self.page.keyboard.press("r")
        self.settle()
        return self.received - before

    def highlight(self, turn: int) -> float:
        """Milliseconds in the browser from the pick of another event to its ring everywhere."""
        took: float = self.page.evaluate(
            """async (turn) => { const [timeline, map] = document.querySelectorAll('.plot');
                const data = (plot) => plot._fullData.filter((t) => t.name === '__events')
                    .flatMap((t) => Array.from(t.customdata ?? []));
                const [low, high] = timeline._fullLayout.xaxis.range;
                const own = new Set(timeline._fullData.filter((t) => t.name === '__events')
                    .flatMap((t) => Array.from(t.customdata ?? [])
                        .filter((d, i) => low < t.x[i] && t.x[i] < high)).map((d) => d[0]));
                // one event a place, or else its ring on the map would stay where it is
                const each = data(map).map((d) => d[5].find((id) => !own.size || own.has(id)));
                const id = each.filter(Boolean)[turn];
                const rings = document.querySelectorAll('.ring');
                const place = (plot) => rings[plot === map ? 1 : 0].style.cssText;
                const before = [place(timeline), place(map)];
                const ringed = (plot, n) => place(plot) !== before[n];
                const start = performance.now();
                window.dispatchEvent(new CustomEvent('news-timeline:select', {detail: id}));
                while (!ringed(map, 1) || (own.size && !ringed(timeline, 0))) {
                    if (performance.now() - start > 20000) break;
                    await new Promise((done) => setTimeout(done, 1));
                }
                return performance.now() - start; }""",
            turn,
        )
        return took


def _server_part(table: Path) -> float:
    """Milliseconds that the page's script takes for a filter, without browser and network."""
    from streamlit.testing.v1 import AppTest

    script = (
        "from pathlib import Path\nfrom timeline.dashboard.page import show\n"
        f"show([Path({str(table)!r})])\n"
    )
    app = AppTest.from_string(script, default_timeout=600).run()
    times = []
    for status in ("happened", "planned", "expected", "ongoing", "denied"):
        app.multiselect(key="filter-statuses").set_value([status])
        start = perf_counter()
        app.run()
        times.append(1000 * (perf_counter() - start))
        assert not app.exception
    return median(times)


def _measure(count: int, folder: Path, browser: Any) -> list[str]:
    table = folder / f"{count}.csv"
    table.write_bytes(csv_bytes(invented(count)))
    server = _server_part(table)
    with served([table]) as address:
        _Session(browser.new_page(), address).page.close()  # warms the server
        session = _Session(browser.new_page(viewport={"width": 1440, "height": 2000}), address)
        session.settle()
        again = session.reload()
        session.settle()
        idle = session.idle()
        highlight = median(session.highlight(turn) for turn in range(_RUNS))
        redrawn = []
        for option in ("planned", "expected", "denied"):
            redrawn.append(session.filter(option.capitalize()))
            session.clear()
        session.page.close()
    loads = [f"{timeline:,.0f} / {both:,.0f} ms" for timeline, both in (session.first, again)]
    values = [f"{value:,.0f} ms" for value in (median(redrawn), server, highlight)]
    return [f"{count:,}", *loads, *values, f"{idle:,} B"]


def run(_data: Path | None, _out: Path | None, events: int = 0) -> None:
    """Print one line for each size; `events` asks for one size alone."""
    print(
        "events | new browser: timeline / both | reload: timeline / both | to redrawn"
        " | server part | highlight | idle run sends"
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        flags = [*OFFLINE, *SOFTWARE_WEBGL, *NO_CARD]
        browser = driver.chromium.launch(executable_path=chromium(), args=flags)
        for count in (events,) if events else _SIZES:
            print(" | ".join(_measure(count, Path(folder), browser)), flush=True)
        browser.close()
