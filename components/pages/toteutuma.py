"""Toteutuma: what has come of the projects, as far as anyone has told."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.analysis.projects import (
    STATES,
    decided_against_reported,
    funding_of,
    funding_table,
    project_table,
    state_counts,
)
from components.analysis.sentences import Sentence, sentence, sentences
from components.charts import funding_bars, palette, state_bars, timeline
from components.pages.sections import joint_projects
from components.widgets.address import chosen
from components.widgets.context import Context
from components.widgets.controls import pick_theme
from components.widgets.figures import download, figure_with_table, small
from components.widgets.html import draw

SLUG = "toteutuma"


def render(ctx: Context) -> None:
    """Draw the page."""
    st.title(ctx.words("progress.title"), anchor=False)
    table = project_table(ctx.library, ctx.slugs)
    if table.empty:
        st.info(ctx.words("progress.nothing"))
        return
    draw(ctx, "lead", text=_lead(ctx, table))
    _states(ctx, table)
    _table(ctx, _filtered(ctx, table))
    _plans(ctx)
    joint_projects.render(ctx)
    _times(ctx, table)
    _money(ctx, table)


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


def _states(ctx: Context, table: pd.DataFrame) -> None:
    st.header(ctx.words("progress.states"), anchor="tilat")
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
    st.header(ctx.words("progress.table"), anchor="hankkeet")


def _plans(ctx: Context) -> None:
    planned = [
        (slug, project, project.plan)
        for slug in ctx.slugs
        for project in ctx.library.dossiers[slug].projects
        if project.plan
    ]
    if not planned:
        return
    st.header(ctx.words("plan.title"), anchor="paatetty-ja-toteutunut")
    small(ctx, ctx.words("plan.note"))
    for slug, project, plan in planned:
        funding = funding_of(ctx.library, slug, project)
        draw(
            ctx,
            "plan",
            sentence=sentence(slug, "project", project, None),
            plan=Sentence(
                slug=slug,
                id=project.id,
                kind="project",
                source=plan.source or project.source or "",
                words=plan.quote,
            ),
            differences=decided_against_reported(plan, funding),
            tasks=plan.tasks,
            funding=funding,
            statements=[
                item for item in sentences(ctx.library.dossiers[slug]) if item.owner == project.id
            ],
        )


def _times(ctx: Context, table: pd.DataFrame) -> None:
    st.header(ctx.words("progress.times"), anchor="ajat")
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
    figure_with_table(
        ctx,
        timeline(ordered, names, ctx.words, palette(dark=ctx.dark)),
        shown,
        key="ajat",
        caption=ctx.words("progress.times"),
        source=ctx.words("progress.times_source"),
    )


def _money(ctx: Context, table: pd.DataFrame) -> None:
    split = funding_table(table)
    st.header(ctx.words("progress.money"), anchor="raha")
    small(
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
    figure_with_table(
        ctx,
        funding_bars(split, names, ctx.words, palette(dark=ctx.dark)),
        shown,
        key="raha",
        caption=ctx.words("progress.money"),
        source=ctx.words("progress.money_source"),
        numeric=range(2, 6),
        key_line={
            "entries": [
                (column, ctx.words(f"funding.{column}"))
                for column in columns[:3]
                if split[column].notna().any()
            ]
        },
    )
