"""Text, bytes or a file, read into an `Article`."""

from __future__ import annotations

import hashlib
from datetime import date as Date
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from timeline.model import Article
from timeline.reading.dates import GIVE_DATE, checked, given_date
from timeline.reading.decode import MAX_BYTES, clean, decode
from timeline.reading.errors import ArticleError
from timeline.reading.header import Header, read_header

SUFFIXES = (".txt", ".text", ".md", ".markdown")

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
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"This text has {len(text):,} characters, and one article may have "
            f"{MAX_CHARACTERS:,} at most.",
            "Split it into the articles that it is made of, and open those.",
        )
    text = clean(text)
    header = read_header(text)
    if not any(char.isalnum() for char in text[header.body_start :]):
        raise ArticleError("There is no article: the text is empty.", "Paste or open its text.")
    day, source, words = _date(header, date)
    url = _checked_url(source_url)
    digest = hashlib.sha256(f"{day.isoformat()}\n{text}".encode()).hexdigest()
    return Article(
        id=article_id or digest[:16],
        text=text,
        date=day,
        date_source=source,
        date_text=words,
        body_start=header.body_start,
        title=" ".join((title or header.title).split()),
        source_url=url,
    )


def read_bytes(
    data: bytes,
    *,
    name: str = "",
    date: Date | str | None = None,
    title: str = "",
    source_url: str = "",
    article_id: str = "",
) -> Article:
    """Read an article from the bytes of a file.

    Args:
        data: the whole file, in any encoding.
        name: its name, of which the ending tells the format; plain text if it has none.
        date, title, source_url, article_id: as for `read_text`.

    Raises:
        ArticleError: as `read_text`, or if the file is in a format that is not read.
    """
    _check_format(name)
    return read_text(
        decode(data), date=date, title=title, source_url=source_url, article_id=article_id
    )


def read_file(
    path: Path,
    *,
    date: Date | str | None = None,
    title: str = "",
    source_url: str = "",
    article_id: str = "",
) -> Article:
    """Read an article from a file.

    Args:
        path: the file.
        date, title, source_url, article_id: as for `read_text`.

    Raises:
        ArticleError: as `read_bytes`, or if the file cannot be opened.
    """
    path = Path(path)
    _check_format(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ArticleError("There is no such file.", "Check its name and folder.") from error
    except IsADirectoryError as error:
        raise ArticleError("This is a folder.", "Name the files in it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(f"The file cannot be opened: {reason}.", "Check it.") from error
    return read_bytes(data, date=date, title=title, source_url=source_url, article_id=article_id)


def _check_format(name: str) -> None:
    suffix = PurePath(name).suffix.lower()
    if suffix and suffix not in SUFFIXES:
        raise ArticleError(
            f"Files that end in {suffix} are not read.",
            f"These are: {', '.join(SUFFIXES)}. Save the article as plain text and try again.",
        )


def _date(header: Header, given: Date | str | None) -> tuple[Date, str, str]:
    """The date, how it was found, and the words that gave it."""
    if isinstance(given, str) and not given.strip():
        given = None
    if given is not None:
        return given_date(given), "given", ""
    if header.day is not None:
        return checked(header.day), header.source, header.words
    if header.problem is not None:
        raise header.problem
    raise ArticleError(
        "The article's date is not in its first lines.",
        f"{GIVE_DATE} Or begin the text with the words: date YYYY-MM-DD",
    )


def _checked_url(url: str) -> str:
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
