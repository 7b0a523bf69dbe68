"""From scattered evidence to the stays of one traveller, in the order of travel."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from timeline.itinerary.evidence import BEGUN, Visit
from timeline.model import AHEAD, NOT_MADE, TO_COME, Place, PlacePrecision, Status, When

_COARSE = frozenset((PlacePrecision.COUNTRY, PlacePrecision.ADMIN))
# A traveller with more stays than this in one article is a list of journeys, and only dates and
# words order those.
_MOST_LINKS = 400
# Stays before one that the dates link it to; those still earlier come before these.
_NEIGHBOURS = 3
# A dated past visit this long before the article is another journey, not the start of this one.
_SAME_JOURNEY = timedelta(days=14)
# Between two stays with so many days between them lie others: they are of two journeys.
_ANOTHER_JOURNEY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Order:
    """Why one stay comes after another.

    Attributes:
        words: what says so.
        sentence: the number of the sentence that says so; 0 if none alone does.
    """

    words: str
    sentence: int = 0


@dataclass(eq=False)
class Stay:
    """One stay while it is being pieced together.

    Attributes:
        place: the finest place that the evidence names.
        visits: the evidence, in text order.
        after: the stays that are said to come before this one, with what says so.
        next: the stay that is said to follow right upon this one.
    """

    place: Place
    visits: list[Visit] = field(default_factory=list)
    after: dict[Stay, Order] = field(default_factory=dict)
    next: Stay | None = None

    @property
    def is_past(self) -> bool:
        """Whether the article speaks of it as having begun.

        What a reader says of it may be of a later day than the article's.
        """
        return any(v.status in BEGUN and not v.is_restated for v in self.visits)

    @property
    def is_to_come(self) -> bool:
        """Whether it is yet to come, as far as anybody says."""
        return not any(v.status in BEGUN for v in self.visits)

    @property
    def status(self) -> Status:
        """The status of the surest evidence."""
        order = [Status.HAPPENED, Status.ONGOING, Status.CANCELLED, *Status]
        known = [v.status for v in self.visits if v.status is not None]
        return min(known, key=order.index, default=Status.REPORTED)

    def accepts(self, visit: Visit, anchor: date) -> bool:
        """Whether a visit may belong to this stay."""
        visit, known = visit.as_told, [v.as_told for v in self.visits]
        if visit.place.country != self.place.country:
            return False
        if any(_made_and_off(visit, v) or _made_and_off(v, visit) for v in self.visits):
            return False
        same = visit.place.name == self.place.name
        if not (same or visit.place.precision in _COARSE or self.place.precision in _COARSE):
            return False
        if any(_arrive_apart(visit, v) or _nested_later(visit, v) for v in known):
            return False
        if visit.when is None and visit.quote == known[-1].quote:
            return True  # "toured Peru in May, where she met farmers"
        if visit.status in BEGUN and any(_goes_on(v, visit) for v in known):
            return True
        return _long_ago(visit, anchor) == any(_long_ago(v, anchor) for v in known)

    def add(self, visit: Visit) -> None:
        """Add evidence, keeping the finer of the two places."""
        self.visits.append(visit)
        fineness = list(PlacePrecision)
        if fineness.index(visit.place.precision) < fineness.index(self.place.precision):
            self.place = visit.place


def _made_and_off(a: Visit, b: Visit) -> bool:
    """ "Was in Lima in May … a second visit to Lima was called off": two stays."""
    if a.status is not Status.CANCELLED or a.leaves:
        return False
    # "will visit Peru … a stop in Lima was called off"
    return b.status in BEGUN or (b.status in TO_COME and a.place.name != b.place.name)


def _arrive_apart(a: Visit, b: Visit) -> bool:
    """Whether two visits arrive at times that cannot be one."""
    if not (a.moves and b.moves and a.when and b.when) or a.leaves or b.leaves:
        return False
    if a.under_way or b.under_way:
        return False
    if Status.ONGOING in (a.status, b.status) or a.of_purpose or b.of_purpose:
        return False
    return any(
        _ends_before(first, second) for first, second in ((a.when, b.when), (b.when, a.when))
    )


def _ends_before(first: When, second: When) -> bool:
    return first.finish is not None and second.start is not None and first.finish < second.start


def _nested_later(a: Visit, b: Visit) -> bool:
    """ "Crossed into Peru on Monday … will be in Lima on Friday": two stops, the country first."""
    wide, fine = (a, b) if a.place.precision in _COARSE else (b, a)
    return (
        wide.place.precision in _COARSE
        and fine.place.precision not in _COARSE
        and wide.moves
        and wide.status in BEGUN
        and fine.status in AHEAD
        and bool(wide.when and fine.when and _ends_before(wide.when, fine.when))
    )


def _goes_on(a: Visit, b: Visit) -> bool:
    """Whether the second goes on telling of the first, of which one alone has a date."""
    return (
        a.status in BEGUN and abs(a.sentence - b.sentence) <= 1 and (a.when is None or not b.when)
    )


def _long_ago(visit: Visit, anchor: date) -> bool:
    latest = visit.when.finish if visit.when else None
    return latest is not None and latest < anchor - _SAME_JOURNEY


class _Seen:
    """When a traveller is known to be where, to tell two stays in one place apart.

    "Flew to Lima in June, spent August in Quito and left Lima in October": Lima twice.
    """

    def __init__(self, visits: list[Visit]) -> None:
        """Sort the dated evidence of one traveller."""
        sure = (v for v in visits if v.status in BEGUN | TO_COME and not v.under_way)
        dated = ((v.when.start, v.when.finish, v) for v in sure if v.when)
        known = [(start, end, v) for start, end, v in dated if start and end]
        self._visits = sorted(known, key=lambda k: (k[0], k[1], k[2].offset))
        self._starts = [start for start, _, _ in self._visits]

    def between(self, stay: Stay, visit: Visit) -> bool:
        """Whether the traveller is elsewhere between the dates of a stay and of a visit."""
        if visit.when is None:
            return False
        return any(
            one.finish < other.start and self._elsewhere(one.finish, other.start, visit.place)
            for known in stay.visits
            for one, other in ((known.when, visit.when), (visit.when, known.when))
            if one and other and one.finish and other.start
        )

    def _elsewhere(self, after: date, before: date, place: Place) -> bool:
        first = bisect_right(self._starts, after)
        last = bisect_left(self._starts, before)
        for _, end, visit in self._visits[first:last]:
            there = visit.place
            same = there.country == place.country and (
                there.name == place.name or bool({there.precision, place.precision} & _COARSE)
            )
            if end < before and not same and there.precision is not PlacePrecision.REGION:
                return True
        return False


def stays_of(visits: list[Visit], anchor: date) -> list[Stay]:
    """The stays of one traveller, in the order of travel.

    A region that the journey's countries lie in ("Southeast Asia") is no stop of its own: what is
    known of it goes to the first of them.
    """
    stays: list[Stay] = []
    home: dict[int, Stay] = {}
    elsewhere = _Seen(visits)
    regions: list[Visit] = []
    for visit in visits:
        if visit.status is Status.DENIED:
            continue
        if visit.place.precision is PlacePrecision.REGION:
            regions.append(visit)
            continue
        stay = _stay_for(visit, stays, anchor, elsewhere)
        if stay is None:
            stay = Stay(visit.place)
            stays.append(stay)
        stay.add(visit)
        home[id(visit)] = stay
    began = [found for s in stays if (found := _began(s)) is not None]
    stays = [s for s in stays if not _told_in_passing(s, began)]
    _link(stays, home)
    ordered = in_order(stays)
    for visit in regions:
        inside = next((s for s in ordered if s.place.country in visit.covers), None)
        if inside is not None:
            if visit.when:
                reason = f"the first stop in {visit.place.name}: {visit.reason}"
                visit = replace(visit, reason=reason)
            inside.visits.append(visit)
        else:
            ordered.append(Stay(visit.place, [visit]))
    return ordered


def _stay_for(visit: Visit, stays: list[Stay], anchor: date, elsewhere: _Seen) -> Stay | None:
    candidates = [s for s in stays if s.accepts(visit, anchor) and not elsewhere.between(s, visit)]
    exact = [s for s in candidates if s.place.name == visit.place.name]
    known = exact or (candidates if visit.moves else [])
    if visit.returns and known and (stays[-1] not in known or visit.as_told.when):
        return None  # "arrived in Lima on Monday … returned to Lima on Friday": two stays
    found = exact or candidates
    return found[-1] if found else None


def _told_in_passing(stay: Stay, began: list[tuple[date, int]]) -> bool:
    """ "Flies to Oslo to see the envoy, whom she met in Rome in June": Rome is of no journey.

    What an article tells in the order of time is a journey, however long it takes.

    Args:
        stay: the stay.
        began: when each stay was reached that is or will be made, and where the text tells of it.
    """
    if any(v.moves or v.leaves or v.stays or v.days for v in stay.visits):
        return False
    last = _latest(stay)
    if last is None or not all(v.status in BEGUN for v in stay.visits):
        return False
    told = min(v.offset for v in stay.visits)
    return any(last < day - _ANOTHER_JOURNEY and offset < told for day, offset in began)


def _began(stay: Stay) -> tuple[date, int] | None:
    """The first day on which a stay may have been reached, and where the text first tells of it."""
    days = [v.when.start for v in stay.visits if v.when and v.when.start and not v.leaves]
    if not days or stay.status in NOT_MADE:
        return None
    return min(days), min(v.offset for v in stay.visits)


def _of(stays: list[Stay], stay: Stay | None) -> Stay | None:
    return stay if stay in stays else None


def _link(stays: list[Stay], home: dict[int, Stay]) -> None:
    """Record which stays are said to come before which."""
    previous: Stay | None = None
    for visit in sorted((v for s in stays for v in s.visits), key=lambda v: v.offset):
        stay = home[id(visit)]
        if visit.listed_after is not None:
            _put_after(
                stay,
                _of(stays, home.get(id(visit.listed_after))),
                Order("the order of the list", visit.sentence),
            )
        _put_among(stay, visit, stays, previous)
        if not visit.before:
            previous = stay
    _link_by_date(stays)
    _link_next(stays)
    begun = [stay for stay in stays if stay.is_past]
    to_come = [stay for stay in stays if stay.is_to_come]
    if len(begun) * len(to_come) <= _MOST_LINKS:
        for stay in to_come:
            for earlier in begun:
                _put_after(stay, earlier, Order("this is yet to come"))
    _say_once(stays)


def _say_once(stays: list[Stay]) -> None:
    """Leave out of the links what follows from the others."""
    for stay in stays:
        implied = {far for near in stay.after for far in _before(near)}
        for earlier in implied & set(stay.after):
            del stay.after[earlier]


def _link_next(stays: list[Stay]) -> None:
    """Between a stop and what follows "from there" lies no other: others come after both."""
    for stay in stays:
        if stay.next is None or not (stay.is_past and stay.next.is_past):
            continue
        for other in stays:
            if other is not stay.next and stay in other.after and other not in _before(stay.next):
                _put_after(other, stay.next, other.after[stay])


def _put_among(stay: Stay, visit: Visit, stays: list[Stay], previous: Stay | None) -> None:
    """Record what one piece of evidence says of the order: "before", "then", "is back"."""
    for place in visit.before:
        for later in stays:
            if later is not stay and _is_at(later, place):
                _put_after(later, stay, Order(f"said to be before {place.name}", visit.sentence))
    if visit.follows and previous is not None:
        _put_after(stay, previous, Order("said to follow", visit.sentence))
        previous.next = stay
    just_told = previous is not None and any(v.quote == visit.quote for v in previous.visits)
    if visit.returns and visit.moves and just_told:
        _put_after(stay, previous, Order("a return", visit.sentence))
    if visit.returns and not visit.moves and visit.status in BEGUN:
        for other in stays:  # "is back in Lima": from wherever the sentence says, or the last
            if other is previous or any(v.quote == visit.quote for v in other.visits):
                _put_after(stay, other, Order("a return", visit.sentence))


def _is_at(stay: Stay, place: Place) -> bool:
    coarse = place.precision in _COARSE
    return stay.place.country == place.country and (coarse or stay.place.name == place.name)


def _put_after(later: Stay, earlier: Stay | None, reason: Order) -> None:
    if earlier is None or earlier is later or later in _before(earlier):
        return
    if earlier.status in NOT_MADE and later.status not in NOT_MADE:
        return  # what may never happen bounds nothing that does
    later.after.setdefault(earlier, reason)


def _before(stay: Stay) -> set[Stay]:
    """All stays that come before one, directly or through others."""
    found: set[Stay] = set()
    queue = list(stay.after)
    while queue:
        current = queue.pop()
        if current not in found:
            found.add(current)
            queue += current.after
    return found


def _link_by_date(stays: list[Stay]) -> None:
    _link_in_turn(stays, [(_ordinal(_earliest(s)), _ordinal(_latest(s))) for s in stays])


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _link_in_turn(stays: list[Stay], days: Sequence[tuple[int | None, int | None]]) -> None:
    """Put each stay after those whose last day comes before its first."""
    ends = sorted((last, k) for k, (_, last) in enumerate(days) if last is not None)
    for k, (first, _) in enumerate(days):
        before = [j for last, j in ends if first is not None and last < first and j != k]
        # the stays that end last before this one; all earlier ones come before those
        for j in before[-_NEIGHBOURS:]:
            _put_after(stays[k], stays[j], Order("the dates say so"))


def _latest(stay: Stay) -> date | None:
    days = [v.when.finish for v in stay.visits if v.when and v.when.finish and not v.under_way]
    return max(days) if days else None


def _earliest(stay: Stay) -> date | None:
    days = [v.when.start for v in stay.visits if v.when and v.when.start and not v.under_way]
    return min(days) if days else None


def by_days(
    stays: list[Stay],
    refuted: Iterable[tuple[Stay, Stay]],
    arrivals: Sequence[tuple[int | None, int | None]],
) -> list[Stay]:
    """The stays in order again, after days have refuted what is told of it.

    Args:
        stays: the stays of one traveller.
        refuted: an earlier and a later one each, of which that is not so.
        arrivals: the first and last day of each arrival, as far as they are known.
    """
    pairs = list(refuted)
    for earlier, later in pairs:
        del later.after[earlier]
    for earlier, later in pairs:
        for far, why in earlier.after.items():  # what came before both still does
            _put_after(later, far, why)
    _link_in_turn(stays, arrivals)
    _say_once(stays)
    return in_order(stays)


def in_order(stays: list[Stay]) -> list[Stay]:
    """Stays with each after those that come before it, otherwise as the text names them."""
    ordered: list[Stay] = []
    waiting = list(stays)
    while waiting:
        ready = next(s for s in waiting if not any(e in waiting for e in s.after))
        waiting.remove(ready)
        ordered.append(ready)
    return ordered
