"""The rule of progress: the golden cases of the rule, their mirror images, and any input."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.indicators.progress import (
    STATES,
    Course,
    Judgement,
    State,
    Trend,
    band_of,
    judge,
    next_target,
    trend_of,
)
from components.model import Point, Target
from components.model.indicators import Direction

AGAINST: dict[Direction, Direction] = {"up": "down", "down": "up", "none": "none"}
TURNED: dict[Trend | None, Trend | None] = {"rising": "falling", "falling": "rising"}


def point(moment: int | str, value: str) -> Point:
    """A value at a moment."""
    return Point(date=str(moment), value=Decimal(value))


def aim(moment: int | str, value: str) -> Target:
    """A value to reach by a moment."""
    return Target(date=str(moment), value=Decimal(value))


def band(moment: int | str, low: str, high: str) -> Target:
    """Two values to stay within."""
    return Target(date=str(moment), low=Decimal(low), high=Decimal(high))


def course(  # noqa: PLR0913 - a course is all of these
    direction: Direction,
    begin: str | None,
    now: str | None,
    goal: str | None,
    *,
    decimals: int = 1,
    years: tuple[int | str, int | str, int | str] = (2020, 2025, 2030),
) -> Course:
    """A course as the rule's table writes it: baseline 2020, measured 2025, target 2030."""
    return Course(
        direction=direction,
        decimals=decimals,
        baseline=None if begin is None else point(years[0], begin),
        latest=None if now is None else point(years[1], now),
        target=None if goal is None else aim(years[2], goal),
    )


def mirrored(one: Course) -> Course:
    """The same course in a mirror: every value with its sign turned, the direction too."""

    def turned(value: Decimal | None) -> Decimal | None:
        return None if value is None else -value

    target = one.target
    return replace(
        one,
        direction=AGAINST[one.direction],
        baseline=one.baseline and Point(date=one.baseline.date, value=-one.baseline.value),
        latest=one.latest and Point(date=one.latest.date, value=-one.latest.value),
        target=target
        and Target(
            date=target.date,
            value=turned(target.value),
            low=turned(target.high),
            high=turned(target.low),
        ),
    )


GOLDEN: list[tuple[str, Course, State, Fraction | None, Fraction | None]] = [
    ("A", course("up", "50", "75", "100"), "on_track", Fraction(1, 2), Fraction(1)),
    ("B", course("down", "100", "50", "0"), "on_track", Fraction(1, 2), Fraction(1)),
    ("C", course("up", "0", "1", "10"), "behind", Fraction(1, 10), Fraction(1, 5)),
    ("D", course("up", "20", "19", "20"), "outside_band", None, None),
    ("E", course("up", "-5", "3", "0"), "achieved", Fraction(8, 5), Fraction(16, 5)),
    ("F", course("down", "100", "110", "50"), "moving_away", Fraction(-1, 5), Fraction(-2, 5)),
    ("G", course("down", "12", "10.5", "9"), "on_track", Fraction(1, 2), Fraction(1)),
    ("H", course("down", "12", "11.4", "9"), "behind", Fraction(1, 5), Fraction(2, 5)),
]


@pytest.mark.parametrize(("name", "one", "state", "way", "pace"), GOLDEN)
def test_golden_cases(
    name: str, one: Course, state: State, way: Fraction | None, pace: Fraction | None
) -> None:
    """Each of the eight cases gives its state, its share of the way and its pace."""
    judgement = judge(one)
    assert (judgement.state, judgement.way, judgement.pace) == (state, way, pace), name


@pytest.mark.parametrize(("name", "one", "state", "way", "pace"), GOLDEN)
def test_golden_cases_in_the_mirror(
    name: str, one: Course, state: State, way: Fraction | None, pace: Fraction | None
) -> None:
    """With every sign and the direction turned the case stays what it is."""
    judgement = judge(mirrored(one))
    assert (judgement.state, judgement.way, judgement.pace) == (state, way, pace), name


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (course("up", "10", "19", "20", years=(2020, 2030, 2030)), "missed"),
        (course("up", "10", "19", "20", years=(2020, 2031, 2030)), "missed"),
        (course("up", "10", "21", "20", years=(2020, 2031, 2030)), "achieved"),
        (course("up", "10", "10", "20", years=(2020, 2020, 2030)), "too_early"),
        (course("up", "10", "12", "20", years=(2020, 2019, 2030)), "too_early"),
        (course("up", "10", None, "20"), "no_data"),
        (course("up", None, "12", None), "trend_only"),
        (course("up", None, "12", "20"), "trend_only"),
        (course("up", None, "21", "20"), "achieved"),
        (course("none", None, "21", "20"), "trend_only"),
        (course("up", None, "19", "20", years=(2020, 2030, 2030)), "missed"),
        (course("none", "10", "15", "20"), "on_track"),
        (course("none", "20", "15", "10"), "on_track"),
        (course("none", "20", "21", "10"), "moving_away"),
        (course("up", "0", "0", "10"), "behind"),
        (course("down", "10", "0", "0"), "achieved"),
        (course("up", "-40", "-20", "0"), "on_track"),
        (course("down", "-10", "-15", "-20"), "on_track"),
        (course("up", "5", "5", "10"), "behind"),
        (course("up", "20", "20.04", "20"), "maintained"),
        (course("up", "20", "20.05", "20"), "outside_band"),
    ],
)
def test_other_cases(one: Course, state: State) -> None:
    """Due dates, a true zero, signs, a constant series and a kept level each have their state."""
    assert judge(one).state == state
    assert judge(mirrored(one)).state == state


def test_limits_of_the_pace_are_met_exactly() -> None:
    """A pace of just 0.95 is on track and of just 0.60 slightly behind; a hair less is not."""
    for now, state in (
        ("47.5", "on_track"),
        ("47.49999", "slightly_behind"),
        ("30", "slightly_behind"),
        ("29.99999", "behind"),
    ):
        assert judge(course("up", "0", now, "100")).state == state


def test_years_count_as_years_and_days_as_days() -> None:
    """Two of ten years are a fifth, leap days or not; once a day is known, days are counted."""
    years = judge(course("up", "0", "2", "10", years=(2020, 2022, 2030)))
    assert years.time == Fraction(1, 5)
    days = judge(course("up", "0", "2", "10", years=("2020-12-31", "2021-12-31", "2024-12-31")))
    assert days.time == Fraction(365, 1461)


@pytest.mark.parametrize(
    ("now", "state"), [("18", "maintained"), ("22", "maintained"), ("22.1", "outside_band")]
)
def test_band_holds_its_ends(now: str, state: State) -> None:
    """A band is judged by staying within it, ends included, with no share of the way."""
    one = replace(course("up", None, now, None), target=band(2030, "18", "22"))
    assert judge(one) == Judgement(state)
    assert judge(mirrored(one)) == Judgement(state)


@pytest.mark.parametrize(
    ("now", "state"),
    [("18.24", "maintained"), ("18.239", "outside_band"), ("22.04", "outside_band")],
)
def test_ends_of_a_band_are_compared_unrounded(now: str, state: State) -> None:
    """Rounding to the shown decimal neither lets a value into a band nor throws it out."""
    one = replace(course("up", None, now, None), target=band(2030, "18.24", "22"))
    assert judge(one) == Judgement(state)
    assert judge(mirrored(one)) == Judgement(state)


def test_what_cannot_be_compared_is_never_judged() -> None:
    """A break, another unit or another definition on the way leaves no state but its own."""
    one = replace(course("up", "10", "25", "20"), comparable=False)
    assert judge(one) == Judgement("not_comparable")


@pytest.mark.parametrize(
    ("direction", "now", "trend"),
    [
        ("up", "11", "improving"),
        ("up", "9", "worsening"),
        ("down", "9", "improving"),
        ("down", "11", "worsening"),
        ("none", "11", "rising"),
        ("none", "9", "falling"),
        ("up", "10.04", "unchanged"),
        ("none", "9.96", "unchanged"),
    ],
)
def test_without_a_target_only_the_trend_is_told(
    direction: Direction, now: str, trend: Trend
) -> None:
    """No target is never on track; a change that rounds to zero is none."""
    assert judge(course(direction, "10", now, None)) == Judgement("trend_only", trend=trend)


def test_one_value_has_no_trend() -> None:
    """A baseline alone, or a value of the same year, tells no way."""
    assert trend_of(course("up", None, "10", None)) is None
    assert trend_of(course("up", "10", "11", None, years=(2020, 2020, 2030))) is None


def test_next_target_is_the_first_not_yet_due() -> None:
    """Of several dated targets the next one counts, after the last that one."""
    targets = [aim(2024, "1"), aim(2027, "2"), aim(2030, "3")]
    assert next_target(targets, None) is targets[0]
    assert next_target(targets, point(2023, "0")) is targets[0]
    assert next_target(targets, point(2024, "0")) is targets[1]
    assert next_target(targets, point(2031, "0")) is targets[2]
    assert next_target([], point(2031, "0")) is None


def test_only_a_target_makes_a_band() -> None:
    """Without a target there is nothing to stay within."""
    assert band_of(course("up", "20", "20", None)) is None


DECIMALS = st.decimals(-(10**9), 10**9, places=3)
YEARS = st.integers(1950, 2060)


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Any course that a checked file can give."""
    begin = draw(st.none() | st.builds(point, YEARS, DECIMALS.map(str)))
    latest = draw(st.none() | st.builds(point, YEARS, DECIMALS.map(str)))
    year = draw(st.integers(int(begin.date) + 1 if begin else 1950, 2070))
    ends = draw(st.tuples(DECIMALS, DECIMALS))
    one = st.just(aim(year, str(ends[0])))
    both = st.just(band(year, str(min(ends)), str(max(ends))))
    target = draw(st.none() | one | both)
    direction: Direction = draw(st.sampled_from(get_args(Direction)))
    if begin and target and target.value is not None and direction != "none":
        direction = "up" if target.value >= begin.value else "down"
    return Course(
        direction, draw(st.integers(0, 3)), begin, latest, target, comparable=draw(st.booleans())
    )


@given(courses())
def test_any_course_has_a_state(one: Course) -> None:
    """Whatever is measured, there is one state, and its shares are numbers or not there."""
    judgement = judge(one)
    assert judgement.state in STATES
    assert judgement.pace is None or judgement.time
    assert (judgement.state == "no_data") == (one.latest is None)


@given(courses())
def test_any_course_is_the_same_in_the_mirror(one: Course) -> None:
    """More of a good thing and less of a bad one are judged alike."""
    here, there = judge(one), judge(mirrored(one))
    assert (here.state, here.way, here.time) == (there.state, there.way, there.time)
    assert TURNED.get(here.trend, here.trend) == there.trend


@given(courses())
def test_nothing_is_on_track_without_a_target(one: Course) -> None:
    """A state on the way needs a target to be on the way to."""
    if one.target is None:
        assert judge(one).state in {"no_data", "not_comparable", "trend_only"}
