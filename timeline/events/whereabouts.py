"""Where an event happens, which is not every place that its clause names."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.lexicon import (
    ANNOUNCING,
    AT_HOME,
    EVENT_NOUNS,
    LEAVING,
    MOTION,
    REPORTING,
    TRANSPORT,
    TRIP_NOUNS,
    VIOLENCE,
)
from timeline.events.place_nouns import stands_for
from timeline.events.scene import Scene
from timeline.events.triggers import Trigger
from timeline.model import PlacePrecision
from timeline.places import PlaceMention
from timeline.places.dictionary import Kind

_AT = frozenset(
    "in at near across around inside outside throughout through into aboard off along over beside"
    " behind beyond below above under".split()
)
# Verbs that carry something to the place after "to".
_CARRY = frozenset(
    "ship send bring take deploy transfer extradite deport export import carry fly return move"
    " relocate evacuate deliver back".split()
)
# Motion verbs whose object is the place itself.
_DIRECT = frozenset("visit tour reach leave enter depart cross flee quit".split())
# Verbs of going that are no journeys of their own, but lead to the place after "to".
_GO = MOTION | frozenset("ride walk run cycle march swim row ferry hike crawl climb rush".split())
# Verbs whose object is a topic, which may be anywhere: "condemned the war in …".
TALK = frozenset(
    "say tell condemn criticise criticize discuss praise mention denounce raise announce report"
    " support oppose back welcome reject defend justify describe cover blame warn accuse call urge"
    " demand appeal charge threaten".split()
)
# Prepositions whose noun is there with the event.
_BESIDE = frozenset("in at for during before with on to by".split())
_TOPICS = frozenset(("for", "on", "to", "with"))  # of talk: "called for a truce in Chad"
_NEAR = frozenset("in at near outside off around across inside throughout".split())
# What is known by where it leads: "on the road to Wexford".
_WAYS = frozenset("road route way highway motorway railway line border frontier coast".split())
_LEADING = frozenset("to from with between".split())
_TARGETS = frozenset(("on", "against"))
# What a state has in other countries: "at the Peruvian embassy in Chad".
_ABROAD = frozenset(
    "embassy consulate mission base warship ship vessel tanker submarine plane jet aircraft"
    " airliner helicopter".split()
)
_ARGUMENTS = frozenset(("dobj", "attr", "nsubj", "nsubjpass"))
_WHICH = frozenset(("WDT", "WP", "IN"))
_OTHER_CLAUSES = frozenset("relcl ccomp advcl conj parataxis appos nsubj nsubjpass".split())
_FINENESS = list(PlacePrecision)


def places_of(scene: Scene, trigger: Trigger) -> list[PlaceMention]:
    """The places that an event happens at, finest first; empty if its clause gives none."""
    unique = {m.start: m for m in _first_found(scene, trigger)}
    return sorted(
        unique.values(),
        key=lambda m: (_FINENESS.index(m.place.precision) if m.place else 9, m.start),
    )


def _first_found(scene: Scene, trigger: Trigger) -> list[PlaceMention]:
    """What the first of the ways to say where gives, from the plainest on."""
    tokens, i = scene.doc.tokens, trigger.token
    lemma = tokens[i].lemma
    found = _own(scene, i)
    if trigger.group is None:
        found = found or _of_event_noun(scene, i)
    else:
        for governor in trigger.group.governors:
            found += _own(scene, governor)
    found = found or _from_relative(scene, i)
    if not found and tokens[i].dep == "conj":
        found = _from_partner(scene, i)
    if not found and lemma not in TALK:
        found = _of_objects(scene, i)
    found = found or _there(scene, i) or _done_to(scene, i)
    if not found and lemma in MOTION:
        found = own_places(scene, i, "from")  # "sailed from Liverpool"
    found = found or _of_subject(scene, trigger)
    if not found and lemma not in TALK | REPORTING | ANNOUNCING:
        found = _deeper(scene, i)
    return found


def _done_to(scene: Scene, i: int) -> list[PlaceMention]:
    """ "The town was destroyed": where the town is."""
    subjects = scene.doc.children_of(i, "nsubjpass")
    return [m for noun in subjects if (m := stands_for(scene, noun)) is not None]


def _of_subject(scene: Scene, trigger: Trigger) -> list[PlaceMention]:
    """ "A court in Leeds ruled": those who act are where they are."""
    doc = scene.doc
    if trigger.group is None:
        return []
    found: list[PlaceMention] = []
    verbs = (trigger.token, *trigger.group.governors)
    for subject in (c for v in verbs for c in doc.children_of(v, "nsubj", "nsubjpass")):
        if subject not in scene.place_at:
            found = [] if _is_involved(scene, subject) else own_places(scene, subject, "in at")
            for of in doc.children_of(subject, "prep"):  # "a meeting of ministers in Leeds"
                for noun in doc.children_of(of, "pobj") if not found else ():
                    found = own_places(scene, noun, "in at")
    return found


def _is_involved(scene: Scene, noun: int) -> bool:
    """Whether "in" tells what somebody has to do with: "the suspects in the Chad bombing"."""
    doc = scene.doc
    return any(
        doc.tokens[k].lemma in EVENT_NOUNS
        and any(c in scene.place_at for c in doc.children_of(k, "compound", "nmod"))
        for p in doc.children_of(noun, "prep")
        for k in doc.children_of(p, "pobj")
    )


def _of_objects(scene: Scene, i: int) -> list[PlaceMention]:
    """ "opened a school for pilots in Mombasa": where the object is, it happens."""
    doc = scene.doc
    found: list[PlaceMention] = []
    for noun in doc.children_of(i, "dobj"):
        for k in doc.subtree(noun, frozenset(("relcl", "acl", "conj"))):
            token = doc.tokens[k]
            head = doc.tokens[token.head]
            near = token.lower == "to" and (
                head.lower in ("close", "next") or head.lemma in TRANSPORT | TRIP_NOUNS
            )
            if token.dep == "prep" and (near or token.lower in ("in", "at", "near")):
                found += _in_phrase(scene, k)
    return found


def _deeper(scene: Scene, i: int) -> list[PlaceMention]:
    """ "drew it on the back of a programme in Quito": the one place that any phrase is at."""
    doc = scene.doc
    found: list[PlaceMention] = []
    for k in doc.subtree(i, _OTHER_CLAUSES):
        token = doc.tokens[k]
        if token.dep == "prep" and token.lower in _NEAR and doc.tokens[token.head].pos == "NOUN":
            found += _in_phrase(scene, k)
    return found if len({m.place.country for m in found if m.place}) == 1 else []


def _there(scene: Scene, i: int) -> list[PlaceMention]:
    """ "will stay there": the place that the text named last; "arrived here": the dateline's."""
    doc = scene.doc
    words = {doc.tokens[c].lower for c in doc.children_of(i, "advmod")}
    if "here" in words and scene.dateline is not None:
        at = doc.tokens[i].start
        town = scene.dateline
        return [PlaceMention(at, at, town.name, town, (town.country,), Kind.CITY)]
    if "there" not in words:
        return []
    before = [m for m in scene.places if m.place and m.end <= doc.tokens[i].start]
    return before[-1:]


def own_places(scene: Scene, noun: int, prepositions: str) -> list[PlaceMention]:
    """The places in a noun's own phrases: "visit *to Peru*", for these prepositions."""
    doc = scene.doc
    return [
        mention
        for p in doc.children_of(noun, "prep")
        if doc.tokens[p].lower in prepositions.split()
        for mention in _in_phrase(scene, p)
    ]


def _own(scene: Scene, i: int) -> list[PlaceMention]:
    """Places in the phrases of one verb or noun, and of the event nouns among its objects."""
    doc = scene.doc
    lemma = doc.tokens[i].lemma
    found: list[PlaceMention] = []
    for c in doc.children[i]:
        token = doc.tokens[c]
        if token.dep in ("prep", "dative") and (
            _locates(token.lower, lemma) or _is_on_a_way(scene, c)
        ):
            found += _in_phrase(scene, c)
        elif token.dep == "advmod":  # "flew back to Rome": the phrase hangs on the adverb
            for p in doc.children_of(c, "prep"):
                if _locates(doc.tokens[p].lower, lemma):
                    found += _in_phrase(scene, p)
        elif token.dep == "dobj" and lemma in _DIRECT:
            found += coordinated_places(scene, c)
        elif token.dep in _ARGUMENTS and token.lemma in EVENT_NOUNS | TRIP_NOUNS:
            found += _of_event_noun(scene, c)
        elif token.dep in ("prep", "agent") and token.lower in (
            _BESIDE - _TOPICS if lemma in TALK else _BESIDE
        ):
            # "before a court in Leeds", "fined by a court in Leeds"
            for noun in doc.children_of(c, "pobj"):
                if token.lower == "before" and doc.tokens[noun].lemma in EVENT_NOUNS | TRIP_NOUNS:
                    continue  # "before her stop in Leeds": not there yet
                for p in doc.children_of(noun, "prep"):
                    if doc.tokens[p].lower in ("in", "at"):
                        found += _in_phrase(scene, p)
    return found


def _of_event_noun(scene: Scene, noun: int) -> list[PlaceMention]:
    """Where a noun's event is: "the talks in Lima", "strikes on Yemen", "Chad's elections"."""
    doc = scene.doc
    target = doc.tokens[noun].lemma in VIOLENCE
    found: list[PlaceMention] = []
    for p in doc.children_of(noun, "prep"):
        word = doc.tokens[p].lower
        lemma = doc.tokens[noun].lemma
        left = word == "from" and lemma in LEAVING
        gone = (word == "to" and lemma in TRIP_NOUNS) or (word == "of" and lemma == "tour")
        if word in _NEAR or left or gone or (target and word in _TARGETS):
            found += _in_phrase(scene, p)
    for owner in doc.children_of(noun, "poss"):
        if doc.tokens[noun].lemma in AT_HOME:
            found += coordinated_places(scene, owner)
    return found or _by_people(scene, noun)


def _by_people(scene: Scene, noun: int) -> list[PlaceMention]:
    """Where an event is that a people's name tells from others: "the Kenyan election"."""
    doc = scene.doc
    if doc.tokens[noun].lemma not in AT_HOME | TRIP_NOUNS:
        return []
    return [
        replace(mention, place=mention.point)
        for c in doc.children_of(noun, "amod", "compound", "nmod")
        if (mention := scene.place_at.get(c)) is not None
        and mention.kind is Kind.DEMONYM
        and mention.point is not None
    ]


def _locates(preposition: str, lemma: str) -> bool:
    if preposition in _AT:
        return True
    if preposition in ("to", "for", "toward", "towards", "via"):
        return lemma in _GO or (lemma in _CARRY and preposition == "to")
    return False


def _is_on_a_way(scene: Scene, preposition: int) -> bool:
    """ "On the road to Wexford"."""
    doc = scene.doc
    nouns = doc.children_of(preposition, "pobj")
    return doc.tokens[preposition].lower == "on" and any(
        doc.tokens[n].lemma in _WAYS for n in nouns
    )


def _in_phrase(scene: Scene, preposition: int) -> list[PlaceMention]:
    doc = scene.doc
    found: list[PlaceMention] = []
    for noun in doc.children_of(preposition, "pobj"):
        found += coordinated_places(scene, noun)
        token = doc.tokens[noun]
        if not found and token.pos == "NOUN" and token.lemma not in _ABROAD:
            # "in a Lagos hotel", "at Oslo airport"
            for c in doc.children_of(noun, "compound", "nmod", "poss"):
                found += coordinated_places(scene, c)
        if not found:  # "in the Kenyan capital, Nairobi", "at a hotel in Lagos"
            for c in doc.children[noun]:
                if doc.tokens[c].dep in ("appos", "poss"):  # "in the town's largest church"
                    found += coordinated_places(scene, c)
                elif doc.tokens[c].dep == "prep" and (
                    doc.tokens[c].lower in ("in", "of", "at", "near", "outside")
                    or (doc.tokens[c].lower in _LEADING and doc.tokens[noun].lemma in _WAYS)
                ):
                    found += _in_phrase(scene, c)
    for inner in doc.children_of(preposition, "prep"):  # "back in Rome"
        found += _in_phrase(scene, inner)
    return found


def coordinated_places(scene: Scene, noun: int) -> list[PlaceMention]:
    """The place that a noun names or stands for, and those joined to it by "and"."""
    doc = scene.doc
    found: list[PlaceMention] = []
    queue = [noun]
    for i in queue:
        mention = scene.place_at.get(i) or stands_for(scene, i)
        if mention is not None and mention.place is not None and mention.kind != "demonym":
            found.append(mention)
        queue += [c for c in doc.children_of(i, "conj") if len(queue) < 40]
    return found


def _from_relative(scene: Scene, i: int) -> list[PlaceMention]:
    """ "Nairobi, where he will speak": the place before the clause, or the one its verb went to."""
    doc = scene.doc
    for k in (i, *doc.ancestors(i)):
        token = doc.tokens[k]
        if token.dep == "relcl":
            where = any(
                doc.tokens[c].lower == "where" for c in doc.subtree(k, frozenset(("relcl",)))
            )
            if not where:
                return _of_relative_head(scene, k)
            here = coordinated_places(scene, token.head)
            if here:
                return here
            verb = next((a for a in doc.ancestors(k) if doc.tokens[a].pos in ("VERB", "AUX")), None)
            return _own(scene, verb) if verb is not None else []
        if token.dep not in ("xcomp", "conj", "relcl"):
            return []
    return []


def _of_relative_head(scene: Scene, verb: int) -> list[PlaceMention]:
    """ "Lima, which he reached on Sunday"; "a mine near Oruro that was closed"."""
    doc = scene.doc
    head = doc.tokens[verb].head
    which = [c for c in doc.children_of(verb, "dobj", "nsubjpass") if doc.tokens[c].tag in _WHICH]
    if not which:
        return []
    if doc.tokens[which[0]].dep == "dobj":
        return coordinated_places(scene, head) if doc.tokens[verb].lemma in _DIRECT else []
    return own_places(scene, head, "in at near outside")


def _from_partner(scene: Scene, i: int) -> list[PlaceMention]:
    """ "In Nairobi he met aides and signed …": a fronted place serves the whole chain."""
    doc = scene.doc
    head = doc.tokens[i].head
    places = _own(scene, head)
    fronted = [m for m in places if m.start < doc.tokens[head].start]
    if fronted or not doc.children_of(i, "prep"):
        return fronted or (places if doc.tokens[head].lemma in MOTION else [])
    return []
