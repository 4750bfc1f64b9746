"""How the sentences of each municipality spread over the themes: counts and shares.

Counts measure text, not effort. A sentence may belong to several themes, so the shares of one
municipality may add up to more than the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.analysis.sentences.compare import COMPARED_KINDS, sentences_of
from components.analysis.strategies.versions import Version
from components.model import Library


@dataclass(frozen=True)
class ThemeShare:
    """A theme with the count of sentences of each municipality and their share of all."""

    theme: str
    counts: Mapping[str, int]
    shares: Mapping[str, float]


@dataclass(frozen=True)
class ThemeProfile:
    """The themes that anyone speaks of, largest first; `totals` are all sentences compared."""

    totals: Mapping[str, int]
    rows: tuple[ThemeShare, ...]

    def largest(self, slug: str, most: int) -> list[ThemeShare]:
        """The themes of a municipality with most sentences; of equals the first in the table."""
        held = [row for row in self.rows if row.counts[slug]]
        return sorted(held, key=lambda row: -row.counts[slug])[:most]


def theme_profile(library: Library, versions: Sequence[Version]) -> ThemeProfile:
    """The profile of the chosen versions; a theme's place is decided by its shares together."""
    said = sentences_of(versions, *COMPARED_KINDS)
    totals = {slug: len(found) for slug, found in said.items()}
    rows = []
    for theme in library.themes:
        counts = {
            slug: sum(theme in item.themes for item in found) for slug, found in said.items()
        }
        shares = {slug: count / max(totals[slug], 1) for slug, count in counts.items()}
        rows.append(ThemeShare(theme, counts, shares))
    spoken = [row for row in rows if any(row.counts.values())]
    return ThemeProfile(totals, tuple(sorted(spoken, key=lambda row: -sum(row.shares.values()))))
