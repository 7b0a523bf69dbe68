"""What a person is: titles before a name, appositions after it, and the country they speak for."""

from __future__ import annotations

import re

from timeline.language import Document

TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame president vice prime minister premier pm chancellor king"
    " queen emperor empress prince princess pope sheikh sultan emir ayatollah senator sen rep"
    " congressman congresswoman governor gov mayor ambassador envoy secretary general gen colonel"
    " col major maj captain capt lieutenant lt sergeant sgt admiral judge justice professor prof"
    " chief inspector detective officer deputy foreign defense defence finance interior speaker"
    " chairman chairwoman chair ceo director leader spokesman spokeswoman spokesperson rev reverend"
    " archbishop bishop cardinal father sister coach commissioner representative attorney then"
    " former acting interim late ex".split()
)
_FEMALE = frozenset(
    "mrs ms miss lady dame queen empress princess congresswoman chairwoman spokeswoman mother wife"
    " daughter sister actress businesswoman".split()
)
_MALE = frozenset(
    "mr sir lord king emperor prince pope sheikh sultan emir congressman chairman spokesman father"
    " husband son brother actor businessman".split()
)
# Offices that speak and act for a state.
_STATE_OFFICE = re.compile(
    r"\b(president|prime minister|premier|pm|chancellor|king|queen|emperor|foreign minister|"
    r"(?:\w+ )?minister|secretary of \w+|ambassador|envoy|head of state)\b",
    re.IGNORECASE,
)


def is_title(word: str) -> bool:
    """Whether a word can stand before a name as a title or an office."""
    return word.lower().rstrip(".") in TITLES


def gender_of(words: str) -> str:
    """ "f" or "m" where a title or role tells, else an empty string."""
    found = set(re.findall(r"[a-z]+", words.lower()))
    if found & _FEMALE:
        return "f"
    return "m" if found & _MALE else ""


def is_state_office(role: str) -> bool:
    """Whether a role speaks for a state."""
    return bool(_STATE_OFFICE.search(role))


def role_of(doc: Document, first: int, last: int) -> tuple[int, int]:
    """The characters of the role of the name at tokens `first:last`; (0, 0) if there is none.

    Read before the name ("Malaysian PM Anwar Ibrahim") or in an apposition after it ("Koji Sato,
    Toyota's president,").
    """
    tokens = doc.tokens
    sentence = doc.sentence_of(first)
    k = first
    # "Secretary of State Ana Ruiz", "Minister for Trade Ana Ruiz"
    linked = k - 3 >= sentence.first and tokens[k - 2].lower in ("of", "for")
    if linked and is_title(tokens[k - 3].text) and tokens[k - 1].text[:1].isupper():
        k -= 3
    while k > sentence.first and (
        is_title(tokens[k - 1].text)
        or (
            tokens[k - 1].dep in ("compound", "amod", "nmod", "poss", "case")
            and k <= tokens[k - 1].head < last
        )
    ):
        k -= 1
    words = [t for t in tokens[k:first] if t.pos not in ("DET", "PUNCT")]
    if words and any(is_title(t.text) or t.pos == "NOUN" for t in words):
        return words[0].start, words[-1].end
    head = doc.head_of(range(first, last))
    apposition = doc.child(head, "appos") if head is not None else None
    if apposition is not None and tokens[apposition].pos == "NOUN":
        inside = doc.subtree(apposition, frozenset(("relcl", "acl", "appos", "punct", "conj")))
        inside = [i for i in inside if i >= last]
        if inside and inside[-1] - inside[0] < 12:
            return tokens[inside[0]].start, tokens[inside[-1]].end
    return 0, 0
