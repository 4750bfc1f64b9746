"""Toteutuma: what has come of the goals and projects, as far as anyone has told, and what not."""

from __future__ import annotations

import streamlit as st

from components.analysis.gaps.gap_register import missing
from components.pages.sections import (
    gap_register,
    goal_progress,
    joint_projects,
    project_figures,
    project_plans,
    project_states,
)
from components.phrases.gap_register import known_in_words
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.frame import title
from components.widgets.html import draw

SLUG = "toteutuma"


def render(ctx: Context) -> None:
    """Draw the page."""
    title(ctx, ctx.words("progress.title"))
    _opening(ctx)
    goal_progress.render(ctx)
    if _has_projects(ctx):
        project_states.render(ctx)
        project_plans.render(ctx)
        joint_projects.render(ctx)
        project_figures.render(ctx)
    else:
        _no_projects(ctx)
    gap_register.render(ctx)


def _has_projects(ctx: Context) -> bool:
    return any(ctx.library.dossiers[slug].projects for slug in ctx.slugs)


@cached
def _opening(ctx: Context) -> None:
    told = [
        known_in_words(ctx.name(slug), missing(ctx.library, version, ctx.today), ctx.words)
        for slug, version in ctx.versions.items()
    ]
    draw(ctx, "lead", text=" ".join([*told, ctx.words("known.closing")]))
    draw(ctx, "contents", entries=_contents(ctx))


def _contents(ctx: Context) -> list[tuple[str, str]]:
    """The sections that the page has, by their anchors."""
    has_projects = _has_projects(ctx)
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


@cached
def _no_projects(ctx: Context) -> None:
    st.header(ctx.words("progress.states"), anchor="tilat")
    st.info(ctx.words("progress.nothing"))
