"""The exact versions of everything, in pyproject.toml: names and numbers, no index address.

Write them (after changing a dependency; --upgrade also takes the newest of everything):
    uv run python .ci/pins.py [--upgrade]
Check that what is installed is what is pinned:
    uv run python .ci/pins.py --check
"""
# ruff: noqa: INP001 - a script beside the package, not a part of one

from __future__ import annotations

import argparse
import importlib.metadata
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYPROJECT: Final = Path(__file__).resolve().parents[1] / "pyproject.toml"
BEGIN: Final = "# pins: written by `uv run python .ci/pins.py`, checked by .ci/run\n"
END: Final = "# end of pins\n"
EXPORT: Final = ("export", "--frozen", "--no-hashes", "--no-annotate", "--no-header")
EVERYTHING: Final = ("--no-emit-project", "--all-groups", "--all-extras")


class PinsError(Exception):
    """The pins are not what they should be; the message says which and what to do."""


def main() -> None:
    """Write or check the pins."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare with what is installed")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    arguments = parser.parse_args()
    try:
        said = check() if arguments.check else write(upgrade=arguments.upgrade)
    except PinsError as error:
        sys.exit(f"pins: {error}")
    sys.stdout.write(f"{said}\n")


def check() -> str:
    """Compare the pins that apply on this machine with what is installed."""
    pinned = {
        _name(pin.name): _version(pin)
        for pin in map(Requirement, _pins())
        if pin.marker is None or pin.marker.evaluate()
    }
    installed = _installed()
    faults = [
        f"{name} is {installed.get(name, 'missing')}, pinned {pinned.get(name, 'nowhere')}"
        for name in sorted(pinned.keys() | installed.keys())
        if pinned.get(name) != installed.get(name)
    ]
    if faults:
        shown = "; ".join(faults)
        message = f"{shown} (`uv sync` installs the pins, `uv run python .ci/pins.py` renews them)"
        raise PinsError(message)
    if beyond := [str(wanted) for wanted in _wanted() if not _is_met(wanted, pinned)]:
        message = f"outside of what pyproject.toml asks for, or without a floor: {beyond}"
        raise PinsError(message)
    return f"{len(installed)} packages are installed as pinned, each in its range"


def _wanted() -> list[Requirement]:
    """What the project itself asks for: the floors leave out what has known holes."""
    table = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    groups = [table["project"]["dependencies"], *table["dependency-groups"].values()]
    return [Requirement(line) for group in groups for line in group]


def _is_met(wanted: Requirement, pinned: dict[str, str]) -> bool:
    """Whether a requirement has a floor and the version pinned is in its range."""
    floor = any(part.operator in {">=", "==", "~="} for part in wanted.specifier)
    return floor and wanted.specifier.contains(pinned.get(_name(wanted.name), "0"))


def write(*, upgrade: bool) -> str:
    """Resolve without the old pins and write what came out; a failure changes nothing."""
    before = PYPROJECT.read_text(encoding="utf-8")
    try:
        PYPROJECT.write_text(_with_pins(before, []), encoding="utf-8")
        _uv("lock", *(["--upgrade"] if upgrade else []))
        pins = [line for line in _uv(*EXPORT, *EVERYTHING).splitlines() if "==" in line]
        PYPROJECT.write_text(_with_pins(before, pins), encoding="utf-8")
        _uv("lock")
    except BaseException:
        PYPROJECT.write_text(before, encoding="utf-8")
        raise
    return f"{len(pins)} pins written"


def _with_pins(text: str, pins: list[str]) -> str:
    """Put a list of pins between the two marks, or at the end when there are no marks yet."""
    quoted = "".join(f'    "{pin}",\n' for pin in pins)
    block = f"{BEGIN}[tool.uv]\nconstraint-dependencies = [\n{quoted}]\n{END}"
    start, mark, rest = text.partition(BEGIN)
    if not mark:
        return f"{text.rstrip()}\n\n{block}"
    _, mark, after = rest.partition(END)
    if not mark:
        message = f"pyproject.toml has no line {END.strip()!r} after the pins"
        raise PinsError(message)
    return start + block + after


def _pins() -> list[str]:
    """Read the pins as any TOML reader sees them."""
    table = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    pins: list[str] = table.get("tool", {}).get("uv", {}).get("constraint-dependencies", [])
    return pins


def _version(pin: Requirement) -> str:
    """Return the one version a pin allows."""
    if len(pin.specifier) == 1:
        (only,) = pin.specifier
        if only.operator == "==":
            return only.version
    message = f"{pin} is not one exact version; write the pins anew"
    raise PinsError(message)


def _installed() -> dict[str, str]:
    """Name and version of all that is installed beside the project itself."""
    table = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    found = {
        _name(each.metadata["Name"]): each.version for each in importlib.metadata.distributions()
    }
    found.pop(_name(table["project"]["name"]), None)
    return found


def _name(name: str) -> str:
    """Write a package name the one way in which two can be compared."""
    return str(canonicalize_name(name))


def _uv(*arguments: str) -> str:
    """Run uv in the project and return what it says on stdout."""
    uv = shutil.which("uv")
    if uv is None:
        message = "uv is not installed: pip install uv"
        raise PinsError(message)
    done = subprocess.run(  # noqa: S603 - our own arguments
        [uv, *arguments], cwd=PYPROJECT.parent, capture_output=True, text=True, check=False
    )
    if done.returncode:
        message = f"`uv {' '.join(arguments)}` failed: {done.stderr.strip()}"
        raise PinsError(message)
    return done.stdout


if __name__ == "__main__":
    main()
