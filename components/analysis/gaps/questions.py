"""The questions that the data leaves open: made from the gaps and from what has no counterpart.

They ask what is not known and take no side; what only we have chosen to measure asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from components.analysis.gaps.gap_register import register
from components.analysis.gaps.unknown import Unknown, UnknownKind
from components.analysis.sentences.compare import compare_themes
from components.analysis.strategies.versions import Version
from components.model import Goal, Indicator, Library, Strategy

QuestionKind = Literal[
    "report_passed",
    "report_ahead",
    "outcomes",
    "newer_text",
    "measure",
    "target",
    "value",
    "goal_alone",
    "theme_alone",
]
QUESTIONS: tuple[QuestionKind, ...] = get_args(QuestionKind)
KIND_OF: dict[UnknownKind, QuestionKind] = {
    "project_without_outcome": "outcomes",
    "goal_without_indicator": "measure",
    "indicator_without_target": "target",
    "indicator_without_value": "value",
}


@dataclass(frozen=True)
class Question:
    """One question to one municipality, about one thing or about several of a kind.

    `gaps` are what it is made from; of a question on themes `themes`, on goals `goals`.
    """

    kind: QuestionKind
    slug: str
    gaps: tuple[Unknown, ...] = ()
    goals: tuple[Goal, ...] = ()
    themes: tuple[str, ...] = ()
    due: date | None = None


def questions(library: Library, versions: Sequence[Version], today: date) -> list[Question]:
    """All questions, by kind in their order and within a kind by municipality as chosen."""
    gaps = register(library, versions, today)
    found = [
        *_of_gaps(gaps),
        *_goals_alone(library, versions),
        *_themes_alone(library, versions),
    ]
    return sorted(found, key=lambda item: QUESTIONS.index(item.kind))


def _of_gaps(gaps: Sequence[Unknown]) -> Iterator[Question]:
    grouped: dict[tuple[QuestionKind, str], list[Unknown]] = {}
    for gap in gaps:
        if gap.kind == "report_promised" and gap.due:
            kind: QuestionKind = "report_passed" if gap.why == "passed" else "report_ahead"
            yield Question(kind, gap.slug, gaps=(gap,), due=gap.due)
        elif gap.kind == "source_not_at_hand" and isinstance(gap.about, Strategy):
            yield Question("newer_text", gap.slug, gaps=(gap,))
        elif gap.kind in KIND_OF and not _ours(gap):
            grouped.setdefault((KIND_OF[gap.kind], gap.slug), []).append(gap)
    for (kind, slug), same in grouped.items():
        yield Question(kind, slug, gaps=tuple(same))


def _ours(gap: Unknown) -> bool:
    return isinstance(gap.about, Indicator) and gap.about.basis == "interpretation"


def _goals_alone(library: Library, versions: Sequence[Version]) -> Iterator[Question]:
    """The goals with statements of which none is confirmed to pair with another's."""
    if len(versions) == 1:
        return
    slugs = {version.slug for version in versions}
    paired = {
        key
        for item in library.alignments
        if item.status == "confirmed"
        and {item.a.partition("/")[0], item.b.partition("/")[0]} <= slugs
        for key in (item.a, item.b)
    }
    for version in versions:
        alone = tuple(
            goal
            for goal in version.strategy.goals
            if goal.statements
            and not any(f"{version.slug}/{item.id}" in paired for item in goal.statements)
        )
        if alone:
            yield Question("goal_alone", version.slug, goals=alone)


def _themes_alone(library: Library, versions: Sequence[Version]) -> Iterator[Question]:
    """The themes that one municipality alone speaks of."""
    if len(versions) == 1:
        return
    rows = compare_themes(library, versions)
    for version in versions:
        alone = tuple(row.theme for row in rows if row.speakers == (version.slug,))
        if alone:
            yield Question("theme_alone", version.slug, themes=alone)
