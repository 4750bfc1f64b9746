"""Native charts of a presentation: stacked bars and lines by year, editable, numbers inside."""

import io
from datetime import UTC, date, datetime, time

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import ChartData
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.package import Package
from pptx.parts.chart import ChartPart
from pptx.util import Pt
from xlsxwriter import Workbook

from components.charts.identity import LIGHT
from components.exports.handout.records import Bars, Chart
from components.exports.pptx.line_chart import colour_of, lay_out, style_lines
from components.exports.pptx.series import YEAR, year_columns
from components.exports.pptx.shapes import Box, Shapes
from components.exports.text.measure import LOCALES, clean
from components.exports.text.width import width_of
from components.i18n import Catalogue

KIND = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SIZE, GAP = 18, 10
BAR, LEGEND = 46, 60
"""Points of a bar, and of the names of the colours above the bars."""
LANGUAGE_TAGS = tuple(qn(f"a:{name}") for name in ("rPr", "endParaRPr", "defRPr"))
MOST_NAMES = 0.3
"""Of the width, for the names of the bars."""
SHEET = "Sheet1"
"""The name by which a chart of python-pptx refers to its workbook."""


def draw_chart(shapes: Shapes, chart: Chart, box: Box, words: Catalogue, day: str) -> None:
    """Put a chart on a slide with its alternative text."""
    package = shapes.slide.part.package
    if isinstance(chart.drawn, Bars):
        part = _chart_part(XL_CHART_TYPE.BAR_STACKED, _counts(chart.drawn), package, day)
        _style_bars(part.chart, chart.drawn, box)
    else:
        columns = year_columns(chart.drawn, words)
        part = _chart_part(XL_CHART_TYPE.LINE_MARKERS, columns.numbers(), package, day)
        style_lines(part.chart, chart.drawn, columns, box, words)
    _number_axes(part.chart)
    _set_language(part.chart, LOCALES[words.language])
    name = shapes.slide.part.relate_to(part, RT.CHART)
    content = f'<c:chart {nsdecls("c")} r:id="{name}"/>'
    shapes.frame(chart.title, chart.alt, box, KIND, content)


def height_of_bars(bars: Bars) -> float:
    """The points in which bars stand well: neither thick nor far apart."""
    return LEGEND + 1.6 * BAR * len(bars.categories)


def _counts(bars: Bars) -> ChartData:
    numbers = ChartData(number_format="0")
    numbers.categories = [clean(category) for category in bars.categories]
    for place, name in enumerate(bars.names):
        numbers.add_series(clean(name), [row[place] for row in bars.values])
    return numbers


def _style_bars(chart: NativeChart, bars: Bars, box: Box) -> None:
    """A bar for each category; every part tells its count, and its name where that fits."""
    chart.font.size = Pt(SIZE)
    chart.font.color.rgb = colour_of(LIGHT.ink)
    chart.has_title = False
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    names = SIZE * max(map(width_of, bars.categories), default=0) + GAP
    left = min(names, MOST_NAMES * box.width)
    plot = Box(left, LEGEND, box.width - left - 1, box.height - LEGEND)
    lay_out(chart, plot, box)
    most = max(1, *map(sum, bars.values))
    native = chart.plots[0]
    native.overlap = 100
    pitch = plot.height / max(1, len(bars.categories))
    native.gap_width = round(min(500, max(25, 100 * (pitch / BAR - 1))))
    parts = chart.element.iter(qn("c:ser"))
    for number, (series, part) in enumerate(zip(native.series, parts, strict=True)):
        unknown = bars.keys[number] == "unknown"
        _paint(series.format.fill, bars.keys[number])
        series.format.line.color.rgb = colour_of(LIGHT.soft if unknown else LIGHT.paper)
        series.format.line.width = Pt(1)
        room = [plot.width * row[number] / most for row in bars.values]
        label = _labels(bars, number, room, LIGHT.ink if unknown else LIGHT.paper)
        part.find(qn("c:cat")).addprevious(parse_xml(label))
    categories, values = chart.category_axis, chart.value_axis
    categories.reverse_order = True
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.fill.background()
    values.has_major_gridlines = False
    values.visible = False
    values.minimum_scale, values.maximum_scale = 0, most


def _labels(bars: Bars, number: int, room: list[float], colour: str) -> str:
    """The labels of a series; nought has none, as it has no bar."""
    text = (
        f'<c:numFmt formatCode="0;;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
        f'</a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{100 * SIZE}" b="1"><a:solidFill><a:srgbClr val="{colour[1:]}"/>'
        f'</a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr><c:dLblPos val="ctr"/>'
        f'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    )
    end = '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    named = "".join(
        f'<c:dLbl><c:idx val="{place}"/>{text}<c:showSerName val="1"/>{end}'
        f"<c:separator> </c:separator></c:dLbl>"
        for place, row in enumerate(bars.values)
        if row[number] and _label_width(bars.names[number], row[number]) <= room[place]
    )
    return f'<c:dLbls {nsdecls("c", "a")}>{named}{text}<c:showSerName val="0"/>{end}</c:dLbls>'


def _label_width(name: str, count: int) -> float:
    return SIZE * width_of(f"{name} {count}", bold=True) + GAP


def _paint(fill: FillFormat, key: str) -> None:
    """The colour of a state; *unknown* is hatched, a state of its own."""
    if key == "unknown":
        fill.patterned()
        fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb = colour_of(LIGHT.line)
        fill.back_color.rgb = colour_of(LIGHT.paper)
    else:
        fill.solid()
        fill.fore_color.rgb = colour_of(LIGHT.states[key])


def _number_axes(chart: NativeChart) -> None:
    """Give the axes numbers that the format allows; python-pptx has negative ones for bars."""
    for kind in ("c:axId", "c:crossAx"):
        for axis in chart.element.iter(qn(kind)):
            axis.set("val", axis.get("val").lstrip("-"))


def _set_language(chart: NativeChart, language: str) -> None:
    """Tell the language of all text of a chart, and of what is typed into it later."""
    space = chart.element
    for element in space.iter(*LANGUAGE_TAGS):
        element.set("lang", language)
    space.find(qn("c:date1904")).addnext(parse_xml(f'<c:lang {nsdecls("c")} val="{language}"/>'))


def _chart_part(kind: XL_CHART_TYPE, numbers: ChartData, package: Package, day: str) -> ChartPart:
    """A chart with its workbook; that of python-pptx would tell when it was written."""
    part: ChartPart = ChartPart.new(kind, numbers, package)
    part.chart_workbook.update_from_xlsx_blob(_workbook(numbers, datetime.fromisoformat(day)))
    return part


def _workbook(numbers: ChartData, day: datetime) -> bytes:
    """Categories down, series across; what is not known is left empty."""
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"author": "Strategiapeili", "created": day.replace(tzinfo=UTC)})
    shapes = book.add_worksheet(SHEET)
    year = book.add_format({"num_format": YEAR})
    for row, category in enumerate(numbers.categories, start=1):
        if isinstance(category.label, date):
            shapes.write_datetime(row, 0, datetime.combine(category.label, time()), year)
        else:
            shapes.write_string(row, 0, category.label)
    for column, series in enumerate(numbers, start=1):
        shapes.write_string(0, column, series.name)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                shapes.write_number(row, column, value)
    book.close()
    return stream.getvalue()
