"""Of several persons who share a name, the one whom it means where it stands alone."""

from __future__ import annotations

from collections import Counter

from timeline.language import Document
from timeline.people.extents import core
from timeline.people.identity import MOST_NAMESAKES, Identity, PersonMention
from timeline.people.roles import gender_of, is_honorific, is_kin, role_of


class Seen:
    """Where each person was named last, while a text is read from its start."""

    def __init__(self, mentions: dict[int, PersonMention]) -> None:
        self._mentions = mentions
        self._last: dict[int, int] = {}
        self._times = Counter(m.person for i, m in mentions.items() if i == m.first)
        self._full = frozenset(mentions)

    def pass_by(self, i: int) -> None:
        """Note who is named at the token before `i`."""
        mention = self._mentions.get(i - 1)
        if mention is not None:
            self._last[mention.person] = i - 1
            self._times[mention.person] += i - 1 not in self._full

    def whose(
        self, doc: Document, candidates: list[int], i: int, identities: list[Identity]
    ) -> tuple[int | None, bool]:
        """Of those who share a name, the one it means at token `i`, and whether that is a guess.

        A title that fits just one of them decides, then whom the article knows by this name alone,
        then who is named twice as often as the next; else it is the one named last.

        Args:
            doc: the parsed article.
            candidates: the indices of those who share the name.
            i: the token of the name.
            identities: the persons of the article.

        Returns:
            The index of the person: -1 if the title contradicts all of them, None if nothing
            decides, as among too many of one name.
        """
        if len(candidates) > MOST_NAMESAKES:
            return None, True
        a, b = role_of(doc, i, i + 1)
        title = doc.text[a:b].lower() if b <= doc.tokens[i].start else ""
        gender = gender_of(title)
        candidates = [
            k for k in candidates if not _contradicts(doc, identities[k], title, k in self._last)
        ]
        if len(candidates) == 1:
            return candidates[0], False
        if not candidates:
            return -1, False
        if title:
            fitting = [
                k
                for k in candidates
                if (gender and identities[k].gender == gender)
                or any(title.split()[-1] in doc.text[x:y].lower() for x, y in identities[k].roles)
            ]
            if len(fitting) == 1:
                return fitting[0], False
        # whom the article knows by this name alone
        alone = [k for k in candidates if k in self._last and len(core(identities[k].name)) == 1]
        if len(alone) == 1:
            return alone[0], True
        order = sorted((k for k in candidates if k in self._last), key=self._last.__getitem__)
        if not order:  # a headline calls by surname whom the story then names in full
            often = sorted(candidates, key=lambda k: -self._times[k])
            clear = self._times[often[0]] > self._times[often[1]]
            return (often[0] if clear else None), True
        often = sorted(order, key=lambda k: -self._times[k])
        if len(often) > 1:  # the story is about the one; the other is kin
            most, next_most = (self._times[k] for k in often[:2])
            if most >= 2 * next_most:
                return often[0], True
        if len(order) > 1:
            one, other = (doc.tokens[self._last[k]].sentence for k in order[-2:])
            if one == other:
                return None, True
        return order[-1], True


def _contradicts(doc: Document, identity: Identity, title: str, introduced: bool) -> bool:
    """Whether a title before a bare surname is none of this person's.

    Who is called by an office before any full name is printed is known to every reader, and need
    not be the one who bears the name in full further down without that office.
    """
    if not title:
        return False
    gender = gender_of(title)
    if gender and identity.gender and gender != identity.gender:
        return True
    roles = [doc.text[a:b] for a, b in identity.roles]
    if is_honorific(title):
        return False
    held = {w for r in roles for w in r.lower().split()}
    if not introduced and not held & set(title.split()):
        return True
    return bool(roles) and all(is_kin(r) for r in roles)
