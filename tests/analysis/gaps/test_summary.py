"""What the library does not know."""

from __future__ import annotations

from components.analysis.gaps.summary import gaps
from components.model import Goal, Indicator
from tests.analysis.making import TODAY, dossier, goal, library, real, statement, strategy, years


def test_gaps_of_kemi_and_kemijarvi() -> None:
    """Counted by hand from the files: what is not known of each, of how many."""
    found = gaps(real(), ["kemi", "kemijarvi"], TODAY)
    assert [(gap.slug, gap.kind, gap.count, gap.total) for gap in found] == [
        ("kemi", "strategy_without_text", 1, 1),
        ("kemi", "strategy_without_period", 1, 1),
        ("kemi", "goals_by_name_only", 3, 3),
        ("kemi", "no_indicators", 1, 1),
        ("kemi", "outcomes_unknown", 17, 17),
        ("kemi", "sources_without_text", 3, 6),
        ("kemi", "partial_sources", 1, 6),
        ("kemijarvi", "no_indicators", 1, 1),
        ("kemijarvi", "outcomes_unknown", 1, 1),
        ("kemijarvi", "sources_without_text", 1, 3),
    ]
    names = {gap.kind: gap.names for gap in found if gap.slug == "kemi"}
    assert names["goals_by_name_only"] == ("Viisas Kemi", "Välittävä Kemi", "Vihreä Kemi")


def test_gaps_none_when_all_is_known() -> None:
    """A municipality of which everything is known has no gap; no municipality, no gap."""
    indicator = Indicator(id="i", indicator="x", basis="adopted", source="lahde")
    whole = strategy("a-1", goal("g", statement("s", "x")), period=years(2024, 2028))
    assert gaps(library(dossier("a", whole, indicators=(indicator,))), ["a"], TODAY) == []
    assert gaps(library(), [], TODAY) == []


def test_gaps_an_interpretation_is_no_indicator_of_the_council() -> None:
    """An indicator that we have chosen does not fill the gap of adopted ones."""
    ours = Indicator(id="i", indicator="x", basis="interpretation", source="lahde")
    found = gaps(library(dossier("a", indicators=(ours,))), ["a"], TODAY)
    assert "no_indicators" in {gap.kind for gap in found}


def test_gaps_goal_without_a_name_is_counted() -> None:
    """A goal with neither name nor statements is counted among those known by name alone."""
    held = library(dossier("a", strategy("a-1", Goal(id="g", number=2))))
    (gap,) = [gap for gap in gaps(held, ["a"], TODAY) if gap.kind == "goals_by_name_only"]
    assert (gap.count, gap.total) == (1, 1)
