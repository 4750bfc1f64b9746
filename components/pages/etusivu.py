"""Etusivu: what this is, the municipalities in short, and the ways on."""

from __future__ import annotations

import streamlit as st

from components.analysis.gaps.summary import gaps
from components.analysis.indicators.comparability import key_figures
from components.analysis.sentences.compare import COMPARED_KINDS, everything_said, sentences_of
from components.analysis.sentences.concepts import lexicon_of
from components.analysis.sentences.likeness import nearest_pair, only_one_names
from components.analysis.strategies.versions import period_state
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.frame import title
from components.widgets.html import draw

SLUG = "etusivu"
KEY_FIGURES = ("population", "share_over_64", "unemployment_rate")
PAIR = 2


def render(ctx: Context) -> None:
    """Draw the page."""
    title(ctx, ctx.words("home.title"))
    _all(ctx)


@cached
def _all(ctx: Context) -> None:
    draw(ctx, "lead", text=ctx.words("home.lead"))
    _ways_on(ctx)
    _municipalities(ctx)
    if len(ctx.versions) >= PAIR:
        _likeness_and_difference(ctx)
    found = gaps(ctx.library, ctx.slugs, ctx.today)
    if found:
        st.header(ctx.words("home.unknown"), anchor="emme-tieda")
        draw(ctx, "gaps", gaps=found)


def _municipalities(ctx: Context) -> None:
    figures = key_figures(ctx.library, ctx.slugs, KEY_FIGURES)
    draw(
        ctx,
        "home",
        visions=sentences_of(list(ctx.versions.values()), "vision"),
        goals=sentences_of(list(ctx.versions.values()), "goal"),
        states={
            slug: period_state(version.strategy, ctx.today)
            for slug, version in ctx.versions.items()
        },
        figures=figures,
        figure_sources=list(
            dict.fromkeys(
                row.source_title for figure in figures for row in figure.observations.values()
            )
        ),
    )


def _likeness_and_difference(ctx: Context) -> None:
    versions = list(ctx.versions.values())
    lexicon = lexicon_of(ctx.library)
    said = sentences_of(versions, *COMPARED_KINDS)
    pair = nearest_pair(lexicon, *list(said.values())[:PAIR])
    alone = only_one_names(lexicon, said, everything_said(ctx.library, versions))
    draw(
        ctx,
        "likeness",
        pair=pair,
        concepts=ctx.concept_names(pair.concepts) if pair else "",
        differences={slug: found[0] for slug, found in alone.items() if found},
    )


def _ways_on(ctx: Context) -> None:
    addresses = {
        "compare": ctx.address("vertailu"),
        "explore": ctx.address("tavoitteet"),
        # The slide in the address brings the deck into view, where keys move it at once.
        "present": f"{ctx.address('iltakoulu')}#dia-1",
    }
    told = {way: ctx.words(f"home.way_{way}_text") for way in addresses}
    if len(ctx.slugs) < PAIR:
        told["compare"] = ctx.words("home.way_compare_one_text")
    ways = [
        (address, ctx.words(f"home.way_{way}"), told[way]) for way, address in addresses.items()
    ]
    draw(ctx, "links", ways=ways)
