"""`export`: make a hand-out."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from components.cli.errors import CallError
from components.cli.options import add_language, today
from components.exports.handout.builder import SUBJECTS
from components.exports.kinds import KINDS
from components.exports.orders import MOST, Order, OrderError, fulfil
from components.i18n import catalogue
from components.loading import load


def add_options(parser: ArgumentParser) -> None:
    """What is made, of whom, and where it goes."""
    parser.add_argument("kind", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("municipalities", nargs="+", metavar="A", help=f"slugs, at most {MOST}")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="or a folder")
    add_language(parser)
    parser.add_argument("--by", choices=SUBJECTS, default=SUBJECTS[0], help="what it goes through")
    parser.add_argument(
        "--only", nargs="+", default=(), metavar="ID", help="themes, or A/goal, in order"
    )
    parser.add_argument("--title", help="in the place of our own")


def run(options: Namespace) -> int:
    """Write the file, whole or not at all."""
    order = Order(options.kind, options.municipalities, options.by, options.only, options.title)
    try:
        file = fulfil(load(options.root), order, options.out, catalogue(options.kieli), today())
    except OrderError as error:
        raise CallError(str(error)) from error
    sys.stdout.write(f"{file} ({file.stat().st_size} bytes)\n")
    return 0
