"""The whole data of some municipalities as a workbook: numbers are numbers, text stays text."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from components.charts.identity import LIGHT
from components.exports.handout.builder import HandoutBuilder, Selection
from components.exports.handout.outline import handout
from components.exports.handout.records import Bars, Chart, Handout
from components.exports.text.glyphs import fit
from components.exports.xlsx.book import Book, height_of
from components.exports.xlsx.cells import Sheet
from components.exports.xlsx.figure_sheets import (
    funding_sheet,
    indicators_sheet,
    observations_sheet,
    projects_sheet,
)
from components.exports.xlsx.text_sheets import (
    gaps_sheet,
    pairs_sheet,
    sentences_sheet,
    sources_sheet,
)
from components.i18n import Catalogue
from components.model import Library

LABEL, VALUE, STATE = 30, 90, 16
"""Widths of columns, in signs."""
BAR, AROUND, CHART_WIDTH = 34, 150, 940
"""Pixels: a bar of the chart with its gap, what stands around the bars, and the whole."""
UNKNOWN = "unknown"


def xlsx_bytes(library: Library, selection: Selection, words: Catalogue) -> bytes:
    """The workbook of the municipalities that are wished for, in the language of the words."""
    whole = handout(library, selection, words)
    tables = sheets(HandoutBuilder(library, selection, words))
    states = _states(whole)
    keys = [sheet.key for sheet in tables]
    if states:
        keys.insert(keys.index("projects") + 1, "states")
    book = Book(whole, words)
    _add_about(book, keys)
    for sheet in tables:
        book.add_table(sheet)
        if states and sheet.key == "projects":
            _add_states(book, *states)
    return book.finished()


def _states(whole: Handout) -> tuple[Chart, Bars] | None:
    """The chart of projects by state, where there are projects."""
    for section in whole.sections:
        for chart in section.charts:
            if isinstance(chart.drawn, Bars):
                return chart, chart.drawn
    return None


def _add_about(book: Book, keys: Sequence[str]) -> None:
    """The first sheet: what, whom, from which data and when, how to read it."""
    words, whole = book.words, book.whole
    page = book.page("about", landscape=False)
    page.set_column(0, 0, LABEL)
    page.set_column(1, 1, VALUE)
    page.write_string(0, 0, whole.title, book.look("title"))
    rows = (
        ("what", whole.description),
        ("whom", words.names(whole.names)),
        ("data", book.made_from),
        ("quotes", words("workbook.quotes")),
        ("unknown", words("workbook.unknown")),
        ("counts", words("handout.projects_note")),
        ("rights", words("workbook.rights")),
    )
    for number, (key, text) in enumerate(rows, start=2):
        page.write_string(number, 0, words(f"workbook.about_{key}"), book.look("label"))
        page.write_string(number, 1, text, book.look("text"))
        page.set_row(number, height_of((text,), (VALUE,)))
    first = len(rows) + 3
    page.write_string(first, 0, words("workbook.about_sheets"), book.look("label"))
    for number, key in enumerate(keys, start=first):
        name = book.name_of(key)
        page.write_url(number, 1, f"internal:'{name}'!A1", book.look("link"), name)


def _add_states(book: Book, chart: Chart, bars: Bars) -> None:
    """The projects by state, as numbers and as a chart that is drawn from them."""
    page = book.page("states")
    page.set_column(0, 0, LABEL)
    page.set_column(1, len(bars.keys), STATE)
    page.set_row(0, height_of(chart.table.columns, [STATE] * len(chart.table.columns)))
    for place, head in enumerate(chart.table.columns):
        book.head(page, place, head, "number" if place else "text")
    for number, (name, values) in enumerate(
        zip(bars.categories, bars.values, strict=True), start=1
    ):
        page.write_string(number, 0, name, book.look("text"))
        for place, value in enumerate(values, start=1):
            page.write_number(number, place, value, book.look("number"))
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    _draw(book, page, chart, bars)


def _draw(book: Book, page: Worksheet, chart: Chart, bars: Bars) -> None:
    """Stacked bars from the top down, each amount told; *unknown* is hatched."""
    drawn = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    name, last = book.name_of("states"), len(bars.categories)
    for place, key in enumerate(bars.keys, start=1):
        unknown = key == UNKNOWN
        hatch = {
            "pattern": "wide_upward_diagonal",
            "fg_color": LIGHT.line,
            "bg_color": LIGHT.paper,
        }
        fill = {"pattern": hatch} if unknown else {"fill": {"color": LIGHT.states[key]}}
        drawn.add_series(
            {
                "name": [name, 0, place],
                "categories": [name, 1, 0, last, 0],
                "values": [name, 1, place, last, place],
                "border": {"color": LIGHT.soft if unknown else LIGHT.paper},
                "gap": 40,
                "data_labels": {
                    "value": True,
                    "num_format": "0;;;",
                    "font": {"bold": True, "color": LIGHT.ink if unknown else LIGHT.paper},
                },
            }
            | fill
        )
    words_of = {"color": LIGHT.ink, "size": 11}
    drawn.set_title(
        {
            "name": fit(chart.title),
            "name_font": words_of | {"bold": True, "size": 14},
            "overlay": False,
        }
    )
    drawn.set_y_axis({"reverse": True, "num_font": words_of, "line": {"color": LIGHT.soft}})
    drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    drawn.set_legend({"position": "bottom", "font": words_of})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_size({"width": CHART_WIDTH, "height": AROUND + BAR * last})
    page.insert_chart(last + 2, 0, drawn, {"description": fit(chart.alt), "object_position": 1})


def sheets(builder: HandoutBuilder) -> list[Sheet]:
    """Every sheet that has rows, in the order of the workbook."""
    every = (
        sentences_sheet(builder),
        pairs_sheet(builder),
        projects_sheet(builder),
        funding_sheet(builder),
        indicators_sheet(builder),
        observations_sheet(builder),
        gaps_sheet(builder),
        sources_sheet(builder),
    )
    return [sheet for sheet in every if sheet.rows]
