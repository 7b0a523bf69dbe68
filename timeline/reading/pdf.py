"""PDF files: the text of their pages, in lines made whole again."""

from __future__ import annotations

import io
import re

from timeline.reading.draft import Draft
from timeline.reading.errors import ArticleError

MAX_PAGES = 500

_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_ENDED = re.compile(r"[.!?:…][\"”’')\]]*$")


def read_pdf(data: bytes) -> Draft:
    """Read the text layer of a PDF (by pypdf).

    The day that a PDF was made is not the day that it was published, so only its text may tell
    the date.

    Args:
        data: the whole file.

    Raises:
        ArticleError: if it is locked, damaged, too long, or has pictures of text only.
    """
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if len(reader.pages) > MAX_PAGES:
            raise ArticleError(
                f"This PDF has {len(reader.pages)} pages, and {MAX_PAGES} are read at most.",
                "Save the pages of the article as a file of their own.",
            )
        pages = [page.extract_text() for page in reader.pages]
        named = reader.metadata.title if reader.metadata else None
    except FileNotDecryptedError as error:
        raise ArticleError("This PDF is locked with a password.", "Unlock it first.") from error
    except ArticleError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise ArticleError("This PDF is damaged.", "Print it to a new PDF, or paste it.") from error
    text = "\n\n".join(paragraphs(page) for page in pages).strip()
    if not any(char.isalnum() for char in text):
        raise ArticleError(
            "This PDF has no text: its pages are pictures.",
            "Run text recognition (OCR) on it first, or paste the text.",
        )
    title = str(named or "").strip()
    # Programs put file names there as often as headlines.
    return Draft(text, title=title if " " in title and title in " ".join(text.split()) else "")


def paragraphs(page: str) -> str:
    """Join lines that a column's width broke; a paragraph ends where a sentence ends a short line.

    Args:
        page: text with a line end wherever the page has one.
    """
    lines = [line.strip() for line in page.splitlines()]
    widest = max(map(len, lines), default=0)
    joined: list[str] = []
    whole = True  # nothing is open that the next line could go on with
    for line in lines:
        if not line:
            whole = True
            continue
        if whole:
            joined.append(line)
        else:
            joined[-1] = _HYPHEN.sub("", f"{joined[-1]}\n{line}").replace("\n", " ")
        narrow = len(line) < 0.8 * widest
        whole = narrow and (bool(_ENDED.search(line)) or len(line) < 0.6 * widest)
    return "\n\n".join(joined)
