"""Fetching what an address on the web holds: the only thing here that leaves the machine."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.reading.decode import MAX_BYTES
from timeline.reading.errors import ArticleError

TIMEOUT = 20  # seconds without an answer


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address.

    Attributes:
        data: the body.
        url: where it came from in the end.
        kind: its media type, such as "text/html".
    """

    data: bytes
    url: str
    kind: str


def fetch(url: str) -> Fetched:
    """Fetch an address.

    Args:
        url: http or https.

    Raises:
        ArticleError: if it cannot be reached, answers with an error, or is too large.
    """
    import requests

    try:
        with requests.get(
            url, timeout=TIMEOUT, stream=True, headers={"User-Agent": "news-timeline"}
        ) as answer:
            if not answer.ok:
                said = f"{answer.status_code} {answer.reason}"
                raise ArticleError(f"The server of this address says {said}.", _PASTE)
            data = bytearray()
            for piece in answer.iter_content(1 << 16):
                data += piece
                if len(data) > MAX_BYTES:
                    raise ArticleError(
                        f"This address holds more than {MAX_BYTES / 1e6:.0f} MB.",
                        "Give the address of a single article.",
                    )
            kind = answer.headers.get("Content-Type", "").split(";")[0].strip().lower()
            return Fetched(bytes(data), answer.url, kind)
    except requests.RequestException as error:
        raise ArticleError(
            f"This address cannot be reached ({type(error).__name__}).", _PASTE
        ) from error


_PASTE = "Open it in a browser, copy the article's text, and paste that."
