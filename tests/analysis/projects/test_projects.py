"""Projects joined with what was reported and paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from components.analysis.projects.projects import (
    FUNDING_SPLIT,
    PROJECT_COLUMNS,
    decided_against_reported,
    funding_of,
    funding_table,
    outcome_of,
    project_table,
    state_counts,
)
from components.model import Partner, Plan
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    funding,
    library,
    outcome,
    project,
    real,
    years,
)

BOTH = ["kemi", "kemijarvi"]


def test_states_of_kemi_and_kemijarvi() -> None:
    """Of Kemi's 17 projects eight ended with nothing told of them, as Kemijärvi's one did."""
    counts = state_counts(project_table(real(), BOTH, TODAY), BOTH)
    assert list(counts.columns) == ["ended", "unknown"]
    assert counts.to_dict("index") == {
        "kemi": {"ended": 8, "unknown": 9},
        "kemijarvi": {"ended": 1, "unknown": 0},
    }


def test_states_of_one_without_projects_are_zero() -> None:
    """A municipality without projects keeps its row; nobody's projects make an empty table."""
    held = library(dossier("a", projects=(project("p"),)), dossier("b", code="002"))
    counts = state_counts(project_table(held, ["b", "a"], TODAY), ["b", "a"])
    assert counts.to_dict("index") == {"b": {"unknown": 0}, "a": {"unknown": 1}}
    empty = project_table(held, ["b"], TODAY)
    assert empty.empty
    assert set(PROJECT_COLUMNS) < set(empty.columns)
    assert state_counts(empty, ["b"]).shape == (1, 0)
    assert funding_table(empty).empty


def test_project_without_an_outcome_is_unknown() -> None:
    """Nothing reported is `unknown`, and nothing paid is None, never a number."""
    held = library(dossier("a", projects=(project("p"),)))
    (row,) = project_table(held, ["a"], TODAY).to_dict("records")
    assert row["state"] == "unknown"
    assert row["total_eur"] is None
    assert row["date"] is None


def test_newest_outcome_wins_and_undated_is_oldest() -> None:
    """Of several reports the newest is shown, whatever their order in the table."""
    held = library(
        dossier("a", projects=(project("p"),)),
        outcomes=(
            outcome("p", "in_progress", date(2025, 1, 1)),
            outcome("p", "planned", date(2024, 1, 1)),
            outcome("p", "dropped"),
        ),
    )
    (row,) = project_table(held, ["a"], TODAY).to_dict("records")
    assert row["state"] == "in_progress"


def test_states_of_mallikunta_are_one_of_each() -> None:
    """The bus was planned in 2024 and runs in 2025: it is in progress."""
    table = project_table(fictional(), ["mallikunta"], TODAY).set_index("project")
    assert table["state"].to_dict() == {
        "etatyotilat": "ended",
        "palvelubussi": "in_progress",
        "digituki": "done",
        "uimaranta": "planned",
        "kesateatteri": "dropped",
        "lahiruokareitti": "unknown",
    }


def test_same_project_id_in_two_municipalities_stays_apart() -> None:
    """Outcome and money are joined by municipality and project, not by the project alone."""
    held = library(
        dossier("a", projects=(project("p"),)),
        dossier("b", code="002", projects=(project("p"),)),
        outcomes=(outcome("p", "done", code="002"),),
        funding=(funding("p", total_eur=100),),
    )
    rows = project_table(held, ["a", "b"], TODAY).set_index("municipality")
    assert rows["state"].to_dict() == {"a": "unknown", "b": "done"}
    assert rows["total_eur"].to_dict() == {"a": Decimal(100), "b": None}


def test_own_years_before_those_of_the_register() -> None:
    """The municipality's own file tells the years; the register only where it is silent."""
    held = library(
        dossier("a", projects=(project("p", period=years("2023-09")), project("q"))),
        funding=(
            funding("p", start="2023-10-01", end="2025-08-31"),
            funding("q", start="2020", end="2021"),
        ),
    )
    rows = project_table(held, ["a"], TODAY)[["start", "end"]].to_numpy().tolist()
    assert rows == [["2023-09", "2025-08-31"], ["2020", "2021"]]


def test_money_of_kemi() -> None:
    """From the lists of Kemi: eight budgets; ÄRM 344 616 € of which 68 923 € is the city's own."""
    split = funding_table(project_table(real(), BOTH, TODAY)).set_index("project")
    assert len(split) == 8
    columns = ["total_eur", "own_eur", "others_eur", "open_eur"]
    assert [split.at["arm-koordinaatiohanke", name] for name in columns] == [
        344616,
        68923,
        275693,
        None,
    ]
    assert [split.at["vahvax", name] for name in columns] == [295400, 29540, 265860, None]
    assert [split.at["arm-agentti", name] for name in columns] == [
        145616,
        Decimal("4979.2"),
        None,
        Decimal("140636.8"),
    ]
    assert set(split.index[split["share_year"].notna()]) == {
        "arm-agentti",
        "kaupunkiviljely",
        "kemi-valmistautuu-kasvuun",
    }


def test_money_parts_make_the_whole() -> None:
    """Own, others and open add up to the budget, in every project of every municipality."""
    for held in (real(), fictional()):
        for row in funding_table(project_table(held, list(held.dossiers), TODAY)).to_dict(
            "records"
        ):
            parts = [row[name] or 0 for name in ("own_eur", "others_eur", "open_eur")]
            assert sum(parts) == row["total_eur"]
            assert (row["others_eur"] is None) != (row["open_eur"] is None)


def test_money_without_a_share_is_all_open() -> None:
    """When the own share is not told, who paid is open: nothing is given to others."""
    held = library(dossier("a", projects=(project("p"),)), funding=(funding("p", total_eur=5),))
    (row,) = funding_table(project_table(held, ["a"], TODAY)).to_dict("records")
    assert [row[name] for name in FUNDING_SPLIT[3:]] == [None, None, Decimal(5), Decimal(5), None]


def test_asettautumispalvelut_decided_against_reported() -> None:
    """Eighteen months as decided, Pello dropped out, and no share stands in the register."""
    kemijarvi = real().dossiers["kemijarvi"]
    (one,) = kemijarvi.projects
    assert one.plan is not None
    found = decided_against_reported(one.plan, funding_of(real(), "kemijarvi", one))
    assert [(row.fact, row.decided, row.reported, row.same) for row in found] == [
        ("begin", "syksy 2020", "2020-08-01", None),
        ("length", "18", "18", True),
        ("partners", "Kemijärvi, Keminmaa, Pello, Posio", "Kemijärvi, Keminmaa, Posio", False),
        ("share", "7500", None, None),
    ]


def test_etatyotilat_decided_against_reported() -> None:
    """Mallikunta: 23 months instead of 24 and 11 500 € instead of 12 000 €."""
    one = fictional().dossiers["mallikunta"].projects[0]
    assert one.plan is not None
    found = decided_against_reported(one.plan, funding_of(fictional(), "mallikunta", one))
    assert [(row.decided, row.reported, row.same) for row in found[1:]] == [
        ("24", "23", False),
        (
            "Jokikunta, Mallikunta, Rantakunta, Vaarakunta",
            "Jokikunta, Mallikunta, Rantakunta",
            False,
        ),
        ("12000", "11500", False),
    ]


PLAN = Plan(
    start="syksy", months=36, share_eur=7500, partners=(Partner(name="Posio", role="lead"),)
)


def test_decided_against_nothing_is_not_a_difference() -> None:
    """Without a register, and without a plan, nothing is called the same or different."""
    assert [row.same for row in decided_against_reported(PLAN, None)] == [None] * 4
    whole = funding("p", start="2020-01", end="2022-12", share_eur=1, lead="A", partners="B")
    assert [row.same for row in decided_against_reported(Plan(), whole)] == [None] * 4


def test_register_of_years_tells_no_months() -> None:
    """A register that gives years alone does not tell how many months there were."""
    for start, end in (("2020", "2022"), ("2020-01", "2022"), ("2020-01", None)):
        row = decided_against_reported(PLAN, funding("p", start=start, end=end))[1]
        assert (row.reported, row.same) == (None, None)


def test_months_and_days_count_alike() -> None:
    """Both the first and the last month count, given as a month or as a day of it."""
    for start, end in (("2020-01", "2022-12"), ("2020-01-31", "2022-12-01")):
        row = decided_against_reported(PLAN, funding("p", start=start, end=end))[1]
        assert (row.reported, row.same) == ("36", True)


def test_lead_alone_does_not_tell_the_partners() -> None:
    """A register that names the lead and nobody else says nothing of who else took part."""
    row = decided_against_reported(PLAN, funding("p", lead="Posio"))[2]
    assert (row.reported, row.same) == (None, None)
    row = decided_against_reported(PLAN, funding("p", partners="Posio"))[2]
    assert (row.reported, row.same) == ("Posio", True)


@pytest.mark.parametrize(
    ("share", "year", "reported", "same"),
    [
        ("7500.00", None, "7500", True),
        ("7500.5", None, "7500.5", False),
        ("5000", 2020, None, None),
    ],
)
def test_share_is_compared_as_money_and_only_when_it_is_of_the_whole(
    share: str, year: int | None, reported: str | None, same: object
) -> None:
    """7500.00 is 7500; the share of one year is no answer to the share of the whole."""
    row = decided_against_reported(PLAN, funding("p", share_eur=share, share_year=year))[3]
    assert (row.reported, row.same) == (reported, same)


def test_outcome_and_funding_of_a_project_without_any() -> None:
    """A project of which nobody has told has neither."""
    held = library(dossier("a", projects=(project("p"),)))
    (one,) = held.dossiers["a"].projects
    assert outcome_of(held, "a", one) is None
    assert funding_of(held, "a", one) is None
