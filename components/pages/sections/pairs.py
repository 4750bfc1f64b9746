"""Pairs of sentences about the same thing, after those that have no pair."""

from __future__ import annotations

import streamlit as st

from components.analysis.sentences.align import ALIGNED_KINDS, Pair, align
from components.analysis.sentences.compare import sentences_of
from components.analysis.sentences.concepts import lexicon_of
from components.analysis.sentences.likeness import places
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import small
from components.widgets.html import draw

TWO = 2
MOST_OPEN = 8


@cached
def render(ctx: Context) -> None:
    """The section for the first two municipalities; nothing for one alone."""
    if len(ctx.slugs) < TWO:
        return
    versions = list(ctx.versions.values())[:TWO]
    pairs = align(ctx.library, *versions)
    paired = {key for pair in pairs for key in (pair.first.key, pair.second.key)}
    said = sentences_of(versions, *ALIGNED_KINDS)
    st.header(ctx.words("pairs.title"), anchor="parit")
    small(ctx, ctx.words("pairs.note", names=ctx.names(ctx.slugs[:TWO])))
    draw(
        ctx,
        "unpaired",
        unpaired={
            slug: [item for item in found if item.key not in paired]
            for slug, found in said.items()
        },
    )
    draw(ctx, "pairs", pairs=[(pair, *_marks(ctx, pair)) for pair in pairs], most=MOST_OPEN)


def _marks(ctx: Context, pair: Pair) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Where each sentence names what they share."""
    lexicon = lexicon_of(ctx.library)
    return tuple(places(lexicon, item, pair.concepts) for item in (pair.first, pair.second))
