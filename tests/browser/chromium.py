"""Finds a Chromium, and gets one where it can: these tests are never skipped for want of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Playwright

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
HOW: Final = (
    "the browser tests need a Chromium: install the package `chromium`, "
    "or run `uv run playwright install chromium`, or name one in the variable CHROMIUM"
)
APT: Final = (
    ("apt-get", "update", "-qq"),
    ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
)
PLAYWRIGHT: Final = ((sys.executable, "-m", "playwright", "install", "chromium"),)
_PATIENCE: Final = 600  # seconds a download may take


class NoChromiumError(Exception):
    """There is no Chromium here and none could be had; the message says what to do."""


def find_chromium(playwright: Playwright) -> Path:
    """Return the program file of a Chromium, installing one as the last resort."""
    return find([_on_path, lambda: _own(playwright)], [_install_by_apt, _install_by_playwright])


def find(places: list[Callable[[], Path | None]], installers: list[Callable[[], None]]) -> Path:
    """Look in CHROMIUM, then in the places, then once more after each installer."""
    if named := os.environ.get("CHROMIUM"):
        if program := shutil.which(named):
            return Path(program)
        message = f"CHROMIUM is {named!r}, which is no program; {HOW}"
        raise NoChromiumError(message)
    for install in (_nothing, *installers):
        install()
        if path := next(filter(None, (place() for place in places)), None):
            return path
    raise NoChromiumError(HOW)


def _nothing() -> None:
    """Install nothing: the first look is at what is here already."""


def _on_path() -> Path | None:
    """Look for a Chromium of the system."""
    return next((Path(path) for name in NAMES if (path := shutil.which(name))), None)


def _own(playwright: Playwright) -> Path | None:
    """Look for the Chromium that playwright has downloaded."""
    path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def _install_by_apt() -> None:
    """Install Debian's Chromium where that is allowed."""
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        _run_all(APT)


def _install_by_playwright() -> None:
    """Let playwright download its own."""
    _run_all(PLAYWRIGHT)


def _run_all(commands: tuple[tuple[str, ...], ...]) -> None:
    """Run commands until one fails; whether it helped is seen by looking again."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        try:
            subprocess.run(  # noqa: S603 - the fixed commands above
                command, env=environment, capture_output=True, check=True, timeout=_PATIENCE
            )
        except subprocess.SubprocessError:
            return
