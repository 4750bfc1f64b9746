"""The register of hand-outs: every kind is made, and only what it needs is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from components.analysis.strategies.versions import choose
from components.exports.handout.builder import Selection
from components.exports.kinds import KINDS
from components.i18n import catalogue
from components.model import Library
from tests.analysis.making import TODAY, dossier, fictional, library
from tests.exports.making import made

BEGINS = {
    ".pdf": b"%PDF-",
    ".pptx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
    ".zip": b"PK\x03\x04",
    ".html": b"<!doctype html>",
}
HEAVY = ("PIL", "typst", "pptx", "xlsxwriter")


def selection(held: Library) -> Selection:
    """All municipalities of a library."""
    return Selection(tuple(choose(one, TODAY) for one in held.dossiers.values()), TODAY)


@pytest.mark.parametrize("held", [fictional(), library(dossier("kunta"))], ids=["all", "nothing"])
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_made(name: str, held: Library) -> None:
    """A municipality with all and one with nothing give a file of the kind that it is called."""
    kind = KINDS[name]
    content = kind.make(held, selection(held), catalogue("fi"))
    assert content.lstrip().startswith(BEGINS[kind.suffix])


def test_a_kind_is_called_by_its_name() -> None:
    """The names are those of the command line, and each kind knows its own."""
    assert list(KINDS) == ["pdf", "pdf-goals", "pptx", "xlsx", "html", "deck", "csv"]
    assert all(kind.name == name and "/" in kind.mime for name, kind in KINDS.items())


def test_kinds_draw_from_the_same_hand_out() -> None:
    """What a kind makes for itself is what it makes of the hand-out that all share."""
    held = fictional()
    shared = made(held, "mallikunta")
    content = KINDS["html"].make(held, selection(held), catalogue("fi")).decode()
    assert f"Aineisto {shared.data_id}, {shared.day}" in content


def test_nothing_heavy_is_loaded_before_it_is_asked_for() -> None:
    """To know the kinds takes none of the libraries that make them."""
    program = (
        "import sys, components.exports.kinds; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    told = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert told.stdout.strip() == "[]"
