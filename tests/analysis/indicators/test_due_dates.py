"""A target is judged as of its due date; what came after is told beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.indicators.due_dates import MET
from components.analysis.indicators.indicator_progress import Progress, progress_of
from components.model import Break, LocalText, Observation, Point, Target
from tests.analysis.measured import by, definition, indicator, library, observation, since

TODAY = date(2026, 11, 21)
FROM = since(2018, "68.0")
BAND = Target(date="2022", low=Decimal(60), high=Decimal(70))
LEVEL = by(2022, "68.0")


def judged(
    values: dict[int, str],
    target: Target,
    *,
    begin: Point | None = FROM,
    today: date = TODAY,
    **of: Any,  # noqa: ANN401 - any field of the definition
) -> Progress:
    """An indicator with one target."""
    rows = [observation(year, value) for year, value in values.items()]
    held = indicator(baseline=begin, targets=(target,))
    (item,) = progress_of(library(rows, held, luku=definition(**of)), "eka", today)
    return item


def turns(item: Progress) -> list[tuple[str, str, int]]:
    """What is told of the time after the due date."""
    return [(after.turn, after.point.date, after.years) for after in item.after]


@pytest.mark.parametrize(
    ("values", "target", "direction", "state", "after"),
    [
        ({2022: "70.5", 2024: "69.5"}, by(2022, "70"), "up", "achieved", [("fallen", "2024", 2)]),
        ({2022: "70.5", 2024: "70.1"}, by(2022, "70"), "up", "achieved", []),
        ({2022: "70.5", 2023: "69", 2024: "71"}, by(2022, "70"), "up", "achieved", []),
        ({2022: "69", 2024: "70.5"}, by(2022, "70"), "up", "missed", [("late", "2024", 2)]),
        ({2022: "69", 2024: "69.5"}, by(2022, "70"), "up", "missed", []),
        (
            {2022: "69", 2023: "71", 2024: "69"},
            by(2022, "70"),
            "up",
            "missed",
            [("late", "2023", 1), ("fallen", "2024", 2)],
        ),
        ({2022: "60", 2024: "66"}, by(2022, "65"), "down", "achieved", [("risen", "2024", 2)]),
        ({2022: "71", 2024: "69"}, by(2022, "70"), "none", "achieved", [("fallen", "2024", 2)]),
        ({2022: "59", 2024: "61"}, by(2022, "60"), "none", "achieved", [("risen", "2024", 2)]),
        ({2022: "69", 2024: "71"}, BAND, "up", "maintained", [("left", "2024", 2)]),
        ({2022: "71", 2024: "69"}, BAND, "up", "outside_band", [("late", "2024", 2)]),
        ({2022: "68", 2024: "71"}, LEVEL, "up", "maintained", [("left", "2024", 2)]),
        # the due year has no value: the last one before it, and how the newest stands
        ({2021: "70.5", 2024: "69"}, by(2022, "70"), "up", "achieved", [("fallen", "2024", 2)]),
        ({2020: "69", 2024: "71"}, by(2022, "70"), "up", "on_track", [("seen", "2024", 2)]),
        ({2021: "67", 2024: "69"}, by(2022, "70"), "up", "moving_away", [("unseen", "2024", 2)]),
        # nothing was measured between the baseline and the due date: the first one after it
        ({2018: "68", 2024: "71"}, by(2022, "70"), "up", "achieved", []),
        ({2024: "69"}, by(2022, "70"), "up", "missed", []),
        ({2023: "69", 2025: "71"}, by(2022, "70"), "up", "missed", [("seen", "2025", 3)]),
        ({2023: "71", 2025: "69"}, by(2022, "70"), "up", "achieved", [("fallen", "2025", 3)]),
        # still ahead when last measured: as ever
        ({2020: "69", 2022: "70.5"}, by(2022, "70"), "up", "achieved", []),
        ({2022: "69"}, by(2022, "70"), "up", "missed", []),
        ({2022: "69.5"}, by(2026, "70"), "up", "on_track", []),
    ],
)
def test_target_is_judged_as_of_its_due_date(
    values: dict[int, str], target: Target, direction: str, state: str, after: list[object]
) -> None:
    """By hand: baseline 68.0 in 2018. What came after never changes the state."""
    item = judged(values, target, direction=direction)
    assert item.state == state
    assert turns(item) == after
    assert item.milestones[0].after == item.after


def test_due_year_without_a_value_is_flagged() -> None:
    """The flag tells that the figure is older than the due date, newer values or not."""
    assert judged({2021: "69", 2024: "71"}, by(2022, "70")).flags == ("target_year_passed",)
    assert judged({2021: "69"}, by(2022, "70")).flags == ("target_year_passed",)
    assert judged({2022: "69", 2024: "71"}, by(2022, "70")).flags == ()
    assert judged({2024: "71"}, by(2022, "70")).flags == ("target_year_passed",)


def test_due_date_that_is_still_ahead_changes_nothing() -> None:
    """An estimate of next year is there before the due day: the newest value counts."""
    values = {2022: "69", 2026: "69", 2027: "71"}
    early = judged(values, by(2026, "70"), today=date(2026, 12, 31))
    assert (early.state, early.newest) == ("achieved", None)
    assert judged(values, by(2026, "70"), today=date(2027, 1, 1)).state == "missed"


def test_value_of_the_due_year_counts_whatever_the_day() -> None:
    """Values are by year: that of 2022 is the value of a target due in June 2022."""
    target = Target(date="2022-06", value=Decimal(70))
    assert judged({2022: "70.5", 2024: "69"}, target).state == "achieved"


def test_break_after_the_due_date_does_not_undo_the_state() -> None:
    """A series renewed in 2023 cannot be held against 2022; nothing is said of what followed."""
    changed = Break(year=2023, reason=LocalText(fi="Uudistus."))
    item = judged({2022: "70.5", 2024: "60"}, by(2022, "70"), breaks=(changed,))
    assert (item.state, item.after, item.breaks) == ("achieved", (), ())
    early = Break(year=2020, reason=LocalText(fi="Uudistus."))
    item = judged({2022: "70.5", 2024: "60"}, by(2022, "70"), breaks=(early,))
    assert (item.state, item.after, item.breaks) == ("not_comparable", (), (early,))


def test_without_direction_and_baseline_nothing_is_told_of_a_target() -> None:
    """Nobody knows which side of it is meant."""
    item = judged({2022: "71", 2024: "69"}, by(2022, "70"), begin=None, direction="none")
    assert (item.state, item.after) == ("trend_only", ())


def test_next_target_is_judged_as_before_and_the_passed_one_stands_beside() -> None:
    """Two targets: the one ahead gives the state, the one behind keeps its own."""
    rows = [observation(2022, "70.5"), observation(2024, "69.5")]
    held = indicator(baseline=FROM, targets=(by(2022, "70"), by(2030, "74")))
    (item,) = progress_of(library(rows, held), "eka", TODAY)
    assert (item.state, item.after) == ("behind", ())
    assert [one.judgement.state for one in item.milestones] == ["achieved", "behind"]
    assert [after.turn for after in item.milestones[0].after] == ["fallen"]


amounts = st.decimals(-100, 100, places=1)
kinds = st.sampled_from(["actual", "decided", "approximate", "budget"])
series = st.dictionaries(st.tuples(st.integers(2019, 2026), kinds), amounts, max_size=12)
targets = st.builds(
    lambda year, value: Target(date=str(year), value=value), st.integers(2020, 2030), amounts
)


@given(series, amounts, targets, st.sampled_from(["up", "down", "none"]), st.randoms())
def test_order_of_the_rows_never_changes_a_state(
    values: dict[tuple[int, str], Decimal],
    begin: Decimal,
    target: Target,
    direction: str,
    random: Any,  # noqa: ANN401 - hypothesis has its own
) -> None:
    """An estimate and the final value of a year may stand in any order in the table."""
    rows: list[Observation] = [
        observation(year, str(value), kind=kind) for (year, kind), value in values.items()
    ]
    held = indicator(baseline=since(2018, str(begin)), targets=(target,))
    of = definition(direction=direction)
    (one,) = progress_of(library(rows, held, luku=of), "eka", TODAY)
    random.shuffle(rows)
    (other,) = progress_of(library(rows, held, luku=of), "eka", TODAY)
    assert one == other


@given(
    st.dictionaries(st.integers(2019, 2026), amounts, min_size=1),
    amounts,
    targets,
    st.sampled_from(["up", "down"]),
)
def test_target_met_when_due_is_never_missed(
    values: dict[int, Decimal], begin: Decimal, target: Target, direction: str
) -> None:
    """And one that was not met then is never simply achieved, whatever came after."""
    due, sign = int(target.date), 1 if direction == "up" else -1
    item = judged(
        {year: str(value) for year, value in values.items()},
        target,
        begin=since(2018, str(begin)),
        direction=direction,
    )
    if due not in values or target.value is None or target.value == begin:
        return
    if sign * (values[due] - target.value) >= 0 and due < TODAY.year:
        assert item.state in MET
    elif due < TODAY.year:
        assert item.state == "missed"
