"""Names of one text weighed together: of several places with a name, the one in company.

A story plays in few places that lie near each other. Each name's candidates begin with the odds
that their population gives; then each is raised by the countries, divisions and surroundings that
the other names' likelier candidates share with it, a few times over (relaxation labelling).
Nothing about who published the text is used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import exp, log1p, log10

from timeline.places.cities import Rank, Town

Cell = tuple[int, int]

_ROUNDS = 4
# How much each piece of evidence weighs, in tenfold steps of population.
_COUNTRY = 1.0
_DIVISION = 2.0
_NEAR = 2.0
_CAPITAL = 0.7
_CROWD = 5.0
# A name is the city's before it is that of the area around it (Lagos, Oaxaca).
_RANK = {Rank.CITY: 0.0, Rank.DISTRICT: -1.5, Rank.DIVISION: -1.0, Rank.COUNTRY: 0.0}
_SHARPNESS = 2.0  # odds for one step
_CANDIDATES = 40


class Evidence:
    """How much of the text speaks for each country, division and cell of one degree."""

    def __init__(self) -> None:
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.divisions: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.cells: defaultdict[Cell, float] = defaultdict(float)
        self.total = 0.0

    def add(self, town: Town, weight: float) -> None:
        """Count a place in, or out again with a negative weight."""
        country = town.place.country
        self.add_area(country, "" if town.rank is Rank.COUNTRY else town.division, weight)
        if town.rank is Rank.COUNTRY:
            return
        if town.rank is not Rank.DIVISION:
            self.cells[_cell(town)] += weight

    def add_area(self, country: str, division: str, weight: float) -> None:
        """Count a country in, and a division of it if one is given."""
        self.total += weight
        self.countries[country] += weight
        if division:
            self.divisions[country, division] += weight

    def _local(self, weight: float) -> float:
        """How much a weight counts: one name in twenty is no company in a story of the world."""
        return log1p(max(0.0, weight) * min(1.0, _CROWD * weight / max(self.total, 1e-9)))

    def score(self, town: Town, is_capital: bool = False) -> float:
        """How likely a candidate is, in tenfold steps of population."""
        country = town.place.country
        score = log10(town.population + 100) + _RANK[town.rank] + _CAPITAL * is_capital
        score += _COUNTRY * _some(self.countries.get(country, 0.0))
        if town.rank is Rank.COUNTRY:
            return score
        score += _DIVISION * self._local(self.divisions.get((country, town.division), 0.0))
        if town.rank is not Rank.DIVISION:
            score += _NEAR * self._local(self._around(_cell(town)))
        return score

    def around(self, town: Town) -> float:
        """How many other names lie near it."""
        return self._around(_cell(town))

    def _around(self, cell: Cell) -> float:
        row, column = cell
        columns = (column - 1, column, column + 1)
        weight_of = self.cells.get
        return sum([weight_of((r, c), 0.0) for r in (row - 1, row, row + 1) for c in columns])


def _cell(town: Town) -> Cell:
    return int(town.place.latitude // 1), int(town.place.longitude // 1)


def _some(weight: float) -> float:
    return log1p(max(0.0, weight))


def _odds(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    raw = [exp(_SHARPNESS * (score - top)) for score in scores]
    whole = sum(raw)
    return [part / whole for part in raw]


def weigh(
    names: Mapping[str, Sequence[Town]], known: Evidence, is_capital: Callable[[Town], bool]
) -> dict[str, dict[Town, float]]:
    """The odds of each name's candidates; `known` is left holding what all of them say together.

    Args:
        names: candidates of each name whose bearer is open.
        known: what the text says outright: countries, states, names with a qualifier.
        is_capital: whether a candidate is a capital.
    """
    candidates = {
        name: sorted(towns, key=lambda t: -t.population)[:_CANDIDATES]
        for name, towns in names.items()
        if towns
    }
    odds: dict[str, dict[Town, float]] = {name: {} for name in candidates}
    for turn in range(_ROUNDS):
        for name, towns in candidates.items():
            for town, share in odds[name].items():
                known.add(town, -share)
            scores = [known.score(town, is_capital(town)) for town in towns]
            odds[name] = dict(zip(towns, _odds(scores), strict=True))
            if turn:
                for town, share in odds[name].items():
                    known.add(town, share)
        if not turn:  # the first turn knows nothing of the others: all at once
            for shares in odds.values():
                for town, share in shares.items():
                    known.add(town, share)
    return odds
