"""Who takes part in an event, which bodies, and which countries act in it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.antecedents import antecedent, pair_of
from timeline.events.lexicon import EVENT_NOUNS, MOTION, STATE_AGENTS, TEAMS, TOGETHER
from timeline.events.scene import Scene
from timeline.events.subjects import subject_of
from timeline.events.triggers import Trigger
from timeline.language import Document
from timeline.model import Person
from timeline.people.extents import after_link
from timeline.people.roles import is_state_office

_OBJECTS = ("dobj", "dative", "attr", "oprd")
# Verbs whose object is what is talked about, not who acts.
_ABOUT = frozenset(
    "raise discuss mention criticise criticize condemn praise cover cite note".split()
)
_DIRECTIVES = frozenset("demand urge ask request order recommend propose insist suggest".split())
# What says who somebody is, in "identified the dead man as …".
_NAMING = frozenset("identify name recognise recognize unmask".split())
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp"))
_THOSE = frozenset("those victims dead people".split())
_ALONG = frozenset("with along together alongside accompanied joined flanked".split())
_LOYAL = frozenset("loyal faithful allied close".split())
# No list of names or parties in one clause is longer, except where the parse has gone wrong.
_LONGEST_LIST = 12
_MOST_PARTIES = 40
_STATE_KINDS = frozenset(("country", "city", "body"))


@dataclass(frozen=True, slots=True)
class Participants:
    """Who takes part in an event.

    Attributes:
        people: under their names in the article.
        inferred: the names of those found through a pronoun, an office or a shared surname.
        organisations: bodies that are no states.
        countries: ISO codes of the states that act.
    """

    people: tuple[Person, ...]
    inferred: tuple[str, ...]
    organisations: tuple[str, ...]
    countries: tuple[str, ...]


def arguments_of(scene: Scene, trigger: Trigger) -> list[int]:
    """Find the noun phrases that take part besides the subject.

    Args:
        scene: the article.
        trigger: the event.

    Returns:
        The heads of objects, of phrases with "with", "by" and their like, and of those who
        proposed the event or are asked for it.
    """
    doc = scene.doc
    i = trigger.token
    lemma = doc.tokens[i].lemma
    found: list[int] = []
    for c in doc.children[i]:
        token = doc.tokens[c]
        if token.dep in _OBJECTS:
            found.append(c)
            if token.dep == "dative":
                found.extend(doc.children_of(c, "pobj"))
        elif token.dep in ("prep", "agent") and token.lower in TOGETHER:
            found.extend(doc.children_of(c, "pobj") or _named_behind(scene, c))
        elif token.dep == "prep" and token.lower == "as" and lemma in _NAMING:
            found.extend(doc.children_of(c, "pobj"))
        elif (
            token.dep == "prep" and c > i
        ):  # "was replaced as coach by …": the agent hangs too deep
            found.extend(_deep_agents(doc, i, c))
    for c in doc.children_of(i, "ccomp"):  # "watched Chad and Niger sign": they take part
        bare = doc.tokens[c].tag in ("VB", "VBP") and doc.child(c, "aux", "mark") is None
        asked = doc.tokens[i].lemma in _DIRECTIVES and doc.tokens[c].tag in ("VB", "VBP")
        if bare or asked:
            found.extend(doc.children_of(c, "nsubj"))
    if trigger.group is None:
        found.append(i)
    elif trigger.group.governors:  # who proposes and who is asked take part: "asked her to lead"
        found.extend(_proposers(doc, trigger.group.governors[-1]))
    return found


def _named_behind(scene: Scene, by: int) -> list[int]:
    """The person whose name follows "by" where the parser hangs it elsewhere."""
    mention = scene.roster.mentions.get(by + 1)
    head = scene.doc.head_of(range(mention.first, mention.last)) if mention else None
    return [head] if head is not None else []


def _deep_agents(doc: Document, verb: int, preposition: int) -> list[int]:
    """Who did it, where the parser hangs "by" on the phrase before it."""
    if doc.child(verb, "auxpass") is None or doc.child(verb, "agent") is not None:
        return []
    return [
        noun
        for k in doc.subtree(preposition, _CLAUSES)
        if doc.tokens[k].lower == "by"
        for noun in doc.children_of(k, "pobj")
        if doc.tokens[noun].pos == "PROPN"
    ]


def _those(scene: Scene, subject: int) -> list[int]:
    """The persons of "among those killed were …" and "those who met included …"."""
    doc = scene.doc
    if doc.tokens[subject].lower not in _THOSE:
        return []
    for k in doc.ancestors(subject):
        if doc.tokens[k].lemma in ("be", "include"):
            return [
                c
                for c in doc.children_of(k, "nsubj", "attr", "dobj")
                if c != subject and c in scene.roster.mentions
            ]
    return []


def _company(scene: Scene, subject: int) -> list[int]:
    """Who comes along with a subject: "Costa, along with Ruiz, was charged"."""
    doc = scene.doc
    with_whom = [
        k
        for c in doc.children_of(subject, "prep", "acl")
        for k in (c, *doc.children[c])
        if doc.tokens[k].lower in ("with", "by") and doc.tokens[c].lower in _ALONG
    ]
    return [noun for k in with_whom for noun in doc.children_of(k, "pobj")]


def _proposers(doc: Document, governor: int) -> list[int]:
    """The subject of the verb above an event, or the agent of its passive."""
    by = [noun for c in doc.children_of(governor, "agent") for noun in doc.children_of(c, "pobj")]
    return by or doc.children_of(governor, "nsubj")


def participants_of(scene: Scene, trigger: Trigger) -> Participants:
    """Find the people, bodies and countries of an event.

    Args:
        scene: the article.
        trigger: the event.

    Returns:
        Each in the order of the arguments, subject first.
    """
    people: dict[str, Person] = {}
    inferred: list[str] = []
    organisations: list[str] = []
    countries: list[str] = []
    doc = scene.doc
    subject = subject_of(scene, trigger)
    lemma = doc.tokens[trigger.token].lemma
    heads = ([subject] if subject is not None else []) + arguments_of(scene, trigger)
    if subject is not None:
        heads += _those(scene, subject) + _company(scene, subject)
    for head in heads:
        about = head != subject and lemma in _ABOUT
        travelled = head != subject and lemma in MOTION
        for i, guessed in _coordinated(scene, head).items():
            mention = scene.roster.mentions.get(i)
            if mention is not None:
                person = scene.roster.persons[mention.person]
                known = person.name in people
                people.setdefault(person.name, person)
                if (mention.inferred or guessed) and not known:
                    inferred.append(person.name)
                continue
            organisations.extend(filter(None, (_organisation(scene, k) for k in _whose(doc, i))))
            if not about and not travelled:
                countries.extend(_states(scene, i))
    if lemma not in MOTION:
        for name, person in people.items():
            if name in scene.affiliations and is_state_office(person.role):
                countries.append(scene.affiliations[name])
    return Participants(
        tuple(people.values()),
        tuple(inferred),
        tuple(dict.fromkeys(organisations)),
        tuple(dict.fromkeys(countries)),
    )


def _coordinated(scene: Scene, head: int) -> dict[int, bool]:
    """A head with its conjuncts, its apposed name, and the parties of a noun that is an event.

    Each token tells whether it was found through a pronoun or "the two leaders" and is a guess.
    """
    doc = scene.doc
    pair = pair_of(scene, head) if doc.tokens[head].lower == "they" else []
    if pair and _antecedent_is_far(scene, head):
        return dict.fromkeys(pair, True)
    first = _meant(scene, head)
    found = {first: first != head}
    queue = [first]
    for i in queue:
        more = dict.fromkeys((*_joined(scene, i), *_listed(scene, i)), found[i])
        if doc.tokens[i].lemma in EVENT_NOUNS and i not in scene.roster.mentions:
            for k in _parties(doc, i):
                more.setdefault(_meant(scene, k), found[i] or _meant(scene, k) != k)
        more |= dict.fromkeys(pair_of(scene, i), True)
        for k, guessed in more.items():
            if k not in found:
                found[k] = guessed
                queue.append(k)
        if len(found) > _MOST_PARTIES:
            break
    return found


def _antecedent_is_far(scene: Scene, i: int) -> bool:
    """Whether nothing in its own sentence is what "they" stands for."""
    found = antecedent(scene, i)
    return found is None or scene.doc.tokens[found].sentence != scene.doc.tokens[i].sentence


def _joined(scene: Scene, i: int) -> list[int]:
    """The conjuncts and the apposed names of a noun."""
    doc = scene.doc
    found: list[int] = []
    for c in doc.children[i]:
        token = doc.tokens[c]
        joined = token.dep == "conj" and token.pos in ("PROPN", "NOUN", "PRON")
        named = c in scene.roster.mentions or c in scene.place_at
        if joined or (token.dep == "appos" and named):
            found.append(c)
    mention = scene.roster.mentions.get(i)
    if mention is not None and not mention.inferred:
        for k in {*range(mention.first, mention.last), *doc.children_of(i, "compound")}:
            found.extend(c for c in doc.children_of(k, "nmod") if _begins_list(scene, c, i))
    return found


def _begins_list(scene: Scene, first: int, last: int) -> bool:
    """Whether a name opens a list that the parser hangs on its end: "Ruiz, Lund and Rector Bo"."""
    mentions = scene.roster.mentions
    if first not in mentions:
        return False
    another = mentions[first].person != mentions[last].person
    return another and after_link(scene.doc, mentions[first].last) is not None


def _parties(doc: Document, i: int) -> list[int]:
    """Who takes part in what an event noun names: "Chad's talks with Niger", "a raid led by"."""
    found: list[int] = []
    for c in doc.children[i]:
        token = doc.tokens[c]
        if token.dep in ("poss", "compound", "amod", "nmod"):
            found.append(c)
        elif token.dep == "acl":
            for by in doc.children_of(c, "agent"):
                found.extend(doc.children_of(by, "pobj"))
        elif token.dep == "prep" and token.lower in TOGETHER | {"of", "on"}:
            parties = doc.children_of(c, "pobj")
            found.extend(parties)
            for k in parties:  # "a meeting of Costa with Ruiz"
                for p in doc.children_of(k, "prep"):
                    if doc.tokens[p].lower == "with" and doc.tokens[k].pos == "PROPN":
                        found.extend(doc.children_of(p, "pobj"))
    return found


def _listed(scene: Scene, i: int) -> list[int]:
    """The persons who stand in one list with a person on the surface, whatever the parse says.

    Only a list that ends in "and" counts, and no member that is the subject of another verb.
    """
    mentions = scene.roster.mentions
    doc = scene.doc
    if i not in mentions or mentions[i].inferred:
        return []
    found: list[int] = []
    closed = False
    k = mentions[i].last
    while len(found) < _LONGEST_LIST and (start := after_link(doc, _behind_age(doc, k))):
        mention = mentions.get(start)
        if mention is None or mention.inferred or mention.last <= start or closed:
            break
        head = doc.head_of(range(mention.first, mention.last))
        if head is None or _opens_clause(doc, head, i):
            break
        closed = doc.tokens[start - 1].lower in ("and", "&")
        found.append(head)
        k = mention.last
    return found if closed else []


def _behind_age(doc: Document, k: int) -> int:
    """Where a list goes on behind a name at `k`: "Ina Sand, 34, and …"."""
    behind = doc.tokens[k : k + 2]
    aged = len(behind) > 1 and behind[0].text == "," and behind[1].text.isdigit()
    return k + 2 if aged else k


def _opens_clause(doc: Document, head: int, before: int) -> bool:
    """Whether a name is the subject of a verb that the name before it has nothing to do with."""
    token = doc.tokens[head]
    if token.dep not in ("nsubj", "nsubjpass") or token.head < head:
        return False
    return any(
        doc.tokens[k].pos in ("VERB", "AUX") and k < head
        for k in (before, *doc.ancestors(before))
        if k != token.head
    )


def _meant(scene: Scene, i: int) -> int:
    """A token, or what it stands for if it is a pronoun."""
    stands_for = antecedent(scene, i)
    return i if stands_for is None else stands_for


def _whose(doc: Document, i: int) -> list[int]:
    """A noun and what owns it: "Lunara shares", "Lunara's chairman", "the head of Lunara"."""
    found = [i]
    for c in doc.children[i]:
        if doc.tokens[c].dep in ("compound", "poss", "nmod"):
            found.append(c)
        elif doc.tokens[c].dep == "prep" and doc.tokens[c].lower == "of":
            found.extend(doc.children_of(c, "pobj"))
    return found


def _organisation(scene: Scene, i: int) -> str:
    name = scene.body_at.get(i)
    if name is None or any(k in scene.roster.mentions for k in range(name.first, name.last)):
        return ""
    text = name.text.removesuffix("'s").removesuffix("’s").strip()
    return text.removeprefix("the ").removeprefix("The ")


def _states(scene: Scene, i: int) -> list[str]:
    """The countries that act through a noun: "Tokyo", "the Peruvian government"."""
    doc = scene.doc
    mention = scene.place_at.get(i)
    if mention is not None:
        if mention.capital_of:
            return [mention.capital_of]
        if mention.kind in _STATE_KINDS and mention.kind != "city":
            return list(mention.countries)
        if mention.kind == "demonym" and doc.tokens[i].dep == "amod":
            return list(mention.countries)
        return []
    token = doc.tokens[i]
    if not {token.lemma, token.lower} & (STATE_AGENTS | TEAMS):
        return _state_of_body(scene, i)
    found: list[str] = _state_of_body(scene, i)
    for c in doc.children[i]:
        inside = [c]
        if doc.tokens[c].dep == "prep" and doc.tokens[c].lower == "of":
            inside = doc.children_of(c, "pobj")
        elif doc.tokens[c].lower in _LOYAL:  # "troops loyal to Ruiz"
            inside = [n for p in doc.children_of(c, "prep") for n in doc.children_of(p, "pobj")]
        elif doc.tokens[c].dep not in ("amod", "compound", "poss", "nmod"):
            continue
        for k in inside:
            named = scene.place_at.get(k)
            person = scene.person_at(k)
            if named is not None:
                found.extend([named.capital_of] if named.capital_of else named.countries)
            elif person is not None and person.name in scene.affiliations:
                found.append(scene.affiliations[person.name])
    return found


def _state_of_body(scene: Scene, i: int) -> list[str]:
    """The country in the name of a state's body: "the Peruvian Ministry of Health"."""
    name = scene.body_at.get(i)
    if name is None:
        return []
    if not {t.lower for t in scene.doc.tokens[name.first : name.last]} & STATE_AGENTS:
        return []
    inside = scene.gazetteer.find(name.text, [])
    return [code for mention in inside for code in mention.countries]
