"""How the sentences of each municipality spread over the themes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.analysis.sentences.citations import source_of
from components.analysis.sentences.theme_profile import ThemeProfile, theme_profile
from components.charts import palette, theme_lines
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download_figure, figure, small

KEY = "teemaprofiili"


def render(ctx: Context) -> None:
    """Draw the section."""
    table = _profile(ctx)
    if table is not None:
        download_figure(ctx, table, KEY)


@cached
def _profile(ctx: Context) -> pd.DataFrame | None:
    profile = theme_profile(ctx.library, list(ctx.versions.values()))
    st.header(ctx.words("profile.title"), anchor="teemaprofiili")
    if not profile.rows:
        small(ctx, ctx.words("profile.none"))
        return None
    names = {slug: ctx.name(slug) for slug in ctx.slugs}
    totals = {
        slug: ctx.words("profile.total", name=name, count=ctx.words.number(profile.totals[slug]))
        for slug, name in names.items()
    }
    small(ctx, ctx.words("profile.note", totals=", ".join(totals.values())))
    return figure(
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
        key=KEY,
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
