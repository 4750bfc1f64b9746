"""`build`: the reports as a static site."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from components.cli.errors import FOUND, CallError
from components.cli.options import today
from components.loading import load
from components.reports.address import PUBLIC
from components.reports.static_site import BuildError, build


def add_options(parser: ArgumentParser) -> None:
    """Where the site is written, and where it will stand."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="new, or of an earlier build")
    parser.add_argument("--address", help="where it will stand, for the map that engines read")


def run(options: Namespace) -> int:
    """Write the site, from data without problems alone."""
    address = (options.address or "").rstrip("/")
    if address and not PUBLIC.fullmatch(address):
        message = f"--address is {address!r}: write it like https://strategiapeili.fi"
        raise CallError(message)
    loaded = load(options.root)
    if loaded.problems:
        sys.stderr.write("the data has problems: 'strategiapeili check' tells which\n")
        return FOUND
    try:
        built = build(loaded.library, options.folder, today(), address or None)
    except BuildError as error:
        raise CallError(str(error)) from error
    sys.stdout.write(f"{options.folder} ({built.files} files, {built.bytes} bytes)\n")
    if not address:
        sys.stdout.write("no sitemap.xml: it needs --address\n")
    return 0
