"""Saavutettavuus: the accessibility statement, from what the service says and the tests found."""

from __future__ import annotations

import streamlit as st

from components.i18n import LANGUAGES
from components.phrases.accessibility import Run, last_run, stale, told_gaps
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.frame import title
from components.widgets.html import draw

SLUG = "saavutettavuus"
TRIES = ("reader", "speech", "office", "people")


def render(ctx: Context) -> None:
    """Draw the page."""
    title(ctx, ctx.words("accessibility.title"))
    _statement(ctx)


@cached
def _statement(ctx: Context) -> None:
    run, service = last_run(), ctx.library.service
    draw(ctx, "lead", text=ctx.words("accessibility.lead"))
    upheld = service.reviewed or service.published
    late = upheld if upheld and stale(upheld, ctx.today) else None
    draw(ctx, "statement_service", service=service, stale=late)
    st.header(ctx.words("accessibility.gaps"), anchor="puutteet")
    draw(ctx, "statement_gaps", gaps=told_gaps(run, service.gaps, ctx.words))
    st.header(ctx.words("accessibility.assessed"), anchor="arviointi")
    draw(
        ctx,
        "statement_tests",
        run=run,
        stale=stale(run.day, ctx.today),
        where=_where(ctx, run),
        tries=TRIES,
    )
    st.header(ctx.words("accessibility.feedback"), anchor="palaute")
    draw(ctx, "statement_contacts", service=service)
    st.header(ctx.words("accessibility.technical"), anchor="tekniset-tiedot")
    versions = ", ".join(f"{name} {version}" for name, version in run.versions.items())
    technical = ctx.words("accessibility.technical_text", versions=versions)
    draw(ctx, "paragraph", text=technical)


def _where(ctx: Context, run: Run) -> str:
    """The pages, languages and widths that the tests went through."""
    return ctx.words(
        "accessibility.assessed_where",
        pages=", ".join(ctx.words(f"page.{page}") for page in run.pages),
        languages=", ".join(LANGUAGES[language] for language in run.languages),
        widths=", ".join(map(str, run.widths)),
    )
