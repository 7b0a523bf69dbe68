"""Feeds (RSS, Atom): an article for each entry."""

from __future__ import annotations

import io

from timeline.reading.draft import Draft, local_day
from timeline.reading.errors import ArticleError
from timeline.reading.markup import plain_text


def read_feed(data: bytes) -> list[Draft]:
    """Read the entries of a feed (by feedparser), each with the day that its publisher gives.

    Args:
        data: the feed's XML.

    Raises:
        ArticleError: if it is no feed, or has no entry.
    """
    import feedparser

    # As a stream: given a string, feedparser would fetch what looks like an address.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=True)
    if not feed.entries:
        raise ArticleError("There is no article in this feed.", "Give the address of an article.")
    drafts = []
    for number, entry in enumerate(feed.entries, 1):
        parts = [part.get("value", "") for part in entry.get("content", [])]
        text = plain_text(max([*parts, entry.get("summary", "")], key=len))
        # The words as published: feedparser's own parsed time is UTC, which may be another day.
        words = str(entry.get("published") or entry.get("updated") or "")
        day = local_day(words)
        title = plain_text(str(entry.get("title", "")))
        drafts.append(
            Draft(
                text=text or title,
                title=title if text else "",
                day=day,
                source="feed" if day else "",
                words=words if day else "",
                url=_web(str(entry.get("link", ""))),
                name=f"entry {number}",
            )
        )
    return drafts


def _web(link: str) -> str:
    return link if link.startswith(("http://", "https://")) else ""
