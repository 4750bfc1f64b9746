"""Holds the rows of the tables against the municipalities they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from components.loading.problems import Report
from components.loading.rules import unknown
from components.loading.tables import Numbered
from components.loading.walk import shape
from components.model import Row

RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True)
class Known:
    """What rows may name: municipality codes, indicators, and each municipality's projects.

    What could not be read makes no row wrong: `codes` and `indicators` are None when their file
    is broken. A municipality whose file is broken has no entry in `projects` and stands in
    `unreadable`, as None when the file does not even tell its code: its rows are left out
    without a word of their own, since the file already has one.
    """

    codes: AbstractSet[str] | None
    indicators: AbstractSet[str] | None
    projects: Mapping[str, AbstractSet[str]]
    unreadable: AbstractSet[str | None]

    def is_left_out(self, code: str) -> bool:
        """Whether a municipality's file is broken, or may be."""
        return code in self.unreadable or (None in self.unreadable and code not in self.projects)


def joined(rows: Iterable[Numbered[RowT]], known: Known, report: Report) -> tuple[RowT, ...]:
    """The rows that join; those that join nothing are reported and left out."""
    return tuple(row.row for row in rows if _joins(row, known, report))


def _joins(row: Numbered[RowT], known: Known, report: Report) -> bool:
    names = {field: str(getattr(row.row, field)) for field in shape(type(row.row)).refs}
    code = names.get("municipality_code", "")
    if code and known.codes is not None and code not in known.codes:
        if known.is_left_out(code):
            return False
        report(row.place("municipality_code"), "unknown-municipality", unknown(code, known.codes))
        return False
    indicator = names.get("indicator")
    if indicator and known.indicators is not None and indicator not in known.indicators:
        report(row.place("indicator"), "unknown-indicator", unknown(indicator, known.indicators))
        return False
    project = names.get("project")
    if project and known.is_left_out(code):
        return False
    if project and project not in (here := known.projects.get(code, frozenset())):
        report(row.place("project"), "joins-nothing", unknown(project, here))
        return False
    return True
