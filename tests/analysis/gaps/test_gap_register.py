"""The register of gaps: its order, its counts, its table."""

from __future__ import annotations

from datetime import date

from components.analysis.gaps.gap_register import (
    REGISTER_COLUMNS,
    called,
    counts,
    missing,
    register,
    register_table,
)
from components.analysis.gaps.summary import gaps
from components.analysis.gaps.unknown import TURNS
from components.model import Duty, Goal, Library, Source
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    goal,
    library,
    outcome,
    project,
    real,
    statement,
    strategy,
    versions,
    years,
)
from tests.analysis.measured import definition, indicator, observation

MARCH = date(2026, 3, 1)


def two() -> Library:
    """Two municipalities that lack something of everything."""
    budget = Duty(id="talous", text="Ohjaa talousarviota.", what="budget", every="year")
    half = Duty(id="puolivali", text="Raportoidaan.", what="report", every="half_term")
    daily = Duty(id="arki", text="Arjessa.", what="daily_work")
    first = dossier(
        "a",
        strategy(
            "a-1",
            goal("g", statement("s", "Metsä.", "luonto")),
            period=years(2024, 2028),
            duties=(half, budget, daily),
        ),
        projects=(project("p", goals=("g",)), project("q")),
        indicators=(indicator(goals=("g",), basis="interpretation"),),
    )
    second = dossier(
        "b",
        strategy("b-1", Goal(id="h", number=2), period=years(2024, 2027), duties=(half,)),
        code="002",
        sources=(Source(id="lahde", title="Kirja", publisher="Kunta", kind="minutes"),),
        projects=(project("r"),),
    )
    return library(
        first,
        second,
        indicators={"luku": definition()},
        observations=(observation(2024, "2"),),
        outcomes=(outcome("q", "done"),),
    )


def test_register_puts_days_first_and_then_what_can_be_done() -> None:
    """The earliest day first, then ask, decide, publish; in each by kind, then as chosen."""
    held = two()
    found = register(held, versions(held), MARCH)
    assert [(item.turn, item.slug, item.about.id) for item in found] == [
        ("due", "a", "talous"),
        ("due", "b", "puolivali"),
        ("due", "a", "puolivali"),
        ("ask", "a", "p"),
        ("ask", "b", "r"),
        ("decide", "b", "h"),
        ("decide", "a", "g"),
        ("decide", "a", "mittari"),
        ("publish", "b", "lahde"),
        ("publish", "b", "b-1"),
        ("publish", "b", "h"),
    ]
    assert [item.due for item in found[:3]] == [
        date(2025, 12, 31),
        date(2025, 12, 31),
        date(2026, 7, 2),
    ]


def test_register_follows_the_order_in_which_municipalities_are_chosen() -> None:
    """Of two rows alike the municipality chosen first comes first."""
    held = two()
    turned = register(held, versions(held, "b", "a"), MARCH)
    assert [item.slug for item in turned if item.kind == "project_without_outcome"] == ["b", "a"]
    assert register(held, [], MARCH) == []


def test_counts_tell_of_how_many() -> None:
    """How many are missing and how many there are; what nobody lacks has no line."""
    held = two()
    chosen = versions(held)
    found = counts(held, chosen, register(held, chosen, MARCH), MARCH)
    assert found == {
        "report_promised": {"a": (2, 2), "b": (1, 1)},
        "project_without_outcome": {"a": (1, 2), "b": (1, 1)},
        "goal_without_indicator": {"a": (1, 1), "b": (1, 1)},
        "indicator_without_target": {"a": (1, 1), "b": (0, 0)},
        "source_not_at_hand": {"a": (0, 2), "b": (2, 2)},
        "goal_by_name_only": {"a": (0, 1), "b": (1, 1)},
    }


def test_what_a_version_lacks_is_counted_with_zeros() -> None:
    """The same counts for one municipality, those of which nothing is missing too."""
    held = two()
    first = versions(held)[0]
    found = missing(held, first, MARCH)
    assert found["project_without_outcome"] == (1, 2)
    assert found["goal_without_indicator"] == (1, 1)
    assert found["source_not_at_hand"] == (0, 2)
    assert found["indicator_without_value"] == (0, 1)


def test_counts_never_pass_what_there_is() -> None:
    """In the real data and in Mallikunta every count lies between none and all."""
    for held in (real(), fictional()):
        chosen = versions(held)
        found = counts(held, chosen, register(held, chosen, TODAY), TODAY)
        pairs = [pair for each in found.values() for pair in each.values()]
        assert all(0 <= lacking <= total for lacking, total in pairs)
        assert all(any(lacking for lacking, _ in each.values()) for each in found.values())


def test_short_and_long_list_agree_on_projects() -> None:
    """The front page counts the same projects without an outcome as the register holds."""
    for held in (real(), fictional()):
        short = {
            gap.slug: gap.names
            for gap in gaps(held, list(held.dossiers), TODAY)
            if gap.kind == "outcomes_unknown"
        }
        for slug, names in short.items():
            items = register(held, versions(held, slug), TODAY)
            told = [called(held, item) for item in items if item.kind == "project_without_outcome"]
            assert sorted(told) == sorted(names)


def test_kemi_has_eight_outcomes_noted_elsewhere() -> None:
    """The board noted the projects of 2024 on 20.2.2025 § 21; the results are not in our data."""
    items = register(real(), versions(real(), "kemi"), TODAY)
    noted = [item for item in items if item.why == "noted"]
    assert len(noted) == 8
    assert {item.outcome.date for item in noted if item.outcome} == {date(2025, 2, 20)}
    names = {called(real(), item) for item in items if item.kind == "goal_by_name_only"}
    assert names == {"Viisas Kemi", "Välittävä Kemi", "Vihreä Kemi"}


def test_kemijarvi_half_term_report_is_due() -> None:
    """The council was promised a report at half-term and indicators that no source names."""
    items = register(real(), versions(real(), "kemijarvi"), TODAY)
    promised = {item.about.id: item.why for item in items if item.kind == "report_promised"}
    assert promised["raportti-puolivalissa"] == "passed"
    assert promised["seuranta-mittareilla"] == "no_indicators"
    assert "osana-paivittaista-tyota" not in promised


def test_register_table_has_codes_days_and_sources() -> None:
    """Each row tells what, whose, why, the next step and the source; nothing is left as NaN."""
    held = two()
    table = register_table(held, register(held, versions(held), MARCH), "fi")
    assert list(table.columns) == REGISTER_COLUMNS
    rows = {(row["municipality"], row["id"], row["kind"]): row for row in table.to_dict("records")}
    report = rows["a", "puolivali", "report_promised"]
    assert (report["due"], report["next"], report["why"]) == ("2026-07-02", "2026-07-02", "later")
    budget = rows["a", "talous", "report_promised"]
    assert (budget["due"], budget["next"]) == ("2025-12-31", "2026-12-31")
    ours = rows["a", "mittari", "indicator_without_target"]
    assert (ours["name"], ours["basis"], ours["goals"]) == ("sana", "interpretation", "g")
    assert rows["b", "h", "goal_by_name_only"]["name"] == "2"
    assert rows["b", "lahde", "source_not_at_hand"]["source_title"] == "Kirja"
    assert all(cell is None or isinstance(cell, str) for cell in table.to_numpy().ravel())
    assert list(register_table(held, []).columns) == REGISTER_COLUMNS


def test_register_table_of_what_no_source_names() -> None:
    """A version that nothing tells of has no source, and its row says None."""
    bare = strategy("a-1", source=None)
    held = library(dossier("a", bare))
    table = register_table(held, register(held, versions(held), MARCH))
    assert table["source_title"].tolist() == [None]
    assert table["name"].tolist() == ["a-1"]


def test_turns_are_those_that_the_page_explains() -> None:
    """Four groups: what has a day, then the three things that a council can do."""
    assert TURNS == ("due", "ask", "decide", "publish")
