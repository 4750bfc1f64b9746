"""Checks that words stand in a source, and finds the passage that comes nearest."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

SAME_WORDS = 0.75
"""Share of characters in common below which a quote no longer carries the text it backs."""

SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n\s*\n|\n(?=\s*[•*–-])")
"""Where a passage ends. A line can end within a sentence, so lines are passages of their own."""


@lru_cache(maxsize=1024)
def normalise(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())


def holds(source: str, words: str) -> bool:
    """Whether the words stand in the source, white space aside and otherwise exactly."""
    return normalise(words) in normalise(source)


def nearest(source: str, words: str) -> str:
    """The sentence of the source most like the words; empty for an empty source."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(normalise(words))
    best, best_ratio = "", 0.0
    for part in dict.fromkeys([*source.splitlines(), *SENTENCE_END.split(source)]):
        matcher.set_seq1(normalise(part))
        if (
            matcher.real_quick_ratio() > best_ratio
            and matcher.quick_ratio() > best_ratio
            and (ratio := matcher.ratio()) > best_ratio
        ):
            best, best_ratio = normalise(part), ratio
    return best


def backs(quote: str, text: str) -> bool:
    """Whether a quote carries a text: it holds the words, or differs from them only a little."""
    ours, theirs = normalise(text).casefold(), normalise(quote).casefold()
    if ours in theirs:
        return True
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= SAME_WORDS
