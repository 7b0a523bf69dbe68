"""Opening articles and settling their dates: the controls under the headline."""

from __future__ import annotations

from functools import partial

import streamlit as st

from timeline.corrections import History
from timeline.dashboard import blocks, changes, state
from timeline.dashboard.component import reader
from timeline.dashboard.extraction import Story
from timeline.model import Article
from timeline.reading.dates import EARLIEST, LATEST
from timeline.reading.formats import SUFFIXES


def show(story: Story, history: History) -> None:
    """Show the controls, and what was wrong with the last thing that was given.

    Args:
        story: the open articles.
        history: their corrections.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        opening = st.popover(
            "Open articles", icon=":material/note_add:", key=_panel_key(), on_change="rerun"
        )
        with opening:
            _paste()
        many = len(state.articles()) > 1
        name = "Articles and dates" if many else "Article date"
        with st.popover(name, icon=":material/event:", disabled=not state.articles()):
            for article in state.articles():
                _date(article, removable=many)
        changes.show(story, history)
    # There with or without a notice, or else everything below would move and be made anew.
    place = st.container(key="notice-place")
    notice = st.session_state.notice
    if notice is not None:
        # Part of a message may be the reader's own words: plain text, not Markdown.
        with place, st.container(border=True, key="notice"):
            st.text(notice.text)
            st.text(notice.hint)
            st.button("Dismiss", on_click=_dismiss, key="dismiss")


def _paste() -> None:
    with st.form("open-articles", clear_on_submit=False, border=False):
        st.text_area(
            "Paste an article",
            key="pasted",
            height=180,
            placeholder="The whole text, with its date line if it has one",
        )
        st.file_uploader(
            "or drop files",
            key=_files_key(),
            accept_multiple_files=True,
            type=[suffix.removeprefix(".") for suffix in SUFFIXES],
        )
        st.text_input(
            "or give an address",
            key="address",
            placeholder="https://…",
            help="Of an article or a feed. It is fetched once, when you press Read; nothing else "
            "leaves this machine.",
        )
        st.text_input(
            "Date of publication",
            key="date",
            placeholder="2025-10-25",
            help="Words such as “Sunday” are counted from it. Leave it empty if the text says it.",
        )
        st.form_submit_button("Read", type="primary", on_click=_read, width="stretch")
    st.caption("Samples")
    for name, label in state.samples().items():
        st.button(label, key=f"sample-{name}", on_click=partial(_sample, name), width="stretch")


def _read() -> None:
    """Read what was dropped, named or pasted; called before the page is drawn again."""
    day = st.session_state.date.strip()
    files = [(file.name, file.getvalue()) for file in st.session_state[_files_key()] or []]
    done = False
    if files:
        done = state.add_files(files, day)
    address = st.session_state.address.strip()
    if address and (not files or done):
        done = state.add_address(address, day)
    if st.session_state.pasted.strip() or not (files or address):
        done = state.add_text(st.session_state.pasted, day) or done
    # Whatever came of them, the files are dealt with: a notice names those that failed.
    st.session_state["files-turn"] = st.session_state.get("files-turn", 0) + 1
    if done and st.session_state.notice is None:
        st.session_state.update(pasted="", address="", date="")
        _close_panel()


def _files_key() -> str:
    """The key of the uploader: only another widget forgets what was dropped."""
    return f"files-{st.session_state.get('files-turn', 0)}"


def _sample(name: str) -> None:
    state.open_sample(name)
    if st.session_state.notice is None:
        _close_panel()


def _panel_key() -> str:
    """The key of the panel that articles are given in."""
    return f"opening-{st.session_state.get('panels', 0)}"


def _close_panel() -> None:
    """Close the panel by putting a new one in its place.

    A message that the browser sends before it hears that the old one is closed says that it is
    open, and would open it again.
    """
    st.session_state["panels"] = st.session_state.get("panels", 0) + 1


def _date(article: Article, *, removable: bool) -> None:
    reader(
        [
            {"kind": "heading", "text": blocks.label(article)},
            {"kind": "note", "text": f"“Today” is {blocks.date_words(article)}"},
        ],
        key=f"about-{article.id}",
    )
    key = f"day-{article.id}"
    st.date_input(
        "Date of the article",
        value=article.date,
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        key=key,
        on_change=partial(_redate, article.id, key),
    )
    with st.container(horizontal=True):
        if article.date_source != "given":
            st.button(
                "Confirm this date",
                key=f"confirm-{article.id}",
                on_click=partial(state.confirm_date, article.id),
            )
        if removable:
            st.button(
                "Close article",
                key=f"close-{article.id}",
                on_click=partial(state.close, article.id),
            )


def _redate(article_id: str, key: str) -> None:
    day = st.session_state[key]
    if day is not None:
        state.set_date(article_id, day)


def _dismiss() -> None:
    st.session_state.notice = None
