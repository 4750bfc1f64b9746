"""A small library with one indicator, to measure things in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from components.model import (
    Break,
    Dossier,
    Goal,
    Indicator,
    IndicatorDefinition,
    Library,
    LocalText,
    Municipality,
    Observation,
    Period,
    PerResident,
    Point,
    Source,
    Strategy,
    Target,
    Unit,
)

WORDS = LocalText(fi="sana")
BREAK = Break(year=2023, reason=LocalText(fi="Uudistus."))
EACH_THOUSAND = PerResident(times=1000, unit=Unit(id="1000", fi="tuhatta kohti"), decimals=1)


def definition(**values: Any) -> IndicatorDefinition:  # noqa: ANN401 - any field of the record
    """A definition with one decimal and more is better."""
    usual: dict[str, Any] = {
        "names": WORDS,
        "unit": Unit(id="%", fi="%"),
        "direction": "up",
        "direction_reason": WORDS,
        "decimals": 1,
        "definition": WORDS,
        "source_table": "taulu",
    }
    return IndicatorDefinition(**(usual | values))


def observation(year: int, value: str, **values: Any) -> Observation:  # noqa: ANN401 - the same
    """A value of the first municipality."""
    usual: dict[str, Any] = {
        "municipality_code": "001",
        "indicator": "luku",
        "year": year,
        "value": Decimal(value),
        "source_title": "Taulu",
        "licence": "CC0",
    }
    return Observation(**(usual | values))


def indicator(**values: Any) -> Indicator:  # noqa: ANN401 - the same
    """An indicator of the goal `paamaara`."""
    usual: dict[str, Any] = {
        "id": "mittari",
        "indicator": "luku",
        "basis": "adopted",
        "goals": ("paamaara",),
        "source": "lahde",
    }
    return Indicator(**(usual | values))


def library(
    observations: Sequence[Observation],
    *indicators: Indicator,
    period: Period | None = None,
    **definitions: IndicatorDefinition,
) -> Library:
    """Two municipalities, `eka` (001) with the indicators and `toka` (002) with none."""

    def dossier(code: str, slug: str, own: tuple[Indicator, ...]) -> Dossier:
        return Dossier(
            municipality=Municipality(code=code, slug=slug, name=LocalText(fi=slug)),
            sources=(Source(id="lahde", title="Lähde", publisher="Kunta", kind="web_page"),),
            strategies=(
                Strategy(
                    id="strategia",
                    title="Strategia",
                    source="lahde",
                    period=period,
                    goals=(Goal(id="paamaara", name="Päämäärä"),),
                ),
            ),
            indicators=own,
        )

    return Library(
        dossiers={"eka": dossier("001", "eka", indicators), "toka": dossier("002", "toka", ())},
        indicators={"luku": definition(), **definitions},
        observations=tuple(observations),
    )


def since(year: int, value: str) -> Point:
    """A baseline."""
    return Point(date=str(year), value=Decimal(value))


def by(year: int, value: str) -> Target:
    """A target."""
    return Target(date=str(year), value=Decimal(value))
