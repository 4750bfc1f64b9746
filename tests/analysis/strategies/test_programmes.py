"""Strategies and programmes on one line of time."""

from __future__ import annotations

from components.analysis.strategies.programmes import PERIOD_COLUMNS, period_table
from components.model import Programme
from tests.analysis.making import dossier, library, real, strategy, years


def test_periods_of_kemi_and_kemijarvi() -> None:
    """Kemi has two strategies, a policy and seven programmes; Kemijärvi one of each kind."""
    table = period_table(real(), ["kemi", "kemijarvi"])
    assert list(table.columns) == PERIOD_COLUMNS
    kemi = table[table["municipality"] == "kemi"]
    assert kemi["kind"].value_counts().to_dict() == {
        "strategy": 2,
        "plan": 4,
        "programme": 3,
        "policy": 1,
    }
    assert list(kemi["id"])[:2] == ["kemi-2022", "kemi-2023"]
    assert kemi[kemi["id"] == "elinvoimaohjelma"][["start", "end"]].to_numpy().tolist() == [
        ["2019", "2024"]
    ]
    kemijarvi = table[table["municipality"] == "kemijarvi"]
    assert list(kemijarvi["id"]) == ["kemijarvi-2024", "elinvoimaohjelma"]


def test_periods_strategies_first_and_those_without_a_period_last() -> None:
    """Within a municipality: strategies, then programmes from the earliest, unknown ones last."""
    one = dossier(
        "a",
        strategy("a-2"),
        strategy("a-1", period=years(2018, 2021)),
        programmes=(
            Programme(id="tuntematon", name="T"),
            Programme(id="uusi", name="U", period=years("2024-05")),
            Programme(id="vanha", name="V", period=years(2020, 2024)),
        ),
    )
    table = period_table(library(one, dossier("b")), ["b", "a"])
    assert list(table["id"]) == ["b-1", "a-1", "a-2", "vanha", "uusi", "tuntematon"]
    assert table["start"].tolist()[2] is None


def test_periods_of_nobody() -> None:
    """No municipality gives an empty table with the same columns."""
    table = period_table(library(), [])
    assert table.empty
    assert list(table.columns) == PERIOD_COLUMNS
