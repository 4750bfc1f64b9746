"""Writing data/observations.csv: all of it or nothing."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from components.refresh.failure import RefreshError
from components.refresh.observations_file import read_observations, write_observations
from tests.loading.roots import BASE
from tests.refresh.samples import FILE, HEADER, ROWS, write_rows

TEXT = f"{HEADER}\n999,population,2024,6213,keksitty\n"
FILES = ["datasets.yaml", "observations.csv"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root of nothing but observations and their dataset."""
    (tmp_path / "data").mkdir()
    shutil.copy(BASE / "data/datasets.yaml", tmp_path / "data")
    write_rows(tmp_path, HEADER, *ROWS)
    return tmp_path


def refused(root: Path, text: str = TEXT) -> str:
    """What is said when a text is not written; the file and its folder are as they were."""
    file = read_observations(root)
    with pytest.raises(RefreshError) as refusal:
        write_observations(file, text)
    assert (root / FILE).read_bytes() == file.raw
    assert sorted(path.name for path in (root / "data").iterdir()) == FILES
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_a_text_takes_the_place_of_the_file(root: Path) -> None:
    """The new text stands there alone, with the rights of the old one."""
    (root / FILE).chmod(0o640)
    write_observations(read_observations(root), TEXT)
    assert (root / FILE).read_bytes() == TEXT.encode()
    assert (root / FILE).stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (root / "data").iterdir()) == FILES


def test_the_mark_at_the_beginning_stays(root: Path) -> None:
    """A file that began with a byte order mark still does."""
    (root / FILE).write_bytes(f"\ufeff{HEADER}\n".encode())
    write_observations(read_observations(root), TEXT)
    assert (root / FILE).read_bytes() == f"\ufeff{TEXT}".encode()


def test_a_link_is_followed(root: Path) -> None:
    """The file behind a link is written; the link stays one."""
    (root / FILE).rename(root / "elsewhere.csv")
    (root / FILE).symlink_to(root / "elsewhere.csv")
    write_observations(read_observations(root), TEXT)
    assert (root / FILE).is_symlink()
    assert (root / "elsewhere.csv").read_bytes() == TEXT.encode()


def test_a_full_disk(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit is not written at all."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert refused(root) == (
        f"{root / FILE} cannot be written (No space left on device): it is as it was"
    )


def test_a_folder_that_cannot_be_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a place for the new text the old one stays."""

    def forbidden(_: int) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "fsync", forbidden)
    assert refused(root).endswith("cannot be written (Permission denied): it is as it was")


def test_an_interruption(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops it in the middle finds the old file and nothing beside it."""

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    file = read_observations(root)
    with pytest.raises(KeyboardInterrupt):
        write_observations(file, TEXT)
    assert (root / FILE).read_bytes() == file.raw
    assert sorted(path.name for path in (root / "data").iterdir()) == FILES


def test_a_file_that_was_changed_meanwhile(root: Path) -> None:
    """The work of someone else is not overwritten."""
    file = read_observations(root)
    write_rows(root, HEADER)
    with pytest.raises(RefreshError, match="was changed by someone else meanwhile"):
        write_observations(file, TEXT)
    assert (root / FILE).read_text(encoding="utf-8") == f"{HEADER}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT + TEXT.splitlines()[1], "(line 3: duplicate-row)"),
        (TEXT.replace("6213", "noin 6000"), "(line 2: csv-number)"),
        (TEXT + " " * 2_000_000, "(line 1: too-large)"),
    ],
    ids=["twice", "words", "large"],
)
def test_what_the_check_would_refuse(root: Path, text: str, said: str) -> None:
    """A file that could not be read afterwards is not written."""
    assert refused(root, text).endswith(f"it would not pass the check {said}")


@pytest.mark.parametrize(
    "raw",
    [b"", b"a,b\n1,2,3\n", b'a,b\n"1,2\n', b"a,b\n\xff,2\n"],
    ids=["empty", "long", "quote", "bytes"],
)
def test_a_file_that_changes_while_it_is_read(root: Path, raw: bytes) -> None:
    """What was sound a moment ago and is not now is told, not guessed at."""
    (root / FILE).write_bytes(raw)
    with pytest.raises(RefreshError) as refusal:
        read_observations(root)
    assert str(refusal.value) == f"{root / FILE} was changed while it was read"


@pytest.mark.parametrize(
    "raw",
    [
        b"municipality_code;indicator;year;value;dataset\n998;population;2023;1203;keksitty\n",
        b"municipality_code,indicator,year,value,dataset\n998,population,2023.0,1203,keksitty\n",
        b"municipality_code,indicator,year,value,dataset,\n998,population,2023,1203,keksitty,\n",
        "municipality_code\tindicator\tyear\tvalue\tdataset\n998\tpopulation\t２０２３\t1203\t"
        "keksitty\n".encode("utf-16"),
    ],
    ids=["semicolons", "float", "empty column", "utf-16"],
)
def test_a_file_saved_by_a_spreadsheet_is_read_as_the_check_reads_it(
    root: Path, raw: bytes
) -> None:
    """Fresh figures are laid over the rows in the plain form."""
    (root / FILE).write_bytes(raw)
    file = read_observations(root)
    assert file.columns == tuple(HEADER.split(","))
    assert [line.text for line in file.lines] == ["998,population,2023,1203,keksitty"]


def test_rows_of_empty_cells_are_no_rows(root: Path) -> None:
    """They stay where they are."""
    (root / FILE).write_text(f"{HEADER}\n,,,,\n", encoding="utf-8")
    assert [(line.text, line.cells) for line in read_observations(root).lines] == [(",,,,", {})]


def test_a_file_that_is_gone(root: Path) -> None:
    """A missing file is one line."""
    (root / FILE).unlink()
    with pytest.raises(RefreshError, match="cannot be read: No such file or directory"):
        read_observations(root)
