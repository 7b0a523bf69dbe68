"""Why each bound holds, in words: the chain of what is said, each link with its sentence."""

from __future__ import annotations

from datetime import date

from timeline.itinerary.network import ORIGIN, Constraint, Solution
from timeline.model import Bounds

Chains = tuple[str, str, str, str]
_SIDES = ("not before", "not after")


def chains_of(solution: Solution, arrive: int, depart: int) -> Chains:
    """What each bound of a stay follows from.

    Args:
        solution: the solved network.
        arrive, depart: the nodes of the stay's ends.

    Returns:
        A chain for the earliest and latest arrival and the earliest and latest departure, each
        from the bound's own reason back to a date; empty for a side that is open.
    """
    early, late, early_end, late_end = (
        chain_in_words(solution, node, side) for node in (arrive, depart) for side in (0, 1)
    )
    return early, late, early_end, late_end


def chain_in_words(solution: Solution, node: int, side: int) -> str:
    """ "after Lima (sentence 3) ← arrives in Lima on Sunday (sentence 2)".

    Args:
        solution: the solved network.
        node: the end of a stay.
        side: 0 for its earliest day, 1 for its latest.
    """
    links = []
    for c in solution.chains[node][side]:
        reason = c.reverse if side and c.reverse else c.reason
        if reason:
            links.append(f"{reason} ({c.source})" if c.source else reason)
    return " ← ".join(dict.fromkeys(links))


def explanations(name: str, bounds: tuple[Bounds, Bounds], chains: Chains) -> list[str]:
    """A sentence for each bound of a stay, one for both sides where they have one reason.

    That nobody leaves before the arrival needs no sentence.
    """
    arrive, depart = bounds
    found: list[str] = []
    for verb, ends, because in (
        ("arrives in", arrive, chains[:2]),
        ("leaves", depart, chains[2:]),
    ):
        days = (ends.earliest, ends.latest)
        if days[0] is not None and days[0] == days[1] and because[0] == because[1] != "":
            found.append(f"{verb} {name} on {in_words(days[0])}: {because[0]}")
            continue
        for day, side, chain in zip(days, _SIDES, because, strict=True):
            trivial = ends is depart and side == _SIDES[0] and day == arrive.earliest
            if day is not None and chain and not (trivial and chain == chains[0]):
                found.append(f"{verb} {name} {side} {in_words(day)}: {chain}")
    return found


def against(solution: Solution, relaxed: Constraint) -> str:
    """What a constraint that gave way contradicts: the chains of the bounds that it would cross."""
    low, high = solution.bounds[relaxed.later]
    if relaxed.earlier == ORIGIN:
        crossed = [
            chain_in_words(solution, relaxed.later, side)
            for side, fails in (
                (0, relaxed.latest is not None and low is not None and relaxed.latest < low),
                (1, relaxed.earliest is not None and high is not None and relaxed.earliest > high),
            )
            if fails
        ]
    else:  # the end that comes too early, and the other that comes too late
        too_short = relaxed.earliest is not None
        crossed = [
            chain_in_words(solution, relaxed.later, 1 if too_short else 0),
            chain_in_words(solution, relaxed.earlier, 0 if too_short else 1),
        ]
    return " and ".join(dict.fromkeys(text for text in crossed if text))


def in_words(day: date) -> str:
    """ "26 Oct 2025"."""
    return f"{day:%-d %b %Y}"
