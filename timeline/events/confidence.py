"""How sure an event is: the share of events on the same evidence that proved right.

Right is an event that a reader would list too, on the same days. The table starts from the kind of
date evidence; a few traits move it, each by its log-odds. All values were measured on annotated
articles and shrunk towards what the rest of the table expects, so that a trait seen ten times says
little; `python -m bench confidence` measures them again and shows how far they hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from timeline.events.dated import Dating
from timeline.events.scene import Scene
from timeline.events.triggers import Trigger
from timeline.model import Status

# Share right by what dates the event.
PRIORS = {
    "direct": 0.94,
    "shared": 0.68,
    "story": 0.83,
    "news": 0.84,
    "ongoing": 0.83,
    "same event": 0.67,
    "relation": 0.66,
    "undated": 0.75,
    "undated past": 0.57,
}
# What each trait adds to the log-odds.
SHIFTS = {
    "inferred people": -0.1,
    "hedged": -0.3,
    "below a verb": -0.6,
    "deep": -0.5,
}

_HEDGED = frozenset(
    (Status.PROPOSED, Status.CONDITIONAL, Status.REPORTED, Status.DENIED, Status.CANCELLED)
)
_INFERRED = frozenset(("shared", "story", "same event", "news", "ongoing"))
_DEEP = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an event and against it: one kind of date, any number of traits."""

    kind: str
    traits: frozenset[str]


def kind_of_date(dating: Dating) -> str:
    """What dates an event: the name of a row of `PRIORS`."""
    head = dating.rule.partition(":")[0]
    if head == "undated" or head in _INFERRED:
        return head
    return "relation" if head.endswith(" an event") else "direct"


def evidence_of(
    scene: Scene, trigger: Trigger, dating: Dating, status: Status, inferred_people: bool
) -> Evidence:
    """The evidence for an event.

    Args:
        inferred_people: whether any of its people was found through a pronoun or a role.
    """
    doc, group = scene.doc, trigger.group
    kind = kind_of_date(dating)
    # a past without a date mostly belongs to some day of the story, which was not found
    if kind == "undated" and status is Status.HAPPENED and not (group and group.perfect):
        kind = "undated past"
    found = {
        "inferred people": inferred_people,
        "hedged": status in _HEDGED,
        "below a verb": group is not None and (bool(group.governors) or not group.is_finite),
        "deep": sum(1 for _ in doc.ancestors(trigger.token)) >= _DEEP,
    }
    return Evidence(kind, frozenset(name for name, holds in found.items() if holds))


def confidence_of(evidence: Evidence) -> float:
    """How sure an event is, 0 to 1."""
    odds = log(PRIORS[evidence.kind] / (1 - PRIORS[evidence.kind]))
    odds += sum(SHIFTS[trait] for trait in evidence.traits)
    return round(1 / (1 + exp(-odds)), 2)
