"""Series of values: gaps, breaks, budgets, values per resident."""

from __future__ import annotations

from decimal import Decimal

from components.analysis.indicators.series import breaks_between, series_of
from tests.analysis.making import real
from tests.analysis.measured import BREAK, EACH_THOUSAND, definition, library, observation


def years_of_runs(*rows: object, **values: object) -> list[list[int]]:
    """The years of each run of a series made of these rows."""
    held = library(rows, luku=definition(**values))  # type: ignore[arg-type]
    return [[value.year for value in run] for run in series_of(held, "eka", "luku").runs]


def test_a_missing_year_ends_a_run() -> None:
    """A line never goes across a year that nobody measured."""
    rows = [observation(year, "1") for year in (2019, 2020, 2022, 2023)]
    assert years_of_runs(*rows) == [[2019, 2020], [2022, 2023]]


def test_a_break_ends_a_run() -> None:
    """A line never goes across a break of the series: its year begins the new one."""
    rows = [observation(year, "1") for year in (2021, 2022, 2023, 2024)]
    assert years_of_runs(*rows, breaks=(BREAK,)) == [[2021, 2022], [2023, 2024]]


def test_another_unit_or_definition_ends_a_run() -> None:
    """Values of another unit or another definition of the statistic stand apart."""
    rows = [
        observation(2020, "1"),
        observation(2021, "1", variant="18–64"),
        observation(2022, "1", variant="18–64", unit="‰"),
    ]
    assert years_of_runs(*rows) == [[2020], [2021], [2022]]


def test_budgets_are_no_part_of_the_line() -> None:
    """What was budgeted is kept apart from what was measured."""
    held = library([observation(2022, "185"), observation(2023, "68.2", kind="budget")])
    series = series_of(held, "eka", "luku")
    assert [value.year for value in series.values] == [2022]
    assert [value.value for value in series.planned] == [Decimal("68.2")]


def test_without_values_there_is_no_newest() -> None:
    """An indicator that nobody measured has an empty series."""
    series = series_of(library([]), "eka", "luku")
    assert (series.latest, series.runs, series.comparable, series.of_year(2020)) == (
        None,
        (),
        (),
        None,
    )


def test_comparable_values_are_those_since_the_break() -> None:
    """Only what no break, unit or definition parts from the newest value is held against it."""
    rows = [observation(year, "1") for year in (2021, 2022, 2023, 2025)]
    series = series_of(library(rows, luku=definition(breaks=(BREAK,))), "eka", "luku")
    assert [value.year for value in series.comparable] == [2023, 2025]


def test_per_resident_divides_by_the_residents_of_the_year() -> None:
    """Forty of eight thousand is five in a thousand; a year without population is named."""
    held = library(
        [
            observation(2020, "40"),
            observation(2021, "40"),
            observation(2022, "40"),
            observation(2020, "8000", indicator="population"),
            observation(2022, "0", indicator="population"),
            observation(2021, "8000", indicator="population", kind="budget"),
        ],
        luku=definition(per_resident=EACH_THOUSAND, decimals=0),
        population=definition(decimals=0),
    )
    series = series_of(held, "eka", "luku", per_resident=True)
    assert [(value.year, value.value) for value in series.values] == [(2020, Decimal(5))]
    assert series.values[0].residents is not None
    assert series.values[0].residents.value == Decimal(8000)
    assert series.left_out == (2021, 2022)
    assert (series.per_resident, series.decimals) == (True, 1)
    plain = series_of(held, "eka", "luku")
    assert (plain.per_resident, plain.decimals, len(plain.values)) == (False, 0, 3)


def test_what_is_a_share_already_is_not_divided() -> None:
    """An indicator that names no way per resident is shown as it is."""
    held = library([observation(2020, "40")], population=definition())
    assert not series_of(held, "eka", "luku", per_resident=True).per_resident


def test_breaks_lie_between_in_both_directions() -> None:
    """A break of 2023 parts 2022 from 2023, whichever is named first, and nothing after it."""
    held = definition(breaks=(BREAK,))
    assert list(breaks_between(held, 2022, 2023)) == [BREAK]
    assert list(breaks_between(held, 2023, 2022)) == [BREAK]
    assert list(breaks_between(held, 2023, 2024)) == []


def test_real_population_has_its_gap() -> None:
    """Population is held for 2000–2022 and 2025, so its line stops in 2022 (figures README)."""
    runs = series_of(real(), "kemi", "population").runs
    assert [(run[0].year, run[-1].year) for run in runs] == [(2000, 2022), (2025, 2025)]


def test_kind_says_which_value_of_a_year_counts() -> None:
    """Actual before decided before approximate, in any order; a budget stands apart."""
    rows = [
        observation(2024, "67", kind="approximate"),
        observation(2024, "71"),
        observation(2024, "70", kind="decided"),
        observation(2024, "69", kind="budget"),
        observation(2025, "66", kind="approximate"),
        observation(2025, "68", kind="decided"),
    ]
    for ordered in (rows, rows[::-1]):
        series = series_of(library(ordered), "eka", "luku")
        assert [(value.year, value.value) for value in series.values] == [
            (2024, Decimal(71)),
            (2025, Decimal(68)),
        ]
        assert [value.value for value in series.planned] == [Decimal(69)]


def test_residents_of_a_year_are_the_final_number() -> None:
    """An estimate of the population divides nothing where the final number is known."""
    people = [
        observation(2024, "1000", indicator="population"),
        observation(2024, "2000", indicator="population", kind="approximate"),
    ]
    for ordered in (people, people[::-1]):
        held = library(
            [observation(2024, "5"), *ordered],
            luku=definition(per_resident=EACH_THOUSAND),
            population=definition(),
        )
        (value,) = series_of(held, "eka", "luku", per_resident=True).values
        assert value.value == Decimal(5)
