"""How far each indicator with a target has come from its baseline."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.indicator_rows import IndicatorRow
from components.charts import has_way, palette, target_bars
from components.pages.sections.asked import Asked
from components.pages.sections.indicator_states import own_indicators
from components.phrases.indicators import share_in_words, unit_told
from components.phrases.progress import point_in_words, state_in_words, target_in_words
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import chart, download, small
from components.widgets.html import draw


def aimed(rows: Sequence[IndicatorRow], slugs: Sequence[str]) -> list[Progress]:
    """The indicators that have a target."""
    own = own_indicators(rows, slugs)
    return [item for items in own.values() for item in items if item.target]


def render(ctx: Context) -> None:
    """Draw the table of all targets, and bars of those that a way leads to."""
    items = aimed(Asked.of(ctx).rows, ctx.slugs)
    if items:
        _targets(ctx)
        file = f"tavoitteet-{'-'.join(ctx.slugs)}.csv"
        download(
            ctx.words("download.csv"),
            file,
            "tavoitteet-csv",
            lambda: pd.DataFrame(target_table(ctx, items)),
        )


@cached
def _targets(ctx: Context) -> None:
    items = aimed(Asked.of(ctx).rows, ctx.slugs)
    st.header(ctx.words("indicators.targets"), anchor="tavoitteet")
    on_the_way = [item for item in items if has_way(item)]
    left = [item for item in items if not has_way(item)]
    caption, table = ctx.words("indicators.targets"), target_table(ctx, items)
    draw(
        ctx,
        "cards",
        caption=caption,
        columns=list(table),
        rows=list(zip(*table.values(), strict=True)),
        folded=bool(on_the_way),
    )
    if on_the_way:
        names = {slug: ctx.name(slug) for slug in ctx.slugs}
        drawing = target_bars(on_the_way, names, ctx.looks, ctx.words, palette(dark=ctx.dark))
        chart(drawing, "tavoitteet")
        small(ctx, ctx.words("indicators.targets_note"))
        if since := [item for item in on_the_way if item.after]:  # too long for the picture
            small(ctx, f"{_with_states(ctx, since)}.")
    if left:
        small(ctx, ctx.words("indicators.not_drawn", names=_with_states(ctx, left)))


def _with_states(ctx: Context, items: Sequence[Progress]) -> str:
    return ", ".join(
        ctx.words(
            "indicators.whose_state",
            title=ctx.words.local(item.definition.names),
            name=ctx.name(item.slug),
            state=state_in_words(item, ctx.words),
        )
        for item in items
    )


def target_table(ctx: Context, items: Sequence[Progress]) -> dict[str, list[str]]:
    """The columns: from where, now, to where, how much of the way and of the time."""
    words = ctx.words

    def share(item: Progress, *, time: bool) -> str:
        found = item.judgement.time if time else item.judgement.way
        return (
            "–"
            if found is None
            else words("indicators.percent", share=share_in_words(found, words))
        )

    columns = {
        "indicator": [words.local(item.definition.names) for item in items],
        "municipality": [ctx.name(item.slug) for item in items],
        "basis": [words(f"indicators.basis.{item.indicator.basis}") for item in items],
        "baseline": [_baseline(ctx, item) for item in items],
        "now": [_now(ctx, item) for item in items],
        "target": [
            target_in_words(item.definition, item.target, words, unit_told(item))
            if item.target
            else "–"
            for item in items
        ],
        "way": [share(item, time=False) for item in items],
        "time": [share(item, time=True) for item in items],
        "state": [state_in_words(item, words) for item in items],
    }
    return {words(f"indicators.column_{name}"): values for name, values in columns.items()}


def _baseline(ctx: Context, item: Progress) -> str:
    begin = item.indicator.baseline
    return point_in_words(item.definition, begin, ctx.words, unit_told(item)) if begin else "–"


def _now(ctx: Context, item: Progress) -> str:
    """The value that the state rests on, and the newest where that is another."""
    values = dict.fromkeys(value for value in (item.measured, item.newest) if value)
    told = [point_in_words(item.definition, value.point, ctx.words) for value in values]
    return "; ".join(told) or ctx.words("indicator_state.no_data")
