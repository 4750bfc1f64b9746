"""Tables: every row a record, every fault at its cell."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.loading.sheets import Line
from components.loading.tables import Numbered, read_table
from components.model import Dataset, Observation, RegionMunicipality
from tests.loading.roots import Told

HEADER = "municipality_code,indicator,year,value,unit,dataset\n"
ROW = "998,population,2024,1198,lähde,d\n"
DATASETS = {"d": Dataset(title="Lähde", publisher="p", licence="CC0")}
CELLS = st.lists(st.text('aä😀,"\n\r ;', max_size=6), min_size=1, max_size=6)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table that is not there yet."""
    return tmp_path / "table.csv"


def read(path: Path, text: str | bytes) -> tuple[list[Numbered[Observation]], Told]:
    """The rows of a table of observations and what was told of it."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    told = Told()
    return read_table(path, Observation, DATASETS, told.report), told


@given(CELLS, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), st.data())
def test_every_cell_is_found_where_it_begins(
    cells: list[str], quoting: int, data: st.DataObject
) -> None:
    """However cells are quoted and whatever lines they run over, their first sign is found."""
    number = data.draw(st.integers(0, len(cells) - 1))

    def written(some: list[str]) -> str:
        into = io.StringIO(newline="")
        csv.writer(into, quoting=quoting, lineterminator="").writerow(some)  # type: ignore[arg-type]
        return into.getvalue()

    before = written([*cells[:number], ""])
    before = before.removesuffix('""') if quoting == csv.QUOTE_ALL or number == 0 else before
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line = Line(7, cells, written(cells) + "\n")
    assert line.place(number) == (7 + len(lines) - 1, len(lines[-1]) + 1)


def test_quote_inside_a_plain_cell_is_a_sign_like_others() -> None:
    """Only a cell that begins with a quotation mark is quoted."""
    assert Line(1, ['a"b', "c"], 'a"b,c\n').place(1) == (1, 5)


def test_rows_are_records(path: Path) -> None:
    """Numbers are read from their text, and an empty cell is nothing."""
    rows, told = read(path, HEADER.replace("dataset", "dataset,variant") + ROW.strip() + ",\n")
    assert told.codes == []
    assert rows[0].row.value == Decimal(1198)
    assert rows[0].row.year == 2024
    assert rows[0].row.variant is None


def test_a_dataset_tells_where_its_rows_come_from(path: Path) -> None:
    """Title, address and licence are told once, and stand in every row that names the dataset."""
    (row,), _ = read(path, HEADER + ROW)
    assert (row.row.source_title, row.row.source_url, row.row.licence) == ("Lähde", None, "CC0")


def test_a_row_of_an_unknown_dataset_has_its_other_faults_told(path: Path) -> None:
    """The row is left out, with all that is wrong with it."""
    rows, told = read(path, HEADER + ROW.replace(",d", ",x").replace("1198", "?"))
    assert rows == []
    assert told.codes == [(2, 21, "csv-number"), (2, 29, "unknown-dataset")]


def test_without_datasets_rows_are_left_out_in_silence(path: Path) -> None:
    """The file that is broken has its own problem."""
    path.write_text(HEADER + ROW, encoding="utf-8")
    told = Told()
    assert read_table(path, Observation, None, told.report) == []
    assert told.codes == []


def test_code_keeps_its_zero(path: Path) -> None:
    """047 of a table is the text 047."""
    rows, _ = read(path, HEADER + ROW.replace("998", "047"))
    assert rows[0].row.municipality_code == "047"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(path: Path, end: str) -> None:
    """Line ends and the byte order mark of a spreadsheet move no place."""
    text = (HEADER + "\n" + ROW + ROW.replace("2024", "x")).replace("\n", end)
    rows, told = read(path, b"\xef\xbb\xbf" + text.encode())
    assert [row.place("year") for row in rows] == [(3, 16)]
    assert told.codes == [(4, 16, "csv-number")]


def test_rows_after_a_broken_one_are_read(path: Path) -> None:
    """One row hides no other, and each fault of a row is told."""
    bad = "9x,Väki,1700,paljon,lähde,d\n"
    rows, told = read(path, HEADER + bad + ROW + "998,x\n")
    assert [row.row.year for row in rows] == [2024]
    assert told.codes == [
        (2, 1, "bad-form"),
        (2, 4, "bad-form"),
        (2, 9, "out-of-range"),
        (2, 14, "csv-number"),
        (4, 1, "csv-row-length"),
    ]


def test_row_after_a_long_one_is_at_its_own_line(path: Path) -> None:
    """A cell with line breaks moves the rows below it."""
    text = HEADER + ROW.replace("lähde", '"eka\ntoka\n\nviides"') + ROW.replace("1198", "?")
    _, told = read(path, text)
    assert told.codes == [(6, 21, "csv-number")]


@pytest.mark.parametrize("value", ["1,5", "1e3", "1_203", "Infinity", "nan", "9" * 5000, "½"])
def test_what_is_no_number(path: Path, value: str) -> None:
    """Half a year, an exponent, infinity or five thousand digits of a year are no number."""
    _, told = read(path, HEADER + f'998,population,"{value}",1,lähde,d\n')
    assert told.codes == [(2, 16, "csv-number")]


def test_repeated_row_names_the_first(path: Path) -> None:
    """The key of a row may stand once; the first one is kept."""
    rows, told = read(path, HEADER + ROW + ROW.replace("1198", "5"))
    assert [row.row.value for row in rows] == [Decimal(1198)]
    assert told.codes == [(3, 1, "duplicate-row")]
    assert told.problems[0].values == {"found": "998, population, 2024, actual", "line": "2"}


def test_every_fault_of_a_header_is_told(path: Path) -> None:
    """Unknown, repeated and missing columns are told at once, and no row is read."""
    rows, told = read(path, "municipality_code,indicator,indicator,extra,datset\n" + ROW)
    assert rows == []
    assert told.codes == [
        (1, 1, "missing-key"),
        (1, 1, "missing-key"),
        (1, 29, "duplicate-key"),
        (1, 39, "csv-column"),
        (1, 45, "csv-column"),
    ]
    assert [each.values.get("key") for each in told.problems[:2]] == ["year", "value"]
    assert told.problems[-1].values["guess"] == "dataset"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", (1, 1, "empty")),
        (" \n\n", (1, 1, "empty")),
        (HEADER.replace(",", ":"), (1, 1, "csv-column")),
        (",,,\n", (1, 1, "empty")),
        ('"municipality_code', (1, 1, "syntax")),
        (HEADER + ROW + '\n"998', (4, 1, "syntax")),
        (HEADER + "x" * 140_000, (2, 1, "syntax")),
    ],
    ids=["empty", "blank", "colons", "cells", "header", "row", "long cell"],
)
def test_table_that_cannot_be_read(path: Path, text: str, code: tuple[int, int, str]) -> None:
    """One fault of the whole table is one problem."""
    _, told = read(path, text)
    assert told.codes == [code]


def test_header_alone_is_sound(path: Path) -> None:
    """A table may have no rows yet."""
    rows, told = read(path, HEADER)
    assert rows == []
    assert told.codes == []


def test_missing_table_is_told(path: Path) -> None:
    """A table that is not there is a problem of its own."""
    told = Told()
    assert read_table(path, RegionMunicipality, {}, told.report) == []
    assert told.codes == [(1, 1, "missing-file")]


@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("directive", [0, 1])
def test_however_a_spreadsheet_saves_a_table_its_rows_are_the_same(
    path: Path, separator: str, encoding: str, directive: int
) -> None:
    """Separator, letters, a line sep=, rows and columns of nothing: the row is what it was."""
    table = (HEADER + ROW).replace("\n", ",,\n") + ",,,,,,,\n"
    text = f"sep={separator}\n" * directive + table.replace(",", separator)
    rows, told = read(path, text.encode(encoding))
    assert [row.row.unit for row in rows] == ["lähde"]
    assert rows[0].place("value") == (2 + directive, 21)
    assert told.codes == []


@given(st.binary(max_size=40), st.sampled_from([";", "\t", ","]))
def test_no_bytes_make_the_reading_fail(tail: bytes, separator: str) -> None:
    """Whatever follows a header, there are rows or there is a problem."""
    with TemporaryDirectory() as folder:
        head = (HEADER + ROW).replace(",", separator).encode()
        rows, told = read(Path(folder) / "table.csv", head + tail)
    assert rows or told.codes


def test_letters_of_another_encoding_are_not_guessed_at(path: Path) -> None:
    """ä and ö of DOS and of an old Mac are other signs in cp1252: refused."""
    for encoding in ("cp850", "mac-roman", "cp1251"):
        word = "лес" if encoding == "cp1251" else "käyttö"
        rows, told = read(path, (HEADER + ROW.replace("lähde", word)).encode(encoding))
        assert (rows, [code for *_, code in told.codes]) == ([], ["not-utf-8"])


def test_what_was_read_is_told_once_a_column(path: Path) -> None:
    """A hundred sloppy cells are one note at the first of them, with their number."""
    sloppy = "".join(f"998,population,{year}.0,{year},,d\n" for year in range(1950, 2025))
    rows, told = read(path, HEADER + sloppy)
    assert len(rows) == 75
    (note,) = told.notes
    assert (note.line, note.column, note.code) == (2, 16, "table-cells")
    assert note.values == {"found": "1950.0", "read": "1950", "column": "year", "count": "75"}


def test_a_refused_cell_is_one_problem(path: Path) -> None:
    """A day or number of two meanings is not told again as missing."""
    rows, told = read(path, HEADER + ROW.replace("1198", '"1,198"').replace("2024", "x"))
    assert rows == []
    assert told.codes == [(2, 16, "csv-number"), (2, 18, "two-meanings")]


def test_the_plain_form_is_not_noted(path: Path) -> None:
    """Three decimals after a point are ours: nothing to tell."""
    rows, told = read(path, HEADER + ROW.replace("1198", "1.203"))
    assert [row.row.value for row in rows] == [Decimal("1.203")]
    assert told.notes == told.problems == []
