"""Reads the tables in data/: every row a record, every fault with its line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import pydantic

from components.loading.faults import describe
from components.loading.files import START, read_text
from components.loading.problems import Report
from components.loading.words import guess, shown
from components.model.tables import Row

RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a row, its text and the line where it begins."""

    number: int
    cells: list[str]
    text: str

    @property
    def start(self) -> tuple[int, int]:
        """The place of the row."""
        return self.number, 1

    def place(self, cell: int) -> tuple[int, int]:
        """The place where the cell of this number begins."""
        line, column = list(_starts(self.text))[cell]
        return self.number + line, column


@dataclass(frozen=True, slots=True)
class Numbered(Generic[RowT]):
    """A row and the line that it was read from."""

    row: RowT
    header: list[str]
    line: Line

    def place(self, field: str) -> tuple[int, int]:
        """The place of one cell."""
        return self.line.place(self.header.index(field))


def read_table(path: Path, record: type[RowT], report: Report) -> list[Numbered[RowT]]:
    """The sound rows of a table; the others are reported and left out."""
    text = read_text(path, report)
    if text is None:
        return []
    if not text.strip():
        report(START, "empty", {})
        return []
    lines = _lines(text, report)
    header = next(lines, None)
    if header is None or not _header_is_sound(header, record, report):
        return []
    rows: list[Numbered[RowT]] = []
    seen: dict[tuple[object, ...], int] = {}
    for line in lines:
        row = _read_row(header.cells, line, record, report)
        if row is None:
            continue
        key = tuple(getattr(row, field) for field in record.key)
        if key in seen:
            facts = {"found": shown(", ".join(map(str, key))), "line": str(seen[key])}
            report(line.start, "duplicate-row", facts)
            continue
        seen[key] = line.number
        rows.append(Numbered(row, header.cells, line))
    return rows


def _lines(text: str, report: Report) -> Iterator[Line]:
    """The rows of a text; empty lines are passed over."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, strict=True)
    while True:
        before = reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            report((before + 1, 1), "syntax", {"found": str(error)})
            return
        if cells is None:
            return
        if cells:
            yield Line(before + 1, cells, "".join(lines[before : reader.line_num]))


def _header_is_sound(header: Line, record: type[Row], report: Report) -> bool:
    known = list(record.model_fields)
    if not set(header.cells) & set(known):  # another separator, or no header at all
        facts = {"found": shown(header.text.strip()), "allowed": ", ".join(known)}
        report(header.start, "csv-column", facts)
        return False
    sound = True
    meant = set(header.cells)
    for number, name in enumerate(header.cells):
        if name in header.cells[:number]:
            report(header.place(number), "duplicate-key", {"found": shown(name)})
            sound = False
        elif name not in known:
            near = guess(shown(name), known)
            facts = {"found": shown(name), "allowed": ", ".join(known), "guess": near}
            report(header.place(number), "csv-column", facts)
            meant.add(near)
            sound = False
    for name, info in record.model_fields.items():
        if info.is_required() and name not in meant:
            report(header.start, "missing-key", {"key": name})
            sound = False
    return sound


def _read_row(header: list[str], line: Line, record: type[RowT], report: Report) -> RowT | None:
    if len(line.cells) != len(header):
        facts = {"found": str(len(line.cells)), "limit": str(len(header))}
        report(line.start, "csv-row-length", facts)
        return None
    filled = {name: cell for name, cell in zip(header, line.cells, strict=True) if cell != ""}
    try:
        return record.model_validate(filled, strict=False)
    except pydantic.ValidationError as error:
        for fault in error.errors(include_url=False):
            field = fault["loc"][0] if fault["loc"] else header[0]
            report(line.place(header.index(str(field))), *describe(fault, record))
        return None


def _starts(text: str) -> Iterator[tuple[int, int]]:
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
        fresh = sign == "," and not quoted
        if fresh:
            yield line, column
