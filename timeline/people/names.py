"""Which words of a text are personal names, whatever the tagger calls them."""

from __future__ import annotations

from collections.abc import Callable

from timeline.language import Document, Name
from timeline.people.roles import is_title


def mistaken_towns(doc: Document, is_town: Callable[[str], bool]) -> frozenset[int]:
    """Tokens that the tagger takes for a person by one bare name, and that name a town.

    A name that is also part of somebody's full name, or that stands behind a title, is a person's.
    """
    parts = {
        doc.tokens[i].text
        for name in doc.names
        if name.label == "PERSON" and name.last - name.first > 1
        for i in range(name.first, name.last)
    }
    return frozenset(
        i
        for name in doc.names
        if name.label == "PERSON"
        and (name.last - name.first == 1 or _is_where(doc, name))
        and (name.text not in parts or _is_where(doc, name))
        and not is_titled(doc, name.first)
        and is_town(name.text)
        for i in range(name.first, name.last)
    )


def _is_where(doc: Document, name: Name) -> bool:
    """Whether a name stands where a place does: "in Al-Qaim", "close to Al-Qaim"."""
    before = doc.tokens[name.first - 1].lower if name.first else ""
    near = name.first > 1 and doc.tokens[name.first - 2].lower in ("close", "next")
    return before in ("in", "near", "outside") or (before == "to" and near)


def name_spans(doc: Document, not_people: frozenset[int]) -> list[tuple[int, int]]:
    """Token ranges of personal names without titles, possessives and stray punctuation."""
    spans: list[tuple[int, int]] = []
    taken: set[int] = set()
    bodies = _first_words_of_bodies(doc)
    for name in doc.names:
        inside = set(range(name.first, name.last))
        person = name.label == "PERSON" or (len(inside) > 1 and _is_who(doc, name))
        if not person or not_people & inside:
            continue
        if len(inside) == 1 and name.text in bodies and not is_titled(doc, name.first):
            continue
        first, last = _trimmed(doc, name)
        if first < last and all(doc.tokens[i].text[:1].isalpha() for i in range(first, last)):
            spans.append((first, last))
            taken.update(range(first, last))
    # a titled name is a person whatever the tagger says ("President Trump", "Emperor Naruhito")
    for token in doc.tokens:
        i = token.i
        if i in taken or i in not_people or i == 0 or not is_titled(doc, i) or is_title(token.text):
            continue
        last = i + 1
        while last < len(doc.tokens) and _continues_name(doc, last, taken, not_people):
            last += 1
        if token.tag.startswith("NNP") and last < len(doc.tokens) and last - i < 4:
            spans.append((i, last))
            taken.update(range(i, last))
    return sorted(spans)


def is_titled(doc: Document, i: int) -> bool:
    """Whether a title stands right before token `i`."""
    if i == 0:
        return False
    before = doc.tokens[i - 1]
    return (
        i > doc.sentence_of(i).first
        and before.text[:1].isupper()
        and is_title(before.text)
        and before.lower not in ("general", "foreign", "chief", "late", "former", "then", "vice")
    )


def _continues_name(doc: Document, i: int, taken: set[int], not_people: frozenset[int]) -> bool:
    token = doc.tokens[i]
    return token.tag == "NNP" and token.text[:1].isupper() and i not in taken | not_people


def _trimmed(doc: Document, name: Name) -> tuple[int, int]:
    first, last = name.first, name.last
    while first < last and (
        is_title(doc.tokens[first].text) or not doc.tokens[first].text[:1].isupper()
    ):
        first += 1
    while last > first and (
        doc.tokens[last - 1].tag == "POS" or not doc.tokens[last - 1].text[:1].isalpha()
    ):
        last -= 1
    return first, last


def _is_who(doc: Document, name: Name) -> bool:
    """Whether a clause with "who" or "whose" hangs on a name."""
    head = doc.head_of(range(name.first, name.last))
    return head is not None and any(
        doc.tokens[k].lower in ("who", "whose")
        for c in doc.children_of(head, "relcl")
        for k in doc.children[c]
    )


def _first_words_of_bodies(doc: Document) -> frozenset[str]:
    """ "Acme" where the article also says "Acme Holdings": a body under its short name."""
    return frozenset(
        doc.tokens[name.first].text
        for name in doc.names
        if name.label == "ORG" and name.last - name.first > 1
    )
