"""Linear-time patterns over flat text: fragments, how a rule's pattern is built, and the one scan.

google-re2 matches in time linear in the text whatever the pattern; on bytes it also needs no
re-encoding for each call, which is why the whole room works on `flat.flatten(text)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import re2

S = r"(?:(?: {1,2}\n?|\n) {0,2})"  # a gap between words, across one line's end but no blank line
_SLOT = re.compile(r"\{([A-Z_]+)\}")


def fill(pattern: str, fragments: Mapping[str, str]) -> str:
    """A rule's pattern with its {FRAGMENTS} written out."""
    return _SLOT.sub(lambda slot: fragments[slot.group(1)], pattern)


def _options(longest: bool) -> object:
    options = re2.Options()
    options.longest_match = longest
    options.case_sensitive = False
    options.never_capture = longest
    options.max_mem = 64 << 20
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    return options


class Pattern:
    """One compiled pattern: bytes in, offsets and lower-case groups out."""

    __slots__ = ("_compiled", "_names")

    def __init__(self, pattern: str, *, longest: bool = False) -> None:
        if longest:
            pattern = re.sub(r"\(\?P<\w+>", "(?:", pattern)
        self._compiled = re2.compile(pattern.encode(), _options(longest))
        self._names: Mapping[str, int] = {
            (name.decode() if isinstance(name, bytes) else name): n
            for name, n in self._compiled.groupindex.items()
        }

    def search(self, flat: bytes, start: int, end: int) -> tuple[int, int] | None:
        """The first match in `flat[start:end]`; both borders count as borders of words."""
        match = self._compiled.search(flat, start, end)
        return match.span() if match else None

    def prefix(self, flat: bytes, start: int, end: int) -> tuple[int, int] | None:
        """The match that begins at `start` and ends by `end`."""
        match = self._compiled.match(flat, start, end)
        return match.span() if match else None

    def all(self, flat: bytes, start: int, end: int) -> Iterator[Parts]:
        """Every match in `flat[start:end]`, one after another."""
        for match in self._compiled.finditer(flat, start, end):
            yield Parts(flat, match, self._names)

    def whole(self, flat: bytes, start: int, end: int) -> Parts | None:
        """The groups of a match of all of `flat[start:end]`."""
        match = self._compiled.fullmatch(flat, start, end)
        return Parts(flat, match, self._names) if match else None

    def parts(self, flat: bytes, start: int, end: int) -> Parts | None:
        """The groups of the first match in `flat[start:end]`."""
        match = self._compiled.search(flat, start, end)
        return Parts(flat, match, self._names) if match else None


class Parts:
    """The named groups of a match: `parts["month"]` is lower-case text, "" where absent."""

    __slots__ = ("_flat", "_match", "_names")

    def __init__(self, flat: bytes, match: object, names: Mapping[str, int]) -> None:
        self._flat = flat
        self._match = match
        self._names = names

    def __getitem__(self, name: str) -> str:
        return self.raw(name).lower().replace("\n", " ")

    def raw(self, name: str) -> str:
        """The group as it is written."""
        number = self._names.get(name)
        if number is None:
            return ""
        first, last = self._match.span(number)  # type: ignore[attr-defined]
        return self._flat[first:last].decode("latin-1") if first >= 0 else ""

    def span(self, name: str = "") -> tuple[int, int]:
        """Where the whole match (or a group of it) stands."""
        if name and name not in self._names:
            return (-1, -1)
        first, last = self._match.span(self._names[name] if name else 0)  # type: ignore[attr-defined]
        return int(first), int(last)


class Dispatch:
    """All the rules' patterns at once: which of them match a piece of text in full."""

    __slots__ = ("_set",)

    def __init__(self, patterns: Sequence[str]) -> None:
        self._set = re2.Set.FullMatchSet(_options(True))
        for pattern in patterns:
            self._set.Add(re.sub(r"\(\?P<\w+>", "(?:", pattern).encode())
        self._set.Compile()

    def rules(self, flat: bytes) -> list[int]:
        """The indices of the patterns that match all of `flat`, in order."""
        return sorted(self._set.Match(flat) or ())
