"""What was decided of a project beside what the register tells of it."""

from __future__ import annotations

import streamlit as st

from components.analysis.projects.projects import decided_against_reported, funding_of
from components.analysis.sentences.sentences import plan_sentence, sentence, sentences
from components.model import Plan, Project
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import small
from components.widgets.html import draw

ANCHOR = "paatetty-ja-toteutunut"


def planned(ctx: Context) -> list[tuple[str, Project, Plan]]:
    """The projects of which a source tells what was decided."""
    return [
        (slug, project, project.plan)
        for slug in ctx.slugs
        for project in ctx.library.dossiers[slug].projects
        if project.plan
    ]


@cached
def render(ctx: Context) -> None:
    """A table for each planned project; nothing where there is none."""
    found = planned(ctx)
    if not found:
        return
    st.header(ctx.words("plan.title"), anchor=ANCHOR)
    small(ctx, ctx.words("plan.note"))
    for slug, project, plan in found:
        funding = funding_of(ctx.library, slug, project)
        draw(
            ctx,
            "plan",
            sentence=sentence(slug, "project", project, None),
            plan=plan_sentence(slug, project, plan),
            differences=decided_against_reported(plan, funding),
            tasks=plan.tasks,
            funding=funding,
            statements=[
                item for item in sentences(ctx.library.dossiers[slug]) if item.owner == project.id
            ],
        )
