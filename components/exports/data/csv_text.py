"""Tables as CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
INNER_START = re.compile(r"(?<=[;\t\r\n])(?=[=+\-@])")
"""Where a cell would begin for a spreadsheet whose rows are split at semicolons, as in Finland."""

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
LINE_END = "\r\n"
"""As RFC 4180 has it; the writer then quotes a cell that holds either of the two."""


def csv_bytes(table: pd.DataFrame) -> bytes:
    """The table as UTF-8 CSV with a byte order mark, which Excel needs to read ä and ö."""
    safe = table.map(_as_text)
    return safe.to_csv(index=False, lineterminator=LINE_END).encode("utf-8-sig")


def copied_bytes(text: str) -> bytes:
    """The rows of a CSV file likewise; what is written as a number stays one."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator=LINE_END)
    for row in csv.reader(io.StringIO(text, newline="")):
        writer.writerow(cell if NUMBER.fullmatch(cell) else _as_text(cell) for cell in row)
    return written.getvalue().encode("utf-8-sig")


def _as_text(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = " ".join(value) if isinstance(value, tuple) else value
    if not isinstance(text, str):
        return text
    inner = INNER_START.sub("'", text)
    return f"'{inner}" if text.startswith(FORMULA_STARTS) else inner
