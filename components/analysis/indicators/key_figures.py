"""The newest value of an indicator in each municipality, side by side only when it is fair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.model import IndicatorDefinition, Library, Observation


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
