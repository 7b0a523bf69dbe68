"""What is called off: the trip that a sentence names, of the traveller that it names."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.lexicon import TRIP_NOUNS
from timeline.events.whereabouts import coordinated_places, own_places
from timeline.itinerary.evidence import Story, Visit, visit_of
from timeline.itinerary.journeys import destinations_of
from timeline.language import Document, verb_group
from timeline.language.verbs import DENIED, PROPOSED, is_calling_off
from timeline.model import TO_COME, Person, PlacePrecision, Span, Status, When
from timeline.places import PlaceMention

# how many sentences before "a stop in Lima was called off" may tell whose journey it is
_NEARBY = 2
_COARSE = frozenset((PlacePrecision.COUNTRY, PlacePrecision.ADMIN))
# "Chad was dropped from the tour"; of much else that is dropped or cut nobody goes there
_TAKEN_OUT = frozenset("drop cut strike axe skip ditch forgo omit remove".split())
_LISTS = frozenset("itinerary schedule programme program route agenda plan list".split())
# What a bare "it was called off" may stand for.
_PLANS = frozenset("it plan travel".split())
_ONE_STOP = frozenset("stop stopover stay leg visit".split())


def call_off(story: Story, visits: list[Visit]) -> None:
    """Mark what is called off, and only that: "a stop in Chad was called off".

    What the sentence names is off: its place, its traveller. A bare "the trip was called off"
    means the plan last told of. What has happened stays, and what is "put off until March" is
    to come then.
    """
    for verb, off in _annulled(story):
        named = _named(story, verb, off)
        if named:
            told = [
                visit_of(story, person, mention, off, Status.CANCELLED)
                for mention in named
                for person in _whose(story, visits, verb, off)
            ]
            plans = [v for v in visits if any(_is_it(v, t) for t in told)]
        else:
            plans = _last_planned(story, visits, off)
            sentence = _sentence(story, off)
            told = [
                replace(v, offset=story.scene.doc.tokens[off].start, quote=sentence, when=None,
                        sentence=story.scene.doc.tokens[off].sentence + 1, reason="", event_id="",
                        dated_by="", days=None, follows=False, before=[], listed_after=None)
                for v in plans
                if not v.leaves
            ]  # fmt: skip
        for visit in plans:
            visit.status = Status.CANCELLED
        later = _new_date(story, verb)
        for visit in told:
            visit.status, visit.abroad = Status.CANCELLED, True
            if later:
                visit.status = Status.PLANNED
                visit.when, visit.reason, visit.phrase = later
                story.date_by(visit, verb)
            known = [v for v in visits if _same_words(v, visit)]
            if later and named:  # the sentence tells of no other trip there
                visits[:] = [v for v in visits if not _same_words(v, visit)]
            if later or not known:
                visits.append(visit)


def _same_words(a: Visit, b: Visit) -> bool:
    return (a.quote, a.person, a.place) == (b.quote, b.person, b.place)


def _sentence(story: Story, token: int) -> Span:
    doc = story.scene.doc
    sentence = doc.sentence_of(token)
    return Span(sentence.start, sentence.end, doc.text[sentence.start : sentence.end])


def _new_date(story: Story, verb: int) -> tuple[When, str, str] | None:
    """The time until which a trip is put off, with the reason and the words; None without one."""
    when, reason = story.when_at(verb)
    if when is None or when.start is None or story.status_at(verb) is not Status.PLANNED:
        return None
    if when.finish is not None and when.finish < story.scene.article.date:
        return None
    return when, reason, story.phrase_at(verb)


def _annulled(story: Story) -> list[tuple[int, int]]:
    """What is called off, with the verb that does: a trip, or a place "dropped from the tour"."""
    doc = story.scene.doc
    found: list[tuple[int, int]] = []
    for token in doc.tokens:
        dropped = token.lemma in _TAKEN_OUT
        if token.pos != "VERB" or not (dropped or is_calling_off(doc, token.i)):
            continue
        group = verb_group(doc, token.i)
        governors = {doc.tokens[g].lemma for g in group.governors}
        told = group.is_finite or (group.infinitive and governors) or token.tag == "VBG"
        if not told or group.modal or group.negated or governors & (PROPOSED | DENIED):
            continue  # "could be called off", "refused to call off"
        for c in doc.children_of(token.i, "nsubjpass" if group.passive else "dobj"):
            if not dropped:
                off = doc.tokens[c].lemma in TRIP_NOUNS | _PLANS
            else:
                off = _is_trip(story, c) or (c in story.scene.place_at and _of_tour(doc, token.i))
            if off:
                found.append((token.i, _trip_planned(doc, c)))
    return found


def _trip_planned(doc: Document, noun: int) -> int:
    """The trip of "plans for a visit to Chad"; another noun stands for itself."""
    trips = [
        k
        for p in doc.children_of(noun, "prep")
        if doc.tokens[noun].lemma == "plan" and doc.tokens[p].lower in ("for", "of")
        for k in doc.children_of(p, "pobj")
        if doc.tokens[k].lemma in TRIP_NOUNS
    ]
    return trips[0] if trips else noun


def _is_trip(story: Story, noun: int) -> bool:
    """Whether a noun is a trip to a place that it names: "dropped a visit to Chad"."""
    lemma = story.scene.doc.tokens[noun].lemma
    return lemma in TRIP_NOUNS and bool(destinations_of(story.scene, noun))


def _of_tour(doc: Document, verb: int) -> bool:
    """ "Was dropped from the tour", "was cut from her itinerary"."""
    return any(
        doc.tokens[noun].lemma in TRIP_NOUNS | _LISTS
        for p in doc.children_of(verb, "prep")
        if doc.tokens[p].lower in ("from", "off")
        for noun in doc.children_of(p, "pobj")
    )


def _named(story: Story, verb: int, off: int) -> list[PlaceMention]:
    """The places that a sentence names as called off."""
    scene = story.scene
    if off in scene.place_at:
        return coordinated_places(scene, off)
    found = destinations_of(scene, off)
    for c in scene.doc.children_of(off, "compound", "amod"):  # "the Riga leg", "the Kenyan leg"
        mention = scene.place_at.get(c)
        if mention is not None and mention.point is not None:
            found.append(replace(mention, place=mention.point))
    behind = [m for m in own_places(scene, verb, "in to") if scene.doc.token_at(m.start) == off + 2]
    return found or behind  # "called off her stop in Riga", hung on the verb


def _whose(story: Story, visits: list[Visit], verb: int, off: int) -> list[Person]:
    """Whose trip is off: its owner's, that of whoever calls it off, or of the journey told of."""
    doc = story.scene.doc
    owners = _owners(story, off)
    if owners is not None:
        return owners
    for c in doc.children_of(verb, "nsubj"):
        if found := story.cast.who(c):
            return found
    near = [
        v
        for v in visits
        if v.offset < doc.tokens[off].start
        and 0 <= doc.tokens[off].sentence + 1 - v.sentence <= _NEARBY
    ]
    last = max((v.sentence for v in near), default=0)
    told = {v.person.name: v.person for v in near if v.sentence == last}
    return list(told.values())


def _owners(story: Story, off: int) -> list[Person] | None:
    """Whose a trip is said to be: nobody that is known for "the band's tour"; None if not said."""
    doc = story.scene.doc
    named = doc.children_of(off, "poss")
    for p in doc.children_of(off, "prep"):
        if doc.tokens[p].lower == "by":
            named += doc.children_of(p, "pobj")
    found = [person for noun in named for person in story.cast.who(noun)]
    unclear = all(doc.tokens[noun].lower in ("his", "her") for noun in named)
    return None if not found and unclear else found


def _is_it(visit: Visit, called_off: Visit) -> bool:
    """Whether a plan is the one that is called off: that traveller's, there and then."""
    place, named = visit.place, called_off.place
    wide = named.precision in _COARSE and place.country == named.country
    ends = (visit.when, called_off.when)
    apart = any(
        a and b and a.finish and b.start and a.finish < b.start for a, b in (ends, ends[::-1])
    )
    return (
        visit.status in TO_COME
        and visit.person == called_off.person
        and (wide or (place.name, place.country) == (named.name, named.country))
        and not apart
    )


def _last_planned(story: Story, visits: list[Visit], off: int) -> list[Visit]:
    """The plan that "the trip" means: of this sentence or the one before, whoever's it is."""
    doc = story.scene.doc
    token = doc.tokens[off]
    owners = _owners(story, off)
    known = [
        v
        for v in visits
        if v.status in TO_COME | {Status.CANCELLED}
        and v.offset < token.start
        and 0 <= token.sentence + 1 - v.sentence <= 1
        and (owners is None or v.person in owners)
    ]
    # where its own verb is known to be off already, there may be a later date to give it
    plans = [v for v in known if v.status in TO_COME] or known
    if token.lemma == "it":  # "for a concert. It was called off"
        plans = [v for v in plans if v.sentence == token.sentence + 1]
    last = max(plans, key=lambda v: v.offset, default=None)
    if last is None:
        return []
    if token.lemma in _ONE_STOP:  # "was to visit Chad and Mali, but the second stop …"
        return [v for v in plans if v.offset == last.offset]
    together = {v.person.name for v in plans if v.offset == last.offset}
    return [v for v in plans if v.sentence == last.sentence and v.person.name in together]
