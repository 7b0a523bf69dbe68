"""Visitors whom the text names by their hosts, and countries that it implies without a name."""

from __future__ import annotations

from timeline.itinerary.evidence import Story, Visit, visit_of
from timeline.model import Person, Status
from timeline.places import PlaceMention
from timeline.places.dictionary import Kind


def visiting(story: Story) -> list[Visit]:
    """ "told visiting French premier Dubois": the visitor is in the country of the others."""
    doc = story.scene.doc
    visits: list[Visit] = []
    for token in doc.tokens:
        if token.lower != "visiting" or token.i + 1 >= len(doc.tokens):
            continue
        mention = story.scene.roster.mentions.get(token.i + 1)
        if mention is None or token.i in story.scene.place_at:
            continue
        guest = story.scene.roster.persons[mention.person]
        host = _host(story, token.i, guest)
        if host:
            visit = visit_of(
                story, guest, country_at(story, token.i, host), token.i, Status.HAPPENED
            )
            visit.moves = False
            verb = next((k for k in doc.ancestors(token.i) if k in story.triggers), None)
            if verb is not None:
                visit.when, visit.reason = story.when_at(verb)
                visit.phrase = story.phrase_at(verb)
                story.date_by(visit, verb)
            visits.append(visit)
    return visits


def country_at(story: Story, i: int, code: str) -> PlaceMention:
    """A country that token `i` implies without naming it."""
    token = story.scene.doc.tokens[i]
    place = story.scene.gazetteer.country(code)
    return PlaceMention(token.start, token.end, place.name, place, (code,), Kind.COUNTRY)


def _host(story: Story, i: int, guest: Person) -> str:
    """The one country that the sentence speaks of and that is not the guest's."""
    scene = story.scene
    sentence = scene.doc.sentence_of(i)
    home = story.cast.home(guest)
    if not home:
        return ""
    people = {
        code
        for k in range(sentence.first, sentence.last)
        for p in story.cast.who(k)
        if p != guest and (code := story.cast.home(p)) and code != home
    }
    named = {
        code
        for k in range(sentence.first, sentence.last)
        if k in scene.place_at
        for code in scene.place_at[k].countries
        if code != home
    }
    for codes in (people, named):
        if len(codes) == 1:
            return next(iter(codes))
    return ""
