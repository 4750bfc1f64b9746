"""Reads the tables in data/: every row a record, every fault with its line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import pydantic

from components.loading.faults import describe, guess
from components.loading.files import read_text
from components.loading.problems import Report
from components.model.tables import Row

RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True, slots=True)
class Numbered(Generic[RowT]):
    """A row, the line where it begins and the column where each of its cells begins."""

    row: RowT
    line: int
    columns: dict[str, int]

    def place(self, field: str) -> tuple[int, int]:
        """The place of one cell."""
        return self.line, self.columns[field]


def read_table(path: Path, record: type[RowT], report: Report) -> list[Numbered[RowT]]:
    """The sound rows of a table; the others are reported and left out."""
    text = read_text(path, report)
    if text is None:
        return []
    lines = _lines(text, report)
    header_line, header = next(lines, (1, []))
    if not _header_is_sound(header, header_line, record, report):
        return []
    rows: list[Numbered[RowT]] = []
    seen: dict[tuple[object, ...], int] = {}
    for line, cells in lines:
        row = _read_row(header, cells, line, record, report)
        if row is None:
            continue
        key = tuple(getattr(row.row, field) for field in record.key)
        if key in seen:
            facts = {"found": ", ".join(map(str, key)), "line": str(seen[key])}
            report((line, 1), "duplicate-row", facts)
            continue
        seen[key] = line
        rows.append(row)
    return rows


def _lines(text: str, report: Report) -> Iterator[tuple[int, list[str]]]:
    """The rows of a text with the line where each begins; empty lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            report((line, 1), "syntax", {"found": str(error)})
            return
        if cells is None:
            return
        if cells:
            yield line, cells


def _header_is_sound(header: list[str], line: int, record: type[Row], report: Report) -> bool:
    known = list(record.model_fields)
    sound = True
    for number, name in enumerate(header):
        if name not in known or name in header[:number]:
            facts = {"found": name, "allowed": ", ".join(known), "guess": guess(name, known)}
            report((line, _column(header, number)), "csv-column", facts)
            sound = False
    for name, info in record.model_fields.items():
        if info.is_required() and name not in header:
            facts = {"key": name, "allowed": ", ".join(known)}
            report((line, 1), "csv-column", facts)
            sound = False
    return sound


def _read_row(
    header: list[str], cells: list[str], line: int, record: type[RowT], report: Report
) -> Numbered[RowT] | None:
    if len(cells) != len(header):
        facts = {"found": str(len(cells)), "limit": str(len(header))}
        report((line, 1), "csv-row-length", facts)
        return None
    columns = {name: _column(cells, number) for number, name in enumerate(header)}
    filled = {name: cell for name, cell in zip(header, cells, strict=True) if cell != ""}
    try:
        return Numbered(record.model_validate(filled, strict=False), line, columns)
    except pydantic.ValidationError as error:
        for fault in error.errors(include_url=False):
            place = (line, columns.get(str(fault["loc"][0]), 1))
            report(place, *describe(fault, record))
        return None


def _column(cells: list[str], number: int) -> int:
    """The column where a cell begins, in a file quoted no more than it needs."""
    before = io.StringIO()
    csv.writer(before, lineterminator="").writerow([*cells[:number], "x"])
    return len(before.getvalue())
