"""Word lists written as running text, the way a reader checks them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def ordered(text: str) -> list[str]:
    """The words of a text in their order."""
    return text.split()
