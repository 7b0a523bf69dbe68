"""Times that recur: "every Friday", "twice a week", "annual", "Sundays"."""

from __future__ import annotations

from timeline.model import Precision, TimexType
from timeline.timex.english import numbers
from timeline.timex.english.fragments import MONTHS, WEEKDAYS, unit_name
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import PART_CODE, duration_value

_ADVERB = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "biennial": "P2Y",
    "hourly": "PT1H",
}


def _set(value: str) -> Reading:
    return Reading(TimexType.SET, value, None, Precision.NONE, "recurs, so it names no one date")


def _every(m: Parts, _at: Place) -> Reading | None:
    if m["wd"]:
        return _set(f"XXXX-WXX-{WEEKDAYS[m['wd'][:3]] + 1}" + _part(m))
    if m["mon"]:
        return _set(f"XXXX-{MONTHS[m['mon'][:3]]:02}")
    if m["part"]:
        return _set(f"XXXX-XX-XXT{PART_CODE[m['part']]}")
    if m["season"]:
        code = {"spring": "SP", "summer": "SU", "winter": "WI"}.get(m["season"], "FA")
        return _set(f"XXXX-{code}")
    count = 2.0 if m["other"] else numbers.number(m["n"]) if m["n"] else 1.0
    if m["weekend"]:
        return _set("XXXX-WXX-WE")
    return _set(duration_value(count, unit_name(m["unit"])))


def _part(m: Parts) -> str:
    part = m["wpart"].rstrip("s")
    return f"T{PART_CODE[part]}" if part in PART_CODE else ""


def _adverb(m: Parts, at: Place) -> Reading | None:
    raw, following = m.raw("word"), at.after(1)
    if raw[:1].isupper() and (following == "_" or at.before(3)[:1].isupper()):
        return None
    if raw == "Daily" and at.after(12)[1:2].isupper():
        return None
    return _set(_ADVERB[m["word"].replace("-", "")])


def _times(m: Parts, _at: Place) -> Reading | None:
    return _set(duration_value(1, unit_name(m["unit"])))


def _plural(m: Parts, _at: Place) -> Reading | None:
    if m["wd"]:
        return _set(f"XXXX-WXX-{WEEKDAYS[m['wd'][:3]] + 1}" + _part(m))
    return _set("XXXX-WXX-WE")


def _single(m: Parts, at: Place) -> Reading | None:
    """ "$3 a year", "five times a day"."""
    before = at.before(16).lower().split()
    if not before:
        return None
    last = before[-1].rstrip(",")
    counted = last.endswith("%") or last in (
        "times",
        "once",
        "twice",
        "dollars",
        "euros",
        "percent",
        "million",
        "billion",
        "trillion",
        "hours",
        "people",
        "barrels",
        "miles",
        "cents",
        "tons",
        "tonnes",
        "units",
        "cars",
    )
    return _set(duration_value(1, unit_name(m["unit"]))) if counted or last[:1] == "$" else None


RULES: tuple[Rule, ...] = (
    Rule(
        "every",
        r"(?:every|each)(?:{S}(?P<other>other)|{S}(?P<n>{NUM}|few|couple{S}of))?{S}(?:(?P<wd>{WEEKDAY})(?:{S}(?P<wpart>mornings?|afternoons?|evenings?|nights?))?|(?P<mon>{BARE_MONTH})|(?P<part>morning|afternoon|evening|night)|(?P<season>{SEASON})|(?P<weekend>weekends?)|(?P<unit>{UNITS}))",
        _every,
        yes=(
            ("They meet [every Friday].", "XXXX-WXX-5"),
            ("They meet [every day].", "P1D"),
            ("They meet [each March].", "XXXX-03"),
            ("They meet [every other week].", "P2W"),
            ("They meet [every two years].", "P2Y"),
        ),
    ),
    Rule(
        "daily, annual",
        r"(?P<word>daily|nightly|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|annually|yearly|biennial|hourly)",
        _adverb,
        yes=(("The fair is held [annually].", "P1Y"), ("It sails [daily].", "P1D")),
        # an annual meeting and a quarterly dividend are kinds of things: nothing is said of when
        no=("The Daily Telegraph said so.", "The annual meeting was brief."),
    ),
    Rule(
        "weekdays that recur",
        r"(?:on{S})?(?P<x>(?:(?P<wd>{WEEKDAY})(?:s|{S}(?P<wpart>mornings|afternoons|evenings|nights))|(?P<weekend>weekends)))",
        _plural,
        yes=(
            ("They meet on [Sundays].", "XXXX-WXX-7"),
            ("They meet on [Friday nights].", "XXXX-WXX-5TNI"),
        ),
    ),
    Rule(
        "times a year",
        r"(?:(?P<x>(?:once|twice|thrice|(?:{NUM}|several|many){S}times)(?:{S}|-)(?:an?|per|each|every)(?:{S}|-)(?P<unit>{UNIT})))",
        _times,
        yes=(("They meet [twice a week].", "P1W"),),
    ),
    Rule(
        "a year, after an amount",
        r"(?:an?|per){S}(?P<unit>day|week|month|quarter|year|hour|minute|second|night)",
        _single,
        yes=(("It makes 3 million [a year].", "P1Y"),),
        no=("She stayed for an hour.",),
    ),
)
