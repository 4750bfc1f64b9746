"""A target judged as of its due date, and what became of it after.

- While the date is ahead, or nothing newer was measured, the newest value counts.
- Else the value of the due year counts, or the last one before it that was measured after the
  baseline. Where that is older than the due year, the state is by that figure all the same, and
  the flag `target_year_passed` tells that the due year itself has no value.
- Where there is no such value either, the first one after the due year counts, with the same
  flag: it is the nearest that is known.

What came after never changes the state: it is told beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from components.analysis.indicators.progress import Course, Judgement, State, judge
from components.analysis.indicators.series import Series, Value, breaks_between, obstacles, unit_of
from components.model import Break, Indicator, Point, Target, last_day

MET: tuple[State, ...] = ("achieved", "maintained")
Turn = Literal["fallen", "risen", "left", "late", "seen", "unseen"]
"""Met and since fallen below, risen above or left; met late; of a due year without a value, how
the newest value stands."""


@dataclass(frozen=True)
class After:
    """What a value measured after the due date tells, and how many years after it is."""

    turn: Turn
    point: Point
    years: int


@dataclass(frozen=True)
class Milestone:
    """One dated target and how it stands.

    `measured` is the value that it is judged by. `newest` is set where a newer value is known,
    which the state then does not rest on; `breaks` are those that part it from the baseline.
    """

    target: Target
    judgement: Judgement
    measured: Value | None
    newest: Value | None = None
    after: tuple[After, ...] = ()
    breaks: tuple[Break, ...] = ()


def milestone(series: Series, indicator: Indicator, target: Target, today: date) -> Milestone:
    """A target of an indicator with its state."""
    measured = value_when_due(series, indicator.baseline, target, today)
    newest = series.latest if series.latest is not measured else None
    breaks = breaks_of(series, indicator.baseline, measured)
    course = Course(
        direction=series.definition.direction,
        decimals=series.definition.decimals,
        baseline=indicator.baseline,
        latest=measured.point if measured else None,
        target=target,
        comparable=not breaks and same_measure(series, indicator, measured),
    )
    if newest is None or measured is None:
        return Milestone(target, judge(course), measured, breaks=breaks)
    later = _later(series, indicator, target, measured)
    return Milestone(target, judge(course), measured, newest, after_due(course, later), breaks)


def value_when_due(
    series: Series, baseline: Point | None, target: Target, today: date
) -> Value | None:
    """The value by which a target is judged."""
    due, latest = last_day(target.date), series.latest
    if latest is None or due >= today or latest.year <= due.year:
        return latest
    begin = last_day(baseline.date).year if baseline else 0
    since = [value for value in series.values if begin < value.year]
    until = [value for value in since if value.year <= due.year]
    return until[-1] if until else next(iter(since), latest)


def breaks_of(series: Series, begin: Point | None, value: Value | None) -> tuple[Break, ...]:
    """The breaks between the beginning and a value."""
    if begin is None or value is None:
        return ()
    return tuple(breaks_between(series.definition, last_day(begin.date).year, value.year))


def same_measure(series: Series, indicator: Indicator, value: Value | None) -> bool:
    """Whether a value is told in the unit and by the definition of baseline and targets."""
    if value is None or not (indicator.baseline or indicator.targets):
        return True
    unit = indicator.unit or series.definition.unit.id
    told = unit_of(series.definition, value.observation)
    return unit == told and indicator.variant == value.observation.variant


def _later(series: Series, indicator: Indicator, target: Target, measured: Value) -> list[Point]:
    """The values after it was due and judged that can be held against it, oldest first."""
    due = last_day(target.date).year
    return [
        value.point
        for value in series.values
        if value.year > max(due, measured.year)
        and not obstacles(series.definition, measured, value)
        and not breaks_of(series, indicator.baseline, value)
    ]


def after_due(course: Course, later: Sequence[Point]) -> tuple[After, ...]:
    """What the later values tell of a target that was due; `course` is as of that day."""
    if not later or course.target is None or course.latest is None or not course.comparable:
        return ()
    due, newest = last_day(course.target.date).year, later[-1]
    states = {point.date: judge(replace(course, latest=point)).state for point in later}
    if states[newest.date] == "trend_only":  # which way is better is not known
        return ()
    met = [point for point in later if states[point.date] in MET]
    lost = () if newest in met else (_after(_lost(course), newest, due),)
    if judge(course).state in MET:
        return lost
    if last_day(course.latest.date).year != due:
        return (_after("seen" if newest in met else "unseen", newest, due),)
    return (_after("late", met[0], due), *lost) if met else ()


def _after(turn: Turn, point: Point, due: int) -> After:
    return After(turn, point, last_day(point.date).year - due)


def _lost(course: Course) -> Turn:
    """How a target that was met is lost again: a level or a band is left to either side."""
    target, begin = course.target, course.baseline
    if target is None or target.value is None or (begin and begin.value == target.value):
        return "left"
    if course.direction != "none":
        return "fallen" if course.direction == "up" else "risen"
    return "fallen" if begin and target.value > begin.value else "risen"
