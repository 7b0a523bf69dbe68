"""The text of an article, settled into an `Article` with a date."""

from __future__ import annotations

import hashlib
from datetime import date as Date
from urllib.parse import urlsplit

from timeline.model import Article
from timeline.reading.dates import checked, given_date
from timeline.reading.decode import clean
from timeline.reading.draft import Draft
from timeline.reading.errors import ArticleError, DateError
from timeline.reading.header import Header, read_header

# The longest judgments and reports have about so many; the language model reads them in a minute.
MAX_CHARACTERS = 1_000_000


def read_text(
    text: str,
    *,
    date: Date | str | None = None,
    title: str = "",
    source_url: str = "",
    article_id: str = "",
) -> Article:
    """Read an article that is in memory.

    Args:
        text: the article as the user gave it, with or without a title and a date above it.
        date: its date, which goes before any that the text gives.
        title: its headline, which goes before the first line of the text.
        source_url: where it was published, http or https only.
        article_id: the user's own name for it; else a hash of the text and the date.

    Returns:
        The article. Its text is the one given, but for characters that no text may hold, each of
        which becomes U+FFFD so that offsets stay as they are.

    Raises:
        ArticleError: if it is empty, too long, not text, has no date that can be used, or if the
            address is not one of the web.
    """
    draft = Draft(text, title=title, url=source_url)
    return settle(draft, date=date, article_id=article_id)


def settle(draft: Draft, *, date: Date | str | None = None, article_id: str = "") -> Article:
    """Make an article of what a format gave.

    Args:
        draft: its text, and what its format says of it.
        date: its date, which goes before any that the format or the text gives.
        article_id: as for `read_text`.

    Raises:
        ArticleError: as `read_text`.
    """
    if draft.problem:
        raise DateError(draft.problem)
    if len(draft.text) > MAX_CHARACTERS:
        raise ArticleError(
            f"This text has {len(draft.text):,} characters, and one article may have "
            f"{MAX_CHARACTERS:,} at most.",
            "Split it into the articles that it is made of, and open those.",
        )
    text = clean(draft.text)
    header = read_header(text)
    if not any(char.isalnum() for char in text[header.body_start :]):
        raise ArticleError("There is no article: the text is empty.", "Paste or open its text.")
    day, source, words = _date(header, draft, date)
    url = checked_url(draft.url)
    digest = hashlib.sha256(f"{day.isoformat()}\n{text}".encode()).hexdigest()
    return Article(
        id=article_id or digest[:16],
        text=text,
        date=day,
        date_source=source,
        date_text=words,
        body_start=header.body_start,
        title=" ".join((draft.title or header.title).split()),
        source_url=url,
    )


def stated_date(text: str) -> Date | None:
    """The date that a text itself has in its head, None if it has none that can be used.

    Args:
        text: the article as the user gave it, whatever date they gave with it.
    """
    return read_header(text).day


def _date(header: Header, draft: Draft, given: Date | str | None) -> tuple[Date, str, str]:
    """The date, how it was found, and the words that gave it."""
    if isinstance(given, str) and not given.strip():
        given = None
    if given is not None:
        return given_date(given), "given", ""
    if draft.day is not None:
        return checked(draft.day), draft.source, draft.words
    if header.day is not None:
        return checked(header.day), header.source, header.words
    if header.problem is not None:
        raise header.problem
    raise DateError(
        "The article's date is not in its first lines.",
        "Or begin the text with the words: date YYYY-MM-DD.",
    )


def checked_url(url: str) -> str:
    """The address of a page, or an empty string for none.

    Raises:
        ArticleError: if it is not one of the web.
    """
    url = url.strip()
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or any(char.isspace() for char in url):
        raise ArticleError(
            f"{url[:80]!r} is not an address on the web.", "It must begin with http:// or https://."
        )
    return url
