"""Small multiples of an indicator: a panel a municipality, its region behind, its target ahead."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from components.charts.drawing import Drawing, look
from components.charts.identity import Palette
from components.charts.indicator_traces import (
    breaks_traces,
    line_traces,
    paths_traces,
    planned_traces,
    region_traces,
)
from components.charts.panel import Panel, Window
from components.charts.ticks import number_ticks, tick_decimals, year_ticks
from components.i18n import Catalogue
from components.phrases.indicators import panel_in_words

HEIGHT = 270
MOST_YEARS, MOST_NUMBERS = 6, 4


def panel_chart(panel: Panel, window: Window, words: Catalogue, colours: Palette) -> Drawing:
    """The series as a line that stops at gaps and breaks, its latest value told beside it."""
    traces = [
        *region_traces(panel, window, colours),
        *breaks_traces(panel, window, words, colours),
        *paths_traces(panel, words, colours),
        *line_traces(panel, window, words, colours),
        *planned_traces(panel, words, colours),
    ]
    figure = go.Figure(data=traces, layout=_layout(window, words, colours))
    sentence = panel_in_words(
        panel.series, panel.municipality, panel.progresses, panel.ranges, words
    )
    return Drawing(figure, f"{words('chart_indicator.panel', title=panel.title)} {sentence}")


def _layout(window: Window, words: Catalogue, colours: Palette) -> dict[str, Any]:
    base: dict[str, Any] = look(colours, HEIGHT)
    numbers = number_ticks(window.low, window.high, MOST_NUMBERS)
    decimals = tick_decimals(numbers)
    years = year_ticks(window.begin, max(window.begin, window.end), MOST_YEARS)
    crosses = window.low < 0 < window.high
    return base | {
        "template": {},
        "margin": {"l": 4, "r": 16, "t": 8, "b": 4},
        "xaxis": base["xaxis"]
        | {
            "range": [window.first, window.last],
            "tickvals": years,
            "ticktext": [str(year) for year in years],
            "showgrid": False,
            "showline": True,
        },
        "yaxis": base["yaxis"]
        | {
            "range": [window.low, window.high],
            "tickvals": numbers,
            "ticktext": [words.number(number, decimals) for number in numbers],
            "showgrid": True,
            "zeroline": crosses,
            "zerolinecolor": colours.soft,
        },
    }
