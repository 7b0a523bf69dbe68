"""Who is who over many articles, so that filters and lanes join one person's events.

Full names join as within an article. A bare surname joins a full name only where their offices
agree and nobody else fits: two articles may well speak of two people of one name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.model import Person
from timeline.people.extents import core
from timeline.people.identity import Register
from timeline.people.lexicon import gender_of_given_name
from timeline.people.offices import Office, office_of
from timeline.people.roles import gender_of


def unify(groups: Sequence[Iterable[Person]]) -> list[dict[Person, Person]]:
    """Bring the persons of several articles under one name each.

    Args:
        groups: the persons of each article.

    Returns:
        For each article, the person whom each of its persons is known as: the fullest name that
        any article prints, all other forms as aliases, and the longest role.
    """
    register = Register()
    index: dict[Person, int] = {}
    everyone = list(dict.fromkeys(p for group in groups for p in group))
    full = [p for p in everyone if len(core(p.name)) > 1]
    for person in sorted(full, key=lambda p: (-len(core(p.name)), p.name)):
        index[person] = register.add(person.name)
    families: dict[str, list[Person]] = {}
    for person in full:
        families.setdefault(core(person.name)[-1], []).append(person)
    for person in everyone:
        if person not in index:
            found = {
                index[p] for p in families.get(core(person.name)[-1], ()) if _may_be(person, p)
            }
            index[person] = found.pop() if len(found) == 1 else register.alone(_keyed(person))
    members: dict[int, list[Person]] = {}
    for person in everyone:
        members.setdefault(index[person], []).append(person)
    known = {k: _joined(persons) for k, persons in members.items()}
    return [{p: known[index[p]] for p in group} for group in groups]


def _keyed(person: Person) -> str:
    """A bare name with the office that tells its bearers apart."""
    office = _office(person)
    return f"{person.name}, {office.head}" if office else person.name


def _office(person: Person) -> Office | None:
    return office_of(person.role.split()) if person.role else None


def _may_be(bare: Person, full: Person) -> bool:
    """Whether a bare surname with an office is this person of that name and office."""
    one, other = _office(bare), _office(full)
    if one is None or other is None or one.head != other.head:
        return False
    told = gender_of(bare.role)
    return not told or gender_of_given_name(core(full.name)[0]) in ("", told)


def _joined(persons: list[Person]) -> Person:
    name = max(
        (p.name for p in persons),
        key=lambda n: (len(core(n)), not n.isupper(), len(n)),
    )
    forms = {form for p in persons for form in (p.name, *p.aliases)} - {name}
    role = max((p.role for p in persons), key=len)
    return Person(name, tuple(sorted(forms)), role)
