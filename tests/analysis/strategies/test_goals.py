"""A strategy as a tree."""

from __future__ import annotations

from datetime import date

import pytest

from components.analysis.strategies.goals import Branch, goal_themes, goal_tree
from components.model import Decision, Goal, Library, Period, Programme, Project
from tests.analysis.making import (
    dossier,
    fictional,
    goal,
    library,
    outcome,
    project,
    real,
    statement,
    strategy,
    years,
)


def tree_of(
    *records: Programme | Project, goals: tuple[Goal, ...] = (), period: Period | None = None
) -> list[Branch]:
    """The tree of a municipality whose one goal is of the theme luonto."""
    own = goals or (goal("g", statement("s", "Metsä.", "luonto")),)
    one = dossier(
        "a",
        strategy("a-1", *own, period=period),
        programmes=tuple(item for item in records if isinstance(item, Programme)),
        projects=tuple(item for item in records if isinstance(item, Project)),
    )
    return goal_tree(library(one), "a", one.strategies[0])


def carriers(*records: Programme | Project, period: Period | None = None) -> dict[str, str]:
    """What carries the one goal, and on what basis."""
    (branch,) = tree_of(*records, period=period)
    return {carrier.record.id: carrier.basis for carrier in branch.carriers}


@pytest.mark.parametrize(
    ("own", "strategy_period", "carries"),
    [
        ((2024, 2024), (2022, 2025), True),
        ((2020, 2022), (2022, 2025), True),
        ((2025, None), (2022, 2025), True),
        ((2026, None), (2022, 2025), False),
        ((2018, 2021), (2022, 2025), False),
        ((2030, 2031), (2022, None), True),
        (None, (2022, 2025), True),
        ((2024, 2024), None, False),
        (None, None, False),
    ],
)
def test_same_theme_carries_only_in_the_time_of_the_strategy(
    own: tuple[int, int | None] | None,
    strategy_period: tuple[int, int | None] | None,
    carries: object,
) -> None:
    """Without a tie, a project of the theme belongs to a goal when the two run together."""
    one = project("p", themes=("luonto",), period=years(*own) if own else None)
    period = years(*strategy_period) if strategy_period else None
    assert carriers(one, period=period) == ({"p": "theme"} if carries else {})


def test_stated_comes_before_theme_and_other_versions_stay_away() -> None:
    """A tie of the source comes first; a project of another version or theme is left out."""
    found = carriers(
        project("teema", themes=("luonto",), strategy="a-1"),
        project("toinen-versio", themes=("luonto",), strategy="a-2"),
        project("toinen-teema", themes=("talous",), strategy="a-1"),
        project("toinen-paamaara", themes=("luonto",), goals=("muu",)),
        Programme(id="sidottu", name="Sidottu", goals=("g",)),
        period=years(2022, 2025),
    )
    assert list(found.items()) == [("sidottu", "stated"), ("teema", "theme")]


def test_themes_of_a_goal_are_its_own_or_those_of_its_statements() -> None:
    """The goal's own themes decide; without them those of its statements, each once."""
    both = (statement("s", "x", "luonto", "arki"), statement("t", "y", "arki"))
    assert goal_themes(goal("g", *both)) == ("luonto", "arki")
    assert goal_themes(goal("g", *both, themes=("talous",))) == ("talous",)


def test_carrier_has_its_newest_outcome_and_its_decisions() -> None:
    """A project brings what was last reported of it and the decisions that made it."""
    decision = Decision(
        id="kh-1", body="kh", date=date(2024, 1, 1), what="decided", title="Hanke", source="lahde"
    )
    one = dossier(
        "a",
        strategy("a-1", goal("g", statement("s", "x", "luonto"))),
        decisions=(decision,),
        projects=(project("p", goals=("g",), decided_by=("kh-1",)),),
        programmes=(Programme(id="o", name="O", goals=("g",), approved_by="kh-1"),),
    )
    held = library(
        one,
        outcomes=(
            outcome("p", "done", date(2025, 1, 1)),
            outcome("p", "planned", date(2024, 1, 1)),
            outcome("p", "unknown"),
        ),
    )
    (branch,) = goal_tree(held, "a", one.strategies[0])
    programme, run = branch.carriers
    assert programme.decisions == run.decisions == (decision,)
    assert programme.outcome is None
    assert run.outcome is not None
    assert run.outcome.state == "done"


def test_theme_keeps_only_what_is_of_it() -> None:
    """With a theme, goals that have nothing of it go, and others show only what they have."""
    one = dossier(
        "a",
        strategy(
            "a-1",
            goal("g1", statement("s1", "x", "luonto"), statement("s2", "y", "arki")),
            goal("g2", statement("s3", "z", "arki")),
            goal("g3", themes=("luonto",)),
            goal("g4", statement("s4", "w", "arki")),
            period=years(2022, 2025),
        ),
        projects=(project("p", goals=("g4",), themes=("luonto",)),),
    )
    found = goal_tree(library(one), "a", one.strategies[0], "luonto")
    assert [(branch.goal.id, len(branch.statements)) for branch in found] == [
        ("g1", 1),
        ("g3", 0),
        ("g4", 0),
    ]


def test_goal_by_name_and_goal_by_number() -> None:
    """A goal with a name alone says so; one without a name has no sentence for it."""
    named, numbered = tree_of(goals=(goal("g"), Goal(id="h", number=1)))
    assert named.name_only
    assert named.name is not None
    assert named.name.shown == "g"
    assert numbered.name is None


def test_tree_of_kemi_holds_the_fifteen_statements() -> None:
    """Kemi's three goals of 2022–2025 have five statements each, as the web page has them."""
    kemi = real().dossiers["kemi"]
    found = goal_tree(real(), "kemi", kemi.strategies[0])
    assert [(branch.goal.name, len(branch.statements)) for branch in found] == [
        ("Elinvoimainen kaupunki", 5),
        ("Hyvinvoivat asukkaat", 5),
        ("Sujuva arki", 5),
    ]


def test_projects_of_2024_hang_on_the_newer_version_of_kemi() -> None:
    """The wellbeing projects of 2024 belong to the strategy approved in December 2023."""
    kemi = real().dossiers["kemi"]
    older, newer = (
        {
            carrier.record.id
            for branch in goal_tree(real(), "kemi", one)
            for carrier in branch.carriers
        }
        for one in kemi.strategies
    )
    assert "nuorten-harrastepassi" not in older
    assert "ennakoivan-hyvinvoinnin-yhteistyo" in newer


def test_tree_of_mallikunta_has_indicators_and_stated_ties() -> None:
    """Mallikunta ties a programme and a project to goals by name, and a figure to a goal."""
    mallikunta = fictional().dossiers["mallikunta"]
    found = {
        branch.goal.id: branch
        for branch in goal_tree(fictional(), "mallikunta", mallikunta.strategies[1])
    }
    work = found["tyota-ja-yrittamista"]
    assert [item.record.id for item in work.carriers if item.basis == "stated"] == ["etatyotilat"]
    assert "tavoite-tyollisyysaste" in {item.id for item in work.indicators}
    assert found["luonto-lahella"].carriers[0].record.id == "ilmasto-ja-luonto-ohjelma"


def test_tree_of_an_empty_library_raises_nothing() -> None:
    """A strategy without goals is a tree without branches."""
    held: Library = library(dossier("a"))
    assert goal_tree(held, "a", held.dossiers["a"].strategies[0]) == []
