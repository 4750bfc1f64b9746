"""The charts of a hand-out as SVG: a picture with its message in words, for page and paper."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from threading import Lock

from matplotlib import rc_context
from matplotlib.figure import Figure

from components.exports.handout.records import Bars, Chart, Lines
from components.exports.svg.bars import bars_figure
from components.exports.svg.element import svg_element
from components.exports.svg.lines import HEIGHT, lines_figure
from components.exports.svg.paper import drawable
from components.i18n import Catalogue

A4_COLUMN = 482.0
"""17 cm in points: printed so wide, the words are as large as those around them."""
DRAWING = Lock()
"""All threads share the settings of the writer."""


def chart_svg(  # noqa: PLR0913 - two facts of the picture, three of the page that it stands on
    chart: Chart,
    words: Catalogue,
    *,
    name: str,
    width: float = A4_COLUMN,
    height: float = HEIGHT,
    outlines: bool = False,
    themed: bool = False,
) -> str:
    """The chart as an SVG element that fills the width it is given.

    `name` keeps its ids apart from those of other pictures; `width` in points sets how large the
    words are, and `height` how high the axes of lines are. With `outlines` the letters are drawn,
    for a reader without our fonts; a `themed` picture takes its colours from the variables of the
    page, which follow light and dark.
    """
    written = StringIO()
    letters = "path" if outlines else "none"
    with DRAWING, rc_context({"svg.fonttype": letters, "svg.hashsalt": name}):
        figure = _figure(chart.drawn, words, width, height)
        figure.savefig(written, format="svg", metadata={"Date": None})
    return svg_element(
        written.getvalue(),
        name=name,
        language=words.language,
        title=chart.title,
        message=chart.alt,
        themed=themed,
    )


def _figure(drawn: Bars | Lines, words: Catalogue, width: float, height: float) -> Figure:
    """The picture, with words that our fonts can set."""
    if isinstance(drawn, Bars):
        categories, names = (
            tuple(map(drawable, texts)) for texts in (drawn.categories, drawn.names)
        )
        return bars_figure(replace(drawn, categories=categories, names=names), words, width)
    lines = tuple(replace(line, name=drawable(line.name)) for line in drawn.lines)
    unit, band_name = drawable(drawn.unit), drawable(drawn.band_name)
    told = replace(drawn, lines=lines, unit=unit, band_name=band_name)
    return lines_figure(told, words, width, height)
