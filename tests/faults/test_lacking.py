"""What a machine may lack: fonts, a library, the right year. One line says what and what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import cli
from components.analysis.strategies.versions import choose
from components.exports import kinds
from components.exports.handout.builder import Selection
from components.exports.kinds import KINDS
from components.exports.text import glyphs
from components.i18n import catalogue
from tests.analysis.making import MALLIKUNTA, TODAY, dossier, fictional, library

OLD = b"the file as it was\n"


def refused(out: Path, capsys: pytest.CaptureFixture[str], kind: str = "pdf") -> str:
    """The one line that says why there is no export; the old file is as it was."""
    out.write_bytes(OLD)
    order = ["export", kind, "mallikunta", "--root", str(MALLIKUNTA), "--out", str(out)]
    assert cli.main(order) == 2
    assert [path.read_bytes() for path in out.parent.iterdir()] == [OLD]
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    return told


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where an export is to be written."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "a.pdf"


@pytest.fixture
def no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation that has lost its fonts."""
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    monkeypatch.setattr(glyphs, "FONTS", fonts)
    glyphs._signs.cache_clear()  # noqa: SLF001 - as in a process that begins
    return fonts


@pytest.mark.parametrize("broken", [False, True], ids=["missing", "broken"])
def test_fonts_that_are_not_there_are_told(
    out: Path, no_fonts: Path, capsys: pytest.CaptureFixture[str], *, broken: bool
) -> None:
    """No page of boxes instead of letters: the folder, or the font, is named and what to do."""
    named = no_fonts
    if broken:
        named = no_fonts / "a.otf"
        named.write_bytes(b"OTTO no font at all")
    told = refused(out, capsys)
    assert str(named) in told
    assert "install Strategiapeili again" in told
    glyphs._signs.cache_clear()  # noqa: SLF001


def test_library_that_is_not_installed_is_told(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One kind cannot be made on this machine: its name and that of the library are told."""

    def missing(_: str) -> object:
        message = "No module named 'typst'"
        raise ModuleNotFoundError(message)

    monkeypatch.setattr(kinds, "import_module", missing)
    assert refused(out, capsys) == (
        "a hand-out of the kind 'pdf' cannot be made here: No module named 'typst'\n"
    )


@pytest.mark.parametrize(("year", "slug"), [(1970, "toteutuma"), (2100, "mittarit")])
def test_pages_of_another_year_are_drawn(year: int, slug: str) -> None:
    """What has ended and what is early follows the clock; nothing breaks over it."""
    app = AppTest.from_function(_page, kwargs={"slug": slug, "year": year}, default_timeout=30)
    assert [str(fault.value) for fault in app.run().exception] == []
    assert len(app.title) == 1


def _page(slug: str, year: int) -> None:
    from datetime import date  # noqa: PLC0415 - AppTest runs the body of this function alone

    from components.app import run  # noqa: PLC0415

    run(start=slug, today=date(year, 1, 1))


@pytest.mark.parametrize("year", [1970, 2100])
@pytest.mark.parametrize("kind", KINDS)
def test_hand_outs_of_another_year_are_made(kind: str, year: int) -> None:
    """A clock that has stopped, or a far year, with data that has days and that has none."""
    for held in (fictional(), library(dossier("a"))):
        versions = tuple(choose(one, TODAY) for one in held.dossiers.values())
        selection = Selection(versions, date(year, 1, 1), title="Otsikko")
        assert len(KINDS[kind].make(held, selection, catalogue("sv"))) > 300
