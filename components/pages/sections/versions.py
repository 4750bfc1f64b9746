"""The versions of one municipality's strategy side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.analysis.sentences.sentences import sentence
from components.analysis.strategies.version_changes import ChangeRow, counts, version_changes
from components.model import Dossier
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import small
from components.widgets.html import draw


@cached
def render(ctx: Context, slug: str) -> None:
    """The versions; nothing for a municipality that has but one."""
    found = values(ctx, ctx.library.dossiers[slug])
    if found:
        st.header(ctx.words("versions.title"), anchor="versiot")
        small(ctx, ctx.words("versions.note"))
        draw(ctx, "version_changes", **found)


def values(ctx: Context, dossier: Dossier) -> dict[str, object]:
    """What the template is drawn with; nothing where there is but one version."""
    changes = version_changes(dossier, ctx.today)
    if changes is None:
        return {}
    return {
        "changes": changes,
        "adopted": {
            item.strategy.id: sentence(dossier.slug, "decision", item.decision, None)
            for item in changes.versions
            if item.decision
        },
        "summaries": {
            "value": summary(ctx, changes.values),
            "goal": summary(ctx, changes.goals),
        },
    }


def summary(ctx: Context, rows: Sequence[ChangeRow]) -> str:
    """How many names the newest version keeps, adds and leaves out, and of how many none knows."""
    told = [f"{ctx.words(f'versions.count_{change}')} {n}" for change, n in counts(rows).items()]
    return ctx.words("versions.summary", counts=ctx.words.names(told))
