"""Times that recur: "jeden Freitag", "montags", "zweimal im Jahr", "täglich"."""

from __future__ import annotations

from timeline.model import Precision, TimexType
from timeline.timex.german import numbers
from timeline.timex.german.fragments import month_number, part_name, unit_name, weekday_number
from timeline.timex.german.letters import keyed, spelt
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import PART_CODE, duration_value

_ADVERBS = keyed(
    {
        "stündlich": "PT1H",
        "täglich": "P1D",
        "wöchentlich": "P1W",
        "vierzehntägig": "P2W",
        "monatlich": "P1M",
        "vierteljährlich": "P3M",
        "halbjährlich": "P6M",
        "jährlich": "P1Y",
        "alljährlich": "P1Y",
    }
)


def _set(value: str) -> Reading:
    return Reading(TimexType.SET, value, None, Precision.NONE, "recurs, so it names no one date")


def _every(m: Parts, _at: Place) -> Reading | None:
    """ "jeden zweiten Donnerstag", "alle drei Jahre", "je zwei Wochen"."""
    part = f"T{PART_CODE[part_name(m['part'])]}" if m["part"] else ""
    if m["wd"]:
        return _set(f"XXXX-WXX-{weekday_number(m['wd']) + 1}{part}")
    if m["mon"]:
        return _set(f"XXXX-{month_number(m['mon']):02}")
    if part:
        return _set(f"XXXX-XX-XX{part}")
    if m["season"]:
        code = {"f": "SP", "s": "SU", "h": "FA", "w": "WI"}[m["season"][0]]
        return _set(f"XXXX-{code}")
    unit = unit_name(m["unit"] or m["unit2"])
    if unit == "weekend":
        return _set("XXXX-WXX-WE")
    count: float | None = 1.0
    if m["nth"]:
        count = numbers.ordinal(m["nth"])
    elif m["n"]:
        count = numbers.number(m["n"])
    return None if count is None else _set(duration_value(count, unit))


def _weekdays(m: Parts, at: Place) -> Reading | None:
    """ "montags", "Freitagabends", "wochentags"."""
    if at.before(4).lower().endswith("des "):
        return None  # "des Montags" is one Monday
    if m["wd"] or m["wds"]:
        part = f"T{PART_CODE[part_name(m['part'])]}" if m["part"] else ""
        return _set(f"XXXX-WXX-{weekday_number(m['wd'] or m['wds']) + 1}{part}")
    if m["ends"]:
        return _set("XXXX-WXX-WE")
    if m["when"]:
        return _set(f"XXXX-XX-XXT{PART_CODE[part_name(m['when'])]}")
    return _set("XXXX-WXX-WE" if m["day"].startswith("wochene") else "P1D")


def _adverb(m: Parts, _at: Place) -> Reading | None:
    word = m["word"]
    for cut in (0, 1, 2):
        value = _ADVERBS.get(word[: len(word) - cut])
        if value:
            return _set(value)
    return None


def _per(m: Parts, _at: Place) -> Reading | None:
    """ "einmal im Monat", "dreimal pro Woche", "400 Euro im Monat", "pro Tag"."""
    return _set(duration_value(1.0, unit_name(m["unit"])))


_PER_UNIT = r"(?P<unit>Stunde|Tag|Woche|Monat|Quartal|Jahr)"

RULES: tuple[Rule, ...] = (
    Rule(
        "every",
        r"(?:jede[nmrs]?|je){S}(?:(?P<nth>{ORD}){S})?(?:(?P<wd>{WEEKDAY})s?(?:{S}?(?P<part>{PART}))?"
        r"|(?P<mon>{BARE_MONTH})|(?P<season>{SEASON})|(?P<unit>{UNIT}))"
        r"|(?:alle|je){S}(?:(?P<n>{NUM}){S})?(?P<unit2>{UNIT})",
        _every,
        yes=(
            ("Sie treffen sich [jeden Freitag].", "XXXX-WXX-5"),
            ("Sie treffen sich [jedes Jahr].", "P1Y"),
            ("Sie treffen sich [alle drei Jahre].", "P3Y"),
            ("Sie treffen sich [jede zweite Woche].", "P2W"),
            ("Sie treffen sich [jeden Sommer].", "XXXX-SU"),
        ),
    ),
    Rule(
        "every part of a day",
        r"jede[nmrs]?{S}(?P<part>Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht)",
        _every,
        yes=(("Sie treffen sich [jeden Abend].", "XXXX-XX-XXTEV"),),
    ),
    Rule(
        "weekdays in general",
        r"(?:an{S}(?:allen{S}|den{S})?)?(?P<wds>{WEEKDAY})en?|an{S}(?:den{S})?(?P<ends>Wochenenden)|(?P<wd>{WDAY})(?:(?P<part>vormittag|mittag|nachmittag|abend|nacht))?s|(?P<day>werktags|wochentags|wochenends)"
        r"|(?P<when>morgens|vormittags|mittags|nachmittags|abends|nachts)",
        _weekdays,
        yes=(
            ("Das Bad ist [montags] zu.", "XXXX-WXX-1"),
            ("Das Bad ist [an Sonntagen] zu.", "XXXX-WXX-7"),
            ("Das Bad ist [freitagabends] zu.", "XXXX-WXX-5TEV"),
            ("Das Bad ist [werktags] offen.", "P1D"),
            ("Das Bad ist [abends] offen.", "XXXX-XX-XXTEV"),
        ),
        no=("Es war der Abend des Montags.",),
    ),
    Rule(
        "daily, yearly",
        spelt(
            r"(?P<word>(?:stündlich|täglich|wöchentlich|vierzehntägig|monatlich|vierteljährlich"
            r"|halbjährlich|alljährlich|jährlich)(?:e[nmrs]?)?)"
        ),
        _adverb,
        yes=(
            ("Das Bad ist [täglich] offen.", "P1D"),
            ("Das [jährliche] Fest ist groß.", "P1Y"),
        ),
    ),
    Rule(
        "once a month",
        spelt(
            r"(?:(?:ein|zwei|drei|vier|fünf|sechs|mehr)mal|\d{1,3}{S}?mal){S}"
            r"(?:im|am|pro|in{S}der|die|jede[ns]?){S}"
        )
        + _PER_UNIT,
        _per,
        yes=(
            ("Sie treffen sich [zweimal im Jahr].", "P1Y"),
            ("Sie treffen sich [einmal pro Woche].", "P1W"),
        ),
    ),
    Rule(
        "per day",
        r"(?:(?:{NUM}{S}[A-Z][a-z]+|Euro|Franken|Dollar){S}(?:im|am|in{S}der|die)|pro|je){S}(?P<x>"
        + _PER_UNIT
        + ")",
        _per,
        yes=(
            ("Er verdient 400 Euro im [Monat] dazu.", "P1M"),
            ("Es kommen 200 Gäste am [Tag].", "P1D"),
            ("Es kommen pro [Jahr] zehn.", "P1Y"),
        ),
    ),
)
