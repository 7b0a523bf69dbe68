"""Which forms of a name are one person's, in one article and over many."""

from __future__ import annotations

import time

import pytest

from timeline.model import Person
from timeline.people import identify, unify
from timeline.people.extents import core
from timeline.people.identity import Register


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Ruiz", "Ana Ruiz", True),
        ("Ana Maria Ruiz", "Ana Ruiz", True),
        ("Ana M. Ruiz", "Ana Maria Ruiz", True),
        ("Ana B. Ruiz", "Ana Maria Ruiz", False),
        ("J. D. Ruiz", "Juan Diego Ruiz", True),
        ("J.D. Ruiz", "Juan Ruiz", True),
        ("Ana Ruiz", "Bo Ruiz", False),
        ("Hamad bin Saleh", "Hamad bin Saleh al-Tamir", True),
        ("Ana Ruiz Prado", "Ana Ruiz", True),
        ("ANA RUIZ", "Ana Ruiz", True),
        ('Dara "Bo" Quinn', "Dara Quinn", True),
        ('Dara "Bo" Quinn', "Bo Quinn", True),
        ("Bo Lund Jr.", "Bo Lund", True),
    ],
)
def test_forms_of_a_name(one: str, other: str, same: bool) -> None:
    register = Register()
    assert (register.add(one) == register.add(other)) is same


def test_an_initial_that_fits_two_persons_joins_neither() -> None:
    register = Register()
    known = {register.add("Juan Ruiz"), register.add("Jana Ruiz")}
    assert register.add("J. Ruiz") not in known


def test_a_name_between_two_others_is_neither() -> None:
    register = Register()
    known = {register.add("George A. Reed"), register.add("George B. Reed")}
    assert len(known) == 2
    assert register.add("George Reed") not in known


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("Jan de Vries", ["jan", "vries"]),
        ("Ali al-Sayed", ["ali", "sayed"]),
        ("Mrs Lund", ["lund"]),
        ("Bo Lund III", ["bo", "lund"]),
        ("Al", ["al"]),
    ],
)
def test_the_words_that_count(form: str, words: list[str]) -> None:
    assert core(form) == words


def test_thousands_of_names_take_no_more_than_their_share() -> None:
    names = [
        f"{a}{k} {b}{k % 50}" for k in range(2000) for a, b in (("Ana", "Ruiz"), ("Bo", "Lund"))
    ]
    started = time.perf_counter()
    register = Register()
    for name in names:
        register.add(name)
    assert time.perf_counter() - started < 5
    assert len(register.identities) == len(names)


def test_persons_join_over_articles() -> None:
    first = [Person("Ana Ruiz", ("Ruiz",), "Peruvian President"), Person("Lund")]
    second = [Person("Ana Maria Ruiz"), Person("Bo Lund", (), "senator")]
    third = [Person("Ruiz", (), "President"), Person("Lund", (), "senator")]
    one, two, three = unify([first, second, third])
    assert one[first[0]] == two[second[0]] == three[third[0]]
    assert one[first[0]] == Person("Ana Maria Ruiz", ("Ana Ruiz", "Ruiz"), "Peruvian President")
    assert three[third[1]].name == "Bo Lund"
    assert one[first[1]].name == "Lund"  # no office tells which Lund


def test_two_holders_of_one_name_and_office_stay_apart() -> None:
    first = [Person("Ana Ruiz", (), "senator")]
    second = [Person("Bo Ruiz", (), "senator")]
    third = [Person("Ruiz", (), "senator")]
    assert unify([first, second, third])[2][third[0]].name == "Ruiz"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Ana Ruiz, 61, met Jan van der Berg.", ["Ana Ruiz", "Jan van der Berg"]),
        ('Dara "Bo" Quinn beat Ali al-Sayed.', ['Dara "Bo" Quinn', "Ali al-Sayed"]),
        ("Luis de la Torre met Hamad bin Saleh.", ["Luis de la Torre", "Hamad bin Saleh"]),
        ("Said Ruiz: we are ready. Ana Ruiz then left.", ["Ana Ruiz"]),
        ("The Interior Ministry closed its doors.", []),
        ("The ferry sails at 9 PM Friday from Lima.", []),
        ("Mr Paul Lund met Mrs Lund. Mrs Lund then left.", ["Paul Lund", "Mrs Lund"]),
        ("J. D. Ruiz left. Juan Diego Ruiz returned.", ["Juan Diego Ruiz"]),
        ("Zine El Fassi Ben Omar met Ana Ruiz.", ["Zine El Fassi Ben Omar", "Ana Ruiz"]),
        ("The Obamas met the Pope.", []),
        ("The Bureau of Mines (BOM) director Ana Ruiz spoke.", ["Ana Ruiz"]),
    ],
)
def test_who_is_named(parse, text: str, names: list[str]) -> None:
    assert [p.name for p in identify(parse(text)).persons] == names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The club's former owner, Ana Ruiz, resigned.", "club's former owner"),
        ("The embattled president Ana Ruiz resigned.", "president"),
        ("Ana Ruiz, who is 61, is the mayor of Lima.", "mayor of Lima"),
        ("The bank appointed Ana Ruiz as its chairman.", "chairman"),
        ("Mrs Ana Ruiz resigned.", ""),
        ("Ana Ruiz, his wife, resigned.", "wife"),
        ("President-elect Ana Ruiz spoke.", "President-elect"),
    ],
)
def test_what_a_role_is(parse, text: str, role: str) -> None:
    assert [p.role for p in identify(parse(text)).persons if p.name == "Ana Ruiz"] == [role]
