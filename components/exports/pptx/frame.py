"""What stands on every slide: title, kicker, open question, sources, the number of the slide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pptx.slide import Slide as NativeSlide

from components.exports.handout.records import Handout
from components.exports.pptx.shapes import (
    INNER,
    KICKER,
    MARGIN,
    NUMBER,
    NUMBER_WIDTH,
    SOURCES,
    TITLE_TOP,
    Box,
    Shapes,
    link_to,
)
from components.exports.slides.slide import Slide
from components.exports.text.measure import (
    FINNISH,
    LOCALES,
    PITCH,
    Paragraph,
    Run,
    fitted,
    height,
    lines_of,
    paragraphs_xml,
)
from components.i18n import Catalogue

TITLES = ((38, 1), (36, 1), (34, 1), (32, 1), (30, 2), (28, 2), (26, 2), (24, 3), (20, 6))
"""The sizes of a title, and the lines that it may take in each."""
KICKERS = (18, 16, 14)
FOOTERS = ((14, 1), (13, 2), (12, 2))
READING, GAP = 20, 14
ACROSS, DOWN = 24, 9
"""Points between a question and the edges of its box."""
PAIRED = "↔"
"""Marks a sentence that pairs with another's; the footer of the slide says so in words."""


@dataclass(frozen=True)
class SlideContext:
    """What all slides are made with; `listed` leads to the slide that lists a source."""

    whole: Handout
    words: Catalogue
    listed: Mapping[int, NativeSlide]

    @property
    def language(self) -> str:
        """The language of our words."""
        return LOCALES[self.words.language]

    def run(self, text: str, *, bold: bool = False, colour: str = "tx1") -> Run:
        """Words of ours."""
        return Run(text, self.language, bold=bold, colour=colour)

    def made_from(self) -> str:
        """Which data the presentation was made from."""
        return self.words("handout.made_from", id=self.whole.data_id, day=self.whole.day)


def draw_head(context: SlideContext, shapes: Shapes, slide: Slide) -> float:
    """The title and the kicker above it; returns where the content begins."""
    for size, most in TITLES:
        title = Paragraph((Run(slide.title, context.language, "serif", bold=True),), size)
        lines = lines_of(title, INNER)
        if lines <= most:
            break
    box = Box(MARGIN, TITLE_TOP, INNER, lines * title.size * PITCH)
    shapes.placeholder("Otsikko", 'type="title"', paragraphs_xml([title]), box)
    if slide.kicker:
        kicker = fitted(
            lambda size: [Paragraph((context.run(slide.kicker, colour="tx2"),), size)],
            KICKERS,
            INNER,
            18 * PITCH,
        )
        kind = f'type="body" sz="quarter" idx="{KICKER}"'
        shapes.placeholder("Aihe", kind, paragraphs_xml(kicker))
    shapes.rule(Box(MARGIN, box.bottom + 6, INNER, 2.25))
    return box.bottom + 6 + GAP


def asked_of(context: SlideContext, slide: Slide) -> list[Paragraph]:
    """The open question of a slide, if it has one."""
    if not slide.question:
        return []
    asked = context.run(f"{context.words('presentation.question')} ", bold=True)
    return [Paragraph((asked, context.run(slide.question)), READING)]


def height_of_question(question: Sequence[Paragraph]) -> float:
    """The points that the box of a question takes."""
    return height(question, INNER - 2 * ACROSS) + 2 * DOWN if question else 0.0


def draw_question(
    context: SlideContext, shapes: Shapes, question: Sequence[Paragraph], top: float
) -> None:
    """The open question in its box, above the footer."""
    box = Box(MARGIN, top, INNER, height_of_question(question))
    name = context.words("presentation.question")
    shapes.write(name, box, question, fill="bg2", padding=(ACROSS, DOWN))
    shapes.rule(Box(MARGIN, top, 4.5, box.height))


def draw_foot(context: SlideContext, shapes: Shapes, slide: Slide) -> None:
    """The sources below, or the data where no source is quoted; and the number of the slide."""
    width = INNER - NUMBER_WIDTH
    for size, most in FOOTERS:
        told = Paragraph(tuple(_cited(context, shapes, slide)), size)
        if lines_of(told, width) <= most:
            break
    else:
        numbers = ", ".join(f"[{line.number}]" for line in slide.sources)
        short = context.words("presentation.sources_of", numbers=numbers)
        told = Paragraph((context.run(short, colour="tx2"),), FOOTERS[-1][0])
    kind = f'type="ftr" sz="quarter" idx="{SOURCES}"'
    shapes.placeholder(context.words("handout.sources"), kind, paragraphs_xml([told]))
    shapes.placeholder(
        context.words("presentation.number"),
        f'type="sldNum" sz="quarter" idx="{NUMBER}"',
        _page_number(context.language),
    )


def _page_number(language: str) -> str:
    """A paragraph that tells the number of its slide, wherever the slide is moved."""
    return (
        f'<a:p><a:pPr><a:lnSpc><a:spcPts val="{round(1400 * PITCH)}"/></a:lnSpc></a:pPr>'
        '<a:fld id="{0B6D3A4C-1C57-4C3D-9B0E-5A6E2F7C8D90}" type="slidenum">'
        f'<a:rPr lang="{language}"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="{language}"/></a:p>'
    )


def _cited(context: SlideContext, shapes: Shapes, slide: Slide) -> Iterator[Run]:
    """The titles of the sources with links to them."""
    if not slide.sources or slide.kind == "sources":
        yield context.run(slide.figures_from or context.made_from(), colour="tx2")
        return
    yield context.run(f"{context.words('handout.sources')}: ", colour="tx2")
    for place, line in enumerate(slide.sources):
        listing = context.listed.get(line.number)
        link = link_to(shapes.slide.part, line.url or "") or (
            link_to(shapes.slide.part, listing) if listing else ""
        )
        if place:
            yield context.run("; ", colour="tx2")
        yield Run(f"[{line.number}] {line.title}", FINNISH, colour="tx2", link=link)
    if any(quote.shared for voice in slide.voices for quote in voice.quotes):
        yield context.run(f" · {PAIRED} {context.words('handout.shared')}", colour="tx2")
