"""Which of several towns with one name is meant, from what the text says elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.model import Place, PlacePrecision
from timeline.places.bearers import Bearers, bearers_at, country_as_town
from timeline.places.cities import Rank, Town, cities_named, divisions_named
from timeline.places.countries import capitals
from timeline.places.dictionary import Kind, Match
from timeline.places.distance import distance_km
from timeline.places.names import fold
from timeline.places.neighbours import Evidence, weigh
from timeline.places.qualifiers import qualifier_at
from timeline.places.spans import Spans, trimmed

# Divisions with such names are anybody's: they need their country in the text.
_ANYBODYS = re.compile(
    r"(?:(?:north|south|east|west|central|upper|lower|middle)(?:ern)?\s?)+(?:side|region|district)?"
    r"|capital|centre|center|coast|island|islands|highlands|metropolitan"
)
# People from which a division is known also where its country is not named.
_KNOWN_DIVISION = 200_000

# Two points of one name and country that lie nearer are one town.
_SAME_TOWN_KM = 60.0
# People from which everybody knows a town.
_WELL_KNOWN = 200_000
# Other places around a town, each by its odds, that make a story local to it.
_COMPANY = 0.8

# Villages with these names are meant only where their state stands behind them.
_NOT_ALONE = frozenset(
    "earth mars venus mercury saturn uranus neptune pluto moon sun universe heaven freedom "
    "christmas congress internet web".split()
)
# What joins the members of a list.
_JOINED = re.compile(r",? (?:and |or )|, ")
_JOINING = re.compile(r"(?:,? (?:and |or )|, )$")
# Countries whose names are towns' too, but which no story of such a town leaves in doubt.
_ALWAYS_COUNTRIES = frozenset("china russia america britain".split())


@cache
def _capitals_by_name() -> dict[tuple[str, str], Place]:
    return {
        (capital.place.country, fold(name)): capital.place
        for capital in capitals()
        for name in (capital.place.name, *capital.names)
    }


def capital_of(place: Place) -> str:
    """The code of the country whose capital or seat of government the place is, else empty."""
    if place.precision is not PlacePrecision.CITY:
        return ""
    capital = _capitals_by_name().get((place.country, fold(place.name)))
    # There are other Washingtons in the United States.
    return place.country if capital and distance_km(capital, place) < _SAME_TOWN_KM else ""


def within(towns: Sequence[Town], areas: tuple[tuple[str, str], ...]) -> Town | None:
    """The most populous of the towns that lies in one of the areas."""
    inside = [
        town
        for town in towns
        if town.rank in (Rank.CITY, Rank.DISTRICT)
        and any(
            town.place.country == country and code in ("", town.division) for country, code in areas
        )
    ]
    return max(inside, key=lambda town: (town.rank is Rank.CITY, town.population), default=None)


def towns_named(name: str) -> tuple[Town, ...]:
    """Cities and divisions of the name."""
    key = fold(name)
    return cities_named(key) + divisions_named(key)


@dataclass(frozen=True, slots=True)
class Context:
    """What the text says elsewhere.

    Attributes:
        countries: ISO alpha-2 codes that the text names.
        qualified: towns by folded name that the text once names with their country or state.
        odds: for each folded name how likely each of its bearers is.
        evidence: what all names together say, for names that were not weighed.
        named: countries that the dictionary finds, by names that no town shares.
        states_before, states_after: the state that a list joins to a name, by where the name
            begins or ends.
    """

    countries: frozenset[str]
    qualified: Mapping[str, Town]
    odds: Mapping[str, Mapping[Town, float]]
    evidence: Evidence
    named: frozenset[str]
    states_before: Mapping[int, tuple[str, str]]
    states_after: Mapping[int, tuple[str, str]]

    def likeliest(self, key: str, towns: Iterable[Town]) -> Town | None:
        """Which of the towns a name means; None if there is none."""
        odds = self.odds.get(key, {})
        return max(
            towns,
            key=lambda town: (odds.get(town, 0.0), self.evidence.score(town, _is_capital(town))),
            default=None,
        )

    def leaves_home(self, key: str, town: Town, home: str) -> bool:
        """Whether a capital's or country's name may be another town's here.

        Only in a local story: one that names nothing of that country, no third country, and
        other places near the town. A world-wide story that names the Bronx means Egypt by Egypt.

        Args:
            home: the country that the name stands for elsewhere.
        """
        if key == "georgia":
            return not self.named & {"GE", "AM", "AZ"}
        foreign = self.named - {town.place.country}
        company = self.evidence.around(town) - self.odds.get(key, {}).get(town, 0.0)
        return home not in self.named and not foreign and company > _COMPANY

    def expects(self, key: str, town: Town) -> bool:
        """Whether the rest of the text makes the town likely, or everybody knows it."""
        own = self.odds.get(key, {})
        country = town.place.country
        mine = sum(share for other, share in own.items() if other.place.country == country)
        return (
            town.population >= _WELL_KNOWN or self.evidence.countries.get(country, 0.0) - mine > 0.9
        )


def _is_capital(town: Town) -> bool:
    return bool(capital_of(town.place))


def open_names(match: Match) -> tuple[Town, ...]:
    """The bearers of a capital's or country's name, if towns share it: London, Jordan, Georgia."""
    entry = match.entry
    key = fold(entry.name)
    if entry.capital_of and key != "washington":
        towns = cities_named(key)
        if any(capital_of(town.place) == entry.capital_of for town in towns):
            return towns
        return ()
    if entry.kind is Kind.COUNTRY and key not in _ALWAYS_COUNTRIES:
        namesakes = cities_named(key)
        if key == "georgia":
            namesakes += divisions_named(key)
        namesakes = tuple(t for t in namesakes if t.place.country != entry.countries[0])
        return (country_as_town(entry.countries[0]), *namesakes) if namesakes else ()
    return ()


def _known(matches: Iterable[Match], opened: Container[str]) -> tuple[Evidence, set[str]]:
    """What the finds of the dictionary say outright: countries, peoples, states."""
    evidence = Evidence()
    named: set[str] = set()
    seen: Counter[str] = Counter()
    for match in matches:
        entry = match.entry
        if len(entry.countries) != 1 or fold(entry.name) in opened:
            continue
        named.add(entry.countries[0])
        seen[entry.name] += 1
        # Said again is not said twice: a story about one town may name the president ten times.
        weight = 1.0 if seen[entry.name] == 1 else 0.2
        evidence.add_area(entry.countries[0], entry.division, weight)
    return evidence, named


def read_context(
    matches: Sequence[Match],
    text: str,
    spans: Spans,
    hints: Iterable[Match] = (),
    sent_from: str = "",
) -> Context:
    """What the finds of the dictionary and the tagged places say of the whole text.

    Args:
        matches: finds that are places here.
        hints: finds inside other names ("Ohio State University"), which still say where.
        sent_from: the town of the dateline.
    """
    names: dict[str, tuple[Town, ...]] = {}
    at: dict[int, str] = {}
    for match in matches:
        towns = open_names(match)
        if towns:
            names[fold(match.entry.name)] = towns
            at[match.start] = fold(match.entry.name)
    evidence, named = _known([*matches, *hints], names)
    outright = frozenset(named)
    qualified: dict[str, Town] = {}
    candidates = [trimmed(text, span[0], span[1]) for span in spans.places]
    candidates += [(m.start, m.end) for m in matches if m.start in at]
    found = {match.start for match in matches}
    for start, end in dict.fromkeys(candidates):
        bearers = bearers_at(text, start, end)
        town = _by_qualifier(text, end, bearers)
        if town is not None:
            named.add(town.place.country)
            # A story that says "Moscow, Idaho" once means it each time; of the seat of a
            # government this cannot be said.
            if bearers.key != "washington":
                qualified.setdefault(bearers.key, town)
        elif start not in found and bearers.towns:
            names.setdefault(bearers.key, bearers.towns)
    if sent_from and cities_named(fold(sent_from)):
        names.setdefault(fold(sent_from), cities_named(fold(sent_from)))
    for key, town in qualified.items():
        evidence.add(town, 1.0)
        names.pop(key, None)
    odds = weigh(names, evidence, _is_capital)
    before, after = {}, {}
    for match in matches:
        if match.entry.division or match.entry.kind in (Kind.COUNTRY, Kind.REGION):
            state = "".join(match.entry.countries[:1]), match.entry.division
            joint = _JOINED.match(text, match.end)
            if joint is not None:
                before[joint.end()] = state
            joint = _JOINING.search(text, max(0, match.start - 8), match.start)
            if joint is not None:
                after[joint.start()] = state
    return Context(frozenset(named), qualified, odds, evidence, outright, before, after)


def _by_qualifier(text: str, end: int, bearers: Bearers) -> Town | None:
    qualifier = qualifier_at(text, end)
    if qualifier is None or qualifier.loose:
        return None
    return within(bearers.towns, qualifier.areas)


def _is_likely(town: Town, key: str, context: Context) -> bool:
    """False for divisions that few know, in texts that say nothing of their country."""
    return (
        not town.is_division
        or town.place.country in context.countries
        or (town.population >= _KNOWN_DIVISION and _ANYBODYS.fullmatch(key) is None)
    )


def best_town(bearers: Bearers, context: Context, prefer_division: bool = False) -> Town | None:
    """The likeliest place of an unqualified name; None if the gazetteer has none."""
    key = bearers.key
    if key in context.qualified and not prefer_division:
        return context.qualified[key]
    if key in _NOT_ALONE:
        return None
    towns = tuple(town for town in bearers.towns if _is_likely(town, key, context))
    return context.likeliest(key, towns)
