"""The register of gaps in words: names, reasons and next steps in three languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from components.analysis.gaps.gap_register import missing, register
from components.analysis.gaps.unknown import WHYS, Unknown
from components.analysis.strategies.cycle import DutyView
from components.analysis.strategies.versions import choose
from components.i18n import LANGUAGES, catalogue
from components.model import Duty, Goal, Indicator
from components.phrases.gap_register import (
    goal_in_words,
    is_ours,
    known_in_words,
    name_in_words,
    step_in_words,
    why_in_words,
)
from tests.analysis.making import (
    TODAY,
    dossier,
    fictional,
    goal,
    library,
    outcome,
    project,
    real,
    strategy,
    versions,
    years,
)
from tests.analysis.measured import definition

FI = catalogue("fi")


def of(what: Any, every: Any, today: date) -> Unknown:  # noqa: ANN401 - literals of the record
    """The row of one promise made for 2024–2027."""
    duty = Duty(id="velvoite", text="Raportoidaan.", what=what, every=every)
    one = dossier("a", strategy("a-1", goal("g"), period=years(2024, 2027), duties=(duty,)))
    found = register(library(one), [choose(one, TODAY)], today)
    return next(item for item in found if item.kind == "report_promised")


def about(indicator: Indicator) -> Unknown:
    """The row of an indicator without a target."""
    return Unknown("a", "indicator_without_target", indicator, "target", "decide", None)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", "Määräaika oli 31.12.2024. Asiasta ei ole pöytäkirjaa tässä aineistossa."),
        ("sv", "Tidpunkten var 31.12.2024. Det här materialet har inget protokoll om saken."),
        ("en", "The date was 31 December 2024. This data holds no minutes of it."),
    ],
)
def test_day_that_passed_is_told_of_our_data_alone(language: str, told: str) -> None:
    """The day is named, and what is missing is missing from this data."""
    assert why_in_words(of("budget", "year", date(2025, 6, 1)), catalogue(language)) == told


def test_half_term_is_about_its_day() -> None:
    """A day that the source does not fix is told as about right."""
    item = of("report", "half_term", date(2025, 6, 1))
    assert why_in_words(item, FI) == "Seuraava määräaika on noin 31.12.2025."
    assert step_in_words(item, FI) == "Pyydä raportti määräajaksi."


def test_row_without_a_day_names_none() -> None:
    """A promise without a day says so and leaves no gap in the sentence."""
    assert why_in_words(of("report", None, TODAY), FI) == "Lähde ei kerro, milloin."


def test_budget_is_asked_of_as_a_budget() -> None:
    """A promise about the budget is no report: the step speaks of the budget."""
    item = of("budget", "year", date(2025, 6, 1))
    assert step_in_words(item, FI) == "Kysy, miten strategia näkyy talousarviossa."


def test_indicator_of_ours_is_for_the_council_to_take_or_leave() -> None:
    """Before a target comes the choice of the indicator itself, where it was ours."""
    ours = about(Indicator(id="i", indicator="luku", basis="interpretation"))
    own = about(Indicator(id="i", indicator="luku", basis="adopted"))
    assert (is_ours(ours), is_ours(own)) == (True, False)
    assert step_in_words(ours, FI) == "Päätä, otetaanko mittari käyttöön ja mikä on tavoite."
    assert step_in_words(own, FI) == "Päätä tavoitearvo ja vuosi."
    held = library(dossier("a"), indicators={"luku": definition()})
    assert name_in_words(own, held, FI) == "sana"


@pytest.mark.parametrize(
    ("language", "told"), [("fi", "Painopiste 2"), ("sv", "Fokusområde 2"), ("en", "Priority 2")]
)
def test_goal_without_a_name_is_called_by_its_number(language: str, told: str) -> None:
    """A goal has the name that its source gives, or else its number in the language."""
    words = catalogue(language)
    assert goal_in_words(Goal(id="g", number=2), words) == told
    assert goal_in_words(Goal(id="g", name="Arki", number=2), words) == "Arki"
    numbered = Goal(id="g", number=2)
    item = Unknown("a", "goal_by_name_only", numbered, "name_only", "publish", None)
    assert name_in_words(item, library(dossier("a")), words) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_words(language: str) -> None:
    """Whatever the reason, why and what next are whole sentences without an open gap."""
    words = catalogue(language)
    item = of("report", "half_term", date(2025, 6, 1))
    assert isinstance(item.duty, DutyView)
    for why in WHYS:
        for told in (why_in_words, step_in_words):
            sentence = told(replace(item, why=why), words)
            assert sentence.endswith(".")
            assert "{" not in sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_the_real_data_can_be_told(language: str) -> None:
    """Each thing has a name, a reason and a next step, in each language."""
    words = catalogue(language)
    for held in (real(), fictional()):
        shown = [choose(one, TODAY) for one in held.dossiers.values()]
        for item in register(held, shown, TODAY):
            assert name_in_words(item, held, words).strip()
            assert why_in_words(item, words).strip()
            assert step_in_words(item, words).strip()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "fi",
            [
                (
                    "kemi: 3 päämäärää, joista 1 päämäärällä on kunnan oma mittari;"
                    " 17 hanketta, joista yhdenkään tulosta ei tiedetä."
                ),
                (
                    "kemijarvi: 4 päämäärää, joista yhdelläkään ei ole kunnan omaa mittaria;"
                    " 1 hanke, jonka tulosta ei tiedetä."
                ),
            ],
        ),
        (
            "sv",
            [
                (
                    "kemi: 3 mål, av vilka 1 har en mätare som är kommunens egen;"
                    " 17 projekt, av vilka inget har ett känt resultat."
                ),
                (
                    "kemijarvi: 4 mål, av vilka inget har en mätare som är kommunens egen;"
                    " 1 projekt, vars resultat inte är känt."
                ),
            ],
        ),
    ],
)
def test_known_of_the_two_cities(language: str, told: list[str]) -> None:
    """What is not known of the real cities is said in words: no zero stands for it."""
    held = real()
    for version, words in zip(versions(held), told, strict=True):
        found = missing(held, version, TODAY)
        assert known_in_words(version.slug, found, catalogue(language)) == words


def test_known_counts_those_of_which_something_is_told() -> None:
    """Something is told of two projects of three; one that has merely ended is not among them."""
    projects = tuple(project(name) for name in ("p", "q", "r"))
    one = library(
        dossier("a", strategy("a-1", goal("g")), projects=projects),
        outcomes=(outcome("p", "done"), outcome("q", "in_progress"), outcome("r", "ended")),
    )
    assert known_in_words("A", missing(one, versions(one)[0], TODAY), FI) == (
        "A: 1 päämäärä, jolla ei ole kunnan omaa mittaria;"
        " 3 hanketta, joista 2 hankkeen tilanne tai tulos tiedetään."
    )
    nothing = library(dossier("a", strategy("a-1")))
    assert known_in_words("A", missing(nothing, versions(nothing)[0], TODAY), FI) == (
        "A: päämääriä ei nimetä tässä versiossa; ei hankkeita tässä aineistossa."
    )
