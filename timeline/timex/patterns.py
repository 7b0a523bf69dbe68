"""Linear-time patterns over flat text: fragments, how a rule's pattern is built, and the one scan.

google-re2 matches in time linear in the text whatever the pattern; on bytes it also needs no
re-encoding for each call, which is why the whole room works on `flat.flatten(text)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

import re2

S = r"(?:(?: {1,2}\n?|\n) {0,2})"  # a gap between words, across one line's end but no blank line
Match = Callable[[object, bytes, int, int], list[tuple[int, int]]]
_ANYWHERE = re2._re2.RE2.Anchor.UNANCHORED
_AT_START = re2._re2.RE2.Anchor.ANCHOR_START
_WHOLE = re2._re2.RE2.Anchor.ANCHOR_BOTH
_SLOT = re.compile(r"\{([A-Z_]+)\}")


def fill(pattern: str, fragments: Mapping[str, str]) -> str:
    """A rule's pattern with its {FRAGMENTS} written out."""
    return _SLOT.sub(lambda slot: fragments[slot.group(1)], pattern)


def _options(longest: bool) -> re2.Options:
    options = re2.Options()
    options.longest_match = longest
    options.case_sensitive = False
    options.never_capture = longest
    options.max_mem = 64 << 20
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    return options


class Pattern:
    """One compiled pattern: bytes in, offsets and lower-case groups out.

    It calls the compiled expression itself, not the package's wrapper of it, whose generator and
    match object cost more than a match.
    """

    __slots__ = ("_match", "_names")

    def __init__(self, pattern: str, *, longest: bool = False) -> None:
        if longest:
            pattern = re.sub(r"\(\?P<\w+>", "(?:", pattern)
        compiled = re2.compile(pattern.encode(), _options(longest))
        self._match: Match = compiled._regexp.Match
        self._names: Mapping[str, int] = {
            (name.decode() if isinstance(name, bytes) else name): n
            for name, n in compiled.groupindex.items()
        }

    def search(self, flat: bytes, start: int, end: int) -> tuple[int, int] | None:
        """The first match in `flat[start:end]`; both borders count as borders of words."""
        found = self._match(_ANYWHERE, flat, start, min(end, len(flat)))[0]
        return found if found[0] >= 0 else None

    def prefix(self, flat: bytes, start: int, end: int) -> tuple[int, int] | None:
        """The match that begins at `start` and ends by `end`."""
        found = self._match(_AT_START, flat, start, min(end, len(flat)))[0]
        return found if found[0] >= 0 else None

    def all(self, flat: bytes, start: int, end: int) -> Iterator[Parts]:
        """Every match in `flat[start:end]`, one after another."""
        end = min(end, len(flat))
        while start <= end:
            spans = self._match(_ANYWHERE, flat, start, end)
            first, last = spans[0]
            if first < 0:
                return
            yield Parts(flat, spans, self._names)
            start = last if last > start else start + 1

    def whole(self, flat: bytes, start: int, end: int) -> Parts | None:
        """The groups of a match of all of `flat[start:end]`."""
        spans = self._match(_WHOLE, flat, start, min(end, len(flat)))
        return Parts(flat, spans, self._names) if spans[0][0] >= 0 else None

    def parts(self, flat: bytes, start: int, end: int) -> Parts | None:
        """The groups of the first match in `flat[start:end]`."""
        spans = self._match(_ANYWHERE, flat, start, min(end, len(flat)))
        return Parts(flat, spans, self._names) if spans[0][0] >= 0 else None


class Parts:
    """The named groups of a match: `parts["month"]` is lower-case text, "" where absent."""

    __slots__ = ("_flat", "_names", "_spans")

    def __init__(self, flat: bytes, spans: list[tuple[int, int]], names: Mapping[str, int]) -> None:
        self._flat = flat
        self._spans = spans
        self._names = names

    def __getitem__(self, name: str) -> str:
        number = self._names.get(name)
        if number is None:
            return ""
        first, last = self._spans[number]
        if first < 0:
            return ""
        return self._flat[first:last].decode("latin-1").lower().replace("\n", " ")

    def raw(self, name: str) -> str:
        """The group as it is written."""
        number = self._names.get(name)
        if number is None:
            return ""
        first, last = self._spans[number]
        return self._flat[first:last].decode("latin-1") if first >= 0 else ""

    def span(self, name: str = "") -> tuple[int, int]:
        """Where the whole match (or a group of it) stands."""
        if not name:
            return self._spans[0]
        number = self._names.get(name)
        return self._spans[number] if number is not None else (-1, -1)


class Tail:
    """A `re` pattern that ends where the text searched ends: "the end of", "by the", before a date.

    `re` would try it at every place from the left; RE2 runs it backwards from the end and mostly
    stops at the first letter. It only says where; the match and its groups are those of `re`.
    """

    __slots__ = ("_match", "_plain")

    def __init__(self, plain: re.Pattern[bytes]) -> None:
        self._plain = plain
        self._match: Match | None = None
        options = _options(False)
        options.never_capture = True
        try:
            self._match = re2.compile(self.source(), options)._regexp.Match
        except re2.error:  # it looks around itself, which RE2 cannot
            self._match = None

    @classmethod
    def of(cls, pattern: re.Pattern[bytes] | Tail) -> Tail:
        """The pattern itself if it is one already."""
        return pattern if isinstance(pattern, Tail) else cls(pattern)

    def source(self) -> bytes:
        """The pattern for RE2, with its case folded as it was."""
        folded = self._plain.flags & re.IGNORECASE
        return (b"(?i:%s)" if folded else b"(?-i:%s)") % self._plain.pattern

    def search(self, flat: bytes, start: int, end: int) -> re.Match[bytes] | None:
        """The first match in `flat[start:end]` that reaches to `end`."""
        if self._match is None or not end or flat[end - 1] == 10:
            return self._plain.search(flat, start, end)  # "$" also stands before a last \n
        base = start - 1 if start else 0  # the letter before says whether a word begins
        first = self._match(_ANYWHERE, flat[base:end], start - base, end - base)[0][0]
        return self._plain.match(flat, base + first, end) if first >= 0 else None


class Tails:
    """Several patterns that end where the text searched ends, asked at once: most dates have none.

    Args:
        tails: the patterns.
        reach: how far before its end any of them begins, in characters.
    """

    __slots__ = ("_match", "_reach")

    def __init__(self, tails: Sequence[Tail], reach: int) -> None:
        self._reach = reach
        self._match: Callable[[bytes], list[int]] | None = None
        options = _options(False)
        options.never_capture = True
        together = re2.Set.SearchSet(options)
        try:
            for tail in tails:
                together.Add(tail.source())
        except re2.error:
            return  # one looks around itself: they are asked one by one
        together.Compile()
        self._match = together._set.Match

    def none(self, flat: bytes, end: int) -> bool:
        """Whether surely none of them ends at `end`."""
        if self._match is None or (end and flat[end - 1] == 10):
            return False
        return not self._match(flat[max(0, end - self._reach) : end])


class Dispatch:
    """All the rules' patterns at once: which of them match a piece of text in full."""

    __slots__ = ("_match", "rules")

    def __init__(self, patterns: Sequence[str]) -> None:
        together = re2.Set.FullMatchSet(_options(True))
        for pattern in patterns:
            together.Add(re.sub(r"\(\?P<\w+>", "(?:", pattern).encode())
        together.Compile()
        self._match: Callable[[bytes], list[int]] = together._set.Match
        # the indices of the patterns that match all of a piece, in order; texts say the same often
        self.rules: Callable[[bytes], list[int]] = lru_cache(maxsize=4096)(self._rules)

    def _rules(self, piece: bytes) -> list[int]:
        return sorted(self._match(piece))
