"""`timeline tag` and `timeline when`, run as users run them."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli import app

ANCHOR = "2025-10-25"
STORY = """25 October 2025

Ada Moss lands on Sunday & stays for two days. The mill <b> burned on Wednesday.
"""


def run(*arguments: str | Path, stdin: str = "") -> tuple[int, str, str]:
    """The exit code, stdout and stderr of a command."""
    result = CliRunner().invoke(app, list(map(str, arguments)), input=stdin.encode())
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_tag_shows_what_each_phrase_means(story: Path) -> None:
    code, out, _ = run("tag", story)
    assert code == 0
    assert "on Sunday [26 Oct 2025] & stays for two days [P2D]" in out
    assert "burned on Wednesday [22 Oct 2025]." in out


def test_tag_as_timex3_is_xml_with_the_same_text(story: Path) -> None:
    code, out, _ = run("tag", story, "--format", "timex3")
    assert code == 0
    text = ElementTree.fromstring(out.encode()).find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == STORY
    values = [element.get("value") for element in text.iter("TIMEX3")]
    assert values == ["2025-10-25", "2025-10-26", "P2D", "2025-10-22"]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_tag_for_programs_gives_offsets_and_bounds(form: str, story: Path) -> None:
    code, out, _ = run("tag", story, "-f", form)
    assert code == 0
    rows = (
        json.loads(out)
        if form == "json"
        else list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    )
    sunday = rows[1]
    assert STORY[int(sunday["start"]) : int(sunday["end"])] == sunday["text"] == "Sunday"
    assert (sunday["earliest"], sunday["latest"]) == ("2025-10-26", "2025-10-26")
    assert sunday["reason"].endswith(".")


def test_tag_writes_a_file_and_never_over_its_article(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "dates.csv"
    assert run("tag", story, "-f", "csv", "-o", out)[:2] == (0, "")
    assert out.read_bytes().startswith(b"\xef\xbb\xbffile,start")
    assert run("tag", story, "-o", story)[0] == 2
    assert story.read_text(encoding="utf-8") == STORY


def test_the_genre_decides_what_a_bare_month_hangs_on() -> None:
    told = "25 October 2025\n\nIn 1871 the mill was built. In June it burned."
    assert "June [June 1871]" in run("tag", "-", "--genre", "narrative", stdin=told)[1]
    assert "June [June 2025]" in run("tag", "-", "--genre", "news", stdin=told)[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tag", "none.txt"], "no such file"),
        (["tag", "-", "-l", "xx"], "no grammar of 'xx'"),
        (["tag", "-", "-"], "only once"),
        (["tag", "a.txt", "b.txt", "-f", "timex3"], "holds one text"),
        (["when", "Sunday"], "--date"),
        (["when", "Sunday", "-d", "25/13"], "not a date"),
        (["when", "a blue boat", "-d", ANCHOR], "no time"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], said: str) -> None:
    code, _, err = run(*arguments)
    assert code != 0
    assert said in " ".join(err.split())


def test_when_resolves_a_phrase_and_says_why() -> None:
    code, out, _ = run("when", "by March", "--date", ANCHOR)
    assert code == 0
    assert "by March 2026" in out
    assert "[2025-10-25..2026-03]" in out
    assert "because" in out


def test_when_as_json() -> None:
    code, out, _ = run("when", "late October", "-d", ANCHOR, "-f", "json")
    assert code == 0
    (one,) = json.loads(out)
    assert (one["earliest"], one["latest"], one["qualifier"]) == (
        "2025-10-21",
        "2025-10-31",
        "late",
    )


@pytest.mark.parametrize(
    "phrase",
    ["samedi 25 octobre 2025", "1er octobre 2025", "25 октября 2025 г.", "2025年10月25日"],
)
def test_when_reads_a_whole_date_in_any_language(phrase: str) -> None:
    code, out, _ = run("when", phrase, "-d", "2020-01-01", "-f", "json")
    assert code == 0
    (one,) = json.loads(out)
    assert one["value"] in ("2025-10-25", "2025-10-01")
    assert one["text"] == phrase
    assert one["anchor"] is None


def test_when_takes_a_language_that_has_a_grammar() -> None:
    code, out, _ = run("when", "am nächsten Dienstag", "-d", ANCHOR, "-l", "de", "-f", "json")
    assert code == 0
    assert json.loads(out)[0]["value"] == "2025-10-28"
