"""What the commands are given to read: files, addresses, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.console import complain

if TYPE_CHECKING:
    from timeline.reading import Batch


def read_source(name: str, date: str | None, title: str = "") -> Batch:
    """The articles of one source; those of them that cannot be read are complained of.

    Args:
        name: a file, an address on the web, or "-" for standard input.
        date, title: as for `timeline.reading.open_bytes`.

    Raises:
        ArticleError: if not one article can be read.
    """
    from timeline.reading import open_address, open_bytes, open_file

    if name == "-":
        if sys.stdin.isatty():
            complain("Reading the article from the keyboard; Ctrl-D on a line of its own ends it.")
        batch = open_bytes(sys.stdin.buffer.read(), date=date, title=title)
    elif name.startswith(("http://", "https://")):
        batch = open_address(name, date=date)
    else:
        batch = open_file(Path(name), date=date, title=title)
    for part, error in batch.problems:
        complain(f"{name}, {part}: {error}")
    return batch
