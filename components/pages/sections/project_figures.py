"""The projects on a line of time, and their money."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from components.analysis.projects import funding_table, project_table
from components.charts import funding_bars, palette, timeline
from components.widgets.context import Context
from components.widgets.figures import figure_parts, small_print
from components.widgets.kept import kept
from components.widgets.parts import Part, header


@kept
def render(ctx: Context) -> Iterator[Part]:
    """The times, then the money."""
    table = project_table(ctx.library, ctx.slugs, ctx.today)
    yield from _times(ctx, table)
    yield from _money(ctx, table)


def _times(ctx: Context, table: pd.DataFrame) -> Iterator[Part]:
    yield header(ctx.words("progress.times"), "ajat")
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
    yield from figure_parts(
        ctx,
        timeline(ordered, names, ctx.looks, ctx.words, palette(dark=ctx.dark)),
        shown,
        key="ajat",
        caption=ctx.words("progress.times"),
        source=ctx.words("progress.times_source"),
    )


def _money(ctx: Context, table: pd.DataFrame) -> Iterator[Part]:
    split = funding_table(table)
    yield header(ctx.words("progress.money"), "raha")
    yield small_print(
        ctx, ctx.words.count("progress.money_unknown", len(table) - len(split), total=len(table))
    )
    if split.empty:
        return
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
    yield from figure_parts(
        ctx,
        funding_bars(split, names, ctx.looks, ctx.words, palette(dark=ctx.dark)),
        shown,
        key="raha",
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
