"""In a lane, a title does not begin with the lane's own name."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.views.checked import spec_of
from timeline.views.lane_titles import heads_of, within
from timeline.views.lanes import LaneBy
from timeline.views.sheet import Options
from timeline.views.timeline_figure import timeline_figure


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Anna Berg to sit across from Bo Lind", "To sit across from Bo Lind"),
        ("Berg arrives in Oslo", "Arrives in Oslo"),
        ("Anna Berg: “We counted cranes”", "“We counted cranes”"),
        ("Berg", "Berg"),
        ("Anna Berg's plan fails", "Anna Berg's plan fails"),
        ("Berg Media sells its presses", "Berg Media sells its presses"),
        ("Bergen votes", "Bergen votes"),
        ("Anna Berg and Bo Lind meet", "Anna Berg and Bo Lind meet"),
        ("Anna Berg, 54, lands", "Anna Berg, 54, lands"),
        ("Bo Lind meets Anna Berg", "Bo Lind meets Anna Berg"),
    ],
)
def test_a_persons_name_goes_if_the_rest_goes_on_from_it(title: str, left: str) -> None:
    assert within(title, heads_of("Anna Berg", person=True)) == left


@pytest.mark.parametrize(
    ("name", "title", "left"),
    [
        ("Toyota Motor", "Toyota Motor wants to sell cars", "Wants to sell cars"),
        ("Toyota Motor", "Motor shows begin", "Motor shows begin"),
        ("New York", "New York Times reports", "New York Times reports"),
        ("Kenya", "Kenya must ratify deal", "Must ratify deal"),
    ],
)
def test_so_does_the_name_of_anything_else(name: str, title: str, left: str) -> None:
    assert within(title, heads_of(name, person=False)) == left


def test_labels_are_shortened_and_the_hover_text_is_not(frame: pd.DataFrame) -> None:
    first = frame["title"].where(frame["event_id"] != "e01", "Thandi Mokoena lands in Lisbon")
    told = frame.assign(title=first)
    for by, label in (
        (LaneBy.PERSON, "Lands in Lisbon"),
        (LaneBy.STATUS, "Thandi Mokoena lands in Lisbon"),
    ):
        spec = spec_of(timeline_figure(told, Options(by=by, width=1400)))
        labels = [t for trace in spec["data"] if trace["name"] == "__labels" for t in trace["text"]]
        hover = {
            d[0]: d[1] for t in spec["data"] if t["name"] == "__events" for d in t["customdata"]
        }
        assert label in labels
        assert hover["e01"] == "Thandi Mokoena lands in Lisbon"
