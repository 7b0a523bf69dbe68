"""Everything that is known about an article before its events are read."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from timeline.language import Document, Name
from timeline.language.quotations import quoted_tokens
from timeline.model import Article, Person, Place, TimeExpression
from timeline.people import Roster
from timeline.people.lexicon import BODIES
from timeline.people.roles import is_state_office
from timeline.places import Gazetteer, PlaceMention
from timeline.timex.chronology import Entry

# What bears a name that is no place's, whatever else is called so: "the steamer Fortuna".
_NAMED = frozenset(
    "ship steamer ferry vessel boat yacht tanker trawler freighter submarine frigate destroyer"
    " liner cruiser schooner barque tug spacecraft satellite probe shuttle locomotive racehorse"
    " horse hurricane typhoon cyclone storm brand band album film novel".split()
)

# Times as often as the next country that an article names its own.
_FAR_MORE = 2


@dataclass(frozen=True)
class Scene:
    """An article with its parse, times, places and people.

    Attributes:
        places: mentions of places, in text order.
        roster: the article's persons and where they are mentioned.
        entries: those of a chronology, in text order; none in any other text.
    """

    article: Article
    doc: Document
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceMention, ...]
    roster: Roster
    gazetteer: Gazetteer
    entries: tuple[Entry, ...] = ()

    def entry_at(self, i: int) -> Entry | None:
        """The entry of a chronology that token `i` stands in."""
        at = self.doc.tokens[i].start
        k = bisect_right(self.entries, at, key=lambda entry: entry.start) - 1
        return self.entries[k] if k >= 0 and at < self.entries[k].end else None

    @cached_property
    def place_at(self) -> dict[int, PlaceMention]:
        """The place mention that covers each token."""
        return {
            i: mention
            for mention in self.places
            # "Peru-built" names no place where anything happens
            if not self.doc.text.startswith("-", mention.end)
            if mention.text not in self._names_given
            for i in self.doc.tokens_in(mention.start, mention.end)
            if self.doc.tokens[i].end <= mention.end
            and self.doc.tokens[i].start >= mention.start
            and not (mention.kind == "city" and self._is_in_name(i))
        }

    @cached_property
    def located(self) -> tuple[PlaceMention, ...]:
        """The mentions that tell where something is, in text order."""
        return tuple(dict.fromkeys(self.place_at.values()))

    @cached_property
    def _names_given(self) -> frozenset[str]:
        """Places' names that are a thing's in this article: "the steamer Fortuna"."""
        tokens = self.doc.tokens
        firsts = ((m, self.doc.tokens_in(m.start, m.end).start) for m in self.places)
        return frozenset(
            m.text for m, i in firsts if i and {tokens[i - 1].lemma, tokens[i - 1].lower} & _NAMED
        )

    @cached_property
    def body_at(self) -> dict[int, Name]:
        """The organisation's name that covers each token."""
        bare = {
            i: Name(i, i + 1, token.start, token.end, token.text, "ORG")
            for i in self.roster.bodies
            for token in (self.doc.tokens[i],)
        }
        return bare | {
            i: name
            for name in self.doc.names
            if name.label == "ORG"
            or (name.label == "PERSON" and self.doc.tokens[name.last - 1].lower in BODIES)
            or name.first in self.roster.bodies
            for i in range(name.first, name.last)
        }

    @cached_property
    def dateline(self) -> Place | None:
        """The town that the article was sent from, if it opens with one ("LIMA, May 3 -")."""
        return self.gazetteer.sent_from(self.article.text, self.article.body_start)

    @cached_property
    def main_country(self) -> str:
        """The country that half of an article's places or more are in; empty if none is."""
        if not self._counts:
            return ""
        code, most = self._counts.most_common(1)[0]
        return code if 2 * most >= self._counts.total() else ""

    @cached_property
    def home_country(self) -> str:
        """The country that an article tells of far more than of any other; empty if none is."""
        first, second = [*self._counts.most_common(2), ("", 0), ("", 0)][:2]
        return first[0] if first[1] >= _FAR_MORE * max(second[1], 1) else ""

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often an article names places of each country."""
        return Counter(
            mention.countries[0]
            for mention in self.located
            if len(mention.countries) == 1 and mention.kind not in ("region", "sea")
        )

    @cached_property
    def time_tokens(self) -> frozenset[int]:
        """All tokens inside time expressions."""
        return frozenset(i for t in self.times for i in self.doc.tokens_in(t.start, t.end))

    @cached_property
    def _times_by_sentence(self) -> dict[int, list[TimeExpression]]:
        found: dict[int, list[TimeExpression]] = {}
        for time in self.times:
            token = self.doc.token_at(time.start)
            if token is not None:
                found.setdefault(self.doc.tokens[token].sentence, []).append(time)
        return found

    def times_in(self, sentence: int) -> list[TimeExpression]:
        """The time expressions of a sentence, by its index."""
        return self._times_by_sentence.get(sentence, [])

    @cached_property
    def dated_tokens(self) -> frozenset[int]:
        """All tokens inside expressions that stand for a date."""
        return frozenset(
            i for t in self.times if t.when for i in self.doc.tokens_in(t.start, t.end)
        )

    @cached_property
    def quoted(self) -> frozenset[int]:
        """All tokens inside quotation marks."""
        return quoted_tokens(self.doc)

    def _is_in_name(self, i: int) -> bool:
        """Whether a token is part of a person's name: "Lima" in "Paolo Lima"."""
        mention = self.roster.mentions.get(i)
        return mention is not None and mention.first <= i < mention.last

    def person_at(self, i: int) -> Person | None:
        """The person whom token `i` stands for; None if it stands for none."""
        mention = self.roster.mentions.get(i)
        return self.roster.persons[mention.person] if mention else None

    @cached_property
    def affiliations(self) -> dict[str, str]:
        """The country that each person speaks for, by name: "Malaysian PM", or in "In Tokyo …
        Prime Minister" the country of the place where that office is met."""
        found: dict[str, str] = {}
        for k, (a, b) in self.roster.role_spans.items():
            codes = {
                code
                for i in self.doc.tokens_in(a, b)
                if (mention := self.place_at.get(i))
                for code in mention.countries
            }
            if len(codes) == 1:
                found[self.roster.persons[k].name] = codes.pop()
            elif not codes and is_state_office(self.doc.text[a:b]):
                host = self._host_country(a, b)
                if host:
                    found[self.roster.persons[k].name] = host
        return found

    def _host_country(self, start: int, end: int) -> str:
        """Where the holder of an office is met: "In Lima, he will meet Prime Minister Ruiz"."""
        doc = self.doc
        i = doc.tokens_in(start, end).start
        if any(doc.tokens[k].dep in ("nsubj", "nsubjpass") for k in (i, *doc.ancestors(i))):
            return ""
        sentence = doc.sentence_of(i)
        codes = {
            code
            for k in range(sentence.first, sentence.last)
            if doc.tokens[k].dep == "prep" and doc.tokens[k].lower in ("in", "at")
            for noun in doc.children_of(k, "pobj")
            if noun in self.place_at
            for code in self.place_at[noun].countries
        }
        return codes.pop() if len(codes) == 1 else ""
