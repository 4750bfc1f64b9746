"""What Kuntalaki 37 § asks to take into account, and the SDGs: who speaks of what, and where."""

from __future__ import annotations

from collections.abc import Iterator

from components.analysis.law import (
    GOALS_OF_2030,
    MOST_SHOWN,
    goal_table,
    goals_of_2030,
    law_map,
    law_table,
)
from components.widgets.context import Context
from components.widgets.figures import small_print
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Download, Part, header


@kept
def render(ctx: Context) -> Iterator[Part]:
    """The section; without the law in data/themes.yaml there is nothing to draw."""
    if ctx.library.law:
        yield from _law(ctx)
    yield from _goals(ctx)


def _law(ctx: Context) -> Iterator[Part]:
    rows = law_map(ctx.library, list(ctx.versions.values()))
    yield header(ctx.words("law.title"), "37")
    yield small_print(ctx, ctx.words("law.note"))
    yield drawn(ctx, "law_map", rows=rows, most=MOST_SHOWN)
    yield small_print(ctx, f"{ctx.words('law.how')} {ctx.words('law.wording')}")
    yield Download(
        ctx.words("law.download"),
        f"kuntalaki-37-{'-'.join(ctx.slugs)}.csv",
        "kuntalaki-37",
        lambda: law_table(ctx.library, rows, ctx.language),
    )


def _goals(ctx: Context) -> Iterator[Part]:
    versions = list(ctx.versions.values())
    rows = goals_of_2030(ctx.library, versions)
    yield header(ctx.words("sdg.title"), "agenda-2030")
    if not rows:
        yield small_print(ctx, ctx.words("sdg.none"))
        return
    yield small_print(ctx, ctx.words("sdg.note"))
    yield drawn(ctx, "goals_2030", rows=rows)
    touched = {row.goal for row in rows}
    rest = [
        f"{goal} {ctx.words(f'sdg.goal.{goal}')}" for goal in GOALS_OF_2030 if goal not in touched
    ]
    if rest:
        yield small_print(ctx, ctx.words("sdg.untouched", goals=", ".join(rest)))
    yield Download(
        ctx.words("sdg.download"),
        f"agenda-2030-{'-'.join(ctx.slugs)}.csv",
        "agenda-2030",
        lambda: goal_table(ctx.library, versions, rows),
    )
