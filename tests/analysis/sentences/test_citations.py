"""The passage of a source where cited words stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.sentences.citations import CONTEXT, cite, find, source_of
from components.analysis.sentences.sentences import sentences
from components.model import Source
from tests.analysis.making import dossier, fictional, library, real

ANY = st.text(max_size=20)
BLANKS = st.text(" \n\t\u00a0", min_size=1, max_size=3)
WORDS = st.lists(st.text("aäb.*(§“-", min_size=1, max_size=5), min_size=1, max_size=5)


def test_find_takes_any_white_space_for_any_other() -> None:
    """A line break of the source is a blank of the quote, and nothing else may differ."""
    assert find("Hyvä \n arki.", "Hyvä arki.") == (0, 12)
    assert find("Hyvä arki.", "hyvä arki") is None


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_find_blanks_stand_nowhere(blank: str) -> None:
    """Words that are blank are not found, instead of found at the beginning."""
    assert find("Hyvä arki.", blank) is None


@given(WORDS, st.lists(BLANKS, min_size=6, max_size=6), ANY, ANY)
def test_find_what_was_put_in(
    words: list[str], blanks: list[str], before: str, after: str
) -> None:
    """Words put into any text are found, whatever their characters mean to a pattern."""
    inside = "".join(word + blank for word, blank in zip(words, blanks, strict=False)).strip()
    found = find(f"{before}|{inside}|{after}", " ".join(words))
    assert found is not None
    start, end = found
    assert f"{before}|{inside}|{after}"[start:end].split() == " ".join(words).split()


@given(st.text("ab \n", max_size=600), st.text("ab \n", max_size=600))
def test_cite_pieces_are_one_passage_of_the_text(before: str, after: str) -> None:
    """What is shown before, in and after the mark stands in the source in one piece."""
    text = f"{before} TÄMÄ  lause. {after}"
    cited = cite(library(dossier("a"), source_texts={"a.txt": text}), "a", "lahde", "TÄMÄ lause.")
    assert cited.checked
    assert cited.words == "TÄMÄ  lause."
    assert cited.before + cited.words + cited.after in text
    assert len(cited.before) <= CONTEXT
    assert len(cited.after) <= CONTEXT


def test_cite_stays_in_the_paragraph() -> None:
    """The context ends where the paragraph does, even when more would fit."""
    text = "Otsikko\n\nEdellä. TÄMÄ. Jäljessä.\n\nMuuta"
    cited = cite(library(dossier("a"), source_texts={"a.txt": text}), "a", "lahde", "TÄMÄ.")
    assert (cited.before, cited.after) == ("Edellä. ", " Jäljessä.")


def test_cite_cuts_long_context_between_words() -> None:
    """A long paragraph is cut at a blank; a run without blanks is left out whole."""
    text = "sana " * 100 + "TÄMÄ" + " sana" * 100
    cited = cite(library(dossier("a"), source_texts={"a.txt": text}), "a", "lahde", "TÄMÄ")
    assert set(cited.before.split()) == set(cited.after.split()) == {"sana"}
    solid = "x" * 400 + "TÄMÄ" + "x" * 400
    cited = cite(library(dossier("a"), source_texts={"a.txt": solid}), "a", "lahde", "TÄMÄ")
    assert (cited.before, cited.words, cited.after) == ("", "TÄMÄ", "")


def test_cite_without_text_or_words_is_not_checked() -> None:
    """A source without an archived text, no words and words not there are all unchecked."""
    bare = Source(id="rekisteri", title="Rekisteri", publisher="Kunta", kind="register")
    one = dossier("a", sources=(*dossier("a").sources, bare))
    held = library(one, source_texts={"a.txt": "Hyvä arki."})
    assert not cite(held, "a", "rekisteri", "Hyvä arki.").checked
    assert not cite(held, "a", "lahde", None).checked
    assert not cite(held, "a", "lahde", "Huono arki.").checked


def test_source_of_unknown_id_raises() -> None:
    """A source that the municipality does not have is a KeyError, not a wrong source."""
    with pytest.raises(KeyError, match="outo"):
        source_of(library(dossier("a")), "a", "outo")


def test_cite_every_sentence_with_an_archived_source_is_checked() -> None:
    """Each sentence whose source is archived is shown with its passage marked, no other."""
    for held in (real(), fictional()):
        for slug, each in held.dossiers.items():
            for item in sentences(each):
                cited = cite(held, slug, item.source, item.words)
                assert cited.checked == (cited.source.text is not None), item.key


def test_cite_shows_the_words_of_kemi() -> None:
    """The first statement of Kemi is marked letter by letter as the web page has it."""
    words = "Vihreä ja kestävä Kemi lisää vetovoimaamme sekä torjuu ilmastonmuutosta."
    assert cite(real(), "kemi", "strategia-2022", words).words == words
