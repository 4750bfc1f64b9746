"""What was decided of a project beside what the register tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from components.analysis.projects import decided_against_reported, funding_of
from components.analysis.sentences import plan_sentence, sentence, sentences
from components.model import Plan, Project
from components.widgets.context import Context
from components.widgets.figures import small_print
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Part, header

ANCHOR = "paatetty-ja-toteutunut"


def planned(ctx: Context) -> list[tuple[str, Project, Plan]]:
    """The projects of which a source tells what was decided."""
    return [
        (slug, project, project.plan)
        for slug in ctx.slugs
        for project in ctx.library.dossiers[slug].projects
        if project.plan
    ]


@kept
def render(ctx: Context) -> Iterator[Part]:
    """A table for each planned project; nothing where there is none."""
    found = planned(ctx)
    if not found:
        return
    yield header(ctx.words("plan.title"), ANCHOR)
    yield small_print(ctx, ctx.words("plan.note"))
    for slug, project, plan in found:
        funding = funding_of(ctx.library, slug, project)
        yield drawn(
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
