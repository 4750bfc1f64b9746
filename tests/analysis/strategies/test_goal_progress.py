"""What is known of each goal: indicators, what carries it, and what was said of it."""

from __future__ import annotations

from components.analysis.strategies.goal_progress import (
    StrategyProgress,
    figures_used,
    project_states,
    strategy_progress,
)
from components.model import Library
from tests.analysis.known_goals import held, said
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    goal,
    library,
    real,
    strategy,
    versions,
)
from tests.analysis.measured import definition, indicator, observation


def progress(one: Library) -> StrategyProgress:
    """The goals of the first municipality."""
    return strategy_progress(one, versions(one)[0], TODAY)


def test_goal_has_its_indicators_and_what_carries_it() -> None:
    """What a source ties to the goal is told apart from what we have put there for its theme."""
    first, second = progress(held()).goals
    assert [item.indicator.id for item in first.indicators] == ["oma", "tulkinta"]
    assert [item.indicator.id for item in second.indicators] == ["oma", "julkaistu"]
    assert [item.record.id for item in first.projects] == ["sidottu", "kerrottu"]
    assert [item.record.id for item in first.programmes] == ["ohjelma"]
    assert [item.record.id for item in first.themed] == ["teema"]
    assert (second.projects, second.programmes, second.branch.name_only) == ((), (), True)


def test_indicator_of_two_goals_is_counted_once() -> None:
    """The totals hold every indicator once, by whose choice it is."""
    found = progress(held())
    ids = {basis: [item.indicator.id for item in each] for basis, each in found.indicators.items()}
    assert ids == {"adopted": ["oma"], "announced": ["julkaistu"], "interpretation": ["tulkinta"]}


def test_what_belongs_to_no_goal_is_counted_apart() -> None:
    """An indicator of no goal and a project that no source ties to one are left out by number."""
    found = progress(held())
    assert (found.elsewhere, found.untied) == (1, 1)
    assert list(found.projects) == ["sidottu", "kerrottu"]


def test_projects_are_counted_by_state_and_silence_is_unknown() -> None:
    """A project with no outcome row is unknown, never done; the states keep their order."""
    (goal_progress, _) = progress(held()).goals
    assert list(project_states(goal_progress.projects, TODAY).items()) == [
        ("done", 1),
        ("unknown", 1),
    ]
    assert project_states([], TODAY) == {}


def test_assessment_stands_under_its_goals_and_those_of_its_projects() -> None:
    """Words on a project tied to a goal stand there too; words on neither are not lost."""
    found = progress(
        held(
            assessments=(
                said("goalista", goals=("h",)),
                said("hankkeesta", projects=("sidottu",)),
                said("teemasta", projects=("teema",)),
                said("kaikesta", goals=("g", "h")),
            )
        )
    )
    under = [[item.record.id for item in each.assessments] for each in found.goals]
    assert under == [["hankkeesta", "kaikesta"], ["goalista", "kaikesta"]]
    assert [item.record.id for item in found.general] == ["teemasta"]
    assert found.assessments == 4
    first = found.goals[0].assessments[0]
    assert [item.id for item in first.projects] == ["sidottu"]
    assert (first.sentence.kind, first.sentence.words) == ("assessment", "hankkeesta sanottu.")


def test_figures_that_a_state_rests_on() -> None:
    """The newest figure always, the first too where we have chosen it as the beginning."""
    first, second = progress(held()).goals
    used = {
        item.indicator.id: [row.year for row in figures_used(item)]
        for item in (*first.indicators, *second.indicators)
    }
    assert used == {"oma": [2025], "tulkinta": [2020, 2025], "julkaistu": [2020, 2025]}


def test_figures_of_what_is_not_measured() -> None:
    """Without a value there is no figure, and a single one is named once."""
    bare = library(
        dossier(
            "a",
            strategy("a-1", goal("g")),
            indicators=(
                indicator(id="yksi", goals=("g",)),
                indicator(id="tyhja", goals=("g",), indicator="toinen"),
            ),
        ),
        indicators={"luku": definition(), "toinen": definition()},
        observations=(observation(2025, "2"),),
    )
    (only,) = progress(bare).goals
    assert [[row.year for row in figures_used(item)] for item in only.indicators] == [[2025], []]


def test_goals_of_kemi_rest_on_indicators_that_the_council_has_not_adopted() -> None:
    """Kemi's strategy names no indicator: every link is ours or announced elsewhere."""
    found = strategy_progress(real(), versions(real(), "kemi")[0], TODAY)
    assert found.indicators["adopted"] == []
    assert found.indicators["interpretation"]
    assert len(found.goals) == 3


def test_goals_of_mallikunta_show_every_kind_of_knowledge() -> None:
    """The fictional municipality has indicators, projects, programmes and words of the council."""
    found = strategy_progress(fictional(), versions(fictional())[0], TODAY)
    assert found.indicators["adopted"]
    assert found.projects
    assert found.assessments
    assert any(each.branch.name_only for each in found.goals)
