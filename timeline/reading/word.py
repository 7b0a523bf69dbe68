"""Word files (.docx): their paragraphs."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile

from timeline.reading.draft import Draft
from timeline.reading.errors import ArticleError

MAX_UNPACKED = 200_000_000  # bytes; a small file can hide far more


def read_word(data: bytes) -> Draft:
    """Read the paragraphs of a Word file (by python-docx); tables and notes are left out.

    Args:
        data: the whole file.

    Raises:
        ArticleError: if it is damaged, no Word file, or grows too large when it is unpacked.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        with ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > MAX_UNPACKED:
            raise ArticleError(
                f"This Word file unpacks to {size / 1e6:.0f} MB.", "Save the article alone."
            )
        document = Document(io.BytesIO(data))
        lines = [paragraph.text.strip() for paragraph in document.paragraphs]
        titles = [
            paragraph.text.strip()
            for paragraph in document.paragraphs
            if paragraph.style is not None and paragraph.style.name == "Title"
        ]
    except ArticleError:
        raise
    except (BadZipFile, OpcError, KeyError, ValueError, SyntaxError, OSError) as error:
        raise ArticleError(
            "This is no Word file that can be read.", "Save it as .docx or plain text again."
        ) from error
    return Draft("\n\n".join(line for line in lines if line), title=next(iter(titles), ""))
