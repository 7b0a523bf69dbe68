"""Web pages: the article without what stands around it, and the date of its metadata."""

from __future__ import annotations

from timeline.reading.draft import Draft, local_day
from timeline.reading.errors import ArticleError


def read_page(html: str, url: str = "") -> Draft:
    """Take the article out of a web page (by trafilatura, which leaves menus and footers out).

    Args:
        html: the page's source.
        url: where it came from, if known; else the page's own word for it is taken.

    Returns:
        Its text, a paragraph a line. The date is that of the metadata or of the markup alone:
        a day that the text merely tells of is left to the reader of the article's head.

    Raises:
        ArticleError: if there is no article in it.
    """
    # A quarter of a second to import, which only those who read pages should wait for.
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            html,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # lxml and others: no page may stop those that come after it
        raise ArticleError("This web page cannot be read: its HTML is broken.", _PASTE) from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise ArticleError("No article was found on this web page.", _PASTE)
    day = local_day(found.date or "")
    return Draft(
        text="\n\n".join(line for line in (found.text or "").splitlines() if line.strip()),
        title=found.title or "",
        day=day,
        source="page's metadata" if day else "",
        words=found.date or "" if day else "",
        url=url or found.url or "",
    )


_PASTE = "Open the page in a browser, copy the article's text, and paste that."
