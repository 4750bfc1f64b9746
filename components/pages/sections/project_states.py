"""What is told of each project: counts of states, then every project in a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.analysis.projects import STATES, state_counts
from components.analysis.sentences import sentence
from components.charts import palette, state_bars
from components.widgets.address import chosen
from components.widgets.context import Context
from components.widgets.controls import pick_theme
from components.widgets.figures import download, figure_with_table, small
from components.widgets.html import draw


def render(ctx: Context, table: pd.DataFrame) -> None:
    """Draw the counts and the table of the projects."""
    small(ctx, _lead(ctx, table))
    _states(ctx, table)
    st.header(ctx.words("progress.table"), anchor="hankkeet")
    _table(ctx, _filtered(ctx, table))


def _lead(ctx: Context, table: pd.DataFrame) -> str:
    parts = []
    for slug in ctx.slugs:
        own = table[table["municipality"] == slug]
        told = [
            f"{count} {ctx.words(f'state.{state}')}"
            for state in STATES
            if (count := sum(own["state"] == state))
        ]
        if told:
            states = ctx.words.names(told)
            parts.append(
                ctx.words.count("progress.lead", len(own), name=ctx.name(slug), states=states)
            )
        else:
            parts.append(ctx.words("progress.lead_none", name=ctx.name(slug)))
    return " ".join(parts)


def _states(ctx: Context, table: pd.DataFrame) -> None:
    counts = state_counts(table, ctx.slugs)
    names = {slug: ctx.name(slug) for slug in ctx.slugs}
    shown = counts.rename(
        index=names, columns={state: ctx.words(f"state.{state}") for state in counts.columns}
    ).reset_index(names=ctx.words("table.municipality"))
    figure_with_table(
        ctx,
        state_bars(counts, names, ctx.words, palette(dark=ctx.dark)),
        shown,
        key="tilat",
        caption=ctx.words("progress.states"),
        source=ctx.words("progress.states_source"),
        numeric=range(1, len(shown.columns)),
    )


def _filtered(ctx: Context, table: pd.DataFrame) -> pd.DataFrame:
    with st.container(key="filter-projects", horizontal=True, vertical_alignment="bottom"):
        present = [state for state in STATES if state in set(table["state"])]

        def draw_states(key: str) -> list[str]:
            return st.multiselect(
                ctx.words("project.outcome"),
                present,
                format_func=lambda state: ctx.words(f"state.{state}"),
                placeholder=ctx.words("filter.all"),
                key=key,
            )

        states = chosen("tila", present, [], draw_states, language=ctx.language, most=len(STATES))
        themes = list(dict.fromkeys(theme for row in table["themes"] for theme in row))
        theme = pick_theme(ctx.library, themes, ctx.words, "hanketeema")
    kept = table[table["state"].isin(states)] if states else table
    return kept[[theme is None or theme in themes for themes in kept["themes"]]]


def _table(ctx: Context, table: pd.DataFrame) -> None:
    if table.empty:
        st.info(ctx.words("progress.none_left"))
        return
    small(ctx, ctx.words.count("progress.rows", len(table)))
    cited = {}
    for slug in ctx.slugs:
        for project in ctx.library.dossiers[slug].projects:
            key = f"{slug}/{project.id}"
            cited[key] = sentence(slug, "project", project, None)
    draw(ctx, "projects", rows=table.to_dict("records"), sentences=cited)
    download(ctx, table, f"hankkeet-{'-'.join(ctx.slugs)}.csv", key="hankkeet")
