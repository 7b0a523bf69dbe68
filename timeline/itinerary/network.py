"""A simple temporal network: the tightest bounds that a set of day differences implies.

After Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991):
nodes are days, an edge says that one lies at most so many days after another, and the shortest
path from the origin to a node and back gives its bounds. A negative cycle is a contradiction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf
from typing import Any

ORIGIN = 0


@dataclass(frozen=True, slots=True)
class Constraint:
    """`earliest <= later - earlier <= latest`, in days; None is unbounded.

    Attributes:
        earlier, later: node numbers; `ORIGIN` is the article's day.
        reason: the words that say so.
        certainty: which constraint gives way in a contradiction; the lowest goes first.
    """

    earlier: int
    later: int
    earliest: int | None
    latest: int | None
    reason: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Solution:
    """Bounds in days from the origin for each node, and the constraints that had to give way."""

    bounds: tuple[tuple[int | None, int | None], ...]
    relaxed: tuple[Constraint, ...]


def solve(nodes: int, constraints: Sequence[Constraint]) -> Solution:
    """Find the tightest bounds of each node.

    Args:
        nodes: how many nodes there are, the origin included.
        constraints: what is known. In a contradiction they are taken from the surest on, and
            each that contradicts those before it is left out and reported.
    """
    distances = _shortest(nodes, constraints)
    if distances is not None:
        return Solution(_bounds(distances), ())
    kept: list[Constraint] = []
    relaxed: list[Constraint] = []
    for constraint in sorted(constraints, key=lambda c: -c.certainty):
        if _shortest(nodes, [*kept, constraint]) is None:
            relaxed.append(constraint)
        else:
            kept.append(constraint)
    distances = _shortest(nodes, kept)
    assert distances is not None
    return Solution(_bounds(distances), tuple(relaxed))


def _shortest(nodes: int, constraints: Sequence[Constraint]) -> Any:
    """All-pairs shortest paths as an array, or None where there is a negative cycle."""
    # most articles have no traveller: they need not wait for these
    import numpy as np
    from scipy.sparse.csgraph import NegativeCycleError, csgraph_from_dense, floyd_warshall

    weights = np.full((nodes, nodes), np.inf)
    np.fill_diagonal(weights, 0.0)
    for c in constraints:
        if c.latest is not None:
            weights[c.earlier, c.later] = min(weights[c.earlier, c.later], c.latest)
        if c.earliest is not None:
            weights[c.later, c.earlier] = min(weights[c.later, c.earlier], -c.earliest)
    try:
        # a dense matrix would take a difference of no days for no edge at all
        return floyd_warshall(csgraph_from_dense(weights, null_value=np.inf))
    except NegativeCycleError:
        return None


def _bounds(distances: Any) -> tuple[tuple[int | None, int | None], ...]:
    return tuple(
        (
            None if isinf(back) else -int(back),
            None if isinf(there) else int(there),
        )
        for there, back in zip(distances[ORIGIN], distances[:, ORIGIN], strict=True)
    )
