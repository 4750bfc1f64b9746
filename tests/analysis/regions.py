"""Ranges of a region, made by hand."""

from __future__ import annotations

from decimal import Decimal

from components.model import RegionRange


def region_year(
    year: int, *, median: str = "60", low: str = "50", high: str = "70", region: str = "Lappi"
) -> RegionRange:
    """The 21 municipalities of a region in a year."""
    return RegionRange(
        region=region,
        indicator="luku",
        year=year,
        municipalities=21,
        median=Decimal(median),
        low=Decimal(low),
        high=Decimal(high),
        source_title="Alue",
        licence="CC0",
    )
