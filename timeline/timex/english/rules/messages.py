"""Time in chat: "tmr", "2nite", "nxt wk", and any "evening", which is the writer's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.model import Qualifier
from timeline.timex import days, vague
from timeline.timex.day_parts import with_part
from timeline.timex.english.chat import (
    CHAT_PARTS,
    REL,
    part_name,
    recurs,
    rel_name,
    tagged,
    unit_word,
)
from timeline.timex.english.reasons import unit_beside
from timeline.timex.genre import Genre
from timeline.timex.patterns import Parts
from timeline.timex.rule import Place, Reading, Rule
from timeline.timex.timex3 import PART_CODE, duration_value, on_day, on_decade, on_unit

_SPELT = {
    "tomorrow": "tmrw?s?|tmrr+w?|tml|tmw|tmrow|tomo|tomoz|tomoro+w*|tomorr?o+w*|tommorr?ow|tomrw"
    "|tomolo|2mor+o|2mor+ow|2mrw?|2moz",
    "today": "tdy|2da+y+|todae|tda+y+|todayy+|todaay+",
    "yesterday": "ytd|yest|ystd|ystda?y|ytda?y|yday|yesterdae|yesterdayy+|yesturday",
    "tonight": "toni+te+|2nite|2ni+ght+|tnite|tonyte?|2nyte?|tonightt+|tonit|2nght|2nit",
}
_AWAY = {"tomorrow": 1, "today": 0, "yesterday": -1, "tonight": 0}


def _word(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    word = next(name for name in _SPELT if m[name])
    reading = on_day(
        now + timedelta(_AWAY[word]), f"is the writer's {word}, told on {days.say(now)}", now
    )
    part = "night" if word == "tonight" else m["part"] and part_name(m["part"])
    return with_part(reading, part) if part else reading


_SIDES = {-1: "before", 0: "itself,", 1: "after"}


def _related_part(m: Parts, at: Place) -> Reading | None:
    """ "last nite", "this morn", "tomorrow nite", "every nite"."""
    now, part, rel = at.anchor, part_name(m["part"]), rel_name(m["rel"])
    if rel == "every":
        code = PART_CODE.get(part)
        value = f"XXXX-XX-XXT{code}" if code else "P1D"
        return recurs(value)
    away = {"last": -1, "past": -1, "yesterday": -1, "tomorrow": 1, "next": 1}.get(rel, 0)
    day = on_day(now + timedelta(away), f"is a part of the day {_SIDES[away]} {days.say(now)}", now)
    return with_part(day, part)


def _part(m: Parts, at: Place) -> Reading | None:
    if tagged(at):
        return None
    now = at.anchor
    day = on_day(now, f"is a part of the writer's day, {days.say(now)}", now)
    return with_part(day, part_name(m["part"]))


def _sunset(_m: Parts, at: Place) -> Reading | None:
    if tagged(at):
        return None
    return on_day(at.anchor, f"is on the writer's day, {days.say(at.anchor)}", at.anchor)


def _weekend(_m: Parts, at: Place) -> Reading | None:
    if tagged(at):
        return None
    now = at.anchor
    monday = now.weekday() == 0  # what is told of on a Monday is the weekend just over
    base = now - timedelta(2) if monday and at.lean().direction != "future" else now
    return on_unit(base, "weekend", f"is the one about {days.say(now)}", now)


def _related_unit(m: Parts, at: Place) -> Reading | None:
    """ "nxt week", "this wkend", "last mth", "every wk"."""
    unit, now = unit_word(m["unit"] or m["unit2"] or m["unit3"]), at.anchor
    rel = rel_name(m["rel"] or m["rel2"] or m["rel3"])
    if rel == "every":
        value = "XXXX-WXX-WE" if unit == "weekend" else duration_value(1, unit)
        return recurs(value)
    count = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(rel, 0)
    if rel == "coming" and unit == "weekend":
        count = int(now.weekday() > 4)
    d = days.step(now, "week" if unit == "weekend" else unit, count) if count else now
    return on_unit(d, unit, unit_beside(rel, unit, now), now)


def _the_year(m: Parts, at: Place) -> Reading | None:
    """The "last year" of "this time last year": written as the year, known to be about the day."""
    now = at.anchor
    d = days.step(now, m["unit"], -1 if m["rel"] == "last" else 1)
    value = on_unit(d, m["unit"], "", now).value
    day = on_day(d, f"is a {m['unit']} from {days.say(now)}", now)
    return replace(day, value=value, qualifier=Qualifier.ABOUT, mod="APPROX")


def _now(_m: Parts, at: Place) -> Reading | None:
    if tagged(at):
        return None
    return vague.present(at)


def _ahead(_m: Parts, at: Place) -> Reading | None:
    return vague.future(at)


def _behind(_m: Parts, at: Place) -> Reading | None:
    return vague.past(at)


def _decade(m: Parts, at: Place) -> Reading | None:
    """ "90s kids": of the last century, for none of ours is over so long."""
    if at.before(1) in ("#", "$", "-", "+") or at.words_before()[-1:] in (["in"], ["his"], ["her"]):
        return None  # "in her 80s", an age
    return on_decade(1900 + int(m["d"]), "is a decade of the last century")


def _short_year(m: Parts, at: Place) -> Reading | None:
    """ "2k15"."""
    d = at.anchor.replace(year=2000 + int(m["y"]), month=1, day=1)
    return on_unit(d, "year", "is written in short", at.anchor)


RULES: tuple[Rule, ...] = (
    Rule(
        "chat for tomorrow",
        "(?:"
        + "|".join(f"(?P<{name}>{spelt})" for name, spelt in _SPELT.items())
        + rf")(?:{{S}}(?P<part>{CHAT_PARTS}))?",
        _word,
        yes=(
            ("omg the match is [tmr]", "2025-10-26"),
            ("omg the match is [tmrw nite]", "2025-10-26TNI"),
            ("omg the match was [2day]", "2025-10-25"),
            ("omg the match is [2nite]", "2025-10-25TNI"),
            ("omg no sleep [todayyy]", "2025-10-25"),
        ),
        no=("Shares are up 4% YTD.",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "related part of day in chat",
        rf"(?P<rel>{REL}|yesterday|tomorrow){{S}}(?P<part>{CHAT_PARTS})",
        _related_part,
        yes=(
            ("omg the match [last nite]", "2025-10-24TNI"),
            ("omg the match [this mornin]", "2025-10-25TMO"),
            ("omg the dog barks [every nite]", "XXXX-XX-XXTNI"),
        ),
        only=Genre.MESSAGE,
    ),
    Rule(
        "part of the writer's day",
        rf"(?:(?:the|an?|my){{S}})?(?P<part>{CHAT_PARTS})",
        _part,
        yes=(
            ("Good [morning] #oslo", "2025-10-25TMO"),
            ("What [a night] #oslo", "2025-10-25TNI"),
        ),
        no=("A morning person has no time for the night.", "lol #night"),
        only=Genre.MESSAGE,
    ),
    Rule(
        "sunset",
        r"(?:sunset|sunrise|tea{S}?time|lunch{S}?time|dinner{S}?time|bed{S}?time|dawn|dusk|sundown|nightfall|daybreak)",
        _sunset,
        yes=(("Ferry at [sunset] #oslo", "2025-10-25"),),
        no=("lol #sunset",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "the writer's weekend",
        r"(?:weekendd*|wke?nd)",
        _weekend,
        yes=(
            ("Have a good [weekend] #oslo", "2025-W43-WE"),
            ("Have a good [wkend] #oslo", "2025-W43-WE"),
        ),
        no=("lol #weekend",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "related unit in chat",
        rf"(?P<rel>{REL}){{S}}(?P<unit>wke?nds?|weekendd+|wks?|we+ks?|mths?|mnth|yrs?)"
        r"|(?P<rel2>nxt|lst|dis|tis){S}(?P<unit2>week|month|year|weekend)"
        r"|(?P<rel3>coming|this{S}coming|upcoming){S}(?P<unit3>weekend)",
        _related_unit,
        yes=(
            ("omg exams [nxt wk]", "2025-W44"),
            ("we sailed [last wkend] lol", "2025-W42-WE"),
            ("we sailed [lst month] lol", "2025-09"),
        ),
        only=Genre.MESSAGE,
    ),
    Rule(
        "now in chat",
        r"no+ww+|nooow",
        _now,
        yes=(("omg stop [nowww]", "PRESENT_REF"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "this time last year in chat",
        r"this{S}time{S}(?P<x>(?P<rel>last|next){S}(?P<unit>week|month|year))",
        _the_year,
        yes=(("lol this time [last year] we sang", "2024"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "short year",
        r"2k(?P<y>[012]\d)",
        _short_year,
        yes=(("lol best of [2k15]", "2015"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "one's future",
        r"(?:(?:the|my|your|ur|our){S})?future",
        _ahead,
        yes=(("lol is this [my future]", "FUTURE_REF"),),
        only=Genre.MESSAGE,
    ),
    Rule(
        "one's past",
        r"(?:in|about|from|forget|leave|relive){S}(?P<x>(?:the|my|your|ur|our){S}past)",
        _behind,
        yes=(("lol he lives in [my past]", "PAST_REF"),),
        no=("we ran past the past queen lol",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "decade in chat",
        r"(?P<d>[3-9]0)'?s",
        _decade,
        yes=(("lol only [90s] kids know", "199"),),
        no=("lol she is in her 80s",),
        only=Genre.MESSAGE,
    ),
)
