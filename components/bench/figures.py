"""Takes the time of loading and checking, and says what it should be held against."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from components.bench.synthetic import write_root
from components.loading import load

FEW, MANY = 20, 308
REPEATS = 3


@dataclass(frozen=True)
class Figure:
    """One measured figure, its unit, its bound, and the conditions in words."""

    name: str
    value: float
    unit: str
    bound: float
    note: str

    @property
    def held(self) -> bool:
        """Whether the figure is within its bound."""
        return self.value <= self.bound


def measure() -> list[Figure]:
    """All figures. Seconds are the CPU time of this process, the least of three runs."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), Path(folder, "many")
        write_root(few, FEW)
        lines = write_root(many, MANY)
        few_seconds = seconds(lambda: load(few))
        many_seconds = seconds(lambda: load(many))
    ratio = (many_seconds / MANY) / (few_seconds / FEW)
    return [
        Figure(
            "load and check",
            many_seconds,
            "s",
            3.0,
            f"{MANY} municipalities of {lines} lines, every quote looked up in its source",
        ),
        Figure(
            "growth of load and check",
            ratio,
            "×",
            1.2,
            f"time a file at {MANY} municipalities against {FEW}",
        ),
    ]


def seconds(run: Callable[[], object]) -> float:
    """The least CPU time of a few runs."""
    times = []
    for _ in range(REPEATS):
        began = time.process_time()
        run()
        times.append(time.process_time() - began)
    return min(times)
