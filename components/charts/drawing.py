"""What every chart shares: a figure with its alt text, type, margins, no chrome."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from components.charts.identity import Palette

FONT = "Source Sans, system-ui, sans-serif"
TEXT_SIZE = 15
LINE = 21
BAR = 26
GAP = 15
EDGE = 8
AXIS = 34
LONGEST_LABEL = 44
"""Signs in a line that a phone of 390 px holds."""


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


@dataclass(frozen=True)
class Rows:
    """A figure with labelled rows, and where under each label its bar stands, in pixels."""

    figure: go.Figure
    places: tuple[float, ...]


def row_chart(colours: Palette, labels: Sequence[Sequence[str]], *, axis: bool = False) -> Rows:
    """A figure with a row for each label, which stands whole above its row.

    Each part of a label begins a line, and goes on upon the next where a phone is too narrow.
    """
    lines = [[line for part in label for line in wrap(part, LONGEST_LABEL)] for label in labels]
    tops = [0]
    for label in lines:
        tops.append(tops[-1] + LINE * len(label) + BAR + GAP)
    height = max(tops[-1], LINE + BAR + GAP)
    margin = AXIS if axis else EDGE
    figure = blank(colours, height + margin + EDGE)
    figure.update_layout(
        margin={"t": margin, "l": EDGE, "r": EDGE, "b": EDGE},
        yaxis={"range": [height, 0], "visible": False},
        annotations=[
            _label(colours, top, label) for top, label in zip(tops, lines, strict=False) if label
        ],
    )
    places = (top - GAP - BAR / 2 for top in tops[1:])
    return Rows(figure, tuple(places))


def _label(colours: Palette, top: float, lines: Sequence[str]) -> dict[str, object]:
    return {
        "x": 0,
        "y": top,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "borderpad": 0,
        "showarrow": False,
        "text": "<br>".join(map(plain, lines)),
        "font": {"size": TEXT_SIZE, "color": colours.ink},
    }


def label_of(row: Mapping[Hashable, Any], names: Mapping[str, str], *facts: str) -> list[str]:
    """The name of a row, then whose it is when there are several, and the facts that it shows.

    Facts follow each other on a line as far as a phone holds them.
    """
    whose = [names[row["municipality"]]] if len(names) > 1 else []
    lines: list[str] = []
    for fact in (*whose, *facts):
        longer = f"{lines[-1]} · {fact}" if lines else fact
        lines[-1:] = [longer] if len(longer) <= LONGEST_LABEL else [*lines[-1:], fact]
    return [row["name"], *lines]


def shortened(text: str) -> str:
    """A name cut to what one line of a phone holds, at a blank if any; the table has it whole."""
    if len(text) <= LONGEST_LABEL:
        return text
    cut = text[:LONGEST_LABEL]
    return (cut.rpartition(" ")[0].rstrip() or cut) + " …"


def plain(text: str) -> str:
    """Text that plotly cannot take for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
