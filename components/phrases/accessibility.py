"""What the last run of the accessibility tests found, and the faults that are known."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from components.i18n import Catalogue
from components.model import Excuse, ServiceGap

RECORD: Final = Path(__file__).with_name("accessibility_run.json")
"""Written by `.ci/accessibility.py` from the tests themselves, never by hand."""

CRITERIA: Final[Mapping[str, str]] = {
    "axe": "1–4",
    "keyboard": "2.1.1, 2.4.3, 2.4.7",
    "announced": "4.1.3",
    "enlarged": "1.4.4, 1.4.10, 1.4.12",
    "colours": "1.4.11",
    "language": "3.1.1, 3.1.2",
}
"""What each check holds, by its name in the record."""

KNOWN: Final[tuple[tuple[str, str, Excuse], ...]] = (
    ("hover", "1.4.13", "not_fixed"),
    ("points", "2.1.1", "not_fixed"),
    ("names", "3.1.2", "not_fixed"),
    ("words", "3.1.2", "not_fixed"),
)
"""Faults of the software: the key of their words, the criterion, the reason."""


@dataclass(frozen=True)
class Run:
    """One run of the accessibility tests."""

    day: date
    versions: Mapping[str, str]
    pages: Sequence[str]
    languages: Sequence[str]
    widths: Sequence[int]
    passed: Mapping[str, int]
    failed: Mapping[str, int]


@dataclass(frozen=True)
class Gap:
    """Something that is not accessible, in words."""

    what: str
    criterion: str
    excuse: str


@cache
def last_run() -> Run:
    """The run that is on record."""
    found = json.loads(RECORD.read_text(encoding="utf-8"))
    return Run(**found | {"day": date.fromisoformat(found["day"])})


def stale(day: date, today: date) -> bool:
    """Whether something of a day has to be done again: the statement is held up once a year."""
    return (today.year, today.month, today.day) > (day.year + 1, day.month, day.day)


def told_gaps(run: Run, own: Sequence[ServiceGap], words: Catalogue) -> list[Gap]:
    """The tests that failed, the known faults of the software, then those of the service."""
    failed = [
        (words("accessibility.gap.failed", check=words(f"accessibility.check.{check}")), check)
        for check, count in run.failed.items()
        if count
    ]
    found: list[tuple[str, str, Excuse]] = [
        *((text, CRITERIA[check], "not_fixed") for text, check in failed),
        *((words(f"accessibility.gap.{gap}"), criterion, why) for gap, criterion, why in KNOWN),
        *((words.local(gap.what), gap.criterion, gap.excuse) for gap in own),
    ]
    return [
        Gap(text, criterion, words(f"accessibility.excuse.{why}"))
        for text, criterion, why in found
    ]
