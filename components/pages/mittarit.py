"""Mittarit: what is measured in each municipality, how it has gone and where it should be."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st

from components.analysis.indicators.indicator_groups import group_counts
from components.analysis.indicators.indicator_rows import IndicatorRow
from components.analysis.indicators.progress import ON_TRACK, SLIGHTLY_BEHIND, STATES
from components.analysis.indicators.tile_map import mapped_indicators
from components.pages.sections import (
    indicator_panels,
    indicator_states,
    indicator_table,
    indicator_targets,
    tiles,
)
from components.pages.sections.asked import Asked
from components.phrases.indicators import groups_in_words
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.frame import title
from components.widgets.html import draw, unmarked

SLUG = "mittarit"


def render(ctx: Context) -> None:
    """Draw the page."""
    title(ctx, ctx.words("indicators.title"))
    rows = Asked.of(ctx).rows
    if not rows:
        st.info(unmarked(ctx.words("indicators.nothing", names=ctx.names(ctx.slugs))))
        return
    _opening(ctx)
    indicator_table.render(ctx)
    indicator_states.render(ctx)
    indicator_targets.render(ctx)
    indicator_panels.render(ctx, rows)
    tiles.render(ctx, indicator_panels.usual([row for row in rows if row.known]))
    _method(ctx)


@cached
def _opening(ctx: Context) -> None:
    rows = Asked.of(ctx).rows
    draw(ctx, "lead", text=lead(ctx, rows))
    draw(ctx, "contents", entries=_contents(ctx, rows))


@cached
def _method(ctx: Context) -> None:
    st.header(ctx.words("indicators.method"), anchor="laskutapa")
    draw(
        ctx,
        "method",
        states=STATES,
        on_track=_limit(ctx, ON_TRACK),
        slightly_behind=_limit(ctx, SLIGHTLY_BEHIND),
    )


def lead(ctx: Context, rows: Sequence[IndicatorRow]) -> str:
    """How the indicators of each stand, whose choice they are, and how old the figures are."""
    own = indicator_states.own_indicators(rows, ctx.slugs)
    said = [
        groups_in_words(group_counts(items), ctx.name(slug), ctx.words)
        for slug, items in own.items()
    ]
    every = [item for items in own.values() for item in items]
    if every and not any(item.indicator.basis == "adopted" for item in every):
        said.append(ctx.words("indicators.lead_not_adopted"))
    years = [cell.value.year for row in rows for cell in row.cells.values() if cell.value]
    if years:
        said.append(
            ctx.words(
                "indicators.lead_years", years=ctx.words.span(str(min(years)), str(max(years)))
            )
        )
    before = sum("before_period" in item.flags for item in every)
    if before:
        said.append(ctx.words.count("indicators.lead_before", before))
    return " ".join(said)


def _contents(ctx: Context, rows: Sequence[IndicatorRow]) -> list[tuple[str, str]]:
    """The sections that the page has, by their anchors."""
    own = indicator_states.own_indicators(rows, ctx.slugs)
    named = {
        "luvut": "indicators.latest",
        "tilat": "indicators.states" if any(own.values()) else "",
        "tavoitteet": "indicators.targets" if indicator_targets.aimed(rows, ctx.slugs) else "",
        "kehitys": "indicators.over_time",
        "kartta": "tiles.title" if mapped_indicators(ctx.library) else "",
        "laskutapa": "indicators.method",
    }
    return [(anchor, ctx.words(key)) for anchor, key in named.items() if key]


def _limit(ctx: Context, limit: Fraction) -> str:
    """A limit of the pace as it is written in the rule."""
    return ctx.words.number(float(limit), 2)
