"""What stands around every page: the style, the chosen municipalities, notices, the foot."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from components.analysis.strategies.versions import adoption, period_state
from components.i18n import Catalogue
from components.loading import Problem
from components.reports.places import FEWEST_COMPARED, REPORTS, Kind, Place
from components.widgets.address import LONGEST_TYPED, rejected_choices, typed
from components.widgets.cache import cached
from components.widgets.context import MOST_MUNICIPALITIES, Context
from components.widgets.html import TEMPLATES, draw

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

STYLE = Path(__file__).with_name("style.css")
OWN_SERVER = "STRATEGIAPEILI_OWN_SERVER"
SET_LANGUAGE = "<script>document.documentElement.lang = '{language}';</script>"
HERE = (
    '.st-key-menu a[href^="{slug}"] '
    "{{ --sp-here: var(--sp-ink); --sp-name: var(--sp-ink); --sp-name-weight: 600; }}"
)
TOWN, LONGEST_TOLD = "kunta", 60
SEARCHED, SEARCH_BOX, SEARCH_WIDTH = "sanat", "search-box", 260


def on_own_server() -> bool:
    """Whether our own server runs the script, which has more to give than the pages."""
    return bool(os.environ.get(OWN_SERVER))


def style() -> None:
    """Put our style sheet on the page; our own server has it in the document already."""
    if not on_own_server():
        st.html(f"<style>{_style()}</style>")


@cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def set_language(words: Catalogue) -> None:
    """Tell the browser the language of the page, also when it is switched without a reload.

    Our own server has a script that reads it from our markup, and a policy that lets no other
    run; the bare `streamlit run` has neither, and is given a line of script.
    """
    if not on_own_server():
        # A language is one of LANGUAGES, never text from a visitor or a file.
        script = SET_LANGUAGE.format(language=words.language)
        st.html(script, unsafe_allow_javascript=True)


def menu(ctx: Context, pages: Mapping[str, StreamlitPage], here: str, home: str) -> None:
    """Draw our name, which leads home, and the other pages; each link carries the choices."""
    for slug, page in pages.items():
        label = ctx.words("app.name") if slug == home else None
        st.page_link(page, label=label, query_params=ctx.parameters)
    if here != home:
        # The look of the link to the page one is on: containers would double the messages.
        st.html(f"<style>{HERE.format(slug=here)}</style>")


@cached
def title(ctx: Context, text: str) -> None:
    """The title of a page, and below it whose strategies it speaks of."""
    st.title(text, anchor=False)
    _chosen(ctx)


def search_box(ctx: Context, page: StreamlitPage, *, here: bool) -> None:
    """The search box of every page; what is typed elsewhere opens the page of the search."""

    def draw_box(key: str, first: str) -> str:
        return st.text_input(
            ctx.words("search.box"),
            first,
            key=key,
            placeholder=ctx.words("search.box"),
            label_visibility="collapsed",
            max_chars=LONGEST_TYPED,
            width=SEARCH_WIDTH,
        )

    words = typed(SEARCHED, SEARCH_BOX, draw_box, kept=here)
    if words and not here:
        st.switch_page(page, query_params=ctx.parameters | {SEARCHED: words})


def _chosen(ctx: Context) -> None:
    """Draw the municipalities with their versions and periods."""
    draw(
        ctx,
        "chosen",
        states={
            slug: period_state(version.strategy, ctx.today)
            for slug, version in ctx.versions.items()
        },
        adoptions={
            slug: adoption(ctx.library.dossiers[slug], version.newer_without_text)
            if version.newer_without_text
            else None
            for slug, version in ctx.versions.items()
        },
    )


def notices(ctx: Context) -> None:
    """Say what the address asks for and cannot be had, and which files have faults."""
    lines = [*_rejected(ctx), *_faults(ctx)]
    if lines:
        draw(ctx, "notice", lines=lines)


def _rejected(ctx: Context) -> Iterator[str]:
    """What could not be had: said until the visitor chooses something else."""
    for name, rejected in rejected_choices().items():
        own = f"notice.unknown_{name}"
        for found in rejected.unknown:
            if ctx.words.has(own):
                yield ctx.words(own, found=found[:LONGEST_TOLD])
            else:
                yield ctx.words("notice.unknown_choice", name=name, found=found[:LONGEST_TOLD])
        if rejected.too_many and name == TOWN:
            yield ctx.words("notice.too_many", limit=MOST_MUNICIPALITIES)


def _faults(ctx: Context) -> Iterator[str]:
    """The files that are not shown, or not as they stand now."""
    for file in ctx.library.broken:
        yield ctx.words("notice.broken", file=file)
    for file in dict.fromkeys(problem.file for problem in ctx.problems):
        if file not in ctx.library.broken:
            yield ctx.words("notice.held", file=file)


def foot(ctx: Context) -> None:
    """Say who speaks, where the data stands, and where the same is without a script."""
    _foot(ctx, _report(ctx) if on_own_server() else None)


@cached
def _foot(ctx: Context, report: str | None) -> None:
    draw(ctx, "foot", report=report)


def _report(ctx: Context) -> str:
    """The address of the report of what is chosen, which our own server alone has."""
    kind: Kind = "comparison" if len(ctx.slugs) >= FEWEST_COMPARED else "municipality"
    return f"{REPORTS}/{Place(kind, ctx.slugs).file(ctx.language)}"


def nothing_to_show(words: Catalogue, problems: Sequence[Problem]) -> None:
    """Say calmly that there is no municipality to show, why, and what to do."""
    st.title(words("empty.title"), anchor=False)
    template = TEMPLATES.get_template("empty.html")
    st.html(template.render(t=words, problems=problems[:20]))
