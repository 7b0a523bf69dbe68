"""How well the tool reads the project's own annotated articles, for both halves.

An event of the tool and one of the annotator may be the same if the sentence that the tool quotes
holds the annotated trigger. Of all ways to pair them one to one, the one with most pairs counts,
and among those the one whose times and triggers agree best. Then each pair is compared: window,
people, countries, place, status. A *usable* event has the first three right. An event left over is
wrong, unless it only tells one again that was found elsewhere, in a sentence that does so, with a
time that is right.

Stops are compared in the order of travel, by country; how often the place is right too, and what
the bounds are worth, is counted apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

import timeline
from bench.gold import FOLDER, GoldArticle, GoldEvent, GoldStop, Mention, read_corpus
from timeline.model import Bounds, Event, Itinerary, Stop

Tally = Counter[str]
Alike = Callable[[str, str], bool]

# worth of agreement between an event of ours and an annotated one, most telling first
_PAIR, _WINDOW, _TRIGGER, _EDGE, _CLAUSE, _OVERLAP, _WANTED = 1000.0, 10.0, 6.0, 3.0, 2.0, 1.0, 0.5

_TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame president prime minister senator secretary general"
    " judge king queen pope prince princess chancellor premier governor ambassador"
    " professor".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One column of the table: a share of counts, or the F1 of two shares."""

    name: str
    of: Callable[[Tally], float]


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.findall(r"\w+", plain.lower())


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: a surname alone is enough, another first name not."""
    names = [_words(one), _words(other)]
    for words in names:
        while len(words) > 1 and words[0] in _TITLES:
            del words[0]
    short, long = sorted(names, key=len)
    if not short:
        return False
    if len(short) == 1:
        return short[0] == long[-1]
    if long[: len(short)] == short:
        return True
    initials = len(short[0]) == 1 or len(long[0]) == 1
    first = short[0][0] == long[0][0] if initials else short[0] == long[0]
    return short[-1] == long[-1] and first


def same_place(one: str, other: str) -> bool:
    """Whether the words of one name are all in the other."""
    a, b = set(_words(one)) - {"the"}, set(_words(other)) - {"the"}
    return bool(a and b) and (a <= b or b <= a)


def compare(
    told: Sequence[str], wanted: Sequence[str], optional: Sequence[str], alike: Alike
) -> tuple[int, int, int]:
    """How many names are right, too many and missing; optional ones count for nothing."""
    left = list(told)
    right = 0
    for name in wanted:
        hit = next((other for other in left if alike(other, name)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    excused = (*wanted, *optional)
    extra = sum(not any(alike(name, other) for other in excused) for name in left)
    return right, extra, len(wanted) - right


def _window(event: Event) -> Bounds:
    return Bounds(event.when.start, event.when.finish)


def _tells(event: Event, mention: Mention) -> bool:
    return event.quote.start <= mention.trigger.start < event.quote.end


def _worth(event: Event, gold: GoldEvent) -> float:
    """How well the two agree, 0 if they cannot be the same."""
    if not any(_tells(event, mention) for mention in gold.mentions):
        return 0.0
    window = _window(event)
    worth = _PAIR
    if window in gold.windows:
        worth += _WINDOW
    elif any(
        (window.earliest and window.earliest == other.earliest)
        or (window.latest and window.latest == other.latest)
        for other in gold.windows
    ):
        worth += _EDGE
    at = event.trigger.start
    if any(m.trigger.start <= at < m.trigger.end for m in gold.mentions):
        worth += _TRIGGER
    elif any(m.quote.start <= at < m.quote.end for m in gold.mentions):
        worth += _CLAUSE
    worth += _OVERLAP * max(_overlap(event, mention) for mention in gold.mentions)
    return worth + _WANTED * (gold.salience < 3)


def _overlap(event: Event, mention: Mention) -> float:
    a, b = event.quote, mention.quote
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(shared, 0) / (max(a.end, b.end) - min(a.start, b.start))


def pair(golds: Sequence[GoldEvent], events: Sequence[Event]) -> list[tuple[GoldEvent, Event]]:
    """Which event of ours is which annotated one."""
    if not golds or not events:
        return []
    worth = np.array([[_worth(event, gold) for event in events] for gold in golds])
    rows, columns = (side.tolist() for side in linear_sum_assignment(worth, maximize=True))
    return [(golds[i], events[j]) for i, j in zip(rows, columns, strict=True) if worth[i, j]]


def score_events(golds: Sequence[GoldEvent], events: Sequence[Event]) -> Tally:
    """Count what is right, wrong and missing among an article's events."""
    pairs = pair(golds, events)
    tally = Tally(
        wanted=sum(gold.salience < 3 for gold in golds),
        found=sum(gold.salience < 3 for gold, _ in pairs),
        pairs=len(pairs),
        wrong=len(events) - len(pairs) - _retold(pairs, events),
    )
    for gold, event in pairs:
        exact = _window(event) in gold.windows
        right = True
        for name, told, wanted, optional, alike in (
            ("people", tuple(p.name for p in event.people), gold.people, gold.people_ok,
             same_person),
            ("countries", event.countries, gold.countries, gold.countries_ok, str.__eq__),
        ):  # fmt: skip
            hits, extra, missing = compare(told, wanted, optional, alike)
            tally.update({f"{name} hit": hits, f"{name} extra": extra, f"{name} missed": missing})
            right = right and not extra and not missing
        tally["exact"] += exact
        tally["usable"] += exact and right
        tally["usable wanted"] += exact and right and gold.salience < 3
        tally["status"] += event.status in gold.statuses
        placed = event.place is not None and any(
            same_place(event.place.name, name) for name in gold.places
        )
        if gold.place or (event.place and not placed):
            tally["places"] += 1
            tally["placed"] += placed
    return tally


def _retold(pairs: Sequence[tuple[GoldEvent, Event]], events: Sequence[Event]) -> int:
    """How many unpaired events rightly tell a paired one again, from another sentence."""
    left = [event for event in events if all(event is not taken for _, taken in pairs)]
    count = 0
    for gold, event in pairs:
        for mention in gold.mentions:
            if _tells(event, mention):
                continue
            for other in left:
                if _tells(other, mention) and _window(other) in gold.windows:
                    left.remove(other)
                    count += 1
                    break
    return count


def _align(told: Sequence[Stop], golds: Sequence[GoldStop]) -> list[tuple[Stop, GoldStop]]:
    """Stops in the order of travel: the best common subsequence, asked-for stops before others."""
    best: dict[tuple[int, int], tuple[int, list[tuple[Stop, GoldStop]]]] = {}
    for i in range(len(told), -1, -1):
        for j in range(len(golds), -1, -1):
            if i == len(told) or j == len(golds):
                best[i, j] = 0, []
                continue
            best[i, j] = max(best[i + 1, j], best[i, j + 1], key=lambda way: way[0])
            if told[i].place.country == golds[j].country:
                named = any(same_place(told[i].place.name, name) for name in golds[j].places)
                score, rest = best[i + 1, j + 1]
                score += (20 if golds[j].optional else 100) + 10 * named
                if score > best[i, j][0]:
                    best[i, j] = score, [(told[i], golds[j]), *rest]
    return best[0, 0][1]


def score_stops(golds: Mapping[str, Sequence[GoldStop]], itineraries: Iterable[Itinerary]) -> Tally:
    """Count right, extra and missed stops, and of the right ones what their bounds are worth."""
    tally = Tally()
    left = dict(golds)
    for itinerary in itineraries:
        names = (itinerary.person.name, *itinerary.person.aliases)
        same = [who for who in left if any(same_person(name, who) for name in names)]
        stops = left.pop(same[0]) if same else ()
        aligned = _align(itinerary.stops, stops)
        tally["stops extra"] += len(itinerary.stops) - len(aligned)
        hits = [both for both in aligned if not both[1].optional]
        tally["stops hit"] += len(hits)
        tally["stops missed"] += sum(not s.optional for s in stops) - len(hits)
        for stop, gold in hits:
            tally["stops placed"] += any(same_place(stop.place.name, n) for n in gold.places)
            if gold.arrive != Bounds():
                tally["arrivals"] += 1
                tally["arrivals inside"] += _inside(stop.arrive, gold.arrive)
                tally["arrivals kept"] += _meets(stop.arrive, gold.arrive)
    for stops in left.values():
        tally["stops missed"] += sum(not stop.optional for stop in stops)
    return tally


def _inside(told: Bounds, gold: Bounds) -> bool:
    """Whether bounds say at least as much as the annotator's, and nothing against them."""
    if told == Bounds() or not _meets(told, gold):
        return False
    early = not gold.earliest or (told.earliest is not None and told.earliest >= gold.earliest)
    late = not gold.latest or (told.latest is not None and told.latest <= gold.latest)
    return early and late


def _meets(told: Bounds, gold: Bounds) -> bool:
    """Whether some annotated day lies in the bounds: whether they shut out no truth."""
    return not (
        (told.earliest and gold.latest and told.earliest > gold.latest)
        or (told.latest and gold.earliest and told.latest < gold.earliest)
    )


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole else float("nan")


def _f1(hits: float, told: float, found: float, wanted: float) -> float:
    """F1 of hits among what was told, and of found among what was wanted, in percent."""
    if not told and not wanted:
        return float("nan")
    precision, recall = (hits / told if told else 0), (found / wanted if wanted else 0)
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def _set_f1(tally: Tally, name: str) -> float:
    hits = tally[f"{name} hit"]
    return _f1(hits, hits + tally[f"{name} extra"], hits, hits + tally[f"{name} missed"])


FIGURES = (
    Figure("recall", lambda t: _share(t["found"], t["wanted"])),
    Figure("precision", lambda t: _share(t["pairs"], t["pairs"] + t["wrong"])),
    Figure("exact", lambda t: _share(t["exact"], t["pairs"])),
    Figure("people F1", lambda t: _set_f1(t, "people")),
    Figure("countries F1", lambda t: _set_f1(t, "countries")),
    Figure("place", lambda t: _share(t["placed"], t["places"])),
    Figure("status", lambda t: _share(t["status"], t["pairs"])),
    Figure(
        "usable F1",
        lambda t: _f1(t["usable"], t["pairs"] + t["wrong"], t["usable wanted"], t["wanted"]),
    ),
    Figure("stop F1", lambda t: _set_f1(t, "stops")),
    Figure("stop place", lambda t: _share(t["stops placed"], t["stops hit"])),
    Figure("arrival inside", lambda t: _share(t["arrivals inside"], t["arrivals"])),
    Figure("day in bounds", lambda t: _share(t["arrivals kept"], t["arrivals"])),
)


def figures(tally: Tally) -> dict[str, float]:
    """The figures of the table, in percent; NaN where there was nothing to measure."""
    return {figure.name: figure.of(tally) for figure in FIGURES}


def score(gold: GoldArticle) -> Tally:
    """Read an article with the tool and count."""
    found = timeline.extract(gold.article)
    return score_events(gold.events, found.events) + score_stops(
        gold.itineraries, found.itineraries
    )


def run(data: Path | None = None, out: Path | None = None) -> None:
    """Print the table of both halves as Markdown, and of each article of the half that is read.

    With `data`, of the articles in another folder; with `out`, also write it there.
    """
    tallies: dict[str, Tally] = {"all": Tally(), "**read**": Tally(), "**kept**": Tally()}
    for gold in read_corpus(data or FOLDER):
        tally = score(gold)
        tallies["all"].update(tally)
        tallies[f"**{gold.half}**"].update(tally)
        if gold.half == "read":
            tallies[gold.article.id] = tally
    heads = [figure.name for figure in FIGURES]
    lines = [f"| articles | events | {' | '.join(heads)} |", "|---" * (len(heads) + 2) + "|"]
    for name, tally in tallies.items():
        cells = ("–" if value != value else f"{value:.1f}" for value in figures(tally).values())
        lines.append(f"| {name} | {tally['wanted']} | {' | '.join(cells)} |")
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if out:
        out.write_text(text, encoding="utf-8")
