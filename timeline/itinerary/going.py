"""Which verbs take somebody to a place: on foot, by ferry, in custody; and which only seem to."""

from __future__ import annotations

from timeline.events import Scene
from timeline.events.lexicon import TRANSPORT
from timeline.events.whereabouts import coordinated_places, own_places
from timeline.places import PlaceMention

# Ways of going that are journeys where they lead somewhere: "cycled through Mali".
_ON_ONES_WAY = frozenset(
    "walk ride cycle march hike trek climb row swim pedal run turn press push ski hitchhike trudge"
    " scramble paddle".split()
)
_SOMEWHERE = "to into through across over onto"
_CARRIERS = TRANSPORT | frozenset("helicopter taxi jet steamer tram liner".split())
_BOARDING = frozenset("take board catch ride".split())
# Phrases that say it: the verb, what follows it, and where its place stands.
_PHRASES = (
    ("set", ("out", "off"), "for to"),
    ("make", ("for",), "for"),
    ("put", ("up", "in"), "in at"),
    ("turn", ("up",), "in at"),
    ("show", ("up",), "in at"),
    ("end", ("up",), "in at"),
    ("wind", ("up",), "in at"),
    ("get", ("to", "into", "back"), "to into in"),
    ("pull", ("into",), "into"),
    ("pass", ("through",), "through"),
    ("call", ("at",), "at"),
    ("dock", ("in", "at"), "in at"),
    ("disembark", ("in", "at"), "in at"),
)
# Who or what somebody takes along: "drove her family to Lima".
_TAKEN = frozenset(
    "family wife husband son daughter child parent mother father team delegation crew orchestra"
    " ship yacht boat truck lorry car caravan".split()
)
# "Came to power in Lima": what is reached is no place.
_FIGURES = frozenset(
    "power office trial strike court term end agreement prominence fame war work hiding attention"
    " light life blow rest rescue mind conclusion sale air duty leave defence defense aid head"
    " decision compromise grip exile retirement politics business partnership talk negotiation"
    " administration production force effect custody prison jail".split()
)
_FIGURED = frozenset("come go return move enter reach arrive leave depart".split())
# What others do to somebody who is there: "was arrested in Lima", "fog kept him in Oslo".
_HELD = frozenset(
    "arrest detain seize capture catch apprehend see spot sight photograph treat hospitalise"
    " hospitalize keep strand".split()
)


def ways_on(scene: Scene, verb: int) -> list[PlaceMention] | None:
    """Where a verb that is no journey by itself leads: "took the ferry to Calais".

    Returns:
        The places; none in "set out at dawn", which is a journey all the same; None if the verb
        tells of no journey.
    """
    for lemma, words, prepositions in _PHRASES:
        if scene.doc.tokens[verb].lemma == lemma and _has(scene, verb, words):
            found = own_places(scene, verb, prepositions)
            if found or lemma == "set":
                return found
    return _on_foot(scene, verb) or _carried(scene, verb) or None


def _has(scene: Scene, verb: int, words: tuple[str, ...]) -> bool:
    """Whether one of some words belongs to a verb that has no object and is no passive."""
    doc = scene.doc
    below = {doc.tokens[c].lower for c in doc.children_of(verb, "prt", "prep", "advmod")}
    return bool(below & set(words)) and not doc.children_of(verb, "dobj", "nsubjpass")


def _carried(scene: Scene, verb: int) -> list[PlaceMention]:
    """ "Boarded a train to Lima", "took her family to Lima", "is expected in Lima"."""
    doc = scene.doc
    lemma = doc.tokens[verb].lemma
    if lemma == "expect" and doc.children_of(verb, "nsubjpass"):
        return [] if doc.child(verb, "xcomp") is not None else own_places(scene, verb, "in at")
    if lemma in ("take", "bring", "drive", "sail", "lead"):
        taken = doc.children_of(verb, "dobj")
        if any(doc.tokens[c].lemma in _TAKEN or scene.person_at(c) for c in taken):
            return own_places(scene, verb, "to into across through")
    if lemma in _BOARDING:
        carriers = [c for c in doc.children_of(verb, "dobj") if doc.tokens[c].lemma in _CARRIERS]
        near = [verb, *carriers] if carriers else []
        return [m for k in near for m in own_places(scene, k, "to")]
    return []


def _on_foot(scene: Scene, verb: int) -> list[PlaceMention]:
    """ "Walked on through Peru", "pushed her cart across the border at Aflao"."""
    doc = scene.doc
    lemma = doc.tokens[verb].lemma
    if lemma not in _ON_ONES_WAY:
        return []
    found = own_places(scene, verb, _SOMEWHERE)
    if lemma in (
        "turn",
        "run",
        "press",
        "climb",
    ):
        found = own_places(scene, verb, "through across over")
    for p in doc.children_of(verb, "prep"):
        if doc.tokens[p].lower in ("across", "over"):
            for noun in doc.children_of(p, "pobj"):
                if doc.tokens[noun].lemma in ("border", "frontier"):
                    found += own_places(scene, noun, "at near in")
                    found += own_places(scene, verb, "at near")
    return list({m.start: m for m in found}.values())


def is_figurative(scene: Scene, verb: int) -> bool:
    """Whether a verb of motion moves nobody: "left him a farm", "came to power", "left office"."""
    doc = scene.doc
    lemma = doc.tokens[verb].lemma
    objects = doc.children_of(verb, "dobj", "dative")
    if lemma == "leave" and objects:
        return len(objects) > 1 or not (
            any(coordinated_places(scene, c) or c in scene.time_tokens for c in objects)
            or own_places(scene, verb, "for to")
            or any(own_places(scene, c, "for to") for c in objects)
        )
    if lemma not in _FIGURED:
        return False
    nouns = objects if lemma in ("enter", "reach") else []
    for p in doc.children_of(verb, "prep"):
        if doc.tokens[p].lower in ("to", "into", "on", "under", "in", "out"):
            nouns += doc.children_of(p, "pobj")
    return any(
        doc.tokens[n].lemma in _FIGURES and not doc.children_of(n, "det", "poss") for n in nouns
    )


def is_held(scene: Scene, verb: int) -> bool:
    """Whether a verb tells where others find or keep somebody: "was seen in Lima"."""
    doc = scene.doc
    lemma = doc.tokens[verb].lemma
    return lemma in _HELD and (lemma != "see" or bool(doc.children_of(verb, "nsubjpass")))


def was_to_have(scene: Scene, i: int) -> bool:
    """ "Was to have travelled to Lima": a plan that came to nothing."""
    doc = scene.doc
    token = doc.tokens[i]
    auxiliaries = {doc.tokens[c].lower for c in doc.children_of(i, "aux")}
    above = doc.tokens[token.head]
    return {"to", "have"} <= auxiliaries and above.lemma == "be" and above.tag == "VBD"
