"""Days and months in chat: "on sat", "nxt mon", "fri nite", "back in dec", "mothers day"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from timeline.model import Direction
from timeline.timex import days, moon
from timeline.timex.day_parts import with_part
from timeline.timex.english.chat import CHAT_PARTS, REL, part_name, recurs, rel_name, tagged
from timeline.timex.english.choose import choose_day, choose_month, month_number
from timeline.timex.english.fragments import SEASON_CODES, WEEKDAYS
from timeline.timex.english.genre import has_chat
from timeline.timex.english.reasons import weekday_beside
from timeline.timex.english.rules.named_days import NAMED
from timeline.timex.english.rules.weekdays import by_direction, last_named
from timeline.timex.feasts import Feast, bare_feast, fixed
from timeline.timex.genre import Genre
from timeline.timex.nearest import coming, latest, month_by
from timeline.timex.patterns import Parts
from timeline.timex.rule import Lean, Place, Reading, Rule
from timeline.timex.timex3 import PART_CODE, on_day, on_season

# words of invitation look ahead, words of thanks and of pictures look back
_AHEAD = re.compile(
    rb"\b(?:join|come|c'?mon|see (?:you|u|ya|y'?all)|c u|cya|can'?t wait|looking fo?r?wa?r?d|gonna"
    rb"|wanna|tickets?|rsvp|register|sign up|book|do?n'?t miss|get ready|countdown|upcoming|let'?s"
    rb"|shall|hope|save the date|catch (?:us|me|the)|free on|who'?s|anyone)\b",
    re.I,
)
_BACK = re.compile(
    rb"\b(?:throwback|tbt|recap|flashback|was|were|had|went|thanks|thank|thx|saw|did|got)\b", re.I
)
_LEADS = frozenset(
    "on this next nxt last lst every by till til until from to since before after for come coming"
    " or and tis dis b4 again &".split()
)
# "in the sun", "who sat", "to wed": these need a word that only a day has before it
_WORDS = frozenset(("sat", "sun", "mon", "wed"))
_DAYLIKE = re.compile(
    r"[ ,]{0,2}@?\s?\d{1,2}(?:[:.]?\d\d)?\s?(?:[ap]m|-)"
    r"|(?:\s?[-&/]\s?| to )(?:mon|tue|wed|thu|fri|sat|sun)"
)
_RANGE = re.compile(r"(?:mon|tues?|weds?|thu(?:r?s)?|fri|sat|sun)(?:\s?[-&/,]\s?| to )$")


def chat_lean(at: Place) -> Lean:
    """Which way a message points: by the verb, and where none is sure by what it invites to."""
    lean = at.lean()
    if lean.direction is not Direction.NEAREST and lean.sure:
        return lean
    ahead, back = _AHEAD.search(at.flat), _BACK.search(at.flat)
    if ahead and not back:
        return Lean(Direction.FUTURE, f"'{ahead.group().decode()}' looks ahead")
    return lean


def _is_day(raw: str, part: str, at: Place) -> bool:
    """Whether a short name is a weekday here: "on sat", "sun 7pm", "mon-wed"."""
    name = raw.lower().rstrip(".")
    if part or name not in _WORDS or at.is_whole():
        return True
    lead = at.words_before()
    if lead and lead[0] in _LEADS and not (name == "sun" and lead[0] in ("from", "for", "to")):
        return True
    return bool(_DAYLIKE.match(at.after(10).lower()) or _RANGE.search(at.before(10).lower()))


def _weekday(m: Parts, at: Place) -> Reading | None:
    """A weekday by its short name or drawn out, and any weekday with a spelt part of day."""
    raw, now = m.raw("wd"), at.anchor
    if tagged(at) or not _is_day(raw, m["part"], at):
        return None
    if at.before(6).lower().endswith(("black ", "super ", "good ", "cyber ")):
        return None
    begun = at.story_day.span if at.story_day else None
    if begun and _RANGE.search(at.before(10).lower()):  # "mon-fri" ends after it began
        d = coming(WEEKDAYS[m["wd"][:3]], begun[0])
        return on_day(d, f"follows on {days.say(begun[0])}", now)
    lean = chat_lean(at)
    if lean.direction is Direction.NEAREST and has_chat(at.flat):
        # a caption without a verb shows what just was; a headline may be of either side
        lean = Lean(Direction.PAST, "no verb looks ahead")
    d, why = by_direction(raw, now, lean)
    reading = on_day(d, why, now, bare=True)
    return with_part(reading, part_name(m["part"])) if m["part"] else reading


def _related(m: Parts, at: Place) -> Reading | None:
    """ "nxt mon", "this sat", "last fri nite"; "every sat" recurs."""
    weekday, now, rel = WEEKDAYS[m["wd"][:3]], at.anchor, rel_name(m["rel"])
    part = part_name(m["part"]) if m["part"] else ""
    if rel == "every":
        code = PART_CODE.get(part)
        value = f"XXXX-WXX-{weekday + 1}" + (f"T{code}" if code else "")
        return recurs(value)
    if rel == "last":
        d = last_named(weekday, now)
    elif rel == "past":
        d = latest(weekday, now - timedelta(1))
    elif rel == "next":
        d = now - timedelta(now.weekday()) + timedelta(7 + weekday)
    elif rel == "coming":
        d = coming(weekday, now)
    else:
        d = now - timedelta(now.weekday()) + timedelta(weekday)
        if d < now and at.lean().direction is not Direction.PAST:
            d += timedelta(7)  # "this sat" on a Sunday invites to the one ahead
    reading = on_day(d, weekday_beside(rel, now), now)
    return with_part(reading, part) if part else reading


_SMALL_MONTH_LEADS = frozenset(
    "in till til until since by from this next nxt last early mid late end".split()
)


def _month(m: Parts, at: Place) -> Reading | None:
    """ "back in dec", "till mar", "Shop March": small or short months that a preposition leads."""
    raw, name = m.raw("mon"), m["mon"]
    if tagged(at):
        return None
    leads = [word.strip("-") for word in at.words_before(2)]
    lead = leads[-1] if leads else ""
    led = lead in _SMALL_MONTH_LEADS or leads in (["end", "of"], ["start", "of"])
    if name in ("may", "mar"):
        led = led and lead != "this"
    if raw == "March" and at.before(2)[:1].isalnum():
        led = True  # written large inside a line: "our March set"
    if not led:
        return None
    if lead in ("last", "lst", "next", "nxt"):
        said = Direction.PAST if lead[0] == "l" else Direction.FUTURE
        day = days.step(at.anchor, "month", -1 if lead[0] == "l" else 1)
        return month_by(month_number(name), day, Lean(said, f"it is '{lead}'"))
    return choose_month(month_number(name), at)


def _glued(m: Parts, at: Place) -> Reading | None:
    month = month_number(m["mon"] or m["mon2"] or "march")
    day = int(m["d"] or m["d2"] or m["d3"])
    return None if tagged(at) else choose_day(month, day, at)


# names as chat writes them, with no apostrophe or short
_FEASTS: dict[str, Feast] = {
    name.replace("'", ""): feast for name, feast in NAMED.items() if "'" in name
}
_FEASTS |= {
    "xmas eve": fixed(12, 24),
    "xmas day": fixed(12, 25),
    "x'mas": fixed(12, 25),
    "x'mas eve": fixed(12, 24),
    "nye": fixed(12, 31),
    "new year eve": fixed(12, 31),
    "new year day": fixed(1, 1),
    "new year": fixed(1, 1),
    "valentines": fixed(2, 14),
    "valentine day": fixed(2, 14),
    "valentine's": fixed(2, 14),
    "vday": fixed(2, 14),
    "v-day": fixed(2, 14),
    "womens day": fixed(3, 8),
    "women's day": fixed(3, 8),
    "april fools": fixed(4, 1),
    "april fool": fixed(4, 1),
    "easter": NAMED["easter"],
    "easter sunday": NAMED["easter sunday"],
    "easter monday": NAMED["easter monday"],
    "good friday": NAMED["good friday"],
    "black friday": NAMED["black friday"],
    "labour day": fixed(5, 1),
    "st patricks day": fixed(3, 17),
    "turkey day": NAMED["thanksgiving"],
    "deepavali": moon.diwali,
    "hari raya": NAMED["eid al-fitr"],
    "eid": NAMED["eid al-fitr"],
}


def _feast(m: Parts, at: Place) -> Reading | None:
    if tagged(at):
        return None
    feast = _FEASTS[" ".join(m["name"].split())]
    if m["y"]:
        return on_day(feast(int(m["y"])), f"falls then in {m['y']}")
    return bare_feast(at, feast)


_NAMED_WITH = "|".join(sorted(_FEASTS, key=len, reverse=True)).replace(" ", "{S}")


def _season(m: Parts, at: Place) -> Reading | None:
    """A season of this year: clothes and trips are told of ahead, whatever the verb."""
    now, code = at.anchor, SEASON_CODES[m["s"]]
    if tagged(at) or (m["s"] == "spring" and at.after(4) == " of "):
        return None
    year = now.year - (code == "WI" and now.month <= 2)
    reading = on_season(year, code, f"is the one of the year of {days.say(now)}", now)
    # a winter in its second year is written by that year here, as annotators of chat have it
    return replace(reading, value=f"{now.year:04}-{code}")


_SHORT = r"(?:mon|tues?|weds?|thurs?|thur?|fri|sat|sun)"
_LONG = r"(?:mon|tues|wednes|thurs|fri|satur|sun)da+y+"
_N = r"(?:0?[1-9]|[12]\d|3[01])"
_GLUED = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_WD = rf"(?P<wd>{_SHORT}|{_LONG})"

RULES: tuple[Rule, ...] = (
    Rule(
        "weekday in chat",
        rf"{_WD}\.?(?:,?{{S}}(?P<part>{CHAT_PARTS}))?",
        _weekday,
        yes=(
            ("lol call me on [sat]", "2025-10-25"),
            ("the shop was shut on [thurs] lol", "2025-10-23"),
            ("what a [fri nite] lol", "2025-10-24TNI"),
            ("join us [wed] 7-9 lol", "2025-10-29"),
            ("omg it is [saturdayyy]", "2025-10-25"),
        ),
        no=("he sat in the sun lol", "they wed at sea lol", "#sun #sat"),
        only=Genre.MESSAGE,
    ),
    Rule(
        "related weekday in chat",
        rf"(?P<rel>{REL}){{S}}{_WD}(?:,?{{S}}(?P<part>{CHAT_PARTS}))?",
        _related,
        yes=(
            ("omg exams [nxt mon]", "2025-10-27"),
            ("party [this fri] omg", "2025-10-31"),
            ("we lost [lst wed] omg", "2025-10-15"),
            ("choir [every sat] omg", "XXXX-WXX-6"),
        ),
        no=("they sat this out lol",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "month in chat",
        r"(?P<mon>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|march)\.?",
        _month,
        yes=(
            ("lol back in [dec]", "2025-12"),
            ("omg no pay till [feb]", "2026-02"),
            ("we met last [jan] lol", "2025-01"),
            ("exams next [oct] lol", "2026-10"),
            ("rain now, sun [mid-dec] lol", "2025-12"),
            ("Our [March] prints sold out :)", "2025-03"),
        ),
        no=("may the best cat win lol", "lol they march on", "this may be it lol"),
        only=Genre.MESSAGE,
    ),
    Rule(
        "feast in chat",
        rf"(?P<name>{_NAMED_WITH})(?:{{S}}(?P<y>{{YEAR}}))?",
        _feast,
        yes=(
            ("flowers for [mothers day] lol", "2025-05-11"),
            ("lol happy [new year] all", "2026-01-01"),
            ("baking for [xmas eve] lol", "2025-12-24"),
            ("best [NYE] ever lol", "2025-12-31"),
        ),
        no=("#nye #xmas",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "season in chat",
        r"(?:the{S})?(?P<s>spring|summer|autumn|winter)",
        _season,
        yes=(("omg [winter] boots on sale", "2025-WI"), ("so ready for [summer] lol", "2025-SU")),
        no=("lol #summer",),
        only=Genre.MESSAGE,
    ),
    Rule(
        "day and month written together",
        rf"(?P<d>{_N})(?P<mon>{_GLUED})|(?P<mon2>{_GLUED})(?P<d2>{_N})"
        rf"|(?P<d3>{_N})(?:st|nd|rd|th)?{{S}}march",
        _glued,
        yes=(
            ("lol gig on [14 march]", "2026-03-14"),
            ("omg wedding on [14feb]", "2026-02-14"),
            ("omg wedding on [nov9]", "2025-11-09"),
        ),
        only=Genre.MESSAGE,
    ),
)
