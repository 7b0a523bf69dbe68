"""Spanish: direction by verb endings, hedges, ranges, names that are no dates, any text at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Precision, Qualifier, When
from timeline.timex import find
from timeline.timex.flat import flatten
from timeline.timex.spanish import numbers
from timeline.timex.spanish.letters import LETTERS

SATURDAY = date(2025, 10, 25)


@pytest.mark.parametrize(
    ("sentence", "phrase", "day"),
    [
        ("La ministra llegó a Quito el lunes.", "el lunes", "2025-10-20"),
        ("La ministra llegará a Quito el lunes.", "el lunes", "2025-10-27"),
        ("La ministra ha llegado el lunes.", "el lunes", "2025-10-20"),
        ("La ministra va a llegar el lunes.", "el lunes", "2025-10-27"),
        ("Dijo que llegaría el lunes.", "el lunes", "2025-10-27"),
        ("Los barcos zarparon el jueves.", "el jueves", "2025-10-23"),
        ("Los barcos zarparán el jueves.", "el jueves", "2025-10-30"),
        ("La feria se inaugura el jueves.", "el jueves", "2025-10-30"),
        ("Prometió volver el jueves.", "el jueves", "2025-10-30"),
        ("Anunció que el jueves cerrará la mina.", "el jueves", "2025-10-30"),
        ("La votación, prevista para el jueves, será larga.", "el jueves", "2025-10-30"),
        ("El jueves, la alcaldesa dimitió.", "El jueves", "2025-10-23"),
        ("Los detenidos el jueves callan.", "el jueves", "2025-10-23"),
        ("Se firmó en diciembre.", "diciembre", "2024-12"),
        ("Se firmará en diciembre.", "diciembre", "2025-12"),
        ("El puente se hundió el 3 de diciembre.", "el 3 de diciembre", "2024-12-03"),
        ("Se juzgará el robo del 5 de mayo.", "5 de mayo", "2025-05-05"),
    ],
)
def test_bare_days_point_where_their_verb_does(sentence: str, phrase: str, day: str) -> None:
    """Accents tell "zarpó" from "zarpo" and "zarparán" from "zarparan"."""
    assert (phrase, day) in _values(sentence)


def _values(sentence: str) -> list[tuple[str, str]]:
    return [(e.text, e.value) for e in find(sentence, SATURDAY, language="es")]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            "Se abrirá antes del 3 de noviembre.",
            "3 de noviembre",
            When.within(None, date(2025, 11, 2), Precision.DAY, Qualifier.BEFORE),
        ),
        (
            "Cambió a finales de octubre de 2024.",
            "finales de octubre de 2024",
            When.within(date(2024, 10, 21), date(2024, 10, 31), Precision.MONTH, Qualifier.LATE),
        ),
        (
            "Cambió a principios de 2019.",
            "principios de 2019",
            When.within(date(2019, 1, 1), date(2019, 4, 30), Precision.YEAR, Qualifier.EARLY),
        ),
        (
            "Hacia 1850 se fundó.",
            "Hacia 1850",
            When.within(date(1850, 1, 1), date(1850, 12, 31), Precision.YEAR, Qualifier.ABOUT),
        ),
    ],
)
def test_hedges_bound_the_window(text: str, phrase: str, expected: When) -> None:
    """A preposition acts on the When and stays outside the phrase; "a finales de" is part of it."""
    (when,) = [e.when for e in find(text, SATURDAY, language="es") if e.text == phrase]
    assert when == expected


def test_a_length_from_now_is_a_window() -> None:
    """TIMEX3 has the length; the When has the days."""
    (found,) = find("Llovió en los últimos tres días.", SATURDAY, language="es")
    assert (found.value, found.when) == (
        "P3D",
        When.within(SATURDAY - timedelta(3), SATURDAY, Precision.DAY),
    )


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("La feria irá del 7 al 11 de noviembre.", "7 al 11 de noviembre", "2025-11-07/2025-11-11"),
        ("Vivió allí entre 1990 y 1995.", "1990 y 1995", "1990/1995"),
        ("Abrió de marzo a mayo de 2019.", "marzo a mayo de 2019", "2019-03/2019-05"),
    ],
)
def test_two_ends_make_a_range(text: str, phrase: str, value: str) -> None:
    """The month and the year stand with the last end."""
    assert (phrase, value) in _values(text)


@pytest.mark.parametrize(
    "text",
    [
        "Julio Cortés y Abril Ramos se casaron.",
        "La manifestación llenó la Plaza de Mayo.",
        "Plácido Domingo volvió a Santo Domingo.",
        "Fue segundo en la carrera.",
        "Vinieron unas 1990 personas.",
        "Marzo Pérez y Mayo Ruiz firmaron.",
    ],
)
def test_names_and_counts_are_no_dates(text: str) -> None:
    """A capital, a noun or a count beside it says what it is."""
    assert _values(text) == []


def test_accents_may_be_missing() -> None:
    """A text in capitals or typed in haste means the same."""
    plain = find("Sera el proximo miercoles.", SATURDAY, language="es")
    marked = find("Será el próximo miércoles.", SATURDAY, language="es")
    assert [e.value for e in plain] == [e.value for e in marked] == ["2025-10-29"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("treinta y uno", 31),
        ("doscientos cinco", 205),
        ("mil novecientos noventa y ocho", 1998),
        ("1.250", 1250),
        ("2,5", 2.5),
        ("un par de", 2),
        ("varios", None),
    ],
)
def test_numbers(words: str, value: float | None) -> None:
    """Digits have a dot for thousands and a comma for fractions."""
    assert numbers.number(words) == value


@pytest.mark.parametrize(("digits", "value"), [("XIX", 19), ("IV", 4), ("XXI", 21), ("VIV", None)])
def test_roman_numbers(digits: str, value: int | None) -> None:
    """Only what is written as one."""
    assert numbers.roman(digits) == value


PIECES = st.sampled_from(
    "el la los del al de a en por y hasta desde hace dentro que entre pasado próximo este último "
    "lunes sábado mayo enero 3 31 2019 1.998 día semana mes año años siglo XX tres unos media "
    "horas mañana noche hoy ayer , . - ( ) finales principios Navidad trimestre primer ó á "
    "ñ".split()
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=14), st.dates(date(1000, 1, 1), date(9000, 12, 31)))
def test_any_text_gives_sound_offsets(pieces: list[str], anchor: date) -> None:
    """Whatever is put together, each expression is the text at its offsets, in order."""
    text = " ".join(pieces)
    end = 0
    for found in find(text, anchor, language="es"):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end


@given(st.text())
def test_flat_text_is_as_long(text: str) -> None:
    """An accent becomes a capital, one byte for one character."""
    assert len(flatten(text, LETTERS)) == len(text)
