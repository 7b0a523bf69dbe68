"""Towns that the tagger overlooks or takes for something else: "in Lombard", "Arusha and Moshi".

Signs that are enough to look a name up: a preposition of place before it, a list that joins it to
a name the tagger calls a place, or the same name elsewhere in the text, as a place or in the
dateline. What is found still has to fit the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.places.bearers import bearers_at
from timeline.places.spans import PLACE_LABELS, NameSpan, Spans, trimmed

_NAME = r"[^\W\d_a-z][\w’'-]+(?: (?:de |del |la |el |of )?[^\W\d_a-z][\w’'-]+){0,2}"
_IN = re.compile(rf"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round) (?P<name>{_NAME})")
# "At" and "from" stand before people and firms as well: what they bear has to be no small place.
_AT = re.compile(
    rf"\b(?:[Aa]t|[Oo]ff|[Tt]o|[Ff]rom|[Vv]ia|[Rr]each(?:ed|es|ing)?|[Ll]eaving|[Ff]ar as"
    rf"|[Tt]own of|[Cc]ity of|[Pp]ort of) (?P<name>{_NAME})"
)
_PLACE_OF_NOTE = 3_000
_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w*")
_SHORTEST = 4  # letters of a name that is looked for again
# A comma alone may end an opening phrase: "On her way to Lima, Reyes spoke".
_NEXT = re.compile(rf"(?:,? and |,? or |, (?={_NAME}(?:,| and | or )))(?P<name>{_NAME})")
_LAST_WORD = re.compile(r" ([^ ]+)$")
_DAYS = frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))
# What stands in lists and after "in" in capitals and is also a town's name somewhere.
_WORDS = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday english french german spanish arabic "
    "russian christmas easter ramadan congress parliament senate republic republican democrat "
    "district city county state north south east west university college hospital island the "
    "general president".split()
)
_NEVER = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "NORP"))


def _known_name(text: str, start: int, end: int, spans: Spans) -> NameSpan | None:
    """The longest beginning of `start:end` that is a known place and cuts no other name."""
    while start < end:
        stop = end - 2 if text[start:end].endswith(("'s", "’s")) else end
        span = spans.over(start, stop)
        fits = span is None or (
            (span[0], span[1]) in ((start, stop), (start, end)) and span[2] not in _NEVER
        )
        if fits and text[start:stop].casefold() not in _WORDS:
            bearers = bearers_at(text, start, stop)
            if bearers.towns and bearers.start == start:
                return start, stop, "GPE"
        shorter = _LAST_WORD.search(text, start, end)
        # "in Nakuru Monday", but not the Reading of "in Reading Software"
        if shorter is None or shorter.group(1).casefold() not in _DAYS:
            return None
        end = shorter.start()
    return None


def untagged(text: str, spans: Spans, start: int = 0, dateline: str = "") -> Iterator[NameSpan]:
    """Names that may be towns though the tagger does not say so.

    Args:
        dateline: the town that the article was sent from, if it says so.
    """
    surnames = _surnames(text, spans)
    found = [*_behind_prepositions(text, spans, start, surnames), *_in_lists(text, spans)]
    yield from found
    known = {text[slice(*trimmed(text, name[0], name[1]))] for name in (*spans.places, *found)}
    yield from _said_again(text, spans, start, {*known, dateline} - surnames)


def _behind_prepositions(
    text: str, spans: Spans, start: int, surnames: frozenset[str]
) -> Iterator[NameSpan]:
    for pattern in (_IN, _AT):
        for match in pattern.finditer(text, start):
            found = _known_name(text, match.start("name"), match.end("name"), spans)
            if found is None or _is_place(spans, found):
                continue
            if pattern is _IN or _is_of_note(text, found, surnames):
                yield found


def _in_lists(text: str, spans: Spans) -> Iterator[NameSpan]:
    for place in spans.places:
        position = place[1]
        while (joined := _NEXT.match(text, position)) is not None:
            found = _known_name(text, joined.start("name"), joined.end("name"), spans)
            if found is None or _is_place(spans, found):
                break
            yield found
            position = found[1]


def _surnames(text: str, spans: Spans) -> frozenset[str]:
    """The last words of the persons who are named in full."""
    full = (text[a:b].split() for a, b, label in spans.names if label == "PERSON")
    return frozenset(word.strip("'’s,.") for words in full if len(words) > 1 for word in words)


def _is_of_note(text: str, name: NameSpan, surnames: frozenset[str]) -> bool:
    towns = bearers_at(text, name[0], name[1]).towns
    return text[name[0] : name[1]] not in surnames and any(
        town.population >= _PLACE_OF_NOTE for town in towns
    )


def _said_again(text: str, spans: Spans, start: int, names: set[str]) -> Iterator[NameSpan]:
    """Names that are places elsewhere in the text, or in its dateline."""
    by_first: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        if len(name) >= _SHORTEST and (first := _CAPITAL.match(name)):
            by_first.setdefault(first.group(), []).append(name)
    # by first word, so that the cost is in step with the text and not with its names
    for match in _CAPITAL.finditer(text, start) if by_first else ():
        for name in by_first.get(match.group(), ()):
            end = match.start() + len(name)
            if text.startswith(name, match.start()) and not text[end : end + 1].isalnum():
                found = _known_name(text, match.start(), end, spans)
                if found is not None and found[1] == end and not _is_place(spans, found):
                    yield found
                break


def _is_place(spans: Spans, name: NameSpan) -> bool:
    span = spans.over(name[0], name[1])
    return span is not None and span[2] in PLACE_LABELS
