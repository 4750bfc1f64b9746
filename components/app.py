"""The dashboard: the shared choices, the page, the foot."""

from __future__ import annotations

from datetime import date
from functools import partial
from types import ModuleType

import streamlit as st

from components import pages
from components.analysis.versions import Version
from components.i18n import Catalogue, catalogue
from components.loading import Loaded
from components.widgets import controls, frame
from components.widgets.context import Context
from components.widgets.published import chosen_root, published


def run(start: str = pages.HOME, today: date | None = None) -> None:
    """Draw the whole app with one page open.

    `start` is the page shown at the address "/", and `today` the day that decides what has
    ended: both are there for tests.
    """
    root = chosen_root()
    loaded = published(root)
    frame.style()
    asked = controls.asked(loaded.library)
    words = catalogue(st.session_state.get("kieli") or asked.language)
    frame.mark_language(words.language)
    if not loaded.library.dossiers:
        frame.nothing_to_show(words, loaded.problems)
        return
    ctx = Context(
        root=root,
        library=loaded.library,
        problems=loaded.problems,
        words=words,
        versions=_pick(loaded, words),
        today=today or date.today(),  # noqa: DTZ011 - the visitor's calendar day, not an instant
        dark=st.context.theme.type == "dark",
    )
    page = st.navigation(
        [
            st.Page(
                partial(_draw, ctx, module, asked),
                title=words(f"page.{module.SLUG}"),
                url_path=module.SLUG,
                default=start == module.SLUG,
            )
            for module in pages.PAGES
        ],
        position="top",
    )
    st.set_page_config(page_title=f"{page.title} – {words('app.name')}", layout="wide")
    page.run()


def _pick(loaded: Loaded, words: Catalogue) -> dict[str, Version]:
    """The chosen municipalities in order, each with its version."""
    with st.container(key="controls", horizontal=True, vertical_alignment="center"):
        slugs = controls.pick_municipalities(loaded.library, words)
        versions = controls.pick_versions(loaded.library, slugs, words)
        controls.pick_language(words)
    return versions


def _draw(ctx: Context, module: ModuleType, asked: controls.Asked) -> None:
    frame.head(ctx, asked)
    module.render(ctx)
    frame.foot(ctx)
