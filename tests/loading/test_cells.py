"""Cells as spreadsheets write them: one meaning is read, two or none are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.loading.cells import column_kinds, decimal_marks, meanings
from components.model.tables import Observation, Outcome, ProjectFunding, RegionMunicipality

NO_MARKS = frozenset[str]()
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
NUMBERS = st.decimals(-(10**9), 10**9, places=2)


def meant(kind: str, cell: str, marks: str = "", separator: str = ",") -> list[str]:
    """What the cell can mean in a column with these decimal marks."""
    return meanings(kind, cell, frozenset(marks), separator)


@given(NUMBERS, st.sampled_from(["", " ", "\xa0", "\u202f"]), st.sampled_from([",", ";", "\t"]))
def test_a_number_in_the_finnish_form_is_the_same_number(
    number: Decimal, blank: str, separator: str
) -> None:
    """Blanks between thousands, a decimal comma, a minus and full-width digits change none."""
    written = f"{number:,}".replace(",", blank).replace(".", ",")
    for cell in (written, written.replace("-", "\N{MINUS SIGN}"), written.translate(FULL_WIDTH)):
        (read,) = meant("number", cell, separator=separator)
        assert Decimal(read) == number


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(",."))
def test_three_digits_after_a_mark_may_be_thousands(whole: int, part: int, mark: str) -> None:
    """Both meanings are told, each so that writing it leaves no doubt; the column can decide."""
    cell = f"{whole}{mark}{part:03}"
    first, second = meant("number", cell, separator=";")
    assert (Decimal(first), int(second)) == (Decimal(f"{whole}.{part:03}"), whole * 1000 + part)
    assert meant("number", first, separator=";") == [first]
    assert meant("number", cell, mark, ";") == [f"{whole}.{part:03}"]
    assert len(meant("number", cell, ",.", ";")) == 2


def test_a_point_between_commas_is_the_plain_form() -> None:
    """A table of ours has decimal points, unless its column has decimal commas."""
    assert meant("number", "1.203") == ["1.203"]
    assert meant("number", "1.203", ".") == ["1.203"]
    assert meant("number", "1.203", ",") == ["1.2030", "1203"]
    assert meant("number", "1,203", ".") == ["1.2030", "1203"]


def test_decimal_marks_are_told_by_cells_without_doubt() -> None:
    """1,203 tells nothing; 2,5 and 1.203,5 tell of a comma, 1,203.5 of a point."""
    assert decimal_marks(["1,203", "7", "x"]) == NO_MARKS
    assert decimal_marks(["2,5"]) == decimal_marks(["1.203,5"]) == {","}
    assert decimal_marks(["1,203.5", "0,5"]) == {",", "."}


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_in_the_finnish_form_is_the_same_day(day: date) -> None:
    """With or without zeros or midnight, and year first."""
    forms = [f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}", f"{day} 00:00:00"]
    for cell in [*forms, f"{day:%Y/%m/%d}", f"{day:%d.%m.%Y}".translate(FULL_WIDTH)]:
        assert meant("day", cell) == meant("moment", cell) == [day.isoformat()]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_between_strokes_has_as_many_meanings_as_the_calendar_gives(day: date) -> None:
    """4/12 is told as two days, 25/12 and 4/4 are read."""
    found = meant("day", f"{day.day}/{day.month}/{day.year}")
    assert day.isoformat() in found
    assert len(found) == (2 if day.day <= 12 and day.day != day.month else 1)


@pytest.mark.parametrize(
    ("kind", "cell", "read"),
    [
        ("whole", "2023.0", "2023"),
        ("whole", "2023,00", "2023"),
        ("whole", "2 023", "2023"),
        ("whole", "1.203", "1203"),
        ("number", "1,234,567", "1234567"),
        ("number", "+5", "5"),
        ("code", "47", "047"),
        ("code", "5.0", "005"),
        ("own_code", "998.0", "998"),
        ("moment", "2023.0", "2023"),
        ("moment", "8/2023", "2023-08"),
    ],
)
def test_what_has_one_meaning(kind: str, cell: str, read: str) -> None:
    """Forms that spreadsheets and pandas write."""
    assert meant(kind, cell) == [read]


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("whole", "2023.5"),
        *(
            ("number", cell)
            for cell in ("1_203", "1e3", "½", "10²", "12 34", "5 %", "", "1 203 4")
        ),
        *(("day", cell) for cell in ("31.2.2023", "4.12.23", "45264", "12.31.2023", "1.2-2023")),
        ("code", "0998"),
        ("own_code", "47"),
        ("moment", "kevät 2023"),
    ],
)
def test_what_has_no_meaning(kind: str, cell: str) -> None:
    """Nothing is guessed: half a year, two-digit years, days of a spreadsheet's own count."""
    assert meant(kind, cell) == []


def test_columns_are_read_by_what_their_records_hold() -> None:
    """A code that names a municipality may have lost its zero; the list itself may not."""
    assert column_kinds(Observation) == {
        "municipality_code": "code",
        "year": "whole",
        "value": "number",
        "retrieved": "day",
    }
    assert column_kinds(Outcome)["date"] == "day"
    assert column_kinds(ProjectFunding)["start"] == "moment"
    assert column_kinds(RegionMunicipality)["code"] == "own_code"
