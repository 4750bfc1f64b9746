"""The bar of calls."""

from __future__ import annotations

import io

from components.refresh.progress import CLEAR, Progress


class Terminal(io.StringIO):
    """A stream that someone looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_terminal_sees_a_bar() -> None:
    """Each call moves the bar on, and it is gone in the end."""
    stream = Terminal()
    with Progress(stream) as progress:
        progress.expect(2)
        progress.step()
        progress.expect(1)
    assert stream.getvalue().split(CLEAR) == [
        "",
        f"[{'-' * 30}] 0/2 calls",
        f"[{'#' * 15}{'-' * 15}] 1/2 calls",
        f"[{'#' * 10}{'-' * 20}] 1/3 calls",
        "",
    ]


def test_nobody_else_sees_anything() -> None:
    """A file or a pipe gets no bar."""
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.expect(1)
        progress.step()
    assert stream.getvalue() == ""
