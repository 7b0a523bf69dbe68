"""The dates of the open articles: which of them to confirm, and where to change them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from timeline.dashboard import blocks, state
from timeline.dashboard.component import reader
from timeline.model import Article
from timeline.notation import day_words
from timeline.reading import ArticleError, stated_date
from timeline.reading.dates import given_date

_PANEL = "dates"


def ask() -> None:
    """Ask to confirm dates that were found and may be wrong, in a line under the headline."""
    # There with or without a question, or else everything below would move and be made anew.
    with st.container(key="asked-dates"):
        asked = state.unconfirmed()
        many = len(state.articles()) > 1
        if not asked:
            return
        if many:
            _ask_many(len(asked))
        elif st.session_state.get("changing") == asked[0].id:
            _change(asked[0])
        else:
            _ask(asked[0])


def show() -> None:
    """Show the panel with the date of each open article."""
    articles = state.articles()
    many = len(articles) > 1
    name = "Articles and dates" if many else "Article date"
    panel = st.popover(
        name, icon=":material/event:", disabled=not articles, key=_PANEL, on_change="rerun"
    )
    with panel:
        for article in articles:
            _date(article, removable=many)


def _ask(article: Article) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        _said(f"“Today” is {blocks.date_words(article)}.")
        st.button("Confirm", key="confirm-asked", on_click=state.confirm_date, args=(article.id,))
        st.button("Change", key="change-asked", on_click=_open, args=(article.id,))


def _ask_many(count: int) -> None:
    verb = "date is" if count == 1 else "dates are"
    with st.container(horizontal=True, vertical_alignment="center"):
        _said(f"{count} {verb} found in the texts, and not confirmed yet.")
        st.button("Look at the dates", key="look-at-dates", on_click=_open_panel)


def _said(text: str) -> None:
    """Words beside buttons, as wide as they are."""
    with st.container(width="content"):
        reader([{"kind": "note", "text": text}], key="asked-date")


def _change(article: Article) -> None:
    key = f"change-{article.id}"
    with (
        st.form("change-date", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input("Date of the article", value=article.date.isoformat(), key=key, width=280)
        st.form_submit_button(
            "Use this date", type="primary", on_click=_redate, args=(article, key)
        )
        st.form_submit_button("Cancel", on_click=_open, args=(None,))
    _wrong(key)


def _date(article: Article, *, removable: bool) -> None:
    reader(
        [
            {"kind": "heading", "text": blocks.label(article)},
            {"kind": "note", "text": f"“Today” is {blocks.date_words(article)}"},
            *_stated(article),
        ],
        key=f"about-{article.id}",
    )
    key = f"day-{article.id}"
    st.text_input(
        "Date of the article",
        value=article.date.isoformat(),
        key=key,
        placeholder="2025-10-25",
        help="As 2025-10-25 or “25 October 2025”. Enter takes it.",
        on_change=partial(_redate, article, key),
    )
    _wrong(key)
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


def _stated(article: Article) -> list[dict[str, str]]:
    """A note if the text has another date than the one that counts."""
    own = stated_date(article.text)
    if own is None or own == article.date:
        return []
    return [{"kind": "note", "text": f"The text itself says {day_words(own)}."}]


def _redate(article: Article, key: str) -> None:
    """Give an article the date in a field, or keep beside the field why that cannot be."""
    if article not in state.articles():
        return  # a message that the browser sent before it heard that the article is closed
    try:
        day = given_date(st.session_state[key])
    except ArticleError as error:
        _refuse(key, f"{error.message} {error.hint}")
        return
    refusal = state.set_date(article.id, day)
    if refusal:
        _refuse(key, f"{refusal.text} {refusal.hint}")
        return
    _refuse("", "")
    _open(None)


def _refuse(key: str, text: str) -> None:
    """Keep what is wrong with the date in a field; there is one such message at a time."""
    st.session_state["wrong-date"] = (key, text)


def _wrong(key: str) -> None:
    about, text = st.session_state.get("wrong-date", ("", ""))
    if about == key:
        reader([{"kind": "warning", "text": text}], key=f"wrong-{key}")


def _open(article_id: str | None) -> None:
    st.session_state.changing = article_id


def _open_panel() -> None:
    st.session_state[_PANEL] = True
