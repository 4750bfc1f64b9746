"""The hand-out as a PowerPoint presentation that can be edited: native text, charts and tables."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.parts.slide import SlidePart
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as NativeSlide
from pptx.slide import SlideLayout

from components.exports.handout.records import Handout
from components.exports.pptx.frame import Press
from components.exports.pptx.slides import draw
from components.exports.pptx.template import COVER, template
from components.exports.slides.slides import slides
from components.exports.text.measure import LOCALES, clean
from components.i18n import Catalogue

AUTHOR = "Strategiapeili"
LONGEST = 255
"""Signs that a property of a file may have."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the package: the same presentation has the same bytes."""


def pptx_bytes(whole: Handout, words: Catalogue) -> bytes:
    """The slides of a hand-out as a presentation, 16:9."""
    deck = Presentation(io.BytesIO(template(LOCALES[words.language])))
    layouts = {layout.name == COVER: layout for layout in deck.slide_layouts}
    found = slides(whole, words)
    natives = [
        _blank(deck, layouts[slide.kind == "title"], number)
        for number, slide in enumerate(found, start=1)
    ]
    listed = {
        line.number: native
        for slide, native in zip(found, natives, strict=True)
        if slide.kind == "sources"
        for line in slide.sources
    }
    press = Press(whole, words, listed)
    for number, (slide, native) in enumerate(zip(found, natives, strict=True), start=1):
        draw(press, slide, native, number)
    _sign(deck, whole, LOCALES[words.language])
    stream = io.BytesIO()
    deck.save(stream)
    return _dated(stream)


def _blank(deck: Deck, layout: SlideLayout, number: int) -> NativeSlide:
    """A slide without the empty shapes that python-pptx would put on it and we would remove."""
    name = PackURI(f"/ppt/slides/slide{number}.xml")
    part = SlidePart.new(name, deck.part.package, layout.part)
    listing = deck.element.get_or_add_sldIdLst()
    listing.add_sldId(deck.part.relate_to(part, RT.SLIDE))
    slide: NativeSlide = part.slide
    return slide


def _sign(deck: Deck, whole: Handout, language: str) -> None:
    """Say what the presentation is, who made it, in which language, from the data of which day."""
    core, day = deck.core_properties, datetime.fromisoformat(whole.iso_day)
    core.title = clean(whole.title)[:LONGEST]
    core.subject = clean(whole.description)[:LONGEST]
    core.author = core.last_modified_by = AUTHOR
    core.identifier = clean(whole.data_id)[:LONGEST]
    core.language = language
    core.created = core.modified = day
    core.revision = 1


def _dated(stream: io.BytesIO) -> bytes:
    """The package again without the clock of the machine."""
    made = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
