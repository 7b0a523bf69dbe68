"""One page of HTML with the timeline, the map, the texts and the table, to hand on.

It holds all that it needs, so it opens from a mail attachment on a machine without a network, and
its own policy forbids it to ask for more. The figures are those of the dashboard, mounted by the
same scripts. plotly.js, the outlines and the scripts are compressed, which makes the file a third
as large; the browser unpacks them.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.dashboard import blocks
from timeline.dashboard.component import ASSETS, HTML, PLOTLY, flat_map_data, packed, plot_data
from timeline.dashboard.extraction import Story
from timeline.dashboard.stops import itinerant, summary
from timeline.dashboard.table import table_frame
from timeline.model import Article
from timeline.resources import data_path, settings_path
from timeline.views.atlas import atlas_of
from timeline.views.map_figure import home_view, outline_figure
from timeline.views.overview import overview
from timeline.views.sheet import Options
from timeline.views.timeline_figure import MOST, timeline_figure

_STYLES = ("plot.css", "reader.css", "handout.css")
# Labels are placed for a width in pixels, and have room wherever there is more: the page shows the
# widest timeline that it has room for. A narrower one than the first scrolls.
_WIDTHS = (290, 440, 640, 960, 1280, 1600)


def can_hold(events: pd.DataFrame) -> bool:
    """Whether each of these events gets a mark: beyond that the figures count, with a server."""
    return 0 < len(events) <= MOST


def page(story: Story, events: pd.DataFrame, stops: pd.DataFrame, view: Options) -> bytes:
    """Make the page.

    Args:
        story: the open articles.
        events, stops: what the filters leave.
        view: the timeline as it is seen: its lanes, colours and window.

    Returns:
        The page, in UTF-8.
    """
    title = blocks.headline(story.articles, len(events), len(story.events), 0)[0]["text"]
    template = (ASSETS / "handout.html").read_text(encoding="utf-8")
    parts = {
        "title": html.escape(title),
        "style": _typeface()
        + _theme()
        + "".join((ASSETS / name).read_text("utf-8") for name in _STYLES),
        "note": html.escape(_note(story, events)),
        "figure": HTML["plot"],
        "reader": HTML["reader"],
        "sources": "".join(_source(number, a) for number, a in enumerate(story.articles)),
        "table": _table(events, story.articles),
        "plotly": _plotly(),
        "outlines": _outlines(),
        "modules": _squeezed(
            json.dumps({path.name: path.read_text("utf-8") for path in ASSETS.glob("*.js")})
        ),
        "data": _squeezed(json.dumps(_data(story, events, stops, view))),
        "script": (ASSETS / "handout.js").read_text(encoding="utf-8"),
    }
    for name, part in parts.items():
        template = template.replace(f"<!-- {name} -->", part, 1)
    return template.encode("utf-8")


def _data(story: Story, events: pd.DataFrame, stops: pd.DataFrame, view: Options) -> dict[str, Any]:
    """What the components are given, as the server would give it."""
    anchors = tuple(datetime.combine(article.date, time()) for article in story.articles)
    drawn = [
        packed(timeline_figure(events, replace(view, width=width, fixed=True))) for width in _WIDTHS
    ]
    atlas = atlas_of(events, stops, by=view.by, preferred=view.preferred, colours=view.colours)
    rows: list[Any] = list(events.itertuples())
    return {
        "timeline": plot_data(
            drawn[-1],
            alt=f"Timeline of {len(events)} events; the table below lists them.",
            overview=overview(events, anchors=anchors, opened=view.window),
        ),
        "drawings": [[width, one] for width, one in zip(_WIDTHS, drawn, strict=True)],
        # A page that is opened from a file may run no worker as a module, and MapLibre has one.
        "map": plot_data(
            packed(outline_figure(atlas, home_view(atlas), revision="handout")),
            alt=f"Map of {len(atlas.spots)} places and {len(atlas.legs)} ways between them.",
            land=flat_map_data(atlas, itinerant(stops, events["event_id"])),
        ),
        "details": {str(row.event_id): blocks.details(row, story.corrected) for row in rows},
        "journeys": summary(stops, events["event_id"]),
        "passages": [
            blocks.passage(article, events[events["article_index"] == number])
            for number, article in enumerate(story.articles)
        ],
    }


def _note(story: Story, events: pd.DataFrame) -> str:
    shown = len(events)
    of = f" of {len(story.events)}" if shown < len(story.events) else ""
    return f"{shown}{of} events. Dates are counted from each article’s own day."


def _source(number: int, article: Article) -> str:
    """The place of one article's text, which the script fills."""
    name = html.escape(blocks.label(article))
    day = html.escape(blocks.date_words(article))
    url = html.escape(article.source_url)  # http or https, as the reading room has seen to
    link = f' <a href="{url}" rel="noreferrer">{url}</a>' if url else ""
    opened = " open" if number == 0 else ""
    return (
        f"<details{opened}><summary>{name}</summary><p class='note'>“Today” is {day}.{link}</p>"
        f"<div class='mount' data-passage='{number}'>{HTML['reader']}</div></details>"
    )


def _table(events: pd.DataFrame, articles: tuple[Article, ...]) -> str:
    """The events as a table that needs no script."""
    frame = table_frame(events).assign(Sentence=list(events["quote"]))
    if len(articles) > 1:
        frame["Article"] = [blocks.label(articles[number]) for number in events["article_index"]]
    head = "".join(f"<th scope='col'>{html.escape(name)}</th>" for name in frame.columns)
    rows = []
    for event_id, cells in zip(events["event_id"], frame.itertuples(index=False), strict=True):
        written = [html.escape(str(cell)) for cell in cells]
        written[1] = f"<button type='button'>{written[1]}</button>"
        rows.append(
            f"<tr data-event='{html.escape(str(event_id))}'>"
            + "".join(f"<td>{cell}</td>" for cell in written)
            + "</tr>"
        )
    return f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"


def _theme() -> str:
    """The colours of the dashboard's own theme, under the names that its styles know."""
    theme = tomllib.loads(settings_path().read_text(encoding="utf-8"))["theme"]
    light, dark = (_variables(theme[edition]) for edition in ("light", "dark"))
    return f":root{{{light}}}@media (prefers-color-scheme: dark){{:root{{{dark}}}}}"


@lru_cache(maxsize=1)
def _typeface() -> str:
    """The typeface that labels are measured for, as Streamlit ships it; empty if it does not."""
    streamlit = find_spec("streamlit")
    assert streamlit is not None
    assert streamlit.origin is not None
    folder = Path(streamlit.origin).parent / "static" / "static" / "media"
    found = sorted(folder.glob("SourceSansVF-Upright*.woff2"))
    if not found:
        return ""
    data = base64.b64encode(found[0].read_bytes()).decode("ascii")
    return (
        "@font-face{font-family:'Source Sans';font-weight:200 900;"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


def _variables(colours: Mapping[str, Any]) -> str:
    names = {
        "primaryColor": "primary-color",
        "backgroundColor": "background-color",
        "secondaryBackgroundColor": "secondary-background-color",
        "textColor": "text-color",
        "borderColor": "border-color",
    }
    return "".join(f"--st-{css}:{colours[name]};" for name, css in names.items())


@lru_cache(maxsize=1)
def _plotly() -> str:
    return _squeezed(PLOTLY.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _outlines() -> str:
    names = {"land": "countries", "labels": "labels"}
    texts = {
        part: data_path(f"outlines/{name}.geojson").read_text(encoding="utf-8")
        for part, name in names.items()
    }
    return _squeezed(json.dumps(texts))


def _squeezed(text: str) -> str:
    """A text compressed, in characters that HTML leaves alone; the same for the same text."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), mtime=0)).decode("ascii")
