"""The real strategies and tables: valid, complete, cited word for word, and without a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from pydantic import BaseModel

from components.i18n import LANGUAGES
from components.loading import Loaded, load, normalise
from components.model import Cited, Decision, Dossier, Library, Project, Strategy

PROJECT: Final = Path(__file__).parents[2]
PUBLISHED: Final = sorted(
    path
    for folder in ("data", "strategies")
    for path in (PROJECT / folder).rglob("*.*")
    if path.suffix in {".yaml", ".csv", ".txt", ".json"}
)
ACCOUNTS: Final = (
    "annual_margin",
    "financial_result",
    "operating_income",
    "operating_expenses",
    "tax_revenue",
    "state_transfers",
    "loan_stock",
    "balance_sheet_surplus",
    "municipal_tax_rate",
)
"""What the cities have published of their own money, beside the figures of the statistics."""
PERSONAL: Final = {
    "mobile number": r"(?<![\d.])(?:\+358[ -]?|0)(?:4\d|50)[ -]?\d{3}[ -]?\d{2,4}(?!\d)",
    "office number": r"(?<![\d.])(?:\+358[ -]?|0)16[ -]?\d{3}[ -]?\d{3,4}(?!\d)",
    "e-mail address": r"[\w.-]+@[\w-]+\.\w+",
    "identity code": r"\b\d{6}[-+A]\d{3}[0-9A-Y]\b",
    "name after an office": r"(?:johtaja|päällikkö|sihteeri|hoitaja)"
    r"\s+[A-ZÅÄÖ][a-zåäö]+(?:-[A-Z]\w+)?\s+[A-ZÅÄÖ][a-zåäö]+",
}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """Everything there is."""
    return load(PROJECT)


@pytest.fixture(scope="module")
def library(loaded: Loaded) -> Library:
    """The checked library."""
    return loaded.library


@pytest.fixture(scope="module")
def kemi(library: Library) -> Dossier:
    """All that Kemi has decided."""
    return library.dossiers["kemi"]


@pytest.fixture(scope="module")
def kemijarvi(library: Library) -> Dossier:
    """All that Kemijärvi has decided."""
    return library.dossiers["kemijarvi"]


def strategy(dossier: Dossier, name: str) -> Strategy:
    """A version of a municipality by its id."""
    (found,) = (each for each in dossier.strategies if each.id == name)
    return found


def decision(dossier: Dossier, name: str) -> Decision:
    """A decision of a municipality by its id."""
    (found,) = (each for each in dossier.decisions if each.id == name)
    return found


def cited(record: BaseModel, source: str | None = None) -> Iterator[tuple[Cited, str | None]]:
    """Every cited record inside another one, with the nearest source around it."""
    here = getattr(record, "source", None) or source
    if isinstance(record, Cited):
        yield record, here
    for name in type(record).model_fields:
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from cited(each, here)


def words_of(record: Cited) -> list[str]:
    """The words of a record that must stand in its source."""
    shown = [getattr(record, field, None) for field in ("text", "name")]
    return [record.quote] if record.quote else [words for words in shown if words]


def test_nothing_is_wrong(loaded: Loaded) -> None:
    """The published data has no problem, and both municipalities are in it."""
    assert loaded.problems == ()
    assert sorted(loaded.library.dossiers) == ["kemi", "kemijarvi"]
    assert loaded.library.broken == ()


def test_municipalities_are_named_by_their_codes(library: Library) -> None:
    """Kemi is 240 and Kemijärvi 320, as in the register of municipalities."""
    assert library.slug_of_code == {"240": "kemi", "320": "kemijarvi"}
    names = {row.code: row.name_fi for row in library.region}
    assert (names["240"], names["320"], names["047"]) == ("Kemi", "Kemijärvi", "Enontekiö")


def test_kemi_2022_is_whole(kemi: Dossier) -> None:
    """Three values and three goals of five statements each, for the years 2022 to 2025."""
    version = strategy(kemi, "kemi-2022")
    assert [value.name for value in version.values] == [
        "Ihmisläheisyys",
        "Luovuus",
        "Vastuullisuus",
    ]
    assert {goal.name: len(goal.statements) for goal in version.goals} == {
        "Elinvoimainen kaupunki": 5,
        "Hyvinvoivat asukkaat": 5,
        "Sujuva arki": 5,
    }
    assert version.period
    assert (version.period.start, version.period.end) == ("2022", "2025")
    assert (version.vision, version.mission) == ((), ())


def test_kemi_2022_says_what_its_source_lists(kemi: Dossier, library: Library) -> None:
    """The fifteen statements are the fifteen lines of the page, in its order."""
    page = library.source_texts["kemi-strategia-2022-2025.txt"]
    goals = page.split("Strategiset päämäärät")[1].split("Ympäristöpolitiikka")[0]
    lines = [line.strip(" •") for line in goals.splitlines() if line.strip().startswith("•")]
    statements = [
        statement.quote or statement.text
        for goal in strategy(kemi, "kemi-2022").goals
        for statement in goal.statements
    ]
    assert len(lines) == 15
    assert [normalise(words) for words in statements] == lines


def test_kemi_2023_is_known_by_names_alone(kemi: Dossier) -> None:
    """The version of 4.12.2023 § 110 has three names and one stated aim; no period is told."""
    version = strategy(kemi, "kemi-2023")
    assert [goal.name for goal in version.goals] == [
        "Viisas Kemi",
        "Välittävä Kemi",
        "Vihreä Kemi",
    ]
    assert all(goal.statements == () for goal in version.goals)
    (aim,) = version.aims
    for word in ("talouden", "asiakaskokemuksen", "henkilöstökokemuksen", "kestävyysmittareiden"):
        assert word in aim.text
    assert (version.replaces, version.adopted_by) == ("kemi-2022", "kv-2023-12-04-110")
    assert version.period is None
    assert version.values == ()


def test_kemi_has_eight_programmes(kemi: Dossier) -> None:
    """The environmental policy with its statements and duties, and seven others by name."""
    assert len(kemi.programmes) == 8
    policy, *others = kemi.programmes
    assert (policy.name, policy.kind) == ("Ympäristöpolitiikka", "policy")
    assert len(policy.statements) == 7
    assert [(duty.what, duty.every, duty.to) for duty in policy.duties] == [
        ("budget", "year", None),
        ("report", "year", "kaupunginvaltuusto"),
    ]
    assert all(other.statements == () for other in others)
    periods = [(each.period.start, each.period.end) for each in others if each.period]
    assert periods == [
        ("2022", "2024"),
        ("2022", "2025"),
        ("2022", "2025"),
        ("2022", "2025"),
        ("2019", "2024"),
        ("2022", "2025"),
    ]


def test_kemi_has_seventeen_projects(kemi: Dossier) -> None:
    """Eight wellbeing projects of 2024, Oulu2026 and eight of the project lists."""
    assert len(kemi.projects) == 17
    decided = [project for project in kemi.projects if project.decided_by]
    assert len(decided) == 8
    assert {project.responsible for project in decided} == {"hyvinvointilautakunta"}
    assert {project.strategy for project in decided} == {"kemi-2023"}
    assert {project.period and project.period.start for project in decided} == {"2024"}
    lists = [
        each for each in kemi.projects if each.source in {"hankeluettelo", "elinvoimahankkeet"}
    ]
    assert len(lists) == 8
    (oulu,) = (project for project in kemi.projects if project.id == "oulu2026")
    assert oulu.period
    assert (oulu.period.start, oulu.period.end) == ("2024", "2026")


@pytest.mark.parametrize(
    ("name", "body", "date", "section", "diary", "what"),
    [
        ("kv-2018-08-27", "kaupunginvaltuusto", "2018-08-27", None, None, "approved"),
        ("hyvltk-2023-09-21-85", "hyvinvointilautakunta", "2023-09-21", 85, None, "decided"),
        (
            "kh-2023-09-25-292",
            "kaupunginhallitus",
            "2023-09-25",
            292,
            "691/00.01.02/2021",
            "decided",
        ),
        ("kv-2023-12-04-110", "kaupunginvaltuusto", "2023-12-04", 110, None, "approved"),
        ("hyvltk-2025-02-20-21", "hyvinvointilautakunta", "2025-02-20", 21, None, "noted"),
    ],
)
def test_decisions_of_kemi(  # noqa: PLR0913, PLR0917 - one row of the minutes
    kemi: Dossier, name: str, body: str, date: str, section: int, diary: str | None, what: str
) -> None:
    """Body, date, section and diary number are those of the minutes."""
    found = decision(kemi, name)
    assert (found.body, found.date.isoformat(), found.section) == (body, date, section)
    assert (found.diary, found.what) == (diary, what)
    assert len(kemi.decisions) == 5


def test_evening_school_is_in_october(kemi: Dossier) -> None:
    """The city board decided of the evening school in the words of its minutes."""
    assert "iltakoulun kaupunginvaltuustolle lokakuun aikana" in (
        decision(kemi, "kh-2023-09-25-292").text or ""
    )


def test_kemijarvi_is_whole(kemijarvi: Dossier) -> None:
    """Vision, mission, five values, four priorities, five success factors and four duties."""
    (version,) = kemijarvi.strategies
    assert version.period
    assert (version.period.start, version.period.end) == ("2024", "2028")
    assert len(version.operating_environment) == 1
    assert len(version.vision) == 1
    assert len(version.mission) == 3
    assert [value.name for value in version.values] == [
        "Avoimuus",
        "Vastuullisuus",
        "Turvallisuus",
        "Yhteisöllisyys",
        "Taloudellisuus",
    ]
    assert [(goal.number, len(goal.statements)) for goal in version.goals] == [
        (1, 3),
        (2, 4),
        (3, 2),
        (4, 3),
    ]
    assert len(version.success_factors) == 5
    assert [(duty.what, duty.every, duty.to) for duty in version.duties] == [
        ("budget", "year", None),
        ("indicators", None, None),
        ("report", "half_term", "kaupunginvaltuusto"),
        ("daily_work", None, None),
    ]


def asettautumispalvelut(dossier: Dossier) -> Project:
    """The only project of Kemijärvi."""
    (project,) = dossier.projects
    assert project.id == "asettautumispalvelut"
    return project


def test_what_was_decided_of_asettautumispalvelut(kemijarvi: Dossier) -> None:
    """Four municipalities, a year and a half, 5,000 euros a year and 7,500 in all."""
    found = decision(kemijarvi, "kh-2020-01-27-23")
    assert (found.date.isoformat(), found.section, found.diary) == (
        "2020-01-27",
        23,
        "33/06.061/2020",
    )
    plan = asettautumispalvelut(kemijarvi).plan
    assert plan
    assert [partner.name for partner in plan.partners] == [
        "Posio",
        "Kemijärvi",
        "Keminmaa",
        "Pello",
    ]
    assert [partner.role for partner in plan.partners] == ["lead", *["partner"] * 3]
    assert (plan.start, plan.months) == ("syksy 2020", 18)
    assert (plan.share_per_year_eur, plan.share_eur) == (5000, 7500)
    assert len(plan.tasks) == 5


def test_what_came_of_asettautumispalvelut(library: Library) -> None:
    """The register knows three municipalities, other dates and an end without results."""
    (row,) = (row for row in library.funding if row.project == "asettautumispalvelut")
    assert (row.lead, row.partners, row.register_id) == ("Posio", "Kemijärvi; Keminmaa", "S22169")
    assert (row.start, row.end, row.share_eur) == ("2020-08-01", "2022-01-31", None)
    assert "Pello" in (row.note or "")
    (outcome,) = (row for row in library.outcomes if row.project == "asettautumispalvelut")
    assert (outcome.state, outcome.date) == ("ended", None)


def test_every_project_has_one_outcome_and_unknown_is_unknown(library: Library) -> None:
    """Eighteen projects: one has ended, of the others the sources tell no state."""
    projects = Counter(
        (dossier.code, project.id)
        for dossier in library.dossiers.values()
        for project in dossier.projects
    )
    assert Counter((row.municipality_code, row.project) for row in library.outcomes) == projects
    assert Counter(row.state for row in library.outcomes) == {"unknown": 17, "ended": 1}
    noted = [row for row in library.outcomes if row.date]
    assert len(noted) == 8
    assert {(str(row.date), row.reported_by) for row in noted} == {
        ("2025-02-20", "hyvinvointilautakunta")
    }


@pytest.mark.parametrize(
    ("project", "start", "end", "total", "share", "year"),
    [
        ("arm-koordinaatiohanke", "2021-11-01", "2023-10-31", "344616", "68923", None),
        ("koronasta-kasvuun", "2021-08-01", "2023-07-31", "168512", "16851", None),
        ("arm-agentti", "2021-06-01", "2022-12-31", "145616", "4979.2", 2021),
        ("vahvax", "2021-09-01", "2023-07-31", "295400", "29540", None),
        ("master-plan-kemi-2030", "2021-10-01", "2023-04-30", "256506", "25651", None),
        ("kaupunkiviljely", "2020-01-01", "2022-06-30", "449880", "31670", 2020),
        ("kemi-valmistautuu-kasvuun", "2019-09-01", "2021-08-31", "399999", "20000", 2020),
        ("silver-economy-kemi", "2020-09-01", "2021-08-31", "70990", "14198", None),
    ],
)
def test_funding_is_that_of_the_lists(  # noqa: PLR0913, PLR0917 - one row of the lists
    library: Library, project: str, start: str, end: str, total: str, share: str, year: int | None
) -> None:
    """Dates and money are as published; a share of one year only says so."""
    (row,) = (row for row in library.funding if row.project == project)
    assert (row.municipality_code, row.start, row.end) == ("240", start, end)
    assert (row.total_eur, row.share_eur) == (Decimal(total), Decimal(share))
    assert row.share_year == year
    assert len(library.funding) == 9


@pytest.mark.parametrize(
    ("code", "indicator", "year", "value"),
    [
        ("240", "population", 2000, "23689"),
        ("320", "population", 2000, "10484"),
        ("240", "population", 2025, "19339"),
        ("320", "population", 2025, "6919"),
        ("240", "employment_rate", 2006, "57.7"),
        ("240", "employment_rate", 2020, "62.7"),
        ("320", "employment_rate", 2020, "62.3"),
        ("240", "unemployment_rate", 2020, "18.0"),
        ("240", "intermunicipal_net_migration", 2021, "-362"),
        ("320", "intermunicipal_net_migration", 2021, "0"),
        ("240", "workplaces", 2020, "8745"),
        ("320", "workplaces", 2020, "2169"),
        ("240", "loan_stock_per_capita", 2020, "5244.6"),
        ("320", "loan_stock_per_capita", 2020, "5573.6"),
    ],
)
def test_figures_are_those_of_the_statistics(
    library: Library, code: str, indicator: str, year: int, value: str
) -> None:
    """Golden numbers, taken by hand; a zero among them is a true zero."""
    (row,) = (
        row
        for row in library.observations
        if (row.municipality_code, row.indicator, row.year) == (code, indicator, year)
    )
    assert row.value == Decimal(value)


def test_both_have_the_same_observations(library: Library) -> None:
    """Four hundred values: the same fifteen indicators and years for each; gaps stay gaps."""
    statistics = [row for row in library.observations if row.indicator not in ACCOUNTS]
    assert len(statistics) == 400
    kept = {
        code: {(row.indicator, row.year) for row in statistics if row.municipality_code == code}
        for code in ("240", "320")
    }
    assert kept["240"] == kept["320"]
    assert len(kept["240"]) == 200
    years = {year for indicator, year in kept["240"] if indicator == "population"}
    assert years == {*range(2000, 2023), 2025}
    assert len(library.indicators) == 25
    known = {indicator for indicator, _ in kept["240"]}
    assert len(known) == 15
    assert set(library.indicators) - known == {*ACCOUNTS, "hinku_emission_change"}


def test_accounts_are_those_that_the_cities_published(library: Library) -> None:
    """Twenty figures of the cities' own pages; budgets, decisions and estimates say so."""
    rows = [row for row in library.observations if row.indicator in ACCOUNTS]
    assert {row.indicator for row in rows} == set(ACCOUNTS)
    assert Counter((row.municipality_code, row.kind) for row in rows) == {
        ("240", "actual"): 11,
        ("240", "budget"): 6,
        ("240", "decided"): 1,
        ("320", "actual"): 1,
        ("320", "approximate"): 1,
    }
    assert {row.licence for row in rows} == {"lisenssiä ei ilmoiteta sivulla; lähde mainittava"}


@pytest.mark.parametrize(
    ("code", "indicator", "year", "value", "kind"),
    [
        ("240", "annual_margin", 2016, "2.5", "actual"),
        ("240", "annual_margin", 2022, "0.4", "actual"),
        ("240", "annual_margin", 2023, "9.9", "budget"),
        ("240", "financial_result", 2022, "-3.8", "actual"),
        ("240", "operating_income", 2022, "37.0", "actual"),
        ("240", "operating_expenses", 2022, "185.0", "actual"),
        ("240", "operating_expenses", 2023, "68.2", "budget"),
        ("240", "tax_revenue", 2023, "51.2", "budget"),
        ("240", "state_transfers", 2022, "55.6", "actual"),
        ("240", "loan_stock", 2022, "129.8", "actual"),
        ("240", "municipal_tax_rate", 2023, "9.11", "decided"),
        ("320", "financial_result", 2022, "8.5", "actual"),
        ("320", "balance_sheet_surplus", 2022, "10.5", "approximate"),
    ],
)
def test_account_figures(  # noqa: PLR0913, PLR0917 - one row of the accounts
    library: Library, code: str, indicator: str, year: int, value: str, kind: str
) -> None:
    """Golden numbers, taken by hand: a budget is never an account."""
    (row,) = (row for row in library.observations_of[code, indicator] if row.year == year)
    assert (row.value, row.kind) == (Decimal(value), kind)


def test_observations_stand_in_the_order_of_their_definitions(library: Library) -> None:
    """By municipality, by indicator as in indicators.yaml, by year."""
    order = list(library.indicators)
    keys = [
        (row.municipality_code, order.index(row.indicator), row.year)
        for row in library.observations
    ]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("indicator", "year", "median", "low", "high"),
    [
        ("population", 2000, "5052", "1243", "57253"),
        ("population", 2025, "3530", "932", "66191"),
        ("employment_rate", 2020, "67.5", "62.3", "73.8"),
        ("share_over_64", 2021, "30.5", "20.4", "42.5"),
        ("loan_stock_per_capita", 2020, "2762.7", "137.3", "10150.9"),
    ],
)
def test_ranges_of_lapland(  # noqa: PLR0913, PLR0917 - one row of the table
    library: Library, indicator: str, year: int, median: str, low: str, high: str
) -> None:
    """Golden numbers, taken by hand; each is of all 21 municipalities."""
    (row,) = (row for row in library.ranges_of[indicator] if row.year == year)
    assert (row.median, row.low, row.high) == (Decimal(median), Decimal(low), Decimal(high))


def test_ranges_are_of_all_of_lapland_and_hold_both_cities(library: Library) -> None:
    """Two hundred rows for the years of the observations; no city lies outside the ends."""
    assert len(library.ranges) == 200
    assert {(row.region, row.municipalities) for row in library.ranges} == {("Lappi", 21)}
    assert all(row.low <= row.median <= row.high for row in library.ranges)
    ends = {(row.indicator, row.year): (row.low, row.high) for row in library.ranges}
    statistics = [row for row in library.observations if row.indicator not in ACCOUNTS]
    assert {(row.indicator, row.year) for row in statistics} == set(ends)
    for row in statistics:
        low, high = ends[row.indicator, row.year]
        assert low <= row.value <= high


def test_series_break_at_the_reform_of_2023(library: Library) -> None:
    """What paid for social and health services is not compared across it; loans are."""
    broken = {
        name for name, what in library.indicators.items() if 2023 in {b.year for b in what.breaks}
    }
    assert broken == {
        "annual_margin_per_capita",
        "education_culture_net_costs_per_capita",
        *ACCOUNTS,
    } - {"loan_stock", "balance_sheet_surplus"}


def test_employment_rate_breaks_where_the_issue_of_its_table_changes(library: Library) -> None:
    """2017 and 2020 come from two issues whose age limits are not known to be the same."""
    rows = library.observations_of["240", "employment_rate"]
    assert [row.year for row in rows if "1987–2018" in row.source_title][-1] == 2017
    assert [row.year for row in rows if "1987–2021" in row.source_title] == [2020]
    definition = library.indicators["employment_rate"]
    assert [each.year for each in definition.breaks] == [2018]
    assert definition.fetch is None


def test_counts_and_money_are_compared_per_resident(library: Library) -> None:
    """Every count of people or jobs and every sum of euros has its fair measure."""
    scaled = {name: what for name, what in library.indicators.items() if what.per_resident}
    counts = {"intermunicipal_net_migration", "excess_of_births", "workplaces"}
    assert set(scaled) == counts | set(ACCOUNTS) - {"municipal_tax_rate"}
    assert {
        name: what.per_resident.times for name, what in scaled.items() if what.per_resident
    } == {name: 1000 if name in counts else 1_000_000 for name in scaled}
    small = {name for name, what in library.indicators.items() if what.small_below}
    assert small == {"intermunicipal_net_migration", "excess_of_births"}


def test_definitions_speak_three_languages(library: Library) -> None:
    """Every text of ours about an indicator is in Finnish, Swedish and English."""
    for name, what in library.indicators.items():
        reasons = [each.reason for each in what.breaks]
        units = [what.per_resident.unit] if what.per_resident else []
        ours = [what.names, what.unit, what.definition, what.direction_reason, *reasons, *units]
        for text in ours + ([what.note] if what.note else []):
            assert text.sv, name
            assert text.en, name


def test_the_same_indicators_are_our_reading_of_both_strategies(library: Library) -> None:
    """Eight for each city, none with a target, a baseline or a quote of its own."""
    readings = {
        slug: [each for each in dossier.indicators if each.basis == "interpretation"]
        for slug, dossier in library.dossiers.items()
    }
    measured = {slug: {each.indicator for each in found} for slug, found in readings.items()}
    assert measured["kemi"] == measured["kemijarvi"]
    assert len(measured["kemi"]) == len(readings["kemi"]) == len(readings["kemijarvi"]) == 8
    for each in (*readings["kemi"], *readings["kemijarvi"]):
        assert (each.baseline, each.targets, each.quote) == (None, (), None)
        assert len(each.goals) == 1
    assert {each.basis for each in library.dossiers["kemijarvi"].indicators} == {"interpretation"}


def test_the_only_target_is_announced_by_kemi_and_not_measured(
    kemi: Dossier, library: Library
) -> None:
    """80 per cent less than in 2007 by 2030, from a web page of which no text is archived."""
    (hinku,) = (each for each in kemi.indicators if each.targets)
    assert (hinku.basis, hinku.source, hinku.quote) == (
        "announced",
        "vihrea-kemi-verkkosivu",
        None,
    )
    assert hinku.baseline
    assert (hinku.baseline.date, hinku.baseline.value) == ("2007", Decimal(0))
    assert [(each.date, each.value) for each in hinku.targets] == [("2030", Decimal(-80))]
    assert ("240", hinku.indicator) not in library.observations_of
    (source,) = (each for each in kemi.sources if each.id == hinku.source)
    assert source.text is None
    assert source.url
    assert source.url.endswith("/vihrea-kemi/")


def test_no_body_has_assessed_anything_in_its_own_words(library: Library) -> None:
    """The sources note and approve; none of them says how a goal or a project has fared."""
    assert [dossier.assessments for dossier in library.dossiers.values()] == [(), ()]


def test_tiles_lie_as_the_municipalities_do(library: Library) -> None:
    """All 21 have a place of their own, no farther apart than on a small screen."""
    tiles = {row.name_fi: (row.tile_row, row.tile_column) for row in library.region}
    assert None not in {part for place in tiles.values() for part in place}
    assert len(set(tiles.values())) == 21
    assert {row for row, _ in tiles.values()} == set(range(1, 8))
    assert {column for _, column in tiles.values()} == set(range(1, 5))


@pytest.mark.parametrize(
    ("one", "way", "other"),
    [
        ("Utsjoki", "north", "Inari"),
        ("Inari", "north", "Sodankylä"),
        ("Enontekiö", "west", "Inari"),
        ("Enontekiö", "north", "Kittilä"),
        ("Muonio", "north", "Kolari"),
        ("Kolari", "north", "Pello"),
        ("Pello", "north", "Ylitornio"),
        ("Ylitornio", "north", "Tornio"),
        ("Kittilä", "west", "Sodankylä"),
        ("Savukoski", "north", "Pelkosenniemi"),
        ("Savukoski", "east", "Inari"),
        ("Pelkosenniemi", "north", "Salla"),
        ("Salla", "east", "Kemijärvi"),
        ("Kemijärvi", "east", "Rovaniemi"),
        ("Kemijärvi", "north", "Posio"),
        ("Posio", "east", "Ranua"),
        ("Rovaniemi", "north", "Tervola"),
        ("Tervola", "north", "Keminmaa"),
        ("Ranua", "north", "Simo"),
        ("Keminmaa", "north", "Kemi"),
        ("Kemi", "east", "Tornio"),
        ("Simo", "east", "Kemi"),
    ],
)
def test_directions_on_the_tile_map(library: Library, one: str, way: str, other: str) -> None:
    """Neighbours lie as on the real map; Kemi is by the sea in the south-west."""
    tiles = {row.name_fi: (row.tile_row or 0, row.tile_column or 0) for row in library.region}
    (row, column), (other_row, other_column) = tiles[one], tiles[other]
    holds = {
        "north": row < other_row,
        "west": column < other_column,
        "east": column > other_column,
    }
    assert holds[way]
    assert max(abs(row - other_row), abs(column - other_column)) <= 2


def test_region_and_themes_are_whole(library: Library) -> None:
    """21 municipalities of Lapland, 16 themes, seven topics and two duties of the law."""
    assert len(library.region) == 21
    assert {len(row.code) for row in library.region} == {3}
    assert len(library.themes) == 16
    assert Counter(topic.kind for topic in library.law) == {"topic": 7, "duty": 2}


@pytest.mark.parametrize(("slug", "fewest"), [("kemi", 60), ("kemijarvi", 40)])
def test_every_cited_word_stands_in_its_source(library: Library, slug: str, fewest: int) -> None:
    """Each sentence is held to its source once more, by other means than the check uses."""
    dossier = library.dossiers[slug]
    files = {source.id: source.text for source in dossier.sources}
    held = 0
    for record, source in cited(dossier):
        assert source is not None
        file = files[source]
        for words in words_of(record) if file else []:
            assert " ".join(words.split()) in " ".join(library.source_texts[file or ""].split())
            held += 1
    assert held >= fewest


def test_every_source_text_is_used(library: Library) -> None:
    """The five archived documents are the five that the strategies cite."""
    named = {
        source.text
        for dossier in library.dossiers.values()
        for source in dossier.sources
        if source.text
    }
    assert named == set(library.source_texts)
    assert len(named) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_concepts_have_names_of_their_own(library: Library, language: str) -> None:
    """Two concepts of one name would be told as the same word twice in a list."""
    names = Counter(
        getattr(concept.label, language)
        for theme in library.themes.values()
        for concept in theme.concepts.values()
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_every_row_names_its_source_and_licence(library: Library) -> None:
    """No figure is without an origin."""
    rows = [
        *library.observations,
        *library.ranges,
        *library.outcomes,
        *library.funding,
        *library.region,
    ]
    assert len(rows) == 420 + 200 + 18 + 9 + 21
    assert all(row.source_title and row.licence for row in rows)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_person_is_named(path: Path) -> None:
    """Officials stand by their office only: no name after it, no number, no address."""
    text = path.read_text(encoding="utf-8")
    for what, pattern in PERSONAL.items():
        assert not re.search(pattern, text), what
    if path.parent.name != "sources":
        assert "poistettu]" not in text


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("mobile number", "puh. 040 123 4567"),
        ("mobile number", "+358 50 1234567"),
        ("office number", "016 123 456"),
        ("e-mail address", "kirjaamo@kunta.example"),
        ("identity code", "010190-123A"),
        ("name after an office", "Hyvinvointijohtaja Maija Mallikas"),
    ],
)
def test_patterns_find_what_must_not_be(what: str, text: str) -> None:
    """The patterns above are not blind."""
    assert re.search(PERSONAL[what], text)
