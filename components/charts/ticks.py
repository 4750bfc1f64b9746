"""Round numbers and years for the axes: few, evenly apart, told in the language of the page."""

from __future__ import annotations

from math import ceil, floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
YEAR_STEPS = tuple(one * 10**power for power in range(5) for one in (1, 2, 5))
"""Up to more years than four digits can name."""
EPSILON = 1e-9


def number_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers from low to high, at most this many."""
    span = high - low
    if span <= 0:
        return [low]
    rough = span / most
    scale = 10.0 ** floor(log10(rough))
    step = next(one * scale for one in STEPS if one * scale >= rough - EPSILON * scale)
    first, last = ceil(low / step - EPSILON), floor(high / step + EPSILON)
    return [number * step for number in range(first, last + 1)]


def tick_decimals(ticks: list[float]) -> int:
    """How many decimals tell ticks apart."""
    if len(ticks) < 2:  # noqa: PLR2004 - one tick has no distance
        return 0
    step = ticks[1] - ticks[0]
    return next(
        (
            places
            for places in range(7)
            if abs(step - round(step, places)) < EPSILON * max(1, step)
        ),
        6,
    )


def year_ticks(first: int, last: int, most: int) -> list[int]:
    """Years from the first to the last, evenly apart and counted back from the last."""
    step = next(one for one in YEAR_STEPS if (last - first) / one < most)
    return list(range(last, first - 1, -step))[::-1]
