"""Projects that several municipalities take part in, and shared themes without one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.analysis.projects.joint_projects import (
    LEAST,
    JointProject,
    joint_projects,
    joint_table,
    themes_without_joint,
)
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download, small
from components.widgets.html import draw


def render(ctx: Context) -> None:
    """Draw the section."""
    joints = _joints(ctx)
    if joints:
        download(
            ctx.words("joint.download"),
            f"yhteishankkeet-{'-'.join(ctx.slugs)}.csv",
            "yhteishankkeet",
            lambda: joint_table(ctx.library, joints),
        )
    _gaps(ctx)


@cached
def _joints(ctx: Context) -> Sequence[JointProject]:
    joints = joint_projects(ctx.library, ctx.slugs)
    st.header(ctx.words("joint.title"), anchor="yhteishankkeet")
    if joints:
        small(ctx, ctx.words("joint.note"))
        for joint in joints:
            draw(ctx, "joint_project", joint=joint)
        taking = {one.slug for joint in joints for one in joint.participants}
        for slug in ctx.slugs:
            if slug not in taking:
                small(ctx, ctx.words("joint.none_of", name=ctx.name(slug)))
    else:
        small(ctx, ctx.words("joint.none", names=ctx.names(ctx.slugs)))
    return joints


@cached
def _gaps(ctx: Context) -> None:
    if len(ctx.slugs) < LEAST:
        small(ctx, ctx.words("joint.choose"))
        return
    themes = themes_without_joint(ctx.library, list(ctx.versions.values()))
    st.subheader(ctx.words("joint.gaps"), anchor="ilman-yhteishanketta")
    if not themes:
        small(ctx, ctx.words("joint.gaps_none"))
        return
    small(ctx, ctx.words.count("joint.gaps_note", len(themes), names=ctx.names(ctx.slugs)))
    draw(ctx, "joint_gaps", themes=themes)
