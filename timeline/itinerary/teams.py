"""Groups that travel as one: "the delegation flew on to", "the orchestra's tour".

A team is a traveller of its own, under the fullest name that the article prints. "The team" and
"the players" are the one team of the article; several, or one of many ("a team of"), are nobody.
Of a team whose leader the article names, the leader is the traveller: both go together.
"""

from __future__ import annotations

from collections import Counter

from timeline.events import Scene
from timeline.events.lexicon import MOTION
from timeline.model import Person

_TEAMS = frozenset(
    "team squad delegation orchestra choir chorus ensemble troupe crew expedition contingent"
    " entourage band quartet quintet trio philharmonic".split()
)
_MEMBERS = frozenset(
    "player singer musician athlete dancer delegate cricketer climber chorister"
    " teammate sailor rower swimmer gymnast actor".split()
)
# teams that are known by who leads them, and the words for it
_LED = frozenset("team delegation expedition contingent entourage crew mission party".split())
_LEAD = frozenset("lead head command".split())
_LEADERS = frozenset("leader head chief commander".split())
_NAMING = frozenset("amod compound nmod poss".split())
_OTHERS = frozenset("a an another other rival opposing every each some any no".split())
_WIDE = frozenset("whole entire six-member same full first new own".split())


def named_teams(scene: Scene) -> dict[int, Person]:
    """The teams of an article.

    Args:
        scene: the article with its places.

    Returns:
        The traveller for whom each token stands that names a team or its members.
    """
    doc = scene.doc
    heads = [
        t.i
        for t in doc.tokens
        if t.lemma.lower() in _TEAMS and t.tag in ("NN", "NNP") and not _is_one_of_many(scene, t.i)
    ]
    names: dict[str, Counter[str]] = {}
    for i in heads:
        known = names.setdefault(_kind(scene, i), Counter())
        name = _name(scene, i)
        if name:
            known[name] += 1
    found: dict[int, Person] = {}
    for i in heads:
        kind = _kind(scene, i)
        own = _name(scene, i)
        meant = _the_one(names[kind])
        if not own and names[kind] and not meant:
            continue  # "the team" of two
        found[i] = Person(own or meant or f"the {kind}")
    everyone = list(dict.fromkeys(found.values()))
    if len(everyone) > 1:  # a band that plays at the quay is not the party that lands
        everyone = list(dict.fromkeys(t for i, t in found.items() if _kind(scene, i) in _LED))
    if len(everyone) == 1:
        for t in doc.tokens:
            the = any(doc.tokens[c].lower == "the" for c in doc.children[t.i])
            party = t.lemma == "party" and t.dep == "nsubj" and doc.tokens[t.head].lemma in MOTION
            if the and (party or (t.tag == "NNS" and t.lemma in _MEMBERS)):
                found[t.i] = everyone[0]
    return _by_leader(scene, found)


def _kind(scene: Scene, i: int) -> str:
    return scene.doc.tokens[i].lemma.lower()


def _by_leader(scene: Scene, teams: dict[int, Person]) -> dict[int, Person]:
    """The teams, with the leader in place of each team that has one and only one."""
    leaders: dict[str, dict[str, Person]] = {}
    for i, team in teams.items():
        leader = _leader(scene, i)
        if leader is not None:
            leaders.setdefault(team.name, {})[leader.name] = leader
    return {
        i: next(iter(leaders[team.name].values())) if len(leaders.get(team.name, ())) == 1 else team
        for i, team in teams.items()
    }


def _leader(scene: Scene, i: int) -> Person | None:
    """Who leads a team: "led by Ruiz", "its leader, Ruiz", "Ruiz, who heads the delegation"."""
    doc = scene.doc
    token = doc.tokens[i]
    if _kind(scene, i) not in _LED:
        return None
    above = doc.tokens[token.head]
    near: list[int] = []
    if token.dep == "dobj" and above.lemma in _LEAD:
        near = doc.children_of(above.i, "nsubj")
        near += [above.head] if above.dep == "relcl" else []
    if above.lower == "of" and doc.tokens[above.head].lemma in _LEADERS:
        near = _named_by(scene, above.head)
    elif token.dep == "poss" and above.lemma in _LEADERS:
        near = _named_by(scene, above.i)
    for clause in doc.children_of(i, "acl", "relcl"):
        if doc.tokens[clause].lemma in _LEAD:
            near += [
                n for by in doc.children_of(clause, "agent") for n in doc.children_of(by, "pobj")
            ]
    return next((p for n in near if (p := scene.person_at(n)) is not None), None)


def _named_by(scene: Scene, office: int) -> list[int]:
    """The tokens that may name the holder of an office: its apposition, or what it stands at."""
    doc = scene.doc
    return [office, *doc.children_of(office, "appos"), doc.tokens[office].head]


def _the_one(names: Counter[str]) -> str:
    """The team that an article speaks of: the only one, or the one that it names twice as often."""
    first, second = [*names.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] >= 2 * second[1] else ""


def _is_one_of_many(scene: Scene, i: int) -> bool:
    """Whether a noun names no team of its own: "a team", "team spirit", "Ruiz's delegation"."""
    doc = scene.doc
    words = {doc.tokens[c].lower for c in doc.children[i]}
    owned = any(scene.person_at(c) for c in doc.children_of(i, "poss"))
    return (
        owned
        or bool(words & _OTHERS)
        or (doc.tokens[i].dep in _NAMING and doc.tokens[i].dep != "poss")
    )


def _name(scene: Scene, i: int) -> str:
    """ "Kenyan delegation", "Riverside Symphony Orchestra"; empty for a bare "team"."""
    doc = scene.doc
    words = [
        c
        for c in doc.subtree(i)
        if c < i
        and doc.tokens[c].pos in ("PROPN", "ADJ", "NOUN")
        and doc.tokens[c].lower not in _WIDE
        and "-" not in doc.tokens[c].text
    ]
    known = [c for c in words if c in scene.place_at or doc.tokens[c].pos == "PROPN"]
    if not known:
        return ""
    first = known[0]
    kept = [doc.tokens[c].text for c in words if c >= first and c not in scene.time_tokens]
    return " ".join([*kept, doc.tokens[i].text])
