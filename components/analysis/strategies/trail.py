"""The trail of a strategy version and of a project: what was decided and reported, in order.

Stages are ours, read from the records: who adopted the version, which decisions name projects,
which ones noted a report. That a decision only mentions a stage (an evening school to be held,
accounts to be drawn up) is told apart from one that is of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from components.analysis.projects.project_states import Standing
from components.analysis.projects.projects import funding_of, standing_of
from components.analysis.sentences.sentences import Sentence, sentence
from components.analysis.strategies.version_changes import TextKnown, text_known
from components.analysis.strategies.versions import (
    PeriodState,
    adoption,
    in_force,
    in_order,
    period_state,
)
from components.model import (
    Decision,
    Dossier,
    Library,
    Outcome,
    Project,
    ProjectFunding,
    Strategy,
    first_day,
    last_day,
)
from components.model.tables import ProjectState

Stage = Literal["preparation", "evening_school", "approval", "projects", "outcome", "accounts"]
STAGES: tuple[Stage, ...] = get_args(Stage)
StepKind = Literal["decision", "outcome", "begin", "end", "replaced"]
Report = tuple[Outcome, Standing]
"""What was reported of a project, and what its state follows from."""
MENTIONS: tuple[tuple[Stage, str], ...] = (
    ("evening_school", "iltakoul"),
    ("accounts", "tilinpäät"),
)
"""How the words of a decision name a stage that no decision of ours may be of."""


@dataclass(frozen=True)
class Step:
    """One step: a decision, a report, or where a period begins or ends.

    `row` is the register that tells the moment, `newer` the version that replaces. `reports` are
    of projects; one that a newer one of the same project replaced stays as it was told.
    """

    kind: StepKind
    moment: str | None = None
    stage: Stage | None = None
    mentions: tuple[Stage, ...] = ()
    decision: Decision | None = None
    sentence: Sentence | None = None
    grounds: tuple[Sentence, ...] = ()
    reports: tuple[Report, ...] = ()
    row: ProjectFunding | None = None
    newer: Strategy | None = None

    @property
    def day(self) -> date | None:
        """The day of the step: the first of its moment, the last where something ends."""
        if self.moment is None:
            return None
        return last_day(self.moment) if self.kind == "end" else first_day(self.moment)

    def ahead(self, today: date) -> bool:
        """Whether the step is still to come."""
        return self.day is not None and self.day > today

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The rows of the reports."""
        return tuple(outcome for outcome, _ in self.reports)

    def states(self, today: date) -> dict[ProjectState, int]:
        """How many of the projects reported on are in each state on a day."""
        return dict(Counter(standing.state(today) for _, standing in self.reports))


@dataclass(frozen=True)
class Trail:
    """The steps of a strategy version or of a project, the oldest first, the undated last."""

    record: Strategy | Project
    steps: tuple[Step, ...]
    sentence: Sentence | None = None

    @property
    def decisions(self) -> tuple[Step, ...]:
        """The steps that are decisions."""
        return tuple(step for step in self.steps if step.kind == "decision")


@dataclass(frozen=True)
class Trails:
    """All of a municipality: versions, the newest first; projects; decisions that are in none."""

    versions: tuple[Trail, ...]
    projects: tuple[Trail, ...]
    others: tuple[Step, ...]


@dataclass(frozen=True)
class Link:
    """A stage with the steps that are of it and the decisions that mention it."""

    stage: Stage
    steps: tuple[Step, ...]
    mentioned: tuple[Step, ...]


@dataclass(frozen=True)
class InForce:
    """The version in force, the decision behind it when known, and what is known of it."""

    strategy: Strategy
    decision: Decision | None
    state: PeriodState
    text: TextKnown


def known_in_force(dossier: Dossier, today: date) -> InForce | None:
    """The version in force and what is known of it; None when all are still to come."""
    strategy = in_force(dossier, today)
    if strategy is None:
        return None
    state = period_state(strategy, today)
    return InForce(strategy, adoption(dossier, strategy), state, text_known(strategy))


def strategy_trail(library: Library, slug: str, strategy: Strategy) -> Trail:
    """The decisions on a version, the reports on its projects, its period, what replaced it."""
    dossier = library.dossiers[slug]
    projects = {project.id for project in dossier.projects if project.strategy == strategy.id}
    decisions = [
        item
        for item in dossier.decisions
        if item.strategy == strategy.id or item.id == strategy.adopted_by
    ]
    adopted = adoption(dossier, strategy)
    reports = [report for report in _reports(library, dossier, projects) if report[0].date]
    steps = _decided(
        dossier, [(item, _stage(item, strategy, adopted)) for item in decisions], reports
    )
    if strategy.period:
        steps.append(Step("begin", strategy.period.start))
        if strategy.period.end:
            steps.append(Step("end", strategy.period.end))
    for newer in dossier.strategies:
        decision = adoption(dossier, newer)
        if newer.replaces == strategy.id and decision:
            said = sentence(slug, "decision", decision, None)
            moment = decision.date.isoformat()
            steps.append(Step("replaced", moment, decision=decision, sentence=said, newer=newer))
    return Trail(strategy, _sorted(steps))


def project_trail(library: Library, slug: str, project: Project) -> Trail:
    """The decisions on a project, its begin and end, and all that was reported of it."""
    dossier = library.dossiers[slug]
    decisions = [
        item
        for item in dossier.decisions
        if item.id in project.decided_by or project.id in item.projects
    ]
    steps = _decided(
        dossier,
        [(item, "outcome" if item.what == "noted" else "projects") for item in decisions],
        _reports(library, dossier, {project.id}),
    )
    row = funding_of(library, slug, project)
    if row and (row.start or row.end):
        begin, end = row.start, row.end
    else:
        row = None
        begin = project.period.start if project.period else None
        end = project.period.end if project.period else None
    said = sentence(slug, "project", project, None)
    if begin:
        steps.append(Step("begin", begin, sentence=said, row=row))
    if end:  # the source of the period is told once, where the project begins
        steps.append(Step("end", end, sentence=None if begin else said, row=row))
    return Trail(project, _sorted(steps), said)


def trails(library: Library, slug: str) -> Trails:
    """Every trail of a municipality; a project of which no step is known has none."""
    dossier = library.dossiers[slug]
    versions = [strategy_trail(library, slug, item) for item in reversed(in_order(dossier))]
    projects = [project_trail(library, slug, item) for item in dossier.projects]
    walked = {
        step.decision.id
        for trail in (*versions, *projects)
        for step in trail.decisions
        if step.decision
    }
    rest = [(item, None) for item in dossier.decisions if item.id not in walked]
    return Trails(
        tuple(versions),
        tuple(trail for trail in projects if trail.steps),
        _sorted(_decided(dossier, rest, ())),
    )


def chain(trail: Trail) -> list[Link]:
    """The stages from preparation to accounts, each with its steps or with none."""
    return [
        Link(
            stage,
            tuple(step for step in trail.steps if step.stage == stage),
            tuple(step for step in trail.steps if stage in step.mentions),
        )
        for stage in STAGES
    ]


def _reports(library: Library, dossier: Dossier, projects: set[str]) -> list[Report]:
    """The reports on some projects; the newest of each tells how it stands."""
    standings = {
        project.id: standing_of(library, dossier.slug, project)
        for project in dossier.projects
        if project.id in projects
    }
    return [
        (row, now if row == now.outcome else Standing(row))
        for row in library.outcomes
        if row.municipality_code == dossier.code and (now := standings.get(row.project))
    ]


def _decided(
    dossier: Dossier,
    decisions: Sequence[tuple[Decision, Stage | None]],
    reports: Sequence[Report],
) -> list[Step]:
    """A step a decision, holding what its body reported that day; then the other reports."""
    steps = []
    left = list(reports)
    for decision, stage in decisions:
        told = [
            report
            for report in left
            if (report[0].date, report[0].reported_by) == (decision.date, decision.body)
        ]
        left = [report for report in left if report not in told]
        steps.append(
            Step(
                "decision",
                decision.date.isoformat(),
                stage,
                _mentions(decision, stage),
                decision,
                sentence(dossier.slug, "decision", decision, None),
                tuple(
                    sentence(dossier.slug, "statement", item, decision.source, owner=decision.id)
                    for item in decision.statements
                ),
                tuple(told),
            )
        )
    grouped: dict[tuple[date | None, str | None], list[Report]] = {}
    for report in left:
        grouped.setdefault((report[0].date, report[0].reported_by), []).append(report)
    for (day, _), same in grouped.items():
        moment = day.isoformat() if day else None
        stage = "outcome" if day else None
        steps.append(Step("outcome", moment, stage, reports=tuple(same)))
    return steps


def _stage(decision: Decision, strategy: Strategy, adopted: Decision | None) -> Stage | None:
    if decision.id == strategy.adopted_by:
        return "approval"
    if not decision.projects and adopted and decision.date < adopted.date:
        return "preparation"
    if decision.what == "noted":
        return "outcome"
    if decision.projects:
        return "projects"
    return "approval" if decision.what == "approved" and not adopted else None


def _mentions(decision: Decision, own: Stage | None) -> tuple[Stage, ...]:
    texts = [decision.title, decision.text or "", *(item.text for item in decision.statements)]
    said = " ".join(texts).casefold()
    return tuple(stage for stage, word in MENTIONS if stage != own and word in said)


def _sorted(steps: Sequence[Step]) -> tuple[Step, ...]:
    return tuple(sorted(steps, key=lambda step: step.day or date.max))
