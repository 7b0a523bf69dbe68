"""The sentences that an itinerary rests on: their number, their words, and an event in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from timeline.model import Article
from timeline.notation import day_words

Spans = Sequence[tuple[int, int]]
# What a reason ends in: the number of its sentence, or the article that it comes from.
_TAG = re.compile(r"\s*\((?:sentence (\d+)|(?:“([^”]*)”, )?(\d{1,2} [A-Z][a-z]{2} \d{4}))\)$")
_LINK = " ← "
_CONFLICT = re.compile(r"(.*?)'(.*)' contradicts the rest \((.*?)\)(?:: (.*))?", re.DOTALL)
_BUT = ", but "
_AND = re.compile(r"(?<=\)) and ")  # not the one of Trinidad and Tobago


@dataclass(frozen=True, slots=True)
class Cited:
    """One sentence.

    Attributes:
        label: its number, and its article's day where there are several.
        text: its words.
        event_id: an event that it tells of, empty if none is shown.
    """

    label: str
    text: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain of reasons, with the sentences that it cites."""

    text: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contradiction: what is said, and what it goes against.

    Attributes:
        place: of which stop.
        said: what gave way, with its sentence.
        against: what holds instead.
    """

    place: str
    said: Link
    against: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles of a journey.

    Attributes:
        articles: by id.
        spans: gives the characters of each sentence of an article.
        events: the events that are shown, as a frame.
    """

    articles: Mapping[str, Article]
    spans: Callable[[Article], Spans]
    events: pd.DataFrame

    def quoted(self, text: str, article_id: str) -> Cited:
        """A stop's sentence, given by its words."""
        article = self.articles.get(article_id)
        start = article.text.find(text) if article else -1
        if article is None or start < 0:
            return Cited("", text, "")
        ends = [end for _, end in self.spans(article)]
        number = 1 + next((k for k, end in enumerate(ends) if end > start), 0)
        return self._cited(article, number, (start, start + len(text)), text)

    def chain(self, text: str, article_ids: Sequence[str]) -> tuple[Link, ...]:
        """The links of a chain of reasons.

        Args:
            text: the chain, as `Stop.chains` has it.
            article_ids: the articles that its stop is told in.
        """
        links: list[Link] = []
        known = [self.articles[name] for name in article_ids if name in self.articles]
        article = known[0] if known else None
        for part in reversed(text.split(_LINK) if text else []):
            rest, numbers = part, []
            while tag := _TAG.search(rest):
                rest = rest[: tag.start()]
                if tag[1]:
                    numbers.append(int(tag[1]))
                else:  # it holds for this link and for those before it
                    article = self._named(tag[2], tag[3]) or article
            cited = [self._numbered(article, number) for number in numbers] if article else []
            links.append(Link(rest, tuple(one for one in cited if one)))
        return tuple(reversed(links))

    def conflict(self, text: str, article_ids: Sequence[str]) -> Conflict:
        """The two sides of a contradiction, as `Itinerary.conflicts` tells it."""
        place, _, _ = text.partition(": ")
        if found := _CONFLICT.fullmatch(text):
            quotes = (self.quoted(found[3], name) for name in article_ids)
            quote = next((one for one in quotes if one.label), Cited("", found[3], ""))
            against = self._sides(found[4] or "", article_ids)
            return Conflict(place, Link(found[2], (quote,)), against)
        said, _, rest = text.removeprefix(f"{place}: ").partition(_BUT)
        links = self.chain(said, article_ids)
        cited = tuple(one for link in links for one in link.cited)
        words = _LINK.join(link.text for link in links)
        return Conflict(place, Link(words, cited), self._sides(rest, article_ids))

    def _sides(self, text: str, article_ids: Sequence[str]) -> tuple[Link, ...]:
        return tuple(link for side in _AND.split(text) for link in self.chain(side, article_ids))

    def _named(self, title: str | None, day: str) -> Article | None:
        same = [one for one in self.articles.values() if day_words(one.date) == day]
        words = (title or "").rstrip("…")
        return next((one for one in same if " ".join(one.title.split()).startswith(words)), None)

    def _numbered(self, article: Article, number: int) -> Cited | None:
        spans = self.spans(article)
        if not 0 < number <= len(spans):
            return None
        start, end = spans[number - 1]
        return self._cited(article, number, (start, end), " ".join(article.text[start:end].split()))

    def _cited(self, article: Article, number: int, span: tuple[int, int], text: str) -> Cited:
        events: Any = self.events
        inside = (
            events["article_id"].eq(article.id)
            & events["quote_start"].lt(span[1])
            & events["quote_end"].gt(span[0])
        )
        ids = events.loc[inside, "event_id"]
        label = f"sentence {number}"
        if len(self.articles) > 1:
            label += f", {day_words(article.date)}"
        return Cited(label, text, str(ids.iloc[0]) if len(ids) else "")
