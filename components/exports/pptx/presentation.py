"""The hand-out as a PowerPoint presentation that can be edited: native text, charts and tables."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Deck

from components.exports.handout.records import Handout
from components.exports.pptx.frame import SlideContext
from components.exports.pptx.slides import draw
from components.exports.slides.slides import slides
from components.exports.text.measure import LOCALES, clean
from components.i18n import Catalogue

TEMPLATE = Path(__file__).with_name("template.pptx")
"""16:9, a cover and a slide, in Cambria for official words and Calibri for ours: every PowerPoint
has these fonts, LibreOffice and Google Slides bring others of the same widths."""
AUTHOR = "Strategiapeili"
LONGEST = 255
"""Signs that a property of a file may have."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the package: the same presentation has the same bytes."""


def pptx_bytes(whole: Handout, words: Catalogue) -> bytes:
    """The slides of a hand-out as a presentation, 16:9."""
    deck = Presentation(str(TEMPLATE))
    cover, inside = deck.slide_layouts
    found = slides(whole, words)
    natives = [
        deck.slides.add_slide(cover if slide.kind == "title" else inside) for slide in found
    ]
    listed = {
        line.number: native
        for slide, native in zip(found, natives, strict=True)
        if slide.kind == "sources"
        for line in slide.sources
    }
    context = SlideContext(whole, words, listed)
    for slide, native in zip(found, natives, strict=True):
        draw(context, slide, native)
    _sign(deck, whole, LOCALES[words.language])
    stream = io.BytesIO()
    deck.save(stream)
    return _dated(stream)


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
