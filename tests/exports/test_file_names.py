"""Names of files: what, of whom, of which day, in signs that every system takes."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.strategies.versions import Version, choose
from components.exports.file_names import file_name, slug_of
from components.exports.handout.builder import Selection, Subject
from components.exports.kinds import KINDS
from components.i18n import LANGUAGES, catalogue
from tests.analysis.making import TODAY, dossier, goal, real, strategy

DAY = date(2026, 11, 30)
CITIES = ("kemi", "kemijarvi")


def selection(*slugs: str, by: Subject = "theme", chosen: tuple[str, ...] = ()) -> Selection:
    """A selection of municipalities that have a goal each."""
    return Selection(tuple(version(slug) for slug in slugs), DAY, by, chosen)


def version(slug: str) -> Version:
    """The version of a municipality of which nothing matters but the slug."""
    return choose(dossier(slug, strategy("s", goal("g"))), TODAY)


def named(kind: str, wanted: Selection, language: str = "fi") -> str:
    """The name of a file."""
    return file_name(KINDS[kind], wanted, catalogue(language))


def test_a_name_says_what_whom_and_when() -> None:
    """Municipalities by name, and the day last, so that files sort by it."""
    assert named("pdf", selection(*CITIES)) == "strategiapeili-kemi-kemijarvi-2026-11-30.pdf"


def test_the_day_is_the_one_it_is_made_as_of() -> None:
    """The newest source of Kemi is of 20.2.2025; two files of two days have two names."""
    one = Selection((choose(real().dossiers["kemi"], TODAY),), date(2026, 11, 21))
    other = Selection((choose(real().dossiers["kemi"], TODAY),), DAY)
    assert named("pdf", one) == "strategiapeili-kemi-2026-11-21.pdf"
    assert named("pdf", other) == "strategiapeili-kemi-2026-11-30.pdf"


def test_few_chosen_themes_are_named() -> None:
    """One or two by their ids, which stand in the address too; the kind comes after."""
    one = selection(*CITIES, chosen=("ilmasto",))
    assert named("pdf", one) == "strategiapeili-kemi-kemijarvi-ilmasto-2026-11-30.pdf"
    name = "strategiapeili-kemi-kemijarvi-ilmasto-tiivistelmat-2026-11-30.pdf"
    assert named("pdf-goals", one) == name
    two = selection("kemi", chosen=("ilmasto", "talous"))
    assert named("xlsx", two) == "strategiapeili-kemi-ilmasto-talous-2026-11-30.xlsx"


def test_chosen_goals_are_named_with_whose_they_are() -> None:
    """Of one municipality by the goal alone."""
    own = selection("kemi", by="goal", chosen=("kemi/sujuva-arki",))
    assert named("pdf", own) == "strategiapeili-kemi-sujuva-arki-2026-11-30.pdf"
    of_two = selection(*CITIES, by="goal", chosen=("kemi/g", "kemijarvi/g"))
    assert (
        named("pdf", of_two) == "strategiapeili-kemi-kemijarvi-kemi-g-kemijarvi-g-2026-11-30.pdf"
    )


@pytest.mark.parametrize(
    ("language", "themes", "goals"),
    [
        ("fi", "3-teemaa", "3-paamaaraa"),
        ("sv", "3-teman", "3-mal"),
        ("en", "3-themes", "3-goals"),
    ],
)
def test_many_chosen_are_counted(language: str, themes: str, goals: str) -> None:
    """More than two names would be a line too long."""
    three = selection("kemi", chosen=("ilmasto", "talous", "arki"))
    assert named("pdf", three, language) == f"strategiapeili-kemi-{themes}-2026-11-30.pdf"
    goal_selection = selection("kemi", by="goal", chosen=("kemi/a", "kemi/b", "kemi/c"))
    assert named("pdf", goal_selection, language) == f"strategiapeili-kemi-{goals}-2026-11-30.pdf"


@pytest.mark.parametrize(("language", "told"), [("fi", "yksi"), ("sv", "ett"), ("en", "one")])
def test_a_long_name_is_counted_too(language: str, told: str) -> None:
    """No file system takes a name without an end."""
    long = named(
        "pdf", selection("kemi", by="goal", chosen=(f"kemi/{'pitka-' * 60}nimi",)), language
    )
    assert long.startswith(f"strategiapeili-kemi-{told}-")
    assert len(long) < 80


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("fi", "strategiapeili-4-kuntaa-2026-11-30.xlsx"),
        ("sv", "strategiapeili-4-kommuner-2026-11-30.xlsx"),
        ("en", "strategiapeili-4-municipalities-2026-11-30.xlsx"),
    ],
)
def test_many_are_counted(language: str, name: str) -> None:
    """More than three names would be a line too long."""
    assert named("xlsx", selection("a", "b", "c", "d"), language) == name
    assert "-a-b-c-" in named("xlsx", selection("a", "b", "c"), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chosen", [(), ("ilmasto",), ("a", "b", "c")])
def test_no_two_kinds_have_one_name(language: str, chosen: tuple[str, ...]) -> None:
    """All hand-outs of the same municipalities fit in one folder."""
    names = {named(kind, selection("kemi", chosen=chosen), language) for kind in KINDS}
    assert len(names) == len(KINDS)
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z]+", name) for name in names)


@given(st.text())
def test_any_text_gives_plain_signs(text: str) -> None:
    """Only a–z, 0–9 and single hyphens are left, whatever the text."""
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug_of(text))


def test_letters_with_marks_lose_their_marks() -> None:
    """ä is a and å is a: the names stay readable."""
    assert slug_of("Äänekoski – Åland Ö") == "aanekoski-aland-o"
    assert slug_of("ℝ") == "r"
