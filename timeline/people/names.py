"""Which words of a text are personal names, whatever the tagger calls them."""

from __future__ import annotations

from collections.abc import Callable

from timeline.language import Document, Name
from timeline.model import Place, PlacePrecision
from timeline.people.beside import names_beside
from timeline.people.extents import HYPHENS, after_link, trimmed, whole
from timeline.people.lexicon import BODIES, FIELDS, gender_of_given_name
from timeline.people.roles import is_title

_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
# given names that are towns' too
_TOWNS = frozenset("charlotte victoria virginia sofia eugene florence jackson".split())
_DASHED = 3  # tokens of a name with a dash, the last of which is its head
_WHERE = frozenset("on in at via near into outside".split())
_SHORTEST_SIGN = 3
_INITIALS = 6  # characters: "J.F.K." is initials, anything longer with stops is an address
# labels that the tagger gives to towns it does not know
_MISTAKEN = frozenset(("ORG", "PRODUCT", "FAC", "WORK_OF_ART"))
# verbs that go to or from a place, and those whose object is one
_GOING = frozenset(
    "go come fly sail travel drive ride walk move head return arrive leave depart flight train"
    " ferry bus road journey voyage trip visit stop way flee send bring take".split()
)
_REACHING = frozenset("reach leave enter depart quit".split())
# labels of words that are no part of a name beside them: "met Ana Ruiz Monday"
_OTHER_LABELS = frozenset("DATE TIME CARDINAL ORDINAL MONEY PERCENT QUANTITY NORP LAW".split())


def mistaken_towns(doc: Document, place_of: Callable[[str], Place | None]) -> frozenset[int]:
    """Tokens that the tagger takes for a person by one bare name, and that name a town.

    A name that is also part of somebody's full name, that stands behind a title, or by which
    somebody acts and which never says where, is a person's; but a state may act.

    Args:
        doc: the parsed article.
        place_of: what place a gazetteer knows by a name, if any.

    Returns:
        The indices of those tokens.
    """
    parts = {
        doc.tokens[i].text
        for name in doc.names
        if name.label == "PERSON" and name.last - name.first > 1
        for i in range(name.first, name.last)
    } | {t.text for t in doc.tokens if t.text[:1].isupper() and is_titled(doc, t.i)}
    acting = _that_act(doc)

    def is_place(name: str) -> bool:
        place = place_of(name)
        return place is not None and (
            name not in acting or place.precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION)
        )

    return frozenset(
        i
        for name in doc.names
        if (name.label == "PERSON" or (name.label in _MISTAKEN and _is_where(doc, name)))
        and (name.last - name.first == 1 or _is_where(doc, name))
        and (name.text not in parts or _is_where(doc, name))
        and not is_titled(doc, name.first)
        and is_place(name.text)
        for i in range(name.first, name.last)
    )


def _that_act(doc: Document) -> frozenset[str]:
    """Bare names that do what persons and bodies do, and by which the text never says where."""
    bare = [n for n in doc.names if n.label == "PERSON" and n.last - n.first == 1]
    where = {
        n.text for n in bare if doc.tokens[max(0, n.first - 1)].lower in _WHERE - {"on", "via"}
    }
    acting: set[str] = set()
    for name in bare:
        token = doc.tokens[name.first]
        verb = doc.tokens[token.head]
        does = token.dep == "nsubj" and verb.pos == "VERB" and doc.child(verb.i, "auxpass") is None
        called = name.first > 0 and doc.tokens[name.first - 1].lower == "the"
        if does or (called and token.dep == "compound"):
            acting.add(name.text)
    return frozenset(acting - where)


def _is_where(doc: Document, name: Name) -> bool:
    """Whether a name stands where a place does: "in Al-Qaim", "close to Al-Qaim", "left Callao"."""
    head = doc.head_of(range(name.first, name.last))
    if head is None or name.first == 0:
        return False
    before = doc.tokens[name.first - 1].lower
    above = doc.tokens[doc.tokens[head].head]
    if before in ("in", "near", "outside", "at"):
        return True
    if before == "to" and doc.tokens[name.first - 2].lower in ("close", "next"):
        return True
    if before in ("to", "from", "for", "via", "through") and above.dep == "prep":
        return doc.tokens[above.head].lemma in _GOING
    return doc.tokens[head].dep == "dobj" and above.lemma in _REACHING


def name_spans(doc: Document, not_people: frozenset[int]) -> list[tuple[int, int]]:
    """Find personal names, without titles, possessives and stray punctuation.

    Args:
        doc: the parsed article.
        not_people: tokens that are known to be something else (countries, say).

    Returns:
        Token ranges `first, last` in text order; no two overlap.
    """
    labels = {i: name.label for name in doc.names for i in range(name.first, name.last)}
    taken: dict[int, tuple[int, int]] = {}
    bodies = _first_words_of_bodies(doc)
    common = _written_small(doc)
    for name in doc.names:
        inside = set(range(name.first, name.last))
        person = name.label == "PERSON" or (len(inside) > 1 and _is_who(doc, name))
        if not person or not_people & inside:
            continue
        if len(inside) == 1 and name.text in bodies and not is_titled(doc, name.first):
            continue
        first, last = whole(doc, *trimmed(doc, name.first, name.last), labels, not_people)
        if first < last and _is_personal(doc, first, last, common):
            _take(taken, first, last)
    _drop_where(doc, taken)
    # a titled name is a person whatever the tagger says ("President Trump", "Emperor Naruhito")
    for token in doc.tokens:
        i = token.i
        if i in taken or i in not_people or not is_titled(doc, i) or is_title(token.text):
            continue
        last = i
        while _continues_name(doc, last, taken, not_people, labels):
            last += 1
        first, last = whole(doc, i, last, labels, not_people)
        if first < last and last - first <= 4 and _is_personal(doc, first, last, frozenset()):
            _take(taken, first, last)
    for first, last, fenced in names_beside(doc, not_people, labels):
        new = taken.keys().isdisjoint(range(first, last))
        if (new or fenced) and _is_personal(doc, first, last, frozenset()):
            _take(taken, first, last)
    _add_given(doc, taken, not_people, labels)
    _add_nicknamed(doc, taken)
    _add_listed(doc, taken, not_people, labels)
    return sorted(set(taken.values()))


def is_titled(doc: Document, i: int) -> bool:
    """Whether a title stands right before token `i`.

    Args:
        doc: the parsed article.
        i: the first token of what may be a name.

    Returns:
        True after "President", "Mr.", "coach" and the like, but not after the hour ("at 9 PM").
    """
    if i == 0 or i <= doc.sentence_of(i).first:
        return False
    before = doc.tokens[i - 1]
    if before.text == "State" and i - 3 >= doc.sentence_of(i).first:  # "Secretary of State Ruiz"
        return doc.tokens[i - 2].lower == "of" and doc.tokens[i - 3].lower == "secretary"
    if not is_title(before.text) or before.lower.rstrip(".") in FIELDS:
        return False
    if before.lower == "pm" and i > 1 and not doc.tokens[i - 2].text[:1].isalpha():
        return False
    if before.text[:1].isupper():
        return True
    # a small title belongs to the name that the parser hangs it on: "former president Ruiz"
    return before.dep in ("compound", "nmod") and i <= before.head < i + _DASHED


def _drop_where(doc: Document, taken: dict[int, tuple[int, int]]) -> None:
    """Drop single names by which nobody acts, and which only say where: "on Chirper"."""
    places: dict[str, list[int]] = {}
    acting: set[str] = set()
    for first, last in set(taken.values()):
        token = doc.tokens[first]
        where = token.dep == "pobj" and doc.tokens[token.head].lower in _WHERE
        if last - first == 1 and where and not is_titled(doc, first):
            places.setdefault(token.lower, []).append(first)
        else:
            acting.update(doc.tokens[i].lower for i in range(first, last))
    for word, found in places.items():
        if word not in acting:
            for i in found:
                del taken[i]


def _take(taken: dict[int, tuple[int, int]], first: int, last: int) -> None:
    """Note a span, joined with those that it runs into."""
    for i in range(first, last):
        if i in taken:
            first, last = min(first, taken[i][0]), max(last, taken[i][1])
    for i in range(first, last):
        taken[i] = (first, last)


def _continues_name(
    doc: Document,
    i: int,
    taken: dict[int, tuple[int, int]],
    not_people: frozenset[int],
    labels: dict[int, str],
) -> bool:
    if i >= len(doc.tokens) or i in taken or i in not_people or labels.get(i) in _OTHER_LABELS:
        return False
    token = doc.tokens[i]
    return token.tag == "NNP" and token.text[:1].isupper()


def _is_personal(doc: Document, first: int, last: int, common: frozenset[str]) -> bool:
    """Whether a span looks like a person's name and not like a body's or a thing's."""
    tokens = doc.tokens[first:last]
    if not all(t.text[:1].isalpha() or t.text in (*HYPHENS, '"', "“", "”", "'") for t in tokens):
        return False
    if any(mark in t.text for t in tokens for mark in "[]@/_"):
        return False
    if any("." in t.text[:-1] and len(t.text) > _INITIALS for t in tokens):
        return False  # "Example.com"
    if tokens[-1].lower in BODIES and not is_titled(doc, first):
        return False
    if len(tokens) == 1:
        if _is_call_sign(doc, first):
            return False
        family = tokens[0].text.endswith("s") and first > 0 and doc.tokens[first - 1].lower == "the"
        return tokens[0].tag != "NNPS" and tokens[0].lower not in common and not family
    head = doc.head_of(range(first, last))
    article = first > 0 and doc.tokens[first - 1].lower == "the"
    # "the Silver Star" is a thing, "the Ana Ruiz trial" is about a person
    return not (article and head is not None and doc.tokens[head].dep != "compound")


def _is_call_sign(doc: Document, i: int) -> bool:
    """Whether a bare name is an abbreviation, all in capitals where other words are not: "KQXR"."""
    word = doc.tokens[i].text
    if len(word) < _SHORTEST_SIGN or not word.isupper() or is_titled(doc, i):
        return False
    sentence = doc.sentence_of(i)
    return any(t.text.islower() for t in doc.tokens[sentence.first : sentence.last])


def _add_given(
    doc: Document,
    taken: dict[int, tuple[int, int]],
    not_people: frozenset[int],
    labels: dict[int, str],
) -> None:
    """Add names that open with a usual given name, though the tagger takes them for towns."""
    inner = {i for name in doc.names for i in range(name.first + 1, name.last)}
    for token in doc.tokens:
        i = token.i
        if i in taken or i in inner or token.lower in _TOWNS or not token.text[:1].isupper():
            continue
        if not gender_of_given_name(token.text) or (i and doc.tokens[i - 1].lower == "the"):
            continue
        last = i
        while _continues_name(doc, last, taken, not_people, labels):
            last += 1
        behind = doc.tokens[last].tag if last < len(doc.tokens) else ""
        first, last = whole(doc, i, last, labels, not_people)
        enough = 2 <= last - first <= 4 and behind != "NNPS" and first == i
        if enough and _is_personal(doc, first, last, frozenset()):
            _take(taken, first, last)


def _add_nicknamed(doc: Document, taken: dict[int, tuple[int, int]]) -> None:
    """Join the halves of a name around a nickname: 'Dara "Bo" Quinn'."""
    for i in range(1, len(doc.tokens) - 3):
        before, mark, nick, closing, after = doc.tokens[i - 1 : i + 4]
        if mark.text not in _QUOTES or closing.text not in _QUOTES:
            continue
        capital = all(t.tag == "NNP" and t.text[:1].isupper() for t in (before, nick, after))
        if capital and not nick.text.isupper():
            first = taken.get(i - 1, (i - 1, i))[0]
            last = taken.get(i + 3, (i + 3, i + 4))[1]
            _take(taken, first, last)


def _written_small(doc: Document) -> frozenset[str]:
    """Words that the article also writes small, so that a capital does not make them names."""
    return frozenset(t.text for t in doc.tokens if t.text[:1].islower() and t.pos != "PROPN")


def _add_listed(
    doc: Document,
    taken: dict[int, tuple[int, int]],
    not_people: frozenset[int],
    labels: dict[int, str],
) -> None:
    """Add names that stand in a list of persons: "Ana Ruiz, Bo Lund and Tam Oduya"."""
    for first, last in sorted(set(taken.values())):
        if taken.get(first) != (first, last):
            continue
        persons = 1
        k = last
        while (start := after_link(doc, k)) is not None:
            if start in taken:
                persons += 1
                k = taken[start][1]
                continue
            end = start
            while _continues_name(doc, end, taken, not_people, labels):
                end += 1
            between = after_link(doc, end) in taken and doc.tokens[start - 1].text == ","
            sure = labels.get(start) not in ("ORG", "GPE", "LOC", "FAC") or persons > 1 or between
            small = end < len(doc.tokens) and doc.tokens[end].pos in ("NOUN", "PROPN", "NUM")
            ended = doc.tokens[k].lower == "and" or after_link(doc, end) is not None
            titled = any(is_title(t.text) for t in doc.tokens[start:end])
            listed = sure and ended and not small and not titled and 2 <= end - start <= 4
            if not listed or not _is_personal(doc, start, end, frozenset()):
                break
            _take(taken, start, end)
            persons += 1
            k = end


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
        doc.tokens[first].text
        for name in doc.names
        for first in (name.first + (doc.tokens[name.first].lower == "the"),)
        if name.label == "ORG" and name.last - first > 1
    )
