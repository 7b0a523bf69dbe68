"""Bounds from differences of days: against brute force, and in contradiction."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.itinerary.network import ORIGIN, Constraint, solve

SPAN = 6


@st.composite
def journeys(draw: st.DrawFn) -> tuple[list[int], list[Constraint]]:
    """A true journey, and constraints that it satisfies."""
    days = [0, *draw(st.lists(st.integers(0, SPAN), min_size=1, max_size=3))]
    pairs = st.tuples(*(st.integers(0, len(days) - 1) for _ in range(2)))
    found = []
    for a, b in draw(st.lists(pairs, max_size=6)):
        gap = days[b] - days[a]
        below = draw(st.none() | st.integers(0, 3))
        above = draw(st.none() | st.integers(0, 3))
        found.append(
            Constraint(
                a, b, None if below is None else gap - below, None if above is None else gap + above
            )
        )
    return days, found


def holds(days: tuple[int, ...], c: Constraint) -> bool:
    gap = days[c.later] - days[c.earlier]
    return (c.earliest is None or gap >= c.earliest) and (c.latest is None or gap <= c.latest)


@settings(max_examples=150)
@given(journeys())
def test_bounds_hold_the_truth_and_are_as_tight_as_brute_force(journey) -> None:
    days, constraints = journey
    boxed = [*constraints, *(Constraint(ORIGIN, k, 0, SPAN) for k in range(1, len(days)))]
    solution = solve(len(days), boxed)
    possible = [
        (0, *rest)
        for rest in product(range(SPAN + 1), repeat=len(days) - 1)
        if all(holds((0, *rest), c) for c in boxed)
    ]
    assert tuple(days) in possible
    assert solution.relaxed == ()
    for k in range(len(days)):
        values = [p[k] for p in possible]
        assert solution.bounds[k] == (min(values), max(values))


@settings(max_examples=60)
@given(journeys())
def test_one_more_constraint_never_widens(journey) -> None:
    days, constraints = journey
    if not constraints:
        return
    fewer = solve(len(days), constraints[:-1]).bounds
    more = solve(len(days), constraints).bounds
    for (a, b), (c, d) in zip(fewer, more, strict=True):
        assert a is None or (c is not None and c >= a)
        assert b is None or (d is not None and d <= b)


def test_the_least_certain_of_a_contradiction_gives_way() -> None:
    sure = Constraint(ORIGIN, 1, 5, 5, "on Friday", 1.0)
    doubtful = Constraint(ORIGIN, 1, None, 2, "by Tuesday", 0.5)
    solution = solve(2, [doubtful, sure])
    assert solution.bounds[1] == (5, 5)
    assert solution.relaxed == (doubtful,)


def test_a_difference_of_no_days_is_an_edge() -> None:
    assert solve(3, [Constraint(0, 1, 4, 4), Constraint(1, 2, 0, 0)]).bounds[2] == (4, 4)


def test_a_contradiction_out_of_the_origins_reach_is_found() -> None:
    there, back = Constraint(1, 2, 1, None, certainty=0.9), Constraint(2, 1, 1, None, certainty=0.4)
    solution = solve(3, [back, there])
    assert solution.relaxed == (back,)
    assert solution.bounds[1:] == ((None, None), (None, None))


def test_each_bound_tells_the_chain_behind_it() -> None:
    monday = Constraint(ORIGIN, 1, 2, 2, "on Monday")
    length = Constraint(1, 2, 3, 4, "lasts four days")
    order = Constraint(2, 3, 0, None, "from there")
    solution = solve(4, [order, length, monday])
    assert [c.reason for c in solution.chains[3][0]] == [
        "from there",
        "lasts four days",
        "on Monday",
    ]
    assert solution.chains[3][1] == ()


@settings(max_examples=60)
@given(journeys())
def test_a_chain_adds_up_to_its_bound(journey) -> None:
    days, constraints = journey
    solution = solve(len(days), constraints)
    for node, (earliest, latest) in enumerate(solution.bounds):
        for bound, chain in zip((earliest, latest), solution.chains[node], strict=True):
            if bound is None or node == ORIGIN:
                continue
            alone = solve(len(days), chain).bounds[node]
            assert bound in alone or not chain
