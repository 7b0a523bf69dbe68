"""From evidence to itineraries, and back to the events that they date.

Each stay has two nodes in a simple temporal network, its arrival and its departure. Only what the
text says becomes a constraint: the order in which it happens to name places orders the list, but
bounds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.events import Scene, Trigger
from timeline.itinerary.network import ORIGIN, Constraint, Solution, solve
from timeline.itinerary.placing import place_events
from timeline.itinerary.stays import AHEAD, UNSURE, Stay, stays_of
from timeline.itinerary.evidence import Visit
from timeline.itinerary.visits import find_visits
from timeline.model import Bounds, Event, Itinerary, Status, Stop


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
        if not any(v.moves or _is_abroad(scene, v) for v in evidence):
            continue
        itinerary, placed = _itinerary(scene, triggers, evidence, placed)
        if itinerary.stops:
            itineraries.append(itinerary)
    return tuple(itineraries), tuple(placed)


def _is_abroad(scene: Scene, visit: Visit) -> bool:
    """Whether somebody who speaks for one country is met in another."""
    home = scene.affiliations.get(visit.person.name, "")
    return bool(home and visit.place.country and visit.place.country != home)


def _itinerary(
    scene: Scene, triggers: list[Trigger], evidence: list[Visit], events: list[Event]
) -> tuple[Itinerary, list[Event]]:
    anchor = scene.article.date
    stays = stays_of(evidence, anchor)
    constraints = [c for k, stay in enumerate(stays) for c in _constraints(k, stay, stays, anchor)]
    solution = solve(1 + 2 * len(stays), constraints)
    bounds = [_stay_bounds(solution, k, anchor) for k in range(len(stays))]
    person = evidence[0].person
    placed, inside = place_events(scene, triggers, person.name, stays, bounds, events)
    kept = [c for c in constraints if c not in solution.relaxed]
    stops = tuple(_stop(k, stay, bounds[k], kept, inside[k]) for k, stay in enumerate(stays))
    conflicts = tuple(_conflict(stays, c) for c in solution.relaxed)
    return Itinerary(person, stops, scene.article.id, conflicts), placed


def _conflict(stays: list[Stay], relaxed: Constraint) -> str:
    """A contradiction in words, with the sentence it comes from."""
    stay = stays[(relaxed.later - 1) // 2]
    quote = min((v.quote for v in stay.visits), key=lambda q: q.start)
    return f"{stay.place.name}: '{relaxed.reason}' contradicts the rest ({quote.text})"


def _arrive(k: int) -> int:
    return 1 + 2 * k


def _depart(k: int) -> int:
    return 2 + 2 * k


def _constraints(k: int, stay: Stay, stays: list[Stay], anchor: date) -> list[Constraint]:
    a, d = _arrive(k), _depart(k)
    found = [Constraint(a, d, 0, None)]
    # what may never happen does not end the stay before it
    order = {} if stay.status in UNSURE else stay.after
    for earlier, reason in order.items():
        found.append(
            Constraint(
                _depart(stays.index(earlier)),
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
    if when is None:
        return found
    first, last = _offset(when.begin.earliest, anchor), _offset(when.begin.latest, anchor)
    if visit.leaves:
        found.append(Constraint(ORIGIN, d, first, last, visit.reason))
    elif when.lasting and (visit.moves or visit.stays):
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


def _stay_bounds(solution: Solution, k: int, anchor: date) -> tuple[Bounds, Bounds]:
    def bounds(node: int) -> Bounds:
        earliest, latest = solution.bounds[node]
        return Bounds(_day(anchor, earliest), _day(anchor, latest))

    return bounds(_arrive(k)), bounds(_depart(k))


def _day(anchor: date, offset: int | None) -> date | None:
    if offset is None:
        return None
    try:
        return anchor + timedelta(days=offset)
    except OverflowError:
        return None


def _stop(
    k: int,
    stay: Stay,
    bounds: tuple[Bounds, Bounds],
    constraints: Sequence[Constraint],
    event_ids: list[str],
) -> Stop:
    mine = {_arrive(k), _depart(k)}
    reasons = [c.reason for c in constraints if c.reason and c.later in mine]
    purposes = [v.purpose for v in stay.visits if v.purpose]
    quotes = {v.quote.start: v.quote for v in stay.visits}
    return Stop(
        stay.place,
        bounds[0],
        bounds[1],
        stay.status,
        purposes[0] if purposes else "",
        tuple(quotes[start] for start in sorted(quotes)),
        tuple(event_ids),
        tuple(dict.fromkeys(reasons)),
    )
