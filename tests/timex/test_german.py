"""German: direction by its verbs, bounds by its prepositions, spellings, traps and numbers."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Bounds, Precision, Qualifier, TimexType, When
from timeline.timex import find
from timeline.timex.german import numbers
from timeline.timex.german.letters import LETTERS, forms

SATURDAY = date(2025, 10, 25)
PAST, FUTURE = "2025-10-21", "2025-10-28"
MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
).split()
WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Die Ministerin landete am Dienstag in Oslo.", PAST),
        ("Die Ministerin ist am Dienstag in Oslo gelandet.", PAST),
        ("Die Ministerin kam am Dienstag in Oslo an.", PAST),
        ("Am Dienstag wurde die Ministerin empfangen.", PAST),
        ("Die Ministerin hat am Dienstag, wie erwartet, Oslo verlassen.", PAST),
        ("Die Ministerin soll am Dienstag gelogen haben.", PAST),
        ("Sie sagte, sie habe am Dienstag davon erfahren.", PAST),
        ("Der Unfall am Dienstag, bei dem niemand starb, erschreckte alle.", PAST),
        ("Der am Dienstag verhaftete Mann schweigt.", PAST),
        ("Der Beschluss vom Dienstag gilt.", PAST),
        ("Die Ministerin wird am Dienstag landen.", FUTURE),
        ("Die Ministerin landet am Dienstag und spielt dann Karten.", FUTURE),
        ("Die Ministerin soll am Dienstag landen.", FUTURE),
        ("Die Ministerin will am Dienstag landen.", FUTURE),
        ("Die Ministerin würde am Dienstag landen.", FUTURE),
        ("Die Landung ist für Dienstag geplant.", FUTURE),
        ("Sie sagte, sie werde am Dienstag kommen.", FUTURE),
        ("Sie kündigte an, dass sie am Dienstag zurücktreten werde.", FUTURE),
        ("Die am Dienstag beginnende Messe ist groß.", FUTURE),
        ("Verhandelt wird am Dienstag.", FUTURE),
        ("Der Brief kam gestern an und wird am Dienstag verlesen.", FUTURE),
        ("Das Bild wurde gemalt und ist am Dienstag zu sehen.", FUTURE),
    ],
)
def test_the_clause_directs_a_weekday(sentence: str, day: str) -> None:
    """Finite verbs, perfects parted by a clause, Konjunktiv and attributes before a noun."""
    assert [e.value for e in find(sentence, SATURDAY, language="de")][-1:] == [day]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            "Es muss spätestens am 3. November öffnen.",
            "3. November",
            When.within(SATURDAY, date(2025, 11, 3), Precision.DAY, Qualifier.BY),
        ),
        (
            "Es wird vor dem 3. November öffnen.",
            "3. November",
            When.within(None, date(2025, 11, 2), Precision.DAY, Qualifier.BEFORE),
        ),
        (
            "Es ist seit 2019 geschlossen.",
            "2019",
            When.lasted(
                Bounds(date(2019, 1, 1), date(2019, 12, 31)),
                Bounds(SATURDAY, None),
                Precision.YEAR,
                Qualifier.SINCE,
            ),
        ),
        (
            "Es bleibt bis Dienstag geschlossen.",
            "Dienstag",
            When.lasted(
                Bounds(None, SATURDAY),
                Bounds(date(2025, 10, 28), date(2025, 10, 28)),
                Precision.DAY,
                Qualifier.UNTIL,
            ),
        ),
        (
            "Es brannte Ende September.",
            "Ende September",
            When.within(date(2025, 9, 21), date(2025, 9, 30), Precision.MONTH, Qualifier.LATE),
        ),
        (
            "Es entstand Anfang der Zwanzigerjahre.",
            "Anfang der Zwanzigerjahre",
            When.within(date(1920, 1, 1), date(1923, 12, 31), Precision.DECADE, Qualifier.EARLY),
        ),
        (
            "Es dauert vom 3. bis 5. November.",
            "3. bis 5. November",
            When.lasted(
                Bounds(date(2025, 11, 3), date(2025, 11, 3)),
                Bounds(date(2025, 11, 5), date(2025, 11, 5)),
                Precision.DAY,
            ),
        ),
        (
            "Es entstand zwischen 2019 und 2021.",
            "2019 und 2021",
            When.within(date(2019, 1, 1), date(2021, 12, 31), Precision.YEAR, Qualifier.BETWEEN),
        ),
        (
            "Es geschah vor drei Jahren.",
            "vor drei Jahren",
            When.within(date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR),
        ),
    ],
)
def test_bounds(text: str, phrase: str, expected: When) -> None:
    """Prepositions act on the bounds, Anfang, Mitte and Ende on the third."""
    assert [e.when for e in find(text, SATURDAY, language="de") if e.text == phrase] == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Von Donnerstag, 30. Oktober, bis Sonntag, 2. November, ist zu.", "2025-10-30/2025-11-02"),
        ("Es war von 1998 bis 2004 offen.", "1998/2004"),
        ("Es war die ersten drei Monate des Jahres 2014 offen.", "2014-01/2014-03"),
        ("Es endete drei Wochen nach dem 12. Mai 2020.", "2020-06-02"),
        ("Es war in der Nacht des 14. Mai 2020.", "2020-05-14TNI"),
    ],
)
def test_two_expressions_become_one(text: str, value: str) -> None:
    """Ranges, parts of a span and lengths counted from a date."""
    assert [e.value for e in find(text, SATURDAY, language="de")] == [value]


def test_a_day_and_its_hour_are_one() -> None:
    """The clock is kept beside the day."""
    (found,) = find("Es begann am Mittwoch um halb acht.", SATURDAY, language="de")
    assert (found.value, found.type) == ("2025-10-22T07:30", TimexType.TIME)
    assert found.when is not None
    assert found.when.clock == time(7, 30)


def test_opening_hours_are_of_no_one_day() -> None:
    """Hours of a list of days, or of none, name no date."""
    found = find("Am 3. und 4. November von 10 bis 18 Uhr.", SATURDAY, language="de")
    assert [e.value for e in found] == ["2025-11-03", "2025-11-04", "T10:00", "T18:00"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Im März und im Jänner", ["2026-03", "2026-01"]),
        ("Im Maerz und im Jaenner", ["2026-03", "2026-01"]),
        ("übermorgen oder uebermorgen", ["2025-10-27", "2025-10-27"]),
        ("nächstes Jahr oder naechstes Jahr", ["2026", "2026"]),
        ("dreißig Tage oder dreissig Tage", ["P30D", "P30D"]),
        ("die dreijährige Frist, die zehnjährige Laufzeit", ["P3Y", "P10Y"]),
    ],
)
def test_umlauts_and_how_texts_without_them_write(sentence: str, value: list[str]) -> None:
    """ä is ae, ß is ss; offsets stay those of the text."""
    found = find(sentence, SATURDAY, language="de")
    assert [e.value for e in found] == value
    assert all(sentence[e.start : e.end] == e.text for e in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Frau Mai lachte.",
        "Herr Freitag und Herr Sommer lachten.",
        "Es kostet 2010 Euro.",
        "Die Hütte liegt auf 1987 Metern.",
        "Sie gewannen vor 2000 Zuschauern mit 3:2.",
        "Sie lief 10.45 Sekunden.",
        "Guten Morgen und gute Nacht!",
        "Die Weihnachtsferien sind kurz.",
        "Sie wurde am dritten Spieltag Zweite.",
        "Die Preise stiegen um 3.5 Prozent.",
        "Das 3. Rennen und die 25. Auflage.",
        "Die Mai-Ausgabe ist vergriffen.",
    ],
)
def test_not_a_time(sentence: str) -> None:
    """Names, counts, prices, scores, greetings and compounds."""
    assert [(e.text, e.rule) for e in find(sentence, SATURDAY, language="de")] == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zwölf", 12),
        ("einundzwanzig", 21),
        ("siebenundsechzig", 67),
        ("hundert", 100),
        ("zweihundertfünfzig", 250),
        ("zweitausenddreihundertvierundfünfzig", 2354),
        ("dreieinhalb", 3.5),
        ("anderthalb", 1.5),
        ("1.200", 1200),
        ("2,5", 2.5),
        ("einige", None),
        ("und", None),
    ],
)
def test_number_words(words: str, value: float | None) -> None:
    """Compound words, halves and digits; both spellings of umlauts."""
    assert {numbers.number(form.lower()) for form in forms(words)} == {value}


def test_letters_keep_one_byte_a_character() -> None:
    """A place holder is one ASCII letter."""
    assert all(len(plain) == 1 and plain.isascii() for plain in LETTERS.values())


@settings(max_examples=60)
@given(
    st.dates(date(1901, 1, 1), date(2098, 12, 31)),
    st.dates(date(1000, 1, 1), date(9000, 12, 31)),
    st.sampled_from(
        [
            "{d}. {month} {y}",
            "{wd}, {d}. {month} {y}",
            "{wd}, den {d}. {month} {y}",
            "{d}.{m}.{y}",
            "{d:02}.{m:02}.{y}",
            "{y}-{m:02}-{d:02}",
        ]
    ),
)
def test_a_day_written_out_reads_back(day: date, anchor: date, form: str) -> None:
    """Rendering a day in any supported form and reading it back is the identity."""
    written = form.format(
        d=day.day, m=day.month, y=day.year, month=MONTHS[day.month - 1], wd=WEEKDAYS[day.weekday()]
    )
    found = find(f"Es sank am {written} im Meer.", anchor, language="de")
    assert [e.value for e in found] == [day.isoformat()]


_PIECES = st.sampled_from(
    "am im vom bis zum ab vor nach seit zwischen und 3. 4. Mai März Jänner Freitag Montagabend "
    "letzten nächsten diesen heute morgen übermorgen Uhr 14.30 halb acht drei Jahren Tage später "
    "2019 1990er Jahrhundert Quartal Sommer Ende Anfang der des jeden täglich Weihnachten Vorjahr "
    "24.12. 9999 dreijährig ½ – , . ( \u2028 �".split(" ")
)


@given(st.lists(_PIECES, max_size=30).map(" ".join), st.dates())
def test_extents_are_true_and_apart(text: str, anchor: date) -> None:
    """Each expression stands where it says, in order, overlapping none, for any anchor."""
    end = 0
    for e in find(text, anchor, language="de"):
        assert text[e.start : e.end] == e.text
        assert e.start >= end
        assert e.text.strip()
        end = e.end


@given(st.text(max_size=300), st.dates())
def test_any_text_is_read_without_an_error(text: str, anchor: date) -> None:
    """All of Unicode, any anchor from year 1 to 9999."""
    for e in find(text, anchor, language="de"):
        assert text[e.start : e.end] == e.text
