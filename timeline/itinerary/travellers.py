"""Who may travel: the persons that a word stands for, and the country that each is at home in.

Offices tell both. "The Kenyan foreign minister" is the one whom the article gives that office, and
somebody who speaks for one country is a visitor in every other.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from timeline.events import Scene
from timeline.itinerary.teams import named_teams
from timeline.model import Person

_OFFICES = frozenset(
    "president premier chancellor king queen emperor pope minister secretary senator envoy leader"
    " ambassador chief commissioner spokesman spokeswoman official diplomat governor".split()
)
_RANKS = frozenset(
    "prime vice foreign defence defense finance interior trade deputy assistant under".split()
)
# offices that only one country has under that name
_OF_ONE_COUNTRY = (
    (re.compile(r"\bsecretary of (?:state(?! for)|defense|the treasury)\b", re.IGNORECASE), "US"),
    (re.compile(r"\b(?:treasury|defense) secretary\b|\battorney general\b", re.IGNORECASE), "US"),
    (re.compile(r"\b(?:foreign|home) secretary\b", re.IGNORECASE), "GB"),
    (re.compile(r"\bpope\b", re.IGNORECASE), "VA"),
)
# offices that a newspaper names without a country where they are its own country's
_UNMARKED = re.compile(r"\b(?:president|vice president|senator|sen|secretary)\b", re.IGNORECASE)
_VEHICLES = frozenset("plane jet aircraft helicopter motorcade convoy delegation".split())
_MOST_OF_A_GROUP = 8


@dataclass(frozen=True)
class Cast:
    """The persons of a scene with the countries that they speak for."""

    scene: Scene

    def who(self, i: int) -> list[Person]:
        """The persons for whom token `i` stands: one, or those of a group such as "ministers"."""
        person = self.scene.person_at(i)
        if person is not None:
            return [person]
        listed = [p for group in self._groups.values() for at, _, p in group if at == i]
        if listed or i in self._groups:
            return listed or [p for _, _, p in self._groups[i]]
        if i in self.teams:
            return [self.teams[i]]
        token = self.scene.doc.tokens[i]
        if token.lower in ("it", "they") and token.dep == "nsubj":
            return self._same_again(i)
        if token.lemma == "member":  # "forty members of the orchestra"
            below = [k for p in self.scene.doc.children_of(i, "prep")
                     for k in self.scene.doc.children_of(p, "pobj")]  # fmt: skip
            return [self.teams[k] for k in below if k in self.teams]
        if token.lemma in _VEHICLES:  # "Ruiz's plane landed"
            return [p for c in self.scene.doc.children_of(i, "poss") for p in self.who(c)]
        if token.lemma.lower() not in _OFFICES or token.pos not in ("NOUN", "PROPN"):
            return []
        if token.dep == "appos" or any(c in self.scene.roster.mentions for c in self._parts(i)):
            return []  # says what somebody else is
        holders = self._holders(i)
        if token.tag in ("NNS", "NNPS"):
            return holders if len(holders) <= _MOST_OF_A_GROUP else []
        return holders if len(holders) == 1 else []

    def _same_again(self, i: int) -> list[Person]:
        """Whom "it" or "they" goes on telling of: the team, or those who were the last subject."""
        doc = self.scene.doc
        first = doc.sentences[max(0, doc.tokens[i].sentence - 1)].first
        for k in range(i - 1, first - 1, -1):
            token = doc.tokens[k]
            if token.dep not in ("nsubj", "nsubjpass") or token.pos == "PRON":
                continue
            if doc.tokens[i].lower == "it":
                return [self.teams[k]] if k in self.teams else []
            group = [k]
            for one in group:
                group += [c for c in doc.children_of(one, "conj", "appos") if len(group) < 40]
            found = {p.name: p for one in group for p in self.who(one)}
            team = any(one in self.teams.values() for one in found.values())
            return list(found.values()) if len(found) > 1 or team else []
        return []

    @cached_property
    def teams(self) -> dict[int, Person]:
        """The groups that travel as one, by token."""
        return named_teams(self.scene)

    def _parts(self, i: int) -> list[int]:
        return self.scene.doc.children_of(i, "appos", "compound", "flat")

    def _holders(self, i: int) -> list[Person]:
        doc = self.scene.doc
        wanted = {doc.tokens[i].lemma.lower()}
        several = doc.tokens[i].tag in ("NNS", "NNPS")  # "the two ministers": who have been named
        codes: set[str] = set()
        for c in doc.children[i]:
            token = doc.tokens[c]
            if token.dep in ("poss", "relcl", "acl") and c not in self.scene.place_at:
                return []  # "their president", "a president who …"
            if token.lower in ("a", "an", "another", "former", "other"):
                return []
            if token.lower in _RANKS:
                wanted.add(token.lower)
            if c in self.scene.place_at:
                codes.update(self.scene.place_at[c].countries)
            if token.lower == "of":
                for noun in doc.children_of(c, "pobj"):
                    if noun in self.scene.place_at:
                        codes.update(self.scene.place_at[noun].countries)
                    else:
                        wanted.add(doc.tokens[noun].lower)
        return [
            person
            for person in self.scene.roster.persons
            if wanted <= set(re.findall(r"\w+", person.role.lower()))
            and (not codes or self.home(person) in codes)
            and not (several and self._first_named[person.name] > doc.sentence_of(i).last)
        ]

    @cached_property
    def _first_named(self) -> dict[str, int]:
        """The token at which each person is first named."""
        found: dict[str, int] = {}
        for i, mention in self.scene.roster.mentions.items():
            name = self.scene.roster.persons[mention.person].name
            found[name] = min(i, found.get(name, i))
        return found

    def home(self, person: Person) -> str:
        """The alpha-2 code of the country that somebody speaks for, empty if it is not known."""
        return self._homes.get(person.name, "")

    def is_visitor(self, person: Person, country: str) -> bool:
        """Whether a country is known not to be somebody's own."""
        home = self.home(person)
        if not country:
            return False
        if person.name in self._assumed and country == self._most_named_country:
            return False  # a story of one country calls that country's president just so, too
        return bool(home and home != country) or country in self._foreign.get(person.name, set())

    @cached_property
    def _homes(self) -> dict[str, str]:
        found = dict(self._said)
        for name in self._assumed:
            found[name] = self._readers_country
        return found

    @cached_property
    def _assumed(self) -> frozenset[str]:
        """Whoever has an office that is named without its country."""
        return frozenset(
            person.name
            for person in self.scene.roster.persons
            if self._readers_country
            and person.name not in self._said
            and _UNMARKED.search(person.role)
        )

    @cached_property
    def _most_named_country(self) -> str:
        """The country that the article names most often."""
        codes = Counter(c for m in self.scene.places if len(m.countries) == 1 for c in m.countries)
        return codes.most_common(1)[0][0] if codes else ""

    @cached_property
    def _said(self) -> dict[str, str]:
        """The countries that the article gives its persons."""
        found = dict(self.scene.affiliations)
        for person in self.scene.roster.persons:
            for pattern, code in _OF_ONE_COUNTRY:
                if pattern.search(person.role):
                    found[person.name] = code
        for group in self._groups.values():
            for _, code, person in group:
                found.setdefault(person.name, code)
        for name, codes in self._beside_names.items():
            if name not in found and len(codes) == 1:
                found[name] = next(iter(codes))
        return found

    @cached_property
    def _beside_names(self) -> dict[str, set[str]]:
        """Countries right beside names: "Peru's Ana Ruiz", "the Peruvian president, Ana Ruiz"."""
        doc = self.scene.doc
        found: dict[str, set[str]] = {}
        for i, mention in self.scene.roster.mentions.items():
            if mention.inferred or doc.tokens[i].head in range(mention.first, mention.last):
                continue
            heads = [i]
            above = doc.tokens[doc.tokens[i].head]
            if doc.tokens[i].dep == "appos" and above.lemma in _OFFICES | {"counterpart"}:
                heads.append(above.i)
            heads += [c for c in doc.children_of(i, "appos") if doc.tokens[c].lemma in _OFFICES]
            of = [n for p in doc.children_of(i, "prep") if doc.tokens[p].lower == "of"
                  for n in doc.children_of(p, "pobj")]  # "President Ruiz of Peru"  # fmt: skip
            for head in heads:
                beside = doc.children_of(head, "poss", "amod", "compound", "nmod")
                for c in [*beside, *of]:
                    place = self.scene.place_at.get(c)
                    if place is not None and place.kind in ("country", "demonym"):
                        name = self.scene.roster.persons[mention.person].name
                        found.setdefault(name, set()).update(place.countries)
        return found

    @cached_property
    def _groups(self) -> dict[int, list[tuple[int, str, Person]]]:
        """ "Her Greek and Kenyan counterparts, Dora Lambrou and Ali Kato": each with a country.

        The order tells whose each is; the list also shows that the names are persons', where the
        parse has missed one. By the noun of the group; each with the last token of its name.
        """
        doc = self.scene.doc
        found: dict[int, list[tuple[int, str, Person]]] = {}
        for token in doc.tokens:
            if token.lemma not in _OFFICES | {"counterpart"} or token.tag != "NNS":
                continue
            before = doc.subtree(token.i, frozenset(("relcl", "acl", "appos", "prep", "poss")))
            peoples = self._peoples([k for k in before if k < token.i])
            start = token.i + 1
            if doc.tokens[start : start + 1] and doc.tokens[start].lower == "of":
                # "the leaders of Chad and Mali, Ali Kato and Awa Diallo"
                while doc.tokens[start].lower in ("of", "and", ",", "the") or (
                    start in self.scene.place_at
                ):
                    start += 1
                    if start >= doc.sentence_of(token.i).last:
                        break
                peoples = self._peoples(list(range(token.i, start)))
            names = self._listed_names(start)
            if names and len(names) == len(peoples):
                found[token.i] = [
                    (last, code, self.scene.person_at(last) or Person(self._text(first, last)))
                    for code, (first, last) in zip(peoples, names, strict=True)
                ]
        return found

    def _text(self, first: int, last: int) -> str:
        doc = self.scene.doc
        return doc.text[doc.tokens[first].start : doc.tokens[last].end]

    def _peoples(self, tokens: list[int]) -> list[str]:
        """The countries that tokens name, in order, each mention once."""
        mentions = {m.start: m for k in tokens if (m := self.scene.place_at.get(k)) is not None}
        return [m.countries[0] for m in mentions.values() if m.countries]

    def _listed_names(self, start: int) -> list[tuple[int, int]]:
        """The first and last tokens of the names joined by commas and "and" from `start` on."""
        doc = self.scene.doc
        names: list[tuple[int, int]] = []
        if start >= len(doc.tokens):
            return names
        for k in range(start, doc.sentence_of(start).last):
            token = doc.tokens[k]
            joined = bool(names) and names[-1][1] == k - 1
            if token.tag in ("NNP", "NNPS") or (token.text == "-" and joined):
                names[-1:] = [(names[-1][0], k)] if joined else [*names[-1:], (k, k)]
            elif token.lower not in (",", "and"):
                break
        return names

    @cached_property
    def _readers_country(self) -> str:
        """Whose president needs no country: the seat of government that the article names alone."""
        seats = {m.countries[0] for m in self.scene.places if m.kind == "body" and m.countries}
        capitals = {m.capital_of for m in self.scene.places if m.capital_of}
        return "US" if "US" in seats | capitals else ""

    @cached_property
    def _foreign(self) -> dict[str, set[str]]:
        """Countries that are not somebody's own: "met her Kenyan counterpart"."""
        doc = self.scene.doc
        found: dict[str, set[str]] = {}
        for token in doc.tokens:
            if token.lemma != "counterpart":
                continue
            owner = next((self.scene.person_at(c) for c in doc.children_of(token.i, "poss")), None)
            if owner is None:
                continue
            for c in doc.children_of(token.i, "amod", "compound", "nmod"):
                if c in self.scene.place_at:
                    found.setdefault(owner.name, set()).update(self.scene.place_at[c].countries)
        return found


def same_traveller(known: list[Person], other: Person) -> bool:
    """Whether persons of several articles are one, by their names.

    A full name must share its first and last word; a bare surname is taken for the one full name
    that ends in it.
    """
    if other.name.startswith("the "):
        return False  # "the team": of each article its own
    return any(_same_name(one.name, other.name) for one in known)


def _same_name(a: str, b: str) -> bool:
    first, second = a.lower().split(), b.lower().split()
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    return (first[0], first[-1]) == (second[0], second[-1])
