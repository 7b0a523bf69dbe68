"""How far the confidence of events can be trusted: how many of those that are 0.8 sure are right.

An event is right if it is in the annotation and its days are the annotator's; usable if its people
and countries are right too. An event that rightly tells a found one again counts as right.

With --data, the folder that holds `data/e2e` and `data/te3_event_dates`, the annotated articles and
mentions there are read too; without it only the project's own articles. Priors were fitted to the
articles of others and to the read half of our own; the kept half is a check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import exp, log
from pathlib import Path

import timeline
from bench.gold import GoldArticle, GoldEvent, Mention, read_corpus
from bench.mentions import article, day, rows
from bench.own import compare, pair, same_person
from bench.timex_table import half
from timeline.events import date_mentions, find_triggers
from timeline.events.confidence import PRIORS, SHIFTS, Evidence, kind_of_date
from timeline.events.extract import evidence_by_event
from timeline.model import Article, Bounds, Event, Precision, Span, Status
from timeline.pipeline import read_scene

EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
# Events that a share is measured on count as much as this many that go by what was expected.
SHRINKAGE = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """An event of ours with what it is worth."""

    event: Event
    evidence: Evidence
    right: bool
    usable: bool


def judge(
    golds: Sequence[GoldEvent], events: Sequence[Event], evidence: Mapping[str, Evidence]
) -> list[Judged]:
    """Tell right events from wrong ones."""
    found = {id(event): gold for gold, event in pair(golds, events)}
    judged = []
    for event in events:
        gold = found.get(id(event))
        if gold is not None:
            exact = _is_exact(event, gold)
            judged.append(
                Judged(event, evidence[event.id], exact, exact and _knows_who(event, gold))
            )
            continue
        again = [
            gold
            for gold in found.values()
            if _is_exact(event, gold) and any(_tells(event, mention) for mention in gold.mentions)
        ]
        usable = any(_knows_who(event, g) for g in again)
        judged.append(Judged(event, evidence[event.id], bool(again), usable))
    return judged


def _tells(event: Event, mention: Mention) -> bool:
    return mention.trigger.start <= event.trigger.start < mention.trigger.end or (
        mention.quote.start <= event.trigger.start < mention.quote.end
    )


def _is_exact(event: Event, gold: GoldEvent) -> bool:
    return Bounds(event.when.start, event.when.finish) in gold.windows


def _knows_who(event: Event, gold: GoldEvent) -> bool:
    people = compare([p.name for p in event.people], gold.people, gold.people_ok, same_person)
    countries = compare(event.countries, gold.countries, gold.countries_ok, str.__eq__)
    return not any((*people[1:], *countries[1:]))


def others_articles(folder: Path) -> Iterator[GoldArticle]:
    """The annotated articles of `data/e2e`, in the form of our own."""
    for row in rows(folder / "data" / "e2e" / "articles.jsonl"):
        text = row["text"]
        events = []
        for event in row["events"]:
            mentions = []
            for m in (event, *event.get("mentions", ())):
                at, word = m["trigger_char"], m["trigger"]
                quote = Span(m["start_char"], m["end_char"], text[m["start_char"] : m["end_char"]])
                mentions.append(Mention(quote, Span(at, at + len(word), word)))
            windows = [(event["start"], event["end"])]
            windows += [(w["start"], w["end"]) for w in event.get("also_ok", ())]
            events.append(
                GoldEvent(
                    tuple(mentions),
                    tuple(Bounds(_day(a), _day(b)) for a, b in windows),
                    Precision.DAY,
                    (Status(event["status"]),),
                    tuple(event["people"]),
                    tuple(event["people_ok"]),
                    tuple(event["countries"]),
                    tuple(event["countries_ok"]),
                    event["place"] or "",
                    (),
                    event["salience"],
                )
            )
        published = date.fromisoformat(row["date"])
        whole = Article(row["id"], text, published, title=row["title"])
        yield GoldArticle(whole, row["topic"], "", "others", tuple(events), {})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def judged_articles(golds: Iterable[GoldArticle]) -> dict[str, list[Judged]]:
    """All events of annotated articles, by half."""
    found: dict[str, list[Judged]] = defaultdict(list)
    for gold in golds:
        events = timeline.extract(gold.article).events
        scene = read_scene(gold.article)
        evidence = evidence_by_event(scene, find_triggers(scene))
        found[gold.half].extend(judge(gold.events, events, evidence))
    return found


def judged_mentions(folder: Path) -> dict[str, list[tuple[str, bool]]]:
    """For each event mention of `data/te3_event_dates`: the kind of its date, and if that is right.

    By half.
    """
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in rows(folder / "data" / "te3_event_dates" / "docs.jsonl"):
        scene = read_scene(article(row))
        spans = [(event["start"], event["end"]) for event in row["events"]]
        for event, dating in zip(row["events"], date_mentions(scene, spans), strict=True):
            gold = event.get("gold_date")
            if gold:
                right = day(dating.when, scene.article.date)[: len(gold)] == gold
                found[half(row["doc_id"])].append((kind_of_date(dating), right))
    return found


def calibration_error(judged: Sequence[Judged]) -> float:
    """The mean distance of confidence and share right over the bins, weighted by their size."""
    total = sum(
        len(inside) * abs(_mean(inside) - _share(inside)) for inside in _bins(judged).values()
    )
    return total / len(judged) if judged else 0.0


def separation(judged: Sequence[Judged]) -> float:
    """How often a right event is surer than a wrong one (the area under the ROC curve)."""
    right = [j.event.confidence for j in judged if j.right]
    wrong = [j.event.confidence for j in judged if not j.right]
    if not right or not wrong:
        return 0.5
    wins = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return wins / (len(right) * len(wrong))


def _bins(judged: Sequence[Judged]) -> dict[tuple[float, float], list[Judged]]:
    found: dict[tuple[float, float], list[Judged]] = {}
    for low, high in pairwise(EDGES):
        inside = [j for j in judged if low <= j.event.confidence < high]
        if inside:
            found[low, high] = inside
    return found


def _mean(judged: Sequence[Judged]) -> float:
    return sum(j.event.confidence for j in judged) / len(judged)


def _share(judged: Sequence[Judged]) -> float:
    return sum(j.right for j in judged) / len(judged)


def reliability(name: str, judged: Sequence[Judged]) -> list[str]:
    """The rows of the reliability table of one set of events."""
    lines = []
    for (low, high), inside in _bins(judged).items():
        usable = sum(j.usable for j in inside) / len(inside)
        lines.append(
            f"| {name} | {low:.1f} to {min(high, 1):.1f} | {len(inside)} | {_mean(inside):.2f}"
            f" | {_share(inside):.2f} | {usable:.2f} |"
        )
    lines.append(
        f"| **{name}** | all | {len(judged)} | {_mean(judged):.2f} | {_share(judged):.2f} |"
        f" {sum(j.usable for j in judged) / len(judged):.2f} |"
    )
    lines.append(
        f"| **{name}** | calibration error {calibration_error(judged):.3f},"
        f" separation {separation(judged):.2f} | | | | |"
    )
    return lines


def measured_priors(
    judged: Sequence[Judged], mentions: Sequence[tuple[str, bool]]
) -> dict[str, tuple[int, float]]:
    """For each kind of date, how many events have it and the share right.

    The share is shrunk towards that of dated mentions of the kind, or of all events where no
    mentions can tell: that of an undated one is scored by its article's day.
    """
    overall = sum(j.right for j in judged) / len(judged)
    table = {}
    for kind in PRIORS:
        hits = [j.right for j in judged if j.evidence.kind == kind]
        others = [right for k, right in mentions if k == kind and k not in ("undated", "ongoing")]
        start = (sum(others) + SHRINKAGE * overall) / (len(others) + SHRINKAGE)
        table[kind] = len(hits), (sum(hits) + SHRINKAGE * start) / (len(hits) + SHRINKAGE)
    return table


def measured_shifts(
    judged: Sequence[Judged], priors: Mapping[str, float]
) -> dict[str, tuple[int, float, float]]:
    """For each trait, how many events have it, the share right and the shift of log-odds.

    Each is the shift that makes the expected share that of its events, given the others, times
    n / (n + 10).
    """
    shifts = dict.fromkeys(SHIFTS, 0.0)
    table: dict[str, tuple[int, float, float]] = {}
    for _ in range(10):
        for trait in SHIFTS:
            inside = [j for j in judged if trait in j.evidence.traits]
            if not inside:
                table[trait] = 0, 0.0, 0.0
                continue
            rest = [
                _log_odds(priors[j.evidence.kind])
                + sum(shifts[t] for t in j.evidence.traits if t != trait)
                for j in inside
            ]
            right = sum(j.right for j in inside)
            shift = _shift_to(rest, right) * len(inside) / (len(inside) + SHRINKAGE)
            shifts[trait] = shift
            table[trait] = len(inside), right / len(inside), shift
    return table


def _shift_to(odds: Sequence[float], right: int) -> float:
    """The one shift of all log-odds by which as many are expected as are right, by bisection."""
    low, high = -4.0, 4.0
    for _ in range(40):
        middle = (low + high) / 2
        if sum(1 / (1 + exp(-o - middle)) for o in odds) < right:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def _priors_table(judged: Sequence[Judged], mentions: Sequence[tuple[str, bool]]) -> list[str]:
    """The values of `timeline.events.confidence` as they would be measured now."""
    lines = ["| evidence | events | prior or shift | in use |", "|---|---|---|---|"]
    priors = measured_priors(judged, mentions)
    for kind, (count, share) in priors.items():
        lines.append(f"| {kind} | {count} | {share:.2f} | {PRIORS[kind]:.2f} |")
    shares = {kind: share for kind, (_, share) in priors.items()}
    for trait, (count, _, shift) in measured_shifts(judged, shares).items():
        lines.append(f"| {trait} | {count} | {shift:+.1f} | {SHIFTS[trait]:+.1f} |")
    return lines


def run(data: Path | None, out: Path | None = None) -> None:
    """Print Markdown tables; with `out`, also write them there."""
    golds = [*read_corpus(), *(others_articles(data) if data else ())]
    judged = judged_articles(golds)
    lines = [
        "| events of | confidence | count | mean | right | usable |",
        "|---|---|---|---|---|---|",
    ]
    for name, events in judged.items():
        lines += reliability(name, events)
    mentions = judged_mentions(data) if data else {}
    known = [j for name, events in judged.items() if name != "kept" for j in events]
    lines += ["", *_priors_table(known, mentions.get("A", []))]
    if data:
        lines += ["", "| kind of date | half | mentions | right |", "|---|---|---|---|"]
        for which, found in sorted(mentions.items()):
            for kind in sorted({kind for kind, _ in found}):
                hits = [right for k, right in found if k == kind]
                share = sum(hits) / len(hits)
                lines.append(f"| {kind} | {which} | {len(hits)} | {share:.2f} |")
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if out:
        out.write_text(text, encoding="utf-8")
