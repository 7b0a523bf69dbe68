"""Text for the reader component: details and source text, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from timeline.corrections import Corrected
from timeline.corrections.desk import RULE
from timeline.dashboard.extraction import country_name
from timeline.model import Article
from timeline.notation import day_words
from timeline.views.hover import name_of

Block = dict[str, Any]
_MOST_TITLES = 3
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def headline(
    articles: Sequence[Article], shown: int, total: int, countries: int, *, dated: bool = True
) -> list[Block]:
    """The page's title: the article's own, or how many there are and what the first are called.

    Args:
        articles: the open articles.
        shown, total: their events under the filters, and all.
        countries: in how many countries those that are shown are.
        dated: whether to say the day of a single article.
    """
    events = f"{total:,} events" if shown == total else f"{shown:,} of {total:,} events"
    note = f"{events} · {countries} {'country' if countries == 1 else 'countries'}"
    if len(articles) == 1:
        text = articles[0].title or first_words(articles[0])
        if dated:
            note += f" · “Today” is {date_words(articles[0])}"
        return [{"kind": "headline", "text": text}, {"kind": "note", "text": note}]
    days = sorted(article.date for article in articles)
    span = dict.fromkeys(map(day_words, (days[0], days[-1])))
    names = [f"“{label(article)}”" for article in articles[:_MOST_TITLES]]
    more = len(articles) - len(names)
    return [
        {"kind": "headline", "text": f"{len(articles):,} articles, {' to '.join(span)}"},
        {"kind": "note", "text": ", ".join(names) + (f" and {more:,} more" if more else "")},
        {"kind": "note", "text": note},
    ]


def first_words(article: Article, characters: int = 110) -> str:
    """How an article without a title begins."""
    return first_of(article.text[article.body_start :], characters)


def first_of(text: str, characters: int) -> str:
    """How a text begins: a whole clause if one ends in time."""
    body = " ".join(text.split())
    if len(body) <= characters:
        return body
    cut = body[:characters]
    clause = max(cut.rfind(mark) for mark in (", ", "; ", ": ", ". ", " – ", " — "))
    if clause >= characters // 2:
        return cut[:clause].rstrip(" –—")
    return cut.rsplit(" ", 1)[0] + "…"


def label(article: Article) -> str:
    """What an article is called where there is little room."""
    return article.title or first_words(article, 60)


def date_words(article: Article) -> str:
    """The article's day and how it is known."""
    day = f"{_WEEKDAYS[article.date.weekday()]} {day_words(article.date)}"
    if article.date_source == "given":
        return f"{day}, as you say"
    quoted = f" “{article.date_text}”" if article.date_text else ""
    return f"{day}, from the {article.date_source}{quoted}"


def details(row: Any, corrected: Corrected) -> list[Block]:
    """Which sentence, which anchor, which rule: everything that is known of one event.

    Args:
        row: the event's row of the event frame.
        corrected: what was corrected, for the values before.
    """
    before: dict[str, str] = {}
    for change in corrected.changes:
        if change.event_id == row.event_id:
            before |= {name: old for name, old, _ in change.fields if name not in before}
    facts = [("When", str(row.words), "when"), ("Dated by", _dated_by(row), "")]
    if row.reason:
        facts.append(("Because", str(row.reason), ""))
    facts.append(("Status", str(row.status), "status"))
    lists = (
        ("People", ", ".join(row.people), "people"),
        ("Bodies", ", ".join(row.organisations), "organisations"),
        ("Countries", ", ".join(country_name(code) for code in row.countries), ""),
        ("Place", _place(row), "place"),
    )
    facts += [fact for fact in lists if fact[1] or fact[2] in before]
    sure = f"{row.confidence:.0%}"
    facts.append(("Confidence", f"{sure} before you corrected it" if before else sure, ""))
    rows = [
        [label, text or "none", f"was {before[field] or 'none'}" if field in before else ""]
        for label, text, field in facts
    ]
    if "title" in before:
        rows.insert(0, ["Headline", name_of(row), f"was {before['title'] or 'none'}"])
    merged = corrected.merged.get(str(row.event_id), ())
    return [
        {"kind": "heading", "text": name_of(row)},
        *({"kind": "note", "text": text} for text in _made_by(row)),
        {"kind": "quote", "parts": _quote_parts(row)},
        *({"kind": "quote", "parts": [{"text": text, "strong": False}]} for text in merged),
        {"kind": "facts", "rows": rows},
    ]


def _made_by(row: Any) -> list[str]:
    said = {
        "added": "You added this event.",
        "split": "You split this event off another.",
        "merged": "You merged another event into this one.",
    }
    return [text for name, text in said.items() if name in row.edited]


def _dated_by(row: Any) -> str:
    if row.rule == RULE:
        return "your correction"
    if row.when_text:
        against = f", counted from {row.anchor_date}" if row.anchor_date else ""
        return f"“{row.when_text}”{against} (rule: {row.rule})"
    return f"no words of its own (rule: {row.rule})"


def _place(row: Any) -> str:
    if not row.place:
        return ""
    precision = str(row.place_precision)
    return str(row.place) if precision in ("city", "site") else f"{row.place} (a {precision})"


def _quote_parts(row: Any) -> list[dict[str, Any]]:
    """The sentence with its trigger and its words of time made strong."""
    quote, start = str(row.quote), int(row.quote_start)
    spans = [(int(row.trigger_start) - start, len(str(row.trigger)))]
    if row.when_start >= 0:
        spans.append((int(row.when_start) - start, int(row.when_end - row.when_start)))
    parts: list[dict[str, Any]] = []
    at = 0
    for first, length in sorted(spans):
        if first < at or first + length > len(quote):
            continue
        parts += [
            {"text": quote[at:first], "strong": False},
            {"text": quote[first : first + length], "strong": True},
        ]
        at = first + length
    parts.append({"text": quote[at:], "strong": False})
    return [part for part in parts if part["text"]]


def passage(article: Article, events: pd.DataFrame) -> list[Block]:
    """An article's whole text, cut where sentences of events and words of time begin or end.

    Args:
        article: the article.
        events: the events of this article that are shown.
    """
    rows: list[Any] = list(events.itertuples())
    sentences = [(int(r.quote_start), int(r.quote_end), str(r.event_id)) for r in rows]
    times = {
        (int(r.when_start), int(r.when_end)): f"{r.when_text} → {r.words}"
        for r in rows
        if r.when_start >= 0
    }
    # One sweep, as the page does this on every run: what begins and what ends at each edge.
    begins: dict[int, list[tuple[bool, int]]] = {0: [], len(article.text): []}
    ends: dict[int, list[tuple[bool, int]]] = {}
    spans = [(first, last) for first, last, _ in sentences]
    for timed, edges in ((False, spans), (True, list(times))):
        for number, (first, last) in enumerate(edges):
            if 0 <= first < last <= len(article.text):
                begins.setdefault(first, []).append((timed, number))
                ends.setdefault(last, []).append((timed, number))
    said = list(times.values())
    now: tuple[set[int], set[int]] = (set(), set())  # sentences and times that are under way
    parts = []
    for start, end in pairwise(sorted({*begins, *ends})):
        for timed, number in ends.get(start, []):
            now[timed].discard(number)
        for timed, number in begins.get(start, []):
            now[timed].add(number)
        parts.append(
            {
                "text": article.text[start:end],
                "ids": [sentences[number][2] for number in sorted(now[0])],
                "when": said[min(now[1])] if now[1] else "",
            }
        )
    return [{"kind": "passage", "parts": parts}]
