"""A figure as plain data: the dictionary form that Plotly has for every figure.

Plotly's graph objects check each property as it is set, which takes nine tenths of the time of
drawing. The tests make those checks, `plotly.graph_objects.Figure(drawing)`, once for every kind
of figure; the same call shows a drawing in a notebook.
"""

from __future__ import annotations

from typing import Any, TypedDict

Trace = dict[str, Any]


class Drawing(TypedDict):
    """What Plotly draws.

    Attributes:
        data: traces, the later ones above the earlier.
        layout: axes, notes, shapes and measures.
    """

    data: list[Trace]
    layout: dict[str, Any]
