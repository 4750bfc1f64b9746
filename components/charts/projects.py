"""Charts of projects: how many in which state, when, and whose money."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.drawing import Drawing, plain, row_chart, shortened
from components.charts.identity import SYMBOLS, Palette
from components.i18n import Catalogue
from components.model import first_day, last_day

ROOM_FOR_MONEY = 0.14
"""Share of the longest bar that an amount inside needs; the label has the others."""
BELOW_LABEL = 0.12
BAR_WIDTH = 0.42
MOST_TICKS = 6


def bar_places(count: int) -> list[float]:
    """Where the bars of the rows stand: under their labels."""
    return [number + BELOW_LABEL for number in range(count)]


def state_bars(
    counts: pd.DataFrame, names: Mapping[str, str], words: Catalogue, colours: Palette
) -> Drawing:
    """Projects by state, a bar a municipality; *unknown* is hatched, a state of its own."""
    told = {str(slug): _told(row, words) for slug, row in counts.iterrows()}
    figure = row_chart(colours, [f"{names[slug]} · {said}" for slug, said in told.items()])
    for state in counts.columns:
        values = [int(value) for value in counts[state]]
        unknown = state == "unknown"
        figure.add_bar(
            y=bar_places(len(values)),
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
            width=BAR_WIDTH,
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
    table: pd.DataFrame, names: Mapping[str, str], words: Catalogue, colours: Palette
) -> Drawing:
    """One line a row from its first day to its last; one without an end fades out to the right.

    Takes the columns municipality, name, start and end; rows without a start are left out.
    """
    known = table[table["start"].notna()] if len(table) else table
    rows = known.to_dict("records")
    labels = [_label(row, names, words.span(row["start"], row["end"])) for row in rows]
    figure = row_chart(colours, labels, axis=True)
    order = {slug: number for number, slug in enumerate(names)}
    latest = _latest_year(known)
    lines = []
    for number, row in enumerate(rows):
        begin = first_day(row["start"]).isoformat()
        end = last_day(row["end"]).isoformat() if row["end"] else f"{latest}-12-31"
        place = order[row["municipality"]]
        span = words.span(row["start"], row["end"])
        line = go.Scatter(
            x=[begin, end],
            y=[number + BELOW_LABEL] * 2,
            mode="lines+markers",
            line={
                "color": colours.municipalities[place],
                "width": 6,
                "dash": "solid" if row["end"] else "dot",
            },
            marker={
                "symbol": SYMBOLS[place],
                "size": 12,
                "opacity": 1,
                "color": colours.municipalities[place],
            },
            hovertemplate=f"{plain(row['name'])}<br>{plain(span)}"
            f"<br>{plain(names[row['municipality']])}<extra></extra>",
        )
        lines.append(line)
    figure.add_traces(lines)
    figure.update_layout(
        xaxis={"type": "date", "tickformat": "%Y", "side": "top", "nticks": MOST_TICKS}
    )
    said = [
        words(
            "chart.row_of_time",
            name=row["name"],
            municipality=names[row["municipality"]],
            span=words.span(row["start"], row["end"]),
        )
        for row in rows
    ]
    return Drawing(figure, f"{words('chart.timeline')} {' '.join(said)}")


def _label(row: Mapping[Hashable, Any], names: Mapping[str, str], fact: str) -> str:
    """The name, whose it is when there are several, and the fact that the row shows."""
    whose = [names[row["municipality"]]] if len(names) > 1 else []
    return " · ".join([shortened(row["name"]), *whose, fact])


def _latest_year(table: pd.DataFrame) -> int:
    moments = [value for column in ("start", "end") for value in table[column] if value]
    return max((last_day(moment).year for moment in moments), default=2000)


def funding_bars(
    table: pd.DataFrame, names: Mapping[str, str], words: Catalogue, colours: Palette
) -> Drawing:
    """The budget of each project: own share, others, and what the source leaves open."""
    rows = table.to_dict("records")
    labels = [_label(row, names, words.euros(row["total_eur"])) for row in rows]
    longest = max((float(row["total_eur"]) for row in rows), default=0.0) or 1.0
    figure = row_chart(colours, labels)
    order = {slug: number for number, slug in enumerate(names)}
    own_colours = [colours.municipalities[order[row["municipality"]]] for row in rows]
    looks = (
        ("own_eur", own_colours, "", colours.paper),
        ("others_eur", [colours.mist] * len(rows), "", colours.ink),
        ("open_eur", [colours.paper] * len(rows), "/", colours.ink),
    )
    for column, fill, pattern, ink in looks:
        values = [None if row[column] is None else float(row[column]) for row in rows]
        figure.add_bar(
            y=bar_places(len(values)),
            x=values,
            width=BAR_WIDTH,
            orientation="h",
            name=words(f"funding.{column}"),
            text=[
                plain(words.euros(value)) if value and value / longest >= ROOM_FOR_MONEY else ""
                for value in values
            ],
            customdata=["" if value is None else plain(words.euros(value)) for value in values],
            textposition="inside",
            insidetextanchor="start",
            textfont={"color": ink},
            marker={
                "color": fill,
                "line": {"color": colours.soft, "width": 1},
                "pattern": {
                    "shape": pattern,
                    "fgcolor": colours.soft,
                    "bgcolor": colours.paper,
                    "size": 8,
                }
                if pattern
                else {},
            },
            hovertemplate="%{customdata} " + plain(words(f"funding.{column}")) + "<extra></extra>",
        )
    figure.update_layout(barmode="stack", xaxis={"visible": False})
    said = [_money(row, names, words) for row in rows]
    return Drawing(figure, f"{words('chart.funding')} {' '.join(said)}")


def _money(row: Mapping[Hashable, Any], names: Mapping[str, str], words: Catalogue) -> str:
    parts = [
        f"{words(f'funding.{column}')} {words.euros(value)}"
        for column in ("own_eur", "others_eur", "open_eur", "total_eur")
        if (value := row[column]) is not None
    ]
    return f"{row['name']} ({names[str(row['municipality'])]}): {words.names(parts)}."
