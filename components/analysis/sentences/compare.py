"""What two to four municipalities share and what only one of them says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.analysis.sentences.sentences import Sentence, sentences, strategy_sentences
from components.analysis.strategies.versions import Version
from components.model import Library

COMPARED_KINDS = ("vision", "mission", "value", "statement", "success_factor")
"""What is compared by theme. A goal with a name alone is never matched automatically."""


@dataclass(frozen=True)
class ValueRow:
    """A value by its name, the sentence of each municipality that has it.

    `mentions` holds the values of the others in whose text the name stands as a word.
    """

    name: str
    held: Mapping[str, Sentence]
    mentions: tuple[Sentence, ...]

    @property
    def shared(self) -> bool:
        """Whether more than one municipality names it."""
        return len(self.held) > 1


@dataclass(frozen=True)
class ThemeRow:
    """A theme and the sentences of each municipality under it."""

    theme: str
    said: Mapping[str, tuple[Sentence, ...]]

    @property
    def speakers(self) -> tuple[str, ...]:
        """The municipalities that say something under the theme."""
        return tuple(slug for slug, found in self.said.items() if found)

    @property
    def count(self) -> int:
        """How many sentences there are in all."""
        return sum(len(found) for found in self.said.values())


@dataclass(frozen=True)
class Comparison:
    """What versions say: their values by name, their sentences by theme, the themes of none."""

    by_name: tuple[ValueRow, ...]
    by_theme: tuple[ThemeRow, ...]
    untouched: tuple[str, ...]


def sentences_of(versions: Sequence[Version], *kinds: str) -> dict[str, list[Sentence]]:
    """The sentences of these kinds by municipality, in the order of the versions."""
    return {
        version.slug: [
            item
            for item in strategy_sentences(version.slug, version.strategy)
            if item.kind in kinds
        ]
        for version in versions
    }


def compare(library: Library, versions: Sequence[Version]) -> Comparison:
    """The versions side by side; every part of a page that compares them takes what it needs."""
    themes = compare_themes(library, versions)
    return Comparison(
        by_name=tuple(compare_values(versions)),
        by_theme=tuple(themes),
        untouched=untouched_themes(library, themes),
    )


def everything_said(library: Library, versions: Sequence[Version]) -> dict[str, list[Sentence]]:
    """All that the data holds of each: other versions, programmes, projects and decisions too."""
    return {version.slug: list(sentences(library.dossiers[version.slug])) for version in versions}


def compare_values(versions: Sequence[Version]) -> list[ValueRow]:
    """The values by name: those that only one has first, in the order of the municipalities."""
    said = sentences_of(versions, "value")
    held: dict[str, dict[str, Sentence]] = {}
    for slug, found in said.items():
        for item in found:
            name = (item.name or "").casefold()
            held.setdefault(name, {}).setdefault(slug, item)
    every = [item for found in said.values() for item in found]
    rows = [
        ValueRow(
            name=next(iter(by_slug.values())).name or "",
            held=by_slug,
            mentions=tuple(
                item
                for item in every
                if item.slug not in by_slug and _says_word(item.text or "", name)
            ),
        )
        for name, by_slug in held.items()
    ]
    return sorted(rows, key=lambda row: row.shared)


def _says_word(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text.casefold()) is not None


def compare_themes(library: Library, versions: Sequence[Version]) -> list[ThemeRow]:
    """The themes that anyone speaks of: unmatched first, then those with most sentences."""
    said = sentences_of(versions, *COMPARED_KINDS)
    rows = [
        ThemeRow(
            theme,
            {
                slug: tuple(item for item in found if theme in item.themes)
                for slug, found in said.items()
            },
        )
        for theme in library.themes
    ]
    order = {slug: number for number, slug in enumerate(said)}
    return sorted(
        (row for row in rows if row.speakers),
        key=lambda row: (len(row.speakers), order[row.speakers[0]], -row.count),
    )


def untouched_themes(library: Library, rows: Sequence[ThemeRow]) -> tuple[str, ...]:
    """The themes under which none of the compared sources says anything."""
    touched = {row.theme for row in rows}
    return tuple(theme for theme in library.themes if theme not in touched)
