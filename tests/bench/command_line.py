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
from tests.bench.timing import Figure

ROUNDS: Final = 5
REFERENCE: Final = ("-c", "import pandas")
BOUNDS: Final = {
    ("--help",): 0.3,
    ("check",): 1.2,
    ("search", "uusiutuva energia"): 2.0,
    ("align", "kemi", "kemijarvi"): 2.0,
}


def command_line(root: Path) -> Iterator[Figure]:
    """The commands on the shipped data, each in a fresh process whose modules are compiled."""
    calls = {command: ("-m", "components", *command) for command in BOUNDS}
    times = _least_seconds([REFERENCE, *calls.values()], root)
    reference = times[REFERENCE]
    yield Figure("CPU of importing pandas", reference, "s", None, "python -c 'import pandas'")
    for command, bound in BOUNDS.items():
        taken = times[calls[command]]
        name = f"strategiapeili {command[0]} against importing pandas"
        yield Figure(name, taken / reference, "×", bound, f"{taken:.2f} s, least of {ROUNDS}")


def _least_seconds(calls: Sequence[tuple[str, ...]], root: Path) -> dict[tuple[str, ...], float]:
    """The least CPU time of each call; in turns, so that a busy moment meets them all alike."""
    times: dict[tuple[str, ...], list[float]] = {call: [] for call in calls}
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **{key: value for key, value in os.environ.items() if "BYTECODE" not in key},
            "PYTHONPYCACHEPREFIX": folder,
        }
        for _ in range(1 + ROUNDS):
            for call, found in times.items():
                before = children_seconds()
                subprocess.run(  # noqa: S603 - our own interpreter
                    [sys.executable, *call],
                    cwd=root,
                    env=environment,
                    check=True,
                    capture_output=True,
                )
                found.append(children_seconds() - before)
    return {call: min(found[1:]) for call, found in times.items()}  # the first run compiles
