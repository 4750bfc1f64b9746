"""Notes below a slide: our notes, then the sources in full with their addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.slide import NotesSlidePart
from pptx.slide import Slide

from components.exports.handout.records import SourceLine
from components.exports.pptx.shapes import NAMESPACES, link_to
from components.exports.text.measure import FINNISH, LOCALES, Paragraph, Run, paragraphs_xml
from components.i18n import Catalogue

SIZE, AFTER = 12, 6
PAGE = (
    f"<p:notes {NAMESPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id='1' name=''/>"
    "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr>"
    '<p:cNvPr id="2" name="Dian kuva"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
    'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
    '<p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Muistiinpanot"/><p:cNvSpPr>'
    '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr>'
    "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{body}</p:txBody></p:sp></p:spTree>"
    "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
)


def add_notes(
    slide: Slide,
    number: int,
    notes: Sequence[str],
    sources: Sequence[SourceLine],
    words: Catalogue,
) -> None:
    """Give a slide, whose number this is, its page of notes.

    python-pptx would look for a free name among all parts for every page: four seconds for 600
    slides. The number of the slide is free.
    """
    package = slide.part.package
    part = NotesSlidePart(
        PackURI(f"/ppt/notesSlides/notesSlide{number}.xml"),
        CT.PML_NOTES_SLIDE,
        package,
        parse_xml(PAGE.format(body="")),
    )
    part.relate_to(package.presentation_part.notes_master_part, RT.NOTES_MASTER)
    part.relate_to(slide.part, RT.SLIDE)
    slide.part.relate_to(part, RT.NOTES_SLIDE)
    told = list(_paragraphs(part, notes, sources, words))
    body = part.notes_slide.element.findall(f".//{qn('p:txBody')}")[-1]
    body.extend(parse_xml(f"<a:x {NAMESPACES}>{paragraphs_xml(told)}</a:x>"))


def _paragraphs(
    part: NotesSlidePart, notes: Sequence[str], sources: Sequence[SourceLine], words: Catalogue
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
