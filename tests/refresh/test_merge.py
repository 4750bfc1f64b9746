"""Figures laid over the rows of the file: what changes, what stays, and where new rows go."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from components.refresh.figures import Figure, Origin
from components.refresh.merge import Merged, merged
from components.refresh.observations_file import read_observations
from tests.refresh.samples import HEADER, write_rows

ORIGIN = Origin("malli-1", "Mallitilasto 1", "Mallivirasto", "https://tilasto.example/1")
FRESH = "malli-1-2026-11-23"
OLD = "keksitty"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty root."""
    (tmp_path / "data").mkdir()
    return tmp_path


def figure(code: str, indicator: str, year: int, value: str) -> Figure:
    """A figure of the sample source."""
    return Figure(code, indicator, year, Decimal(value), ORIGIN)


def laid(root: Path, *figures: tuple[str, str, int, str]) -> Merged:
    """The figures laid over the file of the root."""
    return merged(read_observations(root), [figure(*each) for each in figures], {ORIGIN: FRESH})


def test_what_changes_and_what_stays(root: Path) -> None:
    """An equal value leaves its row as it is, another one is replaced, a new one is added."""
    write_rows(
        root,
        HEADER,
        f"999,population,2023,6221,{OLD}",
        f"999,population,2024,6214.0,{OLD}",
        f"999,rate,2024,70.3,{OLD}",
    )
    result = laid(
        root,
        ("999", "population", 2023, "6220"),
        ("999", "population", 2024, "6214"),
        ("999", "rate", 2024, "70.30"),
        ("999", "population", 2025, "6200"),
    )
    assert result.text.splitlines() == [
        HEADER,
        f"999,population,2023,6220,{FRESH}",
        f"999,population,2024,6214.0,{OLD}",
        f"999,population,2025,6200,{FRESH}",
        f"999,rate,2024,70.3,{OLD}",
    ]
    assert [(change.figure.year, change.old) for change in result.changed] == [(2023, "6221")]
    assert [change.figure.year for change in result.added] == [2025]
    assert (result.unchanged, result.kept) == (2, ())


def test_new_rows_stand_where_they_belong(root: Path) -> None:
    """By municipality, then in the file's own order of indicators, then by year."""
    write_rows(
        root,
        HEADER,
        f"100,rate,2024,1,{OLD}",
        f"100,population,2024,2,{OLD}",
        f"100,loans,2024,15,{OLD}",
        f"300,rate,2024,3,{OLD}",
        f"300,rate,2026,4,{OLD}",
        f"300,loans,2024,16,{OLD}",
    )
    result = laid(
        root,
        ("300", "rate", 2025, "5"),
        ("300", "rate", 2020, "6"),
        ("300", "new", 2024, "7"),
        ("300", "population", 2024, "8"),
        ("100", "rate", 2025, "9"),
        ("200", "population", 2024, "10"),
        ("200", "rate", 2025, "11"),
        ("200", "rate", 2024, "12"),
        ("050", "rate", 2024, "13"),
        ("400", "rate", 2024, "14"),
    )
    assert [row.split(",")[:4] for row in result.text.splitlines()[1:]] == [
        ["050", "rate", "2024", "13"],
        ["100", "rate", "2024", "1"],
        ["100", "rate", "2025", "9"],
        ["100", "population", "2024", "2"],
        ["100", "loans", "2024", "15"],
        ["200", "rate", "2024", "12"],
        ["200", "rate", "2025", "11"],
        ["200", "population", "2024", "10"],
        ["300", "rate", "2020", "6"],
        ["300", "rate", "2024", "3"],
        ["300", "rate", "2025", "5"],
        ["300", "rate", "2026", "4"],
        ["300", "population", "2024", "8"],
        ["300", "loans", "2024", "16"],
        ["300", "new", "2024", "7"],
        ["400", "rate", "2024", "14"],
    ]


def test_rows_that_are_not_sorted_keep_their_order(root: Path) -> None:
    """A row that stands out of turn stays there and draws no new row after it."""
    write_rows(
        root,
        HEADER,
        f"999,population,2024,1,{OLD}",
        f"100,population,2024,2,{OLD}",
        f"999,population,2010,3,{OLD}",
    )
    result = laid(root, ("100", "population", 2025, "4"), ("999", "population", 2025, "5"))
    assert [row.split(",")[:3] for row in result.text.splitlines()[1:]] == [
        ["999", "population", "2024"],
        ["100", "population", "2024"],
        ["100", "population", "2025"],
        ["999", "population", "2010"],
        ["999", "population", "2025"],
    ]


def test_a_file_of_a_header_only(root: Path) -> None:
    """The first rows of all are sorted too."""
    write_rows(root, HEADER)
    result = laid(root, ("999", "rate", 2025, "2"), ("100", "rate", 2025, "1"))
    assert [row.split(",")[0] for row in result.text.splitlines()[1:]] == ["100", "999"]


def test_rows_are_kept_as_they_are_written(root: Path) -> None:
    """Quotes, empty lines, line ends and the mark at the beginning are no business of ours."""
    raw = (
        f"\ufeff{HEADER},note\r\n"
        f'"999","population",2023,6221,keksitty,"a, ""b"""\r\n'
        "\r\n"
        f'999,population,2024,6214,keksitty,"two\nlines"\n'
        "999,rate,2024,1,keksitty,"
    )
    (root / "data/observations.csv").write_bytes(raw.encode())
    result = laid(root, ("999", "population", 2025, "6200"))
    before, _, last = raw.removeprefix("\ufeff").rpartition("\n")
    assert result.text == f"{before}\n999,population,2025,6200,{FRESH},\r\n{last}\r\n"


def test_an_empty_line_gets_no_cells(root: Path) -> None:
    """An empty line is no row, and stays as it is."""
    write_rows(root, HEADER, "", f"999,population,2024,6213,{OLD}")
    assert laid(root).text == f"{HEADER}\n\n999,population,2024,6213,{OLD}\n"


def test_columns_may_stand_in_any_order(root: Path) -> None:
    """A row is written by the names of the file's columns."""
    write_rows(
        root,
        "year,value,kind,dataset,indicator,municipality_code",
        "2024,6214,actual,keksitty,population,999",
    )
    result = laid(root, ("999", "population", 2024, "6213"), ("999", "population", 2025, "6200"))
    assert result.text.splitlines() == [
        "year,value,kind,dataset,indicator,municipality_code",
        f"2024,6213,actual,{FRESH},population,999",
        f"2025,6200,,{FRESH},population,999",
    ]


def test_other_kinds_of_values_are_other_rows(root: Path) -> None:
    """A budgeted or approximate value of the same year stays beside the measured one."""
    write_rows(
        root,
        f"{HEADER},kind",
        f"999,population,2025,6300,{OLD},budget",
        f"999,population,2026,6350,{OLD},decided",
    )
    result = laid(root, ("999", "population", 2025, "6200"))
    assert [row.split(",")[2:4] for row in result.text.splitlines()[1:]] == [
        ["2025", "6300"],
        ["2025", "6200"],
        ["2026", "6350"],
    ]
    assert len(result.added) == 1


@pytest.mark.parametrize("column", ["unit", "variant"])
def test_another_measure_is_not_overwritten(root: Path, column: str) -> None:
    """A row in a unit or by a definition of its own is not what the service measures."""
    write_rows(root, f"{HEADER},{column}", f"999,rate,2024,70.3,{OLD},oma")
    result = laid(root, ("999", "rate", 2024, "71.0"))
    assert result.text.splitlines()[1] == f"999,rate,2024,70.3,{OLD},oma"
    assert [(kept.old, kept.own) for kept in result.kept] == [("70.3", f"{column} 'oma'")]
    assert (result.added, result.changed) == ((), ())


@pytest.mark.parametrize(
    ("value", "written"),
    [("1E+2", "100"), ("68.10", "68.10"), ("-0.3", "-0.3"), ("1e-7", "0.0000001")],
    ids=["exponent", "zero", "negative", "small"],
)
def test_values_are_written_in_full(value: str, written: str) -> None:
    """No exponent and no digit more or less than was given."""
    assert figure("999", "rate", 2024, value).written == written
