"""Strategies and programmes on one line of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from components.model import Dossier, Library, Programme, Strategy

PERIOD_COLUMNS = ["municipality", "kind", "id", "name", "start", "end", "source"]


def period_table(library: Library, slugs: Sequence[str]) -> pd.DataFrame:
    """Strategies and programmes with their periods, those without a known period last.

    Columns: municipality, kind (strategy, programme, policy or plan), id, name, start, end
    (years, months or days as ISO text, or None), source (id).
    """
    rows = [
        {
            "municipality": slug,
            "kind": kind,
            "id": item.id,
            "name": item.title if isinstance(item, Strategy) else item.name,
            "start": item.period.start if item.period else None,
            "end": item.period.end if item.period else None,
            "source": item.source,
        }
        for slug in slugs
        for kind, item in _dated(library.dossiers[slug])
    ]
    table = pd.DataFrame(rows, columns=PERIOD_COLUMNS, dtype=object)
    order = {slug: number for number, slug in enumerate(slugs)}
    ranked = table.assign(
        place=table["municipality"].map(order),
        later=table["kind"] != "strategy",
        begin=table["start"].fillna("9999"),
    )
    ranked = ranked.sort_values(["place", "later", "begin", "end"], kind="stable")
    return ranked[PERIOD_COLUMNS].reset_index(drop=True)


def _dated(dossier: Dossier) -> Iterator[tuple[str, Strategy | Programme]]:
    """The strategies and programmes of a municipality with their kinds."""
    for strategy in dossier.strategies:
        yield "strategy", strategy
    for programme in dossier.programmes:
        yield programme.kind, programme
