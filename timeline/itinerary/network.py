"""A simple temporal network: the tightest bounds that a set of day differences implies.

After Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991):
nodes are days, an edge says that one lies at most so many days after another, and the shortest
path from the origin to a node and back gives its bounds. A negative cycle is a contradiction.
Only the paths from and to the origin are wanted, so Bellman and Ford's algorithm does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf
from typing import Any

ORIGIN = 0
# The certainty of what cannot be otherwise, and of what a reader of the text says against it.
AXIOM = inf
READER = 2.0


@dataclass(frozen=True, slots=True)
class Constraint:
    """`earliest <= later - earlier <= latest`, in days; None is unbounded.

    Attributes:
        earlier, later: node numbers; `ORIGIN` is the article's day.
        reason: what the text says, in a few words.
        certainty: which constraint gives way in a contradiction; the lowest goes first.
        source: where it says so, for instance "sentence 9".
        reverse: the same, told of the earlier node: "before Lima" for "after Rome".
    """

    earlier: int
    later: int
    earliest: int | None
    latest: int | None
    reason: str = ""
    certainty: float = 1.0
    source: str = ""
    reverse: str = ""


@dataclass(frozen=True, slots=True)
class Solution:
    """Bounds in days from the origin for each node, and why.

    Attributes:
        bounds: the earliest and latest day of each node; None is unbounded.
        relaxed: the constraints that had to give way.
        chains: for each node the constraints behind its earliest and behind its latest day, from
            the node's own on back to the origin.
    """

    bounds: tuple[tuple[int | None, int | None], ...]
    relaxed: tuple[Constraint, ...]
    chains: tuple[tuple[tuple[Constraint, ...], tuple[Constraint, ...]], ...] = ()


def solve(nodes: int, constraints: Sequence[Constraint]) -> Solution:
    """Find the tightest bounds of each node.

    Args:
        nodes: how many nodes there are, the origin included.
        constraints: what is known. In a contradiction they are taken from the surest on, and
            each that contradicts those before it is left out and reported.
    """
    if _is_consistent(nodes, constraints):
        return _solution(nodes, constraints, ())
    kept: list[Constraint] = []
    relaxed: list[Constraint] = []
    waiting = sorted(constraints, key=lambda c: -c.certainty)
    while waiting:
        # the longest start of the list that agrees with what is kept, by halving
        low, high = 0, len(waiting)
        while low < high:
            middle = (low + high + 1) // 2
            if _is_consistent(nodes, [*kept, *waiting[:middle]]):
                low = middle
            else:
                high = middle - 1
        kept += waiting[:low]
        relaxed += waiting[low : low + 1]
        waiting = waiting[low + 1 :]
    return _solution(nodes, kept, tuple(relaxed))


# An edge for each pair of nodes: how many days the second lies at most after the first, and who
# says so.
_Edges = dict[tuple[int, int], tuple[int, Constraint | None]]


def _edges(constraints: Sequence[Constraint]) -> _Edges:
    edges: _Edges = {}
    for c in constraints:
        for pair, days in (
            ((c.earlier, c.later), c.latest),
            ((c.later, c.earlier), None if c.earliest is None else -c.earliest),
        ):
            known = edges.get(pair)
            if days is not None and (known is None or days < known[0]):
                edges[pair] = (days, c)
    return edges


def _is_consistent(nodes: int, constraints: Sequence[Constraint]) -> bool:
    """Whether there is no negative cycle anywhere, be it out of the origin's reach."""
    edges = _edges(constraints)
    everywhere = {(nodes, node): (0, None) for node in range(nodes)}
    return _paths(nodes + 1, {**edges, **everywhere}, nodes) is not None


def _solution(
    nodes: int, constraints: Sequence[Constraint], relaxed: tuple[Constraint, ...]
) -> Solution:
    there = _edges(constraints)
    back = {(b, a): value for (a, b), value in there.items()}
    up, down = _paths(nodes, there, ORIGIN), _paths(nodes, back, ORIGIN)
    assert up is not None
    assert down is not None
    bounds = tuple(
        (
            None if isinf(down[0][k]) else -int(down[0][k]),
            None if isinf(up[0][k]) else int(up[0][k]),
        )
        for k in range(nodes)
    )
    chains = tuple((_chain(down[1], back, k), _chain(up[1], there, k)) for k in range(nodes))
    return Solution(bounds, relaxed, chains)


def _chain(previous: Any, edges: _Edges, node: int) -> tuple[Constraint, ...]:
    """The constraints on the shortest path to a node, the last one first."""
    chain: list[Constraint] = []
    while node != ORIGIN and previous[node] >= 0:
        before = int(previous[node])
        constraint = edges[before, node][1]
        assert constraint is not None
        chain.append(constraint)
        node = before
    return tuple(chain)


def _paths(nodes: int, edges: _Edges, start: int) -> tuple[Any, Any] | None:
    """Lengths of the shortest paths from a node, and the node before each; None in a cycle."""
    # most articles have no traveller: they need not wait for these
    import numpy as np
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import NegativeCycleError, bellman_ford

    # an edge of no days must be stored, so the matrix is made from its parts
    ordered = sorted(edges)
    ends = np.array([pair[1] for pair in ordered], dtype=np.int32)
    days = np.array([edges[pair][0] for pair in ordered], dtype=float)
    counts = np.bincount(np.array([p[0] for p in ordered], dtype=np.int64), minlength=nodes)
    starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
    graph = csr_array((days, ends, starts), shape=(nodes, nodes))
    try:
        lengths, previous = bellman_ford(graph, indices=[start], return_predecessors=True)
    except NegativeCycleError:
        return None
    return lengths[0], previous[0]
