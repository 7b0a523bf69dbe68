"""Whole texts of our own: the date that a story has reached, carried from sentence to sentence."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from timeline.timex import find
from timeline.timex.english.genre import genre_of
from timeline.timex.flat import flatten

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
_MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def _story(path: Path) -> tuple[str, date, str, list[tuple[str, str]]]:
    """The genre, day, text and expressions with values of a file.

    Its first line is the day it was written and its genre; in the text, [phrase|VALUE].
    """
    head, _, marked = path.read_text(encoding="utf-8").partition("\n")
    day, genre = head.split()
    return genre, date.fromisoformat(day), _MARKED.sub(r"\1", marked), _MARKED.findall(marked)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_date_of_a_story(path: Path) -> None:
    """Each expression and its value, and none besides."""
    _, day, text, gold = _story(path)
    assert [(e.text, e.value) for e in find(text, day, merge=False)] == gold


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_kind_of_a_story(path: Path) -> None:
    """News with much history stays news."""
    genre, day, text, _ = _story(path)
    assert genre_of(flatten(text), day) == genre
