"""Chosen indicators over the years: a panel a municipality, all to the same scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from components.analysis.indicators.indicator_rows import IndicatorRow
from components.analysis.indicators.indicator_table import indicator_table
from components.pages.sections.asked import Asked
from components.pages.sections.indicator_view import (
    IndicatorView,
    PanelView,
    Wanted,
    indicator_view,
)
from components.phrases.indicators import region_in_words
from components.widgets.address import chosen
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import chart, download, small
from components.widgets.html import draw

T = TypeVar("T")

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
        picked, own_scale, per_resident = _pick(ctx, rows)
    way = own_scale, per_resident
    _key_line(ctx, picked, *way)
    if len(ctx.slugs) > 1:
        for indicator in picked:
            _indicator(ctx, indicator, *way)
    else:
        for line in _lines(picked, ABREAST):
            for column, indicator in zip(st.columns(ABREAST, gap="large"), line, strict=False):
                with column:
                    _indicator(ctx, indicator, *way)


def _lines(items: Sequence[T], width: int) -> Iterator[Sequence[T]]:
    """So many at a time as go side by side."""
    return (items[start : start + width] for start in range(0, len(items), width))


@cached
def _view(ctx: Context, indicator: str, own_scale: bool, per_resident: bool) -> IndicatorView:  # noqa: FBT001 - a pair of switches
    return indicator_view(
        Wanted(
            asked=Asked.of(ctx),
            indicator=indicator,
            own_scale=own_scale,
            per_resident=per_resident,
            dark=ctx.dark,
        )
    )


@cached
def _key_line(
    ctx: Context,
    picked: tuple[str, ...],
    own_scale: bool,  # noqa: FBT001 - a pair of switches
    per_resident: bool,  # noqa: FBT001 - likewise
) -> None:
    views = [_view(ctx, indicator, own_scale, per_resident) for indicator in picked]
    told = _told(ctx, picked, own_scale=own_scale, per_resident=per_resident)
    small(ctx, _key(ctx, views), announced=told)


def usual(rows: Sequence[IndicatorRow]) -> list[str]:
    """The first indicators of which all have values; else those that most have."""
    ordered = sorted(rows, key=lambda row: -row.known)
    return [row.indicator for row in ordered[:DEFAULT_COUNT]]


def _pick(ctx: Context, rows: Sequence[IndicatorRow]) -> tuple[tuple[str, ...], bool, bool]:
    """The indicators chosen, whether each has its own scale, and whether per resident."""
    by_id = {row.indicator: row for row in rows}
    names = {row.indicator: ctx.words.local(row.definition.names) for row in rows}

    def draw_indicators(key: str, first: list[str] | None) -> list[str]:
        return st.multiselect(
            ctx.words("indicators.pick"),
            list(names),
            format_func=names.__getitem__,
            placeholder=ctx.words("controls.choose"),
            max_selections=MOST,
            select_all=False,  # it would choose the first six
            default=first,
            key=key,
        )

    picked = chosen(
        "mittari", names, usual(rows), draw_indicators, language=ctx.language, most=MOST
    )
    own_scale = len(ctx.slugs) > 1 and _switched(ctx, "asteikko", "indicators.scale", SCALES)
    divisible = any(by_id[name].definition.per_resident for name in picked)
    per_resident = divisible and _switched(ctx, "luvut", "indicators.amount", AMOUNTS)
    return picked, own_scale, per_resident


def _switched(ctx: Context, name: str, label: str, options: Mapping[str, str]) -> bool:
    """Whether the visitor wants the second of two ways to see the numbers."""
    ways = list(options)

    def draw_switch(key: str, first: str | None) -> str | None:
        return st.segmented_control(
            ctx.words(label),
            ways,
            format_func=lambda way: ctx.words(options[way]),
            required=True,
            default=first,
            key=key,
        )

    return chosen(name, ways, ways[:1], draw_switch, language=ctx.language)[0] != ways[0]


def _told(ctx: Context, picked: Sequence[str], *, own_scale: bool, per_resident: bool) -> str:
    """What is drawn, for those who hear the page: the indicators and how they are shown."""
    names = ctx.words.names(
        [ctx.words.local(ctx.library.indicators[indicator].names) for indicator in picked]
    )
    said = [f"{ctx.words('indicators.over_time')}: {names or ctx.words('indicators.no_value')}"]
    if own_scale:
        said.append(f"{ctx.words('indicators.scale')}: {ctx.words('indicators.scale_own')}")
    if per_resident:
        said.append(f"{ctx.words('indicators.amount')}: {ctx.words('indicators.amount_each')}")
    return ". ".join(said)


def _key(ctx: Context, views: Sequence[IndicatorView]) -> str:
    """What the lines and marks mean, of those that are drawn."""
    regions = [view.ranges[0].region for view in views if view.ranges]
    region = region_in_words(regions[0], ctx.words) if regions else ""
    shown = {name for view in views for name, is_there in view.shows.items() if is_there}
    return " ".join(
        ctx.words(f"indicators.key_{name}", region=region) for name in KEYS if name in shown
    )


def _indicator(ctx: Context, indicator: str, own_scale: bool, per_resident: bool) -> None:  # noqa: FBT001 - a pair of switches
    _panels(ctx, indicator, own_scale, per_resident)
    view = _view(ctx, indicator, own_scale, per_resident)
    download(
        ctx.words("download.csv"),
        f"{indicator}-{'-'.join(ctx.slugs)}.csv",
        f"csv-{indicator}",
        lambda: indicator_table(view.cells.values()),
    )


@cached
def _panels(ctx: Context, indicator: str, own_scale: bool, per_resident: bool) -> None:  # noqa: FBT001 - a pair of switches
    view = _view(ctx, indicator, own_scale, per_resident)
    basis = next(row.basis for row in Asked.of(ctx).rows if row.indicator == indicator)
    draw(ctx, "indicator_head", basis=basis, title=view.title, unit=view.unit)
    width = ABREAST if len(view.panels) > WIDE else len(view.panels)
    for line in _lines(view.panels, width):
        for column, panel in zip(st.columns(width, gap="large"), line, strict=False):
            with column:
                _panel(ctx, indicator, panel)
    draw(ctx, "indicator_values", title=view.title, values=view.values)


def _panel(ctx: Context, indicator: str, panel: PanelView) -> None:
    draw(ctx, "panel_head", slug=panel.slug, told=panel.told)
    if panel.drawing:
        chart(panel.drawing, f"{indicator}-{panel.slug}")
