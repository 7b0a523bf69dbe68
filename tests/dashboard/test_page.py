"""The page: filters reach every view, articles and dates can be given, mistakes cost nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from timeline.dashboard import extraction, state
from timeline.dashboard.extraction import story_of
from timeline.dashboard.filters import Choice, events_of
from timeline.export.csv import csv_bytes, read_csv
from timeline.language import ModelMissing

ARTICLE = (
    "Ferry strike widens\n\n"
    "Published: 3 June 2024\n\n"
    "Ferry crews in Greece walked out on Sunday. The union's leader, Maria Pappas, will meet "
    "officials in Athens on Wednesday. She said on Saturday that Italy had offered help."
)

GERMAN = (
    "Die Besatzungen der Fähren legten am Sonntag die Arbeit nieder und gingen nach Hause. Der "
    "Minister sagte, dass er noch in dieser Woche mit der Gewerkschaft sprechen wolle. Auf den "
    "Inseln wird das Mehl knapp, und viele Gäste sitzen seit Tagen in den Häfen fest. Ob es bald "
    "eine Einigung gibt, weiß niemand, denn beide Seiten haben sich seit Mai nicht bewegt."
)


def test_it_opens_on_a_finished_sample(page: Any) -> None:
    assert len(page.articles) == 1
    assert len(page.titles()) > 10
    assert set(page.timeline_ids()) == set(frame(page)["event_id"])
    assert page.map_ids()
    assert page.routes() >= 2


def frame(page: Any, **choice: Any) -> Any:
    return events_of(story_of(page.articles), Choice(**choice))


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        ("countries", {"countries": ("JP",)}),
        ("people", {"people": ("Sanae Takaichi",)}),
        ("statuses", {"statuses": ("planned",)}),
    ],
)
def test_a_filter_reaches_timeline_map_table_and_csv(
    page: Any, key: str, choice: dict[str, Any]
) -> None:
    whole = page.titles()
    (wanted,) = choice.values()
    page.choose(key, *wanted)
    kept = frame(page, **choice)
    assert 0 < len(kept) < len(whole)
    assert sorted(page.timeline_ids()) == sorted(kept["event_id"])
    located = kept.dropna(subset=["latitude"])
    assert sorted(page.map_ids()) == sorted(located["event_id"])
    assert page.titles() == [t or g for t, g in zip(kept["title"], kept["trigger"], strict=True)]
    written = read_csv(csv_bytes(kept))
    assert list(written["event_id"]) == list(kept["event_id"])
    label = next(b.proto.label for b in page.app.get("download_button"))
    assert label == f"Events as CSV ({len(kept)})"


def test_a_day_range_keeps_what_may_fall_into_it(page: Any) -> None:
    day = date(2025, 10, 22)
    page.app.date_input(key="dates-1").set_value((day, day))
    page.app.toggle(key="filter-undated").set_value(False)
    page.run()
    kept = frame(page, first=day, last=day, undated=False)
    assert sorted(page.timeline_ids()) == sorted(kept["event_id"])
    assert len(kept) < len(frame(page))
    assert kept["dated"].all()


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(page: Any) -> None:
    page.choose("people", "Koji Sato")
    page.choose("statuses", "planned")
    assert not page.app.dataframe
    page.app.button(key="clear-here").click()
    page.run()
    assert len(page.titles()) == len(frame(page))


def test_a_filter_comes_with_the_address(new_page: Callable[[], Any]) -> None:
    page = new_page()
    page.app.query_params["country"] = "Japan"
    page.run()
    assert sorted(page.timeline_ids()) == sorted(frame(page, countries=("JP",))["event_id"])


def test_a_pasted_article_takes_the_samples_place(page: Any) -> None:
    page.paste(ARTICLE)
    (article,) = page.articles
    assert article.date == date(2024, 6, 3)
    assert article.title == "Ferry strike widens"
    assert "Ferry crews" in page.texts()
    page.paste(ARTICLE.replace("Greece", "Malta"), "2024-06-04")
    assert len(page.articles) == 2
    assert page.articles[1].date == date(2024, 6, 4)


def test_another_date_moves_the_days_that_hang_on_it(page: Any) -> None:
    page.paste(ARTICLE)
    before = set(frame(page)["start"].dropna())
    page.app.text_input(key=f"day-{page.articles[0].id}").set_value("10 June 2024")
    page.run()
    assert page.articles[0].date == date(2024, 6, 10)
    after = set(frame(page)["start"].dropna())
    assert before
    assert before.isdisjoint(after)


def test_one_text_is_one_article_under_the_date_given_last(page: Any) -> None:
    page.paste(ARTICLE)
    page.paste(ARTICLE, "2024-06-10")
    (article,) = page.articles
    assert article.date == date(2024, 6, 10)
    assert "already open under another date" in page.texts()
    assert page.titles()
    page.paste(ARTICLE, "2024-06-10")
    assert [one.id for one in page.articles] == [article.id]
    assert "already open" not in page.texts()


def fail(article: Any) -> None:
    raise IndexError(f"no token in {article.date}")


def test_a_failure_that_nobody_foresaw_is_told_and_costs_nothing(
    page: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page.paste(ARTICLE.replace("Greece", "Cyprus"))
    before, titles = page.articles, page.titles()
    monkeypatch.setattr(extraction, "extract", fail)
    for again in (
        lambda: page.paste(ARTICLE.replace("Greece", "Crete")),
        lambda: page.app.text_input(key=f"day-{before[0].id}").set_value("2024-07-01").run(),
    ):
        again()
        assert "Something went wrong" in page.texts()
        assert "no token in" not in page.texts()
        assert "no token in 2024" in caplog.text
        assert page.articles == before
        assert page.titles() == titles
        assert not page.app.exception
        caplog.clear()


def test_a_missing_model_is_told_with_what_to_install(
    page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(article: Any) -> None:
        raise ModelMissing(f"no model for {article.id}: pip install one")

    before = page.articles
    monkeypatch.setattr(extraction, "extract", missing)
    page.paste(ARTICLE.replace("Greece", "Turkey"))
    assert "pip install one" in page.texts()
    assert page.articles == before


def test_a_sample_that_fails_leaves_what_was_open(
    page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.paste(ARTICLE)
    before = page.articles
    monkeypatch.setattr(state, "check", fail)
    page.app.button(key="sample-ports-tour.txt").click()
    page.run()
    assert page.articles == before
    assert "Something went wrong" in page.texts()


def test_a_date_that_was_found_can_be_confirmed(page: Any) -> None:
    article = page.articles[0]
    assert article.date_source != "given"
    page.app.button(key=f"confirm-{article.id}").click()
    page.run()
    assert page.articles[0].date_source == "given"
    assert "as you say" in page.texts()


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("", "", "no article"),
        ("   \n\t ", "", "no article"),
        ("Crews walked out on Sunday.", "", "date is not in its first lines"),
        ("Crews walked out on Sunday.", "31 February 2024", "31 February 2024"),
        ("Crews walked out on Sunday.", "0001-01-01", "0001-01-01"),
        ("Crews walked out on Sunday.", "9999-12-31", "9999-12-31"),
        ("date 2024-13-45 Crews walked out on Sunday.", "", "2024-13-45"),
        ("The crews went home. " * 250_000, "2024-06-03", "5,250,000 characters"),
        (GERMAN, "2024-06-03", "English"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_explained_and_costs_nothing(
    page: Any, text: str, day: str, said: str
) -> None:
    before, titles = page.articles, page.titles()
    page.paste(text, day)
    assert said in page.texts()
    assert page.articles == before
    assert page.titles() == titles
    assert page.field("Paste an article").value == text
    assert page.field("Date of publication").value == day
    page.app.button(key="dismiss-panel").click()
    assert page.run().app.session_state["refused"]["panel"] == ()


def test_a_selection_shows_which_sentence_which_anchor_which_rule(page: Any) -> None:
    row = frame(page)[frame(page)["when_text"] != ""].iloc[0]
    page.app.session_state["selected"] = row["event_id"]
    page.run()
    facts = next(
        {name: text for name, text, _ in block["rows"]}
        for data in page.components()
        for block in data.get("blocks", [])
        if block["kind"] == "facts"
    )
    assert row["when_text"] in facts["Dated by"]
    assert row["rule"] in facts["Dated by"]
    assert facts["When"] == row["words"]
    quotes = [
        "".join(part["text"] for part in block["parts"])
        for data in page.components()
        for block in data.get("blocks", [])
        if block["kind"] == "quote"
    ]
    assert quotes == [row["quote"]]
    assert [d["selected"] for d in page.components() if "figure" in d] == [row["event_id"]] * 2


def test_a_selection_that_a_filter_takes_away_is_let_go(page: Any) -> None:
    hidden = frame(page, people=("Koji Sato",)).iloc[0]["event_id"]
    page.app.session_state["selected"] = hidden
    page.choose("people", "Sanae Takaichi")
    assert page.app.session_state["selected"] is None


def test_article_text_reaches_the_page_only_as_text(page: Any) -> None:
    nasty = (
        "date 2024-06-03 <img src=x onerror=alert(1)> **Maria Pappas** met [officials]"
        "(javascript:alert(2)) in Athens on Sunday. $x^2$ The ship left Greece on <b>Saturday</b>. "
        "It will be in the harbour of the capital by the end of the week, and the crew has said "
        "that they are not going to leave it before the talks are over."
    )
    page.paste(nasty)
    drawn = [element.value for kind in ("markdown", "caption") for element in page.app.get(kind)]
    assert not [value for value in drawn if "onerror" in value or "Pappas" in value]
    assert "onerror" in page.texts()
    figures = "".join(data["figure"] for data in page.components() if "figure" in data)
    assert "<img" not in figures
    assert "<b>Saturday" not in figures


def test_samples_are_listed() -> None:
    assert state.SAMPLE in state.samples()
    assert len(state.samples()) >= 2
