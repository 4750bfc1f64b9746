"""Reads a text file within its limits; what cannot be read is reported, not raised."""

from __future__ import annotations

import codecs
from pathlib import Path

from components.loading.problems import Report

MAX_BYTES = 2_000_000
START = (1, 1)


def read_text(path: Path, report: Report) -> str | None:
    """The text of a file; None when it cannot be read, is too large or not UTF-8."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError:
        report(START, "missing-file", {})
        return None
    if size > MAX_BYTES:
        report(START, "too-large", {"found": str(size), "limit": str(MAX_BYTES)})
        return None
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        report((line, column), "not-utf-8", {"found": f"0x{raw[error.start]:02x}"})
        return None
