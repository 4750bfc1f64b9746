"""How many indicators stand how: a stacked bar a municipality, counts alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from components.analysis.indicators.indicator_groups import GROUPS, Group
from components.charts.drawing import TEXT_SIZE, Drawing, look, plain
from components.charts.identity import Palette
from components.i18n import Catalogue
from components.phrases.indicators import groups_in_words

LABEL, BAR, GAP = 26, 26, 16
ROW = LABEL + BAR + GAP
EDGE = 1.004
"""The axis as a multiple of the longest bar, so that its edge is seen."""


def group_bars(
    counts: Mapping[str, Mapping[Group, int]],
    names: Mapping[str, str],
    words: Catalogue,
    colours: Palette,
) -> Drawing:
    """Indicators by group; where nothing can be said the bar is dotted, hatched or empty."""
    slugs = list(counts)
    rows = max(len(slugs), 1)
    labels = [
        words.count("chart_indicator.count", sum(counts[slug].values()), name=names[slug])
        for slug in slugs
    ]
    traces: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "x": [0] * len(slugs),
            "y": [number * ROW + LABEL / 2 for number in range(len(slugs))],
            "mode": "text",
            "text": [plain(label) for label in labels],
            "textposition": "middle right",
            "textfont": {"size": TEXT_SIZE, "color": colours.ink},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]
    traces += [
        _bar(group, [counts[slug].get(group, 0) for slug in slugs], words, colours)
        for group in GROUPS
        if any(counts[slug].get(group) for slug in slugs)
    ]
    figure = go.Figure(
        data=traces,
        layout={
            **look(colours, ROW * rows + 8),
            "template": {},
            "barmode": "stack",
            "margin": {"l": 8, "r": 8, "t": 0, "b": 0},
            "xaxis": {
                "visible": False,
                "fixedrange": True,
                "range": [0, EDGE * max([1, *(sum(own.values()) for own in counts.values())])],
            },
            "yaxis": {"visible": False, "fixedrange": True, "range": [ROW * rows, 0]},
        },
    )
    said = [groups_in_words(counts[slug], names[slug], words) for slug in slugs]
    return Drawing(figure, f"{words('chart_indicator.groups')} {' '.join(said)}")


def _bar(group: Group, values: list[int], words: Catalogue, colours: Palette) -> dict[str, Any]:
    fill, ink, pattern = look_of(group, colours)
    return {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": [number * ROW + LABEL + BAR / 2 for number in range(len(values))],
        "width": BAR,
        "text": [words.number(value) if value else "" for value in values],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": ink, "size": TEXT_SIZE},
        "marker": {
            "color": fill,
            "line": {"color": colours.soft, "width": 1},
            "pattern": {"shape": pattern, "fgcolor": colours.line, "bgcolor": fill, "size": 8}
            if pattern
            else {},
        },
        "customdata": [plain(words(f"indicator_group.{group}"))] * len(values),
        "hovertemplate": "%{x} %{customdata}<extra></extra>",
    }


def look_of(group: Group, colours: Palette) -> tuple[str, str, str]:
    """The fill of a group, the ink on it and its pattern."""
    return {
        "met": (colours.states["done"], colours.paper, ""),
        "short": (colours.states["dropped"], colours.paper, ""),
        "open": (colours.paper, colours.ink, "."),
        "no_target": (colours.mist, colours.ink, ""),
        "no_data": (colours.paper, colours.ink, "/"),
    }[group]
