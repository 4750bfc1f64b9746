"""How many of the indicators of each municipality stand how: counts, never a mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components.analysis.indicators.indicator_groups import GROUPS, Group, group_counts, group_of
from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.indicator_rows import IndicatorRow
from components.charts import group_bars, palette
from components.pages.sections.asked import Asked
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download_figure, figure, small

KEY = "mittarien-tila"
NAMED: tuple[Group, ...] = ("open", "no_data")
"""The groups of which nothing can be said: their indicators are named beside the figure."""


def own_indicators(
    rows: Sequence[IndicatorRow], slugs: Sequence[str]
) -> dict[str, list[Progress]]:
    """The indicators that each municipality follows."""
    return {slug: [item for row in rows for item in row.cells[slug].progresses] for slug in slugs}


def render(ctx: Context) -> None:
    """Draw the section; where nobody follows any indicator there is nothing to count."""
    if any(own_indicators(Asked.of(ctx).rows, ctx.slugs).values()):
        download_figure(ctx, _figure(ctx), KEY)
        _uncounted(ctx)


@cached
def _figure(ctx: Context) -> pd.DataFrame:
    asked = Asked.of(ctx)
    rows = asked.rows
    own = own_indicators(rows, ctx.slugs)
    st.header(ctx.words("indicators.states"), anchor="tilat")
    counts = {slug: group_counts(items) for slug, items in own.items()}
    table = _table(asked, counts)
    return figure(
        ctx,
        group_bars(counts, asked.names, asked.words, palette(dark=ctx.dark)),
        table,
        key=KEY,
        caption=ctx.words("indicators.states"),
        source=_left_out(ctx, rows),
        numeric=range(1, len(table.columns)),
    )


@cached
def _uncounted(ctx: Context) -> None:
    own = own_indicators(Asked.of(ctx).rows, ctx.slugs)
    for group in NAMED:
        named = [item for items in own.values() for item in items if group_of(item) == group]
        if named:
            small(ctx, ctx.words(f"indicators.named_{group}", names=_names(ctx, named)))


def _table(asked: Asked, counts: Mapping[str, Mapping[Group, int]]) -> pd.DataFrame:
    words = asked.words
    present = [group for group in GROUPS if any(group in own for own in counts.values())]
    total = [words("indicators.total"), *(sum(own.values()) for own in counts.values())]
    rows = [
        [words(f"indicator_group.{group}"), *(own.get(group, 0) for own in counts.values())]
        for group in present
    ]
    head = [words("indicators.column_state"), *(asked.names[slug] for slug in counts)]
    return pd.DataFrame([total, *rows], columns=pd.Index(head))


def _names(ctx: Context, items: Sequence[Progress]) -> str:
    return ", ".join(
        ctx.words(
            "indicators.whose",
            title=ctx.words.local(item.definition.names),
            name=ctx.name(item.slug),
        )
        for item in items
    )


def _left_out(ctx: Context, rows: Sequence[IndicatorRow]) -> str:
    """What the counts rest on, and how many figures are nobody's indicator."""
    others = sum(row.basis is None for row in rows)
    said = [ctx.words("indicators.states_note")]
    if others:
        said.append(ctx.words.count("indicators.left_out", others))
    return " ".join(said)
