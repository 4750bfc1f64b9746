"""Where the lexicon proposes other themes than the editor of a file has set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from components.analysis.sentences.compare import COMPARED_KINDS
from components.analysis.sentences.concepts import lexicon_of
from components.analysis.sentences.sentences import Sentence, sentences
from components.model import Library

SAYS_NO_THEME = frozenset({"asukkaat"})
"""Concepts that nearly every sentence names, whatever it is about."""


@dataclass(frozen=True)
class ThemeDifference:
    """A sentence and the themes that are proposed beside those set."""

    sentence: Sentence
    proposed: tuple[str, ...]


def theme_differences(library: Library) -> Iterator[ThemeDifference]:
    """Every compared sentence for which the lexicon has further themes; the editor decides.

    Kuntatalous kestää: `kestavyys` beside `talous` speaks of money, not of the climate.
    """
    for dossier in library.dossiers.values():
        for item in sentences(dossier):
            if item.kind in COMPARED_KINDS and item.owner is None:
                proposed = tuple(
                    theme for theme in _proposed(library, item) if theme not in item.themes
                )
                if proposed:
                    yield ThemeDifference(item, proposed)


def _proposed(library: Library, item: Sentence) -> list[str]:
    lexicon = lexicon_of(library)
    concepts = set(lexicon.spans(item.all_words)) - SAYS_NO_THEME
    if "talous" in concepts:
        concepts -= {"kestavyys"}
    return sorted({lexicon.theme_of[concept] for concept in concepts})
