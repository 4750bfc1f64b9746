"""The projects on a line of time, and their money."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.analysis.projects.projects import funding_table, project_table
from components.charts import funding_bars, palette, timeline
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download_figure, figure, small

TIMES, MONEY = "ajat", "raha"


def render(ctx: Context) -> None:
    """Draw the times, then the money."""
    download_figure(ctx, _times(ctx), TIMES)
    money = _money(ctx)
    if money is not None:
        download_figure(ctx, money, MONEY)


@cached
def _times(ctx: Context) -> pd.DataFrame:
    table = project_table(ctx.library, ctx.slugs, ctx.today)
    st.header(ctx.words("progress.times"), anchor=TIMES)
    names = {slug: ctx.name(slug) for slug in ctx.slugs}
    ordered = table.assign(begin=table["start"].fillna("9999")).sort_values("begin")
    shown = pd.DataFrame(
        {
            ctx.words("project.name"): ordered["name"],
            ctx.words("table.municipality"): ordered["municipality"].map(names),
            ctx.words("table.period"): [
                ctx.words.span(row["start"], row["end"]) for row in ordered.to_dict("records")
            ],
        }
    )
    return figure(
        ctx,
        timeline(ordered, names, ctx.looks, ctx.words, palette(dark=ctx.dark)),
        shown,
        key=TIMES,
        caption=ctx.words("progress.times"),
        source=ctx.words("progress.times_source"),
    )


@cached
def _money(ctx: Context) -> pd.DataFrame | None:
    table = project_table(ctx.library, ctx.slugs, ctx.today)
    split = funding_table(table)
    st.header(ctx.words("progress.money"), anchor=MONEY)
    small(
        ctx, ctx.words.count("progress.money_unknown", len(table) - len(split), total=len(table))
    )
    if split.empty:
        return None
    names = {slug: ctx.name(slug) for slug in ctx.slugs}
    columns = ["own_eur", "others_eur", "open_eur", "total_eur"]
    shown = pd.DataFrame(
        {
            ctx.words("project.name"): split["name"],
            ctx.words("table.municipality"): split["municipality"].map(names),
            **{
                ctx.words(f"funding.{column}"): [
                    "–" if value is None else ctx.words.euros(value) for value in split[column]
                ]
                for column in columns
            },
        }
    )
    return figure(
        ctx,
        funding_bars(split, names, ctx.looks, ctx.words, palette(dark=ctx.dark)),
        shown,
        key=MONEY,
        caption=ctx.words("progress.money"),
        source=ctx.words("progress.money_source"),
        numeric=range(2, 6),
        key_line={
            "entries": [
                (looks, ctx.words(f"funding.{column}"))
                for column, looks in _looks(ctx, split).items()
                if split[column].notna().any()
            ]
        },
    )


def _looks(ctx: Context, split: pd.DataFrame) -> dict[str, list[object]]:
    """How each part of a bar looks: the own share as the municipality whose project it is."""
    own = sorted({ctx.index(slug) for slug in split["municipality"]})
    return {"own_eur": [*own], "others_eur": ["others"], "open_eur": ["open"]}
