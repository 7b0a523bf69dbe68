"""One record of the log as one line of JSON, and back."""

from __future__ import annotations

import json
import math
from datetime import date, time
from typing import Any

from timeline.corrections.edits import (
    Action,
    Add,
    Dated,
    Edit,
    Located,
    Merge,
    Record,
    Reject,
    Revise,
    Split,
    Step,
    Target,
)
from timeline.model import Bounds, Place, PlacePrecision, Precision, Qualifier, Status, When

_KINDS = {Reject: "reject", Split: "split", Merge: "merge", Add: "add", Revise: "revise"}


def to_line(record: Record) -> str:
    """Write a record as a line without its newline; all of it is ASCII."""
    told: dict[str, Any]
    if isinstance(record, Step):
        told = {"undo" if record.undo else "redo": record.edit}
    else:
        told = {"id": record.id, _KINDS[type(record.action)]: _action(record.action)}
    return json.dumps({**told, "session": record.session}, ensure_ascii=True)


def from_line(line: str) -> Record:
    """Read a record.

    Raises:
        ValueError: if the line is not one that `to_line` wrote.
    """
    try:
        data = json.loads(line)
        session = str(data["session"])
        for name in ("undo", "redo"):
            if name in data:
                return Step(str(data[name]), session, name == "undo")
        kind, name = next((kind, name) for kind, name in _KINDS.items() if name in data)
        return Edit(str(data["id"]), session, _read(kind, data[name]))
    except (KeyError, TypeError, AttributeError, StopIteration, RecursionError) as error:
        raise ValueError(f"this is not a record of corrections: {error}") from error


def _action(action: Action) -> dict[str, Any]:
    told: dict[str, Any] = {"target": _target(action.target)}
    if isinstance(action, Merge):
        told["into"] = _target(action.into)
    if isinstance(action, Add | Revise):
        told |= {
            "when": _dated(action.when),
            "people": None if action.people is None else list(action.people),
            "status": None if action.status is None else action.status.value,
            "title": action.title,
        }
    if isinstance(action, Revise):
        told["organisations"] = None if action.organisations is None else list(action.organisations)
        told["place"] = None if action.place is None else {"place": _place(action.place.place)}
    return {name: value for name, value in told.items() if value is not None}


def _read(kind: type[Any], data: dict[str, Any]) -> Action:
    target = _target_from(data["target"])
    if kind is Merge:
        return Merge(target, _target_from(data["into"]))
    if kind in (Reject, Split):
        return Reject(target) if kind is Reject else Split(target)
    when = _dated_from(data.get("when"))
    people = _texts(data.get("people"))
    status = Status(data["status"]) if "status" in data else None
    if kind is Add:
        return Add(target, str(data["title"]), when, people or (), status or Status.REPORTED)
    title = str(data["title"]) if "title" in data else None
    place = Located(_place_from(data["place"]["place"])) if "place" in data else None
    return Revise(target, when, people, _texts(data.get("organisations")), place, status, title)


def _texts(values: Any) -> tuple[str, ...] | None:
    return None if values is None else tuple(str(value) for value in values)


def _target(target: Target) -> list[Any]:
    trigger = [target.trigger_start, target.trigger]
    return [target.text, target.start, target.end, *trigger, target.made]


def _target_from(data: list[Any]) -> Target:
    text, start, end, trigger_start, trigger, made = data
    return Target(str(text), int(start), int(end), int(trigger_start), str(trigger), str(made))


def _dated(dated: Dated | None) -> dict[str, Any] | None:
    if dated is None:
        return None
    when = dated.when
    return {
        "begin": _days(when.begin),
        "end": _days(when.end),
        "precision": when.precision.value,
        "qualifier": when.qualifier.value,
        "lasting": when.lasting,
        "clock": when.clock.isoformat() if when.clock else None,
        "phrase": dated.phrase,
        "reason": dated.reason,
    }


def _dated_from(data: dict[str, Any] | None) -> Dated | None:
    if data is None:
        return None
    when = When(
        _days_from(data["begin"]),
        _days_from(data["end"]),
        Precision(data["precision"]),
        Qualifier(data["qualifier"]),
        bool(data["lasting"]),
        time.fromisoformat(data["clock"]) if data["clock"] else None,
    )
    return Dated(when, str(data["phrase"]), str(data["reason"]))


def _days(bounds: Bounds) -> list[str | None]:
    return [day.isoformat() if day else None for day in (bounds.earliest, bounds.latest)]


def _days_from(data: list[str | None]) -> Bounds:
    earliest, latest = (date.fromisoformat(day) if day else None for day in data)
    return Bounds(earliest, latest)


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        # JSON has no NaN
        "point": [place.latitude, place.longitude] if place.is_located else None,
        "precision": place.precision.value,
    }


def _place_from(data: dict[str, Any] | None) -> Place | None:
    if data is None:
        return None
    latitude, longitude = data["point"] or (math.nan, math.nan)
    precision = PlacePrecision(data["precision"])
    return Place(
        str(data["name"]), str(data["country"]), float(latitude), float(longitude), precision
    )
