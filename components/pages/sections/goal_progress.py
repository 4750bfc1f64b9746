"""The goals of each municipality with their indicators, what carries them, and what was said."""

from __future__ import annotations

import streamlit as st

from components.analysis.strategies.goal_progress import strategy_progress
from components.phrases.goal_progress import totals_in_words
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import small
from components.widgets.html import draw

ANCHOR = "paamaarat"


@cached
def render(ctx: Context) -> None:
    """The section."""
    st.header(ctx.words("goal_progress.title"), anchor=ANCHOR)
    small(ctx, ctx.words("goal_progress.note"))
    draw(ctx, "goal_progress", **values(ctx))


def values(ctx: Context) -> dict[str, object]:
    """What the template is drawn with."""
    found = [
        strategy_progress(ctx.library, version, ctx.today) for version in ctx.versions.values()
    ]
    return {"municipalities": [(item, totals_in_words(item, ctx.words)) for item in found]}
