"""Every indicator with its newest values side by side."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from components.analysis.indicators.indicator_rows import (
    Cell,
    IndicatorRow,
    indicator_rows,
    missing_years,
)
from components.analysis.indicators.indicator_table import COLUMNS, indicator_table
from components.analysis.indicators.series import series_of
from components.model import Library, Observation
from tests.analysis.making import TODAY, fictional, real
from tests.analysis.measured import (
    BREAK,
    EACH_THOUSAND,
    by,
    definition,
    indicator,
    library,
    observation,
    since,
)

BOTH = ("eka", "toka")


def other(year: int, value: str, **values: Any) -> Observation:  # noqa: ANN401 - any field
    """A value of the second municipality."""
    return observation(year, value, municipality_code="002", **values)


def only(held: Library, *slugs: str) -> IndicatorRow:
    """The one row of a library."""
    (row,) = indicator_rows(held, slugs or BOTH, TODAY)
    return row


def test_rows_are_what_anyone_follows_or_has_a_value_of() -> None:
    """A value, a budget or an indicator makes a row; a definition alone makes none."""
    assert indicator_rows(library([], tyhja=definition()), BOTH, TODAY) == ()
    budget = observation(2026, "1", kind="budget")
    for held in (
        library([observation(2020, "1")], tyhja=definition()),
        library([budget], tyhja=definition()),
        library([], indicator(), tyhja=definition()),
    ):
        assert [row.indicator for row in indicator_rows(held, BOTH, TODAY)] == ["luku"]
    assert indicator_rows(library([other(2020, "1")]), ("eka",), TODAY) == ()


def test_rows_stand_by_whose_choice_they_are() -> None:
    """The council's own first, then what is published elsewhere, then ours, then nobody's."""
    names = ("nimeton", "tulkinta", "julkaistu", "paatetty")
    held = library(
        [observation(2020, "1", indicator="nimeton")],
        indicator(id="a", indicator="tulkinta", basis="interpretation"),
        indicator(id="b", indicator="julkaistu", basis="announced"),
        indicator(id="c", indicator="paatetty", basis="interpretation"),
        indicator(id="d", indicator="paatetty", basis="adopted"),
        nimeton=definition(),
        tulkinta=definition(),
        julkaistu=definition(),
        paatetty=definition(),
    )
    rows = indicator_rows(held, BOTH, TODAY)
    assert [row.indicator for row in rows] == list(reversed(names))
    assert [row.basis for row in rows] == ["adopted", "announced", "interpretation", None]
    assert [row.one_basis for row in rows] == [False, True, True, False]
    assert [row.known for row in rows] == [0, 0, 0, 1]


def test_like_newest_values_are_compared_as_they_are() -> None:
    """The same newest year: the difference, and no older year beside it."""
    found = only(library([observation(2020, "68"), other(2020, "70.5")])).comparison
    assert found is not None
    assert (found.newest.difference, found.older, found.year) == (Decimal("2.5"), None, None)
    assert found.fair is found.newest


def test_unlike_years_offer_the_newest_common_one() -> None:
    """2021 against 2020: no difference of these, but of 2020, the newest that both have."""
    rows = [observation(year, "68") for year in (2019, 2020, 2021)]
    found = only(library([*rows, other(2019, "60"), other(2020, "70")])).comparison
    assert found is not None
    assert (found.newest.obstacles, found.newest.difference) == (("year",), None)
    assert (found.year, found.fair) == (2020, found.older)
    assert found.older is not None
    assert found.older.difference == 2


def test_common_year_that_is_unlike_is_passed_over() -> None:
    """A common year in which a definition differs is no common ground; an older one may be."""
    rows = [observation(2020, "1", variant="18–64"), observation(2021, "1"), other(2020, "1")]
    found = only(library(rows)).comparison
    assert found is not None
    assert (found.older, found.year, found.fair) == (None, None, None)
    older = only(library([*rows, observation(2019, "1"), other(2019, "3")])).comparison
    assert older is not None
    assert older.year == 2019


def test_counts_are_compared_by_resident() -> None:
    """40 of 8 000 against 40 of 2 000: 5 and 20 a thousand, not 40 and 40."""
    held = library(
        [
            observation(2020, "40"),
            other(2020, "40"),
            observation(2020, "8000", indicator="population"),
            other(2020, "2000", indicator="population"),
        ],
        luku=definition(per_resident=EACH_THOUSAND),
        population=definition(),
    )
    found = indicator_rows(held, BOTH, TODAY)[0].comparison
    assert found is not None
    assert found.per_resident
    assert found.newest.difference == 15


def test_one_alone_is_compared_with_nobody() -> None:
    """A single municipality has no comparison."""
    assert only(library([observation(2020, "1")]), "eka").comparison is None


def test_small_counts_are_marked() -> None:
    """A newest value under the limit of its definition is small, one at it is not."""
    rows = [observation(2020, "9"), other(2020, "10")]
    cells = only(library(rows, luku=definition(small_below=10))).cells
    assert [cell.small for cell in cells.values()] == [True, False]


@pytest.mark.parametrize(
    ("years", "spans"),
    [
        ((), []),
        ((2020,), []),
        ((2020, 2021), []),
        ((2017, 2019, 2020, 2023), [(2018, 2018), (2021, 2022)]),
    ],
)
def test_missing_years_are_those_between(
    years: tuple[int, ...], spans: list[tuple[int, int]]
) -> None:
    """Only years between the first and the last value are missing, told as spans."""
    held = library([observation(year, "1") for year in years])
    assert missing_years(series_of(held, "eka", "luku")) == spans


def test_a_view_is_made_once() -> None:
    """The same municipalities of the same library on the same day: the same rows."""
    held = library([observation(2020, "1")])
    assert indicator_rows(held, BOTH, TODAY) is indicator_rows(held, BOTH, TODAY)
    assert indicator_rows(held, ("toka", "eka"), TODAY) is not indicator_rows(held, BOTH, TODAY)


def test_real_rows_compare_only_what_is_alike() -> None:
    """Of Kemi and Kemijärvi no difference is told across years, and every value keeps its year."""
    for row in indicator_rows(real(), ("kemi", "kemijarvi"), TODAY):
        assert row.comparison is not None
        values = [cell.value for cell in row.cells.values()]
        years = {value.year for value in values if value}
        if len(years) > 1 or None in values:
            assert row.comparison.newest.difference is None, row.indicator


def test_table_has_every_value_with_its_source() -> None:
    """A row a value, budgets too, with the basis and, per resident, what it was divided by."""
    held = library(
        [
            observation(2022, "40"),
            observation(2023, "50", kind="budget"),
            observation(2022, "8000", indicator="population"),
        ],
        indicator(basis="interpretation"),
        luku=definition(per_resident=EACH_THOUSAND, breaks=(BREAK,)),
        population=definition(),
    )
    rows = {row.indicator: row for row in indicator_rows(held, ("eka",), TODAY)}
    table = indicator_table(rows["luku"].cells.values())
    assert list(table.columns) == list(COLUMNS)
    assert list(table["value"]) == [40, 50]
    assert list(table["kind"]) == ["actual", "budget"]
    assert list(table["basis"]) == ["interpretation"] * 2
    assert list(table["source_title"]) == ["Taulu"] * 2
    assert table["per_resident"].isna().all()
    each = series_of(held, "eka", "luku", per_resident=True)
    divided = indicator_table([Cell(each, ())])
    assert (list(divided["per_resident"]), list(divided["residents"])) == ([5], [8000])
    plain = indicator_table(rows["population"].cells.values())
    assert plain["basis"].isna().all()


def test_table_of_mallikunta_holds_all_its_observations() -> None:
    """No value of the library is left out of the table that is downloaded."""
    held = fictional()
    cells = [c for row in indicator_rows(held, ("mallikunta",), TODAY) for c in row.cells.values()]
    own = [row for row in held.observations if row.municipality_code == "999"]
    assert len(indicator_table(cells)) == len(own)


def test_since_and_by_make_a_target() -> None:
    """An indicator with a baseline and a target is a row of its own state, value or not."""
    held = library([], indicator(baseline=since(2020, "1"), targets=(by(2030, "2"),)))
    (item,) = only(held, "eka").cells["eka"].progresses
    assert item.state == "no_data"
