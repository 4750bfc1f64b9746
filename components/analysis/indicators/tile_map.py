"""A region as equal tiles: one value a municipality, of one year, in steps of lightness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.indicators.series import unit_of
from components.model import Library, Observation, RegionMunicipality

STEPS = 5


@dataclass(frozen=True)
class Tile:
    """A municipality of the region; without an observation there is no value of that year.

    `step` is 0 for the lowest fifth of the span of values and 4 for the highest.
    """

    municipality: RegionMunicipality
    observation: Observation | None = None
    step: int | None = None


@dataclass(frozen=True)
class TileMap:
    """The tiles of a region in rows from the north; None is a place without a tile.

    `year` is the newest of the years that most municipalities have a value of.
    """

    indicator: str
    year: int | None
    rows: tuple[tuple[Tile | None, ...], ...]

    @property
    def tiles(self) -> list[Tile]:
        """The tiles from north to south and west to east."""
        return [tile for row in self.rows for tile in row if tile]

    @property
    def known(self) -> list[Tile]:
        """The tiles that have a value, the highest first."""
        found = [(tile.observation.value, tile) for tile in self.tiles if tile.observation]
        return [tile for _, tile in sorted(found, key=lambda pair: -pair[0])]


def tile_map(library: Library, indicator: str) -> TileMap:
    """The values of an indicator in the region, as far as the library has them."""
    placed = [item for item in library.region if item.tile_row and item.tile_column]
    year, values = _newest(library, indicator, [item.code for item in placed])
    steps = _steps(values)
    tiles = {
        (item.tile_row, item.tile_column): Tile(item, values.get(item.code), steps.get(item.code))
        for item in placed
    }
    lines = sorted({row for row, _ in tiles if row})
    columns = [column for _, column in tiles if column]
    span = range(min(columns, default=1), max(columns, default=0) + 1)
    return TileMap(
        indicator=indicator,
        year=year,
        rows=tuple(
            tuple(tiles.get((row, column)) for column in span)
            for row in range(min(lines, default=1), max(lines, default=0) + 1)
        ),
    )


def mapped_indicators(library: Library) -> list[str]:
    """The indicators of which the region has a value, in the order of their definitions."""
    placed = {item.code for item in library.region if item.tile_row and item.tile_column}
    found = {
        row.indicator
        for row in library.observations
        if row.municipality_code in placed and _can_be_shown(library, row)
    }
    return [indicator for indicator in library.indicators if indicator in found]


def _can_be_shown(library: Library, row: Observation) -> bool:
    """Whether it is no budget and is told in the indicator's own unit."""
    definition = library.indicators[row.indicator]
    return row.kind != "budget" and unit_of(definition, row) == definition.unit.id


def _newest(
    library: Library, indicator: str, codes: Sequence[str]
) -> tuple[int | None, dict[str, Observation]]:
    """The newest of the years with most values, and these."""
    rows = [
        row
        for code in codes
        for row in library.measured_of.get((code, indicator), ())
        if _can_be_shown(library, row)
    ]
    counts = Counter(row.year for row in rows)
    if not counts:
        return None, {}
    year = max(counts, key=lambda one: (counts[one], one))
    return year, {row.municipality_code: row for row in rows if row.year == year}


def _steps(values: dict[str, Observation]) -> dict[str, int]:
    """Which step of lightness each value has, between the lowest and the highest."""
    amounts = [row.value for row in values.values()]
    low, high = min(amounts, default=0), max(amounts, default=0)
    if low == high:
        return dict.fromkeys(values, STEPS // 2)
    return {
        code: min(STEPS - 1, int((row.value - low) * STEPS / (high - low)))
        for code, row in values.items()
    }
