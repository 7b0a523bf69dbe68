"""What stands above an article: its title, its byline, and the line that dates it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from timeline.reading.dateline import dateline_day, match_dateline
from timeline.reading.dates import first_date_in, whole_date
from timeline.reading.errors import ArticleError, DateError

# How far down a date still dates the article: lines with something on them, and characters.
_TOP_LINES = 12
_TOP = 1500
# Lines between title and date that are no part of the article: a standfirst, a picture's caption,
# as long as they are no sentences.
_STANDFIRST = 300
_TITLE_CHARS = 150
_SOURCES = ("first words", "published line", "updated line", "date line")

_FIRST_WORDS = re.compile(
    r"[\s\ufeff]*date[ \t]*[: \t][ \t]*(\d{4}-\d{1,2}-\d{1,2})(?!\d)[ \t]*", re.I
)
_LABEL = re.compile(
    r"\W{0,4}(?P<label>published|publication date|date published|posted|date|updated|last updated"
    r"|title|headline)(?:\s+(?:on|at))?\W{0,3}?(?P<colon>:|\s)\W{0,4}(?P<value>\S.*)",
    re.I,
)
_BYLINE = re.compile(r"(?:By|Reporting by)\s+[A-Z]")
_ENDED = re.compile(r"[.:;,][\"”’')]*$")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_RULE = re.compile(r"\W+")
_MARKUP = "#*_=~ \t\ufeff"


@dataclass(frozen=True, slots=True)
class Header:
    """What was found above the article.

    Attributes:
        day: its date, None if nothing gives one.
        source: how the date was found, in words.
        words: the words that gave it.
        title: the headline, or an empty string.
        body_start: the character at which the article proper begins.
        problem: why a date that is there cannot be used.
    """

    day: date | None = None
    source: str = ""
    words: str = ""
    title: str = ""
    body_start: int = 0
    problem: ArticleError | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    alone: bool  # nothing on the line below


def read_header(text: str) -> Header:
    """Read what stands above an article.

    The first of these that is there gives the date: the first words `date YYYY-MM-DD`; a
    `Published:`, `Date:` or `Updated:` line; a line that is nothing but a full date; a dateline.
    Lines count down to the first that ends as a sentence does: there the article has begun.

    Args:
        text: the whole input.

    Returns:
        What was found. A date that is there but cannot be used is not an error yet, since the
        user may have given another: it is in `problem`.
    """
    opening = _FIRST_WORDS.match(text)
    scan = _scan_dated(text, opening) if opening else _scan_lines(text)
    dateline = match_dateline(text, scan.body)
    end = _skip_space(text, scan.body + dateline.length) if dateline else scan.body
    for source in _SOURCES:
        if source in scan.finds:
            day, words = scan.finds[source]
            return Header(day, source, words, scan.title, end)
    undated = Header(title=scan.title, body_start=end, problem=scan.problem)
    if dateline is None or not dateline.words or (scan.problem and not dateline.day):
        return undated
    try:
        day = dateline_day(dateline, text)
    except ArticleError as error:
        return replace(undated, problem=error)
    return Header(day, "dateline", dateline.words, scan.title, end)


@dataclass(slots=True)
class _Scan:
    """What the lines above the article give: dates by the kind of line, a title, where they end."""

    body: int
    finds: dict[str, tuple[date, str]] = field(default_factory=dict)
    title: str = ""
    problem: ArticleError | None = None


def _scan_dated(text: str, opening: re.Match[str]) -> _Scan:
    """A text whose first words are its date: nothing but a title may still come."""
    scan = _Scan(opening.end())
    try:
        scan.finds["first words"] = _iso(opening[1]), opening[0].strip(" \t\r\n\ufeff")
    except ArticleError as error:
        scan.problem = error
    lines = _lines(text, scan.body)
    if lines and _is_title(lines[0], lines):
        scan.title, scan.body = lines[0].text.strip(_MARKUP), lines[0].end
    scan.body = _skip_space(text, scan.body)
    return scan


def _scan_lines(text: str) -> _Scan:
    """A text that may have title, byline and date on lines of their own."""
    scan = _Scan(0)
    lines = _lines(text, 0)
    passed, in_header = 0, True
    for line in lines:
        part = _header_part(line, scan)
        if part and in_header:
            scan.body = line.end
        elif in_header and not part and not scan.title and _is_title(line, lines):
            scan.title, scan.body = line.text.strip(_MARKUP), line.end
        elif not part and _SENTENCE.search(line.text):
            break  # the article has begun: a date further down is one that it tells of
        elif in_header:
            passed += len(line.text)
            in_header = passed <= _STANDFIRST and not match_dateline(text, line.start)
    scan.body = _skip_space(text, scan.body)
    return scan


def _header_part(line: _Line, scan: _Scan) -> bool:
    """Whether a line is a date, a `Title:`, a byline or a rule; notes what it says in `scan`."""
    try:
        found = _dated_line(line)
    except ArticleError as error:
        scan.problem = scan.problem or error
        return True
    if found:
        scan.finds.setdefault(found[0], (found[1], line.text))
        return True
    headed = _titled(line)
    scan.title = scan.title or headed
    return bool(headed or _RULE.fullmatch(line.text) or _is_byline(line))


def _iso(text: str) -> date:
    year, month, day = map(int, text.split("-"))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateError(f"There is no such day as {text}.") from error


def _lines(text: str, start: int) -> list[_Line]:
    """The first lines that have something on them."""
    lines: list[_Line] = []
    top = text[start : start + _TOP]
    offset = start
    pieces = top.splitlines(keepends=True)
    for index, piece in enumerate(pieces):
        if piece.strip(_MARKUP + "\r\n"):
            below = pieces[index + 1].strip() if index + 1 < len(pieces) else ""
            whole = index + 1 < len(pieces) or len(text) <= start + _TOP
            if whole:
                lines.append(_Line(offset, offset + len(piece), piece.strip(), not below))
        offset += len(piece)
        if len(lines) == _TOP_LINES:
            break
    return lines


def _dated_line(line: _Line) -> tuple[str, date] | None:
    """The kind of a line that gives the date, and the date.

    Raises:
        ArticleError: if it gives one that cannot be used.
    """
    match = _LABEL.match(line.text)
    if match and match["label"].lower() not in ("title", "headline"):
        # "Published 3 May 2024" is a date, and "Published reports of 3 May 2024" is a sentence.
        value = match["value"]
        day = first_date_in(value[:80]) if match["colon"] == ":" else whole_date(value)
        if day:
            updated = "updated" in match["label"].lower()
            return ("updated line" if updated else "published line"), day
    day = whole_date(line.text)
    return ("date line", day) if day else None


def _titled(line: _Line) -> str:
    """The value of a `Title:` line, as Markdown's front matter has."""
    match = _LABEL.match(line.text)
    if match and match["label"].lower() in ("title", "headline") and match["colon"] == ":":
        return match["value"].strip(_MARKUP + "\"'")
    return ""


def _is_byline(line: _Line) -> bool:
    return len(line.text) <= 100 and bool(_BYLINE.match(line.text)) and line.text[-1] not in ".?!"


def _is_title(line: _Line, lines: list[_Line]) -> bool:
    """Whether a line looks like a headline: short, no sentence, with something below it."""
    if line is lines[-1] or len(line.text) > _TITLE_CHARS or _ENDED.search(line.text):
        return False
    if not any(char.isalpha() for char in line.text) or match_dateline(line.text, 0):
        return False
    below = lines[lines.index(line) + 1]
    try:
        return line.alone or line.text.startswith("#") or _dated_line(below) is not None
    except ArticleError:
        return True


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    return start
