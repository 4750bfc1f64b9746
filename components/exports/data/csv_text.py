"""Tables as CSV that a spreadsheet opens without running anything: for programs and for people.

An apostrophe guards the start of a cell alone: inside it official words stand as they are.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
LINE_END = "\r\n"
"""As RFC 4180 has it; the writer then quotes a cell that holds either of the two."""


def csv_bytes(table: pd.DataFrame) -> bytes:
    """The table as UTF-8 CSV with a byte order mark, which Excel needs to read ä and ö."""
    safe = table.map(_as_text)
    return safe.to_csv(index=False, lineterminator=LINE_END).encode("utf-8-sig")


def excel_bytes(table: pd.DataFrame) -> bytes:
    """The same as Excel opens it in Finland by a double click: semicolons and decimal commas."""
    safe = table.map(lambda value: _with_comma(_as_text(value)))
    return safe.to_csv(index=False, sep=";", lineterminator=LINE_END).encode("utf-8-sig")


def excel_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of text likewise; what is written as a number stays one."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator=LINE_END)
    for row in rows:
        writer.writerow(
            cell.replace(".", ",") if NUMBER.fullmatch(cell) else _as_text(cell) for cell in row
        )
    return written.getvalue().encode("utf-8-sig")


def _as_text(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = " ".join(value) if isinstance(value, tuple) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA_STARTS) else text


def _with_comma(value: object) -> object:
    """A number with a decimal comma; text and what is not known stay as they are."""
    written = str(value)
    known = not isinstance(value, str) and NUMBER.fullmatch(written)
    return written.replace(".", ",") if known else value
