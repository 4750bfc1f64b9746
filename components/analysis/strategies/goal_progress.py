"""What is known of each goal: its indicators, what carries it, what was said of it in words.

States are counted, each with the number that it is counted of; unlike things are never averaged.
What does not belong to a shown goal is counted apart, so that nothing is left out unnamed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from components.analysis.indicators.indicator_progress import Progress, progress_of
from components.analysis.projects.projects import STATES
from components.analysis.sentences.sentences import Sentence, sentence
from components.analysis.strategies.goals import Branch, Carrier, goal_tree
from components.analysis.strategies.versions import Version
from components.model import Assessment, Dossier, Library, Observation, Project, Strategy
from components.model.indicators import Basis
from components.model.tables import ProjectState

BASES: tuple[Basis, ...] = get_args(Basis)


@dataclass(frozen=True)
class Assessed:
    """What a body has said of how things fare, and of which projects by name."""

    record: Assessment
    sentence: Sentence
    projects: tuple[Project, ...]


@dataclass(frozen=True)
class GoalProgress:
    """A goal with all that tells of it; only what a source ties to it is counted."""

    branch: Branch
    indicators: tuple[Progress, ...]
    assessments: tuple[Assessed, ...]

    @property
    def projects(self) -> tuple[Carrier, ...]:
        """The projects that a source ties to the goal."""
        return tuple(item for item in self._stated if isinstance(item.record, Project))

    @property
    def programmes(self) -> tuple[Carrier, ...]:
        """The programmes that a source ties to the goal."""
        return tuple(item for item in self._stated if not isinstance(item.record, Project))

    @property
    def themed(self) -> tuple[Carrier, ...]:
        """What we have put here for its theme: named, never counted with the others."""
        return tuple(item for item in self.branch.carriers if item.basis == "theme")

    @property
    def _stated(self) -> tuple[Carrier, ...]:
        return tuple(item for item in self.branch.carriers if item.basis == "stated")


@dataclass(frozen=True)
class StrategyProgress:
    """The goals of a shown version, and how much of its municipality belongs to none of them.

    `elsewhere` are the indicators, `untied` the projects of other goals or of none, `general`
    what was said of no shown goal. `today` is the day that states are told as of.
    """

    slug: str
    strategy: Strategy
    today: date
    goals: tuple[GoalProgress, ...]
    elsewhere: int
    untied: int
    general: tuple[Assessed, ...]

    @property
    def indicators(self) -> dict[Basis, list[Progress]]:
        """The indicators of the goals by whose choice they are, each once."""
        every = {item.key: item for goal in self.goals for item in goal.indicators}
        return {
            basis: [item for item in every.values() if item.indicator.basis == basis]
            for basis in BASES
        }

    @property
    def projects(self) -> dict[str, Carrier]:
        """The projects that a source ties to a goal, each once, by their ids."""
        return {item.record.id: item for goal in self.goals for item in goal.projects}

    @property
    def assessments(self) -> int:
        """How many assessments there are, each counted once."""
        told = {item.record.id for goal in self.goals for item in goal.assessments}
        return len(told) + len(self.general)


def strategy_progress(library: Library, version: Version, today: date) -> StrategyProgress:
    """What is known of the goals of a shown version."""
    slug, strategy = version.slug, version.strategy
    dossier = library.dossiers[slug]
    measured = progress_of(library, slug, today)
    goals = tuple(
        GoalProgress(
            branch=branch,
            indicators=tuple(item for item in measured if branch.goal.id in item.indicator.goals),
            assessments=tuple(
                _assessed(dossier, item) for item in dossier.assessments if _tells_of(item, branch)
            ),
        )
        for branch in goal_tree(library, slug, strategy)
    )
    shown = {item.key for goal in goals for item in goal.indicators}
    tied = {item.record.id for goal in goals for item in goal.projects}
    told = {item.record.id for goal in goals for item in goal.assessments}
    return StrategyProgress(
        slug=slug,
        strategy=strategy,
        today=today,
        goals=goals,
        elsewhere=sum(item.key not in shown for item in measured),
        untied=sum(item.id not in tied for item in dossier.projects),
        general=tuple(
            _assessed(dossier, item) for item in dossier.assessments if item.id not in told
        ),
    )


def _assessed(dossier: Dossier, record: Assessment) -> Assessed:
    return Assessed(
        record=record,
        sentence=sentence(dossier.slug, "assessment", record, None),
        projects=tuple(item for item in dossier.projects if item.id in record.projects),
    )


def _tells_of(assessment: Assessment, branch: Branch) -> bool:
    """Whether an assessment names the goal, or a project that a source ties to it."""
    stated = {item.record.id for item in branch.carriers if item.basis == "stated"}
    return branch.goal.id in assessment.goals or bool(stated & set(assessment.projects))


def project_states(carriers: Sequence[Carrier], today: date) -> dict[ProjectState, int]:
    """How many of the projects among the carriers are in each state on a day."""
    found = Counter(item.standing.state(today) for item in carriers if item.standing)
    return {state: found[state] for state in STATES if found[state]}


def value_source(item: Progress) -> tuple[str, str | None, str] | tuple[None, None, None]:
    """The title, address and licence of the source of the newest value, where there is one."""
    latest = item.series.latest
    if latest is None:
        return None, None, None
    row = latest.observation
    return row.source_title, row.source_url, row.licence


def figures_used(item: Progress) -> tuple[Observation, ...]:
    """The observations that a state rests on, the oldest first.

    Where it began, if we chose that; the value it is judged by; and the newest one.
    """
    first = item.series.comparable[:1] if item.begin_is_ours else ()
    last = [value for value in (item.measured, item.series.latest) if value]
    rows = {value.year: value.observation for value in (*first, *last)}
    return tuple(rows.values())
