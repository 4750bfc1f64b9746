"""The hand-outs as files: each is made when someone asks for it."""

from __future__ import annotations

import logging
from collections.abc import Callable, MutableMapping
from functools import cache, partial
from pathlib import Path

import streamlit as st

from components import widgets
from components.analysis.strategies.versions import choose
from components.exports.file_names import file_name
from components.exports.handout.builder import Selection
from components.exports.kinds import KINDS, Kind
from components.exports.links import address
from components.widgets.context import Context
from components.widgets.figures import small
from components.widgets.html import draw, unmarked

ASSETS = Path(widgets.__file__).with_name("assets")
FAILED = "failed-handouts"
LONGEST_REASON = 200
LOG = logging.getLogger(__name__)


def opening(ctx: Context, selection: Selection, *, linked: bool) -> None:
    """What they are; `linked` also where: on our own server any replica has them."""
    st.header(ctx.words("iltakoulu.handouts"), anchor="jaettavat")
    small(ctx, ctx.words("iltakoulu.handouts_lead"))
    if linked:
        draw(ctx, "handout_links", links=_links(ctx, selection))


def _links(ctx: Context, selection: Selection) -> list[tuple[str, str]]:
    """The name and address of each kind."""
    main = {
        slug: choose(ctx.library.dossiers[slug], ctx.today).strategy.id for slug in selection.slugs
    }
    return [
        (ctx.words(f"iltakoulu.kind.{kind}"), address(kind, selection, ctx.language, main))
        for kind in KINDS
    ]


def buttons(ctx: Context, selection: Selection) -> None:
    """Draw buttons that make the files themselves, and tell what the last one failed of."""
    failed: dict[str, str] = st.session_state.setdefault(FAILED, {})
    with st.container(key="handouts", horizontal=True):
        for kind in KINDS.values():
            st.download_button(
                ctx.words(f"iltakoulu.kind.{kind.name}"),
                data=partial(
                    made, kind, partial(kind.make, ctx.library, selection, ctx.words), failed
                ),
                file_name=file_name(kind, selection, ctx.words),
                mime=kind.mime,
                key=f"handout-{kind.name}",
                on_click="ignore",
            )
        watch = st.components.v2.component("failures", js=_watch())
        watch(key="handout-failures", on_failed_change=lambda: None)
    for name, why in failed.items():
        label = ctx.words(f"iltakoulu.kind.{name}")
        st.warning(unmarked(ctx.words("iltakoulu.failed", name=label, why=why)))
    failed.clear()


@cache
def _watch() -> str:
    return (ASSETS / "failures.js").read_text(encoding="utf-8")


def made(kind: Kind, make: Callable[[], bytes], failed: MutableMapping[str, str]) -> bytes:
    """The file; when it cannot be made, the reason is noted for the next run of the script."""
    try:
        return make()
    except Exception as error:  # whatever it was: the visitor is told, and it goes on up
        LOG.exception("The hand-out %s could not be made", kind.name)
        failed[kind.name] = reason(error)
        raise


def reason(error: Exception) -> str:
    """What failed, on one line."""
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= LONGEST_REASON else f"{said[: LONGEST_REASON - 1]}…"
