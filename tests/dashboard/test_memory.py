"""What was open is found again by its address, as long as the server lives, and no longer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from timeline.dashboard import memory
from timeline.dashboard.memory import Memory, new_name
from timeline.model import Article

TEXT = (
    "Published: 5 June 2024\n\nLena Brandt opened the lock at Emden on Monday. "
    "Jonas Weber met the mayor in Bremen on Tuesday."
)


def article(name: str, characters: int = 10) -> Article:
    return Article(name, "x" * characters, date(2024, 6, 5))


def reloaded(page: Any, new_page: Callable[[], Any]) -> Any:
    """The page as it opens under the address that another has now."""
    other = new_page()
    for name, values in page.app.query_params.items():
        other.app.query_params[name] = values
    return other.run()


def lose_everything() -> None:
    """What the end of the server does."""
    memory.of_server.clear()


def test_a_reload_keeps_articles_dates_and_filters(page: Any, new_page: Callable[[], Any]) -> None:
    page.paste(TEXT)
    page.paste("Ada Moss flew to Rome on Sunday.", "2024-06-04")
    page.choose("people", "Lena Brandt")
    again = reloaded(page, new_page)
    assert again.articles == page.articles
    assert again.titles() == page.titles()
    assert len(again.titles()) == 1
    assert again.app.session_state["notice"] is None
    assert again.app.query_params["text"] == page.app.query_params["text"]


def test_a_link_goes_on_showing_what_it_was_copied_from(
    page: Any, new_page: Callable[[], Any]
) -> None:
    page.paste(TEXT)
    copied = reloaded(page, new_page)
    page.app.text_input(key=f"day-{page.articles[0].id}").set_value("2024-06-12")
    page.run()
    assert page.app.query_params["text"] != copied.app.query_params["text"]
    assert reloaded(copied, new_page).articles == copied.articles


def test_a_link_whose_text_is_gone_says_so_and_waits_for_it(
    page: Any, new_page: Callable[[], Any]
) -> None:
    page.paste(TEXT)
    page.choose("people", "Lena Brandt")
    lose_everything()
    again = reloaded(page, new_page)
    assert "belongs to a text that is not on this page" in again.texts()
    assert len(again.titles()) > 10  # the sample, unfiltered
    assert again.app.query_params["person"] == page.app.query_params["person"]
    again.paste(TEXT)
    assert "belongs to a text" not in again.texts()
    assert again.titles() == page.titles()


def test_a_link_whose_text_is_gone_can_be_given_up(page: Any, new_page: Callable[[], Any]) -> None:
    page.paste(TEXT)
    page.choose("people", "Lena Brandt")
    lose_everything()
    again = reloaded(page, new_page)
    again.app.button(key="dismiss").click()
    again.run()
    assert "person" not in again.app.query_params
    assert "text" not in again.app.query_params
    assert again.app.query_params["sample"]
    again.paste(TEXT)
    assert len(again.titles()) == 2


def test_no_name_is_needed_for_what_a_link_carries_anyway(page: Any) -> None:
    assert "text" not in page.app.query_params
    page.paste(TEXT)
    assert "text" in page.app.query_params
    page.app.button(key="sample-ports-tour.txt").click()
    page.run()
    assert "text" not in page.app.query_params


def test_names_are_long_and_never_the_same() -> None:
    names = {new_name() for _ in range(100)}
    assert len(names) == 100
    assert min(map(len, names)) >= 20


def test_the_least_recently_used_is_forgotten_first() -> None:
    kept = Memory(most=2)
    kept.keep("a", [article("a")])
    kept.keep("b", [article("b")])
    kept.keep("a", [article("a")])
    kept.keep("c", [article("c")])
    assert [bool(kept.recall(name)) for name in "abc"] == [True, False, True]


def test_long_texts_are_forgotten_sooner_but_never_the_newest() -> None:
    kept = Memory(most_characters=100)
    kept.keep("a", [article("a", 60)])
    kept.keep("b", [article("b", 60)])
    assert [bool(kept.recall(name)) for name in "ab"] == [False, True]
    kept.keep("c", [article("c", 1_000)])
    assert [bool(kept.recall(name)) for name in "bc"] == [False, True]
