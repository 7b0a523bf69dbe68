"""Phrases that other tools accept, with the intervals they give: how many of ours agree, by tool.

Days are compared, not times of day: this project places things on a calendar. A case is out of
scope where there is no day to compare; those kinds are counted in the table.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from timeline.model import Direction, Qualifier, TimeExpression, TimexType
from timeline.timex import find
from timeline.timex.english.rules.named_days import NAMED

SUITES = {
    "Recognizers-Text": "recognizers_model_en.jsonl",
    "Duckling": "duckling_en.jsonl",
    "chrono": "chrono_en.jsonl",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One expected interval: first and last day, None where open; `within` for a mere instant."""

    first: date | None
    last: date | None
    within: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase, its reference day and the readings that its tool accepts."""

    text: str
    phrase: str
    reference: date
    readings: tuple[Wanted, ...]
    out_of_scope: str = ""
    looks_ahead: bool = False


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp.replace("Z", "")).replace(tzinfo=None)


def _last_before(stamp: str) -> date:
    """The last day of a span whose end is excluded."""
    return (_moment(stamp) - timedelta(seconds=1)).date()


def _grain_end(first: date, grain: str) -> date:
    months = {"Month": 1, "Quarter": 3, "Year": 12}.get(grain)
    if grain == "Week":
        return first + timedelta(6)
    if months is None:
        return first
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1) - timedelta(1)


_SHORTHAND = re.compile(r"\b(?:EO[DMY]|BO[MY]|GYSD|w/c|otd|cy\d\d)\b|[<>]|\bgreater than\b")
_CENTURY = re.compile(r"\bcentury\b", re.IGNORECASE)
_THIRDS = re.compile(r"\b(?:beginning|start|end|later)\b", re.IGNORECASE)
_SEASONS = re.compile(r"\b(?:spring|summer|autumn|fall|winter|seasons?)\b", re.IGNORECASE)
_WINDOW = re.compile(
    r"\b(?:next|last|past|upcoming|previous|following)\b.*\b(?:weeks?|months?|quarters?|years?)\b"
    r"|\ball week|rest of",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:\d+|two|three|few|upcoming)\b", re.IGNORECASE)


def _convention(text: str, want: dict[str, Any]) -> str:
    """The convention by which a tool's answer differs on purpose from ours, if one does."""
    if "holiday" in want and not any(name in text.lower() for name in NAMED):
        return "feast outside our table"
    if _SHORTHAND.search(text):
        return "office shorthand"
    if _CENTURY.search(text):
        return "centuries from their year 00"
    if _SEASONS.search(text):
        return "seasons by the solstices"
    if _THIRDS.search(text):
        return "edges of a span, not its thirds"
    if _WINDOW.search(text) and _COUNTED.search(text):
        return "windows of whole calendar units"
    return ""


def duckling(row: dict[str, Any]) -> list[Case]:
    """Cases of Duckling: a value with its grain, or from and to."""
    reference = _moment(row["reference"][:19]).date()
    cases = []
    for want in row["expected"]:
        grain = want.get("grain", "")
        out = _convention(row["text"], want)
        if grain in ("Second", "Minute", "Hour", "NoGrain"):
            out = "time of day"
        elif not out and row.get("latent"):
            out = "latent: read only where a date is wanted"
        if "value" in want:
            first = _moment(want["value"]).date()
            reading = Wanted(first, _grain_end(first, grain))
        else:
            reading = Wanted(
                _moment(want["from"]).date() if want.get("from") else None,
                _last_before(want["to_exclusive"]) if want.get("to_exclusive") else None,
            )
        cases.append(
            Case(row["text"], want.get("text", ""), reference, (reading,), out, looks_ahead=True)
        )
    return cases


def chrono(row: dict[str, Any]) -> list[Case]:
    """Cases of chrono: a moment, with an end where there is one."""
    cases = []
    for want in row["expected"]:
        start = want.get("components_start", {})
        out = ""
        if not re.match(r"\d{4}-\d\d-\d\d", row.get("reference") or ""):
            out = "no reference day"
        elif not {"year", "month", "day"} <= set(start):
            out = "no whole date expected"
        elif "hour" in start:
            out = "time of day"
        if out:
            cases.append(Case(row["text"], want.get("text", ""), date.min, (), out))
            continue
        reference = _moment(row["reference"][:19]).date()
        try:
            first = date(start["year"], start["month"], start["day"])
            end = want.get("components_end", {})
            last = date(end["year"], end["month"], end["day"]) if len(end) >= 3 else first
        except (ValueError, KeyError):
            continue
        reading = Wanted(first, last, within=not end)
        ahead = "forwardDate: true" in str(row.get("options", ""))
        cases.append(
            Case(row["text"], want.get("text", ""), reference, (reading,), looks_ahead=ahead)
        )
    return cases


def recognizers(row: dict[str, Any]) -> list[Case]:
    """Cases of Recognizers-Text: one or more candidate values with start and end."""
    reference = _moment(row["reference"][:19]).date() if row.get("reference") else date.min
    cases = []
    for want in row["expected"]:
        kind = want.get("type", "")
        out = _convention(want.get("text", ""), want)
        if not row.get("reference"):
            out = "no reference day"
        elif not out and kind not in ("date", "daterange"):
            out = {"duration": "length of time", "set": "recurring"}.get(kind, "time of day")
        readings = []
        for value in want.get("values", []) if not out else []:
            if "value" in value:
                try:
                    day = _moment(value["value"]).date()
                except ValueError:
                    continue
                readings.append(Wanted(day, day))
            elif "start" in value or "end" in value:
                try:
                    readings.append(
                        Wanted(
                            _moment(value["start"]).date() if "start" in value else None,
                            _last_before(value["end"]) if "end" in value else None,
                        )
                    )
                except ValueError:
                    continue
        if not out and not readings:
            out = "not resolved by the tool itself"
        cases.append(Case(row["text"], want.get("text", ""), reference, tuple(readings), out))
    return cases


READERS = {"Recognizers-Text": recognizers, "Duckling": duckling, "chrono": chrono}


def interval(found: TimeExpression) -> tuple[date | None, date | None] | None:
    """The days an expression spans, as the peers count them: "by X" ends, "since X" begins."""
    when = found.when
    if when is None:
        return None
    if when.qualifier in (Qualifier.BY, Qualifier.BEFORE, Qualifier.UNTIL):
        return None, when.end.latest
    if when.qualifier in (Qualifier.SINCE, Qualifier.AFTER):
        return when.begin.earliest, None
    return when.begin.earliest, when.end.latest


def agrees(found: TimeExpression, want: Wanted, reference: date) -> bool:
    """Whether the days are the same, as far as the tools count alike.

    Two ways of counting the edges are one: a window that ends "now" may leave out today, and
    a range may end before the last unit that it names. An instant need only lie in our span.
    """
    ours = interval(found)
    if ours is None or found.when is None:
        return False
    first, last = ours
    if want.within and found.when.qualifier is Qualifier.BY:
        return last == want.first  # the tool gives the day on which a deadline falls
    if found.when.qualifier is Qualifier.ABOUT and first and want.first:
        return abs(first - want.first) <= timedelta(1)  # a feast that a sighting may shift
    if first and last and want.first and (want.within or _coarser(found, want)):
        return first <= want.first <= last
    return _edge(first, want.first, reference, 1) and (
        _edge(last, want.last, reference, -1)
        or (want.last is not None and _last_unit(found.value) == want.last + timedelta(1))
    )


def _last_unit(value: str) -> date | None:
    """The first day of the last unit that a range names: "2014/2018" → 1 January 2018."""
    _, _, end = value.partition("/")
    unit = re.fullmatch(r"(\d{4})(?:-(\d\d)|-Q(\d))?(?:-(\d\d))?", end)
    if not unit:
        return None
    year, month, quarter, day = unit.groups()
    return date(int(year), int(month or (int(quarter or 1) * 3 - 2)), int(day or 1))


def _edge(ours: date | None, theirs: date | None, reference: date, side: int) -> bool:
    if ours == theirs:
        return True
    if theirs is None or ours is None:
        return reference in (ours, theirs)
    return ours == reference and theirs == reference + timedelta(side)


# the rules that count from the reference day, of sentences and of chat
_COUNTING = ("ago", "in two weeks", "in so long")


def _coarser(found: TimeExpression, want: Wanted) -> bool:
    """Whether we kept the unit of "three weeks ago" where the tool gives a day or a month."""
    counted = any(name in found.rule for name in _COUNTING)
    return counted and want.first is not None and want.last is not None


def read(case: Case) -> bool:
    """Whether some expression in the phrase's place agrees with some reading of the tool."""
    place = case.text.lower().find(case.phrase.lower()) if case.phrase else -1
    found = _answers(case)
    if place >= 0:
        end = place + len(case.phrase)
        found = [e for e in found if e.start < end and e.end > place]
    return any(
        agrees(e, want, case.reference)
        for e in found
        if e.type is not TimexType.SET
        for want in case.readings
    )


def _answers(case: Case) -> list[TimeExpression]:
    """What we find in a case, with the direction that its tool presumes."""
    return find(case.text, case.reference, direction_at=_ahead if case.looks_ahead else None)


def _ahead(_offset: int) -> Direction:
    """The direction of a tool that takes every phrase for a wish."""
    return Direction.FUTURE


def cases(data: Path, tool: str) -> list[Case]:
    """All cases of one tool's suite."""
    lines = (data / SUITES[tool]).read_text(encoding="utf-8").splitlines()
    return [case for line in lines if line.strip() for case in READERS[tool](json.loads(line))]


def run(data: Path, out: Path | None = None) -> None:
    """Print the table; with `out`, write the cases that disagree to it, one JSON object a line."""
    missed = []
    print(f"{'tool':18} {'in scope':>8} {'agree':>6} {'share':>6}  out of scope")
    for tool in SUITES:
        every = cases(data, tool)
        scope = [case for case in every if not case.out_of_scope]
        wrong = [case for case in scope if not read(case)]
        kinds = Counter(case.out_of_scope for case in every if case.out_of_scope)
        listed = ", ".join(f"{kind} {n}" for kind, n in kinds.most_common())
        right = len(scope) - len(wrong)
        print(f"{tool:18} {len(scope):8} {right:6} {right / len(scope):6.1%}  {listed}")
        missed += [(tool, case) for case in wrong]
    if out:
        with out.open("w", encoding="utf-8") as sink:
            for tool, case in missed:
                wanted = [[str(w.first), str(w.last)] for w in case.readings]
                ours = [
                    [e.text, e.value, *map(str, interval(e) or ())]
                    for e in find(
                        case.text, case.reference, direction_at=_ahead if case.looks_ahead else None
                    )
                ]
                row = {
                    "tool": tool,
                    "text": case.text,
                    "reference": str(case.reference),
                    "wanted": wanted,
                    "ours": ours,
                }
                sink.write(json.dumps(row, ensure_ascii=False) + "\n")
