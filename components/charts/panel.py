"""A panel of small multiples: whose series it shows, and the room that the panels share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.series import Series, Value, unit_of
from components.model import Point, RegionRange, last_day

ROOM = 0.16
"""Of the height, above and below the values: labels stand there."""
LEFT, RIGHT = 0.03, 0.13
"""Of the years, before the first and after the last: half a label stands there."""
HALF_YEAR = 0.5
MIDDLE = 0.45
"""Right of this share of the width a label stands left of its point."""


@dataclass(frozen=True)
class Panel:
    """What a panel shows: a series, whose it is, the targets of it and the region behind it.

    `title` is the name of the indicator, `place` the number of the municipality's look.
    """

    series: Series
    title: str
    municipality: str
    place: int
    progresses: tuple[Progress, ...] = ()
    ranges: tuple[RegionRange, ...] = ()

    @property
    def runs(self) -> list[tuple[Value, ...]]:
        """What a line may join; values told in another unit stand in the table alone."""
        definition = self.series.definition
        return [
            run
            for run in self.series.runs
            if self.series.per_resident
            or unit_of(definition, run[0].observation) == definition.unit.id
        ]

    @property
    def aimed(self) -> list[Progress]:
        """The indicators whose baseline and targets are told as the values are."""
        if self.series.per_resident:
            return []
        latest = self.series.latest
        return [
            item
            for item in self.progresses
            if item.indicator.unit in {None, self.series.definition.unit.id}
            and (latest is None or item.indicator.variant == latest.observation.variant)
        ]


@dataclass(frozen=True)
class Window:
    """The room of a panel from edge to edge, and the whole years that it shows."""

    first: float
    last: float
    low: float
    high: float
    begin: int
    end: int

    def is_right(self, year: float) -> bool:
        """Whether a label at this year has more room on its left."""
        return year - self.first > MIDDLE * (self.last - self.first)


def year_of(moment: str) -> float:
    """A moment on the axis: a year stands for its last day, and that for the year's number."""
    day = last_day(moment)
    return round(
        day.year - 1 + day.timetuple().tm_yday / last_day(str(day.year)).timetuple().tm_yday, 2
    )


def window_of(panels: Sequence[Panel], numbers: Sequence[Panel] | None = None) -> Window:
    """The room for all panels, so that they can be compared; `numbers` may scale by fewer."""
    years = [year for panel in panels for year, _ in marks_of(panel)]
    first, last = min(years, default=2000.0), max(years, default=2000.0)
    scaled = panels if numbers is None else numbers
    values = [value for panel in scaled for _, value in marks_of(panel)]
    values += [
        float(row.median)
        for panel in scaled
        for row in panel.ranges
        if values and first <= row.year <= last
    ]
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = ROOM * (high - low) or abs(high) * ROOM or 1.0
    left, right = (max(HALF_YEAR, share * (last - first)) for share in (LEFT, RIGHT))
    return Window(first - left, last + right, low - room, high + room, ceil(first), floor(last))


def marks_of(panel: Panel) -> Iterable[tuple[float, float]]:
    """Every point of a panel but the region's."""
    for run in panel.runs:
        yield from ((value.year, float(value.value)) for value in run)
    yield from ((value.year, float(value.value)) for value in panel.series.planned)
    for item in panel.aimed:
        if item.indicator.baseline and item.indicator.targets:
            yield place_of(item.indicator.baseline)
        for target in item.indicator.targets:
            for end in (target.value, target.low, target.high):
                if end is not None:
                    yield year_of(target.date), float(end)


def place_of(point: Point) -> tuple[float, float]:
    """Where a point stands."""
    return year_of(point.date), float(point.value)
