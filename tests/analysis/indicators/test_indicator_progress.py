"""Indicators of municipalities judged by their series, baseline and targets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from components.analysis.indicators.indicator_progress import Progress, progress_of, state_counts
from components.analysis.indicators.progress import STATES
from components.model import Indicator, Observation, Period, Target
from tests.analysis.making import TODAY, fictional, real
from tests.analysis.measured import BREAK, by, definition, indicator, library, observation, since


def only(
    rows: list[Observation], own: Indicator, period: Period | None = None, **values: object
) -> Progress:
    """The progress of the one indicator of a library."""
    held = library(rows, own, period=period, luku=definition(**values))
    return progress_of(held, "eka", TODAY)[0]


def test_stated_baseline_and_target_are_judged() -> None:
    """From 68 to 74 in eight years, 71 after four: half of the way in half of the time."""
    own = indicator(baseline=since(2021, "68"), targets=(by(2029, "74"),))
    found = only([observation(2025, "71")], own)
    half = Fraction(1, 2)
    assert (found.state, found.judgement.way, found.judgement.time) == ("on_track", half, half)
    assert not found.begin_is_ours


def test_without_a_target_the_trend_runs_from_the_first_comparable_value() -> None:
    """Ours is the point of comparison, and it lies after the break."""
    rows = [observation(year, value) for year, value in ((2020, "9"), (2023, "1"), (2025, "2"))]
    found = only(rows, indicator(), breaks=(BREAK,))
    assert found.begin is not None
    assert (found.begin.date, found.begin_is_ours) == ("2023", True)
    assert (found.state, found.judgement.trend) == ("trend_only", "improving")


def test_a_break_after_the_baseline_leaves_nothing_to_compare() -> None:
    """A baseline of 2021 and a value of 2025 have the reform of 2023 between them."""
    own = indicator(baseline=since(2021, "300"), targets=(by(2029, "450"),))
    found = only([observation(2025, "420")], own, breaks=(BREAK,))
    assert (found.state, found.breaks) == ("not_comparable", (BREAK,))


@pytest.mark.parametrize("differs", [{"unit": "‰"}, {"variant": "18–64"}])
def test_another_measure_than_the_target_has_is_not_compared(differs: dict[str, str]) -> None:
    """A target told in another unit or by another definition is not held against the value."""
    own = indicator(baseline=since(2021, "68"), targets=(by(2029, "74"),))
    assert only([observation(2025, "71", **differs)], own).state == "not_comparable"
    told = own.model_copy(update=differs)
    assert only([observation(2025, "71", **differs)], told).state == "on_track"


def test_each_dated_target_has_its_state_and_the_next_one_counts() -> None:
    """A milestone may be missed while the way to the next one goes on."""
    own = indicator(baseline=since(2020, "0"), targets=(by(2024, "8"), by(2030, "10")))
    found = only([observation(2025, "6")], own)
    assert [item.judgement.state for item in found.milestones] == ["missed", "on_track"]
    assert (found.target, found.state) == (own.targets[1], "on_track")


def test_a_target_without_a_baseline_has_a_trend_and_says_so() -> None:
    """The way is not counted from a baseline that nobody stated."""
    rows = [observation(2020, "60"), observation(2021, "61")]
    found = only(rows, indicator(targets=(by(2030, "74"),)))
    assert (found.state, found.judgement.trend, found.judgement.way) == (
        "trend_only",
        "improving",
        None,
    )
    assert found.flags == ("no_baseline",)


def test_a_band_needs_no_baseline() -> None:
    """To stay within two values says nothing of a way."""
    own = indicator(targets=(Target(date="2030", low=Decimal(90), high=Decimal(100)),))
    found = only([observation(2025, "95")], own)
    assert (found.state, found.flags) == ("maintained", ())


def test_no_value_is_no_data() -> None:
    """A target that nobody has measured stays without a state of its own."""
    own = indicator(baseline=since(2007, "0"), targets=(by(2030, "80"),))
    found = only([], own)
    assert (found.state, found.latest, found.target) == ("no_data", None, own.targets[0])


def test_a_passed_target_year_is_named_while_the_figure_is_older() -> None:
    """The state is of the figure, and the passed day is said beside it."""
    own = indicator(baseline=since(2015, "0"), targets=(by(2025, "10"),))
    held = library([observation(2023, "6")], own)
    assert progress_of(held, "eka", date(2025, 12, 31))[0].flags == ()
    after = progress_of(held, "eka", date(2026, 1, 1))[0]
    assert (after.flags, after.state) == (("target_year_passed",), "slightly_behind")


def test_a_figure_from_before_the_strategy_is_named() -> None:
    """What was measured before the period began tells nothing of the strategy."""
    period = Period(start="2022", end="2025")
    assert only([observation(2021, "1")], indicator(), period).flags == ("before_period",)
    assert only([observation(2022, "1")], indicator(), period).flags == ()
    assert only([observation(2021, "1")], indicator(goals=()), period).flags == ()


def test_only_the_indicators_of_a_goal_when_one_is_named() -> None:
    """An indicator of another goal, or without a known definition, is left out."""
    held = library([], indicator(), indicator(id="toinen", goals=()), indicator(indicator="x"))
    assert [item.key for item in progress_of(held, "eka", TODAY, "paamaara")] == ["eka/mittari"]


def test_counts_are_by_state_in_the_order_of_the_states() -> None:
    """Unlike goals are counted, never averaged."""
    own = indicator(baseline=since(2021, "68"), targets=(by(2029, "74"),))
    held = library([observation(2025, "71")], indicator(id="a"), own)
    assert state_counts(progress_of(held, "eka", TODAY)) == {"on_track": 1, "trend_only": 1}


def test_mallikunta_shows_every_state() -> None:
    """The fictional municipality has an indicator in each state there is."""
    found = {item.state for item in progress_of(fictional(), "mallikunta", TODAY)}
    assert found == set(STATES)


def test_real_municipalities_are_never_said_to_be_on_the_way() -> None:
    """Neither strategy names a numeric target, so no state of a way stands beside them."""
    every = [item for slug in ("kemi", "kemijarvi") for item in progress_of(real(), slug, TODAY)]
    assert {item.state for item in every} <= {"trend_only", "no_data", "not_comparable"}
    assert all(item.target is None or item.state == "no_data" for item in every)
