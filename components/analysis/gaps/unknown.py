"""Each thing that our data does not know of a municipality: of what, why, what could be done.

It is a gap of our data alone: the municipality may well know what we do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from components.analysis.gaps.summary import NOT_TOLD
from components.analysis.indicators.series import series_of
from components.analysis.projects.project_states import Standing
from components.analysis.projects.projects import standing_of
from components.analysis.sentences.sentences import (
    Sentence,
    goal_sentences,
    indicator_sentence,
    sentence,
)
from components.analysis.strategies.cycle import DutyView, duties
from components.analysis.strategies.versions import Version, adoption, current, has_text, in_order
from components.model import (
    Dossier,
    Duty,
    Goal,
    Indicator,
    Library,
    Outcome,
    Project,
    Source,
    Strategy,
)

UnknownKind = Literal[
    "report_promised",
    "project_without_outcome",
    "goal_without_indicator",
    "indicator_without_target",
    "indicator_without_baseline",
    "indicator_without_value",
    "source_not_at_hand",
    "goal_by_name_only",
]
Why = Literal[
    "passed",
    "soon",
    "later",
    "no_day",
    "no_indicators",
    "noted",
    "ended",
    "untold",
    "no_indicator",
    "only_ours",
    "target",
    "baseline",
    "value",
    "online",
    "no_text",
    "partial",
    "names_only",
    "no_names",
    "name_only",
]
Action = Literal["ask", "decide", "publish"]
Turn = Literal["due", "ask", "decide", "publish"]
KINDS: tuple[UnknownKind, ...] = get_args(UnknownKind)
WHYS: tuple[Why, ...] = get_args(Why)
TURNS: tuple[Turn, ...] = get_args(Turn)


@dataclass(frozen=True)
class Unknown:
    """One thing not known: of what, why we say so, and what a council could do next.

    `due` is the day that passed without a record, or else the next one. `cited` are the words in
    which the thing stands in its source; what is known by no words at all has none.
    """

    slug: str
    kind: UnknownKind
    about: Goal | Indicator | Project | Duty | Source | Strategy
    why: Why
    action: Action
    cited: Sentence | None
    goals: tuple[Goal, ...] = ()
    due: date | None = None
    duty: DutyView | None = None
    outcome: Outcome | None = None

    @property
    def turn(self) -> Turn:
        """Where in the order it stands: what has a day comes first."""
        return "due" if self.due else self.action

    @property
    def source(self) -> str | None:
        """The id of the source that it rests on."""
        if isinstance(self.about, Source):
            return self.about.id
        return self.cited.source or None if self.cited else None


def unknown_of(library: Library, version: Version, today: date) -> Iterator[Unknown]:
    """All that is not known of a version and its municipality, kind by kind."""
    dossier = library.dossiers[version.slug]
    yield from _promises(library, dossier, version.strategy, today)
    yield from _projects(library, dossier, today)
    yield from _goals(library, dossier, version.strategy)
    for indicator in served(library, dossier, version.strategy):
        yield from _of_indicator(library, dossier, version.strategy, indicator)
    yield from _sources(dossier)
    for strategy, goal in named_goals(dossier, version.strategy, today):
        if not goal.statements:
            yield Unknown(
                slug=dossier.slug,
                kind="goal_by_name_only",
                about=goal,
                why="name_only",
                action="publish",
                cited=_goal_sentence(dossier, strategy, goal),
                goals=(goal,),
            )


def served(library: Library, dossier: Dossier, strategy: Strategy) -> list[Indicator]:
    """The indicators of a version's goals, and those that serve no goal of any version."""
    goals = {goal.id for goal in strategy.goals}
    return [
        item
        for item in dossier.indicators
        if item.indicator in library.indicators and (not item.goals or goals & set(item.goals))
    ]


def _promises(
    library: Library, dossier: Dossier, strategy: Strategy, today: date
) -> Iterator[Unknown]:
    """The promises to follow up that our sources hold no record of, or that are still ahead."""
    measured = any(item.basis == "adopted" for item in served(library, dossier, strategy))
    for view in duties(dossier, strategy, today):
        why = _promise(view, measured=measured)
        if why:
            yield Unknown(
                slug=dossier.slug,
                kind="report_promised",
                about=view.duty,
                why=why,
                action="ask",
                cited=view.sentence,
                due=view.passed if why == "passed" else view.next,
                duty=view,
            )


def _promise(view: DutyView, *, measured: bool) -> Why | None:
    """Why a promise is open; None for one that is kept, or that nobody can report on."""
    if view.duty.what == "daily_work":
        return None
    if view.duty.what == "indicators":
        return None if measured else "no_indicators"
    if view.passed_state == "no_record":
        return "passed"
    return None if view.state == "over" else view.state


def _projects(library: Library, dossier: Dossier, today: date) -> Iterator[Unknown]:
    for project in dossier.projects:
        standing = standing_of(library, dossier.slug, project)
        if standing.state(today) in NOT_TOLD:
            yield Unknown(
                slug=dossier.slug,
                kind="project_without_outcome",
                about=project,
                why=_untold(standing, today),
                action="ask",
                cited=sentence(dossier.slug, "project", project, None),
                goals=_goals_called(dossier, project.goals),
                outcome=standing.outcome,
            )


def _untold(standing: Standing, today: date) -> Why:
    """Whether a body has dealt with the outcome elsewhere, the project is over, or neither."""
    if standing.noted:
        return "noted"
    return "ended" if standing.state(today) == "ended" else "untold"


def _goals(library: Library, dossier: Dossier, strategy: Strategy) -> Iterator[Unknown]:
    """The goals that no indicator of the municipality itself serves."""
    for goal in strategy.goals:
        linked = [item for item in served(library, dossier, strategy) if goal.id in item.goals]
        if all(item.basis == "interpretation" for item in linked):
            yield Unknown(
                slug=dossier.slug,
                kind="goal_without_indicator",
                about=goal,
                why="only_ours" if linked else "no_indicator",
                action="decide",
                cited=_goal_sentence(dossier, strategy, goal),
                goals=(goal,),
            )


def _of_indicator(
    library: Library, dossier: Dossier, strategy: Strategy, indicator: Indicator
) -> Iterator[Unknown]:
    """What an indicator lacks.

    Of one that we have chosen no baseline is missing: nobody has set it. A band needs none.
    """
    lacks: list[tuple[UnknownKind, Why, Action]] = []
    bands = bool(indicator.targets) and all(target.is_band for target in indicator.targets)
    if not indicator.targets:
        lacks.append(("indicator_without_target", "target", "decide"))
    if indicator.baseline is None and indicator.basis != "interpretation" and not bands:
        lacks.append(("indicator_without_baseline", "baseline", "decide"))
    if not series_of(library, dossier.slug, indicator.indicator).values:
        lacks.append(("indicator_without_value", "value", "ask"))
    own = [goal.id for goal in strategy.goals if goal.id in indicator.goals]
    for kind, why, action in lacks:
        yield Unknown(
            slug=dossier.slug,
            kind=kind,
            about=indicator,
            why=why,
            action=action,
            cited=indicator_sentence(dossier.slug, indicator),
            goals=_goals_called(dossier, own),
        )


def _sources(dossier: Dossier) -> Iterator[Unknown]:
    """The versions known by names at most, and the sources whose text we do not have whole."""
    for strategy in in_order(dossier):
        if not has_text(strategy):
            yield Unknown(
                slug=dossier.slug,
                kind="source_not_at_hand",
                about=strategy,
                why="names_only" if strategy.goals else "no_names",
                action="publish",
                cited=_strategy_sentence(dossier, strategy),
            )
    for source in dossier.sources:
        why = _absent(source)
        if why:
            yield Unknown(
                slug=dossier.slug,
                kind="source_not_at_hand",
                about=source,
                why=why,
                action="publish",
                cited=None,
            )


def _absent(source: Source) -> Why | None:
    if source.text is None:
        return "online" if source.url else "no_text"
    return "partial" if source.partial else None


def _strategy_sentence(dossier: Dossier, strategy: Strategy) -> Sentence | None:
    """The decision by which a version was adopted, or else the source that names it."""
    adopted = adoption(dossier, strategy)
    if adopted:
        return sentence(dossier.slug, "decision", adopted, None)
    named = next((goal.source for goal in strategy.goals if goal.source), None)
    source = strategy.source or named
    return Sentence(dossier.slug, strategy.id, "statement", source) if source else None


def _goal_sentence(dossier: Dossier, strategy: Strategy, goal: Goal) -> Sentence:
    """The goal as its source names it; one without a name rests on the source alone."""
    named = next(
        (item for item in goal_sentences(dossier.slug, strategy, goal) if item.kind == "goal"),
        None,
    )
    source = goal.source or strategy.source or ""
    return named or Sentence(dossier.slug, goal.id, "goal", source)


def named_goals(dossier: Dossier, shown: Strategy, today: date) -> list[tuple[Strategy, Goal]]:
    """The goals of the shown version and, where it is another, of the one in force."""
    now = current(dossier, today)
    every = [shown] if now is shown else [shown, now]
    return [(strategy, goal) for strategy in every for goal in strategy.goals]


def _goals_called(dossier: Dossier, ids: Sequence[str]) -> tuple[Goal, ...]:
    return tuple(
        goal for strategy in dossier.strategies for goal in strategy.goals if goal.id in ids
    )
