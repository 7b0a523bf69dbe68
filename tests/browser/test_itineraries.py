"""The page of itineraries in the browser: chosen, compared, explained, picked from, linked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Watched
from timeline.export.csv import read_csv

STAYS = 0  # the first figure of the page; the second is the map
PATIENCE = 60_000


@pytest.fixture(scope="module")
def ports(desk: Watched) -> Watched:
    """The page of itineraries of an article with two travellers."""
    return desk.open("?sample=ports-tour.txt&view=Itineraries")


def stop(watched: Watched, place: str) -> Locator:
    return watched.page.locator(".stops-list > li", has_text=re.compile(f"^\\d{place}"))


def take(watched: Watched, label: str, name: str) -> None:
    """Choose somebody in one of the two lists."""
    watched.page.get_by_label(label, exact=False).first.click()
    watched.page.get_by_role("option", name=name).click()
    watched.settle()


def test_a_reason_opens_by_keyboard_and_its_sentence_selects(ports: Watched) -> None:
    leaves = stop(ports, "Istanbul").locator("details.stops-why").nth(1)
    chain = leaves.locator(".stops-chain").first
    expect(chain).to_be_hidden()
    leaves.locator("summary").focus()
    ports.page.keyboard.press("Enter")
    expect(chain).to_be_visible()
    expect(chain).to_contain_text("lasts 4 days")
    chain.get_by_role("button", name="sentence 9").first.click()
    expect(ports.page.locator(".reader-facts")).to_be_visible(timeout=PATIENCE)
    expect(ports.page.locator(".reader blockquote")).to_contain_text("four-day visit")
    ports.settle()
    expect(chain).to_be_visible()  # what was opened stays open


def test_a_stay_selects_its_event(ports: Watched) -> None:
    box = ports.page.locator(".plot").nth(STAYS).bounding_box()
    assert box is not None
    event_id, x, y = ports.page.evaluate(
        """() => { const gd = document.querySelectorAll('.plot')[0];
            const t = gd._fullData.find((t) => t.name === '__events');
            const l = gd._fullLayout;
            const at = t.customdata.findIndex((d) => d[1].includes('Odesa'));
            return [t.customdata[at][0], l.xaxis._offset + l.xaxis.d2p(t.x[at]),
                l.yaxis._offset + l.yaxis.d2p(t.y[at])]; }"""
    )
    ports.page.mouse.click(box["x"] + x, box["y"] + y)
    heading = ports.page.get_by_role("heading", name=re.compile("silos"))
    expect(heading).to_be_visible(timeout=PATIENCE)
    ports.settle()
    expect(ports.page).to_have_url(re.compile(f"event={event_id}"), timeout=PATIENCE)
    expect(stop(ports, "Odesa").locator(".reader-selected")).to_have_count(1)


def test_the_route_is_on_the_map(ports: Watched) -> None:
    numbers = ports.page.evaluate(
        """() => document.querySelectorAll('.plot')[1]._fullLayout.map._subplot.map
            .queryRenderedFeatures({layers: ['way-ahead', 'way']}).length"""
    )
    assert numbers >= 2
    ports.page.get_by_role("button", name="Next stop").click()
    expect(ports.page.locator(".journey-said")).to_have_text(re.compile("^1 of 5: Odesa"))
    ports.settle()


def test_two_are_compared_and_a_copied_address_shows_the_same(
    ports: Watched, watched: Watched
) -> None:
    take(ports, "Compare with", "Helena Brandt")
    shared = ports.page.get_by_role("region", name="Daniel Okafor and Helena Brandt")
    expect(shared.get_by_role("rowheader", name="Hamburg, Germany")).to_be_visible(timeout=PATIENCE)
    expect(ports.page.locator(".stops-list > li")).to_have_count(11)
    expect(ports.page).to_have_url(re.compile("with=Helena"), timeout=PATIENCE)
    copy = watched.page
    copy.goto(ports.page.url)
    expect(copy.locator(".stops-list > li")).to_have_count(11, timeout=120_000)
    expect(copy.get_by_role("rowheader", name="Hamburg, Germany")).to_be_visible()


def test_the_csv_has_the_stops_of_one(ports: Watched) -> None:
    with ports.page.expect_download() as download:
        ports.page.get_by_role("button", name="Itinerary as CSV").first.click()
    table = read_csv(Path(download.value.path()))
    assert set(table["person"]) == {"Daniel Okafor"}
    assert len(table) == 6


def test_the_line_of_the_first_page_leads_here_and_back(watched: Watched) -> None:
    watched.open("?sample=ports-tour.txt")
    reasons = watched.page.locator(".journeys-one").first.locator(".stops-reasons")
    expect(reasons).to_be_hidden()
    watched.page.get_by_text("Why these days").first.click()
    expect(reasons).to_be_visible()
    watched.page.get_by_role("button", name="Itinerary of Helena Brandt").click()
    expect(watched.page.locator(".stops-list > li")).to_have_count(5, timeout=PATIENCE)
    expect(watched.page).to_have_url(re.compile("view=Itineraries.*traveller=Helena"))
    watched.settle()
    watched.page.get_by_role("radio", name="Timeline").click()
    expect(watched.page.locator(".overview-bar")).to_be_visible(timeout=PATIENCE)
    watched.settle()


def test_a_phone_needs_no_sideways_scroll(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    watched.open("?sample=ports-tour.txt&view=Itineraries&with=Helena+Brandt")
    overflow = watched.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
    # its labels are placed for the width that the figure really has
    watched.page.wait_for_function(
        """() => { const gd = document.querySelectorAll('.plot')[0];
            return Math.abs(gd._fullLayout.width - gd.layout.meta.width) < 25; }""",
        timeout=PATIENCE,
    )
