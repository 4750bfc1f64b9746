"""The register of gaps: all that our data does not know, what can be done next first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from components.analysis.gaps.unknown import (
    KINDS,
    TURNS,
    WHYS,
    Unknown,
    UnknownKind,
    named_goals,
    served,
    unknown_of,
)
from components.analysis.sentences.citations import source_of
from components.analysis.strategies.cycle import duties
from components.analysis.strategies.versions import Version
from components.model import Duty, Goal, Indicator, Library, Project


def register(library: Library, versions: Sequence[Version], today: date) -> list[Unknown]:
    """All that is not known of the shown versions and their municipalities.

    What has a day comes first, the earliest before the others; then what can be asked, decided
    and published. Within these the kinds stand in their order and the municipalities as chosen.
    """
    found = [item for version in versions for item in unknown_of(library, version, today)]
    return sorted(found, key=_place)


def _place(item: Unknown) -> tuple[int, date, int, int]:
    turn = TURNS.index(item.turn)
    return turn, item.due or date.max, KINDS.index(item.kind), WHYS.index(item.why)


def counts(
    library: Library, versions: Sequence[Version], items: Sequence[Unknown], today: date
) -> dict[UnknownKind, dict[str, tuple[int, int]]]:
    """How many are not known, and of how many, by kind and municipality; absent kinds left out."""
    totals = {version.slug: _totals(library, version, today) for version in versions}
    return {
        kind: {
            slug: (sum(item.slug == slug for item in items if item.kind == kind), total[kind])
            for slug, total in totals.items()
        }
        for kind in KINDS
        if any(item.kind == kind for item in items)
    }


def missing(library: Library, version: Version, today: date) -> dict[UnknownKind, tuple[int, int]]:
    """How many of each kind are not known of a version, and of how many; zeros included."""
    found = Counter(item.kind for item in unknown_of(library, version, today))
    totals = _totals(library, version, today)
    return {kind: (found[kind], total) for kind, total in totals.items()}


def _totals(library: Library, version: Version, today: date) -> Mapping[UnknownKind, int]:
    """Of how many things each kind could be said."""
    dossier, strategy = library.dossiers[version.slug], version.strategy
    promises = duties(dossier, strategy, today)
    indicators = served(library, dossier, strategy)
    return {
        "report_promised": sum(view.duty.what != "daily_work" for view in promises),
        "project_without_outcome": len(dossier.projects),
        "goal_without_indicator": len(strategy.goals),
        "indicator_without_target": len(indicators),
        "indicator_without_baseline": len(
            [item for item in indicators if item.basis != "interpretation"]
        ),
        "indicator_without_value": len(indicators),
        "source_not_at_hand": len(dossier.sources) + len(dossier.strategies),
        "goal_by_name_only": len(named_goals(dossier, strategy, today)),
    }


REGISTER_COLUMNS = [
    "municipality",
    "kind",
    "id",
    "name",
    "why",
    "basis",
    "goals",
    "action",
    "due",
    "next",
    "source_title",
    "source_url",
]


def register_table(
    library: Library, items: Sequence[Unknown], language: str = "fi"
) -> pd.DataFrame:
    """The register as rows; columns as in REGISTER_COLUMNS, names of indicators translated.

    `basis` is told of indicators; `due` of what has a day, `next` of a duty that has one ahead.
    """
    rows = []
    for item in items:
        source = source_of(library, item.slug, item.source) if item.source else None
        about, duty = item.about, item.duty
        rows.append(
            {
                "municipality": item.slug,
                "kind": item.kind,
                "id": about.id,
                "name": called(library, item, language),
                "why": item.why,
                "basis": about.basis if isinstance(about, Indicator) else None,
                "goals": " ".join(goal.id for goal in item.goals),
                "action": item.action,
                "due": item.due.isoformat() if item.due else None,
                "next": duty.next.isoformat() if duty and duty.next else None,
                "source_title": source.title if source else None,
                "source_url": source.url if source else None,
            }
        )
    return pd.DataFrame(rows, columns=REGISTER_COLUMNS, dtype=object)


def called(library: Library, item: Unknown, language: str = "fi") -> str:
    """What a thing is called: its name, title or text; a goal without a name by its number."""
    about = item.about
    if isinstance(about, Indicator):
        return library.indicators[about.indicator].names.get(language)
    if isinstance(about, Goal):
        return about.name or str(about.number)
    if isinstance(about, Duty):
        return about.text
    return about.name if isinstance(about, Project) else about.title
