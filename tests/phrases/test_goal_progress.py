"""The progress of goals in words: counts with what they are counted of."""

from __future__ import annotations

import pytest

from components.analysis.strategies.goal_progress import StrategyProgress, strategy_progress
from components.i18n import LANGUAGES, catalogue
from components.model import Library
from components.phrases.goal_progress import states_in_words, totals_in_words
from tests.analysis.known_goals import held, said
from tests.analysis.making import TODAY, dossier, goal, library, real, strategy, versions
from tests.analysis.measured import by, definition, indicator, observation, since


def progress(one: Library) -> StrategyProgress:
    """The goals of the first municipality."""
    return strategy_progress(one, versions(one)[0], TODAY)


TOTALS = {
    "fi": [
        "1 strategiassa hyväksytty mittari: 1 aikataulussa.",
        "1 kunnan muualla julkaisema mittari: 1 vain suunta tiedossa (1 paranee).",
        "1 tekijöiden valitsema mittari: 1 vain suunta tiedossa (1 paranee).",
        "1 muu mittari ei ole mukana: se ei kuulu näihin päämääriin.",
        "2 päämääriin liitettyä hanketta: 1 toteutunut ja 1 ei tietoa.",
        "1 muu hanke ei ole mukana: lähteet eivät liitä sitä näihin päämääriin.",
        "1 sanallinen arvio.",
    ],
    "sv": [
        "1 mätare som har godkänts i strategin: 1 i tidtabell.",
        (
            "1 mätare som kommunen har publicerat på annat håll: "
            "1 endast riktningen är känd (1 förbättras)."
        ),
        "1 mätare som tjänstens utvecklare har valt: 1 endast riktningen är känd (1 förbättras).",
        "1 annan mätare är inte med: den hör inte till de här målen.",
        "2 projekt som kopplas till målen: 1 har genomförts och 1 utan uppgift.",
        "1 annat projekt är inte med: källorna kopplar det inte till de här målen.",
        "1 bedömning i ord.",
    ],
    "en": [
        "1 indicator adopted in the strategy: 1 on track.",
        ("1 indicator that the municipality has published elsewhere: 1 trend only (1 improving)."),
        "1 indicator chosen by the makers: 1 trend only (1 improving).",
        "1 other indicator is left out: it does not belong to these goals.",
        "2 projects linked to the goals: 1 carried out and 1 not known.",
        "1 other project is left out: the sources do not link it to these goals.",
        "1 assessment in words.",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_name_what_is_counted_and_what_is_left_out(language: str) -> None:
    """Counts by whose choice the indicator is, and beside each what is not in it."""
    found = progress(held(assessments=(said("arvio", goals=("g",)),)))
    assert totals_in_words(found, catalogue(language)) == TOTALS[language]


def test_totals_of_nothing_say_what_there_is_not() -> None:
    """Without indicators, projects and words each of these is said, never a zero."""
    bare = library(dossier("a", strategy("a-1", goal("g"))))
    assert totals_in_words(progress(bare), catalogue("fi")) == [
        "Strategiassa hyväksyttyjä mittareita ei ole tässä aineistossa.",
        "Lähteet eivät liitä yhtään hanketta näihin päämääriin.",
        "Sanallisia arvioita ei ole tässä aineistossa.",
    ]


def test_states_are_counted_in_their_order_and_never_averaged() -> None:
    """Each state has its count; those with a trend alone tell which way, if anyone knows."""
    one = dossier(
        "a",
        strategy("a-1", goal("g")),
        indicators=(
            indicator(id="yksi", goals=("g",), indicator="toinen"),
            indicator(id="kaksi", goals=("g",), indicator="kerran"),
            indicator(id="kolme", goals=("g",)),
            indicator(
                id="nelja", goals=("g",), baseline=since(2020, "1"), targets=(by(2030, "3"),)
            ),
            indicator(
                id="viisi", goals=("g",), baseline=since(2020, "1"), targets=(by(2030, "9"),)
            ),
        ),
    )
    found = progress(
        library(
            one,
            indicators={
                "luku": definition(),
                "toinen": definition(),
                "kerran": definition(),
            },
            observations=(
                observation(2020, "1"),
                observation(2025, "2"),
                observation(2025, "2", indicator="kerran"),
            ),
        )
    )
    assert states_in_words(found.indicators["adopted"], catalogue("fi")) == (
        "1 aikataulussa, 1 jäljessä, 1 vain suunta tiedossa (1 paranee), "
        "1 suunta ei tiedossa ja 1 ei tietoa vielä"
    )


def test_no_mean_is_told_of_the_real_data() -> None:
    """The totals of Kemi and Kemijärvi are counts: no per cent stands among them."""
    for version in versions(real()):
        lines = totals_in_words(strategy_progress(real(), version, TODAY), catalogue("fi"))
        assert lines
        assert not any("%" in line for line in lines)
