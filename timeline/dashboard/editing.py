"""Correcting one event: the form in the details panel, and what can be done besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import nan
from typing import Any

import pandas as pd
import streamlit as st

from timeline.corrections import Target, target_of, text_key
from timeline.corrections.desk import made_id
from timeline.corrections.edits import Dated, Located, Merge, Reject, Revise, Split
from timeline.corrections.phrases import UnclearPhraseError, read_phrase
from timeline.dashboard import figures, log, state
from timeline.dashboard.component import reader
from timeline.dashboard.extraction import Story
from timeline.model import Event, Place, PlacePrecision, Status
from timeline.notation import day_words, edtf, words
from timeline.places.suggest import Suggestion, suggest
from timeline.views.hover import name_of

_NO_POINT = "as written, without a point on the map"


def show(story: Story, events: pd.DataFrame, row: Any) -> None:
    """Show what can be corrected about the selected event.

    Args:
        story: the open articles.
        events: the events that are shown, among which one can be merged.
        row: the event's row.
    """
    event = next(e for e in story.corrected.timeline.events if e.id == row.event_id)
    target = _target(story, event)
    if is_open(row):
        _form(story, event, target)
        return
    with st.container(horizontal=True, key="correct"):
        st.button("Edit", key="edit", icon=":material/edit:", on_click=_open, args=(event.id,))
        st.button(
            "Reject",
            key="reject",
            help="This is no event. It can be brought back under Corrections.",
            on_click=_take_away,
            args=(Reject(target),),
        )
        merging = st.popover("Merge", key=f"merging-{event.id}", on_change="rerun")
        if merging.open:
            with merging:
                _merge(story, events, event, target)
        st.button(
            "Split",
            key="split",
            help="Make two events of this sentence, each to be edited by itself.",
            on_click=_split,
            args=(target, event.article_id),
        )


def is_open(row: Any) -> bool:
    """Whether the form of an event is open, given its row."""
    return bool(st.session_state.get("editing") == row.event_id)


def _target(story: Story, event: Event) -> Target:
    article = next(a for a in story.articles if a.id == event.article_id)
    made = story.corrected.made.get(event.id, "")
    return target_of(event, text_key(article.text), made)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """An event whose form opened as it was made: by which edit, and what was selected before."""

    event_id: str
    edit_id: str
    before: str | None


@dataclass(frozen=True, slots=True)
class _Form:
    """One form: the keys of its widgets, and what it is about."""

    event: Event
    target: Target
    anchor: date

    def key(self, field: str) -> str:
        return f"edit-{field}-{self.event.id}"

    def value(self, field: str) -> Any:
        return st.session_state.get(self.key(field))

    def read(self) -> Dated | None:
        """What the date means that was typed; None if none was.

        Raises:
            UnclearPhraseError: if it has no single meaning.
        """
        phrase = (self.value("when") or "").strip()
        return read_phrase(phrase, self.anchor, self.value("status")) if phrase else None


def _form(story: Story, event: Event, target: Target) -> None:
    article = next(a for a in story.articles if a.id == event.article_id)
    form = _Form(event, target, article.date)
    st.text_input("Headline", value=event.title, key=form.key("title"))
    st.selectbox(
        "Status",
        list(Status),
        index=list(Status).index(event.status),
        format_func=lambda status: str(status).capitalize(),
        key=form.key("status"),
    )
    st.text_input(
        "Date",
        key=form.key("when"),
        placeholder=words(event.when),
        help="In words (“by March”, “last Friday”, “no date”) or as 2025-10-26. "
        "Leave it empty to keep what stands there.",
    )
    _reading(form)
    known = story.corrected.timeline.events
    people = tuple(person.name for person in event.people)
    _tags(form, "people", "People", people, [p.name for e in known for p in e.people])
    bodies = [name for e in known for name in e.organisations]
    _tags(form, "organisations", "Organisations", event.organisations, bodies)
    choices = _place(form)
    with st.container(horizontal=True):
        st.button("Save", type="primary", key="save", on_click=_save, args=(form, choices))
        st.button("Cancel", key="cancel", on_click=_cancel)


def _reading(form: _Form) -> None:
    """Say what the typed date means, before it is taken."""
    # There with or without a reading, so that the fields below stay where they are.
    with st.container(key="reading"):
        try:
            dated = form.read()
        except UnclearPhraseError as error:
            reader([{"kind": "warning", "text": str(error)}], key="reading-text")
            return
        st.session_state[form.key("shown")] = form.value("when")
        if dated is not None:
            code = edtf(dated.when)
            told = f"{words(dated.when)} ({code})" if code else words(dated.when)
            against = f"Counted from {day_words(form.anchor)}, the date of the article."
            blocks = [{"kind": "text", "text": f"Means: {told}"}]
            if "counted from" in dated.reason:
                blocks.append({"kind": "note", "text": against})
            reader(blocks, key="reading-text")


def _tags(form: _Form, field: str, label: str, current: tuple[str, ...], known: list[str]) -> None:
    st.multiselect(
        label,
        list(dict.fromkeys([*current, *sorted(set(known))])),
        default=list(current),
        accept_new_options=True,
        placeholder="None",
        key=form.key(field),
        # In one line: a box that shrinks when it is left would move the button that is pressed.
        wrap=False,
    )


def _place(form: _Form) -> tuple[Suggestion, ...]:
    """The place, and a choice where several bear the name."""
    now = form.event.place.name if form.event.place else ""
    name = st.text_input("Place", value=now, key=form.key("place"), placeholder="None").strip()
    if not name or name == now:
        return ()
    choices = suggest(name)
    labels = [*(_called(one) for one in choices), f"“{name}”, {_NO_POINT}"]
    st.selectbox(
        "Which place",
        range(len(labels)),
        format_func=labels.__getitem__,
        key=f"{form.key('which')}-{name}",
    )
    return choices


def _called(one: Suggestion) -> str:
    where = f", {one.within}" if one.within else ""
    precision = one.place.precision
    kind = "" if precision is PlacePrecision.CITY else f" ({precision})"
    return f"{one.place.name}{where}{kind}"


def _located(form: _Form, choices: tuple[Suggestion, ...]) -> Located | None:
    """The place that was chosen; None if it is the old one."""
    name = (form.value("place") or "").strip()
    if name == (form.event.place.name if form.event.place else ""):
        return None
    if not name:
        return Located(None)
    number = st.session_state.get(f"{form.key('which')}-{name}")
    if number is None:  # typed and saved at once: the likeliest place of that name
        choices, number = suggest(name), 0
    if number < len(choices):
        return Located(choices[number].place)
    return Located(Place(name, "", nan, nan, PlacePrecision.SITE))


def _save(form: _Form, choices: tuple[Suggestion, ...]) -> None:
    """Take what differs, if the date was shown as what it means."""
    event = form.event
    if (form.value("when") or "") != (st.session_state.get(form.key("shown")) or ""):
        return  # the next run shows what the date means, or why it is unclear
    try:
        dated = form.read()
    except UnclearPhraseError:
        return
    people, bodies = tuple(form.value("people")), tuple(form.value("organisations"))
    title = " ".join((form.value("title") or "").split())
    status = form.value("status")
    revised = Revise(
        form.target,
        when=dated,
        people=None if people == tuple(p.name for p in event.people) else people,
        organisations=None if bodies == event.organisations else bodies,
        place=_located(form, choices),
        status=None if status is event.status else status,
        title=None if title == event.title else title,
    )
    if revised.is_empty or log.take(revised):
        state.hold(event.id)
        _open(None)


def _merge(story: Story, events: pd.DataFrame, event: Event, target: Target) -> None:
    others: list[Any] = [row for row in events.itertuples() if row.event_id != event.id]
    if not others:
        st.text("There is no other event to merge with.")
        return
    # The neighbours in the text come first: two mentions of one event are seldom far apart.
    others.sort(
        key=lambda row: (
            row.article_id != event.article_id,
            abs(int(row.trigger_start) - event.trigger.start),
        )
    )
    labels = {str(row.event_id): f"{name_of(row)} · {row.words}" for row in others}
    chosen = st.selectbox(
        "The same event as",
        list(labels),
        format_func=lambda event_id: labels[event_id],
        key=f"merge-{event.id}",
    )
    st.caption("That one stays, and takes over what it lacks.")
    into = next(e for e in story.corrected.timeline.events if e.id == chosen)
    st.button(
        "Merge",
        key="merge",
        type="primary",
        on_click=_merge_into,
        args=(Merge(target, _target(story, into)), into.id),
    )


def _open(event_id: str | None) -> None:
    st.session_state.update(editing=event_id, fresh=None)


def _cancel() -> None:
    """Close the form; an event that was made for it, and that nobody saved, goes with it."""
    fresh: _Fresh | None = st.session_state.get("fresh")
    event_id = st.session_state.editing
    _open(None)
    if fresh is not None and fresh.event_id == event_id:
        log.undo(fresh.edit_id)
        figures.select_outside(fresh.before)


def _take_away(action: Reject) -> None:
    if log.take(action):
        state.select(None)


def _merge_into(action: Merge, event_id: str) -> None:
    if log.take(action):
        state.hold(event_id)
        figures.select_outside(event_id)


def _split(target: Target, article_id: str) -> None:
    edit_id = log.take(Split(target))
    if edit_id:
        select_made(article_id, edit_id)


def select_made(article_id: str, edit_id: str) -> None:
    """Select the event that an edit has made, and open its form."""
    fresh = _Fresh(made_id(article_id, edit_id), edit_id, state.selected())
    state.hold(fresh.event_id)
    figures.select_outside(fresh.event_id)
    _open(fresh.event_id)
    st.session_state.fresh = fresh
