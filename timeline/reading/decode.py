"""Bytes of a text file, in whatever encoding, to text."""

from __future__ import annotations

import codecs
import unicodedata

from timeline.reading.errors import ArticleError

MAX_BYTES = 20_000_000

_SAMPLE = 200_000
_PLAIN_TEXT = "Save the article as plain text (.txt, UTF-8) and try again."
# The longer marks come first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"PK\x03\x04", "a ZIP, Word or e-book file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)


def decode(data: bytes) -> str:
    """Turn the bytes of a text file into text.

    A byte order mark decides, then UTF-8 if it fits, then what charset-normalizer finds. Line
    ends stay as they are.

    Args:
        data: the whole file.

    Raises:
        ArticleError: if it is not text, or larger than `MAX_BYTES`.
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(
            f"This file has {len(data) / 1e6:.0f} MB, and an article may have "
            f"{MAX_BYTES / 1e6:.0f} MB at most.",
            "Give a single article, as plain text.",
        )
    for magic, name in _FORMATS:
        if data.startswith(magic):
            raise ArticleError(f"This is not text: it is {name}.", _PLAIN_TEXT)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return clean(_strictly(data[len(mark) :], encoding))
    try:
        return clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        return clean(_strictly(data, _detect(data)))


def clean(text: str) -> str:
    """Put a replacement character for each one that no text may hold; offsets stay as they are.

    Args:
        text: decoded text, or text that a user pasted.

    Raises:
        ArticleError: if there are so many of them that it is not text at all.
    """
    odd = {char for char in set(text) if _is_odd(char)}
    if not odd:
        return text
    count = sum(text.count(char) for char in odd)
    if count > 3 and count > len(text) / 200:
        raise ArticleError("This is not text: it is full of control characters.", _PLAIN_TEXT)
    # U+FFFD that was there already stands for a character that some other program lost.
    return text.translate({ord(char): "\ufffd" for char in odd})


def _is_odd(char: str) -> bool:
    """Controls but for white space, lone surrogates, and U+FFFD."""
    if char in "\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\ufffd":
        return char == "\ufffd"
    return unicodedata.category(char) in ("Cc", "Cs")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"This is not text: it begins as {encoding.upper()} and is broken "
            f"at byte {error.start:,}.",
            _PLAIN_TEXT,
        ) from error


def _detect(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8."""
    high = sum(byte > 0x7F for byte in data[:_SAMPLE])
    if high < 0.15 * min(len(data), _SAMPLE) and _fits(data, "cp1252"):
        # A few accents or curly quotes among ASCII fit dozens of code pages, and no statistics
        # of so few bytes can choose; the commonest code page of the West is the best bet.
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise ArticleError("This is not text, or is in an unknown encoding.", _PLAIN_TEXT)
    return best.encoding


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
