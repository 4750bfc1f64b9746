"""How far each indicator of a municipality has come: its series judged by the rule of progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.analysis.indicators.due_dates import (
    After,
    Milestone,
    breaks_of,
    milestone,
    same_measure,
)
from components.analysis.indicators.progress import (
    STATES,
    Course,
    Flag,
    Judgement,
    State,
    judge,
    next_target,
)
from components.analysis.indicators.series import Series, Value, series_of
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
class Progress:
    """An indicator of a municipality with its state and all that the state rests on.

    `begin` is the stated baseline, or else the first value that can be held against the newest
    one: then it is `ours`. `target` is the next one due, or the last one, as `milestone` tells
    it; `milestones` are all of them.
    """

    slug: str
    indicator: Indicator
    series: Series
    begin: Point | None
    begin_is_ours: bool
    target: Target | None
    judgement: Judgement
    milestone: Milestone | None
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

    @property
    def measured(self) -> Value | None:
        """The value that the state rests on: the newest, or that of a due date that has passed."""
        judged = self.milestone.measured if self.milestone else None
        return judged or self.series.latest

    @property
    def newest(self) -> Value | None:
        """The newest value where the state does not rest on it."""
        return self.milestone.newest if self.milestone else None

    @property
    def after(self) -> tuple[After, ...]:
        """What came after the due date."""
        return self.milestone.after if self.milestone else ()


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
    milestones = tuple(milestone(series, indicator, item, today) for item in indicator.targets)
    target = next_target(indicator.targets, latest)
    next_one = next((item for item in milestones if item.target is target), None)
    trend, breaks = _trend(series, begin, indicator)
    judged = next_one.judgement if next_one else trend
    return Progress(
        slug=dossier.slug,
        indicator=indicator,
        series=series,
        begin=begin,
        begin_is_ours=begin is not None and indicator.baseline is None,
        target=target,
        judgement=trend if judged.state == "trend_only" else judged,
        milestone=next_one,
        milestones=milestones,
        flags=tuple(_flags(dossier, indicator, latest, next_one, today)),
        breaks=next_one.breaks if next_one and judged.state != "trend_only" else breaks,
    )


def _begin(indicator: Indicator, series: Series) -> Point | None:
    """The stated baseline, or else the first value comparable with the newest."""
    if indicator.baseline:
        return indicator.baseline
    return series.comparable[0].point if series.comparable else None


def _trend(
    series: Series, begin: Point | None, indicator: Indicator
) -> tuple[Judgement, tuple[Break, ...]]:
    """Which way it has gone since it began, to a target or not, and the breaks on that way."""
    breaks = breaks_of(series, begin, series.latest)
    course = Course(
        direction=series.definition.direction,
        decimals=series.definition.decimals,
        baseline=begin,
        latest=series.latest.point if series.latest else None,
        target=None,
        comparable=not breaks and same_measure(series, indicator, series.latest),
    )
    return judge(course), breaks


def _flags(
    dossier: Dossier,
    indicator: Indicator,
    latest: Point | None,
    judged: Milestone | None,
    today: date,
) -> list[Flag]:
    flags: list[Flag] = []
    target = judged.target if judged else None
    if target is not None and indicator.baseline is None and not target.is_band:
        flags.append("no_baseline")
    if latest is None:
        return flags
    measured = last_day(latest.date)
    if judged and judged.measured and _off_the_date(judged.target, judged.measured, today):
        flags.append("target_year_passed")
    strategy = strategy_of(dossier, indicator)
    if strategy and strategy.period and measured < strategy.period.first:
        flags.append("before_period")
    return flags


def _off_the_date(target: Target, value: Value, today: date) -> bool:
    """Whether a target was due, and the value that it is judged by is of another time."""
    due = last_day(target.date)
    return due < today and (last_day(value.point.date) < due or value.year > due.year)


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
