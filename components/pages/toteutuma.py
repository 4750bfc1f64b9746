"""Toteutuma: what has come of the goals and projects, as far as anyone has told, and what not."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.analysis.projects import project_table
from components.pages.sections import (
    gap_register,
    goal_progress,
    joint_projects,
    project_figures,
    project_plans,
    project_states,
)
from components.widgets.context import Context
from components.widgets.html import draw

SLUG = "toteutuma"


def render(ctx: Context) -> None:
    """Draw the page."""
    st.title(ctx.words("progress.title"), anchor=False)
    table = project_table(ctx.library, ctx.slugs)
    draw(ctx, "lead", text=ctx.words("goal_progress.lead"))
    draw(ctx, "contents", entries=_contents(ctx, has_projects=not table.empty))
    goal_progress.render(ctx)
    _projects(ctx, table)
    gap_register.render(ctx)


def _contents(ctx: Context, *, has_projects: bool) -> list[tuple[str, str]]:
    """The sections that the page has, by their anchors."""
    named = {
        goal_progress.ANCHOR: "goal_progress.title",
        "tilat": "progress.states",
        "hankkeet": "progress.table" if has_projects else "",
        project_plans.ANCHOR: "plan.title" if project_plans.planned(ctx) else "",
        "yhteishankkeet": "joint.title" if has_projects else "",
        "ajat": "progress.times" if has_projects else "",
        "raha": "progress.money" if has_projects else "",
        gap_register.ANCHOR: "gap_register.title",
    }
    return [(anchor, ctx.words(key)) for anchor, key in named.items() if key]


def _projects(ctx: Context, table: pd.DataFrame) -> None:
    """What is told of the projects, or that there are none."""
    st.header(ctx.words("progress.states"), anchor="tilat")
    if table.empty:
        st.info(ctx.words("progress.nothing"))
        return
    project_states.render(ctx, table)
    project_plans.render(ctx)
    joint_projects.render(ctx)
    project_figures.render(ctx, table)
