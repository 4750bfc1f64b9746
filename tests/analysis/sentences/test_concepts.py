"""Which concepts a text names, and by which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.sentences.concepts import Lexicon, lexicon_of, split_at
from tests.analysis.making import THEMES, dossier, library, real

LEXICON = Lexicon.of(THEMES)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Metsäpolut ja METSÄT", {"metsa": ((0, 10), (14, 20))}),
        ("Hoidamme vesistöjä", {}),  # `vesi` is exactly this word
        ("Puhdas vesi.", {"vesi": ((7, 11),)}),
        ("Velka kasvaa", {}),
        ("Velka maksetaan pois", {"raha": ((0, 5), (16, 20))}),
        ("Työ-, koulu- ja harrastusmatkat", {"tyo": ((0, 3),), "koulu": ((6, 11),)}),
        ("", {}),
    ],
)
def test_spans(text: str, named: dict[str, tuple[tuple[int, int], ...]]) -> None:
    """A star takes any ending, a bare word itself alone, a plus needs both words."""
    assert LEXICON.spans(text) == named


def test_lexicon_is_made_once_a_library() -> None:
    """A library has one lexicon, so that what was found in a text is found only once."""
    held = library(dossier("a"))
    assert lexicon_of(held) is lexicon_of(held)


@given(st.text(), st.sets(st.integers(0, 40)))
def test_split_at_pieces_are_the_text(text: str, cuts: set[int]) -> None:
    """The pieces put together are the text letter by letter, and no piece is empty."""
    ends = sorted(cut for cut in cuts if cut <= len(text))
    spans = tuple(zip(ends[::2], ends[1::2], strict=False))
    pieces = split_at(text, spans)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    assert [piece for piece, marked in pieces if marked] == [text[a:b] for a, b in spans]


@given(st.lists(st.sampled_from(["metsä", "Vesi", "järvi-", "raha", "ja", " ", ", ", "ß", "İ"])))
def test_words_found_can_be_marked_in_any_text(words: list[str]) -> None:
    """The places of all concepts together split a text without losing a letter."""
    text = "".join(words)
    spans = tuple(sorted({span for found in LEXICON.spans(text).values() for span in found}))
    assert "".join(piece for piece, _ in split_at(text, spans)) == text


def test_real_lexicon_knows_its_own_words() -> None:
    """Kemi's first statement names the climate, and says by which word."""
    text = "Vihreä ja kestävä Kemi lisää vetovoimaamme sekä torjuu ilmastonmuutosta."
    spans = lexicon_of(real()).spans(text)
    marked = {text[start:end] for found in spans.values() for start, end in found}
    assert {"kestävä", "vetovoimaamme", "ilmastonmuutosta"} <= marked


@pytest.mark.parametrize(
    ("word", "language", "concept"),
    [
        ("Terveyttä", "fi", "terveys"),
        ("terveytta", "fi", "terveys"),  # typed without dots
        ("hälsan", "sv", "terveys"),
        ("halsan", "sv", "terveys"),
        ("health", "en", "terveys"),
    ],
)
def test_word_alone_points_to_its_concept(word: str, language: str, concept: str) -> None:
    """A word as people type it names its concept, in each of the three languages."""
    assert concept in lexicon_of(real()).of_word(word, language)


def test_word_of_another_language_points_nowhere() -> None:
    """A Swedish word is not taken for a Finnish one."""
    assert lexicon_of(real()).of_word("hälsan", "fi") == frozenset()
