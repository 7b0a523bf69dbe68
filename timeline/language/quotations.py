"""Which words of a text stand between quotation marks."""

from __future__ import annotations

from timeline.language.document import Document


def quoted_tokens(doc: Document) -> frozenset[int]:
    """Find all tokens inside quotation marks.

    A quotation ends at its closing mark, or with its paragraph if that is missing.

    Args:
        doc: the parsed text.

    Returns:
        Token indices; the marks themselves are not among them.
    """
    inside: set[int] = set()
    opened, paragraph = False, -1
    for token in doc.tokens:
        here = doc.sentences[token.sentence].paragraph
        if here != paragraph:
            opened, paragraph = False, here
        if token.text in ("“", "„", "«") or (token.text in ('"', "``", "''") and not opened):
            opened = True
        elif token.text in ("”", "»", '"', "''"):
            opened = False
        elif opened:
            inside.add(token.i)
    return frozenset(inside)
