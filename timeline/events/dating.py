"""Which date an event has: the phrase in its clause, one shared with its neighbours, or none.

Scope is read from the parse, not from distance. Whatever is not said is marked as inferred, and an
event that nothing dates keeps only the bounds that its tense gives it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.events.coreference import Told, same_event, told_by
from timeline.events.dated import Dating, inferred
from timeline.events.day_lists import over_days
from timeline.events.narrative import by_likelihood, by_the_clock, by_the_entry, by_the_story
from timeline.events.relations import (
    Relation,
    after_the_main_clause,
    from_the_other_side,
    relation_of,
    when_by,
)
from timeline.events.scene import Scene
from timeline.events.scope import contradicts, reach
from timeline.events.status import puts_off
from timeline.events.triggers import Trigger, dates, is_deadline_of_object
from timeline.model import AHEAD, Qualifier, Status, TimeExpression, When

# The farthest phrase of a sentence, in the costs of `scope.reach`, that still dates an event.
_REACH = 5.0
# Up to this cost the phrase is of the same or the next clause, and the story goes on from its day.
_FIRM = 2.5


def date_events(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status], likeliest: bool = False
) -> dict[int, Dating]:
    """Date every event of an article, by trigger token.

    Args:
        scene: the article.
        triggers: its events, in text order.
        statuses: whether each happened, by trigger token.
        likeliest: give an event that nothing dates the day of the article's news, which is its
            likeliest; else it stays undated.
    """
    anchor = scene.article.date
    dated: dict[int, Dating] = {}
    for trigger in triggers:
        if trigger.time and trigger.time.when:
            put_off = puts_off(scene.doc, trigger.token)
            time = trigger.time if likeliest else over_days(scene, trigger.time)
            dated[trigger.token] = _direct(time, statuses[trigger.token], anchor, put_off)
    of_saying = {t.time.start for t in triggers if t.time and t.reporting}
    told = told_by(scene.doc, (t for t in triggers if t.token in dated))
    for trigger in triggers:
        if trigger.token not in dated:
            status = statuses[trigger.token]
            turned = from_the_other_side(scene, trigger.token)
            relation = turned or relation_of(scene, trigger)
            if relation is None and not likeliest:
                relation = after_the_main_clause(scene, trigger.token)
            found = (
                # "left two days after it was sold": what was told of the sale goes first
                (turned and _told_before(scene, trigger, told, dated))
                or (relation and _by_another(scene, trigger, relation, status, told, dated))
                or _in_reach(scene, trigger, status, of_saying)
                or _told_before(scene, trigger, told, dated)
            )
            if found is not None:
                dated[trigger.token] = found
    dated.update(by_the_clock(scene, triggers, statuses, dated))
    dated.update(by_the_story(scene, triggers, statuses, dated, likeliest))
    dated.update(by_the_entry(scene, triggers, dated))
    if likeliest:
        dated.update(by_likelihood(scene, triggers, statuses, dated))
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


def _by_another(
    scene: Scene,
    trigger: Trigger,
    relation: Relation,
    status: Status,
    told: Told,
    dated: dict[int, Dating],
) -> Dating | None:
    """The date of an event that the text counts from another one."""
    known = dated.get(relation.other)
    if known is None:
        other = same_event(scene.doc, Trigger(relation.other, None), told)
        known = dated[other.token] if other and other is not trigger else None
    if known is None:
        return None
    when = when_by(relation, known.when, scene.article.date, status in AHEAD)
    if when is None:
        return None
    word = scene.doc.tokens[relation.other].text
    length = f"{relation.count} {relation.unit}(s) " if relation.count else ""
    how = f"{length}{relation.word} '{word}'"
    if relation.word == "within":
        how = f"within {length}of '{word}'"
    return Dating(
        when,
        f"{relation.word} an event:{known.rule}",
        f"{how}, of which: {known.reason}",
        known.time,
    )


def _in_reach(scene: Scene, trigger: Trigger, status: Status, of_saying: set[int]) -> Dating | None:
    """The phrase of the same sentence that dates an event, if one is near enough in the parse."""
    doc = scene.doc
    here = doc.tokens[trigger.token]
    near = [
        (
            reach(scene, trigger.token, trigger.group, t, scene.article.date),
            abs(t.start - here.start),
            k,
        )
        for k, t in enumerate(scene.times_in(here.sentence))
        if dates(t)
        and t.value != "PRESENT_REF"
        and not (trigger.group and is_deadline_of_object(scene, trigger.group, t))
        and not (trigger.group and contradicts(doc, trigger.group, t, scene.article.date))
        and not (trigger.group and status in AHEAD and _is_over(t, scene.article.date))
        and not (trigger.group and status in AHEAD and t.start in of_saying)
        and not (status is Status.HAPPENED and _is_to_come(t, scene.article.date))
    ]
    if not near or min(near)[0] > _REACH:
        return None
    cost, _, k = min(near)
    return replace(_shared(scene.times_in(here.sentence)[k]), firm=cost <= _FIRM)


def _is_over(time: TimeExpression, anchor: date) -> bool:
    return time.when is not None and time.when.finish is not None and time.when.finish < anchor


def _is_to_come(time: TimeExpression, anchor: date) -> bool:
    return time.when is not None and time.when.start is not None and time.when.start > anchor


def _told_before(
    scene: Scene, trigger: Trigger, told: Told, dated: dict[int, Dating]
) -> Dating | None:
    """The date of another mention of the same event."""
    other = same_event(scene.doc, trigger, told)
    if other is None:
        return None
    known = dated[other.token]
    word = scene.doc.tokens[other.token].text
    return Dating(
        inferred(known.when),
        f"same event:{known.rule}",
        f"the same event as '{word}' elsewhere in the article: {known.reason}",
        known.time,
    )


def _shared(time: TimeExpression) -> Dating:
    assert time.when is not None
    reason = f"told together with what has that date: {time.reason}"
    return Dating(inferred(time.when), f"shared:{time.rule}", reason, time)


def _undated(status: Status, anchor: date) -> Dating:
    if status is Status.ONGOING:
        return _observed(anchor)
    if status in AHEAD:
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
