"""Chosen indicators over the years: a panel a municipality, all to the same scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from components.analysis.indicator_rows import IndicatorRow
from components.analysis.indicator_table import indicator_table
from components.pages.sections.asked import Asked
from components.pages.sections.indicator_view import (
    IndicatorView,
    PanelView,
    Wanted,
    indicator_view,
)
from components.telling.indicators import region_in_words
from components.widgets.address import chosen
from components.widgets.context import Context
from components.widgets.downloads import download_made
from components.widgets.figures import CONFIG, small
from components.widgets.html import draw, unmarked

DEFAULT_COUNT, MOST = 3, 6
SCALES = {"sama": "indicators.scale_same", "oma": "indicators.scale_own"}
AMOUNTS = {"sellaisenaan": "indicators.amount_as_such", "asukasta-kohti": "indicators.amount_each"}
"""Two ways to see the numbers, the usual one first: how the address and the page name them."""
KEYS = ("region", "gap", "break", "budget", "target")
WIDE, ABREAST = 3, 2
"""More panels of an indicator than this go on two lines; those of one municipality go abreast."""


def render(ctx: Context, rows: Sequence[IndicatorRow]) -> None:
    """Draw the choices and a row of panels for each indicator chosen."""
    st.header(ctx.words("indicators.over_time"), anchor="kehitys")
    with st.container(key="filter-indicators", horizontal=True, vertical_alignment="bottom"):
        drawn = _pick(ctx, rows)
    small(ctx, _key(ctx, [view for _, view in drawn]))
    if len(ctx.slugs) > 1:
        for row, view in drawn:
            _indicator(ctx, row, view)
        return
    for start in range(0, len(drawn), ABREAST):
        some = drawn[start : start + ABREAST]
        for column, (row, view) in zip(st.columns(ABREAST, gap="large"), some, strict=False):
            with column:
                _indicator(ctx, row, view)


def usual(rows: Sequence[IndicatorRow]) -> list[str]:
    """The first indicators of which all have values; else those that most have."""
    ordered = sorted(rows, key=lambda row: -row.known)
    return [row.indicator for row in ordered[:DEFAULT_COUNT]]


def _pick(ctx: Context, rows: Sequence[IndicatorRow]) -> list[tuple[IndicatorRow, IndicatorView]]:
    """The indicators chosen, each as the visitor wants to see it."""
    by_id = {row.indicator: row for row in rows}
    names = {row.indicator: unmarked(ctx.words.local(row.definition.names)) for row in rows}

    def draw_indicators(key: str) -> list[str]:
        return st.multiselect(
            ctx.words("indicators.pick"),
            list(names),
            format_func=names.__getitem__,
            placeholder=ctx.words("controls.choose"),
            max_selections=MOST,
            key=key,
        )

    picked = chosen(
        "mittari", names, usual(rows), draw_indicators, language=ctx.language, most=MOST
    )
    kept = [by_id[indicator] for indicator in picked]
    own_scale = len(ctx.slugs) > 1 and _switched(ctx, "asteikko", "indicators.scale", SCALES)
    divisible = any(row.definition.per_resident for row in kept)
    per_resident = divisible and _switched(ctx, "luvut", "indicators.amount", AMOUNTS)
    return [
        (row, _view(ctx, row.indicator, own_scale=own_scale, per_resident=per_resident))
        for row in kept
    ]


def _switched(ctx: Context, name: str, label: str, options: Mapping[str, str]) -> bool:
    """Whether the visitor wants the second of two ways to see the numbers."""
    ways = list(options)

    def draw_switch(key: str) -> str | None:
        return st.segmented_control(
            ctx.words(label),
            ways,
            format_func=lambda way: ctx.words(options[way]),
            required=True,
            key=key,
        )

    return chosen(name, ways, ways[:1], draw_switch, language=ctx.language)[0] != ways[0]


def _view(ctx: Context, indicator: str, *, own_scale: bool, per_resident: bool) -> IndicatorView:
    return indicator_view(
        Wanted(
            asked=Asked.of(ctx),
            indicator=indicator,
            own_scale=own_scale,
            per_resident=per_resident,
            dark=ctx.dark,
        )
    )


def _key(ctx: Context, views: Sequence[IndicatorView]) -> str:
    """What the lines and marks mean, of those that are drawn."""
    regions = [view.ranges[0].region for view in views if view.ranges]
    region = region_in_words(regions[0], ctx.words) if regions else ""
    shown = {name for view in views for name, is_there in view.shows.items() if is_there}
    return " ".join(
        ctx.words(f"indicators.key_{name}", region=region) for name in KEYS if name in shown
    )


def _indicator(ctx: Context, row: IndicatorRow, view: IndicatorView) -> None:
    draw(ctx, "indicator_head", basis=row.basis, title=view.title, unit=view.unit)
    _panels(ctx, row.indicator, view.panels)
    draw(ctx, "indicator_values", title=view.title, values=view.values)
    download_made(
        lambda: indicator_table(view.cells.values()),
        f"{row.indicator}-{'-'.join(ctx.slugs)}.csv",
        key=f"csv-{row.indicator}",
        label=ctx.words("download.csv"),
    )


def _panels(ctx: Context, indicator: str, panels: Sequence[PanelView]) -> None:
    """The panels side by side, two by two where there are many; on a phone one below another."""
    width = ABREAST if len(panels) > WIDE else len(panels)
    for start in range(0, len(panels), width):
        some = panels[start : start + width]
        for column, panel in zip(st.columns(width, gap="large"), some, strict=False):
            with column:
                draw(ctx, "panel_head", slug=panel.slug, told=panel.told)
                if panel.drawing:
                    st.plotly_chart(
                        panel.drawing.figure,
                        key=f"{indicator}-{panel.slug}",
                        config=CONFIG,
                        theme=None,
                        alt=panel.drawing.alt,
                    )
