"""Aineisto: the sources with their texts, the state of the check, downloads, how to join."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import streamlit as st

from components.analysis.projects import project_table
from components.analysis.sentences import sentence_table
from components.analysis.sources import marked_text, source_uses
from components.exports.csv_text import copied_bytes
from components.widgets.address import chosen
from components.widgets.context import Context
from components.widgets.figures import small, small_print
from components.widgets.frame import title
from components.widgets.html import draw, drawn, unmarked
from components.widgets.kept import kept
from components.widgets.parts import Download, Part, header

SLUG = "aineisto"
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


@kept
def _sources(ctx: Context) -> Iterator[Part]:
    yield drawn(ctx, "lead", text=ctx.words("data.lead"))
    yield header(ctx.words("data.sources"), "lahteet")
    yield drawn(ctx, "sources", rows=source_uses(ctx.library, ctx.slugs))
    yield header(ctx.words("data.text"), "teksti")


def _picked(ctx: Context) -> tuple[str, ...]:
    """The source whose text is read, chosen here or by a link from a citation."""
    readable = {
        f"{slug}/{source.id}": (slug, source)
        for slug in ctx.slugs
        for source in ctx.library.dossiers[slug].sources
        if source.text
    }

    def draw_picker(key: str) -> str | None:
        return st.selectbox(
            ctx.words("data.pick"),
            list(readable),
            index=None,
            format_func=lambda name: f"{ctx.name(readable[name][0])}: {readable[name][1].title}",
            placeholder=ctx.words("controls.choose"),
            key=key,
        )

    return chosen("lahde", readable, [], draw_picker, language=ctx.language)


@kept
def _text(ctx: Context, picked: str) -> Iterator[Part]:
    slug, _, wanted = picked.partition("/")
    sources = ctx.library.dossiers[slug].sources
    source = next(source for source in sources if source.id == wanted)
    pieces = marked_text(ctx.library, slug, source)
    yield drawn(ctx, "source_text", source=source, pieces=pieces)


def _check(ctx: Context) -> None:
    """What the check has found; problems come and go while the library stays."""
    _passages(ctx, clean=not ctx.problems)
    if ctx.problems:
        small(ctx, ctx.words.count("data.problems", len(ctx.problems)))
        draw(ctx, "problems", problems=ctx.problems[:MOST_PROBLEMS])
        if len(ctx.problems) > MOST_PROBLEMS:
            small(ctx, ctx.words("data.first_problems", count=MOST_PROBLEMS))


@kept
def _passages(ctx: Context, *, clean: bool) -> Iterator[Part]:
    """How many sentences were found in their sources, and whether the check was `clean`."""
    yield header(ctx.words("data.check"), "tarkistus")
    found = sum(use.checked for use in source_uses(ctx.library, ctx.slugs))
    yield small_print(ctx, ctx.words.count("data.passages", found))
    if clean:
        yield small_print(ctx, ctx.words("data.no_problems"))


@kept
def _join(ctx: Context) -> Iterator[Part]:
    yield header(ctx.words("data.join"), "lisaa-kunta")
    yield drawn(ctx, "join")


@kept
def _downloads_head(ctx: Context) -> Iterator[Part]:
    yield header(ctx.words("data.downloads"), "lataa")
    yield small_print(ctx, ctx.words("data.downloads_note"))


def _downloads(ctx: Context) -> None:
    _downloads_head(ctx)
    which = "-".join(ctx.slugs)
    with st.container(horizontal=True):
        Download(
            ctx.words("download.sentences"),
            f"lauseet-{which}.csv",
            "lauseet",
            lambda: sentence_table(ctx.library, ctx.slugs),
        ).send()
        Download(
            ctx.words("download.projects"),
            f"hankkeet-{which}.csv",
            "hankkeet",
            lambda: project_table(ctx.library, ctx.slugs),
        ).send()
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
    return copied_bytes(file.read_text(encoding="utf-8-sig"))
