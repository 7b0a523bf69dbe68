"""English words for months, weekdays, units and numbers, as fragments that rules are built of."""

from __future__ import annotations

from timeline.timex.english import numbers
from timeline.timex.patterns import S

_MONTHS = {
    "jan": "january",
    "feb": "february",
    "mar": "march",
    "apr": "april",
    "may": "may",
    "jun": "june",
    "jul": "july",
    "aug": "august",
    "sep": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
}
MONTHS = {short: n for n, short in enumerate(_MONTHS, 1)}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name[:3]: n for n, name in enumerate(_DAYS)}
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_ABBREVIATED = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"

FRAGMENTS: dict[str, str] = {
    "S": S,
    # any spelling of a month, for use beside a day or a year
    "MONTH": rf"(?:{'|'.join(_MONTHS.values())}|(?:{_ABBREVIATED})\.?)",
    # a month that may stand alone: capitals, and May only as May
    "BARE_MONTH": "(?-i:"
    + "|".join(name.title() for name in _MONTHS.values())
    + "|"
    + "|".join(name.upper() for name in _MONTHS.values())
    + r"|january|february|april|june|july|august|september|october|november|december"
    r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)",
    "WEEKDAY": rf"(?:{'|'.join(_DAYS)})",
    "WDAY": rf"(?:{'|'.join(_DAYS)}|(?:mon|tues?|weds?|thurs?|thur?|fri|sat|sun)\.?)",
    "DAY": r"(?:0?[1-9]|[12]\d|3[01])(?:{S}?(?:st|nd|rd|th))?".replace("{S}", " "),
    # a day as it is spoken after its month: "May twenty-nine"
    "SPOKEN_DAY": r"(?:(?:twenty|thirty)[ -](?:one|two|three|four|five|six|seven|eight|nine))",
    "ORD": rf"(?:{numbers.ORDINAL_WORD}|\d{{1,2}}(?:st|nd|rd|th))",
    "YEAR": r"(?:1[0-9]\d\d|20\d\d)",
    "ANY_YEAR": r"(?:[1-9]\d{3})",
    "YEAR_WORDS": f"(?:{numbers.YEAR_WORDS})",
    "NUM": f"(?:{numbers.NUMBER})",
    "COUNT": f"(?:{numbers.NUMBER}|{numbers.VAGUE}|an?|another|half an?)",
    "VAGUE": f"(?:{numbers.VAGUE})",
    "UNIT": r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|season|year"
    r"|decade|century|millennium|min|hr|sec|yr)",
    "UNITS": r"(?:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|fortnights?|months?"
    r"|quarters?|years?|decades?|centur(?:y|ies)|millenni(?:um|a|ums)|mins?|hrs?|secs?|yrs?)",
    "CALUNIT": r"(?:day|week|fortnight|month|quarter|year|decade|century|millennium)",
    "CALUNITS": r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?"
    r"|centur(?:y|ies)|millenni(?:um|a|ums))",
    "SEASON": r"(?:spring|summer|autumn|fall|winter)",
    "PART": r"(?:morning|afternoon|evening|night|noon|midnight|midday|lunchtime|dawn|dusk)",
    "FUZZ": r"(?:more{S}than|less{S}than|fewer{S}than|at{S}least|at{S}most|no{S}more{S}than|not"
    r"{S}more{S}than|up{S}to|about|around|roughly|approximately|nearly|almost|some|over|just{S}over"
    r"|just{S}under|under)".replace("{S}", S),
}
_UNIT_NAMES = {
    "min": "minute",
    "hr": "hour",
    "sec": "second",
    "yr": "year",
    "wk": "week",
    "mth": "month",
    "centurie": "century",
    "millennia": "millennium",
}


def unit_name(word: str) -> str:
    """The singular name of a unit as written: "yrs" → "year", "centuries" → "century"."""
    word = word.lower().rstrip("s") if word.lower() != "s" else word
    return _UNIT_NAMES.get(word, word)
