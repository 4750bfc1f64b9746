"""Shows on a terminal how many calls have been answered; anywhere else it is silent."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Self, TextIO

WIDTH = 30
CLEAR = "\r\x1b[K"


@dataclass(slots=True)
class Progress:
    """A bar of the calls that are known to be needed."""

    stream: TextIO
    done: int = 0
    expected: int = 0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away, so that what is said next begins a line."""
        self._show(CLEAR)

    def expect(self, calls: int) -> None:
        """Tell that so many calls more are needed."""
        self.expected += calls
        self._draw()

    def step(self) -> None:
        """Tell that a call was answered."""
        self.done += 1
        self._draw()

    def _draw(self) -> None:
        full = WIDTH * self.done // max(self.expected, 1)
        bar = "#" * full + "-" * (WIDTH - full)
        self._show(f"{CLEAR}[{bar}] {self.done}/{self.expected} calls")

    def _show(self, text: str) -> None:
        if self.stream.isatty():
            self.stream.write(text)
            self.stream.flush()
