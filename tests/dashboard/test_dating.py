"""The dates of open articles: which are asked about, and how they are changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

BODY = "Lena Brandt opened the lock at Emden on Monday. She left for Bremen on Tuesday."
WIRE = f"EMDEN, Oct. 25, 2024 (Agency) — {BODY}"
LINE = f"Two locks opened\n\n3 June 2024\n\n{BODY}"
QUESTION = "“Today” is Friday 25 Oct 2024, from the dateline “Oct. 25, 2024”."


def keys(page: Any) -> set[str]:
    return {button.key for button in page.app.button}


def press(page: Any, key: str) -> Any:
    page.app.button(key=key).click()
    return page.run()


def test_a_date_that_may_be_wrong_is_asked_about_until_it_is_confirmed(page: Any) -> None:
    assert "confirm-asked" not in keys(page)  # nobody has to confirm a sample's
    page.paste(WIRE)
    assert QUESTION in page.texts()
    press(page, "confirm-asked")
    assert page.articles[0].date_source == "given"
    assert "confirm-asked" not in keys(page)
    assert QUESTION not in page.texts()


@pytest.mark.parametrize("text", [f"date 2024-06-03 {BODY}", f"Published: 3 June 2024\n\n{BODY}"])
def test_a_date_that_the_text_calls_its_own_is_not_asked_about(page: Any, text: str) -> None:
    page.paste(text)
    assert page.articles[0].date == date(2024, 6, 3)
    assert "confirm-asked" not in keys(page)


def test_a_date_is_changed_where_it_is_asked_about(page: Any) -> None:
    page.paste(WIRE)
    press(page, "change-asked")
    (field,) = (one for one in page.app.text_input if (one.key or "").startswith("change-"))
    assert field.value == "2024-10-25"
    use = next(one for one in page.app.button if one.label == "Use this date")
    field.set_value("05/06/2024")
    use.click()
    page.run()
    assert "can be read in two ways" in page.texts()
    assert page.articles[0].date == date(2024, 10, 25)
    (field,) = (one for one in page.app.text_input if (one.key or "").startswith("change-"))
    field.set_value("26 October 2024")
    next(one for one in page.app.button if one.label == "Use this date").click()
    page.run()
    assert (page.articles[0].date, page.articles[0].date_source) == (date(2024, 10, 26), "given")
    assert "two ways" not in page.texts()
    assert "confirm-asked" not in keys(page)


def test_many_dates_are_asked_about_in_one_line_that_opens_their_panel(page: Any) -> None:
    page.paste(WIRE)
    page.paste(LINE)
    page.paste(f"Published: 3 June 2024\n\n{BODY} It rained.")
    assert "2 dates are found in the texts" in page.texts()
    press(page, "look-at-dates")
    assert page.app.session_state["dates"] is True
    press(page, f"confirm-{page.articles[0].id}")
    assert "1 date is found in the texts" in page.texts()


@pytest.mark.parametrize("words", ["2024-10-26", "26 October 2024", "Oct 26, 2024"])
def test_a_typed_date_is_taken(page: Any, words: str) -> None:
    page.paste(WIRE)
    page.app.text_input(key=f"day-{page.articles[0].id}").set_value(words)
    page.run()
    assert page.articles[0].date == date(2024, 10, 26)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("05/06/2024", "can be read in two ways"),
        ("31 February 2024", "no such day"),
        ("next week", "is not a date with day, month and year"),
        ("", "is not a date with day, month and year"),
    ],
)
def test_what_is_no_date_is_told_beside_its_field(page: Any, words: str, said: str) -> None:
    page.paste(WIRE)
    before = page.articles
    page.app.text_input(key=f"day-{before[0].id}").set_value(words)
    page.run()
    assert said in page.texts()
    assert page.articles == before
    assert page.app.session_state["notice"] is None
