"""Where a personal name begins and ends, and which of its words tell persons apart."""

from __future__ import annotations

from collections.abc import Callable

from timeline.language import Document
from timeline.people.lexicon import HONORIFICS, OPENING, PARTICLES, SUFFIXES
from timeline.people.roles import CALLINGS, is_calling, is_title

HYPHENS = ("-", "‐", "–")
_LONGEST = 8
_PREFIXES = frozenset("anti pro non ex pre post mid t".split())


def joined_words(doc: Document, i: int) -> int:
    """Where the word at token `i` ends, hyphens included.

    Args:
        doc: the parsed article.
        i: the first token of the word.

    Returns:
        The index after its last token: "Ben-Ari" is one word of three tokens.
    """
    last = i + 1
    while last + 1 < len(doc.tokens) and (
        doc.tokens[last].text in HYPHENS
        and doc.tokens[last - 1].end == doc.tokens[last].start
        and doc.tokens[last].end == doc.tokens[last + 1].start
        and doc.tokens[last + 1].text[:1].isalpha()
        and doc.tokens[i].lower not in _PREFIXES
        and (
            doc.tokens[last + 1].text[:1].isupper()
            # "Kim Tae-ri" and "Ana-maria", but not "Ruiz-era"
            or (doc.tokens[last + 1].tag == "NNP" and doc.tokens[last - 1].tag == "NNP")
        )
    ):
        last += 2
    return last


def trimmed(doc: Document, first: int, last: int) -> tuple[int, int]:
    """Take titles, articles and verbs off a name's front, and marks off its end.

    Args:
        doc: the parsed article.
        first: the first token of what the tagger takes for a name.
        last: the token behind it.

    Returns:
        The tokens `first, last` of the name; the two are equal if nothing is left.
    """

    for i in range(first + 1, last):  # a line's end ends a name, and a title opens a new one
        if "\n" in doc.text[doc.tokens[i - 1].end : doc.tokens[i].start]:
            return trimmed(doc, first, i)
        if is_title(doc.tokens[i].text) and doc.tokens[i].lower not in SUFFIXES and i < last - 1:
            return trimmed(doc, i, last)
    shouted = [
        doc.tokens[i].text.isupper() and len(doc.tokens[i].text) > 2 for i in range(first, last)
    ]

    def is_before(i: int) -> bool:
        token = doc.tokens[i]
        if shouted[i - first] and not all(shouted):
            return True  # a heading that runs into the name
        if token.lower == "said" and i == doc.sentence_of(i).first and last - i == 2:
            return True  # "Said Ruiz: …"
        if token.lower in OPENING and i + 1 < last:
            return False
        capital = token.text[:1].isupper()
        # "Said Ruiz", "Following Ruiz": a capital letter makes no name of a verb
        verb = i + 1 < last and token.tag in ("VBD", "VBG", "VBZ", "IN", "DT", "CC", "WRB")
        calling = token.lower in CALLINGS and last - i > 2  # "Surgeon Ana Ruiz"
        return is_title(token.text) or not capital or verb or calling

    while first < last and is_before(first):
        first += 1
    while last > first and (
        doc.tokens[last - 1].tag == "POS"
        or not doc.tokens[last - 1].text[:1].isalpha()
        or (
            doc.tokens[last - 1].lower in PARTICLES - {"y", "e"}
            and doc.tokens[last - 1].text[:1].islower()
        )
    ):
        last -= 1
    for i in reversed(range(first, last)):  # "Council (MPs) Ruiz" begins behind the bracket
        if doc.tokens[i].text in (")", "]", "-RRB-") or doc.tokens[i].text.endswith(")"):
            first = i + 1
            break
    for i in range(first, last):  # "Ruiz -LRB- D" ends at the bracket
        if doc.tokens[i].text in ("(", "[", "-LRB-", ",", ";", ":"):
            return first, i
    return first, last


def whole(
    doc: Document, first: int, last: int, labels: dict[int, str], not_people: frozenset[int]
) -> tuple[int, int]:
    """Add the particles, hyphens and words that the tagger left out of a name.

    "Ali" and "al-Sayed" side by side are one name, and so is "Omar" with "El Fassi".

    Args:
        doc: the parsed article.
        first: the first token of the name.
        last: the token behind it.
        labels: the tagger's label of each token that has one.
        not_people: tokens that are known to be something else.

    Returns:
        The tokens `first, last` of the whole name.
    """
    if first >= last:
        return first, last

    def part(i: int) -> bool:
        token = doc.tokens[i]
        return (
            token.text[:1].isupper()
            and token.tag in ("NNP", "NNPS")
            and i not in not_people
            and labels.get(i, "PERSON") == "PERSON"
            and not is_title(token.text)
        )

    end = doc.sentence_of(last - 1).last
    while last < end and last - first < _LONGEST:
        grown = _next(doc, first, last, part, labels)
        if grown == last:
            break
        last = grown
    return _earlier(doc, first, last, part, labels), last


def _next(
    doc: Document, first: int, last: int, part: Callable[[int], bool], labels: dict[int, str]
) -> int:
    """Where a name ends if what stands behind it belongs to it; else where it ends already."""
    tokens = doc.tokens
    grown = joined_words(doc, last - 1)
    if grown != last:
        return grown
    end = doc.sentence_of(last - 1).last
    if tokens[last].lower in PARTICLES and tokens[last].text[:1].islower():
        k = last
        while k < end and tokens[k].lower in PARTICLES:
            k += 1
        k += k + 1 < end and tokens[k].text in HYPHENS
        belongs = k < end and part(k) and tokens[last].lower not in ("e", "y")
        return k + 1 if belongs else last
    if "\n" in doc.text[tokens[last - 1].end : tokens[last].start] or not part(last):
        return last
    # two names that the tagger tells apart are two, unless a particle binds them
    bound = {tokens[last].lower, tokens[last - 1].lower} & PARTICLES
    return last + 1 if bound or (last not in labels and _names(doc, first, last)) else last


def _earlier(
    doc: Document, first: int, last: int, part: Callable[[int], bool], labels: dict[int, str]
) -> int:
    """Where a name begins, with the particles before it and the name before those."""
    tokens = doc.tokens
    start = doc.sentence_of(first).first
    while first > start and last - first < _LONGEST:
        k = first - 1
        while k > start and tokens[k].text in HYPHENS and tokens[k].end == tokens[k + 1].start:
            k -= 1
        while k > start and tokens[k].lower in PARTICLES and tokens[k].text[:1].islower():
            k -= 1
        particle = k < first - 1 or tokens[first].lower in PARTICLES
        if particle and part(k):
            first = k
        elif k < first - 1 and tokens[k + 1].lower in OPENING:
            return k + 1
        elif _is_given(doc, first, last, part, labels):
            first -= 1
        else:
            break
    return first


def _is_given(
    doc: Document, first: int, last: int, part: Callable[[int], bool], labels: dict[int, str]
) -> bool:
    """Whether the word before a name of two is its given name, which the tagger left out.

    It has no label of its own, hangs on the name, and is nothing that people are called by.
    """
    before = doc.tokens[first - 1]
    return (
        last - first > 1
        and part(first - 1)
        and first - 1 not in labels
        and before.dep == "compound"
        and before.head in range(first, last)
        and before.end + 1 == doc.tokens[first].start
        and not before.text.isupper()
        and not is_calling(before.lower)
        and (first < 2 or doc.tokens[first - 2].tag not in ("NNP", "JJ", "DT", "POS", "PRP$"))
    )


def _names(doc: Document, first: int, last: int) -> bool:
    """Whether the word behind a span is the name that the span is a part of."""
    head = doc.head_of(range(first, last))
    return head is not None and doc.tokens[head].dep == "compound" and doc.tokens[head].head == last


def after_link(doc: Document, i: int) -> int | None:
    """Where the next member of a list begins, if token `i` links one.

    Args:
        doc: the parsed article.
        i: the token behind a member.

    Returns:
        The token behind ",", "and", "&" or ", and"; None if no link stands there.
    """
    k = i
    if k < len(doc.tokens) and doc.tokens[k].text == ",":
        k += 1
    if k < len(doc.tokens) and doc.tokens[k].lower in ("and", "&"):
        k += 1
    return k if k > i and k < len(doc.tokens) else None


def core(form: str) -> list[str]:
    """The words of a name that tell persons apart.

    Args:
        form: a name as it is printed.

    Returns:
        Its words in lower case without particles, suffixes, quotation marks and full stops.
    """
    words = [w.strip("\"“”'‘’.,").lower() for w in form.split()]
    words = [w[3:] if w[:3] in ("al-", "el-") and len(w) > 4 else w for w in words]
    kept = [w for w in words if w and w not in PARTICLES | SUFFIXES | HONORIFICS]
    return kept or [w for w in words if w]
