"""The register of gaps in words: what a thing is called, why it is a gap, what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from components.analysis.gaps.gap_register import called
from components.analysis.gaps.unknown import Unknown, UnknownKind
from components.i18n import Catalogue
from components.model import Duty, Goal, Indicator, Library


def name_in_words(item: Unknown, library: Library, words: Catalogue) -> str:
    """What a thing is called; a goal without a name is called by its number."""
    if isinstance(item.about, Goal):
        return goal_in_words(item.about, words)
    return called(library, item, words.language)


def goal_in_words(goal: Goal, words: Catalogue) -> str:
    """The name of a goal, or its number where it has none."""
    return goal.name or words("goal.number", number=goal.number)


def why_in_words(item: Unknown, words: Catalogue) -> str:
    """Why a thing stands in the register, with the day of what has one."""
    return words(f"gap_register.why.{item.why}", day=_day(item, words))


def _day(item: Unknown, words: Catalogue) -> str:
    if item.due is None:
        return ""
    day = words.day(item.due)
    return words("cycle.about", day=day) if item.duty and item.duty.about else day


def step_in_words(item: Unknown, words: Catalogue) -> str:
    """What a council could do next."""
    step: str = item.why
    if isinstance(item.about, Duty) and item.about.what == "budget":
        step = "budget"
    elif item.why == "target" and is_ours(item):
        step = "target_of_ours"
    return words(f"gap_register.step.{step}")


def is_ours(item: Unknown) -> bool:
    """Whether it is about an indicator that we have chosen."""
    return isinstance(item.about, Indicator) and item.about.basis == "interpretation"


def known_in_words(
    name: str, missing: Mapping[UnknownKind, tuple[int, int]], words: Catalogue
) -> str:
    """How many goals a municipality measures, and of how many projects the result is known."""
    without, goals = missing["goal_without_indicator"]
    untold, projects = missing["project_without_outcome"]
    measured, told = goals - without, projects - untold
    return words(
        "known.of",
        name=name,
        goals=words.count(f"known.goals_{_of(measured, goals)}", measured or goals, total=goals)
        if goals
        else words("known.goals_empty"),
        projects=words.count(
            f"known.projects_{_of(told, projects)}", told or projects, total=projects
        )
        if projects
        else words("known.projects_empty"),
    )


def _of(known: int, total: int) -> Literal["none", "some", "all"]:
    """Of how many of the things something is known; none is never told as a zero."""
    if not known:
        return "none"
    return "some" if known < total else "all"
