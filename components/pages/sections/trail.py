"""The decision trail of each strategy version and project, and which version is in force."""

from __future__ import annotations

import streamlit as st

from components.analysis.sentences.sentences import sentence
from components.analysis.strategies.trail import Step, Trails, chain, known_in_force, trails
from components.analysis.strategies.trail_table import trail_table
from components.analysis.strategies.versions import period_state
from components.model import Dossier, Project
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download
from components.widgets.html import draw


def render(ctx: Context, slug: str) -> None:
    """Draw the trails, then the same as a table."""
    _trails(ctx, slug)
    download(
        ctx.words("download.csv"),
        f"paatospolku-{slug}.csv",
        "paatospolku",
        lambda: trail_table(ctx.library, slug, ctx.today),
    )


@cached
def _trails(ctx: Context, slug: str) -> None:
    dossier = ctx.library.dossiers[slug]
    title = ctx.words("trail.title")
    st.header(title, anchor="paatokset")
    found = trails(ctx.library, slug)
    draw(ctx, "trail", **values(ctx, dossier, found))
    with st.expander(ctx.words("figure.as_table", caption=title)):
        draw(ctx, "table", caption=title, **table(ctx, found), numeric=())


def values(ctx: Context, dossier: Dossier, found: Trails) -> dict[str, object]:
    """What the template is drawn with."""
    answer = known_in_force(dossier, ctx.today)
    shown = ctx.versions[dossier.slug].strategy
    adopted = answer.decision if answer else None
    return {
        "answer": answer,
        "adopted": sentence(dossier.slug, "decision", adopted, None) if adopted else None,
        "shown": shown,
        "shown_state": period_state(shown, ctx.today),
        "versions": found.versions,
        "chains": {trail.record.id: chain(trail) for trail in found.versions},
        "projects": found.projects,
        "others": found.others,
    }


def table(ctx: Context, found: Trails) -> dict[str, list[str] | list[tuple[str, ...]]]:
    """Columns and rows of the steps in words: whose, when, what, by whom."""
    rows: list[tuple[str, ...]] = []
    for trail in (*found.versions, *found.projects):
        record = trail.record
        of = "project" if isinstance(record, Project) else "strategy"
        name = record.name if isinstance(record, Project) else record.title
        rows += [(name, *_row(ctx, step, of)) for step in trail.steps]
    rows += [(ctx.words("trail.others"), *_row(ctx, step, "strategy")) for step in found.others]
    columns = ("of", "day", "step", "body", "diary")
    return {"columns": [ctx.words(f"trail.column_{column}") for column in columns], "rows": rows}


def _row(ctx: Context, step: Step, of: str) -> tuple[str, str, str, str]:
    decision = step.decision
    day = ctx.words.moment(step.moment) if step.moment else ctx.words("trail.no_day")
    body, diary = "–", "–"
    if decision:
        body = f"{decision.body} § {decision.section}" if decision.section else decision.body
        diary = decision.diary or "–"
    elif step.outcomes:
        body = step.outcomes[0].reported_by or "–"
    if step.kind == "replaced" and step.newer:
        what = f"{ctx.words('trail.replaced')} {step.newer.title}"
    elif decision:
        what = f"{ctx.words(f'decision.what.{decision.what}')}: {decision.title}"
    elif step.outcomes:
        what = ctx.words.names([ctx.words(f"state.{state}") for state in step.states(ctx.today)])
    else:
        moment = f"{of}_{step.kind}"
        what = ctx.words(f"trail.{moment}")
    return day, what, body, diary
