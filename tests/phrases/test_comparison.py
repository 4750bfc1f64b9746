"""Values held against each other in words."""

from __future__ import annotations

from typing import Any

import pytest

from components.analysis.indicators.indicator_rows import indicator_rows
from components.i18n import LANGUAGES, catalogue
from components.model import Library, Observation, Unit
from components.phrases.comparison import comparison_in_words
from tests.analysis.making import TODAY
from tests.analysis.measured import BREAK, EACH_THOUSAND, definition, library, observation

NAMES = {"eka": "Eka", "toka": "Toka"}


def other(year: int, value: str, **values: Any) -> Observation:  # noqa: ANN401 - any field
    """A value of the second municipality."""
    return observation(year, value, municipality_code="002", **values)


def told(held: Library, language: str = "fi") -> list[str]:
    """The comparison of the two in words."""
    row = next(row for row in indicator_rows(held, tuple(NAMES), TODAY) if row.indicator == "luku")
    assert row.comparison is not None
    return comparison_in_words(row.comparison, row.definition, NAMES, catalogue(language))


def test_difference_names_the_larger_and_its_unit() -> None:
    """Between two shares the difference is in percentage points, and who has more is named."""
    held = library([observation(2020, "68.0"), other(2020, "71.5")])
    assert told(held) == ["Ero 3,5 prosenttiyksikköä, suurempi: Toka."]
    euros = definition(unit=Unit(id="EUR", fi="euroa"), decimals=0)
    held = library([observation(2020, "900"), other(2020, "100")], luku=euros)
    assert told(held) == ["Ero 800 euroa, suurempi: Eka."]


def test_no_difference_to_be_seen_is_none() -> None:
    """What rounds to zero at the decimals shown is told as equal."""
    assert told(library([observation(2020, "68.01"), other(2020, "68.04")])) == [
        "Luvut ovat yhtä suuret."
    ]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([observation(2020, "1")], "arvo puuttuu (Toka)"),
        ([observation(2020, "1"), other(2021, "1")], "eri vuodet (2020 ja 2021)"),
        ([observation(2020, "1"), other(2020, "1", unit="‰")], "eri yksiköt"),
        ([observation(2020, "1"), other(2020, "1", variant="18–64")], "eri määritelmät"),
        ([observation(2020, "1"), other(2020, "1", kind="approximate")], "likimääräinen luku"),
        (
            [observation(2022, "1"), other(2023, "1")],
            "eri vuodet (2022 ja 2023) ja sarja katkeaa vuosien välissä",
        ),
    ],
)
def test_why_there_is_no_difference(rows: list[Observation], reason: str) -> None:
    """What stands between is named, and not one number of a difference."""
    held = library(rows, luku=definition(breaks=(BREAK,)))
    assert told(held) == [f"Eroa ei lasketa: {reason}."]


def test_common_year_stands_beside_with_its_values() -> None:
    """The newest year in common is named with both values before their difference."""
    rows = [observation(2019, "60"), observation(2021, "62"), other(2019, "58.5")]
    assert told(library(rows)) == [
        "Eroa ei lasketa: eri vuodet (2021 ja 2019).",
        "Uusin yhteinen vuosi 2019: Eka 60,0, Toka 58,5.",
        "Ero 1,5 prosenttiyksikköä, suurempi: Eka.",
    ]


def test_per_resident_names_values_and_the_population() -> None:
    """Counts are told divided, with the year of the population that divides them."""
    held = library(
        [
            observation(2020, "-40"),
            other(2020, "40"),
            observation(2020, "8000", indicator="population"),
            other(2020, "2000", indicator="population"),
        ],
        luku=definition(per_resident=EACH_THOUSAND, unit=Unit(id="persons", fi="henkilöä")),
        population=definition(),
    )
    assert told(held) == [
        "Eka −5,0, Toka 20,0.",
        "Ero 25,0 tuhatta kohti, suurempi: Toka.",
        "Jaettu vuoden 2020 väkiluvulla.",
    ]


def test_more_than_two_are_like_but_not_subtracted() -> None:
    """Of three there is no difference: that nothing stands between them is said."""
    held = library([observation(2020, "1"), other(2020, "2")])
    third = held.dossiers["toka"].model_copy(
        update={
            "municipality": held.dossiers["toka"].municipality.model_copy(
                update={"code": "003", "slug": "kolmas"}
            )
        }
    )
    many = Library(
        dossiers={**held.dossiers, "kolmas": third},
        indicators=held.indicators,
        observations=(*held.observations, observation(2020, "3", municipality_code="003")),
    )
    (row,) = indicator_rows(many, ("eka", "toka", "kolmas"), TODAY)
    assert row.comparison is not None
    names = {**NAMES, "kolmas": "Kolmas"}
    words = catalogue("fi")
    assert comparison_in_words(row.comparison, row.definition, names, words) == [
        words("comparison.like")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_comparison_is_told_in_every_language(language: str) -> None:
    """Names and years stand in the words of each language, decimals as it writes them."""
    rows = [observation(2019, "60"), observation(2021, "62"), other(2019, "58.5")]
    said = " ".join(told(library(rows), language))
    number = "58.5" if language == "en" else "58,5"
    assert all(part in said for part in ("Eka", "Toka", "2019", "2021", number))
