"""Which words are events: verbs that something happens by, and dated nouns such as "the deal"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.eventhood import (
    has_object,
    holds_office,
    is_event,
    is_saying,
    limit_below,
    places_somebody,
)
from timeline.events.lexicon import (
    EVENT_NOUNS,
    LIGHT,
    TAKE_PLACE,
    TAKE_PLACE_PASSIVE,
    TEXTS,
)
from timeline.events.scene import Scene
from timeline.events.scope import contradicts
from timeline.language import Document, Tense, VerbGroup, verb_group
from timeline.language.verbs import PLANNED, PROPOSED
from timeline.model import Precision, Qualifier, TimeExpression, TimexType, When

# "previously", "soon": they order events but date none
_VAGUE = frozenset(("PAST_REF", "FUTURE_REF"))
_DAY_WORDS = (
    "day yester tomorrow tonight night morning evening noon week month year"
    " jan feb mar apr may jun jul aug sep oct nov dec ago from"
).split()
_TAKINGS = frozenset(("sales", "orders"))
_RESULTS = frozenset("loss payment dividend budget".split())
_TIMEX_DEPS = ("compound", "poss", "nmod", "amod", "nummod")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event.

    Attributes:
        token: its index.
        group: its verb group; None for a noun.
        time: the expression that dates it directly.
        reporting: whether it is an act of saying.
        presence: whether it is a form of "be" that puts somebody somewhere.
    """

    token: int
    group: VerbGroup | None
    time: TimeExpression | None = None
    reporting: bool = False
    presence: bool = False


def find_triggers(scene: Scene) -> list[Trigger]:
    """The events of an article, in text order."""
    doc = scene.doc
    groups = _verb_groups(scene)
    governed = {g: i for i, group in groups.items() for g in group.governors}
    times = _attach(scene, groups, governed)
    triggers: list[Trigger] = []
    for i, group in groups.items():
        time = times.get(i)
        reporting = is_saying(doc, i)
        presence = doc.tokens[i].lemma == "be" and (
            places_somebody(scene, i) or holds_office(scene, i, time)
        )
        limit = time or limit_below(scene, i)
        if i not in governed and is_event(scene, i, group, limit, presence):
            triggers.append(Trigger(i, group, time, reporting, presence))
    for i, time in sorted(times.items()):
        if i in groups or _is_figure(doc, i, time):
            continue
        if not _is_repeated(scene, i, time, triggers):
            triggers.append(Trigger(i, None, time))
    return sorted(triggers, key=lambda t: t.token)


def given_triggers(scene: Scene, tokens: Sequence[int]) -> list[Trigger]:
    """Triggers for tokens that are known to name events, in text order."""
    groups = _verb_groups(scene)
    # what somebody marked as an event of its own is no mere governor of another
    governed = {
        g: i for i, group in groups.items() for g in group.governors if g not in set(tokens)
    }
    times = _attach(scene, groups, governed, frozenset(tokens))
    return [Trigger(i, groups.get(i), times.get(i), is_saying(scene.doc, i)) for i in tokens]


def _verb_groups(scene: Scene) -> dict[int, VerbGroup]:
    return {
        t.i: verb_group(scene.doc, t.i)
        for t in scene.doc.tokens
        if (t.pos == "VERB" or (t.lemma == "be" and t.dep not in ("aux", "auxpass")))
        and t.i not in scene.place_at
        and t.i not in scene.roster.mentions
    }


def _attach(
    scene: Scene,
    groups: dict[int, VerbGroup],
    governed: dict[int, int],
    given: frozenset[int] = frozenset(),
) -> dict[int, TimeExpression]:
    """For each verb or event noun, the expression that dates it: the finest, then the nearest."""
    doc = scene.doc
    found: dict[int, list[TimeExpression]] = {}
    for time in scene.times:
        if not dates(time):
            continue
        span = doc.tokens_in(time.start, time.end)
        head = doc.head_of(span)
        target = _target(scene, head, groups, given) if head is not None else None
        while target in governed:
            target = governed[target]
        if target is not None and target not in given:
            target = _told_in(doc, target, groups)
            target = _called_for(scene, target, groups, time)
        group = groups.get(target) if target is not None else None
        if group is not None and (
            is_deadline_of_object(scene, group, time)
            or contradicts(doc, group, time, scene.article.date)
        ):
            continue
        if target is not None:
            found.setdefault(target, []).append(time)
    for i in groups:
        when = _time_it_tells_of(scene, i)
        if when is not None:
            found.setdefault(governed.get(i, i), []).append(when)
    order = list(_PRECISION_ORDER)
    return {
        i: min(
            times,
            key=lambda t: (
                order.index(t.when.precision.value) if t.when else 99,
                abs(doc.tokens[i].start - t.start),
            ),
        )
        for i, times in found.items()
    }


def _told_in(doc: Document, i: int, groups: dict[int, VerbGroup]) -> int:
    """The verb of what a text told that came out on a day, else token `i` itself.

    "In a letter sent on Monday she turned the offer down": Monday is when she did.
    """
    token = doc.tokens[i]
    text = doc.tokens[token.head]
    if token.dep != "acl" or token.tag != "VBN" or text.lemma not in TEXTS:
        return i
    link = doc.tokens[text.head]
    verb = link.head
    told = text.dep == "pobj" and link.lower == "in" and link.dep == "prep" and verb in groups
    return verb if told else i


def _called_for(scene: Scene, i: int, groups: dict[int, VerbGroup], time: TimeExpression) -> int:
    """The event to come whose date stands beside a verb that is past: "called a vote for May"."""
    doc = scene.doc
    start = time.when.start if time.when else None
    if i not in groups or start is None or start <= scene.article.date:
        return i
    if groups[i].tense is not Tense.PAST or groups[i].governors or groups[i].passive:
        return i
    named = [k for k in doc.subtree(i) if k > i and doc.tokens[k].end < time.start]
    return next((k for k in reversed(named) if _is_event_noun(doc, k)), i)


def _time_it_tells_of(scene: Scene, i: int) -> TimeExpression | None:
    """The date that a clause enlarges on: "on August 3, when the dam burst"."""
    doc = scene.doc
    token = doc.tokens[i]
    when = next((c for c in doc.children_of(i, "advmod") if doc.tokens[c].lower == "when"), None)
    if when is None or when > i:
        return None
    hung = token.dep == "relcl" and token.head in scene.time_tokens
    beside = when > 1 and doc.tokens[when - 1].text == "," and when - 2 in scene.time_tokens
    if not (hung or beside):
        return None
    at = doc.tokens[token.head if hung else when - 2].start
    times = scene.times_in(token.sentence)
    time = next((t for t in times if t.start <= at < t.end and dates(t)), None)
    if time is None or time.when is None or not time.when.lasting:
        return time
    if time.when.qualifier not in (Qualifier.SINCE, Qualifier.UNTIL):
        return time
    # "the worst since 1959, when a dam burst": the dam burst in 1959
    limit = time.when.begin if time.when.qualifier is Qualifier.SINCE else time.when.end
    if limit.latest is None:
        return time
    earliest = limit.earliest
    if earliest is None and time.when.precision is Precision.DAY:
        earliest = limit.latest
    return replace(time, when=When.within(earliest, limit.latest, time.when.precision))


def dates(time: TimeExpression) -> bool:
    """Whether an expression puts what happened on the calendar."""
    return (
        time.when is not None
        and time.type is not TimexType.SET
        and (time.type is not TimexType.DURATION or _is_limit(time))
        and time.value not in _VAGUE
        and not is_bare_clock(time)
    )


def _is_limit(time: TimeExpression) -> bool:
    """Whether a length tells by when something is to come: "within a year"."""
    when, now = time.when, time.anchor
    if when is None or when.lasting or now is None:
        return False
    return when.start == now and when.finish is not None and when.finish > now


def is_bare_clock(time: TimeExpression) -> bool:
    """Whether an expression names a time of day and no day: "at 9 p.m."."""
    if time.when is None or time.when.precision not in (Precision.HOUR, Precision.MINUTE):
        return False
    return time.anchor is not None and not any(w in time.text.lower() for w in _DAY_WORDS)


def is_deadline_of_object(scene: Scene, group: VerbGroup, time: TimeExpression) -> bool:
    """Whether a deadline is for what is promised: "promised a review by Christmas"."""
    token = scene.doc.tokens[group.head]
    hedged = time.when is not None and time.when.qualifier in (Qualifier.BY, Qualifier.BEFORE)
    promised = token.lemma in PLANNED | PROPOSED and not group.passive
    return hedged and promised and group.tense is Tense.PAST and has_object(scene.doc, group.head)


_PRECISION_ORDER = "minute hour day week month quarter season year decade century none".split()


def _target(
    scene: Scene, head: int, groups: dict[int, VerbGroup], given: frozenset[int]
) -> int | None:
    """Climb from a time expression to what it dates.

    A date before a noun ("the July deal", "this year's theme") belongs to that noun alone; one in
    a phrase after an event noun ("the attack on Friday") too, unless the noun only completes a
    light verb ("held talks on Friday").
    """
    doc = scene.doc
    said = doc.clause_of_time(head)
    if said != head:
        return said if said in groups else None
    named = _noun_behind(scene, head, given)
    return _climb(scene, head, groups, given) if named is None else named


def _climb(
    scene: Scene, head: int, groups: dict[int, VerbGroup], given: frozenset[int]
) -> int | None:
    """The first verb or event noun above a time expression that it can date."""
    doc = scene.doc
    current = head
    for k in doc.ancestors(head):
        if k in scene.time_tokens:
            continue
        token = doc.tokens[k]
        dep = doc.tokens[current].dep
        if k in groups:
            if token.lemma == "be":
                subject = doc.child(k, "nsubj")
                there = doc.child(k, "attr") if doc.child(k, "expl") is not None else None
                for noun in (subject, there):
                    if noun is not None and _is_event_noun(doc, noun):
                        return noun
                if subject is not None and _is_dated_by(scene, k, subject, current):
                    return subject
            if token.dep == "pcomp" and doc.child(k, "dobj") is None:
                current = k  # "warned of overheating in May": the warning was in May
                continue
            return k
        if token.pos in ("NOUN", "PROPN"):
            if dep in _TIMEX_DEPS:
                verb = _takes_place(doc, k, groups)
                if verb is not None:
                    return verb
                named = token.lower in EVENT_NOUNS or token.lemma in EVENT_NOUNS
                named = named or _is_final(doc, k)
                return k if named or k in given else None
            if (token.lemma in EVENT_NOUNS or k in given) and not _completes_light_verb(doc, k):
                return k
        current = k
    return None


def _noun_behind(scene: Scene, head: int, given: frozenset[int]) -> int | None:
    """The event noun that a date before it belongs to: "in the May 1990 shooting of Ruiz".

    Only where the parser hangs the date itself on the preposition.
    """
    doc = scene.doc
    if doc.tokens[head].dep != "pobj" or doc.child(head, "det") is None:
        return None
    last = head
    while last + 1 < len(doc.tokens) and last + 1 in scene.time_tokens:
        last += 1
    nouns: list[int] = []
    for token in doc.tokens[last + 1 : last + 5]:
        if token.sentence != doc.tokens[head].sentence:
            break
        if token.pos == "NOUN":
            nouns.append(token.i)
        elif token.tag != "VBG":
            break
    if nouns and (_is_event_noun(doc, nouns[-1]) or nouns[-1] in given):
        return nouns[-1]
    return None


def _is_dated_by(scene: Scene, be: int, subject: int, said: int) -> bool:
    """Whether a form of "be" says nothing but when: "the first delivery was in May"."""
    doc = scene.doc
    if doc.tokens[subject].pos != "NOUN" or subject in scene.roster.mentions:
        return False
    if subject in scene.time_tokens or doc.tokens[said].dep not in ("prep", "attr", "npadvmod"):
        return False
    if doc.tokens[said].dep == "attr" and said not in scene.time_tokens:
        return False  # "the sums are a rise from last year"
    rest = doc.children_of(be, "prep", "attr", "acomp", "ccomp", "xcomp", "advcl", "expl")
    return all(c == said for c in rest)


def _is_final(doc: Document, i: int) -> bool:
    """Whether a noun is followed by its "final", which the tagger takes for an adjective."""
    after = doc.tokens[i + 1] if i + 1 < len(doc.tokens) else None
    return (
        after is not None and after.dep == "amod" and after.head == i and after.lower in EVENT_NOUNS
    )


def _takes_place(doc: Document, i: int, groups: dict[int, VerbGroup]) -> int | None:
    """The verb by which an event noun merely takes place: "Friday's vote was held in Lima"."""
    verb = doc.tokens[i].head
    subject = doc.tokens[i].dep in ("nsubj", "nsubjpass") and _is_event_noun(doc, i)
    if not subject or verb not in groups:
        return None
    verbs = TAKE_PLACE_PASSIVE if groups[verb].passive else TAKE_PLACE
    return verb if doc.tokens[verb].lemma in verbs else None


def _is_event_noun(doc: Document, i: int) -> bool:
    return doc.tokens[i].pos == "NOUN" and doc.tokens[i].lemma in EVENT_NOUNS


def _completes_light_verb(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    head = doc.tokens[token.head]
    if token.dep == "pobj":
        head = doc.tokens[head.head]
    return head.pos == "VERB" and head.lemma in LIGHT


def _is_figure(doc: Document, i: int, time: TimeExpression) -> bool:
    """Whether a noun is a line of a firm's books: "this year's sales", "a third-quarter loss"."""
    if doc.tokens[i].lower in _TAKINGS:
        return True
    coarse = time.when is not None and time.when.precision in (Precision.QUARTER, Precision.YEAR)
    return coarse and doc.tokens[i].lemma in _RESULTS


def _is_repeated(scene: Scene, i: int, time: TimeExpression, triggers: list[Trigger]) -> bool:
    """Whether a noun with the same date has been seen: "the July trade deal", "the July accord".

    A noun that says nothing of its own counts as the one before it, whatever its word.
    """
    doc = scene.doc
    says_more = any(
        doc.tokens[c].dep not in ("det", "punct") and c not in scene.time_tokens
        for c in doc.children[i]
        if doc.tokens[c].tag != "POS"
    )
    return any(
        t.group is None
        and t.time is not None
        and t.time.when == time.when
        and (not says_more or doc.tokens[t.token].lemma == doc.tokens[i].lemma)
        for t in triggers
    )
