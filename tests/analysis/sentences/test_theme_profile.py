"""How sentences spread over themes."""

from __future__ import annotations

import pytest

from components.analysis.sentences.theme_profile import theme_profile
from tests.analysis.making import (
    dossier,
    goal,
    library,
    real,
    statement,
    strategy,
    value,
    versions,
)


def test_profile_of_the_two() -> None:
    """Kemi 18 sentences, Kemijärvi 26, as counted by hand in the files; vitality leads both."""
    profile = theme_profile(real(), versions(real()))
    assert profile.totals == {"kemi": 18, "kemijarvi": 26}
    first = profile.rows[0]
    assert (first.theme, first.counts) == ("elinvoima", {"kemi": 6, "kemijarvi": 7})
    assert first.shares == pytest.approx({"kemi": 6 / 18, "kemijarvi": 7 / 26})
    owners = next(row for row in profile.rows if row.theme == "omistaja")
    assert owners.counts == {"kemi": 0, "kemijarvi": 1}


def test_shares_are_of_sentences_and_may_pass_the_whole() -> None:
    """A sentence of two themes counts in both; one of none counts in the total."""
    one = dossier(
        "a",
        strategy(
            "a-1",
            goal("g", statement("s", "S", "arki", "luonto"), statement("t", "T", "luonto")),
            values=(value("V", None),),
        ),
    )
    held = library(one, dossier("b"))
    profile = theme_profile(held, versions(held))
    assert profile.totals == {"a": 3, "b": 0}
    assert [(row.theme, row.counts) for row in profile.rows] == [
        ("luonto", {"a": 2, "b": 0}),
        ("arki", {"a": 1, "b": 0}),
    ]
    assert profile.rows[0].shares == pytest.approx({"a": 2 / 3, "b": 0})


def test_largest_are_held_and_in_order() -> None:
    """The largest themes of one leave out those it does not have."""
    profile = theme_profile(real(), versions(real()))
    assert [row.theme for row in profile.largest("kemi", 2)] == ["elinvoima", "kumppanuus"]
    assert len(profile.largest("kemi", 99)) == sum(
        bool(row.counts["kemi"]) for row in profile.rows
    )
    empty = library(dossier("b"))
    assert theme_profile(empty, versions(empty)).largest("b", 3) == []
