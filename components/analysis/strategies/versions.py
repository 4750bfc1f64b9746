"""Which version of a strategy is in force and shown on a day, and what is known of the others.

The order in the file never matters: the periods and the decisions tell, and then `replaces`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from components.model import Decision, Dossier, Strategy

PeriodState = Literal["coming", "running", "ended", "unknown"]


@dataclass(frozen=True)
class Version:
    """A chosen version, and those that a reader must know of beside it.

    `newer_without_text` is the one in force when its text is not in the sources; `coming` are
    those that begin after the day.
    """

    slug: str
    strategy: Strategy
    newer_without_text: Strategy | None
    coming: tuple[Strategy, ...] = ()


def in_order(dossier: Dossier) -> list[Strategy]:
    """The versions from the oldest to the newest, each after the one it replaces."""
    known = _since(dossier)
    return sorted(dossier.strategies, key=lambda item: (known[item.id], item.id))


def _since(dossier: Dossier) -> dict[str, tuple[date, int]]:
    """The day from which each version holds, and how many it follows.

    One of which no day is known begins with the one it replaces, or else before all others.
    """
    by_id = {strategy.id: strategy for strategy in dossier.strategies}

    def since(strategy: Strategy, passed: frozenset[str]) -> tuple[date, int]:
        own = begins(dossier, strategy)
        earlier = by_id.get(strategy.replaces or "")
        if earlier is None or earlier.id in passed:
            return own or date.min, 0
        day, depth = since(earlier, passed | {earlier.id})
        return own or day, depth + 1

    return {name: since(strategy, frozenset({name})) for name, strategy in by_id.items()}


def begins(dossier: Dossier, strategy: Strategy) -> date | None:
    """The first day on which the period has begun and the version has been adopted."""
    decision = adoption(dossier, strategy)
    days = [strategy.period.first] if strategy.period else []
    return max([*days, decision.date] if decision else days, default=None)


def coming(dossier: Dossier, today: date) -> tuple[Strategy, ...]:
    """The versions that begin after the day, the next one first."""
    known = _since(dossier)
    return tuple(item for item in in_order(dossier) if known[item.id][0] > today)


def in_force(dossier: Dossier, today: date) -> Strategy | None:
    """The version that holds on the day; None when all are still to come.

    It is the newest that has begun, is not replaced by one that began after it, and has not
    ended; when none is known to be such, the newest that no other has replaced.
    """
    ahead, known = coming(dossier, today), _since(dossier)
    begun = [strategy for strategy in in_order(dossier) if strategy not in ahead]
    replaced = {
        item.replaces
        for item in begun
        if known[item.id] > known.get(item.replaces or "", (date.max, 0))
    }
    standing = [strategy for strategy in begun if strategy.id not in replaced] or begun
    running = [
        strategy
        for strategy in standing
        if known[strategy.id][0] > date.min and period_state(strategy, today) != "ended"
    ]
    return next(reversed(running or standing), None)


def has_text(strategy: Strategy) -> bool:
    """Whether any goal has a statement: a version of names alone cannot be compared."""
    return any(goal.statements for goal in strategy.goals)


def current(dossier: Dossier, today: date) -> Strategy:
    """The version in force, or while none is, the first to come."""
    return in_force(dossier, today) or in_order(dossier)[0]


def choose(dossier: Dossier, today: date, wanted: str | None = None) -> Version:
    """The wanted version, or else the one in force, or the newest before it that has its text."""
    now, ahead, ordered = current(dossier, today), coming(dossier, today), in_order(dossier)
    earlier = [item for item in ordered[: ordered.index(now)] if has_text(item)]
    usual = earlier[-1] if earlier and not has_text(now) else now
    chosen = next((item for item in ordered if item.id == wanted), usual)
    unread = now if chosen in earlier and not has_text(now) else None
    return Version(
        dossier.slug, chosen, unread, tuple(item for item in ahead if item is not chosen)
    )


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
