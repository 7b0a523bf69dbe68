"""The log: saved whole, read back, shared, mended when damaged; undo and redo by reader."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, time
from itertools import count
from math import nan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.corrections import Edit, History, Store
from timeline.corrections.edits import (
    Add,
    Dated,
    Located,
    Merge,
    Record,
    Reject,
    Revise,
    Split,
    Step,
    Target,
)
from timeline.corrections.records import from_line, to_line
from timeline.corrections.store import StoreError, usual_path
from timeline.model import Bounds, Place, PlacePrecision, Precision, Qualifier, Status, When

HERE = Target("text-1", 10, 40, 15, "sails")
PIER = Place("Pier 4", "NO", 58.1, 8.0, PlacePrecision.SITE)


def edit(edit_id: str, session: str = "ada", target: Target = HERE) -> Edit:
    return Edit(edit_id, session, Reject(target))


def step(edit_id: str, session: str = "ada", *, undo: bool = True) -> Step:
    return Step(edit_id, session, undo)


ACTIONS = [
    Reject(HERE),
    Split(HERE),
    Merge(HERE, Target("text-2", 0, 9, 3, "docks", "n7")),
    Add(HERE, "A “title”\nin\x85two \u2028 lines", None, ("Åse Lie",), Status.DENIED),
    Revise(HERE),
    Revise(HERE, people=(), organisations=("",), title="", place=Located(None)),
    Revise(HERE, place=Located(PIER), status=Status.EXPECTED),
    Revise(
        HERE,
        when=Dated(
            When(
                Bounds(date(2024, 5, 1), None),
                Bounds(date(2024, 5, 1), None),
                Precision.HOUR,
                Qualifier.AFTER,
                clock=time(14, 30),
            ),
            "after 2.30 pm",
            "why \ud800",
        ),
    ),
]


@pytest.mark.parametrize("action", ACTIONS)
def test_a_record_is_one_line_and_comes_back(action: object) -> None:
    record = Edit("n1", "ada", action)  # type: ignore[arg-type]
    line = to_line(record)
    assert line.isascii()
    assert len(line.splitlines()) == 1
    assert from_line(line) == record
    for undo in (True, False):
        assert from_line(to_line(step("n1", undo=undo))) == step("n1", undo=undo)


def test_a_place_without_coordinates_comes_back() -> None:
    nowhere = Place("a shed", "", nan, nan, PlacePrecision.SITE)
    record = from_line(to_line(Edit("n1", "ada", Revise(HERE, place=Located(nowhere)))))
    assert isinstance(record, Edit)
    assert isinstance(record.action, Revise)
    assert record.action.place is not None
    assert record.action.place.place is not None
    assert record.action.place.place.name == "a shed"
    assert not record.action.place.place.is_located


@given(st.text(), st.recursive(st.none() | st.text() | st.integers(), st.lists))
def test_no_line_does_worse_than_be_refused(text: str, value: object) -> None:
    import json

    for line in (text, json.dumps(value), json.dumps({"session": text, "add": value})):
        with pytest.raises(
            ValueError, match=r"record|Expecting|Unterminated|Invalid|Extra|unpack|valid"
        ):
            from_line(line)


def test_what_is_saved_is_there_for_the_next_server(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "log.jsonl"
    assert Store(path).records() == ()
    assert not path.parent.exists()
    Store(path).append([edit("n1"), step("n1")])
    Store(path).append([edit("n2")])
    assert Store(path).records() == (edit("n1"), step("n1"), edit("n2"))
    assert sorted(p.suffix for p in path.parent.iterdir() if p.suffix != ".lock") == [".jsonl"]


def test_two_open_pages_see_and_keep_each_others_edits(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "log"), Store(tmp_path / "log")
    one.append([edit("a1", "ada")])
    other.append([edit("b1", "bo")])
    one.append([step("a1", "ada")])
    wanted = (edit("a1", "ada"), edit("b1", "bo"), step("a1", "ada"))
    assert one.records() == wanted
    assert other.records() == wanted


def _write(path: Path, name: str) -> None:
    for number in range(15):
        Store(path).append([edit(f"{name}{number}", name)])


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log"
    # Processes of their own: a spawned one would run whatever this one's main module is by now.
    code = "import sys; from pathlib import Path; from tests.corrections.test_log import _write; "
    code += "_write(Path(sys.argv[1]), sys.argv[2])"
    command = [sys.executable, "-c", code, str(path)]
    root = Path(__file__).parents[2]
    writers = [subprocess.Popen([*command, name], cwd=root) for name in "abc"]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    assert len({r.id for r in Store(path).records() if isinstance(r, Edit)}) == 45


@pytest.mark.parametrize(
    "rubbish",
    [b"{", b"\xff\xfe\x00", b'{"id": 1}', b"[]", b'{"session":"","reject":{"target":[1]}}'],
)
def test_a_damaged_log_is_kept_aside_and_the_rest_goes_on(tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "log"
    Store(path).append([edit("n1"), edit("n2")])
    lines = path.read_bytes().splitlines(keepends=True)
    broken = lines[0] + rubbish + b"\n" + lines[1]
    path.write_bytes(broken)
    store = Store(path)
    assert store.records() == (edit("n1"), edit("n2"))
    assert "1 line" in store.warning
    aside = tmp_path / "log.damaged-1"
    assert str(aside) in store.warning
    assert aside.read_bytes() == broken
    store.append([edit("n3")])
    assert Store(path).records() == (edit("n1"), edit("n2"), edit("n3"))
    path.write_bytes(b"\x00" * 40)
    assert Store(path).records() == ()
    assert (tmp_path / "log.damaged-2").read_bytes() == b"\x00" * 40


def test_a_line_that_was_cut_off_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "log"
    Store(path).append([edit("n1"), edit("n2")])
    path.write_bytes(path.read_bytes()[:-30])
    assert Store(path).records() == (edit("n1"),)


def test_what_cannot_be_written_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(StoreError, match="cannot be saved"):
        Store(blocked / "log").append([edit("n1")])
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        Store(tmp_path / "folder").records()


def test_the_path_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CORRECTIONS", str(tmp_path / "mine.jsonl"))
    assert usual_path() == tmp_path / "mine.jsonl"
    monkeypatch.delenv("TIMELINE_CORRECTIONS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert usual_path().name == "corrections.jsonl"
    assert "news-timeline" in usual_path().parts


def history(records: list[Record], session: str = "ada", inherited: int = 0) -> History:
    return History.of(records, session, ["text-1"], inherited)


def ids(told: History) -> list[str]:
    return [e.id for e in told.edits]


def test_undo_and_redo_go_through_ones_own_edits() -> None:
    log: list[Record] = [edit("a"), edit("b")]
    assert history(log).done == ("a", "b")
    log.append(step("b"))
    assert (ids(history(log)), history(log).undone) == (["a"], ("b",))
    log.append(step("a"))
    assert history(log).undone == ("b", "a")
    log.append(step("a", undo=False))
    assert (ids(history(log)), history(log).done, history(log).undone) == (["a"], ("a",), ("b",))
    log.append(edit("c"))
    assert history(log).undone == ()
    assert [e.id for e in history(log).withdrawn] == ["b"]


def test_nobody_undoes_what_another_open_page_does() -> None:
    log: list[Record] = [edit("old", "yesterday"), edit("a", "ada"), edit("b", "bo")]
    ada = history(log, "ada", inherited=1)
    assert ada.done == ("old", "a")
    assert ids(ada) == ["old", "a", "b"]
    assert history(log, "bo", inherited=2).done == ("old", "a", "b")
    log.append(step("a", "bo"))
    assert history(log, "ada", inherited=1).done == ("old",)


def test_edits_of_texts_that_are_not_open_are_left_alone() -> None:
    other = Target("text-2", 0, 5, 0, "")
    told = history([edit("a"), edit("x", target=other), step("x")])
    assert (ids(told), told.done, told.undone) == (["a"], ("a",), ())


@given(st.lists(st.tuples(st.sampled_from("uren"), st.sampled_from(["ada", "bo"])), max_size=30))
def test_any_walk_keeps_each_edit_on_one_side(walk: list[tuple[str, str]]) -> None:
    log: list[Record] = []
    number = count()
    for kind, session in walk:
        told = history(log, session)
        if kind == "u" and told.done:
            log.append(step(told.done[-1], session))
        elif kind == "r" and told.undone:
            log.append(step(told.undone[-1], session, undo=False))
        elif kind in "en":
            log.append(edit(f"e{next(number)}", session))
        for who in ("ada", "bo"):
            now = history(log, who)
            live, gone = {e.id for e in now.edits}, {e.id for e in now.withdrawn}
            assert live.isdisjoint(gone)
            assert set(now.done) <= live
            assert set(now.undone) <= gone
            assert len(set(now.done)) == len(now.done)
