"""Chains and contradictions come apart into links with their sentences."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from timeline.dashboard.cited import Sources
from timeline.model import Article

TEXT = "Rain fell on Lima. Ruiz flew to Quito on Monday. There she will stay for two days."
SPANS = ((0, 18), (19, 48), (49, 82))


def article(name: str, day: int, title: str = "") -> Article:
    return Article(name, TEXT, date(2024, 3, day), title=title)


def sources(*articles: Article) -> Sources:
    events = pd.DataFrame(
        {"event_id": ["e1"], "article_id": ["a"], "quote_start": [19], "quote_end": [48]}
    )
    return Sources({one.id: one for one in articles}, lambda _: SPANS, events)


ALONE = sources(article("a", 4))
TWO = sources(article("a", 4), article("b", 9, "Ruiz stays longer"))


def shape(links) -> list[tuple[str, list[str]]]:
    return [(link.text, [one.label for one in link.cited]) for link in links]


@pytest.mark.parametrize(
    ("told", "chain", "links"),
    [
        (ALONE, "", []),
        (ALONE, "flew on Monday (sentence 2)", [("flew on Monday", ["sentence 2"])]),
        (ALONE, "after Lima: the dates say so ← lasts 2 days (sentence 3)",
         [("after Lima: the dates say so", []), ("lasts 2 days", ["sentence 3"])]),
        # a sentence that the article does not have is not shown
        (ALONE, "flew on Monday (sentence 7)", [("flew on Monday", [])]),
        # an article's tag holds for the link that it ends and for those before it
        (TWO, "lasts 2 days (sentence 3) (“Ruiz stays…”, 9 Mar 2024) ← after Lima (sentence 1) ← "
         "flew on Monday (sentence 2) (4 Mar 2024)",
         [("lasts 2 days", ["sentence 3, 9 Mar 2024"]), ("after Lima", ["sentence 1, 4 Mar 2024"]),
          ("flew on Monday", ["sentence 2, 4 Mar 2024"])]),
    ],
)  # fmt: skip
def test_chains(told: Sources, chain: str, links: list) -> None:
    assert shape(told.chain(chain, ("a", "b"))) == links


def test_a_sentence_knows_its_event() -> None:
    (link,) = ALONE.chain("flew on Monday (sentence 2)", ("a",))
    (cited,) = link.cited
    assert (cited.text, cited.event_id) == ("Ruiz flew to Quito on Monday.", "e1")
    assert ALONE.quoted("Ruiz flew to Quito on Monday.", "a") == cited
    assert ALONE.quoted("Rain fell on Lima.", "a").event_id == ""
    assert ALONE.quoted("Nobody wrote this.", "a").label == ""


def test_a_contradiction_has_two_sides() -> None:
    found = ALONE.conflict(
        "Quito: 'flew on Monday' contradicts the rest (Ruiz flew to Quito on Monday.): "
        "after Lima (sentence 1) and lasts 2 days (sentence 3)",
        ("a",),
    )
    assert (found.place, found.said.text) == ("Quito", "flew on Monday")
    assert [one.label for one in found.said.cited] == ["sentence 2"]
    assert shape(found.against) == [
        ("after Lima", ["sentence 1"]),
        ("lasts 2 days", ["sentence 3"]),
    ]


def test_two_articles_contradict_each_other() -> None:
    found = TWO.conflict(
        "Quito: arrives not after 5 Mar 2024: flies on Tuesday (sentence 2) (4 Mar 2024), but "
        "flies on Wednesday (sentence 3) (“Ruiz stays longer”, 9 Mar 2024)",
        ("a", "b"),
    )
    assert found.place == "Quito"
    assert found.said.text == "arrives not after 5 Mar 2024: flies on Tuesday"
    assert [one.label for one in found.said.cited] == ["sentence 2, 4 Mar 2024"]
    assert shape(found.against) == [("flies on Wednesday", ["sentence 3, 9 Mar 2024"])]
