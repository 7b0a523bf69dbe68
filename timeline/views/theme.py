"""The colours and type of every figure, in a light and a dark edition.

Figures are built in the light edition, whose colours are each used for one purpose only. The
browser knows which theme the reader sees, so it swaps colours by `DARK_EDITION`: one figure
serves both, and a change of theme needs no new figure from the server.
"""

from __future__ import annotations

import html

FONT = "'Source Sans', 'Source Sans 3', 'Source Sans Pro', sans-serif"

INK = "#1C2530"  # text and the ring around the selected mark
MUTED = "#5B6672"  # axis text, hints
PAPER = "#FFFFFF"  # what lies behind the figure
GRID = "#E4E1DA"
BAND = "#F6F4EF"  # every second lane
ANCHOR = "#A63D2F"  # the line of the article's own day

# Okabe and Ito's palette for colour-blind readers (jfly.uni-koeln.de/color), without its yellow,
# which is too pale on paper, and with the sky blue and orange a shade deeper for 3:1 on white.
PALETTE = ("#0072B2", "#C44E00", "#00855F", "#B5568F", "#A87400", "#2E8BC0", "#6B5BA8")
OTHER = "#6F7A85"  # lanes that stand for "nobody named" and "others"

DARK_EDITION = {
    INK: "#ECE9E2",
    MUTED: "#A9B1BA",
    PAPER: "#14191F",
    GRID: "#2E3640",
    BAND: "#1A2027",
    ANCHOR: "#F08A74",
    "#0072B2": "#4DA8E0",
    "#C44E00": "#F0803C",
    "#00855F": "#2DBE93",
    "#B5568F": "#E08DBF",
    "#A87400": "#E5AE2E",
    "#2E8BC0": "#7CC4EE",
    "#6B5BA8": "#A99BE0",
    OTHER: "#9AA5B0",
}


def colour_of(ordinal: int) -> str:
    """The palette's colour for the group with this ordinal; -1 is "others"."""
    return OTHER if ordinal < 0 else PALETTE[ordinal % len(PALETTE)]


def plain(text: str) -> str:
    """Article text made safe for Plotly, which would render tags that it finds in data."""
    return html.escape(text, quote=False)


def trimmed(text: str, characters: int) -> str:
    """At most `characters` of a text, cut at a word where one ends near, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= characters:
        return text
    cut = text[: max(characters - 1, 1)]
    space = cut.rfind(" ")
    if space >= 0.6 * len(cut):
        cut = cut[:space]
    return cut.rstrip(" ,;:–-") + "…"


# Advance widths of Source Sans in thousandths of the type size, by class of character. They lean
# to the wide side: a label that is a little narrower than thought leaves a gap, not a collision.
_NARROW, _WIDE = set("iljIftr.,;:'!|()[] "), set("mwMW@%—…")


def text_width(text: str, size: float = 13) -> float:
    """How many pixels a text takes at `size` pixels of Source Sans, a little over-estimated."""
    total = 0
    for character in text:
        if character in _NARROW:
            total += 330
        elif character in _WIDE:
            total += 870
        elif ord(character) > 0x2E80:  # Chinese, Japanese, Korean, emoji: a full em
            total += 1040
        elif character.isupper() or ord(character) > 0x2FF:
            total += 640
        else:
            total += 530
    return total * size / 1000


def faint(colour: str, alpha: float) -> str:
    """A palette colour with an alpha, in the spelling that the dark edition looks for."""
    return f"{_rgba(colour)}{alpha:g})"


def _rgba(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},"


def dark_swaps() -> dict[str, str]:
    """What to replace in a figure's JSON for the dark edition: hex colours and `rgba(` prefixes."""
    swaps = dict(DARK_EDITION)
    swaps |= {_rgba(light): _rgba(dark) for light, dark in DARK_EDITION.items()}
    return swaps
