"""The `timeline` command, run as users run it: output, exit codes, and never a traceback."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import select
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline import pipeline
from timeline.cli import app
from timeline.language import ModelMissing
from timeline.resources import data_path

STORY = """date 2025-10-25 Mayor Ada Moss went to Rome on Wednesday. She flies to Paris on Monday.

Next week she travels to Madrid, where she is to meet the governor.
"""
TRAVEL_FREE = "date 2025-10-25 The court fined the company on Wednesday, and its owner resigned."
EVENTLESS = "date 2025-10-25 A cold and rainy evening, with the wind from the sea."
SAMPLES = ["toyota-trump-asia", "ports-tour", "battery-court-case"]


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    returncode: int
    stdout: bytes
    stderr: bytes


def timeline(*arguments: str | Path, stdin: bytes = b"") -> Run:
    """Run the command without a terminal, in this process, where the model is loaded once."""
    result = CliRunner().invoke(app, list(map(str, arguments)), input=stdin, env={"COLUMNS": "100"})
    # Anything but an exit would be a traceback on the user's screen.
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return Run(result.exit_code, result.stdout_bytes, result.stderr_bytes)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_extract_writes_csv_where_there_is_no_terminal(story: Path) -> None:
    run = timeline("extract", story)
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.startswith(b"\xef\xbb\xbfevent_id,")
    found = {row["trigger"]: (row["start"], row["end"]) for row in rows(run.stdout)}
    assert found["went"] == ("2025-10-22", "2025-10-22")
    assert found["flies"] == ("2025-10-27", "2025-10-27")


def test_extract_writes_the_same_into_a_file(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    run = timeline("extract", story, "-o", out)
    assert (run.returncode, run.stdout) == (0, b"")
    assert out.read_bytes() == timeline("extract", story).stdout


def test_a_date_on_the_command_line_goes_before_that_of_the_text(story: Path) -> None:
    run = timeline("extract", "--date", "1 November 2025", story)
    assert run.returncode == 0
    came = next(row for row in rows(run.stdout) if row["trigger"] == "went")
    assert (came["start"], came["anchor_date"]) == ("2025-10-29", "2025-11-01")


def test_stdin_is_read_as_a_dash() -> None:
    run = timeline("extract", "-", "--title", "Moss abroad", stdin=STORY.encode())
    assert run.returncode == 0
    assert {row["article_title"] for row in rows(run.stdout)} == {"Moss abroad"}


def test_one_bad_file_is_reported_and_the_others_go_on(story: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TRAVEL_FREE, encoding="utf-8")
    run = timeline("extract", story, tmp_path / "none.txt", other)
    assert run.returncode == 3
    assert run.stderr.decode().count("\n") == 1
    assert "none.txt: There is no such file." in run.stderr.decode()
    assert len({row["article_id"] for row in rows(run.stdout)}) == 2


BAD_FILES = [
    (b"", "empty"),
    (b"\x00\x01\x02" * 500, "not text"),
    (b"%PDF-1.7", "PDF"),
    (b"Ada Moss flew to Rome on Monday, and she will stay there.", "--date"),
    (b"date 0001-01-01 Ada Moss flew to Rome.", "1000 to 9000"),
    (b"date 9999-01-01 Ada Moss flew to Rome.", "1000 to 9000"),
    (b"date 2025-02-30 Ada Moss flew to Rome.", "no such day"),
    (b"Published: 03/04/2025\n\nAda Moss flew to Rome.", "two ways"),
    (
        "date 2025-10-25 Der Minister sagte am Montag, er werde den Präsidenten "
        "in der Hauptstadt treffen und dort drei Tage lang bleiben.".encode(),
        "English",
    ),
]


@pytest.mark.parametrize(("data", "message"), BAD_FILES)
def test_an_article_that_cannot_be_read_gets_one_clear_line(data: bytes, message: str) -> None:
    run = timeline("extract", "-", stdin=data)
    said = run.stderr.decode()
    assert run.returncode == 3
    assert message in said
    assert said.startswith("-: ")
    assert said.count("\n") == 1
    assert run.stdout == b""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract"], "Missing argument"),
        (["extract", "a.txt", "--date", "someday"], "not a date"),
        (["extract", "a.txt", "--date", "03/04/2025"], "two ways"),
        (["extract", "a.txt", "b.txt", "--title", "One"], "single article"),
        (["extract", "-", "-"], "only once"),
        (["itinerary", "a.txt", "--format", "xml"], "xml"),
        (["dashboard", "--port", "99999"], "port"),
        (["depart"], "No such command"),
    ],
)
def test_wrong_usage_is_told_from_bad_articles(arguments: list[str], message: str) -> None:
    run = timeline(*arguments)
    assert run.returncode == 2
    assert message in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()


def test_an_output_that_cannot_be_written_is_a_clear_error(story: Path, tmp_path: Path) -> None:
    run = timeline("extract", story, "-o", tmp_path / "no" / "folder.csv")
    assert run.returncode == 2
    assert "cannot be written" in run.stderr.decode()
    assert run.stderr.decode().count("\n") == 1


def test_an_article_is_never_written_over(story: Path) -> None:
    before = story.read_bytes()
    run = timeline("extract", story, "-o", story)
    assert run.returncode == 2
    assert b"give another name" in run.stderr
    assert story.read_bytes() == before


def test_a_text_without_events_is_told_by_the_exit_code() -> None:
    run = timeline("extract", "-", stdin=EVENTLESS.encode())
    assert run.returncode == 1
    assert rows(run.stdout) == []
    assert b"No events" in run.stderr


def test_an_article_without_travel_has_no_itinerary() -> None:
    run = timeline("itinerary", "-", "--format", "json", stdin=TRAVEL_FREE.encode())
    assert (run.returncode, json.loads(run.stdout)) == (1, [])


def test_an_itinerary_says_the_same_in_csv_and_in_json(story: Path) -> None:
    stops = rows(timeline("itinerary", story).stdout)
    assert [stop["person"] for stop in stops] == ["Ada Moss"] * len(stops)
    assert [stop["place"] for stop in stops] == ["Rome", "Paris", "Madrid"]
    (one,) = json.loads(timeline("itinerary", story, "-f", "json").stdout)
    assert one["person"] == "Ada Moss"
    for stop, row in zip(one["stops"], stops, strict=True):
        assert (stop["place"], str(stop["order"])) == (row["place"], row["order"])
        assert (stop["arrive"]["earliest"] or "") == row["arrive_earliest"]
        for quote in stop["quotes"]:
            assert STORY[quote["start"] : quote["end"]] == quote["text"]


def test_an_itinerary_can_be_a_table_in_a_file(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "stops.txt"
    assert timeline("itinerary", story, "--format", "table", "-o", out).returncode == 0
    shown = out.read_text(encoding="utf-8")
    assert "Ada Moss" in shown
    assert "1. Rome (IT)" in shown


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_has_events(name: str) -> None:
    run = timeline("extract", data_path(f"samples/{name}.txt"))
    assert run.returncode == 0
    assert len(rows(run.stdout)) >= 10


def on_a_terminal(*arguments: str | Path, width: int = 100) -> str:
    """What the command shows on a terminal, without its colours."""
    main, side = pty.openpty()
    root = str(Path(__file__).resolve().parents[1])
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", *map(str, arguments)],
        stdin=side,
        stdout=side,
        stderr=side,
        env={**os.environ, "PYTHONPATH": root, "COLUMNS": str(width), "TERM": "xterm"},
    ) as process:
        os.close(side)
        shown = b""
        while select.select([main], [], [], 60)[0]:
            try:
                chunk = os.read(main, 65536)
            except OSError:  # Linux's way of saying that the other side has closed
                break
            if not chunk:
                break
            shown += chunk
        assert process.wait() == 0
    os.close(main)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())


def test_a_terminal_gets_a_table_in_the_order_of_time(story: Path) -> None:
    shown = on_a_terminal("extract", story)
    assert "event_id" not in shown
    assert shown.index("22 Oct 2025") < shown.index("27 Oct 2025")


@pytest.mark.parametrize("command", ["extract", "itinerary", "dashboard", "tag", "when"])
def test_the_examples_of_the_help_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = timeline(command, "--help").stdout.decode()
    examples = re.findall(r"^ +(?:cat \S+ \| )?(timeline .+)$", text, re.MULTILINE)
    assert len(examples) >= 3
    if command == "dashboard":
        return
    (tmp_path / "article.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "articles.jsonl").write_text(json.dumps({"text": STORY}), encoding="utf-8")
    for example in examples:
        words = shlex.split(example.split(" > ")[0].replace("*.txt", "article.txt"))[1:]
        assert timeline(*words, stdin=STORY.encode()).returncode == 0, example


def test_the_exit_codes_are_in_the_help() -> None:
    text = timeline("extract", "--help").stdout.decode()
    assert [line.split()[0] for line in text.split("Exit codes:")[1].splitlines() if line] == [
        "0",
        "1",
        "2",
        "3",
    ]


def test_the_help_comes_without_loading_what_takes_long() -> None:
    code = (
        "import sys; from timeline import cli; "
        "print([m for m in ('pandas', 'spacy', 'streamlit', 'plotly') if m in sys.modules])"
    )
    root = str(Path(__file__).resolve().parents[1])
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert run.stdout.decode().strip() == "[]"


def test_the_dashboard_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    run = timeline("dashboard", tmp_path / "none.txt")
    assert run.returncode == 3
    assert "no such file" in run.stderr.decode()


def test_a_closed_pipe_is_no_error(story: Path) -> None:
    root = str(Path(__file__).resolve().parents[1])
    command = f"{shlex.quote(sys.executable)} -m timeline extract {shlex.quote(str(story))}"
    run = subprocess.run(
        ["bash", "-c", f"{command} | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert (run.stdout, run.stderr) == (b"0\n", b"")


def test_a_missing_model_is_told_apart_from_a_fault_of_ours(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(error: Exception) -> None:
        def extract(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(pipeline, "extract", extract)

    fail(ModelMissing("no model: pip install one"))
    run = timeline("extract", story)
    assert (run.returncode, run.stderr) == (2, b"no model: pip install one\n")
    for error in (KeyError("lemma"), IndexError("list index out of range")):
        fail(error)
        result = CliRunner().invoke(app, ["extract", str(story)])
        assert result.exception is error
