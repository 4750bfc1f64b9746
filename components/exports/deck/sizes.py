"""How large the words of a slide are set: as large as they fit, for the back of the hall.

Lengths are in the units of the style, of which a slide is 1280 wide and 720 high.
"""

from components.exports.handout.records import Voice
from components.exports.slides.slide import Slide
from components.exports.text.width import Face, wrap

SIZES = (38, 34, 31, 28)
SMALLEST = 25
"""What every slide is cut to fit."""
WIDTH, HEIGHT = 1152, 466
"""The room between the margins, and between the rule below a title of one line and the foot."""
TITLE, TITLE_LINE = 44, 50
GUTTERS, NAME, GAP = {1: 30, 2: 45, 3: 30, 4: 30}, 45, 14
LEADING = 1.31
USED = 0.95
"""Of the width of a line: marks and numbers of sources hold to the words before them."""
OURS, POINT = 24, 26
ASKED_FRAME, ASKED_INDENT = 34, 50
LIST_GAP, LIST_INDENT = 18, 30
FEW_SIGNS, FEW_ROWS, TABLE_SIZE = 260, 4, 28
"""A table with no more of either is set larger than others."""
TITLES = {60: 72, 120: 52}
LONGEST_TITLE = 38
"""The size of the first title by its signs, and of a longer one."""


def size_of(slide: Slide) -> int:
    """The largest size in which a slide is whole."""
    if slide.table:
        signs = sum(len(cell) for row in slide.table.rows for cell in row)
        few = signs <= FEW_SIGNS and len(slide.table.rows) <= FEW_ROWS
        return TABLE_SIZE if few else SMALLEST
    if slide.kind == "title":
        fitting = (size for most, size in TITLES.items() if len(slide.title) <= most)
        return next(fitting, LONGEST_TITLE)
    needed = _height_of_voices if slide.voices else _height_of_list
    room = HEIGHT - TITLE_LINE * (len(wrap(slide.title, WIDTH / TITLE, "serif", bold=True)) - 1)
    return next((size for size in SIZES if needed(slide, size) <= room), SMALLEST)


def _height_of_voices(slide: Slide, size: int) -> float:
    columns = len(slide.voices)
    width = WIDTH / columns - GUTTERS[columns]
    tallest = max(_height_of_voice(voice, width, size) for voice in slide.voices)
    above = sum(_set(point, WIDTH, POINT) + GAP for point in slide.points)
    asked = 0.0
    if slide.question:
        asked = _set(slide.question, WIDTH - ASKED_INDENT, POINT) + ASKED_FRAME
    return NAME + tallest + above + asked


def _height_of_voice(voice: Voice, width: float, size: int) -> float:
    said = sum(
        _set(f"{quote.lead or ''} {quote.words} [00]", width, size, "serif") + GAP
        for quote in voice.quotes
    )
    translated = sum(
        _set(f"{quote.translation} (xxxxxxxxxxxxxxx)", width, OURS) + GAP
        for quote in voice.quotes
        if quote.translation
    )
    ours = sum(
        _set(line, width, OURS) + GAP for line in (*voice.lines, *filter(None, [voice.silent]))
    )
    return said + translated + ours


def _height_of_list(slide: Slide, size: int) -> float:
    return sum(_set(point, WIDTH - LIST_INDENT, size) + LIST_GAP for point in slide.points)


def _set(text: str, width: float, size: int, face: Face = "sans") -> float:
    """The height of a text that is set so wide."""
    return size * LEADING * len(wrap(text, USED * width / size, face))
