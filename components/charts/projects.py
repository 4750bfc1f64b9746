"""Charts of projects: how many in which state, when, and whose money."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.drawing import BAR, Drawing, label_of, plain, row_chart
from components.charts.identity import SYMBOLS, Palette
from components.i18n import Catalogue
from components.model import first_day, last_day

MARKER = 12
MOST_TICKS = 6


def state_bars(
    counts: pd.DataFrame, names: Mapping[str, str], words: Catalogue, colours: Palette
) -> Drawing:
    """Projects by state, a bar a municipality; *unknown* is hatched, a state of its own."""
    told = {str(slug): _told(row, words) for slug, row in counts.iterrows()}
    rows = row_chart(colours, [(names[slug], said) for slug, said in told.items()])
    figure = rows.figure
    for state in counts.columns:
        values = [int(value) for value in counts[state]]
        unknown = state == "unknown"
        figure.add_bar(
            y=rows.places,
            x=values,
            orientation="h",
            name=words(f"state.{state}"),
            text=[str(value) if value else "" for value in values],
            textposition="inside",
            insidetextanchor="start",
            textfont={"color": colours.ink if unknown else colours.paper},
            marker={
                "color": colours.states[state],
                "line": {"color": colours.soft, "width": 1},
                "pattern": {"shape": "/" if unknown else "", "fgcolor": colours.line, "size": 8},
            },
            width=BAR,
            hovertemplate="%{x} " + plain(words(f"state.{state}")) + "<extra></extra>",
        )
    figure.update_layout(barmode="stack", xaxis={"visible": False})
    parts = [
        words("chart.states_of", name=names[slug], states=said) for slug, said in told.items()
    ]
    return Drawing(figure, f"{words('chart.states')} {' '.join(parts)}")


def _told(row: pd.Series[int], words: Catalogue) -> str:
    """The states of one municipality with their counts, in words."""
    told = [f"{int(count)} {words(f'state.{state}')}" for state, count in row.items() if count]
    return words.names(told or [words("chart.no_projects")])


def timeline(
    table: pd.DataFrame,
    names: Mapping[str, str],
    looks: Mapping[str, int],
    words: Catalogue,
    colours: Palette,
) -> Drawing:
    """One line a row from its first day to its last; one without an end is dotted to the edge.

    Takes the columns municipality, name, start and end; rows without a start are left out.
    """
    known = table[table["start"].notna()] if len(table) else table
    rows = known.to_dict("records")
    spans = [words.span(row["start"], row["end"]) for row in rows]
    labels = [label_of(row, names, span) for row, span in zip(rows, spans, strict=True)]
    drawn = row_chart(colours, labels, axis=True)
    edge = f"{_latest_year(known)}-12-31"
    lines = []
    for row, span, place in zip(rows, spans, drawn.places, strict=True):
        look = looks[row["municipality"]]
        colour = colours.municipalities[look]
        line = go.Scatter(
            x=[first_day(row["start"]).isoformat(), _end(row) or edge],
            y=[place] * 2,
            mode="lines+markers",
            line={"color": colour, "width": 6, "dash": "solid" if row["end"] else "dot"},
            marker={
                "symbol": SYMBOLS[look],
                "size": [MARKER, MARKER if row["end"] else 0],
                "opacity": 1,
                "color": colour,
            },
            cliponaxis=False,
            hovertemplate=f"{plain(row['name'])}<br>{plain(span)}"
            f"<br>{plain(names[row['municipality']])}<extra></extra>",
        )
        lines.append(line)
    drawn.figure.add_traces(lines)
    begin = min((first_day(row["start"]).isoformat() for row in rows), default=edge)
    drawn.figure.update_layout(
        xaxis={
            "type": "date",
            "range": [begin, edge],
            "tickformat": "%Y",
            "side": "top",
            "nticks": MOST_TICKS,
        },
    )
    said = [
        words(
            "chart.row_of_time" if row["end"] else "chart.row_of_time_open",
            name=row["name"],
            municipality=names[row["municipality"]],
            span=span,
        )
        for row, span in zip(rows, spans, strict=True)
    ]
    return Drawing(drawn.figure, f"{words('chart.timeline')} {' '.join(said)}")


def _end(row: Mapping[Hashable, Any]) -> str:
    return last_day(row["end"]).isoformat() if row["end"] else ""


def _latest_year(table: pd.DataFrame) -> int:
    moments = [value for column in ("start", "end") for value in table[column] if value]
    return max((last_day(moment).year for moment in moments), default=2000)
