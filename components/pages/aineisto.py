"""Aineisto: the sources with their texts, the state of the check, downloads, how to join."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from components.analysis.projects.projects import project_table
from components.analysis.sentences.citations import source_of
from components.analysis.sentences.sentence_table import sentence_table
from components.analysis.sentences.sources import passages, source_uses, split_text
from components.exports.data.csv_text import excel_rows
from components.loading.sheets import read_sheet
from components.loading.tables import DATASET
from components.widgets.address import chosen, from_address
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download, small
from components.widgets.frame import title
from components.widgets.html import draw, unmarked

SLUG = "aineisto"
SOURCE, PASSAGE = "lahde", "kohta"
"""What a link to a source names: the source, and the id of what cites the passage."""
MOST_PROBLEMS = 100
"""A table of the wrong kind has one in every row; no visitor should be sent them all."""
TABLES = ("outcomes", "project_funding", "observations")


def render(ctx: Context) -> None:
    """Draw the page."""
    title(ctx, ctx.words("data.title"))
    _sources(ctx)
    for source in _picked(ctx):
        _text(ctx, source)
    _check(ctx)
    _downloads(ctx)
    _join(ctx)


@cached
def _sources(ctx: Context) -> None:
    draw(ctx, "lead", text=ctx.words("data.lead"))
    st.header(ctx.words("data.sources"), anchor="lahteet")
    draw(ctx, "sources", rows=source_uses(ctx.library, ctx.slugs))
    st.header(ctx.words("data.text"), anchor="teksti")


def _picked(ctx: Context) -> tuple[str, ...]:
    """The source that is read, chosen here or by a link from a citation."""
    sources = {
        f"{slug}/{source.id}": (slug, source)
        for slug in _whose(ctx)
        for source in ctx.library.dossiers[slug].sources
    }

    def draw_picker(key: str, first: str | None) -> str | None:
        return st.selectbox(
            ctx.words("data.pick"),
            list(sources),
            format_func=lambda name: f"{ctx.name(sources[name][0])}: {sources[name][1].title}",
            placeholder=ctx.words("controls.choose"),
            index=list(sources).index(first) if first else None,
            key=key,
        )

    return chosen(SOURCE, sources, [], draw_picker, language=ctx.language)


def _whose(ctx: Context) -> tuple[str, ...]:
    """The municipalities chosen, and one that a link names: the search finds what others say."""
    linked = st.query_params.get(SOURCE, "").partition("/")[0]
    return ctx.slugs if linked not in ctx.library.dossiers else (*ctx.slugs, linked)


def _text(ctx: Context, picked: str) -> None:
    """The text of a source, with the passage marked that a link has led to."""
    slug, _, wanted = picked.partition("/")
    cited = passages(ctx.library, slug, source_of(ctx.library, slug, wanted))
    marked = next(iter(from_address(PASSAGE, cited)), None)
    _source_text(ctx, slug, wanted, marked)


@cached
def _source_text(ctx: Context, slug: str, wanted: str, marked: str | None) -> None:
    source = source_of(ctx.library, slug, wanted)
    words = passages(ctx.library, slug, source)[marked] if marked else None
    before, passage, after = split_text(ctx.library, source, words)
    draw(
        ctx,
        "source_text",
        slug=slug,
        source=source,
        marked=marked,
        before=before,
        passage=passage,
        after=after,
    )


def _check(ctx: Context) -> None:
    """What the check has found; problems come and go while the library stays."""
    _passages(ctx, clean=not ctx.problems)
    if ctx.problems:
        small(ctx, ctx.words.count("data.problems", len(ctx.problems)))
        draw(ctx, "problems", problems=ctx.problems[:MOST_PROBLEMS])
        if len(ctx.problems) > MOST_PROBLEMS:
            small(ctx, ctx.words("data.first_problems", count=MOST_PROBLEMS))


@cached
def _passages(ctx: Context, *, clean: bool) -> None:
    """How many sentences were found in their sources, and whether the check was `clean`."""
    st.header(ctx.words("data.check"), anchor="tarkistus")
    found = sum(use.checked for use in source_uses(ctx.library, ctx.slugs))
    small(ctx, ctx.words.count("data.passages", found))
    if clean:
        small(ctx, ctx.words("data.no_problems"))


@cached
def _join(ctx: Context) -> None:
    st.header(ctx.words("data.join"), anchor="lisaa-kunta")
    draw(ctx, "join")


@cached
def _downloads_head(ctx: Context) -> None:
    st.header(ctx.words("data.downloads"), anchor="lataa")
    small(ctx, ctx.words("data.downloads_note"))


def _downloads(ctx: Context) -> None:
    _downloads_head(ctx)
    which = "-".join(ctx.slugs)
    with st.container(horizontal=True):
        download(
            ctx.words("download.sentences"),
            f"lauseet-{which}.csv",
            "lauseet",
            lambda: sentence_table(ctx.library, ctx.slugs),
        )
        download(
            ctx.words("download.projects"),
            f"hankkeet-{which}.csv",
            "hankkeet",
            lambda: project_table(ctx.library, ctx.slugs, ctx.today),
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


def _spreadsheet(file: Path) -> bytes:
    """A table as it stands in its file, made safe for a spreadsheet."""
    sheet = read_sheet(file, {DATASET}, lambda *_: None)
    return excel_rows([line.cells for line in (sheet.header, *sheet.lines)] if sheet else [])
