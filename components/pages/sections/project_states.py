"""What is told of each project: counts of states, then every project in a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.analysis.projects.projects import STATES, project_table, state_counts
from components.analysis.sentences.sentences import sentence
from components.charts import palette, state_bars
from components.widgets.address import chosen
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.controls import pick_theme
from components.widgets.figures import download, download_figure, figure, result, small
from components.widgets.html import draw

STATES_KEY = "tilat"


def render(ctx: Context) -> None:
    """Draw the counts and the table of the projects."""
    download_figure(ctx, _states(ctx), STATES_KEY)
    st.header(ctx.words("progress.table"), anchor="hankkeet")
    table = _table(ctx, *_filters(ctx, *_present(ctx)))
    if not table.empty:
        file = f"hankkeet-{'-'.join(ctx.slugs)}.csv"
        download(ctx.words("download.csv"), file, "hankkeet", lambda: table)


@cached
def _present(ctx: Context) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The states and the themes that any of the projects has."""
    table = project_table(ctx.library, ctx.slugs, ctx.today)
    states = set(table["state"])
    themes = dict.fromkeys(theme for row in table["themes"] for theme in row)
    return tuple(state for state in STATES if state in states), tuple(themes)


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


@cached
def _states(ctx: Context) -> pd.DataFrame:
    table = project_table(ctx.library, ctx.slugs, ctx.today)
    st.header(ctx.words("progress.states"), anchor="tilat")
    small(ctx, _lead(ctx, table))
    counts = state_counts(table, ctx.slugs)
    names = {slug: ctx.name(slug) for slug in ctx.slugs}
    shown = counts.rename(
        index=names, columns={state: ctx.words(f"state.{state}") for state in counts.columns}
    ).reset_index(names=ctx.words("table.municipality"))
    return figure(
        ctx,
        state_bars(counts, names, ctx.words, palette(dark=ctx.dark)),
        shown,
        key=STATES_KEY,
        caption=ctx.words("progress.states"),
        source=ctx.words("progress.states_source"),
        numeric=range(1, len(shown.columns)),
    )


def _filters(
    ctx: Context, present: tuple[str, ...], themes: tuple[str, ...]
) -> tuple[tuple[str, ...], str | None]:
    """The states and the theme that the visitor picks."""
    with st.container(key="filter-projects", horizontal=True, vertical_alignment="bottom"):

        def draw_states(key: str, first: list[str] | None) -> list[str]:
            return st.multiselect(
                ctx.words("project.outcome"),
                list(present),
                format_func=lambda state: ctx.words(f"state.{state}"),
                placeholder=ctx.words("filter.all"),
                select_all=False,  # none chosen means all, and Enter picks what was typed
                default=first,
                key=key,
            )

        states = chosen("tila", present, [], draw_states, language=ctx.language, most=len(STATES))
        theme = pick_theme(ctx.library, themes, ctx.words, "hanketeema")
    return states, theme


@cached
def _table(ctx: Context, states: tuple[str, ...], theme: str | None) -> pd.DataFrame:
    whole = project_table(ctx.library, ctx.slugs, ctx.today)
    some = whole[whole["state"].isin(states)] if states else whole
    table = some[[theme is None or theme in themes for themes in some["themes"]]]
    if table.empty:
        st.info(ctx.words("progress.none_left"))
        return table
    result(ctx, ctx.words.count("progress.rows", len(table)))
    cited = {}
    for slug in ctx.slugs:
        for project in ctx.library.dossiers[slug].projects:
            key = f"{slug}/{project.id}"
            cited[key] = sentence(slug, "project", project, None)
    draw(ctx, "projects", rows=table.to_dict("records"), sentences=cited)
    return table
