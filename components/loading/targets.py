"""Holds the targets of a municipality against the direction of what they are set for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from components.loading.nodes import Location
from components.model import Dossier, IndicatorDefinition


def misplaced_targets(
    dossier: Dossier, definitions: Mapping[str, IndicatorDefinition]
) -> Iterator[tuple[Location, str, Mapping[str, str]]]:
    """Every target that lies against the wanted direction: (location, code, facts).

    Where the indicator has no direction, the target itself gives it.
    """
    for place, indicator in enumerate(dossier.indicators):
        definition = definitions.get(indicator.indicator)
        if definition is None or indicator.baseline is None or definition.direction == "none":
            continue
        sign = 1 if definition.direction == "up" else -1
        start = indicator.baseline.value
        for number, target in enumerate(indicator.targets):
            if target.value is not None and sign * (target.value - start) < 0:
                yield (
                    ("indicators", place, "targets", number),
                    "target-side",
                    {
                        "found": str(target.value),
                        "baseline": str(start),
                        "direction": definition.direction,
                    },
                )
