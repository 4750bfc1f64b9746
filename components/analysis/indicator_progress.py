"""How far each indicator of a municipality has come: its series judged by the rule of progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.analysis.progress import (
    STATES,
    Course,
    Flag,
    Judgement,
    State,
    judge,
    next_target,
)
from components.analysis.series import Series, breaks_between, series_of, unit_of
from components.model import (
    Break,
    Dossier,
    Indicator,
    IndicatorDefinition,
    Library,
    Point,
    Strategy,
    Target,
    last_day,
)


@dataclass(frozen=True)
class Milestone:
    """One dated target and how it stands."""

    target: Target
    judgement: Judgement


@dataclass(frozen=True)
class Progress:
    """An indicator of a municipality with its state and all that the state rests on.

    `begin` is the stated baseline, or else the first value that can be held against the newest
    one: then it is `ours`. `target` is the next one due, `milestones` are all of them.
    """

    slug: str
    indicator: Indicator
    series: Series
    begin: Point | None
    begin_is_ours: bool
    target: Target | None
    judgement: Judgement
    milestones: tuple[Milestone, ...]
    flags: tuple[Flag, ...]
    breaks: tuple[Break, ...]

    @property
    def key(self) -> str:
        """The id that is unique in the whole library."""
        return f"{self.slug}/{self.indicator.id}"

    @property
    def state(self) -> State:
        """The state in short."""
        return self.judgement.state

    @property
    def definition(self) -> IndicatorDefinition:
        """What the indicator means."""
        return self.series.definition

    @property
    def latest(self) -> Point | None:
        """The newest measured value."""
        return self.series.latest.point if self.series.latest else None


def progress_of(
    library: Library, slug: str, today: date, goal: str | None = None
) -> list[Progress]:
    """The indicators of a municipality, those of a goal alone if one is named."""
    dossier = library.dossiers[slug]
    return [
        indicator_progress(library, dossier, indicator, today)
        for indicator in dossier.indicators
        if indicator.indicator in library.indicators and (goal is None or goal in indicator.goals)
    ]


def indicator_progress(
    library: Library, dossier: Dossier, indicator: Indicator, today: date
) -> Progress:
    """One indicator judged against its next target."""
    series = series_of(library, dossier.slug, indicator.indicator)
    latest = series.latest.point if series.latest else None
    begin = _begin(indicator, series)
    breaks = _breaks(series, begin)
    comparable = not breaks and _same_measure(indicator, series)
    milestones = tuple(
        Milestone(target, judge(_course(series, begin, indicator, target, comparable=comparable)))
        for target in indicator.targets
    )
    target = next_target(indicator.targets, latest)
    trend = judge(_course(series, begin, indicator, None, comparable=comparable))
    judged = next((item.judgement for item in milestones if item.target is target), trend)
    return Progress(
        slug=dossier.slug,
        indicator=indicator,
        series=series,
        begin=begin,
        begin_is_ours=begin is not None and indicator.baseline is None,
        target=target,
        judgement=trend if judged.state == "trend_only" else judged,
        milestones=milestones,
        flags=tuple(_flags(dossier, indicator, latest, target, today)),
        breaks=breaks,
    )


def _begin(indicator: Indicator, series: Series) -> Point | None:
    """The stated baseline, or else the first value comparable with the newest."""
    if indicator.baseline:
        return indicator.baseline
    return series.comparable[0].point if series.comparable else None


def _course(
    series: Series,
    begin: Point | None,
    indicator: Indicator,
    target: Target | None,
    *,
    comparable: bool,
) -> Course:
    """Only a stated baseline measures the way to a target; ours tells a trend alone."""
    return Course(
        direction=series.definition.direction,
        decimals=series.definition.decimals,
        baseline=begin if target is None else indicator.baseline,
        latest=series.latest.point if series.latest else None,
        target=target,
        comparable=comparable,
    )


def _breaks(series: Series, begin: Point | None) -> tuple[Break, ...]:
    if begin is None or series.latest is None:
        return ()
    year = last_day(begin.date).year
    return tuple(breaks_between(series.definition, year, series.latest.year))


def _same_measure(indicator: Indicator, series: Series) -> bool:
    """Whether the newest value is told in the unit and by the definition of the targets."""
    if series.latest is None or not (indicator.baseline or indicator.targets):
        return True
    row = series.latest.observation
    unit = indicator.unit or series.definition.unit.id
    return unit == unit_of(series.definition, row) and indicator.variant == row.variant


def _flags(
    dossier: Dossier,
    indicator: Indicator,
    latest: Point | None,
    target: Target | None,
    today: date,
) -> list[Flag]:
    flags: list[Flag] = []
    if target is not None and indicator.baseline is None and not target.is_band:
        flags.append("no_baseline")
    if latest is None:
        return flags
    measured = last_day(latest.date)
    if target is not None and measured < last_day(target.date) < today:
        flags.append("target_year_passed")
    strategy = strategy_of(dossier, indicator)
    if strategy and strategy.period and measured < strategy.period.first:
        flags.append("before_period")
    return flags


def strategy_of(dossier: Dossier, indicator: Indicator) -> Strategy | None:
    """The version whose goals an indicator serves."""
    goals = set(indicator.goals)
    return next(
        (
            strategy
            for strategy in reversed(dossier.strategies)
            if goals & {goal.id for goal in strategy.goals}
        ),
        None,
    )


def state_counts(progresses: Sequence[Progress]) -> dict[State, int]:
    """How many indicators are in each state, in the order of the states; never a mean."""
    counts = Counter(item.state for item in progresses)
    return {state: counts[state] for state in STATES if counts[state]}
