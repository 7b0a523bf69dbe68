"""Weekdays: bare by the direction of their clause, or with last, next, this."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.model import Direction, Precision, TimexType
from timeline.timex import days
from timeline.timex.day_parts import with_part
from timeline.timex.english.fragments import WEEKDAYS
from timeline.timex.english.habits import is_habitual
from timeline.timex.english.reasons import weekday_beside
from timeline.timex.genre import Genre
from timeline.timex.nearest import coming, latest, weekday_by
from timeline.timex.patterns import Parts
from timeline.timex.rule import Lean, Place, Reading, Rule
from timeline.timex.running import reached, say
from timeline.timex.timex3 import PART_CODE, on_day


def last_named(weekday: int, anchor: date) -> date:
    """The day that "last Tuesday" means: that of last week, where this week has had one already.

    So do the annotators of news and the makers of other taggers count; likewise "next Tuesday" is
    that of next week, and only "this coming", "this past" and "the next" count from the day. A week
    that ends on the anchor itself is the last one.
    """
    if anchor.weekday() == 6:
        return latest(weekday, anchor - timedelta(1))
    return anchor - timedelta(anchor.weekday()) + timedelta(weekday - 7)


def by_direction(name: str, anchor: date, lean: Lean) -> tuple[date, str]:
    """A weekday's date by its name, and the reasoning."""
    return weekday_by(WEEKDAYS[name[:3].lower()], anchor, lean)


# "next Tuesday and Wednesday": the second day is the first of its name after the first
_SHOW = re.compile(rb" (?:Evening|Morning|Night) [A-Z][a-z]")  # the Saturday Evening Gazette
_LISTED = re.compile(r"\b(?:[Nn]ext|[Ll]ast|[Tt]his) [A-Z]\w+day(?:,| and| or|, and) $")


def _bare(m: Parts, at: Place) -> Reading | None:
    raw = m.raw("wd")
    if _SHOW.match(at.flat, at.end, at.end + 12):
        return None
    if at.before(1) == "#" or (
        m.raw("part").istitle() and not raw.isupper() and at.after(2)[1:].isupper()
    ):
        return None  # a hashtag; the Saturday Evening Post
    if at.is_whole():
        pass  # "fri" and nothing else is a day
    elif raw in ("sun", "sat", "mon", "wed", "fri", "tue", "thu", "weds", "tues", "thur", "thurs"):
        return None
    if len(raw.rstrip(".")) < 6 and not at.is_whole():
        if raw.isupper() and len(raw) == 3 and not at.after(2).strip()[:1].isdigit():
            return None
        previous = at.words_before()
        if raw in ("Sun", "Sat", "Mon", "Wed") and (
            not previous or previous[0] not in ("on", "till", "until", "by", "from", "to", "since")
        ):
            return None
    following = at.after(14).split()
    paper = following[0].strip(".,'\"") if following and at.after(1) == " " else ""
    if paper in ("Times", "Telegraph", "Herald", "Mirror"):
        return None
    if at.before(6).lower().endswith(("black ", "super ", "good ", "bloody ", "ruby ")):
        return None
    listed = at.story_day.span if at.story_day else None
    if listed and _LISTED.search(at.before(28)):
        d = coming(WEEKDAYS[raw[:3].lower()], listed[0])
        return on_day(d, f"follows in a list that begins on {days.say(listed[0])}", at.anchor)
    if at.genre is not Genre.MESSAGE and is_habitual(at):
        part = PART_CODE.get(m["part"], "")
        return Reading(
            TimexType.SET,
            f"XXXX-WXX-{WEEKDAYS[raw[:3].lower()] + 1}" + (f"T{part}" if part else ""),
            None,
            Precision.NONE,
            "is that of any week, as its sentence tells what is usual",
        )
    running = reached(at)
    if running:
        return _told(raw, m["part"], *running)
    d, why = by_direction(raw, at.anchor, at.lean())
    reading = on_day(d, why, at.anchor, bare=True)
    return with_part(reading, m["part"]) if m["part"] else reading


def _told(name: str, part: str, base: date, precision: Precision) -> Reading | None:
    """A weekday of a narrative: the first of its name from the story's day on.

    Where the story has named no day, no date follows, and none is given.
    """
    weekday = WEEKDAYS[name[:3].lower()]
    if precision not in (Precision.DAY, Precision.MINUTE, Precision.HOUR):
        return Reading(
            TimexType.DATE,
            f"XXXX-WXX-{weekday + 1}",
            None,
            Precision.NONE,
            f"is a weekday after {say(base, precision)}, which names no day",
        )
    d = base + timedelta((weekday - base.weekday()) % 7)
    reading = on_day(d, f"is the first of its name after {say(base, precision)}", base, bare=True)
    return with_part(reading, part) if part else reading


def _relative(m: Parts, at: Place) -> Reading | None:
    if m.raw("wd") in ("sat", "sun", "wed", "Sun") and at.genre is not Genre.MESSAGE:
        return None
    weekday, now = WEEKDAYS[m["wd"][:3]], at.anchor
    word = " ".join(m["rel"].split())
    monday = now - timedelta(now.weekday())
    story = at.story_day.span if at.story_day else None
    if word in ("the previous", "the following") and story:
        step = latest if word == "the previous" else coming
        d = step(weekday, story[0] - timedelta(word == "the previous"))
        return on_day(d, weekday_beside(word, story[0]), story[0])
    if word in ("past", "this past", "previous", "the previous"):
        d = latest(weekday, now - timedelta(1))
    elif word == "last":
        d = last_named(weekday, now)
    elif word == "next" and at.words_before() != ["the"]:
        d = monday + timedelta(7 + weekday)
    elif word in ("next", "coming", "this coming", "the following", "upcoming"):
        d = coming(weekday, now)
    else:
        d = monday + timedelta(weekday)
        lean = at.lean()
        if d < now and lean.direction is Direction.FUTURE:
            d += timedelta(7)
    bare = "coming" if word == "next" and at.words_before() == ["the"] else word
    reading = on_day(d, weekday_beside(bare, now), now)
    return with_part(reading, m["part"]) if m["part"] else reading


def _of_week(m: Parts, at: Place) -> Reading | None:
    """ "Tuesday of last week", "Tuesday next week"."""
    weekday, now = WEEKDAYS[m["wd"][:3]], at.anchor
    offset = {"last": -7, "previous": -7, "past": -7, "this": 0}.get(m["rel"], 7)
    d = now - timedelta(now.weekday()) + timedelta(weekday + offset)
    side = "last" if offset < 0 else "next" if offset else "this"
    return on_day(d, weekday_beside(side, now), now)


def _week_from(m: Parts, at: Place) -> Reading | None:
    now = at.anchor
    if m["ago"]:
        base = latest(WEEKDAYS[m["wd2"][:3]], now - timedelta(1))
        d = base - timedelta(7)
    elif m["wd"] or m["wd3"]:
        d = coming(WEEKDAYS[(m["wd"] or m["wd3"])[:3]], now) + timedelta(7)
    else:
        base = {"today": now, "tomorrow": now + timedelta(1)}[m["word"]]
        d = base + timedelta(7)
    return on_day(d, f"counts a week from a day told from {days.say(now)}", now)


RULES: tuple[Rule, ...] = (
    Rule(
        "weekday",
        r"(?P<wd>{WDAY})(?:,?{S}(?P<part>morning|afternoon|evening|night))?",
        _bare,
        yes=(
            ("She arrives on [Sunday].", "2025-10-26"),
            ("She told reporters on [Wednesday] that it was over.", "2025-10-22"),
            ("She will speak on [Thursday].", "2025-10-30"),
            ("She spoke on [Saturday].", "2025-10-25"),
            ("She spoke [Friday night].", "2025-10-24TNI"),
            ("There are two boats a week, on [Monday] and Friday.", "XXXX-WXX-1"),
            ("Two roads closed following [Tuesday]'s flood.", "2025-10-21"),
        ),
        no=("The Sun rose at six.", "He sat down.", "The Sunday Times said so."),
    ),
    Rule(
        "last, this, next weekday",
        r"(?P<rel>last|next|this|this{S}past|this{S}coming|past|coming|previous|the{S}previous|the{S}following|upcoming){S}(?P<wd>{WDAY})(?:{S}(?P<part>morning|afternoon|evening|night))?",
        _relative,
        yes=(
            ("They lost [last Saturday].", "2025-10-18"),
            ("They play [next Friday].", "2025-10-31"),
            ("They lost [last Tuesday].", "2025-10-14"),
            ("They lost [this past Tuesday].", "2025-10-21"),
            ("They play [this coming Monday].", "2025-10-27"),
        ),
    ),
    Rule(
        "weekday of a week",
        r"(?P<wd>{WEEKDAY}),?{S}(?:of{S})?(?:the{S})?(?P<rel>last|this|next|coming|following|previous|past){S}week",
        _of_week,
        yes=(("They lost on [Tuesday of last week].", "2025-10-14"),),
    ),
    Rule(
        "a week from a day",
        r"(?:(?:a|one){S}week{S}(?:from|after){S}(?:(?P<word>today|tomorrow)|(?P<wd>{WEEKDAY}))|(?P<ago>a{S}week{S}ago){S}(?:last{S}|on{S})?(?P<wd2>{WEEKDAY}))|(?:on|by|until|till|from|and){S}(?P<x>(?P<wd3>{WEEKDAY}){S}week)",
        _week_from,
        yes=(
            ("They play [a week from Friday].", "2025-11-07"),
            ("They played [a week ago Friday].", "2025-10-17"),
            ("She is to join them on [Sunday week].", "2025-11-02"),
        ),
    ),
)
