"""Which format a file has, by its name and its first bytes, and what articles are in it."""

from __future__ import annotations

from pathlib import PurePath

from timeline.reading.decode import decode
from timeline.reading.draft import Draft
from timeline.reading.errors import ArticleError

PLAIN = (".txt", ".text", ".md", ".markdown")
SUFFIXES = (
    *PLAIN, ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".rss", ".atom", ".xml",
    ".csv", ".tsv", ".jsonl", ".ndjson", ".json",
)  # fmt: skip

_PAGE = ("<!doctype html", "<html", "<head", "<body", "<article")
_FEED = ("<rss", "<feed", "<rdf:rdf")
_TOP = 2000

# What a server calls a format, as the ending that a file of it would have.
KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "message/rfc822": ".eml",
}


def read_format(data: bytes, name: str = "", url: str = "") -> list[Draft]:
    """Find the articles in a file of any format that is read.

    Args:
        data: the whole file.
        name: its name, of which the ending tells the format; without one, or as plain text, a
            web page or feed is known by its first words and a PDF by its first bytes.
        url: where it was fetched, if it was.

    Raises:
        ArticleError: if the format is not read, or the file is not what it says.
    """
    suffix = check_name(name)
    if suffix == ".pdf" or data.startswith(b"%PDF"):
        from timeline.reading.pdf import read_pdf

        return [read_pdf(data)]
    if suffix == ".docx":
        from timeline.reading.word import read_word

        return [read_word(data)]
    if suffix == ".eml":
        from timeline.reading.mail import read_mail

        return [read_mail(data)]
    return _read_written(data, decode(data), suffix, url)


def check_name(name: str) -> str:
    """The ending of a file's name, in lower case.

    Raises:
        ArticleError: if files with that ending are not read.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix and suffix not in SUFFIXES:
        raise ArticleError(
            f"Files that end in {suffix} are not read.",
            f"These are: {', '.join(SUFFIXES)}. Save the article as plain text and try again.",
        )
    return suffix


def _read_written(data: bytes, text: str, suffix: str, url: str) -> list[Draft]:
    """The articles of a format that is itself text."""
    top = text[:_TOP].strip("\ufeff \t\r\n").lower()
    if suffix in (".csv", ".tsv"):
        from timeline.reading.rows import read_csv_rows

        return read_csv_rows(text)
    if suffix in (".jsonl", ".ndjson", ".json"):
        from timeline.reading.rows import read_json_lines

        return read_json_lines(text)
    if suffix in (".rss", ".atom", ".xml") or _holds(top, _FEED):
        from timeline.reading.feed import read_feed

        return read_feed(data)
    if suffix in (".html", ".htm", ".xhtml") or _holds(top, _PAGE):
        from timeline.reading.web_page import read_page

        return [read_page(text, url)]
    return [Draft(text, url=url)]


def _holds(top: str, tags: tuple[str, ...]) -> bool:
    """Whether a text begins with markup, and one of these tags is in its first lines."""
    return top.startswith("<") and any(tag in top for tag in tags)
