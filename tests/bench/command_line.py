"""What a command takes from its start to its end, against importing pandas alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.bench.machine import children_seconds
from tests.bench.timing import REPEATS, Figure

IMPORT_PANDAS: Final = ("-c", "import pandas")
COMMANDS: Final = (
    (("--help",), 0.3),
    (("check",), 1.2),
    (("search", "uusiutuva energia"), 2.0),
    (("align", "kemi", "kemijarvi"), 2.0),
)
"""The commands with the bound of each."""


def command_line(root: Path) -> Iterator[Figure]:
    """The commands on the shipped data, each in a fresh process whose modules are compiled."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **{key: value for key, value in os.environ.items() if "BYTECODE" not in key},
            "PYTHONPYCACHEPREFIX": folder,
        }
        against = _seconds(IMPORT_PANDAS, root, environment)
        yield Figure("CPU of importing pandas", against, "s", None, "python -c 'import pandas'")
        for command, bound in COMMANDS:
            taken = _seconds(("-m", "components", *command), root, environment)
            name = f"strategiapeili {command[0]} against importing pandas"
            yield Figure(name, taken / against, "×", bound, f"{taken:.2f} s")


def _seconds(arguments: Sequence[str], root: Path, environment: dict[str, str]) -> float:
    """The least CPU time of a few runs, after one that compiles the modules."""
    times = []
    for _ in range(1 + REPEATS):
        before = children_seconds()
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, *arguments],
            cwd=root,
            env=environment,
            check=True,
            capture_output=True,
        )
        times.append(children_seconds() - before)
    return min(times[1:])
