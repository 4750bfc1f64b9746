"""Lists of terms: scores and holders, also of what is not there."""

from __future__ import annotations

from components.analysis.sentences.term_table import TermTable


def test_lists_that_hold_a_term_answer_to_it() -> None:
    """The list with more of the term answers better, the one without it not at all."""
    table = TermTable([["metsä", "metsä"], ["metsä", "vesi"], ["vesi"], []])
    first, second, third, empty = table.scores(["metsä"])
    assert first > second > third == empty == 0
    assert list(table.holders("metsä")) == [0, 1]
    assert "metsä" in table


def test_what_no_list_holds_is_no_error() -> None:
    """An unknown term scores nothing and has no holders; nor has a table of nothing."""
    for table in (TermTable([["metsä"]]), TermTable([])):
        assert not table.scores(["outo"]).any()
        assert list(table.holders("outo")) == []
        assert "outo" not in table
