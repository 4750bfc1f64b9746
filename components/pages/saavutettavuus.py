"""Saavutettavuus: the accessibility statement, from what the service says and the tests found."""

from __future__ import annotations

from collections.abc import Iterator

from components.i18n import LANGUAGES
from components.telling.accessibility import Run, last_run, stale, told_gaps
from components.widgets.context import Context
from components.widgets.frame import title
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Part, header

SLUG = "saavutettavuus"
TRIES = ("reader", "speech", "office", "people")


def render(ctx: Context) -> None:
    """Draw the page."""
    title(ctx, ctx.words("accessibility.title"))
    _statement(ctx)


@kept
def _statement(ctx: Context) -> Iterator[Part]:
    run, service = last_run(), ctx.library.service
    yield drawn(ctx, "lead", text=ctx.words("accessibility.lead"))
    upheld = service.reviewed or service.published
    late = upheld if upheld and stale(upheld, ctx.today) else None
    yield drawn(ctx, "statement_service", service=service, stale=late)
    yield header(ctx.words("accessibility.gaps"), "puutteet")
    yield drawn(ctx, "statement_gaps", gaps=told_gaps(run, service.gaps, ctx.words))
    yield header(ctx.words("accessibility.assessed"), "arviointi")
    yield drawn(
        ctx,
        "statement_tests",
        run=run,
        stale=stale(run.day, ctx.today),
        where=_where(ctx, run),
        tries=TRIES,
    )
    yield header(ctx.words("accessibility.feedback"), "palaute")
    yield drawn(ctx, "statement_contacts", service=service)
    yield header(ctx.words("accessibility.technical"), "tekniset-tiedot")
    versions = ", ".join(f"{name} {version}" for name, version in run.versions.items())
    technical = ctx.words("accessibility.technical_text", versions=versions)
    yield drawn(ctx, "paragraph", text=technical)


def _where(ctx: Context, run: Run) -> str:
    """The pages, languages and widths that the tests went through."""
    return ctx.words(
        "accessibility.assessed_where",
        pages=", ".join(ctx.words(f"page.{page}") for page in run.pages),
        languages=", ".join(LANGUAGES[language] for language in run.languages),
        widths=", ".join(map(str, run.widths)),
    )
