"""How many indicators stand well, short, or where nobody can tell."""

from __future__ import annotations

from components.analysis.indicators.indicator_groups import (
    GROUP_OF,
    GROUPS,
    group_counts,
    group_of,
)
from components.analysis.indicators.indicator_progress import progress_of
from components.analysis.indicators.progress import STATES
from tests.analysis.making import TODAY, fictional
from tests.analysis.measured import by, indicator, library, observation


def test_every_state_has_its_group() -> None:
    """No state is without a group, and no group without a state."""
    assert set(GROUP_OF) == set(STATES)
    assert set(GROUP_OF.values()) == set(GROUPS)


def test_trend_with_a_target_is_open_not_without_one() -> None:
    """A target without a baseline cannot be judged: that is not the same as having no target."""
    rows = [observation(2020, "1"), observation(2021, "2")]
    (without,) = progress_of(library(rows, indicator()), "eka", TODAY)
    (aimed,) = progress_of(library(rows, indicator(targets=(by(2030, "9"),))), "eka", TODAY)
    assert (without.state, aimed.state) == ("trend_only", "trend_only")
    assert (group_of(without), group_of(aimed)) == ("no_target", "open")


def test_counts_are_of_all_and_in_order() -> None:
    """The groups of Mallikunta add up to its indicators and come in their order."""
    items = progress_of(fictional(), "mallikunta", TODAY)
    counts = group_counts(items)
    assert sum(counts.values()) == len(items)
    assert list(counts) == [group for group in GROUPS if group in counts]
    assert group_counts([]) == {}
