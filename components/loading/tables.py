"""Reads the tables in data/: every row a record, every fault with its line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import pydantic

from components.loading.faults import describe
from components.loading.files import START, read_text
from components.loading.problems import Report
from components.loading.rules import unknown
from components.loading.words import guess, shown
from components.model.tables import Dataset, Row

RowT = TypeVar("RowT", bound=Row)
Origin = dict[str, object]
DATASET = "dataset"
NONE = Dataset(title="–", publisher="–", licence="–")
"""In the place of an unknown dataset: the other cells are looked at all the same."""


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


def read_table(
    path: Path, record: type[RowT], datasets: Mapping[str, Dataset] | None, report: Report
) -> list[Numbered[RowT]]:
    """The sound rows of a table; the others are reported and left out.

    Without `datasets`, whose file then has a problem of its own, all rows are left out.
    """
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
    origins = None if datasets is None else _origins(datasets, record)
    rows: list[Numbered[RowT]] = []
    seen: dict[tuple[object, ...], int] = {}
    for line in lines:
        row = _read_row(header.cells, line, record, origins, report)
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


def _origins(datasets: Mapping[str, Dataset], record: type[Row]) -> Mapping[str, Origin]:
    """What each dataset tells of its rows: the fields that the table leaves to it."""
    return {name: _origin(dataset, record) for name, dataset in datasets.items()}


def _origin(dataset: Dataset, record: type[Row]) -> Origin:
    told = {
        "source_title": dataset.title,
        "source_url": dataset.url,
        "licence": dataset.licence,
        "retrieved": dataset.retrieved,
    }
    return {name: told[name] for name in record.joined}


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
    known = [*(name for name in record.model_fields if name not in record.joined), DATASET]
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
    for name in known:
        required = name == DATASET or record.model_fields[name].is_required()
        if required and name not in meant:
            report(header.start, "missing-key", {"key": name})
            sound = False
    return sound


def _read_row(
    header: list[str],
    line: Line,
    record: type[RowT],
    origins: Mapping[str, Origin] | None,
    report: Report,
) -> RowT | None:
    if len(line.cells) != len(header):
        facts = {"found": str(len(line.cells)), "limit": str(len(header))}
        report(line.start, "csv-row-length", facts)
        return None
    cells: Origin = dict(zip(header, line.cells, strict=True))
    filled = {name: cell for name, cell in cells.items() if cell != ""}
    name = str(filled.pop(DATASET, ""))
    origin = (origins or {}).get(name)
    if not name:
        report(line.place(header.index(DATASET)), "missing-key", {"key": DATASET})
    elif origin is None and origins is not None:
        report(line.place(header.index(DATASET)), "unknown-dataset", unknown(name, set(origins)))
    try:
        row = record.model_validate(filled | (origin or _origin(NONE, record)), strict=False)
    except pydantic.ValidationError as error:
        for fault in error.errors(include_url=False):
            field = fault["loc"][0] if fault["loc"] else header[0]
            report(line.place(header.index(str(field))), *describe(fault, record))
        return None
    return row if origin else None


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
