"""How "last", "this" and "next" are explained: in terms of the day that they are counted from."""

from __future__ import annotations

from datetime import date

from timeline.timex import days

BACK = frozenset("last past previous prior preceding".split())
HERE = frozenset("this current present".split())


def unit_beside(word: str, unit: str, day: date) -> str:
    """Why "last week" is that week: "is the week before the one of Saturday 25 October 2025"."""
    last = word.split()[-1]
    if last in HERE and unit == "weekend":
        return f"is the weekend of the week of {days.say(day)}"
    if last in HERE:
        return f"is the {unit} that holds {days.say(day)}"
    return f"is the {unit} {'before' if last in BACK else 'after'} the one of {days.say(day)}"


def named_beside(word: str, name: str, day: date) -> str:
    """Why "last December" is that one: "is the latest December before that of the day"."""
    last = word.split()[-1]
    if last in HERE:
        return f"is the {name} of the year of {days.say(day)}"
    if last in BACK:
        return f"is the latest {name} to be over by {days.say(day)}"
    return f"is the first {name} to begin after {days.say(day)}"


def weekday_beside(word: str, day: date) -> str:
    """Why "last Friday" is that day: by the week, or by the days since and until."""
    if word == "last":
        return f"is the one of the ISO week before that of {days.say(day)}"
    if word == "next":
        return f"is the one of the ISO week after that of {days.say(day)}"
    if word == "this":
        return f"is the one of the ISO week of {days.say(day)}"
    side = "latest one before" if word.split()[-1] in BACK else "first one after"
    return f"is the {side} {days.say(day)}"
