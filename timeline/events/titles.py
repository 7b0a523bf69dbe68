"""A short headline for an event, in the article's words: who, what, whom, where.

Auxiliaries and articles go, as in a newspaper's headlines; pronouns become names; the date has its
own column. What was said follows who said it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.events.headline import (
    ASIDES,
    RELATIVE,
    Referent,
    is_cut_short,
    is_pronoun,
    name_of,
    phrase,
    quoted_words,
    referent,
    short_name,
)
from timeline.events.headline_verbs import (
    governor_words,
    linked_words,
    past_of_participle,
    present_of,
    verb_words,
)
from timeline.events.lexicon import ANNOUNCING, REPORTING
from timeline.events.scene import Scene
from timeline.events.status import is_dropped
from timeline.events.subjects import subject_of
from timeline.events.triggers import Trigger
from timeline.language import Document, Tense, verb_group
from timeline.language.verbs import is_calling_off
from timeline.model import TO_COME, Status

LONGEST = 80
_SUBJECT = 44
_PHRASES = 3
_NEAR = 60  # tokens behind a verb in which its clause ends

_OBJECTS = ("dobj", "dative", "attr", "oprd", "agent", "acomp")
# Phrases that date an event by another one.
_ORDER = frozenset("after before since until till following".split())
_DENYING = frozenset(("deny",))
_OF_ONE = {"have": "has", "do": "does"}
# Adverbs without which a verb says something else: "came home", "was swept away".
_DIRECTIONS = frozenset(
    "home back away out down up off on over in together apart aside ashore aboard abroad forward"
    " ahead along around through".split()
)
# Nouns that a clause without "which" dates, gives a reason for or places, rather than does to.
_SETTINGS = frozenset(
    "day time year moment place way reason week month night morning hour minute".split()
)
_POINTING = frozenset("this that these those".split())
_WEATHER = frozenset("rain snow hail".split())
_MANY = frozenset(("NNS", "NNPS"))
_ALWAYS_MANY = frozenset("police they we".split())


@dataclass(frozen=True, slots=True)
class _Part:
    """A phrase of a title: the token at its head and how much it is needed, 0 the most."""

    head: int
    rank: int


def title_of(scene: Scene, trigger: Trigger, status: Status) -> str:
    """At most 80 characters, with names for pronouns and without the date."""
    doc = scene.doc
    words = ""
    if trigger.group is None:
        words = phrase(scene, trigger.token, LONGEST)
    else:
        words = _said(scene, trigger, status) or _clause(scene, trigger, status)
    words = words or doc.tokens[trigger.token].text
    if status is Status.CANCELLED and not _tells_so(scene, trigger):
        words = f"{words} (cancelled)" if len(words) <= LONGEST - 12 else words
    return words[:1].upper() + words[1:LONGEST]


def _tells_so(scene: Scene, trigger: Trigger) -> bool:
    if trigger.group is None:
        return True
    verbs = (trigger.token, *trigger.group.governors)
    return is_dropped(scene.doc, trigger.token) or any(is_calling_off(scene.doc, i) for i in verbs)


def _clause(scene: Scene, trigger: Trigger, status: Status) -> str:
    """Who did what, to whom, where."""
    doc = scene.doc
    assert trigger.group is not None
    governors = [*reversed(trigger.group.governors)] or _orderer(doc, trigger)
    top = governors[0] if governors else trigger.token
    subject = subject_of(scene, Trigger(top, verb_group(doc, top)) if governors else trigger)
    about = referent(scene, subject) if subject is not None else None
    lead = _subject_words(scene, subject)
    verbs = _verbs(scene, trigger, status, governors, about)
    if subject is not None and isinstance(about, str | int) and _is_one(scene, subject, about):
        # "they have left" of a body: "Norair has left"
        verbs = re.sub(r"^(have|do)\b", lambda m: _OF_ONE[m.group()], verbs)
    room = LONGEST - len(lead) - len(verbs) - 1
    told = _complements(scene, trigger, about, room, subject)
    room -= len(told) + 1
    told = " ".join(filter(None, (told, _where(scene, trigger.token, room))))
    return " ".join(part for part in (lead, verbs, told) if part)


def _where(scene: Scene, i: int, room: int) -> str:
    """The place that a clause enlarges on: "at Malta, where the fleet had gathered"."""
    doc = scene.doc
    token = doc.tokens[i]
    place = doc.tokens[token.head]
    link = doc.tokens[place.head]
    asked = any(doc.tokens[c].lower == "where" for c in doc.children_of(i, "advmod"))
    if token.dep != "relcl" or not asked or place.dep != "pobj" or place.i not in scene.place_at:
        return ""
    words = f"{link.lower if link.lower in ('at', 'on') else 'in'} {name_of(scene, place.i, 30)}"
    return words if len(words) < room else ""


def _orderer(doc: Document, trigger: Trigger) -> list[int]:
    """The verb that asks somebody to do what happens: "ordered residents to leave"."""
    token = doc.tokens[trigger.token]
    asked = trigger.group is not None and trigger.group.infinitive and token.head < token.i
    verb = asked and token.dep in ("xcomp", "ccomp") and doc.tokens[token.head].pos == "VERB"
    return [token.head] if verb else []


def _is_person(doc: Document, i: int) -> bool:
    return any(name.label == "PERSON" and name.first <= i < name.last for name in doc.names)


def _is_one(scene: Scene, subject: int, about: str | int) -> bool:
    """Whether a pronoun in the plural stands for a single person or body."""
    if scene.doc.tokens[subject].lower != "they":
        return False
    return isinstance(about, str) or scene.doc.tokens[about].tag not in _MANY


def _subject_words(scene: Scene, subject: int | None) -> str:
    if subject is None:
        return ""
    doc = scene.doc
    first = doc.tokens[subject].head
    if doc.tokens[subject].dep == "conj" and _is_person(doc, first):
        subject = first  # the last of several names stands for all
    token = doc.tokens[subject]
    if token.pos == "PRON" and token.lower in _POINTING:
        return ""
    if is_pronoun(scene, subject) and referent(scene, subject) is None:
        return "It" if doc.tokens[token.head].lemma in _WEATHER else ""
    return name_of(scene, subject, _SUBJECT, purposes=False)


def _verbs(
    scene: Scene, trigger: Trigger, status: Status, governors: list[int], about: Referent
) -> str:
    """The verb with all that stands above it: "agreed to end", "ordered residents to leave"."""
    doc = scene.doc
    group = trigger.group
    assert group is not None
    if trigger.presence and not governors:
        return "to be" if status in TO_COME and group.modal else ""
    if not governors:
        return " ".join(
            filter(None, (_manner(doc, trigger.token), verb_words(scene, group, status)))
        )
    found = [governor_words(scene, governors[0])]
    for above, below in zip(governors, [*governors[1:], trigger.token], strict=True):
        ordered = doc.child(above, "dobj", "dative")
        if ordered is None and doc.tokens[below].dep == "ccomp":
            ordered = doc.child(below, "nsubj", "nsubjpass")
        named = ordered is not None and doc.tokens[ordered].lower not in RELATIVE
        if ordered is not None and named and ordered < below and doc.tokens[above].pos == "VERB":
            found.append(name_of(scene, ordered, 30, about))
        found.append(linked_words(doc, below))
    return " ".join(filter(None, found))


def _manner(doc: Document, i: int) -> str:
    """The adverb by which an article keeps its distance: "allegedly"."""
    return " ".join(
        doc.tokens[c].lower
        for c in doc.children_of(i, "advmod")
        if doc.tokens[c].lower in ("allegedly", "reportedly", "nearly", "almost")
    )


def _complements(
    scene: Scene, trigger: Trigger, about: Referent, room: int, subject: int | None
) -> str:
    """What follows the verb, in its order: the most needed phrases first get what room there is."""
    parts = _parts(scene, trigger, subject)
    chosen: dict[int, str] = {}
    for part in sorted(parts, key=lambda p: (p.rank, p.head)):
        if part.rank > 0 and len(chosen) >= _PHRASES:
            break
        words = _part_words(scene, part.head, room - 1, about)
        if words:
            chosen[part.head] = words
            room -= len(words) + 1
    fronted = [i for i in chosen if i < trigger.token]
    behind = [i for i in chosen if i > trigger.token]
    return " ".join(chosen[i] for i in (*sorted(behind), *fronted))


def _part_words(scene: Scene, head: int, room: int, about: Referent) -> str:
    doc = scene.doc
    token = doc.tokens[head]
    if token.dep == "prt" or (token.lower in _DIRECTIONS and not doc.children[head]):
        return token.lower
    if token.dep in ("prep", "agent"):
        nouns = doc.children_of(head, "pobj")
        bound = bool(nouns) and is_pronoun(scene, nouns[0])
        if bound and about is not None and referent(scene, nouns[0]) == about:
            return ""  # "took forty guests with her"
        if len(nouns) == 1 and len(doc.children[head]) == 1:
            noun = name_of(scene, nouns[0], room - len(token.text) - 1, about)
            if _is_dated(scene, nouns[0]) or is_cut_short(doc, nouns[0], noun):
                return ""
            return f"{token.lower} {noun}" if noun else ""
        words = phrase(scene, head, room, about)
        if nouns and is_cut_short(doc, nouns[0], words):
            return ""
        return words if " " in words or not nouns else ""
    if token.dep in ("xcomp", "ccomp"):
        return phrase(scene, head, room, about, ASIDES, _without_that(doc, head))
    if token.pos in ("NOUN", "PROPN", "PRON"):
        if token.lower in RELATIVE:
            return ""
        return name_of(scene, head, room, about)
    return phrase(scene, head, room, about)


def _is_dated(scene: Scene, i: int) -> bool:
    return i in scene.dated_tokens


def _parts(scene: Scene, trigger: Trigger, subject: int | None) -> list[_Part]:
    doc = scene.doc
    i = trigger.token
    token = doc.tokens[i]
    found: list[_Part] = []
    objects = doc.children_of(i, *_OBJECTS)
    end = _next_clause(scene, i)
    for c in doc.children[i]:
        child = doc.tokens[c]
        if _is_dated(scene, c) or c == subject or c >= end:
            continue
        away = c > i and child.dep == "advmod" and child.lower in _DIRECTIONS
        if child.dep == "prt" or (away and not doc.children[c]):
            found.append(_Part(c, 0))
        elif c < i:
            if child.dep == "prep" and _is_placed(scene, c):
                found.append(_Part(c, 4))
        elif child.dep in _OBJECTS or _is_amount(scene, c):
            found.append(_Part(c, 1))
        elif child.dep == "prep" and child.lower not in _ORDER:
            needed = not objects and not any(part.rank == 2 for part in found)
            found.append(_Part(c, 2 if needed else 3))
        elif child.dep == "advmod" and doc.children_of(c, "prep"):  # "back to Peru"
            if any(_is_dated(scene, k) for k in doc.subtree(c)):
                continue  # "as soon as Monday"
            found.append(_Part(c, 2))
        elif child.dep in ("xcomp", "ccomp"):
            found.append(_Part(c, 2 if trigger.reporting else 1))
    found.extend(_Part(c, 3) for c in _hung_on_dates(scene, i))
    if token.dep == "relcl":
        wanted = doc.child(i, "dobj")
        lacking = wanted is not None and doc.tokens[wanted].lower in ("which", "that", "whom")
        if _lacks_object(scene, i):
            lacking = True  # "the views she expressed"
        if lacking and token.head != subject:
            found.append(_Part(token.head, 1))
    return found


def _next_clause(scene: Scene, i: int) -> int:
    """Where a clause begins that a parser may hang on a date: "by Friday or the offer lapses"."""
    doc = scene.doc
    last = doc.sentence_of(i).last
    for k in range(i + 1, min(last, i + _NEAR)):
        token = doc.tokens[k]
        if token.lower == "or" and token.dep == "cc" and token.head in scene.dated_tokens:
            joined = [c for c in doc.children_of(token.head, "conj") if c > k]
            if not any(c in scene.dated_tokens for c in joined):
                return k
    return last


def _lacks_object(scene: Scene, i: int) -> bool:
    """Whether a clause without a relative pronoun has its noun for an object."""
    doc = scene.doc
    noun = doc.tokens[doc.tokens[i].head]
    own = doc.child(i, "nsubj")
    if own is None or doc.tokens[own].tag in ("WDT", "WP") or noun.lemma in _SETTINGS:
        return False
    taken = doc.child(i, "dobj", "ccomp", "xcomp", "advmod", "prep", "attr", "acomp")
    return taken is None and noun.i not in scene.place_at and noun.i not in scene.time_tokens


def _is_amount(scene: Scene, i: int) -> bool:
    """Whether a phrase tells by how much: "rose 16 percent"."""
    doc = scene.doc
    token = doc.tokens[i]
    if token.dep != "npadvmod" or token.lemma in _SETTINGS or i in scene.time_tokens:
        return False
    return any(doc.tokens[c].pos in ("NUM", "SYM") for c in doc.children[i])


def _is_placed(scene: Scene, preposition: int) -> bool:
    nouns = scene.doc.children_of(preposition, "pobj")
    return any(n in scene.place_at and n not in scene.time_tokens for n in nouns)


def _hung_on_dates(scene: Scene, i: int) -> list[int]:
    """Places that the parser hangs on a date: "on Monday in Lima"."""
    doc = scene.doc
    dates = [c for c in doc.children[i] if c in scene.dated_tokens]
    for c in doc.children_of(i, "prep"):
        dates.extend(k for k in doc.children_of(c, "pobj") if k in scene.dated_tokens)
    return [p for d in dates for p in doc.children_of(d, "prep") if _is_placed(scene, p)]


def _said(scene: Scene, trigger: Trigger, status: Status) -> str:
    """Who said what; empty for an event that is no saying, or whose content is not found."""
    doc = scene.doc
    token = doc.tokens[trigger.token]
    above = doc.tokens[token.head]
    if token.dep == "ccomp" and not (trigger.group and trigger.group.governors):
        claimed = status is Status.REPORTED and above.lemma in REPORTING | ANNOUNCING
        if claimed or (status is Status.DENIED and above.lemma in _DENYING):
            return _saying(scene, above.i, token.i)
    if not (trigger.reporting or token.lemma in ANNOUNCING):
        return ""
    contents = doc.children_of(trigger.token, "ccomp")
    content = next((c for c in contents if c > token.i), contents[0] if contents else None)
    if content is None and trigger.reporting:
        content = _quote_after(scene, token.i)
    if content is None or (trigger.group and trigger.group.governors):
        return ""
    return _saying(scene, trigger.token, content)


def _quote_after(scene: Scene, i: int) -> int | None:
    """The head of the quotation that a verb of saying introduces: 'said on Monday: "We …"'."""
    doc = scene.doc
    sentence = doc.sentence_of(i)
    first = next((k for k in range(i + 1, sentence.last) if k in scene.quoted), None)
    if first is None and doc.text[sentence.end - 1] == ":" and sentence.last in scene.quoted:
        first = sentence.last
    if first is None or i in scene.quoted:
        return None
    said = next((k for k in range(first, len(doc.tokens)) if k not in scene.quoted), None)
    last = min(said or len(doc.tokens), doc.sentence_of(first).last)
    return doc.head_of(range(first, last))


def _saying(scene: Scene, verb: int, content: int) -> str:
    """ "Ruth Ferreira says port will close", or a colon and her own words."""
    doc = scene.doc
    group = verb_group(doc, verb)
    simple = group.is_finite and not (group.passive or group.negated or group.modal)
    speaker = subject_of(scene, Trigger(verb, group))
    if not simple or speaker is None or group.tense is Tense.FUTURE:
        return ""
    who = _subject_words(scene, speaker)
    if not who:
        return ""
    if content in scene.quoted and verb not in scene.quoted:
        words = quoted_words(scene, content, LONGEST - len(who) - 4)
        return f"{who}: “{words}”" if words else ""
    head = doc.tokens[speaker]
    many = head.tag in _MANY or bool(doc.children_of(speaker, "conj"))
    plural = (many or head.lower in _ALWAYS_MANY) and scene.person_at(speaker) is None
    lemma = doc.tokens[verb].lemma
    lead = f"{who} {present_of('say' if lemma == 'tell' else lemma, plural)}"
    swap = _as_now(doc, content) if group.tense is Tense.PAST else {}
    swap |= _without_that(doc, content)
    room = LONGEST - len(lead) - 1
    words = phrase(scene, content, room, referent(scene, speaker), ASIDES, swap)
    if not words and scene.person_at(speaker) is None:
        # what is said matters more than all that its speaker is called
        lead = lead.replace(who, short_name(scene, speaker), 1)
        words = phrase(
            scene, content, LONGEST - len(lead) - 1, referent(scene, speaker), ASIDES, swap
        )
    return f"{lead} {words}" if words else ""


def _without_that(doc: Document, content: int) -> dict[int, str]:
    return {m: "" for m in doc.children_of(content, "mark") if doc.tokens[m].lower == "that"}


def _as_now(doc: Document, content: int) -> dict[int, str]:
    """What was said then, as the speaker put it: "would" was "will"; "had sold" was "sold"."""
    swap: dict[int, str] = {}
    for i in (content, *doc.children_of(content, "conj")):
        group = verb_group(doc, i)
        having = next((c for c in doc.children_of(i, "aux") if doc.tokens[c].lower == "had"), None)
        if having is not None and not (group.passive or group.progressive or group.negated):
            swap |= {having: "", i: past_of_participle(doc.tokens[i].lower)}
        for c in doc.children_of(i, "aux"):
            if doc.tokens[c].lower in ("would", "'d"):
                swap[c] = "will"
    return swap
