"""A workbook in the making: its looks, its pages as they print, its cells that stay safe."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from components.charts.identity import LIGHT
from components.exports.handout.records import Handout
from components.exports.text.glyphs import fit
from components.exports.xlsx.cells import Cell, Column, Link, Sheet
from components.i18n import Catalogue

MAKER = "Strategiapeili"
SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
A4 = 9
LONGEST_TEXT, LONGEST_LINK, MOST_LINKS = 32_000, 2_000, 60_000
"""What the file format holds, with some to spare."""
LINE, HIGHEST = 14.5, 405
"""Points of a line of text, and of the highest row."""
FILTER = 3
"""Signs that the button of a filter covers."""
LONGEST_HEADER, LONGEST_PROPERTY = 80, 255
CUT = " […]"
DAYS = {"fi": "d.m.yyyy", "sv": "d.m.yyyy", "en": "d mmm yyyy"}
BASE = {"font_name": "Calibri", "font_size": 11, "font_color": LIGHT.ink, "valign": "top"}
HEAD = {"bold": True, "text_wrap": True, "valign": "bottom", "bg_color": LIGHT.mist, "bottom": 2}
TO_THE_RIGHT = {"align": "right", "indent": 1}
"""So that a number does not touch the words after it."""
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"font_size": 20, "bold": True},
    "label": {"bold": True},
    "head": HEAD,
    "number_head": HEAD | TO_THE_RIGHT,
    "text": {"text_wrap": True},
    "number": TO_THE_RIGHT,
    "share": TO_THE_RIGHT | {"num_format": "0 %"},
    "year": TO_THE_RIGHT | {"num_format": "0"},
    "day": {"align": "left"},
    "link": {"font_color": LIGHT.municipalities[0], "underline": 1, "text_wrap": True},
}
RIGHT = ("number", "share", "year")


class Book:
    """A workbook; every sheet is named, headed and printed alike."""

    def __init__(self, whole: Handout, words: Catalogue) -> None:
        """Begin an empty workbook about a hand-out."""
        self.whole = whole
        self.words = words
        self.written = BytesIO()
        self.workbook = Workbook(self.written, SAFE)
        self.looks: dict[tuple[str, int], Format] = {}
        self.links = 0
        self.workbook.set_properties(
            {
                "title": fit(whole.title)[:LONGEST_PROPERTY],
                "subject": fit(whole.description)[:LONGEST_PROPERTY],
                "author": MAKER,
                "comments": self.made_from,
                "created": datetime.fromisoformat(whole.iso_day),
            }
        )
        self.workbook.set_custom_property("Language", whole.language)

    @property
    def made_from(self) -> str:
        """The data and its day, in words."""
        return self.words("handout.made_from", id=self.whole.data_id, day=self.whole.day)

    def finished(self) -> bytes:
        """The file; nothing can be added after it."""
        self.workbook.close()
        return self.written.getvalue()

    def look(self, kind: str, decimals: int = 0) -> Format:
        """How a kind of cell looks; made once."""
        if (kind, decimals) not in self.looks:
            own = dict(LOOKS[kind])
            if kind == "number":
                own["num_format"] = "#,##0" + ("." + "0" * decimals if decimals else "")
            elif kind == "day":
                own["num_format"] = DAYS[self.whole.language]
            self.looks[kind, decimals] = self.workbook.add_format(BASE | own)
        return self.looks[kind, decimals]

    def name_of(self, key: str) -> str:
        """The name of a sheet."""
        return self.words(f"workbook.sheet_{key}")

    def page(self, key: str, *, landscape: bool = True) -> Worksheet:
        """An empty sheet that prints as wide as the paper, with its name and page numbers."""
        page: Worksheet = self.workbook.add_worksheet(self.name_of(key))
        page.set_paper(A4)
        if landscape:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        page.hide_gridlines(2)
        title = fit(self.whole.title)
        if len(title) > LONGEST_HEADER:
            title = title[:LONGEST_HEADER].rstrip() + CUT
        page.set_header(f"&L{title.replace('&', '&&')}&R&A")
        page.set_footer(f"&L{MAKER} · {self.made_from.replace('&', '&&')}&R&P / &N")
        return page

    def add_table(self, sheet: Sheet) -> None:
        """A sheet of rows under heads that stay in sight and can be filtered."""
        page = self.page(sheet.key)
        widths = [column.width for column in sheet.columns]
        heads = [self.words(f"workbook.column_{column.key}") for column in sheet.columns]
        page.set_row(0, height_of(heads, [width - FILTER for width in widths]))
        for place, (column, head) in enumerate(zip(sheet.columns, heads, strict=True)):
            page.set_column(place, place, column.width)
            self.head(page, place, head, column.look)
        for number, row in enumerate(sheet.rows, start=1):
            decimals = sheet.decimals[number - 1] if sheet.decimals else 0
            for place, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
                self.write(page, (number, place), column, cell, decimals)
            page.set_row(number, height_of(row, widths))
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
        page.freeze_panes(1, 1)
        page.repeat_rows(0)

    def head(self, page: Worksheet, place: int, text: str, look: str = "text") -> None:
        """The head of a column, over its numbers if it has them."""
        page.write_string(0, place, text, self.look("number_head" if look in RIGHT else "head"))

    def write(
        self,
        page: Worksheet,
        where: tuple[int, int],
        column: Column,
        cell: Cell,
        decimals: int = 0,
    ) -> None:
        """One cell: a number as a number, a day as a day, all else as text."""
        if isinstance(cell, Link):
            self._write_link(page, where, cell)
        elif isinstance(cell, str):
            page.write_string(*where, _cut(cell), self.look("text"))
        elif isinstance(cell, date):
            page.write_datetime(*where, cell, self.look("day"))
        elif cell is not None:
            look = self.look(column.look, decimals if column.look == "number" else 0)
            page.write_number(*where, float(cell), look)

    def _write_link(self, page: Worksheet, where: tuple[int, int], link: Link) -> None:
        """Only an address of the web is made a link."""
        address = link.address or ""
        followed = address.startswith(("https://", "http://"))
        if followed and len(address) <= LONGEST_LINK and self.links < MOST_LINKS:
            self.links += 1
            page.write_url(*where, address, self.look("link"), _cut(link.text), address)
        else:
            page.write_string(*where, _cut(link.text), self.look("text"))


def height_of(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """The points that the fullest cell of a row needs."""
    texts = [cell.text if isinstance(cell, Link) else cell for cell in row]
    lines = [
        _lines(text, width)
        for text, width in zip(texts, widths, strict=True)
        if isinstance(text, str) and len(text) > width
    ]
    return float(min(max(lines, default=1) * LINE, HIGHEST))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, broken between words; a longer word is broken."""
    lines, used = 1, 0
    for word in text.split():
        length = len(word)
        if used and used + length > width:
            lines, used = lines + 1, 0
        lines += (length - 1) // width
        used += length % width + 1
    return lines


def _cut(text: str) -> str:
    """The text as long as a cell holds, with a mark where it was longer."""
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + CUT
