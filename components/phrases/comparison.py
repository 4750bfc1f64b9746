"""Values held against each other in words: the difference, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.analysis.indicators.comparability import SideBySide
from components.analysis.indicators.indicator_rows import Comparison
from components.analysis.indicators.series import Value
from components.i18n import Catalogue
from components.model import IndicatorDefinition


def comparison_in_words(
    comparison: Comparison,
    definition: IndicatorDefinition,
    names: Mapping[str, str],
    words: Catalogue,
) -> list[str]:
    """Why the newest values cannot be held against each other, and what those of a year tell."""
    said = []
    if comparison.newest.obstacles:
        said.append(obstacles_in_words(comparison.newest, names, words))
    fair, year = comparison.fair, comparison.year
    if fair is None:
        return said
    if year is not None:
        said.append(
            words(
                "comparison.common_year",
                year=year,
                values=_values(comparison, fair, definition, names, words),
            )
        )
    elif comparison.per_resident:
        said.append(
            words("comparison.values", values=_values(comparison, fair, definition, names, words))
        )
    said.append(_verdict(comparison, fair, definition, names, words))
    if comparison.per_resident:
        years = sorted({value.year for value in fair.values.values() if value})
        said.append(words("comparison.population", year=years[0]))
    return said


def obstacles_in_words(side: SideBySide, names: Mapping[str, str], words: Catalogue) -> str:
    """What stands between the newest values."""
    missing = [names[slug] for slug, value in side.values.items() if value is None]
    told = [
        words(
            f"comparison.obstacle.{obstacle}",
            names=words.names(missing),
            years=_years(list(side.values.values()), words),
        )
        for obstacle in side.obstacles
    ]
    return words("comparison.none", reasons=words.names(told))


def _years(values: Sequence[Value | None], words: Catalogue) -> str:
    years = dict.fromkeys(str(value.year) for value in values if value)
    return words.names(list(years))


def _values(
    comparison: Comparison,
    side: SideBySide,
    definition: IndicatorDefinition,
    names: Mapping[str, str],
    words: Catalogue,
) -> str:
    decimals = _decimals(comparison, definition)
    return ", ".join(
        f"{names[slug]} {words.number(value.value, decimals)}"
        for slug, value in side.values.items()
        if value
    )


def _decimals(comparison: Comparison, definition: IndicatorDefinition) -> int:
    scale = definition.per_resident
    return scale.decimals if comparison.per_resident and scale else definition.decimals


def _verdict(
    comparison: Comparison,
    side: SideBySide,
    definition: IndicatorDefinition,
    names: Mapping[str, str],
    words: Catalogue,
) -> str:
    """The difference of two; of more than two, that nothing stands between them."""
    if side.difference is None:
        return words("comparison.like")
    decimals = _decimals(comparison, definition)
    shown = words.number(abs(side.difference), decimals)
    if shown == words.number(0, decimals):
        return words("comparison.same")
    slugs = list(side.values)
    larger = slugs[1] if side.difference > 0 else slugs[0]
    return words(
        "comparison.difference",
        value=shown,
        unit=_unit(comparison, definition, words),
        name=names[larger],
    )


def _unit(comparison: Comparison, definition: IndicatorDefinition, words: Catalogue) -> str:
    """The unit of a difference: between two shares in per cent it is percentage points."""
    scale = definition.per_resident
    if comparison.per_resident and scale:
        return words.local(scale.unit)
    if definition.unit.id.startswith("%"):
        return words("comparison.points")
    return words.local(definition.unit)
