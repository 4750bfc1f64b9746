"""Search and suggestions find what people have judged, and the sums that tell so are right."""

from __future__ import annotations

import pytest
import yaml

from components.analysis.sentences.search import Index, index_of
from components.analysis.sentences.sentences import sentences
from tests.analysis.making import LEXICON, real, said
from tests.analysis.quality import PAIRS, Query, queries, recall_and_rank, suggestion_quality


def test_judged_queries_and_pairs_name_real_sentences() -> None:
    """Every sentence that is wanted exists, and both sets of queries are there."""
    keys = {item.key for dossier in real().dossiers.values() for item in sentences(dossier)}
    asked = queries()
    assert {query.set for query in asked} == {"dev", "later"}
    assert [key for query in asked for key in query.relevant if key not in keys] == []
    pairs = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))["pairs"]
    assert [key for pair in pairs for key in pair if key not in keys] == []


def test_recall_and_rank_by_hand() -> None:
    """One of two wanted found, and found second: recall a half, reciprocal rank a half."""
    index = Index([said("a", "x", "Metsä metsä metsä"), said("a", "y", "Metsä ja vesi")], LEXICON)
    best = [hit.sentence.key for hit in index.search("metsä")]
    query = Query("dev", "metsä", frozenset({best[1], "a/puuttuu"}))
    assert recall_and_rank(index, [query]) == (0.5, 0.5)
    lost = Query("dev", "metsä", frozenset({"a/puuttuu"}))
    assert recall_and_rank(index, [lost]) == (0.0, 0.0)


@pytest.mark.parametrize(("name", "least"), [("dev", 0.92), ("later", 0.8)])
def test_search_finds_most_of_what_was_judged(name: str, least: float) -> None:
    """Recall at five stays what was promised: of queries known to the concepts, and of others."""
    asked = [query for query in queries() if query.set == name]
    assert recall_and_rank(index_of(real()), asked)[0] >= least


def test_suggestions_hold_without_an_editors_themes() -> None:
    """Less is found without themes, and most of what is suggested is right either way."""
    with_themes = suggestion_quality(real(), with_themes=True)
    without = suggestion_quality(real(), with_themes=False)
    assert without[2] >= 0.65
    assert with_themes[2] >= without[2]
