"""The rule of progress: the share of the way against the share of the time, told as a state.

Missing is never zero and zero is never missing. The limits of the pace follow the method of
Statistics Canada for the goals of the United Nations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal, get_args

from components.model import Point, Target, last_day
from components.model.indicators import Direction

ON_TRACK, SLIGHTLY_BEHIND = Fraction(95, 100), Fraction(60, 100)

State = Literal[
    "achieved",
    "maintained",
    "on_track",
    "slightly_behind",
    "behind",
    "moving_away",
    "missed",
    "outside_band",
    "too_early",
    "trend_only",
    "not_comparable",
    "no_data",
]
STATES: tuple[State, ...] = get_args(State)
Trend = Literal["improving", "worsening", "rising", "falling", "unchanged"]
Flag = Literal["target_year_passed", "no_baseline", "before_period"]


@dataclass(frozen=True)
class Course:
    """Where an indicator began, where it is and where it should be.

    `comparable` is false when unit or definition differ or a break lies on the way.
    """

    direction: Direction
    decimals: int
    baseline: Point | None
    latest: Point | None
    target: Target | None
    comparable: bool = True


@dataclass(frozen=True)
class Judgement:
    """The state with the shares that it rests on; a share is None where there is none."""

    state: State
    trend: Trend | None = None
    way: Fraction | None = None
    time: Fraction | None = None

    @property
    def pace(self) -> Fraction | None:
        """The share of the way over the share of the time."""
        return self.way / self.time if self.way is not None and self.time else None


def judge(course: Course) -> Judgement:
    """The state of a course: the first line of the rule that fits."""
    if course.latest is None:
        return Judgement("no_data")
    if not course.comparable:
        return Judgement("not_comparable")
    if course.target is None:
        return Judgement("trend_only", trend=trend_of(course))
    band = band_of(course)
    if band is not None:
        (low, high), value = band, course.latest.value
        if not course.target.is_band:  # to stay where one began is meant as it is shown
            value = _rounded(value, course.decimals)
        return Judgement("maintained" if low <= value <= high else "outside_band")
    return _towards(course, course.latest, course.target)


def trend_of(course: Course) -> Trend | None:
    """Which way the value has gone since the baseline; None without two values to hold."""
    first, last = course.baseline, course.latest
    if first is None or last is None or last_day(last.date) <= last_day(first.date):
        return None
    change = _rounded(last.value - first.value, course.decimals)
    if change == 0:
        return "unchanged"
    if course.direction == "none":
        return "rising" if change > 0 else "falling"
    return "improving" if (change > 0) == (course.direction == "up") else "worsening"


def band_of(course: Course) -> tuple[Decimal, Decimal] | None:
    """The ends to stay within; a target that equals the baseline is a band of itself."""
    target = course.target
    if target is None:
        return None
    if target.low is not None and target.high is not None:
        return target.low, target.high
    if course.baseline is not None and target.value == course.baseline.value:
        kept = _rounded(course.baseline.value, course.decimals)
        return kept, kept
    return None


def _towards(course: Course, latest: Point, target: Target) -> Judgement:
    """The state on the way to one value."""
    goal, sign = target.value, _sign(course)
    if goal is None or sign is None:
        return Judgement("trend_only", trend=trend_of(course))
    way, time = way_of(course), time_of(course)
    if sign * (latest.value - goal) >= 0:
        return Judgement("achieved", way=way, time=time)
    if last_day(latest.date) >= last_day(target.date):
        return Judgement("missed", way=way, time=time)
    if course.baseline is None:
        return Judgement("trend_only", trend=trend_of(course))
    if way is None or time is None or time <= 0:
        return Judgement("too_early", time=time)
    return Judgement(_by_pace(way, way / time), way=way, time=time)


def _by_pace(way: Fraction, pace: Fraction) -> State:
    if way < 0:
        return "moving_away"
    if pace >= ON_TRACK:
        return "on_track"
    return "slightly_behind" if pace >= SLIGHTLY_BEHIND else "behind"


def _sign(course: Course) -> int | None:
    """1 where more is wanted, -1 where less; without a direction the target itself tells."""
    if course.direction != "none":
        return 1 if course.direction == "up" else -1
    if course.baseline is None or course.target is None or course.target.value is None:
        return None
    return 1 if course.target.value > course.baseline.value else -1


def way_of(course: Course) -> Fraction | None:
    """The share of the way from baseline to target that is done; it may pass 0 and 1."""
    first, last, target = course.baseline, course.latest, course.target
    if first is None or last is None or target is None or target.value is None:
        return None
    if target.value == first.value or last_day(last.date) <= last_day(first.date):
        return None
    return Fraction(last.value - first.value) / Fraction(target.value - first.value)


def time_of(course: Course) -> Fraction | None:
    """The share of the time from baseline to target at the day of the measurement.

    Whole years are counted as years, so that half of ten years is a half; else days are.
    """
    first, last, target = course.baseline, course.latest, course.target
    if first is None or last is None or target is None:
        return None
    moments = (first.date, last.date, target.date)
    begin, now, end = map(int, moments) if _whole_years(moments) else map(_day_number, moments)
    return Fraction(now - begin, end - begin)


def _whole_years(moments: Sequence[str]) -> bool:
    return all("-" not in moment for moment in moments)


def _day_number(moment: str) -> int:
    return last_day(moment).toordinal()


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def next_target(targets: Sequence[Target], latest: Point | None) -> Target | None:
    """The first target that was not yet due when last measured, or else the last one."""
    if latest is None:
        return targets[0] if targets else None
    coming = [item for item in targets if last_day(item.date) > last_day(latest.date)]
    return next(iter(coming), targets[-1] if targets else None)
