"""The article's own time: today, yesterday, tomorrow, last night, now."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.model import Bounds, Precision, TimexType, When
from timeline.timex import days, vague
from timeline.timex.day_parts import with_part
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import on_day

_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def _named(m: Parts, at: Place) -> Reading | None:
    word, now = m["word"], at.anchor
    if _in_a_name(m.raw("word"), at):
        return None
    if word == "today" and (at.genre is Genre.NARRATIVE or _is_our_age(at)):
        return _present(m, at)  # "is still in use today" names no day
    if word == "tonight":
        reading = on_day(now, f"is the article's day, {days.say(now)}", now)
        return with_part(reading, "night")
    why = {
        "today": f"is the article's day, {days.say(now)}",
        "yesterday": f"is the day before {days.say(now)}",
        "tomorrow": f"is the day after {days.say(now)}",
    }[word]
    reading = on_day(now + timedelta(_NAMED[word]), why, now)
    return with_part(reading, m["part"]) if m["part"] else reading


_STILL = re.compile(
    rb"\b(?:still|(?:known|way|size|shape|where|what) (?:it|they|we|he|she) (?:is|are))\b"
)
_COMPARED = re.compile(rb" (?:as (?:the|an?|it|they|in)|than)\b|'s (?:world|youth|young|society)\b")
_KNOWN = re.compile(rb"\b(?:known|alive|working|used|exists?|remains?|survives?)(?: \w+)? $")


def _is_our_age(at: Place) -> bool:
    """Whether "today" means this age: "still stands today", "known today as", "the size it is"."""
    told = at.flat[max(0, at.start - 60) : at.start]
    told = told[max(told.rfind(mark) for mark in (b". ", b"\n", b"? ", b'"')) + 1 :]
    if _STILL.search(told):
        return True
    known = _KNOWN.search(told) is not None
    return known and _COMPARED.match(at.flat, at.end, at.end + 12) is not None


def _in_a_name(word: str, at: Place) -> bool:
    """Whether "Today" ends a name ("Farming Today") rather than a line all in capitals."""
    if not word.istitle() or at.genre is Genre.MESSAGE or at.before(1) != " ":
        return False
    opening = at.before(60).rsplit("\n", 1)[-1].split()
    owner = opening[-1] if opening else ""
    lower = any(w.islower() and len(w) > 3 for w in opening)
    return owner[:1].isupper() and owner[-1:].isalpha() and (lower or owner.isupper())


def _two_away(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    sign = -1 if m["way"] == "before" else 1
    return on_day(now + timedelta(2 * sign), f"is two days from {days.say(now)}", now)


def _part_of_day(m: Parts, at: Place) -> Reading | None:
    now, word, part = at.anchor, m["rel"], m["part"]
    if word == "last":
        reading = on_day(now - timedelta(1), f"is the night before {days.say(now)}", now)
    elif word == "tomorrow":
        reading = on_day(now + timedelta(1), f"is the day after {days.say(now)}", now)
    else:
        reading = on_day(now, f"is the article's day, {days.say(now)}", now)
    return with_part(reading, part)


def _present(m: Parts, at: Place) -> Reading | None:
    word = m["word"]
    following = at.after(12).lower().split()
    again = [w.strip(".,;\"'") for w in following[:2]]
    if word == "now" and again in (["and", "again"], ["and", "then"]):
        return None
    if word == "current" and (
        at.genre is Genre.MESSAGE or following[:1] in (["account"], ["accounts"])
    ):
        return None
    if word == "present" and at.words_before()[-1:] != ["at"]:
        return None
    return vague.present(at)


_MORE = re.compile(rb" (?!(?:has|have|had|is|was|were|are|with|by|in|for|and|but|on)\b)[A-Za-z]")


def _to_date(_m: Parts, at: Place) -> Reading | None:
    """ "sales to date": all the time up to the article's day."""
    if _MORE.match(at.flat, at.end, at.end + 12):
        return None  # "to date the ring"
    if at.words_before(2)[:1] == ["up"]:
        return None  # "up to date" is a quality
    now = at.anchor
    return Reading(
        TimexType.DATE,
        "PRESENT_REF",
        None,
        Precision.DAY,
        f"ends with the article's day, {days.say(now)}",
        now,
        when=When.lasted(Bounds(None, now), Bounds(now, now), Precision.DAY),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "today, yesterday, tomorrow",
        r"(?P<word>today|tonight|yesterday|tomorrow)(?:{S}(?P<part>morning|afternoon|evening|night))?",
        _named,
        yes=(
            ("It ended [yesterday].", "2025-10-24"),
            ("It ends [tomorrow night].", "2025-10-26TNI"),
            ("It is on [tonight].", "2025-10-25TNI"),
        ),
        no=("She told USA Today so.", "The host of Farming Today said so."),
    ),
    Rule(
        "the day before yesterday",
        r"(?:the{S})?day{S}(?:(?P<way>before){S}yesterday|(?P<way2>after){S}tomorrow)",
        _two_away,
        yes=(
            ("It ended [the day before yesterday].", "2025-10-23"),
            ("It ends [the day after tomorrow].", "2025-10-27"),
        ),
    ),
    Rule(
        "part of a day told from here",
        r"(?P<rel>last|this|tomorrow){S}(?P<part>morning|afternoon|evening|night)",
        _part_of_day,
        yes=(
            ("It rained [last night].", "2025-10-24TNI"),
            ("It rained [this morning].", "2025-10-25TMO"),
        ),
    ),
    Rule(
        "to date",
        r"(?:to|till|until){S}(?P<x>date)",
        _to_date,
        yes=(("It is the best result to [date].", "PRESENT_REF"),),
        no=("They want to date the ring.", "She is up to date and to date Ana is odd."),
    ),
    Rule(
        "now",
        r"(?P<word>now|currently|nowadays|at{S}present|presently|at{S}the{S}moment|current|these{S}days|at{S}this{S}(?:point|time)|right{S}now)",
        _present,
        yes=(("It is [now] closed.", "PRESENT_REF"), ("It is [currently] closed.", "PRESENT_REF")),
        no=("The current account is full.",),
    ),
)
