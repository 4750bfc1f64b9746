"""Aineisto: the sources with their texts, the state of the check, downloads, how to join."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from components.analysis.projects import project_table
from components.analysis.sentences import sentence_table
from components.analysis.sources import marked_text, source_uses
from components.widgets.address import chosen
from components.widgets.context import Context
from components.widgets.figures import download, small
from components.widgets.html import draw, unmarked

SLUG = "aineisto"
TABLES = ("outcomes", "project_funding", "observations")


def render(ctx: Context) -> None:
    """Draw the page."""
    st.title(ctx.words("data.title"), anchor=False)
    draw(ctx, "lead", text=ctx.words("data.lead"))
    uses = source_uses(ctx.library, ctx.slugs)
    st.header(ctx.words("data.sources"), anchor="lahteet")
    draw(ctx, "sources", rows=uses)
    _text(ctx)
    _check(ctx, sum(use.checked for use in uses))
    _downloads(ctx)
    st.header(ctx.words("data.join"), anchor="lisaa-kunta")
    draw(ctx, "join")


def _text(ctx: Context) -> None:
    """The text of one source, chosen here or by a link from a citation."""
    readable = {
        f"{slug}/{source.id}": (slug, source)
        for slug in ctx.slugs
        for source in ctx.library.dossiers[slug].sources
        if source.text
    }
    st.header(ctx.words("data.text"), anchor="teksti")

    def draw_picker(key: str) -> str | None:
        return st.selectbox(
            ctx.words("data.pick"),
            list(readable),
            index=None,
            format_func=lambda name: f"{ctx.name(readable[name][0])}: {readable[name][1].title}",
            placeholder=ctx.words("controls.choose"),
            key=key,
        )

    for picked in chosen("lahde", readable, [], draw_picker, language=ctx.language):
        slug, source = readable[picked]
        draw(ctx, "source_text", source=source, pieces=marked_text(ctx.library, slug, source))


def _check(ctx: Context, passages: int) -> None:
    st.header(ctx.words("data.check"), anchor="tarkistus")
    small(ctx, ctx.words.count("data.passages", passages))
    if ctx.problems:
        small(ctx, ctx.words.count("data.problems", len(ctx.problems)))
        draw(ctx, "problems", problems=ctx.problems)
    else:
        small(ctx, ctx.words("data.no_problems"))


def _downloads(ctx: Context) -> None:
    st.header(ctx.words("data.downloads"), anchor="lataa")
    small(ctx, ctx.words("data.downloads_note"))
    which = "-".join(ctx.slugs)
    with st.container(horizontal=True):
        download(
            ctx,
            sentence_table(ctx.library, ctx.slugs),
            f"lauseet-{which}.csv",
            key="lauseet",
            label=ctx.words("download.sentences"),
        )
        download(
            ctx,
            project_table(ctx.library, ctx.slugs),
            f"hankkeet-{which}.csv",
            key="hankkeet",
            label=ctx.words("download.projects"),
        )
        for table in TABLES:
            st.download_button(
                ctx.words(f"download.{table}"),
                data=partial(_spreadsheet, ctx.root / "data" / f"{table}.csv"),
                file_name=f"{table}.csv",
                mime="text/csv",
                key=table,
                on_click="ignore",
            )
        for slug in ctx.slugs:
            file = ctx.library.files[slug]
            st.download_button(
                unmarked(ctx.words("download.yaml", name=ctx.name(slug))),
                data=(ctx.root / file).read_bytes,
                file_name=f"{slug}.yaml",
                mime="application/yaml",
                key=f"yaml-{slug}",
                on_click="ignore",
            )


def _spreadsheet(file: Path) -> str:
    """A table with the mark by which a spreadsheet knows that ä and ö are UTF-8."""
    return "\ufeff" + file.read_text(encoding="utf-8-sig")
