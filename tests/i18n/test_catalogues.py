"""The three catalogues say the same things, and the code asks for nothing else."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from components.i18n import LANGUAGES, catalogue
from components.loading import CODES, NOTES, WARNINGS
from tests.i18n.used_keys import used_keys

KNOWN = catalogue("fi").entries
GAP = re.compile(r"\{\w+\}|\W")
OTHERS = [language for language in LANGUAGES if language != "fi"]


def gaps_of(text: str) -> set[str]:
    """The names of what is put into a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_languages_have_the_same_keys_in_the_same_order(language: str) -> None:
    """Each catalogue has every key of the Finnish one and no other, in its order."""
    assert list(catalogue(language).entries) == list(KNOWN)


@pytest.mark.parametrize("language", OTHERS)
def test_languages_have_the_same_gaps(language: str) -> None:
    """The same values are put into the words of a key in each language."""
    entries = catalogue(language).entries
    assert {key: gaps_of(text) for key, text in entries.items()} == {
        key: gaps_of(text) for key, text in KNOWN.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_empty_or_unfinished(language: str) -> None:
    """Every key has words, without blanks at their ends and without a note to oneself."""
    for key, text in catalogue(language).entries.items():
        assert text == text.strip(), key
        assert text, key
        assert not any(sign in text.lower() for sign in ("todo", "xxx", "fixme", "???")), key


@pytest.mark.parametrize("language", OTHERS)
def test_sentences_are_translated(language: str) -> None:
    """No words beside names and gaps stand in another language as they do in Finnish."""
    entries = catalogue(language).entries
    left = [key for key, text in KNOWN.items() if len(GAP.sub(" ", text).split()) > 2]
    assert [key for key in left if entries[key] == KNOWN[key]] == []


def test_plural_keys_have_both_forms() -> None:
    """A key that counts has one and other; each other form says the count or hides it in both."""
    singles = {key.removesuffix(".one") for key in KNOWN if key.endswith(".one")}
    plurals = {key.removesuffix(".other") for key in KNOWN if key.endswith(".other")}
    assert plurals <= singles


def test_every_code_of_a_problem_has_its_sentence() -> None:
    """Whatever the checker can find is said in words, and no sentence is left over."""
    assert {f"problem.{code}" for code in (*CODES, *WARNINGS, *NOTES)} == {
        key for key in KNOWN if key.startswith("problem.")
    }


def test_every_key_that_is_used_exists() -> None:
    """Code and templates ask for no key that the catalogues lack."""
    assert sorted(used_keys(set(KNOWN)) - set(KNOWN)) == []


def test_every_key_that_exists_is_used() -> None:
    """No words lie in the catalogues that no page, command or check shows."""
    assert sorted(set(KNOWN) - used_keys(set(KNOWN))) == []
