"""What only looks like time is not tagged; what looks like a trap but is time, is."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.timex import find

ANCHOR = date(2025, 10, 25)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pact may be reopened.",
        "May the better side win.",
        "Theresa May resigned.",
        "Mrs May resigned.",
        "The March on Versailles was led by women.",
        "They march for peace.",
        "April Jones won the race.",
        "June Brown won the race.",
        "The Sun shone on the Earth.",
        "He sat in the sun.",
        "She came second in the race.",
        "Wait a second, he cried.",
        "Some 1,984 people came.",
        "About 1984 people came.",
        "The Sunday Times printed it.",
        "A Boeing 747 landed.",
        "Resolution 1973 was passed.",
        "It cost $2010.",
        "They won 3-2.",
        "Call 555-2010 for help.",
        "Empires rise and fall.",
        "A spring of fresh water.",
        "Flight 1549 landed.",
        "It is 2,025 metres high.",
        "Room 2019 is locked.",
        "Version 2.2019 is out.",
        "He lost three quarters of it.",
    ],
)
def test_not_a_time(sentence: str) -> None:
    """Verbs, names, marches, counts, prices and numbers of things."""
    assert [(e.text, e.rule) for e in find(sentence, ANCHOR)] == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It ended in May.", "2025-05"),
        ("It ended in March 2019.", "2019-03"),
        ("The 1984 film was cut.", "1984"),
        ("It ended on May 3.", "2025-05-03"),
        ("It ended on Sunday.", "2025-10-19"),
        ("It ended in April.", "2025-04"),
        ("By 2010, it had ended.", "2010"),
        ("It lasted thirty seconds.", "PT30S"),
    ],
)
def test_a_time_after_all(sentence: str, value: str) -> None:
    """The same words where they do mean a time."""
    assert [e.value for e in find(sentence, ANCHOR)] == [value]
