"""A figure as a service gave it, and what is asked of a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from components.model import Fetch


@dataclass(frozen=True, slots=True)
class Origin:
    """What a figure's row says of where it comes from."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of an indicator in one municipality and year."""

    code: str
    indicator: str
    year: int
    value: Decimal
    origin: Origin

    @property
    def written(self) -> str:
        """The value with the decimals that were given, never with an exponent."""
        return format(self.value, "f")


@dataclass(frozen=True, slots=True)
class Request:
    """Which indicators of which municipalities: their names by their codes."""

    indicators: Mapping[str, Fetch]
    municipalities: Mapping[str, str]
    today: date


@dataclass(frozen=True, slots=True)
class Fetched:
    """The figures of a service and what is to be said of what it did not have."""

    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()


def title(publisher: str, table: str, name: str, updated: str) -> str:
    """How a row names its source, in Finnish as all data: publisher, table, its name, its date."""
    named = " ".join(f"{publisher}, {table} {name}".split())
    return f"{named}, päivitetty {updated}" if updated else named


def missing(table: str, codes: list[str], request: Request) -> str:
    """The line that says of which municipalities a table knows nothing."""
    names = ", ".join(f"{code} {request.municipalities[code]}" for code in codes)
    return f"{table} has no area for {names}"
