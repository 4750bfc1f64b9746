"""`schema`: the schema by which editors complete and mark the files."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from components.cli.errors import FOUND, CallError
from components.loading import SCHEMA_FILE, schema_text
from components.loading.replacing import replace_file


def add_options(parser: ArgumentParser) -> None:
    """Whether to write."""
    parser.add_argument("--check", action="store_true", help="only tell whether it is up to date")


def run(options: Namespace) -> int:
    """Write the schema, or hold the one that is there against what it should be."""
    path, text = options.root / SCHEMA_FILE, schema_text()
    if options.check:
        current = path.is_file() and path.read_text(encoding="utf-8") == text
        if not current:
            sys.stderr.write(f"{SCHEMA_FILE} is out of date: run 'strategiapeili schema'\n")
        return 0 if current else FOUND
    try:
        replace_file(path, text.encode())
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise CallError(message) from error
    sys.stdout.write(f"{SCHEMA_FILE}\n")
    return 0
