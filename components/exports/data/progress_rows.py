"""Every indicator and project of some municipalities as rows: how far it is, and on what grounds.

What is not known is None: a share that cannot be counted is never zero.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from components.analysis.indicators.indicator_progress import Progress, progress_of
from components.analysis.projects.projects import standing_of
from components.analysis.sentences.citations import source_of
from components.analysis.strategies.goal_progress import figures_used
from components.i18n import Catalogue
from components.i18n.catalogue import half_up
from components.model import Library, Point, Project, Target
from components.phrases.progress import cautions, state_in_words, the_sum

SHARE_DECIMALS = 4
Cells = dict[str, Any]


def progress_rows(
    library: Library, slugs: Sequence[str], words: Catalogue, today: date
) -> list[Cells]:
    """The indicators and then the projects of each municipality; the sum in words of a language.

    Keys: municipality, kind, id, name, state, trend, way, time, sum, cautions, begin, latest,
    target, basis, goals, sources. Of a project only the days are known, not values.
    """
    return [row for slug in slugs for row in _of(library, slug, words, today)]


def _of(library: Library, slug: str, words: Catalogue, today: date) -> Iterator[Cells]:
    for item in progress_of(library, slug, today):
        yield _of_indicator(library, item, words)
    for project in library.dossiers[slug].projects:
        yield _of_project(library, slug, project, words, today)


def _of_indicator(library: Library, item: Progress, words: Catalogue) -> Cells:
    indicator = item.indicator
    used = [(row.source_title, row.source_url) for row in figures_used(item)]
    if indicator.basis != "interpretation" and indicator.source:
        source = source_of(library, item.slug, indicator.source)
        used.insert(0, (source.title, source.url))
    return {
        "municipality": item.slug,
        "kind": "indicator",
        "id": indicator.id,
        "name": words.local(item.definition.names),
        "state": item.state,
        "trend": item.judgement.trend,
        "way": _float(share(item.judgement.way)),
        "time": _float(share(item.judgement.time)),
        "sum": the_sum(item, words),
        "cautions": [*_since(item, words), *cautions(item, words)],
        "begin": _point(item.begin),
        "latest": _point(item.latest),
        "target": _target(item.target),
        "basis": indicator.basis,
        "goals": list(indicator.goals),
        "sources": _sources(used),
    }


def _since(item: Progress, words: Catalogue) -> list[str]:
    """How a target that has been due stands since: the bare state does not tell."""
    if item.newest is None:
        return []
    told = state_in_words(item, words)
    return [f"{told[:1].upper()}{told[1:]}."]


def _of_project(
    library: Library, slug: str, project: Project, words: Catalogue, today: date
) -> Cells:
    standing = standing_of(library, slug, project)
    outcome, state = standing.outcome, standing.state(today)
    told = outcome.date if outcome else None
    begin = project.period.start if project.period else None
    used: list[tuple[str, str | None]] = []
    if project.source:
        source = source_of(library, slug, project.source)
        used.append((source.title, source.url))
    if outcome:
        used.append((outcome.source_title, outcome.source_url))
    if standing.row:
        used.append((standing.row.source_title, standing.row.source_url))
    name = words(f"state.{state}")
    return {
        "municipality": slug,
        "kind": "project",
        "id": project.id,
        "name": project.name,
        "state": state,
        "trend": None,
        "way": None,
        "time": None,
        "sum": f"{name} ({words.day(told)})" if told else name,
        "cautions": [],
        "begin": _day(begin),
        "latest": _day(told.isoformat() if told else None),
        "target": _day(standing.end),
        "basis": None,
        "goals": list(project.goals),
        "sources": _sources(used),
    }


def share(found: Fraction | None) -> Decimal | None:
    """A share to four decimals; one that cannot be counted stays unknown."""
    if found is None:
        return None
    return half_up(Decimal(found.numerator) / Decimal(found.denominator), SHARE_DECIMALS)


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _point(point: Point | None) -> Cells | None:
    return {"date": point.date, "value": float(point.value)} if point else None


def _day(moment: str | None) -> Cells | None:
    return {"date": moment, "value": None} if moment else None


def _target(target: Target | None) -> Cells | None:
    if target is None:
        return None
    return {
        "date": target.date,
        "value": _float(target.value),
        "low": _float(target.low),
        "high": _float(target.high),
    }


def _sources(used: Iterable[tuple[str, str | None]]) -> list[Cells]:
    """Each source once, in the order of use."""
    return [{"title": title, "url": url} for title, url in dict.fromkeys(used)]
