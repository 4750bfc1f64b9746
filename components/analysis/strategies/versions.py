"""Which version of a strategy is shown, and what is known of the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from components.model import Decision, Dossier, Strategy

PeriodState = Literal["coming", "running", "ended", "unknown"]


@dataclass(frozen=True)
class Version:
    """A chosen version, and the newest one when its text is not in the sources."""

    slug: str
    strategy: Strategy
    newer_without_text: Strategy | None


def in_order(dossier: Dossier) -> list[Strategy]:
    """The versions from the oldest to the newest, each after the one it replaces."""
    depth: dict[str, int] = {}
    by_id = {strategy.id: strategy for strategy in dossier.strategies}

    def rank(strategy: Strategy, passed: frozenset[str]) -> int:
        earlier = by_id.get(strategy.replaces or "")
        if earlier is None or earlier.id in passed:
            return 0
        return 1 + rank(earlier, passed | {earlier.id})

    for strategy in dossier.strategies:
        depth[strategy.id] = rank(strategy, frozenset({strategy.id}))
    return sorted(dossier.strategies, key=lambda strategy: depth[strategy.id])


def has_text(strategy: Strategy) -> bool:
    """Whether any goal has a statement: a version of names alone cannot be compared."""
    return any(goal.statements for goal in strategy.goals)


def choose(dossier: Dossier, wanted: str | None = None) -> Version:
    """The wanted version, or else the newest one whose text is in the sources."""
    ordered = in_order(dossier)
    by_id = {strategy.id: strategy for strategy in ordered}
    with_text = [strategy for strategy in ordered if has_text(strategy)]
    chosen = by_id.get(wanted or "") or (with_text or ordered)[-1]
    newest = ordered[-1]
    unread = newest if newest is not chosen and not has_text(newest) else None
    return Version(dossier.slug, chosen, unread)


def period_state(strategy: Strategy, today: date) -> PeriodState:
    """Where the strategy's own period stands on a day; unknown when it has none."""
    if strategy.period is None:
        return "unknown"
    if strategy.period.ended(today):
        return "ended"
    return "coming" if strategy.period.first > today else "running"


def adoption(dossier: Dossier, strategy: Strategy) -> Decision | None:
    """The decision by which a version was adopted, when it is known."""
    return next((item for item in dossier.decisions if item.id == strategy.adopted_by), None)
