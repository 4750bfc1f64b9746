"""The register of gaps: counts by kind, then each thing not known, what can be done next first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pandas as pd
import streamlit as st

from components.analysis.gap_register import counts, register, register_table
from components.analysis.unknown import KINDS, TURNS, Turn, Unknown
from components.exports.csv_text import csv_bytes
from components.telling.gap_register import name_in_words, step_in_words, why_in_words
from components.widgets.address import chosen
from components.widgets.context import Context
from components.widgets.figures import small
from components.widgets.html import draw

ANCHOR = "aukot"
KIND, WHOSE = "aukko", "aukkokunta"


def render(ctx: Context) -> None:
    """Draw the section, or say that nothing is missing."""
    st.header(ctx.words("gap_register.title"), anchor=ANCHOR)
    items = register(ctx.library, list(ctx.versions.values()), ctx.today)
    if not items:
        st.info(ctx.words("gap_register.none"))
        return
    draw(ctx, "small", text=ctx.words("gap_register.note"))
    _counts(ctx, items)
    kept = _filtered(ctx, items)
    if not kept:
        st.info(ctx.words("gap_register.none_left"))
        return
    small(ctx, ctx.words.count("gap_register.rows", len(kept)))
    small(ctx, ctx.words("gap_register.order"))
    draw(ctx, "gap_register", groups=groups(kept), everything=len(kept) < len(items))
    st.download_button(
        ctx.words("gap_register.download"),
        data=lambda: csv_bytes(table(ctx, kept)),
        file_name=f"aukot-{'-'.join(ctx.slugs)}.csv",
        mime="text/csv",
        key="aukot",
        on_click="ignore",
    )


def groups(items: Sequence[Unknown]) -> list[tuple[Turn, list[Unknown]]]:
    """The rows by what can be done next, in its order."""
    return [
        (turn, same) for turn in TURNS if (same := [item for item in items if item.turn == turn])
    ]


def _counts(ctx: Context, items: Sequence[Unknown]) -> None:
    """How many of each kind, of how many, in words that a screen reader can follow."""
    found = counts(ctx.library, list(ctx.versions.values()), items, ctx.today)
    draw(
        ctx,
        "table",
        caption=ctx.words("gap_register.counts"),
        columns=[ctx.words("gap_register.column_kind"), *(ctx.name(slug) for slug in ctx.slugs)],
        rows=[
            [
                ctx.words(f"gap_register.kind.{kind}"),
                *(f"{gaps}/{total}" if total else "–" for gaps, total in each.values()),
            ]
            for kind, each in found.items()
        ],
        numeric=range(1, 1 + len(ctx.slugs)),
    )
    small(ctx, ctx.words("gap_register.counts_note"))


def _filtered(ctx: Context, items: Sequence[Unknown]) -> list[Unknown]:
    present = {item.kind for item in items}
    with st.container(key="filter-gaps", horizontal=True, vertical_alignment="bottom"):
        kinds = _picked(
            ctx,
            KIND,
            [kind for kind in KINDS if kind in present],
            ctx.words("gap_register.column_kind"),
            lambda kind: ctx.words(f"gap_register.kind.{kind}"),
        )
        slugs = (
            _picked(ctx, WHOSE, ctx.slugs, ctx.words("gap_register.column_municipality"), ctx.name)
            if len(ctx.slugs) > 1
            else ()
        )
    return [
        item
        for item in items
        if (not kinds or item.kind in kinds) and (not slugs or item.slug in slugs)
    ]


def _picked(
    ctx: Context,
    name: str,
    options: Collection[str],
    label: str,
    called: Callable[[str], str],
) -> tuple[str, ...]:
    """Those of the options that are picked; none means all."""

    def draw_options(key: str) -> list[str]:
        return st.multiselect(
            label,
            list(options),
            format_func=called,
            placeholder=ctx.words("filter.all"),
            key=key,
        )

    return chosen(
        name, options, [], draw_options, language=ctx.language, most=max(2, len(options))
    )


def table(ctx: Context, items: Sequence[Unknown]) -> pd.DataFrame:
    """The register with its words beside the codes."""
    return register_table(ctx.library, items, ctx.language).assign(
        name=[name_in_words(item, ctx.library, ctx.words) for item in items],
        why_in_words=[why_in_words(item, ctx.words) for item in items],
        next_step=[step_in_words(item, ctx.words) for item in items],
    )
