"""A figure with its alt text, the table it is drawn from, its source line and a download."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components.charts import Drawing
from components.exports.csv_text import csv_bytes
from components.widgets.context import Context
from components.widgets.html import draw

SHORT_TABLE = 6
CONFIG = {"displayModeBar": False, "responsive": True}


def figure_with_table(  # noqa: PLR0913 - a figure never goes without any of these
    ctx: Context,
    drawing: Drawing,
    table: pd.DataFrame,
    *,
    key: str,
    caption: str,
    source: str,
    numeric: Sequence[int] = (),
    key_line: Mapping[str, object] | None = None,
) -> None:
    """Draw the table, closed when it is long, then the figure and the source of both."""

    def as_table() -> None:
        draw(
            ctx,
            "table",
            caption=caption,
            columns=list(table.columns),
            rows=table.to_numpy().tolist(),
            numeric=tuple(numeric),
        )

    if len(table) <= SHORT_TABLE:
        as_table()
    else:
        with st.expander(ctx.words("figure.as_table", caption=caption)):
            as_table()
    if key_line:
        draw(ctx, "key", **key_line)
    st.plotly_chart(drawing.figure, key=key, config=CONFIG, theme=None, alt=drawing.alt)
    small(ctx, source)
    download(ctx, table, f"{key}.csv", key=f"{key}-csv")


def download(
    ctx: Context, table: pd.DataFrame, file: str, *, key: str, label: str | None = None
) -> None:
    """A button that gives a table as CSV; the file is made when it is asked for."""
    st.download_button(
        label or ctx.words("download.csv"),
        data=lambda: csv_bytes(table),
        file_name=file,
        mime="text/csv",
        key=key,
        on_click="ignore",
    )


def small(ctx: Context, text: str) -> None:
    """One line of small print in our words."""
    draw(ctx, "small", text=text)
