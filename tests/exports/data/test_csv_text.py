"""Tables as CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.projects.projects import project_table
from components.analysis.sentences.sentence_table import sentence_table
from components.exports.data.csv_text import csv_bytes, excel_bytes, excel_rows
from tests.analysis.making import TODAY, fictional, real

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
CELLS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8
) | st.text('=+-@\t\r\n", ;äö', max_size=6)


def reopened(content: bytes, separator: str = ",") -> list[list[str]]:
    """The cells as the csv module reads them back, without the header."""
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=separator, strict=True))[1:]


def guarded(cell: str) -> str:
    """The cell with an apostrophe where a formula would begin."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_reopened_cells_are_the_same_and_none_is_a_formula(rows: list[tuple[str, str]]) -> None:
    """Every cell comes back letter by letter in both forms, a formula behind an apostrophe."""
    table = pd.DataFrame(rows, columns=["a", "b"], dtype=object)
    for found in (reopened(csv_bytes(table)), reopened(excel_bytes(table), ";")):
        assert not any(cell.startswith(FORMULA) for row in found for cell in row)
        assert found == [[guarded(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("words", ["Painotamme:\n- koulua\n- kirjastoa", "eka;=1+1", "a; -5 %"])
def test_official_words_stand_as_they_are(words: str) -> None:
    """Inside a cell nothing is guarded: a list keeps its lines, a sentence its signs."""
    table = pd.DataFrame({"a": [words]})
    assert reopened(csv_bytes(table)) == [[words]]
    assert reopened(excel_bytes(table), ";") == [[words]]


def test_finnish_excel_opens_numbers_and_letters_right() -> None:
    """A byte order mark, semicolons and decimal commas; text is never rewritten."""
    table = pd.DataFrame({"Väki": ["1.5; ö"], "b": [Decimal("-0.3")], "c": [12.25], "d": [None]})
    assert excel_bytes(table) == '\ufeffVäki;b;c;d\r\n"1.5; ö";-0,3;12,25;\r\n'.encode()


def test_copied_rows_keep_their_numbers_and_lose_their_formulas() -> None:
    """A negative value of a table stays a number; a note that is a formula does not stay one."""
    rows = [["value", "note"], ["-0.3", "=1+1, x"], ["-0.3x", "ä\nö"]]
    assert reopened(excel_rows(rows), ";") == [["-0,3", "'=1+1, x"], ["'-0.3x", "ä\nö"]]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (Decimal("-0.3"), "-0.3"),
        (("ilmasto", "talous"), "ilmasto talous"),
        (("=1", "x"), "'=1 x"),
        ((), ""),
    ],
)
def test_cells_that_are_not_text(value: object, cell: str) -> None:
    """A number stays a number, what is not known stays empty, a list is joined by blanks."""
    table = pd.DataFrame({"a": [value], "b": ["x"]}, dtype=object)
    assert reopened(csv_bytes(table)) == [[cell, "x"]]


def test_byte_order_mark_and_header() -> None:
    """Excel reads ä and ö only behind a byte order mark; an empty table keeps its header."""
    content = csv_bytes(pd.DataFrame(columns=["Väki", "b"]))
    assert content == "\ufeffVäki,b\r\n".encode()


def test_tables_that_can_be_downloaded_reopen_whole() -> None:
    """The sentences and projects of all municipalities reopen with all their rows and columns."""
    for held in (real(), fictional()):
        slugs = list(held.dossiers)
        for table in (sentence_table(held, slugs), project_table(held, slugs, TODAY)):
            found = reopened(csv_bytes(table))
            assert len(found) == len(table)
            assert {len(row) for row in found} == {len(table.columns)}
