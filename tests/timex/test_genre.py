"""News, narrative and messages: what a bare date hangs on, and how the text tells which it is."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.timex import find
from timeline.timex.english.genre import genre_of
from timeline.timex.flat import flatten
from timeline.timex.genre import Genre

ANCHOR = date(2025, 10, 25)
STORY = (
    "The canal was begun in 1848. In June 1849 a bank fell in, and in 1850 the company failed. "
    "It was bought in March 1851, and dug anew until 1853. "
)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (STORY, Genre.NARRATIVE),
        ("The minister said on Friday that the canal, opened in 1853, was shut.", Genre.NEWS),
        ("The canal was shut.", Genre.NEWS),
        ("The canal was begun in 2024 and shut in 2025; it was sold in 2026.", Genre.NEWS),
        ("Oslo, 25 October 2025\n\n" + STORY, Genre.NEWS),
        ("Ansgar died in 865. In 912 Olaf built a church, which burned in 947.", Genre.NARRATIVE),
        ("The ferry holds 865. In 912 cases it was late, in 947 it was not.", Genre.NEWS),
        ("omg the canal #oslo", Genre.MESSAGE),
        ("We walked along the canal :)", Genre.MESSAGE),
    ],
)
def test_the_text_says_what_it_is(text: str, genre: Genre) -> None:
    """Years that are not its own make a narrative, chat makes a message."""
    assert genre_of(flatten(text), ANCHOR) is genre


@pytest.mark.parametrize(
    ("sentence", "phrase", "value"),
    [
        ("In June the first boat passed.", "June", "1853-06"),
        ("On 3 May the first boat passed.", "3 May", "1853-05-03"),
        ("On 3 May 1854 a lock broke. On 9 June it was mended.", "9 June", "1854-06-09"),
        ("On 3 December 1854 a lock broke. On 9 January it was mended.", "9 January", "1855-01-09"),
        ("On 3 May 1854 a lock broke. In March it had leaked.", "March", "1854-03"),
        ("On 3 May 1854 a lock broke. On Friday it was mended.", "Friday", "1854-05-05"),
        ("In May 1854 a lock broke. On Friday it was mended.", "Friday", "XXXX-WXX-5"),
        ("On 3 May 1854 a lock broke. On the 9th it was mended.", "the 9th", "1854-05-09"),
        ("It is still in use today.", "today", "PRESENT_REF"),
        ("In 1854 a lock broke. In this year it was mended.", "this year", "1854"),
        (
            "In 1854 a lock broke; the previous year it had leaked. In May it burst.",
            "May",
            "1854-05",
        ),
    ],
)
def test_a_narrative_tells_its_own_time(sentence: str, phrase: str, value: str) -> None:
    """Bare dates follow the story, and where the story has no day there is none to give."""
    assert [e.value for e in find(STORY + sentence, ANCHOR) if e.text == phrase] == [value]


def test_the_same_words_as_news_hang_on_the_article() -> None:
    """The genre can be said, and then nothing is guessed."""
    text = STORY + "On Friday a lock broke."
    assert find(text, ANCHOR, genre="news")[-1].value == "2025-10-24"
    assert find(text, ANCHOR, genre=Genre.NARRATIVE)[-1].value == "XXXX-WXX-5"


def test_what_stands_in_brackets_does_not_move_the_story() -> None:
    """The years of a life are not when the story goes on."""
    text = STORY + "Its engineer (1801-1879) resigned in June."
    assert find(text, ANCHOR)[-1].value == "1853-06"


def test_an_unknown_genre_is_refused() -> None:
    """A misspelt genre is an error, not a guess."""
    with pytest.raises(ValueError, match="poem"):
        find("In June.", ANCHOR, genre="poem")


def test_an_unknown_language_is_refused() -> None:
    """So is a language without a grammar, and the message lists those that have one."""
    with pytest.raises(ValueError, match="en"):
        find("In June.", ANCHOR, language="tlh")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("such a long evening #oslo", "2025-10-25TEV"),
        ("The ferry leaves 6am tmr #oslo", "2025-10-26T06:00"),
        ("this week is mad lol", "2025-W43"),
        ("only 4 more weeks #oslo", "PXW"),
        ("lol only mon - wed", "2025-10-20/2025-10-22"),
    ],
)
def test_messages_are_of_their_own_day(text: str, value: str) -> None:
    """What a line of chat calls the evening is its writer's."""
    assert [e.value for e in find(text, ANCHOR)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It ran from May to July 1987.", ["1987-05/1987-07"]),
        ("It ran from November to February 1987.", ["1986-11/1987-02"]),
        ("It ran from 3 May 1987 to 9 January.", ["1987-05-03/1988-01-09"]),
        ("It will run from Thursday to Monday.", ["2025-10-30/2025-11-03"]),
        ("It will run from August to October.", ["2026-08/2026-10"]),
        ("It opened two days after 3 May 1987.", ["1987-05-05"]),
        ("It opened three weeks before 3 May 1987.", ["1987-04-12"]),
        ("It opened two years after 1987.", ["1989"]),
        ("It rained for the first two weeks of May 1987.", ["1987-05-01/1987-05-14"]),
        ("It opened two days after May 1987.", ["P2D", "1987-05"]),
    ],
)
def test_dates_that_belong_together(text: str, values: list[str]) -> None:
    """Years, ends of ranges and lengths beside a date are read with it, never finer than it."""
    assert [e.value for e in find(text, ANCHOR)] == values


@pytest.mark.parametrize(
    ("text", "phrase", "first", "last"),
    [
        ("A mill burned in March 1987. The next morning it rained.", "The next morning", 2, 1),
        ("A mill burned in March 1987. That night it rained.", "That night", 1, 31),
    ],
)
def test_no_part_of_a_day_without_a_day(text: str, phrase: str, first: int, last: int) -> None:
    """The morning after something in a month is on some day of that month, or the next."""
    (when,) = [e.when for e in find(text, ANCHOR) if e.text == phrase]
    assert when is not None
    assert when.start == date(1987, 3, first)
    assert when.finish == (date(1987, 3, last) if last > 1 else date(1987, 4, 1))


def test_a_time_in_brackets_is_the_same_time() -> None:
    """ "10:35 a.m. (0735 GMT) Friday" is one time of one day."""
    (found,) = find("It fell at 10:35 a.m. (0735 GMT) Friday.", ANCHOR)
    assert found.value == "2025-10-24T10:35"
