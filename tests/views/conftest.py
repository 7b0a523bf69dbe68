"""The invented story as frames."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.views import story
from timeline.export.frame import event_frame, itinerary_frame


@pytest.fixture
def frame() -> pd.DataFrame:
    return event_frame([story.article()], story.events())


@pytest.fixture
def stops() -> pd.DataFrame:
    return itinerary_frame(story.itineraries())
