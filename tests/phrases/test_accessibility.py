"""The record behind the accessibility statement is true of the service as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.metadata import version

import pytest

from components.i18n import LANGUAGES, catalogue
from components.model import LocalText, ServiceGap
from components.pages import PAGES
from components.phrases.accessibility import CRITERIA, KNOWN, last_run, stale, told_gaps

HOW = "run `uv run python .ci/accessibility.py`"


def test_record_is_of_the_pages_languages_and_platform_there_are() -> None:
    """A page, a language or a Streamlit that no run has seen is not in a statement."""
    run = last_run()
    assert list(run.pages) == [page.SLUG for page in PAGES], HOW
    assert list(run.languages) == list(LANGUAGES), HOW
    assert run.versions["Streamlit"] == version("streamlit"), HOW
    assert run.day <= date.today()  # noqa: DTZ011 - the day of whoever runs it


def test_record_has_run_every_check() -> None:
    """Each check that the statement names has run; axe on each page in every way to see it."""
    run = last_run()
    assert list(run.passed) == list(run.failed) == list(CRITERIA)
    assert all(run.passed[check] + run.failed[check] for check in CRITERIA)
    widths, themes = 2, 2
    every = len(PAGES) * len(LANGUAGES) * widths * themes
    assert run.passed["axe"] + run.failed["axe"] == every, HOW


def test_failed_check_and_gap_of_the_service_are_told() -> None:
    """What failed stands first with its criteria, then what is known, then the owner's own."""
    words = catalogue("fi")
    run = replace(last_run(), failed=dict.fromkeys(CRITERIA, 0) | {"enlarged": 2})
    own = ServiceGap(what=LocalText(fi="Videot"), criterion="1.2.2", excuse="burden")
    gaps = told_gaps(run, [own], words)
    assert [gap.criterion for gap in gaps] == [
        "1.4.4, 1.4.10, 1.4.12",
        *(criterion for _, criterion, _ in KNOWN),
        "1.2.2",
    ]
    assert words("accessibility.check.enlarged") in gaps[0].what
    assert (gaps[-1].what, gaps[-1].excuse) == ("Videot", words("accessibility.excuse.burden"))


@pytest.mark.parametrize(
    ("day", "today", "is_stale"),
    [
        (date(2026, 11, 29), date(2027, 11, 29), False),
        (date(2026, 11, 29), date(2027, 11, 30), True),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 3, 1), True),
    ],
)
def test_statement_is_upheld_once_a_year(day: date, today: date, *, is_stale: bool) -> None:
    """What was done a year ago to the day still holds; the day after it does not."""
    assert stale(day, today) is is_stale
