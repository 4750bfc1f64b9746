"""Where two municipalities come nearest, and what only one of them names."""

from __future__ import annotations

from components.analysis.sentences.compare import COMPARED_KINDS, everything_said, sentences_of
from components.analysis.sentences.concepts import Lexicon, lexicon_of
from components.analysis.sentences.likeness import nearest_pair, only_one_names, places
from tests.analysis.making import THEMES, real, said, versions

LEXICON = Lexicon.of(THEMES)


def test_nearest_pair_shares_most_of_what_it_names() -> None:
    """Two sentences with the same two concepts beat two that share them among others."""
    first = [said("a", "1", "Metsä ja vesi."), said("a", "2", "Metsä, vesi, raha, työ, koulu.")]
    second = [said("b", "1", "Vesi ja metsät."), said("b", "2", "Koulu.")]
    pair = nearest_pair(LEXICON, first, second)
    assert pair is not None
    assert (pair.first.id, pair.second.id, pair.concepts) == ("1", "1", ("metsa", "vesi"))
    assert [pair.second.shown[start:end] for start, end in pair.second_spans] == ["Vesi", "metsät"]


def test_nearest_pair_needs_two_concepts_in_common() -> None:
    """One concept in common is a coincidence; silence has nothing in common with anyone."""
    forest = [said("a", "1", "Metsä ja raha.")]
    assert nearest_pair(LEXICON, forest, [said("b", "1", "Metsä ja koulu.")]) is None
    assert nearest_pair(LEXICON, forest, []) is None
    assert nearest_pair(LEXICON, [], []) is None


def test_nearest_pair_takes_the_first_of_equals() -> None:
    """Equally near pairs do not change places from one visit to the next."""
    same = "Metsä ja vesi."
    pair = nearest_pair(
        LEXICON,
        [said("a", "1", same), said("a", "2", same)],
        [said("b", "1", same), said("b", "2", same)],
    )
    assert pair is not None
    assert (pair.first.id, pair.second.id) == ("1", "1")


def test_nearest_pair_weighs_rare_concepts_more() -> None:
    """What everybody names binds less than what two alone name."""
    common = [said("a", f"c{i}", "Raha ja työ.") for i in range(5)]
    rare = said("a", "rare", "Metsä ja vesi ja koulu.")
    second = [said("b", "1", "Metsä ja vesi ja raha."), said("b", "2", "Raha ja työ ja metsä.")]
    pair = nearest_pair(LEXICON, [*common, rare], second)
    assert pair is not None
    assert pair.first.id in {"rare", "c0"}
    alone = nearest_pair(LEXICON, [*common, rare], second[:1])
    assert alone is not None
    assert alone.first.id == "rare"


def test_only_one_names_most_first_with_the_clearest_sentence() -> None:
    """A concept in more sentences comes first, shown by the sentence that is plainest."""
    mine = [
        said("a", "1", "Koulu, metsä ja raha."),
        said("a", "2", "Metsä ja raha."),
        said("a", "3", "Metsä."),
    ]
    theirs = [said("b", "1", "Työ.")]
    everything = {"a": mine, "b": [*theirs, said("b", "2", "Raha.")]}
    found = only_one_names(LEXICON, {"a": mine, "b": theirs}, everything)
    assert [(one.concept, one.sentence.id, one.count) for one in found["a"]] == [
        ("metsa", "3", 3),
        ("koulu", "1", 1),
    ]
    assert [one.concept for one in found["b"]] == ["tyo"]
    assert found["a"][0].spans == ((0, 5),)


def test_only_one_names_nothing_when_all_name_the_same() -> None:
    """Where both name the same, neither has anything of its own."""
    both = {slug: [said(slug, "1", "Metsä.")] for slug in "ab"}
    assert only_one_names(LEXICON, both, both) == {"a": [], "b": []}


def test_places_of_a_concept_not_named_are_none() -> None:
    """Nothing is marked for a concept that the sentence does not name."""
    assert places(LEXICON, said("a", "1", "Metsä."), ["raha"]) == ()


def test_real_likeness_and_difference_are_backed_by_words() -> None:
    """Whatever is called like or different, the sentence itself holds the words marked."""
    chosen = versions(real(), "kemi", "kemijarvi")
    lexicon, spoken = lexicon_of(real()), sentences_of(chosen, *COMPARED_KINDS)
    pair = nearest_pair(lexicon, spoken["kemi"], spoken["kemijarvi"])
    assert pair is not None
    assert len(pair.concepts) >= 2
    assert pair.first_spans
    assert pair.second_spans
    alone = only_one_names(lexicon, spoken, everything_said(real(), chosen))
    for slug, found in alone.items():
        others = [text for other in spoken if other != slug for text in spoken[other]]
        for one in found:
            assert one.spans
            assert not any(one.concept in lexicon.spans(other.shown) for other in others)
