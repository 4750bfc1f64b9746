"""Versions of one strategy side by side: nothing is called gone that a source does not list."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from components.analysis.strategies.version_changes import (
    ChangeRow,
    VersionChanges,
    counts,
    text_known,
    version_changes,
)
from components.model import Decision, Dossier, Goal, Strategy
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    goal,
    real,
    statement,
    strategy,
    value,
)


def changes(one: Dossier) -> VersionChanges:
    """The versions of a municipality that has several."""
    found = version_changes(one, TODAY)
    assert found is not None
    return found


def told(rows: tuple[ChangeRow, ...]) -> dict[str, list[str]]:
    """What is said of each name in each version."""
    return {row.name or f"#{row.number}": [cell.change for cell in row.cells] for row in rows}


def version(name: str, *goals: Goal, **parts: Any) -> Strategy:  # noqa: ANN401 - any field
    """A version; "b" replaces "a", and so on."""
    before = None if name == "a" else chr(ord(name) - 1)
    return strategy(name, *goals, **({"replaces": before} | parts))


def test_values_of_the_newer_kemi_are_not_known() -> None:
    """Three values in 2022–2025; of the version of 2023 no source lists any, so none is gone."""
    found = changes(real().dossiers["kemi"])
    assert told(found.values) == {
        "Ihmisläheisyys": ["named", "unknown"],
        "Luovuus": ["named", "unknown"],
        "Vastuullisuus": ["named", "unknown"],
    }
    assert counts(found.values) == {"unknown": 3}


def test_goals_of_the_newer_kemi_are_new_and_the_older_ones_not_known() -> None:
    """Names alone are known of the newer version: what it does not name may still be in it."""
    found = changes(real().dossiers["kemi"])
    assert told(found.goals) == {
        "Elinvoimainen kaupunki": ["named", "unknown"],
        "Hyvinvoivat asukkaat": ["named", "unknown"],
        "Sujuva arki": ["named", "unknown"],
        "Viisas Kemi": ["absent", "new"],
        "Välittävä Kemi": ["absent", "new"],
        "Vihreä Kemi": ["absent", "new"],
    }
    assert counts(found.goals) == {"new": 3, "unknown": 3}


def test_facts_of_kemi() -> None:
    """2022–2025 ended, adoption unknown; the newer one adopted on 4.12.2023 § 110, names only."""
    old, new = changes(real().dossiers["kemi"]).versions
    assert (old.state, old.text, old.decision, old.replaced) == ("ended", "full", None, None)
    assert (new.state, new.text) == ("unknown", "names")
    assert new.decision is not None
    assert (new.decision.date, new.decision.section) == (date(2023, 12, 4), 110)
    assert new.replaced is old.strategy


def test_minutes_of_kemi_speak_of_the_values() -> None:
    """The board on 25.9.2023 § 292: the values answer to the city's changed tasks. No other."""
    ((decision, sentence),) = changes(real().dossiers["kemi"]).minutes
    assert (decision.date, decision.section) == (date(2023, 9, 25), 292)
    assert sentence.shown.startswith("Kaupungin arvot toteuttavat täysin")
    assert sentence.source == "kaupunginhallitus-2023-09-25"


def test_one_version_has_nothing_beside_it() -> None:
    """Kemijärvi has one version in the sources."""
    assert version_changes(real().dossiers["kemijarvi"], TODAY) is None


def test_goals_of_mallikunta_without_a_name_match_nothing() -> None:
    """A goal of 2018–2021 has a number only, so 2022–2029 cannot be said to keep or drop it."""
    found = told(changes(fictional().dossiers["mallikunta"]).goals)
    assert found["#1"] == ["named", "unknown"]
    assert found["Hyvä arki"] == ["unknown", "named"]


def test_values_of_mallikunta_are_dropped_and_added() -> None:
    """Three values of 2018 gave way to four others in 2022."""
    found = changes(fictional().dossiers["mallikunta"])
    assert told(found.values)["Avoimuus"] == ["named", "gone"]
    assert told(found.values)["Rohkeus"] == ["absent", "new"]
    assert counts(found.values) == {"new": 4, "gone": 3}


def test_names_through_three_versions() -> None:
    """Kept, gone and, once gone, absent; the case of letters does not matter."""
    one = dossier(
        "x",
        version("c", values=(value("Ilo"),)),
        version("a", values=(value("Rohkeus"), value("Ilo"))),
        version("b", values=(value("ilo"), value("Uusi"))),
    )
    assert told(changes(one).values) == {
        "Rohkeus": ["named", "gone", "absent"],
        "Ilo": ["named", "kept", "kept"],
        "Uusi": ["absent", "new", "gone"],
    }


def test_goal_that_continues_another_is_renamed() -> None:
    """A new name for an old goal stands in the row of the old one, however often it changes."""
    text = statement("s", "x")
    one = dossier(
        "x",
        version("a", goal("vanha", text, name="Vanha"), goal("muu", name="Muu")),
        version("b", goal("uusi", text, name="Uusi", continues="vanha"), goal("m", name="Muu")),
        version("c", goal("uusin", text, name="Uusin", continues="uusi")),
    )
    assert told(changes(one).goals) == {
        "Uusin": ["named", "renamed", "renamed"],
        "Muu": ["named", "kept", "gone"],
    }


@pytest.mark.parametrize("earlier", [{"number": 1}, {"name": "Kehä", "continues": "uusi"}])
def test_goal_that_continues_nothing_nameable_stands_alone(earlier: dict[str, Any]) -> None:
    """A goal without a name cannot lend one, and a circle of goals ends."""
    first = Goal(id="vanha", statements=(statement("s", "x"),), **earlier)
    one = dossier(
        "x", version("a", first), version("b", goal("uusi", name="Uusi", continues="vanha"))
    )
    assert "Uusi" in told(changes(one).goals) or "Kehä" in told(changes(one).goals)


def test_goals_are_gone_only_from_a_version_with_its_text() -> None:
    """A version with statements lists its goals; after one of names alone nothing is new."""
    text = statement("s", "x")
    one = dossier(
        "x",
        version("a", goal("vanha", text)),
        version("b", goal("uusi")),
        version("c", goal("kolmas", text)),
    )
    assert told(changes(one).goals) == {
        "vanha": ["named", "unknown", "gone"],
        "uusi": ["absent", "new", "gone"],
        "kolmas": ["absent", "unknown", "named"],
    }


def test_goal_with_neither_name_nor_statement_has_no_citation() -> None:
    """Its number is all there is to show."""
    one = dossier("x", version("a", Goal(id="g", number=2)), version("b"))
    (row,) = changes(one).goals
    assert (row.number, [cell.sentence for cell in row.cells]) == (2, [None, None])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Arvot säilyvät.", True),
        ("Arvoihimme kuuluu rohkeus.", True),
        ("Kaupungin arvoja ei muuteta.", True),
        ("Se on arvokas ja arvioitu.", False),
        ("Talousarvio ja arvonta.", False),
    ],
)
def test_minutes_are_searched_for_the_word_arvo(text: str, found: bool) -> None:  # noqa: FBT001
    """Only the word itself counts, in the decision as in its statements, of newer versions."""
    decisions = [
        Decision(
            id=f"d-{of}",
            body="valtuusto",
            date=TODAY,
            what="decided",
            title="Strategia",
            text=text,
            strategy=of,
            source="lahde",
            statements=(statement(f"s-{of}", text),),
        )
        for of in ("a", "b")
    ]
    bare = Decision(
        id="d", body="b", date=TODAY, what="noted", title="T", strategy="b", source="lahde"
    )
    one = dossier("x", version("a"), version("b"), decisions=(*decisions, bare))
    kinds = [(decision.id, said.kind) for decision, said in changes(one).minutes]
    assert kinds == ([("d-b", "decision"), ("d-b", "statement")] if found else [])


def test_text_known_of_a_version() -> None:
    """Statements make a text, names alone do not, and a bare title tells nothing."""
    assert text_known(strategy("a", goal("g", statement("s", "x")))) == "full"
    assert text_known(strategy("a", goal("g"))) == "names"
    assert text_known(strategy("a", values=(value("Ilo"),))) == "names"
    assert text_known(strategy("a")) == "nothing"
