"""Which concepts of data/themes.yaml a text names, and by which words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from components.model import Library, Theme

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Span = tuple[int, int]


@dataclass(frozen=True)
class Pattern:
    """The Finnish wordings of a concept: every part of a wording must begin or be a word."""

    theme: str
    concept: str
    wordings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All concepts; made once from the themes, compared by identity."""

    patterns: tuple[Pattern, ...]

    @classmethod
    def of(cls, themes: Mapping[str, Theme]) -> Lexicon:
        """The lexicon of the library's themes."""
        return cls(
            tuple(
                Pattern(
                    theme_id,
                    concept_id,
                    tuple(tuple(wording.split("+")) for wording in concept.fi),
                )
                for theme_id, theme in themes.items()
                for concept_id, concept in theme.concepts.items()
            )
        )

    def spans(self, text: str) -> dict[str, tuple[Span, ...]]:
        """The concepts that a text names, each with the places of its words."""
        return _spans(self, text)


@lru_cache(maxsize=8)
def lexicon_of(library: Library) -> Lexicon:
    """The lexicon of a library."""
    return Lexicon.of(library.themes)


@lru_cache(maxsize=65536)
def _spans(lexicon: Lexicon, text: str) -> dict[str, tuple[Span, ...]]:
    words = [(found.group().casefold(), found.span()) for found in WORD.finditer(text)]
    named = {}
    for pattern in lexicon.patterns:
        spans: set[Span] = set()
        for wording in pattern.wordings:
            parts = [[span for word, span in words if _fits(word, part)] for part in wording]
            if all(parts):
                spans.update(span for found in parts for span in found)
        if spans:
            named[pattern.concept] = tuple(sorted(spans))
    return named


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def split_at(text: str, spans: tuple[Span, ...]) -> list[tuple[str, bool]]:
    """The text in pieces, those inside the spans marked."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in spans:
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    pieces.append((text[end:], False))
    return [piece for piece in pieces if piece[0]]
