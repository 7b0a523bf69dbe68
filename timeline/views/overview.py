"""The overview bar: the whole range of a timeline as a few counts, to choose a window from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from timeline.views.extent import seconds
from timeline.views.window import Window, best_of, dated_of, whole_of

BINS = 160
_MOST_DAYS = 24


def overview(
    frame: pd.DataFrame,
    *,
    anchors: Sequence[datetime] = (),
    today: datetime | None = None,
    opened: Window | None = None,
) -> dict[str, Any]:
    """What the bar above the timeline shows.

    Args:
        frame: the event frame.
        anchors: articles' own days, for which the bar has a line each.
        today: the reader's own day; it has a line where it is in range.
        opened: the window that the timeline opens on.

    Returns:
        `start` and `end` of the whole range, `fit` and `open` as pairs of moments, `counts` of
        events in equal parts of the range, `anchors` and `today`; moments are ISO texts.
    """
    first = anchors[0] if anchors else None
    every = dated_of(frame)
    whole, best = whole_of(every, first), best_of(every, first)
    low, high = min(whole.start, best.start), max(whole.end, best.end)
    counts, _ = np.histogram(every.points, bins=BINS, range=(seconds(low), seconds(high)))
    inside = [day for day in dict.fromkeys(anchors) if low <= day <= high][:_MOST_DAYS]
    half = timedelta(hours=12)
    shown = today if today is not None and low <= today + half <= high else None
    return {
        "start": low.isoformat(),
        "end": high.isoformat(),
        "fit": _pair(best),
        "open": _pair(opened or best),
        "counts": counts.tolist(),
        "anchors": [(day + half).isoformat() for day in inside],
        "today": (shown + half).isoformat() if shown else None,
    }


def _pair(window: Window) -> list[str]:
    return [window.start.isoformat(), window.end.isoformat()]
