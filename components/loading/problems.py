"""What is wrong with an input file: where, which rule, and the facts of the case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

CODES = (
    "alias",
    "bad-date",
    "bad-form",
    "csv-column",
    "csv-number",
    "csv-row-length",
    "duplicate-id",
    "duplicate-key",
    "duplicate-row",
    "empty",
    "hidden-sign",
    "joins-nothing",
    "key-not-text",
    "merge-key",
    "missing-file",
    "missing-key",
    "not-a-mapping",
    "not-utf-8",
    "out-of-range",
    "period-order",
    "quote-differs",
    "quote-not-found",
    "replaces-circle",
    "replaces-order",
    "share-over-total",
    "source-text-missing",
    "stray-texts",
    "syntax",
    "tag",
    "target-form",
    "target-order",
    "target-side",
    "too-deep",
    "too-few",
    "too-large",
    "two-meanings",
    "uncited",
    "unknown-dataset",
    "unknown-decision",
    "unknown-goal",
    "unknown-indicator",
    "unknown-key",
    "unknown-law",
    "unknown-municipality",
    "unknown-project",
    "unknown-sentence",
    "unknown-source",
    "unknown-strategy",
    "unknown-theme",
    "unnamed-column",
    "unnamed-goal",
    "wrong-type",
    "wrong-value",
)
"""Every code that a check can report; the sentences stand in the catalogues of i18n."""

WARNINGS = ("theme-differs",)
"""Codes that are said and fail nothing."""

NOTES = ("table-cells", "table-encoding", "table-separator")
"""Codes that tell how a table was read which a spreadsheet saved in its own way."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at one place; lines and columns count from 1."""

    file: str
    line: int
    column: int
    code: str
    values: Mapping[str, str]

    @property
    def place(self) -> tuple[str, int, int, str]:
        """What problems are sorted by."""
        return self.file, self.line, self.column, self.code


Report = Callable[[tuple[int, int], str, Mapping[str, str]], None]
"""Takes a (line, column), a code and the facts, and keeps the problem."""


class Problems:
    """Collects the problems of all files."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: list[Problem] = []

    def reporter(self, file: str) -> Report:
        """A function that reports the problems of one file."""

        def report(place: tuple[int, int], code: str, values: Mapping[str, str]) -> None:
            self._found.append(Problem(file, *place, code, values))

        return report

    def files(self) -> set[str]:
        """The files that have a problem."""
        return {problem.file for problem in self._found if problem.code not in NOTES}

    def all(self) -> tuple[Problem, ...]:
        """All problems in the order of their places, without notes."""
        return self._sorted(notes=False)

    def notes(self) -> tuple[Problem, ...]:
        """What was read all the same, in the order of the places."""
        return self._sorted(notes=True)

    def _sorted(self, *, notes: bool) -> tuple[Problem, ...]:
        found = (problem for problem in self._found if (problem.code in NOTES) == notes)
        return tuple(sorted(found, key=lambda problem: problem.place))
