"""Where each report stands: its file below the root of all, and the way from one to another.

The same addresses serve the server and a folder of files, so that either can stand for the other.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from components.analysis.strategies.versions import has_text, in_order
from components.i18n import DEFAULT, LANGUAGES
from components.model import Library, Strategy

Kind = Literal["index", "municipality", "comparison", "theme", "goal"]
FOLDERS: dict[str, Kind] = {
    "kunta": "municipality",
    "vertailu": "comparison",
    "teema": "theme",
    "paamaara": "goal",
}
"""The first part of an address and what stands there."""
NAMES = {kind: folder for folder, kind in FOLDERS.items()}
REPORTS = "raportti"
"""The root of the reports on a server."""
INDEX, SUFFIX = "index.html", ".html"
FEWEST_COMPARED, MOST_COMPARED = 2, 4
MOST_PAIRED = 8
"""Of more municipalities not every pair is listed: 308 would make 47 000 pages."""


@dataclass(frozen=True)
class Place:
    """A report: its kind and the ids that tell it from others of its kind."""

    kind: Kind
    ids: tuple[str, ...] = ()

    def file(self, language: str) -> str:
        """The file of the report in a language, from the root of the reports."""
        name = INDEX if self.kind == "index" else "/".join((NAMES[self.kind], *self.ids)) + SUFFIX
        return name if language == DEFAULT else f"{language}/{name}"

    def address(self, language: str) -> str:
        """The one address of the report in a language, from the root of the reports."""
        return self.file(language).removesuffix(INDEX)


HOME = Place("index")


def way(here: str, there: str) -> str:
    """The relative address of a file from another; both from the root of the reports."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def find(library: Library, file: str) -> tuple[Place, str] | None:
    """The report of a file and its language, when there is such a report."""
    first, _, rest = file.partition("/")
    language, name = (first, rest) if first in LANGUAGES and first != DEFAULT else (DEFAULT, file)
    if name in {"", INDEX}:
        return HOME, language
    folder, *ids = name.removesuffix(SUFFIX).split("/")
    kind = FOLDERS.get(folder)
    if kind is None:
        return None
    place = Place(kind, tuple(ids))
    return (place, language) if _exists(library, place) else None


def _exists(library: Library, place: Place) -> bool:
    ids = place.ids
    if place.kind == "theme":
        return len(ids) == 1 and ids[0] in library.themes
    if place.kind == "comparison":
        fits = FEWEST_COMPARED <= len(ids) <= MOST_COMPARED and len(set(ids)) == len(ids)
        return fits and library.dossiers.keys() >= set(ids)
    if not ids or ids[0] not in library.dossiers:
        return False
    if place.kind == "municipality":
        return len(ids) == 1
    slug, *goal = ids
    return len(goal) == 1 and strategy_of_goal(library, slug, goal[0]) is not None


def strategy_of_goal(library: Library, slug: str, goal: str) -> Strategy | None:
    """The version of a strategy that holds a goal; within a municipality ids are unique."""
    dossier = library.dossiers[slug]
    for strategy in in_order(dossier):
        if any(item.id == goal for item in strategy.goals):
            return strategy
    return None


def every_place(library: Library) -> list[Place]:
    """All reports that are listed: the index first, then in the order of the library."""
    return [
        HOME,
        *(Place("municipality", (slug,)) for slug in library.dossiers),
        *comparisons(library),
        *(Place("theme", (theme,)) for theme in library.themes),
        *(place for slug in library.dossiers for place in goals_of(library, slug)),
    ]


def comparisons(library: Library, slug: str | None = None) -> Iterator[Place]:
    """Every pair, or those of one municipality; none where the municipalities are too many."""
    if len(library.dossiers) > MOST_PAIRED:
        return
    for pair in combinations(library.dossiers, FEWEST_COMPARED):
        if slug is None or slug in pair:
            yield Place("comparison", pair)


def goals_of(library: Library, slug: str) -> Iterator[Place]:
    """The goals of a municipality: those of the newest version come first that has its text."""
    newest_first = reversed(in_order(library.dossiers[slug]))
    for strategy in sorted(newest_first, key=lambda item: not has_text(item)):
        for goal in strategy.goals:
            yield Place("goal", (slug, goal.id))
