"""Chosen indicators over the years: a panel a municipality, all to the same scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from components.analysis.indicator_rows import IndicatorRow
from components.analysis.indicator_table import indicator_table
from components.model.indicators import Basis
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
from components.widgets.figures import small_print
from components.widgets.html import drawn
from components.widgets.kept import kept
from components.widgets.parts import Abreast, Download, Part, chart

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
    _picked(ctx, picked, own_scale=own_scale, per_resident=per_resident)


@kept
def _picked(
    ctx: Context, picked: tuple[str, ...], *, own_scale: bool, per_resident: bool
) -> Iterator[Part]:
    """The key of what is drawn, then each indicator as the visitor wants to see it."""
    asked = Asked.of(ctx)
    basis = {row.indicator: row.basis for row in asked.rows}
    views = {
        indicator: indicator_view(
            Wanted(
                asked=asked,
                indicator=indicator,
                own_scale=own_scale,
                per_resident=per_resident,
                dark=ctx.dark,
            )
        )
        for indicator in picked
    }
    yield small_print(
        ctx,
        _key(ctx, list(views.values())),
        announced=_told(ctx, picked, own_scale=own_scale, per_resident=per_resident),
    )
    each = [
        list(_indicator(ctx, indicator, basis[indicator], view))
        for indicator, view in views.items()
    ]
    if len(ctx.slugs) > 1:
        yield from (part for parts in each for part in parts)
    else:
        yield from _abreast(each, ABREAST)


def _abreast(groups: Sequence[Sequence[Part]], width: int) -> Iterator[Part]:
    """Lines of groups side by side."""
    for start in range(0, len(groups), width):
        yield Abreast(groups[start : start + width], width)


def usual(rows: Sequence[IndicatorRow]) -> list[str]:
    """The first indicators of which all have values; else those that most have."""
    ordered = sorted(rows, key=lambda row: -row.known)
    return [row.indicator for row in ordered[:DEFAULT_COUNT]]


def _pick(ctx: Context, rows: Sequence[IndicatorRow]) -> tuple[tuple[str, ...], bool, bool]:
    """The indicators chosen, whether each has its own scale, and whether per resident."""
    by_id = {row.indicator: row for row in rows}
    names = {row.indicator: ctx.words.local(row.definition.names) for row in rows}

    def draw_indicators(key: str) -> list[str]:
        return st.multiselect(
            ctx.words("indicators.pick"),
            list(names),
            format_func=names.__getitem__,
            placeholder=ctx.words("controls.choose"),
            max_selections=MOST,
            select_all=False,  # it would choose the first six
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

    def draw_switch(key: str) -> str | None:
        return st.segmented_control(
            ctx.words(label),
            ways,
            format_func=lambda way: ctx.words(options[way]),
            required=True,
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


def _indicator(
    ctx: Context, indicator: str, basis: Basis | None, view: IndicatorView
) -> Iterator[Part]:
    yield drawn(ctx, "indicator_head", basis=basis, title=view.title, unit=view.unit)
    panels = [list(_panel(ctx, indicator, panel)) for panel in view.panels]
    yield from _abreast(panels, ABREAST if len(panels) > WIDE else len(panels))
    yield drawn(ctx, "indicator_values", title=view.title, values=view.values)
    yield Download(
        ctx.words("download.csv"),
        f"{indicator}-{'-'.join(ctx.slugs)}.csv",
        f"csv-{indicator}",
        lambda: indicator_table(view.cells.values()),
    )


def _panel(ctx: Context, indicator: str, panel: PanelView) -> Iterator[Part]:
    yield drawn(ctx, "panel_head", slug=panel.slug, told=panel.told)
    if panel.drawing:
        yield chart(panel.drawing, f"{indicator}-{panel.slug}")
