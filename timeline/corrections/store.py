"""The log on disk: JSON Lines in the user's own data folder, shared by all open pages.

Each write takes the lock, reads what others have written, and puts a whole new file in place of
the old one, so that a crash leaves either the old log or the new one, and never half of one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from timeline.corrections.edits import Record
from timeline.corrections.records import from_line, to_line

VARIABLE = "TIMELINE_CORRECTIONS"
_PATIENCE = 20  # seconds to wait for another writer, who needs milliseconds


class StoreError(Exception):
    """The log cannot be read or written; the text says why and what stays as it was."""


def usual_path() -> Path:
    """Where corrections are kept: what the variable names, else the user's data folder."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    return user_data_path("news-timeline", appauthor=False) / "corrections.jsonl"


@dataclass
class Store:
    """The log in one file.

    Attributes:
        path: the file; it and its folder are made by the first edit.
        warning: what was wrong with the file when it was read, empty if nothing was.
    """

    path: Path
    warning: str = ""
    _stamp: tuple[int, int, int] | None = field(default=None, init=False, repr=False)
    _records: tuple[Record, ...] = field(default=(), init=False, repr=False)

    def records(self) -> tuple[Record, ...]:
        """The log, oldest first; read again only if the file has changed.

        A line that is damaged is left out: the file as it was is kept beside, and `warning` says
        where.

        Raises:
            StoreError: if there is a file that cannot be read.
        """
        try:
            stamp = self._file_stamp()
            if stamp is None:
                self._stamp, self._records = None, ()
            elif stamp != self._stamp:
                self._records = self._load()
                self._stamp = self._file_stamp()
        except (OSError, Timeout) as error:
            raise StoreError(
                f"The corrections in {self.path} cannot be read: {_cause(error)}."
            ) from error
        return self._records

    def append(self, records: Sequence[Record]) -> None:
        """Write records after all that are there, whoever wrote those.

        Raises:
            StoreError: if that cannot be done; the file is then as it was.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._lock():
                kept = self._read()
                self._replace((*kept, *records))
                self._records = (*kept, *records)
                self._stamp = self._file_stamp()
        except (OSError, Timeout) as error:
            raise StoreError(
                f"This correction cannot be saved in {self.path}: {_cause(error)}."
            ) from error

    def _load(self) -> tuple[Record, ...]:
        """Read, and mend what is damaged under the lock, so that nobody writes meanwhile."""
        records, damaged = self._parse()
        if not damaged:
            return records
        with self._lock():
            return self._read()

    def _read(self) -> tuple[Record, ...]:
        """The records in the file; the lock is held."""
        if not self.path.exists():
            return ()
        records, damaged = self._parse()
        if damaged:
            aside = self._set_aside()
            lines = "1 line" if damaged == 1 else f"{damaged} lines"
            self.warning = (
                f"{lines} of the saved corrections could not be read. The other "
                f"{len(records)} are in use; the file as it was is kept as {aside}."
            )
            self._replace(records)
        return records

    def _parse(self) -> tuple[tuple[Record, ...], int]:
        records: list[Record] = []
        damaged = 0
        for line in self.path.read_bytes().split(b"\n"):
            if not line.strip():
                continue
            try:
                records.append(from_line(line.decode("utf-8")))
            except ValueError:
                damaged += 1
        return tuple(records), damaged

    def _set_aside(self) -> Path:
        """Copy the file to a name that is free."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.damaged-{number}")).exists():
            number += 1
        with aside.open("xb") as copy:
            copy.write(self.path.read_bytes())
            copy.flush()
            os.fsync(copy.fileno())
        return aside

    def _replace(self, records: Sequence[Record]) -> None:
        part = self.path.with_name(f"{self.path.name}.part")
        with part.open("wb") as file:
            file.write("".join(f"{to_line(record)}\n" for record in records).encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.path)

    def _lock(self) -> FileLock:
        return FileLock(self.path.with_name(f"{self.path.name}.lock"), timeout=_PATIENCE)

    def _file_stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def _cause(error: BaseException) -> str:
    if isinstance(error, Timeout):
        return "another program holds its lock"
    return str(getattr(error, "strerror", None) or error).lower()
