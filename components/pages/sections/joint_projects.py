"""Projects that several municipalities take part in, and shared themes without one."""

from __future__ import annotations

from collections.abc import Iterator

from components.analysis.joint_projects import (
    LEAST,
    joint_projects,
    joint_table,
    themes_without_joint,
)
from components.widgets.context import Context
from components.widgets.figures import small_print
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Download, Part, header, subheader


@kept
def render(ctx: Context) -> Iterator[Part]:
    """The section."""
    joints = joint_projects(ctx.library, ctx.slugs)
    yield header(ctx.words("joint.title"), "yhteishankkeet")
    if joints:
        yield small_print(ctx, ctx.words("joint.note"))
        for joint in joints:
            yield drawn(ctx, "joint_project", joint=joint)
        taking = {one.slug for joint in joints for one in joint.participants}
        for slug in ctx.slugs:
            if slug not in taking:
                yield small_print(ctx, ctx.words("joint.none_of", name=ctx.name(slug)))
        yield Download(
            ctx.words("joint.download"),
            f"yhteishankkeet-{'-'.join(ctx.slugs)}.csv",
            "yhteishankkeet",
            lambda: joint_table(ctx.library, joints),
        )
    else:
        yield small_print(ctx, ctx.words("joint.none", names=ctx.names(ctx.slugs)))
    yield from _gaps(ctx)


def _gaps(ctx: Context) -> Iterator[Part]:
    if len(ctx.slugs) < LEAST:
        yield small_print(ctx, ctx.words("joint.choose"))
        return
    themes = themes_without_joint(ctx.library, list(ctx.versions.values()))
    yield subheader(ctx.words("joint.gaps"), "ilman-yhteishanketta")
    if not themes:
        yield small_print(ctx, ctx.words("joint.gaps_none"))
        return
    yield small_print(
        ctx, ctx.words.count("joint.gaps_note", len(themes), names=ctx.names(ctx.slugs))
    )
    yield drawn(ctx, "joint_gaps", themes=themes)
