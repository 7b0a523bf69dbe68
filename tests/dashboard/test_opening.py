"""Opening articles: what was read leaves the form, what was refused stays with what it lacks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from timeline.dashboard import sources

FERRY = (
    "Ferry strike widens\n\n"
    "Published: 3 June 2024\n\n"
    "Ferry crews in Greece walked out on Sunday. The union's leader, Maria Pappas, will meet "
    "officials in Athens on Wednesday."
)
UNDATED = "Lena Brandt opened the lock at Emden on Monday. She left for Bremen on Tuesday."
WIRE = f"NAIROBI, Oct 20 (Agency) — {UNDATED}"


class Clock(date):
    """A machine on which it is 1 March 2026."""

    @classmethod
    def today(cls) -> Clock:
        return cls(2026, 3, 1)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "Date", Clock)


def drop(page: Any, *files: tuple[str, bytes]) -> Any:
    """Drop files, and press Read."""
    page.app.get("file_uploader")[0].set_value([(*file, "text/plain") for file in files])
    return press(page, "Read")


def press(page: Any, label: str) -> Any:
    next(button for button in page.app.button if button.label == label).click()
    return page.run()


def labels(page: Any) -> list[str]:
    return [button.label for button in page.app.button]


def warnings(page: Any) -> list[str]:
    return [
        block["text"]
        for data in page.components()
        for block in data.get("blocks", ())
        if block["kind"] == "warning"
    ]


def test_the_form_is_empty_after_an_article_was_read(page: Any) -> None:
    before = [page.field(label).key for label in ("Paste an article", "Date of publication")]
    page.paste(UNDATED, "2024-06-04")
    after = [page.field(label) for label in ("Paste an article", "Date of publication")]
    assert [field.value for field in after] == ["", ""]
    # Other widgets: the browser keeps by its key what was typed into one.
    assert not {field.key for field in after} & set(before)
    page.paste(FERRY)
    assert [article.date for article in page.articles] == [date(2024, 6, 4), date(2024, 6, 3)]
    assert page.articles[1].date_source == "published line"


def test_a_date_that_cannot_be_used_is_refused_before_anything_is_read(page: Any) -> None:
    before = page.articles
    page.paste(FERRY, "05/06/2024")
    assert "can be read in two ways" in warnings(page)[0]
    assert page.articles == before
    assert page.field("Paste an article").value == FERRY
    press(page, "5 Jun 2024")
    assert [article.date for article in page.articles] == [date(2024, 6, 5)]
    assert warnings(page) == []
    assert page.field("Paste an article").value == ""


def test_a_given_date_that_the_text_contradicts_is_taken_and_told(page: Any) -> None:
    page.paste(FERRY, "2024-05-20")
    assert page.articles[0].date == date(2024, 5, 20)
    assert "The text itself says 3 Jun 2024; you gave 20 May 2024." in page.texts()
    page.app.button(key="dismiss").click()
    page.run()
    page.app.text_input(key=f"day-{page.articles[0].id}").set_value("3 June 2024")
    page.run()
    assert page.app.session_state["notice"] is None


def test_a_day_without_a_year_is_asked_for_its_year(page: Any) -> None:
    before = page.articles
    page.paste(WIRE)
    assert page.articles == before
    assert "nothing near it says of which year" in warnings(page)[0]
    assert page.field("Date of publication").value == "Oct 20 "
    assert [label for label in labels(page) if "Oct 20" in label] == [
        "20 Oct 2025",
        "20 Oct 2024",
        "20 Oct 2023",
    ]
    press(page, "20 Oct 2024")
    assert [(a.date, a.date_source) for a in page.articles] == [(date(2024, 10, 20), "given")]
    assert [page.field(n).value for n in ("Paste an article", "Date of publication")] == ["", ""]


def test_the_year_can_be_written_behind_the_day(page: Any) -> None:
    page.paste(WIRE)
    page.field("Date of publication").set_value("Oct 20 2019")
    press(page, "Read")
    assert [article.date for article in page.articles] == [date(2019, 10, 20)]


def test_files_that_are_refused_have_a_line_each_and_the_others_are_read(page: Any) -> None:
    drop(
        page,
        ("ferry.txt", FERRY.encode()),
        ("rubbish.txt", bytes(range(256)) * 40),
        ("lock.txt", UNDATED.encode()),
        ("wire.txt", WIRE.encode()),
    )
    assert [article.title for article in page.articles] == ["Ferry strike widens"]
    rubbish, lock, wire = warnings(page)
    assert rubbish.startswith("rubbish.txt: ")
    assert lock.startswith("lock.txt: The article's date is not in its first lines")
    assert wire.startswith("wire.txt: The dateline says 'Oct 20'")
    asked = {
        field.label: field.value for field in page.app.text_input if field.label.endswith(".txt")
    }
    assert asked == {
        "Date of publication of lock.txt": "",
        "Date of publication of wire.txt": "Oct 20 ",
    }


def test_a_refused_file_is_read_once_its_date_is_given(page: Any) -> None:
    drop(page, ("lock.txt", UNDATED.encode()), ("rubbish.txt", bytes(range(256)) * 40))
    page.field("Date of publication of lock.txt").set_value("tomorrow")
    press(page, "Read with this date")
    assert warnings(page)[0].startswith("lock.txt: 'tomorrow' is not a date")
    page.field("Date of publication of lock.txt").set_value("25 October 2024")
    press(page, "Read with this date")
    assert [article.date for article in page.articles] == [date(2024, 10, 25)]
    assert [text.partition(":")[0] for text in warnings(page)] == ["rubbish.txt"]
    page.app.button(key="dismiss-panel").click()
    assert warnings(page.run()) == []


def test_a_file_waits_for_its_date_while_other_things_are_read(page: Any) -> None:
    drop(page, ("lock.txt", UNDATED.encode()))
    page.paste(FERRY)
    assert [article.title for article in page.articles] == ["Ferry strike widens"]
    assert [text.partition(":")[0] for text in warnings(page)] == ["lock.txt"]
    drop(page, ("lock.txt", UNDATED.encode()))
    assert [text.partition(":")[0] for text in warnings(page)] == ["lock.txt"]
    page.field("Date of publication").set_value("2024-10-25")
    drop(page, ("lock.txt", UNDATED.encode()))
    assert len(page.articles) == 2
    assert warnings(page) == []


def test_text_and_file_are_refused_each_by_itself(page: Any) -> None:
    page.field("Paste an article").set_value(UNDATED)
    drop(page, ("ferry.txt", FERRY.encode()))
    assert [article.title for article in page.articles] == ["Ferry strike widens"]
    assert page.field("Paste an article").value == UNDATED
    assert len(warnings(page)) == 1


def test_a_table_that_lacks_only_dates_is_asked_for_one(page: Any) -> None:
    rows = f'title,text\n"The lock","{UNDATED}"\n'
    drop(page, ("rows.csv", rows.encode()))
    page.field("Date of publication of rows.csv").set_value("2024-10-25")
    press(page, "Read with this date")
    assert [article.title for article in page.articles] == ["The lock"]


def test_names_of_files_are_no_markup(page: Any) -> None:
    drop(page, ("![x](https://evil.example/a.png).txt", UNDATED.encode()))
    asked = [one.label for one in page.app.text_input if "publication of" in one.label]
    assert not [label for label in asked if set(label) & set("![]()/*_`$")]


def test_a_file_of_the_command_that_is_refused_is_asked_on_the_page() -> None:
    def script(folder: str) -> None:
        from pathlib import Path

        from timeline.dashboard.page import show

        show([Path(folder) / "lock.txt"])

    import tempfile
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "lock.txt").write_text(UNDATED)
        app = AppTest.from_function(script, args=(folder,), default_timeout=120).run()
        assert not app.exception
        (asked,) = (one for one in app.text_input if one.label == "Date of publication of lock.txt")
        asked.set_value("2024-10-25")
        next(one for one in app.button if one.label == "Read with this date").click()
        app.run()
        assert [article.date for article in app.session_state["articles"]] == [date(2024, 10, 25)]


def test_a_text_without_events_stays_on_the_page_and_can_be_given_some(page: Any) -> None:
    page.paste("The harbour of Emden is deep and wide and it is a fine sight.", "2024-06-04")
    assert "No events were found" in " ".join(one.value for one in page.app.markdown)
    assert "harbour of Emden is deep" in page.texts()
    press(page, "Add an event from a sentence")
    press(page, "Add this event")
    assert len(page.titles()) == 1
