"""What could not be opened: a line each, with the question for its date where only that is wanting.

None of it is Markdown: names and messages hold words of the reader's own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from timeline.dashboard import state
from timeline.dashboard.component import reader
from timeline.dashboard.sources import Refusal, asked_again
from timeline.notation import day_words
from timeline.reading import ArticleError
from timeline.reading.dates import given_date

_MOST = 40  # each has widgets of its own

# What to do once the date of a refusal is known.
Act = Callable[[Refusal, str], None]


def show(place: str, act: Act | None = None) -> None:
    """Show what was refused at a place.

    Args:
        place: see `state.refuse`.
        act: called with a refusal and the date that was chosen for it; without any, its source is
            read again under that date.
    """
    refused = state.refused(place)
    for refusal in refused[:_MOST]:
        with st.container(key=f"refused-{refusal.id}"):
            _one(refusal, act or partial(read_again, place), named=_is_named(refusal, len(refused)))
    if len(refused) > _MOST:
        st.text(f"and {len(refused) - _MOST} more")
    if refused:
        st.button("Dismiss", on_click=state.refuse, args=(place, ()), key=f"dismiss-{place}")


def read_again(place: str, refusal: Refusal, day: str) -> None:
    """Read what was refused under a date; what is wrong with it now takes the place of the old.

    Args:
        place: where it was refused.
        refusal: one of those there.
        day: the date in words.
    """
    listed = state.refused(place)
    if refusal.source is None or refusal not in listed:
        return  # the browser sent this before it heard that it was dealt with
    wrong: tuple[Refusal, ...]
    try:
        given_date(day)
    except ArticleError as error:
        wrong = (asked_again(refusal, error, day),)
    else:
        wrong = state.add([refusal.source], day)
    at = listed.index(refusal)
    state.refuse(place, [*listed[:at], *wrong, *listed[at + 1 :]])


def _is_named(refusal: Refusal, count: int) -> bool:
    """Whether its name has to be said: what stands alone in a field below explains itself."""
    at_hand = refusal.source is not None and bool(refusal.source.given)
    return bool(refusal.name) and (count > 1 or not at_hand)


def _one(refusal: Refusal, act: Act, *, named: bool) -> None:
    text = f"{refusal.name}: {refusal.text}" if named else refusal.text
    hint = refusal.hint or (_question(refusal) if refusal.asks else "")
    blocks = [{"kind": "warning", "text": text}, {"kind": "note", "text": hint}]
    reader(blocks, key=f"why-{refusal.id}")
    if not refusal.asks:
        return
    with st.container(horizontal=True):
        for day in refusal.days:
            st.button(
                day_words(day),
                key=f"read-{refusal.id}-{day.isoformat()}",
                on_click=act,
                args=(refusal, day.isoformat()),
            )
    if refusal.source is not None and not refusal.source.given:
        _ask(refusal, act)


def _question(refusal: Refusal) -> str:
    if refusal.begun.strip() and refusal.days:
        return "Of which year? Choose, or write it behind the day."
    if refusal.days:
        return "Which is meant? Choose, or write it as 2025-10-25."
    return "Give the date of publication, as 2025-10-25 or “25 October 2025”."


def _ask(refusal: Refusal, act: Act) -> None:
    """A field for the date of what is not at hand in the form any more."""
    key = f"day-{refusal.id}"
    with (
        st.form(f"ask-{refusal.id}", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            f"Date of publication of {_escaped(refusal.name)}",
            value=refusal.begun,
            key=key,
            placeholder="2025-10-25",
            label_visibility="collapsed",
        )
        st.form_submit_button("Read with this date", on_click=_read, args=(refusal, key, act))


def _read(refusal: Refusal, key: str, act: Act) -> None:
    act(refusal, st.session_state[key])


def _escaped(name: str) -> str:
    """A name without what Markdown, which labels are, would make pictures and links of."""
    return "".join(char if char.isalnum() or char in " .-_" else " " for char in name)
