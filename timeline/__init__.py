"""News articles in, dated events, maps and itineraries out."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` itself would cost a tenth of the import of `timeline.timex`
if TYPE_CHECKING:
    from typing import Any

    from timeline.pipeline import Timeline, extract

__all__ = ["Timeline", "extract"]


def __getattr__(name: str) -> Any:
    # loading a language model's library takes a second: `timeline --help` should not pay for it
    if name in __all__:
        from timeline import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
