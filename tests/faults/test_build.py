"""A process that is killed while it writes the static site, for real."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest

from components.cli import main
from tests.analysis.making import MALLIKUNTA, PROJECT

KILLED = """
import os, pathlib, shutil, sys
from components.cli import main

def dies(*_, **__):
    os.kill(os.getpid(), 9)

def dies_at(number):
    rename, seen = pathlib.Path.rename, []
    def counted(self, target):
        seen.append(target)
        return dies() if len(seen) == number else rename(self, target)
    return counted

step, folder, root = sys.argv[1:]
if step == "while it writes":
    os.fsync = dies
elif step == "before the new one is in place":
    pathlib.Path.rename = dies_at(2)
elif step == "before the old one is gone":
    shutil.rmtree = dies
main(["build", folder, "--root", root])
"""
STEPS = {
    "while it writes": ("old", ["part"]),
    "before the new one is in place": (None, ["old", "part"]),
    "before the old one is gone": ("new", ["old"]),
}
"""What then stands under the name, and what is left beside it."""


def build(folder: Path) -> None:
    """Write the site of Mallikunta."""
    assert main(["build", str(folder), "--root", str(MALLIKUNTA)]) == 0


def files(folder: Path) -> dict[str, bytes]:
    """Everything below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that an earlier build wrote."""
    folder = tmp_path_factory.mktemp("built") / "sivut"
    build(folder)
    return folder


@pytest.mark.parametrize("step", STEPS)
def test_killed_build_leaves_a_whole_site(step: str, built: Path, tmp_path: Path) -> None:
    """No host ever serves a part: the old site, the new one, or for a moment none.

    The next build finds an old one that had lost its name, and clears what is left.
    """
    site = shutil.copytree(built, tmp_path / "sivut")
    (site / "vanha.html").write_bytes(b"of the old site\n")
    old = files(site)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-B", "-c", KILLED, step, str(site), str(MALLIKUNTA)],
        capture_output=True,
        check=False,
        cwd=PROJECT,
    )
    assert done.returncode == -SIGKILL
    stands, left = STEPS[step]
    new = files(built)
    assert {"old": old, "new": new, None: {}}[stands] == files(site)
    beside = [path.name.rpartition(".")[2] for path in tmp_path.iterdir() if path != site]
    assert sorted(beside) == left
    build(site)
    assert files(site) == new
    assert list(tmp_path.iterdir()) == [site]


def test_what_is_not_of_the_site_is_left_alone(tmp_path: Path) -> None:
    """Hidden folders of other names, and those of a process that still runs, stay."""
    kept = [
        tmp_path / name
        for name in (".999999999.old", ".muut.999999999.part", f".sivut.{os.getppid()}.old")
    ]
    for folder in kept:
        folder.mkdir()
    build(tmp_path / "sivut")
    assert sorted(tmp_path.iterdir()) == sorted([*kept, tmp_path / "sivut"])
