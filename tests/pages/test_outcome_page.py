"""Toteutuma: the goals in the light of what is known, and the register of what is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from components.analysis.gaps.gap_register import register
from components.i18n import LANGUAGES, catalogue
from components.pages.sections import gap_register
from components.widgets.library_cache import ROOT_VARIABLE
from tests.analysis.making import MALLIKUNTA, real
from tests.loading.roots import STRATEGY, changed, copied
from tests.pages.drawing import Page, open_page
from tests.widgets.making import context

if TYPE_CHECKING:
    from pathlib import Path

ROW = re.compile(r'<tr><th scope="row">')
REGISTER = re.compile(r'<details class="sp-theme sp-turn".*?</details>', re.DOTALL)


@pytest.fixture
def mallikunta(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Serve the fictional municipality alone."""
    monkeypatch.setenv(ROOT_VARIABLE, str(MALLIKUNTA))
    return MALLIKUNTA


def register_of(page: Page) -> str:
    """The markup of the register."""
    return page.markup.partition('sp-turn"')[2].partition("<footer")[0]


def rows_of(page: Page) -> int:
    """How many rows the register has."""
    return len(ROW.findall(register_of(page)))


def test_goals_come_first_and_the_register_last() -> None:
    """The states of the goals before the projects, and what is not known at the end."""
    page = open_page("toteutuma")
    headers = [header.value for header in page.app.header]
    assert headers[0] == page.words("goal_progress.title")
    assert headers[-1] == page.words("gap_register.title")
    for anchor in ("paamaarat", "tilat", "hankkeet", "raha", "aukot"):
        assert f'href="#{anchor}"' in page.markup


def test_key_of_the_money_shows_whose_it_is() -> None:
    """Only Kemi's projects have a budget: its colour, that of others, and the hatch."""
    page = open_page("toteutuma")
    key = page.markup.partition('class="sp-key"')[2].partition("</p>")[0]
    assert re.findall(r"sp-key-(\w+)", key) == ["0", "others", "open"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_indicators_of_ours_are_marked_as_ours(language: str) -> None:
    """Neither council has adopted an indicator: the page says so, and marks those of ours."""
    page = open_page("toteutuma", language)
    assert page.text.count(page.words("goal_progress.none_adopted")) == 2
    assert page.words("indicators.basis.interpretation") in page.text
    assert page.words("gap_register.note") in page.text


def test_goal_known_by_name_alone_says_so() -> None:
    """The version approved in 2023 has three goals of which only the names are known."""
    page = open_page("toteutuma", kunta="kemi", versio_kemi="kemi-2023")
    page.assert_sound()
    goals = page.markup.partition('id="paamaarat-kemi"')[2].partition("sp-turn")[0]
    assert goals.count(page.words("goal.name_only")) >= 3


def test_register_is_filtered_by_kind_and_municipality() -> None:
    """The address keeps both choices, and what is left is told by number and shown open."""
    page = open_page("toteutuma", aukko="project_without_outcome", aukkokunta="kemi")
    page.assert_sound()
    assert rows_of(page) == 17
    assert page.words.count("gap_register.rows", 17) in page.text
    assert "Asettautumispalvelut" not in register_of(page)
    both = open_page("toteutuma", aukko="project_without_outcome")
    assert rows_of(both) == 18
    everything = open_page("toteutuma")
    assert rows_of(everything) > rows_of(both)


def test_register_says_when_nothing_is_left() -> None:
    """Kemijärvi has no partial source: a filter that keeps nothing says what to do."""
    page = open_page("toteutuma", aukko="goal_by_name_only", aukkokunta="kemijarvi")
    page.assert_sound()
    assert page.words("gap_register.none_left") in [info.value for info in page.app.info]


def test_register_of_one_municipality_has_one_filter() -> None:
    """With one municipality there is nothing to choose between."""
    labels = [one.label for one in open_page("toteutuma", kunta="kemi").app.multiselect]
    words = catalogue("fi")
    assert words("gap_register.column_kind") in labels
    assert words("gap_register.column_municipality") not in labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_register_can_be_downloaded_in_words(language: str) -> None:
    """The table has the codes and, in the language of the page, what they mean."""
    ctx = context(real(), language=language)
    items = register(ctx.library, list(ctx.versions.values()), ctx.today)
    table = gap_register.table(ctx, items)
    assert len(table) == len(items)
    for column in ("name", "why_in_words", "next_step", "kind", "action"):
        assert all(cell.strip() for cell in table[column])
    assert ctx.words("gap_register.step.noted") in set(table["next_step"])


def test_front_page_leads_to_the_register() -> None:
    """The short list of what we do not know ends with the way to the whole one."""
    page = open_page("etusivu", kunta="kemi")
    assert 'href="toteutuma?kunta=kemi#aukot"' in page.markup


def test_words_of_the_council_stand_beside_the_numbers(mallikunta: Path) -> None:
    """An assessment is shown in the council's words with its body, day and source."""
    assert mallikunta.is_dir()
    page = open_page("toteutuma")
    page.assert_sound()
    said = page.markup.partition("sp-said")[2].partition("</div>\n")[0]
    assert "sp-official" in said
    assert "sp-cite" in said
    assert page.words("goal_progress.said") in page.text


def test_register_of_what_is_wholly_known_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is missing the page says so and draws neither counts nor filters."""
    root = copied(tmp_path)
    goal = "baseline: {date: 2020, value: 1}\n    targets: [{date: 2030, value: 2}]"
    own = f"basis: adopted\n    {goal}"
    changed(root, STRATEGY, "basis: interpretation", own)
    monkeypatch.setenv(ROOT_VARIABLE, str(root))
    page = open_page("toteutuma")
    page.assert_sound()
    assert page.words("gap_register.none") in [info.value for info in page.app.info]
    assert page.words("gap_register.counts_note") not in page.text


def test_goal_shows_several_targets_and_bands(mallikunta: Path) -> None:
    """Each dated target has its own state, and a band both its ends, also on the goals page."""
    assert mallikunta.is_dir()
    for slug in ("toteutuma", "tavoitteet"):
        page = open_page(slug)
        page.assert_sound()
        assert page.text.count(f"{page.words('indicator.target')} ") >= 2
        assert "2 000–2 200" in page.text.replace("\u00a0", " ")
