"""The security page names tests: each is there, so that no promise stands alone."""

from __future__ import annotations

import re

from tests.analysis.making import PROJECT

PAGE = (PROJECT / ".github" / "SECURITY.md").read_text(encoding="utf-8")


def test_every_test_that_the_security_page_names_is_there() -> None:
    """A test that is renamed or taken away takes its promise with it."""
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
    assert len(named) > 25
    for file, test in named:
        assert f"\ndef {test}(" in (PROJECT / file).read_text(encoding="utf-8"), test


def test_every_row_of_promises_is_held_by_something() -> None:
    """No promise without a test, a contract or a check."""
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 25
    for row in rows:
        assert "`" in row.split("|")[2], row
