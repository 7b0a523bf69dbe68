"""What other words make of evidence: where an arrival was, and how a list of stops ends."""

from __future__ import annotations

from dataclasses import replace

from timeline.itinerary.evidence import Share, Story, Visit, share_of
from timeline.model import When

# how many sentences before "arrived from Lima" may tell where
_NEARBY = 2


def complete_arrivals(story: Story, visits: list[Visit]) -> None:
    """Give "arrived from Lima" the place that the text has just put its traveller in."""
    doc = story.scene.doc
    for origin in [v for v in visits if v.leaves and v.arrival >= 0]:
        here = doc.tokens[origin.arrival].sentence
        before = [
            v
            for v in visits
            if v.person == origin.person
            and not v.leaves
            and v.place != origin.place
            and 0 <= here - doc.tokens[doc.token_at(v.offset) or 0].sentence <= _NEARBY
        ]
        if before:
            there = max(before, key=lambda v: v.offset)
            when, reason = story.when_at(origin.arrival)
            there.listed_after = origin
            here_then = replace(
                there, offset=origin.offset + 1, when=when, reason=reason, moves=True,
                quote=origin.quote, sentence=origin.sentence,
                phrase=story.phrase_at(origin.arrival), listed_after=origin, event_id="",
                told_by=origin.told_by,
            )  # fmt: skip
            story.date_by(here_then, origin.arrival)
            visits.append(here_then)
            origin.when, origin.dated_by = None, ""


def end_of_list(listed: list[Visit], when: When) -> Visit:
    """ "Tours Chad and Mali from 3 to 9 May": the first stop begins so, and the last one ends so.

    Args:
        listed: the stops, of which the first gets its date.
        when: a time that lasts over all of them.

    Returns:
        The end of the last stop.
    """
    listed[0].when = share_of(when, Share.BEGIN)
    return replace(
        listed[-1],
        when=share_of(when, Share.END),
        leaves=True,
        reason=listed[0].reason,
        phrase="",
        dated_by=listed[0].dated_by,
        share=Share.END,
        inherits=listed[0].inherits,
    )
