"""A CSV that is opened again draws the timeline that it was written from."""

from __future__ import annotations

import pandas as pd

from tests.views import story
from timeline.export.csv import csv_bytes, read_csv
from timeline.export.frame import event_frame
from timeline.export.opened import opened_frame, sources

BOUNDS = ["begin_earliest", "begin_latest", "end_earliest", "end_latest"]


def both() -> tuple[pd.DataFrame, pd.DataFrame]:
    written = event_frame([story.article()], story.events())
    return written, opened_frame(read_csv(csv_bytes(written)))


def test_bounds_come_back() -> None:
    written, opened = both()
    pd.testing.assert_frame_equal(
        opened[[*BOUNDS, "lasting", "dated", "words"]],
        written[[*BOUNDS, "lasting", "dated", "words"]],
    )


def test_offsets_point_to_the_sentences() -> None:
    written, opened = both()
    (text,) = sources(opened).values()
    for row in opened.itertuples():
        assert text[row.quote_start : row.quote_end] == row.quote
        assert text[row.trigger_start :].startswith(row.trigger) or row.trigger not in row.quote
        if row.when_start >= 0:
            assert text[row.when_start : row.when_end] == row.when_text
    assert list(opened["article_index"]) == list(written["article_index"])
