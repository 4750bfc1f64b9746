"""Toteutuma: what has come of the goals and projects, as far as anyone has told, and what not."""

from __future__ import annotations

from collections.abc import Iterator

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
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Part, header, notice

SLUG = "toteutuma"


def render(ctx: Context) -> None:
    """Draw the page."""
    st.title(ctx.words("progress.title"), anchor=False)
    table = project_table(ctx.library, ctx.slugs)
    _opening(ctx)
    goal_progress.render(ctx)
    if table.empty:
        _no_projects(ctx)
    else:
        project_states.render(ctx, table)
        project_plans.render(ctx)
        joint_projects.render(ctx)
        project_figures.render(ctx)
    gap_register.render(ctx)


@kept
def _opening(ctx: Context) -> Iterator[Part]:
    yield drawn(ctx, "lead", text=ctx.words("goal_progress.lead"))
    yield drawn(ctx, "contents", entries=_contents(ctx))


def _contents(ctx: Context) -> list[tuple[str, str]]:
    """The sections that the page has, by their anchors."""
    has_projects = not project_table(ctx.library, ctx.slugs).empty
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


@kept
def _no_projects(ctx: Context) -> Iterator[Part]:
    yield header(ctx.words("progress.states"), "tilat")
    yield notice(ctx.words("progress.nothing"))
