"""Which date an event has: the phrase in its clause, one shared with its neighbours, or none.

Scope is read from the parse, not from distance. Whatever is not said is marked as inferred, and an
event that nothing dates keeps only the bounds that its tense gives it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.events.coreference import Told, same_event, told_by
from timeline.events.lexicon import ANNOUNCING, PUT_OFF, REPORTING
from timeline.events.relations import relation_of, when_by
from timeline.events.scene import Scene
from timeline.events.scope import reach
from timeline.events.triggers import Trigger, dates, is_deadline_of_object
from timeline.language import Tense
from timeline.model import AHEAD, Precision, Qualifier, Status, TimeExpression, When

# The farthest phrase of a sentence, in the costs of `scope.reach`, that still dates an event.
_REACH = 5.0
# Up to this cost the phrase is of the same or the next clause, and the story goes on from its day.
_FIRM = 2.5
# The lead is the first two sentences, by index; its news is of these days at most.
_LEAD = 1
_FRESH = timedelta(3)
_OUT_OF_ORDER = frozenset("earlier previously already once later recently before since".split())
_WAITING = frozenset("until till unless if before once so".split())


@dataclass(frozen=True, slots=True)
class Dating:
    """A date with the phrase, the rule and the reason behind it."""

    when: When
    rule: str
    reason: str
    time: TimeExpression | None = None
    firm: bool = True  # of its own clause, so that the story may go on from it


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
            put_off = scene.doc.tokens[trigger.token].lemma in PUT_OFF
            dated[trigger.token] = _direct(trigger.time, statuses[trigger.token], anchor, put_off)
    told = told_by(scene.doc, (t for t in triggers if t.token in dated))
    for trigger in triggers:
        if trigger.token not in dated:
            status = statuses[trigger.token]
            found = _by_another(scene, trigger, status, told, dated)
            found = (
                found
                or _in_reach(scene, trigger, status)
                or _told_before(scene, trigger, told, dated)
            )
            if found is not None:
                dated[trigger.token] = found
    dated.update(_by_the_story(scene, triggers, statuses, dated))
    dated.update(_by_the_entry(scene, triggers, dated))
    if likeliest:
        dated.update(_by_the_lead(scene, triggers, statuses, dated))
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
    """Dates for past events that go on with what has just been told of a day."""
    doc = scene.doc
    found: dict[int, Dating] = {}
    story: tuple[int, Dating] | None = None
    for trigger in triggers:
        paragraph = doc.sentence_of(trigger.token).paragraph
        if statuses[trigger.token] is not Status.HAPPENED or not _is_main(scene, trigger):
            continue
        own = dated.get(trigger.token)
        if own is not None:
            story = (paragraph, own) if own.firm and _is_day(own.when) else None
        elif _told_out_of_order(scene, trigger):
            continue
        elif story is not None and paragraph - story[0] <= 1 and story[1].time is not None:
            when = replace(story[1].when, qualifier=Qualifier.INFERRED)
            found[trigger.token] = Dating(
                when,
                f"story:{story[1].rule}",
                f"goes on with what was told of that day: {story[1].time.text}",
                None,
            )
    return found


def _by_the_entry(
    scene: Scene, triggers: list[Trigger], dated: dict[int, Dating]
) -> dict[int, Dating]:
    """Dates for what an entry of a chronology tells: the one at its head."""
    found: dict[int, Dating] = {}
    for trigger in triggers:
        entry = scene.entry_at(trigger.token)
        if trigger.token in dated or entry is None or entry.time.when is None:
            continue
        found[trigger.token] = Dating(
            entry.time.when,
            f"entry:{entry.time.rule}",
            f"told under the date of its entry: {entry.time.reason}",
            entry.time,
        )
    return found


def _by_the_lead(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status], dated: dict[int, Dating]
) -> dict[int, Dating]:
    """Dates for what the article reports without one, where its lead tells the day of the news."""
    doc, published = scene.doc, scene.article.date
    news: Dating | None = None
    for trigger in triggers:
        if doc.tokens[trigger.token].sentence > _LEAD:
            break
        own = dated.get(trigger.token)
        if own is None or own.time is None or trigger.group is None:
            continue
        ended = own.when.finish
        if _is_day(own.when) and ended and published - _FRESH <= ended <= published:
            news = own
            break
    if news is None:
        return _said_today(scene, triggers, statuses, dated)
    return {
        t.token: Dating(
            _inferred(news.when),
            f"news:{news.rule}",
            f"the day of the news, which the lead tells: {news.reason}",
            news.time,
        )
        for t in triggers
        if t.token not in dated
        and statuses[t.token] is Status.HAPPENED
        and not (t.group and t.group.perfect)
        and not _told_out_of_order(scene, t)
        and not _awaited(scene, t)
    }


def _said_today(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status], dated: dict[int, Dating]
) -> dict[int, Dating]:
    """The article's day for what a lead without a date says that somebody said or announced."""
    doc = scene.doc
    return {
        t.token: Dating(
            When.on(scene.article.date, Qualifier.INFERRED),
            "news",
            "said as news in the lead, which names no other day than the article's",
        )
        for t in triggers
        if t.token not in dated
        and statuses[t.token] is Status.HAPPENED
        and doc.tokens[t.token].sentence <= _LEAD
        and doc.tokens[t.token].lemma in REPORTING | ANNOUNCING
        and not _told_out_of_order(scene, t)
    }


def _awaited(scene: Scene, trigger: Trigger) -> bool:
    """Whether a clause tells what something waits for: "until the dispute was settled"."""
    doc = scene.doc
    marks = {doc.tokens[c].lower for c in doc.children_of(trigger.token, "mark", "advmod")}
    return bool(marks & _WAITING)


def _told_out_of_order(scene: Scene, trigger: Trigger) -> bool:
    """Whether an adverb sets an event apart from what is told beside it: "had earlier met"."""
    doc = scene.doc
    return any(
        doc.tokens[c].lower in _OUT_OF_ORDER for c in doc.children_of(trigger.token, "advmod")
    )


def _is_day(when: When) -> bool:
    return when.precision is Precision.DAY and not when.lasting


def _is_main(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger is the simple past of a main clause."""
    if trigger.group is None or trigger.group.tense is not Tense.PAST or trigger.group.perfect:
        return False
    token = scene.doc.tokens[trigger.token]
    while token.dep == "conj":
        token = scene.doc.tokens[token.head]
    return token.dep == "ROOT"


def _by_another(
    scene: Scene,
    trigger: Trigger,
    status: Status,
    told: Told,
    dated: dict[int, Dating],
) -> Dating | None:
    """The date of an event that the text counts from another one."""
    relation = relation_of(scene, trigger)
    if relation is None:
        return None
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
    return Dating(
        when,
        f"{relation.word} an event:{known.rule}",
        f"{length}{relation.word} '{word}', of which: {known.reason}",
        known.time,
    )


def _in_reach(scene: Scene, trigger: Trigger, status: Status) -> Dating | None:
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
        and not (trigger.group and status in AHEAD and _is_over(t, scene.article.date))
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
        _inferred(known.when),
        f"same event:{known.rule}",
        f"the same event as '{word}' elsewhere in the article: {known.reason}",
        known.time,
    )


def _inferred(when: When) -> When:
    exact = when.qualifier is Qualifier.EXACT
    return replace(when, qualifier=Qualifier.INFERRED) if exact else when


def _shared(time: TimeExpression) -> Dating:
    assert time.when is not None
    reason = f"told together with what has that date: {time.reason}"
    return Dating(_inferred(time.when), f"shared:{time.rule}", reason, time)


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
