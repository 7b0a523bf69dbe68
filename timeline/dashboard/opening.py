"""Opening articles: the panel in which they are given, and what was wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from timeline.corrections import History
from timeline.dashboard import changes, dating, refused, state
from timeline.dashboard.extraction import Story
from timeline.dashboard.sources import Refusal, Source, refusal_of
from timeline.dashboard.state import PAGE, PANEL
from timeline.reading import ArticleError, Batch, open_address, open_bytes, read_text
from timeline.reading.dates import given_date
from timeline.reading.formats import SUFFIXES

_PASTED, _FILES, _ADDRESS, _DATE = ("pasted", "files", "address", "date")


def controls(story: Story, history: History) -> None:
    """Show the panels of articles, dates and corrections as buttons in a row.

    Args:
        story: the open articles.
        history: their corrections.
    """
    panel = st.popover(
        "Open articles", icon=":material/note_add:", key=_key("panel"), on_change="rerun"
    )
    with panel:
        refused.show(PANEL, _read_again)
        _form()
    dating.show()
    changes.show(story, history)


def notices() -> None:
    """Show what the reader should know of that is not about a panel."""
    # There with or without a notice, or else everything below would move and be made anew.
    with st.container(key="notice-place"):
        if state.refused(PAGE):
            with st.container(border=True, key="refused-on-page"):
                refused.show(PAGE)
        notice = st.session_state.notice
        if notice is not None:
            # Part of a message may be the reader's own words: plain text, not Markdown.
            with st.container(border=True, key="notice"):
                st.text(notice.text)
                st.text(notice.hint)
                st.button("Dismiss", on_click=_dismiss, key="dismiss")


def _form() -> None:
    with st.form("open-articles", clear_on_submit=False, border=False):
        st.text_area(
            "Paste an article",
            key=_key(_PASTED),
            height=180,
            placeholder="The whole text, with its date line if it has one",
        )
        st.file_uploader(
            "or drop files",
            key=_key(_FILES),
            accept_multiple_files=True,
            type=[suffix.removeprefix(".") for suffix in SUFFIXES],
        )
        st.text_input(
            "or give an address",
            key=_key(_ADDRESS),
            placeholder="https://…",
            help="Of an article or a feed. It is fetched once, when you press Read; nothing else "
            "leaves this machine.",
        )
        st.text_input(
            "Date of publication",
            key=_key(_DATE),
            placeholder="2025-10-25",
            help="Words such as “Sunday” are counted from it. Leave it empty if the text says it.",
        )
        st.form_submit_button("Read", type="primary", on_click=_read, width="stretch")
    st.caption("Samples")
    for name, label in state.samples().items():
        st.button(label, key=f"sample-{name}", on_click=partial(_sample, name), width="stretch")


def _read() -> None:
    """Read what was pasted, dropped or named; called before the page is drawn again."""
    day = st.session_state[_key(_DATE)].strip()
    if day:
        try:
            given_date(day)
        except ArticleError as error:
            _refuse([refusal_of(error, None)], [])
            return
    sources = _sources()
    wrong = state.add(sources, day)
    _refuse(wrong, sources)
    # A dropped file is not kept in the form: its own line asks for what it lacks.
    kept = {r.source.given: r.begun for r in wrong if r.source and r.source.given}
    for field in (_PASTED, _FILES, _ADDRESS):
        if field not in kept:
            _renew(field)
    if not (kept and day):
        _renew(_DATE, next((begun for begun in kept.values() if begun), ""))
    _close_if_done()


def _refuse(wrong: Sequence[Refusal], tried: Sequence[Source]) -> None:
    """Show what was refused now, above the files that still wait for a date.

    Those are nowhere but here, unless one was dropped again.

    Args:
        wrong: what was refused.
        tried: what was given now, read or refused.
    """
    again = {source.name for source in tried}
    waiting = [
        refusal
        for refusal in state.refused(PANEL)
        if refusal.asks
        and refusal.source
        and not refusal.source.given
        and refusal.name not in again
    ]
    state.refuse(PANEL, [*wrong, *waiting])


def _sources() -> list[Source]:
    """What the form holds; an empty form is an empty text."""
    files = [(file.name, file.getvalue()) for file in st.session_state[_key(_FILES)] or []]
    address = st.session_state[_key(_ADDRESS)].strip()
    pasted = st.session_state[_key(_PASTED)]
    sources = [Source(name, partial(_open_bytes, data, name)) for name, data in files]
    if address:
        sources.append(Source(address, partial(_open_address, address), _ADDRESS))
    if pasted.strip() or not sources:
        sources.append(Source("The pasted text", partial(_read_text, pasted), _PASTED))
    return sources


def _open_bytes(data: bytes, name: str, date: str) -> Batch:
    return open_bytes(data, name=name, date=date)


def _open_address(address: str, date: str) -> Batch:
    return open_address(address, date=date)


def _read_text(text: str, date: str) -> Batch:
    return Batch((read_text(text, date=date),))


def _read_again(refusal: Refusal, day: str) -> None:
    """Read what was refused under a date that was chosen for it."""
    if refusal.source is None:  # it was the date of all that the form holds
        _renew(_DATE, day)
        _read()
        return
    refused.read_again(PANEL, refusal, day)
    given = refusal.source.given
    if given and not any(r.source and r.source.given == given for r in state.refused(PANEL)):
        _renew(given)
        _renew(_DATE)
    _close_if_done()


def _sample(name: str) -> None:
    state.refuse(PANEL, state.open_sample(name))
    _close_if_done()


def _close_if_done() -> None:
    """Close the panel, unless something in it was refused, by putting a new one in its place.

    A message that the browser sends before it hears that the old one is closed says that it is
    open, and would open it again.
    """
    if not state.refused(PANEL):
        _renew("panel")


def _key(name: str) -> str:
    """The key of a widget of the panel, by its name."""
    return f"{name}-{st.session_state.get(f'turn-{name}', 0)}"


def _renew(name: str, value: str = "") -> None:
    """Put a new widget in the place of one: the old may still hold in the browser what was typed.

    Args:
        name: of the widget.
        value: what a text field is to hold.
    """
    st.session_state[f"turn-{name}"] = st.session_state.get(f"turn-{name}", 0) + 1
    if value:
        st.session_state[_key(name)] = value


def _dismiss() -> None:
    st.session_state.notice = None
    state.stop_awaiting()
