"""`schema`: the schemas by which editors complete and mark the files."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from components.cli.errors import FOUND, CallError
from components.loading import SCHEMAS, schema_text
from components.loading.replacing import replace_file


def add_options(parser: ArgumentParser) -> None:
    """Whether to write."""
    parser.add_argument("--check", action="store_true", help="only compare them")


def run(options: Namespace) -> int:
    """Write the schemas, or hold those that are there against what they should be."""
    status = 0
    for file in SCHEMAS:
        path, text = options.root / file, schema_text(file)
        if not options.check:
            _write(path, text)
            sys.stdout.write(f"{file}\n")
        elif not (path.is_file() and path.read_text(encoding="utf-8") == text):
            sys.stderr.write(f"{file} is out of date: run 'strategiapeili schema'\n")
            status = FOUND
    return status


def _write(path: Path, text: str) -> None:
    try:
        replace_file(path, text.encode())
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise CallError(message) from error
