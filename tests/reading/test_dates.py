"""Where an article's date is found, and when it is refused."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Article
from timeline.notation import MONTHS
from timeline.reading import ArticleError, DateError, read_text, stated_date
from timeline.reading.dateline import days_before
from timeline.reading.dates import given_date, whole_date

BODY = "Ada Moss flew to Rome on Monday. She said that she would stay."
OCT25 = date(2025, 10, 25)

# What stands above the body, the date, how it was found, and the title.
FOUND = [
    ("date 2025-10-25 ", OCT25, "first words", ""),
    (" date 2025-10-25 ", OCT25, "first words", ""),
    ("\ufeffDate: 2025-10-25\n", OCT25, "first words", ""),
    ("date 2025-10-25\nMoss in Rome\n\n", OCT25, "first words", "Moss in Rome"),
    ("date 2025-10-25 \nMoss in Rome\n\nROME (AP) — ", OCT25, "first words", "Moss in Rome"),
    ("Published: October 25, 2025 at 3:14 PM EDT\n\n", OCT25, "published line", ""),
    ("Published: 2025-10-25T23:30:00Z\n", OCT25, "published line", ""),
    ("**Published:** Sat, 25 Oct 2025 23:50:00 -0700\n", OCT25, "published line", ""),
    ("Posted 25 October 2025\n", OCT25, "published line", ""),
    ("Publication date: 25/10/2025\n", OCT25, "published line", ""),
    ("Published: 25.10.2025\n", OCT25, "published line", ""),
    ("Date: 10/25/2025\n", OCT25, "published line", ""),
    ("Published: 05/05/2025\n", date(2025, 5, 5), "published line", ""),
    ("Published: 03.04.2025\n", date(2025, 4, 3), "published line", ""),
    ("Updated: 27 October 2025\nPublished: 25 October 2025\n", OCT25, "published line", ""),
    ("Moss in Rome\n\nUpdated 25 October 2025, 14:05\n", OCT25, "updated line", "Moss in Rome"),
    (
        "Title: Moss in Rome\nDate: October 25, 2025\n\n",
        OCT25,
        "published line",
        "Moss in Rome",
    ),
    (
        '---\ntitle: "Moss in Rome"\ndate: 2025-10-25\n---\n\n',
        OCT25,
        "published line",
        "Moss in Rome",
    ),
    (
        "Moss in Rome\nFriday, July 21, 2017\n\n",
        date(2017, 7, 21),
        "date line",
        "Moss in Rome",
    ),
    ("25 October 2025\n\n", OCT25, "date line", ""),
    ("25 October 2025\nMoss in Rome\n\n", OCT25, "date line", "Moss in Rome"),
    (
        "# Moss in Rome\n\nBy Bo Lind\n\nOct. 25, 2025 3:14 pm ET\n\n",
        OCT25,
        "date line",
        "Moss in Rome",
    ),
    (
        "Moss in Rome\n\nWhat she hopes to find\n\n25th October, 2025\n",
        OCT25,
        "date line",
        "Moss in Rome",
    ),
    ("Moss in Rome\nMarch 30, 2025 | 10:02 AM\n", date(2025, 3, 30), "date line", "Moss in Rome"),
    ("25. Oktober 2025\n", OCT25, "date line", ""),
    ("samedi 25 octobre 2025\n", OCT25, "date line", ""),
    ("25 de octubre de 2025\n", OCT25, "date line", ""),
    ("2025年10月25日\n", OCT25, "date line", ""),
    ("ROME, Oct. 25, 2025 (AP) — ", OCT25, "dateline", ""),
    ("Moss in Rome\n\nROME (Reuters) – 25 October 2025 – ", OCT25, "dateline", "Moss in Rome"),
    ("NEW YORK, N.Y., Jan. 3, 2024 -- ", date(2024, 1, 3), "dateline", ""),
    ("KUALA LUMPUR, Malaysia, Sat, 25 Oct 2025 - ", OCT25, "dateline", ""),
    ("TURIN, Italy, Oct. 25, 2025 (AP) _ ", OCT25, "dateline", ""),
]


@pytest.mark.parametrize(("above", "day", "source", "title"), FOUND)
def test_the_date_is_found_above_the_article(
    above: str, day: date, source: str, title: str
) -> None:
    article = read_text(above + BODY)
    assert (article.date, article.date_source, article.title) == (day, source, title)
    assert article.text[article.body_start :] == BODY
    assert article.date_text
    assert article.date_text in article.text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"KUALA LUMPUR, Oct 26 — {BODY} It began on 24 October 2025.", date(2025, 10, 26)),
        (
            f"WASHINGTON, Dec. 31 (Reuters) - {BODY} Talks resume on 2 January 2026.",
            date(2025, 12, 31),
        ),
        (f"PARIS, 2 Jan — {BODY} They left on December 30, 2025.", date(2026, 1, 2)),
        (f"ROME, Oct 26 — {BODY} Born on 3 May 1970, she ran on 1 October 2025.",
         date(2025, 10, 26)),
        (f"ROME, Oct 26 — {BODY} It began on 26 September 2025.", date(2025, 10, 26)),
    ],
)  # fmt: skip
def test_a_dateline_takes_its_year_from_the_only_full_date_near_it(text: str, day: date) -> None:
    article = read_text(text)
    assert (article.date, article.date_source) == (day, "dateline")


REFUSED = [
    ("", "not in its first lines"),
    ("ROME (AP) — ", "not in its first lines"),
    ("Updated 3 hours ago\n", "not in its first lines"),
    ("Published: Monday\n", "not in its first lines"),
    ("25 October\n", "not in its first lines"),
    ("October 2025\n", "not in its first lines"),
    ("KUALA LUMPUR, Oct 26 — ", "nothing near it says of which year"),
    ("Published: 03/04/2025\n", "2025-04-03 (day first) or as 2025-03-04 (month first)"),
    ("Feb 30, 2025\n", "no such day"),
    ("date 2025-13-01 ", "no such day as 2025-13-01"),
    ("date 2025-02-29 ", "no such day as 2025-02-29"),
    ("date 0001-01-01 ", "outside the years 1000 to 9000"),
    ("date 9999-12-31 ", "outside the years 1000 to 9000"),
    ("date 0000-01-01 ", "no such day"),
]


@pytest.mark.parametrize(("above", "message"), REFUSED)
def test_without_a_usable_date_the_error_says_how_to_give_one(above: str, message: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_text(above + BODY)
    assert message in caught.value.message
    assert "date" in caught.value.hint
    assert str(caught.value).startswith(f"{caught.value.message} {caught.value.hint}")
    # A page has a field for it: what it shows must not send people to a command.
    assert "--" not in caught.value.message + caught.value.hint


@pytest.mark.parametrize("above", [above for above, _ in REFUSED])
def test_a_given_date_goes_before_whatever_the_text_says(above: str) -> None:
    article = read_text(above + BODY, date="2025-10-25")
    assert (article.date, article.date_source, article.date_text) == (OCT25, "given", "")


@pytest.mark.parametrize(
    "told",
    [
        "On 1 May 2023 and on 1 May 2024.",
        "On 20 October 2023 and on 30 October 2024.",
        "She was born on 3 May 1970 in Lima.",
        "It began on 25 September 2025.",
    ],
)
def test_dates_far_off_or_of_different_years_do_not_settle_a_dateline(told: str) -> None:
    with pytest.raises(ArticleError, match="of which year"):
        read_text(f"ROME, Oct 26 — {BODY} {told}")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Oct 20", ["2025-10-20", "2024-10-20", "2023-10-20"]),
        ("1 March", ["2026-03-01", "2025-03-01", "2024-03-01"]),
        ("Sat, Oct 25", ["2025-10-25", "2014-10-25", "2008-10-25"]),
        ("Feb. 29", ["2024-02-29", "2020-02-29", "2016-02-29"]),
        ("Feb 30", []),
    ],
)
def test_what_a_day_and_a_month_may_mean_is_counted_back_from_a_day(
    words: str, days: list[str]
) -> None:
    assert [str(day) for day in days_before(words, date(2026, 3, 1))] == days


def test_an_error_carries_what_is_known_of_the_date() -> None:
    with pytest.raises(DateError) as caught:
        read_text(f"KUALA LUMPUR, Oct 26 — {BODY}")
    assert (caught.value.yearless, caught.value.readings) == ("Oct 26", ())
    with pytest.raises(DateError) as caught:
        read_text(f"Published: 03/04/2025\n\n{BODY}")
    assert caught.value.readings == (date(2025, 4, 3), date(2025, 3, 4))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Published: 3 May 2024\n\n{BODY}", date(2024, 5, 3)),
        (f"ROME, Oct. 25, 2025 (AP) — {BODY}", OCT25),
        (f"ROME, Oct 26 — {BODY}", None),
        (BODY, None),
    ],
)
def test_the_date_that_a_text_states(text: str, day: date | None) -> None:
    assert stated_date(text) == day


@pytest.mark.parametrize("below", ["3 May 1970", "Updated: 5 May 2011", "Published: 5 May 2011"])
@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("", "The minister met the crews."),
        ("", "She said:\n“They can go.”"),
        ("Moss in Rome\n\n", "The minister met the crews."),
        ("Moss in Rome\n\n", "“They can go!”"),
        ("Moss in Rome\n\n", "Did she (or did they?)"),
    ],
)
def test_a_date_under_a_sentence_is_part_of_the_article(below: str, title: str, lead: str) -> None:
    text = f"{title}{lead}\n{below}\n\nShe was born then."
    with pytest.raises(ArticleError, match="not in its first lines"):
        read_text(text)
    article = read_text(text, date="2025-10-25")
    assert article.text[article.body_start :].startswith(lead)
    dated = read_text(f"Published: 25 October 2025\n\n{text}")
    assert (dated.date, dated.date_source) == (OCT25, "published line")
    assert dated.text[dated.body_start :].startswith(lead)


def test_a_date_in_the_middle_of_an_article_is_not_its_date() -> None:
    lines = "\n".join(f"This is line number {n}, and it says little." for n in range(40))
    with pytest.raises(ArticleError, match="not in its first lines"):
        read_text(f"{lines}\n25 October 2025\n{BODY}")


@pytest.mark.parametrize(
    "text",
    [
        "NATO — which has 32 members — met. 25 October 2025 was the day.",
        "Published reports of 25 October 2025 speak of a storm.",
        "The date 2025-10-25 was chosen long ago.",
    ],
)
def test_a_sentence_is_not_a_dateline(text: str) -> None:
    with pytest.raises(ArticleError, match="not in its first lines"):
        read_text(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (OCT25, OCT25),
        (datetime(2025, 10, 25, 23, 59), OCT25),
        ("2025-10-25", OCT25),
        (" 25 October 2025 ", OCT25),
        ("Oct 25, 2025", OCT25),
        ("1000-01-01", date(1000, 1, 1)),
        ("9000-12-31", date(9000, 12, 31)),
    ],
)
def test_a_date_can_be_given_in_many_forms(value: date | str, expected: date) -> None:
    assert given_date(value) == expected


@pytest.mark.parametrize(
    "value",
    ["bla", "25 October", "yesterday", "03/04/2025", "0999-12-31", date(9001, 1, 1), "2025"],
)
def test_what_is_not_a_full_date_cannot_be_given(value: date | str) -> None:
    with pytest.raises(ArticleError):
        given_date(value)


@given(st.dates(date(1000, 1, 1), date(9000, 12, 31)))
def test_every_day_can_be_written_in_three_ways(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
    ]
    assert [whole_date(form) for form in forms] == [day, day, day]


@given(st.text(max_size=300), st.booleans())
def test_any_text_gives_an_article_or_a_clear_error(text: str, dated: bool) -> None:
    try:
        article = read_text(text, date=OCT25 if dated else None)
    except ArticleError as error:
        assert error.message.endswith(".")
        assert error.hint
    else:
        assert isinstance(article, Article)
        assert 0 <= article.body_start < len(article.text) == len(text)


def test_the_machine_s_clock_is_never_asked() -> None:
    clocks = re.compile(r"\b(?:today|now|utcnow|localtime|gmtime)\(|time\.time\(")
    root = Path(__file__).resolve().parents[2] / "timeline"
    # The page alone draws a line at the reader's own day; nothing is counted from it.
    sources = [path for path in sorted(root.rglob("*.py")) if "dashboard" not in path.parts]
    assert len(sources) > 20
    asking = [
        f"{path.name}:{number}"
        for path in sources
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if clocks.search(line)
    ]
    assert asking == []
