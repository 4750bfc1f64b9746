"""Every indicator with its newest values side by side, and what they can be held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from components.analysis.indicators.comparability import (
    SideBySide,
    common_years,
    is_small,
    side_by_side,
)
from components.analysis.indicators.indicator_progress import Progress, progress_of
from components.analysis.indicators.series import Series, Value, series_of
from components.analysis.per_library import cached_per_library
from components.model import IndicatorDefinition, Library
from components.model.indicators import Basis

BASES: tuple[Basis | None, ...] = ("adopted", "announced", "interpretation", None)
"""Whose choice an indicator is, the council's first; None is nobody's: a figure to know."""
PAIR, MOST_KEPT = 2, 32


@dataclass(frozen=True)
class Comparison:
    """The newest values held against each other and, where that is not fair, an older year.

    `older` is the newest year in which all have values that nothing stands between. What is
    counted in persons or euros is compared by resident: `per_resident`.
    """

    newest: SideBySide
    older: SideBySide | None
    year: int | None
    per_resident: bool

    @property
    def fair(self) -> SideBySide | None:
        """The values that can be held against each other."""
        return self.older if self.newest.obstacles else self.newest


@dataclass(frozen=True)
class Cell:
    """What is known of an indicator in one municipality."""

    series: Series
    progresses: tuple[Progress, ...]

    @property
    def value(self) -> Value | None:
        """The newest measured value."""
        return self.series.latest

    @property
    def small(self) -> bool:
        """Whether the newest value is so small that chance moves it."""
        return is_small(self.series, self.value)


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in the municipalities; `basis` is the strongest that any of them has."""

    indicator: str
    definition: IndicatorDefinition
    cells: Mapping[str, Cell]
    comparison: Comparison | None

    @property
    def basis(self) -> Basis | None:
        """Whose choice the indicator is, where the council's comes first."""
        found = {item.indicator.basis for cell in self.cells.values() for item in cell.progresses}
        return next(basis for basis in BASES if basis is None or basis in found)

    @property
    def one_basis(self) -> bool:
        """Whether all who have the indicator have it on the same basis."""
        every = [item.indicator.basis for c in self.cells.values() for item in c.progresses]
        return len(set(every)) == 1

    @property
    def known(self) -> int:
        """In how many of the municipalities there is a value."""
        return sum(cell.value is not None for cell in self.cells.values())


@cached_per_library(MOST_KEPT)
def indicator_rows(
    library: Library, slugs: tuple[str, ...], today: date
) -> tuple[IndicatorRow, ...]:
    """The indicators that any of the municipalities follows or has a value of, by their basis.

    Made once for all who ask for the same on the same day.
    """
    progresses = {slug: progress_of(library, slug, today) for slug in slugs}
    rows = [
        row
        for indicator in library.indicators
        if (row := _row(library, slugs, indicator, progresses)) is not None
    ]
    return tuple(sorted(rows, key=lambda row: BASES.index(row.basis)))


def _row(
    library: Library,
    slugs: Sequence[str],
    indicator: str,
    progresses: Mapping[str, Sequence[Progress]],
) -> IndicatorRow | None:
    cells = {
        slug: Cell(
            series_of(library, slug, indicator),
            tuple(item for item in progresses[slug] if item.indicator.indicator == indicator),
        )
        for slug in slugs
    }
    if not any(
        cell.series.values or cell.series.planned or cell.progresses for cell in cells.values()
    ):
        return None
    return IndicatorRow(
        indicator=indicator,
        definition=library.indicators[indicator],
        cells=cells,
        comparison=_comparison(library, cells) if len(slugs) >= PAIR else None,
    )


def _comparison(library: Library, cells: Mapping[str, Cell]) -> Comparison:
    every = [cell.series for cell in cells.values()]
    per_resident = every[0].definition.per_resident is not None
    if per_resident:
        every = [
            series_of(library, series.slug, series.indicator, per_resident=True)
            for series in every
        ]
    newest = side_by_side(every)
    found = None
    if newest.obstacles:
        for year in common_years(every):
            older = side_by_side(every, year)
            if not older.obstacles:
                found = year, older
                break
    return Comparison(
        newest=newest,
        older=found[1] if found else None,
        year=found[0] if found else None,
        per_resident=per_resident,
    )


def missing_years(series: Series) -> list[tuple[int, int]]:
    """The years between the first and the last value that have none, as spans of years."""
    years = [value.year for value in series.values]
    return [(earlier + 1, later - 1) for earlier, later in pairwise(years) if later - earlier > 1]
