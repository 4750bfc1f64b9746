"""Finds sentences by words as people type them: inflected, misspelt, in three languages.

Added up for every sentence: the words as typed, the concepts that they name, the letter groups
they are made of, and the same of its translations. Letter groups need no dictionary: they find
inflections, compounds and typing errors alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Prefix

from components.analysis.sentences.concepts import Lexicon, Span, fold, lexicon_of
from components.analysis.sentences.sentences import Sentence, sentences
from components.analysis.sentences.term_table import Scores, TermTable
from components.model import Library

WORD = re.compile(r"[^\W_]+(?:[-–'][^\W_]+)*")
STOP = frozenset(
    """
    ja on ei se sen sekä tai että jota joka jonka joiden jossa myös niiden niille siten ovat oma
    osa ne me olla eli mm ym vuosi kuin kun siis jo vain mitä mikä miten missä onko voiko
    och i på av för att det en ett den som med är om vad hur
    the of and in a an to for is are what how my our on with
    """.split()  # noqa: SIM905 - easier to read in rows
)
GRAMS = (3, 4, 5)
WORD_WEIGHT, CONCEPT_WEIGHT, CONCEPT_ALONE, LETTER_WEIGHT = 1.0, 0.7, 0.8, 0.4
OUR_WEIGHT, OUR_LETTER_WEIGHT = 0.5, 0.15
MOST_WEIGHED = 500
"""Sentences looked at closely: those after them have next to nothing in common."""
WEAKEST = 0.15
"""Share of the best score below which a sentence has little but letters in common."""
MUCH = 0.35
"""Share of the letter groups of a word that make a sentence answer to it."""
SHORTEST_MISSPELT = 4
SHORTEST_STEM, MOSTLY = 5, 0.6
NEAR_ENOUGH = 86
"""Least likeness in per cent at which a word is taken for a misspelt one."""


@dataclass(frozen=True)
class Hit:
    """A found sentence, its score, and the concepts that it shares with the query.

    `same` are the places of the words asked for, `related` those of other words of the same
    concepts, both in the text that is shown.
    """

    sentence: Sentence
    score: float
    concepts: tuple[str, ...]
    same: tuple[Span, ...]
    related: tuple[Span, ...]


def words(text: str) -> list[str]:
    """The words of a text in small letters, without the most common ones."""
    return [word for found in WORD.findall(text) if (word := found.casefold()) not in STOP]


def letter_groups(text: str) -> list[str]:
    """Groups of three to five letters from every folded word, its ends marked with _."""
    marked = [f"_{fold(part)}_" for word in words(text) for part in word.split("-") if part]
    return [
        word[start : start + size]
        for word in marked
        for size in GRAMS
        for start in range(len(word) - size + 1)
    ]


def places_alike(text: str, asked: Sequence[str]) -> tuple[Span, ...]:
    """Where a text has the words asked for: the same, or begun alike for most of their length."""
    folded = [fold(word) for word in asked]
    return tuple(
        found.span()
        for found in WORD.finditer(text)
        if any(_begin_alike(fold(found.group()), word) for word in folded)
    )


def _begin_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shared = Prefix.similarity(one, other)
    return shared >= SHORTEST_STEM and shared >= MOSTLY * max(len(one), len(other))


class Index:
    """All sentences of a library, ready to be asked; it is never changed and safe to share."""

    def __init__(self, found: Sequence[Sentence], lexicon: Lexicon) -> None:
        """Read the sentences once; 18 000 of them take some seconds."""
        self.sentences = tuple(found)
        self.lexicon = lexicon
        texts = [item.all_words for item in self.sentences]
        self.concepts = [frozenset(lexicon.spans(text)) for text in texts]
        self.terms = TermTable(
            [
                *(f"~{fold(word)}" for word in words(text)),
                *(f"#{concept}" for concept in sorted(named)),
            ]
            for text, named in zip(texts, self.concepts, strict=True)
        )
        self.letters = TermTable((letter_groups(text) for text in texts), flat=False)
        ours = [_our_words(item) for item in self.sentences]
        self.ours = TermTable([f"~{fold(word)}" for word in words(text)] for text in ours)
        self.our_letters = TermTable((letter_groups(text) for text in ours), flat=False)
        self.vocabulary = sorted({word for text in texts for word in words(text)})
        self.folded = [fold(word) for word in self.vocabulary]

    def search(
        self,
        query: str,
        limit: int = 20,
        keep: Callable[[Sentence], bool] | None = None,
        weakest: float = 0.0,
    ) -> list[Hit]:
        """The best sentences for a query, without those that `keep` refuses.

        Those that reach less than the share `weakest` of the best score are left out too.
        """
        asked = self.asked(query)
        scores = self._scores(query, asked)
        least = weakest * float(scores.max(initial=0.0))
        hits: list[Hit] = []
        alike = self._alike(query)
        for number in np.argsort(-scores, kind="stable")[:MOST_WEIGHED]:
            if len(hits) == limit or scores[number] <= least:
                break
            if not (alike[number] or self.concepts[number] & asked):
                continue
            if keep is None or keep(self.sentences[number]):
                hits.append(self._hit(number, float(scores[number]), query, asked))
        return hits

    def _alike(self, query: str) -> NDArray[np.bool_]:
        """Which sentences share a word, or much of the letters of one, with a query.

        Those that share no concept either do not answer to it: any word would find those that
        chance to have a few letters in common with it.
        """
        alike = np.zeros(len(self.sentences), dtype=bool)
        for word in words(query):
            groups = set(letter_groups(word))
            shared = np.zeros(len(self.sentences), dtype=np.int32)
            for group in groups:
                holds = np.zeros(len(self.sentences), dtype=bool)
                holds[self.letters.holders(group)] = True
                holds[self.our_letters.holders(group)] = True
                shared += holds
            alike |= shared >= max(MUCH * len(groups), 1)
        return alike

    def _hit(self, number: int, score: float, query: str, asked: frozenset[str]) -> Hit:
        item = self.sentences[number]
        shared = tuple(sorted(self.concepts[number] & asked))
        same = places_alike(item.shown, words(query))
        named = self.lexicon.spans(item.shown)
        related = {span for concept in shared for span in named.get(concept, ())}
        return Hit(item, score, shared, same, tuple(sorted(related - set(same))))

    def asked(self, query: str) -> frozenset[str]:
        """The concepts that a query names, in any of the three languages."""
        named = frozenset(self.lexicon.spans(query))
        return named.union(*(self._concepts_of(word) for word in words(query)))

    def _concepts_of(self, word: str) -> frozenset[str]:
        """Those of a Finnish word, else of a Swedish or English one, else of the nearest word."""
        if finnish := self.lexicon.of_word(word):
            return finnish
        if foreign := self.lexicon.of_word(word, "sv") | self.lexicon.of_word(word, "en"):
            return foreign
        near = None if self._holds(word) else self.nearest(word)
        return self.lexicon.of_word(near) if near else frozenset()

    def _holds(self, word: str) -> bool:
        return f"~{fold(word)}" in self.terms

    def nearest(self, word: str) -> str | None:
        """The word of the sentences that a misspelt one comes nearest to."""
        if len(word) < SHORTEST_MISSPELT:
            return None
        best = process.extractOne(
            fold(word), self.folded, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH
        )
        return self.vocabulary[best[2]] if best else None

    def suggestion(self, query: str) -> str | None:
        """The query with unknown words put right; None when there is nothing to put right."""
        right = WORD.sub(lambda found: self._put_right(found.group()), query)
        return None if right == query else right

    def _put_right(self, word: str) -> str:
        languages = ("fi", "sv", "en")
        known = word.casefold() in STOP or self._holds(word)
        if known or any(self.lexicon.of_word(word, language) for language in languages):
            return word
        return self.nearest(word.casefold()) or word

    def _scores(self, query: str, asked: frozenset[str]) -> Scores:
        found = words(query)
        known = [f"~{fold(word)}" for word in found if self._holds(word)]
        scores = WORD_WEIGHT * self.terms.scores(known)
        weight = CONCEPT_WEIGHT if known else CONCEPT_ALONE
        scores += weight * self.terms.scores([f"#{concept}" for concept in sorted(asked)])
        scores += OUR_WEIGHT * self.ours.scores([f"~{fold(word)}" for word in found])
        groups = letter_groups(query)
        top = float(scores.max(initial=0.0)) or 1.0
        for letters, share in (
            (self.letters.scores(groups), LETTER_WEIGHT),
            (self.our_letters.scores(groups), OUR_LETTER_WEIGHT),
        ):
            most = float(letters.max(initial=0.0))
            if most > 0:
                scores = scores + share * top * letters / most
        return scores


def _our_words(item: Sentence) -> str:
    """What we say of a sentence in Swedish and English; our Finnish would only echo its own."""
    texts = (item.plain, item.translation, item.name_translation)
    return ". ".join(
        found for text in texts if text is not None for found in (text.sv, text.en) if found
    )


class _Content:
    """What an index is made of, known by its digest: the same words need no second index."""

    def __init__(self, found: Sequence[Sentence], lexicon: Lexicon) -> None:
        self.found = found
        self.lexicon = lexicon
        words_of_all = repr((list(found), lexicon.wordings))
        self.digest = sha256(words_of_all.encode("utf-8", "surrogatepass")).digest()

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and other.digest == self.digest


@lru_cache(maxsize=2)
def _index_of_content(content: _Content) -> Index:
    return Index(content.found, content.lexicon)


@lru_cache(maxsize=2)
def _made_index(library: Library) -> Index:
    found = [item for dossier in library.dossiers.values() for item in sentences(dossier)]
    return _index_of_content(_Content(found, lexicon_of(library)))


@lru_cache(maxsize=2)
def _turn(_library: Library) -> Lock:
    """Whoever asks while the index of a library is being made waits for it."""
    return Lock()


def index_of(library: Library) -> Index:
    """The index of a library; made once for its content, also when files are read again.

    The newest two are kept: of the edition that is served, and of the one about to be.
    """
    with _turn(library):
        return _made_index(library)
