"""What the tagger says about a stretch of text: the name that covers it, and its label."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

NameSpan = tuple[int, int, str]
"""Start, end and OntoNotes label of a name, as a tagger gives them."""

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# Names of these kinds that merely contain a place's name are not that place.
OTHER_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"})


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without its article, possessive ending and outer blanks or punctuation."""
    while start < end and (text[start].isspace() or text[start] in "\"'“‘(,"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "\"'”’),;:"):
        end -= 1
    if text[start : start + 4].casefold() == "the ":
        start += 4
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end


@dataclass(frozen=True, slots=True)
class Spans:
    """The tagger's names, sorted and without overlaps."""

    names: tuple[NameSpan, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, names: Sequence[NameSpan]) -> Spans:
        """Sort them; of two that overlap the longer stays."""
        kept: list[NameSpan] = []
        for name in sorted(names, key=lambda n: (n[0], -n[1])):
            if not kept or name[0] >= kept[-1][1]:
                kept.append(name)
            elif name[1] - name[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = name
        return cls(tuple(kept), tuple(name[0] for name in kept))

    def over(self, start: int, end: int) -> NameSpan | None:
        """The name that covers some of `start:end`, if any."""
        position = bisect_right(self.starts, start) - 1
        if position >= 0 and self.names[position][1] > start:
            return self.names[position]
        if position + 1 < len(self.names) and self.starts[position + 1] < end:
            return self.names[position + 1]
        return None

    @property
    def places(self) -> tuple[NameSpan, ...]:
        """Names tagged as a place or a building."""
        return tuple(name for name in self.names if name[2] in PLACE_LABELS)
