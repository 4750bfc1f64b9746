"""Panels of an indicator: what is drawn and what the words beside it say."""

from __future__ import annotations

from typing import Any

import pytest

from components.analysis.indicators.indicator_progress import progress_of
from components.analysis.indicators.series import series_of
from components.charts import Drawing, Panel, panel_chart, window_of
from components.charts.identity import DARK, DASHES, LIGHT, SYMBOLS
from components.charts.panel import year_of
from components.i18n import LANGUAGES, catalogue
from components.model import Library, RegionRange, Target
from tests.analysis.making import TODAY, fictional, real
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

EVIL = "<b>Kunta</b> & <a href='javascript:alert(1)'>x</a>"


def panel(
    held: Library,
    *ranges: RegionRange,
    per_resident: bool = False,
    **parts: Any,  # noqa: ANN401
) -> Panel:
    """The panel of the first municipality."""
    usual: dict[str, Any] = {
        "series": series_of(held, "eka", "luku", per_resident=per_resident),
        "title": "Luku",
        "municipality": "Eka",
        "place": 0,
        "progresses": tuple(progress_of(held, "eka", TODAY)),
        "ranges": ranges,
    }
    return Panel(**(usual | parts))


def drawn(one: Panel, language: str = "fi", *, dark: bool = False) -> Drawing:
    """A panel drawn to its own scale."""
    return panel_chart(one, window_of([one]), catalogue(language), DARK if dark else LIGHT)


def traces(drawing: Drawing, mode: str) -> list[Any]:
    """The traces of a mode, in the order drawn."""
    return [trace for trace in drawing.figure.data if trace.mode == mode]


def line(drawing: Drawing) -> Any:  # noqa: ANN401 - a trace of plotly
    """The values of the municipality."""
    (found,) = traces(drawing, "lines+markers+text")
    return found


def test_points_are_the_values() -> None:
    """Every value of the table stands in the line, at its year, as the number it is."""
    held = library([observation(2019, "61.5"), observation(2020, "0"), observation(2021, "-3")])
    found = line(drawn(panel(held)))
    assert list(found.x) == [2019, 2020, 2021]
    assert list(found.y) == [61.5, 0, -3]


def test_gaps_breaks_and_definitions_are_not_joined() -> None:
    """A missing year, a break of the series and another definition each stop the line."""
    held = library(
        [
            observation(2016, "1"),
            observation(2018, "2"),
            observation(2022, "3"),
            observation(2023, "4"),
            observation(2024, "5"),
            observation(2025, "6", variant="20–64"),
        ],
        luku=definition(breaks=(BREAK,)),
    )
    found = line(drawn(panel(held)))
    assert list(found.x) == [2016, None, 2018, None, 2022, None, 2023, 2024, None, 2025]
    assert not found.connectgaps


def test_values_in_another_unit_are_in_the_table_alone() -> None:
    """Millions and euros per resident have no common axis."""
    held = library([observation(2020, "1"), observation(2021, "129000000", unit="EUR")])
    drawing = drawn(panel(held))
    assert list(line(drawing).x) == [2020]
    assert drawing.figure.layout.yaxis.range[1] < 10
    only = library([observation(2021, "129000000", unit="EUR")])
    assert traces(drawn(panel(only)), "lines+markers+text") == []


def test_break_is_a_dashed_line_before_its_year() -> None:
    """From edge to edge, half a year before the first value after it, named by its year."""
    held = library(
        [observation(2022, "3"), observation(2023, "4")], luku=definition(breaks=(BREAK,))
    )
    drawing = drawn(panel(held))
    (found,) = traces(drawing, "lines+text")
    assert list(found.x) == [2022.5, 2022.5]
    assert sorted(found.y) == list(drawing.figure.layout.yaxis.range)
    assert found.line.dash == "dash"
    assert found.text[1] == "\N{NO-BREAK SPACE}katkos 2023\N{NO-BREAK SPACE}"  # off the line
    assert "Sarja katkeaa vuonna 2023. Uudistus." in drawing.alt
    falling = library(
        [observation(2022, "4"), observation(2023, "3")], luku=definition(breaks=(BREAK,))
    )
    (lower,) = traces(drawn(panel(falling)), "lines+text")
    assert (found.textposition, lower.textposition) == ("top left", "bottom left")


def test_budgets_are_hollow_and_joined_to_nothing() -> None:
    """What is planned is a mark of its own, never a point of the line."""
    held = library([observation(2022, "3"), observation(2023, "9.9", kind="budget")])
    drawing = drawn(panel(held))
    (found,) = traces(drawing, "markers")
    assert (list(found.x), list(found.y)) == ([2023], [9.9])
    assert found.marker.symbol == f"{SYMBOLS[0]}-open"
    assert list(line(drawing).x) == [2022]
    assert "Talousarviossa 9,9 (2023)." in drawing.alt


def test_latest_value_is_told_with_its_year() -> None:
    """The newest value alone is labelled, in bold ink, above where the line rises to it."""
    held = library([observation(2019, "61.5"), observation(2020, "62.72")])
    found = line(drawn(panel(held)))
    assert list(found.text) == ["", "62,7 (2020)"]
    assert found.textposition == "top center"
    falling = library([observation(2019, "70"), observation(2020, "62.72")])
    assert line(drawn(panel(falling))).textposition == "bottom center"
    alone = library([observation(2020, "62.72")])
    assert line(drawn(panel(alone))).textposition == "top center"


def test_target_has_a_cross_and_a_dotted_path_from_the_baseline() -> None:
    """From the stated baseline through each target; the next one is labelled, the latest apart."""
    held = library(
        [observation(2020, "50"), observation(2022, "52")],
        indicator(baseline=since(2020, "50"), targets=(by(2024, "60"), by(2030, "75"))),
    )
    drawing = drawn(panel(held))
    (path,) = [trace for trace in traces(drawing, "lines") if trace.line.dash == "dot"]
    assert list(path.x) == [2020, 2024, None, 2024, 2030]
    assert list(path.y) == [50, 60, None, 60, 75]
    (marks,) = traces(drawing, "markers+text")
    assert (list(marks.x), list(marks.y)) == ([2024, 2030], [60, 75])
    assert list(marks.text) == ["tavoite 60,0 (2024)", ""]
    assert line(drawing).textposition == "bottom right"
    for said in ("Lähtöarvo 50,0 % (2020).", "Tavoite 60,0 % (2024)", "Tavoite 75,0 % (2030)"):
        assert said in drawing.alt


def test_target_without_a_baseline_has_no_path() -> None:
    """A way that nobody has told the beginning of is not drawn."""
    held = library([observation(2020, "50")], indicator(targets=(by(2030, "75"),)))
    drawing = drawn(panel(held))
    assert traces(drawing, "lines") == []
    assert len(traces(drawing, "markers+text")) == 1


def test_band_has_two_lines_to_stay_between() -> None:
    """The ends of a band run from the first year known to its own, with a cross at each end."""
    limits = Target(date="2030", low=by(2030, "45").value, high=by(2030, "55").value)
    held = library([observation(2020, "50")], indicator(targets=(limits,)))
    drawing = drawn(panel(held))
    (path,) = traces(drawing, "lines")
    assert list(path.x) == [2020, 2030, None, 2020, 2030]
    assert list(path.y) == [45, 45, None, 55, 55]
    (marks,) = traces(drawing, "markers+text")
    assert list(marks.text) == ["tavoite 45,0–55,0 (2030)", ""]
    begun = library(
        [observation(2020, "50")], indicator(baseline=since(2018, "50"), targets=(limits,))
    )
    (path,) = traces(drawn(panel(begun)), "lines")
    assert path.x[0] == 2018


def test_target_in_another_unit_or_definition_is_told_not_drawn() -> None:
    """Tonnes have no place on an axis of per cents; the words tell the target still."""
    for parts in ({"unit": "tonnia"}, {"variant": "20–64"}):
        held = library(
            [observation(2020, "50")],
            indicator(baseline=since(2020, "9000"), targets=(by(2030, "1000"),), **parts),
        )
        drawing = drawn(panel(held))
        assert len(drawing.figure.data) == 1
        assert "1\u00a0000" in drawing.alt


def test_per_resident_draws_no_target_of_amounts() -> None:
    """A target for a count has no place among values per resident."""
    held = library(
        [observation(2020, "40"), observation(2020, "8000", indicator="population")],
        indicator(baseline=since(2020, "40"), targets=(by(2030, "80"),)),
        luku=definition(per_resident=EACH_THOUSAND),
        population=definition(),
    )
    drawing = drawn(panel(held, per_resident=True))
    assert len(drawing.figure.data) == 1
    assert list(line(drawing).y) == [5]
    assert line(drawing).text[0] == "5,0 (2020)"


def test_region_is_a_band_with_its_median_and_gaps() -> None:
    """Each run of years is closed by itself; a year alone is widened so that it is seen."""
    held = library([observation(year, "60") for year in (2017, 2018, 2020)])
    drawing = drawn(
        panel(held, region_year(2016), region_year(2017), region_year(2018), region_year(2020))
    )
    band, middle = traces(drawing, "lines")
    assert band.fill == "toself"
    assert list(band.x) == [2017, 2018, 2018, 2017, None, 2019.75, 2020.25, 2020.25, 2019.75]
    assert list(band.y) == [70, 70, 50, 50, None, 70, 70, 50, 50]
    assert list(middle.x) == [2017, 2018, None, 2019.75, 2020.25]
    assert list(middle.y) == [60, 60, None, 60, 60]
    assert "Lappi 2020: mediaani 60,0, pienin 50,0, suurin 70,0 (21 kuntaa)." in drawing.alt


def test_panels_share_years_and_numbers_unless_each_has_its_own() -> None:
    """The same axes for all; an own scale keeps the years and changes the numbers alone."""
    held = library(
        [
            observation(2019, "10"),
            observation(2020, "20"),
            observation(2021, "900", municipality_code="002"),
        ]
    )
    first = panel(held)
    second = panel(held, series=series_of(held, "toka", "luku"), progresses=())
    shared, own = window_of([first, second]), window_of([first, second], [first])
    assert shared.low < 10
    assert shared.high > 900
    assert (own.first, own.last) == (shared.first, shared.last)
    assert own.high < 30
    assert (shared.begin, shared.end) == (2019, 2021)


def test_median_counts_for_the_scale_and_the_ends_of_the_region_do_not() -> None:
    """A large city does not flatten a small one's line: its band goes on outside the picture."""
    held = library([observation(2020, "60")])
    window = window_of([panel(held, region_year(2020, median="70", high="60000"))])
    assert 70 < window.high < 100


def test_zero_line_is_drawn_where_values_cross_it() -> None:
    """Between loss and gain there is a line; elsewhere zero is not forced into the picture."""
    across = library([observation(2019, "-40"), observation(2020, "3")])
    assert drawn(panel(across)).figure.layout.yaxis.zeroline
    above = library([observation(2019, "60"), observation(2020, "62")])
    layout = drawn(panel(above)).figure.layout
    assert not layout.yaxis.zeroline
    assert layout.yaxis.range[0] > 50


@pytest.mark.parametrize("place", range(4))
def test_each_place_has_its_colour_marker_and_line(place: int) -> None:
    """The looks of the municipality are those that it has everywhere."""
    held = library([observation(2019, "1"), observation(2020, "2", kind="budget")])
    drawing = drawn(panel(held, place=place), dark=True)
    found = line(drawing)
    assert found.line.color == DARK.municipalities[place]
    assert found.line.dash == DASHES[place]
    assert found.marker.symbol == SYMBOLS[place]
    (budget,) = traces(drawing, "markers")
    assert budget.marker.color == DARK.municipalities[place]


@pytest.mark.parametrize(
    ("moment", "year"),
    [("2020", 2020), ("2020-12-31", 2020), ("2027-06", 2026.5), ("2024-01", 2023.08)],
)
def test_moments_stand_at_their_day(moment: str, year: float) -> None:
    """A year stands for its last day, a month and a day where they are in the year."""
    assert year_of(moment) == pytest.approx(year, abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
def test_alt_has_the_numbers_and_axes_the_language(language: str) -> None:
    """First and last value with their years, and decimals as the language writes them."""
    held = library([observation(2019, "61.5"), observation(2020, "62.7")])
    drawing = drawn(panel(held), language)
    point = "." if language == "en" else ","
    for said in (f"61{point}5", "2019", f"62{point}7", "2020", "Eka", "Luku"):
        assert said in drawing.alt
    assert f"61{point}5" in drawing.figure.layout.yaxis.ticktext
    assert f"62{point}7" in line(drawing).customdata[1]


def test_names_and_units_make_no_markup() -> None:
    """Plotly reads tags and entities: none comes through from the data."""
    unit = definition().unit.model_copy(update={"fi": EVIL})
    held = library(
        [observation(2019, "1"), observation(2020, "2", kind="budget")],
        indicator(targets=(by(2030, "75"),)),
        luku=definition(unit=unit),
    )
    drawing = drawn(panel(held, title=EVIL, municipality=EVIL))
    for trace in drawing.figure.data:
        for part in (trace.text, trace.customdata):
            assert all("<" not in text for text in part or ())
    assert EVIL in drawing.alt


def test_every_panel_of_the_libraries_can_be_drawn() -> None:
    """Each series of both libraries gives a figure with its newest year in words."""
    for held in (real(), fictional()):
        for slug in held.dossiers:
            own = progress_of(held, slug, TODAY)
            for name in held.indicators:
                one = Panel(
                    series=series_of(held, slug, name),
                    title=name,
                    municipality=slug,
                    place=0,
                    progresses=tuple(item for item in own if item.indicator.indicator == name),
                    ranges=held.ranges_of.get(name, ()),
                )
                drawing = drawn(one)
                assert name in drawing.alt
                if one.series.values:
                    assert str(one.series.values[-1].year) in drawing.alt
