"""A parsed text as plain values: tokens in a dependency tree, sentences and names.

Labels are those of the pipeline behind it: Universal POS, Penn Treebank tags, ClearNLP
dependencies, OntoNotes entity types.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_VERBS = ("VERB", "AUX")


@dataclass(slots=True)
class Token:
    """One token. `head` is the index of its governor; a sentence's root is its own head.

    `lower` is the text in lower case with straight quotes, for comparing with word lists.
    """

    i: int
    text: str
    lower: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first:last` and characters `start:end` of the text."""

    index: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: tokens `first:last`, characters `start:end`, OntoNotes label."""

    first: int
    last: int
    start: int
    end: int
    text: str
    label: str


@dataclass(frozen=True)
class Document:
    """A parsed text; every offset counts characters of `text`."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token, the tokens that it governs, in order."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return children

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_at(self, offset: int) -> int | None:
        """The token that covers a character, or the next one; None past the last."""
        k = bisect_right(self._token_starts, offset) - 1
        if k >= 0 and offset < self.tokens[k].end:
            return k
        return k + 1 if k + 1 < len(self.tokens) else None

    def tokens_in(self, start: int, end: int) -> range:
        """The tokens that overlap characters `start:end`."""
        first = bisect_right(self._token_starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return range(first, last)

    def head_of(self, span: range) -> int | None:
        """The token of a span whose governor lies outside it."""
        for i in span:
            if self.tokens[i].head not in span or self.tokens[i].head == i:
                return i
        return None

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of token `i` with one of these dependencies."""
        tokens = self.tokens
        for c in self.children[i]:
            if tokens[c].dep in deps:
                return c
        return None

    def children_of(self, i: int, *deps: str) -> list[int]:
        """All children of token `i` with one of these dependencies."""
        tokens = self.tokens
        return [c for c in self.children[i] if tokens[c].dep in deps]

    def clause_of_time(self, i: int) -> int:
        """The verb that a time phrase at token `i` belongs to by its place, or the token itself.

        In "The next day she flies to Oslo" the parser may take the day for the sentence's head.

        In "said on Monday it would cut jobs" the parser hangs the day on what was said, but what
        stands between a verb and the subject of its content clause is the verb's.
        """
        opened = self.child(i, "relcl", "acl") if self.tokens[i].dep == "ROOT" else None
        if opened is not None and self.child(opened, "nsubj", "nsubjpass") is not None:
            return opened
        top = i
        while self.tokens[top].head != top and self.tokens[self.tokens[top].head].pos not in _VERBS:
            top = self.tokens[top].head
        verb = self.tokens[top].head
        above = self.tokens[verb].head
        if self.tokens[verb].dep != "ccomp" or above >= top or top > verb:
            return i
        subject = self.child(verb, "nsubj", "nsubjpass", "expl", "csubj")
        mark = self.child(verb, "mark")
        opens = min(x for x in (subject, mark, verb) if x is not None)
        return above if above < top < opens else i

    def ancestors(self, i: int) -> Iterator[int]:
        """The governors of token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def subtree(self, i: int, stop: frozenset[str] = frozenset()) -> list[int]:
        """Token `i` and all below it, in text order, not entering dependencies in `stop`."""
        children, tokens = self.children, self.tokens
        found = [i]
        for k in found:
            below = children[k]
            if below:
                found += [c for c in below if tokens[c].dep not in stop] if stop else below
        return sorted(found)

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that token `i` stands in."""
        return self.sentences[self.tokens[i].sentence]
