"""What every chart shares: a figure with its alt text, type, margins, no chrome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.identity import Palette

FONT = "Source Sans, system-ui, sans-serif"
TEXT_SIZE = 15
ROW = 62
EDGE = 24
AXIS = 34
LONGEST_LABEL = 40


@dataclass(frozen=True)
class Drawing:
    """A figure and the message that it shows, in words."""

    figure: go.Figure
    alt: str


def blank(colours: Palette, height: int) -> go.Figure:
    """An empty figure in the look of the service."""
    return go.Figure(layout=look(colours, height))


def look(colours: Palette, height: int) -> dict[str, object]:
    """The layout that every figure begins from."""
    return {
        "font": {"family": FONT, "size": TEXT_SIZE, "color": colours.ink},
        "paper_bgcolor": colours.paper,
        "plot_bgcolor": colours.paper,
        "height": height,
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"font": {"family": FONT, "size": TEXT_SIZE}},
        "xaxis": axis_look(colours),
        "yaxis": {**axis_look(colours), "showgrid": False},
        "separators": ", ",
    }


def axis_look(colours: Palette) -> dict[str, object]:
    """What the axes of every figure begin from."""
    return {
        "automargin": True,
        "fixedrange": True,
        "zeroline": False,
        "gridcolor": colours.line,
        "linecolor": colours.line,
        "tickfont": {"size": TEXT_SIZE, "color": colours.ink},
        "title": {"text": ""},
    }


def row_chart(colours: Palette, labels: Sequence[str], *, axis: bool = False) -> go.Figure:
    """A figure with a row for each label, which stands above its row: long names fit a phone."""
    top = AXIS if axis else 8
    figure = blank(colours, EDGE + top + ROW * max(len(labels), 1))
    figure.update_layout(
        margin={"t": top, "l": 8, "r": 8, "b": 8},
        yaxis={"range": [max(len(labels), 1) - 0.5, -0.5], "visible": False},
        annotations=[_label(colours, number, label) for number, label in enumerate(labels)],
    )
    return figure


def _label(colours: Palette, row: int, text: str) -> dict[str, object]:
    return {
        "x": 0,
        "y": row - 0.28,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "text": plain(text),
        "font": {"size": TEXT_SIZE, "color": colours.ink},
    }


def shortened(text: str) -> str:
    """A name cut to what one line of a phone holds, at a blank if any; the table has it whole."""
    if len(text) <= LONGEST_LABEL:
        return text
    cut = text[:LONGEST_LABEL]
    return (cut.rpartition(" ")[0].rstrip() or cut) + " …"


def plain(text: str) -> str:
    """Text that plotly cannot take for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
