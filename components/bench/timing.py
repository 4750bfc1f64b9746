"""What is measured is told as a figure beside its bound; time is CPU time of this process."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

REPEATS = 3


@dataclass(frozen=True)
class Figure:
    """One measured figure, its unit, its bound, and the conditions in words."""

    name: str
    value: float
    unit: str
    bound: float
    note: str
    at_least: bool = False

    @property
    def held(self) -> bool:
        """Whether the figure is within its bound."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound


def seconds(run: Callable[[], object]) -> float:
    """The least CPU time of a few runs."""
    times = []
    for _ in range(REPEATS):
        began = time.process_time()
        run()
        times.append(time.process_time() - began)
    return min(times)
