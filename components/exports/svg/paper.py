"""What the static charts are drawn on: a figure in points, our fonts, the width of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.textpath import text_to_path

from components.charts.identity import LIGHT
from components.exports.text.glyphs import readable

FONTS = Path(__file__).parents[1] / "text" / "fonts"
FAMILY = ("Source Sans 3", "Source Sans", "Segoe UI", "Roboto", "sans-serif")
"""Ours first; where a reader's device lacks it, a face of about the same width."""
SIZE = 10.0
"""Points: what is read on paper is never smaller."""
LEADING = 12.5
MIDDLE = 0.34
"""Of the size: how far below the middle of its letters a line of words stands."""
POINTS = 72
WIDER = 1.14
"""How much wider than ours the words may be in the face of the reader's device."""
REGULAR = FontProperties(
    family=list(FAMILY), fname=str(FONTS / "SourceSans3-Regular.otf"), size=SIZE
)
BOLD = FontProperties(
    family=list(FAMILY), weight=600, fname=str(FONTS / "SourceSans3-Semibold.otf"), size=SIZE
)
MAY_BREAK = "\u200b"
STRENGTH = 0.8
"""The width of thin lines."""


Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Frame:
    """The part of a figure that the axes fill, in points from its left and upper edge."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        """The width of the axes."""
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        """The height of the axes."""
        return self.height - self.top - self.bottom


def page_of(frame: Frame) -> tuple[Figure, Axes]:
    """A figure of the size of the frame, with axes in points from their upper left corner."""
    figure = Figure(figsize=(frame.width / POINTS, frame.height / POINTS), dpi=POINTS)
    axes = figure.add_axes(
        (
            frame.left / frame.width,
            frame.bottom / frame.height,
            frame.inner_width / frame.width,
            frame.inner_height / frame.height,
        )
    )
    figure.patch.set_visible(False)
    axes.set_axis_off()
    axes.set_xlim(0, frame.inner_width)
    axes.set_ylim(frame.inner_height, 0)
    return figure, axes


def words_at(  # noqa: PLR0913 - where, what, and how it looks
    axes: Axes,
    x: float,
    y: float,
    text: str,
    font: FontProperties = REGULAR,
    *,
    colour: str = LIGHT.ink,
    align: Align = "left",
    paper: bool = False,
) -> None:
    """Words whose middle stands at a height; on `paper` they keep clear of what is behind."""
    axes.text(
        x,
        y + MIDDLE * SIZE,
        text,
        color=colour,
        fontproperties=font,
        horizontalalignment=align,
        verticalalignment="baseline",
        parse_math=False,
        clip_on=False,
        bbox={"facecolor": LIGHT.paper, "edgecolor": "none", "pad": 1.5} if paper else None,
    )


def drawable(text: str) -> str:
    """The text in signs that our faces have: a letter that they lack stands beside its accent."""
    known = _signs()
    return "".join(
        sign
        if sign in known
        else "".join(part for part in normalize("NFD", sign) if part in known)
        for sign in readable(text).replace(MAY_BREAK, " ")
    )


@cache
def _signs() -> frozenset[str]:
    """The signs that both faces have."""
    regular, bold = (
        frozenset(map(chr, get_font(str(face.get_file())).get_charmap()))
        for face in (REGULAR, BOLD)
    )
    return regular & bold


def width_of(text: str, font: FontProperties = REGULAR) -> float:
    """How many points the text is wide, with room for another face."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width) * WIDER


def wrapped(text: str, room: float, font: FontProperties = REGULAR) -> list[str]:
    """The text in lines that fit the room, broken between words; a longer word where it must."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, font) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, room, font)
    return lines or [""]


def _pieces(word: str, room: float, font: FontProperties) -> list[str]:
    """The word in pieces that fit the room, of one letter at least."""
    if width_of(word, font) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, font) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
