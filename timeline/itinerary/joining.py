"""One journey from many articles: the stops of each traveller joined, later reports over plans.

Stops of several articles are one stay where they are in one place and their days may be the same.
What each article says of it becomes a constraint of one simple temporal network; where two
articles differ, the surer and the later one holds, and the other is reported with its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from timeline.itinerary.evidence import BEGUN
from timeline.itinerary.explaining import Chains, against, chains_of, explanations, in_words
from timeline.itinerary.length import measured
from timeline.itinerary.network import AXIOM, ORIGIN, READER, Constraint, Solution, solve
from timeline.itinerary.plan import BOUNDS, arrive_node, corrected_bounds, depart_node, stay_bounds
from timeline.itinerary.travel import least_days
from timeline.itinerary.travellers import same_traveller
from timeline.model import (
    AHEAD,
    Article,
    Bounds,
    Itinerary,
    Person,
    Place,
    PlacePrecision,
    Status,
    Stop,
)

_COARSE = frozenset((PlacePrecision.COUNTRY, PlacePrecision.ADMIN, PlacePrecision.REGION))
_OFF = frozenset((Status.CANCELLED, Status.DENIED))
# How long after a stay news still speaks of it without a date, and how long before it is planned.
_FRESH = timedelta(days=10)
_FORESEEN = timedelta(days=45)
# Two reports whose days differ by no more are of one stay: agencies differ by a time zone.
_APART = timedelta(days=1)
# Of full names with one surname, the surname means the one that more than so many times as many
# articles tell of.
_MOSTLY = 3
_TITLE = 60  # characters of a headline that name an article
# Stays after one that are compared with it; those further on follow from these.
_NEIGHBOURS = 3
# Statuses of what has begun or is off, the surest first.
_SUREST = (Status.HAPPENED, Status.ONGOING, Status.REPORTED, Status.CANCELLED, Status.DENIED)


@dataclass(frozen=True, slots=True)
class _Told:
    """A stop as one article tells of it."""

    stop: Stop
    article: Article
    journey: int  # which itinerary it is of
    index: int

    @property
    def published(self) -> date:
        """The day of the article."""
        return self.article.date

    @property
    def source(self) -> str:
        """The article in words: its headline, cut short, and its day."""
        title = " ".join(self.article.title.split())
        if len(title) > _TITLE:
            title = title[: _TITLE - 1].rstrip() + "…"
        return f"“{title}”, {in_words(self.published)}" if title else in_words(self.published)

    @property
    def first(self) -> date | None:
        """The first day on which the traveller may be there, as far as that is known."""
        if self.stop.arrive.earliest is not None:
            return self.stop.arrive.earliest
        latest = self.stop.arrive.latest
        return latest - _FRESH if latest is not None and latest >= self.published else latest

    @property
    def last(self) -> date | None:
        """The last day on which the traveller may be there, as far as that is known."""
        if self.stop.depart.latest is not None:
            return self.stop.depart.latest
        if self.stop.arrive.latest is not None:
            ends = (self.stop.arrive.latest, self.stop.depart.earliest)
            return max(day for day in ends if day is not None)
        if self.stop.status in AHEAD and self.stop.arrive.earliest is not None:
            earliest = self.stop.arrive.earliest
            return earliest + min(_FORESEEN, date.max - earliest)
        return self.stop.depart.earliest or self.stop.arrive.earliest


@dataclass(slots=True)
class _Joined:
    told: list[_Told] = field(default_factory=list)

    def accepts(self, other: _Told) -> bool:
        """Whether what another article tells may be of the same stay."""
        return all(_may_be_one(known, other) for known in self.told)

    @property
    def place(self) -> Place:
        fineness = list(PlacePrecision)
        return min((t.stop.place for t in self.told), key=lambda p: fineness.index(p.precision))

    @property
    def status(self) -> Status:
        """What is known last: that it was made, else that it was called off, else the last plan.

        Before all that comes what a reader says.
        """
        latest = sorted(self.told, key=lambda t: t.published)
        if self.is_restated:
            return [t.stop.status for t in latest if "status" in t.stop.edited][-1]
        for wanted in (BEGUN, _OFF):
            found = [t.stop.status for t in latest if t.stop.status in wanted]
            if found:
                return min(found, key=_SUREST.index)
        return latest[-1].stop.status

    @property
    def is_restated(self) -> bool:
        """Whether a reader says what came of it."""
        return any("status" in t.stop.edited for t in self.told)


def join(
    itineraries: Iterable[Itinerary], articles: Mapping[str, Article]
) -> tuple[Itinerary, ...]:
    """Join the itineraries of each traveller.

    Args:
        itineraries: of any number of articles; one that stands alone is left as it is.
        articles: those that tell of them, by their id.
    """
    alone: list[list[Itinerary]] = []
    groups: list[list[Itinerary]] = []
    # full names first, so that a bare surname finds whose it is
    for one in sorted(itineraries, key=lambda i: len(i.person.name.split()) == 1):
        known = [g for g in groups if same_traveller([i.person for i in g], one.person)]
        # of two with one surname, the one of whom nearly all articles speak
        known.sort(key=len, reverse=True)
        clear = len(known) == 1 or (len(known) > 1 and len(known[0]) > _MOSTLY * len(known[1]))
        if one.article_id not in articles:  # joined before
            alone.append([one])
        elif clear and one.article_id not in {i.article_id for i in known[0]}:
            known[0].append(one)
        else:
            groups.append([one])
    groups += alone
    return tuple(g[0] if len(g) == 1 else _journey(g, articles) for g in groups)


def _journey(itineraries: list[Itinerary], articles: Mapping[str, Article]) -> Itinerary:
    told = [
        _Told(stop, articles[one.article_id], number, index)
        for number, one in enumerate(itineraries)
        for index, stop in enumerate(one.stops)
    ]
    stays: list[_Joined] = []
    # those whose days are known best first, so that the vague ones join the stay that they fit
    for each in sorted(told, key=lambda t: (_vagueness(t), t.published)):
        fitting = [s for s in stays if s.accepts(each)]
        if fitting:
            min(fitting, key=lambda s: _distance(s.told[0], each)).told.append(each)
        else:
            stays.append(_Joined([each]))
    anchor = min(t.published for t in told)
    stays.sort(key=lambda s: min(_sort_day(t) for t in s.told))
    names = [stay.place.name for stay in stays]
    constraints = _constraints(stays, anchor)
    solution = solve(1 + 2 * len(stays), constraints)
    stops = []
    for k, stay in enumerate(stays):
        arrive, depart = stay_bounds(solution, k, anchor)
        chains = chains_of(solution, arrive_node(k), depart_node(k))
        stop = _stop(stay, (arrive, depart), chains)
        said = ("status",) if stay.is_restated else ()
        stops.append(replace(stop, edited=(*said, *corrected_bounds(solution, k))))
    conflicts = [c for one in itineraries for c in one.conflicts]
    conflicts += [_conflict(names, c, solution, anchor) for c in solution.relaxed]
    return measured(
        Itinerary(_person(itineraries), tuple(stops), "", tuple(dict.fromkeys(conflicts)))
    )


def _person(itineraries: list[Itinerary]) -> Person:
    people = [one.person for one in itineraries]
    name = max((p.name for p in people), key=lambda n: (len(n.split()), len(n)))
    aliases = sorted({a for p in people for a in (p.name, *p.aliases)} - {name})
    return Person(name, tuple(aliases), max((p.role for p in people), key=len))


def _vagueness(told: _Told) -> int:
    """How many days a stop may be on; many if that is not bounded."""
    a, d = told.stop.arrive, told.stop.depart
    if a.earliest is not None and a.latest is not None:
        return (a.latest - a.earliest).days
    if a.latest is not None and d.earliest is not None:
        return 30
    return 100 if a.latest is not None else 1000


def _sort_day(told: _Told) -> date:
    arrive = told.stop.arrive
    return arrive.earliest or arrive.latest or told.published


def _distance(known: _Told, other: _Told) -> int:
    return abs((_sort_day(known) - _sort_day(other)).days)


def _may_be_one(a: _Told, b: _Told) -> bool:
    if a.stop.place.country != b.stop.place.country:
        return False
    same = a.stop.place.name == b.stop.place.name
    if not (same or {a.stop.place.precision, b.stop.place.precision} & _COARSE):
        return False
    if a.journey == b.journey:
        return False  # an article that tells of two stays means two
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return abs(a.published - b.published) <= _FRESH
    # differences of days, as the days of a correction may be the last of the calendar
    return a.first - b.last <= _APART and b.first - a.last <= _APART


def _constraints(stays: list[_Joined], anchor: date) -> list[Constraint]:
    found = _in_turn(stays)
    number_of = {(t.journey, t.index): k for k, s in enumerate(stays) for t in s.told}
    newest = max(t.published for s in stays for t in s.told)
    for k, stay in enumerate(stays):
        found.append(Constraint(arrive_node(k), depart_node(k), 0, None, certainty=AXIOM))
        for told in stay.told:
            # what was made is surer than a plan, and of two plans the later one holds
            age = (newest - told.published).days
            certainty = (0.8 if told.stop.status in BEGUN else 0.4) + 0.1 / (1 + age)
            found += _of_report(told, k, anchor, certainty)
            if told.stop.status in AHEAD | _OFF and stay.status in BEGUN:
                continue  # the order of a plan that went otherwise
            for index in told.stop.after:
                earlier = number_of[told.journey, index]
                if earlier != k:
                    days = least_days(stays[earlier].place, stay.place)
                    ends = (depart_node(earlier), arrive_node(k))
                    after, before = (
                        f"after {stays[earlier].place.name}",
                        f"before {stay.place.name}",
                    )
                    found.append(Constraint(*ends, days, None, after, 0.3, told.source, before))
    return found


def _in_turn(stays: list[_Joined]) -> list[Constraint]:
    """One person is in one place at a time: who is seen later elsewhere has left before."""
    found: list[Constraint] = []
    for k, stay in enumerate(stays):
        seen = [d for t in stay.told for d in (t.stop.arrive.latest, t.stop.depart.earliest) if d]
        if not seen or stay.status not in BEGUN:
            continue
        for j in range(k + 1, min(k + 1 + _NEIGHBOURS, len(stays))):
            later = [t.stop.arrive.earliest for t in stays[j].told if t.stop.arrive.earliest]
            sure = stays[j].status in BEGUN | {Status.PLANNED}
            if sure and later and min(later) > max(seen):
                reason = f"left {stay.place.name} before {stays[j].place.name}"
                found.append(Constraint(depart_node(k), arrive_node(j), 0, None, reason, 0.2))
    return found


def _of_report(told: _Told, k: int, anchor: date, certainty: float) -> list[Constraint]:
    found: list[Constraint] = []
    each = zip(BOUNDS, told.stop.chains, strict=True)
    for node, bounds in ((arrive_node(k), told.stop.arrive), (depart_node(k), told.stop.depart)):
        for day, is_last in ((bounds.earliest, False), (bounds.latest, True)):
            name, why = next(each)
            if day is not None:
                offset = (day - anchor).days
                low, high = (None, offset) if is_last else (offset, None)
                sure = READER if name in told.stop.edited else certainty
                found.append(Constraint(ORIGIN, node, low, high, why, sure, told.source))
    if told.stop.days:
        shortest, longest = told.stop.days
        reason = f"lasts {shortest} to {longest} days"
        a, d = arrive_node(k), depart_node(k)
        found.append(Constraint(a, d, shortest - 1, longest, reason, certainty, told.source))
    return found


def _conflict(names: list[str], relaxed: Constraint, solution: Solution, anchor: date) -> str:
    """What one article says, in words, and what the others say instead."""
    text = names[(relaxed.later - 1) // 2]
    if relaxed.earlier == ORIGIN:
        offset = relaxed.earliest if relaxed.latest is None else relaxed.latest
        side = "not before" if relaxed.latest is None else "not after"
        verb = "arrives" if relaxed.later % 2 else "leaves"
        text += f": {verb} {side} {in_words(anchor + timedelta(days=offset or 0))}"
    return f"{text}: {relaxed.reason} ({relaxed.source}), but {against(solution, relaxed)}"


def _stop(stay: _Joined, bounds: tuple[Bounds, Bounds], chains: Chains) -> Stop:
    ordered = sorted(stay.told, key=lambda t: (t.published, t.article.id))
    quotes = [(q, t.article.id) for t in ordered for q in t.stop.quotes]
    reasons = explanations(stay.place.name, bounds, chains)
    for t in ordered:  # what each bound of the article's own followed from is in the chains
        own = (t.stop.arrive, t.stop.depart)
        said = explanations(t.stop.place.name, own, t.stop.chains)
        reasons += [f"{r} ({t.source})" for r in t.stop.reasons if r not in said]
    purposes = [t.stop.purpose for t in ordered if t.stop.purpose]
    lengths = [t.stop.days for t in ordered if t.stop.days]
    return replace(
        ordered[-1].stop,
        place=stay.place,
        arrive=bounds[0],
        depart=bounds[1],
        status=stay.status,
        purpose=purposes[0] if purposes else "",
        quotes=tuple(q for q, _ in quotes),
        event_ids=tuple(dict.fromkeys(i for t in ordered for i in t.stop.event_ids)),
        reasons=tuple(dict.fromkeys(reasons)),
        after=(),
        days=lengths[-1] if lengths else None,
        sources=tuple(article for _, article in quotes),
        chains=chains,
    )
