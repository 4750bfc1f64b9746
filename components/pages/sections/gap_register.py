"""The register of gaps: counts by kind, then each thing not known, what can be done next first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pandas as pd
import streamlit as st

from components.analysis.gaps.gap_register import counts, register, register_table
from components.analysis.gaps.unknown import KINDS, TURNS, Turn, Unknown, UnknownKind
from components.phrases.gap_register import name_in_words, step_in_words, why_in_words
from components.widgets.address import chosen
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download, result, small
from components.widgets.html import draw

ANCHOR = "aukot"
KIND, WHOSE = "aukko", "aukkokunta"


def render(ctx: Context) -> None:
    """Draw the section, or say that nothing is missing."""
    _counts(ctx)
    present = _present(ctx)
    if not present:
        return
    found = _rows(ctx, *_filters(ctx, present))
    if found:
        file = f"aukot-{'-'.join(ctx.slugs)}.csv"
        download(ctx.words("gap_register.download"), file, "aukot", lambda: table(ctx, found))


def _items(ctx: Context) -> list[Unknown]:
    return register(ctx.library, list(ctx.versions.values()), ctx.today)


@cached
def _present(ctx: Context) -> tuple[UnknownKind, ...]:
    """The kinds of which something is missing."""
    present = {item.kind for item in _items(ctx)}
    return tuple(kind for kind in KINDS if kind in present)


@cached
def _rows(ctx: Context, kinds: tuple[str, ...], slugs: tuple[str, ...]) -> list[Unknown]:
    """Draw the rows of these kinds and municipalities; of none picked, all."""
    items = _items(ctx)
    found = [
        item
        for item in items
        if (not kinds or item.kind in kinds) and (not slugs or item.slug in slugs)
    ]
    if not found:
        st.info(ctx.words("gap_register.none_left"))
        return found
    result(ctx, ctx.words.count("gap_register.rows", len(found)))
    small(ctx, ctx.words("gap_register.order"))
    draw(ctx, "gap_register", groups=groups(found), everything=len(found) < len(items))
    return found


def groups(items: Sequence[Unknown]) -> list[tuple[Turn, list[Unknown]]]:
    """The rows by what can be done next, in its order."""
    return [
        (turn, same) for turn in TURNS if (same := [item for item in items if item.turn == turn])
    ]


@cached
def _counts(ctx: Context) -> None:
    """How many of each kind, of how many, in words that a screen reader can follow."""
    st.header(ctx.words("gap_register.title"), anchor=ANCHOR)
    items = _items(ctx)
    if not items:
        st.info(ctx.words("gap_register.none"))
        return
    small(ctx, ctx.words("gap_register.note"))
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


def _filters(
    ctx: Context, present: tuple[UnknownKind, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds and the municipalities that the visitor picks."""
    with st.container(key="filter-gaps", horizontal=True, vertical_alignment="bottom"):
        kinds = _picked(
            ctx,
            KIND,
            present,
            ctx.words("gap_register.column_kind"),
            lambda kind: ctx.words(f"gap_register.kind.{kind}"),
        )
        slugs = (
            _picked(ctx, WHOSE, ctx.slugs, ctx.words("gap_register.column_municipality"), ctx.name)
            if len(ctx.slugs) > 1
            else ()
        )
    return kinds, slugs


def _picked(
    ctx: Context,
    name: str,
    options: Collection[str],
    label: str,
    called: Callable[[str], str],
) -> tuple[str, ...]:
    """Those of the options that are picked; none means all."""

    def draw_options(key: str, first: list[str] | None) -> list[str]:
        return st.multiselect(
            label,
            list(options),
            format_func=called,
            placeholder=ctx.words("filter.all"),
            select_all=False,  # none chosen means all, and Enter picks what was typed
            default=first,
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
