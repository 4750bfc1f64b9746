"""How a native line chart looks: a colour, marker and dash for each, its name at its end."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from pptx.chart.chart import Chart as NativeChart
from pptx.chart.series import LineSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_AXIS_CROSSES, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.util import Pt

from components.charts.identity import DASHES, LIGHT, SYMBOLS
from components.charts.ticks import year_ticks
from components.exports.handout.records import Lines
from components.exports.pptx.series import Column, Columns, pattern_of
from components.exports.pptx.shapes import Box
from components.exports.text.measure import (
    LOCALES,
    PITCH,
    Paragraph,
    Run,
    lines_of,
    paragraphs_xml,
)
from components.exports.text.width import width_of
from components.i18n import Catalogue

MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "square": XL_MARKER_STYLE.SQUARE,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
}
STROKES = {
    "solid": MSO_LINE_DASH_STYLE.SOLID,
    "dash": MSO_LINE_DASH_STYLE.DASH,
    "dot": MSO_LINE_DASH_STYLE.ROUND_DOT,
    "dashdot": MSO_LINE_DASH_STYLE.DASH_DOT,
}
SIZE, GAP, YEARS = 18, 10, 42
"""Points of the type, between words and picture, and of the years below.

LibreOffice leaves the years out where they have less room than it wants: 32 points are too few
in the face that it takes where Calibri is not installed.
"""
EDGES = '<c:xMode val="edge"/><c:yMode val="edge"/>'
LEAST_PLOT = 0.35
"""Of the width, left for the lines beside their names."""


def style_lines(
    chart: NativeChart, picture: Lines, columns: Columns, box: Box, words: Catalogue
) -> None:
    """Give the lines their looks, the axes round numbers, each line its name at its end."""
    chart.font.size = Pt(SIZE)
    chart.font.color.rgb = colour_of(LIGHT.soft)
    chart.has_legend = False
    head = _head(picture, columns, words)
    plot = _plot(columns, lines_of(head, box.width), box, words)
    looks = looks_of([line.place for line in picture.lines])
    moved = _moved(columns, plot)
    native = zip(chart.plots[0].series, chart.element.iter(qn("c:ser")), strict=True)
    for number, (series, element) in enumerate(native):
        column = columns.columns[number]
        _style(series, column, looks)
        if number in moved:
            colour = LIGHT.municipalities[looks[column.place]]
            _tell(element, column, columns, moved[number] / box.height, colour)
    _style_axes(chart, columns, plot)
    _entitle(chart, head, plot, box)


def _plot(columns: Columns, head: int, box: Box, words: Catalogue) -> Box:
    """Where the lines are: below the heading, between the scale and the names at their ends."""
    scale = columns.scale
    told = [words.number(tick, scale.decimals) for tick in scale.ticks]
    left = SIZE * max(map(width_of, told)) + GAP
    ends = [
        f"{column.name} {words.number(column.values[column.last], columns.decimals)}"
        for column in columns.columns
        if column.told
    ]
    wanted = SIZE * max((width_of(end, bold=True) for end in ends), default=0) + 2 * GAP
    right = min(wanted, (1 - LEAST_PLOT) * box.width - left)
    top = head * SIZE * PITCH + SIZE
    return Box(left, top, box.width - left - right, box.height - top - YEARS)


def _moved(columns: Columns, plot: Box) -> dict[int, float]:
    """How far the names at the ends of lines, by the numbers of these, give way to each other."""
    scale = columns.scale
    tops = {
        number: plot.height
        * (scale.high - float(column.values[column.last]))
        / (scale.high - scale.low)
        for number, column in enumerate(columns.columns)
        if column.told
    }
    order = sorted(tops, key=tops.__getitem__)
    apart = spread([tops[number] for number in order], SIZE * PITCH)
    return {number: top - tops[number] for number, top in zip(order, apart, strict=True)}


def spread(tops: Sequence[float], apart: float) -> list[float]:
    """The ascending heights, at least so far apart; what must give way does so to both sides."""
    groups: list[list[float]] = []
    for number, top in enumerate(tops):
        groups.append([top - number * apart])
        while len(groups) > 1 and fmean(groups[-2]) > fmean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    middles = [fmean(group) for group in groups for _ in group]
    return [middle + number * apart for number, middle in enumerate(middles)]


def looks_of(places: Sequence[int]) -> dict[int | None, int]:
    """The number of the look of each place: its own, or a free one where there are more places."""
    free = [number for number in range(len(SYMBOLS)) if number not in places]
    return {
        place: place if place < len(SYMBOLS) else free.pop(0) for place in dict.fromkeys(places)
    }


def _head(picture: Lines, columns: Columns, words: Catalogue) -> Paragraph:
    """The unit, the years in which a series breaks, and what the lines without a name are."""
    first, last = columns.years[0], columns.years[-1]
    breaks = [year for year in picture.breaks if first < year <= last]
    parts = [
        picture.unit,
        *(words("chart_indicator.break_label", year=year) for year in breaks),
        *[
            words("presentation.grey_lines", name=picture.band_name)
            for column in columns.columns[-1:]
            if column.place is None
        ],
    ]
    language = LOCALES[words.language]
    return Paragraph((Run(" · ".join(parts), language, colour="tx2"),), SIZE)


def _style(series: LineSeries, column: Column, looks: Mapping[int | None, int]) -> None:
    line, marker = series.format.line, series.marker
    series.smooth = False
    if column.place is None:
        line.color.rgb, line.width = colour_of(LIGHT.soft), Pt(1)
        marker.style = XL_MARKER_STYLE.NONE
        return
    look = looks[column.place]
    colour = colour_of(LIGHT.municipalities[look])
    line.color.rgb, line.width = colour, Pt(2.75)
    line.dash_style = STROKES[DASHES[look]]
    marker.style, marker.size = MARKERS[SYMBOLS[look]], 8
    marker.format.line.color.rgb = colour
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour


def _tell(
    series: BaseOxmlElement, column: Column, columns: Columns, moved: float, colour: str
) -> None:
    """Write the name and the latest value at the end of a line; both follow the workbook."""
    flags = (
        '<c:showLegendKey val="0"/><c:showVal val="{0}"/><c:showCatName val="0"/>'
        '<c:showSerName val="{0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    labels = parse_xml(
        f'<c:dLbls {nsdecls("c", "a")}><c:dLbl><c:idx val="{columns.years.index(column.last)}"/>'
        f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{moved:.4f}"/></c:manualLayout>'
        f'</c:layout><c:numFmt formatCode="{pattern_of(columns.decimals)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr>"
        f'<a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{100 * SIZE}" b="1">'
        f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill></a:defRPr></a:pPr>'
        f'<a:endParaRPr/></a:p></c:txPr><c:dLblPos val="r"/>{flags.format(1)}'
        f"<c:separator> </c:separator></c:dLbl>{flags.format(0)}</c:dLbls>"
    )
    series.find(qn("c:cat")).addprevious(labels)


def _style_axes(chart: NativeChart, columns: Columns, plot: Box) -> None:
    values, years, scale = chart.value_axis, chart.category_axis, columns.scale
    values.minimum_scale, values.maximum_scale = scale.low, scale.high
    values.major_unit = scale.step
    values.tick_labels.number_format = pattern_of(scale.decimals)
    values.tick_labels.number_format_is_linked = False
    values.major_gridlines.format.line.color.rgb = colour_of(LIGHT.line)
    values.format.line.fill.background()
    values.crosses = XL_AXIS_CROSSES.MINIMUM
    values.major_tick_mark = years.major_tick_mark = XL_TICK_MARK.NONE
    years.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    years.format.line.color.rgb = colour_of(LIGHT.soft)
    most = max(2, int(plot.width / (SIZE * width_of("0000000"))))
    shown = year_ticks(columns.years[0], columns.years[-1], most)
    step = shown[1] - shown[0] if len(shown) > 1 else len(columns.years)
    years.tick_labels.font.size = Pt(SIZE)
    unit = next(chart.element.iter(qn("c:baseTimeUnit")))
    unit.set("val", "years")
    for name, value in (("majorTimeUnit", "years"), ("majorUnit", step)):
        unit.addnext(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))


def _entitle(chart: NativeChart, head: Paragraph, plot: Box, box: Box) -> None:
    """Put the unit above the scale, and the plot where there is room for what stands around it."""
    space = chart.element.find(qn("c:chart"))
    for old in space.findall(qn("c:title")) + space.findall(qn("c:autoTitleDeleted")):
        space.remove(old)
    title = parse_xml(
        f"<c:title {nsdecls('c', 'a')}><c:tx><c:rich><a:bodyPr/><a:lstStyle/>"
        f"{paragraphs_xml([head])}</c:rich></c:tx><c:layout><c:manualLayout>{EDGES}"
        f'<c:x val="0"/><c:y val="0"/></c:manualLayout></c:layout><c:overlay val="0"/></c:title>'
    )
    space.insert(0, parse_xml(f'<c:autoTitleDeleted {nsdecls("c")} val="0"/>'))
    space.insert(0, title)
    lay_out(chart, plot, box)


def lay_out(chart: NativeChart, plot: Box, box: Box) -> None:
    """Put what is drawn at its place in the frame; numbers and names stand around it."""
    place = "".join(
        f'<c:{name} val="{value:.4f}"/>'
        for name, value in (
            ("x", plot.left / box.width),
            ("y", plot.top / box.height),
            ("w", plot.width / box.width),
            ("h", plot.height / box.height),
        )
    )
    area = next(chart.element.iter(qn("c:plotArea")))
    layout = f'<c:layoutTarget val="inner"/>{EDGES}{place}'
    area.insert(
        0,
        parse_xml(
            f"<c:layout {nsdecls('c')}><c:manualLayout>{layout}</c:manualLayout></c:layout>"
        ),
    )


def colour_of(text: str) -> RGBColor:
    """A colour as python-pptx takes it."""
    colour: RGBColor = RGBColor.from_string(text[1:].upper())
    return colour
