"""The decision trail: what was decided and reported, in order, and which version is in force."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from components.analysis.strategies.trail import (
    Trail,
    chain,
    known_in_force,
    project_trail,
    strategy_trail,
    trails,
)
from components.analysis.strategies.trail_table import trail_table
from components.model import Decision, Library
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    funding,
    library,
    outcome,
    project,
    real,
    statement,
    strategy,
    years,
)


def decision(name: str, day: date, **parts: Any) -> Decision:  # noqa: ANN401 - any field
    """A decision of the council on version "b"."""
    given: dict[str, Any] = {
        "id": name,
        "body": "valtuusto",
        "date": day,
        "what": "decided",
        "title": name,
        "strategy": "b",
        "source": "lahde",
    }
    return Decision(**(given | parts))


def of_project(held: Library, slug: str, name: str) -> Trail:
    """The trail of one project."""
    found = next(item for item in held.dossiers[slug].projects if item.id == name)
    return project_trail(held, slug, found)


def test_order_of_the_decisions_of_kemi() -> None:
    """21.9.2023 § 85 → 25.9.2023 § 292 → 4.12.2023 § 110 → 20.2.2025 § 21."""
    trail = trails(real(), "kemi").versions[0]
    assert trail.record.id == "kemi-2023"
    found = [step.decision for step in trail.steps if step.decision]
    assert [(item.body, item.date, item.section) for item in found] == [
        ("hyvinvointilautakunta", date(2023, 9, 21), 85),
        ("kaupunginhallitus", date(2023, 9, 25), 292),
        ("kaupunginvaltuusto", date(2023, 12, 4), 110),
        ("hyvinvointilautakunta", date(2025, 2, 20), 21),
    ]
    assert [step.stage for step in trail.steps] == [
        "projects",
        "preparation",
        "approval",
        "outcome",
    ]


def test_chain_of_kemi_tells_what_is_only_mentioned() -> None:
    """No minutes of the evening school or the accounts: § 292 and § 21 only mention them."""
    links = {link.stage: link for link in chain(trails(real(), "kemi").versions[0])}

    def sections(stage: str) -> tuple[list[int | None], list[int | None]]:
        link = links[stage]  # type: ignore[index]
        both = (link.steps, link.mentioned)
        one, other = ([step.decision.section for step in steps if step.decision] for steps in both)
        return one, other

    assert list(links) == [
        "preparation",
        "evening_school",
        "approval",
        "projects",
        "outcome",
        "accounts",
    ]
    assert sections("evening_school") == ([], [292])
    assert sections("accounts") == ([], [21])
    assert sections("approval") == ([110], [])


def test_outcome_of_kemi_is_noted_for_eight_projects_and_unknown() -> None:
    """The board noted the outcome of eight projects; the state of each is unknown, never done."""
    last = trails(real(), "kemi").versions[0].steps[-1]
    assert last.states(TODAY) == {"unknown": 8}


def test_version_of_kemi_in_force() -> None:
    """The newest one, adopted by the council on 4.12.2023 § 110; its text is not known."""
    found = known_in_force(real().dossiers["kemi"], TODAY)
    assert found is not None
    assert found.strategy.id == "kemi-2023"
    assert found.decision is not None
    assert (found.decision.body, found.decision.section) == ("kaupunginvaltuusto", 110)
    assert (found.state, found.text) == ("unknown", "names")
    before = known_in_force(real().dossiers["kemi"], date(2023, 12, 3))
    assert before is not None
    assert (before.strategy.id, before.decision, before.state) == ("kemi-2022", None, "running")


def test_version_of_kemijarvi_in_force_by_no_known_decision() -> None:
    """2024–2028 runs with its text, and the decision is not in the sources; before, none."""
    found = known_in_force(real().dossiers["kemijarvi"], TODAY)
    assert found is not None
    assert (found.decision, found.state, found.text) == (None, "running", "full")
    assert known_in_force(real().dossiers["kemijarvi"], date(2023, 12, 31)) is None


def test_older_version_of_kemi_was_replaced_before_its_period_ended() -> None:
    """No decision on 2022–2025 is known; it begins, gives way on 4.12.2023, and would end 2025."""
    trail = trails(real(), "kemi").versions[1]
    assert trail.decisions == ()
    assert [(step.kind, step.moment) for step in trail.steps] == [
        ("begin", "2022"),
        ("replaced", "2023-12-04"),
        ("end", "2025"),
    ]


def test_decision_on_a_programme_is_among_the_others() -> None:
    """The environment policy of 27.8.2018 is of no version and no project."""
    (other,) = trails(real(), "kemi").others
    assert other.decision is not None
    assert (other.decision.id, other.stage) == ("kv-2018-08-27", None)


def test_trail_of_a_project_joins_the_decision_and_its_report() -> None:
    """Decided on 21.9.2023, year 2024, and noted on 20.2.2025 with the state unknown: once."""
    trail = of_project(real(), "kemi", "palveluverkkoprojekti")
    assert [(step.kind, step.moment, step.stage) for step in trail.steps] == [
        ("decision", "2023-09-21", "projects"),
        ("begin", "2024", None),
        ("end", "2024", None),
        ("decision", "2025-02-20", "outcome"),
    ]
    assert trail.steps[-1].states(TODAY) == {"unknown": 1}


def test_trail_of_asettautumispalvelut_takes_its_days_from_the_register() -> None:
    """Decided 27.1.2020 § 23; by the register 1.8.2020–31.1.2022; the report has no date."""
    trail = of_project(real(), "kemijarvi", "asettautumispalvelut")
    assert [(step.kind, step.moment, bool(step.row)) for step in trail.steps] == [
        ("decision", "2020-01-27", False),
        ("begin", "2020-08-01", True),
        ("end", "2022-01-31", True),
        ("outcome", None, False),
    ]


def test_reports_without_a_decision_are_steps_of_the_version() -> None:
    """Mallikunta's board reported a project on 15.2.2024, and no minutes of that are known."""
    trail = trails(fictional(), "mallikunta").versions[0]
    (step,) = [item for item in trail.steps if item.moment == "2024-02-15"]
    assert (step.kind, step.stage, step.states(TODAY)) == ("outcome", "outcome", {"planned": 1})


def test_stages_of_decisions() -> None:
    """By who adopted, what came before, what was noted, what names projects; else no stage."""
    after = date(2024, 1, 1)
    decisions = (
        decision("adopts", date(2023, 6, 1), what="approved"),
        decision("draft", date(2023, 5, 1), what="noted"),
        decision("plan", date(2023, 4, 1), projects=("p",)),
        decision("report", after, what="noted", title="Iltakoulun yhteenveto"),
        decision("other", after, text="Asia jäi pöydälle."),
        decision("again", after, what="approved"),
    )
    held = library(
        dossier(
            "x",
            strategy("b", adopted_by="adopts"),
            decisions=decisions,
            projects=(project("p"),),
        )
    )
    trail = strategy_trail(held, "x", held.dossiers["x"].strategies[0])
    stages = {step.decision.id: step.stage for step in trail.steps if step.decision}
    assert stages == {
        "adopts": "approval",
        "draft": "preparation",
        "plan": "projects",
        "report": "outcome",
        "other": None,
        "again": None,
    }
    assert [step.mentions for step in trail.steps if step.mentions] == [("evening_school",)]


def test_approval_without_a_named_adoption_is_still_an_approval() -> None:
    """Where the file does not say which decision adopted the version, what approved it is it."""
    held = library(
        dossier(
            "x",
            strategy("b", period=years(2024)),
            decisions=(decision("d", date(2023, 1, 1), what="approved"),),
        )
    )
    trail = strategy_trail(held, "x", held.dossiers["x"].strategies[0])
    assert [(step.kind, step.stage) for step in trail.steps] == [
        ("decision", "approval"),
        ("begin", None),
    ]


def test_project_without_any_step_has_no_trail() -> None:
    """Nothing decided, no time, nothing reported: it is left out."""
    held = library(dossier("x", projects=(project("p"), project("q", period=years(2024)))))
    assert [trail.record.id for trail in trails(held, "x").projects] == ["q"]


@pytest.mark.parametrize(
    ("row", "moments"),
    [
        ({"start": "2023-02"}, ["2023-02"]),
        ({"end": "2023-03"}, ["2023-03"]),
        ({}, ["2020", "2021"]),
    ],
)
def test_times_of_a_project_come_from_the_register_first(
    row: dict[str, str], moments: list[str]
) -> None:
    """A register that tells no time leaves it to the municipality's own file."""
    held = library(
        dossier("x", projects=(project("p", period=years(2020, 2021)),)),
        funding=(funding("p", **row),),
    )
    assert [step.moment for step in of_project(held, "x", "p").steps] == moments


def test_steps_that_are_still_to_come() -> None:
    """A step is ahead until its day; where something ends the last day counts."""
    held = library(
        dossier("x", projects=(project("p", period=years(2026, 2026)),)),
        outcomes=(outcome("p", "planned"),),
    )
    steps = of_project(held, "x", "p").steps
    assert [step.ahead(TODAY) for step in steps] == [False, True, False]


def test_version_adopted_for_later_is_not_in_force_yet() -> None:
    """Before its period begins the older one holds."""
    one = dossier(
        "x",
        strategy("a", period=years(2022, 2026)),
        strategy("b", period=years(2027), replaces="a"),
    )
    found = known_in_force(one, TODAY)
    assert found is not None
    assert found.strategy.id == "a"


def test_table_of_kemi_names_body_section_diary_quote_and_source() -> None:
    """The board's decision on 25.9.2023 is one row with all that the minutes tell."""
    table = trail_table(real(), "kemi", TODAY)
    (row,) = table[(table["section"] == 292) & (table["trail"] == "strategy")].to_dict("records")
    assert row["diary"] == "691/00.01.02/2021"
    assert (row["body"], row["moment"]) == ("kaupunginhallitus", "2023-09-25")
    assert row["mentions"] == "evening_school"
    assert row["quote"].startswith("Kaupunginhallitus päätti järjestää")
    assert row["source_title"].startswith("Kaupunginhallitus 25.9.2023 § 292")
    assert set(table["trail"]) == {"strategy", "project", "decision"}


def test_table_tells_reports_registers_and_nothing_as_none() -> None:
    """A lone report brings its own source and note; a step without any has None, not NaN."""
    table = trail_table(fictional(), "mallikunta", TODAY)
    told = table[(table["moment"] == "2024-02-15") & (table["trail"] == "project")]
    (row,) = told.to_dict("records")
    assert (row["states"], row["body"]) == ("planned: 1", "hyvinvointilautakunta")
    assert row["note"] == "Bussi hankitaan kevään aikana."
    kemijarvi = trail_table(real(), "kemijarvi", TODAY)
    begin = kemijarvi[(kemijarvi["step"] == "begin") & (kemijarvi["trail"] == "project")]
    assert "EURA" in begin["source_title"].iloc[0]
    period = kemijarvi[kemijarvi["trail"] == "strategy"].iloc[0]
    assert period["source_title"] is None
    assert trail_table(library(dossier("x")), "x", TODAY).empty


def test_grounds_of_a_decision_follow_it() -> None:
    """The sentences of the minutes are kept with the decision."""
    held = library(
        dossier(
            "x",
            strategy("b"),
            decisions=(decision("d", TODAY, statements=(statement("s", "Tilinpäätös."),)),),
        )
    )
    (step,) = strategy_trail(held, "x", held.dossiers["x"].strategies[0]).steps
    assert [item.shown for item in step.grounds] == ["Tilinpäätös."]
    assert step.mentions == ("accounts",)
