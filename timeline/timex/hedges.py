"""Hedges around a phrase: by, before, after, since, until, early, mid, late, about.

A preposition stays outside the expression's extent, as TIMEX3 has it, and acts on `when`; a
modifier ("late October", "the end of the year") becomes part of the extent and acts on `mod` too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.model import Bounds, Direction, Precision, Qualifier, TimexType, When
from timeline.timex import days
from timeline.timex.language import Hedges
from timeline.timex.rule import Reading

REACH = 44  # characters before an expression in which its preposition begins
_MOD = {"early": "START", "mid": "MID", "late": "END"}


@dataclass(frozen=True, slots=True)
class Hedged:
    """A reading after its hedges: where it now starts, its When and what to say of them."""

    start: int
    reading: Reading
    when: When | None
    why: str


def _plain(reading: Reading) -> When | None:
    if reading.when is not None:
        return reading.when
    if reading.span is None:
        return None
    first, last = reading.span
    value = reading.value
    if "/" in value:
        begin, end = _ends(first, last, reading.precision)
        when = When.lasted(begin, end, reading.precision, reading.qualifier)
    else:
        when = When.within(first, last, reading.precision, reading.qualifier)
    return replace(when, clock=reading.clock) if reading.clock else when


def _ends(first: date, last: date, precision: Precision) -> tuple[Bounds, Bounds]:
    """The first and the last unit of a span that lasts, each as fine as the text is."""
    if precision is Precision.DAY:
        return Bounds(first, first), Bounds(last, last)
    if precision is Precision.MONTH:
        begun, ended = days.month(first.year, first.month), days.month(last.year, last.month)
    elif precision is Precision.YEAR:
        begun, ended = days.year(first.year), days.year(last.year)
    else:
        return Bounds(first, last), Bounds(first, last)
    # "late 2007/08" is all of 2008: neither end reaches past the other
    return Bounds(first, min(begun[1], last)), Bounds(max(ended[0], first), last)


def hedge(
    flat: bytes,
    start: int,
    end: int,
    reading: Reading,
    anchor: date,
    again: Callable[[Direction, str], Reading | None],
    words: Hedges,
    alone: bool = False,
) -> Hedged:
    """Read the hedges that stand before an expression.

    Args:
        flat: the text, one byte a character.
        start, end: where the expression stands.
        reading: what its rule made of it.
        anchor: the article's day.
        again: reads the expression anew under a direction that the hedge imposes ("by March").
        words: the hedges of the language.
        alone: surely no modifier and no preposition stands before it, so none is looked for.
    """
    own_start, why = start, reading.why
    if not alone:
        start, reading, why = _modifier(flat, start, end, reading, anchor, words)
    if reading.span is None and reading.when is None:
        return Hedged(start, reading, None, why)
    if words.onwards.match(flat, end, end + 16) and reading.span and not reading.aside:
        when = _bounded("from", reading, anchor)
        return Hedged(start, reading, when, f"{why}; what follows it opens the window")
    found = None if alone else words.preposition.search(flat, max(0, start - REACH), start)
    if not found or reading.type in (TimexType.SET, TimexType.DURATION):
        return Hedged(start, reading, _plain(reading), why)
    word = " ".join(found.group("p").decode().lower().split())
    if words.attributive(flat, found.end(), end) and word != "since":
        # "after the July deal", "before Friday's vote": the preposition governs the noun
        return Hedged(start, reading, _plain(reading), why)
    if reading.bare:
        wanted = words.points.get(word)
        if wanted:
            anew = again(wanted, word)
            if anew:
                start, reading, why = _modifier(flat, own_start, end, anew, anchor, words)
    act = words.acts.get(word, "")
    delayed = act == "until" and reading.span is not None and words.negated is not None
    if delayed and words.negated and words.negated.search(flat, max(0, start - 90), start):
        why = f"{why}; 'not … {word}' has it begin then"
        if reading.span and reading.span[1] <= anchor:
            return Hedged(start, reading, _plain(reading), why)
        act = "from"
    when = _bounded(act, reading, anchor)
    if when is None:
        return Hedged(start, reading, _plain(reading), why)
    if reading.clock:
        when = replace(when, clock=reading.clock)
    return Hedged(start, reading, when, f"{why}; '{word}' {_SAYS[when.qualifier]}")


_SAYS = {
    Qualifier.BY: "makes it a deadline whose window closes with it",
    Qualifier.BEFORE: "closes the window on the day before it",
    Qualifier.AFTER: "opens the window after it",
    Qualifier.SINCE: "opens in it and goes on",
    Qualifier.UNTIL: "ends in it",
}


def _bounded(act: str, reading: Reading, anchor: date) -> When | None:
    """The When that a preposition's act makes of a span."""
    if reading.span is None:
        return None
    first, last = reading.span
    precision = reading.precision
    if act == "by":
        if last < anchor:
            return When.within(None, last, precision, Qualifier.BY)
        return When.within(min(anchor, last), last, precision, Qualifier.BY)
    if act in ("before", "after") and reading.clock and first == last:
        # "shortly before midnight on Saturday" is on Saturday
        side = Qualifier.BEFORE if act == "before" else Qualifier.AFTER
        return When.within(first, last, precision, side)
    if act == "before":
        if first == date.min:
            return None
        day_before = first - timedelta(1)
        return When.within(None, day_before, precision, Qualifier.BEFORE)
    if act == "after":
        if precision not in (Precision.DAY, Precision.HOUR, Precision.MINUTE):
            last += timedelta(1)  # "after Friday" may be later on Friday; "after May" is June
        return When.within(last, None, precision, Qualifier.AFTER)
    if act == "from":
        return When.within(first, None, precision, Qualifier.AFTER)
    if act == "since":
        if first > anchor:
            return None
        begin = Bounds(first, min(last, anchor))
        return When.lasted(begin, Bounds(anchor, None), precision, Qualifier.SINCE)
    if act == "until":
        begin = Bounds(None, min(anchor, last))
        return When.lasted(begin, Bounds(first, last), precision, Qualifier.UNTIL)
    return None


def _modifier(
    flat: bytes, start: int, end: int, reading: Reading, anchor: date, words: Hedges
) -> tuple[int, Reading, str]:
    """Widen an expression over "late", "the end of", "about", and narrow its span."""
    why = reading.why
    found = words.modifier.search(flat, max(0, start - 30), start)
    if not found:
        return start, reading, why
    begin = found.start()
    if begin and flat[begin - 1 : begin].isalnum():
        return start, reading, why
    part, word, about = (found.group(name) for name in ("part", "word", "about"))
    if about:
        if reading.mod or reading.type is TimexType.SET or words.attributive(flat, start, end):
            return start, reading, why
        changed = replace(reading, mod="APPROX", qualifier=Qualifier.ABOUT)
        if changed.when:
            changed = replace(changed, when=replace(changed.when, qualifier=Qualifier.ABOUT))
        return begin, changed, why
    name = " ".join((part or word or b"").decode().lower().split())
    at_the_end = bool(part) and words.closing.search(flat, max(0, begin - 4), begin)
    side = words.sides.get(name, "late")
    if reading.span is None:
        return start, reading, why
    if side in ("earlier", "later"):
        return begin, _earlier_later(side, reading, anchor), f"{why}; '{name}' narrows it"
    narrowed = _third(reading, side, bool(at_the_end))
    return begin, narrowed, f"{why}; '{name}' takes its {side if side != 'mid' else 'middle'} third"


def _earlier_later(side: str, reading: Reading, anchor: date) -> Reading:
    """ "earlier this week" ends by the anchor, "later this month" begins with it."""
    first, last = reading.span or (anchor, anchor)
    mod = "START" if side == "earlier" else "END"
    if first <= anchor <= last and reading.precision is not Precision.DAY:
        span = (first, anchor) if side == "earlier" else (anchor, last)
        return replace(reading, span=span, mod=mod, qualifier=Qualifier.BETWEEN)
    return replace(reading, mod=mod)


def _third(reading: Reading, side: str, closing: bool) -> Reading:
    """The early, middle or late third of a span; a day stays whole."""
    qualifier = {"early": Qualifier.EARLY, "mid": Qualifier.MID, "late": Qualifier.LATE}[side]
    if reading.precision in (Precision.DAY, Precision.MINUTE, Precision.HOUR) or not reading.span:
        return replace(reading, mod=_MOD[side])
    early, middle, late = days.thirds(reading.span)
    span = {"early": early, "mid": middle, "late": late}[side]
    if closing and side == "late":
        span = (reading.span[1], reading.span[1]) if reading.precision is Precision.MONTH else late
    return replace(reading, mod=_MOD[side], span=span, qualifier=qualifier)
