"""`strategiapeili export`: the file is whole or not there, a wrong call is told in one line."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from components import cli
from components.exports import kinds
from components.exports.kinds import KINDS
from tests.bench.synthetic import write_root
from tests.loading.roots import STRATEGY, changed, copied

SLUG = "pikkukunta"
OLD = b"what was there before"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the smallest valid root."""
    return copied(tmp_path)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder to write to."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def run(*arguments: str | Path) -> int:
    """The exit status of an export."""
    return cli.main(["export", *map(str, arguments)])


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """The one line that tells why a call was refused with status 2."""
    assert run(*arguments) == 2
    printed, told = capsys.readouterr()
    assert printed == ""
    assert told.count("\n") == 1
    return told.strip()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written(
    root: Path, out: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is there under the name given, and its name and size are printed."""
    file = out / f"moniste{KINDS[kind].suffix}"
    assert run(kind, SLUG, "--out", file, "--root", root) == 0
    assert capsys.readouterr() == (f"{file} ({file.stat().st_size} bytes)\n", "")
    assert list(out.iterdir()) == [file]
    assert file.stat().st_size > 1000


def test_a_folder_gets_a_file_with_a_name_of_ours(root: Path, out: Path) -> None:
    """The name tells the service, the municipality, the theme chosen and the day it was made."""
    begun = date.today()  # noqa: DTZ011 - the day of the machine, as the command takes it
    arguments = ("--out", out, "--root", root, "--kieli", "sv", "--only", "arki")
    assert run("csv", SLUG, *arguments) == 0
    (file,) = out.iterdir()
    days = {begun, date.today()}  # noqa: DTZ011 - midnight may have passed
    assert file.name in {f"strategiapeili-{SLUG}-arki-tabeller-{day}.zip" for day in days}


def test_title_language_and_subjects_are_followed(root: Path, out: Path) -> None:
    """The options reach the hand-out: its title, its language, the one theme chosen."""
    file = out / "a.html"
    options = ("--kieli", "en", "--title", "Our evening", "--only", "arki")
    assert run("html", SLUG, "--out", file, "--root", root, *options) == 0
    page = file.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "<h1>Our evening</h1>" in page
    assert 'id="teema-arki"' in page


def test_same_call_same_bytes(root: Path, out: Path) -> None:
    """A file made again is the same file."""
    for name in ("a.xlsx", "b.xlsx"):
        assert run("xlsx", SLUG, "--out", out / name, "--root", root) == 0
    assert (out / "a.xlsx").read_bytes() == (out / "b.xlsx").read_bytes()


def test_an_unknown_kind_is_told_with_a_guess(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was found, the nearest guess, and what there is."""
    told = refused(capsys, "pdff", SLUG, "--out", out, "--root", root)
    assert told == (
        "no hand-out of the kind 'pdff' (did you mean 'pdf'? there are: "
        "pdf, pdf-goals, pptx, xlsx, html, deck, csv)"
    )


def test_an_unknown_municipality_is_told_with_a_guess(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the hand is met with the name that was meant."""
    told = refused(capsys, "pdf", "pikkukunt", "--out", out, "--root", root)
    assert told == (
        "no municipality 'pikkukunt' (did you mean 'pikkukunta'? there are: pikkukunta)"
    )
    told = refused(capsys, "pdf", "\x1b[31m", "--out", out, "--root", root)
    assert "\x1b" not in told


def test_a_broken_municipality_is_told_as_such(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its file is there, but cannot be read: the line says where to look."""
    changed(root, STRATEGY, "adopted_by:", "adoptd_by:")
    told = refused(capsys, "pdf", SLUG, "--out", out, "--root", root)
    assert told == f"strategies/{SLUG}.yaml has errors: 'strategiapeili check' tells which"


def test_one_municipality_twice_is_refused(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing can be put beside itself."""
    told = refused(capsys, "pdf", SLUG, SLUG, "--out", out, "--root", root)
    assert told == f"the municipality '{SLUG}' is named twice: name each once"


def test_more_than_twenty_are_refused(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twenty is what a hand-out has room for, and twenty is let through."""
    write_root(tmp_path / "many", 21)
    slugs = [f"keksitty-{number:03}" for number in range(21)]
    told = refused(capsys, "csv", *slugs, "--out", out, "--root", tmp_path / "many")
    assert told == "21 municipalities: a hand-out has room for 1–20"
    assert run("csv", *slugs[:20], "--out", out, "--root", tmp_path / "many") == 0


def test_an_unknown_subject_is_told_with_a_guess(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Themes go by their ids, goals by the municipality and theirs."""
    for by, wrong, right in (
        ("theme", "luontto", "luonto"),
        ("goal", f"{SLUG}/hyva-ark", f"{SLUG}/hyva-arki"),
    ):
        options = ("--by", by, "--out", out, "--root", root)
        told = refused(capsys, "pdf", SLUG, "--only", wrong, *options)
        assert told.startswith(f"no {by} '{wrong}' (did you mean '{right}'? there are: ")


def test_an_empty_title_is_refused(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hand-out without a title is none."""
    told = refused(capsys, "pdf", SLUG, "--title", " ", "--out", out, "--root", root)
    assert told == "the title is empty: give it words, or leave it out"


def test_a_missing_folder_is_told(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No folder is made up: a slip in the path would hide the file."""
    file = out / "nowhere" / "a.pdf"
    told = refused(capsys, "pdf", SLUG, "--out", file, "--root", root)
    assert told == f"{file} cannot be written: there is no folder '{file.parent}'"


def test_a_name_of_another_kind_is_refused(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A spreadsheet called .pdf would open nowhere."""
    told = refused(capsys, "xlsx", SLUG, "--out", out / "a.pdf", "--root", root)
    assert told == f"{out / 'a.pdf'}: the name of this kind of file ends in '.xlsx'"


def test_a_full_disk_leaves_what_was_there(
    root: Path, out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing half-written stands under the name, nor beside it."""

    def no_room(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", no_room)
    file = out / "a.csv.zip"
    file.write_bytes(OLD)
    told = refused(capsys, "csv", SLUG, "--out", file, "--root", root)
    assert told == f"{file} cannot be written: No space left on device"
    assert file.read_bytes() == OLD
    assert list(out.iterdir()) == [file]


def test_a_fault_while_making_leaves_what_was_there(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is written only when all of it has been made."""

    def fail(name: str) -> object:
        raise RuntimeError(name)

    monkeypatch.setattr(kinds, "import_module", fail)
    file = out / "a.pdf"
    file.write_bytes(OLD)
    with pytest.raises(RuntimeError):
        run("pdf", SLUG, "--out", file, "--root", root)
    assert list(out.iterdir()) == [file]
    assert file.read_bytes() == OLD
