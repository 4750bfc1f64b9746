"""The charts of a hand-out as SVG: a picture with its message in words, for page and paper."""

from dataclasses import replace

from components.exports.handout.records import Bars, Chart, Lines
from components.exports.svg.bars import bars_picture
from components.exports.svg.canvas import Picture, svg
from components.exports.svg.lines import HEIGHT, lines_picture
from components.exports.text.glyphs import MAY_BREAK, readable
from components.i18n import Catalogue

A4_COLUMN = 482.0
"""17 cm in points: printed so wide, the words are as large as those around them."""


def chart_svg(  # noqa: PLR0913 - two facts of the picture, three of the page that it stands on
    chart: Chart,
    words: Catalogue,
    *,
    name: str,
    width: float = A4_COLUMN,
    height: float = HEIGHT,
    themed: bool = False,
) -> str:
    """The chart as an SVG element that fills the width it is given.

    `name` keeps its ids apart from those of other pictures; `width` in points sets how large the
    words are, and `height` how high the axes of lines are. A `themed` picture takes its colours
    from the variables of the page, which follow light and dark.
    """
    return svg(
        _picture(chart.drawn, words, width, height),
        name=name,
        language=words.language,
        title=chart.title,
        message=chart.alt,
        themed=themed,
    )


def _picture(drawn: Bars | Lines, words: Catalogue, width: float, height: float) -> Picture:
    """The picture, with words that our fonts can set."""
    if isinstance(drawn, Bars):
        categories, names = (tuple(map(_set, texts)) for texts in (drawn.categories, drawn.names))
        return bars_picture(replace(drawn, categories=categories, names=names), words, width)
    lines = tuple(replace(line, name=_set(line.name)) for line in drawn.lines)
    unit, band_name = _set(drawn.unit), _set(drawn.band_name)
    return lines_picture(
        replace(drawn, lines=lines, unit=unit, band_name=band_name), words, width, height
    )


def _set(text: str) -> str:
    """The text in signs of our fonts; pictures break their lines themselves."""
    return readable(text).replace(MAY_BREAK, "")
