"""How long the bounds of a long journey take: 500 stops, 2,000 constraints."""

from __future__ import annotations

import random
from pathlib import Path
from statistics import median
from time import perf_counter

from timeline.itinerary.network import ORIGIN, Constraint, solve

_STOPS = 500
_CONSTRAINTS = 2000
_RUNS = 7
_SPAN = 3000
_SLACK = 4


def _journey(chance: random.Random) -> list[Constraint]:
    """Constraints that a true journey satisfies: each stay, their order, and random differences."""
    days = [0, *sorted(chance.randrange(_SPAN) for _ in range(2 * _STOPS))]
    found = [Constraint(node, node + 1, 0, None) for node in range(1, 2 * _STOPS)]
    while len(found) < _CONSTRAINTS:
        a, b = sorted(chance.sample(range(len(days)), 2))
        gap = days[b] - days[a]
        found.append(
            Constraint(a, b, gap - chance.randrange(_SLACK), gap + chance.randrange(_SLACK))
        )
    return found


def run(_data: Path | None, _out: Path | None) -> None:
    """Print the median time with and without a contradiction."""
    constraints = _journey(random.Random(1))
    wrong = Constraint(ORIGIN, 2 * _STOPS, None, -_SPAN, certainty=0.5)
    for name, wanted in (("consistent", constraints), ("contradictory", [*constraints, wrong])):
        times = []
        for _ in range(_RUNS):
            start = perf_counter()
            solve(1 + 2 * _STOPS, wanted)
            times.append(1000 * (perf_counter() - start))
        print(f"{name:14} {len(wanted)} constraints  {median(times):.0f} ms")
