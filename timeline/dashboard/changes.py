"""What was corrected: undo, redo, and the list of corrections with before and after."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from timeline.corrections import Change, Edit, History
from timeline.corrections.edits import Action, Add, Merge, Reject, Revise, Split
from timeline.dashboard import log
from timeline.dashboard.component import reader
from timeline.dashboard.extraction import Story

_MOST = 40  # corrections in the list: each has a button of its own
# What the form calls each field of an event.
FIELDS = {
    "title": "headline",
    "when": "date",
    "place": "place",
    "people": "people",
    "organisations": "organisations",
    "status": "status",
}


def show(story: Story, history: History) -> None:
    """Show undo, redo and the list, once there is anything to undo, redo or list."""
    if not (history.edits or history.withdrawn):
        return
    for label, edit_ids, act in (
        ("Undo", history.done, log.undo),
        ("Redo", history.undone, log.redo),
    ):
        edit = history.edit(edit_ids[-1]) if edit_ids else None
        st.button(
            f"{label}: {kind(edit.action)}" if edit else label,
            key=label.lower(),
            icon=f":material/{label.lower()}:",
            disabled=edit is None,
            on_click=act,
            args=(edit.id,) if edit else (),
        )
    count = len(history.edits)
    panel = st.popover(
        f"Corrections ({count})", key="corrections", icon=":material/history:", on_change="rerun"
    )
    if panel.open:
        with panel:
            _list(story.corrected.changes, history)


def kind(action: Action) -> str:
    """An action in a word or two of our own."""
    if isinstance(action, Revise):
        fields = [name for name in FIELDS if getattr(action, name) is not None]
        return FIELDS[fields[0]] if len(fields) == 1 else f"{len(fields)} fields"
    names: dict[type[Action], str] = {
        Reject: "rejected event",
        Merge: "merge",
        Split: "split",
        Add: "added event",
    }
    return names[type(action)]


def _list(changes: Sequence[Change], history: History) -> None:
    if not changes and not history.withdrawn:
        st.text("Nothing is corrected.")
    for change in list(reversed(changes))[:_MOST]:
        edit = change.edit
        reader(_told(change), key=f"change-{edit.id}")
        st.button("Take back", key=f"back-{edit.id}", on_click=log.undo, args=(edit.id,))
    if len(changes) > _MOST:
        st.text(f"and {len(changes) - _MOST} earlier ones")
    if history.withdrawn:
        st.divider()
        st.text("Taken back")
    for edit in list(reversed(history.withdrawn))[:_MOST]:
        reader(_taken_back(edit), key=f"change-{edit.id}")
        st.button("Restore", key=f"again-{edit.id}", on_click=log.redo, args=(edit.id,))


def _told(change: Change) -> list[dict[str, object]]:
    """One correction: which event, what was done, before and after."""
    action = change.edit.action
    block: list[dict[str, object]] = [{"kind": "heading", "text": change.headline or "An event"}]
    if change.is_lost:
        note = f"{kind(action).capitalize()}: waits, as its event is not found in the text now."
        return [*block, {"kind": "note", "text": note}]
    if isinstance(action, Revise):
        rows = [
            [FIELDS[name].capitalize(), f"{before or 'none'} → {after or 'none'}"]
            for name, before, after in change.fields
        ]
        return [*block, {"kind": "facts", "rows": rows}]
    if isinstance(action, Merge):
        into = change.fields[0][2]
        return [*block, {"kind": "note", "text": f"Merged into “{into}”"}]
    return [*block, {"kind": "note", "text": kind(action).capitalize()}]


def _taken_back(edit: Edit) -> list[dict[str, object]]:
    action = edit.action
    name = action.title if isinstance(action, Add | Revise) and action.title else ""
    what = name or action.target.trigger or "an event"
    return [{"kind": "note", "text": f"{kind(action).capitalize()}: {what}"}]
