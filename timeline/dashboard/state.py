"""What the page remembers between runs: open articles, the selection, and a message to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # `date` is what callers name the argument
from pathlib import Path

import streamlit as st

from timeline.corrections import Edit
from timeline.dashboard import blocks, memory
from timeline.dashboard.extraction import Story, check, story_of
from timeline.dashboard.sources import Refusal, Source, refusal_of
from timeline.dashboard.tables import is_table
from timeline.model import Article
from timeline.notation import day_words
from timeline.reading import Batch, open_file, read_text, stated_date
from timeline.resources import data_path

SAMPLE = "toyota-trump-asia.txt"
# How a date is known that nobody is asked to confirm: the reader or the publisher says outright
# that it is the article's. Others may be of an event, of a later version or of the day before.
_SURE = frozenset({"given", "first words", "published line", "mail's date", "feed", "table"})
_MOST_LINES = 5  # of a notice
PAGE, PANEL = "page", "panel"  # where a refusal is shown: where its source was given


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the page that the reader should know, and what to do next."""

    text: str
    hint: str


_SAME = "The same text was already open under another date; it is open once, under the last."
_LOST = Notice(
    "This link belongs to a text that is not on this page.",
    "Open the text again to see the same view.",
)


def open_first(paths: Sequence[Path], sample: str = "", name: str = "") -> None:
    """On the first run of a session, open what its address or its command names.

    Args:
        paths: files to open.
        sample: a sample to open instead; without any of both, the usual one is opened.
        name: of articles that were open before, which go before all of that.
    """
    if "articles" in st.session_state:
        return
    known = memory.of_server().recall(name)
    st.session_state.update(articles=(), selected=None, notice=None, sample="", refused={})
    st.session_state.table = next((path for path in paths if is_table(path)), None)
    st.session_state.update(remembered=(name, known), awaiting=False)
    if known:
        st.session_state.update(articles=known, table=None)
        return
    paths = [path for path in paths if not is_table(path)]
    if paths and not sample:
        refuse(PAGE, add([Source(path.name, _file_reader(path)) for path in paths]))
        st.session_state.carried = True
    if not articles() and table() is None:
        refuse(PAGE, [*refused(PAGE), *open_sample(sample or SAMPLE)])
    if name:
        st.session_state.update(notice=_LOST, awaiting=bool(sample_name()))


def table() -> Path | None:
    """The table of events that is open instead of articles."""
    path: Path | None = st.session_state.table
    return path


def samples() -> dict[str, str]:
    """The sample articles: a few words about each, by file name."""
    files = sorted(data_path("samples").glob("*.txt"))
    return {path.name: path.stem.replace("-", " ").capitalize() for path in files}


def open_sample(name: str) -> tuple[Refusal, ...]:
    """Open a sample instead of everything that is open; what is open stays if it cannot be."""
    before = articles()
    st.session_state.articles = ()
    wrong = add([Source(samples().get(name, name), _file_reader(data_path(f"samples/{name}")))])
    if articles():
        st.session_state.sample = name
    else:
        st.session_state.articles = before
    return wrong


def sample_name() -> str:
    """The sample that is open and that nobody has to give, empty if others are open."""
    name: str = st.session_state.sample
    return name


def is_carried() -> bool:
    """Whether a link to this page shows the same articles: it carries none that was pasted."""
    return bool(st.session_state.sample) or st.session_state.get("carried", False)


def remembered_as() -> str:
    """The name under which the server knows what is open; empty if a link needs none.

    Each set of articles has a name of its own: a link goes on showing what it was copied from.
    """
    if is_carried() or table() is not None:
        return ""
    name, known = st.session_state.remembered
    if known != articles():
        name = memory.new_name()
        st.session_state.remembered = (name, articles())
    memory.of_server().keep(name, articles())
    return str(name)


def is_awaiting() -> bool:
    """Whether the page shows a sample because the text of its link is not there, until one is."""
    return bool(st.session_state.awaiting)


def stop_awaiting() -> None:
    """Go on without the text that the link belongs to."""
    st.session_state.awaiting = False


def articles() -> tuple[Article, ...]:
    """The open articles."""
    return tuple(st.session_state.articles)


def add(sources: Sequence[Source], date: str = "") -> tuple[Refusal, ...]:
    """Open the articles that can be read.

    The sample, which nobody asked for, gives way to the first article that somebody did.

    Args:
        sources: what to open.
        date: the date of all of them, empty if their texts are to give it.

    Returns:
        Why the others were not opened, in their order.
    """
    found: list[tuple[Source, str, Article]] = []
    wrong: list[Refusal] = []
    for source in sources:
        try:
            batch = source.read(date)
        except Exception as error:
            wrong.append(refusal_of(error, source))
            continue
        wrong += [refusal_of(problem, source, part) for part, problem in batch.problems]
        several = len(batch.articles) > 1
        found += [(source, blocks.label(a) if several else "", a) for a in batch.articles]
    # One text is one article, whatever date it is given under.
    fresh: dict[str, Article] = {}
    bar = st.progress(0.0) if len(found) > 1 else None
    for number, (source, part, article) in enumerate(found):
        if bar is not None:
            bar.progress(number / len(found), f"Reading {number + 1} of {len(found)} articles…")
        try:
            check(article)
        except Exception as error:
            wrong.append(refusal_of(error, source, part))
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
        stop_awaiting()
    st.session_state.notice = _told([*([_SAME] if same else []), *_contradictions(fresh.values())])
    return tuple(wrong)


def refuse(place: str, refusals: Sequence[Refusal]) -> None:
    """Keep what was refused, to be shown at the place where it was given.

    Args:
        place: `PAGE`, or the panel that it was given in.
        refusals: what was refused there; without any, what was kept is forgotten.
    """
    st.session_state.refused = {**st.session_state.refused, place: tuple(refusals)}


def refused(place: str) -> tuple[Refusal, ...]:
    """What was refused at a place."""
    kept: tuple[Refusal, ...] = st.session_state.refused.get(place, ())
    return kept


def set_date(article_id: str, day: Date) -> Refusal | None:
    """Give an open article another date, and resolve its words against that.

    Returns:
        Why that cannot be, None if it is done.
    """
    old = next(article for article in articles() if article.id == article_id)
    try:
        new = read_text(old.text, date=day, title=old.title, source_url=old.source_url)
        check(new)
    except Exception as error:
        return refusal_of(error, None)
    st.session_state.articles = tuple(new if a.id == article_id else a for a in articles())
    st.session_state.update(selected=None, notice=_told(_contradictions([new])), carried=False)
    return None


def unconfirmed() -> tuple[Article, ...]:
    """The open articles whose date was found in a place that may mean another day.

    Nobody has to confirm the date of a sample.
    """
    if sample_name():
        return ()
    return tuple(article for article in articles() if article.date_source not in _SURE)


def confirm_date(article_id: str) -> None:
    """Take the date that was found in an article as the reader's own."""
    st.session_state.articles = tuple(
        replace(article, date_source="given") if article.id == article_id else article
        for article in articles()
    )


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


def _file_reader(path: Path) -> Callable[[str], Batch]:
    return lambda date: open_file(path, date=date)


def _contradictions(opened: Iterable[Article]) -> list[str]:
    """Which given dates are not those that the texts have."""
    lines = []
    for article in opened:
        own = stated_date(article.text) if article.date_source == "given" else None
        if own is not None and own != article.date:
            name = f"{blocks.label(article)}: the" if len(articles()) > 1 else "The"
            said = f"text itself says {day_words(own)}; you gave {day_words(article.date)}."
            lines.append(f"{name} {said}")
    return lines


def _told(lines: Sequence[str]) -> Notice | None:
    """A notice about dates, a line each; None if there is nothing to tell."""
    if not lines:
        return None
    more = [f"and {len(lines) - _MOST_LINES} more"] if len(lines) > _MOST_LINES else []
    panel = "Articles and dates" if len(articles()) > 1 else "Article date"
    hint = f"The day that you gave counts. It can be changed under “{panel}”."
    return Notice("\n".join([*lines[:_MOST_LINES], *more]), hint)
