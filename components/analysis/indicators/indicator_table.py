"""The values of indicators as rows for a spreadsheet, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from components.analysis.indicators.indicator_rows import Cell
from components.analysis.indicators.series import Series, Value, unit_of

COLUMNS = (
    "municipality",
    "indicator",
    "year",
    "value",
    "unit",
    "kind",
    "variant",
    "basis",
    "source_title",
    "source_url",
    "licence",
    "per_resident",
    "residents",
)


def indicator_table(cells: Iterable[Cell]) -> pd.DataFrame:
    """Every value, budgets too, with whose choice the indicator is and what it was divided by."""
    found = [
        _row(cell.series, value, " ".join(item.indicator.basis for item in cell.progresses))
        for cell in cells
        for value in (*cell.series.values, *cell.series.planned)  # noqa: PD011 - a field of ours
    ]
    return pd.DataFrame(found, columns=pd.Index(COLUMNS))


def _row(series: Series, value: Value, basis: str) -> dict[str, object]:
    row = value.observation
    return {
        "municipality": series.slug,
        "indicator": series.indicator,
        "year": value.year,
        "value": row.value,
        "unit": unit_of(series.definition, row),
        "kind": row.kind,
        "variant": row.variant,
        "basis": basis or None,
        "source_title": row.source_title,
        "source_url": row.source_url,
        "licence": row.licence,
        "per_resident": value.value if value.residents else None,
        "residents": value.residents.value if value.residents else None,
    }
