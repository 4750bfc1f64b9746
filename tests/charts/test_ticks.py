"""Round numbers and years for the axes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.ticks import number_ticks, tick_decimals, year_ticks


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 10, [0, 2.5, 5, 7.5, 10]),
        (53.2, 68.9, [55, 60, 65]),
        (-400, 120, [-400, -200, 0]),
        (0.31, 0.52, [0.4, 0.5]),
        (1200, 24000, [10000, 20000]),
        (5, 5, [5]),
    ],
)
def test_ticks_are_round(low: float, high: float, ticks: list[float]) -> None:
    """Steps of 1, 2, 2.5 and 5 with as many zeros as it takes."""
    assert number_ticks(low, high, 4) == pytest.approx(ticks)


@pytest.mark.parametrize(
    ("ticks", "decimals"),
    [([0.0, 2.5], 1), ([10.0, 20.0], 0), ([0.4, 0.5], 1), ([0.25, 0.5], 2), ([3.0], 0)],
)
def test_decimals_tell_ticks_apart(ticks: list[float], decimals: int) -> None:
    """No two ticks look the same, and none has a decimal too many."""
    assert tick_decimals(ticks) == decimals


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6), st.integers(2, 8))
def test_ticks_are_within_and_few(low: float, span: float, most: int) -> None:
    """Every tick lies between the ends, and there are never many more than asked."""
    ticks = number_ticks(low, low + span, most)
    room = 1e-6 * max(1.0, abs(low), span)
    assert all(low - room <= tick <= low + span + room for tick in ticks)
    assert len(ticks) <= most + 1
    shown = [f"{tick:.{tick_decimals(ticks)}f}" for tick in ticks]
    assert len(set(shown)) == len(shown)


@given(st.integers(1, 2100), st.integers(0, 7000), st.integers(3, 8))
def test_years_end_with_the_last(first: int, span: int, most: int) -> None:
    """The last year is named, years are evenly apart, within the ends, and at most as many."""
    years = year_ticks(first, first + span, most)
    assert years[-1] == first + span
    assert years[0] >= first
    assert len(years) <= most
    assert len({later - earlier for earlier, later in pairwise(years)}) <= 1
