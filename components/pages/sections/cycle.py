"""The yearly cycle: which duties the municipality has set itself and when each is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from components.analysis.cycle import PHASES, DutyView, duties, duty_table
from components.model import Dossier
from components.widgets.context import Context
from components.widgets.figures import small_print
from components.widgets.html import drawn, unmarked
from components.widgets.kept import kept
from components.widgets.parts import Download, Part, header, notice


@kept
def render(ctx: Context, slug: str) -> Iterator[Part]:
    """The duties of the shown version and of the programmes, or that there are none."""
    dossier = ctx.library.dossiers[slug]
    yield header(ctx.words("cycle.title"), "vuosikello")
    views = duties(dossier, ctx.versions[dossier.slug].strategy, ctx.today)
    if not views:
        yield notice(unmarked(ctx.words("cycle.nothing", name=ctx.name(dossier.slug))))
        return
    yield drawn(ctx, "lead", text=summary(ctx, dossier, views))
    yield drawn(ctx, "cycle", **values(ctx, views))
    yield small_print(ctx, ctx.words("cycle.rules"))
    file = f"seurantavelvoitteet-{dossier.slug}.csv"
    yield Download(
        ctx.words("download.csv"),
        file,
        "seurantavelvoitteet",
        lambda: duty_table(dossier, views),
    )


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
