"""Tables of a presentation: no word is broken, in our fonts or in those that stand in for them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from pptx.util import Pt

from components.exports.handout.records import Table
from components.exports.pptx.presentation import pptx_bytes
from components.exports.pptx.table import ACROSS
from components.exports.slides.capacity import column_shares, parts
from components.exports.text.measure import STAND_IN
from components.exports.text.width import width_of
from components.i18n import LANGUAGES, catalogue
from components.loading import load
from components.model import Library, LocalText
from tests.analysis.making import real
from tests.bench.synthetic import write_root
from tests.exports.making import made
from tests.exports.presentations import made_of, opened, shapes_of
from tests.loading.roots import FILES

NAMES = (
    *("Kemijärvi", "Pedersören kunta", "Enontekiö", "Kristiinankaupunki", "Äänekoski", "Ii"),
    *("Hämeenkyrö", "Uusikaarlepyy", "Inari", "Lappeenranta", "Pietarsaari", "Taivalkoski"),
    *("Kauniainen", "Maarianhamina", "Oulu", "Siikalatva", "Kirkkonummi", "Utsjoki"),
    *("Vesilahti", "Hausjärvi"),
)
WIDTHS = FILES / "dejavu_widths.csv"
"""The advances of signs in DejaVu Sans 2.35, from its `hmtx` tables."""
UNITS = 2048
"""Of an em, as its `head` says."""
LEAST, MOST = 18, 22


@cache
def advances(column: str) -> dict[str, int]:
    """The width of each sign in a face."""
    with WIDTHS.open(encoding="utf-8", newline="") as opened_file:
        return {chr(int(row["code"], 16)): int(row[column]) for row in csv.DictReader(opened_file)}


def stand_in(word: str, *, bold: bool) -> float:
    """The width in ems in the face that LibreOffice takes where those of the theme are missing."""
    face = advances("bold" if bold else "regular")
    return sum(face[sign] for sign in word) / UNITS


def broken_words(blob: bytes) -> list[str]:
    """The words of tables that are wider than their cells in that face, in points."""
    return [
        f"{word} in {column.width.pt:.0f} points"
        for slide in opened(blob).slides
        for shape in shapes_of(slide)
        if shape.has_table
        for row in shape.table.rows
        for column, cell in zip(shape.table.columns, row.cells, strict=True)
        for paragraph in cell.text_frame.paragraphs
        for run in paragraph.runs
        for word in parts(run.text)
        if stand_in(word, bold=bool(run.font.bold)) * run.font.size.pt
        > column.width.pt - 2 * ACROSS
    ]


def of_names(root: Path, count: int) -> Library:
    """Made-up municipalities with real names, the long ones among them."""
    write_root(root, count)
    held = load(root).library
    named = zip(held.dossiers.items(), NAMES, strict=False)
    dossiers = {
        slug: one.model_copy(
            update={
                "municipality": one.municipality.model_copy(update={"name": LocalText(fi=name)})
            }
        )
        for (slug, one), name in named
    }
    return Library(dossiers=dossiers, themes=held.themes, source_texts=held.source_texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["cities", "mallikunta"])
def test_no_word_of_a_table_is_broken(name: str, language: str) -> None:
    """Kemijärvi stands on one line, in every table and language."""
    assert broken_words(made_of(name, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2, 4, 20])
def test_no_name_of_a_municipality_is_broken(tmp_path: Path, count: int, language: str) -> None:
    """In the first column, and at the head of a column of numbers."""
    held = of_names(tmp_path, count)
    whole = made(held, *held.dossiers, language=language, chosen=("elinvoima",))
    assert broken_words(pptx_bytes(whole, catalogue(language))) == []


def test_no_name_is_broken_alone() -> None:
    """Kemijärvi by itself."""
    whole = made(real(), "kemijarvi")
    assert broken_words(pptx_bytes(whole, catalogue("fi"))) == []


def test_stand_in_is_as_wide_as_is_reckoned() -> None:
    """No name is wider in the face that stands in than the room that its column has for it."""
    for word in (*NAMES, "2030", "Kommun", "Municipality", "Mallikunta", "strategiakaudella"):
        for bold in (False, True):
            wide = stand_in(word, bold=bold)
            assert wide <= STAND_IN * width_of(word, bold=bold), word


def test_room_is_kept_for_wider_words() -> None:
    """The column of the name has the signs of a wider face; the other its own."""
    table = Table("t", ("Kunta", "Strategia"), (("Kemijärvi", "pitkä nimi " * 9),))
    first = 9 * 1.37 + 3  # signs of the name, and of the padding
    second = 44 + 3  # the longest line of a cell
    assert column_shares(table, reserve=1.37)[0] == pytest.approx(first / (first + second))


def test_type_is_as_large_as_before_where_there_is_room() -> None:
    """The table of the two cities is not set smaller than it must be."""
    sizes = {
        run.font.size
        for slide in opened(made_of("cities", "fi")).slides
        for shape in shapes_of(slide)
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
        for paragraph in cell.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert sizes <= {Pt(size) for size in range(LEAST, MOST + 1)}
    assert Pt(MOST) in sizes
