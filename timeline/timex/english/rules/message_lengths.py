"""Lengths of time in chat: "12hrs", "3 more days", "4+ hours", "a sec", any "day" or "hours"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.model import Direction, When
from timeline.timex import days
from timeline.timex.english import numbers
from timeline.timex.english.chat import CHAT_PARTS, part_name, recurs, tagged, unit_word
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import PART_CODE, duration, duration_value, on_day, on_unit

_FINE = ("hour", "minute", "second", "weekend")


def _length(m: Parts, at: Place) -> Reading | None:
    if tagged(at):
        return None
    if m["det"] == "the" and m["unit"] in ("day", "week", "month", "year"):
        unit, why = m["unit"], f"is the writer's own, {days.say(at.anchor)}"
        return on_unit(at.anchor, unit, why, at.anchor)
    if m["edge"]:  # "last day of camp" is the writer's own, "next day" the one after
        d = at.anchor + timedelta(m["edge"] == "next")
        return on_day(d, f"is told of from {days.say(at.anchor)}", at.anchor)
    if m["this"]:
        return on_day(at.anchor, f"is the writer's day, {days.say(at.anchor)}", at.anchor)
    if m["vague"]:
        return duration(None, "day")
    word = m["unit"] or m["unit2"]
    return duration(None if word.endswith("s") else 1, unit_word(word))


def _numbered(m: Parts, at: Place) -> Reading | None:
    """ "day 3": the third of a count that nobody dated."""
    return None if tagged(at) else duration(1, unit_word(m["unit"]), "is one of a count")


def _moment(m: Parts, at: Place) -> Reading | None:
    """ "wait a sec"; a second chance and the last min are counted or ranked."""
    if at.after(2)[:1] == " " and at.after(2)[1:].isalpha():
        following = at.after(12).lower().split()[:1]
        if following and following[0] not in _AFTER_MOMENT:
            return None
    return duration(1, unit_word(m["unit"]))


_AFTER_MOMENT = frozenset("to and of for or i but ago lol pls please in on of then so".split())


def _more(m: Parts, _at: Place) -> Reading | None:
    """ "2 more days": added to a wait that nobody measured, so its value is open."""
    count, unit = numbers.number(m["n"]), unit_word(m["unit"])
    if count == 1:
        return duration(1, unit)
    return replace(duration(None, unit), days=duration(count, unit).days)


def _counted(m: Parts, at: Place) -> Reading | None:
    count, unit = numbers.number(m["n"]), unit_word(m["unit"])
    if count is None or at.before(1) in ("#", "$", "/", "."):
        return None
    if m["over"]:  # "4+ hours" are four and nobody says how many more
        return replace(duration(None, unit), days=duration(count, unit).days)
    return duration(count, unit)


def _hours(m: Parts, _at: Place) -> Reading | None:
    return duration(int(m["n"]) + int(m["n2"]) / 60, "hour")


def _half_day(_m: Parts, _at: Place) -> Reading | None:
    """Half a day off work: a piece of one day."""
    return duration(1, "day", "is a piece of a day", mod="LESS_THAN")


def _per_day(m: Parts, _at: Place) -> Reading | None:
    """ "2hrs everyday": so long, again and again."""
    count, unit = numbers.number(m["n"]), unit_word(m["unit"])
    value = duration_value(count, unit)
    return recurs(value)


_ADVERBS = {"da": "P1D", "ni": "P1D", "we": "P1W", "fo": "P2W", "mo": "P1M", "ye": "P1Y"}
_ADVERBS |= {"an": "P1Y", "ho": "PT1H"}


def _adverb(m: Parts, at: Place) -> Reading | None:
    """Large letters name no newspaper here: titles and slogans are written so."""
    return None if tagged(at) else recurs(_ADVERBS[m["word"][:2]])


def _everyday(m: Parts, _at: Place) -> Reading | None:
    part = m["part"] and part_name(m["part"])
    value = f"XXXX-XX-XXT{PART_CODE[part]}" if part in PART_CODE else "P1D"
    return recurs(value)


def _whole_day(_m: Parts, _at: Place) -> Reading | None:
    return duration(1, "day", "is a day with its night")


def _age(m: Parts, _at: Place) -> Reading | None:
    return duration(numbers.number(m["n"] or m["n1"]), unit_word(m["unit"] or "year"))


def _ago(m: Parts, at: Place) -> Reading | None:
    """ "two yrs ago": a year; as a string, as annotators of chat have it, this day of that year."""
    count, unit, now = numbers.number(m["n"]), unit_word(m["unit"]), at.anchor
    if count is None or count != int(count) or unit in _FINE:
        return None
    d = days.step(now, unit, -int(count))
    reading = on_unit(d, unit, f"counts {m['n']} {unit}s back from {days.say(now)}", now)
    return replace(reading, value=d.isoformat()) if unit == "year" else reading


def _in(m: Parts, at: Place) -> Reading | None:
    """ "in 2 days": a length, as annotators of chat have it, that ends on a day all the same."""
    count, unit, now = numbers.number(m["n"]), unit_word(m["unit"]), at.anchor
    reading = duration(count, unit, f"is counted from {days.say(now)}")
    ahead = at.lean().direction is Direction.FUTURE
    if not ahead or count is None or count != int(count) or unit in _FINE:
        return reading
    end = on_unit(days.step(now, unit, int(count)), unit, "", now)
    if end.span is None:
        return reading
    return replace(reading, when=When.within(*end.span, end.precision), anchor=now)


_LEN = r"(?:hrs?|hours?|h|mins?|minutes?|secs?|days?|weeks?|wks?|months?|mths?|years?|yrs?)"

RULES: tuple[Rule, ...] = (
    Rule(
        "a length alone",
        r"(?P<this>this){S}day|(?P<edge>last|final|next){S}day|(?P<vague>th[eo]se{S}days)"
        r"|(?:(?P<det>the|an?|my|our|that|all|whole|entire){S})?(?P<unit>"
        r"days?|hours?|hrs?|minutes?|weeks?|months?|years?)"
        r"|(?P<unit2>da+yy+s?|we+eeks?|seconds|secs|mins|wks?|mths|yrs)",
        _length,
        yes=(
            ("Such a long [day] #oslo", "P1D"),
            ("What can one do with [this day] #oslo", "2025-10-25"),
            ("Long [hours] at sea #oslo", "PTXH"),
            ("Sad, [last day] of camp #oslo", "2025-10-25"),
            ("Nobody writes letters [these days] #oslo", "PXD"),
            ("What a [dayyy] #oslo", "P1D"),
        ),
        no=("A hard day of work brings its own reward.", "lol #day"),
        only=Genre.MESSAGE,
    ),
    Rule(
        "numbered unit",
        r"(?P<unit>day|week|wk|month|year){S}(?:\d{1,3}|one|two|three|four|five)",
        _numbered,
        yes=(("lol hiking [day 3]", "P1D"), ("omg [week 2] of school", "P1W")),
        only=Genre.MESSAGE,
    ),
    Rule(
        "a moment",
        r"(?:an?|one|1){S}(?P<unit>sec|second|min)",
        _moment,
        yes=(("lol give me [a sec]", "PT1S"),),
        no=("omg a second chance",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "so much more",
        r"(?P<n>{NUM}){S}more{S}(?P<unit>{UNITS}|wks?|mths?)",
        _more,
        yes=(("Just [3 more days] #oslo", "PXD"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "length written together",
        r"(?P<n>\d{1,3}(?:\.\d)?)(?P<over>\+)?{S}?(?P<unit>" + _LEN + r")",
        _counted,
        yes=(
            ("We walked [12hrs] in all.", "PT12H"),
            ("It took [7months] in all.", "P7M"),
            ("lol we ran [4+ hours]", "PTXH"),
        ),
        no=("lol pay $5 days later",),
    ),
    Rule(
        "hours and minutes written together",
        r"(?P<n>\d{1,2}){S}?(?:hrs?|h|hours?){S}?(?P<n2>[0-5]?\d){S}?(?:mins?|m|minutes?)",
        _hours,
        yes=(("lol we ran [1hr30mins]", "PT1H30M"), ("lol we ran [2h 15m]", "PT2H15M")),
        only=Genre.MESSAGE,
    ),
    Rule(
        "half a day",
        r"(?:1/2|half(?:{S}an?)?|a{S}half)(?:{S}|-)day",
        _half_day,
        yes=(("lol took [half day] off", "P1D"), ("lol took [1/2 day] off", "P1D")),
        only=Genre.MESSAGE,
    ),
    Rule(
        "so long every day",
        r"(?P<n>{NUM}){S}?(?P<unit>"
        + _LEN
        + r"){S}(?:everyday|every{S}day|each{S}day|a{S}day|daily)",
        _per_day,
        yes=(("lol he naps [3hrs everyday]", "PT3H"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "everyday",
        rf"every(?:day|(?P<part>{CHAT_PARTS}))",
        _everyday,
        yes=(("lol he naps [everyday]", "P1D"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "all day all night",
        r"all{S}(?:day|night)(?:,?{S}|{S}(?:and|&|n){S})all{S}(?:day|night)",
        _whole_day,
        yes=(("lol he naps [all day all night]", "P1D"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "age in chat",
        r"(?P<n>{NUM})(?:{S}|-)?(?P<unit>days?|weeks?|wks?|months?|mths?|years?|yrs?)(?:{S}|-)olds?"
        r"|(?P<n1>\d{1,2})(?:yo|yos|y/o)",
        _age,
        yes=(("omg my cat is [16 years old]", "P16Y"), ("omg a [5yo] chef", "P5Y")),
        only=Genre.MESSAGE,
    ),
    Rule(
        "years ago in chat",
        r"(?P<n>{COUNT}){S}?(?P<unit>" + _LEN + r"){S}(?:ago|back)",
        _ago,
        yes=(
            ("omg we met [two yrs ago]", "2023-10-25"),
            ("omg we met [2 wks ago]", "2025-W41"),
        ),
        only=Genre.MESSAGE,
    ),
    Rule(
        "in so long, in chat",
        r"(?:in|within){S}(?P<x>(?P<n>{COUNT}){S}?(?P<unit>" + _LEN + r"))(?:'?s?'?{S}time)?",
        _in,
        yes=(("omg we fly in [2 days]", "P2D"), ("omg we fly in [a week]'s time", "P1W")),
        only=Genre.MESSAGE,
    ),
    Rule(
        "daily in chat",
        r"(?P<word>daily|nightly|weekly|fortnightly|monthly|yearly|annually|hourly)",
        _adverb,
        yes=(("omg My [Daily] Soup is back", "P1D"),),
        no=("lol #daily",),
        only=Genre.MESSAGE,
    ),
)
