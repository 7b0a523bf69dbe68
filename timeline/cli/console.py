"""What the commands share: their common options, exit codes, and how they write and complain."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from rich.table import Table

NOTHING_FOUND = 1
USAGE = 2
UNREADABLE = 3

EXIT_CODES = """
\b
Exit codes:
  0  done
  1  the articles were read, and there is nothing of the kind in them
  2  wrong usage, or the output cannot be written
  3  an article could not be read; what the others say is still put out
"""

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Articles: text, HTML, PDF, .docx, mail, a feed, CSV, JSON Lines; or an address.",
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        "-d",
        metavar="DATE",
        help="The articles' date, YYYY-MM-DD, if the text gives none or another.",
    ),
]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="The article's headline.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, not to stdout.")
]


def spare(files: list[str], output: Path | None) -> None:
    """Refuse to write over an article that is to be read."""
    if output is not None and output.exists():
        for name in files:
            if name != "-" and Path(name).exists() and output.samefile(name):
                fail(f"{output} is one of the articles: give another name to write to.")


def write(data: bytes, output: Path | None) -> None:
    if output is None:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # `timeline extract … | head` has what it wants
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit from None
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        fail(f"{output} cannot be written: {error.strerror or error}.")


def print_table(table: Table, output: Path | None = None) -> None:
    from rich.console import Console

    if output is None:
        Console().print(table)
        return
    from io import StringIO

    text = StringIO()
    Console(file=text, width=160).print(table)
    write(text.getvalue().encode(), output)


def complain(message: str) -> None:
    typer.echo(message, err=True)


def fail(message: str) -> NoReturn:
    complain(message)
    raise typer.Exit(USAGE)
