"""The log as a history: which edits count, and what undo and redo would do for one reader.

The log only grows. Taking an edit back is a record of its own, so that two readers who write to
one log never lose each other's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.corrections.edits import Edit, Record


@dataclass(frozen=True, slots=True)
class History:
    """What a log comes to.

    Attributes:
        edits: those that count, in the order in which they were made.
        done: ids of edits that this reader can undo, the last one first to go.
        undone: ids of edits that this reader can redo, the last one first to come back.
        withdrawn: edits that were taken back, oldest first.
    """

    edits: tuple[Edit, ...] = ()
    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    withdrawn: tuple[Edit, ...] = ()

    @classmethod
    def of(
        cls,
        records: Sequence[Record],
        session: str,
        texts: Iterable[str],
        inherited: int = 0,
    ) -> History:
        """Read a log.

        Args:
            records: the log, oldest first.
            session: the reader whose undo and redo are asked for.
            texts: `text_key` of the open articles; edits of other texts are left out.
            inherited: how many records were there when this reader came: those are undone like
                one's own, but never what another open page has done since.
        """
        wanted = set(texts)
        every = {
            record.id: record
            for record in records
            if isinstance(record, Edit) and record.action.target.text in wanted
        }
        live = dict.fromkeys(every, True)
        done: list[str] = []
        undone: list[str] = []
        for number, record in enumerate(records):
            own = number < inherited or record.session == session
            if isinstance(record, Edit):
                if record.id in every and own:
                    done.append(record.id)
                    undone.clear()
                continue
            if record.edit not in every:
                continue
            live[record.edit] = not record.undo
            gone, back = (done, undone) if record.undo else (undone, done)
            if record.edit in gone:
                gone.remove(record.edit)
            if own:
                back.append(record.edit)
        return cls(
            tuple(edit for edit in every.values() if live[edit.id]),
            tuple(done),
            tuple(undone),
            tuple(edit for edit in every.values() if not live[edit.id]),
        )

    def edit(self, edit_id: str) -> Edit | None:
        """The edit with this id, whether it counts or not."""
        return next((e for e in (*self.edits, *self.withdrawn) if e.id == edit_id), None)
