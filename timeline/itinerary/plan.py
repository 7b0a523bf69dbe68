"""From evidence to itineraries, and back to the events that they date.

Each stay has two nodes in a simple temporal network, its arrival and its departure. Only what the
text says becomes a constraint: the order in which it happens to name places orders the list, but
bounds nothing.
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline.itinerary.evidence import BEGUN, CORRECTION, Visit
from timeline.itinerary.explaining import against, chains_of, explanations
from timeline.itinerary.gathering import Evidence
from timeline.itinerary.length import measured
from timeline.itinerary.network import AXIOM, ORIGIN, READER, Constraint, Solution, solve
from timeline.itinerary.placing import place_events
from timeline.itinerary.stays import Order, Stay, by_days, stays_of
from timeline.itinerary.travel import WHOLE_DAY, hours_of, least_days, way
from timeline.model import AHEAD, NOT_MADE, Bounds, Event, Itinerary, Qualifier, Status, Stop

# The four bounds of a stop, in the order of its chains.
BOUNDS = ("arrive_earliest", "arrive_latest", "depart_earliest", "depart_latest")


def plan(evidence: Evidence) -> tuple[tuple[Itinerary, ...], tuple[Event, ...]]:
    """The itinerary of each traveller, and the events with what the itineraries add to them."""
    by_person: dict[str, list[Visit]] = {}
    for visit in evidence.visits:
        by_person.setdefault(visit.person.name, []).append(visit)
    itineraries: list[Itinerary] = []
    placed = list(evidence.events)
    for visits in by_person.values():
        visits = _without_home_life(visits)
        if not any(v.moves or v.abroad for v in visits):
            continue
        itinerary, placed = _itinerary(evidence, visits, placed)
        if itinerary.stops:
            itineraries.append(itinerary)
    return tuple(itineraries), tuple(placed)


def _without_home_life(visits: list[Visit]) -> list[Visit]:
    """Evidence without what somebody does at home, in a country that the journey leaves alone."""
    gone_through = {v.place.country for v in visits if v.moves or v.returns}
    return [
        v
        for v in visits
        if v.moves or v.returns or not v.at_home or v.place.country in gone_through
    ]


def _itinerary(
    evidence: Evidence, visits: list[Visit], events: list[Event]
) -> tuple[Itinerary, list[Event]]:
    anchor = evidence.anchor
    stays = stays_of(visits, anchor)
    solution = _solved(stays, anchor)
    conflicts = [_conflict(stays, c, solution) for c in solution.relaxed]
    refuted = _refuted(stays, solution)
    if refuted and any("when" in v.edited for v in visits):
        arrivals = [solution.bounds[arrive_node(k)] for k in range(len(stays))]
        stays = by_days(stays, refuted, arrivals)
        solution = _solved(stays, anchor)
        again = [_conflict(stays, c, solution) for c in solution.relaxed]
        conflicts += [text for text in again if text not in conflicts]
    bounds = [stay_bounds(solution, k, anchor) for k in range(len(stays))]
    person = visits[0].person
    placed, inside = place_events(evidence, person.name, stays, bounds, events)
    stops = tuple(
        _stop(k, stays, bounds[k], solution, inside[k], evidence.article_id)
        for k in range(len(stays))
    )
    journey = Itinerary(person, stops, evidence.article_id, tuple(conflicts))
    return measured(journey), placed


def _solved(stays: list[Stay], anchor: date) -> Solution:
    constraints = [c for k, stay in enumerate(stays) for c in _constraints(k, stay, stays, anchor)]
    return solve(1 + 2 * len(stays), constraints)


def _refuted(stays: list[Stay], solution: Solution) -> list[tuple[Stay, Stay]]:
    """What is told of the order of two stays and had to give way."""
    return [
        (stays[(c.earlier - 1) // 2], stays[(c.later - 1) // 2])
        for c in solution.relaxed
        if c.earlier != ORIGIN and (c.earlier - 1) // 2 != (c.later - 1) // 2
    ]


def _conflict(stays: list[Stay], relaxed: Constraint, solution: Solution) -> str:
    """A contradiction in words, with the sentence it comes from and those that it contradicts."""
    stay = stays[(relaxed.later - 1) // 2]
    quotes = sorted((v.quote for v in stay.visits), key=lambda q: q.start)
    numbers = {_sentence(v.sentence): v.quote for v in stay.visits}
    quote = numbers.get(relaxed.source, quotes[0])
    rest = against(solution, relaxed)
    text = f"{stay.place.name}: '{relaxed.reason}' contradicts the rest ({quote.text})"
    return f"{text}: {rest}" if rest else text


def _sentence(number: int) -> str:
    return f"sentence {number}" if number else ""


def arrive_node(k: int) -> int:
    """The node of the arrival at the stay of index `k`."""
    return 1 + 2 * k


def depart_node(k: int) -> int:
    """The node of the departure from the stay of index `k`."""
    return 2 + 2 * k


def _constraints(k: int, stay: Stay, stays: list[Stay], anchor: date) -> list[Constraint]:
    a, d = arrive_node(k), depart_node(k)
    found = [Constraint(a, d, 0, None, certainty=AXIOM)]
    # what may never happen does not end the stay before it
    order = {} if stay.status in NOT_MADE else stay.after
    for earlier, why in order.items():
        days, after, before = _way_from(earlier, stay, why)
        source = _sentence(why.sentence)
        ends = (depart_node(stays.index(earlier)), a)
        found.append(Constraint(*ends, days, None, after, 0.8, source, before))
    # those with a date of their own first, so that of two with one day they explain it
    for visit in sorted(stay.visits, key=lambda v: not v.phrase):
        found += _of_visit(visit, a, d, anchor)
    known = [v for v in stay.visits if v.status is not None]
    restated = any(v.is_restated for v in known)
    gone = any(v.when and v.when.finish and v.when.finish < anchor for v in stay.visits)
    if known and not gone and all(v.status in AHEAD for v in known):
        told = "still to come on the article's day"
        told, certainty = (f"{CORRECTION}{told}", READER) if restated else (told, 0.6)
        source = _sentence(min(v.sentence for v in known))
        found.append(Constraint(ORIGIN, a, 0, None, told, certainty, source))
    elif stay.is_past:
        begun = [v for v in known if v.status in BEGUN and not v.is_restated]
        source = _sentence(min(v.sentence for v in begun))
        told = "had begun by the article's day"
        found.append(Constraint(ORIGIN, a, None, 0, told, 0.6, source))
    return found


def _way_from(earlier: Stay, stay: Stay, why: Order) -> tuple[int, str, str]:
    """The days that lie at least between two stays, and why, told of the later and the earlier."""
    left = [hours_of(v) for v in earlier.visits if v.leaves and v.when]
    reached = [hours_of(v) for v in stay.visits if v.moves and not v.leaves and v.when]
    days = least_days(
        earlier.place,
        stay.place,
        left[0] if len(left) == 1 else WHOLE_DAY,
        reached[0] if len(reached) == 1 else WHOLE_DAY,
    )
    how = f", {way(earlier.place, stay.place)} away" if days else ""
    how = how or ("" if why.sentence else f": {why.words}")
    return days, f"after {earlier.place.name}{how}", f"before {stay.place.name}{how}"


def _of_visit(visit: Visit, a: int, d: int, anchor: date) -> list[Constraint]:
    source = _sentence(visit.sentence)
    found: list[Constraint] = []
    by_reader = "when" in visit.edited

    def add(node: int, earliest: int | None, latest: int | None) -> None:
        certainty = READER if by_reader else 1.0
        found.append(Constraint(ORIGIN, node, earliest, latest, visit.said, certainty, source))

    if visit.days:
        # a three-day visit leaves on the third day, or on the fourth at the latest
        shortest, longest = visit.days
        reason = f"lasts {_days(shortest, longest)}"
        found.append(Constraint(a, d, shortest - 1, longest, reason, 0.9, source))
    when = visit.when
    if visit.under_way:
        set_out = _offset(when.begin.earliest, anchor) if when else 0
        certainty = READER if by_reader else 0.7
        found.append(Constraint(ORIGIN, a, set_out, None, visit.said, certainty, source))
        return found
    if when is None:
        return found
    first, last = _offset(when.begin.earliest, anchor), _offset(when.begin.latest, anchor)
    if visit.leaves:
        add(d, first, last)
    elif when.lasting and (visit.moves or (visit.stays and not visit.listed)):
        if when.qualifier is not Qualifier.UNTIL:  # which says nothing of the arrival
            add(a, first, last)
        add(d, _offset(when.end.earliest, anchor), _offset(when.end.latest, anchor))
    elif visit.moves and not visit.of_purpose and visit.status is not Status.ONGOING:
        # of "flew from Lima to Sydney on Monday" the day is that of either end
        origin = visit.listed_after
        if last is not None and origin is not None and origin.leaves and origin.when == when:
            last += max(0, least_days(origin.place, visit.place))
        add(a, first, last)
        if visit.whole and last is not None and first != last < 0:
            found.append(Constraint(ORIGIN, d, None, last, visit.said, 0.5, source))
    else:
        add(a, None, last)
        add(d, _offset(when.end.earliest if when.lasting else when.begin.earliest, anchor), None)
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


def _stop(
    k: int,
    stays: list[Stay],
    bounds: tuple[Bounds, Bounds],
    solution: Solution,
    event_ids: list[str],
    article_id: str,
) -> Stop:
    stay = stays[k]
    purposes = [v.purpose for v in stay.visits if v.purpose]
    quotes = {v.quote.start: v.quote for v in stay.visits}
    lengths = [v.days for v in stay.visits if v.days]
    chains = chains_of(solution, arrive_node(k), depart_node(k))
    reasons = explanations(stay.place.name, bounds, chains)
    for earlier, why in stay.after.items():
        said = f" ({_sentence(why.sentence)})" if why.sentence else ""
        reasons.append(f"after {earlier.place.name}: {why.words}{said}")
    reasons += [v.reason for v in stay.visits if v.reason]
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
        chains,
        _edited(k, stay, solution),
    )


def _edited(k: int, stay: Stay, solution: Solution) -> tuple[str, ...]:
    """What of a stop is a reader's word."""
    status = any(v.is_restated and v.status is stay.status for v in stay.visits)
    bounds = corrected_bounds(solution, k)
    return ("status", *bounds) if status else bounds


def corrected_bounds(solution: Solution, k: int) -> tuple[str, ...]:
    """The bounds of a stay, by their names, that follow from corrections alone."""
    ends = [*solution.chains[arrive_node(k)], *solution.chains[depart_node(k)]]
    return tuple(
        name
        for name, chain in zip(BOUNDS, ends, strict=True)
        if chain and all(c.certainty >= READER for c in chain)
    )
