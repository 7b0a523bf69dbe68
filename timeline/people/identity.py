"""Which names are one person's: full names, shorter and longer forms, initials, nicknames.

Every form of a name is filed under the keys by which another form may find it, so that the work
grows with the number of names and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from timeline.people.extents import core
from timeline.people.lexicon import gender_of_given_name

_NICKNAME = re.compile(r"[\"“‘'(]([^\W\d_][\w-]+)[\"”’')]")
# how many persons of one family name are told apart; among more of them nobody can tell
MOST_NAMESAKES = 20


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Tokens `first:last` that stand for a person.

    Attributes:
        first: the first token.
        last: the token behind the last.
        person: the index of the person in the roster.
        inferred: whether it is a pronoun, a role noun, or a surname that two persons share.
    """

    first: int
    last: int
    person: int
    inferred: bool = False


@dataclass(slots=True)
class Identity:
    """One person while an article is read.

    Attributes:
        forms: how often each form of the name is printed.
        gender: "f", "m" or empty.
        roles: characters of each role that is given, in text order.
    """

    forms: Counter[str] = field(default_factory=Counter)
    gender: str = ""
    roles: list[tuple[int, int]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form that is printed, rather in small letters than in capitals."""
        cores = {f: core(f) for f in self.forms}
        # "Reporter Ana Ruiz": one word before a name that is printed without it as often
        kept = [
            f
            for f, words in cores.items()
            if not any(
                len(other) > 1 and words[1:] == other and self.forms[g] >= self.forms[f]
                for g, other in cores.items()
            )
        ]
        return max(
            kept or self.forms,
            key=lambda f: (len(f.split()), not f.isupper(), _initials(f), len(f)),
        )


class Register:
    """The persons found so far, filed by the ends of their names."""

    def __init__(self) -> None:
        self.identities: list[Identity] = []
        self._exact: dict[tuple[str, ...], int] = {}
        self._ends: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._prefixes: dict[tuple[str, ...], int] = {}
        self._suffixes: dict[tuple[str, ...], int] = {}
        self._families: dict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, form: str) -> int:
        """File a full name.

        Args:
            form: a name of two words or more, as printed.

        Returns:
            The index of the identity it belongs to, which may be new.
        """
        words = core(_NICKNAME.sub(" ", form)) or core(form)
        found = self._find(words)
        if found is None:
            found = len(self.identities)
            self.identities.append(Identity())
        one = self.identities[found]
        one.forms[form] += 1
        one.gender = one.gender or gender_of_given_name(words[0])
        self._file(words, found)
        for nick in _NICKNAME.findall(form):
            self._file([nick.lower(), words[-1]], found)
        return found

    def alone(self, form: str) -> int:
        """File a single name that belongs to no fuller one.

        Args:
            form: the name as printed.

        Returns:
            The index of the identity, which may be new.
        """
        key = tuple(form.lower().split())
        if key not in self._exact:
            self._exact[key] = len(self.identities)
            self.identities.append(Identity())
        found = self._exact[key]
        self.identities[found].forms[form] += 1
        return found

    def _file(self, words: list[str], k: int) -> None:
        self._exact.setdefault(tuple(words), k)
        ends = self._ends[words[0], words[-1]]
        if k not in ends and len(ends) < MOST_NAMESAKES:
            ends.append(k)
        for n in range(2, len(words)):
            self._prefixes.setdefault(tuple(words[:n]), k)
            self._suffixes.setdefault(tuple(words[-n:]), k)
        family = self._families[words[0][:1], words[-1]]
        if k not in family and len(family) < MOST_NAMESAKES:
            family.append(k)

    def _find(self, words: list[str]) -> int | None:
        """The identity that a longer, a shorter or the same form stands for."""
        key = tuple(words)
        if key in self._exact:
            return self._exact[key]
        ends = [
            k
            for k in self._ends.get((words[0], words[-1]), ())
            if all(_agree(words, core(f)) for f in self.identities[k].forms)
        ]
        if ends:  # "George Reed" is neither of George A. Reed and George B. Reed
            return ends[0] if len(ends) == 1 else None
        if len(words) > 1:
            for table in (self._prefixes, self._suffixes):
                if key in table:
                    return table[key]
            for n in range(len(words) - 1, 1, -1):
                for part in (key[:n], key[-n:]):
                    if part in self._exact:
                        return self._exact[part]
        return self._by_initials(words)

    def _by_initials(self, words: list[str]) -> int | None:
        """ "J. D. Ruiz" is Juan Diego Ruiz where no other J. Ruiz is named."""
        found = [
            k
            for k in self._families.get((words[0][:1], words[-1]), ())
            if any(
                _is_initial(words[0]) != _is_initial(other[0]) and _agree(words, other)
                for other in (core(_NICKNAME.sub(" ", f)) for f in self.identities[k].forms)
                if len(other) > 1
            )
        ]
        return found[0] if len(found) == 1 else None


def _is_initial(word: str) -> bool:
    return len(word.replace(".", "")) == 1 or "." in word


def _initials(form: str) -> bool:
    """Whether a form spells its first name out."""
    return not _is_initial(form.split()[0].rstrip("."))


def _agree(one: list[str], other: list[str]) -> bool:
    """Whether the middle names of two forms can be one person's: "George W." is not "George H."."""
    a = [w[0] for word in one[1:-1] for w in word.split(".") if w]
    b = [w[0] for word in other[1:-1] for w in word.split(".") if w]
    if not a or not b:
        return True
    return all(x == y for x, y in zip(a, b, strict=False))


def short_names(identities: list[Identity], bare: frozenset[str]) -> dict[str, list[int]]:
    """Bare names that stand for a full one.

    Args:
        identities: the persons of an article.
        bare: the single names, in lower case, by which the article calls anybody.

    Returns:
        The indices of the persons whom each name may stand for: by its last word, by its first
        where the article uses that alone, by a nickname. East Asian names put the family name
        first ("Chen Guowei" … "Chen"), and the use of the article tells which order it follows.
    """
    found: dict[str, list[int]] = {}
    for k, identity in enumerate(identities):
        for form in identity.forms:
            words = core(_NICKNAME.sub(" ", form)) or core(form)
            if len(form.split()) == 1 and len(identity.forms) > 1:
                continue
            nicks = {n.lower() for n in _NICKNAME.findall(form)}
            parts = words[-1].split("-")
            for word in {words[-1], parts[-1]} | ({*words, *nicks} & bare):
                if len(word) > 1 and found.setdefault(word, [])[-1:] != [k]:
                    found[word].append(k)
    # a family name goes before a given name that is the same word
    for word, candidates in found.items():
        family = [k for k in candidates if _family_name(identities[k]) == word]
        if family and len(family) < len(candidates):
            found[word] = family
    return found


def _family_name(identity: Identity) -> str:
    return core(_NICKNAME.sub(" ", identity.name))[-1]
