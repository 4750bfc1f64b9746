"""The words of municipalities side by side: theirs in the serif, ours in the sans and softer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from components.charts.identity import LIGHT
from components.exports.handout.records import Quote, Voice
from components.exports.pptx.frame import PAIRED, READING, Press
from components.exports.pptx.shapes import Box, Sheet, link_to
from components.exports.slides.slides import Slide
from components.exports.text.measure import FINNISH, Paragraph, Run, height

SIZES = (26, 24, 22, 20, 18)
SMALLER = (16, 14, 12)
"""Only for a single sentence that is too long for a whole slide."""
LEAST = 18
GAP, COLUMN_GAP = 8, 40
FEW = 2
"""Columns that are wide enough for a name and a period on one line."""
MARK, MARK_ROOM = 13, 24


def draw_voices(press: Press, sheet: Sheet, slide: Slide, box: Box) -> None:
    """A column for each municipality, all in the largest type in which they fit."""
    width = (box.width - COLUMN_GAP * (len(slide.voices) - 1)) / len(slide.voices)
    names = [_named(press, voice, across=len(slide.voices) <= FEW) for voice in slide.voices]
    high = max(height(name, width - MARK_ROOM) for name in names)
    room = box.height - high - GAP
    links = _links(press, sheet, slide)
    for size in SIZES + SMALLER:
        columns = [list(_spoken(press, links, voice, size)) for voice in slide.voices]
        if all(height(column, width) <= room for column in columns):
            break
    for number, (voice, name, column) in enumerate(zip(slide.voices, names, columns, strict=True)):
        left = box.left + number * (width + COLUMN_GAP)
        if number:
            between = Box(left - COLUMN_GAP / 2, box.top, 0.75, box.height)
            sheet.rule(between, LIGHT.line)
        sheet.marker(voice.place, left + 1, box.top + 6, MARK)
        place = Box(left + MARK_ROOM, box.top, width - MARK_ROOM, high)
        sheet.write(voice.name, place, name)
        below = Box(left, box.top + high + GAP, width, min(room, height(column, width)))
        sheet.write(f"{voice.name}, {voice.period}", below, column)


def _links(press: Press, sheet: Sheet, slide: Slide) -> dict[int, str]:
    """The links from the numbers of sources to the slides that list them."""
    numbers = {quote.source for voice in slide.voices for quote in voice.quotes}
    tip = press.words("handout.sources")
    return {
        number: link_to(sheet.slide.part, press.listed[number], tip)
        for number in sorted(numbers)
        if number in press.listed
    }


def _named(press: Press, voice: Voice, *, across: bool) -> list[Paragraph]:
    """The name with the period beside it or, in narrow columns, below."""
    if across:
        return [Paragraph((press.run(f"{voice.name} {voice.period}", bold=True),), READING)]
    return [
        Paragraph((press.run(voice.name, bold=True),), READING),
        Paragraph((press.run(voice.period),), LEAST),
    ]


def _spoken(
    press: Press, links: Mapping[int, str], voice: Voice, size: float
) -> Iterator[Paragraph]:
    """What a municipality says in the serif, what we add in the sans and softer."""
    ours = min(size, max(LEAST, size - 4))
    for quote in voice.quotes:
        yield from _quoted(press, links, quote, size, ours)
    if voice.silent:
        yield Paragraph((press.run(voice.silent, colour="tx2"),), min(size, 24), 0.6 * size)
    for line in voice.lines:
        yield Paragraph((press.run(line, colour="tx2"),), ours, 0.5 * ours)


def _quoted(
    press: Press, links: Mapping[int, str], quote: Quote, size: float, ours: float
) -> Iterator[Paragraph]:
    gap = 0.6 * size
    if quote.lead:
        yield Paragraph((Run(quote.lead, FINNISH, "serif", bold=True),), size)
    said = [Run(quote.words, FINNISH, "serif"), press.run("\u00a0")]
    link = links.get(quote.source, "")
    said.append(Run(f"[{quote.source}]", press.language, colour="tx2", link=link))
    if quote.shared:
        said.append(press.run(f"\u00a0{PAIRED}", colour="tx2"))
    yield Paragraph(tuple(said), size, 2 if quote.translation else gap)
    if quote.translation:
        marked = f"{quote.translation} ({press.words('handout.unofficial')})"
        yield Paragraph((press.run(marked, colour="tx2"),), ours, gap)
