"""What stands where on a slide of a presentation, by its kind, and in what size of type."""

from collections.abc import Callable, Iterator, Mapping

from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide as NativeSlide

from components.charts.identity import LIGHT
from components.exports.handout.records import Bars, SourceLine
from components.exports.pptx.bar_chart import draw_chart, height_of_bars
from components.exports.pptx.columns import (
    LEAST,
    MARK,
    MARK_ROOM,
    SIZES,
    SMALLER,
    draw_voices,
)
from components.exports.pptx.frame import (
    GAP,
    READING,
    SlideContext,
    asked_of,
    draw_foot,
    draw_head,
    draw_question,
    height_of_question,
)
from components.exports.pptx.shapes import (
    FOOTER_TOP,
    INNER,
    MARGIN,
    NAMESPACES,
    Box,
    Shapes,
    link_to,
)
from components.exports.pptx.table import draw_table
from components.exports.slides.slide import Slide
from components.exports.text.measure import (
    FINNISH,
    Paragraph,
    Run,
    fitted,
    height,
    paragraphs_xml,
)

OURS = (24, 22, 20, 18)
COLUMN_GAP = 40
BESIDE = 280
"""The width of our words beside a line chart."""
NOTE, AFTER = 12, 6
"""The size of notes, and the points between them."""


def draw(context: SlideContext, slide: Slide, native: NativeSlide) -> None:
    """Draw a slide: title, kicker, content, question, sources, number; then its notes."""
    shapes = Shapes(native)
    if slide.kind == "title":
        _cover(context, shapes, slide)
    else:
        top = draw_head(context, shapes, slide)
        question = asked_of(context, slide)
        bottom: float = FOOTER_TOP - GAP
        if question:
            bottom -= height_of_question(question) + GAP
        CONTENT[slide.kind](context, shapes, slide, Box(MARGIN, top, INNER, bottom - top))
        if question:
            draw_question(context, shapes, question, bottom + GAP)
        draw_foot(context, shapes, slide)
    shapes.finish()
    _add_notes(context, slide, native)


def _cover(context: SlideContext, shapes: Shapes, slide: Slide) -> None:
    description, made = slide.points
    title = fitted(
        lambda size: [Paragraph((Run(slide.title, context.language, "serif", bold=True),), size)],
        (48, 44, 40, 36, 32, 28, 24, 20),
        INNER,
        180,
    )
    high = height(title, INNER)
    box = Box(MARGIN, 252 - high, INNER, high)
    shapes.placeholder("Otsikko", 'type="ctrTitle"', paragraphs_xml(title), box)
    told = fitted(
        lambda size: [Paragraph((context.run(description),), size)], OURS, INNER * 0.86, 100
    )
    place = Box(MARGIN, 280, INNER * 0.86, height(told, INNER * 0.86))
    shapes.placeholder("Alaotsikko", 'type="subTitle" idx="1"', paragraphs_xml(told), place)
    _names(context, shapes, place.bottom + GAP)
    last = [
        Paragraph((context.run(text, colour="tx2"),), LEAST, 4)
        for text in (context.words("presentation.how_to_read"), made)
    ]
    tall = height(last, INNER)
    shapes.write(made, Box(MARGIN, 508 - tall, INNER, tall), last)


def _names(context: SlideContext, shapes: Shapes, top: float) -> None:
    """The municipalities with their markers, where there are as many as markers."""
    names = context.whole.names
    if not 1 < len(names) <= len(LIGHT.municipalities):
        return
    width = INNER / len(names)
    for number, (place, name) in enumerate(zip(context.whole.places, names, strict=True)):
        left = MARGIN + number * width
        shapes.marker(place, left + 2, top + 7, MARK)
        paragraph = Paragraph((context.run(name, bold=True),), 22)
        high = height([paragraph], width - MARK_ROOM)
        shapes.write(name, Box(left + MARK_ROOM, top, width - MARK_ROOM, high), [paragraph])


def _above(context: SlideContext, shapes: Shapes, slide: Slide, box: Box) -> Box:
    """Our words above the content; returns the place left below them."""
    if not slide.points:
        return box
    told = [Paragraph((context.run(point),), READING, 4) for point in slide.points]
    high = height(told, box.width)
    shapes.write(slide.points[0], Box(box.left, box.top, box.width, high), told)
    return Box(box.left, box.top + high + 10, box.width, box.height - high - 10)


def _voices(context: SlideContext, shapes: Shapes, slide: Slide, box: Box) -> None:
    draw_voices(context, shapes, slide, _above(context, shapes, slide, box))


def _chart(context: SlideContext, shapes: Shapes, slide: Slide, box: Box) -> None:
    """Bars above our words, lines beside them."""
    chart = slide.chart
    if chart is None:
        return
    bars = isinstance(chart.drawn, Bars)
    width = box.width if bars else BESIDE
    told = fitted(
        lambda size: [Paragraph((context.run(point),), size, 10) for point in slide.points],
        OURS[1:],
        width,
        box.height / 3 if bars else box.height,
    )
    high = height(told, width)
    if isinstance(chart.drawn, Bars):
        tall = min(height_of_bars(chart.drawn), box.height - high - GAP * bool(told))
        picture = Box(box.left, box.top, box.width, tall)
        below = Box(box.left, picture.bottom + GAP, width, high)
    else:
        wide = box.width - (BESIDE + COLUMN_GAP if told else 0)
        picture = Box(box.left, box.top, wide, box.height)
        below = Box(box.left + wide + COLUMN_GAP, box.top, width, high)
    draw_chart(shapes, chart, picture, context.words, context.whole.iso_day)
    if told:
        shapes.write(slide.points[0], below, told)


def _table(context: SlideContext, shapes: Shapes, slide: Slide, box: Box) -> None:
    if slide.table is not None:
        draw_table(shapes, slide.table, _above(context, shapes, slide, box), context.language)


def _points(context: SlideContext, shapes: Shapes, slide: Slide, box: Box) -> None:
    def listed(size: float) -> list[Paragraph]:
        return [
            Paragraph((context.run(point),), size, 0.6 * size, indent=22, bullet=True)
            for point in slide.points
        ]

    shapes.write(slide.title, box, fitted(listed, SIZES + SMALLER, box.width, box.height))


def _sources(context: SlideContext, shapes: Shapes, slide: Slide, box: Box) -> None:
    def listed(size: float) -> list[Paragraph]:
        return [item for line in slide.sources for item in _listed(context, shapes, line, size)]

    below = _above(context, shapes, slide, box)
    shapes.write(slide.title, below, fitted(listed, OURS + SMALLER, below.width, below.height))


def _listed(
    context: SlideContext, shapes: Shapes, line: SourceLine, size: float
) -> Iterator[Paragraph]:
    gap = 0.6 * size
    day = f", {line.day}" if line.day else ""
    told = [
        Run(f"[{line.number}] {line.title}. ", FINNISH, bold=True),
        Run(f"{line.publisher}{day}.", FINNISH),
    ]
    if not line.has_text:
        told.append(
            context.run(f" ({context.words('handout.source_without_text')})", colour="tx2")
        )
    yield Paragraph(tuple(told), size, 0 if line.url else gap)
    if line.url:
        link = link_to(shapes.slide.part, line.url, line.title)
        yield Paragraph((Run(line.url, context.language, colour="tx2", link=link),), size, gap)


def _add_notes(context: SlideContext, slide: Slide, native: NativeSlide) -> None:
    """Our notes below a slide, then the sources in full with their addresses."""
    page = native.notes_slide
    spoken = [slide.chart.alt] if slide.chart else []
    ours = (*slide.notes, *spoken, context.made_from())
    told: list[tuple[Run, ...]] = [(context.run(note),) for note in ours]
    if slide.sources:
        told.append((context.run(context.words("handout.sources"), bold=True),))
    told += [tuple(_in_full(context, page.part, line)) for line in slide.sources]
    notes = paragraphs_xml([Paragraph(runs, NOTE, AFTER) for runs in told])
    body = next(page.element.iter(qn("p:txBody")))
    body.remove(body.find(qn("a:p")))
    body.extend(parse_xml(f"<a:x {NAMESPACES}>{notes}</a:x>"))


def _in_full(context: SlideContext, part: XmlPart, line: SourceLine) -> Iterator[Run]:
    day = f", {line.day}" if line.day else ""
    yield Run(f"[{line.number}] {line.title}. {line.publisher}{day}.", FINNISH)
    if line.url:
        yield context.run(" ")
        link = link_to(part, line.url, line.title)
        yield Run(line.url, context.language, link=link)
    if not line.has_text:
        yield context.run(f" ({context.words('handout.source_without_text')})")


CONTENT: Mapping[str, Callable[[SlideContext, Shapes, Slide, Box], None]] = {
    "voices": _voices,
    "chart": _chart,
    "table": _table,
    "questions": _points,
    "sources": _sources,
}
