"""How the words of a file stand in a problem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.loading.words import LONGEST_SHOWN, guess, shown

FOUND_KEYS = {"@found.nothing", "@found.list", "@found.group"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "@found.nothing"),
        ("", "@found.nothing"),
        (" \n", "@found.nothing"),
        ([1], "@found.list"),
        ((), "@found.list"),
        ({"a": 1}, "@found.group"),
        (True, "true"),
        (240, "240"),
        (1.5, "1.5"),
        ("yksi\n  kaksi", "yksi kaksi"),
        ("998 ", "'998 '"),
        ("\t998", "' 998'"),
        ("@found.list", "'@found.list'"),
        ("expected.text", "'expected.text'"),
        ("a\x1b[31mb", "a\ufffd[31mb"),
    ],
    ids=repr,
)
def test_shown(value: object, words: str) -> None:
    """A blank at an end is seen, and no word of a file is taken for a key of the catalogues."""
    assert shown(value) == words


@given(st.text(), st.integers(5, 100))
def test_shown_is_one_short_line(text: str, longest: int) -> None:
    """Whatever stands in a file, a problem stays one line that can be printed."""
    words = shown(text, longest)
    assert words.isprintable()
    assert len(words) <= longest + len("' ' ") or words in FOUND_KEYS


def test_long_words_are_cut() -> None:
    """What is left out is marked."""
    words = shown("ä" * 100)
    assert words == "ä" * (LONGEST_SHOWN - 1) + "…"


def test_guess_is_the_nearest_word() -> None:
    """A near word is offered, a far one is not."""
    assert guess("sorce", ["name", "source"]) == "source"
    assert guess("xyz", ["name", "source"]) == ""
    assert guess("source", []) == ""
