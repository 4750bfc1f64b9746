"""The reports as a folder: whole or as it was, and nothing of others is overwritten."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from components import cli
from components.i18n import LANGUAGES
from components.loading import load
from components.reports.places import every_place
from components.reports.static_site import MARK, BuildError, build
from tests.analysis.making import PROJECT, TODAY

ADDRESS = "https://strategiapeili.fi/raportti"
SMALLEST = PROJECT / "tests" / "files" / "base"
LIBRARY = load(SMALLEST).library
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def names(folder: Path) -> set[str]:
    """All files of a folder."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def run(*arguments: str | Path) -> int:
    """The exit status of a build."""
    return cli.main(["build", *map(str, arguments)])


def test_folder_holds_every_report_and_what_they_need(tmp_path: Path) -> None:
    """Each in each language; the map names each by its whole address; robots are told of it."""
    folder = tmp_path / "site"
    built = build(LIBRARY, folder, TODAY, ADDRESS)
    reports = {place.file(lang) for place in every_place(LIBRARY) for lang in LANGUAGES}
    found = names(folder)
    assert reports < found
    assert found - reports >= {"tyyli.css", "404.html", "robots.txt", "sitemap.xml", MARK}
    assert built.files == len(found)
    assert built.bytes == sum((folder / name).stat().st_size for name in found)
    places = [item.text for item in ET.parse(folder / "sitemap.xml").iter(LOC)]  # noqa: S314 - ours
    wanted = [f"{ADDRESS}/{file.removesuffix('index.html')}" for file in reports]
    assert sorted(filter(None, places)) == sorted(wanted)
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (folder / "robots.txt").read_text("utf-8")


def test_earlier_build_is_replaced_whole(tmp_path: Path) -> None:
    """What the new one does not have is gone, and nothing lies beside it."""
    folder = tmp_path / "site"
    build(LIBRARY, folder, TODAY, ADDRESS)
    (folder / "kunta" / "vanha.html").write_text("old", encoding="utf-8")
    build(LIBRARY, folder, TODAY)
    assert "kunta/vanha.html" not in names(folder)
    assert "sitemap.xml" not in names(folder)
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_empty_folder_is_taken(tmp_path: Path) -> None:
    """Nothing of anyone's is lost."""
    (tmp_path / "site").mkdir()
    assert build(LIBRARY, tmp_path / "site", TODAY).files > 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("mine", "holds 'letter.txt' and was not written by an earlier build: name a new"),
        ("file", "is a file: name a folder"),
        ("nowhere/site", "there is no folder"),
    ],
)
def test_what_is_not_ours_is_never_overwritten(tmp_path: Path, name: str, said: str) -> None:
    """It is told what stands there and what to do; all is as it was."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    (tmp_path / "file").write_text("one", encoding="utf-8")
    before = names(tmp_path)
    with pytest.raises(BuildError, match=said):
        build(LIBRARY, tmp_path / name, TODAY)
    assert names(tmp_path) == before


@pytest.mark.parametrize("failing", ["fsync", "rename"])
def test_full_disk_leaves_the_earlier_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """Whether it fails while it is written or when it is put in place."""
    folder = tmp_path / "site"
    build(LIBRARY, folder, TODAY)
    before = names(folder)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        real_rename = Path.rename
        monkeypatch.setattr(
            Path,
            "rename",
            lambda self, to: full() if self.suffix == ".part" else real_rename(self, to),
        )
    with pytest.raises(BuildError, match="cannot be written: No space left on device"):
        build(LIBRARY, folder, TODAY)
    assert names(folder) == before
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_command_writes_and_says_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How many files; without an address, that there is no map."""
    assert run(tmp_path / "site", "--root", SMALLEST) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith(f"{tmp_path / 'site'} (")
    assert printed[1] == "no sitemap.xml: it needs --address"


@pytest.mark.parametrize("address", ["strategiapeili.fi", "https://x.fi/?a", "ftp://x.fi"])
def test_command_refuses_what_is_no_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    """It says what was found and how to write it; nothing is written."""
    assert run(tmp_path / "site", "--root", SMALLEST, "--address", address) == 2
    assert capsys.readouterr().err == (
        f"--address is '{address}': write it like https://strategiapeili.fi\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_command_refuses_data_with_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site that lacks a municipality would replace one that has it."""
    assert run(tmp_path / "site", "--root", tmp_path / "nowhere") == 1
    assert "'strategiapeili check' tells which" in capsys.readouterr().err
    assert run("/proc/nowhere/site", "--root", SMALLEST) == 2
