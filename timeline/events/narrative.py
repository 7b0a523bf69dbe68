"""What a story goes on to tell: dates for events that no phrase of their sentence dates.

News tells of one day after the other, and of older times in between; each sentence goes on from
the one before until another date is named (the "current time" of discourse: Webber, 1988).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.events.dated import Dating, inferred, is_day
from timeline.events.lexicon import ANNOUNCING, REPORTING
from timeline.events.scene import Scene
from timeline.events.scope import reach
from timeline.events.subjects import subject_of
from timeline.events.triggers import Trigger, is_bare_clock
from timeline.language import Document, Sentence, Tense
from timeline.model import Precision, Qualifier, Status, When

# The lead is the first two sentences, by index; its news is of these days at most.
_LEAD = 1
_FRESH = timedelta(3)
_OUT_OF_ORDER = frozenset("earlier previously already once later recently before since".split())
_WAITING = frozenset("until till unless if before once so".split())
_SAYING = REPORTING | ANNOUNCING
# What brings something before the public, or into being by a decision.
_MADE_PUBLIC = ANNOUNCING - {"find", "learn", "mean", "think", "believe"} | frozenset(
    "release publish issue unveil launch establish found introduce approve adopt propose".split()
)
_VERBAL = frozenset(("VERB", "AUX"))


def by_the_story(
    scene: Scene,
    triggers: list[Trigger],
    statuses: dict[int, Status],
    dated: dict[int, Dating],
    likeliest: bool = False,
) -> dict[int, Dating]:
    """Dates for past events that go on with what has just been told of a day.

    Args:
        scene: the article.
        triggers: its events, in text order.
        statuses: whether each happened, by trigger token.
        dated: the events that have a date.
        likeliest: go on from the day on which something was said, too.
    """
    doc = scene.doc
    found: dict[int, Dating] = {}
    story: tuple[int, Dating] | None = None
    told = 0  # the sentence that the story has reached
    for trigger in triggers:
        paragraph = doc.sentence_of(trigger.token).paragraph
        if statuses[trigger.token] is not Status.HAPPENED or not _is_main(scene, trigger):
            continue
        own = dated.get(trigger.token)
        if trigger.reporting and not likeliest:
            continue  # the day on which something was said is not that of what is told next
        if own is not None:
            story = (paragraph, own) if own.firm and is_day(own.when) else None
            told = doc.tokens[trigger.token].sentence
        elif _told_out_of_order(scene, trigger):
            continue
        elif not likeliest and _turns_away(scene, trigger, told):
            story = None
        elif story is not None and paragraph - story[0] <= 1 and story[1].time is not None:
            when = _of_that_day(story[1].when)
            found[trigger.token] = Dating(
                when,
                f"story:{story[1].rule}",
                f"goes on with what was told of that day: {story[1].time.text}",
                None,
            )
            told = doc.tokens[trigger.token].sentence
    return found


def _turns_away(scene: Scene, trigger: Trigger, told: int) -> bool:
    """Whether a clause tells other news than a story: "A fund was announced", "Shares fell 3%".

    What is made public may be of any day, and prices are of the last one; whoever the story has
    just told of goes on with it ("opened the school on Tuesday. She announced a fund").
    """
    doc = scene.doc
    if not (doc.tokens[trigger.token].lemma in _MADE_PUBLIC or _is_price(doc, trigger.token)):
        return False
    subject = subject_of(scene, trigger)
    if subject is None:
        return True
    if doc.tokens[subject].tag == "PRP":
        return False
    person = scene.person_at(subject)
    before = range(doc.sentences[told].first, doc.sentences[told].last)
    return not any(
        scene.person_at(k) == person if person else doc.tokens[k].lemma == doc.tokens[subject].lemma
        for k in before
    )


def _is_price(doc: Document, verb: int) -> bool:
    """ "Fell 3 percent", "rose 16 percent"."""
    return any(
        doc.tokens[c].lemma in ("percent", "%", "cent", "point")
        for c in doc.children_of(verb, "dobj", "npadvmod")
    )


def by_the_clock(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status], dated: dict[int, Dating]
) -> dict[int, Dating]:
    """Dates for what is told by the hour alone: "at 8 a.m. the dam burst", of the day told of."""
    found: dict[int, Dating] = {}
    told: Dating | None = None
    for trigger in triggers:
        if statuses[trigger.token] is not Status.HAPPENED:
            continue
        own = dated.get(trigger.token)
        if own is not None:
            over = own.when.finish is not None and own.when.finish <= scene.article.date
            told = own if over and own.firm and own.time and is_day(own.when) else told
        elif told is not None and told.time is not None and _has_clock(scene, trigger):
            found[trigger.token] = Dating(
                _of_that_day(told.when),
                f"clock:{told.rule}",
                f"a time of the day that was told of: {told.time.text}",
                None,
            )
    return found


def _has_clock(scene: Scene, trigger: Trigger) -> bool:
    """Whether a time of day without a day stands in the clause of an event."""
    doc, group = scene.doc, trigger.group
    if group is None or group.tense is not Tense.PAST or group.perfect:
        return False
    return any(
        is_bare_clock(time) and reach(scene, trigger.token, group, time, scene.article.date) < 1
        for time in scene.times_in(doc.tokens[trigger.token].sentence)
    )


def _of_that_day(when: When) -> When:
    day = when.start
    if when.precision is Precision.DAY or day is None:
        return replace(when, qualifier=Qualifier.INFERRED)
    return When.on(day, Qualifier.INFERRED)


def by_the_entry(
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


def by_likelihood(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status], dated: dict[int, Dating]
) -> dict[int, Dating]:
    """The likeliest dates of events that nothing dates: of the time told of, or of the news.

    Args:
        scene: the article.
        triggers: its events, in text order.
        statuses: whether each happened, by trigger token.
        dated: the events that have a date.
    """
    found = _by_the_past(scene, triggers, statuses, dated)
    found |= _by_the_lead(scene, triggers, statuses, dated | found)
    return found | _by_the_verb(scene, triggers, dated | found)


def _by_the_past(
    scene: Scene, triggers: list[Trigger], statuses: dict[int, Status], dated: dict[int, Dating]
) -> dict[int, Dating]:
    """Dates for what goes on with a time before the news: "In 1997 he fled. Others followed"."""
    doc, published = scene.doc, scene.article.date
    found: dict[int, Dating] = {}
    told: tuple[int, Dating] | None = None  # the sentence that the story of that time has reached
    for trigger in triggers:
        if trigger.group is None or trigger.group.tense is not Tense.PAST or trigger.group.perfect:
            continue
        here = doc.sentence_of(trigger.token)
        own = dated.get(trigger.token)
        if own is not None:
            told = (here.index, own) if own.firm and _is_old(own, published) else None
            continue
        if told is None or not _follows(doc, told[0], here):
            continue
        said = doc.tokens[trigger.token].lemma in _SAYING
        happened = statuses[trigger.token] is Status.HAPPENED
        if said or not happened or _told_out_of_order(scene, trigger):
            continue
        then = told[1]
        assert then.time is not None
        found[trigger.token] = Dating(
            inferred(then.when),
            f"story:{then.rule}",
            f"goes on with what was told of that time: {then.time.text}",
            then.time,
        )
        told = (here.index, then)
    return found


def _is_old(dating: Dating, published: date) -> bool:
    """Whether a date lies before what an article of that day tells as news."""
    ended = dating.when.finish
    old = ended is not None and ended < published - _FRESH
    return old and dating.time is not None and not dating.when.lasting


def _follows(doc: Document, before: int, here: Sentence) -> bool:
    """Whether a sentence is the same or the next, and in the same paragraph or the next."""
    return here.index - before <= 1 and here.paragraph - doc.sentences[before].paragraph <= 1


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
        if is_day(own.when) and ended and published - _FRESH <= ended <= published:
            news = own
            break
    if news is None:
        return _said_today(scene, triggers, statuses, dated)
    return {
        t.token: Dating(
            inferred(news.when),
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


def _by_the_verb(
    scene: Scene, triggers: list[Trigger], dated: dict[int, Dating]
) -> dict[int, Dating]:
    """Dates for nouns, which have no tense to tell a time by: the day of the verb they go with."""
    doc = scene.doc
    found: dict[int, Dating] = {}
    verbs = {t.token for t in triggers if t.group is not None}
    for trigger in triggers:
        if trigger.group is not None or trigger.token in dated:
            continue
        above = (k for k in doc.ancestors(trigger.token) if doc.tokens[k].pos in _VERBAL)
        verb = next(above, None)
        known = dated.get(verb) if verb is not None and verb in verbs else None
        if known is not None and verb is not None and is_day(known.when):
            found[trigger.token] = Dating(
                inferred(known.when),
                f"shared:{known.rule}",
                f"told together with '{doc.tokens[verb].text}': {known.reason}",
                known.time,
            )
    return found


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


def _is_main(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger is the simple past of a main clause."""
    if trigger.group is None or trigger.group.tense is not Tense.PAST or trigger.group.perfect:
        return False
    token = scene.doc.tokens[trigger.token]
    while token.dep == "conj":
        token = scene.doc.tokens[token.head]
    return token.dep == "ROOT"
