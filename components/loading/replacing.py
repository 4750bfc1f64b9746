"""Puts a file in the place of another: whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import glob
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

ABANDONED = 3600.0
"""Seconds after which what was being written is taken for the leftover of a killed process."""


def replace_file(
    path: Path, content: bytes, check: Callable[[Path], None] = lambda _fresh: None
) -> None:
    """Write beside the file and put it in place when it is on the disk and `check` is content.

    Raises OSError, or what the check raises; then the file is as it was and nothing is left
    beside it. A killed process leaves one `.NAME.*.part`, which a later write clears away.
    """
    _clear(path)
    beside = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        check(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _clear(path: Path) -> None:
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        with suppress(OSError):  # someone else may be clearing too
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink()
