"""Cuts charts and tables into parts that a slide can hold, none of them without its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from components.exports.handout.records import Bars, Chart, Table
from components.exports.slides.capacity import column_shares, filled, grouped, row_height
from components.i18n import Catalogue

MOST_BARS = 8
MOST_NUMBERS = 5
"""Columns of numbers that stand beside the first column of a table."""


def parts_of_chart(chart: Chart, words: Catalogue) -> Iterator[Chart]:
    """The chart, or parts of it with so few bars that each can be read."""
    if not isinstance(chart.drawn, Bars) or len(chart.drawn.categories) <= MOST_BARS:
        yield chart
        return
    for numbers in grouped(range(len(chart.drawn.categories)), MOST_BARS):
        part = slice(numbers[0], numbers[-1] + 1)
        bars = replace(
            chart.drawn,
            categories=chart.drawn.categories[part],
            values=chart.drawn.values[part],
        )
        table = replace(chart.table, rows=chart.table.rows[part])
        yield replace(chart, alt=bars_in_words(chart.title, bars, words), drawn=bars, table=table)


def bars_in_words(title: str, bars: Bars, words: Catalogue) -> str:
    """What bars show, one after another: an alternative text that tells no more than they do."""
    said = [
        words(
            "handout.states_of",
            name=category,
            states=", ".join(
                f"{amount} {name}" for amount, name in zip(row, bars.names, strict=True) if amount
            )
            or words("chart.no_projects"),
        )
        for category, row in zip(bars.categories, bars.values, strict=True)
    ]
    return f"{title}. {' '.join(said)}"


def parts_of_table(table: Table, room: float) -> Iterator[Table]:
    """The table, or parts of it that fit into so many lines, each with the header row."""
    for part in _parts_by_columns(table):
        yield from _parts_by_rows(part, room)


def _parts_by_columns(table: Table) -> Iterator[Table]:
    """The table, or parts of it with few columns of numbers, each with the first column."""
    if set(table.numeric) != set(range(1, len(table.columns))):
        yield table
        return
    for group in grouped(table.numeric, MOST_NUMBERS):
        columns = (0, *group)
        yield Table(
            caption=table.caption,
            columns=tuple(table.columns[column] for column in columns),
            rows=tuple(tuple(row[column] for column in columns) for row in table.rows),
            numeric=tuple(range(1, len(columns))),
        )


def _parts_by_rows(table: Table, room: float) -> Iterator[Table]:
    shares = column_shares(table)
    sizes = [row_height(row, shares) for row in table.rows]
    for rows in filled(table.rows, sizes, room - row_height(table.columns, shares)):
        yield replace(table, rows=tuple(rows))
