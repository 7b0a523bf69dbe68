"""The `timeline` command.

What takes long to import (pandas, spaCy, Streamlit) is imported by the command that needs it, so
that `timeline --help` answers at once.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import dates
from timeline.cli.console import (
    EXIT_CODES,
    NOTHING_FOUND,
    UNREADABLE,
    Date,
    Files,
    Output,
    Title,
    complain,
    fail,
    print_table,
    spare,
    write,
)
from timeline.cli.sources import read_source

if TYPE_CHECKING:
    from timeline.model import Article
    from timeline.pipeline import Timeline

_LONG = 200_000  # bytes of articles from which on a progress bar is worth its line

app = typer.Typer(
    name="timeline",
    help="News articles in; dated events, timelines, maps and itineraries out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How an itinerary is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def main() -> None:
    """Run the command."""
    app()


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("news-timeline")
        except PackageNotFoundError:
            number = "(not installed)"
        typer.echo(f"timeline {number}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


@app.command(
    epilog=EXIT_CODES,
    help="""Write the dated events of articles as CSV, or as a table on a terminal.

\b
Examples:
  timeline extract article.txt
  timeline extract article.txt -o events.csv
  timeline extract *.txt --date 2025-10-25 > events.csv
  timeline extract articles.jsonl -o events.csv
  cat article.txt | timeline extract - --date "25 October 2025"
""",
)
def extract(files: Files, date: Date = None, title: Title = "", output: Output = None) -> None:
    spare(files, output)
    reading = _read_all(files, date, title)
    timeline = reading.timeline
    if not timeline.articles:
        raise typer.Exit(UNREADABLE)
    if output is None and sys.stdout.isatty():
        from timeline.export.terminal import event_table

        if timeline.events:
            print_table(event_table(timeline.to_frame()))
    else:
        write(timeline.to_csv(), output)
    if not timeline.events:
        complain("No events were found.")
    reading.finish(bool(timeline.events))


@app.command(
    epilog=EXIT_CODES,
    help="""Write where the travellers in articles go, stop by stop.

\b
Examples:
  timeline itinerary article.txt
  timeline itinerary article.txt --format json -o stops.json
  timeline itinerary *.txt --format csv > stops.csv
""",
)
def itinerary(
    files: Files,
    date: Date = None,
    title: Title = "",
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="table on a terminal, else csv."),
    ] = None,
    output: Output = None,
) -> None:
    spare(files, output)
    reading = _read_all(files, date, title)
    timeline = reading.timeline
    if not timeline.articles:
        raise typer.Exit(UNREADABLE)
    form = form or (Format.TABLE if output is None and sys.stdout.isatty() else Format.CSV)
    if form is Format.CSV:
        from timeline.export.csv import csv_bytes

        write(csv_bytes(timeline.itinerary_frame()), output)
    elif form is Format.JSON:
        from timeline.export.json import itineraries_json

        write(itineraries_json(timeline.itineraries), output)
    elif timeline.itineraries:
        from timeline.export.terminal import itinerary_table

        print_table(itinerary_table(timeline.itineraries), output)
    if not timeline.itineraries:
        complain("No one travels in what was read.")
    reading.finish(bool(timeline.itineraries))


@app.command(
    help="""Open the dashboard in the browser, on your articles or on the samples.

It listens on this machine only, and stops with Ctrl-C.

\b
Examples:
  timeline dashboard
  timeline dashboard article.txt
  timeline dashboard --port 8600 --no-browser
""",
)
def dashboard(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]", help="Articles to open.")
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=1, max=65535, help="8501, or the next free one.")
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the URL.")] = False,
    corrections: Annotated[
        Path | None,
        typer.Option("--corrections", metavar="FILE", help="Where your corrections are kept."),
    ] = None,
) -> None:
    from timeline.resources import dashboard_path, settings_path

    paths = [Path(name) for name in files or []]
    for path in paths:
        if not path.is_file():
            complain(f"{path}: there is no such file.")
            raise typer.Exit(UNREADABLE)
    settings = tomllib.loads(settings_path().read_text(encoding="utf-8"))
    settings.setdefault("server", {})["showEmailPrompt"] = False
    if port is not None:
        settings["server"]["port"] = port
    if no_browser:
        settings["server"]["headless"] = True
    if corrections is not None:
        from timeline.corrections.store import VARIABLE

        os.environ[VARIABLE] = str(corrections.resolve())
    arguments = ["run", str(dashboard_path()), *_flags(settings)]
    arguments += ["--", *(str(path.resolve()) for path in paths)]
    from streamlit.web.cli import main as streamlit

    streamlit(arguments, prog_name="timeline dashboard")


app.command(epilog=EXIT_CODES, help=dates.TAG_HELP)(dates.tag)
app.command(epilog=EXIT_CODES, help=dates.WHEN_HELP)(dates.when)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What came of reading the files."""

    timeline: Timeline
    failures: int

    def finish(self, found: bool) -> None:
        if self.failures:
            raise typer.Exit(UNREADABLE)
        if not found:
            raise typer.Exit(NOTHING_FOUND)


def _read_all(files: Sequence[str], date: str | None, title: str) -> _Reading:
    """Extract every file; those that cannot be read are reported, and the others go on."""
    if title and len(files) > 1:
        raise typer.BadParameter("a title goes with a single article", param_hint="--title")
    if files.count("-") > 1:
        raise typer.BadParameter("stdin can be read only once", param_hint="FILE")
    from timeline.language import ModelMissing
    from timeline.pipeline import Timeline
    from timeline.reading import ArticleError
    from timeline.reading.dates import given_date

    if date is not None:
        try:
            given_date(date)
        except ArticleError as error:
            raise typer.BadParameter(str(error), param_hint="--date") from error
    parts: list[Timeline] = []
    failures = 0
    with _progress(files) as advance:
        for index, name in enumerate(files):

            def share(done: float, index: int = index) -> None:
                advance(index + done, "")

            advance(index, name)
            try:
                batch = read_source(name, date, title)
                failures += len(batch.problems)
                parts += _extract_each(batch.articles, share)
            except ArticleError as error:
                failures += 1
                complain(f"{name}: {error}")
            except ModelMissing as error:
                fail(str(error))
        advance(len(files), "")
    return _Reading(Timeline.merge(parts), failures)


def _extract_each(
    articles: Sequence[Article], progress: Callable[[float], None]
) -> Iterator[Timeline]:
    from timeline.pipeline import extract as extract_article

    for index, article in enumerate(articles):

        def share(done: float, index: int = index) -> None:
            progress((index + done) / len(articles))

        yield extract_article(article, progress=share)


@contextmanager
def _progress(files: Sequence[str]) -> Iterator[Callable[[float, str], None]]:
    """A progress bar on stderr, for several files or long ones, if someone is there to see it."""
    size = sum(_size(name) for name in files)
    if not sys.stderr.isatty() or (len(files) == 1 and size < _LONG):
        yield lambda _done, _name: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:3.0f}%"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=len(files))

        def advance(done: float, name: str) -> None:
            bar.update(task, completed=done)
            if name:
                bar.update(task, description=escape(Path(name).name))

        yield advance


def _size(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except (OSError, ValueError):
        return 0


def _flags(settings: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """Settings of a TOML file as flags of `streamlit run`, which a user's own file cannot undo."""
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from _flags(value, f"{prefix}{name}.")
        else:
            for item in value if isinstance(value, list) else [value]:
                shown = str(item).lower() if isinstance(item, bool) else str(item)
                yield f"--{prefix}{name}={shown}"
