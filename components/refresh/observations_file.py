"""Reads data/observations.csv as it is written, and puts another text in its place at once."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from components.loading.datasets import FILE as DATASETS
from components.loading.datasets import read_datasets
from components.loading.problems import NOTES, Problems
from components.loading.replacing import replace_file
from components.loading.sheets import plain_cells, read_sheet
from components.loading.tables import column_names, read_table
from components.model import Observation
from components.refresh.failure import RefreshError

FILE = "data/observations.csv"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its text, how that ends, and its cells by column; an empty line has none."""

    text: str
    end: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class ObservationsFile:
    """The file as it was read; `raw` tells whether it is still the same when it is written."""

    path: Path
    raw: bytes
    columns: tuple[str, ...]
    header: Line
    lines: tuple[Line, ...]


def read_observations(root: Path) -> ObservationsFile:
    """The rows of a file that was checked before.

    Raises:
        RefreshError: when it cannot be read, or has changed since it was checked.
    """
    path = root / FILE
    try:
        raw = path.read_bytes()
        text = _plain_text(path) or raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        (first, columns), *rows = _records(text)
        header = _line(first, {}, "\n")
        lines = tuple(
            _line(text, dict(zip(columns, cells, strict=True)) if any(cells) else {}, header.end)
            for text, cells in rows
        )
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise RefreshError(message) from error
    except (ValueError, csv.Error) as error:
        message = f"{path} was changed while it was read"
        raise RefreshError(message) from error
    return ObservationsFile(path, raw, tuple(columns), header, lines)


def _plain_text(path: Path) -> str:
    """The rows of a sound file that a spreadsheet saved in its own form, in ours; else nothing."""
    told: set[str] = set()

    def report(_place: tuple[int, int], code: str, _facts: Mapping[str, str]) -> None:
        told.add(code)

    sheet = read_sheet(path, {*column_names(Observation)}, report)
    if sheet is None:
        return ""
    rows, columns = plain_cells(sheet, Observation, report), sheet.columns
    beyond = [cell for line in (sheet.header, *sheet.lines) for cell in line.cells[len(columns) :]]
    if any(beyond) or not told <= set(NOTES) or not (told or beyond):
        return ""
    written = [columns, *([row.get(name) or "" for name in columns] for row in rows)]
    return "".join(f"{row_text(cells)}\n" for cells in written)


def _records(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each row as it is written, and its cells."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, strict=True)
    begun = 0
    for cells in reader:
        yield "".join(lines[begun : reader.line_num]), cells
        begun = reader.line_num


def _line(text: str, cells: dict[str, str], usual_end: str) -> Line:
    bare = text.rstrip("\r\n")
    return Line(bare, text[len(bare) :] or usual_end, cells)


def row_text(cells: list[str]) -> str:
    """Cells as a row without a line end, quoted only where they must be."""
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()


def write_observations(file: ObservationsFile, text: str) -> None:
    """Put a text in the place of the file: all of it or nothing.

    Raises:
        RefreshError: when it cannot be written, would not pass the check, or the file has
            changed since it was read.
    """
    bom = codecs.BOM_UTF8 if file.raw.startswith(codecs.BOM_UTF8) else b""
    target = file.path.resolve()

    def check(fresh: Path) -> None:
        _check(fresh, file.path.parents[1])
        if target.read_bytes() != file.raw:
            message = f"{file.path} was changed by someone else meanwhile: run this again"
            raise RefreshError(message)

    try:
        replace_file(target, bom + text.encode("utf-8"), check)
    except OSError as error:
        message = f"{file.path} cannot be written ({error.strerror}): it is as it was"
        raise RefreshError(message) from error


def _check(path: Path, root: Path) -> None:
    """Refuse what the loader would refuse."""
    problems = Problems()
    datasets = read_datasets(root / DATASETS, problems.reporter(DATASETS))
    read_table(path, Observation, datasets, problems.reporter(FILE))
    for problem in problems.all():
        message = (
            f"{FILE} is as it was: with the fresh figures it would not pass the check "
            f"(line {problem.line}: {problem.code})"
        )
        raise RefreshError(message)
