"""The timeline figure, read as data."""

from __future__ import annotations

import itertools
import json
from datetime import datetime
from typing import Any

import pandas as pd
import pytest

from tests.views.checked import spec_of
from timeline.views.lanes import LaneBy
from timeline.views.sheet import PHONE, Options
from timeline.views.theme import DARK_EDITION, dark_swaps, text_width
from timeline.views.timeline_figure import timeline_figure
from timeline.views.window import Window

ANCHOR = datetime(2024, 5, 16)
WIDTHS = (360, 560, 1000, 2400)


def figure_of(frame: pd.DataFrame, **options: Any) -> dict[str, Any]:
    return spec_of(timeline_figure(frame, Options(anchors=(ANCHOR,), **options)))


def traces(spec: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [trace for trace in spec["data"] if trace["name"] == name]


@pytest.mark.parametrize("by", list(LaneBy))
@pytest.mark.parametrize("width", WIDTHS)
def test_every_event_can_be_picked_exactly_once(
    frame: pd.DataFrame, by: LaneBy, width: int
) -> None:
    spec = figure_of(frame, by=by, width=width)
    ids = [data[0] for trace in traces(spec, "__events") for data in trace["customdata"]]
    assert sorted(ids) == sorted(frame["event_id"])


def test_the_browser_is_told_how_far_a_bar_reaches_and_that_a_day_is_a_dot(
    frame: pd.DataFrame,
) -> None:
    spec = figure_of(frame)
    lanes, strip = traces(spec, "__events")
    spans = dict(zip((data[0] for data in lanes["customdata"]), lanes["meta"], strict=True))
    days = frame[frame["begin_earliest"].eq(frame["end_latest"]) & ~frame["lasting"]]
    assert len(days)
    assert all(spans[event_id] is None for event_id in days["event_id"])
    bars = {trace["base"][i]: trace["x"][i] for trace in traces(spec, "bars")
            for i in range(len(trace["x"]))}  # fmt: skip
    assert [span for span in spans.values() if span and bars.get(span[0]) == span[1]]
    assert not any(strip["meta"])


def test_the_undated_are_on_the_strip_and_nowhere_else(frame: pd.DataFrame) -> None:
    lanes, strip = traces(figure_of(frame), "__events")
    assert {data[0] for data in strip["customdata"]} == set(frame[~frame["dated"]]["event_id"])
    assert strip["xaxis"] == "x2"
    assert {data[0] for data in lanes["customdata"]} == set(frame[frame["dated"]]["event_id"])


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_of_one_height_do_not_overlap(frame: pd.DataFrame, width: int) -> None:
    spec = figure_of(frame, width=width)
    low, high = (datetime.fromisoformat(edge) for edge in spec["layout"]["xaxis"]["range"])
    domain = spec["layout"]["xaxis"]["domain"]
    plot = (width - 20) * (domain[1] - domain[0])
    lines: dict[float, list[tuple[float, float]]] = {}
    for trace in traces(spec, "__labels"):
        if trace.get("xaxis") == "x2":
            continue
        for x, y, text, side in zip(
            trace["x"], trace["y"], trace["text"], trace["textposition"], strict=True
        ):
            pixel = (datetime.fromisoformat(x) - low) / (high - low) * plot
            size = text_width(text)
            left = pixel - size if side == "middle left" else pixel
            lines.setdefault(y, []).append((left, left + size))
    assert lines
    for spans in lines.values():
        spans.sort()
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_article_text_cannot_become_markup(frame: pd.DataFrame) -> None:
    text = json.dumps(figure_of(frame))
    assert "<b>gate" not in text
    assert "&lt;b&gt;gate" in text


def test_hover_templates_hold_no_article_text(frame: pd.DataFrame) -> None:
    templates = {t["hovertemplate"] for t in figure_of(frame)["data"] if "hovertemplate" in t}
    assert len(templates) == 1
    assert "Mokoena" not in templates.pop()


def test_the_figure_grows_with_its_rows(frame: pd.DataFrame) -> None:
    whole = figure_of(frame)["layout"]["height"]
    assert whole > figure_of(frame.head(2))["layout"]["height"]


def test_the_key_explains_only_what_is_drawn(frame: pd.DataFrame) -> None:
    def words(part: pd.DataFrame) -> set[str]:
        (labels,) = [t for t in traces(figure_of(part), "__labels") if t.get("xaxis") == "x2"]
        return set(labels["text"])

    assert {"on a day", "lasted", "about", "some day within"} <= words(frame)
    days = frame[frame["precision"].eq("day") & frame["status"].eq("happened")]
    assert words(days) == {"on a day"}


def test_the_key_stands_apart_and_leaves_out_what_is_not_in_view(frame: pd.DataFrame) -> None:
    spec = figure_of(frame)
    (heading,) = [note for note in spec["layout"]["annotations"] if note["text"] == "Key"]
    strip = [y for t in traces(spec, "__events") if t["xaxis"] == "x2" for y in t["y"]]
    (rule,) = [shape for shape in spec["layout"]["shapes"] if shape.get("yref") == "y2"]
    assert max(strip) < rule["y0"] < heading["y"]

    def words(**options: Any) -> set[str]:
        (keyed,) = [
            t for t in traces(figure_of(frame, **options), "__labels") if t["xaxis"] == "x2"
        ]
        return set(keyed["text"])

    early = Window(datetime(1990, 5, 17), datetime(1990, 5, 20))
    assert "about" not in words(window=early)
    assert "about" in words(window=early, fixed=True)  # a reader may move there without a server


def test_nothing_stands_where_the_buttons_are(frame: pd.DataFrame) -> None:
    for width in WIDTHS:
        layout = figure_of(frame, width=width)["layout"]
        lines = 2 if width < PHONE else 1
        assert layout["margin"]["t"] >= 22 + 18 * lines


def test_counts_at_the_edges_say_what_is_outside(frame: pd.DataFrame) -> None:
    notes = [note["text"] for note in figure_of(frame)["layout"]["annotations"]]
    assert "1 later →" in notes
    assert any(note.startswith("article, 16 May") for note in notes)


def test_an_empty_frame_still_makes_a_figure(frame: pd.DataFrame) -> None:
    spec = figure_of(frame.head(0))
    assert spec["layout"]["height"] > 0


def test_a_zoom_survives_until_the_revision_changes(frame: pd.DataFrame) -> None:
    assert figure_of(frame, revision="r1")["layout"]["uirevision"] == "r1"


def test_each_colour_has_one_meaning_so_that_it_can_be_swapped() -> None:
    assert len(set(map(str.upper, DARK_EDITION))) == len(DARK_EDITION)
    assert not set(DARK_EDITION) & set(DARK_EDITION.values())


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    "light", [c for c in DARK_EDITION if c not in ("#FFFFFF", "#E4E1DA", "#F6F4EF")]
)
def test_marks_stand_out_from_the_paper_in_both_editions(light: str) -> None:
    for colour, paper in ((light, "#FFFFFF"), (DARK_EDITION[light], DARK_EDITION["#FFFFFF"])):
        pair = sorted((luminance(colour), luminance(paper)))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 3  # WCAG 2.2, 1.4.11


def test_swaps_reach_translucent_colours() -> None:
    assert dark_swaps()["rgba(0,114,178,"] == "rgba(77,168,224,"


def test_an_event_without_a_title_is_called_by_its_trigger(frame: pd.DataFrame) -> None:
    nameless = frame.assign(title="")
    labels = [text for t in traces(figure_of(nameless), "__labels") for text in t["text"]]
    assert {"lands", "banned", "could"} <= set(labels)


def test_an_edited_event_is_marked_on_the_figure_and_under_the_pointer(frame: pd.DataFrame) -> None:
    edited = [("when",) if event == "e01" else () for event in frame["event_id"]]
    spec = figure_of(frame.assign(edited=edited))
    texts = [text for trace in spec["data"] for text in trace.get("text") or ()]
    assert sum(str(text).startswith("Edited: ") for text in texts) == 1
    told = [data for trace in traces(spec, "__events") for data in trace["customdata"]]
    assert [data[0] for data in told if data[3].endswith("edited")] == ["e01"]
