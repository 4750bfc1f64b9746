"""What Kuntalaki 37 § asks to take into account, and the SDGs: who speaks of what, and where."""

from __future__ import annotations

import streamlit as st

from components.analysis.law import (
    GOALS_OF_2030,
    MOST_SHOWN,
    goal_table,
    goals_of_2030,
    law_map,
    law_table,
)
from components.widgets.context import Context
from components.widgets.figures import download, small
from components.widgets.html import draw


def render(ctx: Context) -> None:
    """Draw the section; without the law in data/themes.yaml there is nothing to draw."""
    if ctx.library.law:
        _law(ctx)
    _goals(ctx)


def _law(ctx: Context) -> None:
    rows = law_map(ctx.library, list(ctx.versions.values()))
    st.header(ctx.words("law.title"), anchor="37")
    draw(ctx, "small", text=ctx.words("law.note"))
    draw(ctx, "law_map", rows=rows, most=MOST_SHOWN)
    small(ctx, f"{ctx.words('law.how')} {ctx.words('law.wording')}")
    download(
        ctx,
        law_table(ctx.library, rows, ctx.language),
        f"kuntalaki-37-{'-'.join(ctx.slugs)}.csv",
        key="kuntalaki-37",
        label=ctx.words("law.download"),
    )


def _goals(ctx: Context) -> None:
    versions = list(ctx.versions.values())
    rows = goals_of_2030(ctx.library, versions)
    st.header(ctx.words("sdg.title"), anchor="agenda-2030")
    if not rows:
        small(ctx, ctx.words("sdg.none"))
        return
    small(ctx, ctx.words("sdg.note"))
    draw(ctx, "goals_2030", rows=rows)
    touched = {row.goal for row in rows}
    rest = [
        f"{goal} {ctx.words(f'sdg.goal.{goal}')}" for goal in GOALS_OF_2030 if goal not in touched
    ]
    if rest:
        small(ctx, ctx.words("sdg.untouched", goals=", ".join(rest)))
    download(
        ctx,
        goal_table(ctx.library, versions, rows),
        f"agenda-2030-{'-'.join(ctx.slugs)}.csv",
        key="agenda-2030",
        label=ctx.words("sdg.download"),
    )
