"""What the page remembers between runs: open articles, the selection, and a message to show."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # `date` is what callers name the argument
from functools import partial
from pathlib import Path

import streamlit as st

from timeline.corrections import Edit
from timeline.dashboard import blocks
from timeline.dashboard.extraction import Story, check, story_of
from timeline.dashboard.tables import is_table
from timeline.language import ModelMissing
from timeline.model import Article
from timeline.reading import (
    ArticleError,
    Batch,
    DateError,
    open_address,
    open_bytes,
    open_file,
    read_text,
)
from timeline.resources import data_path

SAMPLE = "toyota-trump-asia.txt"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """What was wrong with the last thing the reader gave, and what to do next."""

    text: str
    hint: str


_SAME = Notice(
    "The same text was already open under another date.",
    "It is open once, under the date that you gave last.",
)


def open_first(paths: Sequence[Path], sample: str = "") -> None:
    """On the first run of a session, open what its address or its command names.

    Args:
        paths: files to open.
        sample: a sample to open instead; without any of both, the usual one is opened.
    """
    if "articles" in st.session_state:
        return
    st.session_state.update(articles=(), selected=None, notice=None, sample="")
    st.session_state.table = next((path for path in paths if is_table(path)), None)
    paths = [path for path in paths if not is_table(path)]
    if paths and not sample:
        _add([(path.name, partial(open_file, path)) for path in paths])
        st.session_state.carried = True
    if not articles() and table() is None:
        notice = st.session_state.notice
        open_sample(sample or SAMPLE)
        st.session_state.notice = notice or st.session_state.notice


def table() -> Path | None:
    """The table of events that is open instead of articles."""
    path: Path | None = st.session_state.table
    return path


def samples() -> dict[str, str]:
    """The sample articles: a few words about each, by file name."""
    files = sorted(data_path("samples").glob("*.txt"))
    return {path.name: path.stem.replace("-", " ").capitalize() for path in files}


def open_sample(name: str) -> None:
    """Open a sample instead of everything that is open."""
    before = articles()
    st.session_state.articles = ()
    if _add([(name, partial(open_file, data_path(f"samples/{name}")))]):
        st.session_state.sample = name
    else:
        st.session_state.articles = before


def sample_name() -> str:
    """The sample that is open and that nobody has to give, empty if others are open."""
    name: str = st.session_state.sample
    return name


def is_carried() -> bool:
    """Whether a link to this page shows the same articles: it carries none that was pasted."""
    return bool(st.session_state.sample) or st.session_state.get("carried", False)


def articles() -> tuple[Article, ...]:
    """The open articles."""
    return tuple(st.session_state.articles)


def add_text(text: str, date: str) -> bool:
    """Open an article that was pasted; what is open stays if it cannot be read."""
    return _add([("The text", lambda: Batch((read_text(text, date=date),)))])


def add_files(files: Sequence[tuple[str, bytes]], date: str) -> bool:
    """Open files, given as name and content; those that cannot be read are named."""
    return _add([(name, partial(open_bytes, data, name=name, date=date)) for name, data in files])


def add_address(url: str, date: str) -> bool:
    """Fetch an address, and open the article or the feed of articles that it holds."""
    return _add([(url, partial(open_address, url, date=date))])


def set_date(article_id: str, day: Date) -> None:
    """Give an open article another date, and resolve its words against that."""
    old = next(article for article in articles() if article.id == article_id)
    try:
        new = read_text(old.text, date=day, title=old.title, source_url=old.source_url)
        check(new)
    except Exception as error:
        st.session_state.notice = _notice_of(error)
        return
    _replace(article_id, new)
    st.session_state.update(selected=None, notice=None, carried=False)


def confirm_date(article_id: str) -> None:
    """Take the date that was found in an article as the reader's own."""
    old = next(article for article in articles() if article.id == article_id)
    _replace(article_id, replace(old, date_source="given"))


def close(article_id: str) -> None:
    """Close an article; the last one stays open."""
    left = tuple(article for article in articles() if article.id != article_id)
    if left:
        st.session_state.update(articles=left, selected=None, notice=None)


def story(edits: Sequence[Edit]) -> Story:
    """What the open articles say after these edits; made anew only when either changes."""
    opened = articles()
    key = (opened, tuple(edit.id for edit in edits))
    kept = st.session_state.get("story")
    if kept is None or kept[0] != key:
        kept = st.session_state.story = (key, story_of(opened, edits))
    told: Story = kept[1]
    return told


def selected() -> str | None:
    """The id of the selected event."""
    chosen: str | None = st.session_state.selected
    return chosen


def select(event_id: str | None) -> None:
    """Select an event, or none."""
    if event_id != st.session_state.get("held"):
        st.session_state.held = None
    st.session_state.selected = event_id


def hold(event_id: str) -> None:
    """Keep an event that was just edited in view, whatever filters say, while it is selected."""
    st.session_state.held = event_id


def held() -> str | None:
    """The event that stays in view because it was just edited."""
    kept: str | None = st.session_state.get("held")
    return kept if kept is not None and kept == selected() else None


def _replace(article_id: str, new: Article) -> None:
    """Put an article in another's place."""
    st.session_state.articles = tuple(new if a.id == article_id else a for a in articles())


def _notice_of(error: Exception) -> Notice:
    """What to tell the reader about an article that could not be opened.

    What nobody foresaw goes into the server's log, and the page lives on with what was open.
    """
    if isinstance(error, DateError):
        return Notice(error.message, "Give it under “Date of publication”, as 2025-10-25.")
    if isinstance(error, ArticleError):
        return Notice(error.message, error.hint)
    if isinstance(error, ModelMissing):
        return Notice(f"The page cannot read: {error}.", "Install it, and give the article again.")
    _log.error("an article could not be extracted", exc_info=error)
    return Notice(
        "Something went wrong while this article was read; what was open is still open.",
        "Try a part of the text. The cause is in the log of the server.",
    )


def _add(sources: Sequence[tuple[str, Callable[[], Batch]]]) -> bool:
    """Open the articles that can be read, and leave a notice about those that cannot.

    The sample, which nobody asked for, gives way to the first article that somebody did.
    """
    found: list[tuple[str, Article]] = []
    wrong: list[Notice] = []

    def failed(name: str, error: Exception) -> None:
        notice = _notice_of(error)
        wrong.append(replace(notice, text=f"{name}: {notice.text}" if name else notice.text))

    for name, read in sources:
        label = name if len(sources) > 1 else ""
        try:
            batch = read()
        except Exception as error:
            failed(label, error)
            continue
        for part, problem in batch.problems:
            failed(f"{name}, {part}", problem)
        several = len(batch.articles) > 1
        found += [(blocks.label(a) if several else label, a) for a in batch.articles]
    # One text is one article, whatever date it is given under.
    fresh: dict[str, Article] = {}
    bar = st.progress(0.0) if len(found) > 1 else None
    for number, (name, article) in enumerate(found):
        if bar is not None:
            bar.progress(number / len(found), f"Reading {number + 1} of {len(found)} articles…")
        try:
            check(article)
        except Exception as error:
            failed(name, error)
        else:
            fresh[article.text] = article
    if bar is not None:
        bar.empty()
    same = False
    if fresh:
        kept = {} if st.session_state.sample else {a.text: a for a in articles()}
        same = any(kept[text].id != fresh[text].id for text in kept.keys() & fresh.keys())
        st.session_state.articles = tuple((kept | fresh).values())
        st.session_state.update(selected=None, sample="", carried=False, table=None)
    told = Notice(" ".join(notice.text for notice in wrong), wrong[0].hint) if wrong else None
    st.session_state.notice = told or (_SAME if same else None)
    return bool(fresh)
