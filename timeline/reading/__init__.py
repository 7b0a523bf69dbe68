"""Anything that a user has, read into an `Article` with a date."""

from timeline.reading.article import read_text, stated_date
from timeline.reading.batch import Batch, open_address, open_bytes, open_file
from timeline.reading.english import looks_english
from timeline.reading.errors import ArticleError, DateError

__all__ = [
    "ArticleError",
    "Batch",
    "DateError",
    "looks_english",
    "open_address",
    "open_bytes",
    "open_file",
    "read_text",
    "stated_date",
]
