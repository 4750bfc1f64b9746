"""Where two municipalities come nearest, and what only one of them names, by the lexicon."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from components.analysis.sentences.concepts import Lexicon, Span
from components.analysis.sentences.sentences import Sentence


@dataclass(frozen=True)
class Likeness:
    """Two sentences, the concepts that both name and the places of their words in each."""

    first: Sentence
    second: Sentence
    concepts: tuple[str, ...]
    first_spans: tuple[Span, ...]
    second_spans: tuple[Span, ...]


@dataclass(frozen=True)
class OnlyOne:
    """A concept that one municipality alone names, with its clearest sentence."""

    concept: str
    sentence: Sentence
    spans: tuple[Span, ...]
    count: int


def nearest_pair(
    lexicon: Lexicon, first: Sequence[Sentence], second: Sequence[Sentence]
) -> Likeness | None:
    """The two sentences that share most of what they name; rare concepts weigh more.

    None when no two sentences share two concepts: one in common is a coincidence.
    """
    named = {item.key: frozenset(lexicon.spans(item.shown)) for item in (*first, *second)}
    spread = Counter(concept for found in named.values() for concept in found)

    def weight(concepts: frozenset[str]) -> float:
        return sum(math.log(1 + len(named) / spread[concept]) for concept in concepts)

    def score(pair: tuple[Sentence, Sentence]) -> tuple[float, float]:
        common = named[pair[0].key] & named[pair[1].key]
        either = named[pair[0].key] | named[pair[1].key]
        return (weight(common) / weight(either), weight(common)) if len(common) > 1 else (0, 0)

    best = max(product(first, second), key=score, default=None)
    if best is None or score(best) == (0, 0):
        return None
    common = tuple(sorted(named[best[0].key] & named[best[1].key]))
    return Likeness(*best, common, *(places(lexicon, item, common) for item in best))


def places(lexicon: Lexicon, sentence: Sentence, concepts: Sequence[str]) -> tuple[Span, ...]:
    """Where a sentence names these concepts."""
    spans = lexicon.spans(sentence.shown)
    return tuple(sorted({span for concept in concepts for span in spans.get(concept, ())}))


def only_one_names(
    lexicon: Lexicon,
    said: Mapping[str, Sequence[Sentence]],
    everything: Mapping[str, Sequence[Sentence]],
) -> dict[str, list[OnlyOne]]:
    """The concepts in `said` that one municipality alone names: in most sentences first.

    A concept counts as named by another when any of its sentences in `everything` names it.
    The clearest sentence is the one that names least besides.
    """
    named = {
        slug: {concept for item in found for concept in lexicon.spans(item.shown)}
        for slug, found in everything.items()
    }
    return {
        slug: _ranked(
            lexicon,
            found,
            {concept for other, names in named.items() if other != slug for concept in names},
        )
        for slug, found in said.items()
    }


def _ranked(lexicon: Lexicon, found: Sequence[Sentence], others: set[str]) -> list[OnlyOne]:
    holders: dict[str, list[Sentence]] = {}
    for item in found:
        for concept in lexicon.spans(item.shown):
            if concept not in others:
                holders.setdefault(concept, []).append(item)
    ranked = sorted(holders.items(), key=lambda pair: -len(pair[1]))
    return [
        OnlyOne(concept, clearest, places(lexicon, clearest, [concept]), len(items))
        for concept, items in ranked
        for clearest in [min(items, key=lambda item: len(lexicon.spans(item.shown)))]
    ]
