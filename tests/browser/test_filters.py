"""Filters, chips and links in a browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watched, choose, paste, pick

WAIT = 90_000  # milliseconds, for a busy machine


def chip(watched: Watched, text: str) -> None:
    watched.page.locator(".reader-chips button", has_text=text).click()


def test_counts_follow_other_filters_and_choices_are_kept(watched: Watched) -> None:
    watched.open()
    whole = watched.marks(0)
    choose(watched, "Country", "Japan")
    japan = watched.wait_for_marks(0, whole)
    choose(watched, "Country", "South Korea")
    both = watched.wait_for_marks(0, japan)
    assert set(japan) < set(both)
    choose(watched, "Person", "Donald Trump")
    watched.wait_for_marks(0, both)
    chips = watched.page.locator(".reader-chips button")
    expect(chips).to_have_text(
        ["Country: Japan", "Country: South Korea", "Person: Donald Trump", "Clear all"]
    )
    # An option says how many events it would leave, and the chosen ones say so again.
    chosen = watched.page.get_by_label("Country", exact=True).first
    chosen.click()
    options = watched.page.get_by_role("option")
    expect(options.filter(has_text=re.compile(r"\(\d+\)$")).first).to_be_visible()
    watched.page.keyboard.press("Escape")
    now = watched.marks(0)
    chip(watched, "South Korea")
    left = watched.wait_for_marks(0, now)
    assert set(left) < set(now)
    chip(watched, "Clear all")
    watched.until_marks(0, whole)
    expect(chips).to_have_count(0)


def map_at(watched: Watched) -> list[float]:
    """Where a page's map stands: longitude, latitude, zoom."""
    found: list[float] = watched.page.evaluate(
        """() => { const map = document.querySelectorAll('.plot')[1]._fullLayout.map._subplot.map;
            return [map.getCenter().lng, map.getCenter().lat, map.getZoom()]; }"""
    )
    return found


def test_a_copied_link_shows_the_same_view(watched: Watched, desk: Watched) -> None:
    watched.open()
    page = watched.page
    whole = watched.marks(0)
    choose(watched, "Country", "Japan")
    watched.wait_for_marks(0, whole)
    page.get_by_text("Country", exact=True).last.click()  # the lanes
    page.evaluate(
        """() => window.Plotly.relayout(document.querySelectorAll('.plot')[0],
            {'xaxis.range': ['2025-10-19', '2025-11-02']})"""
    )
    page.wait_for_url(re.compile("zoom=2025-10-19"), timeout=WAIT)
    assert "map=" not in page.url
    watched.settle()
    box = page.locator(".plot").nth(1).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 40, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 100, box["y"] + 230, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile("map="), timeout=WAIT)
    page.locator(".reader-event").first.click()
    page.wait_for_url(re.compile("event="), timeout=WAIT)
    watched.settle()
    marks = watched.marks(0)
    heading = page.locator(".reader-heading").first.inner_text()
    other = desk.open(page.url.removeprefix(watched.address))
    other.until_marks(0, marks)
    shown = other.page.evaluate(
        "() => document.querySelectorAll('.plot')[0]._fullLayout.xaxis.range"
    )
    assert [str(edge)[:10] for edge in shown] == ["2025-10-19", "2025-11-02"]
    assert map_at(other) == pytest.approx(map_at(watched), abs=0.02)
    expect(other.page.locator(".reader-chips button")).to_have_text(["Country: Japan"])
    expect(other.page.get_by_text(heading).first).to_be_visible()
    expect(other.page.locator(".reader-selected").first).to_be_visible()


def test_what_leaves_nothing_says_which_filter_it_is(watched: Watched) -> None:
    watched.open()
    watched.page.get_by_label("Search", exact=True).fill("zeppelin")
    watched.page.keyboard.press("Enter")
    expect(watched.page.get_by_text("“Search” takes the most away")).to_be_visible(timeout=WAIT)
    watched.page.get_by_role("button", name="Clear Search").click()
    expect(watched.page.locator(".plot").first).to_be_visible(timeout=WAIT)


NASTY = (
    "<img src=x onerror=alert(1)> **Ada Moss** met [the crew](javascript:alert(2)) in Bergen on "
    "Monday. $x^2$ Ada Moss will meet <b>Per :red[Lie]</b> in Oslo on Friday. "
    "\u202eشركة الشحن\u202c signed with Ada Moss in Oslo on Sunday. The captain said that "
    "the ship would leave the harbour before the end of the week, and that they had been paid. "
    + "Bergen" * 1_700
    + "."
)


def test_article_text_is_text_in_forms_chips_and_lists(watched: Watched) -> None:
    watched.open()
    page = watched.page
    paste(watched, NASTY, "2024-06-05")
    pick(watched, "leave the harbour")
    page.get_by_role("button", name="Edit").click()
    title = "**x** $y^2$ <b>z</b> [l](javascript:1) :red[w] `c`"
    page.get_by_label("Headline").fill(title)
    people = page.get_by_label("People", exact=True)
    people.fill(title)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")  # an open list hides the rest of the page from readers
    watched.settle()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".reader-heading").first).to_have_text(title, timeout=WAIT)
    watched.settle()
    choose(watched, "Person", title)
    expect(page.locator(".reader-chips button").first).to_have_text(
        f"Person: {title}", timeout=WAIT
    )
    page.get_by_role("button", name=re.compile("Corrections")).click()
    expect(page.get_by_role("button", name="Take back")).to_be_visible(timeout=WAIT)
    watched.settle()
    found = page.evaluate(
        """() => [document.querySelectorAll('[data-testid=stApp] b, [data-testid=stApp] img, '
            + '.katex, a[href^=javascript]').length, document.documentElement.scrollWidth
            - document.documentElement.clientWidth]"""
    )
    assert found == [0, 0]
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("button", name=re.compile("Redo: "))).to_be_visible(timeout=WAIT)
