"""The edits that a reader can make, each an immutable value that names what it is about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from timeline.model import Event, Place, Status, When


def text_key(text: str) -> str:
    """What a text is known by in the log, whatever date or title it is opened under."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Target:
    """An event as a later extraction can be asked for it: by where it stands in its text.

    Attributes:
        text: `text_key` of the article.
        start, end: the characters of its sentence.
        trigger_start, trigger: the word that says what happens.
        made: id of the edit that made the event, empty for one that extraction found.
    """

    text: str
    start: int
    end: int
    trigger_start: int
    trigger: str
    made: str = ""


def target_of(event: Event, text: str, made: str = "") -> Target:
    """The target that finds an event again.

    Args:
        event: the event as it is now.
        text: `text_key` of its article.
        made: id of the edit that made the event, if one did.
    """
    quote, trigger = event.quote, event.trigger
    return Target(text, quote.start, quote.end, trigger.start, trigger.text, made)


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that the reader gives.

    Attributes:
        when: what it means.
        phrase: how the reader wrote it.
        reason: why it means that, in a sentence.
    """

    when: When
    phrase: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A place that the reader gives; None takes the place away."""

    place: Place | None


@dataclass(frozen=True, slots=True)
class Revise:
    """New values for some fields of one event; what is None stays as it is."""

    target: Target
    when: Dated | None = None
    people: tuple[str, ...] | None = None
    organisations: tuple[str, ...] | None = None
    place: Located | None = None
    status: Status | None = None
    title: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return self == Revise(self.target)


@dataclass(frozen=True, slots=True)
class Reject:
    """The event is none, and is left out."""

    target: Target


@dataclass(frozen=True, slots=True)
class Merge:
    """`target` is the same event as `into`, which takes over what it lacks."""

    target: Target
    into: Target


@dataclass(frozen=True, slots=True)
class Split:
    """One event is two: a second one of the same sentence, to be edited by itself."""

    target: Target


@dataclass(frozen=True, slots=True)
class Add:
    """An event that extraction did not find.

    Attributes:
        target: its sentence; `trigger` is empty.
        title: a short headline.
        when, people, status: what is known of it to begin with.
    """

    target: Target
    title: str
    when: Dated | None = None
    people: tuple[str, ...] = ()
    status: Status = Status.REPORTED


Action = Revise | Reject | Merge | Split | Add


@dataclass(frozen=True, slots=True)
class Edit:
    """One action of a reader.

    Attributes:
        id: unique among all edits.
        session: which open page made it, so that undo takes back one's own.
        action: what it does.
    """

    id: str
    session: str
    action: Action


@dataclass(frozen=True, slots=True)
class Step:
    """An edit taken back, or made again."""

    edit: str
    session: str
    undo: bool


Record = Edit | Step
