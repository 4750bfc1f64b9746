"""The map of Kuntalaki 37 § and the goals of the 2030 Agenda."""

from __future__ import annotations

import pytest

from components.analysis.sentences.concepts import lexicon_of
from components.analysis.sentences.law import (
    BY_HAND,
    GOAL_COLUMNS,
    LAW_COLUMNS,
    MOST_SHOWN,
    LawRow,
    considered,
    goal_table,
    goals_of_2030,
    law_map,
    law_table,
    origin_name,
    theme_counts,
    topics_of,
    wording,
)
from components.analysis.strategies.versions import choose
from components.model import (
    Concept,
    Decision,
    Duty,
    LawTopic,
    Library,
    LocalText,
    Programme,
    Statement,
    Theme,
)
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    goal,
    library,
    real,
    said,
    statement,
    strategy,
    value,
    versions,
)

TOPICS = (
    "wellbeing",
    "services",
    "service_targets",
    "ownership",
    "personnel",
    "participation",
    "environment_vitality",
    "assessment",
    "monitoring",
)


def rows_of(library_: Library) -> dict[str, LawRow]:
    """The map by the id of the topic."""
    return {row.topic.id: row for row in law_map(library_, versions(library_))}


def topic(name: str, number: str = "1") -> LawTopic:
    """A topic whose words are its id and a language."""
    return LawTopic(
        id=name,
        number=number,
        kind="topic",
        fi=f"{name} fi",
        sv=f"{name} sv",
        en=f"{name} en",
        en_status="own",
    )


def theme(*law: str, basis: tuple[str, ...] = (), **concepts: tuple[str, ...]) -> Theme:
    """A theme that proposes these topics."""
    return Theme(
        names=LocalText(fi="Teema"),
        basis=basis,
        kuntalaki_37=law,
        concepts={
            name: Concept(label=LocalText(fi=name), fi=wordings)
            for name, wordings in concepts.items()
        },
    )


THEMES = {
    "palvelut": theme("services", basis=("kuntalaki-37-2", "sdg-10")),
    "koulutus": theme("wellbeing", "services", basis=("sdg-4", "sdg-10")),
    "talous": theme(),
    "ihme": theme("assessment", "service_targets", "wellbeing"),
    "hallinto": theme(
        "participation",
        "monitoring",
        avoimuus=("avoi*",),
        seuranta=("seura*", "mittar*"),
        valmistelu=("luonno*",),
    ),
}
LAW = tuple(topic(name) for name in ("services", "wellbeing", "participation", "monitoring"))

# What notes/law.md read in the sources, by the ids of our files.
FIRST_READING = [
    ("wellbeing", "kemi", {"terveys-ja-sivistys"}),
    ("services", "kemi", {"vaikuttavat-palvelut", "esteeton-liikkuminen"}),
    ("service_targets", "kemi", set()),
    ("ownership", "kemi", {"ohjaa-tytaryhtioita"}),
    ("personnel", "kemi", {"toimintakulttuuri-muuttuu"}),
    ("participation", "kemi", {"yhteisollisyys-ja-yhteenkuuluvuus"}),
    ("environment_vitality", "kemi", {"kaunis-kaupunkiymparisto"}),
    ("assessment", "kemi", {"miksi-strategia-paivitetaan"}),
    (
        "monitoring",
        "kemi",
        {"vahvempi-seuranta", "arviointi-tulosten-kautta", "raportointi-tilinpaatoksessa"},
    ),
    ("wellbeing", "kemijarvi", {"hyvinvointi-ja-terveys"}),
    ("services", "kemijarvi", {"kotiseutu-kaikille"}),
    ("service_targets", "kemijarvi", set()),
    ("ownership", "kemijarvi", {"omistajaohjaus"}),
    ("personnel", "kemijarvi", {"tiivis-yhteistyo"}),
    ("participation", "kemijarvi", {"kotiseutu-kaikille", "onnellisten-ranta"}),
    (
        "environment_vitality",
        "kemijarvi",
        {"kylien-kaupunki", "kylien-elinvoima", "yritysten-kasvu"},
    ),
    ("assessment", "kemijarvi", {"luonnonlaheinen-toimintaymparisto"}),
    ("monitoring", "kemijarvi", {"seuranta-mittareilla", "raportti-puolivalissa"}),
]


@pytest.mark.parametrize(("law", "slug", "ids"), FIRST_READING)
def test_first_reading_of_the_sources_is_in_sight(law: str, slug: str, ids: set[str]) -> None:
    """What was read by hand is among the passages shown at once; an empty cell is empty."""
    cell = rows_of(real())[law].said[slug]
    assert ids <= {passage.sentence.id for passage in cell[:MOST_SHOWN]}
    assert bool(cell) == bool(ids)


def test_rows_are_the_law_in_its_order() -> None:
    """Seven topics and two duties, a cell for each municipality."""
    rows = law_map(real(), versions(real()))
    assert tuple(row.topic.id for row in rows) == TOPICS
    assert [row.topic.number for row in rows] == ["1", "2", "3", "4", "5", "6", "7", "A", "B"]
    assert all(list(row.said) == ["kemi", "kemijarvi"] for row in rows)


def test_kemi_names_the_source_that_is_not_its_strategy() -> None:
    """Personnel of Kemi stands in the newer version and in a policy, the assessment in minutes."""
    rows = rows_of(real())
    assert [origin_name(one.origin) for one in rows["personnel"].said["kemi"]] == [
        "Kemin kaupunkistrategia, hyväksytty 4.12.2023",
        "Ympäristöpolitiikka",
    ]
    (assessment,) = rows["assessment"].said["kemi"]
    assert isinstance(assessment.origin, Decision)
    assert (assessment.origin.section, assessment.origin.date.isoformat()) == (292, "2023-09-25")
    assert assessment.reason == "mark"
    (own,) = rows["ownership"].said["kemijarvi"]
    assert (own.origin, own.reason) == (None, "first_theme")


@pytest.mark.parametrize("held", [real, fictional])
def test_duties_and_targets_set_by_hand_come_from_marks_alone(held: object) -> None:
    """No theme puts a sentence under the assessment or the service targets."""
    rows = rows_of(held())  # type: ignore[operator]
    for name in BY_HAND:
        for cell in rows[name].said.values():
            assert all(passage.reason == "mark" for passage in cell)


def proposed(text: str, *themes: str) -> list[tuple[str, str, int]]:
    """What the themes of a sentence propose."""
    held = library(themes=THEMES)
    return list(topics_of(held, lexicon_of(held), said("a", "x", text, *themes)))


def test_topics_come_from_themes_each_once() -> None:
    """The first theme that proposes a topic decides why and how near it is; some propose none."""
    assert proposed("Sana", "koulutus", "palvelut", "talous") == [
        ("wellbeing", "first_theme", 0),
        ("services", "first_theme", 1),
    ]
    assert proposed("Sana", "talous", "palvelut") == [("services", "theme", 1)]
    assert proposed("Sana", "ihme") == [("wellbeing", "first_theme", 0)]
    assert proposed("Sana", "talous") == proposed("Sana") == []


def test_follow_up_needs_its_concept_and_openness_another() -> None:
    """Under hallinto a sentence goes where its words do; with neither concept it goes nowhere."""
    assert [one[0] for one in proposed("Seuraamme.", "hallinto")] == ["monitoring"]
    assert [one[0] for one in proposed("Avoin kunta.", "hallinto")] == ["participation"]
    both = proposed("Avoin kunta seuraa mittareita.", "hallinto")
    assert [one[0] for one in both] == ["participation", "monitoring"]
    assert proposed("Päivitetty luonnos.", "hallinto") == []


def test_mark_stands_instead_of_proposals() -> None:
    """A marked sentence is under its marks and nowhere else; an unknown topic is passed over."""
    marked = Statement(id="m", text="Lause", themes=("palvelut",), law=("wellbeing", "personnel"))
    held = library(
        dossier("a", strategy("a-1", goal("g", marked, statement("s", "Muu", "palvelut")))),
        themes=THEMES,
        law=LAW,
    )
    rows = rows_of(held)
    assert [one.sentence.id for one in rows["wellbeing"].said["a"]] == ["m"]
    assert [one.sentence.id for one in rows["services"].said["a"]] == ["s"]


def a_dossier() -> Library:
    """A municipality that speaks of services in every place there is."""
    mark = Statement(id="mark", text="M", law=("services",))
    return library(
        dossier(
            "a",
            strategy(
                "old",
                goal(
                    "g",
                    statement("second", "S", "talous", "palvelut"),
                    statement("school", "S", "koulutus"),
                    statement("first", "S", "palvelut"),
                    themes=("palvelut",),
                ),
                values=(value("Arvo", "Teksti", "palvelut"),),
            ),
            strategy(
                "new",
                goal("name", themes=("palvelut",)),
                replaces="old",
                values=(value("Unohdettu", "Teksti", "palvelut"),),
            ),
            strategy("oldest", goal("h", statement("gone", "S", "palvelut"))),
            programmes=(
                Programme(
                    id="p",
                    name="Ohjelma",
                    source="lahde",
                    themes=("palvelut",),
                    statements=(statement("ps", "S", "palvelut"),),
                    duties=(Duty(id="pd", text="D", themes=("palvelut",), what="report"),),
                ),
            ),
            decisions=(
                Decision(
                    id="d",
                    body="valtuusto",
                    date="2024-01-01",  # type: ignore[arg-type] # read from ISO text
                    what="decided",
                    title="Päätös",
                    source="lahde",
                    statements=(mark, statement("ds", "S", "palvelut")),
                ),
            ),
        ),
        themes=THEMES,
        law=LAW,
    )


def test_best_passages_come_first() -> None:
    """Marks, sentences of goals by their first theme, others; what is not the strategy last."""
    held = a_dossier()
    version = choose(held.dossiers["a"], TODAY, "old")
    (row, *_) = law_map(held, [version])
    assert [one.sentence.id for one in row.said["a"]] == [
        "mark",
        "first",
        "school",
        "arvo",
        "second",
        "g",
        "ps",
        "pd",
        "ds",
        "name",
        "p",
    ]


def test_other_versions_give_names_when_they_have_no_more() -> None:
    """A version with sentences can be chosen itself; of one with names its names are told."""
    held = a_dossier()
    found = [
        (item.id, origin_name(origin))
        for item, origin in considered(held, choose(held.dossiers["a"], TODAY, "old"))
    ]
    assert ("name", "new") in found
    assert not {"unohdettu", "gone", "h"} & {name for name, _ in found}
    assert ("first", None) in found
    assert ("p", "Ohjelma") in found
    assert ("ds", "Päätös") in found


def test_law_table_has_a_row_for_each_passage_and_each_gap() -> None:
    """Every row names its source; a topic without passages has one row that names nothing."""
    rows = law_map(real(), versions(real()))
    table = law_table(real(), rows)
    assert list(table.columns) == LAW_COLUMNS
    cells = [cell for row in rows for cell in row.said.values()]
    assert len(table) == sum(max(len(cell), 1) for cell in cells)
    gaps = table[table["id"].isna()]
    assert list(gaps["municipality"]) == ["kemi", "kemijarvi"]
    assert gaps["text"].tolist() == [None, None]
    assert set(gaps["number"]) == {"3"}
    assert table[table["id"].notna()]["source_title"].notna().all()
    assessment = table[table["number"] == "A"].iloc[0]
    assert assessment["from"] == "Kaupunkistrategian päivittäminen"
    assert assessment["quote"].startswith("Kemin kaupunkistrategia ei kokonaisuutena enää")


def test_law_table_speaks_the_language() -> None:
    """The topic is told in the language asked for."""
    assert [wording(LAW[0], language) for language in ("fi", "sv", "en")] == [
        "services fi",
        "services sv",
        "services en",
    ]
    table = law_table(real(), law_map(real(), versions(real())), "sv")
    assert "ägarpolitiken" in set(table["topic"])


def test_goals_of_2030_of_the_two() -> None:
    """Climate touches four goals in both; poverty, hunger, gender and water none; by hand."""
    rows = {row.goal: row for row in goals_of_2030(real(), versions(real()))}
    assert set(range(1, 18)) - set(rows) == {1, 2, 5, 6, 14}
    for number in (7, 12, 13, 15):
        assert rows[number].touched == {"kemi": (("ilmasto", 3),), "kemijarvi": (("ilmasto", 5),)}
    assert rows[8].touched["kemi"] == (("elinvoima", 6), ("talous", 2))
    assert rows[8].touched["kemijarvi"] == (("henkilosto", 1), ("elinvoima", 7), ("talous", 3))


def test_goals_are_matched_whole() -> None:
    """sdg-1 is not found inside sdg-10; a theme nobody speaks of touches nothing."""
    one = dossier("a", strategy("a-1", goal("g", statement("s", "S", "palvelut"))))
    held = library(one, dossier("b"), themes=THEMES)
    (row,) = goals_of_2030(held, versions(held))
    assert (row.goal, row.touched) == (10, {"a": (("palvelut", 1),), "b": ()})
    assert theme_counts(versions(held, "b")[0]) == {}


def test_goal_table_names_strategy_and_source() -> None:
    """A row for each theme of each goal; a strategy without a source of its own is named too."""
    chosen = versions(real())
    table = goal_table(real(), chosen, goals_of_2030(real(), chosen))
    assert list(table.columns) == GOAL_COLUMNS
    assert table.iloc[0].tolist()[:4] == [3, "kemi", "hyvinvointi", 2]
    assert table["source_title"].notna().all()
    one = dossier(
        "a",
        strategy("a-1", goal("g", statement("s", "S", "palvelut"), source="lahde"), source=None),
    )
    held = library(one, themes=THEMES)
    bare = goal_table(held, versions(held), goals_of_2030(held, versions(held)))
    assert bare.iloc[0].tolist() == [10, "a", "palvelut", 1, "a-1", None, None]
