"""Look-up by name in a CSV file that is sorted by folded name, without reading it all."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from timeline.places.names import fold
from timeline.resources import data_path


class SortedRows:
    """Rows of a file of `data/` by the folded name in their first column.

    The file is kept as the bytes it is and searched by halving: 200,000 rows as objects would
    take longer to load than an article takes to read.
    """

    def __init__(self, file: str) -> None:
        self._bytes = data_path(file).read_bytes()
        self._first = self._bytes.index(b"\n") + 1

    def _line_from(self, position: int) -> tuple[int, str]:
        """Where the line ends that begins at `position`, and the line."""
        end = self._bytes.find(b"\n", position)
        end = len(self._bytes) if end < 0 else end
        return end + 1, self._bytes[position:end].decode()

    def _start_of(self, position: int) -> int:
        return max(self._bytes.rfind(b"\n", self._first, position) + 1, self._first)

    def named(self, key: str) -> Iterator[list[str]]:
        """The rows whose folded name is `key`, in the order of the file."""
        low, high = self._first, len(self._bytes)
        while low < high:
            middle = self._start_of((low + high) // 2)
            after, line = self._line_from(middle)
            if _key(line) < key:
                low = after
            else:
                high = middle
        while low < len(self._bytes):
            low, line = self._line_from(low)
            if _key(line) != key:
                return
            yield next(csv.reader([line]))


def _key(line: str) -> str:
    name = next(csv.reader([line]))[0] if line.startswith('"') else line.partition(",")[0]
    return fold(name)
