"""Which date an event has: the phrase in its clause, one shared with its neighbours, or none.

Scope is read from the parse, not from distance. Whatever is not said is marked as inferred, and an
event that nothing dates keeps only the bounds that its tense gives it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline.events.lexicon import PUT_OFF
from timeline.events.scene import Scene
from timeline.events.triggers import Trigger
from timeline.language import Tense
from timeline.model import Precision, Qualifier, Status, TimeExpression, When

_AHEAD = frozenset((Status.PLANNED, Status.EXPECTED, Status.PROPOSED, Status.CONDITIONAL))
# Clauses that happen together with the one they hang on ("was shot as he left", "killing three").
_SIMULTANEOUS = frozenset("as when while whereupon".split())


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with the phrase, the rule and the reason behind it."""

    when: When
    rule: str
    reason: str
    time: TimeExpression | None = None


def date_events(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status]
) -> dict[int, Dating]:
    """Date every event of an article, by trigger token."""
    anchor = scene.article.date
    # a governor stands for the event below it: "is *expected* to speak"
    by_token = {g: t for t in triggers if t.group for g in t.group.governors}
    by_token.update({t.token: t for t in triggers})
    dated: dict[int, Dating] = {}
    for trigger in triggers:
        if trigger.time and trigger.time.when:
            put_off = scene.doc.tokens[trigger.token].lemma in PUT_OFF
            dated[trigger.token] = _direct(trigger.time, statuses[trigger.token], anchor, put_off)
    for trigger in triggers:
        if trigger.token not in dated:
            neighbour = _neighbour(scene, trigger, by_token)
            if neighbour is not None and neighbour.time and neighbour.time.when:
                dated[trigger.token] = _shared(scene, neighbour, neighbour.time)
    dated.update(_by_the_story(scene, triggers, statuses, dated))
    for trigger in triggers:
        if trigger.token not in dated:
            dated[trigger.token] = _undated(statuses[trigger.token], anchor)
    return dated


def _direct(time: TimeExpression, status: Status, anchor: date, put_off: bool) -> Dating:
    assert time.when is not None
    if status is Status.ONGOING and time.value == "PRESENT_REF":
        return _observed(anchor, time)
    if put_off and time.when.qualifier is Qualifier.UNTIL:
        # "postponed until December": the new date, not a state that lasts until then
        when = When.within(time.when.end.earliest, time.when.end.latest, time.when.precision)
        return Dating(when, time.rule, time.reason, time)
    return Dating(time.when, time.rule, time.reason, time)


def _observed(anchor: date, time: TimeExpression | None = None) -> Dating:
    return Dating(
        When.on(anchor, Qualifier.INFERRED),
        "ongoing",
        f"said to be going on on the article's day, {anchor:%-d %B %Y}; "
        "when it began and will end is not said",
        time,
    )


def _by_the_story(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status], dated: dict[int, Dating]
) -> dict[int, Dating]:
    """Dates for past events that go on with what the paragraph has just told of a day."""
    doc = scene.doc
    found: dict[int, Dating] = {}
    story: tuple[int, Dating] | None = None
    for trigger in triggers:
        paragraph = doc.sentence_of(trigger.token).paragraph
        if statuses[trigger.token] is not Status.HAPPENED or not _is_main(scene, trigger):
            continue
        own = dated.get(trigger.token)
        if own is not None:
            one_day = own.when.precision is Precision.DAY and not own.when.lasting
            story = (paragraph, own) if one_day else None
        elif story is not None and story[0] == paragraph and story[1].time is not None:
            when = replace(story[1].when, qualifier=Qualifier.INFERRED)
            found[trigger.token] = Dating(
                when,
                f"story:{story[1].rule}",
                f"goes on with what the paragraph tells of that day: {story[1].time.text}",
                None,
            )
    return found


def _is_main(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger is the simple past of a main clause."""
    if trigger.group is None or trigger.group.tense is not Tense.PAST or trigger.group.perfect:
        return False
    token = scene.doc.tokens[trigger.token]
    while token.dep == "conj":
        token = scene.doc.tokens[token.head]
    return token.dep == "ROOT"


def _neighbour(scene: Scene, trigger: Trigger, by_token: dict[int, Trigger]) -> Trigger | None:
    """The event that shares its date with an undated one in the same sentence."""
    doc = scene.doc
    token = doc.tokens[trigger.token]
    if trigger.group is None:
        return None
    top = trigger.group.governors[-1] if trigger.group.governors else trigger.token
    dep, head = doc.tokens[top].dep, doc.tokens[top].head
    other = by_token.get(head)
    if dep == "conj" and other is not None and other.group is not None:
        same = other.group.tense == trigger.group.tense or not trigger.group.is_finite
        if same and (doc.child(top, "nsubj", "nsubjpass") is None or _fronted(scene, other)):
            return other
        return None
    if dep == "advcl" and other is not None:
        marks = {doc.tokens[c].lower for c in doc.children_of(top, "mark", "advmod")}
        if (token.tag == "VBG" and not marks) or marks & _SIMULTANEOUS:
            return other
        return None
    if doc.child(trigger.token, "prep", "npadvmod") is not None:
        return None  # "was arrested at the scene and appeared in court on Monday"
    for c in doc.children_of(trigger.token, "conj"):  # "met aides and left on Friday"
        after = by_token.get(c)
        if after is not None and after.group is not None and after.time is not None:
            same = after.group.tense == trigger.group.tense
            if same and doc.child(c, "nsubj", "nsubjpass") is None:
                return after
    return None


def _fronted(scene: Scene, trigger: Trigger) -> bool:
    """Whether a date opens its clause, and so serves all that is joined to it."""
    subject = scene.doc.child(trigger.token, "nsubj", "nsubjpass")
    return (
        trigger.time is not None
        and subject is not None
        and trigger.time.start < scene.doc.tokens[subject].start
    )


def _shared(scene: Scene, neighbour: Trigger, time: TimeExpression) -> Dating:
    assert time.when is not None
    when = time.when
    if when.qualifier is Qualifier.EXACT:
        when = replace(when, qualifier=Qualifier.INFERRED)
    word = scene.doc.tokens[neighbour.token].text
    return Dating(
        when, f"shared:{time.rule}", f"same clause chain as '{word}': {time.reason}", time
    )


def _undated(status: Status, anchor: date) -> Dating:
    if status is Status.ONGOING:
        return _observed(anchor)
    if status in _AHEAD:
        return Dating(
            When.undated(earliest=anchor),
            "undated",
            "no date in the text; it lies ahead of the article's day",
        )
    if status is Status.CANCELLED:
        return Dating(When.undated(), "undated", "no date in the text")
    return Dating(
        When.undated(latest=anchor),
        "undated",
        "no date in the text; it had happened by the article's day",
    )
