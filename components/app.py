"""The dashboard: the shared choices, the page, the foot."""

from __future__ import annotations

from datetime import date
from functools import partial
from types import ModuleType

import streamlit as st

from components import pages
from components.i18n import catalogue
from components.widgets import address, controls, frame
from components.widgets.context import Context
from components.widgets.library_cache import chosen_root, edition


def run(start: str = pages.HOME, today: date | None = None) -> None:
    """Draw the whole app with one page open.

    `start` is the page shown at the address "/", and `today` the day that decides what has
    ended: both are there for tests.
    """
    root = chosen_root()
    day = today or date.today()  # noqa: DTZ011 - the visitor's calendar day, not an instant
    served = edition(root)
    loaded = served.loaded
    frame.style()
    address.start_run()
    menu = st.container(key="menu", horizontal=True, vertical_alignment="center")
    with st.container(key="controls", horizontal=True, vertical_alignment="center"):
        picks, switch = st.container(key="picks", horizontal=True), st.container(width="content")
    with switch:
        words = catalogue(controls.pick_language())
    frame.set_language(words)
    if not loaded.library.dossiers:
        frame.nothing_to_show(words, loaded.problems)
        return
    with picks:
        slugs = controls.pick_municipalities(loaded.library, words)
        versions = controls.pick_versions(loaded.library, slugs, words, day)
    ctx = Context(
        root=root,
        library=loaded.library,
        problems=loaded.problems,
        words=words,
        versions=versions,
        today=day,
        edition=served.id,
        dark=st.context.theme.type == "dark",
    )
    drawn = {
        module.SLUG: st.Page(
            partial(_draw, ctx, module),
            title=words(f"page.{module.SLUG}"),
            url_path=module.SLUG,
            default=start == module.SLUG,
        )
        for module in pages.PAGES
    }
    page = st.navigation(list(drawn.values()), position="hidden")
    st.set_page_config(page_title=f"{page.title} – {words('app.name')}", layout="wide")
    with menu:
        here = next(slug for slug, item in drawn.items() if item is page)
        in_menu = {slug: page for slug, page in drawn.items() if slug not in pages.IN_FOOT}
        frame.menu(ctx, in_menu, here, pages.HOME)
        frame.search_box(ctx, drawn[pages.SEARCH], here=here == pages.SEARCH)
    page.run()


def _draw(ctx: Context, module: ModuleType) -> None:
    """Draw a page, and above it what could not be had, known once the page has asked for it."""
    notices = st.container()
    module.render(ctx)
    with notices:
        frame.notices(ctx)
    frame.foot(ctx)
