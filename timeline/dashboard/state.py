"""What the page remembers between runs: open articles, the selection, and a message to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # `date` is what callers name the argument
from functools import partial
from pathlib import Path

import streamlit as st

from timeline.dashboard.extraction import check
from timeline.model import Article
from timeline.reading import ArticleError, read_bytes, read_file, read_text
from timeline.resources import data_path

SAMPLE = "toyota-trump-asia.txt"


@dataclass(frozen=True, slots=True)
class Notice:
    """What was wrong with the last thing the reader gave, and what to do next."""

    text: str
    hint: str


def open_first(paths: Sequence[Path]) -> None:
    """On the first run of a session, open the files that were named, or else the sample."""
    if "articles" in st.session_state:
        return
    st.session_state.update(articles=(), selected=None, notice=None, sample=False)
    if paths:
        _add([(path.name, partial(read_file, path)) for path in paths])
    if not articles():
        notice = st.session_state.notice
        open_sample(SAMPLE)
        st.session_state.notice = notice


def samples() -> dict[str, str]:
    """The sample articles: a few words about each, by file name."""
    files = sorted(data_path("samples").glob("*.txt"))
    return {path.name: path.stem.replace("-", " ").capitalize() for path in files}


def open_sample(name: str) -> None:
    """Open a sample instead of everything that is open."""
    st.session_state.articles = ()
    _add([(name, partial(read_file, data_path(f"samples/{name}")))])
    st.session_state.sample = True


def articles() -> tuple[Article, ...]:
    """The open articles."""
    return tuple(st.session_state.articles)


def add_text(text: str, date: str) -> bool:
    """Open an article that was pasted; what is open stays if it cannot be read."""
    return _add([("The text", partial(read_text, text, date=date))])


def add_files(files: Sequence[tuple[str, bytes]], date: str) -> bool:
    """Open files, given as name and content; those that cannot be read are named."""
    return _add([(name, partial(read_bytes, data, name=name, date=date)) for name, data in files])


def set_date(article_id: str, day: Date) -> None:
    """Give an open article another date, and resolve its words against that."""
    old = next(article for article in articles() if article.id == article_id)
    try:
        new = read_text(old.text, date=day, title=old.title, source_url=old.source_url)
        check(new)
    except ArticleError as error:
        st.session_state.notice = Notice(error.message, error.hint)
        return
    _replace(article_id, new)
    st.session_state.selected = None
    st.session_state.notice = None


def confirm_date(article_id: str) -> None:
    """Take the date that was found in an article as the reader's own."""
    old = next(article for article in articles() if article.id == article_id)
    _replace(article_id, replace(old, date_source="given"))


def close(article_id: str) -> None:
    """Close an article; the last one stays open."""
    left = tuple(article for article in articles() if article.id != article_id)
    if left:
        st.session_state.update(articles=left, selected=None, notice=None)


def selected() -> str | None:
    """The id of the selected event."""
    chosen: str | None = st.session_state.selected
    return chosen


def select(event_id: str | None) -> None:
    """Select an event, or none."""
    st.session_state.selected = event_id


def _replace(article_id: str, new: Article) -> None:
    st.session_state.articles = tuple(new if a.id == article_id else a for a in articles())


def _add(sources: Sequence[tuple[str, Callable[[], Article]]]) -> bool:
    """Open the articles that can be read, and leave a notice about those that cannot.

    The sample, which nobody asked for, gives way to the first article that somebody did.
    """
    fresh: dict[str, Article] = {}
    wrong: list[Notice] = []
    for name, read in sources:
        try:
            article = read()
            check(article)
        except ArticleError as error:
            label = f"{name}: " if len(sources) > 1 else ""
            wrong.append(Notice(f"{label}{error.message}", error.hint))
            continue
        fresh[article.id] = article
    if fresh:
        kept = {} if st.session_state.sample else {a.id: a for a in articles()}
        st.session_state.articles = tuple((kept | fresh).values())
        st.session_state.update(selected=None, sample=False)
    st.session_state.notice = (
        Notice(" ".join(notice.text for notice in wrong), wrong[0].hint) if wrong else None
    )
    return bool(fresh)
