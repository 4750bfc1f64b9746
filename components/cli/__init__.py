"""The command line: each command is a module of its own, imported when it is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from components.cli.errors import USAGE, CallError

PROJECT: Final = Path(__file__).parents[2]
DESCRIPTION: Final = "Municipal strategies side by side, every sentence cited."
DEFAULT: Final = "serve"
COMMANDS: Final[Mapping[str, str]] = {
    "serve": "open the dashboard (the default)",
    "check": "report every problem of the data, and what will be seen of it",
    "schema": "write the schemas by which editors complete the YAML files",
    "compare": "what is shared and what only one says, by theme",
    "search": "find sentences, best first",
    "align": "pairs of sentences about the same thing",
    "progress": "how far each indicator and project has come",
    "export": "make a hand-out",
    "build": "the reports as a static site",
    "refresh": "fetch fresh observations",
}
"""What each command does; `add_options` and `run` stand in the module of its name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 problems found, 2 wrong call."""
    given = list(sys.argv[1:] if arguments is None else arguments) or [DEFAULT]
    options = _parser(given).parse_args(given)
    try:
        return int(options.run(options))
    except CallError as error:
        sys.stderr.write(f"{error}\n")
        return USAGE


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """All commands by name; only the module of the one that is called is imported."""
    called = next((word for word in given if not word.startswith("-")), None)
    whole = argparse.ArgumentParser(prog="strategiapeili", description=DESCRIPTION)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        parser = commands.add_parser(name, help=summary, description=summary)
        if name == called:
            command = import_module(f"components.cli.{name}")
            parser.add_argument(
                "--root",
                type=Path,
                default=PROJECT,
                metavar="DIR",
                help="a folder with strategies/ and data/ (default: the project)",
            )
            command.add_options(parser)
            parser.set_defaults(run=command.run)
    return whole
