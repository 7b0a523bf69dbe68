"""Adding an event that extraction did not find, from a sentence of the text."""

from __future__ import annotations

import streamlit as st

from timeline.corrections import Target, text_key
from timeline.corrections.edits import Add, Dated
from timeline.dashboard import editing, log
from timeline.dashboard.blocks import first_of
from timeline.dashboard.component import reader
from timeline.dashboard.extraction import Story, sentences
from timeline.model import Article
from timeline.timex import find

_LONGEST_TITLE = 80  # characters
_LONGEST_OPTION = 160


def show(story: Story, article: Article) -> None:
    """Show the way to add an event of this article; it is open once a sentence is marked."""
    if st.session_state.get("adding") != article.id:
        st.button(
            "Add an event from a sentence",
            key="add",
            icon=":material/add:",
            on_click=_open,
            args=(article.id,),
            help="Or mark the words in the text.",
        )
        return
    spans = sentences(article)
    if not spans:
        st.text("This text has no sentence.")
        return
    key = f"sentence-{article.id}"
    st.session_state[key] = min(st.session_state.get(key, 0), len(spans) - 1)
    number = st.selectbox(
        "Sentence",
        range(len(spans)),
        format_func=lambda n: first_of(article.text[slice(*spans[n])], _LONGEST_OPTION),
        key=key,
    )
    start, end = spans[number]
    reader(
        [{"kind": "quote", "parts": [{"text": article.text[start:end], "strong": False}]}],
        key="added-sentence",
    )
    with st.container(horizontal=True):
        st.button(
            "Add this event",
            key="add-this",
            type="primary",
            on_click=_add,
            args=(story, article, start, end),
        )
        st.button("Cancel", key="add-cancel", on_click=_open, args=(None,))


def mark(article: Article, offset: int) -> None:
    """Choose the sentence at a character of the article's text."""
    spans = sentences(article)
    number = next((n for n, (_, end) in enumerate(spans) if offset < end), None)
    if number is not None:
        st.session_state[f"sentence-{article.id}"] = number
        _open(article.id)


def _open(article_id: str | None) -> None:
    st.session_state.adding = article_id


def _add(story: Story, article: Article, start: int, end: int) -> None:
    """Add the event with what its sentence says plainly, and open its form for the rest."""
    sentence = article.text[start:end]
    names = {p.name for e in story.corrected.timeline.events for p in e.people}
    edit_id = log.take(
        Add(
            Target(text_key(article.text), start, end, start, ""),
            first_of(sentence, _LONGEST_TITLE),
            _time_in(sentence, article),
            tuple(sorted((name for name in names if name in sentence), key=sentence.index)),
        )
    )
    if edit_id:
        _open(None)
        editing.select_made(article.id, edit_id)


def _time_in(sentence: str, article: Article) -> Dated | None:
    """The time that a sentence names, if it names just one."""
    found = [one for one in find(sentence, article.date, genre="news") if one.when]
    if len(found) != 1:
        return None
    (one,) = found
    assert one.when is not None
    return Dated(one.when, one.text, one.reason)
