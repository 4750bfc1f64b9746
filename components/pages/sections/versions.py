"""The versions of one municipality's strategy side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.analysis.sentences import sentence
from components.analysis.version_changes import ChangeRow, counts, version_changes
from components.model import Dossier
from components.widgets.context import Context
from components.widgets.figures import small_print
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Part, header


@kept
def render(ctx: Context, slug: str) -> Iterator[Part]:
    """The versions; nothing for a municipality that has but one."""
    found = values(ctx, ctx.library.dossiers[slug])
    if found:
        yield header(ctx.words("versions.title"), "versiot")
        yield small_print(ctx, ctx.words("versions.note"))
        yield drawn(ctx, "version_changes", **found)


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
