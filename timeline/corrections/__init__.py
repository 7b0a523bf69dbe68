"""What a reader corrects: a log of edits that is laid over whatever extraction finds.

Nothing here changes an article or an extraction. An edit names its event by the text and the
place in it, so that the same edit finds the same event after another extraction.
"""

from timeline.corrections.apply import Corrected, apply
from timeline.corrections.desk import Change
from timeline.corrections.edits import Edit, Target, target_of, text_key
from timeline.corrections.journal import History
from timeline.corrections.store import Store

__all__ = [
    "Change",
    "Corrected",
    "Edit",
    "History",
    "Store",
    "Target",
    "apply",
    "target_of",
    "text_key",
]
