"""Hostile texts in every file that leaves the service: it opens, and its texts are texts."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pikepdf
import pytest
from openpyxl import load_workbook
from pptx import Presentation

from components.analysis.strategies.versions import choose
from components.exports.data.csv_text import FORMULA_STARTS, excel_bytes
from components.exports.handout.builder import Selection
from components.exports.kinds import KINDS
from components.i18n import LANGUAGES, catalogue
from components.loading import load
from components.model import Library
from components.reports.page import Site, page
from components.reports.places import every_place
from tests.analysis.making import TODAY
from tests.exports.file_texts import joined, of_pdf
from tests.exports.reading import read_page
from tests.hostile.root import hostile_root

OURS = re.compile(r"https://[a-z.]*(mallikunta|rekisteri|tilastot)\.example/|#|mailto:")
"""Addresses that stand as addresses in Mallikunta's files."""

Spoilt = tuple[Library, list[str]]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    """The library of a root of payloads, and those."""
    root, given = hostile_root(tmp_path_factory.mktemp("hostile"))
    return load(root).library, given


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Give each language: our words stand round other texts in each."""
    given: str = request.param
    return given


def made(kind: str, spoilt: Spoilt, language: str) -> bytes:
    """A hand-out of the whole library."""
    library, _ = spoilt
    versions = tuple(choose(one, TODAY) for one in library.dossiers.values())
    return KINDS[kind].make(library, Selection(versions, TODAY), catalogue(language))


def pdf_objects(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of a PDF."""
    return (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary))


@pytest.mark.parametrize("kind", ["pdf", "pdf-goals"])
def test_pdf_is_made_and_does_nothing(kind: str, spoilt: Spoilt, language: str) -> None:
    """Typst takes no text for its code; no action but links, none to a stranger."""
    blob = made(kind, spoilt, language)
    with pikepdf.open(io.BytesIO(blob)) as pdf:
        for item in pdf_objects(pdf):
            assert not {"/JS", "/JavaScript", "/AA", "/Launch", "/EmbeddedFile"} & set(item.keys())
            if str(item.get("/S", "")) == "/URI":
                assert OURS.match(str(item["/URI"])), item["/URI"]
    assert "{{7*7}}" in joined(of_pdf(blob))


def test_presentation_opens_and_links_nowhere_else(spoilt: Spoilt, language: str) -> None:
    """Every payload on a slide is words; no address comes from a text."""
    blob = made("pptx", spoilt, language)
    words = [
        shape.text_frame.text
        for slide in Presentation(io.BytesIO(blob)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert any("<script>window.pwned=1</script>" in text for text in words)
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        for name in package.namelist():
            if name.endswith(".rels"):
                for target in re.findall(rb'Target="([^"]*)" TargetMode', package.read(name)):
                    assert OURS.match(target.decode()), target


def test_cells_of_the_workbook_are_text(spoilt: Spoilt, language: str) -> None:
    """No cell is a formula, and its links are those of the sources."""
    _, given = spoilt
    book = load_workbook(io.BytesIO(made("xlsx", spoilt, language)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert {cell.value for cell in cells} & {text for text in given if text.startswith("=")}
    for cell in cells:
        if cell.hyperlink and cell.hyperlink.target:
            assert OURS.match(cell.hyperlink.target), cell.hyperlink.target


def test_cells_of_tables_are_text(spoilt: Spoilt, language: str) -> None:
    """No cell begins a formula, neither in the files for programs nor in those for Excel."""
    seen = 0
    with zipfile.ZipFile(io.BytesIO(made("csv", spoilt, language))) as archive:
        for name in archive.namelist():
            if not name.endswith(".csv"):
                continue
            plain = archive.read(name)
            table = pd.read_csv(io.BytesIO(plain), dtype=str, keep_default_na=False)
            for content, split in ((plain, ","), (excel_bytes(table), ";")):
                text = io.StringIO(content.decode("utf-8-sig"), newline="")
                for row in csv.reader(text, delimiter=split):
                    seen += len(row)
                    for cell in row:
                        number = re.fullmatch(r"-?[0-9.]+", cell)
                        assert number or not cell.startswith(FORMULA_STARTS), cell
    assert seen > 1000


@pytest.mark.parametrize(("kind", "scripts"), [("html", 0), ("deck", 1)])
def test_page_file_runs_nothing_of_the_data(
    kind: str, scripts: int, spoilt: Spoilt, language: str
) -> None:
    """No element, handler or address comes from a text; the deck has the one script of ours."""
    _, given = spoilt
    found = read_page(made(kind, spoilt, language).decode())
    assert len(found.all("script")) == scripts
    assert not found.all("iframe")
    assert not [name for one in found.elements for name in one.attributes if name.startswith("on")]
    for link in found.attributes("href"):
        assert OURS.match(link), link
    assert any(text in found.all("body")[0].text for text in given)


def test_reports_without_scripts_stay_without(spoilt: Spoilt, language: str) -> None:
    """Of every place: no script, handler or frame, and links that stay here."""
    library, given = spoilt
    texts = ""
    for place in every_place(library):
        found = read_page(page(library, place, language, TODAY, Site(None)).decode())
        assert not [*found.all("script"), *found.all("iframe"), *found.all("img")]
        assert not [key for one in found.elements for key in one.attributes if key[:2] == "on"]
        for link in found.attributes("href"):
            assert OURS.match(link) or not re.search(r"vieras|pwned|^\w+:", link), link
        texts += found.all("body")[0].text
    assert any(text in texts for text in given)
