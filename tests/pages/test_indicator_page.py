"""Mittarit: the newest figures, what they can be held against, panels, targets and tiles."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from components.analysis.indicators.progress import STATES
from components.i18n import LANGUAGES
from components.widgets.library_cache import ROOT_VARIABLE
from tests.analysis.making import MALLIKUNTA
from tests.pages.drawing import Page, open_page
from tests.pages.test_roots import copied, joined

PANELS = "intermunicipal_net_migration"


@pytest.fixture
def mallikunta(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve Mallikunta, which shows every feature."""
    shutil.copytree(MALLIKUNTA, tmp_path / "root")
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path / "root"))


def row(page: Page, key: str) -> str:
    """The row of an indicator in the tables of the newest figures."""
    found = page.markup.partition(f"<b>{key}</b>")[2]
    return found.partition("</tr>")[0]


def figure(page: Page, key: str) -> dict[str, Any]:
    """A figure as it is sent to the browser."""
    charts = page.app.get("plotly_chart")
    (found,) = [chart for chart in charts if chart.proto.id.endswith(key)]
    return dict(json.loads(found.proto.spec))


def test_newest_figures_have_their_years() -> None:
    """Each value stands with its year, and the two of the same year with their difference."""
    page = open_page("mittarit")
    cells = row(page, "Työllisyysaste")
    assert "<b>62,7</b> <span>2020</span>" in cells
    assert "<b>62,3</b> <span>2020</span>" in cells
    assert "Ero 0,4 prosenttiyksikköä, suurempi: Kemi." in cells
    assert page.words("trend.unknown") in cells


def test_announced_target_of_kemi_is_shown_without_a_value() -> None:
    """The Hinku target: -80, no data yet, marked as no target of the strategy, and cited."""
    for kunta in (["kemi"], ["kemi", "kemijarvi"]):
        page = open_page("mittarit", kunta=kunta)
        cells = row(page, "Ilmastopäästöjen muutos vuodesta 2007")
        assert page.words("indicator_state.no_data") in cells
        assert "tavoite −80 (2030)" in cells
        assert page.words("indicators.basis.announced") in cells
        assert 'class="sp-cite"' in cells
        assert page.words("indicators.of_adopted") not in page.text


def test_every_choice_of_ours_says_so() -> None:
    """Each row of an indicator that the makers have chosen is marked, and the lead says it too."""
    page = open_page("mittarit")
    part = page.markup.partition(page.words("indicators.of_interpretation_note"))[2]
    table = part.partition("</table>")[0]
    marked = table.count(page.words("indicators.basis.interpretation"))
    assert marked == table.count("<tr><th") - 1 == 8
    assert page.words("indicators.lead_not_adopted") in page.text


def test_indicator_without_values_has_words_in_place_of_a_panel() -> None:
    """Chosen, the Hinku target has no figure but its baseline, its target and `no data yet`."""
    page = open_page("mittarit", kunta="kemi", mittari="hinku_emission_change")
    page.assert_sound()
    assert len(page.figures) == 1
    assert "Tavoite −80 % (2030): ei tietoa vielä." in page.text


def test_indicators_chosen_are_drawn_for_each_municipality() -> None:
    """A panel a municipality for what the address names, with its numbers in words."""
    page = open_page("mittarit", mittari=[PANELS, "workplaces"])
    page.assert_sound()
    panels = page.figures[1:]
    assert len(panels) == 4
    assert [alt.split(".")[0] for alt in panels] == [
        "Viivakuva: Kuntien välinen nettomuutto",
        "Viivakuva: Kuntien välinen nettomuutto",
        "Viivakuva: Työpaikat",
        "Viivakuva: Työpaikat",
    ]
    assert "−362" in panels[0]
    assert "2021" in panels[0]


def test_scale_is_the_same_unless_each_has_its_own() -> None:
    """The same axis for both; `asteikko=oma` gives each municipality one of its own."""
    for query, same in (({}, True), ({"asteikko": "oma"}, False)):
        page = open_page("mittarit", mittari="population", **query)
        ranges = [
            figure(page, f"population-{slug}")["layout"]["yaxis"]["range"]
            for slug in ("kemi", "kemijarvi")
        ]
        assert (ranges[0] == ranges[1]) is same


def test_amounts_can_be_seen_per_resident() -> None:
    """`luvut=asukasta-kohti` divides by the population, whose source is named."""
    plain = open_page("mittarit", mittari=PANELS)
    page = open_page("mittarit", mittari=PANELS, luvut="asukasta-kohti")
    page.assert_sound()
    assert "−18,1" in page.figures[1]
    assert "−18,1" not in plain.figures[1]
    assert page.words("indicators.population_from") in page.text
    assert page.words("indicators.population_from") not in plain.text
    without = open_page("mittarit", mittari="employment_rate", luvut="asukasta-kohti")
    without.assert_sound()
    assert without.words("indicators.amount") not in str(without.app.main)


def test_choices_stand_in_the_address() -> None:
    """What is picked on the page is named by ids; the usual choice is named by nothing."""
    page = open_page("mittarit")
    assert "mittari" not in page.app.query_params
    usual = len(page.figures)
    page.app.multiselect[1].select("workplaces")
    page.app.selectbox(key="kartta-fi").select("workplaces")
    chosen = Page(page.app.run(), "fi")
    chosen.assert_sound()
    assert "workplaces" in chosen.app.query_params["mittari"]
    assert "workplaces" in chosen.app.query_params["kartta"]
    assert len(chosen.figures) == usual + 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("mallikunta")
def test_mallikunta_shows_every_state(language: str) -> None:
    """Each state of the rule stands in the table in words, and opens to its sum."""
    page = open_page("mittarit", language)
    page.assert_sound()
    table = page.markup.partition("sp-rules")[0]
    for state in STATES:
        words = page.words(f"indicator_state.{state}")
        assert f"</span> {words}" in table, state
    assert table.count(page.words("indicators.show_sum")) == table.count('class="sp-indicator"')


@pytest.mark.usefixtures("mallikunta")
def test_targets_of_mallikunta_are_drawn_or_named() -> None:
    """Bars for those with a way; the others are named with their states, none is left out."""
    page = open_page("mittarit")
    (bars,) = [alt for alt in page.figures if alt.startswith("Palkkikuva")]
    assert "Työttömien osuus työvoimasta, Mallikunta: etääntyy tavoitteesta." in bars
    assert "Taloudellinen huoltosuhde (Mallikunta: liian aikaista sanoa)" in page.text
    assert "Taloudellinen huoltosuhde" not in bars


@pytest.mark.usefixtures("mallikunta")
def test_path_to_the_target_is_dotted_and_labelled() -> None:
    """The target of the employment rate is on its panel and in the words beside it."""
    page = open_page("mittarit", mittari="employment_rate")
    traces = figure(page, "employment_rate-mallikunta")["data"]
    dotted = [trace for trace in traces if trace.get("line", {}).get("dash") == "dot"]
    assert dotted
    assert "Tavoite 74,0 % (2029): aikataulussa." in page.figures[-1]


def test_without_any_figure_the_page_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No indicator and no statistics: why, and what to do next."""
    root = tmp_path / "root"
    shutil.copytree(MALLIKUNTA, root)
    file = root / "strategies" / "mallikunta.yaml"
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition("\nindicators:\n")
    file.write_text(head + "\n" + rest[rest.find("\nassessments:") :], encoding="utf-8")
    table = root / "data" / "observations.csv"
    table.write_text(table.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    monkeypatch.setenv(ROOT_VARIABLE, str(root))
    page = open_page("mittarit")
    page.assert_sound()
    assert [info.value for info in page.app.info] == [
        page.words("indicators.nothing", names="Mallikunta")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_is_told_with_its_limits_and_origin(language: str) -> None:
    """Every state is explained at the foot of the page, the limits with where they come from."""
    page = open_page("mittarit", language)
    part = page.text.rpartition(page.words("method.states"))
    assert "Statistics Canada" in part[0]
    limits = ("0.95", "0.60") if language == "en" else ("0,95", "0,60")
    assert all(limit in part[0] for limit in limits)
    for state in STATES:
        assert page.words(f"indicator_state.{state}") in part[2]


def test_region_stands_behind_its_own_municipalities_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mallikunta is not in Lapland: Lapland's range is behind Kemi, not behind Mallikunta."""
    joined(copied(tmp_path / "root"), "mallikunta", "999", "Mallikunta")
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path / "root"))
    page = open_page("mittarit", kunta=["kemi", "mallikunta"], mittari="employment_rate")
    page.assert_sound()
    kemi, mallikunta = page.figures[-2:]
    assert "Lappi" in kemi
    assert "Lappi" not in mallikunta
    alone = open_page("mittarit", kunta="mallikunta", mittari="employment_rate")
    assert alone.words("indicators.key_region", region="Lappi") not in alone.text
    assert page.words("indicators.key_region", region="Lappi") in page.text


def test_target_that_was_due_tells_what_came_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unemployment rate was to be 11.3 by 2023, was 11.2, and has risen to 11.6 since."""
    root = Path(shutil.copytree(MALLIKUNTA, tmp_path / "root"))
    file = root / "strategies" / "mallikunta.yaml"
    text = file.read_text(encoding="utf-8")
    old, new = "targets: [{date: 2029, value: 8.0}]", "targets: [{date: 2023, value: 11.3}]"
    assert text.count(old) == 1
    text = text.replace("baseline: {date: 2021, value: 11.0}", "baseline: {date: 2021, value: 12}")
    file.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setenv(ROOT_VARIABLE, str(root))
    told = "saavutettu 2023, sittemmin noussut yli tavoitteen"
    page = open_page("mittarit", kunta="mallikunta")
    page.assert_sound()
    assert f"(Mallikunta: {told})." in page.text
    assert page.markup.count(told) > 1  # the table of figures and that of targets
    assert told in open_page("toteutuma", kunta="mallikunta").markup
