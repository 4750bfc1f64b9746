"""Runs the server on a project folder of its own, as a process beside the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SERVE = """
import pathlib
from components.server import run
run.SCRIPT = pathlib.Path({script!r})
run.serve(pathlib.Path({root!r}), "127.0.0.1", {port})
"""


def make_project(folder: Path, script: str) -> Path:
    """Make a project folder with a script and options that one can recognise from outside."""
    (folder / ".streamlit").mkdir(parents=True)
    (folder / "app.py").write_text(script, encoding="utf-8")
    (folder / ".streamlit" / "config.toml").write_text(
        "[server]\nenableStaticServing = true\nmaxWidgetStateSize = 1\n"
        '[client]\nshowErrorDetails = "none"\n',
        encoding="utf-8",
    )
    (folder / "static").mkdir()
    (folder / "static" / "seen.txt").write_text("the options were read", encoding="utf-8")
    return folder


def command(project: Path, port: int = 0, root: str = ".") -> list[str]:
    """Build the command that serves a project folder."""
    script = SERVE.format(script=str(project / "app.py"), root=root, port=port)
    return [sys.executable, "-c", script]


@contextmanager
def served(
    project: Path, elsewhere: Path, root: str = ".", settings: Mapping[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the server from another folder; gives the process and the line it greets with."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "STRATEGIAPEILI_CACHE": str(elsewhere / "cache"),
        **(settings or {}),
    }
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        command(project, root=root),
        cwd=elsewhere,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline()
        finally:
            process.kill()


def address(line: str) -> str:
    """Return the address in a greeting."""
    return line.strip().partition(": ")[2]
