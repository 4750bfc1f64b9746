"""What typst is told: a hand-out as JSON can hold it, its text as our fonts can set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import singledispatch
from typing import Any

from components.exports.handout.records import Bars, Lines, SourceLine, Table
from components.exports.pdf.charts import drawn
from components.exports.text.glyphs import readable
from components.i18n import Catalogue

AS_IT_IS = ("url", "alt")
"""Fields that are never set in type: an address is followed, an alternative text is read aloud."""
MOST_COLUMNS = 7
"""A wider table of numbers comes in parts, each with the first column."""


@singledispatch
def plain(value: object, words: Catalogue) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The value without any type of ours; a record becomes its fields by name."""
    if is_dataclass(value):
        return _fields({item.name: getattr(value, item.name) for item in fields(value)}, words)
    return value


@plain.register
def _text(value: str, _words: Catalogue) -> str:
    return readable(value)


@plain.register
def _number(value: Decimal, _words: Catalogue) -> float:
    return float(value)


@plain.register(tuple)
@plain.register(list)
def _each(value: tuple[object, ...] | list[object], words: Catalogue) -> list[Any]:
    return [plain(item, words) for item in value]


@plain.register(dict)
def _fields(value: Mapping[str, object], words: Catalogue) -> dict[str, Any]:
    return {name: item if name in AS_IT_IS else plain(item, words) for name, item in value.items()}


@plain.register(Bars)
@plain.register(Lines)
def _picture(value: Bars | Lines, words: Catalogue) -> dict[str, Any]:
    return _fields(drawn(value, words), words)


@plain.register
def _source(value: SourceLine, words: Catalogue) -> dict[str, Any]:
    """A source with its address twice: to follow, and to show."""
    return _fields(vars(value) | {"shown": value.url}, words)


@plain.register
def _table(value: Table, words: Catalogue) -> dict[str, Any]:
    """A table in parts that a page has room for."""
    others = range(1, len(value.columns))
    step = MOST_COLUMNS - 1
    if len(value.columns) > MOST_COLUMNS:
        groups = [(0, *others[start : start + step]) for start in range(0, len(others), step)]
    else:
        groups = [(0, *others)]
    parts = [
        {
            "columns": [value.columns[place] for place in group],
            "rows": [[row[place] for place in group] for row in value.rows],
            "numeric": [number for number, place in enumerate(group) if place in value.numeric],
        }
        for group in groups
    ]
    return _fields({"caption": value.caption, "parts": parts}, words)
