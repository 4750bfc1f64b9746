"""How the sentences of each municipality spread over the themes."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from components.analysis.citations import source_of
from components.analysis.theme_profile import ThemeProfile, theme_profile
from components.charts import palette, theme_lines
from components.widgets.context import Context
from components.widgets.figures import figure_parts, small_print
from components.widgets.kept import kept
from components.widgets.parts import Part, header


@kept
def render(ctx: Context) -> Iterator[Part]:
    """The section."""
    profile = theme_profile(ctx.library, list(ctx.versions.values()))
    yield header(ctx.words("profile.title"), "teemaprofiili")
    if not profile.rows:
        yield small_print(ctx, ctx.words("profile.none"))
        return
    names = {slug: ctx.name(slug) for slug in ctx.slugs}
    totals = {
        slug: ctx.words("profile.total", name=name, count=ctx.words.number(profile.totals[slug]))
        for slug, name in names.items()
    }
    yield small_print(ctx, ctx.words("profile.note", totals=", ".join(totals.values())))
    yield from figure_parts(
        ctx,
        theme_lines(
            profile,
            {one.theme: ctx.theme(one.theme) for one in profile.rows},
            names,
            ctx.words,
            palette(dark=ctx.dark),
            looks=ctx.looks,
        ),
        _table(ctx, profile, totals),
        key="teemaprofiili",
        caption=ctx.words("profile.caption"),
        source=ctx.words("profile.source", titles="; ".join(_sources(ctx))),
        numeric=range(1, 1 + len(names)),
    )


def _table(ctx: Context, profile: ThemeProfile, totals: dict[str, str]) -> pd.DataFrame:
    """A row a theme, a column a municipality with its number of sentences at the head."""
    return pd.DataFrame(
        {
            ctx.words("theme.one"): [ctx.theme(one.theme) for one in profile.rows],
            **{
                head: [
                    ctx.words(
                        "profile.cell",
                        count=ctx.words.number(one.counts[slug]),
                        share=ctx.words.number(100 * one.shares[slug]),
                    )
                    for one in profile.rows
                ]
                for slug, head in totals.items()
            },
        }
    )


def _sources(ctx: Context) -> list[str]:
    """The titles of the strategies' sources."""
    return [
        source_of(ctx.library, slug, version.strategy.source).title
        if version.strategy.source
        else version.strategy.title
        for slug, version in ctx.versions.items()
    ]
