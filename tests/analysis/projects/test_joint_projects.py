"""Projects of several municipalities, and shared themes without one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from components.analysis.projects.joint_projects import (
    JOINT_COLUMNS,
    joint_projects,
    joint_table,
    themes_without_joint,
)
from components.model import Library, Partner, Plan, Project, ProjectFunding, RegionMunicipality
from tests.analysis.making import (
    dossier,
    fictional,
    funding,
    goal,
    library,
    project,
    real,
    statement,
    strategy,
    versions,
    years,
)


def region(code: str, fi: str, sv: str | None = None) -> RegionMunicipality:
    """A municipality of the region."""
    return RegionMunicipality(
        code=code,
        name_fi=fi,
        name_sv=sv or fi,
        sub_region_fi="Seutu",
        language_status="unilingual Finnish",
        source_title="Luettelo",
        licence="CC0",
    )


REGION = (region("001", "Anna"), region("002", "Beeta"), region("003", "Tornio", "Torneå"))


def plan(*names: str, share_eur: int | None = None) -> Plan:
    """A plan whose first partner leads."""
    return Plan(
        partners=tuple(
            Partner(name=name, role="partner" if number else "lead")
            for number, name in enumerate(names)
        ),
        share_eur=share_eur,
    )


def held(*projects: Project, rows: tuple[ProjectFunding, ...] = ()) -> Library:
    """Anna with these projects, Beeta with none, both of one theme; Tornio has no file."""
    said = strategy("s", goal("g", statement("l", "Lause", "arki")))
    return library(
        dossier("anna", said, projects=projects),
        dossier("beeta", said, code="002"),
        region=REGION,
        funding=rows,
    )


def standings(library_: Library) -> dict[str, str]:
    """Where each municipality of the one joint project is named."""
    (joint,) = joint_projects(library_, ["anna"])
    return {one.name: one.standing for one in joint.participants}


def test_asettautumispalvelut() -> None:
    """Posio led, Pello dropped out between plan and register, Kemijärvi's share is 7 500 euros."""
    (joint,) = joint_projects(real(), ["kemi", "kemijarvi"])
    assert [(one.name, one.lead, one.standing) for one in joint.participants] == [
        ("Posio", True, "both"),
        ("Kemijärvi", False, "both"),
        ("Keminmaa", False, "both"),
        ("Pello", False, "dropped"),
    ]
    shares = {one.name: (one.planned_eur, one.register_eur) for one in joint.participants}
    assert shares.pop("Kemijärvi") == (Decimal(7500), None)
    assert set(shares.values()) == {(None, None)}
    assert (joint.start, joint.end) == ("2020-08-01", "2022-01-31")
    assert joint.slugs == ("kemijarvi",)
    assert joint.others == ()
    assert joint.plan is not None
    assert joint.plan.source == "kaupunginhallitus-2020-01-27"


def test_kemi_alone_has_none() -> None:
    """No source names a municipality beside Kemi."""
    assert joint_projects(real(), ["kemi"]) == []


def test_no_joint_project_covers_what_the_two_share() -> None:
    """Kemi is in no joint project: every shared theme is without one. Alone nothing is shared."""
    shared = themes_without_joint(real(), versions(real()))
    assert len(shared) == 14
    assert "elinvoima" in shared
    assert themes_without_joint(real(), versions(real(), "kemi")) == []


def test_partners_that_are_not_known_stand_apart() -> None:
    """Of Mallikunta's four only those in its list of municipalities are municipalities."""
    (joint,) = joint_projects(fictional(), ["mallikunta"])
    assert [one.name for one in joint.participants] == ["Rantakunta", "Mallikunta"]
    assert joint.others == ("Jokikunta", "Vaarakunta")


def test_standing_tells_who_came_and_went() -> None:
    """In the plan alone dropped out, in the register alone came later; whoever tells is in."""
    row = funding("x", lead="Beeta", partners="Anna; Tornio ;Oy")
    came = held(project("x", plan=plan("Beeta", "Anna")), rows=(row,))
    assert standings(came) == {"Beeta": "both", "Anna": "both", "Tornio": "joined"}
    (joint,) = joint_projects(came, ["anna"])
    assert joint.others == ("Oy",)
    assert joint.slugs == ("beeta", "anna")
    went = held(project("x", plan=plan("Tornio", "Anna", "Beeta")), rows=(row,))
    assert standings(went)["Tornio"] == "both"
    left = funding("x", partners="Anna")
    assert standings(held(project("x", plan=plan("Tornio", "Anna")), rows=(left,))) == {
        "Tornio": "dropped",
        "Anna": "both",
    }


@pytest.mark.parametrize("rows", [(), (funding("x", lead="Anna"),), (funding("x"),)])
def test_nobody_drops_out_of_a_list_that_is_not_there(rows: tuple[ProjectFunding, ...]) -> None:
    """A register that names the lead alone, or nobody, says nothing of the others."""
    found = held(project("x", plan=plan("Anna", "Tornio")), rows=rows)
    assert standings(found) == {"Anna": "named", "Tornio": "named"}


def test_register_alone_names_the_parties() -> None:
    """Without a plan those in the register are named; the teller is in though not listed."""
    found = held(project("x"), rows=(funding("x", partners="Beeta", share_eur=5),))
    (joint,) = joint_projects(found, ["beeta"])
    assert [(one.name, one.slug, one.standing) for one in joint.participants] == [
        ("Beeta", "beeta", "named"),
        ("Anna", "anna", "named"),
    ]
    assert [one.register_eur for one in joint.participants] == [None, Decimal(5)]
    assert joint.plan is None


@pytest.mark.parametrize(
    "name", ["Tornio", "TORNIO", "Torneå", "Tornion kaupunki", "Torneå stad", "Tornion kunta"]
)
def test_municipality_is_recognised_by_name(name: str) -> None:
    """A name stands as it is, in Swedish, or with the word for a municipality."""
    assert "Tornio" in standings(held(project("x", plan=plan(name, "Anna"))))


def test_genitive_in_e_is_recognised() -> None:
    """Kemijärven kaupunki is Kemijärvi."""
    one = dossier("anna", projects=(project("x", plan=plan("Kemijärven kaupunki", "Anna")),))
    found = library(one, region=(*REGION, region("320", "Kemijärvi")))
    assert "Kemijärvi" in standings(found)


def test_one_municipality_is_no_joint_project() -> None:
    """Companies beside one municipality, or nobody, make no joint project."""
    alone = held(project("x", plan=plan("Anna", "Oy")), project("y"))
    assert joint_projects(alone, ["anna", "beeta"]) == []


def test_own_years_come_before_those_of_the_register() -> None:
    """The municipality's own period stands; without either the years are unknown."""
    row = funding("x", partners="Beeta", start="2020", end="2021")
    own = project("x", period=years(2019, 2022))
    (joint,) = joint_projects(held(own, rows=(row,)), ["anna"])
    assert (joint.start, joint.end) == ("2019", "2022")
    (joint,) = joint_projects(held(project("x", plan=plan("Anna", "Beeta"))), ["anna"])
    assert (joint.start, joint.end) == (None, None)


def test_joint_project_covers_its_themes() -> None:
    """A theme is without a joint project until two of the compared take part in one."""
    two = held(project("x", themes=("arki",), plan=plan("Anna", "Beeta")))
    assert themes_without_joint(two, versions(two)) == []
    other = held(project("x", themes=("arki",), plan=plan("Anna", "Tornio")))
    assert themes_without_joint(other, versions(other)) == ["arki"]
    left = held(
        project("x", themes=("arki",), plan=plan("Anna", "Beeta", "Tornio")),
        rows=(funding("x", lead="Anna", partners="Tornio"),),
    )
    assert themes_without_joint(left, versions(left)) == ["arki"]


def test_joint_table_has_a_row_for_each_municipality() -> None:
    """Every row names the source of the plan and of the register; none gives the columns alone."""
    table = joint_table(real(), joint_projects(real(), ["kemijarvi"]))
    assert list(table.columns) == JOINT_COLUMNS
    assert table["municipality"].tolist() == ["Posio", "Kemijärvi", "Keminmaa", "Pello"]
    assert set(table["register_id"]) == {"S22169"}
    assert table["source_title"].str.startswith("Kaupunginhallitus 27.1.2020 § 23").all()
    assert joint_table(real(), []).columns.tolist() == JOINT_COLUMNS
    bare = held(project("x", plan=plan("Anna", "Beeta", share_eur=10)))
    row = joint_table(bare, joint_projects(bare, ["anna"])).iloc[0]
    assert (row["planned_share_eur"], row["register_title"], row["source_title"]) == (
        10,
        None,
        "Lähde",
    )
    told = held(project("x"), rows=(funding("x", partners="Beeta"),))
    assert joint_table(told, joint_projects(told, ["anna"]))["source_title"].tolist() == [
        "Lähde",
        "Lähde",
    ]
