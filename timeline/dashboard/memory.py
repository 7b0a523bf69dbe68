"""Articles that were open a short while ago, so that a reload or a second tab finds them again.

They are in the memory of the server alone, under a name that nobody can guess and that stands in
the address of the page; they are forgotten when the server ends, or when many newer ones came.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import streamlit as st

from timeline.model import Article

MOST = 100  # sets of articles
MOST_CHARACTERS = 50_000_000  # of all of them


class Memory:
    """Sets of articles by their names; the one that was not used for longest goes first.

    Args:
        most: how many sets are kept.
        most_characters: how many characters their texts may have together. The newest set is
            kept whatever its size, as it is open anyway.
    """

    def __init__(self, most: int = MOST, most_characters: int = MOST_CHARACTERS) -> None:
        self._most = most
        self._most_characters = most_characters
        self._kept: OrderedDict[str, tuple[Article, ...]] = OrderedDict()
        self._lock = Lock()  # each page of the server runs in a thread of its own

    def keep(self, name: str, articles: Sequence[Article]) -> None:
        """Keep articles under a name, as the ones that were used last."""
        with self._lock:
            self._kept[name] = tuple(articles)
            self._kept.move_to_end(name)
            while len(self._kept) > 1 and self._is_full():
                self._kept.popitem(last=False)

    def recall(self, name: str) -> tuple[Article, ...]:
        """The articles of this name; none if it was never given, or is forgotten."""
        with self._lock:
            return self._kept.get(name, ())

    def _is_full(self) -> bool:
        characters = sum(len(a.text) for articles in self._kept.values() for a in articles)
        return len(self._kept) > self._most or characters > self._most_characters


def new_name() -> str:
    """A name that nobody can guess: whoever has it can read the articles on this server."""
    return secrets.token_urlsafe(16)


@st.cache_resource(show_spinner=False)
def of_server() -> Memory:
    """The memory that all pages of this server share."""
    return Memory()
