"""The words of municipalities side by side: theirs in the serif, ours in the sans and softer."""

from collections.abc import Iterator, Mapping

from components.charts.identity import LIGHT
from components.exports.handout.records import Quote, Voice
from components.exports.pptx.frame import PAIRED, READING, SlideContext
from components.exports.pptx.shapes import Box, Shapes, link_to
from components.exports.slides.slide import Slide
from components.exports.text.measure import FINNISH, Paragraph, Run, height

SIZES = (26, 24, 22, 20, 18)
SMALLER = (16, 14, 12)
"""Only for a single sentence that is too long for a whole slide."""
LEAST = 18
GAP, COLUMN_GAP = 8, 40
FEW = 2
"""Columns that are wide enough for a name and a period on one line."""
MARK, MARK_ROOM = 13, 24


def draw_voices(context: SlideContext, shapes: Shapes, slide: Slide, box: Box) -> None:
    """A column for each municipality, all in the largest type in which they fit."""
    width = (box.width - COLUMN_GAP * (len(slide.voices) - 1)) / len(slide.voices)
    names = [_named(context, voice, across=len(slide.voices) <= FEW) for voice in slide.voices]
    high = max(height(name, width - MARK_ROOM) for name in names)
    room = box.height - high - GAP
    links = _links(context, shapes, slide)
    for size in SIZES + SMALLER:
        columns = [list(_spoken(context, links, voice, size)) for voice in slide.voices]
        if all(height(column, width) <= room for column in columns):
            break
    for number, (voice, name, column) in enumerate(zip(slide.voices, names, columns, strict=True)):
        left = box.left + number * (width + COLUMN_GAP)
        if number:
            between = Box(left - COLUMN_GAP / 2, box.top, 0.75, box.height)
            shapes.rule(between, LIGHT.line)
        shapes.marker(voice.place, left + 1, box.top + 6, MARK)
        place = Box(left + MARK_ROOM, box.top, width - MARK_ROOM, high)
        shapes.write(voice.name, place, name)
        below = Box(left, box.top + high + GAP, width, min(room, height(column, width)))
        shapes.write(f"{voice.name}, {voice.period}", below, column)


def _links(context: SlideContext, shapes: Shapes, slide: Slide) -> dict[int, str]:
    """The links from the numbers of sources to the slides that list them."""
    numbers = {quote.source for voice in slide.voices for quote in voice.quotes}
    tip = context.words("handout.sources")
    return {
        number: link_to(shapes.slide.part, context.listed[number], tip)
        for number in sorted(numbers)
        if number in context.listed
    }


def _named(context: SlideContext, voice: Voice, *, across: bool) -> list[Paragraph]:
    """The name with the period beside it or, in narrow columns, below."""
    if across:
        return [Paragraph((context.run(f"{voice.name} {voice.period}", bold=True),), READING)]
    return [
        Paragraph((context.run(voice.name, bold=True),), READING),
        Paragraph((context.run(voice.period),), LEAST),
    ]


def _spoken(
    context: SlideContext, links: Mapping[int, str], voice: Voice, size: float
) -> Iterator[Paragraph]:
    """What a municipality says in the serif, what we add in the sans and softer."""
    ours = min(size, max(LEAST, size - 4))
    for quote in voice.quotes:
        yield from _quoted(context, links, quote, size, ours)
    if voice.silent:
        yield Paragraph((context.run(voice.silent, colour="tx2"),), min(size, 24), 0.6 * size)
    for line in voice.lines:
        yield Paragraph((context.run(line, colour="tx2"),), ours, 0.5 * ours)


def _quoted(
    context: SlideContext, links: Mapping[int, str], quote: Quote, size: float, ours: float
) -> Iterator[Paragraph]:
    gap = 0.6 * size
    if quote.lead:
        yield Paragraph((Run(quote.lead, FINNISH, "serif", bold=True),), size)
    said = [Run(quote.words, FINNISH, "serif"), context.run("\u00a0")]
    link = links.get(quote.source, "")
    said.append(Run(f"[{quote.source}]", context.language, colour="tx2", link=link))
    if quote.shared:
        said.append(context.run(f"\u00a0{PAIRED}", colour="tx2"))
    yield Paragraph(tuple(said), size, 2 if quote.translation else gap)
    if quote.translation:
        marked = f"{quote.translation} ({context.words('handout.unofficial')})"
        yield Paragraph((context.run(marked, colour="tx2"),), ours, gap)
