"""Native charts: the numbers are those of the hand-out, and what is unknown stays empty."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from components.charts.identity import LIGHT
from components.exports.handout.records import Bars, Chart, Handout, Line, Lines, Section, Table
from components.exports.pptx.line_chart import looks_of, spread
from components.exports.pptx.presentation import pptx_bytes
from components.exports.pptx.series import year_columns
from components.exports.slides.slide import Slide
from components.exports.slides.slides import slides
from components.i18n import LANGUAGES, catalogue
from tests.exports.making import of_cities
from tests.exports.presentations import (
    OF,
    categories_of,
    handout_of,
    made_of,
    opened,
    shapes_of,
    tag,
)

WORDS = catalogue("fi")
TABLE = Table("Luku, %", ("Vuosi", "Kemi"), (("2020", "1"),), (1,))
EVERY = [pytest.param(name, language) for name in OF for language in LANGUAGES]


def _charts(blob: bytes, wanted: list[Slide]) -> list[tuple[Chart, Any]]:
    """Each chart of the hand-out with the native one of its slide."""
    return [
        (slide.chart, shape.chart)
        for slide, native in zip(wanted, opened(blob).slides, strict=True)
        for shape in shapes_of(native)
        if shape.has_chart and slide.chart
    ]


def _book(native: Any) -> dict[str, list[Any]]:  # noqa: ANN401 - a chart of python-pptx
    """The workbook inside a chart: the categories, then each series by its name."""
    shapes = load_workbook(io.BytesIO(native.part.chart_workbook.xlsx_part.blob)).active
    assert shapes is not None
    columns = [[cell.value for cell in column] for column in shapes.iter_cols()]
    return {str(column[0]): column[1:] for column in columns}


def _xml(native: Any) -> ET.Element:  # noqa: ANN401 - the same
    return ET.fromstring(native.part.blob)  # noqa: S314 - our own file


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_numbers_are_those_of_the_hand_out(name: str, language: str) -> None:
    """Every value stands in the chart and in its workbook under its name and year; no other."""
    words = catalogue(language)
    charts = _charts(made_of(name, language), slides(handout_of(name, language), words))
    assert charts
    for chart, native in charts:
        found = {series.name: list(series.values) for series in native.plots[0].series}
        years = categories_of(native)
        if isinstance(chart.drawn, Bars):
            assert tuple(years) == chart.drawn.categories
            assert list(found) == list(chart.drawn.names)
            assert list(zip(*found.values(), strict=True)) == list(chart.drawn.values)
        else:
            _assert_lines(chart.drawn, years, native)
        book = _book(native)
        places = [str(cell.year) if isinstance(cell, date) else cell for cell in book.pop("None")]
        assert places == years
        assert list(book.values()) == list(found.values())
        assert _xml(native).find(f".//{tag('c:dispBlanksAs')}").get("val") == "gap"  # type: ignore[union-attr] # None fails too


def _assert_lines(drawn: Lines, years: list[str], native: Any) -> None:  # noqa: ANN401 - the same
    own = {line.name for line in drawn.lines}
    values = [
        (series.name, int(year), value)
        for series in native.plots[0].series
        if series.name in own
        for year, value in zip(years, series.values, strict=True)
        if value is not None
    ]
    assert sorted(values) == sorted(
        (line.name, year, float(value))
        for line in drawn.lines
        for run in line.runs
        for year, value in run
    )
    assert [int(after) - int(before) for before, after in pairwise(years)] == [1] * (
        len(years) - 1
    )


def _lines(*runs: tuple[tuple[int, int], ...], **parts: Any) -> Lines:  # noqa: ANN401 - any field
    made = tuple(tuple((year, Decimal(value)) for year, value in run) for run in runs)
    return Lines((Line("Kemi", 0, made),), "%", 1, **parts)


def test_a_gap_is_empty_and_a_break_starts_a_series() -> None:
    """Years without a value have none; runs that meet without a gap are not joined."""
    columns = year_columns(_lines(((2015, 1), (2016, 2)), ((2019, 3),)), WORDS)
    assert [dict(column.values) for column in columns.columns] == [{2015: 1, 2016: 2, 2019: 3}]
    assert columns.years == (2015, 2016, 2017, 2018, 2019)
    broken = year_columns(_lines(((2015, 1), (2016, 2)), ((2017, 3), (2018, 4))), WORDS)
    assert [dict(column.values) for column in broken.columns] == [
        {2015: 1, 2016: 2},
        {2017: 3, 2018: 4},
    ]
    assert [column.told for column in broken.columns] == [False, True]


def _drawn(drawn: Bars | Lines) -> Any:  # noqa: ANN401 - a chart of python-pptx
    """A native chart of its own."""
    chart = Chart("Luku", "Luku: kuvattu.", drawn, TABLE)
    section = Section("luku", "indicators", "Luku", charts=(chart,), notes=("Luvut: Tilasto.",))
    cities = of_cities()
    whole = Handout(
        "fi", "O", "K", ("Kemi",), (0,), ("kemi",), "a", cities.day, cities.iso_day, (section,)
    )
    ((_, native),) = _charts(pptx_bytes(whole, WORDS), slides(whole, WORDS))
    return native


def test_a_break_is_told_above_the_lines() -> None:
    """The heading of the chart names the unit and the year of the break."""
    native = _drawn(_lines(((2015, 1), (2016, 2)), ((2017, 3),), breaks=(2017, 1999)))
    assert native.chart_title.text_frame.text == "% · katkos 2017"


def test_each_municipality_has_its_colour_marker_and_line() -> None:
    """Of two lines that meet, neither colour alone nor place alone tells which is whose."""
    lines = tuple(
        Line(name, place, (((2020, Decimal(1)), (2021, Decimal(2))),))
        for place, name in enumerate(["Kemi", "Kemijärvi", "Tornio", "Kolari"])
    )
    native = _drawn(Lines(lines, "%", 1))
    series = list(native.plots[0].series)
    assert [f"#{each.format.line.color.rgb}".lower() for each in series] == list(
        LIGHT.municipalities
    )
    assert len({each.marker.style for each in series}) == 4
    assert len({each.format.line.dash_style for each in series}) == 4
    labels = list(_xml(native).iter(tag("c:dLbl")))
    assert len(labels) == 4
    for label in labels:
        assert label.find(tag("c:showSerName")).get("val") == "1"  # type: ignore[union-attr] # None fails too
        assert label.find(tag("c:idx")).get("val") == "1"  # type: ignore[union-attr] # the same


def test_more_places_than_looks_share_none() -> None:
    """A municipality of the fifth place has a look that no other in the picture has."""
    assert looks_of([0, 1, 2, 3]) == {0: 0, 1: 1, 2: 2, 3: 3}
    assert looks_of([4, 0, 9]) == {4: 1, 0: 0, 9: 2}


def test_names_at_the_ends_give_way_to_each_other() -> None:
    """Names that would overlap move apart around their middle; the others stay."""
    assert spread([0, 100], 20) == [0, 100]
    assert spread([50, 50], 20) == [40, 60]
    assert spread([50, 50, 50], 20) == [30, 50, 70]
    assert spread([0, 5, 100], 20) == [-7.5, 12.5, 100]
    assert spread([], 20) == []


def test_the_range_of_the_region_is_shown_where_it_helps() -> None:
    """Its lowest and highest stand behind the lines, unless they would flatten these."""
    near = _lines(((2020, 10), (2021, 20)), band=((2020, Decimal(5), Decimal(25)),), band_name="L")
    far = _lines(((2020, 10), (2021, 11)), band=((2020, Decimal(0), Decimal(99)),), band_name="L")
    assert [column.name for column in year_columns(near, WORDS).columns] == [
        "Kemi",
        "L, pienin",
        "L, suurin",
    ]
    assert [column.name for column in year_columns(far, WORDS).columns] == ["Kemi"]
    assert _drawn(near).chart_title.text_frame.text == "% · harmaat viivat: L"


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ((54.9, 62.8), 54, 64),
        ((6200, 6310), 6150, 6350),
        ((0, 3), 0, 4),
        ((-362, 0), -400, 100),
        ((5, 5), 4.6, 5.4),
    ],
)
def test_the_scale_is_round_and_holds_the_values(
    values: tuple[float, float], low: float, high: float
) -> None:
    """The axis begins and ends at round numbers around the values."""
    run = tuple((2020 + number, Decimal(str(value))) for number, value in enumerate(values))
    scale = year_columns(Lines((Line("Kemi", 0, (run,)),), "%", 1), WORDS).scale
    assert scale.low <= min(values)
    assert scale.high >= max(values)
    assert (scale.low, scale.high) == pytest.approx((low, high))
    assert scale.ticks[0] == scale.low
    assert scale.ticks[-1] == pytest.approx(scale.high)


def test_states_are_stacked_and_unknown_is_hatched() -> None:
    """A part is named where its name fits; nought has no label; *ei tietoa* has a pattern."""
    bars = Bars(
        ("Kemi", "Tornio"), ("toteutunut", "ei tietoa"), ("done", "unknown"), ((9, 1), (0, 3))
    )
    native = _drawn(bars)
    xml = _xml(native)
    assert [each.get("val") for each in xml.iter(tag("c:grouping"))] == ["stacked"]
    first, second = xml.iter(tag("c:ser"))
    assert first.find(f"{tag('c:spPr')}/{tag('a:solidFill')}") is not None
    assert second.find(f"{tag('c:spPr')}/{tag('a:pattFill')}") is not None
    named = [
        [label.find(tag("c:idx")).get("val") for label in series.iter(tag("c:dLbl"))]  # type: ignore[union-attr] # None fails too
        for series in (first, second)
    ]
    assert named == [["0"], ["1"]]
    formats = {each.get("formatCode") for each in xml.iter(tag("c:numFmt"))}
    assert "0;;;" in formats


def test_years_are_told_at_even_steps() -> None:
    """An axis of days by years: it may skip some, and each it tells stands below its values."""
    native = _drawn(_lines(((2001, 1), (2026, 2))))
    axis = native.element.find(f".//{tag('c:dateAx')}")
    told = {
        name: axis.find(tag(f"c:{name}")).get("val")
        for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit")
    }
    assert told == {"baseTimeUnit": "years", "majorUnit": "5", "majorTimeUnit": "years"}
    assert native.category_axis.tick_labels.number_format == "yyyy"
    assert categories_of(native)[0] == "2001"
    assert categories_of(native)[-1] == "2026"
