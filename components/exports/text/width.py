"""How wide text stands in our fonts, and how it breaks into lines."""

import re
from functools import cache, lru_cache
from typing import Literal

from PIL import ImageFont

from components.exports.text.glyphs import FONTS

Face = Literal["serif", "sans"]
FILES: dict[tuple[Face, bool], str] = {
    ("serif", False): "SourceSerif4-Regular.otf",
    ("serif", True): "SourceSerif4-Semibold.otf",
    ("sans", False): "SourceSans3-Regular.otf",
    ("sans", True): "SourceSans3-Semibold.otf",
}
MEASURED_AT = 100
WORD = re.compile("(?:\\S|[\u00a0\u202f])+")
"""Numbers hold together by spaces that do not break."""


@lru_cache(maxsize=65536)
def width_of(text: str, face: Face = "sans", *, bold: bool = False) -> float:
    """The width of a line of text in heights of its type."""
    return _font(face, bold).getlength(text.replace("\n", " ")) / MEASURED_AT


@cache
def _font(face: Face, bold: bool) -> ImageFont.FreeTypeFont:  # noqa: FBT001 - a key of the cache
    return ImageFont.truetype(
        FONTS / FILES[face, bold], MEASURED_AT, layout_engine=ImageFont.Layout.BASIC
    )


def wrap(text: str, width: float, face: Face = "sans", *, bold: bool = False) -> list[str]:
    """The text in lines of so many heights of its type; only a word longer than one is broken."""
    lines: list[str] = []
    for word in WORD.findall(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, face, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines += _pieces(word, width, face, bold=bold)
    return lines or [""]


def _pieces(word: str, width: float, face: Face, *, bold: bool) -> list[str]:
    """The word in pieces that fit, of one letter at least."""
    if width_of(word, face, bold=bold) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, face, bold=bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
