"""The record behind the accessibility statement is true of the service as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.metadata import version

from components.i18n import LANGUAGES, catalogue
from components.model import LocalText, ServiceGap
from components.pages import PAGES
from components.telling.accessibility import CRITERIA, KNOWN, last_run, told_gaps

HOW = "run `uv run python .ci/accessibility.py`"


def test_record_is_of_the_pages_languages_and_platform_there_are() -> None:
    """A page, a language or a Streamlit that no run has seen is not in a statement."""
    run = last_run()
    assert list(run.pages) == [page.SLUG for page in PAGES], HOW
    assert list(run.languages) == list(LANGUAGES), HOW
    assert run.versions["Streamlit"] == version("streamlit"), HOW
    assert run.day <= date.today()  # noqa: DTZ011 - the day of whoever runs it


def test_record_has_run_every_check() -> None:
    """Each check that the statement names has run; the axe of all pages at two widths at least."""
    run = last_run()
    assert list(run.passed) == list(run.failed) == list(CRITERIA)
    assert all(run.passed[check] + run.failed[check] for check in CRITERIA)
    assert run.passed["axe"] + run.failed["axe"] >= 2 * len(PAGES)


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
