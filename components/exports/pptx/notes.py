"""Notes below a slide: our notes, then the sources in full with their addresses."""

from collections.abc import Iterator, Sequence

from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import Slide

from components.exports.handout.records import SourceLine
from components.exports.pptx.shapes import NAMESPACES, link_to
from components.exports.text.measure import FINNISH, LOCALES, Paragraph, Run, paragraphs_xml
from components.i18n import Catalogue

SIZE, AFTER = 12, 6


def add_notes(
    slide: Slide, notes: Sequence[str], sources: Sequence[SourceLine], words: Catalogue
) -> None:
    """Give a slide its page of notes."""
    page = slide.notes_slide
    told = paragraphs_xml(list(_paragraphs(page.part, notes, sources, words)))
    body = next(page.element.iter(qn("p:txBody")))
    body.remove(body.find(qn("a:p")))
    body.extend(parse_xml(f"<a:x {NAMESPACES}>{told}</a:x>"))


def _paragraphs(
    part: XmlPart, notes: Sequence[str], sources: Sequence[SourceLine], words: Catalogue
) -> Iterator[Paragraph]:
    ours = LOCALES[words.language]
    for note in notes:
        yield Paragraph((Run(note, ours),), SIZE, AFTER)
    if sources:
        yield Paragraph((Run(words("handout.sources"), ours, bold=True),), SIZE, AFTER)
    for line in sources:
        runs = [Run(source_in_words(line), FINNISH)]
        if line.url:
            runs += [Run(" ", ours), Run(line.url, ours, link=link_to(part, line.url, line.title))]
        if not line.has_text:
            runs.append(Run(f" ({words('handout.source_without_text')})", ours))
        yield Paragraph(tuple(runs), SIZE, AFTER)


def source_in_words(line: SourceLine) -> str:
    """The number, title, publisher and day of a source."""
    day = f", {line.day}" if line.day else ""
    return f"[{line.number}] {line.title}. {line.publisher}{day}."
