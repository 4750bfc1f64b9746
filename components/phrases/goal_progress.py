"""The progress of goals in words: counts of states, each with what it is counted of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.progress import STATES
from components.analysis.strategies.goal_progress import BASES, StrategyProgress, project_states
from components.i18n import Catalogue
from components.phrases.progress import judgement_in_words


def totals_in_words(found: StrategyProgress, words: Catalogue) -> list[str]:
    """How the indicators, projects and assessments of a version stand, and what is left out."""
    lines = [
        words.count(f"goal_progress.{basis}", len(items), states=states_in_words(items, words))
        for basis in BASES
        if (items := found.indicators[basis])
    ]
    if not found.indicators["adopted"]:
        lines.insert(0, words("goal_progress.none_adopted"))
    if found.elsewhere:
        lines.append(words.count("goal_progress.elsewhere", found.elsewhere))
    lines.append(_projects(found, words))
    if found.untied:
        lines.append(words.count("goal_progress.untied", found.untied))
    lines.append(
        words.count("goal_progress.assessments", found.assessments)
        if found.assessments
        else words("goal_progress.no_assessments")
    )
    return lines


def states_in_words(items: Sequence[Progress], words: Catalogue) -> str:
    """How many indicators are in each state; of those with a trend alone, which way they go."""
    ordered = sorted(
        items, key=lambda item: (STATES.index(item.state), item.judgement.trend is None)
    )
    told = []
    for name, same in _by_name(ordered, words).items():
        trends = Counter(item.judgement.trend for item in same if item.judgement.trend)
        each = ", ".join(f"{n} {words(f'trend.{trend}')}" for trend, n in trends.items())
        told.append(f"{len(same)} {name} ({each})" if each else f"{len(same)} {name}")
    return words.names(told)


def _by_name(items: Sequence[Progress], words: Catalogue) -> dict[str, list[Progress]]:
    """The indicators by what their states are called, the trend aside."""
    found: dict[str, list[Progress]] = {}
    for item in items:
        state = f"indicator_state.{item.state}"
        known = item.judgement.trend is not None
        name = words(state) if known else judgement_in_words(item.judgement, words)
        found.setdefault(name, []).append(item)
    return found


def _projects(found: StrategyProgress, words: Catalogue) -> str:
    carriers = list(found.projects.values())
    if not carriers:
        return words("goal_progress.no_projects")
    states = [
        f"{count} {words(f'state.{state}')}"
        for state, count in project_states(carriers, found.today).items()
    ]
    return words.count("goal_progress.projects", len(carriers), states=words.names(states))
