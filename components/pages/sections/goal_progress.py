"""The goals of each municipality with their indicators, what carries them, and what was said."""

from __future__ import annotations

from collections.abc import Iterator

from components.analysis.goal_progress import strategy_progress
from components.telling.goal_progress import totals_in_words
from components.widgets.context import Context
from components.widgets.figures import small_print
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Part, header

ANCHOR = "paamaarat"


@kept
def render(ctx: Context) -> Iterator[Part]:
    """The section."""
    yield header(ctx.words("goal_progress.title"), ANCHOR)
    yield small_print(ctx, ctx.words("goal_progress.note"))
    yield drawn(ctx, "goal_progress", **values(ctx))


def values(ctx: Context) -> dict[str, object]:
    """What the template is drawn with."""
    found = [
        strategy_progress(ctx.library, version, ctx.today) for version in ctx.versions.values()
    ]
    return {"municipalities": [(item, totals_in_words(item, ctx.words)) for item in found]}
