"""Places in a text: each name found, decided and given coordinates.

Of several places with one name the choice is, in this order: what the phrase itself says
("Paris, Texas"), the countries and states that the text mentions elsewhere, the population.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.places.bearers import bearers_at
from timeline.places.choice import (
    Context,
    best_town,
    capital_of,
    open_names,
    read_context,
    towns_named,
    within,
)
from timeline.places.cities import Rank, Town, cities_named, divisions, divisions_named
from timeline.places.countries import countries
from timeline.places.dictionary import Entry, Kind, Match, scan
from timeline.places.mentioned import PlaceMention
from timeline.places.names import fold
from timeline.places.qualifiers import Qualifier, qualifier_at
from timeline.places.sieve import accepts
from timeline.places.spans import PLACE_LABELS, NameSpan, Spans, trimmed
from timeline.places.unlisted import beside, says_place
from timeline.places.untagged import untagged

_WORD_BEHIND = re.compile(r"\s{1,3}([^\W\d_]{1,20})")
# "GENEVA, June 3 -", "PORT SUDAN (Agency) -"
_DATELINE = re.compile(
    r"\s{0,9}([A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3})"
    r"(?:, [A-Z][A-Za-z.]{2,20} \d{1,2}\b.{0,40}? ?[-–—]| \([^()\n]{2,40}\) ?[-–—]| [-–—] )"
)
# The town of a dateline that was read off before: "LIMA, May 3 -".
_SENT_FROM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’ -]*[A-ZÀ-Þ](?=[,/(—–-]|\s)")
_TO = re.compile(r"(?<=[^\W\d_]) to (?=[^\W\d_a-z])")
_STATES = {"Georgia": ("US", "GA"), "Washington": ("US", "WA")}
_METROPOLIS = 1_000_000
# Federations whose states stand behind any town's name, however small the town.
_FEDERATIONS = {"US", "CA", "AU"}


def _is_federal_state(area: tuple[str, str]) -> bool:
    return area[0] in _FEDERATIONS and area[1] != ""


def _area_mention(text: str, qualifier: Qualifier, country: str, division: str) -> PlaceMention:
    """The qualifier itself as a mention."""
    place = (
        divisions()[country, division].place
        if (country, division) in divisions()
        else countries()[country].place
    )
    return PlaceMention(
        qualifier.start,
        qualifier.end,
        text[qualifier.start : qualifier.end],
        place,
        (country,),
        Kind.ADMIN if division else Kind.COUNTRY,
    )


def _qualified(text: str, start: int, end: int, tagged: bool) -> PlaceMention | None:
    """The name at `start:end` as the phrase behind it says, if it says anything."""
    qualifier = qualifier_at(text, end)
    if qualifier is None:
        return None
    name = text[start:end]
    bearers = bearers_at(text, start, end).towns
    town = within(bearers, qualifier.areas)
    if town is not None:
        country, division = next(
            (country, code)
            for country, code in qualifier.areas
            if town.place.country == country and code in ("", town.division)
        )
        place = town.place
    elif (
        tagged
        and not qualifier.loose
        and not any(bearer.population >= _METROPOLIS for bearer in bearers)
        and (_is_federal_state(qualifier.areas[0]) or not towns_named(name))
    ):
        # A place too small for the gazetteer: known to lie in the area, and no finer. Not for
        # "Osaka, China": a known city before another country is a list.
        country, division = qualifier.areas[0]
        area = _area_mention(text, qualifier, country, division).place
        if area is None or fold(area.name) == fold(name):
            return None
        place = replace(area, name=name)
    else:
        return None
    return PlaceMention(
        start,
        end,
        name,
        place,
        (country,),
        Kind.CITY,
        capital_of(place),
        _area_mention(text, qualifier, country, division),
    )


def _town_mention(text: str, start: int, end: int, town: Town) -> PlaceMention:
    return PlaceMention(
        start,
        end,
        text[start:end],
        town.place,
        (town.place.country,),
        Kind.CITY if town.rank is Rank.CITY else Kind.ADMIN,
        capital_of(town.place),
    )


def _next_word(text: str, end: int) -> str:
    match = _WORD_BEHIND.match(text, end)
    return match.group(1) if match else ""


def _tagged_place(
    text: str, span: NameSpan, context: Context, guessed: bool = False
) -> PlaceMention | None:
    """A city or division in a span that the tagger calls a place; `guessed` if only we do."""
    start, end = trimmed(text, span[0], span[1])
    if start >= end or text[start:end].islower():  # "the west coast" is anybody's
        return None
    qualified = _qualified(text, start, end, tagged=span[2] == "GPE")
    if qualified is not None:
        return qualified
    bearers = bearers_at(text, start, end)
    town = _state_in_list(bearers.key, start, end, context) or best_town(bearers, context)
    if town is None or (guessed and not context.expects(bearers.key, town)):
        return None
    return _town_mention(text, bearers.start, bearers.end, town)


def _state_in_list(key: str, start: int, end: int, context: Context) -> Town | None:
    """The state of the name if it stands in a list of its country's: "Idaho, Washington, Utah"."""
    beside = {context.states_before.get(start), context.states_after.get(end)} - {None}
    if key == "washington":
        beside -= {("US", "VA"), ("US", "MD")}  # the capital's own surroundings
    lands = {state[0] for state in beside if state is not None and state[1]}
    return next((town for town in divisions_named(key) if town.place.country in lands), None)


def _country_in_list(entry: Entry, start: int, end: int, context: Context) -> bool:
    """Whether a country's name stands in a list of countries: "Mexico, Peru and Cuba"."""
    joined = context.states_before.get(start), context.states_after.get(end)
    return entry.kind is Kind.COUNTRY and any(area is not None and not area[1] for area in joined)


def _says_state(text: str, match: Match) -> bool:
    """Whether the words beside "Georgia" or "Washington" say that the American state is meant."""
    before = text[max(0, match.start - 9) : match.start].casefold()
    return _next_word(text, match.end) in {"state", "State"} or before == "state of "


def _names_a_town(qualified: PlaceMention) -> bool:
    """Whether a country's name is a town's here: "Peru, Indiana", not "Mexico, in Texas"."""
    qualifier = qualified.qualifier
    return qualifier is not None and qualifier.kind is Kind.ADMIN


def _is_of(entry: Entry, town: Town) -> bool:
    """Whether the town is the entry's own country or capital."""
    if entry.capital_of:
        return capital_of(town.place) == entry.capital_of
    return town.rank is Rank.COUNTRY


def _of_match(text: str, match: Match, spans: Spans, context: Context) -> PlaceMention | None:
    """A dictionary find as a mention, or the longer town that it is the beginning of."""
    longer = _is_longer_place(text, match, spans)
    if longer is not None:
        town = _tagged_place(text, longer, context)
        if town is not None:
            return town
    entry = match.entry
    start, end = match.start, match.end
    span = spans.over(start, end)
    if entry.capital_of or entry.kind is Kind.COUNTRY:
        qualified = _qualified(
            text, start, end, tagged=bool(entry.capital_of) and (span is None or span[2] == "GPE")
        )
        if qualified is not None and (entry.capital_of or _names_a_town(qualified)):
            return qualified
        meant = context.qualified.get(fold(text[start:end]))
        if meant is not None:
            return _town_mention(text, start, end, meant)
    state = _state_in_list(fold(entry.name), start, end, context)
    if state is not None and (entry.capital_of or entry.kind is Kind.COUNTRY):
        return _town_mention(text, start, end, state)
    if entry.name.title() in _STATES and _says_state(text, match):
        return _town_mention(text, start, end, divisions()[_STATES[entry.name.title()]])
    towns = () if _country_in_list(entry, start, end, context) else open_names(match)
    if towns:
        likeliest = context.likeliest(fold(entry.name), towns)
        if (
            likeliest is not None
            and not _is_of(entry, likeliest)
            and context.leaves_home(fold(entry.name), likeliest, entry.countries[0])
        ):
            return _town_mention(text, start, end, likeliest)
    # What happens in Southeast Asia does not happen in each of its countries.
    members = entry.countries if len(entry.countries) == 1 else ()
    if entry.kind is Kind.DEMONYM and not members:
        return None
    return PlaceMention(
        start, end, text[start:end], entry.place, members, entry.kind, entry.capital_of
    )


def _is_longer_place(text: str, match: Match, spans: Spans) -> NameSpan | None:
    """The tagged span that holds the match and is a town of its own ("Kansas City")."""
    end = match.end
    span = spans.over(match.start, end)
    if span is not None and span[2] in PLACE_LABELS:
        start, stop = trimmed(text, span[0], span[1])
        if (start, stop) != (match.start, end) and start <= match.start and stop >= end:
            bearers = bearers_at(text, start, stop)
            # not the Italy of Texas in "northern Italy"
            if bearers.towns and bearers.start == start:
                return (start, stop, span[2])
    if text.startswith(" City", end) and cities_named(fold(text[match.start : end + 5])):
        return (match.start, end + 5, "GPE")
    return None


def _dateline(text: str, start: int) -> list[NameSpan]:
    """The town in capitals that opens an agency's story; taggers take it for a heading."""
    match = _DATELINE.match(text, start)
    return [] if match is None else [(match.start(1), match.end(1), "GPE")]


def find(text: str, names: Sequence[NameSpan], *, start: int = 0) -> list[PlaceMention]:
    """Places, peoples and government bodies in `text[start:]`, sorted, none overlapping.

    Args:
        text: the article's text; offsets count its characters.
        names: the tagger's names with OntoNotes labels. Countries, capitals, peoples, regions,
            seas and bodies are found without them; other towns only in GPE, LOC and FAC.
        start: where to begin, such as `Article.body_start`.
    """
    spans = Spans.of([part for name in names if name[1] > start for part in _apart(text, name)])
    opening = [name for name in _dateline(text, start) if spans.over(name[0], name[1]) is None]
    spans = Spans.of([*opening, *spans.names])
    scanned = scan(text, start)
    matches = [match for match in scanned if accepts(text, match, spans)]
    town = sent_from(text, start)
    guesses = _guesses(text, spans, scanned, start, town)
    starts = {guess[0] for guess in guesses}
    spans = Spans.of([*(name for name in spans.names if name[0] not in starts), *guesses])
    taken = {match.start for match in matches}
    hints = [m for m in scanned if m.start not in taken and m.entry.kind is Kind.ADMIN]
    context = read_context(matches, text, spans, hints, town)
    finds: list[tuple[int, Match | NameSpan]] = [(match.start, match) for match in matches]
    held = {spans.over(match.start, match.end) for match in matches}
    finds += [
        (trimmed(text, span[0], span[1])[0], span) for span in spans.places if span not in held
    ]
    finds.sort(key=lambda item: item[0])
    mentions: list[PlaceMention] = []
    free = start  # where the last mention and its qualifier end
    for begin, item in finds:
        if begin < free:
            continue
        mention = (
            _of_match(text, item, spans, context)
            if isinstance(item, Match)
            else _tagged_place(text, item, context, guessed=item in guesses)
        )
        if mention is not None:
            mentions.append(mention)
            free = mention.qualifier.end if mention.qualifier else mention.end
    unlisted = []
    for span in spans.places:
        begin, end = trimmed(text, span[0], span[1])
        if begin < end and says_place(text, begin, end) and not _overlaps(begin, end, mentions):
            mention = beside(text, begin, end, mentions)
            if mention is not None:
                unlisted.append(mention)
    return sorted([*mentions, *unlisted], key=lambda mention: mention.start)


def _apart(text: str, name: NameSpan) -> Iterator[NameSpan]:
    """The two names of "Lima to Quito", which taggers take for one."""
    joint = _TO.search(text, name[0], name[1])
    if joint is None:
        yield name
    else:
        yield name[0], joint.start(), name[2]
        yield joint.end(), name[1], name[2]


def sent_from(text: str, start: int) -> str:
    """The town of the dateline that ends at `start`, as a sentence writes it; empty if none."""
    town = _SENT_FROM.match(text[:start].rstrip().rpartition("\n")[2])
    return town.group().title() if town else ""


def _guesses(
    text: str, spans: Spans, matches: Sequence[Match], start: int, dateline: str
) -> frozenset[NameSpan]:
    """Names that may be towns though neither the tagger nor the dictionary knows them."""
    taken = [match.start for match in matches]
    return frozenset(
        span
        for span in untagged(text, spans, start, dateline)
        if bisect_left(taken, span[0]) == bisect_left(taken, span[1])
    )


def _overlaps(start: int, end: int, mentions: Sequence[PlaceMention]) -> bool:
    """Whether one of the mentions, which are in order, takes some of `start:end`."""
    last = bisect_left(mentions, end, key=lambda m: m.start) - 1
    if last < 0:
        return False
    held = mentions[last]
    return (held.qualifier.end if held.qualifier else held.end) > start


def resolve(
    text: str, extents: Sequence[tuple[int, int]], names: Sequence[NameSpan]
) -> list[PlaceMention | None]:
    """What stands at each of the given extents, by the same choice as `find`; None if unknown.

    Args:
        text: the article's text.
        extents: (start, end) of names that are known to be places.
        names: the tagger's names; those that overlap an extent give way to it.
    """
    given = Spans.of([(start, end, "GPE") for start, end in extents])
    kept = [name for name in names if given.over(name[0], name[1]) is None]
    found = find(text, [*given.names, *kept])
    listed = [m for outer in found for m in (outer, outer.qualifier) if m is not None]
    at: list[PlaceMention | None] = []
    for start, end in extents:
        inside = [m for m in listed if m.start < end and m.end > start and m.point]
        known = max(inside, key=lambda m: m.end - m.start, default=None)
        at.append(known or beside(text, start, end, found))
    return at
