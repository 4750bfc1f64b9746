"""What Kuntalaki 37 § asks to take into account, and the SDGs: who speaks of what, and where."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.analysis.sentences.law import (
    GOALS_OF_2030,
    MOST_SHOWN,
    GoalRow,
    goal_table,
    goals_of_2030,
    law_map,
    law_table,
)
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download, small
from components.widgets.html import draw


def render(ctx: Context) -> None:
    """Draw the section; without the law in data/themes.yaml there is nothing of it to draw."""
    versions = list(ctx.versions.values())
    if ctx.library.law:
        _law(ctx)
        download(
            ctx.words("law.download"),
            f"kuntalaki-37-{'-'.join(ctx.slugs)}.csv",
            "kuntalaki-37",
            lambda: law_table(ctx.library, law_map(ctx.library, versions), ctx.language),
        )
    rows = _goals(ctx)
    if rows:
        download(
            ctx.words("sdg.download"),
            f"agenda-2030-{'-'.join(ctx.slugs)}.csv",
            "agenda-2030",
            lambda: goal_table(ctx.library, versions, rows),
        )


@cached
def _law(ctx: Context) -> None:
    rows = law_map(ctx.library, list(ctx.versions.values()))
    st.header(ctx.words("law.title"), anchor="37")
    small(ctx, ctx.words("law.note"))
    draw(ctx, "law_map", rows=rows, most=MOST_SHOWN)
    small(ctx, f"{ctx.words('law.how')} {ctx.words('law.wording')}")


@cached
def _goals(ctx: Context) -> Sequence[GoalRow]:
    versions = list(ctx.versions.values())
    rows = goals_of_2030(ctx.library, versions)
    st.header(ctx.words("sdg.title"), anchor="agenda-2030")
    if not rows:
        small(ctx, ctx.words("sdg.none"))
        return rows
    small(ctx, ctx.words("sdg.note"))
    draw(ctx, "goals_2030", rows=rows)
    touched = {row.goal for row in rows}
    rest = [
        f"{goal} {ctx.words(f'sdg.goal.{goal}')}" for goal in GOALS_OF_2030 if goal not in touched
    ]
    if rest:
        small(ctx, ctx.words("sdg.untouched", goals=", ".join(rest)))
    return rows
