"""What only looks like time in German: Frau Mai, 2000 Euro, Herr Freitag, der Winter-Schlager."""

from __future__ import annotations

import re

from timeline.timex.german.letters import spellings, spelt
from timeline.timex.rule import Place

# what stands before a number that is a name or an amount, not a year
_NUMBER_OWNERS = spellings(
    """
    rund etwa knapp fast über circa ca. mehr weniger als mindestens höchstens insgesamt nur euro
    artikel nummer nr. paragraf seite flug boeing tel. telefon resolution richtlinie verordnung
    platz postfach raum zimmer kanal modell dollar chf eur usd zirka ungefähr beinahe maximal bis zu
    """
) - {"bis", "zu"}
_COUNTED = spellings(
    """
    euro dollar franken lire lire menschen personen besucher zuschauer teilnehmer mitglieder
    einwohner schüler kinder frauen männer soldaten arbeiter mitarbeiter beschäftigte stellen
    meter metern metre kilometer kilometern km m kg kilo kilogramm tonnen liter litern hektar
    quadratmeter quadratmetern kubikmeter kubikmetern stimmen sitze plätze plätzen betten
    wohnungen häuser fahrzeuge autos punkte punkten prozent grad stück seiten mal seemeilen
    höhenmeter höhenmetern watt kilowatt stunden tage tagen wochen monate monaten jahre jahren
    minuten millionen milliarden tausend hundert unterschriften betriebe unternehmen tote toten
    gäste gästen zuhörer athleten läufer läufern tiere tieren exemplare exemplaren arbeitsplätze
    uhr
    """
)
_YEAR_OWNERS = spellings(
    "im in seit bis ab von vom nach vor jahr jahre jahres um anno zwischen und"
)
_TITLES = spellings("herr herrn frau dr. prof. familie")
_SPEAKING = spellings("sagt sagte meint meinte erklärt erklärte betont betonte")
# what stands before a season or a month that is one
_BEFORE_A_TIME = spellings(
    """
    im des dem den der seit bis ab vom zum jeden jeder dieser diesem diesen dieses letzten
    vergangenen kommenden nächsten vorigen anfang mitte ende beginn zwischen und oder ganzen früher
    später folgenden dieses ins in von nach vor für pro je
    """
)


def is_a_name(at: Place) -> bool:
    """Whether a capitalised weekday, month or season is a person's surname or first name."""
    before = at.before(30)
    words = before.split()
    previous = words[-1] if words and before[-1:] in " \n" else ""
    if previous.lower() in _TITLES:
        return True
    following = at.after(16).split()
    if previous and previous.lower() not in _BEFORE_A_TIME and following[:1]:
        return following[0].strip(".,") in _SPEAKING
    return False


def needs_a_preposition(at: Place) -> bool:
    """Whether a season stands without any word that would make it one: "Peter Sommer"."""
    words = at.words_before()
    return not words or words[0].strip('"(') not in _LOWER_BEFORE


_LOWER_BEFORE = frozenset(word.lower() for word in _BEFORE_A_TIME)


def number_not_a_year(year: int, at: Place) -> bool:
    """Whether four digits that could be a year are a price, a name or a count."""
    before, after = at.before(24), at.after(24)
    last = before[-1:]
    if last in ("$", "#", "+", ":", "/", ".", ",", "@", "_", "=", "*", "%", "&"):
        return not (last in ",/:" and before[-2:-1].isalpha())
    if last == "-" and before[-2:-1].isdigit():
        return True
    if after[:1] in ("%", "_", "@", "=", "*") or (
        after[:1] in (",", ".", "-", ":") and after[1:2].isdigit()
    ):
        return True
    if after[:1] == "/" and not re.match(r"/\d\d?(?!\d)", after):
        return True
    if re.match(r" \d{3}(?!\d)", after) or re.search(r"\d $", before):
        return True
    previous = before.split()
    low = previous[-1].lower().strip("\"'(`") if previous else ""
    if low in _OWNERS:
        return True
    following = re.match(r"[ \n](?:bis \d+ )?([A-Za-z]+)", after)
    if following and following.group(1).lower().removesuffix("n") in _COUNTED_LOWER:
        return True
    if year % 100 == 0 and year != 2000 and low not in _YEAR_OWNERS and last != "(":
        return True  # a round number is a count more often than a year
    return not 1200 <= year <= 2099 or (year < 1500 and low not in _YEAR_OWNERS)


_OWNERS = frozenset(word.lower() for word in _NUMBER_OWNERS)
_COUNTED_LOWER = frozenset(word.lower().removesuffix("n") for word in _COUNTED)
_SCORE = re.compile(spelt(r"[ \n]?(?:%|Prozent\b|Euro\b|Grad\b|Punkte)"))


def not_a_date(at: Place) -> bool:
    """Whether a number belongs to something longer, such as a score or a price."""
    after = at.after(10)
    if _SCORE.match(after) or (after[:1] in ".,:" and after[1:2].isdigit()):
        return True
    return at.before(1) in ("$", "#") or (at.before(1) == "/" and at.before(2)[:1].isdigit())
