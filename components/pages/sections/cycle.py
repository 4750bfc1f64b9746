"""The yearly cycle: which duties the municipality has set itself and when each is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.analysis.strategies.cycle import PHASES, DutyView, duties, duty_table
from components.model import Dossier
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download, small
from components.widgets.html import draw, unmarked


def render(ctx: Context, slug: str) -> None:
    """Draw the duties of the shown version and of the programmes, or that there are none."""
    dossier, views = ctx.library.dossiers[slug], _duties(ctx, slug)
    if views:
        download(
            ctx.words("download.csv"),
            f"seurantavelvoitteet-{slug}.csv",
            "seurantavelvoitteet",
            lambda: duty_table(dossier, views),
        )


@cached
def _duties(ctx: Context, slug: str) -> Sequence[DutyView]:
    dossier = ctx.library.dossiers[slug]
    st.header(ctx.words("cycle.title"), anchor="vuosikello")
    views = duties(dossier, ctx.versions[dossier.slug].strategy, ctx.today)
    if not views:
        st.info(unmarked(ctx.words("cycle.nothing", name=ctx.name(dossier.slug))))
        return views
    draw(ctx, "lead", text=summary(ctx, dossier, views))
    draw(ctx, "cycle", **values(ctx, views))
    small(ctx, ctx.words("cycle.rules"))
    return views


def values(ctx: Context, views: Sequence[DutyView]) -> dict[str, object]:
    """What the template is drawn with."""
    return {
        "duties": views,
        "phases": [(phase, sum(phase in view.phases for view in views)) for phase in PHASES],
        "days": {
            (day, view.about): _day(ctx, day, about=view.about)
            for view in views
            for day in (view.next, view.passed)
            if day
        },
    }


def summary(ctx: Context, dossier: Dossier, views: Sequence[DutyView]) -> str:
    """What is due next, and how many days have passed without a record in our sources."""
    parts = [ctx.words.count("cycle.lead", len(views), name=ctx.name(dossier.slug))]
    coming = next((view for view in views if view.next), None)
    if coming and coming.next:
        day = _day(ctx, coming.next, about=coming.about)
        parts.append(ctx.words("cycle.lead_next", day=day))
    silent = sum(view.passed_state == "no_record" for view in views)
    if silent:
        parts.append(ctx.words.count("cycle.lead_silent", silent))
    return " ".join(parts)


def _day(ctx: Context, day: date, *, about: bool) -> str:
    shown = ctx.words.day(day)
    return ctx.words("cycle.about", day=shown) if about else shown
