"""How many indicators stand well, short, or where nobody can tell; counted, never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.progress import State

Group = Literal["met", "short", "open", "no_target", "no_data"]
GROUPS: tuple[Group, ...] = get_args(Group)
GROUP_OF: Mapping[State, Group] = {
    "achieved": "met",
    "maintained": "met",
    "on_track": "met",
    "slightly_behind": "short",
    "behind": "short",
    "moving_away": "short",
    "missed": "short",
    "outside_band": "short",
    "too_early": "open",
    "not_comparable": "open",
    "trend_only": "no_target",
    "no_data": "no_data",
}


def group_of(item: Progress) -> Group:
    """The group of an indicator; with a target but no way to judge it, it is left open."""
    group = GROUP_OF[item.state]
    return "open" if group == "no_target" and item.target else group


def group_counts(progresses: Sequence[Progress]) -> dict[Group, int]:
    """How many indicators are in each group, in the order of the groups; empty ones left out."""
    counts = Counter(group_of(item) for item in progresses)
    return {group: counts[group] for group in GROUPS if counts[group]}
