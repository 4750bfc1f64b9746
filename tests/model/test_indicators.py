"""Numbers, targets and their order, and the rows of indicators in the order of the years."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from components.model import Indicator, Library, Observation, Point, RegionRange, Target
from components.model.indicators import read_number
from components.model.tables import ObservationKind

WHOLE_OR_FRACTION = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**9), 10**9, places=3, allow_nan=False).map(float),
)


@pytest.mark.parametrize(
    ("found", "number"),
    [
        (0, "0"),
        (-80, "-80"),
        (68.0, "68.0"),
        (0.1, "0.1"),
        (9.11, "9.11"),
        (-0.05, "-0.05"),
        (4979.2, "4979.2"),
        (10**17, "100000000000000000"),
        (Decimal("1.10"), "1.10"),
    ],
)
def test_number_is_the_decimal_that_was_written(found: object, number: str) -> None:
    """A tenth is a tenth and no binary fraction near it; its digits stay as they were."""
    assert str(read_number(found)) == number


@given(WHOLE_OR_FRACTION)
def test_number_is_shown_as_it_was_written(found: float) -> None:
    """What a file shows is what the record holds, digit for digit."""
    read = Point.model_validate({"date": 2029, "value": found}).value
    assert isinstance(read, Decimal)
    assert read == Decimal(str(found))


@pytest.mark.parametrize("found", [True, False, "68.0", "noin 68", None, (), {}])
def test_other_values_are_no_number(found: object) -> None:
    """Yes is not one, and a number in quotes is text."""
    with pytest.raises(PydanticCustomError, match="not a number"):
        read_number(found)
    with pytest.raises(pydantic.ValidationError, match="number_type"):
        Point.model_validate({"date": 2029, "value": found})


def target(**values: object) -> Target:
    """A target of 2030."""
    return Target.model_validate({"date": 2030, **values})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"low": 90},
        {"high": 100},
        {"low": 100, "high": 90},
        {"value": 95, "low": 90},
        {"value": 95, "high": 100},
        {"value": 95, "low": 90, "high": 100},
        {"value": 95, "low": 100, "high": 90},
    ],
    ids=str,
)
def test_target_in_another_form_is_refused(values: dict[str, object]) -> None:
    """Nothing at all, one end alone, ends the wrong way round, or a value and a band."""
    with pytest.raises(pydantic.ValidationError, match="target_form"):
        target(**values)


def test_target_is_a_value_or_a_band() -> None:
    """Zero is a value; a band may be as narrow as one number."""
    zero = target(value=0)
    assert (zero.value, zero.is_band) == (Decimal(0), False)
    band = target(low=90, high=100.5)
    assert (band.low, band.high, band.is_band) == (Decimal(90), Decimal("100.5"), True)
    assert target(low=95, high=95).is_band


def measure(*dates: object, baseline: object = None) -> Indicator:
    """An indicator with a target at each date."""
    values: dict[str, Any] = {"id": "m", "indicator": "x", "basis": "adopted"}
    if baseline is not None:
        values["baseline"] = {"date": baseline, "value": 1}
    values["targets"] = tuple({"date": date, "value": 2} for date in dates)
    return Indicator.model_validate(values)


@pytest.mark.parametrize(
    ("baseline", "dates"),
    [
        (None, []),
        (2021, []),
        (None, [2029]),
        (2021, [2029]),
        (2021, [2025, 2029]),
        ("2024-06", ["2024-07-01", 2024, "2025-01"]),
    ],
    ids=str,
)
def test_moments_in_order_are_kept(baseline: object, dates: list[object]) -> None:
    """A year stands for its last day, so a month before its end may come before it."""
    kept = measure(*dates, baseline=baseline)
    assert [each.date for each in kept.targets] == [str(date) for date in dates]


@pytest.mark.parametrize(
    ("baseline", "dates", "start", "end"),
    [
        (2029, [2029], "2029", "2029"),
        (2030, [2029], "2030", "2029"),
        (None, [2029, 2025], "2029", "2025"),
        (2021, [2025, 2025], "2025", "2025"),
        (2024, ["2024-06"], "2024", "2024-06"),
        (2024, ["2024-12-31"], "2024", "2024-12-31"),
    ],
    ids=str,
)
def test_target_that_is_not_later_is_refused(
    baseline: object, dates: list[object], start: str, end: str
) -> None:
    """The one before and the one that should be later are both named."""
    with pytest.raises(pydantic.ValidationError, match="target_order") as caught:
        measure(*dates, baseline=baseline)
    (fault,) = caught.value.errors()
    assert fault["ctx"] == {"start": start, "end": end}


def observation(
    year: int, value: int, kind: ObservationKind = "actual", code: str = "998", name: str = "luku"
) -> Observation:
    """One row of data/observations.csv."""
    return Observation(
        municipality_code=code,
        indicator=name,
        year=year,
        value=Decimal(value),
        kind=kind,
        source_title="lähde",
        licence="CC0",
    )


def test_observation_without_a_kind_was_measured() -> None:
    """An empty cell of the column means an actual value."""
    row = {
        "municipality_code": "998",
        "indicator": "luku",
        "year": "2023",
        "value": "9.11",
        "source_title": "lähde",
        "licence": "CC0",
    }
    read = Observation.model_validate(row, strict=False)
    assert (read.kind, read.unit, read.variant, read.retrieved) == ("actual", None, None, None)
    assert str(read.value) == "9.11"


def test_observations_are_in_the_order_of_the_years() -> None:
    """By municipality and indicator; rows of one year stay in the order of the file."""
    rows = (
        observation(2024, 4),
        observation(2022, 1),
        observation(2023, 3, "budget"),
        observation(2023, 2),
        observation(2020, 9, code="999"),
        observation(2020, 8, name="muu"),
    )
    found = Library({}, observations=rows).observations_of
    assert {key: [int(row.value) for row in rows] for key, rows in found.items()} == {
        ("998", "luku"): [1, 3, 2, 4],
        ("999", "luku"): [9],
        ("998", "muu"): [8],
    }


def test_ranges_are_in_the_order_of_the_years() -> None:
    """By indicator, whatever the order of the file."""
    rows = tuple(
        RegionRange(
            region="Lappi",
            indicator=name,
            year=year,
            municipalities=21,
            median=Decimal(2),
            low=Decimal(1),
            high=Decimal(3),
            source_title="lähde",
            licence="CC0",
        )
        for name, year in (("luku", 2024), ("muu", 2001), ("luku", 2020), ("luku", 2022))
    )
    found = Library({}, ranges=rows).ranges_of
    assert {name: [row.year for row in rows] for name, rows in found.items()} == {
        "luku": [2020, 2022, 2024],
        "muu": [2001],
    }


def test_empty_library_has_no_series() -> None:
    """Nothing is found, and nothing fails."""
    assert (Library({}).observations_of, Library({}).ranges_of) == ({}, {})


def test_target_larger_than_any_figure_is_refused() -> None:
    """A slip of the exponent is no target."""
    with pytest.raises(pydantic.ValidationError, match="less_than_equal"):
        target(value=1e300)
