"""The data for programs: what the pages show as plain rows, each kind with its schema."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from components.i18n import Catalogue
from components.model import Library

Row = dict[str, Any]
LISTS = ("themes", "goals")
"""Columns that the tables hold as words with blanks between."""
TYPES: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "text?": {"type": ["string", "null"]},
    "list": {"type": "array", "items": {"type": "string"}},
    "number": {"type": "number"},
    "number?": {"type": ["number", "null"]},
    "integer": {"type": "integer"},
    "integer?": {"type": ["integer", "null"]},
    "boolean": {"type": "boolean"},
    "moment?": {
        "type": ["object", "null"],
        "properties": {"date": {"type": "string"}, "value": {"type": ["number", "null"]}},
        "required": ["date", "value"],
    },
    "target?": {
        "type": ["object", "null"],
        "properties": {
            "date": {"type": ["string", "null"]},
            **{name: {"type": ["number", "null"]} for name in ("value", "low", "high")},
        },
        "required": ["date", "value"],
    },
    "sources": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"title": {"type": "string"}, "url": {"type": ["string", "null"]}},
            "required": ["title", "url"],
        },
    },
    "why": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
}


@dataclass(frozen=True)
class Query:
    """What is asked of a resource: municipalities, words to search for, how many at most."""

    slugs: tuple[str, ...]
    today: date
    words: Catalogue
    query: str = ""
    limit: int = 20


@dataclass(frozen=True)
class Resource:
    """Rows of one kind: how they are made, and the type of each of their columns.

    `fewest` and `most` bound the municipalities; where `fewest` is none, naming none means all.
    """

    name: str
    summary: str
    rows: Callable[[Library, Query], list[Row]]
    columns: Mapping[str, str]
    fewest: int = 0
    most: int | None = None
    searched: bool = False

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of a row."""
        return {
            "type": "object",
            "properties": {name: dict(TYPES[kind]) for name, kind in self.columns.items()},
            "required": list(self.columns),
            "additionalProperties": False,
        }


def table_of(rows: Sequence[Row], resource: Resource) -> pd.DataFrame:
    """The rows as a flat table: parts of a value become columns of their own."""
    flat = [dict(_flat(row)) for row in rows]
    heads = list(dict.fromkeys(name for row in flat for name in row)) or list(resource.columns)
    return pd.DataFrame(flat, columns=pd.Index(heads), dtype=object)


def _flat(row: Row) -> Iterable[tuple[str, object]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield from ((f"{name}_{part}", held) for part, held in value.items())
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for part in value[0]:
                yield f"{name}_{part}", "; ".join(str(one[part] or "") for one in value)
        elif isinstance(value, list):
            yield name, "; ".join(map(str, value))
        else:
            yield name, value


def cell(name: str, value: object) -> object:
    """A cell of a table as JSON has it."""
    return value.split() if name in LISTS and isinstance(value, str) else _plain(value)


def _plain(value: object) -> object:
    """A cell as JSON has it; what is not known is null."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return list(value)
    return None if value is None or value != value else value  # noqa: PLR0124 - nan alone is not itself
