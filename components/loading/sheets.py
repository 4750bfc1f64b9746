"""Reads a table as it was saved: its letters, its separator, its rows, the form of its cells."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from components.loading.cells import PLAIN, column_kinds, decimal_marks, meanings
from components.loading.files import START, decoded, read_bytes
from components.loading.problems import Report
from components.loading.words import shown
from components.model.tables import Row

SEPARATORS = {",": "", ";": "@separator.semicolon", "\t": "@separator.tab"}
BLANK = ' ,;\t\r\n"'
DIRECTIVE = re.compile(r'"?sep=[^a-z]*$', re.IGNORECASE)
"""What Excel writes and reads on a line before the header: sep=;"""

FINNISH = frozenset("äöåÄÖÅ")
WESTERN = FINNISH | frozenset("éÉèàáüÜšŠžŽæøÆØß§°½²³€£±×·–—‘’“”„…«»\xa0\xad")
"""What a text in cp1252 holds here: other signs tell that it is of another encoding."""


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a row, its text and the line where it begins."""

    number: int
    cells: list[str]
    text: str
    separator: str = ","

    @property
    def start(self) -> tuple[int, int]:
        """The place of the row."""
        return self.number, 1

    def place(self, cell: int) -> tuple[int, int]:
        """The place where the cell of this number begins."""
        line, column = list(_starts(self.text, self.separator))[cell]
        return self.number + line, column


@dataclass(frozen=True, slots=True)
class Sheet:
    """The header and the rows of a table, without those that are empty."""

    header: Line
    lines: list[Line]

    @property
    def columns(self) -> list[str]:
        """The names in the header up to the last; one in between may be empty."""
        names = [name.strip() and name for name in self.header.cells]
        while names and not names[-1]:
            names.pop()
        return names


def read_sheet(path: Path, known: AbstractSet[str], report: Report) -> Sheet | None:
    """The rows of a table whose header holds some of the known names; None if there are none."""
    raw = read_bytes(path, report)
    text = None if raw is None else _text(raw, report)
    if text is None:
        return None
    if not text.strip(BLANK):
        report(START, "empty", {})
        return None
    rows = _rows(text, known, report)
    header = next(rows, None)
    return Sheet(header, list(rows)) if header else None


def _text(raw: bytes, report: Report) -> str | None:
    """The text of a file in UTF-8, or in one that a spreadsheet may have chosen."""
    encoding = _encoding(raw)
    if encoding == "UTF-8":
        return decoded(raw, report)
    report(START, "table-encoding", {"found": encoding})
    return decoded(raw.decode(encoding).encode(), report)


def _encoding(raw: bytes) -> str:
    """UTF-16 by its mark; cp1252 when nothing but the letters of these parts are in it."""
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("UTF-8", "UTF-16" if marked else "cp1252"):
        try:
            signs = {sign for sign in raw.decode(encoding) if not sign.isascii()}
        except UnicodeDecodeError:
            continue
        if encoding != "cp1252" or (signs & FINNISH and signs <= WESTERN):
            return encoding
    return "UTF-8"


def _rows(text: str, known: AbstractSet[str], report: Report) -> Iterator[Line]:
    """The rows of a text, the header first; those of empty cells are passed over."""
    lines = list(io.StringIO(text, newline=""))
    skipped = int(bool(DIRECTIVE.match(lines[0].strip())))
    first = next((line for line in lines[skipped:] if line.strip(BLANK)), "")
    separator = max(SEPARATORS, key=lambda each: len(known & _names(first, each)))
    if separator != ",":
        report(START, "table-separator", {"found": SEPARATORS[separator]})
    reader = csv.reader(lines[skipped:], delimiter=separator, strict=True)
    while True:
        before = skipped + reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            report((before + 1, 1), "syntax", {"found": str(error)})
            return
        if cells is None:
            return
        if "".join(cells).strip():
            read = "".join(lines[before : skipped + reader.line_num])
            yield Line(before + 1, cells, read, separator)


def _names(header: str, separator: str) -> set[str]:
    return {name.strip(BLANK) for name in header.split(separator)}


def plain_cells(sheet: Sheet, record: type[Row], report: Report) -> list[dict[str, str | None]]:
    """The filled cells of each row by column, in the plain form; None for a refused one.

    What was read from another form is told once a column.
    """
    columns = sheet.columns
    rows: list[dict[str, str | None]] = [
        {name: cell for name, cell in zip(columns, line.cells, strict=False) if cell.strip()}
        if len(line.cells) >= len(columns)
        else {}  # which cell is missing, nobody knows
        for line in sheet.lines
    ]
    for name, kind in column_kinds(record).items():
        if name in columns:
            _read_column(sheet, rows, (name, kind), report)
    return rows


def _read_column(
    sheet: Sheet, rows: list[dict[str, str | None]], column: tuple[str, str], report: Report
) -> None:
    """Put plain cells in the place of others; report what has no meaning or two."""
    name, kind = column
    plain = PLAIN[kind].fullmatch
    odd = [
        (line, row, cell)
        for line, row in zip(sheet.lines, rows, strict=True)
        if (cell := row.get(name)) is not None and not plain(cell)
    ]
    if not odd:
        return
    marks = frozenset[str]()
    if kind == "number":
        marks = decimal_marks(cell for row in rows if (cell := row.get(name)))
    number, separator = sheet.columns.index(name), sheet.header.separator
    read: list[tuple[Line, str, str]] = []
    for line, row, cell in odd:
        meant = meanings(kind, cell, marks, separator)
        if len(meant) == 1:
            row[name] = meant[0]
            if meant[0] != cell:
                read.append((line, cell, meant[0]))
        elif meant:
            row[name] = None
            facts = {"found": shown(cell), "first": meant[0], "second": meant[1]}
            report(line.place(number), "two-meanings", facts)
        elif kind in {"whole", "number"}:  # the record would take 1_203
            row[name] = None
            report(line.place(number), "csv-number", {"found": shown(cell)})
    if read:
        line, cell, value = read[0]
        facts = {"found": shown(cell), "read": value, "column": name, "count": str(len(read))}
        report(line.place(number), "table-cells", facts)


def _starts(text: str, separator: str) -> Iterator[tuple[int, int]]:
    """Where each cell of a row begins: lines below its first one, and the column."""
    line, column, fresh, quotable, quoted = 0, 1, True, False, False
    yield line, column
    for sign in text.replace("\r\n", "\n").replace("\r", "\n"):
        column += 1
        if fresh:
            quotable = sign == '"'
        if sign == '"' and quotable:
            quoted = not quoted
        elif sign == "\n":
            line, column = line + 1, 1
        fresh = sign == separator and not quoted
        if fresh:
            yield line, column
