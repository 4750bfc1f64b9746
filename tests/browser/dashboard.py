"""The product's own server, run as a user would run it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND: Final = (sys.executable, "-m", "components", "serve", "--port", "0")  # 0: any free one
GREETING: Final = "Strategiapeili: "
_PATIENCE: Final = 60  # seconds; about 2 are needed
_GLANCE: Final = 0.1


class NotServingError(Exception):
    """The server did not start; the message holds what it said."""


@dataclass(frozen=True)
class Dashboard:
    """A running server: its address, and the file that keeps what it says."""

    url: str
    log: Path

    @property
    def said(self) -> str:
        """All the server has said on stdout and stderr."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serve(folder: Path, *options: str) -> Iterator[Dashboard]:
    """Serve the project's data, or what the options name, from a directory of another place."""
    log = folder / "server.log"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    environment.pop("STRATEGIAPEILI_ROOT", None)
    with (
        log.open("wb") as sink,
        subprocess.Popen(  # noqa: S603 - our own interpreter
            [*COMMAND, *options],
            cwd=folder,
            stdout=sink,
            stderr=subprocess.STDOUT,
            env=environment,
        ) as process,
    ):
        try:
            yield Dashboard(_greeting(process, log), log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def _greeting(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait for the line that names the address."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True):
            if line.startswith(GREETING) and line.endswith("\n"):
                return line.removeprefix(GREETING).strip()
        time.sleep(_GLANCE)
    message = f"`{' '.join(COMMAND[1:])}` did not start:\n{log.read_text(encoding='utf-8')}"
    raise NotServingError(message)
