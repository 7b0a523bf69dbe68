"""The main event of an article: who, what, where and when, as its headline and lead tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bench.mentions import Row, article, rows, write
from timeline.events import Scene, Trigger, date_mentions, find_mentions, find_triggers
from timeline.events.coreference import stem
from timeline.events.dated import Dating
from timeline.events.lexicon import GROUPS, STATE_AGENTS
from timeline.events.subjects import subject_of
from timeline.events.whereabouts import places_of
from timeline.model import Article, PlacePrecision, Precision
from timeline.people.roles import is_human
from timeline.pipeline import read_scene

_LEAD_SENTENCES = 5
_RECENT = timedelta(7)
_FINE = (Precision.DAY, Precision.HOUR, Precision.MINUTE)
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "NUM"))
_AT = frozenset("in at outside inside near on off across under".split())
_TIGHT = frozenset("of in near at outside inside".split())
_NAMING = frozenset(("NOUN", "PROPN"))
_SITES = frozenset(("FAC", "GPE", "LOC"))
_BESIDE = frozenset(("outside", "inside", "near"))
# Nouns of spots, which say where in a town or country something is.
_SPOTS = frozenset(
    "stop station street road hall square park building hospital school hotel church mosque airport"
    " stadium circuit track court consulate embassy bridge tunnel bend beach village town city camp"
    " border tower office house palace mall market prison university museum theatre"
    " underpass".split()
)
_COMPOUND = re.compile(r"(?:-\w+)+")
_COMPOUND_BEFORE = re.compile(r"(?:\w+-)+$")
_AREA = re.compile(r", (?:(?:north|south|east|west|central)\w* )?", re.IGNORECASE)
_FINE_PLACE = {
    PlacePrecision.SITE: 3,
    PlacePrecision.CITY: 2,
    PlacePrecision.ADMIN: 1,
    PlacePrecision.COUNTRY: 0,
    PlacePrecision.REGION: 0,
}
_NOWHERE = frozenset(("demonym", "body"))
_PEOPLE = frozenset(
    "people person man woman child boy girl dozen hundred thousand victim passenger fan protester"
    " police voter family resident".split()
)
_ASIDE = frozenset(("relcl", "acl", "appos", "punct", "advcl", "parataxis"))


def _source(row: Row) -> Article:
    """Headline, lead and text as one article; many texts begin with their lead."""
    lead = row.get("lead") or ""
    parts = [row["title"], row["text"] if row["text"].startswith(lead[:60]) else lead, row["text"]]
    told = "\n\n".join(dict.fromkeys(filter(None, parts)))
    return replace(article({**row, "text": told}), body_start=0)  # the headline is read too


def _phrase(scene: Scene, head: int) -> str:
    """The noun phrase of a head, without what clauses and loose phrases tell of it.

    A person is called by the fullest name that the article prints.
    """
    doc = scene.doc
    person = scene.person_at(head)
    if person is not None:
        return person.name
    loose = {
        k
        for p in doc.subtree(head, _ASIDE)
        if doc.tokens[p].dep == "prep" and doc.tokens[p].lower not in _TIGHT
        for k in doc.subtree(p)
    }
    inside = set(doc.subtree(head, _ASIDE)) - loose
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return doc.text[doc.tokens[first].start : doc.tokens[last].end]


def _told(scene: Scene, triggers: list[Trigger]) -> Iterator[Trigger]:
    """Events from the one that tells the most of the headline's words to the others, in order."""
    doc = scene.doc
    headline = {stem(t.lemma) for t in doc.tokens if t.sentence == 0 and t.pos in _CONTENT}

    def shared(trigger: Trigger) -> int:
        sentence = doc.sentence_of(trigger.token)
        words = {stem(t.lemma) for t in doc.tokens[sentence.first : sentence.last]}
        own = 2 * (stem(doc.tokens[trigger.token].lemma) in headline)
        return len(words & headline) + own - sentence.index

    early = [t for t in triggers if doc.tokens[t.token].sentence <= _LEAD_SENTENCES]
    yield from sorted(early or triggers, key=shared, reverse=True)


def predict(row: Row) -> Row:
    """The answers for one article, the best first in each field."""
    source = _source(row)
    scene = read_scene(source)
    told = list(_told(scene, find_triggers(scene)))
    verbal, nominal = _headline_subjects(scene)
    who = [*verbal, *(s for t in told if (s := subject_of(scene, t)) is not None), *nominal]
    who = [i for i in who if i in scene.roster.mentions or scene.doc.tokens[i].pos in _NAMING]
    who.sort(key=lambda i: not _can_act(scene, i))  # a crash is told of, people are who
    where = [*_settings(scene), *(m.text for t in told for m in places_of(scene, t))]
    where += [m.text for m in scene.places if m.kind not in _NOWHERE]
    return {
        "doc_id": row["doc_id"],
        "who": list(dict.fromkeys(_phrase(scene, i) for i in who))[:5],
        "what": [source.title],
        "where": list(dict.fromkeys(where))[:5],
        "when": _day(scene).isoformat(),
    }


def _can_act(scene: Scene, i: int) -> bool:
    """Whether a noun is a person's, people's, a body's or a place's that acts."""
    token = scene.doc.tokens[i]
    if i in scene.roster.mentions or i in scene.body_at or i in scene.place_at:
        return True
    people = token.lemma in _PEOPLE or token.lemma in STATE_AGENTS | GROUPS
    return people or is_human(token.lemma)


def _headline_subjects(scene: Scene) -> tuple[list[int], list[int]]:
    """The subjects of the headline's verbs, and the nouns that stand without one."""
    doc = scene.doc
    headline = [t for t in doc.tokens if t.sentence == 0]
    heads = [t.i for t in headline if t.dep in ("ROOT", "ccomp", "parataxis")]
    subjects = [s for i in heads if (s := doc.child(i, "nsubj", "nsubjpass")) is not None]
    return subjects, [i for i in heads if doc.tokens[i].pos in _NAMING]


def _settings(scene: Scene) -> list[str]:
    """The phrases of headline and lead that say where, the finest first.

    That is "outside the town hall in Lima" before "in Lima" before "in Peru": what a phrase says
    beyond a name tells where in it. What is neither site nor town ("a race in Peru") counts as the
    name that it holds.
    """
    doc = scene.doc
    named = {i for n in doc.names if n.label in _SITES for i in range(n.first, n.last)}
    named |= {i for i, m in scene.place_at.items() if m.kind not in _NOWHERE}
    ranked: list[tuple[int, int, str]] = []
    for token in doc.tokens:
        if token.sentence > _LEAD_SENTENCES:
            break
        if token.dep != "prep" or token.lower not in _AT:
            continue
        for noun in doc.children_of(token.i, "pobj"):
            inside = [i for i in doc.subtree(noun, _ASIDE) if i in named]
            if inside:
                ranked.append((-_fineness(scene, noun, inside), token.i, _where(scene, noun)))
            elif token.lower in _BESIDE and doc.tokens[noun].pos == "PROPN":
                ranked.append((-3, token.i, _phrase(scene, noun)))
    return [phrase for *_, phrase in sorted(ranked)]


def _fineness(scene: Scene, noun: int, inside: list[int]) -> int:
    """How near a phrase says where: 3 a site or a spot in a town, 2 a town, 1 an area, 0 more."""
    found = [m for i in inside if (m := scene.place_at.get(i)) is not None]
    finest = max((_FINE_PLACE[m.place.precision] for m in found if m.place), default=2)
    spot = noun not in inside and scene.doc.tokens[noun].lemma in _SPOTS
    return min(3, finest + spot)


def _where(scene: Scene, noun: int) -> str:
    """The phrase of a place, with the area that a comma puts behind it: "a bridge in Leith, Fife".

    "The city of Leith" is just Leith.
    """
    doc = scene.doc
    for of in doc.children_of(noun, "prep"):
        if doc.tokens[of].lower == "of":
            for name in doc.children_of(of, "pobj"):
                if doc.tokens[name].pos == "PROPN":
                    return _where(scene, name)
    phrase = _phrase(scene, noun)
    start = doc.text.rfind(phrase, 0, doc.tokens[noun].end + len(phrase))
    end = start + len(phrase)
    cut = _COMPOUND_BEFORE.search(doc.text, max(0, start - 40), start)
    start = cut.start() if cut else start
    rest = _COMPOUND.match(doc.text, end)
    if rest is not None:  # "Stratford-upon-Avon"
        return doc.text[start : rest.end()]
    inner = scene.place_at.get(doc.token_at(end - 1) or noun)
    if inner is None:
        return doc.text[start:end]
    if inner.qualifier is not None:
        return doc.text[start : inner.qualifier.end]
    wider = next((m for m in scene.places if m.start > inner.start), None)
    if wider is not None and _AREA.fullmatch(doc.text, inner.end, wider.start):
        return doc.text[start : wider.end]
    return doc.text[start:end]


def _day(scene: Scene) -> date:
    """The day of what the headline tells: that of its words in the lead, or of the lead's event.

    A date of a word's own clause goes before one that another clause lends it.
    """
    doc = scene.doc
    source = scene.article
    spans = [
        (start, end)
        for start, end in find_mentions(scene)
        if doc.tokens[doc.tokens_in(start, end).start].sentence <= 2 * _LEAD_SENTENCES
    ]
    told = zip(spans, date_mentions(scene, spans), strict=True)
    headline = {stem(t.lemma) for t in doc.tokens if t.sentence == 0 and t.pos in _CONTENT}
    days: list[tuple[bool, bool, date]] = []
    for span, dating in told:
        day = _recent(source, dating)
        if day and dating.time is not None:
            token = doc.tokens[doc.tokens_in(*span).start]
            own = dating.rule == dating.time.rule
            days.append((stem(token.lemma) in headline, own, day))
    of_headline = [d for d in days if d[0]] or days
    best = [d for d in of_headline if d[1]] or of_headline
    return best[0][2] if best else source.date


def _recent(source: Article, dating: Dating) -> date | None:
    """The day of an event that is news: one of the last days before the article's own."""
    day = dating.when.begin.earliest if dating.when.precision in _FINE else None
    return day if day and source.date - _RECENT <= day <= source.date else None


def run(data: Path, out: Path) -> None:
    """Write an answer for each article of `docs.jsonl` in the folder `data`."""
    write(out, (predict(row) for row in rows(data / "docs.jsonl")))
