"""Names that the words beside them show to be persons', whatever the tagger calls them.

"the captain, Ulf Sand,", "the judge Ines Roca", "Ulf Sand, 61,", "Sand's widow, Ina,".
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.language import Document
from timeline.people.extents import joined_words
from timeline.people.lexicon import PARTICLES
from timeline.people.roles import is_calling, is_human, is_kinship, is_title

_LONGEST = 4  # words of a name
_CLOSING = frozenset((",", ".", ";", ":", "(", ")", "-", "--", "—", "–", "'s", "’s"))
_AGES = range(5, 116)  # years
# what leads from a noun to the end of its phrase: "a dentist in Lima"
_INSIDE = frozenset("prep pobj compound det amod poss case nmod nummod punct".split())
_NEVER = frozenset("DATE TIME CARDINAL ORDINAL MONEY PERCENT QUANTITY NORP LAW LANGUAGE".split())


def names_beside(
    doc: Document, not_people: frozenset[int], labels: dict[int, str]
) -> Iterator[tuple[int, int, bool]]:
    """Find names that stand beside the noun of a person, an age or a kinship.

    Args:
        doc: the parsed article.
        not_people: tokens that are known to be something else (countries, say).
        labels: the tagger's label of each token that has one.

    Yields:
        The tokens `first, last` of each name, in text order, and whether commas fence it in, so
        that no part of it can be a name of its own.
    """
    i = 0
    while i < len(doc.tokens):
        last = _run(doc, i, not_people, labels)
        while i + 1 < last and is_calling(doc.tokens[i].lower):  # "Driver Ulf Sand, 61,"
            i += 1
        if i < last <= i + 2 * _LONGEST and _is_persons(doc, i, last):
            yield i, last, i > 0 and doc.tokens[i - 1].text == ","
        i = max(last, i + 1)


def _run(doc: Document, i: int, not_people: frozenset[int], labels: dict[int, str]) -> int:
    """Where the capitalised words that begin at token `i` end; `i` itself if none do."""
    end = doc.sentence_of(i).last
    last = i
    while last < end:
        k = last
        while last > i and k < end and doc.tokens[k].lower in PARTICLES:
            k += 1
        token = doc.tokens[k] if k < end else None
        if token is None or token.tag != "NNP" or not token.text[:1].isupper():
            break
        if k in not_people or labels.get(k) in _NEVER or is_title(token.text):
            break
        if last > i and "\n" in doc.text[doc.tokens[last - 1].end : doc.tokens[last].start]:
            break
        last = joined_words(doc, k)
    return last


def _is_persons(doc: Document, first: int, last: int) -> bool:
    words = sum(t.text[:1].isupper() for t in doc.tokens[first:last])
    several = 1 < words <= _LONGEST
    return (
        _owns_kin(doc, last)
        or _is_apposed(doc, first, last, several)
        or (several and (_is_aged(doc, last) or _is_explained(doc, first, last)))
    )


def _owns_kin(doc: Document, last: int) -> bool:
    """ "Sand's elder daughter"."""
    if last >= len(doc.tokens) or doc.tokens[last].tag != "POS":
        return False
    noun = doc.tokens[doc.tokens[last - 1].head]
    return noun.i > last and noun.tag == "NN" and is_kinship(noun.lower)


def _is_apposed(doc: Document, first: int, last: int, several: bool) -> bool:
    """ "the captain, Ulf Sand,", "a dentist in Lima, Ina Sand,", "his wife Ina"."""
    if first - 1 <= doc.sentence_of(first).first:
        return False
    before = doc.tokens[first - 1]
    closed = last >= len(doc.tokens) or doc.tokens[last].text in _CLOSING
    if before.text != ",":
        owned = doc.tokens[first - 2].tag in ("PRP$", "POS")
        if is_kinship(before.lower) and owned:
            return before.tag == "NN"
        verb = doc.tokens[doc.tokens[last - 1].head]
        runs_on = last < len(doc.tokens) and doc.tokens[last].pos in ("NOUN", "PROPN")
        other = doc.tokens[last - 1].dep.startswith("nsubj") and verb.dep in ("relcl", "acl")
        fits = before.tag == "NN" and is_human(before.lower)
        return several and fits and not (runs_on or other)
    noun = first - 2
    while doc.tokens[noun].dep in _INSIDE and doc.tokens[noun].head < noun:
        if is_human(doc.tokens[noun].lower):
            break
        noun = doc.tokens[noun].head
    token = doc.tokens[noun]
    if not closed or token.tag not in ("NN", "NNP") or token.dep == "appos":
        return False
    if not any(doc.tokens[c].dep in ("det", "poss") for c in doc.children[noun]):
        return False
    return is_kinship(token.lower) or (several and is_human(token.lower))


def _is_aged(doc: Document, last: int) -> bool:
    """ "Ulf Sand, 61, …"."""
    if last + 2 >= len(doc.tokens):
        return False
    comma, age, closing = doc.tokens[last : last + 3]
    years = age.text.isascii() and age.text.isdigit() and int(age.text) in _AGES
    return comma.text == "," and years and closing.text in (",", ".", ";")


def _is_explained(doc: Document, first: int, last: int) -> bool:
    """ "Ulf Sand, a retired surgeon"."""
    head = doc.head_of(range(first, last))
    if head is None or last >= len(doc.tokens) or doc.tokens[last].text != ",":
        return False
    noun = doc.child(head, "appos")
    if noun is None or doc.tokens[noun].tag != "NN" or not is_human(doc.tokens[noun].lower):
        return False
    return any(doc.tokens[c].lower in ("a", "an", "the") for c in doc.children_of(noun, "det"))
