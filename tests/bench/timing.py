"""What is measured is told as a figure beside its bound; time is CPU time of this process."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

REPEATS = 3


@dataclass(frozen=True)
class Figure:
    """One measured figure, its unit, its bound, and the conditions in words.

    Without a bound it is there to be compared with; without a value it could not be measured
    here, and the note says why.
    """

    name: str
    value: float | None
    unit: str
    bound: float | None
    note: str
    at_least: bool = False

    @property
    def held(self) -> bool | None:
        """Whether the figure is within its bound; None where there is nothing to hold."""
        if self.value is None or self.bound is None:
            return None
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    @property
    def line(self) -> str:
        """The figure in one line."""
        found = "not measured" if self.value is None else f"{self.value:.2f} {self.unit}".strip()
        told = {True: "held", False: "NOT HELD", None: "not measured here"}[self.held]
        bound = "no bound" if self.bound is None else f"bound {self.bound:g}, {told}"
        return f"{self.name}: {found} ({bound}; {self.note})"


def seconds(run: Callable[[], object]) -> float:
    """The least CPU time of a few runs."""
    times = []
    for _ in range(REPEATS):
        began = time.process_time()
        run()
        times.append(time.process_time() - began)
    return min(times)
