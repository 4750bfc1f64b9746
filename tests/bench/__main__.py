"""Measures all parts or those named, and prints each figure beside its bound."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from tests.bench.browser import browsing
from tests.bench.command_line import command_line
from tests.bench.crowd import crowd
from tests.bench.data import data
from tests.bench.handouts import hand_outs
from tests.bench.machine import readable
from tests.bench.reruns import reruns
from tests.bench.servers import PROJECT
from tests.bench.timing import Figure

PARTS: Final[dict[str, Callable[[Path], Iterator[Figure]]]] = {
    "data": data,
    "command-line": command_line,
    "hand-outs": hand_outs,
    "reruns": reruns,
    "crowd": crowd,
    "browser": browsing,
}
"""What can be measured alone."""
ON_LINUX: Final = ("reruns", "crowd", "browser")
"""What starts servers: their CPU time and memory are read from /proc."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, each as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    help_ = f"{', '.join(PARTS)} (default: all)"
    parser.add_argument("parts", nargs="*", metavar="PART", type=_part, help=help_)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    found = []
    for figure in measure(options.parts or list(PARTS)):
        found.append(asdict(figure) | {"held": figure.held})
        if not options.json:
            print(figure.line, flush=True)  # noqa: T201 - a command
    if options.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=2)


def measure(parts: Sequence[str]) -> Iterator[Figure]:
    """The figures of some parts; of those that this machine cannot measure, that it cannot."""
    for part in parts:
        if part in ON_LINUX and not readable():
            yield Figure(part, None, "", None, "is read from /proc, which this machine lacks")
        else:
            yield from PARTS[part](PROJECT)


def _part(name: str) -> str:
    if name not in PARTS:
        message = f"no part '{name}' (there are: {', '.join(PARTS)})"
        raise argparse.ArgumentTypeError(message)
    return name


if __name__ == "__main__":
    main()
