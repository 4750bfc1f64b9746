"""The parts of the measurements: their material is sound and their sums are right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from components import cli
from components.analysis.search import Index, index_of
from components.analysis.sentences import sentences
from components.bench.quality import PAIRS, Query, queries, recall_and_rank, suggestion_quality
from components.bench.synthetic import write_root
from components.bench.timing import Figure, seconds
from components.loading import load
from components.pages import PAGES
from tests.analysis.making import LEXICON, real, said


def test_made_up_municipalities_are_sound(tmp_path: Path) -> None:
    """What loading is measured with is valid, about 200 lines a file, and says it is made up."""
    lines = write_root(tmp_path / "root", 3)
    loaded = load(tmp_path / "root")
    assert loaded.problems == ()
    assert len(loaded.library.dossiers) == 3
    assert 180 <= lines <= 220
    assert all("keksitty" in text for text in loaded.library.texts.values())


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


def test_search_finds_most_of_what_was_judged() -> None:
    """Recall at five on the queries known to the concepts stays what was promised."""
    asked = [query for query in queries() if query.set == "dev"]
    assert recall_and_rank(index_of(real()), asked)[0] >= 0.92


def test_suggestions_hold_without_an_editors_themes() -> None:
    """Less is found without themes, and most of what is suggested is right either way."""
    with_themes = suggestion_quality(real(), with_themes=True)
    without = suggestion_quality(real(), with_themes=False)
    assert without[2] >= 0.65
    assert with_themes[2] >= without[2]


def test_figures_know_whether_they_hold() -> None:
    """A time is held below its bound, a share above it."""
    assert Figure("t", 1.0, "s", 2.0, "").held
    assert not Figure("r", 1.0, "", 2.0, "", at_least=True).held
    assert seconds(lambda: None) >= 0


def test_figures_without_bound_or_value_say_so() -> None:
    """What is there for comparison holds nothing, and what could not be measured is not held."""
    beside = Figure("beside", 1.0, "ms", None, "why")
    missing = Figure("missing", None, "s", 2.0, "no browser")
    assert (beside.held, missing.held) == (None, None)
    assert beside.line == "beside: 1.00 ms (no bound; why)"
    assert missing.line == "missing: not measured (bound 2, not measured here; no browser)"
    assert "NOT HELD" in Figure("slow", 3.0, "s", 2.0, "").line


@pytest.mark.slow
def test_all_bounds_are_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """Every bound that is promised has its row, and beside them what they are held against."""
    assert cli.main(["bench", "--json"], _no_server) == 0
    rows = {row["name"]: row for row in json.loads(capfd.readouterr().out)}
    for slug in (page.SLUG for page in PAGES):
        assert rows[f"CPU of a rerun, {slug}"]["bound"] == 30
    for name in (
        "load and check",
        "growth of load and check",
        "search, 95th percentile",
        "dearest page against an empty app",
        "rerun with 308 municipalities against 2",
        "first heading against a bare page",
        "bytes to the first chart",
        "slide change, 95th percentile",
        "wait of a crowd, 95th percentile",
        "acts of a crowd that failed",
        "memory with a crowd",
        "PDF of 2 municipalities",
        "PDF of 20 municipalities",
    ):
        assert rows[name]["held"] in {True, False}, name
    assert "foreign load" in rows["CPU of a rerun, vertailu"]["note"]


def test_unknown_part_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A part that there is not is told with those that there are, and nothing is measured."""
    assert cli.main(["bench", "speed"], _no_server) == 2
    assert capsys.readouterr().err == (
        "no part 'speed' of bench (there are: data, hand-outs, reruns, crowd, browser)\n"
    )


def _no_server(_root: Path, _host: str, _port: int) -> None:
    raise AssertionError
