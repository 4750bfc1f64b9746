"""What the library does not know, in short: counted by kind; gap_register holds each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from components.analysis.projects.projects import outcome_of
from components.analysis.strategies.versions import current, has_text
from components.model import Dossier, Library
from components.model.tables import ProjectState

NOT_TOLD: tuple[ProjectState, ...] = ("unknown", "ended")
"""The states in which nothing is told of what came of a project."""

GapKind = Literal[
    "strategy_without_text",
    "strategy_without_period",
    "goals_by_name_only",
    "no_indicators",
    "outcomes_unknown",
    "sources_without_text",
    "partial_sources",
]


@dataclass(frozen=True)
class Gap:
    """One kind of thing not known of a municipality: how many, of how many, which."""

    slug: str
    kind: GapKind
    count: int
    total: int
    names: tuple[str, ...]


def gaps(library: Library, slugs: Sequence[str], today: date) -> list[Gap]:
    """The gaps of the municipalities, those of one together, only where there is one."""
    return [
        gap for slug in slugs for gap in _of(library, library.dossiers[slug], today) if gap.count
    ]


def _of(library: Library, dossier: Dossier, today: date) -> list[Gap]:
    slug, now = dossier.slug, current(dossier, today)
    untold = [
        project.name
        for project in dossier.projects
        if not (told := outcome_of(library, slug, project)) or told.state in NOT_TOLD
    ]
    adopted = [item for item in dossier.indicators if item.basis == "adopted"]
    name_only = [goal.name or "" for goal in now.goals if not goal.statements]
    return [
        _gap(slug, "strategy_without_text", [now.title] if not has_text(now) else [], 1),
        _gap(slug, "strategy_without_period", [now.title] if not now.period else [], 1),
        _gap(slug, "goals_by_name_only", name_only, len(now.goals)),
        _gap(slug, "no_indicators", [] if adopted else [now.title], 1),
        _gap(slug, "outcomes_unknown", untold, len(dossier.projects)),
        _gap(
            slug,
            "sources_without_text",
            [source.title for source in dossier.sources if source.text is None],
            len(dossier.sources),
        ),
        _gap(
            slug,
            "partial_sources",
            [source.title for source in dossier.sources if source.partial],
            len(dossier.sources),
        ),
    ]


def _gap(slug: str, kind: GapKind, names: list[str], total: int) -> Gap:
    return Gap(slug, kind, len(names), total, tuple(names))
