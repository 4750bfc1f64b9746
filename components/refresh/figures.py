"""A figure as a service gave it, and what is asked of a service."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from components.model import Dataset, Fetch
from components.refresh.services import LICENCE


@dataclass(frozen=True, slots=True)
class Origin:
    """A table of a service as its dataset says it; `name` begins the id of that."""

    name: str
    title: str
    publisher: str
    url: str

    def dataset(self, today: date) -> Dataset:
        """What was fetched of the table on a day."""
        return Dataset(
            title=self.title,
            publisher=self.publisher,
            url=self.url,
            licence=LICENCE,
            retrieved=today,
        )


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


def short_name(service: str, table: str) -> str:
    """A service and its table as the beginning of an id."""
    return "-".join(re.findall(r"[a-z0-9]+", f"{service} {table}".lower()))


def title(publisher: str, table: str, name: str, updated: str) -> str:
    """How a dataset is called, in Finnish as all data: publisher, table, its name, its date."""
    named = " ".join(f"{publisher}, {table} {name}".split())
    return f"{named}, päivitetty {updated}" if updated else named


def missing(table: str, codes: list[str], request: Request) -> str:
    """The line that says of which municipalities a table knows nothing."""
    names = ", ".join(f"{code} {request.municipalities[code]}" for code in codes)
    return f"{table} has no area for {names}"
