"""Drawings as Plotly understands them."""

from __future__ import annotations

import json
from typing import Any

import plotly.graph_objects as go

from timeline.views.drawing import Drawing


def checked(drawing: Drawing) -> go.Figure:
    """The drawing as a graph object: Plotly refuses a property or a value that it does not know."""
    return go.Figure(drawing)


def spec_of(drawing: Drawing) -> dict[str, Any]:
    """What a browser gets of a drawing, once Plotly has checked it."""
    checked(drawing)
    spec: dict[str, Any] = json.loads(json.dumps(drawing, allow_nan=False))
    return spec
