"""How large the words of a slide can be: as large as they fit, for those at the back of the hall.

Lengths are in the units of the style, of which a slide is 1280 wide and 720 high.
"""

from __future__ import annotations

from typing import Literal

from components.exports.handout import Voice
from components.exports.room import lines_of
from components.exports.slides import Slide

Size = Literal["large", "medium", "small"]
WIDTH, HEIGHT = 1152, 466
"""The room between the margins, and between the rule below a title of one line and the foot."""
TITLE_LINE, TITLE_SIGNS = 50, 52
GUTTER, NAME, GAP = 45, 45, 14
SERIF, SANS = 0.5, 0.47
"""The mean width of a letter, of the size of the type, with what is lost at the end of a line."""
OFFICIAL: dict[Size, tuple[float, float]] = {"large": (38, 49), "medium": (30, 39)}
OURS = (24, 33)
LIST: dict[Size, tuple[float, float]] = {"large": (34, 45), "medium": (30, 40)}
"""Size of the type and distance of the lines, as in the style."""
LIST_GAP, LIST_INDENT = 18, 30
FEW_SIGNS, FEW_ROWS = 260, 4
"""A table with no more of either is set large."""


def size_of(slide: Slide) -> Size:
    """The largest size in which a slide is whole; cutting has made sure of the small one."""
    sizes: tuple[Size, ...] = ("large", "medium")
    if slide.table:
        signs = sum(len(cell) for row in slide.table.rows for cell in row)
        few = signs <= FEW_SIGNS and len(slide.table.rows) <= FEW_ROWS
        return "large" if few else "small"
    needed = _height_of_voices if slide.voices else _height_of_list
    room = HEIGHT - TITLE_LINE * (lines_of(slide.title, TITLE_SIGNS) - 1)
    return next((size for size in sizes if needed(slide, size) <= room), "small")


def _height_of_voices(slide: Slide, size: Size) -> float:
    columns = len(slide.voices)
    width = WIDTH / columns - GUTTER
    tallest = max(_height_of_voice(voice, width, size) for voice in slide.voices)
    above = sum(_set(point, WIDTH, (26, 36), SANS) + GAP for point in slide.points)
    asked = _set(slide.question, WIDTH - 50, (26, 36), SANS) + 34 if slide.question else 0
    return NAME + tallest + above + asked


def _height_of_voice(voice: Voice, width: float, size: Size) -> float:
    said = sum(
        _set(f"{quote.lead or ''} {quote.words} [00]", width, OFFICIAL[size], SERIF) + GAP
        for quote in voice.quotes
    )
    translated = sum(
        _set(f"{quote.translation} (xxxxxxxxxxxxxxx)", width, OURS, SANS) + GAP
        for quote in voice.quotes
        if quote.translation
    )
    ours = sum(
        _set(line, width, OURS, SANS) + GAP
        for line in (*voice.lines, *filter(None, [voice.silent]))
    )
    return said + translated + ours


def _height_of_list(slide: Slide, size: Size) -> float:
    return sum(
        _set(point, WIDTH - LIST_INDENT, LIST[size], SANS) + LIST_GAP for point in slide.points
    )


def _set(text: str, width: float, face: tuple[float, float], letter: float) -> float:
    """The height of a text that is set so wide."""
    size, line = face
    return line * lines_of(text, int(width / (letter * size)))
