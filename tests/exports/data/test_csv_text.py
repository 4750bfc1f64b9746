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
from components.exports.data.csv_text import copied_bytes, csv_bytes
from tests.analysis.making import TODAY, fictional, real

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
CELLS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=8
) | st.text('=+-@\t\r\n", ;äö', max_size=6)
SPLITS = ";\t\r\n"


def reopened(content: bytes) -> list[list[str]]:
    """The cells as the csv module reads them back, without the header."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:]


def guarded(cell: str) -> str:
    """The cell with an apostrophe wherever a formula would begin in it or in a part of it."""
    signs = [
        f"'{sign}" if sign in "=+-@" and before in SPLITS else sign
        for before, sign in zip(f" {cell}", cell, strict=False)
    ]
    return ("'" if cell.startswith(FORMULA) else "") + "".join(signs)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_reopened_cells_are_the_same_and_none_is_a_formula(rows: list[tuple[str, str]]) -> None:
    """Every cell comes back letter by letter, a formula in it behind an apostrophe."""
    table = pd.DataFrame(rows, columns=["a", "b"], dtype=object)
    found = reopened(csv_bytes(table))
    assert not any(cell.startswith(FORMULA) for row in found for cell in row)
    assert found == [[guarded(cell) for cell in row] for row in rows]


def test_rows_split_at_semicolons_begin_no_formula() -> None:
    """A Finnish spreadsheet takes ; for the end of a cell: what comes after it is text too."""
    content = csv_bytes(pd.DataFrame({"a": ["eka;=1+1", "a; -5 %"], "b": ["x", "y"]}))
    assert content.decode("utf-8-sig").splitlines()[1:] == ["eka;'=1+1,x", "a; -5 %,y"]


def test_copied_file_keeps_its_numbers_and_loses_its_formulas() -> None:
    """A negative value of a table stays a number; a note that is a formula does not stay one."""
    text = 'value,note\n-0.3,"=1+1, x"\n-0.3x,"ä\nö"\n'
    assert reopened(copied_bytes(text)) == [["-0.3", "'=1+1, x"], ["'-0.3x", "ä\nö"]]


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
