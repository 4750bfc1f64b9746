"""How large the type of a slide of a PDF can be: as large as it fits, told before it is set.

Lengths are in points, of which a slide is 1280 wide and 720 high.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from components.exports.handout.records import Quote, Voice
from components.exports.slides.slides import Slide
from components.exports.text.measure import Face, Paragraph, Run, height, lines_of
from components.i18n import Catalogue

WIDTH, HEIGHT = 1152, 634
"""Inside the margins; the air above the foot is left out."""
SIZES = (36, 33, 30, 28, 26, 25, 24, 22, 20, 18, 16, 14)
TITLES = (50, 44, 38, 32)
LEAST, MOST_OF_OURS, LIST = 24, 28, 30
TITLE_HEIGHT = 96
CAPITAL, TITLE_LEADING = 0.68, 0.3
"""The height of capitals and the air between lines, of the size of the type."""
KICKER, RULE, AIR = 48, 29, 26
GUTTER = 64
FOOT, PAGE_NUMBER = 11, 140
QUESTION, QUESTION_SIDES = 56, 54
AFTER, AFTER_POINT = 0.24, 0.4
"""The air below a paragraph and below a point of a list, of its size, beyond that of a line."""
CLOSE = 0.925
"""Of the width: the measure is that of a narrower type, and a guess must not be too good."""

Make = Callable[[float], Iterator[Paragraph]]


def title_size(slide: Slide) -> float:
    """The largest size in which the title keeps to its place, or the smallest."""
    title = [Run(slide.title, "", "serif", bold=True)]
    for size in TITLES:
        lines = lines_of(Paragraph(tuple(title), size), CLOSE * WIDTH)
        if _tall(lines, size) <= TITLE_HEIGHT:
            return size
    return TITLES[-1]


def type_size(slide: Slide, words: Catalogue) -> float | None:
    """The largest size in which the words of a slide fit; none where it must be tried."""
    columns: Sequence[Make]
    if slide.kind == "voices":
        width = (WIDTH - GUTTER * (len(slide.voices) - 1)) / len(slide.voices)
        columns = [_column(voice, words) for voice in slide.voices]
        points = slide.points
    elif slide.kind == "questions":
        width, columns, points = WIDTH - LIST, [_list(slide)], ()
    else:
        return None
    room = HEIGHT - _head(slide) - _foot(slide, words) - AIR
    for size in SIZES:
        above = height([_paragraph(point, size) for point in points], CLOSE * WIDTH)
        tallest = max(height(list(make(size)), CLOSE * width) for make in columns)
        if above + tallest <= room:
            return size
    return None


def smaller(size: float) -> float:
    """The size of our words beside official ones; never too small to be read from afar."""
    return min(size, max(LEAST, min(size - 4, MOST_OF_OURS)))


def _head(slide: Slide) -> float:
    size = title_size(slide)
    title = Paragraph((Run(slide.title, "", "serif", bold=True),), size)
    return KICKER + RULE + _tall(lines_of(title, CLOSE * WIDTH), size)


def _tall(lines: int, size: float) -> float:
    return (CAPITAL * lines + TITLE_LEADING * (lines - 1)) * size


def _foot(slide: Slide, words: Catalogue) -> float:
    """The height of the sources, and of the question above them."""
    titles = "; ".join(f"[{line.number}] {line.title}" for line in slide.sources)
    cited = _paragraph(f"{words('handout.sources')}: {titles}", LEAST)
    foot = FOOT + height([cited], CLOSE * (WIDTH - PAGE_NUMBER))
    if not slide.question:
        return foot
    asked = _paragraph(f"{words('pdf.question')} {slide.question}", LEAST + 2)
    return foot + QUESTION + height([asked], CLOSE * (WIDTH - QUESTION_SIDES))


def _column(voice: Voice, words: Catalogue) -> Make:
    """What a column holds at a size: the name, the quotes, our lines."""

    def make(size: float) -> Iterator[Paragraph]:
        yield _paragraph(f"____ {voice.name} {voice.period}", smaller(size))
        for quote in voice.quotes:
            yield from _quoted(quote, size, words)
        for line in filter(None, (voice.silent, *voice.lines)):
            yield _paragraph(line, smaller(size))

    return make


def _quoted(quote: Quote, size: float, words: Catalogue) -> Iterator[Paragraph]:
    if quote.lead:
        yield Paragraph((Run(quote.lead, "", "serif", bold=True),), size)
    shared = f" ({words('handout.shared')})" if quote.shared else ""
    yield _paragraph(f"{quote.words} [{quote.source}]{shared}", size, "serif")
    if quote.translation:
        unofficial = words("handout.unofficial")
        yield _paragraph(f"{quote.translation} ({unofficial})", smaller(size))


def _list(slide: Slide) -> Make:
    def make(size: float) -> Iterator[Paragraph]:
        for point in slide.points:
            yield Paragraph((Run(point, ""),), min(size, LIST), AFTER_POINT * size)

    return make


def _paragraph(text: str, size: float, face: Face = "sans") -> Paragraph:
    return Paragraph((Run(text, "", face),), size, AFTER * size)
