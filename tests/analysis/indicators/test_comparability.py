"""The gate before two values stand side by side."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from components.analysis.indicators.comparability import common_years, newest, side_by_side
from components.analysis.indicators.series import series_of
from components.model import Observation
from tests.analysis.making import real
from tests.analysis.measured import BREAK, EACH_THOUSAND, definition, library, observation


def other(year: int, value: str, **values: Any) -> Observation:  # noqa: ANN401 - any field
    """A value of the second municipality."""
    return observation(year, value, municipality_code="002", **values)


def test_like_values_have_a_difference() -> None:
    """The same year, unit and definition: the second less the first."""
    held = library([observation(2020, "68.0"), other(2020, "71.5")])
    found = newest(held, ["eka", "toka"], "luku")
    assert (found.obstacles, found.difference) == ((), Decimal("3.5"))


@pytest.mark.parametrize(
    ("rows", "obstacles"),
    [
        ([observation(2020, "1")], ("missing",)),
        ([observation(2020, "1"), other(2021, "1")], ("year",)),
        ([observation(2020, "1"), other(2020, "1", unit="‰")], ("unit",)),
        ([observation(2020, "1"), other(2020, "1", variant="18–64")], ("definition",)),
        ([observation(2022, "1"), other(2023, "1")], ("year", "break")),
        ([observation(2020, "1"), other(2020, "1", kind="approximate")], ("kind",)),
    ],
)
def test_what_differs_is_named_and_nothing_is_computed(
    rows: list[Observation], obstacles: tuple[str, ...]
) -> None:
    """Each obstacle is named, and then there is no difference."""
    found = newest(library(rows, luku=definition(breaks=(BREAK,))), ["eka", "toka"], "luku")
    assert (found.obstacles, found.difference) == (obstacles, None)


def test_a_value_per_resident_is_not_held_against_an_amount() -> None:
    """The denominator is compared too."""
    held = library(
        [
            observation(2020, "40"),
            observation(2020, "8000", indicator="population"),
            other(2020, "40"),
        ],
        luku=definition(per_resident=EACH_THOUSAND),
        population=definition(),
    )
    every = [
        series_of(held, "eka", "luku", per_resident=True),
        series_of(held, "toka", "luku"),
    ]
    assert side_by_side(every).obstacles == ("denominator",)


def test_of_three_there_is_no_one_difference() -> None:
    """A difference is of two; of one or three there is none."""
    held = library([observation(2020, "1"), other(2020, "1")])
    assert newest(held, ["eka"], "luku").difference is None


def test_small_counts_are_named() -> None:
    """A count under the limit of its indicator swings by chance, minus counts too."""
    held = library(
        [observation(2020, "-40"), other(2020, "140")], luku=definition(small_below=100)
    )
    assert newest(held, ["eka", "toka"], "luku").small == ("eka",)


def test_common_years_are_newest_first() -> None:
    """A year that all have can be looked at together."""
    held = library([observation(2019, "1"), observation(2020, "1"), other(2020, "2")])
    every = [series_of(held, slug, "luku") for slug in ("eka", "toka")]
    assert common_years(every) == [2020]
    assert side_by_side(every, 2020).difference == Decimal(1)
    assert side_by_side(every, 2019).obstacles == ("missing",)
    assert common_years([]) == []


def test_real_population_of_2025() -> None:
    """Kemi 19 339 and Kemijärvi 6 919 at the end of 2025, by the municipal key figures."""
    found = newest(real(), ["kemi", "kemijarvi"], "population")
    held = {slug: (value.year, value.value) for slug, value in found.values.items() if value}
    assert held == {"kemi": (2025, Decimal(19339)), "kemijarvi": (2025, Decimal(6919))}
    assert found.difference == Decimal(-12420)
