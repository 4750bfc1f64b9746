"""The newest value of every indicator in each municipality, with its year, state and sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.analysis.indicators.indicator_progress import Progress
from components.analysis.indicators.indicator_rows import BASES, Cell, IndicatorRow
from components.analysis.indicators.indicator_table import indicator_table
from components.analysis.sentences.sentences import Sentence, indicator_sentence
from components.model import Goal, Observation
from components.model.indicators import Basis
from components.pages.sections.asked import Asked
from components.phrases.comparison import comparison_in_words
from components.phrases.indicators import targets_in_short, value_in_words
from components.phrases.progress import cautions, state_in_words, the_sum
from components.widgets.cache import cached
from components.widgets.context import Context
from components.widgets.figures import download, small
from components.widgets.html import draw


@dataclass(frozen=True)
class ItemView:
    """An indicator that a municipality follows: its state and what that rests on, in words."""

    item: Progress
    state: str
    sum: str
    cautions: Sequence[str]
    target: str
    goals: Sequence[Goal]
    sentence: Sentence | None


@dataclass(frozen=True)
class CellView:
    """The newest value of a municipality in words; None where there is none."""

    value: str | None
    year: int | None
    small: bool
    observation: Observation | None
    items: Sequence[ItemView]


@dataclass(frozen=True)
class RowView:
    """An indicator in all the municipalities; `basis` is named once where it is that of all."""

    row: IndicatorRow
    basis: Basis | None
    cells: Mapping[str, CellView]
    comparison: Sequence[str]


def render(ctx: Context) -> None:
    """Draw a table for each basis, the council's own first, what nobody follows folded last."""
    _tables(ctx)
    download(
        ctx.words("indicators.download"),
        f"mittarit-{'-'.join(ctx.slugs)}.csv",
        "mittarit",
        lambda: indicator_table(cell for row in Asked.of(ctx).rows for cell in row.cells.values()),
    )


@cached
def _tables(ctx: Context) -> None:
    rows = Asked.of(ctx).rows
    st.header(ctx.words("indicators.latest"), anchor="luvut")
    small(
        ctx, ctx.words("indicators.latest_note" if len(ctx.slugs) > 1 else "indicators.year_note")
    )
    views = row_views(Asked.of(ctx))
    followed = any(row.basis for row in rows)
    for basis in BASES:
        found = [view for view in views if view.row.basis == basis]
        if found:
            folded = basis is None and followed
            draw(ctx, "indicators", basis=basis or "none", rows=found, folded=folded)


def row_views(asked: Asked) -> tuple[RowView, ...]:
    """What the template draws of every indicator."""
    return tuple(
        RowView(
            row=row,
            basis=row.basis if row.one_basis else None,
            cells={slug: _cell(asked, cell) for slug, cell in row.cells.items()},
            comparison=comparison_in_words(
                row.comparison, row.definition, asked.names, asked.words
            )
            if row.comparison
            else (),
        )
        for row in asked.rows
    )


def _cell(asked: Asked, cell: Cell) -> CellView:
    value = cell.value
    return CellView(
        value=value_in_words(cell.series, value, asked.words) if value else None,
        year=value.year if value else None,
        small=cell.small,
        observation=value.observation if value else None,
        items=[_item(asked, item) for item in cell.progresses],
    )


def _item(asked: Asked, item: Progress) -> ItemView:
    wanted = set(item.indicator.goals)
    strategies = asked.library.dossiers[item.slug].strategies
    stated = item.indicator.basis != "interpretation"
    return ItemView(
        item=item,
        state=state_in_words(item, asked.words),
        sum=the_sum(item, asked.words),
        cautions=cautions(item, asked.words),
        target=targets_in_short(item, asked.words),
        goals=[goal for strategy in strategies for goal in strategy.goals if goal.id in wanted],
        sentence=indicator_sentence(item.slug, item.indicator) if stated else None,
    )
