"""`timeline tag` and `timeline when`: the time expressions of a text, and what one phrase means."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.console import (
    NOTHING_FOUND,
    UNREADABLE,
    Date,
    Files,
    Output,
    complain,
    spare,
    write,
)
from timeline.cli.sources import read_source

if TYPE_CHECKING:
    from timeline.export.tagged import Tagged
    from timeline.model import Article, TimeExpression

TAG_HELP = """Show where a text says when, and what each phrase means.

\b
Examples:
  timeline tag article.txt
  timeline tag article.txt --date 2025-10-25 --format timex3
  timeline tag *.txt --format csv -o dates.csv
  cat article.txt | timeline tag - --date 2025-10-25 --genre narrative
"""
WHEN_HELP = """Say what one phrase means on a day, and why.

\b
Examples:
  timeline when "by March" --date 2025-10-25
  timeline when "arrives on Sunday" --date 2025-10-25 --format json
  timeline when "samedi 25 octobre 2025" --date 2025-10-25
"""


class TagFormat(StrEnum):
    """How tagged text is written."""

    TEXT = "text"
    TIMEX3 = "timex3"
    JSON = "json"
    CSV = "csv"


class WhenFormat(StrEnum):
    """How a phrase's meaning is written."""

    TEXT = "text"
    JSON = "json"


class Kind(StrEnum):
    """The kind of text; each names what a bare "June" hangs on."""

    AUTO = "auto"
    NEWS = "news"
    NARRATIVE = "narrative"
    MESSAGE = "message"


def _known_language(code: str) -> str:
    from timeline.timex.language import FOLDERS

    if code.lower().partition("-")[0] not in FOLDERS:
        known = ", ".join(FOLDERS)
        raise typer.BadParameter(f"there is no grammar of {code!r}; there is one of {known}")
    return code


Language = Annotated[
    str,
    typer.Option(
        "--language", "-l", metavar="CODE", callback=_known_language, help="ISO 639-1 code."
    ),
]
Genre = Annotated[
    Kind, typer.Option("--genre", "-g", help="Kind of text; auto decides by the text itself.")
]


def tag(
    files: Files,
    date: Date = None,
    form: Annotated[TagFormat, typer.Option("--format", "-f", help="How to write.")] = (
        TagFormat.TEXT
    ),
    language: Language = "en",
    genre: Genre = Kind.AUTO,
    output: Output = None,
) -> None:
    """Mark the time expressions of files."""
    from timeline.export.tagged import Tagged, tagged_csv, tagged_json, timex3

    spare(files, output)
    if files.count("-") > 1:
        raise typer.BadParameter("stdin can be read only once", param_hint="FILE")
    if form is TagFormat.TIMEX3 and len(files) > 1:
        raise typer.BadParameter("a TimeML document holds one text", param_hint="--format")
    from timeline.reading import ArticleError

    every, failures = [], 0
    for name in files:
        try:
            batch = read_source(name, date)
        except ArticleError as error:
            failures += 1
            complain(f"{name}: {error}")
            continue
        failures += len(batch.problems)
        for article in batch.articles:
            found = _find(article, language, genre, merge=form is not TagFormat.TIMEX3)
            every.append(Tagged(article.title or name, article.text, article.date, found))
    if not every:
        raise typer.Exit(UNREADABLE)
    if form is TagFormat.JSON:
        write(tagged_json(every), output)
    elif form is TagFormat.CSV:
        write(tagged_csv(every), output)
    elif form is TagFormat.TIMEX3:
        write(timex3(every[0]).encode(), output)
    else:
        _show(every, output)
    if failures:
        raise typer.Exit(UNREADABLE)
    if not any(one.expressions for one in every):
        complain("No time expressions were found.")
        raise typer.Exit(NOTHING_FOUND)


def when(
    phrase: Annotated[str, typer.Argument(help="A phrase or sentence that says when.")],
    date: Annotated[
        str,
        typer.Option(
            "--date", "-d", metavar="DATE", help="The day that it was said on, YYYY-MM-DD."
        ),
    ],
    language: Language = "en",
    genre: Genre = Kind.NEWS,
    form: Annotated[WhenFormat, typer.Option("--format", "-f", help="How to write.")] = (
        WhenFormat.TEXT
    ),
) -> None:
    """Resolve one phrase."""
    from timeline.export.tagged import meaning, row
    from timeline.notation import edtf
    from timeline.reading import ArticleError
    from timeline.reading.dates import given_date
    from timeline.timex import find
    from timeline.timex.foreign import absolute

    try:
        anchor = given_date(date)
    except ArticleError as error:
        raise typer.BadParameter(str(error), param_hint="--date") from error
    found = find(phrase, anchor, language=language, genre=genre.value)
    if not any(one.text == phrase.strip() for one in found):
        whole = absolute(phrase)
        found = [whole] if whole else found
    if not found:
        complain(f"{phrase!r} says no time that is known here.")
        raise typer.Exit(NOTHING_FOUND)
    if form is WhenFormat.JSON:
        import json

        rows = [row(one) for one in found]
        write(json.dumps(rows, ensure_ascii=False, indent=2).encode() + b"\n", None)
        return
    blocks = []
    for one in found:
        lines = [one.text, f"  means    {meaning(one)}"]
        if one.when is not None:
            lines.append(f"  as EDTF  {edtf(one.when) or 'none'}")
            lines.append(f"  known to the {one.when.precision}, {one.when.qualifier}")
        lines.append(f"  TIMEX3   {one.type} {one.value}" + (f", mod {one.mod}" if one.mod else ""))
        lines.append(f"  rule     {one.rule}")
        lines.append(f"  because  {one.reason}")
        blocks.append("\n".join(lines))
    write(("\n".join(blocks) + "\n").encode(), None)


def _find(article: Article, language: str, genre: Kind, *, merge: bool) -> list[TimeExpression]:
    from timeline.timex import find

    return find(article.text, article.date, language=language, genre=genre.value, merge=merge)


def _show(every: list[Tagged], output: Path | None) -> None:
    """The marked texts, in colours on a terminal."""
    from timeline.export.tagged import marked

    if output is None and sys.stdout.isatty():
        from rich.console import Console

        console = Console(highlight=False, soft_wrap=True)
        for one in every:
            if len(every) > 1:
                console.print(f"== {one.name}", markup=False)
            console.print(marked(one))
        return
    texts = [
        (f"== {one.name}\n" if len(every) > 1 else "") + marked(one).plain.rstrip("\n")
        for one in every
    ]
    write(("\n\n".join(texts) + "\n").encode(), output)
