"""What the axes of a line chart span, and where a year and a number stand on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from components.charts.ticks import number_ticks, tick_decimals, year_ticks
from components.exports.handout.records import Line, Lines
from components.exports.svg.canvas import width_of
from components.i18n import Catalogue

AIR = 0.12
"""Of the height, above and below the values."""
HALF_YEAR = 0.5
MOST_NUMBERS, MOST_YEARS = 5, 7
AIR_OF_YEARS = 4.0
"""Points from one to the next."""
ALONE = 0.2
"""How far a year alone is widened to be seen in the band."""

Point = tuple[float, float]
Year = tuple[int, float, float]
"""A year with the lowest and highest value of the region."""


@dataclass(frozen=True)
class Scale:
    """The years and numbers that the axes span."""

    first: int
    last: int
    low: float
    high: float

    def numbers(self, words: Catalogue) -> Mapping[float, str]:
        """The round numbers that stand beside, in words of the language."""
        found = number_ticks(self.low, self.high, MOST_NUMBERS)
        shown = [number for number in found if self.low <= number <= self.high]
        decimals = tick_decimals(shown)
        return {number: words.number(number, decimals) for number in shown}

    def breaks(self, lines: Lines, words: Catalogue) -> Mapping[int, str]:
        """The breaks between years in sight, in words."""
        return {
            year: words("chart_indicator.break_label", year=year)
            for year in lines.breaks
            if self.first < year <= self.last
        }

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


def scale_of(lines: Sequence[Line]) -> Scale:
    """The scale that the values need; the region's range is cut to it."""
    points = [point for line in lines for run in line.runs for point in run]
    years = [year for year, _ in points]
    values = [float(value) for _, value in points]
    low, high = min(values), max(values)
    air = AIR * (high - low) or abs(high) * AIR or 1.0
    bottom = max(low - air, 0.0) if low >= 0 else low - air
    return Scale(min(years), max(years), bottom, high + air)


@dataclass(frozen=True)
class Axes:
    """A scale on the canvas, in points."""

    scale: Scale
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def years(self) -> list[int]:
        """The years that have room below."""
        most = int(self.width / (width_of("2000") + AIR_OF_YEARS))
        return year_ticks(self.scale.first, self.scale.last, max(1, min(most, MOST_YEARS)))

    def x(self, year: float) -> float:
        """Where a year stands."""
        span = self.scale.last - self.scale.first + 2 * HALF_YEAR
        return self.left + self.width * (year - self.scale.first + HALF_YEAR) / span

    def y(self, value: float | Decimal) -> float:
        """Where a number stands."""
        return self.top + self.height * (self.scale.high - float(value)) / (
            self.scale.high - self.scale.low
        )

    def points(self, run: Iterable[tuple[float, float | Decimal]]) -> list[Point]:
        """Where values of years stand."""
        return [(self.x(year), self.y(value)) for year, value in run]

    def outline(self, run: Sequence[Year]) -> list[Point]:
        """The corners of the region's range; a year alone is widened to be seen."""
        wide = [(float(year), low, high) for year, low, high in run]
        if len(wide) == 1:
            year, low, high = wide[0]
            wide = [(year - ALONE, low, high), (year + ALONE, low, high)]
        above = [(year, high) for year, _, high in wide]
        below = [(year, low) for year, low, _ in reversed(wide)]
        return self.points((*above, *below))
