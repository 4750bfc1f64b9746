"""The gate before two values stand side by side: year, unit, definition, denominator, kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal, get_args

from components.analysis.indicators.series import Series, Value, obstacles, series_of
from components.model import IndicatorDefinition, Library, Observation

Obstacle = Literal["missing", "year", "unit", "definition", "break", "denominator", "kind"]
OBSTACLES: tuple[Obstacle, ...] = get_args(Obstacle)
PAIR = 2


@dataclass(frozen=True)
class SideBySide:
    """The values of municipalities and why they cannot be held against each other, if so.

    `difference` is the second less the first: only of two, and only when nothing stands between.
    `small` are those whose value is so small that it swings by chance.
    """

    values: Mapping[str, Value | None]
    obstacles: tuple[Obstacle, ...]
    difference: Decimal | None
    small: tuple[str, ...]


def newest(library: Library, slugs: Sequence[str], indicator: str) -> SideBySide:
    """The newest value of each municipality, whatever its year."""
    every = [series_of(library, slug, indicator) for slug in slugs]
    return side_by_side(every)


def side_by_side(every: Sequence[Series], year: int | None = None) -> SideBySide:
    """The values of a year, or the newest of each, held against each other."""
    values = {
        series.slug: series.latest if year is None else series.of_year(year) for series in every
    }
    found = _obstacles(every, values)
    pair = [value for value in values.values() if value]
    fair = not found and len(pair) == PAIR
    return SideBySide(
        values=values,
        obstacles=found,
        difference=pair[1].value - pair[0].value if fair else None,
        small=tuple(series.slug for series in every if is_small(series, values[series.slug])),
    )


def _obstacles(
    every: Sequence[Series], values: Mapping[str, Value | None]
) -> tuple[Obstacle, ...]:
    known = [(series, value) for series in every if (value := values[series.slug])]
    found: set[str] = {"missing"} if len(known) < len(every) else set()
    for (series, one), (_, other) in combinations(known, 2):
        found |= set(obstacles(series.definition, one, other))
        if one.year != other.year:
            found.add("year")
        if (one.residents is None) != (other.residents is None):
            found.add("denominator")
        if {one.observation.kind, other.observation.kind} & {"approximate"}:
            found.add("kind")
    return tuple(item for item in OBSTACLES if item in found)


def is_small(series: Series, value: Value | None) -> bool:
    """Whether the count behind a value is so small that chance moves it from year to year."""
    limit = series.definition.small_below
    return limit is not None and value is not None and abs(value.observation.value) < limit


def common_years(every: Sequence[Series]) -> list[int]:
    """The years in which all have a value, newest first."""
    years = [{value.year for value in series.values} for series in every]
    return sorted(set.intersection(*years), reverse=True) if years else []


@dataclass(frozen=True)
class KeyFigure:
    """An indicator and the observation of each municipality in the newest year that all have."""

    indicator: str
    definition: IndicatorDefinition
    year: int
    observations: dict[str, Observation]


def key_figures(
    library: Library, slugs: Sequence[str], indicators: Sequence[str]
) -> list[KeyFigure]:
    """One figure an indicator, left out where the municipalities share no year."""
    found = []
    for indicator in indicators:
        by_year: dict[int, dict[str, Observation]] = {}
        for slug in slugs:
            for row in library.measured_of.get((library.dossiers[slug].code, indicator), ()):
                by_year.setdefault(row.year, {})[slug] = row
        common = [year for year, rows in by_year.items() if len(rows) == len(slugs)]
        if common and indicator in library.indicators:
            year = max(common)
            rows = {slug: by_year[year][slug] for slug in slugs}
            found.append(KeyFigure(indicator, library.indicators[indicator], year, rows))
    return found
