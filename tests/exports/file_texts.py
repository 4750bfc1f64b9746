"""What a file tells a reader: its text, read by another library than the one that wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from pptx import Presentation
from pypdfium2 import PdfDocument

from tests.exports.reading import read_page

BREAKS = re.compile(r"-\n|[\s\u00a0\u202f\u00ad]+")
"""White space, and a hyphen at the end of a line."""
NOT_TEXT = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)


def joined(text: str) -> str:
    """The text without what lines are broken at: files break them where they like."""
    return BREAKS.sub("", text)


def of_pdf(content: bytes) -> str:
    """The text of all pages."""
    return "\n".join(pages_of_pdf(content))


def pages_of_pdf(content: bytes) -> list[str]:
    """The text of each page; a hyphen at the end of a line is one."""
    with PdfDocument(content) as opened:
        texts = [page.get_textpage().get_text_range() for page in opened]
    return [text.replace("\r\n", "\n").replace("\ufffe", "-\n") for text in texts]


def of_pptx(content: bytes) -> str:
    """The text of frames, tables and notes."""
    found = []
    for slide in Presentation(BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
        if slide.has_notes_slide and (notes := slide.notes_slide.notes_text_frame):
            found.append(notes.text)
    return "\n".join(found)


def of_xlsx(content: bytes) -> str:
    """The text of all cells."""
    book = load_workbook(BytesIO(content))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(value) for value in cells if value is not None)


def of_html(content: bytes) -> str:
    """The text that stands on the page."""
    page = read_page(NOT_TEXT.sub("", content.decode()))
    return next(element.text for element in page.elements if element.tag == "body")


def of_zip(content: bytes) -> str:
    """All tables."""
    with ZipFile(BytesIO(content)) as opened:
        return "\n".join(opened.read(name).decode("utf-8-sig") for name in opened.namelist())


READERS: dict[str, Callable[[bytes], str]] = {
    ".pdf": of_pdf,
    ".pptx": of_pptx,
    ".xlsx": of_xlsx,
    ".html": of_html,
    ".zip": of_zip,
}
