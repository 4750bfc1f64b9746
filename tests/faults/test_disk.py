"""A full disk and a killed process, for real: in a child that may not write, or that dies."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest

from components.loading import load
from tests.analysis.making import MALLIKUNTA, PROJECT

OLD = b"the file as it was\n"
TARGETS = {
    "export": "out.zip",
    "schema": "strategies/strategy.schema.json",
    "refresh": "data/observations.csv",
}
"""What each work writes."""

SCRIPT = """
import json, os, resource, sys
from pathlib import Path
from components.cli import main
from components.refresh.failure import RefreshError
from components.refresh.observations_file import read_observations, write_observations

def export(root):
    return main(["export", "csv", "mallikunta", "--root", root, "--out", f"{root}/out.zip"])

def schema(root):
    return main(["schema", "--root", root])

def refresh(root):
    file = read_observations(Path(root))
    try:
        write_observations(file, file.raw.decode())
    except RefreshError as error:
        sys.stderr.write(f"{error}\\n")
        return 2

def full():
    resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))

def killed():
    os.fsync = lambda _: os.kill(os.getpid(), 9)

for fault in (full, killed):
    for work in (export, schema, refresh):
        folder = f"{sys.argv[1]}/{fault.__name__}-{work.__name__}"
        if (child := os.fork()) == 0:
            os.dup2(os.open(f"{folder}.said", os.O_WRONLY | os.O_CREAT), 2)
            fault()
            os._exit(work(folder) or 0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        Path(f"{folder}.code").write_text(str(code))
"""
FAULTS = ("full", "killed")


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a root for each fault and work, in which it has happened."""
    folder = tmp_path_factory.mktemp("faults")
    for fault in FAULTS:
        for work, target in TARGETS.items():
            root = shutil.copytree(MALLIKUNTA, folder / f"{fault}-{work}")
            if not (root / target).exists():
                (root / target).write_bytes(OLD)
            shutil.copytree(root, folder / f"{fault}-{work}-before")
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-B", "-c", SCRIPT, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def files(root: Path) -> dict[str, bytes]:
    """Everything below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def said(spoilt: Path, case: str) -> tuple[int, str]:
    """The exit status of a work and what it said on stderr."""
    code = (spoilt / f"{case}.code").read_text(encoding="utf-8")
    return int(code), (spoilt / f"{case}.said").read_text(encoding="utf-8")


@pytest.mark.parametrize("work", TARGETS)
def test_full_disk_leaves_the_old_file_and_says_so(work: str, spoilt: Path) -> None:
    """Nothing is half-written or left beside it; one line names the file and the reason."""
    case = f"full-{work}"
    code, line = said(spoilt, case)
    assert (code, line.count("\n")) == (2, 1)
    assert str(spoilt / case / TARGETS[work]) in line
    assert "File too large" in line
    assert files(spoilt / case) == files(spoilt / f"{case}-before")


@pytest.mark.parametrize("work", TARGETS)
def test_killed_process_leaves_the_old_file(work: str, spoilt: Path) -> None:
    """Killed when all is written but not in place: one leftover, whose name tells of what."""
    case = f"killed-{work}"
    assert said(spoilt, case)[0] == -SIGKILL
    before, after = files(spoilt / f"{case}-before"), files(spoilt / case)
    left = sorted(after.keys() - before.keys())
    assert {name: after[name] for name in before} == before
    target = Path(TARGETS[work])
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".*.", Path(name).name) for name in left] == [
        f".{target.name}.*.part"
    ]
    assert load(spoilt / case).problems == ()
