"""Anything that a user has, read into an `Article` with a date."""

from timeline.reading.article import read_bytes, read_file, read_text
from timeline.reading.english import looks_english
from timeline.reading.errors import ArticleError

__all__ = ["ArticleError", "looks_english", "read_bytes", "read_file", "read_text"]
