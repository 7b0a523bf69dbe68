"""Titles inside a lane: what stands at the lane's head need not be said again in each label."""

from __future__ import annotations

from collections.abc import Iterable

# "Anna Berg and Bo Lind meet": without its first name it is no title.
_AND = frozenset({"and", "or", "und", "oder", "y", "e", "o", "et", "ou"})


def heads_of(name: str, *, person: bool) -> tuple[str, ...]:
    """What a title may leave out in the lane of this name: for a person, the last name too.

    Args:
        name: of the lane.
        person: whether the lane is a person's.
    """
    return (name, *name.split()[-1:]) if person else (name,)


def within(title: str, heads: Iterable[str]) -> str:
    """A title without the name that it begins with, if what is left goes on from it.

    Args:
        title: of an event.
        heads: names to leave out, as `heads_of` gives them.

    Returns:
        The rest with a capital first letter, or the whole title: of "Anna Berg's plan", "Berg
        Media sells", "Anna Berg, 54, lands" and "Anna Berg and Bo Lind meet" nothing can go.
    """
    for head in heads:
        begin, rest = title[: len(head)], title[len(head) :]
        if begin.casefold() != head.casefold():
            continue
        said = rest.removeprefix(":").lstrip(" ")
        # Titles are sentences: another capital letter is still the name of something.
        goes_on = rest.startswith(": ") or (rest[:1] == " " and said[:1].islower())
        if goes_on and said and said.split()[0].casefold() not in _AND:
            return said[0].upper() + said[1:]
    return title
