"""Which concepts of data/themes.yaml a text names, and by which words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from components.analysis.per_library import cached_per_library
from components.model import Library, Theme

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FOLDED = str.maketrans("äöåÄÖÅ", "aoaAOA")
WORDINGS = ("fi", "ask", "sv", "en")

ASKED = {"fi": ("fi", "ask"), "sv": ("sv",), "en": ("en",)}
"""Which lists a word of a query is looked for in, by its language."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Wording:
    """One way to word a concept in a language; every part must be, or begin, a word."""

    concept: str
    language: str
    parts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All concepts; made once from the themes, compared by identity."""

    wordings: tuple[Wording, ...]
    theme_of: Mapping[str, str]

    @classmethod
    def of(cls, themes: Mapping[str, Theme]) -> Lexicon:
        """The lexicon of the library's themes."""
        concepts = {
            name: concept for theme in themes.values() for name, concept in theme.concepts.items()
        }
        return cls(
            tuple(
                Wording(name, language, tuple(wording.split("+")))
                for name, concept in concepts.items()
                for language in WORDINGS
                for wording in getattr(concept, language)
            ),
            {name: theme_id for theme_id, theme in themes.items() for name in theme.concepts},
        )

    @cached_property
    def of_one_word(self) -> tuple[Wording, ...]:
        """The Finnish wordings that are one word."""
        return tuple(
            item for item in self.wordings if item.language == "fi" and not item.parts[1:]
        )

    @cached_property
    def of_several_words(self) -> tuple[Wording, ...]:
        """The Finnish wordings that need several words of a text."""
        return tuple(item for item in self.wordings if item.language == "fi" and item.parts[1:])

    def spans(self, text: str) -> dict[str, tuple[Span, ...]]:
        """The concepts that a Finnish text names, each with the places of its words."""
        return _spans(self, text)

    def of_word(self, word: str, language: str = "fi") -> frozenset[str]:
        """The concepts that one word alone points to, also with a and o typed for ä, å and ö."""
        return _of_word(self, word.casefold(), language)


@cached_per_library(1)
def lexicon_of(library: Library) -> Lexicon:
    """The lexicon of a library."""
    return Lexicon.of(library.themes)


@lru_cache(maxsize=65536)
def _of_word(lexicon: Lexicon, word: str, language: str) -> frozenset[str]:
    typed = fold(word)
    return frozenset(
        wording.concept
        for wording in lexicon.wordings
        if wording.language in ASKED[language]
        and len(wording.parts) == 1
        and (_fits(word, wording.parts[0]) or _fits(typed, fold(wording.parts[0])))
    )


@lru_cache(maxsize=65536)
def _exactly_of_word(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            wording.concept for wording in lexicon.of_one_word if _fits(word, wording.parts[0])
        )
    )


@lru_cache(maxsize=65536)
def _spans(lexicon: Lexicon, text: str) -> dict[str, tuple[Span, ...]]:
    words = [(found.group().casefold(), found.span()) for found in WORD.finditer(text)]
    named: dict[str, set[Span]] = {}
    for word, span in words:
        for concept in _exactly_of_word(lexicon, word):
            named.setdefault(concept, set()).add(span)
    for wording in lexicon.of_several_words:
        found = _places_of_all(words, wording.parts)
        if found:
            named.setdefault(wording.concept, set()).update(found)
    return {concept: tuple(sorted(spans)) for concept, spans in named.items()}


def _places_of_all(words: Sequence[tuple[str, Span]], parts: Sequence[str]) -> list[Span]:
    """Where the parts stand; nothing unless every one of them does."""
    places: list[Span] = []
    for part in parts:
        found = [span for word, span in words if _fits(word, part)]
        if not found:
            return []
        places += found
    return places


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def fold(text: str) -> str:
    """Small letters with ä, ö and å as a, o and a: for matching only, never shown."""
    return text.casefold().translate(FOLDED)


def split_at(text: str, spans: tuple[Span, ...]) -> list[tuple[str, bool]]:
    """The text in pieces, those inside the spans marked."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in spans:
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    pieces.append((text[end:], False))
    return [piece for piece in pieces if piece[0]]


def split_in_two(
    text: str, same: tuple[Span, ...], related: tuple[Span, ...]
) -> list[tuple[str, str]]:
    """The text in pieces, each with its look: `same`, `related` or none (empty)."""
    looks = dict.fromkeys(related, "related") | dict.fromkeys(same, "same")
    pieces: list[tuple[str, str]] = []
    end = 0
    for start, stop in sorted(looks):
        if start < end:
            continue
        pieces += [(text[end:start], ""), (text[start:stop], looks[start, stop])]
        end = stop
    pieces.append((text[end:], ""))
    return [piece for piece in pieces if piece[0]]
