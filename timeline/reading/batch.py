"""Bytes, files and addresses, read into the articles that are in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # `date` is what callers name the argument
from pathlib import Path, PurePath

from timeline.model import Article
from timeline.reading.address import fetch
from timeline.reading.article import checked_url, settle
from timeline.reading.decode import MAX_BYTES
from timeline.reading.draft import Draft
from timeline.reading.errors import ArticleError, DateError
from timeline.reading.formats import KINDS, SUFFIXES, check_name, read_format


@dataclass(frozen=True, slots=True)
class Batch:
    """What one source holds.

    Attributes:
        articles: those that could be read, in its order.
        problems: what is wrong with the others, each by its name within the source ("row 7").
    """

    articles: tuple[Article, ...]
    problems: tuple[tuple[str, ArticleError], ...] = ()

    @property
    def only(self) -> Article:
        """Its one article.

        Raises:
            ArticleError: if it holds several.
        """
        if len(self.articles) != 1 or self.problems:
            count = len(self.articles) + len(self.problems)
            raise ArticleError(f"This holds {count} articles.", "Give a single one.")
        return self.articles[0]


def open_bytes(
    data: bytes, *, name: str = "", date: Date | str | None = None, title: str = "", url: str = ""
) -> Batch:
    """Read the articles in the bytes of a file.

    Args:
        data: the whole file, in any encoding if it is text.
        name: its name, of which the ending tells the format; see `read_format`.
        date: the article's date, which goes before what the file says. In a feed or a table it
            is for those articles that have none of their own.
        title: the headline, for a single article.
        url: where it was published.

    Raises:
        ArticleError: if not one article in it can be read.
    """
    drafts = read_format(data, name, url)
    if not drafts[0].name:
        draft = drafts[0]
        return Batch((settle(replace(draft, title=title or draft.title), date=date),))
    return _settle_all(drafts, date)


def open_file(path: Path, *, date: Date | str | None = None, title: str = "") -> Batch:
    """Read the articles in a file.

    Args:
        path: the file.
        date, title: as for `open_bytes`.

    Raises:
        ArticleError: as `open_bytes`, or if the file cannot be opened.
    """
    path = Path(path)
    check_name(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ArticleError("There is no such file.", "Check its name and folder.") from error
    except IsADirectoryError as error:
        raise ArticleError("This is a folder.", "Name the files in it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(f"The file cannot be opened: {reason}.", "Check it.") from error
    return open_bytes(data, name=path.name, date=date, title=title)


def open_address(url: str, *, date: Date | str | None = None) -> Batch:
    """Fetch an address, and read the article, or the feed of articles, that it holds.

    Args:
        url: http or https.
        date: as for `open_bytes`.

    Raises:
        ArticleError: as `open_bytes`, or if it cannot be fetched.
    """
    found = fetch(checked_url(url))
    name = PurePath(found.url.split("?", 1)[0]).name
    suffix = KINDS.get(found.kind) or PurePath(name).suffix.lower()
    return open_bytes(
        found.data, name=f"page{suffix}" if suffix in SUFFIXES else "", date=date, url=found.url
    )


def _settle_all(drafts: Sequence[Draft], date: Date | str | None) -> Batch:
    articles: dict[str, Article] = {}
    problems = []
    for draft in drafts:
        try:
            article = settle(draft, date=None if draft.day else date)
        except ArticleError as error:
            problems.append((draft.name, error))
        else:
            articles.setdefault(article.id, article)  # a table may have a row twice
    if not articles:
        name, first = problems[0]
        message = f"None of the articles in it can be read; {name}: {first.message}"
        if isinstance(first, DateError):
            raise DateError(message)
        raise ArticleError(message, first.hint)
    return Batch(tuple(articles.values()), tuple(problems))
