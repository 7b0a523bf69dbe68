"""Which place "the town", "the Peruvian capital" or "the airport" stands for."""

from __future__ import annotations

from bisect import bisect_left

from timeline.events.scene import Scene
from timeline.model import Place, PlacePrecision
from timeline.places import PlaceMention
from timeline.places.countries import capitals
from timeline.places.dictionary import Kind

_SETTLEMENTS = frozenset("town city village island port resort hamlet suburb".split())
# What stands in the town that the story is in.
_SITES = frozenset(
    "airport station stadium hospital church cathedral mosque temple synagogue harbour harbor"
    " market courthouse hotel".split()
)
_DEFINITE = frozenset(("the", "this", "that"))
_TOWNS = frozenset((PlacePrecision.CITY, PlacePrecision.SITE, PlacePrecision.ADMIN))
# Sentences back within which a noun finds its town.
_REACH = 4


def stands_for(scene: Scene, i: int) -> PlaceMention | None:
    """The place that a common noun stands for.

    Args:
        scene: the article.
        i: the token of a noun that names no place itself.

    Returns:
        A town, as a mention where the noun stands; None for other nouns or if no town fits.
    """
    doc = scene.doc
    token = doc.tokens[i]
    if token.pos != "NOUN" or token.tag == "NNS":
        return None
    if token.lemma == "capital":
        place = _capital(scene, i)
    elif token.lemma in _SETTLEMENTS | _SITES and _is_bare(scene, i):
        place = _town_before(scene, i)
    else:
        return None
    if place is None:
        return None
    return PlaceMention(token.start, token.end, token.text, place, (place.country,), Kind.CITY)


def _is_bare(scene: Scene, i: int) -> bool:
    """Whether nothing but an article tells it from others: not "the nearest town"."""
    doc = scene.doc
    children = doc.children[i]
    return any(doc.tokens[c].lower in _DEFINITE for c in children) and not any(
        doc.tokens[c].dep in ("amod", "compound", "nmod", "nummod", "poss", "relcl", "appos")
        or (doc.tokens[c].dep == "prep" and doc.tokens[c].lower == "of")
        for c in children
    )


def _town_before(scene: Scene, i: int) -> Place | None:
    """The town that the paragraph named last; else one just before or that of the dateline.

    "The town" goes back to the name before it, "the airport" to where the story is.
    """
    doc = scene.doc
    token = doc.tokens[i]
    here = doc.sentences[token.sentence]
    k = bisect_left(scene.located, token.start, key=lambda m: m.start)
    while k > 0 and not _is_town(scene.located[k - 1]):
        k -= 1
    if k == 0:
        return scene.dateline
    mention = scene.located[k - 1]
    town = mention.place
    sentence = doc.tokens[doc.tokens_in(mention.start, mention.end).start].sentence
    if doc.sentences[sentence].paragraph == here.paragraph:
        return town
    before = town if token.sentence - sentence <= _REACH else None
    if token.lemma in _SETTLEMENTS:
        return before or scene.dateline
    return scene.dateline or before


def _is_town(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.precision in _TOWNS


def _capital(scene: Scene, i: int) -> Place | None:
    """ "The Peruvian capital", "the capital of Peru"; "the capital" of what the story is about."""
    doc = scene.doc
    k = bisect_left(scene.located, doc.tokens[i].end, key=lambda m: m.start)
    named = scene.located[k] if k < len(scene.located) else None
    if named is not None and named.start == doc.tokens[i].end + 1 and _is_town(named):
        return named.place  # "the Tanzanian capital Dar es Salaam", whatever the parse makes of it
    near = [*doc.children[i], *(n for p in doc.children_of(i, "prep") for n in doc.children[p])]
    codes = [c for k in near if k in scene.place_at for c in scene.place_at[k].countries]
    if not codes and not _is_bare(scene, i):
        return None
    code = codes[0] if codes else scene.main_country
    return next((c.place for c in capitals() if c.place.country == code), None)
