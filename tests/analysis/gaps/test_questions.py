"""The questions that the data leaves open."""

from __future__ import annotations

from datetime import date

from components.analysis.gaps.questions import QUESTIONS, Question, questions
from components.analysis.strategies.versions import choose
from components.model import Goal, Library
from tests.analysis.making import TODAY, fictional, real
from tests.analysis.measured import by, indicator, library


def asked(held: Library, *slugs: str, today: date = TODAY) -> list[Question]:
    """The questions to municipalities."""
    return questions(held, [choose(held.dossiers[slug], TODAY) for slug in slugs], today)


def test_outcomes_are_asked_of_all_projects_at_once() -> None:
    """Kemi has 17 projects of which nobody tells what came, Kemijärvi one."""
    found = {
        item.slug: len(item.gaps)
        for item in asked(real(), "kemi", "kemijarvi")
        if item.kind == "outcomes"
    }
    assert found == {"kemi": 17, "kemijarvi": 1}


def test_promises_are_asked_one_by_one_with_their_day() -> None:
    """Kemi promised a report with the accounts; the day of 2025's accounts was 30.6.2026."""
    found = [item for item in asked(real(), "kemi") if item.kind == "report_passed"]
    assert date(2026, 6, 30) in {item.due for item in found}
    assert all(len(item.gaps) == 1 for item in found)


def test_the_newer_version_is_asked_for() -> None:
    """The text of what Kemi adopted on 4.12.2023 is not in the sources."""
    assert [
        item.slug for item in asked(real(), "kemi", "kemijarvi") if item.kind == "newer_text"
    ] == ["kemi"]


def test_one_alone_is_not_asked_for_counterparts() -> None:
    """With nobody beside it a municipality has no theme or goal alone."""
    kinds = {item.kind for item in asked(real(), "kemijarvi")}
    assert not kinds & {"goal_alone", "theme_alone"}


def test_themes_of_one_alone_are_those_that_no_other_speaks_of() -> None:
    """Kemijärvi alone speaks of ownership and of personnel (statements.yaml)."""
    found = [item for item in asked(real(), "kemi", "kemijarvi") if item.kind == "theme_alone"]
    assert [(item.slug, item.themes) for item in found] == [
        ("kemijarvi", ("omistaja", "henkilosto"))
    ]


def test_goals_without_a_confirmed_pair_are_alone() -> None:
    """A goal with statements of which none pairs with another's; a bare name asks nothing."""
    held = fictional()
    alone = [
        item
        for item in asked(
            Library(
                dossiers={**held.dossiers, "kemi": real().dossiers["kemi"]},
                indicators={**real().indicators, **held.indicators},
                themes=real().themes,
                source_texts={**held.source_texts, **real().source_texts},
            ),
            "mallikunta",
            "kemi",
        )
        if item.kind == "goal_alone"
    ]
    assert {item.slug for item in alone} == {"mallikunta", "kemi"}
    assert all(isinstance(goal, Goal) and goal.statements for item in alone for goal in item.goals)


def test_what_only_we_measure_asks_nothing() -> None:
    """A target is asked for where the municipality itself follows the indicator."""
    ours = asked(library([], indicator(basis="interpretation")), "eka")
    assert not {item.kind for item in ours} & {"target", "value"}
    theirs = asked(library([], indicator()), "eka")
    assert {"target", "value"} <= {item.kind for item in theirs}
    aimed = asked(library([], indicator(targets=(by(2030, "1"),))), "eka")
    assert "target" not in {item.kind for item in aimed}


def test_questions_stand_in_the_order_of_their_kinds() -> None:
    """Promised reports come first, themes last."""
    order = [QUESTIONS.index(item.kind) for item in asked(real(), "kemi", "kemijarvi")]
    assert order == sorted(order)
