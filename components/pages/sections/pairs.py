"""Pairs of sentences about the same thing, after those that have no pair."""

from __future__ import annotations

from collections.abc import Iterator

from components.analysis.align import ALIGNED_KINDS, Pair, align
from components.analysis.compare import sentences_of
from components.analysis.concepts import lexicon_of
from components.analysis.likeness import places
from components.widgets.context import Context
from components.widgets.figures import small_print
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Part, header

TWO = 2
MOST_OPEN = 8


@kept
def render(ctx: Context) -> Iterator[Part]:
    """The section for the first two municipalities; nothing for one alone."""
    if len(ctx.slugs) < TWO:
        return
    versions = list(ctx.versions.values())[:TWO]
    pairs = align(ctx.library, *versions)
    paired = {key for pair in pairs for key in (pair.first.key, pair.second.key)}
    said = sentences_of(versions, *ALIGNED_KINDS)
    yield header(ctx.words("pairs.title"), "parit")
    yield small_print(ctx, ctx.words("pairs.note", names=ctx.names(ctx.slugs[:TWO])))
    yield drawn(
        ctx,
        "unpaired",
        unpaired={
            slug: [item for item in found if item.key not in paired]
            for slug, found in said.items()
        },
    )
    yield drawn(ctx, "pairs", pairs=[(pair, *_marks(ctx, pair)) for pair in pairs], most=MOST_OPEN)


def _marks(ctx: Context, pair: Pair) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Where each sentence names what they share."""
    lexicon = lexicon_of(ctx.library)
    return tuple(places(lexicon, item, pair.concepts) for item in (pair.first, pair.second))
