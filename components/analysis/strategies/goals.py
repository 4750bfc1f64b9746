"""A strategy as a tree: goal, statements, and the programmes and projects that carry it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from components.analysis.projects.project_states import Standing
from components.analysis.projects.projects import standing_of
from components.analysis.sentences.sentences import Kind, Sentence, goal_sentences, sentence
from components.model import (
    Decision,
    Dossier,
    Goal,
    Indicator,
    Library,
    Outcome,
    Period,
    Programme,
    Project,
    Strategy,
)

Basis = Literal["stated", "theme"]


@dataclass(frozen=True)
class Carrier:
    """A programme or project under a goal: `stated` by a source, or of the same `theme` to us.

    Only a project has a standing.
    """

    record: Programme | Project
    sentence: Sentence
    basis: Basis
    themes: tuple[str, ...]
    standing: Standing | None
    decisions: tuple[Decision, ...]

    @property
    def outcome(self) -> Outcome | None:
        """The newest report, when there is any."""
        return self.standing.outcome if self.standing else None


@dataclass(frozen=True)
class Branch:
    """A goal with all that hangs on it."""

    goal: Goal
    name: Sentence | None
    statements: tuple[Sentence, ...]
    carriers: tuple[Carrier, ...]
    indicators: tuple[Indicator, ...]

    @property
    def name_only(self) -> bool:
        """Whether the source tells the name of the goal and nothing else."""
        return not self.statements


def goal_tree(
    library: Library, slug: str, strategy: Strategy, theme: str | None = None
) -> list[Branch]:
    """The goals of a strategy with what carries them; with a theme, only what is of it."""
    dossier = library.dossiers[slug]
    branches = [_branch(library, dossier, strategy, goal) for goal in strategy.goals]
    if theme is None:
        return branches
    return [kept for branch in branches if (kept := _of_theme(branch, theme)) is not None]


def _branch(library: Library, dossier: Dossier, strategy: Strategy, goal: Goal) -> Branch:
    found = list(goal_sentences(dossier.slug, strategy, goal))
    return Branch(
        goal=goal,
        name=next((item for item in found if item.kind == "goal"), None),
        statements=tuple(item for item in found if item.kind == "statement"),
        carriers=tuple(_carriers(library, dossier, strategy, goal)),
        indicators=tuple(
            item
            for item in dossier.indicators
            if goal.id in item.goals and item.indicator in library.indicators
        ),
    )


def _carriers(library: Library, dossier: Dossier, strategy: Strategy, goal: Goal) -> list[Carrier]:
    """Those that a source ties to the goal first, then those of the same theme and time."""
    found = []
    records: tuple[Programme | Project, ...] = (*dossier.programmes, *dossier.projects)
    for record in records:
        common = tuple(theme for theme in record.themes if theme in goal_themes(goal))
        if goal.id in record.goals:
            basis: Basis = "stated"
        elif common and not record.goals and _belongs(record, strategy):
            basis = "theme"
        else:
            continue
        found.append(_carrier(library, dossier, record, basis, common))
    return sorted(found, key=lambda carrier: carrier.basis != "stated")


def _carrier(
    library: Library,
    dossier: Dossier,
    record: Programme | Project,
    basis: Basis,
    themes: tuple[str, ...],
) -> Carrier:
    if isinstance(record, Project):
        kind: Kind = "project"
        standing = standing_of(library, dossier.slug, record)
        names: set[str | None] = set(record.decided_by)
    else:
        kind, standing, names = "programme", None, {record.approved_by}
    return Carrier(
        record=record,
        sentence=sentence(dossier.slug, kind, record, None),
        basis=basis,
        themes=themes,
        standing=standing,
        decisions=tuple(item for item in dossier.decisions if item.id in names),
    )


def goal_themes(goal: Goal) -> tuple[str, ...]:
    """The goal's own themes, or those of its statements when it has none of its own."""
    own = goal.themes or tuple(
        theme for statement in goal.statements for theme in statement.themes
    )
    return tuple(dict.fromkeys(own))


def _belongs(record: Programme | Project, strategy: Strategy) -> bool:
    """Whether a record is tied to this version, or to none and runs at the same time."""
    if record.strategy is not None:
        return record.strategy == strategy.id
    return _overlap(record.period, strategy.period)


def _overlap(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None:
        return other is not None
    starts_in_time = other.last is None or one.first <= other.last
    return starts_in_time and (one.last is None or other.first <= one.last)


def _of_theme(branch: Branch, theme: str) -> Branch | None:
    statements = tuple(item for item in branch.statements if theme in item.themes)
    carriers = tuple(item for item in branch.carriers if theme in item.record.themes)
    if not statements and not carriers and theme not in branch.goal.themes:
        return None
    return Branch(branch.goal, branch.name, statements, carriers, branch.indicators)
