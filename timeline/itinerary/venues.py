"""Where a clause puts those who act in it, beyond the place of the event itself."""

from __future__ import annotations

from timeline.events import Scene, Trigger
from timeline.events.whereabouts import coordinated_places, own_places, places_of
from timeline.model import Place, PlacePrecision
from timeline.places import PlaceMention
from timeline.places.dictionary import Kind

_GATHERINGS = frozenset(
    "summit conference meeting talks talk forum assembly ceremony session congress negotiation"
    " negotiations council round hearing event address briefing dinner speech gathering".split()
)
_AT = frozenset("in at during after following on from outside".split())
# Where governments sit, so that "at the Kremlin" is a place, which "told the Kremlin" is not.
_SEATS = {
    "white house": "Washington",
    "camp david": "United States",
    "capitol hill": "Washington",
    "state department": "Washington",
    "oval office": "Washington",
    "kremlin": "Moscow",
    "downing street": "London",
    "buckingham palace": "London",
    "chequers": "London",
    "elysee palace": "Paris",
    "élysée palace": "Paris",
    "blue house": "Seoul",
}
_PRESS = frozenset("reporter journalist".split())
# sentences of the lead, in which "told reporters" is in the dateline's town
_LEAD = 3
_REMOTE = frozenset(
    "phone telephone video videolink link letter email e-mail satellite tweet twitter".split()
)
# How many words behind a verb, and behind its "in", a town is looked for.
_REACH = 10
_CLOSE = 4
_FINE = frozenset((PlacePrecision.CITY, PlacePrecision.SITE))


def venues(scene: Scene, trigger: Trigger, sure: bool, afar: bool = False) -> list[PlaceMention]:
    """The places in which those who do something are.

    Args:
        trigger: a verb.
        sure: whether the verb is one that is done in a place. Of any other only a town in its own
            phrase counts, or a gathering: "urged reform in Chad" puts nobody in Chad.
        afar: whether it may be done of a town without being there: "believes in Lima".
    """
    if _remote(scene, trigger.token):
        return []
    for c in scene.doc.children_of(trigger.token, "prep"):  # "spoke from the Oval Office on …"
        for noun in scene.doc.children_of(c, "pobj"):
            office = _seat(scene, noun) if scene.doc.tokens[c].lower in ("in", "at", "from") else []
            if office:
                return office
    left = {m.start for m in own_places(scene, trigger.token, "from")}
    found = [m for m in places_of(scene, trigger) if m.place and m.start not in left]
    found = found if sure else []
    if found and not any(m.place and m.place.precision in _FINE for m in found):
        found = _finer(scene, trigger.token, found) or found
    if not sure:
        own = own_places(scene, trigger.token, "in at")
        found = [] if afar else [m for m in own if m.place and m.place.precision in _FINE]
    found = found or _gatherings(scene, trigger.token, sure) or _here(scene, trigger.token)
    return found or (_just_behind(scene, trigger.token) if sure else [])


def _here(scene: Scene, i: int) -> list[PlaceMention]:
    """The dateline's town, for "arrived here" and for a lead in which reporters are told."""
    doc = scene.doc
    told = any(doc.tokens[c].lemma in _PRESS for c in doc.children_of(i, "dobj", "dative"))
    lead = doc.tokens[i].sentence < _LEAD
    if (told and lead) or any(doc.tokens[c].lower == "here" for c in doc.children_of(i, "advmod")):
        place = scene.dateline
        if place is not None and i not in scene.quoted:
            return [_mention(scene, i, i + 1, place)]
    return []


def _finer(scene: Scene, i: int, wide: list[PlaceMention]) -> list[PlaceMention]:
    """ "Chad, where she met donors in Abéché": the town at the object, within the country."""
    countries = {m.place.country for m in wide if m.place}
    return [
        m
        for noun in scene.doc.children_of(i, "dobj")
        for m in own_places(scene, noun, "in at")
        if m.place and m.place.precision in _FINE and m.place.country in countries
    ]


def _remote(scene: Scene, i: int) -> bool:
    """Whether something is done from elsewhere: "spoke by phone", "told aides in a letter"."""
    doc = scene.doc
    end = min(i + _REACH, doc.sentence_of(i).last)
    return any(
        doc.tokens[noun].lemma in _REMOTE
        for p in range(i + 1, end)
        if doc.tokens[p].lower in ("by", "via", "over", "on", "in", "through")
        for noun in doc.children_of(p, "pobj")
    )


def _just_behind(scene: Scene, i: int) -> list[PlaceMention]:
    """ "met in an old Lima villa", its phrase lost by the parse: the town right after "in"."""
    doc = scene.doc
    phrase = 0
    for k in range(i + 1, min(i + _REACH, doc.sentence_of(i).last)):
        token = doc.tokens[k]
        if token.pos in ("VERB", "AUX") or token.tag.startswith("W") or token.text in ',;:"':
            return []
        if token.lower in ("in", "at"):
            phrase = k
        elif token.dep == "prep" or token.pos == "ADP":
            phrase = 0
        mention = scene.place_at.get(k)
        if phrase and mention is not None and mention.kind == "city" and k - phrase <= _CLOSE:
            return [mention]
    return []


def _the_gathering(scene: Scene, noun: int) -> list[PlaceMention]:
    """Where "the talks" are that the sentences before have told of."""
    doc = scene.doc
    token = doc.tokens[noun]
    known = any(doc.tokens[c].lower in ("the", "these", "those") for c in doc.children[noun])
    if (
        token.lemma not in _GATHERINGS
        or token.pos != "NOUN"
        or not known
        or doc.children_of(noun, "prep")
    ):
        return []
    here = doc.sentence_of(noun)
    for sentence in reversed(doc.sentences[max(0, here.index - 2) : here.index]):
        towns = [
            mention
            for k in range(sentence.first, sentence.last)
            if (mention := scene.place_at.get(k)) is not None
            and mention.kind == "city"
            and doc.tokens[k].dep == "pobj"
            and doc.tokens[doc.tokens[k].head].lower in ("in", "at")
        ]
        if sentence.paragraph == here.paragraph and len({m.text for m in towns}) == 1:
            return towns[:1]
    return []


def _gatherings(scene: Scene, i: int, sure: bool) -> list[PlaceMention]:
    """ "told the conference in Oslo", "said after talks in Oslo", "met at the Oslo Forum"."""
    doc = scene.doc
    for c in doc.children[i]:
        nouns = [c] if doc.tokens[c].dep in ("dobj", "dative") else []
        if doc.tokens[c].dep == "prep" and doc.tokens[c].lower in _AT:
            nouns = doc.children_of(c, "pobj")
        elif doc.tokens[c].dep == "advmod":
            nouns = [n for p in doc.children_of(c, "prep") for n in doc.children_of(p, "pobj")]
        for noun in nouns:
            found = _of_gathering(scene, noun) or _seat(scene, noun)
            found = found or (_the_gathering(scene, noun) if sure else [])
            if found:
                return found
    return []


def _of_gathering(scene: Scene, noun: int, depth: int = 2) -> list[PlaceMention]:
    doc = scene.doc
    if doc.tokens[noun].lemma.lower() in _GATHERINGS or doc.tokens[noun].lower in _GATHERINGS:
        found = own_places(scene, noun, "in at") or _in_its_name(scene, noun)
        if found:
            return found
    if depth:  # "her remarks at the summit in Oslo", "a meeting of donors in Oslo"
        for p in doc.children_of(noun, "prep"):
            for inner in doc.children_of(p, "pobj"):
                of = doc.tokens[p].lower == "of" and doc.tokens[noun].lemma in _GATHERINGS
                found = own_places(scene, inner, "in at") if of else []
                found = found or _of_gathering(scene, inner, depth - 1)
                if found:
                    return found
    return []


def _in_its_name(scene: Scene, noun: int) -> list[PlaceMention]:
    """The town in the name of a gathering: "the Lucerne Security Conference"."""
    doc = scene.doc
    deps = ("compound", "nmod", "poss")
    parts = doc.children_of(noun, *deps)
    for part in parts:
        parts += doc.children_of(part, *deps) if len(parts) < _REACH else []
    for c in sorted(parts):
        found = [m for m in coordinated_places(scene, c) if m.kind == "city"]
        if found:
            return found
        token = doc.tokens[c]
        name = scene.body_at.get(c)
        if name is not None and token.tag == "NNP" and c - name.first <= 1 and token.text.istitle():
            place = scene.gazetteer.lookup(token.text)
            if place is not None and place.precision is PlacePrecision.CITY:
                return [_mention(scene, c, c + 1, place)]
    return []


def _seat(scene: Scene, noun: int) -> list[PlaceMention]:
    """The place in which a government sits: "at the Kremlin"."""
    doc = scene.doc
    words = doc.subtree(noun, frozenset(("prep", "relcl", "acl", "appos", "det", "punct", "conj")))
    text = " ".join(doc.tokens[k].lower for k in words).removeprefix("the ")
    town = _SEATS.get(text)
    place = scene.gazetteer.lookup(town) if town else None
    return [_mention(scene, words[0], words[-1] + 1, place)] if place else []


def _mention(scene: Scene, first: int, last: int, place: Place) -> PlaceMention:
    start, end = scene.doc.tokens[first].start, scene.doc.tokens[last - 1].end
    return PlaceMention(start, end, scene.doc.text[start:end], place, (place.country,), Kind.CITY)
