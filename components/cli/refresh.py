"""`refresh`: fetch fresh observations from a statistical service."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from components.cli.options import today
from components.refresh import SERVICES, refresh


def add_options(parser: ArgumentParser) -> None:
    """Which service, for whom, and whether to ask."""
    parser.add_argument("service", choices=tuple(SERVICES))
    parser.add_argument("municipalities", nargs="*", metavar="A", help="slugs (default: all)")
    parser.add_argument("--yes", action="store_true", help="write without asking")


def run(options: Namespace) -> int:
    """Fetch, show what changes, and write what is agreed to."""
    slugs = options.municipalities
    return refresh(options.root, options.service, slugs, yes=options.yes, today=today())
