"""Reads a text file within its limits; what cannot be read is reported, not raised."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path

from components.loading.problems import Report

MAX_BYTES = 2_000_000
START = (1, 1)
HIDDEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
"""Signs that are not seen and do something: control characters, which no hand-out can hold, and
those that turn the order in which others are shown, so that one reads what is not there."""


def read_text(path: Path, report: Report) -> str | None:
    """The text of a file; None when it cannot be read, is too large or not plain UTF-8."""
    raw = read_bytes(path, report)
    return None if raw is None else decoded(raw, report)


def read_bytes(path: Path, report: Report) -> bytes | None:
    """What a file holds; None when it cannot be read or is too large."""
    if not path.is_file():  # not there, a folder, or a pipe that nobody would ever fill
        report(START, "missing-file", {})
        return None
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
            size = max(len(raw), os.fstat(file.fileno()).st_size)
    except OSError:
        report(START, "missing-file", {})
        return None
    if len(raw) > MAX_BYTES:
        report(START, "too-large", {"found": str(size), "limit": str(MAX_BYTES)})
        return None
    return raw


def decoded(raw: bytes, report: Report) -> str | None:
    """The text that bytes are in UTF-8; None when they are not, or hide a sign."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        report(_after(before), "not-utf-8", {"found": f"0x{raw[error.start]:02x}"})
        return None
    if sign := HIDDEN.search(text):
        report(_after(text[: sign.start()]), "hidden-sign", {"found": code_of(sign[0])})
        return None
    return text


def code_of(sign: str) -> str:
    """How a sign that cannot be shown is called."""
    return f"U+{ord(sign):04X}"


def _after(before: str) -> tuple[int, int]:
    """The place that comes after a text."""
    return before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
