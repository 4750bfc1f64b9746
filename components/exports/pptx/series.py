"""The series of a native line chart: a gap is empty, a break starts a series of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor

from pptx.chart.data import ChartData

from components.charts.ticks import number_ticks, tick_decimals
from components.exports.handout.records import Line, Lines
from components.exports.text.measure import clean
from components.i18n import Catalogue

AROUND = 0.08
"""Of the height, above and below the values."""
MOST_NUMBERS = 5
YEAR = "yyyy"
"""How Office writes the year of a date."""
EPSILON = 1e-9
MOST_GROWN = 3
"""A range that would flatten the lines more than this is left out."""


@dataclass(frozen=True)
class Column:
    """A series: whose it is, its values by year; `told` names the line at its end."""

    name: str
    place: int | None
    values: Mapping[int, Decimal]
    told: bool = False

    @property
    def last(self) -> int:
        """The year of the latest value."""
        return max(self.values)


@dataclass(frozen=True)
class Scale:
    """The numbers of the axis: from the lowest to the highest, evenly apart."""

    low: float
    high: float
    step: float
    decimals: int

    @property
    def ticks(self) -> list[float]:
        """Every number that stands on the axis."""
        count = round((self.high - self.low) / self.step)
        return [self.low + number * self.step for number in range(count + 1)]


@dataclass(frozen=True)
class Columns:
    """All series of a chart over the same years."""

    years: tuple[int, ...]
    columns: tuple[Column, ...]
    decimals: int
    scale: Scale

    def numbers(self) -> ChartData:
        """The numbers as python-pptx takes them; years are dates, so that an axis may skip some.

        LibreOffice sets the name of a category on several lines where its column is narrow.
        """
        numbers = ChartData(number_format=pattern_of(self.decimals))
        numbers.categories = [date(year, 1, 1) for year in self.years]
        numbers.categories.number_format = YEAR
        for column in self.columns:
            numbers.add_series(clean(column.name), [column.values.get(y) for y in self.years])
        return numbers


def pattern_of(decimals: int) -> str:
    """How Office writes a number with this many decimals, in the manner of its user's language."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def year_columns(picture: Lines, words: Catalogue) -> Columns:
    """The series of a chart: the lines, and the range of the region behind them."""
    own = [column for line in picture.lines for column in _columns(line)]
    years = [year for column in own for year in column.values]
    span = tuple(range(min(years), max(years) + 1))
    band = list(_band(picture, span, words))
    if band and _height([*own, *band]) > MOST_GROWN * _height(own):
        band = []
    every = (*own, *band)
    scale = _scale([float(value) for column in every for value in column.values.values()])
    return Columns(span, every, picture.decimals, scale)


def _height(columns: Sequence[Column]) -> Decimal:
    """From the lowest value to the highest."""
    values = [value for column in columns for value in column.values.values()]
    return max(values) - min(values)


def _columns(line: Line) -> Iterator[Column]:
    """The runs of a line, in as few series as keep them apart."""
    series: list[dict[int, Decimal]] = []
    for run in line.runs:
        free = next((held for held in series if max(held) + 1 < run[0][0]), None)
        if free is None:
            series.append(dict(run))
        else:
            free.update(run)
    last = max((year for run in line.runs for year, _ in run), default=None)
    for held in series:
        yield Column(line.name, line.place, held, told=last in held)


def _scale(values: Sequence[float]) -> Scale:
    """Round numbers around the values; nought is not passed where no value passes it."""
    low, high = min(values), max(values)
    room = AROUND * (high - low) or AROUND * abs(high) or 1.0
    ticks = number_ticks(low - room, high + room, MOST_NUMBERS)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 2 * room
    first = floor((low - room) / step + EPSILON) * step
    last = ceil((high + room) / step - EPSILON) * step
    if low >= 0:
        first = max(first, 0.0)
    decimals = tick_decimals([0.0, step])
    return Scale(round(first, decimals), round(last, decimals), step, decimals)


def _band(picture: Lines, years: Sequence[int], words: Catalogue) -> Iterator[Column]:
    """The lowest and the highest value of the region by year."""
    rows = [row for row in picture.band if row[0] in years]
    if rows:
        lowest = words("presentation.lowest", name=picture.band_name)
        highest = words("presentation.highest", name=picture.band_name)
        yield Column(lowest, None, {year: low for year, low, _ in rows})
        yield Column(highest, None, {year: high for year, _, high in rows})
