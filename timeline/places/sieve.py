"""Which finds of the dictionary are places here: not the person Jordan, not British Airways."""

from __future__ import annotations

import re

from timeline.places.dictionary import Kind, Match
from timeline.places.spans import OTHER_LABELS, PLACE_LABELS, NameSpan, Spans, trimmed


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Places that are given names or surnames too. A tagger's PERSON counts only for these: small
# models also call Malaysia a person.
_ALSO_PEOPLE = _words(
    """
    Jordan Chad Georgia Israel Kenya India China Cuba Paris London Florence Sydney Vienna
    Sofia Lima Asia Africa America Ireland England Holland France Germany Guinea Niger
    Mali Togo Martin Montana Dakota Virginia Carolina Nevada Indiana Tennessee Alabama
    Washington Lincoln Austin Dallas Houston Madison Jackson Cleveland Melbourne Brisbane
    Milan Roma Nairobi Juba Riga Havana Kingston Hamilton Victoria Santiago Wales Scotland
    Brittany Bali Oman Jersey Guernsey Arizona Iran Dakar Bern Dublin Devon Maine Orlando
    Rio Pole Scot Finn Dane French English Welsh German Roman Irish Lao Korea Persia Chile
    Singapore Berlin
    """
)
_TITLES = _words(
    """
    Mr Mrs Ms Miss Dr Sir Lord Lady Dame Judge Justice Professor Prof Sgt
    """
)
# Words in capitals that stand before a place's name without being part of a person's.
_BEFORE_PLACES = _words(
    """
    In From To At Of And For The Near Outside Inside Across Throughout Visit North South
    East West Northern Southern Eastern Western Central Republic Kingdom State New Like
    Unlike Both But While As When Where With Between Neighboring Neighbouring Even Today
    Only
    """
)
_AFTER_DEMONYM_IN_PERSON = _words(
    """
    President Prime PM Premier Chancellor King Queen Prince Princess Foreign Defense
    Defence Finance Minister Ambassador Secretary Senator General Sen Rep Pope Emperor
    Sheikh Crown Vice Deputy Leader
    """
)
_PREVIOUS_WORD = re.compile(r"([^\W\d_][\w’'-]*)(\.?)\s$")
_NEXT_WORD = re.compile(r"\s([^\W\d_][\w’'-]*)")


def _word_before(text: str, start: int) -> tuple[str, bool]:
    """The word directly before, and whether it could belong to the same name."""
    match = _PREVIOUS_WORD.search(text, max(0, start - 40), start)
    if match is None:
        return "", False
    word, stop = match.group(1), match.group(2)
    if stop and word not in _TITLES and len(word) > 1:
        return word, False  # the end of a sentence, not an initial
    return word, word[0].isupper()


def _word_after(text: str, end: int) -> str:
    match = _NEXT_WORD.match(text, end)
    return match.group(1) if match else ""


def _reads_as_person(text: str, match: Match, label: str) -> bool:
    """Whether a name that people bear too looks like a person's where it stands."""
    name = match.entry.name
    before, joined = _word_before(text, match.start)
    if joined and before in _TITLES:
        return True
    if name.title() not in _ALSO_PEOPLE or label in PLACE_LABELS or label == "NORP":
        return False
    if label == "PERSON":
        return True
    if match.entry.kind is Kind.DEMONYM:
        return False  # adjectives stand before names in capitals all the time
    if joined and before not in _BEFORE_PLACES:
        # "Michael Jordan" where the tagger saw nothing; at a sentence's start anything is
        # in capitals, so a single word before proves nothing there.
        begin = match.start - len(before) - 1
        return not re.search(r"(?:^|[.!?\n]\s*[\"“']?)$", text[max(0, begin - 4) : begin])
    after = _word_after(text, match.end)
    return not label and after[:1].isupper() and after not in _BEFORE_PLACES


def _is_shouted(text: str, match: Match) -> bool:
    """Whether "US" stands in a line all in capitals, where it may be the pronoun."""
    # Within reason: a page without line breaks must not be read again for each find.
    before = text[max(0, match.start - 120) : match.start].rpartition("\n")[2]
    after = text[match.end : match.end + 120].partition("\n")[0]
    line = before + match.entry.name + after
    words = [word for word in line.split() if any(letter.isalpha() for letter in word)]
    return len(words) > 2 and line.upper() == line


def is_whole(text: str, match: Match, span: NameSpan) -> bool:
    """Whether the match is all of the span but for an article or a possessive ending."""
    start, end = trimmed(text, span[0], span[1])
    return match.start <= start and match.end >= end


def accepts(text: str, match: Match, spans: Spans) -> bool:
    """Whether a dictionary find stands for its place, people or body at this point of the text."""
    entry = match.entry
    span = spans.over(match.start, match.end)
    label = span[2] if span else ""
    if entry.kind is Kind.LOOKALIKE:
        return False
    if entry.tagged and (span is None or label not in PLACE_LABELS):
        return False
    if entry.tagged and span is not None and not is_whole(text, match, span):
        return False
    if entry.name == "US" and label not in PLACE_LABELS and _is_shouted(text, match):
        return False
    after = text[match.end : match.end + 9].casefold()
    if entry.kind is Kind.DEMONYM and after.startswith(("-language", "-speaking")):
        return False
    if _reads_as_person(text, match, label):
        return False
    if span is None or label not in OTHER_LABELS:
        return True
    if is_whole(text, match, span):
        return label != "LANGUAGE"
    if entry.kind is Kind.BODY:
        return label != "PERSON"
    if text.startswith(("'s ", "’s "), match.end):
        return True  # "Japan's Foreign Ministry" as one organisation: Japan is still named
    return (
        label == "PERSON"
        and entry.kind is Kind.DEMONYM
        and _word_after(text, match.end) in _AFTER_DEMONYM_IN_PERSON
    )
