"""Tables as CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
LINE_END = "\r\n"
"""As RFC 4180 has it; the writer then quotes a cell that holds either of the two."""


def csv_bytes(table: pd.DataFrame) -> bytes:
    """The table as UTF-8 CSV with a byte order mark, which Excel needs to read ä and ö."""
    safe = table.map(_as_text)
    return safe.to_csv(index=False, lineterminator=LINE_END).encode("utf-8-sig")


def _as_text(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = " ".join(value) if isinstance(value, tuple) else value
    if isinstance(text, str) and text.startswith(FORMULA_STARTS):
        return f"'{text}"
    return text
