"""What is measured in a library in which every free text is the same one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from components.model import (
    Break,
    Indicator,
    IndicatorDefinition,
    LocalText,
    Observation,
    PerResident,
    Point,
    RegionMunicipality,
    RegionRange,
    Target,
    Unit,
)
from components.model.tables import ObservationKind


def indicators(evil: str) -> tuple[Indicator, ...]:
    """One that we have chosen and one that the municipality has published."""
    return (
        Indicator(
            id="mittari",
            indicator="luku",
            basis="interpretation",
            goals=("paamaara",),
            source="lahde",
            quote=evil,
            baseline=Point(date="2020", value=Decimal(1)),
            targets=(Target(date="2030", value=Decimal(2)),),
        ),
        Indicator(
            id="julkaistu",
            indicator="luku",
            basis="announced",
            goals=("paamaara", "numero"),
            source="lahde",
            quote=evil,
            baseline=Point(date="2020", value=Decimal(1)),
            targets=(Target(date="2030", value=Decimal(2)),),
            unit=evil,
            variant=evil,
        ),
    )


def definitions(evil: str) -> dict[str, IndicatorDefinition]:
    """An indicator with a break, a note and a value per resident, and the residents."""
    words = LocalText(fi=evil, sv=evil, en=evil)
    count = IndicatorDefinition(
        names=words,
        unit=Unit(id="%", fi=evil),
        direction="none",
        direction_reason=words,
        decimals=0,
        definition=words,
        note=words,
        source_table=evil,
        per_resident=PerResident(times=1000, unit=Unit(id="1", fi=evil), decimals=1),
        breaks=(Break(year=2023, reason=words),),
        small_below=10,
    )
    return {"luku": count, "population": count.model_copy(update={"per_resident": None})}


def observations(evil: str) -> tuple[Observation, ...]:
    """A value on each side of the break, a budget in another unit, a neighbour, residents."""
    rows: tuple[tuple[str, str, int, ObservationKind, str | None], ...] = (
        ("001", "luku", 2022, "actual", None),
        ("001", "luku", 2024, "actual", None),
        ("001", "luku", 2025, "budget", evil),
        ("002", "luku", 2024, "approximate", None),
        ("001", "population", 2024, "actual", None),
    )
    return tuple(
        Observation(
            municipality_code=code,
            indicator=indicator,
            year=year,
            value=Decimal(1),
            kind=kind,
            unit=unit,
            variant=unit,
            retrieved=date(2026, 1, 2),
            source_title=evil,
            source_url="https://kunta.example/?a=1&b=2",
            licence=evil,
        )
        for code, indicator, year, kind, unit in rows
    )


def ranges(evil: str) -> tuple[RegionRange, ...]:
    """The region in a year of the values."""
    return (
        RegionRange(
            region=evil,
            indicator="luku",
            year=2024,
            municipalities=2,
            median=Decimal(1),
            low=Decimal(1),
            high=Decimal(1),
            note=evil,
            source_title=evil,
            licence=evil,
        ),
    )


def region(evil: str) -> tuple[RegionMunicipality, ...]:
    """A neighbour with a value and one without."""
    return tuple(
        RegionMunicipality(
            code=f"00{number}",
            name_fi=f"{evil}{number}",
            name_sv=evil,
            sub_region_fi=evil,
            language_status=evil,
            tile_row=1,
            tile_column=number,
            source_title=evil,
            licence=evil,
        )
        for number in (2, 3)
    )
