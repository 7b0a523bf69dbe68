"""German words for months, weekdays, parts of a day, units and numbers, as fragments of rules."""

from __future__ import annotations

from timeline.timex.german import numbers
from timeline.timex.german.letters import keyed, spelt
from timeline.timex.patterns import S

_MONTHS = {
    "januar": 1,
    "jänner": 1,
    "jän": 1,
    "februar": 2,
    "feber": 2,
    "märz": 3,
    "mrz": 3,
    "april": 4,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "august": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "dezember": 12,
}
MONTHS = {name[:3]: n for name, n in keyed(_MONTHS).items()}
_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
WEEKDAYS = {name[:3]: n for n, name in enumerate(_WEEKDAYS)} | {
    name[:2]: n for n, name in enumerate(_WEEKDAYS)
}
_FULL_MONTH = (
    "Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    "|Dezember"
)
_PARTS = {
    "vormittag": "morning",
    "morgen": "morning",
    "früh": "morning",
    "mittag": "lunchtime",
    "nachmittag": "afternoon",
    "abend": "evening",
    "nacht": "night",
    "mitternacht": "midnight",
}
_PART_NAMES = keyed(_PARTS)
_UNITS = {
    "sekunde": "second",
    "sek": "second",
    "minute": "minute",
    "min": "minute",
    "stunde": "hour",
    "std": "hour",
    "tag": "day",
    "nacht": "night",
    "nächte": "night",
    "woche": "week",
    "wochenende": "weekend",
    "monat": "month",
    "quartal": "quarter",
    "trimester": "quarter",
    "halbjahr": "half",
    "jahr": "year",
    "jahrzehnt": "decade",
    "dekade": "decade",
    "jahrhundert": "century",
    "jahrtausend": "millennium",
}
_UNIT_NAMES = keyed(_UNITS)
# the stems of units in adjectives and nouns made of them: "dreijährig", "zweiwöchig"
_STEMS = {
    "sekündig": "second",
    "minütig": "minute",
    "stündig": "hour",
    "tägig": "day",
    "nächtig": "night",
    "wöchig": "week",
    "monatig": "month",
    "jährig": "year",
}
STEM_NAMES = keyed(_STEMS)

FRAGMENTS: dict[str, str] = {
    key: spelt(pattern)
    for key, pattern in {
        "MONTH": rf"(?:{_FULL_MONTH}|(?:Jan|Jän|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.?)",
        # a month that may stand alone
        "BARE_MONTH": f"(?-i:(?:{_FULL_MONTH})s?|{_FULL_MONTH.upper().replace('Ä', 'A')})",
        "WEEKDAY": f"(?-i:{'|'.join(w.title() for w in _WEEKDAYS)}|Sonnabend"
        f"|{'|'.join(w.upper() for w in _WEEKDAYS)})",
        "WDAY": f"(?:{'|'.join(_WEEKDAYS)}|sonnabend|(?-i:Mo|Di|Mi|Do|Fr|Sa|So)\\.?)",
        "DAY": r"(?:0?[1-9]|[12]\d|3[01])\.",
        "BARE_DAY": r"(?:0?[1-9]|[12]\d|3[01])",
        "PART": r"(?:vormittag|morgen|früh|mittag|nachmittag|abend|nacht)s?",
        "SEASON": r"(?:Frühling|Frühjahr|Sommer|Herbst|Winter)",
        "UNIT": r"(?:Sekunden?|Sek|Minuten?|Min|Stunden?|Std|Tag(?:e[ns]?|s)?|Nacht|Nächten?"
        r"|Wochen?|Wochenenden?|Monat(?:e[ns]?|s)?|Quartal(?:e[ns]?|s)?|Trimestern?"
        r"|Jahr(?:e[ns]?|s)?|Jahrzehnt(?:e[ns]?|s)?|Dekaden?|Jahrhundert(?:e[ns]?|s)?"
        r"|Jahrtausend(?:e[ns]?|s)?)",
        "CALUNIT": r"(?:Tag(?:e[ns]?|s)?|Wochen?|Wochenenden?|Monat(?:e[ns]?|s)?"
        r"|Quartal(?:e[ns]?|s)?|Halbjahr(?:e[ns]?|s)?|Jahr(?:e[ns]?|s)?|Jahrzehnt(?:e[ns]?|s)?"
        r"|Dekaden?|Jahrhundert(?:e[ns]?|s)?|Jahrtausend(?:e[ns]?|s)?)",
        "LAST": r"(?:letzt|vergangen|vorig|verflossen|abgelaufen|vorangegangen|zurückliegend)",
        "NEXT": r"(?:nächst|kommend|künftig|bevorstehend|folgend)",
        "E": r"e[nmrs]?",
        "THIS": r"(?:diese[nmrs]?|heurige[nmrs]?|laufende[nmrs]?)",
        "TO": r"(?:bis(?:{S}(?:zum|zur|einschließlich))?|-)",
        "FUZZ": r"(?:mehr{S}als|länger{S}als|weniger{S}als|mindestens|wenigstens|höchstens"
        r"|maximal|bis{S}zu|rund|etwa|ungefähr|circa|ca\.?|knapp|fast|beinahe|nahezu|gut|über"
        r"|gegen|an{S}die|genau)",
    }.items()
} | {
    "S": S,
    "YEAR": r"(?:1[0-9]\d\d|20\d\d)",
    "ANY_YEAR": r"(?:[1-9]\d{3})",
    "NUM": numbers.NUMBER,
    "VAGUE": numbers.VAGUE,
    "COUNT": rf"(?:{numbers.NUMBER}|{numbers.VAGUE}|{numbers.ARTICLE})",
    "ORD": rf"(?:{numbers.ORDINAL_WORD}|\d{{1,2}}\.)",
}
FRAGMENTS = {key: value.replace("{S}", S) for key, value in FRAGMENTS.items()}

_FUZZ_MOD = keyed(
    {
        "mehr als": "MORE_THAN",
        "länger als": "MORE_THAN",
        "über": "MORE_THAN",
        "gut": "MORE_THAN",
        "weniger als": "LESS_THAN",
        "knapp": "LESS_THAN",
        "fast": "LESS_THAN",
        "beinahe": "LESS_THAN",
        "nahezu": "LESS_THAN",
        "an die": "LESS_THAN",
        "mindestens": "EQUAL_OR_MORE",
        "wenigstens": "EQUAL_OR_MORE",
        "höchstens": "EQUAL_OR_LESS",
        "maximal": "EQUAL_OR_LESS",
        "bis zu": "EQUAL_OR_LESS",
        "genau": "",
    }
)


def fuzz_mod(words: str) -> str:
    """The TIMEX3 mod of "mehr als", "rund", "bis zu" …"""
    words = " ".join(words.split())
    return _FUZZ_MOD.get(words, "APPROX") if words else ""


def month_number(name: str) -> int:
    """1 to 12 for any spelling."""
    return MONTHS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, for any spelling; Sonnabend is Saturday."""
    name = name.lower().rstrip(".")
    if name.startswith("sonna"):
        return 5
    return WEEKDAYS[name[:3]] if len(name) > 2 else WEEKDAYS[name]


def part_name(word: str) -> str:
    """The plain name of a part of the day: "Vormittag" → "morning"."""
    word = word.lower()
    return _PART_NAMES.get(word) or _PART_NAMES[word.rstrip("s")]


def unit_name(word: str) -> str:
    """The plain name of a unit in any of its cases: "Jahren" → "year"."""
    word = word.lower().rstrip(".")
    for cut in (0, 1, 2):
        name = _UNIT_NAMES.get(word[: len(word) - cut])
        if name:
            return name
    raise ValueError(f"no unit {word!r}")
