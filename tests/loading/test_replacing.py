"""A file is put in the place of another whole or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from components.loading.replacing import ABANDONED, replace_file

OLD = b"the file as it was\n"


def test_leftover_of_a_killed_process_is_cleared_by_the_next_write(tmp_path: Path) -> None:
    """What has lain for an hour is gone; what another process writes now, or any else, stays."""
    target = tmp_path / "a[1].csv"
    old, fresh = tmp_path / ".a[1].csv.0badcafe.part", tmp_path / ".a[1].csv.12345678.part"
    other = tmp_path / ".b.csv.0badcafe.part"
    for path in (old, fresh, other):
        path.write_bytes(b"half")
    long_ago = time.time() - ABANDONED - 60
    for path in (old, other):
        os.utime(path, (long_ago, long_ago))
    replace_file(target, b"whole")
    assert sorted(tmp_path.iterdir()) == sorted([target, fresh, other])
    assert target.read_bytes() == b"whole"


def test_check_that_refuses_leaves_the_old_file(tmp_path: Path) -> None:
    """What the check raises is raised; rights of the old file are kept when it is content."""
    target = tmp_path / "a.csv"
    target.write_bytes(OLD)
    target.chmod(0o640)

    def refuse(fresh: Path) -> None:
        assert fresh.read_bytes() == b"fresh"
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        replace_file(target, b"fresh", refuse)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == {target: OLD}
    replace_file(target, b"fresh")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == {target: b"fresh"}
    assert target.stat().st_mode & 0o777 == 0o640
