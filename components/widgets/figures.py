"""A figure with its alt text, the table it is drawn from, its source line and a download."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from components.charts import Drawing
from components.widgets.context import Context
from components.widgets.html import drawn
from components.widgets.parts import Download, Folded, Part, chart

SHORT_TABLE = 6


def figure_parts(  # noqa: PLR0913 - a figure never goes without any of these
    ctx: Context,
    drawing: Drawing,
    table: pd.DataFrame,
    *,
    key: str,
    caption: str,
    source: str,
    numeric: Sequence[int] = (),
    key_line: Mapping[str, object] | None = None,
) -> Iterator[Part]:
    """The table, closed when it is long, then the figure and the source of both."""
    as_table = drawn(
        ctx,
        "table",
        caption=caption,
        columns=list(table.columns),
        rows=table.to_numpy().tolist(),
        numeric=tuple(numeric),
    )
    if len(table) <= SHORT_TABLE:
        yield as_table
    else:
        yield Folded([as_table], ctx.words("figure.as_table", caption=caption))
    if key_line:
        yield drawn(ctx, "key", **key_line)
    yield chart(drawing, key)
    yield small_print(ctx, source)
    yield Download(ctx.words("download.csv"), f"{key}.csv", f"{key}-csv", lambda: table)


def small_print(ctx: Context, text: str, announced: str = "") -> Part:
    """One line of small print in our words; what it announces is said when it has changed."""
    return drawn(ctx, "small", text=text, announced=announced)


def result(ctx: Context, text: str) -> Part:
    """What a choice has come to, in small print: it is announced as it reads."""
    return small_print(ctx, text, announced=text)


def small(ctx: Context, text: str) -> None:
    """Draw one line of small print."""
    small_print(ctx, text).send()
