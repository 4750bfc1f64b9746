"""Pairs of sentences of two municipalities about the same thing: suggested, and judged.

A suggestion weighs what two sentences have in common: concepts, themes and word stems, each as
the cosine of their rarities. A person's judgement in data/alignments.yaml overrides it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product
from typing import Literal

from components.analysis.sentences.compare import sentences_of
from components.analysis.sentences.concepts import Lexicon, fold, lexicon_of
from components.analysis.sentences.search import words
from components.analysis.sentences.sentences import (
    Sentence,
    programme_sentences,
    strategy_sentences,
)
from components.analysis.strategies.versions import Version
from components.model import Alignment, Library

ALIGNED_KINDS = ("value", "statement", "success_factor")
"""A goal with a name alone is never matched automatically; a vision promises everything."""

CONCEPT_WEIGHT, THEME_WEIGHT, WORD_WEIGHT = 0.4, 0.4, 0.2
LEAST_SCORE = 0.35
MOST_A_SENTENCE = 2
STEM, SHORTEST_WORD = 6, 4
NO_MATTER = frozenset({"asukkaat"})
"""Concepts that nearly every sentence names and that say nothing of its matter."""

Status = Literal["confirmed", "suggested"]


@dataclass(frozen=True)
class Pair:
    """Two sentences about the same thing.

    `concepts` and `themes` are what they share, `judged` the judgement, with its reason, when
    the pair is confirmed.
    """

    first: Sentence
    second: Sentence
    score: float
    status: Status
    concepts: tuple[str, ...]
    themes: tuple[str, ...]
    judged: Alignment | None = None


@dataclass(frozen=True)
class _Features:
    concepts: frozenset[str]
    themes: frozenset[str]
    stems: frozenset[str]


def align(library: Library, first: Version, second: Version) -> list[Pair]:
    """The pairs of two municipalities: confirmed ones, then suggestions, each best first."""
    every = {
        version.slug: {item.key: item for item in _everything(library, version)}
        for version in (first, second)
    }
    lexicon = lexicon_of(library)
    scores = _Scores(
        {key: _features(lexicon, item) for said in every.values() for key, item in said.items()}
    )
    judged = {frozenset((item.a, item.b)): item for item in library.alignments}
    confirmed = [
        scores.pair(one, other, judgement)
        for one, other in product(every[first.slug].values(), every[second.slug].values())
        if (judgement := judged.get(_key(one, other))) and judgement.status == "confirmed"
    ]
    said = sentences_of([first, second], *ALIGNED_KINDS)
    open_pairs = [
        scores.pair(one, other, None)
        for one, other in product(said[first.slug], said[second.slug])
        if _key(one, other) not in judged
    ]
    taken = Counter(key for pair in confirmed for key in (pair.first.key, pair.second.key))
    return _best_first(confirmed) + _at_most_two(_best_first(open_pairs), taken)


def _everything(library: Library, version: Version) -> list[Sentence]:
    """What a judgement may speak of: the chosen version and the programmes."""
    return [
        *strategy_sentences(version.slug, version.strategy),
        *programme_sentences(library.dossiers[version.slug]),
    ]


def _features(lexicon: Lexicon, item: Sentence) -> _Features:
    """What a sentence is about; without an editor's themes those of its concepts."""
    concepts = frozenset(lexicon.spans(item.all_words)) - NO_MATTER
    themes = frozenset(item.themes) or frozenset(lexicon.theme_of[name] for name in concepts)
    stems = frozenset(
        fold(word)[:STEM] for word in words(item.all_words) if len(word) >= SHORTEST_WORD
    )
    return _Features(concepts, themes, stems)


class _Scores:
    """What pairs of sentences have in common, the rarer the heavier."""

    def __init__(self, features: Mapping[str, _Features]) -> None:
        self.features = features
        found = list(features.values())
        self.concepts = _rarity([item.concepts for item in found])
        self.themes = _rarity([item.themes for item in found])
        self.stems = _rarity([item.stems for item in found])

    def pair(self, first: Sentence, second: Sentence, judged: Alignment | None) -> Pair:
        one, other = self.features[first.key], self.features[second.key]
        score = (
            CONCEPT_WEIGHT * _cosine(one.concepts, other.concepts, self.concepts)
            + THEME_WEIGHT * _cosine(one.themes, other.themes, self.themes)
            + WORD_WEIGHT * _cosine(one.stems, other.stems, self.stems)
        )
        return Pair(
            first=first,
            second=second,
            score=round(score, 3),
            status="confirmed" if judged else "suggested",
            concepts=tuple(sorted(one.concepts & other.concepts)),
            themes=tuple(sorted(one.themes & other.themes)),
            judged=judged,
        )


def _rarity(sets: Sequence[AbstractSet[str]]) -> dict[str, float]:
    spread = Counter(name for found in sets for name in found)
    return {name: math.log(1 + len(sets) / count) for name, count in spread.items()}


def _cosine(one: AbstractSet[str], other: AbstractSet[str], rarity: Mapping[str, float]) -> float:
    shared = sum(rarity[name] ** 2 for name in one & other)
    if not shared:
        return 0.0
    lengths = [math.sqrt(sum(rarity[name] ** 2 for name in found)) for found in (one, other)]
    return shared / (lengths[0] * lengths[1])


def _best_first(pairs: Sequence[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (-pair.score, pair.first.key, pair.second.key))


def _at_most_two(pairs: Sequence[Pair], taken: Counter[str]) -> list[Pair]:
    """The best pairs, good enough, such that no sentence stands in more than two."""
    kept = []
    for pair in pairs:
        keys = (pair.first.key, pair.second.key)
        if pair.score >= LEAST_SCORE and all(taken[key] < MOST_A_SENTENCE for key in keys):
            kept.append(pair)
            taken.update(keys)
    return kept


def _key(one: Sentence, other: Sentence) -> frozenset[str]:
    return frozenset((one.key, other.key))
