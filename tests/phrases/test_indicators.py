"""A series in words, and the table below its panels."""

from __future__ import annotations

from typing import Any

import pytest

from components.analysis.indicators.indicator_groups import group_counts
from components.analysis.indicators.indicator_progress import Progress, progress_of
from components.analysis.indicators.series import series_of
from components.i18n import LANGUAGES, catalogue
from components.model import Library, Period, RegionRange, Target
from components.phrases.indicator_values import IndicatorValues, indicator_values
from components.phrases.indicators import (
    facts_of,
    groups_in_words,
    panel_in_words,
    range_in_words,
    region_in_words,
    share_in_words,
    targets_in_short,
    value_in_words,
    with_unit,
)
from tests.analysis.making import TODAY, fictional
from tests.analysis.measured import (
    BREAK,
    EACH_THOUSAND,
    by,
    definition,
    indicator,
    library,
    observation,
    since,
)
from tests.analysis.regions import region_year

WORDS = catalogue("fi")


def facts(held: Library, *, per_resident: bool = False) -> str:
    """The facts of the first municipality."""
    series = series_of(held, "eka", "luku", per_resident=per_resident)
    return " ".join(facts_of(series, progress_of(held, "eka", TODAY), WORDS))


def test_values_tell_their_kind_and_unit() -> None:
    """What is no plain measured value in the usual unit says so."""
    rows = [
        observation(2019, "1"),
        observation(2020, "2", kind="approximate"),
        observation(2021, "3", kind="decided"),
        observation(2022, "4", unit="milj. euroa"),
        observation(2023, "5", kind="budget"),
    ]
    series = series_of(library(rows), "eka", "luku")
    told = [value_in_words(series, value, WORDS) for value in (*series.values, *series.planned)]
    assert told == ["1,0", "noin 2,0", "3,0 (päätetty)", "4,0 milj. euroa", "5,0 (talousarvio)"]
    units = [with_unit(series, value, WORDS) for value in series.values]
    assert units == ["1,0 %", "noin 2,0 %", "3,0 (päätetty) %", "4,0 milj. euroa"]


def test_facts_name_gaps_budgets_and_breaks() -> None:
    """Missing years, planned values and breaks are each told; a whole series has no facts."""
    rows = [observation(year, "1") for year in (2016, 2018, 2019, 2022, 2023)]
    held = library(
        [*rows, observation(2024, "7", kind="budget")], luku=definition(breaks=(BREAK,))
    )
    assert facts(held) == (
        "Arvot puuttuvat vuosilta 2017 ja 2020–2021. Talousarviossa 7,0 (2024). "
        "Sarja katkeaa vuonna 2023. Uudistus."
    )
    assert facts(library([observation(2018, "1"), observation(2019, "1")])) == ""
    one = library([observation(2018, "1"), observation(2020, "1")])
    assert facts(one) == "Arvo puuttuu vuodelta 2019."


def test_years_without_a_population_are_named() -> None:
    """Per resident, a year that cannot be divided is left out aloud."""
    rows = [observation(2020, "4"), observation(2021, "4")]
    held = library(
        [*rows, observation(2021, "1000", indicator="population")],
        luku=definition(per_resident=EACH_THOUSAND),
        population=definition(),
    )
    assert facts(held, per_resident=True) == (
        "Asukasta kohti ei voi laskea vuosilta, joiden väkiluku puuttuu: 2020."
    )
    assert facts(held) == ""


def test_targets_are_told_with_their_states() -> None:
    """The baseline once and every target with its own state, also a band."""
    targets = (
        by(2022, "60"),
        Target(date="2030", low=by(2030, "70").value, high=by(2030, "80").value),
    )
    held = library(
        [observation(2023, "62")], indicator(baseline=since(2020, "55"), targets=targets)
    )
    assert facts(held) == (
        "Lähtöarvo 55,0 % (2020). Tavoite 60,0 % (2022): saavutettu. "
        "Tavoite 70,0–80,0 % (2030): tavoitteen ulkopuolella."
    )


def item(**parts: Any) -> Progress:  # noqa: ANN401 - any field of an indicator
    """The one indicator of a library."""
    (found,) = progress_of(library([observation(2023, "62")], indicator(**parts)), "eka", TODAY)
    return found


def test_target_in_short() -> None:
    """The next target with its year; a band has both ends, another unit its name."""
    limits = Target(date="2030", low=by(2030, "70").value, high=by(2030, "80").value)
    assert targets_in_short(item(targets=(by(2030, "74"),)), WORDS) == "tavoite 74,0 (2030)"
    assert targets_in_short(item(targets=(limits,)), WORDS) == "tavoite 70,0–80,0 (2030)"
    other = item(targets=(by(2030, "74"),), unit="tonnia")
    assert targets_in_short(other, WORDS) == "tavoite 74,0 tonnia (2030)"
    assert targets_in_short(item(targets=(by(2030, "74"),), unit="%"), WORDS) == (
        "tavoite 74,0 (2030)"
    )
    assert targets_in_short(item(), WORDS) == ""
    assert share_in_words(None, WORDS) == ""


@pytest.mark.parametrize(
    ("language", "name"), [("fi", "Lappi"), ("sv", "Lappland"), ("en", "Lapland")]
)
def test_region_has_its_name_in_each_language(language: str, name: str) -> None:
    """Lapland is named in the language of the page, any other region as the table has it."""
    assert region_in_words("Lappi", catalogue(language)) == name
    assert region_in_words("Mallimaa", catalogue(language)) == "Mallimaa"
    (said,) = range_in_words(
        definition(), [region_year(2019), region_year(2020)], catalogue(language)
    )
    assert all(part in said for part in (name, "2020", "21", "50", "60", "70"))
    assert range_in_words(definition(), [], WORDS) == []


def test_panel_without_values_says_so() -> None:
    """No value is told as none, never as zero."""
    held = library([], indicator(baseline=since(2020, "0"), targets=(by(2030, "-80"),)))
    series = series_of(held, "eka", "luku")
    said = panel_in_words(series, "Eka", progress_of(held, "eka", TODAY), (), WORDS)
    assert said == (
        "Eka: ei arvoja. Lähtöarvo 0,0 % (2020). Tavoite −80,0 % (2030): ei tietoa vielä."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_are_counted_in_words(language: str) -> None:
    """How many there are in all and in each group; none is said too."""
    words = catalogue(language)
    counts = group_counts(progress_of(fictional(), "mallikunta", TODAY))
    said = groups_in_words(counts, "Mallikunta", words)
    assert str(sum(counts.values())) in said
    for group, count in counts.items():
        assert f"{count} {words(f'indicator_group.{group}')}" in said
    assert groups_in_words({}, "Mallikunta", words) == words(
        "chart_indicator.no_indicators", name="Mallikunta"
    )


def table(held: Library, *ranges: RegionRange) -> IndicatorValues:
    """The table of both municipalities."""
    every = {slug: series_of(held, slug, "luku") for slug in held.dossiers}
    own = {slug: progress_of(held, slug, TODAY) for slug in held.dossiers}
    return indicator_values(every, own, ranges, WORDS)


def test_table_has_the_years_of_all_and_of_the_region_between() -> None:
    """Years that anyone has, the region's only between them; what is missing is not filled in."""
    held = library(
        [
            observation(2018, "1"),
            observation(2020, "2"),
            observation(2020, "3", kind="budget"),
            observation(2021, "4", municipality_code="002"),
        ],
        luku=definition(breaks=(BREAK, BREAK.model_copy(update={"year": 2019}))),
    )
    found = table(held, region_year(2017), region_year(2019), region_year(2020))
    assert list(found.years) == [2018, 2019, 2020, 2021]
    assert found.told == {
        "eka": {2018: "1,0", 2020: "2,0; 3,0 (talousarvio)"},
        "toka": {2021: "4,0"},
    }
    assert found.region == "Lappi"
    assert found.middle == {2019: "60,0", 2020: "60,0"}
    assert found.ends[2019] == "50,0 – 70,0"
    assert list(found.breaks) == ["Sarja katkeaa vuonna 2019. Uudistus."]
    assert [title for title, _, _ in found.sources] == ["Taulu", "Alue"]
    assert found.population is None


def test_table_without_values_is_empty() -> None:
    """Nothing measured: no years, no region, no source."""
    found = table(library([], period=Period(start="2020")), region_year(2020))
    assert (list(found.years), found.region, list(found.sources)) == ([], None, [])
    assert list(found.range) == []
