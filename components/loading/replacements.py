"""Holds what each version of a strategy replaces against the others and their periods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from components.loading.nodes import Location
from components.loading.words import shown
from components.model import Dossier, Strategy


def misplaced_replacements(
    dossier: Dossier,
) -> Iterator[tuple[Location, str, Mapping[str, str | Location]]]:
    """Each circle of versions, told once, and each version that begins before what it replaces."""
    places = {strategy.id: place for place, strategy in enumerate(dossier.strategies)}
    for place, strategy in enumerate(dossier.strategies):
        here: Location = ("strategies", place, "replaces")
        earlier = _replaced(dossier, strategy)
        if strategy in earlier:
            if strategy.id == min(item.id for item in earlier):
                way = " → ".join(shown(item.id) for item in (strategy, *earlier))
                yield here, "replaces-circle", {"found": way}
            continue
        dated = [(item.id, item.period) for item in earlier if item.period]
        if strategy.period and dated and strategy.period.first < dated[0][1].first:
            name, period = dated[0]
            facts: dict[str, str | Location] = {
                "found": shown(name),
                "start": strategy.period.start,
                "earlier": period.start,
                "other": ("strategies", places[name], "period"),
            }
            yield here, "replaces-order", facts


def _replaced(dossier: Dossier, strategy: Strategy) -> list[Strategy]:
    """What a version replaces, what that one replaces, and so on; none stands twice."""
    by_id = {item.id: item for item in dossier.strategies}
    found: list[Strategy] = []
    item = by_id.get(strategy.replaces or "")
    while item is not None and item not in found:
        found.append(item)
        item = by_id.get(item.replaces or "")
    return found
