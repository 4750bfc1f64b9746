"""A figure with its alt text, the table it is drawn from, its source line and a download."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from components.charts import Drawing
from components.exports.data.csv_text import excel_bytes
from components.widgets.context import Context
from components.widgets.html import draw

CONFIG = {"displayModeBar": False, "responsive": True}
SHORT_TABLE = 6


def figure(  # noqa: PLR0913 - a figure never goes without any of these
    ctx: Context,
    drawing: Drawing,
    table: pd.DataFrame,
    *,
    key: str,
    caption: str,
    source: str,
    numeric: Sequence[int] = (),
    key_line: Mapping[str, object] | None = None,
) -> pd.DataFrame:
    """Draw the table, closed when it is long, then the figure and the source of both.

    Returns the table for `download_figure`, as a button cannot be replayed.
    """
    values: dict[str, object] = {
        "caption": caption,
        "columns": list(table.columns),
        "rows": table.to_numpy().tolist(),
        "numeric": tuple(numeric),
    }
    if len(table) <= SHORT_TABLE:
        draw(ctx, "table", **values)
    else:
        with st.expander(ctx.words("figure.as_table", caption=caption)):
            draw(ctx, "table", **values)
    if key_line:
        draw(ctx, "key", **key_line)
    chart(drawing, key)
    small(ctx, source)
    return table


def download_figure(ctx: Context, table: pd.DataFrame, key: str) -> None:
    """Draw the button that gives the table of a figure."""
    download(ctx.words("download.csv"), f"{key}.csv", f"{key}-csv", lambda: table)


def chart(drawing: Drawing, key: str) -> None:
    """Draw a figure with the words that say the same."""
    st.plotly_chart(drawing.figure, key=key, config=CONFIG, theme=None, alt=drawing.alt)


def download(label: str, file: str, key: str, make: Callable[[], pd.DataFrame]) -> None:
    """Draw a button that gives a table as CSV for Excel, made when it is asked for."""
    st.download_button(
        label,
        data=lambda: excel_bytes(make()),
        file_name=file,
        mime="text/csv",
        key=key,
        on_click="ignore",
    )


def small(ctx: Context, text: str, announced: str = "") -> None:
    """Draw a line of small print; what it announces is said when it has changed."""
    draw(ctx, "small", text=text, announced=announced)


def result(ctx: Context, text: str) -> None:
    """Draw what a choice has come to, in small print: it is announced as it reads."""
    small(ctx, text, announced=text)
