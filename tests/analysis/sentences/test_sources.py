"""How each source is used."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.analysis.sentences.citations import cite, source_of
from components.analysis.sentences.sentences import cited_sentences
from components.analysis.sentences.sources import passages, source_uses, split_text
from components.model import Source
from tests.analysis.making import dossier, fictional, goal, library, real, statement, strategy


def test_uses_of_the_real_sources() -> None:
    """Every archived source has passages that were found in it; one without a text has none."""
    uses = source_uses(real(), ["kemi", "kemijarvi"])
    assert len(uses) == 9
    assert {use.source.id for use in uses if not use.checked} == {
        "hankeluettelo",
        "elinvoimahankkeet",
        "vihrea-kemi-verkkosivu",
        "eura-s22169",
    }
    kemijarvi = {use.source.id: use.checked for use in uses if use.slug == "kemijarvi"}
    assert kemijarvi["strategia-2024"] == 31


def test_every_passage_is_found_again_by_what_cites_it() -> None:
    """Whatever cites words that stand in an archived text leads to just those words."""
    found = 0
    for held in (real(), fictional()):
        for slug, one in held.dossiers.items():
            for item in cited_sentences(one):
                if (
                    item.source
                    and item.words
                    and cite(held, slug, item.source, item.words).checked
                ):
                    source = source_of(held, slug, item.source)
                    assert passages(held, slug, source)[item.id] == item.words
                    found += 1
    assert found > 100


def test_split_text_is_the_whole_text() -> None:
    """Marking a passage loses no letter of the source."""
    held = real()
    for use in source_uses(held, list(held.dossiers)):
        text = held.source_texts.get(use.source.text or "", "")
        for words in (None, "sanoja joita ei ole", *passages(held, use.slug, use.source).values()):
            before, passage, after = split_text(held, use.source, words)
            assert before + passage + after == text
            assert passage.split() == (words or "").split() or not passage


@given(st.text("ab ", max_size=30), st.text("ab ", min_size=1).filter(str.strip))
def test_split_text_marks_the_words_wherever_they_stand(text: str, words: str) -> None:
    """The passage is the words themselves, white space aside, or nothing."""
    said = statement("s", words)
    held = library(dossier("a", strategy("a-1", goal("g", said))), source_texts={"a.txt": text})
    source = held.dossiers["a"].sources[0]
    before, passage, after = split_text(held, source, words)
    assert before + passage + after == text
    assert passage.split() == (words.split() if passages(held, "a", source) else [])


def test_text_of_a_source_without_one_is_empty() -> None:
    """A source that is not archived has nothing to mark."""
    bare = Source(id="x", title="X", publisher="Kunta", kind="register")
    held = library(dossier("a", sources=(bare,)))
    assert split_text(held, bare, "sanat") == ("", "", "")
    assert passages(held, "a", bare) == {}
