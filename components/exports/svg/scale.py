"""The room of a static line chart: which years and numbers it holds, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.charts.ticks import number_ticks, year_ticks
from components.exports.handout.records import Line, Lines

ROOM = 0.12
"""Of the height, above and below the values."""
HALF_YEAR = 0.5
MOST_NUMBERS, MOST_YEARS = 5, 7

Year = tuple[int, float, float]
"""A year with the lowest and highest value of the region."""


@dataclass(frozen=True)
class Room:
    """Years and numbers, and the points from the upper left corner where they stand."""

    width: float
    height: float
    first: int
    last: int
    low: float
    high: float

    def x(self, year: float) -> float:
        """Where a year stands."""
        span = self.last - self.first + 2 * HALF_YEAR
        return self.width * (year - self.first + HALF_YEAR) / span

    def y(self, value: float | Decimal) -> float:
        """Where a number stands."""
        return self.height * (self.high - float(value)) / (self.high - self.low)

    @property
    def years(self) -> list[int]:
        """The years that are told below."""
        return year_ticks(self.first, self.last, MOST_YEARS)

    @property
    def numbers(self) -> list[float]:
        """The round numbers that are told beside."""
        found = number_ticks(self.low, self.high, MOST_NUMBERS)
        return [number for number in found if self.low <= number <= self.high]

    def band(self, lines: Lines) -> list[list[Year]]:
        """The part of the region's range that is in sight, in runs of years in a row."""
        runs: list[list[Year]] = []
        for year, low, high in lines.band:
            if not self.first <= year <= self.last or low > self.high or high < self.low:
                continue
            if not runs or year != runs[-1][-1][0] + 1:
                runs.append([])
            runs[-1].append((year, max(float(low), self.low), min(float(high), self.high)))
        return runs


def room_of(drawn: Sequence[Line], width: float, height: float) -> Room:
    """The room that the values and targets need; the region's range is cut to it."""
    points = [point for line in drawn for run in (*line.runs, line.target) for point in run]
    years = [year for year, _ in points]
    values = [float(value) for _, value in points]
    low, high = min(values), max(values)
    air = ROOM * (high - low) or abs(high) * ROOM or 1.0
    bottom = max(low - air, 0.0) if low >= 0 else low - air
    return Room(width, height, min(years), max(years), bottom, high + air)
