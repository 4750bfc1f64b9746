"""Haku: find what a town has promised, in one's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import pandas as pd
import streamlit as st

from components.analysis.sentences.search import WEAKEST, Hit, Index, index_of
from components.analysis.sentences.sentences import Kind, Sentence
from components.widgets.address import chosen
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.controls import names_of, pick_theme
from components.widgets.figures import download, result, small
from components.widgets.frame import SEARCH_BOX, SEARCHED, title
from components.widgets.html import draw

SLUG = "haku"
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_SHOWN = 30


@dataclass(frozen=True)
class Wanted:
    """What the visitor asks for."""

    words: str
    slugs: tuple[str, ...]
    kinds: tuple[str, ...]
    theme: str | None

    def keeps(self, sentence: Sentence) -> bool:
        """Whether a sentence passes the filters."""
        return (
            (not self.slugs or sentence.slug in self.slugs)
            and (not self.kinds or sentence.kind in self.kinds)
            and (self.theme is None or self.theme in sentence.themes)
        )


def render(ctx: Context) -> None:
    """Draw the page."""
    title(ctx, ctx.words("search.title"))
    _lead(ctx)
    index = index_of(ctx.library)
    wanted = _wanted(ctx)
    if not wanted.words and wanted.theme is None:
        _themes(ctx, ctx.words("search.begin"))
        return
    hits = _found(index, wanted)
    suggestion = index.suggestion(wanted.words) if wanted.words else None
    if suggestion:
        draw(
            ctx,
            "suggestion",
            words=suggestion,
            address=ctx.address(SLUG, **{SEARCHED: suggestion}),
        )
    if not hits:
        _themes(ctx, ctx.words("search.nothing", words=wanted.words))
        return
    result(ctx, ctx.words.count("search.count", len(hits)))
    draw(ctx, "hits", groups=_grouped(hits[:MOST_SHOWN]))
    if len(hits) > MOST_SHOWN:
        small(ctx, ctx.words("search.more", count=MOST_SHOWN))
    download(ctx.words("download.csv"), "haku.csv", "haku", lambda: _table(hits))


def _wanted(ctx: Context) -> Wanted:
    names = names_of(ctx.library, ctx.language)
    with st.container(key="filter-search", horizontal=True, vertical_alignment="bottom"):
        slugs = chosen(
            "rajaus",
            names,
            [],
            lambda key, first: st.multiselect(
                ctx.words("search.municipalities"),
                list(names),
                format_func=names.__getitem__,
                placeholder=ctx.words("filter.all"),
                select_all=False,  # none chosen means all, and Enter picks what was typed
                default=first,
                key=key,
            ),
            language=ctx.language,
            most=len(names) + 1,
        )
        kinds = chosen(
            "laji",
            KINDS,
            [],
            lambda key, first: st.multiselect(
                ctx.words("search.kinds"),
                list(KINDS),
                format_func=lambda kind: ctx.words(f"kind.{kind}.one"),
                placeholder=ctx.words("filter.all"),
                select_all=False,  # none chosen means all, and Enter picks what was typed
                default=first,
                key=key,
            ),
            language=ctx.language,
            most=len(KINDS),
        )
        theme = pick_theme(ctx.library, list(ctx.library.themes), ctx.words, "hakuteema")
    return Wanted(st.session_state.get(SEARCH_BOX, "").strip(), slugs, kinds, theme)


def _found(index: Index, wanted: Wanted) -> list[Hit]:
    """The hits, or without words every sentence of the theme."""
    if wanted.words:
        return index.search(wanted.words, len(index.sentences), wanted.keeps, WEAKEST)
    return [Hit(item, 0.0, (), (), ()) for item in index.sentences if wanted.keeps(item)]


def _grouped(hits: list[Hit]) -> dict[str, list[Hit]]:
    """The hits of each municipality, the one with the best hit first."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.sentence.slug, []).append(hit)
    return groups


@cached
def _lead(ctx: Context) -> None:
    draw(ctx, "lead", text=ctx.words("search.lead"))


@cached
def _themes(ctx: Context, text: str) -> None:
    """What there is to read of, with a word on why it is offered."""
    draw(
        ctx,
        "theme_links",
        text=text,
        links=[
            (ctx.theme(theme), ctx.address(SLUG, hakuteema=theme))
            for theme in sorted(ctx.library.themes, key=ctx.theme)
        ],
    )


def _table(hits: list[Hit]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "id": hit.sentence.key,
                "municipality": hit.sentence.slug,
                "kind": hit.sentence.kind,
                "name": hit.sentence.name,
                "text": hit.sentence.text,
                "source": hit.sentence.source,
            }
            for hit in hits
        ]
    )
