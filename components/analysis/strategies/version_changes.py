"""The versions of one municipality's strategy side by side: what is kept, added, gone, unknown.

Records are matched by their names, in small letters, and goals by what they say they continue.
What a source does not list is never called gone: a version counts as listed in full only when
every record has a name and, for goals, when the text of the version is in the sources.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from components.analysis.sentences.sentences import Sentence, sentence
from components.analysis.strategies.versions import (
    PeriodState,
    adoption,
    has_text,
    in_order,
    period_state,
)
from components.model import Decision, Dossier, Goal, Strategy, Value

TextKnown = Literal["full", "names", "nothing"]
ChangeKind = Literal["value", "goal"]
Change = Literal["named", "kept", "renamed", "new", "gone", "absent", "unknown"]
COUNTED: tuple[Change, ...] = ("kept", "renamed", "new", "gone", "unknown")

CASES = "ssa|sta|hi|lla|lta|lle|na|ksi"
VALUES = re.compile(rf"\barvo(t|ja|jen|mme|jamme|jemme|i({CASES})\w*)?\b", re.IGNORECASE)
"""The word arvo in its own forms: arvot, arvoja, arvoissamme; not arvokas, arvosana or arvio."""


@dataclass(frozen=True)
class VersionFacts:
    """What is known of a version."""

    strategy: Strategy
    state: PeriodState
    text: TextKnown
    decision: Decision | None
    replaced: Strategy | None


@dataclass(frozen=True)
class Cell:
    """What a version says of a name, against the version before it."""

    change: Change
    sentence: Sentence | None = None


@dataclass(frozen=True)
class ChangeRow:
    """A name through the versions, from the oldest to the newest; a number where it has none."""

    name: str | None
    number: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class VersionChanges:
    """All versions of a municipality: facts, values and goals, and what the minutes say."""

    versions: tuple[VersionFacts, ...]
    values: tuple[ChangeRow, ...]
    goals: tuple[ChangeRow, ...]
    minutes: tuple[tuple[Decision, Sentence], ...]


def text_known(strategy: Strategy) -> TextKnown:
    """How much of a version is in the sources: its goals with statements, names, or nothing."""
    if has_text(strategy):
        return "full"
    return "names" if strategy.goals or strategy.values else "nothing"


def version_changes(dossier: Dossier, today: date) -> VersionChanges | None:
    """The versions side by side; None for a municipality that has but one."""
    ordered = in_order(dossier)
    if len(ordered) == 1:
        return None
    by_id = {strategy.id: strategy for strategy in ordered}
    return VersionChanges(
        versions=tuple(
            VersionFacts(
                strategy=strategy,
                state=period_state(strategy, today),
                text=text_known(strategy),
                decision=adoption(dossier, strategy),
                replaced=by_id.get(strategy.replaces or ""),
            )
            for strategy in ordered
        ),
        values=_rows(dossier.slug, ordered, "value"),
        goals=_rows(dossier.slug, ordered, "goal"),
        minutes=tuple(_minutes(dossier, ordered[1:])),
    )


def counts(rows: Sequence[ChangeRow]) -> dict[Change, int]:
    """How many names the newest version keeps, adds and leaves out, and of how many none knows."""
    found = Counter(row.cells[-1].change for row in rows)
    return {change: found[change] for change in COUNTED if found[change]}


def _records(strategy: Strategy, kind: ChangeKind) -> Sequence[Value | Goal]:
    return strategy.values if kind == "value" else strategy.goals


def _rows(slug: str, ordered: Sequence[Strategy], kind: ChangeKind) -> tuple[ChangeRow, ...]:
    """A row a name in the order of their coming; a goal without a name has a row of its own."""
    goals = {goal.id: goal for strategy in ordered for goal in strategy.goals}
    named = [
        {_first_name(record, goals): record for record in _records(strategy, kind) if record.name}
        for strategy in ordered
    ]
    rows = []
    for name in dict.fromkeys(name for records in named for name in records):
        found = [records.get(name) for records in named]
        shown = next(record.name for record in reversed(found) if record)
        rows.append(ChangeRow(shown, None, _cells(slug, ordered, kind, found)))
    if kind == "goal":
        rows += [
            ChangeRow(None, goal.number, _unnamed(slug, ordered, strategy, goal))
            for strategy in ordered
            for goal in strategy.goals
            if goal.name is None
        ]
    return tuple(rows)


def _first_name(record: Value | Goal, goals: Mapping[str, Goal]) -> str:
    """The name in small letters; of a goal that continues another, the first one it had."""
    passed = {record.id}
    while isinstance(record, Goal) and (earlier := goals.get(record.continues or "")):
        if earlier.id in passed or earlier.name is None:
            break
        passed.add(earlier.id)
        record = earlier
    return (record.name or "").casefold()


def _cells(
    slug: str,
    ordered: Sequence[Strategy],
    kind: ChangeKind,
    found: Sequence[Value | Goal | None],
) -> tuple[Cell, ...]:
    """What each version says of a name; `alive` while none is known to have left it out."""
    cells: list[Cell] = []
    alive = False
    for index, (strategy, record) in enumerate(zip(ordered, found, strict=True)):
        if record is not None:
            said = sentence(slug, kind, record, strategy.source, strategy=strategy.id)
            cells.append(Cell(_appearing(ordered, found, kind, index), said))
            alive = True
        elif _complete(strategy, kind):
            cells.append(Cell("gone" if alive else "absent"))
            alive = False
        else:
            cells.append(Cell("unknown"))
    return tuple(cells)


def _appearing(
    ordered: Sequence[Strategy],
    found: Sequence[Value | Goal | None],
    kind: ChangeKind,
    index: int,
) -> Change:
    """How a name stands in a version, seen from the one before it."""
    earlier, now = found[index - 1] if index else None, found[index]
    if earlier is not None and now is not None:
        same = (earlier.name or "").casefold() == (now.name or "").casefold()
        return "kept" if same else "renamed"
    return "new" if index and _complete(ordered[index - 1], kind) else "named"


def _complete(strategy: Strategy, kind: ChangeKind) -> bool:
    """Whether what a version does not name is known not to be in it."""
    records = _records(strategy, kind)
    named = bool(records) and all(record.name for record in records)
    return named and (kind == "value" or has_text(strategy))


def _unnamed(
    slug: str, ordered: Sequence[Strategy], own: Strategy, goal: Goal
) -> tuple[Cell, ...]:
    """A goal that only a number calls: nobody can tell it in another version."""
    first = next(iter(goal.statements), None)
    said = sentence(slug, "statement", first, goal.source or own.source) if first else None
    return tuple(Cell("named", said) if item is own else Cell("unknown") for item in ordered)


def _minutes(dossier: Dossier, newer: Sequence[Strategy]) -> Iterator[tuple[Decision, Sentence]]:
    """What decisions on the newer versions say of the values."""
    names = {strategy.id for strategy in newer}
    for decision in dossier.decisions:
        if decision.strategy not in names:
            continue
        if decision.text and VALUES.search(decision.text):
            yield decision, sentence(dossier.slug, "decision", decision, None)
        for statement in decision.statements:
            if VALUES.search(statement.text):
                said = sentence(
                    dossier.slug, "statement", statement, decision.source, owner=decision.id
                )
                yield decision, said
