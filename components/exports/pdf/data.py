"""A hand-out as JSON for typst: its text as our fonts can set it, its charts as SVG."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import singledispatch
from typing import Any

from components.exports.handout.records import Lines, Section, SourceLine, Table
from components.exports.svg.chart import chart_svg
from components.exports.text.glyphs import readable
from components.i18n import Catalogue

AS_IT_IS = ("url", "alt", "svg")
"""Fields that are no type: an address is followed, an alternative text is read aloud."""
NARROW, WHOLE = (363.0, 148.0), (547.0, 205.0)
"""The size of charts for columns of 10.9 and 16.4 cm: in these their words are of 8.5 points."""
MOST_BESIDE = 3
"""The columns of a table that has room beside its chart."""
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


@plain.register
def _section(value: Section, words: Catalogue) -> dict[str, Any]:
    """A section with its charts drawn; `narrow` says that its one chart has its table beside."""
    narrow = _is_narrow(value)
    width, height = NARROW if narrow else WHOLE
    charts = [
        {
            "title": chart.title,
            "alt": chart.alt,
            "svg": chart_svg(chart, words, name="chart", width=width, height=height),
            "table": chart.table,
        }
        for chart in value.charts
    ]
    return _fields(vars(value) | {"charts": charts, "narrow": narrow}, words)


def _is_narrow(section: Section) -> bool:
    return (
        len(section.charts) == 1
        and isinstance(section.charts[0].drawn, Lines)
        and len(section.charts[0].table.columns) <= MOST_BESIDE
    )


@plain.register
def _source(value: SourceLine, words: Catalogue) -> dict[str, Any]:
    """A source with its address twice: to follow, and to show."""
    return _fields(vars(value) | {"shown": value.url}, words)


@plain.register
def _table(value: Table, words: Catalogue) -> dict[str, Any]:
    """A table in parts that a page has room for."""
    parts = [
        {"columns": part.columns, "rows": part.rows, "numeric": part.numeric}
        for part in value.parts(MOST_COLUMNS)
    ]
    return _fields({"caption": value.caption, "parts": parts}, words)
