"""Charts of projects: what is drawn and what the words beside it say."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from components.analysis.looks import looks_of
from components.analysis.projects.projects import funding_table, project_table, state_counts
from components.analysis.strategies.programmes import period_table
from components.charts import Drawing, funding_bars, state_bars, timeline
from components.charts.identity import LIGHT, SYMBOLS
from components.i18n import catalogue
from components.model import Library
from tests.analysis.making import TODAY, dossier, fictional, funding, library, project, real, years

WORDS = catalogue("fi")
EVIL = "<b>Hanke</b> & <a href='javascript:alert(1)'>linkki</a>"


def names_of(held: Library) -> dict[str, str]:
    """The names of the municipalities of a library, in order."""
    return {slug: one.municipality.name.fi for slug, one in held.dossiers.items()}


def states(held: Library, language: str = "fi") -> Drawing:
    """The chart of states of all municipalities."""
    slugs = list(held.dossiers)
    counts = state_counts(project_table(held, slugs, TODAY), slugs)
    return state_bars(counts, names_of(held), catalogue(language), LIGHT)


def times(held: Library, language: str = "fi") -> Drawing:
    """The timeline of the projects of all municipalities."""
    table = project_table(held, list(held.dossiers), TODAY)
    looks = looks_of(held, list(held.dossiers))
    return timeline(table, names_of(held), looks, catalogue(language), LIGHT)


def money(held: Library, language: str = "fi") -> Drawing:
    """The chart of money of all municipalities."""
    table = funding_table(project_table(held, list(held.dossiers), TODAY))
    looks = looks_of(held, list(held.dossiers))
    return funding_bars(table, names_of(held), looks, catalogue(language), LIGHT)


def texts(drawing: Drawing) -> list[str]:
    """Every text of a figure that plotly may read as markup."""
    figure = drawing.figure
    found = [label.text.replace("<br>", " ") for label in figure.layout.annotations]
    for trace in figure.data:
        found.append(str(trace.hovertemplate).replace("<extra></extra>", "").replace("<br>", " "))
        for part in (trace.text, trace.customdata):
            found += [] if part is None else [str(text) for text in part]
    return found


def test_states_alt_names_each_municipality_with_its_counts() -> None:
    """Kemi 8 ended and 9 unknown, Kemijärvi one ended: the words beside say just that."""
    assert states(real()).alt == (
        f"{WORDS('chart.states')} Kemi: 8 {WORDS('state.ended')} ja 9 {WORDS('state.unknown')}."
        f" Kemijärvi: 1 {WORDS('state.ended')}."
    )


def test_states_are_stacked_and_unknown_is_hatched() -> None:
    """A bar a state; the unknown is told by its pattern too, and a zero has no number."""
    ended, unknown = states(real()).figure.data
    assert (list(ended.x), list(ended.text)) == ([8, 1], ["8", "1"])
    assert (list(unknown.x), list(unknown.text)) == ([9, 0], ["9", ""])
    assert (ended.marker.pattern.shape, unknown.marker.pattern.shape) == ("", "/")


def test_states_of_one_without_projects_say_so() -> None:
    """A municipality without a project is named with the words for none."""
    held = library(dossier("a", projects=(project("p"),)), dossier("b", code="002"))
    assert f"B: {WORDS('chart.no_projects')}." in states(held).alt


def test_times_alt_names_each_row_with_its_years() -> None:
    """Every project with a known beginning is in the words, whole, and no other."""
    for held in (real(), fictional()):
        table = project_table(held, list(held.dossiers), TODAY)
        alt = times(held).alt
        for row in table.to_dict("records"):
            span = WORDS.span(row["start"], row["end"])
            end = "" if row["end"] else ", päättymistä ei ole kerrottu"
            said = f"{row['name']} ({names_of(held)[str(row['municipality'])]}): {span}{end}."
            assert (said in alt) == (row["start"] is not None), row["name"]


def test_times_end_where_they_end_and_fade_where_no_end_is_known() -> None:
    """A line goes from the first day to the last; one without an end is dotted to the edge."""
    held = library(
        dossier(
            "a",
            projects=(
                project("kesken", period=years("2024-03")),
                project("ohi", period=years("2022", "2025-06")),
                project("ei-tiedossa"),
            ),
        )
    )
    going, over = times(held).figure.data
    assert list(going.x) == ["2024-03-01", "2025-12-31"]
    assert list(over.x) == ["2022-01-01", "2025-06-30"]
    assert (going.line.dash, over.line.dash) == ("dot", "solid")
    assert going.marker.size[0] > 0
    assert going.marker.size[1] == 0  # no dot where no end is known
    assert all(size > 0 for size in over.marker.size)


def test_times_each_municipality_has_its_colour_and_marker() -> None:
    """The second of the library has the second colour and marker, whoever is chosen beside it."""
    held = library(
        dossier("a"),
        dossier("b", code="002", projects=(project("p", period=years(2024)),)),
    )
    (line,) = times(held).figure.data
    assert (line.line.color, line.marker.symbol) == (LIGHT.municipalities[1], SYMBOLS[1])
    assert "B" in times(held).figure.layout.annotations[0].text
    alone = timeline(
        project_table(held, ["b"], TODAY), {"b": "B"}, looks_of(held, ["b"]), WORDS, LIGHT
    )
    assert alone.figure.data[0].line.color == LIGHT.municipalities[1]


def test_times_of_programmes_leave_out_those_without_a_period() -> None:
    """Kemi's strategy of 2023 has no period in the sources: it is in the table alone."""
    periods = period_table(real(), ["kemi"])
    drawing = timeline(periods, {"kemi": "Kemi"}, {"kemi": 0}, WORDS, LIGHT)
    assert len(drawing.figure.data) == periods["start"].notna().sum() == 7
    assert "hyväksytty 4.12.2023" not in drawing.alt


def test_money_alt_names_each_row_with_its_sums() -> None:
    """Each budget is in the words with own share, others or open, and the whole."""
    alt = money(real()).alt
    for part in ("68 923", "275 693", "344 616", "4 979", "140 637", "145 616"):
        assert part.replace(" ", "\u00a0") in alt


def test_money_unknown_is_never_drawn_as_zero() -> None:
    """A part that the source does not tell has no bar, no number and no words of its own."""
    held = library(
        dossier("a", projects=(project("p"), project("q"))),
        funding=(funding("p", total_eur=10), funding("q", total_eur=10, share_eur=4)),
    )
    drawing = money(held)
    own, others, rest = drawing.figure.data
    assert (list(own.x), list(others.x), list(rest.x)) == ([None, 4], [None, 6], [10, None])
    assert (own.customdata[0], own.text[0]) == ("", "")
    assert f"p (A): {WORDS('funding.open_eur')}" in drawing.alt


def test_money_of_a_project_that_costs_nothing() -> None:
    """A budget of zero euros is drawn, as zero."""
    held = library(
        dossier("a", projects=(project("p"),)), funding=(funding("p", total_eur=0, share_eur=0),)
    )
    assert "0\u00a0€" in money(held).alt


def test_alt_has_no_number_that_the_table_lacks() -> None:
    """The words beside the chart of money hold the sums of its table, all of them, no other."""
    for held in (real(), fictional()):
        table = funding_table(project_table(held, list(held.dossiers), TODAY))
        sums = table[["own_eur", "others_eur", "open_eur", "total_eur"]].to_numpy().ravel()
        told = re.findall(r"\d[\d\u00a0]*\u00a0€", money(held).alt)
        assert sorted(told) == sorted(WORDS.euros(value) for value in sums if value is not None)
    counts = state_counts(project_table(fictional(), ["mallikunta"], TODAY), ["mallikunta"])
    told = re.findall(r"\d+", states(fictional()).alt)
    assert sorted(told) == sorted(str(count) for count in counts.loc["mallikunta"])


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("draw", [states, times, money])
@pytest.mark.parametrize("held", [real, fictional], ids=["real", "mallikunta"])
def test_every_figure_has_words_in_every_language(held: Any, draw: Any, language: str) -> None:  # noqa: ANN401
    """The words name every row that is drawn, in whole names, in each language."""
    drawing = draw(held(), language)
    rows = project_table(held(), list(held().dossiers), TODAY)
    if draw is states:
        named = set(names_of(held()).values())
    elif draw is times:
        named = set(rows[rows["start"].notna()]["name"])
    else:
        named = set(rows[rows["total_eur"].notna()]["name"])
    assert all(name in drawing.alt for name in named)
    labels = [one for one in drawing.figure.layout.annotations if one.xref == "paper"]
    assert len(labels) == len(named)


@pytest.mark.parametrize("draw", [states, times, money])
def test_nothing_from_the_data_is_markup(draw: Any) -> None:  # noqa: ANN401 - one of ours
    """A name that looks like markup of plotly stays text in labels, hovers and numbers."""
    evil = project("p", name=EVIL, period=years(2024))
    one = dossier("a", projects=(evil,))
    named = one.model_copy(
        update={"municipality": one.municipality.model_copy(update={"name": _named(EVIL)})}
    )
    held = library(named, funding=(funding("p", total_eur=10, share_eur=4),))
    for text in texts(draw(held)):
        assert "<" not in text


def _named(name: str) -> Any:  # noqa: ANN401 - a LocalText
    return dossier("a").municipality.name.model_copy(update={"fi": name})


def test_no_rows_still_make_a_figure() -> None:
    """An empty table gives an empty figure with its words, not an error."""
    nobody = library(dossier("a"))
    assert times(nobody).alt.startswith(WORDS("chart.timeline"))
    assert money(nobody).alt.startswith(WORDS("chart.funding"))
    empty = pd.DataFrame(columns=["municipality", "name", "start", "end"], dtype=object)
    assert timeline(empty, {}, {}, WORDS, LIGHT).figure.data == ()
