"""Which way a bare weekday or month points, and the words that say why."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.model import Direction
from timeline.timex import find
from timeline.timex.english.direction import lean
from timeline.timex.flat import flatten

SATURDAY = date(2025, 10, 25)


@pytest.mark.parametrize(
    ("sentence", "phrase", "day"),
    [
        ("The minister lands in Oslo on Monday.", "Monday", "2025-10-27"),
        ("The minister landed in Oslo on Monday.", "Monday", "2025-10-20"),
        ("The minister will land in Oslo on Monday.", "Monday", "2025-10-27"),
        ("The minister won't land in Oslo on Monday.", "Monday", "2025-10-27"),
        ("The minister is to land in Oslo on Monday.", "Monday", "2025-10-27"),
        ("The minister is expected to land on Monday.", "Monday", "2025-10-27"),
        ("The minister was due to land on Monday.", "Monday", "2025-10-27"),
        ("The minister is visiting Oslo on Monday.", "Monday", "2025-10-27"),
        ("The minister has visited Oslo since Monday.", "Monday", "2025-10-20"),
        ("The minister didn't land on Monday.", "Monday", "2025-10-20"),
        ("On Monday, the minister landed in Oslo.", "Monday", "2025-10-20"),
        ("On Monday, the minister will land in Oslo.", "Monday", "2025-10-27"),
        ("The vote, scheduled for Thursday, is a test.", "Thursday", "2025-10-30"),
        ("The minister vowed to return on Thursday.", "Thursday", "2025-10-30"),
        ("The minister failed to appear on Thursday.", "Thursday", "2025-10-23"),
        ("He spoke on Saturday of the flood.", "Saturday", "2025-10-25"),
        ("Thursday's flood was the worst.", "Thursday", "2025-10-23"),
        ("Flood in Oslo, Monday", "Monday", "2025-10-27"),
        ("Flood in Oslo, Thursday", "Thursday", "2025-10-23"),
        ("Aides said on Thursday that he will fly soon.", "Thursday", "2025-10-23"),
        ("Aides said that he will fly on Thursday.", "Thursday", "2025-10-30"),
        ("He could have flown on Thursday.", "Thursday", "2025-10-23"),
        ("A mill will shut on Saturday.", "Saturday", "2025-10-25"),
        ("Crews left, as planned, on Thursday.", "Thursday", "2025-10-23"),
        ("Four boats had left by Tuesday -- owners would not say why.", "Tuesday", "2025-10-21"),
        ("He hopes to win, and on Thursday, his party voted for him.", "Thursday", "2025-10-23"),
        ("Crews hope to return after retreating on Thursday.", "Thursday", "2025-10-23"),
        ("The crew that landed in Lima on Thursday will rest.", "Thursday", "2025-10-23"),
        ("On Thursday his brothers, who will be paid, sang.", "Thursday", "2025-10-23"),
        ("The first reports of the flood from Thursday were grim.", "Thursday", "2025-10-23"),
        ("Gunfire could be heard on Thursday.", "Thursday", "2025-10-23"),
        ("The seal could be broken on Thursday.", "Thursday", "2025-10-30"),
        ("They lose the farm if the case is heard on Thursday.", "Thursday", "2025-10-30"),
        ("They will have a rehearsal on Thursday.", "Thursday", "2025-10-30"),
        ("Inmates were to dance for invited guests on Thursday.", "Thursday", "2025-10-30"),
        ("Police closed two roads ahead of Monday's race.", "Monday", "2025-10-27"),
        ("Police had closed two roads before Thursday's race.", "Thursday", "2025-10-23"),
        ("The victims of Monday's crash will be buried soon.", "Monday", "2025-10-20"),
        ("He met none of the Thursday deadline's terms.", "Thursday", "2025-10-23"),
        ("On Thursday, a city-imposed curfew will start early.", "Thursday", "2025-10-30"),
        ("She waves as the boat arrives in Oslo on Thursday.", "Thursday", "2025-10-23"),
        ("Chemists are studying jars sent to them on Thursday.", "Thursday", "2025-10-23"),
        ("A barn was set alight on Thursday.", "Thursday", "2025-10-23"),
        ("A boat that had been due to dock on Thursday was lost.", "Thursday", "2025-10-23"),
        ("Unions have called for a strike on Thursday.", "Thursday", "2025-10-30"),
        ("Clerics have called for calm on Thursday.", "Thursday", "2025-10-23"),
        ("The storm could reach Bergen on Thursday.", "Thursday", "2025-10-30"),
        ("Thursday's race will be run at night.", "Thursday", "2025-10-30"),
        ("Few holders had signed by the Thursday deadline.", "Thursday", "2025-10-23"),
        ("The firm faces a Monday deadline.", "Monday", "2025-10-27"),
        ("Thursday's flood will be the last.", "Thursday", "2025-10-23"),
    ],
)
def test_weekday_follows_its_clause(sentence: str, phrase: str, day: str) -> None:
    """Past, future, scheduled present and no verb at all."""
    (value,) = [e.value for e in find(sentence, SATURDAY) if e.text == phrase]
    assert value == day


@pytest.mark.parametrize(
    ("sentence", "month"),
    [
        ("It was signed in July.", "2025-07"),
        ("It was signed in December.", "2024-12"),
        ("It will be signed in July.", "2026-07"),
        ("The July pact may be reopened.", "2025-07"),
        ("She is raising the rate to 3% by March.", "2026-03"),
        ("The rate must be at 3% by March.", "2026-03"),
        ("It was opened in October.", "2025-10"),
        ("He will wait until the March primaries.", "2026-03"),
        ("Mud would be poured in, much as after the slide in August.", "2025-08"),
    ],
)
def test_month_follows_its_clause(sentence: str, month: str) -> None:
    """Past, future, deadline, and a month that only qualifies a noun."""
    assert [e.value for e in find(sentence, SATURDAY)] == [month]


def test_a_year_that_opens_a_sentence_is_that_of_its_months() -> None:
    """Not of the sentences after it."""
    told = "In 1918, a mild wave began in April and a worse one on 3 September. In June, it rained."
    values = [e.value for e in find(told, SATURDAY, genre="news")]
    assert values == ["1918", "1918-04", "1918-09-03", "2025-06"]


def test_the_caller_knows_better_than_the_verb_reader() -> None:
    """`direction_at` wins where it answers and is asked at the expression's own offset."""
    text = "It was shut on Monday."
    asked: list[int] = []

    def ahead(offset: int) -> Direction | None:
        asked.append(offset)
        return Direction.FUTURE

    (told,) = find(text, SATURDAY, direction_at=ahead)
    assert told.value == "2025-10-27"
    assert asked[0] == text.index("Monday")
    (untold,) = find(text, SATURDAY, direction_at=lambda _: None)
    assert untold.value == "2025-10-20"


def test_nearest_is_past_on_a_tie_free_week_and_says_so() -> None:
    """Three days back beats four ahead; four back loses to three ahead."""
    (wednesday,) = find("Wednesday", SATURDAY)
    (tuesday,) = find("Tuesday", SATURDAY)
    assert (wednesday.value, tuesday.value) == ("2025-10-22", "2025-10-28")
    assert "nearest" in wednesday.reason


def test_reasons_name_the_verb() -> None:
    """The reason is a sentence with the phrase, the anchor and the verb."""
    (found,) = find("The envoy arrives on Sunday.", SATURDAY)
    assert found.reason == (
        "'Sunday' is the next Sunday after Saturday 25 October 2025, "
        "because 'arrives' is a scheduled present."
    )


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    """The verb before "Gen. Orlov" still governs the day after it."""
    text = "Troops met Gen. Orlov on Monday."
    start = text.index("Monday")
    assert lean(flatten(text), start, start + 6).direction is Direction.PAST


@pytest.mark.parametrize(
    ("sentence", "phrase", "value", "qualifier"),
    [
        ("She toured Peru until Wednesday.", "Wednesday", "2025-10-22", "until"),
        ("The mill was shut until Wednesday.", "Wednesday", "2025-10-29", "until"),
        (
            "The firm had until 9 a.m. Tuesday to reply.",
            "9 a.m. Tuesday",
            "2025-10-28T09:00",
            "until",
        ),
        ("She did not arrive until Thursday.", "Thursday", "2025-10-23", "exact"),
        ("She will not arrive until Thursday.", "Thursday", "2025-10-30", "after"),
        ("The hearing was moved to Friday.", "Friday", "2025-10-31", "exact"),
        ("The game was pushed back from Sunday to Monday.", "Sunday to Monday", "", "exact"),
    ],
)
def test_until_and_moved_to(sentence: str, phrase: str, value: str, qualifier: str) -> None:
    """Until ends what is past, a negated until begins it, and what is moved to a day is ahead."""
    (found,) = find(sentence, date(2025, 10, 25))
    assert found.text == phrase
    assert found.value == (value or "2025-10-26/2025-10-27")
    assert found.when is not None
    assert found.when.qualifier == qualifier
