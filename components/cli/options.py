"""What several commands are asked with, and how they answer other programs."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date

from components.analysis.strategies.versions import Version, choose
from components.cli.errors import CallError
from components.i18n import DEFAULT, LANGUAGES
from components.model import Library


def add_language(parser: ArgumentParser, default: str = DEFAULT) -> None:
    """Ask for the language of the answer."""
    parser.add_argument(
        "--kieli", choices=tuple(LANGUAGES), default=default, help="(default: %(default)s)"
    )


def add_json(parser: ArgumentParser) -> None:
    """Ask for rows for other programs in the place of text."""
    parser.add_argument("--json", action="store_true", help="for other programs")


def print_json(rows: object) -> None:
    """Answer another program."""
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


def check_known(library: Library, slugs: Sequence[str]) -> None:
    """Refuse a municipality that is not in the library."""
    for slug in slugs:
        if slug not in library.dossiers:
            known = ", ".join(library.dossiers)
            message = f"no municipality '{slug}' in the library (there are: {known})"
            raise CallError(message)


def versions_of(library: Library, slugs: Sequence[str]) -> list[Version]:
    """The version of each municipality that is shown first."""
    check_known(library, slugs)
    return [choose(library.dossiers[slug], today()) for slug in slugs]


def today() -> date:
    """The calendar day of whoever runs the command."""
    return date.today()  # noqa: DTZ011 - a day, not an instant
