"""Reads the tables in data/: every row a record, every fault with its line and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

import pydantic

from components.loading.faults import describe
from components.loading.problems import Report
from components.loading.rules import unknown
from components.loading.sheets import Line, Sheet, plain_cells, read_sheet
from components.loading.words import guess, shown
from components.model.tables import Dataset, Row

RowT = TypeVar("RowT", bound=Row)
Origin = dict[str, object]
DATASET = "dataset"
NONE = Dataset(title="–", publisher="–", licence="–")
"""In the place of an unknown dataset: the other cells are looked at all the same."""


@dataclass(frozen=True, slots=True)
class Numbered(Generic[RowT]):
    """A row and the line that it was read from."""

    row: RowT
    header: list[str]
    line: Line

    def place(self, field: str) -> tuple[int, int]:
        """The place of one cell."""
        return self.line.place(self.header.index(field))


@dataclass(frozen=True, slots=True)
class _Table(Generic[RowT]):
    """What the rows of a table are read with."""

    columns: list[str]
    record: type[RowT]
    origins: Mapping[str, Origin] | None
    report: Report


def read_table(
    path: Path, record: type[RowT], datasets: Mapping[str, Dataset] | None, report: Report
) -> list[Numbered[RowT]]:
    """The sound rows of a table; the others are reported and left out.

    Without `datasets`, whose file then has a problem of its own, all rows are left out.
    """
    sheet = read_sheet(path, {*column_names(record)}, report)
    if sheet is None or not _header_is_sound(sheet, record, report):
        return []
    origins = None if datasets is None else _origins(datasets, record)
    table = _Table(sheet.columns, record, origins, report)
    rows: list[Numbered[RowT]] = []
    seen: dict[tuple[object, ...], int] = {}
    for line, cells in zip(sheet.lines, plain_cells(sheet, record, report), strict=True):
        row = _read_row(table, line, cells)
        if row is None:
            continue
        key = tuple(getattr(row, field) for field in record.key)
        if key in seen:
            facts = {"found": shown(", ".join(map(str, key))), "line": str(seen[key])}
            report(line.start, "duplicate-row", facts)
            continue
        seen[key] = line.number
        rows.append(Numbered(row, table.columns, line))
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


def column_names(record: type[Row]) -> list[str]:
    """The columns that the file of a table may have."""
    return [*(name for name in record.model_fields if name not in record.joined), DATASET]


def _header_is_sound(sheet: Sheet, record: type[Row], report: Report) -> bool:
    known, header, columns = column_names(record), sheet.header, sheet.columns
    if not set(columns) & set(known):  # no header at all
        facts = {"found": shown(header.text.strip()), "allowed": ", ".join(known)}
        report(header.start, "csv-column", facts)
        return False
    sound = _unnamed_are_empty(sheet, report)
    meant = set(columns)
    for number, name in enumerate(columns):
        if name and name in columns[:number]:
            report(header.place(number), "duplicate-key", {"found": shown(name)})
            sound = False
        elif name and name not in known:
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


def _unnamed_are_empty(sheet: Sheet, report: Report) -> bool:
    """Whether nothing stands below an empty head; the first cell that does is reported."""
    sound = True
    for number, name in enumerate(sheet.header.cells):
        if name.strip():
            continue
        below = (line for line in sheet.lines if "".join(line.cells[number : number + 1]).strip())
        for line in islice(below, 1):
            report(line.place(number), "unnamed-column", {"found": shown(line.cells[number])})
            sound = False
    return sound


def _read_row(table: _Table[RowT], line: Line, cells: Mapping[str, str | None]) -> RowT | None:
    columns, record, origins, report = table.columns, table.record, table.origins, table.report
    beyond = line.cells[len(columns) :]
    if len(line.cells) < len(columns) or any(cell.strip() for cell in beyond):
        facts = {"found": str(len(line.cells)), "limit": str(len(columns))}
        report(line.start, "csv-row-length", facts)
        return None
    filled: Origin = {name: cell for name, cell in cells.items() if cell is not None and name}
    name = str(filled.pop(DATASET, ""))
    origin = (origins or {}).get(name)
    if not name:
        report(line.place(columns.index(DATASET)), "missing-key", {"key": DATASET})
    elif origin is None and origins is not None:
        report(line.place(columns.index(DATASET)), "unknown-dataset", unknown(name, set(origins)))
    refused = {name for name, cell in cells.items() if cell is None}
    try:
        row = record.model_validate(filled | (origin or _origin(NONE, record)), strict=False)
    except pydantic.ValidationError as error:
        for fault in error.errors(include_url=False):
            field = str(fault["loc"][0]) if fault["loc"] else columns[0]
            if field not in refused:
                report(line.place(columns.index(field)), *describe(fault, record))
        return None
    return row if origin and not refused else None
