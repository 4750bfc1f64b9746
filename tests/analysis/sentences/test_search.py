"""Finding sentences by words as people type them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Barrier, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.analysis.sentences import search
from components.analysis.sentences.concepts import split_in_two
from components.analysis.sentences.search import Index, index_of, letter_groups, places_alike
from tests.analysis.making import LEXICON, dossier, goal, library, real, said, strategy

INDEX = index_of(real())


def found(query: str, limit: int = 5) -> list[str]:
    """The keys of the best sentences."""
    return [hit.sentence.key for hit in INDEX.search(query, limit)]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("ilmastonmuutos", "kemi/vihrea-ja-kestava-kemi"),
        ("matkailusta", "kemi/vetovoimaa-ja-uusia-tyopaikkoja"),
        ("kierotalous", "kemi/vetovoimaa-ja-uusia-tyopaikkoja"),  # a letter is missing
        ("sahkoiset palvelut", "kemijarvi/digitaaliset-palvelut"),  # typed without dots
        ("utbildning", "kemijarvi/laadukas-koulutus"),
        ("digital services", "kemijarvi/digitaaliset-palvelut"),
        ("Luovuus", "kemi/luovuus"),
    ],
)
def test_words_of_any_kind_find_the_sentence(query: str, key: str) -> None:
    """Inflected, misspelt, Swedish and English words lead to the official sentence."""
    assert key in found(query)


def test_nothing_is_found_for_nothing() -> None:
    """Words that are on no sentence's way find nothing, and blanks neither."""
    assert found("") == []
    assert found("   ") == []
    assert found("xqzw") == []


def test_filters_and_limits_hold() -> None:
    """What is refused is left out, the limit is the limit, the weakest share cuts the tail."""
    hits = INDEX.search("palvelut", 3, keep=lambda item: item.slug == "kemi")
    assert len(hits) == 3
    assert {hit.sentence.slug for hit in hits} == {"kemi"}
    assert len(INDEX.search("palvelut", 50, weakest=0.9)) < len(INDEX.search("palvelut", 50))


def test_refused_sentences_do_not_count_for_the_limit() -> None:
    """The search goes on past what is refused until nothing is left."""
    assert INDEX.search("palvelut", 5, keep=lambda _: False) == []


def test_hit_tells_why() -> None:
    """The words asked for are told from others of the same matter."""
    hit = INDEX.search("terveys", 1)[0]
    text = hit.sentence.shown
    assert "terveys" in hit.concepts
    assert all(text[start:stop].casefold().startswith("terve") for start, stop in hit.same)
    assert not set(hit.same) & set(hit.related)


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("kierotalous", "kiertotalous"),
        ("saavutetavuus", None),  # its concept is known all the same
        ("palvelut", None),
        ("xqzw", None),
        ("ja", None),
        ("abc", None),  # too short to be taken for another word
    ],
)
def test_suggestion_puts_unknown_words_right(query: str, right: str | None) -> None:
    """Only a word that nothing knows is put right, and only when another is near."""
    assert INDEX.suggestion(query) == right


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_search_never_raises_and_marks_lose_nothing(query: str) -> None:
    """Any text can be searched for; the marked pieces are the text letter by letter."""
    for hit in INDEX.search(query, 5):
        pieces = split_in_two(hit.sentence.shown, hit.same, hit.related)
        assert "".join(piece for piece, _ in pieces) == hit.sentence.shown
    INDEX.suggestion(query)


def test_marks_that_overlap_are_marked_once() -> None:
    """A place that begins inside another is passed over."""
    assert split_in_two("kylät", ((0, 5),), ((2, 4),)) == [("kylät", "same")]


def test_many_may_search_at_once() -> None:
    """The index is only read: eight threads get what one gets."""
    queries = ["palvelut", "ympäristö", "koulutus", "kierotalous"] * 20
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(found, queries)) == [found(query) for query in queries]


def test_index_is_made_once_for_its_content() -> None:
    """Files read again without a change share the index; another word makes another."""
    first, again = (library(dossier("a", strategy("a-1", goal("metsa")))) for _ in range(2))
    other = library(dossier("a", strategy("a-1", goal("jarvi"))))
    assert index_of(first) is index_of(again)
    assert index_of(first) is not index_of(other)


def test_crowd_waits_for_one_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who ask while an index is being made wait for it: none makes a second one."""
    made, begin, asked = list[int](), Barrier(4), library()
    monkeypatch.setattr(search, "_made_index", cache(lambda _library: made.append(1)))

    def ask() -> None:
        begin.wait()
        index_of(asked)

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_index_of_nothing_answers_nothing() -> None:
    """A library without sentences can be searched."""
    empty = Index([], LEXICON)
    assert empty.search("palvelut") == []
    assert empty.suggestion("palvelut") is None


def test_sentence_without_letters_is_passed_over() -> None:
    """A name of figures alone has no letter groups and breaks nothing."""
    index = Index([said("a", "x", "ja"), said("a", "y", "Metsä kasvaa")], LEXICON)
    assert [hit.sentence.id for hit in index.search("metsä")] == ["y"]


def test_letter_groups_mark_the_ends() -> None:
    """Groups of three to five letters, folded, with the ends of the word marked."""
    assert letter_groups("Työ") == ["_ty", "tyo", "yo_", "_tyo", "tyo_", "_tyo_"]


@pytest.mark.parametrize(
    ("text", "asked", "words"),
    [
        ("Kuntalaisten terveyttä", ["kuntalainen"], ["Kuntalaisten"]),
        ("Kunta ja kuntalaiset", ["kunta"], ["Kunta"]),
        ("Metsä", [], []),
    ],
)
def test_places_alike(text: str, asked: list[str], words: list[str]) -> None:
    """A word is alike when it is the same or begins alike for most of its length."""
    assert [text[start:stop] for start, stop in places_alike(text, asked)] == words
