"""The charts of the slides: the static ones of all hand-outs, in the colours of the deck."""

from functools import lru_cache

from markupsafe import Markup

from components.exports.handout.records import Bars, Chart
from components.exports.slides.slides import Slide
from components.exports.svg.chart import chart_svg
from components.i18n import Catalogue, catalogue

WHOLE, BESIDE = 480.0, 294.0
"""How wide a chart is in points, alone and beside our lines: its words get as large as others."""
LOW = 118.0
"""The height of the axes: with what stands above and below them they fill the slide."""
FEW, FEW_SHARE = 4, 0.75
"""So few bars are drawn larger, on a part of the width."""


def picture(slide: Slide, name: str, words: Catalogue) -> Markup | None:
    """The picture of a slide that has one; its ids begin with the name."""
    if slide.chart is None:
        return None
    width = BESIDE if slide.points else WHOLE
    if isinstance(slide.chart.drawn, Bars) and len(slide.chart.drawn.categories) <= FEW:
        width *= FEW_SHARE
    return Markup(_drawn(slide.chart, name, words.language, width))  # noqa: S704 - escaped there


@lru_cache(maxsize=512)
def _drawn(chart: Chart, name: str, language: str, width: float) -> str:
    """The drawing, kept: a deck is put together anew at every choice, its charts are not."""
    return chart_svg(chart, catalogue(language), name=name, width=width, height=LOW, themed=True)
