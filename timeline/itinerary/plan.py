"""From evidence to itineraries, and back to the events that they date.

Each stay has two nodes in a simple temporal network, its arrival and its departure. Only what the
text says becomes a constraint: the order in which it happens to name places orders the list, but
bounds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.events import Scene, Trigger
from timeline.itinerary.evidence import Visit
from timeline.itinerary.network import ORIGIN, Constraint, Solution, solve
from timeline.itinerary.placing import place_events
from timeline.itinerary.stays import UNSURE, Stay, stays_of
from timeline.itinerary.visits import find_visits
from timeline.model import AHEAD, Bounds, Event, Itinerary, Qualifier, Status, Stop


def plan(
    scene: Scene, triggers: list[Trigger], events: tuple[Event, ...]
) -> tuple[tuple[Itinerary, ...], tuple[Event, ...]]:
    """The itinerary of each traveller, and the events with what the itineraries add to them."""
    visits = find_visits(scene, triggers, events)
    by_person: dict[str, list[Visit]] = {}
    for visit in visits:
        by_person.setdefault(visit.person.name, []).append(visit)
    itineraries: list[Itinerary] = []
    placed = list(events)
    for evidence in by_person.values():
        evidence = _without_home_life(evidence)
        if not any(v.moves or v.abroad for v in evidence):
            continue
        itinerary, placed = _itinerary(scene, triggers, evidence, placed)
        if itinerary.stops:
            itineraries.append(itinerary)
    return tuple(itineraries), tuple(placed)


def _without_home_life(evidence: list[Visit]) -> list[Visit]:
    """Evidence without what somebody does at home, in a country that the journey leaves alone."""
    gone_through = {v.place.country for v in evidence if v.moves or v.returns}
    return [
        v
        for v in evidence
        if v.moves or v.returns or not v.at_home or v.place.country in gone_through
    ]


def _itinerary(
    scene: Scene, triggers: list[Trigger], evidence: list[Visit], events: list[Event]
) -> tuple[Itinerary, list[Event]]:
    anchor = scene.article.date
    stays = stays_of(evidence, anchor)
    constraints = [c for k, stay in enumerate(stays) for c in _constraints(k, stay, stays, anchor)]
    solution = solve(1 + 2 * len(stays), constraints)
    bounds = [stay_bounds(solution, k, anchor) for k in range(len(stays))]
    person = evidence[0].person
    placed, inside = place_events(scene, triggers, person.name, stays, bounds, events)
    kept = [c for c in constraints if c not in solution.relaxed]
    names = [stay.place.name for stay in stays]
    chains = [explain(solution, k, names, anchor) for k in range(len(stays))]
    stops = tuple(
        _stop(stay, stays, bounds[k], _reasons(k, kept) + chains[k], inside[k], scene.article.id)
        for k, stay in enumerate(stays)
    )
    conflicts = tuple(_conflict(stays, c) for c in solution.relaxed)
    return Itinerary(person, stops, scene.article.id, conflicts), placed


def _conflict(stays: list[Stay], relaxed: Constraint) -> str:
    """A contradiction in words, with the sentence it comes from."""
    stay = stays[(relaxed.later - 1) // 2]
    quote = min((v.quote for v in stay.visits), key=lambda q: q.start)
    return f"{stay.place.name}: '{relaxed.reason}' contradicts the rest ({quote.text})"


def arrive_node(k: int) -> int:
    """The node of the arrival at the stay of index `k`."""
    return 1 + 2 * k


def depart_node(k: int) -> int:
    """The node of the departure from the stay of index `k`."""
    return 2 + 2 * k


def _constraints(k: int, stay: Stay, stays: list[Stay], anchor: date) -> list[Constraint]:
    a, d = arrive_node(k), depart_node(k)
    found = [Constraint(a, d, 0, None)]
    # what may never happen does not end the stay before it
    order = {} if stay.status in UNSURE else stay.after
    for earlier, reason in order.items():
        found.append(
            Constraint(
                depart_node(stays.index(earlier)),
                a,
                0,
                None,
                f"after {earlier.place.name}: {reason}",
                0.8,
            )
        )
    for visit in stay.visits:
        found += _of_visit(visit, a, d, anchor)
    known = [v.status for v in stay.visits if v.status is not None]
    gone = any(v.when and v.when.finish and v.when.finish < anchor for v in stay.visits)
    if known and not gone and all(status in AHEAD for status in known):
        found.append(Constraint(ORIGIN, a, 0, None, "still to come on the article's day", 0.6))
    elif stay.is_past:
        found.append(Constraint(ORIGIN, a, None, 0, "had begun by the article's day", 0.6))
    return found


def _of_visit(visit: Visit, a: int, d: int, anchor: date) -> list[Constraint]:
    found: list[Constraint] = []
    if visit.days:
        # a three-day visit leaves on the third day, or on the fourth at the latest
        shortest, longest = visit.days
        reason = f"lasts {_days(shortest, longest)}"
        found.append(Constraint(a, d, shortest - 1, longest, reason, 0.9))
    when = visit.when
    if visit.under_way:
        set_out = _offset(when.begin.earliest, anchor) if when else 0
        found.append(Constraint(ORIGIN, a, set_out, None, "on the way there", 0.7))
        return found
    if when is None:
        return found
    first, last = _offset(when.begin.earliest, anchor), _offset(when.begin.latest, anchor)
    if visit.leaves:
        found.append(Constraint(ORIGIN, d, first, last, visit.reason))
    elif when.lasting and (visit.moves or visit.stays):
        if when.qualifier is not Qualifier.UNTIL:  # which says nothing of the arrival
            found.append(Constraint(ORIGIN, a, first, last, visit.reason))
        found.append(
            Constraint(
                ORIGIN,
                d,
                _offset(when.end.earliest, anchor),
                _offset(when.end.latest, anchor),
                visit.reason,
            )
        )
    elif visit.moves and visit.status is not Status.ONGOING:
        found.append(Constraint(ORIGIN, a, first, last, visit.reason))
    else:
        found.append(Constraint(ORIGIN, a, None, last, visit.reason))
        stays_until = when.end.earliest if when.lasting else when.begin.earliest
        found.append(Constraint(ORIGIN, d, _offset(stays_until, anchor), None, visit.reason))
    return found


def _days(shortest: int, longest: int) -> str:
    if shortest == longest:
        return "one day" if shortest == 1 else f"{shortest} days"
    return f"{shortest} to {longest} days"


def _offset(day: date | None, anchor: date) -> int | None:
    return None if day is None else (day - anchor).days


def stay_bounds(solution: Solution, k: int, anchor: date) -> tuple[Bounds, Bounds]:
    """The days of the arrival at a stay and of the departure from it."""

    def bounds(node: int) -> Bounds:
        earliest, latest = solution.bounds[node]
        return Bounds(_day(anchor, earliest), _day(anchor, latest))

    return bounds(arrive_node(k)), bounds(depart_node(k))


def _day(anchor: date, offset: int | None) -> date | None:
    if offset is None:
        return None
    try:
        return anchor + timedelta(days=offset)
    except OverflowError:
        return None


def _reasons(k: int, constraints: Sequence[Constraint]) -> list[str]:
    """What is said of a stay itself."""
    mine = {arrive_node(k), depart_node(k)}
    return [c.reason for c in constraints if c.reason and c.later in mine]


def explain(solution: Solution, k: int, names: list[str], anchor: date) -> list[str]:
    """The chain behind each bound of a stay that follows from what is said of other stays."""
    found: list[str] = []
    for node, verb in ((arrive_node(k), "arrives in"), (depart_node(k), "leaves")):
        for end, side in ((0, "not before"), (1, "not after")):
            chain = [c for c in solution.chains[node][end] if c.reason]
            day = _day(anchor, solution.bounds[node][end])
            if day is None or len(chain) < 2:
                continue
            links = [c.reason for c in chain]
            last = chain[-1]
            stay = (max(last.later, last.earlier) - 1) // 2
            if stay != k and names[stay] not in links[-1]:
                links[-1] = f"{names[stay]}: {links[-1]}"
            found.append(f"{verb} {names[k]} {side} {day:%-d %b %Y}: {' ← '.join(links)}")
    return found


def _stop(
    stay: Stay,
    stays: list[Stay],
    bounds: tuple[Bounds, Bounds],
    reasons: list[str],
    event_ids: list[str],
    article_id: str,
) -> Stop:
    purposes = [v.purpose for v in stay.visits if v.purpose]
    quotes = {v.quote.start: v.quote for v in stay.visits}
    lengths = [v.days for v in stay.visits if v.days]
    return Stop(
        stay.place,
        bounds[0],
        bounds[1],
        stay.status,
        purposes[0] if purposes else "",
        tuple(quotes[start] for start in sorted(quotes)),
        tuple(event_ids),
        tuple(dict.fromkeys(reasons)),
        tuple(sorted(stays.index(earlier) for earlier in stay.after)),
        lengths[0] if lengths else None,
        (article_id,) * len(quotes),
    )
