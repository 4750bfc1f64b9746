"""What the sheets of a workbook are made of: columns, rows, cells that may be links."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from components.analysis.sentences.citations import source_of
from components.exports.handout.builder import HandoutBuilder

Look = Literal["text", "number", "share", "year", "day"]


@dataclass(frozen=True)
class Link:
    """Text that leads to an address, where there is one."""

    text: str
    address: str | None


Cell = str | int | date | Decimal | Fraction | Link | None


@dataclass(frozen=True)
class Column:
    """A column: the key of its head, how many signs wide it is, how its cells look."""

    key: str
    width: int
    look: Look = "text"


@dataclass(frozen=True)
class Sheet:
    """A table of a workbook; `decimals` tells how many the numbers of each row have."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    decimals: tuple[int, ...] = ()


def source_link(builder: HandoutBuilder, slug: str, source_id: str | None) -> Link | None:
    """The title of a source, leading to its address."""
    if not source_id:
        return None
    source = source_of(builder.library, slug, source_id)
    return Link(source.title, source.url)


def link(title: str | None, address: str | None) -> Link | None:
    """A title that leads to an address, where there is a title."""
    return Link(title, address) if title else None


def themes_named(builder: HandoutBuilder, themes: Sequence[str]) -> str:
    """The names of themes, in one cell."""
    return ", ".join(builder.words.local(builder.library.themes[theme].names) for theme in themes)
