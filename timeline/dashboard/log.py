"""The reader's corrections on this page: what is saved, what counts, undo and redo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

import streamlit as st

from timeline.corrections import Edit, History, Store, text_key
from timeline.corrections.edits import Action, Record, Step
from timeline.corrections.store import StoreError, usual_path
from timeline.dashboard import state
from timeline.model import Article


@st.cache_resource(show_spinner=False)
def _store(path: Path) -> Store:
    """One store for all pages of this server."""
    return Store(path)


def history(articles: Sequence[Article]) -> History:
    """What the log comes to for the open articles and this reader."""
    records = _records()
    if "session" not in st.session_state:
        st.session_state.update(session=uuid4().hex, inherited=len(records))
    texts = [text_key(article.text) for article in articles]
    return History.of(records, st.session_state.session, texts, st.session_state.inherited)


def take(action: Action) -> str | None:
    """Save a correction.

    Returns:
        The id of its edit; None if it could not be saved, which a notice then says.
    """
    edit = Edit(uuid4().hex, st.session_state.session, action)
    return edit.id if _append(edit) else None


def undo(edit_id: str) -> None:
    """Take an edit back."""
    _append(Step(edit_id, st.session_state.session, undo=True))


def redo(edit_id: str) -> None:
    """Make an edit again that was taken back."""
    _append(Step(edit_id, st.session_state.session, undo=False))


def _records() -> tuple[Record, ...]:
    store = _store(usual_path())
    try:
        records = store.records()
    except StoreError as error:
        _tell_once(str(error), "The page goes on without them; the file is left as it is.")
        return ()
    if store.warning:
        _tell_once(store.warning, "Nothing else was lost.")
    return records


def _append(record: Record) -> bool:
    try:
        _store(usual_path()).append([record])
    except StoreError as error:
        st.session_state.notice = state.Notice(
            str(error), "Nothing was changed. TIMELINE_CORRECTIONS can name another file."
        )
        return False
    return True


def _tell_once(text: str, hint: str) -> None:
    """Tell what is wrong with the log, but not again on every run."""
    if st.session_state.get("told-of-log") != text:
        st.session_state["told-of-log"] = text
        st.session_state.notice = state.Notice(text, hint)
